// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/session_state.h"

#include "messaging/wire.h"

#include <algorithm>

namespace bt::messaging {

namespace {

constexpr std::uint8_t kStateVersion = 1;

} // namespace

Line* Session::State::find(RatchetId id)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& l) { return l.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

void Session::State::addLine(Line line)
{
    active = line.id;
    lines.push_back(std::move(line));
    while (lines.size() > kMaxLines) {
        auto victim = std::find_if(lines.begin(), lines.end(), [](const Line& l) { return l.retired; });
        if (victim == lines.end()) victim = std::find_if(lines.begin(), lines.end(), [&](const Line& l) { return l.id != active; });
        lines.erase(victim);
    }
}

void Session::State::remember(const EnvelopeTag& tag)
{
    recent.push_back(tag);
    if (recent.size() > kMaxRecent) recent.pop_front();
}

void Session::State::rememberLine(RatchetId id)
{
    known.push_back(id);
    if (known.size() > kMaxKnownLines) known.pop_front();
}

Secret Session::State::write() const
{
    SecretWriter out;
    out.le(kStateVersion);
    out.put(own.view());
    out.put(peer.bytes());
    out.le(active);
    out.le<std::uint8_t>(owesAck ? 1 : 0);
    out.le(static_cast<std::uint32_t>(recent.size()));
    for (const EnvelopeTag& tag : recent) out.put(tag.view());
    out.le(static_cast<std::uint32_t>(known.size()));
    for (const RatchetId id : known) out.le(id);
    out.le(static_cast<std::uint32_t>(lines.size()));
    for (const Line& line : lines) {
        out.le(line.id);
        out.le<std::uint8_t>(line.ours ? 1 : 0);
        out.le<std::uint8_t>(line.retired ? 1 : 0);
        out.le(static_cast<std::uint32_t>(line.prelude.size()));
        out.put(line.prelude);
        line.ratchet.write(out);
        line.receipts.write(out);
    }
    return out.finish();
}

std::unique_ptr<Session::State> Session::State::read(ByteView bytes)
{
    WireReader in(bytes);
    if (in.le<std::uint8_t>() != kStateVersion) return nullptr;
    auto out = std::make_unique<State>();
    out->own = in.fixed<crypto::Ed25519Public>();
    const auto card = PrekeyBundle::parse(in.take(PrekeyBundle::kBytes));
    if (!card) return nullptr;
    out->peer = *card;
    out->active = in.le<RatchetId>();
    out->owesAck = in.flag();
    const std::size_t recentCount = in.count(kMaxRecent, EnvelopeTag::size);
    for (std::size_t i = 0; i < recentCount; ++i) out->recent.push_back(in.fixed<EnvelopeTag>());
    const std::size_t knownCount = in.count(kMaxKnownLines, sizeof(RatchetId));
    for (std::size_t i = 0; i < knownCount; ++i) out->known.push_back(in.le<RatchetId>());
    const std::size_t lineCount = in.count(kMaxLines, 1);
    for (std::size_t i = 0; i < lineCount; ++i) {
        const auto id = in.le<RatchetId>();
        const bool ours = in.flag();
        const bool retired = in.flag();
        const std::size_t preludeSize = in.count(kPreludeBytes, 1);
        const Bytes prelude = bytesOf(in.take(preludeSize));
        auto ratchet = Ratchet::read(in);
        if (!ratchet || (!prelude.empty() && prelude.size() != kPreludeBytes)) return nullptr;
        auto receipts = Receipts::read(in);
        if (!receipts || !ratchet->canSeal()) return nullptr;
        if (ours && !ratchet->hasReceived() && prelude.empty()) return nullptr;
        out->lines.push_back({id, ours, retired, prelude, std::move(*ratchet), std::move(*receipts)});
    }
    if (!in.ok() || !in.rest().empty() || out->find(out->active) == nullptr) return nullptr;
    return out;
}

} // namespace bt::messaging
