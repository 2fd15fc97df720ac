// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/dispatcher.h"

#include "ipld/sealed_object.h"
#include "kaspa/transaction_codec.h"
#include "service/follower.h"

namespace bt::service {
namespace {

constexpr std::int64_t kChangePause = 200;           // ms until money on its way to ourselves is looked for again
constexpr auto kLookAgain = std::chrono::seconds(3); // at what was sent and is in no block
constexpr std::uint64_t kKeepCarried = 36'000;       // DAA, an hour: no reorganisation goes so deep
constexpr int kRebuilds = 6;                         // of a transaction whose inputs went elsewhere, before the person is told

bool startsWith(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

// Codes after which the same intent may well succeed later without anyone's help.
bool passing(std::string_view code)
{
    static constexpr std::string_view kFinal[] = {"node.spent", "node.rejected"};
    for (const auto& final : kFinal)
        if (startsWith(code, final)) return false;
    return startsWith(code, "node.") || startsWith(code, "store.busy") || startsWith(code, "store.full") || startsWith(code, "store.io") ||
           startsWith(code, "storage.") || code == "ledger.reserved";
}

} // namespace

Bytes encodeErrand(const Errand& e)
{
    Json mails = Json::array();
    for (const auto& m : e.mails)
        mails.push_back({{"slot", m.slot},
                         {"cid", m.cid.text()},
                         {"key", hexOf(m.contentKey.view())},
                         {"inbox", hexOf(m.inbox)},
                         {"tag", m.tag},
                         {"message", m.messageRow}});
    Json blocks = Json::array();
    for (const auto& cid : e.blocks) blocks.push_back(cid.text());
    return bytesOf(
        Json{{"visit", e.visitId}, {"thread", e.threadId}, {"step", e.step}, {"extra", e.extra}, {"mails", mails}, {"blocks", blocks}}
            .dump());
}

Result<Errand> decodeErrand(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    Errand e;
    e.visitId = f.text("visit");
    e.threadId = f.text("thread");
    e.step = f.text("step");
    e.extra = f.object("extra");
    for (const auto& item : f.array("mails")) {
        FieldReader m(item);
        MailSlot slot;
        slot.slot = m.small("slot", 0, 1);
        BT_TRY(slot.cid, ipld::parseCid(std::string_view(m.text("cid"))));
        slot.contentKey = Secret::copyOf(m.bytes("key"));
        slot.inbox = m.fixed<crypto::X25519Public>("inbox");
        slot.tag = m.text("tag");
        slot.messageRow = m.integer("message");
        if (!m.ok()) f.fail();
        e.mails.push_back(std::move(slot));
    }
    for (const auto& item : f.array("blocks")) {
        if (!item.is_string()) return fail("service.bad_row", "errand");
        BT_TRY(const auto cid, ipld::parseCid(std::string_view(item.get_ref<const std::string&>())));
        e.blocks.push_back(cid);
    }
    if (!f.ok()) return fail("service.bad_row", "errand");
    return e;
}

Carrier& Dispatcher::carrier(const std::string& kind) const
{
    static Carrier* const none = [] {
        struct Nothing final : Carrier {
            Result<Signed> build(const outbox::Intent&, const Errand&, const Bytes&) override { return fail("service.unknown_intent"); }
        };
        static Nothing nothing;
        return &nothing;
    }();
    auto* known = carrierOf(kind);
    return known != nullptr ? *known : *none;
}

Carrier* Dispatcher::carrierOf(const std::string& kind) const
{
    const auto it = m_carriers.find(kind);
    return it == m_carriers.end() ? nullptr : it->second.get();
}

Result<std::int64_t> Dispatcher::post(std::string kind, const Errand& errand, std::string once)
{
    outbox::NewIntent intent;
    intent.kind = std::move(kind);
    intent.payload = encodeErrand(errand);
    if (!errand.visitId.empty()) intent.keys.push_back("visit/" + errand.visitId);
    if (!errand.threadId.empty() && errand.visitId.empty()) intent.keys.push_back("thread/" + errand.threadId);
    intent.once = std::move(once);
    return m_c->outbox.enqueue(intent);
}

Result<MailSlot> Dispatcher::slotFor(Mail mail, std::int64_t messageRow)
{
    BT_CHECK(m_c->blocks.keep(mail.cid, mail.block));
    return MailSlot{0, mail.cid, std::move(mail.contentKey), mail.inbox, hexOf(mail.tag), messageRow};
}

Result<MailSlot> Dispatcher::capsule(const Json& content)
{
    BT_TRY(auto object, ipld::seal(viewOf(content.dump()), m_c->world.random));
    BT_CHECK(m_c->blocks.keep(object.cid, object.block));
    return MailSlot{1, object.cid, std::move(object.contentKey), m_c->postbox.archive().open, {}, 0};
}

Result<Bytes> Dispatcher::payloadOf(const Errand& errand)
{
    if (errand.mails.empty()) return Bytes{};
    Bytes slots[2] = {m_c->world.random.bytes(messaging::kPointerBytes), m_c->world.random.bytes(messaging::kPointerBytes)};
    for (const auto& mail : errand.mails) {
        const messaging::Pointer pointer{mail.cid.digest, mail.contentKey.clone()};
        BT_TRY(slots[mail.slot], messaging::sealPointer(mail.inbox, pointer, m_c->world.random));
    }
    Bytes payload = std::move(slots[0]);
    append(payload, slots[1]);
    return payload;
}

Result<void> Dispatcher::putBlocks(const Errand& errand)
{
    std::vector<ipld::Cid> all = errand.blocks;
    for (const auto& mail : errand.mails) all.push_back(mail.cid);
    for (const auto& cid : all) {
        BT_TRY(const auto block, m_c->blocks.get(cid, Deadline{}));
        BT_CHECK(m_c->blocks.put(cid, block, Deadline{}));
    }
    return {};
}

Result<bool> Dispatcher::work()
{
    BT_TRY(bool any, watch());
    if (!m_c->payments.maySpend()) return any; // what waits, waits: nothing is signed until the person allows it
    // What a failing disk interrupted is still marked as being worked on: it is due again as soon as that can be written.
    while (!m_interrupted.empty()) {
        auto back = m_c->outbox.retryLater(m_interrupted.back().first, m_interrupted.back().second, m_c->now());
        if (!back && startsWith(back.error().code, "store.")) return tl::unexpected(std::move(back).error());
        m_interrupted.pop_back(); // or it is over by now
    }
    for (int round = 0; round < 50; ++round) {
        BT_TRY(const auto due, m_c->outbox.take(1));
        if (due.empty()) return any;
        any = true;
        if (auto done = perform(due.front()); !done) {
            m_interrupted.emplace_back(due.front().id, done.error());
            return tl::unexpected(std::move(done).error());
        }
        if (settle) BT_CHECK(settle());
        BT_CHECK(finishAccepted());
    }
    return any;
}

Result<void> Dispatcher::giveUp(const outbox::Intent& intent, const Errand& errand, const Error& why)
{
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_c->outbox.fail(intent.id, why));
        for (const auto& mail : errand.mails)
            if (mail.messageRow != 0) BT_CHECK(m_c->postbox.setState(mail.messageRow, MessageState::Failed, why.code));
        if (auto* carrier = carrierOf(intent.kind)) BT_CHECK(carrier->dead(errand, why));
        return {};
    });
}

