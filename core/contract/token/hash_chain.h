// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Prepared borrowing (KCC-20, hash-chain/v1): a recipient lets a sender add tokens to a UTXO once for each link that it
//! gives away, and keeps its outpoint quiet otherwise. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/random.h"
#include "contract/token/state.h"

namespace bt::contract::token {

//! What a sender needs for one borrow: the value before the guard, and the secret key of the link.
struct Link {
    Hash256 previous; //!< becomes the guard
    Secret key;       //!< of the link's one-time key, 32 bytes
};
//! BLAKE3(previous | key): the guard that a link opens.
[[nodiscard]] Hash256 guardOf(const Hash256& previous, const XOnlyKey& key);

//! A chain of links, made from one seed so that a wallet keeps 32 bytes instead of all links. The key of link n is
//! HKDF-SHA256(seed, info "bt/borrow-key/v1/n"), the chain's start that with "bt/borrow-start/v1". Move-only.
class HashChain
{
public:
    static constexpr std::uint32_t kMaxLinks = 1'000;
    //! \param seed 32 secret bytes of the wallet. \param links 1..kMaxLinks; "token.bad_chain" otherwise.
    [[nodiscard]] static Result<HashChain> from(ByteView seed, std::uint32_t links);
    //! The guard that `left` links open; the whole chain's is guard(links()).
    [[nodiscard]] const Hash256& guard(std::uint32_t left) const { return m_guards.at(left); }
    [[nodiscard]] std::uint32_t links() const { return static_cast<std::uint32_t>(m_guards.size() - 1); }
    //! The link that opens `guard`. \returns "token.bad_chain" if it is not of this chain or the last one is spent.
    [[nodiscard]] Result<Link> linkFor(const Hash256& guard) const;

private:
    HashChain() = default;
    [[nodiscard]] Result<Secret> keyOf(std::uint32_t link) const;
    Secret m_seed;
    std::vector<Hash256> m_guards; // [0] is the chain's start
};

} // namespace bt::contract::token
