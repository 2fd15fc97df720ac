// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! An anchor, its owner's keys and five guardians, and each step of it as a whole transaction. Header-only.
#pragma once

#include "contract/profile/anchor.h"
#include "contract/profile/consent.h"
#include "stage.h"

namespace bt::test {

namespace profile = bt::contract::profile;
namespace consent = bt::contract::consent;

class ProfileWorld
{
public:
    explicit ProfileWorld(std::uint64_t seed = 1)
        : random(seed), owner(random), next(random), later(random), fresh(random), stranger(random),
          payer(random), guardian{Person(random), Person(random), Person(random), Person(random), Person(random)}
    {
        guardians.needed = 3;
        guardians.delay = profile::kMinRecoveryDelay;
        for (const Person& one : guardian) guardians.keys.push_back(one.key);
        guardians.salt = random.fixed<decltype(guardians.salt)>();
    }
    std::vector<const Person*> people() const
    {
        std::vector<const Person*> out{&owner, &next, &later, &fresh, &stranger, &payer};
        for (const Person& one : guardian) out.push_back(&one);
        return out;
    }
    profile::AnchorState state()
    {
        profile::AnchorState out;
        out.controller = owner.key;
        out.next = profile::keyCommitment(next.key);
        out.document = random.fixed<Hash256>();
        out.consents = random.fixed<Hash256>();
        out.guardians = must(profile::guardiansHash(guardians));
        return out;
    }
    profile::AnchorBirth birth()
    {
        return {profile::currentAnchorProgram(),
                {random.fixed<kaspa::TxId>(), static_cast<std::uint32_t>(random.below(4))},
                static_cast<std::uint32_t>(random.below(3)),
                profile::kAnchorDeposit,
                state()};
    }
    profile::Anchor anchor()
    {
        profile::Anchor out = must(profile::bear(birth())).anchor;
        if (ground != nullptr) out.id = ground->lineage();
        out.outpoint.id = random.fixed<kaspa::TxId>();
        out.daaScore = 1000;
        standAt(out.outpoint, profile::utxoOf(out));
        return out;
    }
    profile::Anchor recovering()
    {
        profile::Anchor out = anchor();
        out.state.pending = fresh.key;
        out.state.sequence = 7;
        standAt(out.outpoint, profile::utxoOf(out));
        return out;
    }

    //! finish() of a recovering anchor. A day of blocks is more than a young chain has: there the guardians' delay is ten
    //! minutes, which the program takes and the core does not.
    profile::AnchorPlan finishing(profile::Anchor& recovering)
    {
        profile::AnchorPlan plan = must(profile::finishRecovery(recovering, guardians));
        if (ground == nullptr) return plan;
        constexpr std::uint64_t kDelay = 600;
        Bytes packed = must(profile::packGuardians(guardians));
        for (std::size_t i = 0; i < 8; ++i) packed[1 + i] = static_cast<std::uint8_t>(kDelay >> (8 * i));
        profile::Anchor after = recovering;
        recovering.state.guardians = crypto::blake3(packed);
        plan.next->guardians = recovering.state.guardians;
        after.state = *plan.next;
        standAt(recovering.outpoint, profile::utxoOf(recovering));
        plan.tx.inputs[0].previous = recovering.outpoint;
        plan.call.arguments[0] = packed;
        plan.call.spent = must(profile::utxoOf(recovering));
        plan.call.redeemScript = must(profile::update(recovering, {}, {})).call.redeemScript;
        plan.tx.outputs[0].spk = must(profile::utxoOf(after)).spk;
        plan.tx.inputs[0].sequence = plan.minAge = kDelay;
        return plan;
    }

    //! A plan with a fee coin and change, unsigned.
    template <typename Plan> Populated dress(const Plan& plan)
    {
        Populated out{plan.tx, {plan.call.spent}};
        addFee(out, random, payer, {}, plan.surplus);
        return out;
    }
    using Change = std::function<void(Populated&)>;
    //! Dresses, changes, signs (by `instead`) and runs input 0.
    template <typename Plan> Result<kaspa::ScriptCost> play(const Plan& plan, const Change& change = {}, const Person* instead = nullptr)
    {
        Populated tx = dress(plan);
        if (change) change(tx);
        signCall(tx, 0, plan.call, people(), instead);
        return runInput(tx, 0);
    }

    SeededRandom random;
    Person owner, next, later, fresh, stranger, payer;
    std::array<Person, 5> guardian;
    profile::Guardians guardians;
};

struct NamedAnchorPlan {
    std::string name;
    profile::Anchor anchor;
    profile::AnchorPlan plan;
};
//! Every entry of the anchor from every state in which it is open.
inline std::vector<NamedAnchorPlan> anchorPlans(ProfileWorld& w)
{
    std::vector<NamedAnchorPlan> out;
    const auto hash = [&] { return w.random.fixed<Hash256>(); };
    profile::Guardians other = w.guardians;
    other.salt = w.random.fixed<decltype(other.salt)>();
    const auto home = kaspa::payToPublicKey(w.owner.key.view());
    for (const bool pending : {false, true}) {
        const profile::Anchor a = pending ? w.recovering() : w.anchor();
        const std::string suffix = pending ? " (veto)" : "";
        out.push_back({"update" + suffix, a, must(profile::update(a, hash(), hash()))});
        out.push_back({"rotate" + suffix, a, must(profile::rotate(a, w.next.key, w.later.key, hash(), other))});
        out.push_back({"deactivate" + suffix, a, must(profile::deactivate(a, w.next.key, home, {2'000'000}))});
    }
    const profile::Anchor a = w.anchor();
    out.push_back({"recover by three", a, must(profile::recover(a, w.guardians, {0, 2, 4}, w.fresh.key))});
    out.push_back({"recover by five", a, must(profile::recover(a, w.guardians, {0, 1, 2, 3, 4}, w.fresh.key))});
    profile::Anchor r = w.recovering();
    const profile::AnchorPlan finish = w.finishing(r);
    out.push_back({"finish", r, finish});
    return out;
}

} // namespace bt::test
