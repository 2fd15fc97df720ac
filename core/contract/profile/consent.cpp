// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/profile/consent.h"

#include "contract/programs.h"
#include "kaspa/abi/codec.h"
#include "kaspa/hashing.h"

#include <algorithm>

namespace bt::contract::consent {
namespace {

struct Artifact {
    std::string_view consent;
};
constexpr Artifact kArtifacts[] = {
#include "contract_consent.inc"
};
constexpr std::int64_t kMinTime = 500'000'000'000;   // a smaller lock time would be a DAA score
constexpr std::int64_t kMaxTime = 7'258'118'400'000; // 2200-01-01
constexpr std::size_t kMaxDid = 256;
constexpr std::size_t kMaxScope = 4096;

Result<const kaspa::abi::Program*> programOf(const Hash256& templateHash) { return versionAmong(allPrograms(), templateHash); }

Result<Bytes> redeemOf(const kaspa::abi::Program& program, const State& state)
{
    return program.redeemScript(
        {{"terms", state.terms.view()}, {"expiry", static_cast<std::int64_t>(state.expiry.value)}, {"refund", state.refund.view()}});
}

tl::unexpected<Error> badTerms(const char* field) { return fail("consent.bad_terms", {field}, "not a consent"); }
tl::unexpected<Error> badBirth(const char* rule) { return fail("consent.bad_birth", {rule}, "not a grant's birth"); }

Result<Plan> start(const Receipt& receipt, Step step, std::string entry)
{
    Plan out;
    out.step = step;
    BT_TRY(out.call.program, programOf(receipt.program));
    BT_TRY(out.call.spent, utxoOf(receipt));
    BT_TRY(out.call.redeemScript, redeemOf(*out.call.program, receipt.state));
    out.call.entry = std::move(entry);
    kaspa::Input input;
    input.previous = receipt.outpoint;
    out.tx.inputs.push_back(std::move(input));
    return out;
}

} // namespace

const std::vector<kaspa::abi::Program>& allPrograms()
{
    static const auto all = builtIns(kArtifacts, &Artifact::consent, "ConsentReceipt");
    return all;
}

void Terms::salt(Random& random)
{
    for (Salt& one : salts) one = random.fixed<Salt>();
}

Hash256 partHash(Part part, const Salt& salt, std::string_view text)
{
    Bytes said = bytesOf(std::string_view("bt/consent-part/v1"));
    said.push_back(static_cast<std::uint8_t>(part));
    append(said, salt.view());
    append(said, bytesOf(text));
    return crypto::blake3(said);
}

Result<PartHashes> partHashes(const Terms& terms)
{
    if (terms.granter.empty() || terms.granter.size() > kMaxDid) return badTerms("granter");
    if (terms.grantee.empty() || terms.grantee.size() > kMaxDid) return badTerms("grantee");
    if (terms.scope.empty() || terms.scope.size() > kMaxScope) return badTerms("scope");
    return PartHashes{partHash(Part::Granter, terms.salts[0], terms.granter), partHash(Part::Grantee, terms.salts[1], terms.grantee),
                      partHash(Part::Scope, terms.salts[2], terms.scope)};
}

Hash256 termsHash(const PartHashes& parts)
{
    Bytes all;
    for (const Hash256& part : parts) append(all, part.view());
    return crypto::blake3(all);
}

Result<State> makeState(const Terms& terms, Millis expiry, const XOnlyKey& refund)
{
    BT_TRY(const PartHashes parts, partHashes(terms));
    if (expiry.value < kMinTime || expiry.value > kMaxTime) return badTerms("expiry");
    if (!crypto::secpOnCurve(refund)) return badTerms("refund");
    return State{termsHash(parts), expiry, refund};
}

Result<kaspa::Utxo> utxoOf(const Receipt& receipt)
{
    BT_TRY(const kaspa::abi::Program* program, programOf(receipt.program));
    BT_TRY(const Bytes redeem, redeemOf(*program, receipt.state));
    return kaspa::Utxo{receipt.value, kaspa::abi::scriptHashOf(redeem), receipt.daaScore, false, receipt.id};
}

bool inTime(const Receipt& receipt, Millis now) { return now < receipt.state.expiry; }

Result<Grant> grant(const State& state, const kaspa::Outpoint& authorising, std::uint16_t input, std::uint32_t index, Sompi deposit)
{
    if (deposit < kReceiptDeposit) return fail("consent.bad_deposit", "the receipt needs its deposit");
    const kaspa::abi::Program& program = allPrograms().back();
    BT_TRY(const Bytes redeem, redeemOf(program, state));
    Grant out;
    out.output = {deposit, kaspa::abi::scriptHashOf(redeem), std::nullopt};
    out.receipt = {program.templateHash(), kaspa::covenantId(authorising, {{index, out.output}}), {{}, index}, deposit, state, 0};
    out.output.covenant = kaspa::CovenantBinding{input, out.receipt.id};
    return out;
}

Result<Receipt> readBirth(const State& state, const kaspa::Transaction& tx, const kaspa::TxId& id, std::uint32_t index)
{
    if (index >= tx.outputs.size()) return badBirth("output");
    const kaspa::Output& output = tx.outputs[index];
    if (!output.covenant || output.covenant->authorizingInput >= tx.inputs.size()) return badBirth("covenant");
    for (const kaspa::abi::Program& program : allPrograms()) {
        BT_TRY(const Bytes redeem, redeemOf(program, state));
        if (output.spk != kaspa::abi::scriptHashOf(redeem)) continue;
        kaspa::Output unbound = output;
        unbound.covenant.reset();
        const kaspa::Outpoint authorising = tx.inputs[output.covenant->authorizingInput].previous;
        // With this output alone under the id, no twin can outlive a revocation.
        if (kaspa::covenantId(authorising, {{index, unbound}}) != output.covenant->id) return badBirth("twin");
        return Receipt{program.templateHash(), output.covenant->id, {id, index}, output.value, state, 0};
    }
    return badBirth("script");
}

Hash256 evidenceMessage(const kaspa::CovenantId& id, const Hash256& terms)
{
    Bytes said = bytesOf(std::string_view("bt/consent/v1"));
    append(said, id.view());
    append(said, terms.view());
    return crypto::blake3(said);
}

Result<Plan> revoke(const Receipt& receipt, const kaspa::ScriptPublicKey& destination, Sompi fee)
{
    if (fee >= receipt.value) return fail("consent.bad_deposit", "the fee eats the deposit");
    BT_TRY(Plan plan, start(receipt, Step::Revoke, "revoke"));
    plan.tx.inputs[0].computeBudget = 10;
    plan.tx.outputs.push_back({{receipt.value.value - fee.value}, destination, std::nullopt});
    plan.surplus = fee;
    plan.call.arguments = {Bytes(kaspa::InputSignature::size)};
    plan.call.wanted = {{0, 0, bytesOf(receipt.state.refund.view())}};
    BT_TRY(plan.tx.inputs[0].signatureScript, unsignedScript(plan.call));
    return plan;
}

Result<Plan> expire(const Receipt& receipt)
{
    BT_TRY(Plan plan, start(receipt, Step::Expire, "expire"));
    plan.notBefore = receipt.state.expiry;
    plan.tx.lockTime = static_cast<std::uint64_t>(receipt.state.expiry.value);
    plan.tx.outputs.push_back({receipt.value, kaspa::abi::payToKey(receipt.state.refund.view()), std::nullopt});
    BT_TRY(plan.tx.inputs[0].signatureScript, unsignedScript(plan.call));
    return plan;
}

Result<Step> readSpend(const Receipt& before, const kaspa::Transaction& tx)
{
    const auto input = std::ranges::find(tx.inputs, before.outpoint, &kaspa::Input::previous);
    if (input == tx.inputs.end()) return fail("contract.not_a_spend", "no input spends the receipt");
    BT_TRY(const kaspa::abi::Program* program, programOf(before.program));
    BT_TRY(const kaspa::abi::Call call, program->readCall(input->signatureScript));
    if (call.entry == "revoke") return Step::Revoke;
    if (call.entry == "expire") return Step::Expire;
    return fail("contract.unreadable", {"consent"}, "an entry that this version does not know");
}

} // namespace bt::contract::consent
