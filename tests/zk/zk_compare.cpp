// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the lines of tests/interop/zk-oracle (kind TAB hex TAB verdict) and says where this project decides otherwise.
#include "kaspa/script/engine.h"
#include "zk/groth16.h"

#include <cstdio>
#include <iostream>
#include <map>

using namespace bt;
using namespace bt::zk;

namespace {

Bytes unhex(std::string_view text)
{
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    Bytes out;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) out.push_back(static_cast<std::uint8_t>(digit(text[i]) * 16 + digit(text[i + 1])));
    return out;
}

std::string hexOf(ByteView bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t b : bytes) {
        out += digits[b >> 4];
        out += digits[b & 15];
    }
    return out;
}

std::string script(ByteView bytes)
{
    const auto done = kaspa::runScripts({}, {0, bytesOf(bytes)}, {});
    if (done) return "OK " + std::to_string(done->scriptUnits);
    return done.error().args.empty() ? std::string(done.error().code) : done.error().args[0];
}

template <typename T> std::string uncompressed(const Result<T>& value)
{
    if (!value) return "bad";
    Bytes out;
    if constexpr (std::is_same_v<T, Fr>) appendScalar(out, *value);
    else if constexpr (std::is_same_v<T, Proof> || std::is_same_v<T, VerifyingKey>) out = encode(*value, Form::Uncompressed);
    else appendPoint(out, *value, Form::Uncompressed);
    return hexOf(out);
}

template <typename P> std::string point(ByteView bytes, Form form, Result<P> (Reader::*read)(Form, Check))
{
    Reader in(bytes);
    const Result<P> value = (in.*read)(form, Check::Full);
    return value && !in.atEnd() ? "bad" : uncompressed(value);
}

std::string pair(ByteView bytes)
{
    Reader in(bytes);
    const auto p = in.g1(Form::Uncompressed);
    const auto q = in.g2(Form::Uncompressed);
    if (!p || !q) return "bad";
    const Fq12 value = pairing(*p, *q);
    std::string out;
    for (const Fq6* half : {&value.c0, &value.c1})
        for (const Fq2* part : {&half->c0, &half->c1, &half->c2}) out += hexOf(part->c0.bytesLe()) + hexOf(part->c1.bytesLe());
    return out;
}

std::string judge(std::string_view kind, ByteView bytes)
{
    if (kind == "script") return script(bytes);
    if (kind == "g1c") return point<G1>(bytes, Form::Compressed, &Reader::g1);
    if (kind == "g1u") return point<G1>(bytes, Form::Uncompressed, &Reader::g1);
    if (kind == "g2c") return point<G2>(bytes, Form::Compressed, &Reader::g2);
    if (kind == "g2u") return point<G2>(bytes, Form::Uncompressed, &Reader::g2);
    if (kind == "fr") return uncompressed(parseInput(bytes));
    if (kind == "proof") return uncompressed(parseProof(bytes));
    if (kind == "key") return uncompressed(parseVerifyingKey(bytes));
    if (kind == "pair") return pair(bytes);
    return "unknown kind";
}

} // namespace

int main()
{
    struct Tally {
        int cases = 0;
        int accepted = 0;
    };
    std::map<std::string, Tally> tallies;
    int cases = 0;
    int differences = 0;
    for (std::string line; std::getline(std::cin, line); ++cases) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        if (first == std::string::npos || second == std::string::npos) {
            std::fprintf(stderr, "not a case: %s\n", line.c_str());
            return 2;
        }
        const std::string kind = line.substr(0, first);
        const std::string theirs = line.substr(second + 1);
        const std::string ours = judge(kind, unhex(std::string_view(line).substr(first + 1, second - first - 1)));
        Tally& tally = tallies[kind];
        ++tally.cases;
        tally.accepted += theirs == "bad" || (kind == "script" && !theirs.starts_with("OK")) ? 0 : 1;
        if (ours == theirs) continue;
        if (++differences <= 5)
            std::printf("case %d %s\n  ours   %s\n  theirs %s\n", cases + 1, line.substr(0, second).c_str(), ours.c_str(), theirs.c_str());
    }
    for (const auto& [kind, tally] : tallies) std::printf("%-7s %7d cases, %7d accepted\n", kind.c_str(), tally.cases, tally.accepted);
    std::printf("%d cases, %d differences\n", cases, differences);
    return differences == 0 && cases > 0 ? 0 : 1;
}
