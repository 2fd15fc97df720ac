// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/reward/pool_program.h"

#include "kaspa/abi/codec.h"

#include <algorithm>

namespace bt::contract::reward
{
namespace
{

tl::unexpected<Error> unreadable(const char* why) { return fail("contract.unreadable", {"pool"}, why); }

template <typename T> Result<T> argument(const kaspa::abi::Call& call, std::size_t at)
{
    const T* value = at < call.arguments.size() ? std::get_if<T>(&call.arguments[at].v) : nullptr;
    if (value == nullptr) return unreadable("an argument is missing");
    return *value;
}

template <typename F> Result<F> fixedArgument(const kaspa::abi::Call& call, std::size_t at)
{
    BT_TRY(const Bytes bytes, argument<Bytes>(call, at));
    return F::from(bytes);
}

//! A number that the program has held to be zero or more.
Result<std::uint64_t> number(const kaspa::abi::Call& call, std::size_t at)
{
    BT_TRY(const std::int64_t value, argument<std::int64_t>(call, at));
    if (value < 0) return unreadable("a negative number");
    return static_cast<std::uint64_t>(value);
}

//! Root after an award at `index` is paid: the path up from its paid leaf.
Result<Hash256> rootAfter(const Hash256& leaf, std::uint32_t index, const Bytes& path)
{
    if (path.size() != kDepth * Hash256::size) return unreadable("a path of another length");
    Hash256 is = paidLeaf(leaf);
    for (std::size_t i = 0; i < kDepth; ++i, index >>= 1) {
        const ByteView sister = ByteView(path).subspan(i * Hash256::size, Hash256::size);
        Bytes said{1};
        append(said, index % 2 == 0 ? is.view() : sister);
        append(said, index % 2 == 0 ? sister : is.view());
        is = crypto::blake3(said);
    }
    return is;
}

Result<void> readClaim(const Pool& before, const kaspa::abi::Call& call, PoolTransition& out)
{
    BT_TRY(const std::uint64_t index, number(call, 0));
    Award award;
    BT_TRY(award.winner, fixedArgument<XOnlyKey>(call, 1));
    BT_TRY(award.amount.value, number(call, 2));
    BT_TRY(const std::uint64_t reason, number(call, 3));
    BT_TRY(award.evidence, fixedArgument<Hash256>(call, 4));
    BT_TRY(const Bytes path, argument<Bytes>(call, 5));
    if (index >= kMaxAwards || reason >= kReasons) return unreadable("outside of the tree or the list");
    award.reason = static_cast<Reason>(reason);
    if (award.amount > before.state.budget || award.amount > before.state.left[reason])
        return unreadable("more than was left");
    out.step = PoolStep::Claim;
    out.index = static_cast<std::uint32_t>(index);
    BT_TRY(const Hash256 leaf, awardLeaf(before.state.epoch, *out.index, award));
    BT_TRY(const Hash256 root, rootAfter(leaf, *out.index, path));
    out.next.state = paid(before.state, award, root);
    out.award = award;
    return {};
}

Result<void> readSteward(const Pool& before, const kaspa::abi::Call& call, PoolTransition& out)
{
    BT_TRY(const std::uint64_t why, number(call, 0));
    if (why == 0) {
        BT_TRY(const std::uint64_t budget, number(call, 5));
        BT_TRY(const std::uint64_t end, number(call, 6));
        BT_TRY(const Hash256 root, fixedArgument<Hash256>(call, 7));
        out.step = PoolStep::Open;
        out.next.state = opened(before.state, {budget}, {static_cast<std::int64_t>(end)}, root);
    } else if (why == 1) {
        out.step = PoolStep::Veto;
        out.next.state = vetoed(before.state);
    } else if (why == 2) {
        out.step = PoolStep::Rotate;
        out.next.state = before.state;
        BT_TRY(out.next.state.stewards, fixedArgument<Hash256>(call, 7));
    } else if (why == 3) {
        out.step = PoolStep::Gather;
        out.next.state = before.state;
    } else {
        return unreadable("a reason that this version does not know");
    }
    return {};
}

} // namespace

Result<PoolTransition> readSpend(const Pool& before, const kaspa::Transaction& tx, const kaspa::TxId& id)
{
    const auto input = std::ranges::find(tx.inputs, before.outpoint, &kaspa::Input::previous);
    if (input == tx.inputs.end()) return fail("contract.not_a_spend", "no input spends the pool");
    BT_TRY(const kaspa::abi::Program* program, poolProgramOf(before.program));
    BT_TRY(const kaspa::abi::Call call, program->readCall(input->signatureScript));
    PoolTransition out;
    out.next = before;
    out.next.daaScore = 0;
    if (call.entry == "claim")
        BT_CHECK(readClaim(before, call, out));
    else
        BT_CHECK(readSteward(before, call, out));
    BT_TRY(const Bytes redeem, program->redeemScript(stateRecord(out.next.state)));
    if (tx.outputs.empty() || tx.outputs[0].spk != kaspa::abi::scriptHashOf(redeem) || !tx.outputs[0].covenant ||
        tx.outputs[0].covenant->id != before.id || tx.outputs[0].value != before.value)
        return unreadable("the continuation is not what the program demands");
    out.next.outpoint = {id, 0};
    return out;
}

} // namespace bt::contract::reward
