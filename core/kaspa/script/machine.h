// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The state of one run and the loop over a script. Private to script/: the doors are in engine.h. Pure; no Qt. Thread
//! safety: one thread an object.
#pragma once

#include "kaspa/script/covenant_index.h"
#include "kaspa/script/engine.h"
#include "kaspa/script/meter.h"
#include "kaspa/script/number.h"
#include "kaspa/script/opcode_table.h"
#include "kaspa/script/stack.h"

#include <array>
#include <optional>
#include <string>

namespace bt::kaspa::script {

enum class Branch : std::uint8_t { Taken, NotTaken, Skipped }; //!< Skipped: inside one that is not taken

class Machine
{
public:
    //! \param signatureLimit counts only without ScriptContext::covenantsEnabled: then a run is limited by its signature
    //!        checks and script units cost nothing.
    Machine(const ScriptContext& context, std::uint64_t unitLimit, std::uint32_t signatureLimit);

    //! Runs one script. \param name for errors and the trace ("signature script"). \returns the broken rule; error() says
    //! more.
    [[nodiscard]] Rule run(ByteView script, std::string_view name, bool pushOnly);
    //! The end of a chunk: a true item on top; at the very end nothing else beside it.
    [[nodiscard]] Rule finish(bool last);
    //! The error value for the rule that ended the run.
    [[nodiscard]] tl::unexpected<Error> error(Rule rule) const;

    // What handlers use:
    [[nodiscard]] const Populated* tx() const { return m_context.tx; }
    [[nodiscard]] const ScriptContext& context() const { return m_context; }
    //! True under the rules before Toccata: minimal pushes and numbers, strict booleans, small limits.
    [[nodiscard]] bool strict() const { return m_strict; }
    [[nodiscard]] const Limits& limits() const { return m_strict ? kLimitsBeforeToccata : kLimits; }
    [[nodiscard]] SighashCache& sighashes() { return m_context.sighashes != nullptr ? *m_context.sighashes : m_ownSighashes; }
    [[nodiscard]] const CovenantIndex& covenants();
    [[nodiscard]] bool executing() const { return m_executing; }
    [[nodiscard]] Rule broken(Rule rule, std::string words);
    [[nodiscard]] bool has(std::size_t items) const { return main.size() >= items; }
    [[nodiscard]] Rule tooFew(std::size_t items);
    [[nodiscard]] Rule consume(std::uint64_t units) { return m_strict || meter.consume(units) ? Rule::Ok : overBudget(units); }
    [[nodiscard]] Rule consumeSignature();
    [[nodiscard]] Rule pushNumber(std::int64_t value) { return value == INT64_MIN ? numberTooLong(value) : main.push(encodeNumber(value)); }
    [[nodiscard]] Rule pushBool(bool value)
    {
        static constexpr std::array<std::uint8_t, 1> kOne{1};
        return main.push(value ? Item(ByteView(kOne)) : Item());
    }
    [[nodiscard]] Rule popBool(bool& out)
    {
        if (!has(1)) return tooFew(1);
        out = isTrue(main.peek().view());
        main.drop(1);
        return Rule::Ok;
    }
    //! Pops N numbers; the last one was on top.
    template <std::size_t N> [[nodiscard]] Rule popNumbers(std::array<std::int64_t, N>& out);
    //! Same, for numbers that must fit 32 bits.
    template <std::size_t N> [[nodiscard]] Rule popSmall(std::array<std::int32_t, N>& out);
    //! Same, for indexes: not negative.
    template <std::size_t N> [[nodiscard]] Rule popIndexes(std::array<std::size_t, N>& out);
    [[nodiscard]] Rule popHash(Hash256& out);
    //! Counts against the limit of operations of one script.
    [[nodiscard]] Rule countOps(std::int64_t more)
    {
        m_ops += more;
        return m_ops > m_opLimit ? tooManyOps() : Rule::Ok;
    }
    void openBranch(Branch next);
    //! OpElse. \returns false if no branch is open.
    [[nodiscard]] bool turnBranch();
    //! OpEndIf. \returns false if no branch is open.
    [[nodiscard]] bool closeBranch();

