// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Kaspa addresses: prefix, version byte and payload in a cashaddr-like base32 (rusty-kaspa crypto/addresses). Pure;
//! no Qt. Thread safety: all functions are.
#pragma once

#include "kaspa/transaction.h"

#include <string>
#include <string_view>

namespace bt::kaspa {

enum class AddressKind : std::uint8_t { PubKey = 0, PubKeyEcdsa = 1, ScriptHash = 8 };

struct Address {
    std::string prefix; //!< "kaspa", "kaspatest", "kaspasim" or "kaspadev"
    AddressKind kind = AddressKind::PubKey;
    Bytes payload; //!< 32 bytes; 33 for PubKeyEcdsa
    auto operator<=>(const Address&) const = default;
};

//! prefix ":" payload and checksum, in lower case. Takes any prefix and payload, so that vectors can be made.
[[nodiscard]] std::string encodeAddress(const Address& address);
//! \returns the address; "kaspa.address.prefix" (unknown, or none: args[0] what stood there),
//! "kaspa.address.character",
//!          "kaspa.address.checksum", "kaspa.address.version" or "kaspa.address.length".
[[nodiscard]] Result<Address> decodeAddress(std::string_view text);
//! As decodeAddress, and "kaspa.address.other_network" (args: found, wanted) if the prefix is not `prefix`.
[[nodiscard]] Result<Address> decodeAddress(std::string_view text, std::string_view prefix);

//! The parts of a text under any prefix with a right checksum; version and length are not judged.
struct RawAddress {
    std::string prefix;
    std::uint8_t version = 0;
    Bytes payload;
};
[[nodiscard]] Result<RawAddress> decodeRawAddress(std::string_view text);

//! The script that pays to an address.
[[nodiscard]] ScriptPublicKey scriptOf(const Address& address);
//! \returns the address that a standard script pays to; "kaspa.address.no_address" for other scripts.
[[nodiscard]] Result<Address> addressOf(const ScriptPublicKey& spk, std::string_view prefix);

} // namespace bt::kaspa
