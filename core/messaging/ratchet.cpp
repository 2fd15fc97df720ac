// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/ratchet.h"

#include "crypto/aead.h"
#include "crypto/hash.h"
#include "crypto/kdf.h"
#include "messaging/wire.h"

namespace bt::messaging {

namespace {

constexpr std::size_t kHeaderPlain = 40;
constexpr std::size_t kHeaderSealed = kHeaderPlain + crypto::kTagBytes;
constexpr std::size_t kChainRow = 36;
constexpr std::size_t kKeyRow = 40;
constexpr std::size_t kMaxSkippedChains = 64;
constexpr std::string_view kStartInfo = "bt/ratchet/v1/start";
constexpr std::string_view kRootInfo = "bt/ratchet/v1/root";
constexpr std::uint8_t kMessageLabel[] = {1};
constexpr std::uint8_t kChainLabel[] = {2};

Bytes bodyAssociated(const Hash256& people, ByteView prefix, ByteView message)
{
    Bytes out = bytesOf(people.view());
    append(out, prefix);
    append(out, message.subspan(crypto::XNonce::size, kHeaderSealed));
    return out;
}

crypto::XNonce nonceOf(ByteView message)
{
    crypto::XNonce out;
    std::memcpy(out.data(), message.data(), crypto::XNonce::size);
    return out;
}

} // namespace

Ratchet::Ratchet() : m_keys(Slots * 32), m_skippedChains(kChainRow), m_skipped(kKeyRow) {}

Ratchet Ratchet::clone() const
{
    Ratchet out;
    out.m_keys = m_keys.clone();
    out.m_associated = m_associated;
    out.m_ownDh = m_ownDh;
    out.m_theirDh = m_theirDh;
    out.m_hasTheirDh = m_hasTheirDh;
    out.m_canSeal = m_canSeal;
    out.m_canOpen = m_canOpen;
    out.m_sent = m_sent;
    out.m_received = m_received;
    out.m_previousSent = m_previousSent;
    out.m_chain = m_chain;
    out.m_skippedChains = m_skippedChains.clone();
    out.m_skipped = m_skipped.clone();
    return out;
}

void Ratchet::set(Slot which, ByteView key) { std::memcpy(m_keys.data() + which * 32, key.data(), 32); }

Result<Ratchet> Ratchet::initiator(const Agreed& agreed, const crypto::X25519Public& theirPrekey, Random& random)
{
    const Secret start = crypto::hkdf(agreed.key.view(), agreed.associated.view(), kStartInfo, 96);
    Ratchet out;
    out.m_associated = agreed.associated;
    out.set(Root, start.view().first(32));
    out.set(SendHeader, start.view().subspan(32, 32));
    out.set(NextReceiveHeader, start.view().subspan(64, 32));
    const crypto::X25519Pair pair = crypto::x25519Pair(random);
    out.set(OwnDh, pair.secret.view());
    out.m_ownDh = pair.open;
    out.m_theirDh = theirPrekey;
    out.m_hasTheirDh = true;
    BT_CHECK(out.stepRoot(SendChain, NextSendHeader));
    out.m_canSeal = true;
    return out;
}

Ratchet Ratchet::responder(const Agreed& agreed)
{
    const Secret start = crypto::hkdf(agreed.key.view(), agreed.associated.view(), kStartInfo, 96);
    Ratchet out;
    out.m_associated = agreed.associated;
    out.set(Root, start.view().first(32));
    out.set(NextReceiveHeader, start.view().subspan(32, 32));
    out.set(NextSendHeader, start.view().subspan(64, 32));
    out.set(OwnDh, agreed.prekey->pair.secret.view());
    out.m_ownDh = agreed.prekey->pair.open;
    return out;
}

Hash256 Ratchet::stepChain(Slot chain)
{
    const Hash256 message = crypto::hmacSha256(slot(chain), kMessageLabel);
    Hash256 next = crypto::hmacSha256(slot(chain), kChainLabel);
    set(chain, next.view());
    wipe(next.data(), Hash256::size);
    return message;
}

Result<void> Ratchet::stepRoot(Slot chain, Slot nextHeader)
{
    BT_TRY(const Secret shared, crypto::x25519(slot(OwnDh), m_theirDh));
    const Secret keys = crypto::hkdf(shared.view(), slot(Root), kRootInfo, 96);
    set(Root, keys.view().first(32));
    set(chain, keys.view().subspan(32, 32));
    set(nextHeader, keys.view().subspan(64, 32));
    return {};
}

Result<void> Ratchet::stepDh(const crypto::X25519Public& theirs, Random& random)
{
    m_previousSent = m_sent;
    m_sent = 0;
    m_received = 0;
    ++m_chain;
    set(SendHeader, slot(NextSendHeader));
    set(ReceiveHeader, slot(NextReceiveHeader));
    m_theirDh = theirs;
    m_hasTheirDh = true;
    BT_CHECK(stepRoot(ReceiveChain, NextReceiveHeader));
    const crypto::X25519Pair pair = crypto::x25519Pair(random);
    set(OwnDh, pair.secret.view());
    m_ownDh = pair.open;
    BT_CHECK(stepRoot(SendChain, NextSendHeader));
    m_canOpen = true;
    m_canSeal = true;
    return {};
}

Bytes Ratchet::seal(ByteView prefix, ByteView body, Random& random)
{
    Bytes header = bytesOf(m_ownDh.view());
    appendLe(header, m_previousSent);
    appendLe(header, m_sent);
    // One random nonce serves both seals, which have keys of their own. It must be random: a state restored from a
    // backup uses its keys a second time.
    const auto nonce = random.fixed<crypto::XNonce>();
    Bytes out = bytesOf(nonce.view());
    append(out, crypto::xseal(slot(SendHeader), nonce, m_associated.view(), header));
    Hash256 key = stepChain(SendChain);
    append(out, crypto::xseal(key.view(), nonce, bodyAssociated(m_associated, prefix, out), body));
    wipe(key.data(), Hash256::size);
    ++m_sent;
    return out;
}

std::optional<Ratchet::Header> Ratchet::openHeader(ByteView key, ByteView message) const
{
    const auto plain = crypto::xopen(key, nonceOf(message), m_associated.view(), message.subspan(crypto::XNonce::size, kHeaderSealed));
    if (!plain) return std::nullopt;
    WireReader in(*plain);
    Header out;
    out.dh = in.fixed<crypto::X25519Public>();
    out.previous = in.le<std::uint32_t>();
    out.number = in.le<std::uint32_t>();
    return out;
}

Result<Bytes> Ratchet::openBody(ByteView key, ByteView prefix, ByteView message) const
{
    auto body = crypto::xopen(key, nonceOf(message), bodyAssociated(m_associated, prefix, message),
                              message.subspan(crypto::XNonce::size + kHeaderSealed));
    if (!body) return fail("messaging.not_authentic", "body");
    return body;
}

Result<Bytes> Ratchet::open(ByteView prefix, ByteView message, Random& random)
{
    if (message.size() < kRatchetOverhead) return fail("messaging.bad_envelope");
    // Late messages, whose keys were put aside.
    for (std::size_t c = 0; c < m_skippedChains.count(); ++c) {
        const auto chain = readLe<std::uint32_t>(m_skippedChains.row(c).first(4));
        const auto header = openHeader(m_skippedChains.row(c).subspan(4), message);
        if (!header) continue;
        for (std::size_t i = 0; i < m_skipped.count(); ++i) {
            const ByteView row = m_skipped.row(i);
            if (readLe<std::uint32_t>(row.first(4)) != chain || readLe<std::uint32_t>(row.subspan(4, 4)) != header->number) continue;
            BT_TRY(Bytes body, openBody(row.subspan(8), prefix, message));
            m_skipped.erase(i);
            dropChainIfEmpty(chain);
            return body;
        }
        if (m_canOpen && chain == m_chain && header->number >= m_received) break; // goes on below
        return fail("messaging.duplicate");
    }
    const auto current = m_canOpen ? openHeader(slot(ReceiveHeader), message) : std::nullopt;
    if (current) {
        if (current->number < m_received) return fail("messaging.duplicate");
        BT_CHECK(skipTo(current->number));
    } else {
        const auto next = openHeader(slot(NextReceiveHeader), message);
        if (!next) return fail("messaging.not_authentic", "header");
        if (m_canOpen) BT_CHECK(skipTo(next->previous));
        if (!stepDh(next->dh, random)) return fail("messaging.not_authentic", "ratchet key");
        BT_CHECK(skipTo(next->number));
    }
    Hash256 key = stepChain(ReceiveChain);
    auto body = openBody(key.view(), prefix, message);
    wipe(key.data(), Hash256::size);
    if (body) ++m_received;
    return body;
}

Result<void> Ratchet::skipTo(std::uint32_t number)
{
    if (number <= m_received) return {};
    if (number - m_received > kMaxJump) return fail("messaging.too_far_ahead");
    Bytes chainRow;
    appendLe(chainRow, m_chain);
    bool known = false;
    for (std::size_t c = 0; c < m_skippedChains.count(); ++c)
        known = known || readLe<std::uint32_t>(m_skippedChains.row(c).first(4)) == m_chain;
    if (!known) {
        append(chainRow, slot(ReceiveHeader));
        m_skippedChains.add(chainRow);
        wipe(chainRow.data(), chainRow.size());
    }
    for (; m_received < number; ++m_received) {
        Hash256 key = stepChain(ReceiveChain);
        if (number - m_received <= kMaxSkippedKeys) { // the others would be evicted at once
            std::uint8_t row[kKeyRow];
            for (std::size_t i = 0; i < 4; ++i) {
                row[i] = static_cast<std::uint8_t>(m_chain >> (8 * i));
                row[4 + i] = static_cast<std::uint8_t>(m_received >> (8 * i));
            }
            std::memcpy(row + 8, key.data(), Hash256::size);
            m_skipped.add(row);
            wipe(row, sizeof row);
        }
        wipe(key.data(), Hash256::size);
    }
    limitSkipped();
    return {};
}

void Ratchet::dropChainIfEmpty(std::uint32_t chain)
{
    for (std::size_t i = 0; i < m_skipped.count(); ++i)
        if (readLe<std::uint32_t>(m_skipped.row(i).first(4)) == chain) return;
    for (std::size_t c = 0; c < m_skippedChains.count(); ++c)
        if (readLe<std::uint32_t>(m_skippedChains.row(c).first(4)) == chain) {
            m_skippedChains.erase(c);
            return;
        }
}

void Ratchet::limitSkipped()
{
    if (m_skipped.count() > kMaxSkippedKeys) m_skipped.eraseFirst(m_skipped.count() - kMaxSkippedKeys);
    while (m_skippedChains.count() > 0) {
        const auto oldest = readLe<std::uint32_t>(m_skippedChains.row(0).first(4));
        std::size_t held = 0;
        while (held < m_skipped.count() && readLe<std::uint32_t>(m_skipped.row(held).first(4)) == oldest) ++held;
        if (held > 0 && m_skippedChains.count() <= kMaxSkippedChains) break;
        m_skipped.eraseFirst(held);
        m_skippedChains.eraseFirst(1);
    }
}

} // namespace bt::messaging
