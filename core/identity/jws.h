// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! JWS compact form with EdDSA and the split of an SD-JWT. Private to the module. Thread safety: all functions are.
#pragma once

#include "base/result.h"
#include "codec/json.h"
#include "crypto/curve25519.h"

#include <string>
#include <string_view>
#include <vector>

namespace bt::identity::jws {

struct Parts {
    codec::Json header;
    codec::Json payload;
    std::string_view signedText; //!< header.payload
    crypto::Ed25519Signature signature;
};

//! "identity.bad_sd_jwt", "identity.unknown_algorithm" unless alg is EdDSA.
[[nodiscard]] Result<Parts> parse(std::string_view compact);
[[nodiscard]] Result<std::string> sign(const codec::Json& header, const codec::Json& payload, const crypto::Ed25519Pair& key);

struct Disclosure {
    std::string_view wire; //!< base64url as it stands in the text
    std::string digest;    //!< base64url of its SHA-256
    bool named = false;    //!< true for an object's member, false for an array's element
    std::string name;
    codec::Json value;
};

//! An SD-JWT cut at its tildes; views point into the text.
struct Split {
    std::string_view jwt;
    std::vector<Disclosure> disclosures;
    std::string_view beforeBinding; //!< all up to and with the last tilde: what a key binding hashes
    std::string_view binding;       //!< "" if absent
};
[[nodiscard]] Result<Split> split(std::string_view text);
[[nodiscard]] std::string digestOf(std::string_view wire);

} // namespace bt::identity::jws
