// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/machine.h"

namespace bt::kaspa::script {

namespace {

std::string hexOf(ByteView bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(2 * bytes.size());
    for (const std::uint8_t b : bytes) {
        out += kDigits[b >> 4];
        out += kDigits[b & 15];
    }
    return out;
}

std::string listOf(const Stack& stack)
{
    std::string out = "[";
    for (const Item& item : stack.items()) {
        if (out.size() > 1) out += ' ';
        out += item.empty() ? std::string("empty") : hexOf(item.view());
    }
    return out + "]";
}

} // namespace

Machine::Machine(const ScriptContext& context, std::uint64_t unitLimit) : meter(unitLimit), m_context(context) {}

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
    return broken(Rule::InvalidStackOperation,
                  "needs " + std::to_string(items) + " items, the stack has " + std::to_string(main.size()));
}

Rule Machine::consume(std::uint64_t units)
{
    if (meter.consume(units)) return Rule::Ok;
    return broken(Rule::ExceededCommittedScriptUnits,
                  "limit " + std::to_string(meter.limit()) + " script units, used " + std::to_string(meter.used()) +
                      ", next " + std::to_string(units));
}

Rule Machine::consumeSignature()
{
    if (meter.consumeSignature()) return Rule::Ok;
    return broken(Rule::ExceededCommittedScriptUnits,
                  "limit " + std::to_string(meter.limit()) + " script units, used " + std::to_string(meter.used()) +
                      ", next a signature check of " + std::to_string(kUnitsPerSigOp));
}

Rule Machine::decodeNumberAt(const Item& item, std::int64_t& out)
{
    const auto number = decodeNumber(item.view());
    if (!number) return broken(Rule::NumberTooBig, "a number of " + std::to_string(item.size()) + " bytes; 8 at most");
    out = *number;
    return Rule::Ok;
}

Rule Machine::pushNumber(std::int64_t value)
{
    Item item = encodeNumber(value);
    if (item.size() > 8) return broken(Rule::Serialization, std::to_string(value) + " needs more than 8 bytes");
    return main.push(std::move(item));
}

Rule Machine::pushBool(bool value)
{
    static constexpr std::array<std::uint8_t, 1> kOne{1};
    return main.push(value ? Item(ByteView(kOne)) : Item());
}

Rule Machine::popBool(bool& out)
{
    if (!has(1)) return tooFew(1);
    out = isTrue(main.peek().view());
    main.drop(1);
    return Rule::Ok;
}

Rule Machine::popHash(Hash256& out)
{
    if (!has(1)) return tooFew(1);
    const Item item = main.pop();
    if (item.size() != Hash256::size)
        return broken(Rule::InvalidLengthOfBlockHash, "a hash of " + std::to_string(item.size()) + " bytes");
    std::copy_n(item.data(), Hash256::size, out.data());
    return Rule::Ok;
}

Rule Machine::countOps(std::int64_t more)
{
    m_ops += more;
    return m_ops > kMaxOps ? Rule::TooManyOperations : Rule::Ok;
}

Rule Machine::step(const Op& op, bool pushOnly)
{
    const OpcodeInfo& info = infoOf(op.code);
    if (m_context.trace) trace(op);
    if ((info.flags & kDisabled) != 0) return Rule::OpcodeDisabled;
    if ((info.flags & kOnceDisabled) != 0 && !m_context.covenantsEnabled) return Rule::OpcodeDisabled;
    if ((info.flags & kIllegal) != 0) return Rule::OpcodeReserved;
    if (pushOnly && !isPush(op.code)) return Rule::SignatureScriptNotPushOnly;
    if (!isPush(op.code)) BT_RULE(countOps(1));

    if (executing() || (info.flags & kConditional) != 0) {
        if ((info.flags & kOnceUnknown) != 0 && !m_context.covenantsEnabled) return Rule::InvalidOpcode;
        BT_RULE(info.run(*this, op));
        BT_RULE(consume(main.takePushed() + alt.takePushed()));
    }
    if (main.size() + alt.size() > kMaxStack) return Rule::StackSizeExceeded;
    return Rule::Ok;
}

Rule Machine::run(ByteView script, std::string_view name, bool pushOnly)
{
    m_script = name;
    for (Decoder decoder(script); !decoder.done();) {
        Op op;
        const Rule decoded = decoder.next(op);
        m_op = op;
        BT_RULE(decoded);
        BT_RULE(step(op, pushOnly));
    }
    m_op.reset();
    if (!branches.empty()) return Rule::ErrUnbalancedConditional;
    alt.clear();
    m_ops = 0;
    return Rule::Ok;
}

Rule Machine::finish(bool last)
{
    m_op.reset();
    if (last) {
        if (main.size() > 1)
            return broken(Rule::CleanStack, std::to_string(main.size() - 1) + " items more than one");
        if (main.empty()) return Rule::EmptyStack;
    }
    bool good = false;
    BT_RULE(popBool(good));
    return good ? Rule::Ok : Rule::EvalFalse;
}

tl::unexpected<Error> Machine::error(Rule rule) const
{
    const RuleText& text = textOf(rule);
    std::vector<std::string> args{std::string(text.name)};
    std::string detail;
    if (m_op) {
        args.emplace_back(infoOf(m_op->code).name);
        args.push_back(std::to_string(m_op->at));
        detail = args[1] + " at byte " + args[2] + " of the ";
    } else {
        detail = "end of the ";
    }
    detail += m_script.empty() ? std::string_view("run") : m_script;
    detail += ", stack depth " + std::to_string(main.size()) + ": " + std::string(text.words);
    if (!m_words.empty()) detail += " (" + m_words + ")";
    return fail(text.code, std::move(args), std::move(detail));
}

void Machine::trace(const Op& op) const
{
    std::string line(m_script);
    line += " @" + std::to_string(op.at) + (executing() ? " " : " (not taken) ");
    line += infoOf(op.code).name;
    if (!op.data.empty()) line += " 0x" + hexOf(op.data);
    line += " stack " + listOf(main) + " alt " + listOf(alt) + " units " + std::to_string(meter.used());
    m_context.trace(line);
}

} // namespace bt::kaspa::script
