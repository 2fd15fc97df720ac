// SPDX-License-Identifier: GPL-3.0-or-later
// Lock times: the operand is an unsigned little-endian value of up to 8 bytes, not a script number.
#include "kaspa/script/ops.h"

namespace bt::kaspa::script::ops {

namespace {

Rule popUnsigned(Machine& vm, std::uint64_t& out)
{
    if (vm.tx() == nullptr) return Rule::InvalidSource;
    if (!vm.has(1)) return vm.tooFew(1);
    const Item item = vm.main.pop();
    if (item.size() > 8) return vm.broken(Rule::NumberTooBig, "a lock time of " + std::to_string(item.size()) + " bytes");
    out = 0;
    for (std::size_t i = 0; i < item.size(); ++i) out |= std::uint64_t{item.data()[i]} << (8 * i);
    return Rule::Ok;
}

} // namespace

Rule checkLockTime(Machine& vm, const Op&)
{
    std::uint64_t wanted = 0;
    BT_RULE(popUnsigned(vm, wanted));
    const std::uint64_t lockTime = vm.tx()->tx.lockTime;
    const auto figures = [&] { return std::to_string(wanted) + " asked, transaction has " + std::to_string(lockTime); };
    if ((lockTime < kLockTimeThreshold) != (wanted < kLockTimeThreshold))
        return vm.broken(Rule::UnsatisfiedLockTime, "a score and a time: " + figures());
    if (wanted > lockTime) return vm.broken(Rule::UnsatisfiedLockTime, figures());
    // A final input would switch the transaction's lock time off.
    if (vm.tx()->tx.inputs[vm.context().inputIndex].sequence == UINT64_MAX)
        return vm.broken(Rule::UnsatisfiedLockTime, "transaction input is finalized");
    return Rule::Ok;
}

Rule checkSequence(Machine& vm, const Op&)
{
    std::uint64_t wanted = 0;
    BT_RULE(popUnsigned(vm, wanted));
    if ((wanted & kSequenceDisabled) != 0) return Rule::Ok;
    const std::uint64_t sequence = vm.tx()->tx.inputs[vm.context().inputIndex].sequence;
    if ((sequence & kSequenceDisabled) != 0) return vm.broken(Rule::UnsatisfiedLockTime, "the input's relative lock is switched off");
    if ((wanted & kSequenceMask) > (sequence & kSequenceMask))
        return vm.broken(Rule::UnsatisfiedLockTime,
                         std::to_string(wanted & kSequenceMask) + " asked, input has " + std::to_string(sequence & kSequenceMask));
    return Rule::Ok;
}

} // namespace bt::kaspa::script::ops
