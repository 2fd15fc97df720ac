// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! BTAI of one persona: its owner keys, the UTXOs that they hold, and plans of transfers. What a token UTXO says is behind
//! a hash until the transaction that makes it names the states; so the wallet reads every transfer of the token as the
//! follower meets it, proves the states by the outputs' scripts, and keeps those whose owner is a key of ours. Keys come
//! from the recovery words by index, and a stretch of them is watched ahead, so a restore finds the same UTXOs again.
//!
//! For other features: balance(), fresh(), plan(), secretOf(); a carrier calls spent() in handedOver() and unspent() in
//! withdrawn(). All rows are in memory too. Worker thread only.
//!
//! Errors: "token.absent" (this network has no BTAI), "token.not_enough" (args: wanted, there), "token.scattered" (enough,
//! but in more UTXOs than one transfer takes: merge() first).
#pragma once

#include "contract/token/genesis.h"
#include "contract/token/transfer.h"
#include "service/context.h"

#include <map>

namespace bt::service {

//! A token UTXO that we follow.
struct OwnToken {
    contract::token::Holding holding;
    std::string relation;  //!< of its key: tokens of different relations are not joined without need
    std::uint32_t key = 0; //!< index of the owner key
    bool ofWallet = false; //!< of a key of the wallet (a visit's), not of `key`
    bool lent = false;     //!< a contact's, which takes our payments in; relation names the thread
    std::string spentBy;   //!< hex id of a transaction of ours that no block has yet; "": none
};

//! What one transaction did to our UTXOs; undo() needs it.
struct TokenChange {
    std::vector<OwnToken> gone, come;
    [[nodiscard]] std::uint64_t in() const;  //!< units of ours that came
    [[nodiscard]] std::uint64_t out() const; //!< units of ours that went
};

//! Where a contact takes BTAI.
struct TokenPeer {
    crypto::XOnlyKey owner;
    crypto::XOnlyKey borrowKey; //!< its secret is ours too: lets us add to a UTXO of hers (KCC-20, borrow by key)
};

class TokenWallet
{
public:
    [[nodiscard]] static Result<TokenWallet> open(Context& context);
    [[nodiscard]] Result<void> reload();
    //! The network's BTAI; null: there is none here.
    [[nodiscard]] const contract::token::Token* token() const { return m_token ? &*m_token : nullptr; }

    struct Balance {
        contract::token::Units available;             //!< can be spent now
        contract::token::Units waiting;               //!< in transactions of ours that no block has yet: change comes back from it
        Sompi under;                                  //!< KAS that lie under what is available
        std::map<std::string, std::uint64_t> leaving; //!< units of `waiting` by the transaction (hex id) that spends them
    };
    [[nodiscard]] Balance balance() const;
    //! Our own, and with `lent` the contacts' that we may add to.
    [[nodiscard]] std::vector<OwnToken> holdings(bool lent = false) const;
    //! The UTXO of a contact that takes our payments, if there is one.
    [[nodiscard]] const OwnToken* lentBy(const std::string& thread) const;

    struct Fresh {
        std::uint32_t index = 0;
        crypto::XOnlyKey key;
    };
    //! An owner key that nobody has seen yet; inside the caller's database transaction. "token.absent".
    [[nodiscard]] Result<Fresh> fresh(std::string_view relation);
    //! The one key of a relation, made when it is first asked for.
    [[nodiscard]] Result<Fresh> keyFor(std::string_view relation);
    [[nodiscard]] std::optional<std::uint32_t> indexOf(const Hash256& owner) const;
    //! The key that lets a contact add to the UTXOs of our owner key `index`; its secret goes to that contact alone.
    [[nodiscard]] Secret borrowSecret(std::uint32_t index) const;
    //! The secret of an owner key of ours or of a contact's borrow key, 32 bytes. "vault.unknown_key".
    [[nodiscard]] Result<Secret> secretOf(ByteView key) const;

    //! Where a contact takes BTAI; inside the caller's database transaction.
    [[nodiscard]] Result<void> keepPeer(const std::string& thread, const crypto::XOnlyKey& owner, const Secret& borrow);
    [[nodiscard]] const TokenPeer* peer(const std::string& thread) const;