Result<std::string> Dispatcher::purposeOf(const outbox::Intent& intent, const Errand& errand) const
{
    BT_TRY(const auto purpose, carrier(intent.kind).purpose(errand));
    return Withdrawn::nameOf(purpose, intent.id);
}

Result<void> Dispatcher::perform(const outbox::Intent& intent)
{
    BT_TRY(const auto errand, decodeErrand(intent.payload));
    auto* carrier = carrierOf(intent.kind);
    if (carrier == nullptr) return giveUp(intent, errand, Error{"service.unknown_intent", {intent.kind}, {}});
    const std::string name = "intent/" + std::to_string(intent.id);

    CarriedTx carried;
    if (!intent.prepared.empty()) {
        BT_TRY(carried.submission.tx, kaspa::decodeTransaction(intent.prepared));
        carried.id = kaspa::transactionId(carried.submission.tx);
        if (const auto* kept = m_c->carried.find(carried.id)) carried = *kept;
        carried.intent = intent.id;
    } else {
        const auto payload = payloadOf(errand);
        if (!payload) return giveUp(intent, errand, payload.error());
        BT_TRY(const auto purpose, purposeOf(intent, errand));
        BT_TRY(auto binding, m_c->withdrawn.bindingOn(*m_c, purpose, intent.id));
        m_c->payments.setContested(std::move(binding));
        auto made = carrier->build(intent, errand, *payload);
        m_c->payments.setContested({});
        if (!made && made.error().code == "service.not_needed")
            return m_c->atomically([&]() -> Result<void> {
                BT_CHECK(m_c->outbox.complete(intent.id));
                return carrier->notNeeded(errand);
            });
        if (!made && made.error().code == "service.not_yet")
            return m_c->outbox.retryLater(intent.id, made.error(), Millis{std::stoll(made.error().args.at(0))});
        if (!made && made.error().code == "ledger.not_enough") {
            // The change of what was just sent is still on its way to us: with it there may be enough.
            BT_TRY(const auto balance, m_c->wallet.balance());
            if (balance.pending.value > 0) return m_c->outbox.retryLater(intent.id, made.error(), m_c->now().plus(kChangePause));
        }
        if (!made)
            return passing(made.error().code) ? m_c->outbox.retryLater(intent.id, made.error()) : giveUp(intent, errand, made.error());
        auto kept = m_c->atomically([&]() -> Result<void> {
            BT_CHECK(m_c->outbox.handOver(intent.id, kaspa::encodeTransaction(made->tx)));
            carried.id = made->id;
            carried.intent = intent.id;
            carried.visitId = errand.visitId;
            carried.step = errand.step.empty() ? intent.kind : errand.step;
            carried.submission = {made->tx, made->fee, made->spent, made->contract, kReplacementCap};
            BT_CHECK(m_c->carried.save(carried));
            BT_CHECK(m_c->wallet.notePending(made->tx, name));
            BT_CHECK(m_c->withdrawn.excludedBy(purpose, intent.id, made->tx));
            BT_CHECK(m_c->book.noteTx(
                {hexOf(made->id), errand.step.empty() ? intent.kind : errand.step, errand.visitId, made->fee, m_c->now()}));
            return carrier->handedOver(errand, *made);
        });
        if (!kept && kept.error().code == "outbox.cancelled") return {};
        if (!kept) return tl::unexpected(std::move(kept).error());
    }

    return send(intent, errand, std::move(carried));
}

