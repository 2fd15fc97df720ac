// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/dispatcher.h"

#include "ipld/sealed_object.h"
#include "kaspa/transaction_codec.h"
#include "service/follower.h"

namespace bt::service {
namespace {

constexpr std::int64_t kChangePause = 200; // ms until money on its way to ourselves is looked for again
constexpr int kRebuilds = 6; // of a transaction whose inputs went elsewhere, before the person is told

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
        mails.push_back({{"slot", m.slot}, {"cid", m.cid.text()}, {"key", hexOf(m.contentKey.view())}, {"inbox", hexOf(m.inbox)},
                         {"tag", m.tag}, {"message", m.messageRow}});
    Json blocks = Json::array();
    for (const auto& cid : e.blocks) blocks.push_back(cid.text());
    return bytesOf(Json{{"visit", e.visitId}, {"thread", e.threadId}, {"step", e.step}, {"extra", e.extra}, {"mails", mails}, {"blocks", blocks}}.dump());
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
    bool any = false;
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

Result<void> Dispatcher::perform(const outbox::Intent& intent)
{
    BT_TRY(const auto errand, decodeErrand(intent.payload));
    auto* carrier = carrierOf(intent.kind);
    if (carrier == nullptr) return giveUp(intent, errand, Error{"service.unknown_intent", {intent.kind}, {}});
    const std::string name = "intent/" + std::to_string(intent.id);

    kaspa::Transaction tx;
    if (!intent.prepared.empty()) {
        BT_TRY(tx, kaspa::decodeTransaction(intent.prepared));
    } else {
        const auto payload = payloadOf(errand);
        if (!payload) return giveUp(intent, errand, payload.error());
        auto made = carrier->build(intent, errand, *payload);
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
        if (!made) return passing(made.error().code) ? m_c->outbox.retryLater(intent.id, made.error()) : giveUp(intent, errand, made.error());
        auto kept = m_c->atomically([&]() -> Result<void> {
            BT_CHECK(m_c->outbox.handOver(intent.id, kaspa::encodeTransaction(made->tx)));
            BT_CHECK(m_c->wallet.notePending(made->tx, name));
            BT_CHECK(m_c->book.noteTx({hexOf(made->id), errand.step.empty() ? intent.kind : errand.step, errand.visitId, made->fee, m_c->now()}));
            return carrier->handedOver(errand, *made);
        });
        if (!kept && kept.error().code == "outbox.cancelled") return {};
        if (!kept) return tl::unexpected(std::move(kept).error());
        tx = std::move(made->tx);
    }

    const auto txid = kaspa::transactionId(tx);
    auto sent = putBlocks(errand);
    if (sent) sent = m_c->payments.submit(tx);
    if (sent)
        return m_c->atomically([&]() -> Result<void> {
            BT_CHECK(m_c->outbox.complete(intent.id));
            for (const auto& mail : errand.mails) {
                if (mail.messageRow == 0) continue;
                BT_CHECK(m_c->postbox.setState(mail.messageRow, MessageState::Sent));
                BT_CHECK(m_c->postbox.setCarriage(mail.messageRow, hexOf(txid), mail.cid.text()));
            }
            return carrier->submitted(errand, txid);
        });
    if (passing(sent.error().code)) return m_c->outbox.retryLater(intent.id, sent.error());

    // These bytes can never be accepted: forget them and plan anew, or tell the person after a few rounds.
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_c->outbox.takeBack(intent.id));
        BT_CHECK(m_c->wallet.forget(txid));
        BT_CHECK(m_c->wallet.release(name));
        BT_CHECK(m_c->book.forgetTx(hexOf(txid)));
        return carrier->withdrawn(errand, hexOf(txid));
    }));
    if (intent.attempts >= kRebuilds) return giveUp(intent, errand, sent.error());
    return m_c->outbox.retryLater(intent.id, sent.error(), m_c->now());
}

} // namespace bt::service
