// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/prove.h"

#include "codec/text.h"

#include <limits>

namespace bt::ledger {

using namespace kaspa;

namespace {

constexpr std::string_view kFamily = "node.rejected.";

//! The rule's own error under the one code of the dry run.
tl::unexpected<Error> refused(Error why)
{
    std::string_view rule = why.code;
    if (rule.substr(0, kFamily.size()) == kFamily) rule.remove_prefix(kFamily.size());
    std::vector<std::string> args{std::string(rule)};
    args.insert(args.end(), std::make_move_iterator(why.args.begin()), std::make_move_iterator(why.args.end()));
    return fail("ledger.refused", std::move(args), std::move(why.detail));
}

} // namespace

Result<Sompi> prove(const Populated& tx, const NetworkParams& network, const std::optional<ChainPoint>& at)
{
    if (tx.utxos.size() != tx.tx.inputs.size()) return fail("ledger.bad_request", "inputs without their outputs");
    if (auto isolated = checkIsolated(tx.tx); !isolated) return refused(std::move(isolated).error());
    // Far in the future everything is mature, old enough and unlocked.
    ChainPoint point{static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()), {}};
    if (at) {
        point = *at;
        if (auto final = checkFinal(tx.tx, point); !final) return refused(std::move(final).error());
    }
    auto fee = checkPopulated(tx, point, network);
    if (!fee) return refused(std::move(fee).error());
    return fee;
}

Result<Transaction> signOff(const Draft& draft, const NetworkParams& network, const std::optional<ChainPoint>& at, FeeBasis basis)
{
    BT_TRY(auto tx, finish(draft, basis));
    BT_CHECK(prove(draft.tx, network, at));
    return tx;
}

Result<void> checkInputsExist(const Draft& draft, Node& node, const Deadline& deadline)
{
    for (std::size_t i = 0; i < draft.tx.tx.inputs.size(); ++i) {
        if (draft.signers[i]) continue;
        const Outpoint& at = draft.tx.tx.inputs[i].previous;
        BT_TRY(const auto there, node.utxoOf(at, draft.tx.utxos[i].spk, deadline));
        if (!there)
            return fail("ledger.no_such_input", {std::to_string(i), codec::hexEncode(at.id.view()) + ":" + std::to_string(at.index)}, {});
    }
    return {};
}

} // namespace bt::ledger
