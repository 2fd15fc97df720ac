// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! BLAKE3 (specification of 2020), incremental, all three modes, any output length. Portable C++ of our own.
//! No Qt. Thread safety: one thread an object.
#pragma once

#include "base/bytes.h"
#include "base/fixed.h"

#include <array>
#include <string_view>

namespace bt::crypto {

//! An incremental BLAKE3 hasher. Copyable: a copy goes on from the same point.
class Blake3
{
public:
    Blake3();                            //!< hash
    explicit Blake3(const Hash256& key); //!< keyed_hash
    //! derive_key. \param context a fixed text that is unique in the world, never from input.
    [[nodiscard]] static Blake3 deriveKey(std::string_view context);

    Blake3& update(ByteView more);
    //! Of what was added so far; the state stays usable.
    [[nodiscard]] Hash256 finish() const;
    //! Same, any length.
    void finish(std::span<std::uint8_t> out) const;

private:
    using Words8 = std::array<std::uint32_t, 8>;
    struct Output { // the last compression of a node, kept back until it is known whether it is the root
        Words8 chain;
        std::array<std::uint32_t, 16> block;
        std::uint64_t counter;
        std::uint32_t length;
        std::uint32_t flags;
    };
    Blake3(const Words8& key, std::uint32_t flags);
    [[nodiscard]] Output chunkOutput() const;
    [[nodiscard]] Output parent(const Words8& left, const Words8& right) const;
    [[nodiscard]] static Words8 chainOf(const Output& node);
    void closeChunk();

    Words8 m_key;
    std::uint32_t m_flags;
    // the open chunk
    Words8 m_chain;
    std::uint64_t m_chunk = 0;
    std::array<std::uint8_t, 64> m_block{};
    std::size_t m_blockLength = 0;
    std::size_t m_blocksDone = 0;
    // finished subtrees, largest first; 54 levels hold 2^64 bytes
    std::array<Words8, 54> m_stack;
    std::size_t m_stackSize = 0;
};

} // namespace bt::crypto
