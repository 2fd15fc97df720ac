// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/machine.h"

#include "kaspa/script/trace.h"

namespace bt::kaspa::script {

namespace {

std::string told(ByteView item)
{
    if (item.size() <= kMaxTracedItem) return hexOf(item);
    return hexOf(item.first(kMaxTracedItem)) + "...(" + std::to_string(item.size()) + " bytes)";
}

std::vector<std::string> told(const Stack& stack)
{
    std::vector<std::string> out;
    for (const Item& item : stack.items()) out.push_back(told(item.view()));
    return out;
}

// What a push before Toccata had to look like: the shortest opcode that can say it.
bool pushedMinimally(const Op& op)
{
    const std::size_t size = op.data.size();
    if (size == 0) return op.code == OpFalse;
    if (size == 1 && op.data[0] >= 1 && op.data[0] <= 16) return false; // Op1 .. Op16 say it
    if (size == 1 && op.data[0] == 0x81) return false;                  // Op1Negate says it
    if (size <= OpData75) return op.code == size;
    if (size <= 0xff) return op.code == OpPushData1;
    return size >= 0xffff || op.code == OpPushData2;
}

bool numberMinimal(ByteView bytes)
{
    if (bytes.empty() || (bytes.back() & 0x7f) != 0) return true;
    return bytes.size() > 1 && (bytes[bytes.size() - 2] & 0x80) != 0; // the last byte is there for the sign
}

} // namespace

Machine::Machine(const ScriptContext& context, std::uint64_t unitLimit, std::uint32_t signatureLimit)
    : meter(unitLimit), m_context(context), m_strict(!context.covenantsEnabled),
      m_stops(static_cast<std::uint8_t>(kDisabled | kIllegal | (m_strict ? kOnceDisabled : 0))), m_opLimit(limits().ops),
      m_signatureLimit(signatureLimit)
{}

const CovenantIndex& Machine::covenants()
{
    if (!m_covenants) m_covenants.emplace(*m_context.tx);
    return *m_covenants;
}

Rule Machine::broken(Rule rule, std::string words)
{
    m_words = std::move(words);
    return rule;
}

Rule Machine::tooFew(std::size_t items)
{
    return broken(Rule::InvalidStackOperation, "needs " + std::to_string(items) + " items, the stack has " + std::to_string(main.size()));
}

Rule Machine::overBudget(std::uint64_t units)
{
    return broken(Rule::ExceededCommittedScriptUnits, "limit " + std::to_string(meter.limit()) + " script units, used " +
                                                          std::to_string(meter.used()) + ", next " + std::to_string(units));
}

Rule Machine::consumeSignature()
{
    if (m_strict) {
        if (meter.signatures() >= m_signatureLimit) return broken(Rule::ExceededSigOpLimit, "limit " + std::to_string(m_signatureLimit));
        meter.countSignature();
        return Rule::Ok;
    }
    return meter.consumeSignature() ? Rule::Ok : overBudget(kUnitsPerSigOp);
}

Rule Machine::numberTooWide(std::size_t bytes, std::size_t limit)
{
    return broken(Rule::NumberTooBig, "a number of " + std::to_string(bytes) + " bytes; " + std::to_string(limit) + " at most");
}

Rule Machine::beyond32(std::int64_t value) { return broken(Rule::NumberTooBig, std::to_string(value) + " does not fit 32 bits"); }

Rule Machine::readStrict(const Item& item, std::int64_t& out, std::size_t width)
{
    if (item.size() > width) return numberTooWide(item.size(), width);
    if (!numberMinimal(item.view())) return broken(Rule::NotMinimalData, "a number with bytes to spare");
    out = decodeNumber(item.view()).value_or(0); // at most 8 bytes: there is a value
    return Rule::Ok;
}

Rule Machine::numberTooLong(std::int64_t value) { return broken(Rule::Serialization, std::to_string(value) + " needs more than 8 bytes"); }

Rule Machine::noIndex(std::int32_t value) { return broken(Rule::InvalidIndex, std::to_string(value) + " is no index"); }

Rule Machine::tooManyOps() { return broken(Rule::TooManyOperations, "limit " + std::to_string(m_opLimit)); }

Rule Machine::popHash(Hash256& out)
{
    if (!has(1)) return tooFew(1);
    const Item item = main.pop();
    if (item.size() != Hash256::size) return broken(Rule::InvalidLengthOfBlockHash, "a hash of " + std::to_string(item.size()) + " bytes");
    std::copy_n(item.data(), Hash256::size, out.data());
    return Rule::Ok;
}

void Machine::openBranch(Branch next)
{
    m_branches.push_back(next);
    m_executing = next == Branch::Taken;
}

bool Machine::turnBranch()
{
    if (m_branches.empty()) return false;
    Branch& b = m_branches.back();
    if (b == Branch::Taken) b = Branch::NotTaken;
    else if (b == Branch::NotTaken) b = Branch::Taken;
    m_executing = b == Branch::Taken;
    return true;
}

bool Machine::closeBranch()
{
    if (m_branches.empty()) return false;
    m_branches.pop_back();
    m_executing = m_branches.empty() || m_branches.back() == Branch::Taken;
    return true;
}

Rule Machine::stopped(std::uint8_t flags)
{
    const auto disabling = static_cast<std::uint8_t>(kDisabled | (m_strict ? kOnceDisabled : 0));
    return (flags & disabling) != 0 ? Rule::OpcodeDisabled : Rule::OpcodeReserved;
}

Rule Machine::strictStep(const OpcodeInfo& info)
{
    if (m_op.code != OpFalse && m_op.code <= OpPushData4 && !pushedMinimally(m_op))
        return broken(Rule::NotMinimalData, "a shorter push says the same");
    if ((info.flags & kOnceReserved) != 0) return Rule::OpcodeReserved;
    return (info.flags & kOnceUnknown) != 0 ? Rule::InvalidOpcode : Rule::Ok;
}

// The order of checks is consensus: it decides the error.
inline Rule Machine::step(bool pushOnly)
{
    const OpcodeInfo& info = infoOf(m_op.code);
    if ((info.flags & m_stops) != 0) [[unlikely]]
        return stopped(info.flags);
    if (!isPush(m_op.code)) {
        if (pushOnly) [[unlikely]]
            return Rule::SignatureScriptNotPushOnly;
        BT_RULE(countOps(1));
    } else if (m_op.data.size() > limits().element) [[unlikely]] {
        return broken(Rule::ElementTooBig, std::to_string(m_op.data.size()) + " bytes pushed");
    }
    if (m_executing || (info.flags & kConditional) != 0) {
        if (m_strict) [[unlikely]]
            BT_RULE(strictStep(info));
        BT_RULE(info.run(*this, m_op));
        if (const std::uint64_t pushed = main.takePushed(); pushed != 0) BT_RULE(consume(pushed));
    }
    return main.size() + alt.size() > kMaxStack ? Rule::StackSizeExceeded : Rule::Ok;
}

Rule Machine::watchedStep(bool pushOnly)
{
    if (m_context.trace) m_context.trace(traceLine());
    if (!m_context.step) return step(pushOnly);
    ScriptStep seen;
    seen.script = m_script;
    seen.index = m_index;
    seen.offset = m_op.at;
    seen.opcode = infoOf(m_op.code).name;
    seen.pushes = told(m_op.data);
    seen.taken = m_executing || (infoOf(m_op.code).flags & kConditional) != 0;
    seen.before = told(main);
    seen.altBefore = told(alt);
    seen.unitsBefore = meter.used();
    const Rule rule = step(pushOnly);
    seen.after = told(main);
    seen.altAfter = told(alt);
    seen.unitsAfter = meter.used();
    seen.rule = textOf(rule).name;
    m_context.step(seen);
    return rule;
}

template <bool Watched> Rule Machine::loop(ByteView script, bool pushOnly)
{
    m_inOpcode = true;
    m_index = 0;
    for (Decoder decoder(script); !decoder.done(); ++m_index) {
        BT_RULE(decoder.next(m_op));
        if constexpr (Watched) BT_RULE(watchedStep(pushOnly));
        else BT_RULE(step(pushOnly));
    }
    m_inOpcode = false;
    return Rule::Ok;
}

Rule Machine::run(ByteView script, std::string_view name, bool pushOnly)
{
    m_script = name;
    const bool watched = m_context.trace || m_context.step;
    BT_RULE(watched ? loop<true>(script, pushOnly) : loop<false>(script, pushOnly));
    if (!m_branches.empty()) return broken(Rule::ErrUnbalancedConditional, std::to_string(m_branches.size()) + " open");
    alt.clear();
    m_ops = 0;
    return Rule::Ok;
}

Rule Machine::finish(bool last)
{
    if (last) {
        if (main.size() > 1) return broken(Rule::CleanStack, std::to_string(main.size() - 1) + " items more than one");
        if (main.empty()) return Rule::EmptyStack;
    }
    bool good = false;
    BT_RULE(popBool(good));
    return good ? Rule::Ok : Rule::EvalFalse;
}

tl::unexpected<Error> Machine::error(Rule rule) const
{
    const RuleText& text = textOf(rule);
    const std::string depth = std::to_string(main.size());
    const std::string_view script = m_script.empty() ? std::string_view("run") : m_script;
    std::vector<std::string> args;
    std::string detail;
    detail.reserve(160);
    if (m_inOpcode) {
        args = {std::string(text.name), std::string(infoOf(m_op.code).name), std::to_string(m_op.at), std::to_string(m_index), depth,
                std::string(script)};
        detail.append(args[1]).append(" (opcode ").append(args[3]).append(" at byte ").append(args[2]).append(")");
    } else {
        args = {std::string(text.name)};
        detail = "end";
    }
    detail.append(" of the ").append(script).append(", stack depth ").append(depth).append(": ").append(text.words);
    if (!m_words.empty()) detail.append(" (").append(m_words).append(")");
    return fail(text.code, std::move(args), std::move(detail));
}

std::string Machine::traceLine() const
{
    std::string line(m_script);
    line += " @" + std::to_string(m_op.at) + (m_executing ? " " : " (not taken) ");
    line += infoOf(m_op.code).name;
    if (!m_op.data.empty()) line += " 0x" + told(m_op.data);
    return line + " stack " + listed(told(main)) + " alt " + listed(told(alt)) + " units " + std::to_string(meter.used());
}

} // namespace bt::kaspa::script
