// SPDX-License-Identifier: GPL-3.0-or-later
// The C++ side of the differential test against kaspa-txscript (tests/interop/script-oracle):
//   script_compare generate SEED COUNT   prints cases, one a line
//   script_compare answer                reads cases, prints what this engine says of each
#include "script_generator.h"

#include "codec/text.h"
#include "kaspa/covenant.h"
#include "kaspa/transaction_codec.h"

#include <cstdlib>
#include <iostream>
#include <string>

using namespace bt;
using namespace bt::kaspa;

namespace {

void generate(std::uint64_t seed, std::uint64_t count)
{
    test::SpendGenerator generator(seed);
    for (; count > 0; --count) {
        const test::SpendCase c = generator.next();
        Bytes line = encodePopulated(c.tx);
        appendLe(line, c.inputIndex);
        std::cout << codec::hexEncode(line) << '\n';
    }
}

std::string answer(ByteView line)
{
    const std::uint32_t input = readLe<std::uint32_t>(line.last(4));
    const auto tx = decodePopulated(line.first(line.size() - 4));
    if (!tx) return "MALFORMED";
    if (!checkCovenantBindings(*tx)) return "BINDINGS";
    ScriptContext ctx;
    ctx.tx = &*tx;
    ctx.inputIndex = input;
    const auto run = verifyInput(ctx);
    const Bytes& unlock = tx->tx.inputs[input].signatureScript;
    const ScriptPublicKey& spk = tx->utxos[input].spk;
    return (run ? "OK " + std::to_string(run->scriptUnits) + " " + std::to_string(run->signatureOps) : run.error().args[0]) +
           " | " + std::to_string(staticSigOps(unlock, spk)) + " " + std::to_string(sigOpUpperBound(unlock, spk));
}

} // namespace

int main(int argc, char** argv)
{
    std::ios::sync_with_stdio(false);
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "generate" && argc == 4) {
        generate(std::strtoull(argv[2], nullptr, 10), std::strtoull(argv[3], nullptr, 10));
        return 0;
    }
    if (what != "answer") {
        std::cerr << "script_compare generate SEED COUNT | answer\n";
        return 2;
    }
    for (std::string line; std::getline(std::cin, line);) {
        const auto bytes = codec::hexDecode(line);
        std::cout << (bytes && bytes->size() > 4 ? answer(*bytes) : std::string("MALFORMED")) << '\n';
    }
    return 0;
}
