// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/script/trace.h"

#include <charconv>

namespace bt::kaspa {

namespace {

bool number(const std::string& text, std::size_t& out)
{
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    return fault == std::errc() && end == text.data() + text.size();
}

} // namespace

std::string toText(const ScriptStep& step)
{
    std::string line(step.script);
    line += " #" + std::to_string(step.index) + " @" + std::to_string(step.offset) + " ";
    line += step.opcode;
    if (!step.pushes.empty()) line += " 0x" + step.pushes;
    if (!step.taken) return line + " (not taken)";
    line += "  " + script::listed(step.before) + " -> " + script::listed(step.after);
    if (!step.altBefore.empty() || !step.altAfter.empty())
        line += "  alt " + script::listed(step.altBefore) + " -> " + script::listed(step.altAfter);
    line += "  units " + std::to_string(step.unitsBefore);
    if (step.unitsAfter != step.unitsBefore) line += " + " + std::to_string(step.unitsAfter - step.unitsBefore);
    if (step.rule != "Ok") line.append("  FAILS: ").append(step.rule);
    return line;
}

ScriptTrace traceInput(const ScriptContext& ctx)
{
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    std::size_t more = 0;
    ScriptContext watched = ctx;
    watched.trace = nullptr;
    watched.step = [&](const ScriptStep& step) {
        if (lines.size() >= kMaxTraceLines || bytes >= kMaxTraceBytes) return void(++more);
        lines.push_back(toText(step));
        bytes += lines.back().size();
    };
    auto outcome = verifyInput(watched);
    if (more > 0) lines.push_back("... and " + std::to_string(more) + " steps more");
    return {std::move(lines), std::move(outcome)};
}

std::optional<ScriptFailure> failureOf(const Error& error)
{
    if (!error.code.starts_with("kaspa.script.") || error.args.size() < 6) return std::nullopt;
    ScriptFailure out{error.args[0], error.args[1], 0, 0, 0, error.args[5]};
    if (!number(error.args[2], out.offset) || !number(error.args[3], out.index) || !number(error.args[4], out.depth)) return std::nullopt;
    return out;
}

} // namespace bt::kaspa

namespace bt::kaspa::script {

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

std::string listed(const std::vector<std::string>& items)
{
    std::string out = "[";
    for (const std::string& item : items) {
        if (out.size() > 1) out += ' ';
        out += item.empty() ? std::string("empty") : item;
    }
    return out + "]";
}

} // namespace bt::kaspa::script
