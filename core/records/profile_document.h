// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The public profile of a persona: a signed block that everyone may read, and beside it a part that only those with its
//! content key can open. The chain holds the block's salted hash (contract/profile). Pure; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "base/clock.h"
#include "base/fixed.h"
#include "crypto/curve25519.h"
#include "crypto/hash.h"

#include <optional>
#include <string>
#include <vector>

namespace bt::records {

inline constexpr std::size_t kProfileBytes = 64 * 1024;
inline constexpr std::size_t kProfileFields = 16, kProfileLabelBytes = 60, kProfileTextBytes = 2000;

struct ProfileField {
    std::string label; //!< one line
    std::string text;  //!< plain
    bool operator==(const ProfileField&) const = default;
};

struct ProfileDocument {
    std::string key;                  //!< did:key (Ed25519) that signs
    std::string name;                 //!< one line
    std::vector<ProfileField> fields; //!< for everyone
    std::string sealedCid;            //!< of the part for contacts; "" there is none
    Fixed<16, struct ProfileSaltTag> salt;
    std::int64_t sequence = 0; //!< rising with every edition
    Millis writtenAt;
    bool operator==(const ProfileDocument&) const = default;
};

//! The block: canonical JSON {"profile":{...},"signature":"..."}; Ed25519 over "bt/profile/v1" 0x00 and the canonical
//! bytes. "record.bad_profile" (detail: the field), "record.too_long", "record.bad_text".
[[nodiscard]] Result<Bytes> signProfile(const ProfileDocument& document, const crypto::Ed25519Pair& key);
//! Reads a block from anyone. "record.bad_profile", "record.bad_signature", "record.too_long".
[[nodiscard]] Result<ProfileDocument> openProfileBlock(ByteView block);
//! BLAKE3("bt/profile-document/v1" | block): what an anchor's state holds. The salt is in the block.
[[nodiscard]] Hash256 profileHash(ByteView block);

//! The part for contacts, before it is sealed. Canonical JSON. "record.bad_profile".
[[nodiscard]] Result<Bytes> serialiseFields(const std::vector<ProfileField>& fields);
[[nodiscard]] Result<std::vector<ProfileField>> parseFields(ByteView bytes);

} // namespace bt::records
