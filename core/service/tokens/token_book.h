// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Payments in BTAI and requests to pay, as rows. What the chain says of them (accepted, paid) goes with its block. Calls
//! that change anything belong inside the caller's database transaction. Worker thread only.
#pragma once

#include "service/context.h"
#include "service/tokens/tokens_view.h"

#include <set>

namespace bt::service {

struct TokenMove {
    std::string id;   //!< of ours: random; of others': "in/" and the transaction
    std::string kind; //!< TokenRow::kind
    std::string thread, to, request;
    std::int64_t units = 0;
    std::string txid; //!< hex; "": not signed yet
    Sompi fee;
    Millis at;
    std::uint64_t daaScore = 0; //!< of the block; 0: none
    bool own = false;           //!< made here; else the chain told us
    std::string failure;        //!< error code
};

struct TokenRequest {
    std::string id, thread;
    bool mine = false;
    std::uint64_t units = 0;
    Hash256 owner; //!< who is to be paid: a key that nothing else uses, so that the chain alone says what is paid
    std::string note;
    Millis at;
    bool declined = false;
    std::string paidBy; //!< txid
    std::uint64_t daaScore = 0;
};

class TokenBook
{
public:
    [[nodiscard]] static Result<TokenBook> open(store::Database& db);
    [[nodiscard]] Result<void> put(const TokenMove& move);
    [[nodiscard]] Result<std::optional<TokenMove>> move(const std::string& id);
    [[nodiscard]] Result<std::optional<TokenMove>> moveBy(const std::string& txid);
    [[nodiscard]] Result<void> drop(const std::string& id);
    [[nodiscard]] Result<std::vector<TokenMove>> moves(); //!< newest first, the last 500
    [[nodiscard]] Result<void> put(const TokenRequest& request);
    [[nodiscard]] Result<std::vector<TokenRequest>> requests();
    [[nodiscard]] Result<std::optional<TokenRequest>> request(const std::string& id);
    //! The open request that is paid by this owner.
    [[nodiscard]] Result<std::optional<TokenRequest>> requestOf(const Hash256& owner);
    [[nodiscard]] Result<std::size_t> openFrom(const std::string& thread); //!< requests of a contact that wait for us
    //! Requests that payments of ours answer which have not failed, however many rows came since.
    [[nodiscard]] Result<std::set<std::string>> paying();
    //! A block that had this transaction was taken back.
    [[nodiscard]] Result<void> undo(const std::string& txid);

private:
    explicit TokenBook(store::Database& db) : m_db(&db) {}
    store::Database* m_db;
};

} // namespace bt::service