    Stack main;
    Stack alt;
    Meter meter;

private:
    template <bool Watched> [[nodiscard]] Rule loop(ByteView script, bool pushOnly);
    [[nodiscard]] Rule step(bool pushOnly);
    [[nodiscard]] Rule watchedStep(bool pushOnly);
    //! Rules of the time before Toccata that an opcode meets when it is about to run.
    [[nodiscard]] Rule strictStep(const OpcodeInfo& info);
    [[nodiscard]] Rule stopped(std::uint8_t flags);
    [[nodiscard]] Rule overBudget(std::uint64_t units);
    [[nodiscard]] Rule numberTooLong(std::int64_t value);
    [[nodiscard]] Rule numberTooWide(std::size_t bytes, std::size_t limit);
    [[nodiscard]] Rule beyond32(std::int64_t value);
    [[nodiscard]] Rule tooManyOps();
    [[nodiscard]] Rule noIndex(std::int32_t value);
    //! \param width bytes that a number of this kind may have before Toccata (since then 8)
    [[nodiscard]] Rule readNumber(const Item& item, std::int64_t& out, std::size_t width)
    {
        if (m_strict) [[unlikely]]
            return readStrict(item, out, width);
        const auto number = decodeNumber(item.view());
        if (!number) [[unlikely]]
            return numberTooWide(item.size(), 8);
        out = *number;
        return Rule::Ok;
    }
    [[nodiscard]] Rule readStrict(const Item& item, std::int64_t& out, std::size_t width);
    [[nodiscard]] std::string traceLine() const;

    const ScriptContext& m_context;
    const bool m_strict;
    const std::uint8_t m_stops; //!< flags of opcodes that end a run wherever they stand
    bool m_executing = true;
    bool m_inOpcode = false;
    const std::int64_t m_opLimit;
    std::int64_t m_ops = 0;
    const std::uint32_t m_signatureLimit;
    std::vector<Branch> m_branches;
    Op m_op; //!< where the run is, while m_inOpcode
    std::size_t m_index = 0;
    std::string_view m_script;
    std::string m_words;
    SighashCache m_ownSighashes;
    std::optional<CovenantIndex> m_covenants;
};

template <std::size_t N> Rule Machine::popNumbers(std::array<std::int64_t, N>& out)
{
    if (!has(N)) return tooFew(N);
    for (std::size_t i = 0; i < N; ++i)
        if (const Rule r = readNumber(main.peek(N - 1 - i), out[i], 8); r != Rule::Ok) return r;
    main.drop(N);
    return Rule::Ok;
}

template <std::size_t N> Rule Machine::popSmall(std::array<std::int32_t, N>& out)
{
    if (!has(N)) return tooFew(N);
    for (std::size_t i = 0; i < N; ++i) {
        std::int64_t wide = 0;
        if (const Rule r = readNumber(main.peek(N - 1 - i), wide, 4); r != Rule::Ok) return r;
        if (wide < INT32_MIN || wide > INT32_MAX) [[unlikely]]
            return beyond32(wide);
        out[i] = static_cast<std::int32_t>(wide);
    }
    main.drop(N);
    return Rule::Ok;
}

template <std::size_t N> Rule Machine::popIndexes(std::array<std::size_t, N>& out)
{
    std::array<std::int32_t, N> numbers{};
    if (const Rule r = popSmall(numbers); r != Rule::Ok) return r;
    for (std::size_t i = 0; i < N; ++i) {
        if (numbers[i] < 0) [[unlikely]]
            return noIndex(numbers[i]);
        out[i] = static_cast<std::size_t>(numbers[i]);
    }
    return Rule::Ok;
}

} // namespace bt::kaspa::script

//! Returns the broken rule to the caller.
#define BT_RULE(expr)                                                                                                                      \
    do {                                                                                                                                   \
        if (const ::bt::kaspa::script::Rule btRule_ = (expr); btRule_ != ::bt::kaspa::script::Rule::Ok) [[unlikely]]                       \
            return btRule_;                                                                                                                \
    } while (false)
