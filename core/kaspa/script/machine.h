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
    Machine(const ScriptContext& context, std::uint64_t unitLimit);

    //! Runs one script. \param name for errors and the trace ("signature script"). \returns the broken rule; where() and
    //! words() say more.
    [[nodiscard]] Rule run(ByteView script, std::string_view name, bool pushOnly);
    //! The end of a chunk: a true item on top; at the very end nothing else beside it.
    [[nodiscard]] Rule finish(bool last);
    //! The error value for the rule that ended the run.
    [[nodiscard]] tl::unexpected<Error> error(Rule rule) const;

    // What handlers use:
    [[nodiscard]] const Populated* tx() const { return m_context.tx; }
    [[nodiscard]] const ScriptContext& context() const { return m_context; }
    [[nodiscard]] SighashCache& sighashes() { return m_context.sighashes != nullptr ? *m_context.sighashes : m_ownSighashes; }
    [[nodiscard]] const CovenantIndex& covenants();
    [[nodiscard]] bool executing() const { return branches.empty() || branches.back() == Branch::Taken; }
    [[nodiscard]] Rule broken(Rule rule, std::string words);
    [[nodiscard]] bool has(std::size_t items) const { return main.size() >= items; }
    [[nodiscard]] Rule tooFew(std::size_t items);
    [[nodiscard]] Rule consume(std::uint64_t units);
    [[nodiscard]] Rule consumeSignature();
    [[nodiscard]] Rule pushNumber(std::int64_t value);
    [[nodiscard]] Rule pushBool(bool value);
    [[nodiscard]] Rule popBool(bool& out);
    //! Pops N numbers; the last one was on top.
    template <std::size_t N> [[nodiscard]] Rule popNumbers(std::array<std::int64_t, N>& out);
    //! Same, for numbers that must fit 32 bits.
    template <std::size_t N> [[nodiscard]] Rule popSmall(std::array<std::int32_t, N>& out);
    //! Same, for indexes: not negative.
    template <std::size_t N> [[nodiscard]] Rule popIndexes(std::array<std::size_t, N>& out);
    [[nodiscard]] Rule popHash(Hash256& out);
    //! Counts against the limit of operations of one script.
    [[nodiscard]] Rule countOps(std::int64_t more);

    Stack main;
    Stack alt;
    std::vector<Branch> branches;
    Meter meter;

private:
    [[nodiscard]] Rule step(const Op& op, bool pushOnly);
    [[nodiscard]] Rule decodeNumberAt(const Item& item, std::int64_t& out);
    void trace(const Op& op) const;

    const ScriptContext& m_context;
    SighashCache m_ownSighashes;
    std::optional<CovenantIndex> m_covenants;
    std::int64_t m_ops = 0;
    std::string_view m_script;
    std::optional<Op> m_op; // where the run is
    std::string m_words;
};

template <std::size_t N> Rule Machine::popNumbers(std::array<std::int64_t, N>& out)
{
    if (!has(N)) return tooFew(N);
    const std::vector<Item> items = main.take(N);
    for (std::size_t i = 0; i < N; ++i)
        if (const Rule r = decodeNumberAt(items[i], out[i]); r != Rule::Ok) return r;
    return Rule::Ok;
}

template <std::size_t N> Rule Machine::popSmall(std::array<std::int32_t, N>& out)
{
    if (!has(N)) return tooFew(N);
    const std::vector<Item> items = main.take(N);
    for (std::size_t i = 0; i < N; ++i) {
        std::int64_t wide = 0;
        if (const Rule r = decodeNumberAt(items[i], wide); r != Rule::Ok) return r;
        if (wide < INT32_MIN || wide > INT32_MAX)
            return broken(Rule::NumberTooBig, std::to_string(wide) + " does not fit 32 bits");
        out[i] = static_cast<std::int32_t>(wide);
    }
    return Rule::Ok;
}

template <std::size_t N> Rule Machine::popIndexes(std::array<std::size_t, N>& out)
{
    std::array<std::int32_t, N> numbers;
    if (const Rule r = popSmall(numbers); r != Rule::Ok) return r;
    for (std::size_t i = 0; i < N; ++i) {
        if (numbers[i] < 0) return broken(Rule::InvalidIndex, std::to_string(numbers[i]) + " is no index");
        out[i] = static_cast<std::size_t>(numbers[i]);
    }
    return Rule::Ok;
}

} // namespace bt::kaspa::script

//! Returns the broken rule to the caller.
#define BT_RULE(expr)                                                                                                  \
    do {                                                                                                               \
        if (const ::bt::kaspa::script::Rule btRule_ = (expr); btRule_ != ::bt::kaspa::script::Rule::Ok) return btRule_; \
    } while (false)
