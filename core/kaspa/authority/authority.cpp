// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/authority/authority.h"

#include "crypto/hash.h"

#include <array>

namespace bt::kaspa::authority {
namespace {

constexpr std::array<std::string_view, 5> kNames = {"p2pk-schnorr/v1", "p2pkh-schnorr/v1", "p2pkh-ecdsa/v1", "p2sh/v1", "covenant-id/v1"};
constexpr std::uint8_t kFirstCustom = 0x80;

template <typename From> AuthorityValue valueFrom(const From& from)
{
    static_assert(From::size == AuthorityValue::size);
    AuthorityValue out;
    out.bytes = from.bytes;
    return out;
}

//! The value that a key of the right size has.
std::optional<AuthorityValue> plainValue(Scheme scheme, ByteView key)
{
    if (key.size() != (scheme == Scheme::PayToKeyHashEcdsa ? 33 : 32)) return std::nullopt;
    if (scheme != Scheme::PayToKey) return valueFrom(crypto::blake3(key));
    AuthorityValue out;
    std::ranges::copy(key, out.bytes.begin());
    return out;
}

bool isKeyScheme(Scheme scheme) { return scheme <= Scheme::PayToKeyHashEcdsa; }

} // namespace

SchemeClass classOf(std::uint8_t schemeByte)
{
    if (schemeByte < kNames.size()) return SchemeClass::Assigned;
    return schemeByte < kFirstCustom ? SchemeClass::Reserved : SchemeClass::Custom;
}

Result<Scheme> schemeOf(std::uint8_t schemeByte)
{
    if (classOf(schemeByte) != SchemeClass::Assigned)
        return fail("kaspa.authority.unknown_scheme", {std::to_string(schemeByte)}, "KCC-2 assigns no scheme to this byte");
    return static_cast<Scheme>(schemeByte);
}

Result<Scheme> schemeNamed(std::string_view name)
{
    const auto it = std::ranges::find(kNames, name);
    if (it == kNames.end()) return fail("kaspa.authority.unknown_scheme", {}, "KCC-2 has no scheme of this name");
    return static_cast<Scheme>(it - kNames.begin());
}

std::string_view nameOf(Scheme scheme) { return kNames[static_cast<std::size_t>(scheme)]; }

Result<AuthorityValue> valueOfKey(Scheme scheme, ByteView key)
{
    if (!isKeyScheme(scheme)) return fail("kaspa.authority.not_a_key_scheme", std::string(nameOf(scheme)));
    const auto value = plainValue(scheme, key);
    if (!value) return fail("kaspa.authority.bad_key", "wrong size");
    const bool onCurve = scheme == Scheme::PayToKeyHashEcdsa ? crypto::secpOnCurve(*crypto::CompressedKey::from(key))
                                                             : crypto::secpOnCurve(*crypto::XOnlyKey::from(key));
    if (!onCurve) return fail("kaspa.authority.bad_key", "not on the curve");
    return *value;
}

AuthorityValue valueOfScript(ByteView redeemScript) { return valueFrom(crypto::blake2b(redeemScript)); }
AuthorityValue valueOfCovenant(const kaspa::CovenantId& id) { return valueFrom(id); }

Result<void> checkKey(Scheme scheme, const AuthorityValue& value, const KeyApproval& approval)
{
    if (!isKeyScheme(scheme)) return fail("kaspa.authority.not_a_key_scheme", std::string(nameOf(scheme)));
    const auto shown = plainValue(scheme, approval.key);
    if (!shown) return fail("kaspa.authority.bad_key", "the key has the wrong size for " + std::string(nameOf(scheme)));
    if (*shown != value) return fail("kaspa.authority.other_key", "the key is not the authority's");
    if (!approval.signatureValid) return fail("kaspa.authority.bad_signature", "the authority's signature is not valid");
    return {};
}

Result<std::size_t> checkScript(const AuthorityValue& value, const std::vector<ScriptPublicKey>& inputs, std::optional<std::size_t> input)
{
    ScriptPublicKey wanted{0, {0xaa, 0x20}}; // OpBlake2b, 32 bytes, OpEqual
    append(wanted.script, value.view());
    wanted.script.push_back(0x87);
    for (std::size_t i = input.value_or(0); i < inputs.size() && (!input || i == *input); ++i)
        if (inputs[i] == wanted) return i;
    return fail("kaspa.authority.no_input", "no input spends the authority's script");
}

Result<std::size_t> checkCovenant(const AuthorityValue& value, const std::vector<std::optional<kaspa::CovenantId>>& inputs)
{
    for (std::size_t i = 0; i < inputs.size(); ++i)
        if (inputs[i] && inputs[i]->bytes == value.bytes) return i;
    return fail("kaspa.authority.no_input", "no input belongs to the authority's covenant");
}

} // namespace bt::kaspa::authority
