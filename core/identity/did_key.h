// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! did:key for Ed25519 and X25519. Pure functions, no Qt. Thread safety: all functions are.
#pragma once

#include "base/result.h"
#include "codec/json.h"
#include "crypto/curve25519.h"

#include <string>
#include <string_view>

namespace bt::identity {

[[nodiscard]] std::string didKey(const crypto::Ed25519Public& key); //!< "did:key:z6Mk..."
[[nodiscard]] std::string didKey(const crypto::X25519Public& key);  //!< "did:key:z6LS..."

//! \returns the key; "identity.bad_did" if the text is no did:key of that kind.
[[nodiscard]] Result<crypto::Ed25519Public> ed25519OfDid(std::string_view did);
[[nodiscard]] Result<crypto::X25519Public> x25519OfDid(std::string_view did);

//! The DID Core 1.0 document of an Ed25519 did:key (Multikey), with the X25519 key that the method derives from it.
//! \returns "identity.bad_did", or "crypto.bad_public_key" for bytes that are no point.
[[nodiscard]] Result<codec::Json> didDocument(std::string_view did);

} // namespace bt::identity