Result<ledger::Progress> Dispatcher::hand(const outbox::Intent& intent, const Errand& errand, CarriedTx& carried, bool again)
{
    ledger::Submitter::Rebuild rebuild;
    if (intent.state != outbox::State::Done)
        rebuild = [&](const ledger::Submission&, Sompi fee) { return dearer(intent, errand, carried, fee); };
    ledger::Submitter submitter(m_c->world.node, rebuild,
                                [&](const kaspa::Transaction& other) { return carrier(intent.kind).sameEffect(errand, other); });
    const Deadline deadline;
    if (!again) return submitter.submit(carried.submission, deadline);
    return submitter.watch(carried.submission, carried.daaScore != 0, deadline);
}

Result<ledger::Submission> Dispatcher::dearer(const outbox::Intent& intent, const Errand& errand, CarriedTx& carried, Sompi fee)
{
    CarriedTx next = carried;
    next.rate = std::max(carried.rate + 1, carried.rate * fee.value / std::max<std::uint64_t>(carried.submission.fee.value, 1) + 1);
    const std::string name = "intent/" + std::to_string(intent.id);
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        auto& way = carrier(intent.kind);
        BT_CHECK(m_c->wallet.forget(carried.id)); // its coins are free for the dearer one
        BT_CHECK(m_c->book.forgetTx(hexOf(carried.id)));
        BT_CHECK(m_c->carried.forget(carried.id));
        BT_CHECK(way.withdrawn(errand, hexOf(carried.id)));
        m_c->payments.setRate(next.rate);
        auto made = way.build(intent, errand, carried.submission.tx.payload);
        m_c->payments.setRate(0);
        if (!made) return tl::unexpected(std::move(made).error());
        next.id = made->id;
        next.submission = {made->tx, made->fee, made->spent, made->contract, kReplacementCap};
        BT_CHECK(m_c->outbox.handOver(intent.id, kaspa::encodeTransaction(made->tx)));
        BT_CHECK(m_c->carried.save(next));
        BT_CHECK(m_c->wallet.notePending(made->tx, name));
        BT_CHECK(m_c->book.noteTx({hexOf(made->id), next.step, errand.visitId, made->fee, m_c->now()}));
        return way.handedOver(errand, *made);
    }));
    carried = next;
    return next.submission;
}

