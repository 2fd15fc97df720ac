// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/token/state.h"

#include "contract/programs.h"
#include "crypto/hash.h"
#include "kaspa/abi/codec.h"

namespace bt::contract::token {
namespace {

struct Artifact {
    std::string_view token;
};
constexpr Artifact kArtifacts[] = {
#include "contract_token.inc"
};

tl::unexpected<Error> badState(const char* field) { return fail("token.bad_state", {field}, "not a KCC-20 state"); }

Hash256 hashOf(ByteView bytes) { return *Hash256::from(bytes); }

} // namespace

Result<Units> add(Units a, Units b)
{
    if (a.value > kMaxUnits || b.value > kMaxUnits - a.value) return fail("base.amount_overflow");
    return Units{a.value + b.value};
}

Owner Owner::key(const XOnlyKey& key) { return {OwnerScheme::Key, hashOf(key.view())}; }
Owner Owner::keyHash(const XOnlyKey& key) { return {OwnerScheme::KeyHash, crypto::blake3(key.view())}; }
Owner Owner::ecdsaHash(const CompressedKey& key) { return {OwnerScheme::EcdsaHash, crypto::blake3(key.view())}; }
Owner Owner::script(ByteView redeemScript) { return {OwnerScheme::Script, crypto::blake2b(redeemScript)}; }
Owner Owner::covenant(const kaspa::CovenantId& id) { return {OwnerScheme::Covenant, hashOf(id.view())}; }

Owner Owner::of(const kaspa::Address& address)
{
    switch (address.kind) {
    case kaspa::AddressKind::PubKeyEcdsa: return {OwnerScheme::EcdsaHash, crypto::blake3(address.payload)};
    case kaspa::AddressKind::ScriptHash: return {OwnerScheme::Script, hashOf(address.payload)};
    case kaspa::AddressKind::PubKey: break;
    }
    return {OwnerScheme::Key, hashOf(address.payload)};
}

Borrow Borrow::above(Units threshold)
{
    Bytes guard;
    appendLe(guard, threshold.value);
    guard.resize(Hash256::size);
    return {BorrowScheme::Threshold, hashOf(guard)};
}
Borrow Borrow::byKey(const XOnlyKey& key) { return {BorrowScheme::Signature, hashOf(key.view())}; }
Borrow Borrow::byChain(const Hash256& guard) { return {BorrowScheme::HashChain, guard}; }

std::optional<Units> Borrow::threshold() const
{
    if (scheme != BorrowScheme::Threshold) return Units{};
    const auto value = kaspa::abi::decodePayload({kaspa::abi::Kind::Int, "", {}}, guard.view().first(8));
    const auto* number = value ? std::get_if<std::int64_t>(&value->v) : nullptr;
    if (number == nullptr || *number < 0) return std::nullopt;
    return Units{static_cast<std::uint64_t>(*number)};
}

kaspa::abi::RecordValue stateRecord(const State& state)
{
    return {{"amount", static_cast<std::int64_t>(state.amount.value)},
            {"owner", state.owner.value.view()},
            {"owner_scheme", static_cast<std::uint8_t>(state.owner.scheme)},
            {"borrow_scheme", static_cast<std::uint8_t>(state.borrow.scheme)},
            {"borrow_guard", state.borrow.guard.view()},
            {"extension_commitment", state.extension.view()}};
}

Result<State> stateOf(const kaspa::abi::RecordValue& record)
{
    const auto number = [&](const char* name) { return std::get_if<std::uint8_t>(&record.find(name)->second.v); };
    const auto hash = [&](const char* name) { return std::get_if<Bytes>(&record.find(name)->second.v); };
    for (const char* name : {"amount", "owner", "owner_scheme", "borrow_scheme", "borrow_guard", "extension_commitment"})
        if (!record.contains(name)) return badState(name);
    const auto* amount = std::get_if<std::int64_t>(&record.find("amount")->second.v);
    if (amount == nullptr || *amount < 0) return badState("amount");
    const auto *owner = number("owner_scheme"), *borrow = number("borrow_scheme");
    if (owner == nullptr || *owner > static_cast<std::uint8_t>(OwnerScheme::Covenant)) return badState("owner_scheme");
    if (borrow == nullptr || *borrow > static_cast<std::uint8_t>(BorrowScheme::HashChain)) return badState("borrow_scheme");
    State out;
    out.amount = {static_cast<std::uint64_t>(*amount)};
    out.owner.scheme = static_cast<OwnerScheme>(*owner);
    out.borrow.scheme = static_cast<BorrowScheme>(*borrow);
    for (const auto& [name, into] : {std::pair<const char*, Hash256*>{"owner", &out.owner.value},
                                     {"borrow_guard", &out.borrow.guard},
                                     {"extension_commitment", &out.extension}}) {
        const Bytes* bytes = hash(name);
        const auto read = bytes != nullptr ? Hash256::from(*bytes) : Result<Hash256>(badState(name));
        if (!read) return badState(name);
        *into = *read;
    }
    return out;
}

const std::vector<kaspa::abi::Program>& allPrograms()
{
    static const auto all = builtIns(kArtifacts, &Artifact::token, "Token");
    return all;
}

const kaspa::abi::Program& currentProgram() { return allPrograms().back(); }

Result<const kaspa::abi::Program*> programOf(const Hash256& templateHash) { return versionAmong(allPrograms(), templateHash); }

Result<Bytes> redeemScriptOf(const Hash256& program, const State& state)
{
    BT_TRY(const kaspa::abi::Program* found, programOf(program));
    if (state.amount.value > kMaxUnits) return badState("amount");
    return found->redeemScript(stateRecord(state));
}

Result<kaspa::Utxo> utxoOf(const Holding& holding)
{
    BT_TRY(const Bytes redeem, redeemScriptOf(holding.program, holding.state));
    return kaspa::Utxo{holding.carrier, kaspa::abi::scriptHashOf(redeem), holding.daaScore, false, holding.token};
}

} // namespace bt::contract::token
