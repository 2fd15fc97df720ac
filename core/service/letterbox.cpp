// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/letterbox.h"

#include "records/text.h"

namespace bt::service {
namespace {

constexpr auto kAckPause = std::chrono::milliseconds(700);
constexpr int kFetchTries = 500; // of a block that never came, before its pointer is forgotten

//! A letter that travels alone: a payment to ourselves whose payload points to it.
class MailCarrier final : public Carrier
{
public:
    explicit MailCarrier(Context& context) : m_c(&context) {}
    Result<Signed> build(const outbox::Intent&, const Errand& errand, const Bytes& payload) override
    {
        ledger::BuildRequest request;
        request.payload = payload;
        return m_c->payments.pay(std::move(request), "thread/" + errand.threadId);
    }
    Result<void> submitted(const Errand& errand, const kaspa::TxId&) override
    {
        for (const auto& mail : errand.mails) {
            if (mail.tag.empty()) continue;
            BT_TRY(const auto raw, codec::hexDecode(mail.tag));
            BT_TRY(const auto tag, messaging::EnvelopeTag::from(raw));
            BT_CHECK(m_c->postbox.noteAnnounced(tag, m_c->now()));
        }
        return {};
    }

private:
    Context* m_c;
};

} // namespace

Letterbox::Letterbox(Context& context, Dispatcher& dispatcher, Follower& follower, VisitSteps& steps)
    : m_c(&context), m_dispatcher(&dispatcher), m_follower(&follower), m_steps(&steps)
{
    dispatcher.carry("mail", std::make_unique<MailCarrier>(context));
}

Result<void> Letterbox::post(const std::string& threadId, const Letter& letter, std::int64_t messageRow)
{
    BT_TRY(auto mail, m_c->postbox.seal(threadId, letter, messageRow));
    Errand errand;
    errand.threadId = threadId;
    errand.step = std::string(kindOf(letter));
    BT_TRY(auto slot, m_dispatcher->slotFor(std::move(mail), messageRow));
    errand.mails.push_back(std::move(slot));
    BT_TRY(const auto id, m_dispatcher->post("mail", errand));
    (void)id;
    m_owed.erase(threadId); // every letter carries what is owed
    return {};
}

Result<void> Letterbox::note(const std::string& threadId, const std::string& code, const std::string& visitId, bool mine)
{
    MessageView line;
    line.threadId = threadId;
    line.kind = MessageKind::System;
    line.mine = mine;
    line.text = code;
    line.visitId = visitId;
    line.at = m_c->now();
    line.state = mine ? MessageState::Sent : MessageState::Received;
    BT_TRY(const auto row, m_c->postbox.add(line));
    (void)row;
    return {};
}

Result<void> Letterbox::sendText(const std::string& threadId, const std::string& text)
{
    BT_TRY(const auto clean, records::plainText(text, kTextBytes));
    if (clean.empty()) return fail("message.empty");
    if (m_c->postbox.find(threadId) == nullptr) return fail("message.no_conversation");
    return m_c->atomically([&]() -> Result<void> {
        MessageView message;
        message.threadId = threadId;
        message.mine = true;
        message.text = clean;
        message.at = m_c->now();
        message.state = MessageState::Waiting;
        BT_TRY(const auto row, m_c->postbox.add(message));
        return post(threadId, TextLetter{clean}, row);
    });
}

Result<void> Letterbox::retry(std::int64_t messageId)
{
    BT_TRY(const auto unfinished, m_c->outbox.unfinished());
    for (const auto& intent : unfinished) {
        const auto errand = decodeErrand(intent.payload);
        if (!errand || errand->mails.empty() || errand->mails.front().messageRow != messageId) continue;
        return m_c->atomically([&]() -> Result<void> {
            BT_CHECK(m_c->outbox.retryNow(intent.id));
            return m_c->postbox.setState(messageId, MessageState::Waiting);
        });
    }
    return fail("message.not_failed");
}

Result<void> Letterbox::takeBack(std::int64_t messageId)
{
    BT_TRY(const auto unfinished, m_c->outbox.unfinished());
    for (const auto& intent : unfinished) {
        const auto errand = decodeErrand(intent.payload);
        if (!errand || intent.kind != "mail" || errand->mails.empty() || errand->mails.front().messageRow != messageId) continue;
        if (intent.handedOver) break;
        return m_c->atomically([&]() -> Result<void> {
            BT_CHECK(m_c->outbox.cancel(intent.id));
            return m_c->postbox.remove(messageId);
        });
    }
    return fail("message.already_sent");
}

Result<bool> Letterbox::receive()
{
    BT_TRY(const auto waiting, m_follower->arrivals());
    bool any = false;
    for (const auto& arrival : waiting) {
        auto block = m_c->blocks.get(arrival.cid, Deadline{});
        if (!block) {
            // What nobody has may still come, and a copy that has rotted may be fetched anew: a bounded number of times.
            if (block.error().code.substr(0, 8) != "storage.") continue;
            if (arrival.tries < kFetchTries && block.error().code != "storage.too_large") BT_CHECK(m_follower->tryLater(arrival.id));
            else BT_CHECK(m_follower->forget(arrival.id));
            continue;
        }
        any = true;
        auto done = m_c->atomically([&]() -> Result<void> {
            BT_CHECK(arrival.threadId == "archive" ? readCapsuleOf(arrival, *block) : read(arrival, *block));
            return m_follower->forget(arrival.id);
        });
        if (done) continue;
        const auto family = done.error().code.substr(0, done.error().code.find('.'));
        if (family == "store" || family == "node") return tl::unexpected(std::move(done).error()); // it may go well later
        // Hostile, damaged or seen before: the conversation stays as it was, the pointer is dropped.
        const auto code = done.error().code;
        BT_CHECK(m_c->atomically([&] { return m_follower->forget(arrival.id); }));
        const bool ours = m_c->postbox.find(arrival.threadId) != nullptr;
        if (ours && code == "messaging.duplicate") m_repeat.insert(arrival.threadId);
        if (ours && code == "messaging.not_authentic") BT_CHECK(heal(arrival.threadId));
    }
    return any;
}

Result<void> Letterbox::read(const Arrival& arrival, ByteView block)
{
    BT_TRY(const auto arrived, m_c->postbox.open(arrival.threadId, block, arrival.contentKey.view()));
    if (arrived.newThread) m_follower->inboxesChanged();
    if (arrived.startedAnew) BT_CHECK(sendAgain(arrived.threadId));
    if (arrived.outOfStep) BT_CHECK(heal(arrived.threadId));
    if (!arrived.messageId.empty()) {
        BT_TRY(const bool fresh, m_c->postbox.firstTime(arrived.threadId, arrived.messageId));
        if (!fresh) return {};
    }
    if (arrived.unknownKind) return note(arrived.threadId, "newer_version", {}, false);
    if (!arrived.letter) return {};
    return effect(arrived, arrival);
}

Result<void> Letterbox::sendAgain(const std::string& threadId)
{
    BT_TRY(auto mails, m_c->postbox.sealAgain(threadId));
    for (auto& [mail, row] : mails) {
        Errand errand;
        errand.threadId = threadId;
        errand.step = "again";
        BT_TRY(auto slot, m_dispatcher->slotFor(std::move(mail), row));
        errand.mails.push_back(std::move(slot));
        BT_TRY(const auto id, m_dispatcher->post("mail", errand));
        (void)id;
    }
    return {};
}

Result<void> Letterbox::heal(const std::string& threadId)
{
    const auto last = m_healed.find(threadId);
    if (last != m_healed.end() && m_c->now().minus(last->second) < kHour) return {};
    m_healed.insert_or_assign(threadId, m_c->now());
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_c->postbox.restart(threadId));
        BT_CHECK(post(threadId, HelloLetter{m_c->persona.name}, 0)); // carries the new keys even if nothing else waits
        return sendAgain(threadId);
    });
}

