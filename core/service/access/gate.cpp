// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/gate.h"

#include "identity/did_key.h"
#include "service/access/professional.h"
#include "service/context.h"

namespace bt::service::access {
namespace {

Actor actorOf(Role role) { return role == Role::Therapist ? Actor::Therapist : Actor::Patient; }
Actor otherThan(Role role) { return role == Role::Therapist ? Actor::Patient : Actor::Therapist; }

bool ownLicenceHolds(Context& c)
{
    const auto licence = c.book.get("licence");
    if (!licence || !*licence) return false;
    return mayPractise(professionalStanding({identity::didKey(c.postbox.listingKeys().identity.open), textOf(**licence)}, c.now()));
}

// The id of the visit that a letter speaks of; "" if it speaks of none.
std::string visitIn(const Letter& letter)
{
    return std::visit(
        [](const auto& l) -> std::string {
            if constexpr (requires { l.visitId; }) return l.visitId;
            else if constexpr (requires { l.body; }) return codec::textField(l.body, "visit").value_or(std::string());
            else return {};
        },
        letter);
}

} // namespace

Result<void> mayDo(Context& c, const Asked& asked)
{
    auto actor = actorOf(c.persona.role);
    if (asked.visit) {
        const auto* visit = c.visits.find(*asked.visit);
        if (visit == nullptr) return fail("visit.unknown");
        actor = actorOf(visit->role);
    }
    // Who is an arbiter or a steward is so beside her role, by a key: the capacity for which the use is made counts.
    for (const auto beside : {Actor::Arbiter, Actor::Steward, Actor::Moderator})
        if (AccessPolicy::needs(asked.use, actor) == Proof::Never && AccessPolicy::needs(asked.use, beside) != Proof::Never) actor = beside;
    return AccessPolicy::judge(asked.use, actor, [&](Proof proof) {
        switch (proof) {
        case Proof::Visit: return asked.visit.has_value();
        case Proof::Licence: return ownLicenceHolds(c);
        // Which contract it is, only the use knows: it finds the key that the contract names or says so, and the program
        // on chain demands the signature.
        case Proof::ContractKey: return true;
        default: return false; // badges and holdings cannot be shown by anything that exists
        }
    });
}

Result<void> mayDoAlone(const Asked& asked)
{
    if (!AccessPolicy::judge(asked.use, Actor::Guest, [](Proof) { return false; })) return fail("vault.locked");
    return {};
}

Result<void> mayWrite(Context& c, const Arrived& arrived)
{
    const auto* row = rowOfLetter(kindOf(*arrived.letter));
    const auto* thread = c.postbox.find(arrived.threadId);
    if (row == nullptr || thread == nullptr) return fail("access.unknown_letter");
    const auto* visit = c.visits.find(visitIn(*arrived.letter));
    if (visit != nullptr && visit->threadId != arrived.threadId) visit = nullptr; // only the two of them may speak of it
    const auto sender = visit != nullptr ? otherThan(visit->role) : thread->asTherapist ? Actor::Patient : Actor::Therapist;
    return AccessPolicy::judge(row->use, sender, [&](Proof proof) {
        switch (proof) {
        case Proof::Visit: return visit != nullptr;
        case Proof::Licence: {
            const auto* listing = c.listings.find(thread->did);
            return sender == Actor::Therapist && listing != nullptr &&
                   mayPractise(professionalStanding({listing->did, listing->licence}, c.now()));
        }
        default: return false;
        }
    });
}

} // namespace bt::service::access