Result<void> Dispatcher::send(const outbox::Intent& intent, const Errand& errand, CarriedTx carried)
{
    if (carried.daaScore != 0) return {}; // a block has it: finishAccepted() does the rest
    if (const auto put = putBlocks(errand); !put)
        return passing(put.error().code) ? m_c->outbox.retryLater(intent.id, put.error()) : giveUp(intent, errand, put.error());
    BT_TRY(const auto progress, hand(intent, errand, carried, false));
    m_c->carried.looked(carried.id);
    switch (progress.standing) {
    case ledger::Standing::Waiting:
    case ledger::Standing::Accepted:
        // The intent stays until a block has it (finishAccepted).
        return m_c->atomically([&] { return left(carrier(intent.kind), errand, carried); });
    case ledger::Standing::Squatted:
    case ledger::Standing::Unreachable: return m_c->outbox.retryLater(intent.id, progress.why.value_or(Error{"node.offline", {}, {}}));
    case ledger::Standing::Conflict:
    case ledger::Standing::Refused: break;
    }
    return cannotBe(intent, errand, carried, progress.standing == ledger::Standing::Conflict,
                    progress.why.value_or(Error{"node.spent", {}, {}}));
}

Result<void> Dispatcher::left(Carrier& way, const Errand& errand, CarriedTx& carried)
{
    carried.sent = true;
    BT_CHECK(m_c->carried.save(carried));
    for (const auto& mail : errand.mails) {
        if (mail.messageRow == 0) continue;
        BT_CHECK(m_c->postbox.setState(mail.messageRow, MessageState::Sent));
        BT_CHECK(m_c->postbox.setCarriage(mail.messageRow, hexOf(carried.id), mail.cid.text()));
    }
    return way.submitted(errand, carried.id);
}

Result<void> Dispatcher::undo(const outbox::Intent& intent, const Errand& errand, const CarriedTx& carried)
{
    BT_CHECK(m_c->wallet.forget(carried.id));
    BT_CHECK(m_c->wallet.release("intent/" + std::to_string(intent.id)));
    BT_CHECK(m_c->book.forgetTx(hexOf(carried.id)));
    BT_CHECK(m_c->carried.forget(carried.id));
    return carrier(intent.kind).withdrawn(errand, hexOf(carried.id));
}

bool Dispatcher::contractMoved(const CarriedTx& carried)
{
    const auto& s = carried.submission;
    if (!s.contract || s.spent.empty()) return false;
    const auto there = m_c->world.node.utxoOf(s.tx.inputs.front().previous, s.spent.front().spk, Deadline{});
    return there && !there->has_value();
}

