// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/reward/pool_program.h"

#include "contract/arguments.h"
#include "kaspa/abi/codec.h"

#include <algorithm>

namespace bt::contract::reward {
namespace {

//! Root after an award at `index` is paid: the path up from its paid leaf.
Hash256 rootAfter(const Hash256& leaf, std::uint32_t index, const Bytes& path)
{
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

Result<void> readClaim(const Pool& before, const Arguments& arguments, PoolTransition& out)
{
    BT_TRY(const std::uint64_t index, arguments.number(0));
    Award award;
    BT_TRY(award.winner, arguments.fixed<XOnlyKey>(1));
    BT_TRY(award.amount.value, arguments.number(2));
    BT_TRY(const std::uint64_t reason, arguments.number(3));
    BT_TRY(award.evidence, arguments.fixed<Hash256>(4));
    BT_TRY(const Bytes path, arguments.at<Bytes>(5));
    if (path.size() != kDepth * Hash256::size) return arguments.unreadable("a path of another length");
    if (index >= kMaxAwards || reason >= kReasons) return arguments.unreadable("outside of the tree or the list");
    award.reason = static_cast<Reason>(reason);
    if (award.amount > before.state.budget || award.amount > before.state.left[reason]) return arguments.unreadable("more than was left");
    out.step = PoolStep::Claim;
    out.index = static_cast<std::uint32_t>(index);
    const Hash256 leaf = claimedLeaf(before.state.epoch, *out.index, award);
    out.next.state = paid(before.state, award, rootAfter(leaf, *out.index, path));
    out.award = award;
    return {};
}

Result<void> readSteward(const Pool& before, const Arguments& arguments, PoolTransition& out)
{
    BT_TRY(const std::uint64_t why, arguments.number(0));
    if (why == 0) {
        BT_TRY(const std::uint64_t budget, arguments.number(5));
        BT_TRY(const std::uint64_t end, arguments.number(6));
        BT_TRY(const Hash256 root, arguments.fixed<Hash256>(7));
        out.step = PoolStep::Open;
        out.next.state = opened(before.state, {budget}, {static_cast<std::int64_t>(end)}, root);
    } else if (why == 1) {
        out.step = PoolStep::Veto;
        out.next.state = vetoed(before.state);
    } else if (why == 2) {
        out.step = PoolStep::Rotate;
        out.next.state = before.state;
        BT_TRY(out.next.state.stewards, arguments.fixed<Hash256>(7));
    } else if (why == 3) {
        out.step = PoolStep::Gather;
        out.next.state = before.state;
    } else {
        return arguments.unreadable("a reason that this version does not know");
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
    const Arguments arguments(call, "pool");
    PoolTransition out;
    out.next = before;
    out.next.daaScore = 0;
    if (call.entry == "claim") BT_CHECK(readClaim(before, arguments, out));
    else BT_CHECK(readSteward(before, arguments, out));
    BT_TRY(const Bytes redeem, program->redeemScript(stateRecord(out.next.state)));
    if (tx.outputs.empty() || tx.outputs[0].spk != kaspa::abi::scriptHashOf(redeem) || !tx.outputs[0].covenant ||
        tx.outputs[0].covenant->id != before.id || tx.outputs[0].value != before.value)
        return arguments.unreadable("the continuation is not what the program demands");
    out.next.outpoint = {id, 0};
    return out;
}

} // namespace bt::contract::reward
