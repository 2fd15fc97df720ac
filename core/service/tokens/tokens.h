// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! BTAI for a person: send to a contact or an address, be asked to pay, ask; addresses that contacts' apps give one
//! another without being told to. Everything that leaves goes through the outbox. Worker thread only.
#pragma once

#include "service/feature.h"
#include "service/tokens/token_book.h"
#include "service/tokens/token_wallet.h"

namespace bt::service {

class Tokens final : public Feature
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Tokens>> make(const FeatureParts& parts);

    [[nodiscard]] TokenWallet& wallet() { return m_wallet; }
    [[nodiscard]] TokenBook& book() { return m_book; }

    // What the door asks; its header names the errors.
    [[nodiscard]] Result<TokenQuote> quote(const TokenPayment& payment);
    [[nodiscard]] Result<void> send(const TokenPayment& payment);
    [[nodiscard]] Result<void> request(const std::string& threadId, std::uint64_t units, const std::string& note);
    [[nodiscard]] Result<TokenQuote> quoteRequest(const std::string& requestId);
    [[nodiscard]] Result<void> payRequest(const std::string& requestId);
    [[nodiscard]] Result<void> declineRequest(const std::string& requestId);
    //! Practice network: some BTAI to play with, by a real transfer.
    [[nodiscard]] Result<void> playMoney();
    //! Puts scattered UTXOs together, for a payment that one transfer could not make (joinTokens).
    [[nodiscard]] Result<void> join(const std::string& payment, contract::token::Units amount);

    [[nodiscard]] std::string_view name() const override { return "tokens"; }
    [[nodiscard]] Result<void> reload() override { return m_wallet.reload(); }
    [[nodiscard]] Result<void> accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block) override;
    [[nodiscard]] Result<void> readAgain(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block) override;
    [[nodiscard]] Result<void> takenBack(const std::string& about, const std::string& txid, ByteView before) override;
    [[nodiscard]] Result<void> begunAnew() override;
    [[nodiscard]] std::span<const std::string_view> letterKinds() const override;
    [[nodiscard]] Result<void> letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival) override;
    [[nodiscard]] Result<bool> push() override;
    [[nodiscard]] Result<void> fill(Snapshot& snapshot) override;

private:
    Tokens(const FeatureParts& parts, TokenWallet wallet, TokenBook book);
    struct Target {
        TokenWallet::Wanted wanted;
        bool asksAddress = false; //!< the contact's is not known yet: what is planned stands in for it
    };
    [[nodiscard]] Result<Target> targetOf(const TokenPayment& payment) const;
    [[nodiscard]] Result<TokenQuote> price(const Target& target);
    [[nodiscard]] Result<void> post(const TokenMove& move);
    [[nodiscard]] Result<void> ask(const std::string& threadId, std::string_view kind);
    [[nodiscard]] Result<void> addressLetter(const FeatureLetter& letter, const Arrived& arrived);
    [[nodiscard]] Result<void> requestLetter(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival);
    [[nodiscard]] Result<TokenRequest> openRequest(const std::string& requestId);
    [[nodiscard]] bool ofAVisit(const std::string& txid) const;
    [[nodiscard]] PaymentState stateOf(const TokenMove& move, std::uint64_t daaScore) const;

    FeatureParts m_parts;
    Context* m_c;
    TokenWallet m_wallet;
    TokenBook m_book;
};

inline constexpr std::size_t kNoteBytes = 200; //!< of a request's note, UTF-8
//! Relation, and fact, of the key that the window shows for receiving BTAI.
inline constexpr std::string_view kTokenReceive = "tokens/receive";

//! The text of a BTAI address ("btaisim:..."), which no wallet takes for an address of KAS.
[[nodiscard]] std::string tokenAddress(const ledger::NetworkParams& network, const crypto::XOnlyKey& owner);
//! \returns the owner's key; "kaspa.address.*", "token.bad_address" (args: "network", "kas" for an address of KAS, "key").
[[nodiscard]] Result<crypto::XOnlyKey> readTokenAddress(const ledger::NetworkParams& network, std::string_view text);

} // namespace bt::service