// These bytes can never be accepted: forget them and plan anew, ask the person first, or tell her after a few rounds.
Result<void> Dispatcher::cannotBe(const outbox::Intent& intent, const Errand& errand, const CarriedTx& carried, bool conflict,
                                  const Error& why)
{
    // What a block took meanwhile is no conflict: read the chain before anything is undone.
    if (settle) BT_CHECK(settle());
    // These bytes, or an earlier try that a node had refused.
    for (const auto& [id, one] : m_c->carried.all())
        if (one.daaScore != 0 && (id == carried.id || one.intent == carried.intent)) return {};
    auto& carrier = this->carrier(intent.kind);
    const bool ask = conflict && carrier.asksBeforeReplanning(errand) && !contractMoved(carried);
    std::int64_t id = intent.id;
    BT_TRY(const auto purpose, carrier.purpose(errand)); // before anything is undone that it is read from
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        if (intent.state == outbox::State::Done) { // it had happened, and the chain took it back
            outbox::NewIntent again{intent.kind, intent.payload, {}, {}, {}, {}};
            if (!errand.visitId.empty()) again.keys.push_back("visit/" + errand.visitId);
            BT_TRY(id, m_c->outbox.enqueue(again));
        } else {
            BT_CHECK(m_c->outbox.takeBack(id));
        }
        BT_CHECK(undo(intent, errand, carried));
        if (intent.state == outbox::State::Done) BT_CHECK(carrier.revived(errand));
        // A node that says no may keep the bytes and bring them later: the next try must not be able to stand beside them. A
        // step of a contract spends its output in any case.
        const auto under = Withdrawn::nameOf(purpose, id);
        if (id != intent.id) BT_CHECK(m_c->withdrawn.renumber(Withdrawn::nameOf(purpose, intent.id), intent.id, under, id));
        CarriedTx renumbered = carried;
        renumbered.intent = id;
        if (!carried.submission.contract) BT_CHECK(m_c->withdrawn.add(under, renumbered));
        if (!ask) return {};
        // The spend that was faster must lie deep before other coins are used: else both payments could come true.
        return askFirst(id, errand, why.detail);
    }));
    if (ask) return {};
    if (intent.attempts >= kRebuilds && intent.state != outbox::State::Done) return giveUp(intent, errand, why);
    return m_c->outbox.retryLater(id, why, m_c->now());
}

Result<bool> Dispatcher::finishAccepted()
{
    std::vector<CarriedTx> ready;
    for (const auto& [id, one] : m_c->carried.all())
        if (!one.done && one.daaScore != 0) ready.push_back(one);
    for (auto& one : ready) {
        BT_TRY(const auto intent, m_c->outbox.get(one.intent));
        BT_TRY(const auto errand, decodeErrand(intent.payload));
        BT_CHECK(m_c->atomically([&]() -> Result<void> {
            BT_CHECK(m_c->outbox.complete(one.intent));
            if (!one.sent) BT_CHECK(left(carrier(intent.kind), errand, one)); // before we knew that the network took it
            one.done = true;
            return m_c->carried.save(one);
        }));
    }
    return !ready.empty();
}

Result<bool> Dispatcher::watch()
{
    BT_TRY(bool any, finishAccepted());
    const auto now = std::chrono::steady_clock::now();
    std::vector<CarriedTx> inTheAir;
    for (const auto& [id, one] : m_c->carried.all())
        if (one.sent && one.daaScore == 0 && now - one.looked >= kLookAgain) inTheAir.push_back(one);
    for (auto& one : inTheAir) {
        BT_TRY(const auto intent, m_c->outbox.get(one.intent));
        if (intent.state == outbox::State::Waiting) continue; // its own retry is due
        BT_TRY(const auto errand, decodeErrand(intent.payload));
        m_c->carried.looked(one.id);
        BT_TRY(const auto progress, hand(intent, errand, one, true));
        if (progress.standing == ledger::Standing::Conflict || progress.standing == ledger::Standing::Refused) {
            BT_CHECK(cannotBe(intent, errand, one, progress.standing == ledger::Standing::Conflict,
                              progress.why.value_or(Error{"node.spent", {}, {}})));
            any = true;
        }
    }
    if (const auto deep = m_c->payments.about().daaScore; deep > kKeepCarried) BT_CHECK(m_c->carried.settle(deep - kKeepCarried));
    return any;
}

} // namespace bt::service
