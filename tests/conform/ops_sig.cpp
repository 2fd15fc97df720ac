// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "crypto/curve25519.h"
#include "crypto/hash.h"
#include "crypto/secp256k1.h"
#include "crypto/verify.h"

namespace bt::conform {
namespace {

//! A point as SEC 1 writes it, out of the only two forms of a SubjectPublicKeyInfo (RFC 5480) that name secp256k1 and hold
//! nothing else; anything else stays as it is.
Bytes pointIn(const Bytes& key)
{
    static const Bytes open{0x30, 0x56, 0x30, 0x10, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02,
                            0x01, 0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x0a, 0x03, 0x42, 0x00};
    static const Bytes compressed{0x30, 0x36, 0x30, 0x10, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02,
                                  0x01, 0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x0a, 0x03, 0x22, 0x00};
    for (const Bytes* head : {&open, &compressed})
        if (key.size() == head->size() + (head == &open ? 65U : 33U) && std::equal(head->begin(), head->end(), key.begin()))
            return {key.begin() + static_cast<std::ptrdiff_t>(head->size()), key.end()};
    return key;
}

//! A scalar written as a number: zeros in front may be more or fewer than 32 bytes need.
Bytes scalarIn(const Bytes& number)
{
    const auto first = std::ranges::find_if(number, [](std::uint8_t b) { return b != 0; });
    const auto size = static_cast<std::size_t>(number.end() - first);
    if (size > 32) return number;
    Bytes out(32 - size);
    out.insert(out.end(), first, number.end());
    return out;
}

Result<Json> dh(const In& in)
{
    BT_TRY(const std::string algo, in.text("algo"));
    BT_TRY(const Bytes secret, in.bytes("secret"));
    BT_TRY(const Bytes theirs, in.bytes("public"));
    if (algo == "x25519") {
        if (secret.size() != 32) return fail("crypto.bad_secret_key", "an X25519 secret has 32 bytes");
        const auto key = crypto::X25519Public::from(theirs);
        if (!key) return fail("crypto.bad_public_key", "an X25519 key has 32 bytes");
        BT_TRY(const Secret shared, crypto::x25519(secret, *key));
        return Json{{"shared", hex(shared.view())}};
    }
    if (algo != "secp256k1") return fail("conform.unknown_algorithm", "no agreement of the name " + algo);
    if (theirs.size() == 32) { // an x-only key stands for the point with even y
        Bytes lifted{0x02};
        append(lifted, theirs);
        BT_TRY(const Secret shared, crypto::ecdhX(scalarIn(secret), lifted));
        return Json{{"shared", hex(shared.view())}};
    }
    BT_TRY(const Secret shared, crypto::ecdhX(scalarIn(secret), pointIn(theirs)));
    return Json{{"shared", hex(shared.view())}};
}

Json valid(bool is) { return {{"valid", is}}; }

Result<Json> verify(const In& in)
{
    BT_TRY(const std::string algo, in.text("algo"));
    BT_TRY(const Bytes key, in.bytes("public"));
    BT_TRY(const Bytes message, in.bytes("msg"));
    BT_TRY(const Bytes signature, in.bytes("sig"));
    if (algo == "ed25519") {
        const auto open = crypto::Ed25519Public::from(key);
        const auto made = crypto::Ed25519Signature::from(signature);
        return valid(open && made && crypto::ed25519Verify(*open, message, *made));
    }
    if (algo == "bip340") {
        const auto open = crypto::XOnlyKey::from(key);
        const auto made = crypto::Signature64::from(signature);
        return valid(open && made && crypto::schnorrVerify(*open, message, *made));
    }
    if (algo != "ecdsa-secp256k1" && algo != "es256") return fail("conform.unknown_algorithm", "no signature of the name " + algo);
    BT_TRY(const std::string encoding, in.textOr("encoding", algo == "es256" ? "p1363" : "der"));
    if (encoding != "der" && encoding != "p1363") return fail("conform.unknown_algorithm", "no encoding of the name " + encoding);
    const bool der = encoding == "der";
    if (algo == "es256") return valid(der ? crypto::es256VerifyDer(key, message, signature) : crypto::es256Verify(key, message, signature));
    if (der) return valid(crypto::ecdsaVerifyDer(pointIn(key), crypto::sha256(message), signature));
    return valid(crypto::es256kVerify(pointIn(key), message, signature));
}

constexpr Op kOps[] = {{"dh", dh}, {"sig.verify", verify}};

} // namespace

std::span<const Op> signatureOps() { return kOps; }

} // namespace bt::conform
