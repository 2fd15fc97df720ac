// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "kaspa/address.h"
#include "kaspa/bip32.h"
#include "kaspa/hashing.h"
#include "kaspa/mass.h"
#include "kaspa/signing.h"
#include "tx_json.h"

namespace bt::conform {
namespace {

using namespace kaspa;

Result<Json> addressEncode(const In& in)
{
    BT_TRY(const std::string prefix, in.text("prefix"));
    BT_TRY(const std::uint64_t version, in.number("version", UINT8_MAX));
    BT_TRY(const Bytes payload, in.bytes("payload"));
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (prefix.empty() || prefix.size() > 32 || !std::ranges::all_of(prefix, letter))
        return fail("kaspa.address.prefix", "a prefix is 1 to 32 small letters");
    if (payload.size() > 256) return fail("kaspa.address.length", "a payload has at most 256 bytes");
    return Json{{"address", encodeAddress({prefix, static_cast<AddressKind>(version), payload})}};
}

Result<Json> addressDecode(const In& in)
{
    BT_TRY(const std::string text, in.text("address"));
    const auto address = decodeAddress(text);
    if (address)
        return Json{{"prefix", address->prefix},
                    {"version", static_cast<unsigned>(address->kind)},
                    {"payload", hex(address->payload)},
                    {"script", hex(scriptOf(*address).script)}};
    // The coder itself is held to vectors under prefixes that no network has; nothing can be paid to them.
    if (address.error().code == "kaspa.address.prefix")
        if (const auto raw = decodeRawAddress(text); raw && !raw->prefix.starts_with("kaspa"))
            return Json{{"prefix", raw->prefix}, {"version", raw->version}, {"payload", hex(raw->payload)}, {"script", nullptr}};
    return tl::unexpected(address.error());
}

Result<Json> addressHd(const In& in)
{
    BT_TRY(const std::uint64_t account, in.numberOr("account", 0, kHardened - 1));
    BT_TRY(const std::uint64_t change, in.numberOr("change", 0, kHardened - 1));
    BT_TRY(const std::uint64_t index, in.numberOr("index", 0, kHardened - 1));
    BT_TRY(const std::string prefix, in.textOr("prefix", "kaspa"));
    const auto addressOfKey = [&](ByteView key) -> Result<Json> {
        BT_TRY(const crypto::XOnlyKey xonly, crypto::XOnlyKey::from(key));
        const std::string text = encodeAddress({prefix, AddressKind::PubKey, bt::bytesOf(xonly.view())});
        BT_CHECK(decodeAddress(text)); // an unknown prefix is refused
        return Json{{"address", text}};
    };
    const auto ofAccount = [&](const ExtendedKey& node) -> Result<Json> {
        BT_TRY(const Secret secret, addressSecret(node, static_cast<std::uint32_t>(change), static_cast<std::uint32_t>(index)));
        BT_TRY(const crypto::XOnlyKey key, crypto::secpXOnly(secret.view()));
        return addressOfKey(key.view());
    };
    if (in.has("seed")) {
        BT_TRY(const Bytes seed, in.bytes("seed"));
        BT_TRY(const ExtendedKey node, accountKey(seed, static_cast<std::uint32_t>(account)));
        return ofAccount(node);
    }
    BT_TRY(const std::string text, in.text("key"));
    BT_TRY(const ParsedKey parsed, parseExtendedKey(text));
    if (parsed.secret && parsed.secret->depth() == 0) {
        BT_TRY(const ExtendedKey node, parsed.secret->derivePath("m/44'/111111'/" + std::to_string(account) + "'"));
        return ofAccount(node);
    }
    if (parsed.secret) return ofAccount(*parsed.secret); // an account's own key
    BT_TRY(const ExtendedPublicKey branch, parsed.open->derive(static_cast<std::uint32_t>(change)));
    BT_TRY(const ExtendedPublicKey key, branch.derive(static_cast<std::uint32_t>(index)));
    return addressOfKey(key.key.view().subspan(1));
}

Result<Json> txId(const In& in)
{
    BT_TRY(const Transaction tx, transactionIn(in));
    return Json{{"id", hex(transactionId(tx).view())}};
}

Result<Json> txHash(const In& in)
{
    BT_TRY(const Transaction tx, transactionIn(in));
    return Json{{"hash", hex(transactionHash(tx).view())}};
}

Result<Json> sighash(const In& in)
{
    BT_TRY(const Populated tx, populatedIn(in));
    BT_TRY(const std::size_t index, inputIndexIn(in, tx.tx));
    BT_TRY(const std::uint64_t type, in.number("hash_type", UINT8_MAX));
    BT_TRY(const std::string algo, in.textOr("algo", "schnorr"));
    if (!sighashTypeKnown(static_cast<std::uint8_t>(type))) return fail("kaspa.sign.type", "no such type of signature hash");
    if (algo != "schnorr" && algo != "ecdsa") return fail("conform.unknown_algorithm", "schnorr or ecdsa");
    SighashCache cache;
    const auto kind = static_cast<std::uint8_t>(type);
    const Hash256 hash = algo == "schnorr" ? sighashSchnorr(tx, index, kind, cache) : sighashEcdsa(tx, index, kind, cache);
    return Json{{"hash", hex(hash.view())}};
}

Result<Json> mass(const In& in)
{
    BT_TRY(const Populated tx, populatedIn(in));
    BT_TRY(const Masses all, masses(tx));
    return Json{{"compute", all.compute}, {"transient", all.transient}, {"storage", all.storage}};
}

//! Numbers, or {amount, script_len}; a script of 35 bytes, as a payment has, if none is said.
Result<std::vector<StorageCell>> cellsIn(const In& in, std::string_view name)
{
    BT_TRY(const Json* list, in.array(name));
    std::vector<StorageCell> out;
    for (const Json& one : *list) {
        StorageCell cell;
        if (!one.is_object()) {
            BT_TRY(cell.amount, numberOf(one, name));
        } else {
            const In members(one);
            BT_TRY(cell.amount, members.number("amount"));
            BT_TRY(const std::uint64_t length, members.number("script_len", 1'000'000));
            bool covenant = false;
            if (members.has("covenant")) {
                BT_TRY(covenant, members.flag("covenant"));
            }
            cell.plurality = plurality({0, Bytes(static_cast<std::size_t>(length))}, covenant);
        }
        out.push_back(cell);
    }
    return out;
}

Result<Json> storage(const In& in)
{
    BT_TRY(const auto inputs, cellsIn(in, "in"));
    BT_TRY(const auto outputs, cellsIn(in, "out"));
    BT_TRY(const std::uint64_t parameter, in.numberOr("c", kStorageMassParameter));
    const auto out = storageMass(inputs, outputs, parameter);
    if (!out) return fail("kaspa.mass.incomputable", "an amount is zero or the mass is beyond 64 bits");
    return Json{{"mass", *out}};
}

Result<Json> messageSign(const In& in)
{
    BT_TRY(const std::string message, in.text("message"));
    BT_TRY(const Bytes secret, in.bytes("secret_key"));
    Hash256 aux;
    if (in.has("aux_rand")) {
        BT_TRY(aux, in.fixed<Hash256>("aux_rand"));
    }
    BT_TRY(const crypto::SchnorrSigner signer, crypto::SchnorrSigner::from(secret));
    return Json{{"signature", hex(signMessage(message, signer, aux).view())}};
}

Result<Json> messageVerify(const In& in)
{
    BT_TRY(const std::string message, in.text("message"));
    BT_TRY(const Bytes key, in.bytes("public_key"));
    BT_TRY(const Bytes signature, in.bytes("signature"));
    const auto open = crypto::XOnlyKey::from(key);
    const auto made = crypto::Signature64::from(signature);
    return Json{{"valid", open && made && verifyMessage(message, *open, *made)}};
}

constexpr Op kOps[] = {
    {"kaspa.address.encode", addressEncode},
    {"kaspa.address.decode", addressDecode},
    {"kaspa.address.hd", addressHd},
    {"kaspa.tx.id", txId},
    {"kaspa.tx.hash", txHash},
    {"kaspa.sighash", sighash},
    {"kaspa.mass", mass},
    {"kaspa.storage_mass", storage},
    {"kaspa.message.sign", messageSign},
    {"kaspa.message.verify", messageVerify},
};

} // namespace

std::span<const Op> kaspaOps() { return kOps; }

} // namespace bt::conform
