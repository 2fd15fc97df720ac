// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "crypto/aead.h"
#include "crypto/blake3.h"
#include "crypto/curve25519.h"
#include "crypto/hash.h"
#include "crypto/hash_kind.h"
#include "crypto/kdf.h"
#include "kaspa/hashing.h"

namespace bt::conform {
namespace {

// Derivations are slow on purpose: what a line may ask for ends well below the time limit.
constexpr std::uint64_t kMostRounds = 1'000'000;
constexpr std::uint64_t kMostMemoryKib = 256 * 1024;
constexpr std::uint64_t kMostMemoryPasses = 512 * 1024; //!< memory in KiB times passes
constexpr std::uint64_t kMostOutput = 1 << 20;

auto tooMuch(std::string what) { return fail("conform.limit", std::move(what)); }
auto badKey(std::string why) { return fail("crypto.bad_parameters", std::move(why)); }

Result<crypto::HashKind> kindIn(const In& in)
{
    BT_TRY(const std::string name, in.text("hash"));
    const auto kind = crypto::hashKindNamed(name);
    if (!kind) return fail("conform.unknown_algorithm", "no hash of the name " + name);
    return *kind;
}

Result<Json> hash(const In& in)
{
    BT_TRY(const std::string algo, in.text("algo"));
    BT_TRY(const Bytes data, in.bytes("data"));
    BT_TRY(const Bytes key, in.bytesOr("key"));
    if (algo == "blake2b-256" || algo == "blake2b-512") {
        if (key.size() > 64) return badKey("a BLAKE2b key has at most 64 bytes");
        if (algo == "blake2b-256") return Json{{"digest", hex(crypto::blake2b(data, key).view())}};
        return Json{{"digest", hex(crypto::blake2b512(data, key).view())}};
    }
    if (algo == "blake3") {
        BT_TRY(const std::uint64_t length, in.numberOr("length", 32, kMostOutput));
        const auto size = static_cast<std::size_t>(length);
        if (in.has("context")) {
            BT_TRY(const std::string context, in.text("context"));
            return Json{{"digest", hex(crypto::blake3DeriveKey(context, data, size))}};
        }
        if (!in.has("key")) return Json{{"digest", hex(crypto::blake3Xof(data, size))}};
        // KCC-1 fills a shorter key up with zeros.
        if (key.size() > 32) return badKey("a BLAKE3 key has at most 32 bytes");
        Hash256 whole;
        std::ranges::copy(key, whole.bytes.begin());
        return Json{{"digest", hex(crypto::blake3KeyedXof(whole, data, size))}};
    }
    if (in.has("key")) return badKey("this hash takes no key");
    if (algo == "sha256") return Json{{"digest", hex(crypto::sha256(data).view())}};
    if (algo == "sha512") return Json{{"digest", hex(crypto::sha512(data).view())}};
    return fail("conform.unknown_algorithm", "no hash of the name " + algo);
}

Result<Json> domainHash(const In& in)
{
    BT_TRY(std::string domain, in.text("domain"));
    BT_TRY(const Bytes data, in.bytes("data"));
    // Three of rusty-kaspa's hashers are called otherwise than their domain.
    if (domain == "MuHashElementHash") domain = "MuHashElement";
    if (domain == "MuHashFinalizeHash") domain = "MuHashFinalize";
    if (domain == "SeqCommitMerkleBranch") domain = "SeqCommitmentMerkleBranchHash";
    BT_TRY(const Hash256 digest, kaspa::domainHash(domain, data));
    return Json{{"digest", hex(digest.view())}};
}

Result<Json> hmac(const In& in)
{
    BT_TRY(const crypto::HashKind kind, kindIn(in));
    BT_TRY(const Bytes key, in.bytes("key"));
    BT_TRY(const Bytes message, in.bytes("msg"));
    return Json{{"tag", hex(crypto::hmac(kind, key, message))}};
}

Result<Json> hkdf(const In& in)
{
    BT_TRY(const crypto::HashKind kind, kindIn(in));
    BT_TRY(const Bytes ikm, in.bytes("ikm"));
    BT_TRY(const Bytes salt, in.bytesOr("salt"));
    BT_TRY(const Bytes info, in.bytesOr("info"));
    BT_TRY(const std::uint64_t length, in.number("length"));
    BT_TRY(const Secret okm, crypto::hkdf(kind, ikm, salt, info, static_cast<std::size_t>(length)));
    return Json{{"okm", hex(okm.view())}};
}

Result<Json> pbkdf2(const In& in)
{
    BT_TRY(const crypto::HashKind kind, kindIn(in));
    BT_TRY(const Bytes password, in.bytes("password"));
    BT_TRY(const Bytes salt, in.bytes("salt"));
    BT_TRY(const std::uint64_t rounds, in.number("iterations"));
    BT_TRY(const std::uint64_t length, in.number("length"));
    const std::uint64_t blocks = length / crypto::hashBytes(kind) + 1;
    if (length > kMostOutput || rounds > kMostRounds || blocks * rounds > kMostRounds)
        return tooMuch("PBKDF2 of at most 1,000,000 rounds in all");
    BT_TRY(const Secret key, crypto::pbkdf2(kind, password, salt, static_cast<std::uint32_t>(rounds), static_cast<std::size_t>(length)));
    return Json{{"key", hex(key.view())}};
}

Result<Json> argon2id(const In& in)
{
    BT_TRY(const Bytes password, in.bytes("password"));
    BT_TRY(const Bytes salt, in.bytes("salt"));
    BT_TRY(const std::uint64_t passes, in.number("iterations", UINT32_MAX));
    BT_TRY(const std::uint64_t memory, in.number("memory_kib", UINT32_MAX));
    BT_TRY(const std::uint64_t lanes, in.number("lanes", UINT32_MAX));
    BT_TRY(const std::uint64_t length, in.number("length", UINT32_MAX));
    BT_TRY(const Bytes secret, in.bytesOr("secret"));
    BT_TRY(const Bytes associated, in.bytesOr("ad"));
    if (memory > kMostMemoryKib || lanes > 16 || length > kMostOutput || (passes > 0 && memory > kMostMemoryPasses / passes))
        return tooMuch("Argon2id of at most 256 MiB, 16 lanes and 512 MiB in all passes");
    const crypto::Argon2Params params{static_cast<std::uint32_t>(memory), static_cast<std::uint32_t>(passes),
                                      static_cast<std::uint32_t>(lanes)};
    BT_TRY(const Secret key, crypto::argon2id(password, salt, params, static_cast<std::size_t>(length), secret, associated));
    return Json{{"key", hex(key.view())}};
}

//! Runs `run(key, nonce, aad)` with the nonce type that the algorithm has.
template <typename Run> Result<Json> aead(const In& in, const Run& run)
{
    BT_TRY(const std::string algo, in.text("algo"));
    BT_TRY(const Bytes key, in.bytes("key"));
    BT_TRY(const Bytes nonce, in.bytes("nonce"));
    BT_TRY(const Bytes aad, in.bytesOr("aad"));
    const bool extended = algo == "xchacha20-poly1305";
    if (!extended && algo != "chacha20-poly1305") return fail("conform.unknown_algorithm", "no cipher of the name " + algo);
    if (key.size() != 32) return badKey("the key has 32 bytes");
    if (nonce.size() != (extended ? 24U : 12U)) return badKey("the nonce has 24 bytes, without X 12");
    if (extended) return run(key, *crypto::XNonce::from(nonce), aad);
    return run(key, *crypto::Nonce12::from(nonce), aad);
}

Bytes sealed(const Bytes& key, const crypto::XNonce& nonce, const Bytes& aad, const Bytes& message)
{
    return crypto::xseal(key, nonce, aad, message);
}
Bytes sealed(const Bytes& key, const crypto::Nonce12& nonce, const Bytes& aad, const Bytes& message)
{
    return crypto::seal(key, nonce, aad, message);
}
Result<Bytes> opened(const Bytes& key, const crypto::XNonce& nonce, const Bytes& aad, const Bytes& message)
{
    return crypto::xopen(key, nonce, aad, message);
}
Result<Bytes> opened(const Bytes& key, const crypto::Nonce12& nonce, const Bytes& aad, const Bytes& message)
{
    return crypto::open(key, nonce, aad, message);
}

Result<Json> aeadSeal(const In& in)
{
    BT_TRY(const Bytes message, in.bytes("msg"));
    return aead(in, [&](const Bytes& key, const auto& nonce, const Bytes& aad) -> Result<Json> {
        return Json{{"ct", hex(sealed(key, nonce, aad, message))}};
    });
}

Result<Json> aeadOpen(const In& in)
{
    BT_TRY(const Bytes ciphertext, in.bytes("ct"));
    return aead(in, [&](const Bytes& key, const auto& nonce, const Bytes& aad) -> Result<Json> {
        BT_TRY(const Bytes message, opened(key, nonce, aad, ciphertext));
        return Json{{"msg", hex(message)}};
    });
}

constexpr Op kOps[] = {
    {"hash", hash},         {"kaspa.domain_hash", domainHash}, {"mac.hmac", hmac},      {"kdf.hkdf", hkdf},
    {"kdf.pbkdf2", pbkdf2}, {"kdf.argon2id", argon2id},        {"aead.seal", aeadSeal}, {"aead.open", aeadOpen},
};

} // namespace

std::span<const Op> hashOps() { return kOps; }

} // namespace bt::conform
