// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Everything that an open persona's use cases share: its database with what lives in it, and the ports. A plain bundle,
//! built once by Persona. Worker thread only.
#pragma once

#include "ledger/practice/practice_node.h"
#include "outbox/outbox.h"
#include "service/carried.h"
#include "service/listing_book.h"
#include "service/payments.h"
#include "service/postbox.h"
#include "service/visit.h"
#include "service/withdrawn.h"
#include "storage/block_store.h"
#include "vault/vault.h"

namespace bt::service {

class Feature;

//! Rows that belong to no other module: who the persona is, her practice, own transactions for the fee column.
class Ledgerbook
{
public:
    [[nodiscard]] static Result<Ledgerbook> open(store::Database& db);
    struct OwnTx {
        std::string txid, kind, visitId;
        Sompi fee;
        Millis at;
    };
    [[nodiscard]] Result<void> noteTx(const OwnTx& tx);
    [[nodiscard]] Result<void> forgetTx(const std::string& txid);
    [[nodiscard]] Result<std::vector<OwnTx>> txs(); //!< newest first
    [[nodiscard]] Result<void> notePlayMoney(const std::string& txid, Sompi amount, Millis at);
    struct PlayMoney {
        std::string txid;
        Sompi amount;
        Millis at;
    };
    [[nodiscard]] Result<std::vector<PlayMoney>> playMoney();
    [[nodiscard]] Result<void> forgetPlayMoney(const std::string& txid);
    //! Something to be told once; inside the caller's database transaction.
    [[nodiscard]] Result<void> notice(std::string_view code, const std::string& visitId, Millis at);
    [[nodiscard]] Result<std::vector<NoticeView>> notices(); //!< the last hundred, rising
    [[nodiscard]] Result<std::optional<Bytes>> get(std::string_view name);
    [[nodiscard]] Result<void> put(std::string_view name, ByteView value);

private:
    explicit Ledgerbook(store::Database& db) : m_db(&db) {}
    store::Database* m_db;
};

//! The ports of the world outside the persona.
struct World {
    ledger::Node& node;
    ledger::PracticeNode* practice; //!< null on other networks
    storage::BlockStore& blocks;    //!< the network's
    const Clock& clock;
    Random& random;
};

struct Context {
    World world;
    vault::Vault& vault;
    store::Database& db;
    ledger::Wallet& wallet;
    outbox::Outbox& outbox;
    storage::CachedBlockStore& blocks;
    Postbox& postbox;
    VisitStore& visits;
    Carried& carried;
    Withdrawn& withdrawn;
    Payments& payments;
    ListingBook& listings;
    Ledgerbook& book;
    PersonaView& persona;
    std::vector<Feature*> features{}; //!< owned by the persona

    [[nodiscard]] Millis now() const { return world.clock.now(); }
    [[nodiscard]] Result<void> atomically(const std::function<Result<void>()>& work);
};

//! Relation, and fact, of the address that the window shows for receiving.
inline constexpr std::string_view kReceive = "receive";

//! The therapist's key of a visit lives on a branch of its own: index = place of the hint in the database.
inline constexpr auto kVisitBranch = static_cast<ledger::Branch>(2);

} // namespace bt::service
