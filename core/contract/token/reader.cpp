// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/token/reader.h"

#include "kaspa/abi/codec.h"
#include "kaspa/covenant.h"

namespace bt::contract::token {
namespace {

tl::unexpected<Error> unreadable(const char* why) { return fail("token.unreadable", why); }

struct ReadCall {
    const kaspa::abi::Program* program = nullptr;
    kaspa::abi::Call call;
    State state;
};

std::optional<ReadCall> readCall(const Bytes& signatureScript)
{
    for (const kaspa::abi::Program& program : allPrograms()) {
        auto call = program.readCall(signatureScript);
        if (!call) continue;
        auto state = stateOf(call->state);
        if (state) return ReadCall{&program, *std::move(call), *std::move(state)};
    }
    return std::nullopt;
}

std::optional<std::vector<State>> statesOf(const kaspa::abi::Call& call)
{
    const auto* list = call.arguments.empty() ? nullptr : std::get_if<kaspa::abi::List>(&call.arguments[0].v);
    if (call.entry != "transfer" || list == nullptr) return std::nullopt;
    std::vector<State> out;
    for (const kaspa::abi::Value& item : *list) {
        const auto* record = std::get_if<kaspa::abi::RecordValue>(&item.v);
        const auto state = record != nullptr ? stateOf(*record) : Result<State>(unreadable("state"));
        if (!state) return std::nullopt;
        out.push_back(*state);
    }
    return out;
}

//! The outputs of the lineage, if these are their states.
std::optional<std::vector<Holding>> holdingsOf(const kaspa::CovenantId& token, const Hash256& program, const std::vector<State>& states,
                                               const kaspa::Transaction& tx, const kaspa::TxId& id)
{
    std::vector<Holding> out;
    for (std::uint32_t i = 0; i < tx.outputs.size(); ++i) {
        const kaspa::Output& output = tx.outputs[i];
        if (!output.covenant || output.covenant->id != token) continue;
        if (out.size() == states.size()) return std::nullopt;
        const State& state = states[out.size()];
        const auto redeem = redeemScriptOf(program, state);
        if (!redeem || output.spk != kaspa::abi::scriptHashOf(*redeem)) return std::nullopt;
        out.push_back({program, token, {id, i}, output.value, state, 0});
    }
    if (out.size() != states.size()) return std::nullopt;
    return out;
}

} // namespace

Result<Movement> readTransfer(const kaspa::CovenantId& token, const kaspa::Transaction& tx, const kaspa::TxId& id)
{
    if (std::ranges::none_of(tx.outputs, [&](const auto& o) { return o.covenant && o.covenant->id == token; }))
        return fail("token.no_transfer", "no output is of this token");
    Movement out;
    bool led = false;
    for (const kaspa::Input& input : tx.inputs) {
        const auto read = readCall(input.signatureScript);
        if (!read) continue;
        if (const auto states = statesOf(read->call)) {
            // The leader of another token with this program makes other outputs.
            const auto made = holdingsOf(token, read->program->templateHash(), *states, tx, id);
            if (!made) {
                if (led) break; // tokens of the next leader follow
                continue;
            }
            if (led) return unreadable("two leaders for the same outputs");
            led = true;
            out.made = *made;
            const auto* witness = read->call.arguments.size() > 1 ? std::get_if<Bytes>(&read->call.arguments[1].v) : nullptr;
            out.borrowed = witness != nullptr && !witness->empty() && witness->front() == 1;
        } else if (!led) {
            continue; // a delegate follows its leader
        }
        out.spent.push_back({input.previous, read->state});
    }
    if (!led) return unreadable("no input leads to these outputs");
    Units before, after;
    for (const SpentToken& spent : out.spent) {
        BT_TRY(before, add(before, spent.state.amount));
    }
    for (const Holding& made : out.made) {
        BT_TRY(after, add(after, made.state.amount));
    }
    if (before != after) return unreadable("the sums differ: inputs of several tokens stand mixed");
    return out;
}

Result<Holding> readReceived(const kaspa::CovenantId& token, const kaspa::Transaction& tx, const kaspa::TxId& id, std::uint32_t index)
{
    if (std::ranges::none_of(tx.outputs, [&](const auto& o) { return o.covenant && o.covenant->id == token; }))
        return fail("token.no_transfer", "no output is of this token");
    // What the leader says is what the outputs hold, for their scripts are made of it; the inputs of other tokens that may
    // stand between its own do not matter here.
    for (const kaspa::Input& input : tx.inputs) {
        const auto read = readCall(input.signatureScript);
        const auto states = read ? statesOf(read->call) : std::nullopt;
        const auto made = states ? holdingsOf(token, read->program->templateHash(), *states, tx, id) : std::nullopt;
        if (!made) continue;
        for (const Holding& one : *made)
            if (one.outpoint.index == index) return one;
    }
    return unreadable("this output is not of the token");
}

Result<std::vector<Holding>> readGenesis(const BirthRecord& record, const kaspa::Transaction& tx, const kaspa::TxId& id)
{
    BT_TRY(const Token token, tokenOf(record));
    const auto bad = [] { return fail("token.bad_birth", {"transaction"}, "not the genesis of the record"); };
    std::vector<State> states;
    for (const BirthOutput& born : record.outputs) states.push_back(born.state);
    const auto made = holdingsOf(token.id, record.program, states, tx, id);
    if (!made) return bad();
    for (std::size_t i = 0; i < made->size(); ++i) {
        const BirthOutput& born = record.outputs[i];
        const auto& binding = *tx.outputs[born.index].covenant;
        if ((*made)[i].outpoint.index != born.index || (*made)[i].carrier != born.carrier || binding.authorizingInput >= tx.inputs.size() ||
            tx.inputs[binding.authorizingInput].previous != record.authorising)
            return bad();
    }
    return *made;
}

} // namespace bt::contract::token
