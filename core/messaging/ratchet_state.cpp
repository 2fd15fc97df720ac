// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/ratchet.h"
#include "messaging/wire.h"

namespace bt::messaging {

namespace {

constexpr std::size_t kChainRow = 36;
constexpr std::size_t kKeyRow = 40;

void readRows(SecretRows& rows, WireReader& in, std::size_t most, std::size_t width)
{
    const std::size_t count = in.count(most, width);
    for (std::size_t i = 0; i < count; ++i) rows.add(in.take(width));
}

} // namespace

void Ratchet::write(SecretWriter& out) const
{
    out.put(m_keys.view());
    out.put(m_associated.view());
    out.put(m_ownDh.view());
    out.put(m_theirDh.view());
    for (const bool flag : {m_hasTheirDh, m_canSeal, m_canOpen}) out.le<std::uint8_t>(flag ? 1 : 0);
    for (const std::uint32_t number : {m_sent, m_received, m_previousSent, m_chain}) out.le(number);
    out.le(static_cast<std::uint32_t>(m_skippedChains.count()));
    out.put(m_skippedChains.all());
    out.le(static_cast<std::uint32_t>(m_skipped.count()));
    out.put(m_skipped.all());
}

std::optional<Ratchet> Ratchet::read(WireReader& in)
{
    Ratchet out;
    const ByteView keys = in.take(Slots * 32);
    if (!in.ok()) return std::nullopt;
    std::memcpy(out.m_keys.data(), keys.data(), keys.size());
    out.m_associated = in.fixed<Hash256>();
    out.m_ownDh = in.fixed<crypto::X25519Public>();
    out.m_theirDh = in.fixed<crypto::X25519Public>();
    for (bool* flag : {&out.m_hasTheirDh, &out.m_canSeal, &out.m_canOpen}) *flag = in.flag();
    for (std::uint32_t* number : {&out.m_sent, &out.m_received, &out.m_previousSent, &out.m_chain}) *number = in.le<std::uint32_t>();
    readRows(out.m_skippedChains, in, 1024, kChainRow);
    readRows(out.m_skipped, in, kMaxSkippedKeys, kKeyRow);
    if (!in.ok()) return std::nullopt;
    return out;
}

} // namespace bt::messaging
