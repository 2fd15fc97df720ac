// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/token/hash_chain.h"

#include "crypto/hash.h"
#include "crypto/kdf.h"

namespace bt::contract::token {
namespace {

tl::unexpected<Error> bad(const char* why) { return fail("token.bad_chain", why); }

} // namespace

Hash256 guardOf(const Hash256& previous, const XOnlyKey& key)
{
    Bytes said = bytesOf(previous.view());
    append(said, key.view());
    return crypto::blake3(said);
}

Result<HashChain> HashChain::from(ByteView seed, std::uint32_t links)
{
    if (seed.size() != 32 || links == 0 || links > kMaxLinks) return bad("seed of 32 bytes, 1 to 1000 links");
    HashChain out;
    out.m_seed = Secret::copyOf(seed);
    BT_TRY(const Hash256 start, Hash256::from(crypto::hkdf(seed, {}, "bt/borrow-start/v1", Hash256::size).view()));
    out.m_guards.push_back(start); // shown with the last link
    for (std::uint32_t i = 1; i <= links; ++i) {
        BT_TRY(const Secret secret, out.keyOf(i));
        BT_TRY(const XOnlyKey key, crypto::secpXOnly(secret.view()));
        out.m_guards.push_back(guardOf(out.m_guards.back(), key));
    }
    return out;
}

Result<Secret> HashChain::keyOf(std::uint32_t link) const
{
    Secret key = crypto::hkdf(m_seed.view(), {}, "bt/borrow-key/v1/" + std::to_string(link), 32);
    if (!crypto::secpValid(key.view())) return bad("the seed leads to a key that is none"); // 1 in 2^128
    return key;
}

Result<Link> HashChain::linkFor(const Hash256& guard) const
{
    for (std::uint32_t i = 1; i < m_guards.size(); ++i) {
        if (m_guards[i] != guard) continue;
        BT_TRY(Secret key, keyOf(i));
        return Link{m_guards[i - 1], std::move(key)};
    }
    return bad("not a guard of this chain, or its last link is spent");
}

} // namespace bt::contract::token
