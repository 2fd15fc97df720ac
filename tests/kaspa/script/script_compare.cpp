// SPDX-License-Identifier: GPL-3.0-or-later
// The C++ side of the differential test against kaspa-txscript (tests/interop/script-oracle):
//   script_compare generate SEED COUNT   prints cases, one a line: hex of encodePopulated() and the input index, then "c"
//                                        after a blank if chain blocks can be read (commitmentOf)
//   script_compare steps SEED            prints one real step of every kind of a Health Session in the same form
//   script_compare answer                reads cases, prints what this engine says of each
#include "covenant_cases.h"
#include "script_generator.h"

#include "codec/text.h"
#include "kaspa/covenant.h"
#include "kaspa/mass.h"
#include "kaspa/transaction_codec.h"

#include <cstdlib>
#include <iostream>
#include <string>

using namespace bt;
using namespace bt::kaspa;

namespace {

void print(const test::SpendCase& c)
{
    Bytes line = encodePopulated(c.tx);
    appendLe(line, c.inputIndex);
    std::cout << codec::hexEncode(line) << (c.chain ? " c\n" : "\n");
}

void generate(std::uint64_t seed, std::uint64_t count)
{
    test::SpendGenerator spends(seed);
    test::CovenantCases covenants(seed);
    for (std::uint64_t i = 0; i < count; ++i) print(i % 4 == 3 ? covenants.next() : spends.next());
}

// The six types of both schemes in one figure: all of them must agree.
std::string sighashes(const Populated& tx, std::size_t input)
{
    constexpr std::uint8_t types[] = {0x01, 0x02, 0x04, 0x81, 0x82, 0x84};
    SighashCache cache;
    Bytes all;
    for (const std::uint8_t type : types) {
        append(all, sighashSchnorr(tx, input, type, cache).view());
        append(all, sighashEcdsa(tx, input, type, cache).view());
    }
    return codec::hexEncode(domainHash("TransactionHash", all)->view());
}

std::string massesOf(const Populated& tx)
{
    const Masses known = nonContextualMasses(tx.tx);
    const auto storage = storageMass(tx);
    return std::to_string(known.compute) + " " + std::to_string(known.transient) + " " + (storage ? std::to_string(*storage) : "-");
}

const char* className(ScriptClass which)
{
    switch (which) {
    case ScriptClass::PubKey: return "pubkey";
    case ScriptClass::PubKeyEcdsa: return "pubkeyecdsa";
    case ScriptClass::ScriptHash: return "scripthash";
    case ScriptClass::NonStandard: break;
    }
    return "nonstandard";
}

std::string verdict(const Populated& tx, std::size_t input, bool chain)
{
    if (!checkCovenantBindings(tx)) return "BINDINGS";
    ScriptContext ctx;
    ctx.tx = &tx;
    ctx.inputIndex = input;
    if (chain) ctx.seqCommit = test::commitmentOf;
    const auto run = verifyInput(ctx);
    if (!run) return run.error().args[0];
    return "OK " + std::to_string(run->scriptUnits) + " " + std::to_string(run->signatureOps);
}

std::string answer(ByteView line, bool chain)
{
    const std::uint32_t input = readLe<std::uint32_t>(line.last(4));
    const auto tx = decodePopulated(line.first(line.size() - 4));
    if (!tx || input >= tx->utxos.size()) return "MALFORMED";
    const Bytes& unlock = tx->tx.inputs[input].signatureScript;
    const ScriptPublicKey& spk = tx->utxos[input].spk;
    return verdict(*tx, input, chain) + " | " + std::to_string(staticSigOps(unlock, spk)) + " " +
           std::to_string(sigOpUpperBound(unlock, spk)) + " | " + className(classify(spk)) + " " + massesOf(*tx) + " " +
           codec::hexEncode(transactionId(tx->tx).view()) + " " + sighashes(*tx, input);
}

} // namespace

int main(int argc, char** argv)
{
    std::ios::sync_with_stdio(false);
    const std::string what = argc > 1 ? argv[1] : "";
    const auto figure = [&](int at) { return std::strtoull(argv[at], nullptr, 10); };
    if (what == "generate" && argc == 4) {
        generate(figure(2), figure(3));
    } else if (what == "steps" && argc == 3) {
        for (const test::SpendCase& c : test::CovenantCases(figure(2)).honest()) print(c);
    } else if (what == "answer" && argc == 2) {
        for (std::string line; std::getline(std::cin, line);) {
            const bool chain = line.ends_with(" c");
            const auto bytes = codec::hexDecode(chain ? line.substr(0, line.size() - 2) : line);
            std::cout << (bytes && bytes->size() > 4 ? answer(*bytes, chain) : std::string("MALFORMED")) << '\n';
        }
    } else {
        std::cerr << "script_compare generate SEED COUNT | steps SEED | answer\n";
        return 2;
    }
    return 0;
}
