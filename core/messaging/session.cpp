// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/session.h"

#include "crypto/hash.h"
#include "ipld/sealed_object.h"
#include "messaging/session_state.h"
#include "messaging/wire.h"

#include <algorithm>

namespace bt::messaging {

namespace {

constexpr std::uint8_t kFirst = 1; // envelope with the key agreement in front
constexpr std::uint8_t kFollowing = 2;
constexpr std::uint8_t kBodyVersion = 1;
constexpr std::uint8_t kWantsAck = 1;
constexpr std::size_t kBodyFrame = 1 + 1 + 4 + 4 + 1 + 4;
constexpr std::size_t kFirstPrefix = 1 + kPreludeBytes;
constexpr std::size_t kEnvelopeFrame = 8; // the length field of the sealed object that an envelope becomes
constexpr std::size_t kMinBucket = 1024;  // a first and a following short message look alike

// The size of an envelope is such that its sealed object fills a bucket exactly.
std::size_t paddedEnvelope(std::size_t size) { return std::max(kMinBucket, ipld::sealedBucket(size)) - kEnvelopeFrame; }
const std::size_t kMaxEnvelope = paddedEnvelope(kMaxContent + kFirstPrefix + kRatchetOverhead + kBodyFrame + kMaxLines * kReportBytes);

bool hasEnvelopeSize(ByteView envelope)
{
    return envelope.size() <= kMaxEnvelope && envelope.size() >= kMinBucket - kEnvelopeFrame &&
           paddedEnvelope(envelope.size()) == envelope.size();
}

struct Body {
    bool wantsAck = false;
    std::uint32_t number = 0;
    std::uint32_t floor = 0;
    std::vector<ByteView> reports;
    ByteView content;
};

std::optional<Body> parseBody(ByteView bytes)
{
    WireReader in(bytes);
    if (in.le<std::uint8_t>() != kBodyVersion) return std::nullopt;
    Body out;
    out.wantsAck = in.flag();
    out.number = in.le<std::uint32_t>();
    out.floor = in.le<std::uint32_t>();
    const auto reports = in.le<std::uint8_t>();
    for (std::size_t i = 0; i < reports; ++i) out.reports.push_back(in.take(kReportBytes));
    const std::size_t size = in.count(kMaxContent, 1);
    out.content = in.take(size);
    if (!in.ok() || out.floor > out.number) return std::nullopt;
    return out;
}

} // namespace

EnvelopeTag tagOf(ByteView envelope)
{
    EnvelopeTag out;
    std::memcpy(out.data(), crypto::blake2b(envelope).data(), EnvelopeTag::size);
    return out;
}

Session::Session(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Result<Session> Session::initiate(const LocalKeys& own, const PrekeyBundle& theirs, Random& random)
{
    auto state = std::make_unique<State>();
    state->own = own.identity.open;
    state->peer = theirs;
    Session out(std::move(state));
    BT_CHECK(out.restart(own, random));
    return out;
}

Result<void> Session::restart(const LocalKeys& own, Random& random)
{
    BT_TRY(Agreed agreed, agreeAsInitiator(own, m_state->peer, random));
    BT_TRY(Ratchet ratchet, Ratchet::initiator(agreed, m_state->peer.prekey, random));
    for (Line& line : m_state->lines) line.retired = true;
    m_state->addLine({agreed.id, true, false, std::move(agreed.prelude), std::move(ratchet), {}});
    return {};
}

Result<PrekeyBundle> Session::senderOf(const LocalKeys& own, ByteView envelope)
{
    if (!hasEnvelopeSize(envelope)) return fail("messaging.bad_envelope");
    if (envelope[0] != kFirst) return fail("messaging.not_for_us", "not a first envelope");
    BT_TRY(Agreed agreed, agreeAsResponder(own, envelope.subspan(1, kPreludeBytes)));
    return agreed.sender;
}

Result<Session::Accepted> Session::accept(const LocalKeys& own, ByteView envelope, Random& random)
{
    BT_TRY(const PrekeyBundle sender, senderOf(own, envelope));
    auto state = std::make_unique<State>();
    state->own = own.identity.open;
    state->peer = sender;
    Session session(std::move(state));
    BT_TRY(Opened opened, session.open(own, envelope, random));
    return Accepted{std::move(session), std::move(opened), sender};
}

Result<Sealed> Session::seal(ByteView content, Random& random, bool wantsAck)
{
    if (content.size() > kMaxContent) return fail("messaging.too_large");
    Line& line = *m_state->find(m_state->active);
    if (line.receipts.full()) return fail("messaging.peer_silent");

    Bytes prefix{line.prelude.empty() ? kFollowing : kFirst};
    append(prefix, line.prelude);
    Bytes body{kBodyVersion, static_cast<std::uint8_t>(wantsAck ? kWantsAck : 0)};
    appendLe(body, line.receipts.nextNumber());
    appendLe(body, line.receipts.floor());
    std::vector<Bytes> reports;
    for (const Line& each : m_state->lines)
        if (each.receipts.anyReceived()) reports.push_back(each.receipts.report(each.id));
    body.push_back(static_cast<std::uint8_t>(reports.size()));
    for (const Bytes& report : reports) append(body, report);
    appendLe(body, static_cast<std::uint32_t>(content.size()));
    append(body, content);
    const std::size_t around = prefix.size() + kRatchetOverhead;
    body.resize(paddedEnvelope(around + body.size()) - around, 0);

    Sealed out;
    out.envelope = prefix;
    append(out.envelope, line.ratchet.seal(prefix, body, random));
    wipe(body.data(), body.size());
    out.tag = tagOf(out.envelope);
    line.receipts.sent(out.tag, wantsAck);
    m_state->owesAck = false;
    return out;
}

Result<Sealed> Session::sealAck(Random& random) { return seal({}, random, false); }
bool Session::owesAck() const { return m_state->owesAck; }

Result<Opened> Session::open(const LocalKeys& own, ByteView envelope, Random& random)
{
    if (!hasEnvelopeSize(envelope)) return fail("messaging.bad_envelope");
    const EnvelopeTag tag = tagOf(envelope);
    State& state = *m_state;
    if (own.identity.open != state.own) return fail("messaging.not_for_us", "keys of another relationship");
    if (std::find(state.recent.begin(), state.recent.end(), tag) != state.recent.end()) return fail("messaging.duplicate");

    // Everything happens on copies; the state is touched only when the message has proved good.
    std::optional<Line> read;
    std::optional<PrekeyBundle> card;
    Bytes plain;
    const auto tryLine = [&](Line line, ByteView prefix) -> Result<void> {
        BT_TRY(plain, line.ratchet.open(prefix, envelope.subspan(prefix.size()), random));
        read = std::move(line);
        return {};
    };
    if (envelope[0] == kFirst) {
        const ByteView prefix = envelope.first(kFirstPrefix);
        const ByteView prelude = prefix.subspan(1);
        const RatchetId id = ratchetIdOf(prelude);
        if (Line* line = state.find(id)) {
            if (line->ours) return fail("messaging.not_for_us", "our own, reflected");
            BT_CHECK(tryLine(line->clone(), prefix));
        } else {
            if (std::find(state.known.begin(), state.known.end(), id) != state.known.end()) return fail("messaging.duplicate");
            BT_TRY(Agreed agreed, agreeAsResponder(own, prelude));
            if (agreed.sender.identity != state.peer.identity) return fail("messaging.not_for_us", "another person");
            card = agreed.sender;
            BT_CHECK(tryLine({id, false, false, {}, Ratchet::responder(agreed), {}}, prefix));
        }
    } else if (envelope[0] == kFollowing) {
        // Which agreement it belongs to shows only by trying: what we seal with first, then the newest.
        std::vector<const Line*> order;
        for (auto line = state.lines.rbegin(); line != state.lines.rend(); ++line)
            order.insert(line->id == state.active ? order.begin() : order.end(), &*line);
        for (const Line* line : order) {
            const auto done = tryLine(line->clone(), envelope.first(1));
            if (done) break;
            if (done.error().code != "messaging.not_authentic") return tl::unexpected(done.error());
        }
        if (!read) return fail("messaging.not_authentic");
    } else {
        return fail("messaging.bad_envelope", "type");
    }

    const auto body = parseBody(plain);
    if (!body) return fail("messaging.bad_envelope", "body"); // sealed by the other side's own hand
    Opened out;
    out.content = bytesOf(body->content);
    out.wantsAck = body->wantsAck;
    read->receipts.received(body->number, body->floor, tag);
    read->prelude.clear(); // an answer: the other side has agreed
    const RatchetId readId = read->id;

    if (Line* line = state.find(readId)) {
        *line = std::move(*read);
        if (!line->retired) state.active = readId;
    } else {
        // The other side started anew, unless both started at once: then both lines stay open, and each sends on the
        // one it read from last.
        for (Line& each : state.lines) each.retired = each.retired || !each.unanswered();
        out.startedAnew = !state.lines.empty();
        state.addLine(std::move(*read));
        state.rememberLine(readId);
        if (card->prekeyId >= state.peer.prekeyId) state.peer = *card;
    }
    for (const ByteView report : body->reports) {
        Line* line = state.find(readLe<RatchetId>(report));
        if (line == nullptr) continue;
        Receipts::Outcome outcome = line->receipts.takeReport(line->id, report.subspan(sizeof(RatchetId)));
        out.delivered.insert(out.delivered.end(), outcome.delivered.begin(), outcome.delivered.end());
        out.outOfStep = out.outOfStep || outcome.outOfStep;
    }
    state.remember(tag);
    state.owesAck = state.owesAck || body->wantsAck;
    wipe(plain.data(), plain.size());
    return out;
}

std::vector<EnvelopeTag> Session::unacknowledged() const
{
    std::vector<EnvelopeTag> out;
    for (const Line& line : m_state->lines) {
        const auto waiting = line.receipts.waiting();
        out.insert(out.end(), waiting.begin(), waiting.end());
    }
    return out;
}

bool Session::awaitingAnswer() const { return m_state->find(m_state->active)->unanswered(); }
const PrekeyBundle& Session::peer() const { return m_state->peer; }

Result<void> Session::updatePeer(const PrekeyBundle& card)
{
    if (card.identity != m_state->peer.identity || !card.signatureHolds()) return fail("messaging.not_authentic", "card");
    m_state->peer = card;
    return {};
}

Secret Session::exportState() const { return m_state->write(); }

Result<Session> Session::importState(ByteView bytes)
{
    auto state = State::read(bytes);
    if (state == nullptr) return fail("messaging.bad_state");
    return Session(std::move(state));
}

} // namespace bt::messaging