    struct Wanted {
        contract::token::Owner to;
        contract::token::Units amount;
        contract::token::Borrow borrow;                 //!< of the new UTXO
        std::string relation;                           //!< whose tokens are taken first
        std::optional<contract::token::Holding> into{}; //!< a UTXO of the recipient's that takes it in instead
    };
    //! A transfer of ours with change to a fresh key. A plan that came to nothing leaves its key to the next one, so that
    //! trying again does not run ahead of the keys that a restore looks at. \param sketch true: no key is used up at all
    //! (for prices and disclosures).
    [[nodiscard]] Result<contract::token::Plan> plan(const Wanted& wanted, bool sketch = false);
    //! Up to three of our UTXOs become one: of those that a payment of `amount` takes, so that crumbs which anybody may
    //! send us are not joined before it. "token.not_enough" if there is nothing to join.
    [[nodiscard]] Result<contract::token::Plan> merge(contract::token::Units amount);
    //! How many of our UTXOs, the largest first, it takes to pay this.
    [[nodiscard]] std::size_t piecesFor(contract::token::Units amount) const;
    //! Tokens to pay `amount` from, at most `most` of them: those of one relation where that is enough.
    [[nodiscard]] Result<std::vector<OwnToken>> choose(contract::token::Units amount, std::string_view relation, std::size_t most) const;
    //! The same choice among other tokens than what is there now.
    [[nodiscard]] static Result<std::vector<OwnToken>> chooseFrom(std::vector<OwnToken> all, contract::token::Units amount,
                                                                  std::string_view relation, std::size_t most);
    [[nodiscard]] std::vector<OwnToken> free() const; //!< that nothing of ours spends, the largest first

    //! A signed transaction of ours takes these; inside the database transaction that keeps its bytes.
    [[nodiscard]] Result<void> spent(const kaspa::Transaction& tx, const std::string& txid);
    //! It can never be accepted.
    [[nodiscard]] Result<void> unspent(const std::string& txid);

    //! What an accepted transaction did to us; nothing if it did nothing.
    [[nodiscard]] Result<std::optional<TokenChange>> accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block);
    //! The same for one that was read before a key of the wallet was known: what it pays such a key, and what it spends of that.
    [[nodiscard]] Result<std::optional<TokenChange>> foundLater(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block);
    //! The states that a transaction gave outputs of the token, each proved by its script.
    [[nodiscard]] std::vector<contract::token::Holding> made(const ledger::AcceptedTx& tx) const;
    [[nodiscard]] Result<void> undo(const TokenChange& change);
    //! It is on no chain any more (a practice network that was begun anew); inside the caller's database transaction.
    [[nodiscard]] Result<void> forget(const kaspa::Outpoint& outpoint) { return drop(outpoint); }

private:
    explicit TokenWallet(Context& context) : m_c(&context) {}
    [[nodiscard]] Result<void> lookAhead();
    [[nodiscard]] Result<void> watch(std::uint32_t index);
    [[nodiscard]] Secret ownerSecret(std::uint32_t index) const;
    [[nodiscard]] Result<void> put(const OwnToken& token);
    [[nodiscard]] Result<void> drop(const kaspa::Outpoint& outpoint);
    [[nodiscard]] Result<std::optional<OwnToken>> recognise(const contract::token::Holding& holding);
    [[nodiscard]] Result<crypto::XOnlyKey> changeKey(const std::string& relation);
    struct Key {
        std::uint32_t index = 0;
        std::string relation; //!< "": watched ahead only
    };
    std::map<std::string, crypto::XOnlyKey> m_spare; //!< by relation: change keys of plans that nothing came of yet
    Context* m_c;
    std::optional<contract::token::Token> m_token;
    std::optional<contract::token::BirthRecord> m_birth;
    std::map<kaspa::Outpoint, OwnToken> m_all;
    std::map<Hash256, Key> m_keys; //!< by the owner's value in a state
    std::map<std::string, TokenPeer> m_peers;
    std::uint32_t m_lives = 0; //!< up to this life keys are watched
};

//! For rows of undoing.
[[nodiscard]] Bytes encodeChange(const TokenChange& change);
[[nodiscard]] Result<TokenChange> decodeChange(ByteView bytes);
[[nodiscard]] Json encodeToken(const OwnToken& token);
[[nodiscard]] Result<OwnToken> decodeToken(const Json& json);

} // namespace bt::service
