// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/did_key.h"

#include "codec/text.h"

namespace bt::identity {

namespace {

constexpr std::string_view kPrefix = "did:key:";
constexpr std::uint64_t kEd25519 = 0xED; // multicodec
constexpr std::uint64_t kX25519 = 0xEC;

std::string fingerprint(std::uint64_t codecCode, ByteView key)
{
    Bytes bytes;
    codec::appendVarint(bytes, codecCode);
    append(bytes, key);
    return codec::multibaseEncode(codec::Multibase::Base58btc, bytes);
}

template <typename Key> Result<Key> keyOf(std::string_view did, std::uint64_t codecCode)
{
    constexpr std::size_t kLongest = 128;
    const auto bad = [](const char* why) { return fail("identity.bad_did", why); };
    if (did.size() > kLongest || !did.starts_with(kPrefix)) return bad("no did:key");
    const std::string_view id = did.substr(kPrefix.size());
    if (id.empty() || id.front() != 'z') return bad("not base58btc");
    const auto bytes = codec::multibaseDecode(id);
    if (!bytes) return bad("not base58btc");
    ByteView rest(*bytes);
    const auto found = codec::readVarint(rest);
    if (!found || *found != codecCode) return bad("another kind of key");
    const auto key = Key::from(rest);
    if (!key) return bad("wrong size");
    return *key;
}

} // namespace

std::string didKey(const crypto::Ed25519Public& key) { return std::string(kPrefix) + fingerprint(kEd25519, key.view()); }
std::string didKey(const crypto::X25519Public& key) { return std::string(kPrefix) + fingerprint(kX25519, key.view()); }

Result<crypto::Ed25519Public> ed25519OfDid(std::string_view did) { return keyOf<crypto::Ed25519Public>(did, kEd25519); }
Result<crypto::X25519Public> x25519OfDid(std::string_view did) { return keyOf<crypto::X25519Public>(did, kX25519); }

Result<codec::Json> didDocument(std::string_view did)
{
    BT_TRY(const auto key, ed25519OfDid(did));
    BT_TRY(const auto agreement, crypto::ed25519ToX25519(key));
    const std::string id(did);
    const std::string signingName = fingerprint(kEd25519, key.view());
    const std::string agreementName = fingerprint(kX25519, agreement.view());
    const std::string signingId = id + "#" + signingName;
    const std::string agreementId = id + "#" + agreementName;
    const auto method = [&](const std::string& methodId, const std::string& multikey) {
        return codec::Json{{"id", methodId}, {"type", "Multikey"}, {"controller", id}, {"publicKeyMultibase", multikey}};
    };
    codec::Json out = codec::Json::object();
    out["@context"] = {"https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"};
    out["id"] = id;
    out["verificationMethod"] = codec::Json::array({method(signingId, signingName), method(agreementId, agreementName)});
    for (const char* use : {"authentication", "assertionMethod", "capabilityInvocation", "capabilityDelegation"})
        out[use] = codec::Json::array({signingId});
    out["keyAgreement"] = codec::Json::array({agreementId});
    return out;
}

} // namespace bt::identity
