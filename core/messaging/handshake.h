// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The X3DH-shaped key agreement. Private to the module. Pure functions; thread safety: all functions are.
#pragma once

#include "messaging/bundle.h"

namespace bt::messaging {

//! Stands in front of every envelope until the first answer: prekey id 4, ephemeral key 32, sealed sender's bundle.
inline constexpr std::size_t kPreludeBytes = 4 + 32 + PrekeyBundle::kBytes + 16;

using RatchetId = std::uint64_t;
[[nodiscard]] RatchetId ratchetIdOf(ByteView prelude);

//! What both sides hold after the agreement.
struct Agreed {
    RatchetId id = 0;
    Secret key;                     //!< 32 bytes, the ratchet's first root
    Hash256 associated;             //!< both identities and their roles
    Bytes prelude;                  //!< initiator only
    PrekeyBundle sender;            //!< responder only
    const Prekey* prekey = nullptr; //!< responder only: ours that was used; points into LocalKeys
};

[[nodiscard]] Result<Agreed> agreeAsInitiator(const LocalKeys& own, const PrekeyBundle& theirs, Random& random);
//! \param prelude kPreludeBytes bytes. \returns "messaging.not_for_us", "messaging.not_authentic".
[[nodiscard]] Result<Agreed> agreeAsResponder(const LocalKeys& own, ByteView prelude);

} // namespace bt::messaging
