// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/capsule.h"

#include "kaspa/transaction_codec.h"
#include "service/json_fields.h"

namespace bt::service {

namespace cs = contract::session;

Result<Json> threadCard(Context& c, const std::string& threadId)
{
    const auto* thread = c.postbox.find(threadId);
    if (thread == nullptr) return fail("message.no_conversation");
    BT_TRY(const auto peer, c.postbox.peerOf(threadId));
    return Json{{"thread",
                 {{"id", thread->id},
                  {"did", thread->did},
                  {"name", thread->name},
                  {"zone", thread->zone},
                  {"avatar", thread->avatarSeed},
                  {"licensed", thread->licensed},
                  {"inbox", hexOf(thread->inbox)}}},
                {"peer", hexOf(peer.bytes())}};
}

Result<ThreadCard> readThreadCard(const Json& json)
{
    ThreadCard out;
    FieldReader f(json);
    FieldReader t(f.object("thread"));
    out.thread.id = t.text("id");
    out.thread.did = t.text("did");
    out.thread.name = t.text("name");
    out.thread.zone = t.text("zone");
    out.thread.avatarSeed = t.text("avatar");
    out.thread.licensed = t.flag("licensed");
    out.thread.inbox = t.fixed<crypto::X25519Public>("inbox");
    BT_TRY(out.peer, messaging::PrekeyBundle::parse(f.bytes("peer")));
    if (!f.ok() || !t.ok()) return fail("service.bad_capsule");
    return out;
}

Result<Json> writeCapsule(Context& c, const Visit& visit)
{
    BT_TRY(auto json, threadCard(c, visit.threadId));
    Visit slim = visit; // what others wrote or will write again is left out
    slim.pending.clear();
    slim.steps.clear();
    json["v"] = 1;
    json["persona"] = c.persona.name;
    json["role"] = visit.role == Role::Patient ? "patient" : "therapist";
    json["visit"] = hexOf(encodeVisit(slim));
    return json;
}

Result<Capsule> readCapsule(ByteView plain)
{
    BT_TRY(const Json json, codec::parseJson(textOf(plain)));
    FieldReader f(json);
    Capsule out;
    out.personaName = f.text("persona", 256);
    out.role = f.text("role") == "therapist" ? Role::Therapist : Role::Patient;
    BT_TRY(out.visit, decodeVisit(f.bytes("visit")));
    if (!f.ok()) return fail("service.bad_capsule");
    BT_TRY(auto card, readThreadCard(json));
    out.thread = std::move(card.thread);
    out.peer = std::move(card.peer);
    out.thread.asTherapist = out.role == Role::Therapist;
    return out;
}

Result<bool> adoptCapsule(Context& c, Follower& follower, const Capsule& capsule, const Arrival& arrival)
{
    if (c.visits.find(capsule.visit.id) != nullptr) return false;
    Visit visit = capsule.visit;
    Visit before = visit;
    BT_TRY(const auto tx, kaspa::decodeTransaction(arrival.tx));
    if (c.postbox.find(capsule.thread.id) == nullptr) BT_CHECK(c.postbox.start(capsule.thread, capsule.peer));
    visit.threadId = capsule.thread.id;
    if (visit.role == Role::Patient) {
        BT_TRY(visit.session, cs::readBirth(visit.session.state, tx, arrival.txid, 0));
        visit.session.daaScore = arrival.daaScore;
        visit.phase = VisitPhase::Requested;
        visit.bookingTxid = hexOf(arrival.txid);
        visit.steps.push_back({"book", visit.bookingTxid, {}, arrival.at, true, arrival.daaScore});
        BT_CHECK(c.wallet.adoptKey(visit.myKey, "visit/" + visit.id));
        BT_CHECK(c.wallet.adoptKey(visit.ticketKey, "visit/" + visit.id));
        BT_CHECK(c.visits.save(visit));
    } else {
        // The capsule came with accept: the session it holds is the one that this very transaction spent.
        const auto moved = cs::readSpend(visit.session, tx, arrival.txid);
        if (!moved || !moved->next) return false;
        visit.session = *moved->next;
        visit.session.daaScore = arrival.daaScore;
        visit.phase = phaseOf(visit.session.state.phase);
        visit.steps.push_back({"accept", hexOf(arrival.txid), {}, arrival.at, true, arrival.daaScore});
        BT_CHECK(c.visits.save(visit));
        BT_CHECK(c.wallet.adoptKey(visit.myKey, "visit/" + visit.id));
    }
    before.threadId = visit.threadId;
    before.bookingTxid = visit.bookingTxid;
    BT_CHECK(follower.rememberBirth(before, arrival.txid, arrival.block, arrival.daaScore));
    BT_CHECK(follower.catchUp(visit.id, arrival.block));
    follower.inboxesChanged();
    return true;
}

} // namespace bt::service
