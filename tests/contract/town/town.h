// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! People who use all contracts at once, in one ledger, and a thief among them: visits in KAS and in BTAI, tickets,
//! reputations, tokens of two kinds, a reward pool, anchors and consents. Everyone's keys are used again and again, which
//! is the worst case. step() does something legal or illegal at random and then looks whether everything that must hold
//! does. One thread.
#pragma once

#include "contract/health_session/reader.h"
#include "contract/health_session/steps.h"
#include "contract/profile/anchor.h"
#include "contract/profile/consent.h"
#include "contract/reputation/reputation.h"
#include "contract/reward/pool.h"
#include "contract/token/genesis.h"
#include "contract/token/hash_chain.h"
#include "contract/token/reader.h"
#include "contract/token/transfer.h"
#include "contract/town/chain.h"

#include <set>

namespace bt::test {

namespace visit = contract::session;
namespace token = contract::token;
namespace rep = contract::reputation;
namespace reward = contract::reward;
namespace profile = contract::profile;
namespace consent = contract::consent;

//! What happened in all walks.
struct Tally {
    std::map<std::string, int> taken;   //!< legal steps, by name
    std::map<std::string, int> refused; //!< illegal ones, by kind
    int steps = 0, byBuilder = 0, tooEarly = 0, waysOut = 0, mixes = 0;
    std::size_t most = 0; //!< live instances at once
    Tally& operator+=(const Tally& other);
};

//! A step of somebody's, ready but for signatures.
struct Deed {
    std::string name;
    Populated tx;                                              //!< with the coin that pays the fee (the thief's) and its change
    std::vector<std::pair<std::size_t, contract::Call>> calls; //!< by input
    std::size_t pinned = 0;                                    //!< the first outputs that no signer may change
    std::vector<kaspa::CovenantId> lineages;                   //!< of which no output more may come
    ledger::ChainPoint from;                                   //!< when it becomes legal
    //! Follows what happened. \returns what is wrong, or nothing.
    std::function<std::string(const kaspa::Transaction&, const kaspa::TxId&)> follow;
};

class Town
{
public:
    Town(std::uint64_t seed, Tally& tally);
    //! \returns what is wrong, or an empty text.
    std::string step();

private:
    struct Visit {
        visit::Session session;
        visit::Terms terms;
        const Person *patient, *therapist;
        rep::VisitBirth birth;
        std::size_t reputation; //!< of the therapist
        visit::Salt salt;
    };
    struct OpenTicket {
        rep::Rating rating;
        std::size_t reputation;
    };
    struct Identity {
        profile::Anchor anchor;
        const Person *controller, *next;
    };
    struct Given {
        consent::Receipt receipt;
        const Person* granter;
    };

    // town.cpp
    std::string attempt(Deed deed);
    std::string steal(const Deed& deed, const Populated& honest);
    std::string mix(const Deed& deed);
    std::string invariants(const Deed& deed);
    void sign(const Deed& deed, Populated& tx, const Person* instead = nullptr);
    Populated dressed(kaspa::Transaction tx, std::vector<kaspa::Utxo> utxos, Sompi toAdd, Sompi surplus);
    void signCoins(Populated& tx, bool thiefOnly);
    [[nodiscard]] ledger::ChainPoint due(const kaspa::Outpoint& of, Millis notBefore, std::uint64_t minAge) const;
    const Person& one(const std::vector<const Person*>& of) { return *of[random.below(of.size())]; }
    Sompi amount(std::uint64_t least, std::uint64_t most);
    // town_visits.cpp
    Result<Deed> book();
    Result<Deed> goOn(std::size_t which, int choice); //!< 0..17: a step; 18: one that leads on
    Result<Deed> visitDeed(std::size_t which, const visit::Plan& plan);
    std::string applied(std::size_t which, const visit::Plan& plan, const kaspa::Transaction& tx, const kaspa::TxId& id);
    std::string visitEnds(std::size_t which);
    // town_ratings.cpp
    Result<Deed> rate(std::size_t which);
    Result<Deed> drop(std::size_t which);
    std::string forgeRating();
    // town_tokens.cpp
    void mintTokens();
    Result<Deed> transfer();
    std::vector<const token::Holding*> heldBy(const kaspa::CovenantId& id, const Person* who, std::size_t most);
    std::string followTokens(const kaspa::Transaction& tx, const kaspa::TxId& id, const Deed& deed);
    [[nodiscard]] std::vector<token::Holding> ofPool() const;
    // town_pool.cpp
    Result<Deed> poolDeed(const reward::PoolPlan& plan);
    Result<Deed> poolStep();
    Result<Deed> gift();
    std::string claimAgain();
    // town_identity.cpp
    Result<Deed> beBorn();
    Result<Deed> anchorStep(std::size_t which, int choice);
    Result<Deed> grant();
    Result<Deed> consentStep(std::size_t which, bool revoke);
    std::string endsAnyway(); //!< somebody can end any instance, later
    std::string canEnd(const char* who, const Result<Deed>& deed);

    SeededRandom random;
    Tally& m_tally;
    Chain m_chain;
    Person anna, ben, tina, tom, thief;
    std::array<Person, 3> arbiters, stewardKeys;
    Person arbiterPurse, permits;
    profile::Guardians m_guardians;
    reward::Stewards m_stewards;
    std::vector<const Person*> m_people;
    kaspa::CovenantId m_btai, m_foreign;
    std::map<kaspa::CovenantId, std::uint64_t> m_supply;
    std::map<kaspa::Outpoint, token::Holding> m_tokens;
    std::vector<Visit> m_visits;
    std::vector<OpenTicket> m_tickets;
    std::vector<rep::Reputation> m_reputations;
    std::vector<Identity> m_anchors;
    std::vector<Given> m_consents;
    std::optional<reward::Pool> m_pool;
    std::optional<reward::AwardTree> m_tree;
    std::vector<reward::Award> m_awards;
    std::set<kaspa::CovenantId> m_rated;
    std::set<std::pair<std::uint64_t, std::uint32_t>> m_paid;
    std::vector<Populated> m_past; //!< for replays
    std::optional<Deed> m_lastClaim;
};

} // namespace bt::test