Result<bool> Letterbox::acknowledge()
{
    const auto now = std::chrono::steady_clock::now();
    bool any = false;
    BT_TRY(auto owing, m_c->postbox.owingAcks());
    // What came twice was not known to have arrived: say so again.
    for (const auto& thread : m_repeat)
        if (std::ranges::find(owing, thread) == owing.end()) owing.push_back(thread);
    for (const auto& thread : owing) {
        const auto since = m_owed.try_emplace(thread, now).first->second;
        if (now - since < kAckPause) continue;
        m_owed.erase(thread);
        m_repeat.erase(thread);
        BT_CHECK(m_c->atomically([&]() -> Result<void> {
            BT_TRY(auto mail, m_c->postbox.sealAck(thread));
            Errand errand;
            errand.threadId = thread;
            errand.step = "ack";
            BT_TRY(auto slot, m_dispatcher->slotFor(std::move(mail), 0));
            errand.mails.push_back(std::move(slot));
            BT_TRY(const auto id, m_dispatcher->post("mail", errand));
            (void)id;
            return {};
        }));
        any = true;
    }
    return any;
}

Result<bool> Letterbox::announceAgain()
{
    BT_TRY(const auto silent, m_c->postbox.unacknowledgedBefore(m_c->now().plus(-kDay)));
    for (const auto& letter : silent) {
        const auto* thread = m_c->postbox.find(letter.threadId);
        if (thread == nullptr) continue;
        BT_CHECK(m_c->atomically([&]() -> Result<void> {
            Errand errand;
            errand.threadId = letter.threadId;
            errand.step = "again";
            MailSlot slot;
            BT_TRY(slot.cid, ipld::parseCid(std::string_view(letter.cid)));
            slot.contentKey = letter.contentKey.clone();
            slot.inbox = thread->inbox;
            slot.tag = hexOf(letter.tag);
            errand.mails.push_back(std::move(slot));
            BT_CHECK(m_c->postbox.noteAnnounced(letter.tag, m_c->now()));
            BT_TRY(const auto id, m_dispatcher->post("mail", errand));
            (void)id;
            return {};
        }));
    }
    return !silent.empty();
}

} // namespace bt::service
