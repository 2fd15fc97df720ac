// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/onboarding/badge.h"

#include "kaspa/abi/codec.h"
#include "zk/field.h"

#include <algorithm>

namespace bt::contract::onboarding {
namespace {

using namespace kaspa::abi;

constexpr std::string_view kBinding = "bt/badge-visit/v1";
constexpr std::int64_t kMinTime = 500'000'000'000;   // a smaller lock time would be a DAA score
constexpr std::int64_t kMaxTime = 7'258'118'400'000; // 2200-01-01
constexpr std::size_t kJurisdiction = 6;

// The order is the program's.
const std::vector<Field>& fields()
{
    static const std::vector<Field> all{{"holder", {Kind::Pubkey, "", {}}},
                                        {"profession", {Kind::Byte, "", {}}},
                                        {"jurisdiction", {Kind::Byte, "", {kJurisdiction}}},
                                        {"expiry", {Kind::Int, "", {}}},
                                        {"nullifier", {Kind::Byte, "", {Hash256::size}}}};
    return all;
}

tl::unexpected<Error> badState(const char* field) { return fail("badge.bad_state", {field}, "not a badge"); }

// Two letters, or two letters, a dash and one to three letters or digits.
bool isJurisdiction(std::string_view text)
{
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() < 2 || !letter(text[0]) || !letter(text[1])) return false;
    if (text.size() == 2) return true;
    if (text.size() < 4 || text.size() > kJurisdiction || text[2] != '-') return false;
    return std::ranges::all_of(text.substr(3), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

} // namespace

Result<void> checkBadgeState(const BadgeState& state)
{
    if (!crypto::secpOnCurve(state.holder)) return badState("holder");
    if (state.profession < Profession::Psychotherapist || state.profession > Profession::Moderator) return badState("profession");
    if (!isJurisdiction(state.jurisdiction)) return badState("jurisdiction");
    if (state.expiry.value < kMinTime || state.expiry.value > kMaxTime) return badState("expiry");
    if (!zk::Fr::fromBytesLe(state.nullifier.view())) return badState("nullifier");
    return {};
}

Result<Bytes> encodeBadgeState(const BadgeState& state)
{
    BT_CHECK(checkBadgeState(state));
    Bytes place = bytesOf(std::string_view(state.jurisdiction));
    place.resize(kJurisdiction);
    return encodeState(fields(),
                       {{"holder", state.holder.view()},
                        {"profession", static_cast<std::uint8_t>(state.profession)},
                        {"jurisdiction", place},
                        {"expiry", state.expiry.value},
                        {"nullifier", state.nullifier.view()}},
                       {});
}

Result<BadgeState> decodeBadgeState(ByteView bytes)
{
    const auto values = decodeState(fields(), bytes, {});
    if (!values) return badState("form");
    BadgeState out;
    BT_TRY(out.holder, XOnlyKey::from(std::get<Bytes>(values->at("holder").v)));
    out.profession = static_cast<Profession>(std::get<std::uint8_t>(values->at("profession").v));
    out.jurisdiction = textOf(std::get<Bytes>(values->at("jurisdiction").v));
    out.jurisdiction.erase(out.jurisdiction.find_last_not_of('\0') + 1); // a zero inside it is no jurisdiction
    out.expiry = {std::get<std::int64_t>(values->at("expiry").v)};
    BT_TRY(out.nullifier, Hash256::from(std::get<Bytes>(values->at("nullifier").v)));
    BT_CHECK(checkBadgeState(out));
    return out;
}

Hash256 bindingMessage(const kaspa::CovenantId& registry, const Hash256& nullifier, const XOnlyKey& visitKey)
{
    Bytes said = bytesOf(kBinding);
    append(said, registry.view());
    append(said, nullifier.view());
    append(said, visitKey.view());
    return crypto::blake3(said);
}

Result<Bytes> encodeBadgeProof(const BadgeProof& proof)
{
    BT_TRY(const auto state, encodeBadgeState(proof.state));
    Bytes out = bytesOf(proof.registry.view());
    append(out, outpointBytes(proof.outpoint));
    append(out, state);
    append(out, proof.binding.view());
    return out;
}

Result<BadgeProof> decodeBadgeProof(ByteView bytes)
{
    if (bytes.size() != kBadgeProofBytes) return fail("badge.bad_proof", "size");
    BadgeProof out;
    BT_TRY(out.registry, kaspa::CovenantId::from(bytes.subspan(0, 32)));
    BT_TRY(out.outpoint.id, kaspa::TxId::from(bytes.subspan(32, 32)));
    out.outpoint.index = readLe<std::uint32_t>(bytes.subspan(64, 4));
    BT_TRY(out.state, decodeBadgeState(bytes.subspan(68, kBadgeStateBytes)));
    BT_TRY(out.binding, crypto::Signature64::from(bytes.subspan(68 + kBadgeStateBytes)));
    return out;
}

Result<BadgeProof> bindBadge(const kaspa::CovenantId& registry, const kaspa::Outpoint& outpoint, const BadgeState& state,
                             const XOnlyKey& visitKey, const crypto::SchnorrSigner& holder, const Hash256& aux)
{
    BT_CHECK(checkBadgeState(state));
    if (holder.key() != state.holder) return badState("holder");
    return BadgeProof{registry, outpoint, state, holder.sign(bindingMessage(registry, state.nullifier, visitKey), aux)};
}

Result<void> checkBinding(const BadgeProof& proof, const XOnlyKey& visitKey)
{
    const auto message = bindingMessage(proof.registry, proof.state.nullifier, visitKey);
    if (!crypto::schnorrVerify(proof.state.holder, message.view(), proof.binding)) return fail("badge.not_bound");
    return {};
}

Result<void> checkBadge(const BadgeProof& proof, const BadgeLineage& lineage, const std::optional<kaspa::Utxo>& unspent,
                        const XOnlyKey& visitKey, Millis now)
{
    BT_CHECK(checkBinding(proof, visitKey));
    if (now >= proof.state.expiry) return fail("badge.expired");
    if (proof.registry != lineage.registry) return fail("badge.not_live", {"lineage"}, "another registry");
    if (!unspent) return fail("badge.not_live", {"spent"}, "nothing lies there");
    if (unspent->covenant != lineage.registry) return fail("badge.not_live", {"lineage"}, "not of the registry's lineage");
    BT_TRY(const auto state, encodeBadgeState(proof.state));
    Bytes program = lineage.prefix;
    append(program, state);
    append(program, lineage.suffix);
    // The registry's own output shares the id; only the badge's program around this very state is a badge.
    if (unspent->spk != scriptHashOf(program)) return fail("badge.not_live", {"program"}, "another program or state");
    return {};
}

} // namespace bt::contract::onboarding
