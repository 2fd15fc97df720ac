// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/receipts.h"

#include "crypto/hash.h"
#include "messaging/wire.h"

#include <algorithm>

namespace bt::messaging {

namespace {

constexpr std::string_view kReportDomain = "bt/report/v1";
constexpr std::size_t kMaxReceived = 8192; // far more than an honest sender has outstanding
constexpr std::size_t kDigest = 16;
constexpr std::size_t kBits = kReportWindow / 8;

class ReportDigest
{
public:
    ReportDigest(RatchetId id, std::uint32_t from, ByteView bits) : m_hash(viewOf(kReportDomain)) { m_hash.le(id).le(from).update(bits); }
    void add(const EnvelopeTag& tag) { m_hash.update(tag.view()); }
    [[nodiscard]] Bytes finish() const { return bytesOf(m_hash.finish().view().first(kDigest)); }

private:
    crypto::Blake2b m_hash;
};

} // namespace

bool Receipts::full() const { return m_sent.size() >= kMaxUnacknowledged && m_sent.front().waiting; }

std::uint32_t Receipts::floor() const
{
    const auto first = std::find_if(m_sent.begin(), m_sent.end(), [](const Sent& s) { return s.waiting; });
    return m_sentBase + static_cast<std::uint32_t>(first - m_sent.begin());
}

void Receipts::sent(const EnvelopeTag& tag, bool waiting)
{
    if (m_sent.size() >= kMaxUnacknowledged) { // full() was asked: the first ones do not wait
        const std::uint32_t drop = floor() - m_sentBase;
        m_sent.erase(m_sent.begin(), m_sent.begin() + drop);
        m_sentBase += drop;
    }
    m_sent.push_back({tag, waiting});
}

std::vector<EnvelopeTag> Receipts::waiting() const
{
    std::vector<EnvelopeTag> out;
    for (const Sent& s : m_sent)
        if (s.waiting) out.push_back(s.tag);
    return out;
}

void Receipts::received(std::uint32_t number, std::uint32_t theirFloor, const EnvelopeTag& tag)
{
    m_theirFloor = std::max(m_theirFloor, theirFloor);
    m_received.erase(m_received.begin(), m_received.lower_bound(m_theirFloor));
    if (number >= m_theirFloor && m_received.size() < kMaxReceived) m_received.emplace(number, tag);
}

Bytes Receipts::report(RatchetId id) const
{
    Bytes bits(kBits, 0);
    std::vector<const EnvelopeTag*> tags;
    for (const auto& [number, tag] : m_received) {
        const std::uint32_t at = number - m_theirFloor;
        if (at >= kReportWindow) break;
        bits[at / 8] = static_cast<std::uint8_t>(bits[at / 8] | (1U << (at % 8)));
        tags.push_back(&tag);
    }
    ReportDigest digest(id, m_theirFloor, bits);
    for (const EnvelopeTag* tag : tags) digest.add(*tag);
    Bytes out;
    appendLe(out, id);
    appendLe(out, m_theirFloor);
    append(out, bits);
    append(out, digest.finish());
    return out;
}

Receipts::Outcome Receipts::takeReport(RatchetId id, ByteView report)
{
    WireReader in(report);
    const auto from = in.le<std::uint32_t>();
    const ByteView bits = in.take(kBits);
    const ByteView theirDigest = in.take(kDigest);
    Outcome out;
    if (!in.ok() || m_outOfStep || from < m_sentBase) return out; // an old report that overtook nothing: a newer one said all of it
    if (from > floor()) return lost();                            // a floor that we never named
    ReportDigest digest(id, from, bits);
    std::vector<std::size_t> read;
    for (std::size_t i = 0; i < kReportWindow; ++i) {
        if ((bits[i / 8] >> (i % 8) & 1) == 0) continue;
        const std::size_t at = from - m_sentBase + i;
        if (at >= m_sent.size()) return lost(); // a number that we never used
        digest.add(m_sent[at].tag);
        read.push_back(at);
    }
    if (!equal(digest.finish(), theirDigest)) return lost();
    for (const std::size_t at : read)
        if (std::exchange(m_sent[at].waiting, false)) out.delivered.push_back(m_sent[at].tag);
    // The reader knows this floor, so nothing below it will be reported again.
    m_sent.erase(m_sent.begin(), m_sent.begin() + (from - m_sentBase));
    m_sentBase = from;
    return out;
}

Receipts::Outcome Receipts::lost()
{
    m_outOfStep = true;
    for (Sent& s : m_sent) s.waiting = false;
    return {{}, true};
}

void Receipts::write(SecretWriter& out) const
{
    out.le<std::uint8_t>(m_outOfStep ? 1 : 0);
    out.le(m_sentBase);
    out.le(static_cast<std::uint32_t>(m_sent.size()));
    for (const Sent& s : m_sent) {
        out.put(s.tag.view());
        out.le<std::uint8_t>(s.waiting ? 1 : 0);
    }
    out.le(m_theirFloor);
    out.le(static_cast<std::uint32_t>(m_received.size()));
    for (const auto& [number, tag] : m_received) {
        out.le(number);
        out.put(tag.view());
    }
}

std::optional<Receipts> Receipts::read(WireReader& in)
{
    Receipts out;
    out.m_outOfStep = in.flag();
    out.m_sentBase = in.le<std::uint32_t>();
    const std::size_t sentCount = in.count(kMaxUnacknowledged, EnvelopeTag::size + 1);
    for (std::size_t i = 0; i < sentCount; ++i) {
        const auto tag = in.fixed<EnvelopeTag>();
        out.m_sent.push_back({tag, in.flag()});
    }
    out.m_theirFloor = in.le<std::uint32_t>();
    const std::size_t receivedCount = in.count(kMaxReceived, 4 + EnvelopeTag::size);
    for (std::size_t i = 0; i < receivedCount; ++i) {
        const auto number = in.le<std::uint32_t>();
        if (number < out.m_theirFloor) return std::nullopt;
        out.m_received.emplace(number, in.fixed<EnvelopeTag>());
    }
    if (!in.ok()) return std::nullopt;
    return out;
}

} // namespace bt::messaging
