// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/reputation/reputation.h"

#include "contract/arguments.h"
#include "contract/health_session/draft.h"
#include "contract/programs.h"
#include "crypto/hash.h"
#include "kaspa/abi/codec.h"
#include "kaspa/hashing.h"

#include <algorithm>

namespace bt::contract::reputation {
namespace {

using kaspa::abi::Value;

struct Artifact {
    std::string_view reputation;
};
constexpr Artifact kArtifacts[] = {
#include "contract_reputation.inc"
};

tl::unexpected<Error> badBirth(const char* rule) { return fail("contract.bad_birth", {rule}, "not a new reputation"); }
tl::unexpected<Error> bad(const char* rule) { return fail("contract.bad_rating", {rule}, "the rating does not fit"); }

Result<const kaspa::abi::Program*> programOf(const Hash256& templateHash) { return versionAmong(allPrograms(), templateHash); }

Result<Bytes> redeemOf(const Hash256& program, const State& state)
{
    BT_TRY(const kaspa::abi::Program* found, programOf(program));
    Bytes stars;
    for (const std::uint32_t n : state.stars) appendLe(stars, n);
    const auto number = [](std::uint64_t value) { return Value(static_cast<std::int64_t>(value)); };
    return found->redeemScript({{"key", state.key.view()},
                                {"token", state.token.view()},
                                {"pool", state.pool.view()},
                                {"count", number(state.count)},
                                {"sum", number(state.sum)},
                                {"stars", stars},
                                {"weight", number(state.weight.value)},
                                {"weighted", number(state.weighted.value)},
                                {"log", state.log.view()}});
}

State after(State state, std::uint8_t stars, const Hash256& feedback, Sompi levy)
{
    ++state.count;
    state.sum += stars;
    ++state.stars[stars - 1U];
    state.weight.value += levy.value;
    state.weighted.value += stars * levy.value;
    Bytes said = bytesOf(state.log.view());
    said.push_back(stars);
    append(said, feedback.view());
    state.log = crypto::blake3(said);
    return state;
}

Bytes tagged(std::string_view tag, ByteView first, ByteView second = {})
{
    Bytes out = bytesOf(tag);
    append(out, first);
    append(out, second);
    return out;
}

//! The id that a visit got by this birth; its redeem script goes to `redeem`.
Result<kaspa::CovenantId> idOf(const VisitBirth& birth, Bytes& redeem)
{
    BT_TRY(const session::Version* version, session::versionOf(birth.program));
    BT_TRY(redeem, session::redeemOf(*version, birth.state));
    return kaspa::covenantId(birth.authorising, {{birth.index, {birth.value, kaspa::abi::scriptHashOf(redeem), std::nullopt}}});
}

} // namespace

std::uint32_t State::average() const
{
    // Scaled down so that a hundred times the rest fits 64 bits.
    std::uint64_t w = weight.value, sumOf = weighted.value;
    while (w > 10'000'000'000'000'000) {
        w /= 2;
        sumOf /= 2;
    }
    return w == 0 ? 0 : static_cast<std::uint32_t>(sumOf / w * 100 + sumOf % w * 100 / w);
}

const std::vector<kaspa::abi::Program>& allPrograms()
{
    static const auto all = builtIns(kArtifacts, &Artifact::reputation, "Reputation");
    return all;
}

Result<kaspa::Utxo> utxoOf(const Reputation& reputation)
{
    BT_TRY(const Bytes redeem, redeemOf(reputation.program, reputation.state));
    return kaspa::Utxo{reputation.value, kaspa::abi::scriptHashOf(redeem), reputation.daaScore, false, reputation.id};
}

Result<Birth> create(const XOnlyKey& key, const kaspa::CovenantId& token, const kaspa::CovenantId& pool, const kaspa::Outpoint& authorising,
                     std::uint16_t input, std::uint32_t index)
{
    Birth out;
    Reputation& r = out.reputation;
    r.program = allPrograms().back().templateHash();
    r.state.key = key;
    r.state.token = token;
    r.state.pool = pool;
    r.value = kDeposit;
    r.outpoint.index = index;
    BT_TRY(const Bytes redeem, redeemOf(r.program, r.state));
    out.output = {r.value, kaspa::abi::scriptHashOf(redeem), std::nullopt};
    r.id = kaspa::covenantId(authorising, {{index, out.output}});
    out.output.covenant = kaspa::CovenantBinding{input, r.id};
    return out;
}

Result<Reputation> readBirth(const XOnlyKey& key, const kaspa::CovenantId& token, const kaspa::CovenantId& pool,
                             const kaspa::Transaction& tx, const kaspa::TxId& id, std::uint32_t index)
{
    if (index >= tx.outputs.size()) return badBirth("output");
    kaspa::Output output = tx.outputs[index];
    if (!output.covenant || output.covenant->authorizingInput >= tx.inputs.size()) return badBirth("covenant");
    Reputation out;
    out.id = output.covenant->id;
    out.outpoint = {id, index};
    out.value = output.value;
    out.state.key = key;
    out.state.token = token;
    out.state.pool = pool;
    bool known = false;
    for (const kaspa::abi::Program& program : allPrograms()) {
        BT_TRY(const Bytes redeem, redeemOf(program.templateHash(), out.state));
        if (output.spk != kaspa::abi::scriptHashOf(redeem)) continue;
        out.program = program.templateHash();
        known = true;
    }
    if (!known) return badBirth("script"); // another program, another key, or not empty
    const kaspa::Outpoint authorising = tx.inputs[output.covenant->authorizingInput].previous;
    output.covenant.reset();
    if (kaspa::covenantId(authorising, {{index, output}}) != out.id) return badBirth("twin");
    return out;
}

Hash256 commitment(const kaspa::CovenantId& id, const session::Salt& salt) { return crypto::blake3(tagged("", id.view(), salt.view())); }
Hash256 permitMessage(const kaspa::CovenantId& visit) { return crypto::blake3(tagged("bt/rating/v1", visit.view())); }
Hash256 feedbackHash(std::string_view text, const session::Salt& salt)
{
    return crypto::blake3(tagged("bt/feedback/v1", salt.view(), viewOf(text)));
}

VisitBirth birthOf(const session::Session& requested)
{
    return {requested.program, requested.state, requested.authorising, requested.outpoint.index, requested.value};
}

Result<Plan> rate(const Reputation& reputation, const Rating& rating, const kaspa::ScriptPublicKey& destination, Sompi fee)
{
    const session::Ticket& ticket = rating.ticket;
    if (rating.stars < 1 || rating.stars > 5) return bad("stars");
    if (rating.terms.dispute.reputation != commitment(reputation.id, rating.salt)) return bad("reputation");
    if (!crypto::schnorrVerify(reputation.state.key, permitMessage(ticket.id).view(), rating.permit)) return bad("permit");
    if (fee >= ticket.value) return bad("fee");
    Bytes born;
    BT_TRY(const kaspa::CovenantId visit, idOf(rating.birth, born));
    if (visit != ticket.id || rating.birth.state.phase != session::Phase::Requested) return bad("birth");
    const auto& asset = rating.birth.state.asset;
    if (asset && (asset->token != reputation.state.token || asset->pool != reputation.state.pool)) return bad("asset");
    session::State said = rating.birth.state;
    said.terms = ticket.terms;
    const auto opening = session::openPart(said, rating.terms, session::Part::Dispute);
    if (!opening) return bad("terms");
    BT_TRY(const session::Version* version, session::versionOf(ticket.program));
    if (version->inTokens != asset.has_value()) return bad("ticket");

    Plan plan;
    plan.next = after(reputation.state, rating.stars, rating.feedback, ticket.weight);
    Call rep, used;
    BT_TRY(rep.spent, utxoOf(reputation));
    BT_TRY(rep.program, programOf(reputation.program));
    BT_TRY(rep.redeemScript, redeemOf(reputation.program, reputation.state));
    rep.entry = "rate";
    Bytes index, value;
    appendLe(index, rating.birth.index);
    appendLe(value, rating.birth.value.value);
    rep.arguments = {static_cast<std::int64_t>(rating.stars),
                     rating.feedback.view(),
                     born,
                     kaspa::abi::outpointBytes(rating.birth.authorising),
                     index,
                     value,
                     ticket.holder.view(),
                     ticket.record.view(),
                     static_cast<std::int64_t>(ticket.weight.value),
                     opening->part,
                     opening->before,
                     rating.salt.view(),
                     rating.permit.view()};
    BT_TRY(used.spent, session::utxoOf(ticket));
    used.program = &version->ticket;
    used.entry = "use";
    used.arguments = {session::signatureSlot()};
    BT_TRY(used.redeemScript, session::redeemOf(*version, ticket.holder, ticket.terms, ticket.record, ticket.weight));
    used.wanted = {{0, 0, bytesOf(ticket.holder.view())}};

    BT_TRY(const Bytes redeem, redeemOf(reputation.program, plan.next));
    plan.tx.outputs = {{reputation.value, kaspa::abi::scriptHashOf(redeem), kaspa::CovenantBinding{0, reputation.id}},
                       {{ticket.value.value - fee.value}, destination, std::nullopt}};
    plan.calls = {std::move(rep), std::move(used)};
    for (std::size_t i = 0; i < plan.calls.size(); ++i) {
        kaspa::Input input;
        input.previous = i == 0 ? reputation.outpoint : ticket.outpoint;
        input.computeBudget = static_cast<std::uint16_t>(i > 0 ? 10 : asset ? 20 : 17); // measured by the test
        BT_TRY(input.signatureScript, unsignedScript(plan.calls[i]));
        plan.tx.inputs.push_back(std::move(input));
    }
    return plan;
}

Result<Rated> readSpend(const Reputation& before, const kaspa::Transaction& tx, const kaspa::TxId& id)
{
    const auto input = std::ranges::find(tx.inputs, before.outpoint, &kaspa::Input::previous);
    if (input == tx.inputs.end()) return fail("contract.not_a_spend", "the transaction does not spend the reputation");
    BT_TRY(const kaspa::abi::Program* program, programOf(before.program));
    BT_TRY(const kaspa::abi::Call call, program->readCall(input->signatureScript));
    const Arguments arguments(call, "reputation");
    if (call.entry != "rate" || tx.outputs.empty()) return arguments.unreadable("not a rating");
    BT_TRY(const std::uint64_t stars, arguments.number(0));
    if (stars < 1 || stars > 5) return arguments.unreadable("stars that are none");
    BT_TRY(const Bytes born, arguments.at<Bytes>(2));
    BT_TRY(const auto from, (arguments.fixed<Fixed<36, struct OutpointTag>>(3)));
    BT_TRY(const auto index, (arguments.fixed<Fixed<4, struct IndexTag>>(4)));
    BT_TRY(const auto value, (arguments.fixed<Fixed<8, struct ValueTag>>(5)));
    Rated out;
    out.stars = static_cast<std::uint8_t>(stars);
    BT_TRY(out.feedback, arguments.fixed<Hash256>(1));
    BT_TRY(out.levy.value, arguments.number(8));
    out.visit = kaspa::covenantId(
        {*kaspa::TxId::from(from.view().first(32)), readLe<std::uint32_t>(from.view().subspan(32))},
        {{readLe<std::uint32_t>(index.view()), {{readLe<std::uint64_t>(value.view())}, kaspa::abi::scriptHashOf(born), std::nullopt}}});
    out.next = before;
    out.next.state = after(before.state, out.stars, out.feedback, out.levy);
    out.next.outpoint = {id, 0};
    out.next.value = tx.outputs[0].value;
    out.next.daaScore = 0;
    BT_TRY(const kaspa::Utxo utxo, utxoOf(out.next));
    if (tx.outputs[0].spk != utxo.spk) return arguments.unreadable("the continuation is not what the program demands");
    return out;
}

} // namespace bt::contract::reputation
