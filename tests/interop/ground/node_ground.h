// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The ground of the contracts' tests on a kaspad. What a test spends is made by small transactions that wait in the
//! mempool, unmined: nothing that the test refuses changes anything, so hundreds of attacks share one output. Every
//! transaction that the test judges is submitted, and the node must say what our rules say, for the same rule; it must
//! refuse whatever the script engine refuses. One thread.
#pragma once

#include "contract/ground.h"
#include "interop/support/must.h"
#include "interop/support/verdict.h"

#include <deque>
#include <set>

namespace bt::interop {

class NodeGround final : public test::Ground
{
public:
    NodeGround(); //!< starts the node

    void meet(const Secret& secret) override;
    kaspa::CovenantId lineage() override;
    kaspa::Outpoint coin() override;
    void birth(const kaspa::Outpoint& coin, const Births& births) override;
    void stand(kaspa::Populated& tx) override;
    void judged(const kaspa::Populated& tx, std::size_t input, bool accepted) override;
    std::uint64_t fee() override;
    void generous(bool on) override { m_generous = on; }

    //! Mines what was accepted, prints the figures of this list, adds its line to `table` and begins anew. \returns whether
    //! both sides agreed about everything, and about more than nothing.
    [[nodiscard]] bool report(const std::string& list, std::string& table);

private:
    struct Purse {
        kaspa::Outpoint outpoint;
        std::uint64_t amount = 0;
    };
    //! An output that is to be made.
    struct Wanted {
        kaspa::Utxo utxo;
        std::uint32_t index = 0; //!< where it stood, which a birth commits to
    };
    using Made = std::map<std::size_t, kaspa::Outpoint>;
    [[nodiscard]] bool there(const kaspa::Input& input, const kaspa::Utxo& utxo) const;
    [[nodiscard]] std::optional<kaspa::Outpoint> spare(const kaspa::Utxo& utxo, const std::set<kaspa::Outpoint>& used) const;
    [[nodiscard]] std::optional<kaspa::Outpoint> make(const Wanted& wanted);
    [[nodiscard]] std::optional<kaspa::Outpoint> bear(const Wanted& wanted);
    [[nodiscard]] bool bear(const kaspa::Outpoint& coin, const Births& births, const kaspa::CovenantId& id);
    //! Adds coins of the purse for `need` more than `have`, and change; signs and submits. Nothing if the node refuses.
    [[nodiscard]] std::optional<kaspa::TxId> submitParent(kaspa::Populated& tx, std::uint64_t need, std::uint64_t have);
    void know(const kaspa::Outpoint& at, kaspa::Utxo utxo);
    void taken(const kaspa::Populated& tx);
    void ask(kaspa::Populated tx, bool refusedByEngine);
    void balance(kaspa::Populated& tx) const;
    void unasked(const std::string& why);
    void signPlainCoins(kaspa::Populated& tx);
    //! Names of the errors of all inputs that fail: a node runs them side by side and tells of any one.
    [[nodiscard]] std::set<std::string> scriptRules(const kaspa::Populated& tx) const;
    void fillPurse();
    void readTime();
    void forget(); //!< everything but the purse
    //! Mines what was accepted. \returns how much is left, which is nothing.
    [[nodiscard]] std::size_t mineWhatWaits();

    Simnet m_net;
    SystemRandom m_random;
    crypto::SchnorrSigner m_signer;
    kaspa::ScriptPublicKey m_spk;
    ledger::ChainPoint m_now;
    std::deque<Purse> m_purse;
    KnownOutputs m_known;
    std::map<kaspa::Utxo, std::set<kaspa::Outpoint>> m_spare;                //!< unspent, by what they are
    std::map<kaspa::CovenantId, kaspa::Outpoint> m_taps;                     //!< anyone's output of a lineage
    std::map<kaspa::Outpoint, std::uint64_t> m_births;                       //!< coins that are kept to give birth
    std::map<kaspa::CovenantId, std::pair<kaspa::Outpoint, Births>> m_twins; //!< births of several outputs
    std::map<Bytes, crypto::SchnorrSigner> m_people;                         //!< by their plain script
    std::set<Hash256> m_seen;
    std::map<std::string, std::size_t> m_rules, m_beyond, m_unasked;
    std::vector<std::string> m_bad;
    std::string m_why; //!< of what was not made
    bool m_generous = false;
    std::size_t m_accepted = 0, m_onlyFee = 0, m_refused = 0, m_parents = 0;
};

} // namespace bt::interop
