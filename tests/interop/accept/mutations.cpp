// SPDX-License-Identifier: GPL-3.0-or-later
#include "interop/accept/mutations.h"

#include "kaspa/consensus.h"
#include "kaspa/script/opcodes.h"

namespace bt::interop {
namespace {

using namespace kaspa;
using ledger::ChainPoint;

Input& anyInput(Built& b, Random& random) { return b.tx.tx.inputs[random.below(b.tx.tx.inputs.size())]; }
Output& anyOutput(Built& b, Random& random) { return b.tx.tx.outputs[random.below(b.tx.tx.outputs.size())]; }
void flipBit(Bytes& bytes, Random& random) { bytes[random.below(bytes.size())] ^= static_cast<std::uint8_t>(1U << random.below(8)); }

Input* signedInput(Built& b, Random& random)
{
    Input& input = anyInput(b, random);
    return input.signatureScript.empty() ? nullptr : &input;
}
Output* boundOutput(Built& b)
{
    for (Output& output : b.tx.tx.outputs)
        if (output.covenant) return &output;
    return nullptr;
}

const std::vector<Mutation> kAll{
    {"signature bit",
     [](Built& b, const ChainPoint&, Random& r) {
         Input* input = signedInput(b, r);
         if (input == nullptr || input->signatureScript.size() < 66) return false;
         input->signatureScript[1 + r.below(64)] ^= static_cast<std::uint8_t>(1U << r.below(8));
         return true;
     }},
    {"any bit of the signature script",
     [](Built& b, const ChainPoint&, Random& r) {
         Input* input = signedInput(b, r);
         if (input == nullptr) return false;
         flipBit(input->signatureScript, r);
         return true;
     }},
    {"signature script cut",
     [](Built& b, const ChainPoint&, Random& r) {
         Input* input = signedInput(b, r);
         if (input == nullptr) return false;
         input->signatureScript.pop_back();
         return true;
     }},
    {"signature script longer",
     [](Built& b, const ChainPoint&, Random& r) {
         anyInput(b, r).signatureScript.push_back(script::OpTrue);
         return true;
     }},
    {"signature script with an opcode",
     [](Built& b, const ChainPoint&, Random& r) {
         Bytes& s = anyInput(b, r).signatureScript;
         s.insert(s.begin(), script::OpNop);
         return true;
     }},
    {"signature script empty",
     [](Built& b, const ChainPoint&, Random& r) {
         anyInput(b, r).signatureScript.clear();
         return true;
     }},
    {"sighash type",
     [](Built& b, const ChainPoint&, Random& r) {
         Bytes& s = anyInput(b, r).signatureScript;
         if (s.size() != 66) return false;
         const std::uint8_t types[] = {0x00, 0x01, 0x02, 0x03, 0x04, 0x81, 0x82, 0x84, 0xff};
         s.back() = types[r.below(9)];
         return true;
     }},
    {"sequence",
     [](Built& b, const ChainPoint&, Random& r) {
         anyInput(b, r).sequence ^= 1;
         return true;
     }},
    {"age never reached",
     [](Built& b, const ChainPoint&, Random& r) {
         anyInput(b, r).sequence = 0x00ff'ffff;
         return true;
     }},
    {"lock time in the future, DAA",
     [](Built& b, const ChainPoint& at, Random& r) {
         b.tx.tx.lockTime = at.daaScore + r.below(3);
         return true;
     }},
    {"lock time in the future, milliseconds",
     [](Built& b, const ChainPoint& at, Random& r) {
         b.tx.tx.lockTime = static_cast<std::uint64_t>(at.pastMedianTime.value) + r.below(3);
         return true;
     }},
    {"lock time past",
     [](Built& b, const ChainPoint& at, Random&) {
         b.tx.tx.lockTime = b.tx.tx.lockTime == 1 ? at.daaScore - 2 : 1;
         return true;
     }},
    {"unknown transaction",
     [](Built& b, const ChainPoint&, Random& r) {
         anyInput(b, r).previous.id.bytes[r.below(32)] ^= 1;
         return true;
     }},
    {"index of the outpoint",
     [](Built& b, const ChainPoint&, Random& r) {
         anyInput(b, r).previous.index += 1'000 + static_cast<std::uint32_t>(r.below(1'000'000)); // nobody's
         return true;
     }},
    {"same outpoint twice",
     [](Built& b, const ChainPoint&, Random&) {
         if (b.tx.tx.inputs.size() < 2) return false;
         b.tx.tx.inputs[1].previous = b.tx.tx.inputs[0].previous;
         return true;
     }},
    {"one sompi more",
     [](Built& b, const ChainPoint&, Random& r) {
         anyOutput(b, r).value.value += 1;
         return true;
     }},
    {"one sompi less",
     [](Built& b, const ChainPoint&, Random& r) {
         anyOutput(b, r).value.value -= 1;
         return true;
     }},
    {"more than there is",
     [](Built& b, const ChainPoint&, Random&) {
         b.tx.tx.outputs.back().value.value += 1'000'000 * kSompiPerKas;
         return true;
     }},
    {"zero output",
     [](Built& b, const ChainPoint&, Random& r) {
         anyOutput(b, r).value = {};
         return true;
     }},
    {"output beyond all money",
     [](Built& b, const ChainPoint&, Random& r) {
         anyOutput(b, r).value = {kMaxSompi + 1 + r.below(2) * (~0ULL - kMaxSompi - 1)};
         return true;
     }},
    {"receiver",
     [](Built& b, const ChainPoint&, Random& r) {
         Output& output = anyOutput(b, r);
         if (output.spk.script.size() < 34) return false;
         output.spk.script[2 + r.below(30)] ^= 1;
         return true;
     }},
    {"script class of an output",
     [](Built& b, const ChainPoint&, Random& r) {
         anyOutput(b, r).spk.script.back() = script::OpNop;
         return true;
     }},
    {"version of an output's script",
     [](Built& b, const ChainPoint&, Random& r) {
         anyOutput(b, r).spk.version = static_cast<std::uint16_t>(1 + r.below(0xffff));
         return true;
     }},
    {"other known version",
     [](Built& b, const ChainPoint&, Random&) {
         b.tx.tx.version ^= 1;
         return true;
     }},
    {"unknown version",
     [](Built& b, const ChainPoint&, Random& r) {
         // Beyond 1 the node reads budgets, as it does for version 1.
         if (b.tx.tx.version == 0) return false;
         b.tx.tx.version = static_cast<std::uint16_t>(2 + r.below(1000));
         return true;
     }},
    {"gas",
     [](Built& b, const ChainPoint&, Random& r) {
         b.tx.tx.gas = 1 + r.below(1000);
         return true;
     }},
    {"subnetwork",
     [](Built& b, const ChainPoint&, Random& r) {
         b.tx.tx.subnetwork.bytes[0] = static_cast<std::uint8_t>(2 + r.below(250));
         return true;
     }},
    {"payload",
     [](Built& b, const ChainPoint&, Random& r) {
         b.tx.tx.payload.push_back(static_cast<std::uint8_t>(r.below(256)));
         return true;
     }},
    {"budget or signature count less",
     [](Built& b, const ChainPoint&, Random& r) {
         Input& input = anyInput(b, r);
         if (input.computeBudget == 0 && input.sigOpCount == 0) return false;
         if (b.tx.tx.version > 0) --input.computeBudget;
         else --input.sigOpCount;
         return true;
     }},
    {"budget or signature count more",
     [](Built& b, const ChainPoint&, Random& r) {
         Input& input = anyInput(b, r);
         if (b.tx.tx.version > 0) ++input.computeBudget;
         else ++input.sigOpCount;
         return true;
     }},
    {"field of the other version",
     [](Built& b, const ChainPoint&, Random& r) {
         Input& input = anyInput(b, r);
         if (b.tx.tx.version > 0) input.sigOpCount = 1;
         else input.computeBudget = 1;
         return true;
     }},
    {"covenant id",
     [](Built& b, const ChainPoint&, Random& r) {
         Output* output = boundOutput(b);
         if (output == nullptr) return false;
         output->covenant->id.bytes[r.below(32)] ^= 1;
         return true;
     }},
    {"authorising input",
     [](Built& b, const ChainPoint&, Random& r) {
         Output* output = boundOutput(b);
         if (output == nullptr) return false;
         output->covenant->authorizingInput = static_cast<std::uint16_t>(output->covenant->authorizingInput + 1 + r.below(3));
         return true;
     }},
    {"covenant dropped",
     [](Built& b, const ChainPoint&, Random&) {
         Output* output = boundOutput(b);
         if (output == nullptr) return false;
         output->covenant.reset();
         return true;
     }},
    {"covenant added",
     [](Built& b, const ChainPoint&, Random& r) {
         Output& output = anyOutput(b, r);
         if (output.covenant) return false;
         output.covenant = CovenantBinding{0, r.fixed<CovenantId>()};
         return true;
     }},
    {"output removed",
     [](Built& b, const ChainPoint&, Random&) {
         if (b.tx.tx.outputs.size() < 2) return false;
         b.tx.tx.outputs.pop_back();
         return true;
     }},
    {"signed anew: fee one sompi lower",
     [](Built& b, const ChainPoint&, Random&) {
         if (!b.sign) return false;
         b.tx.tx.outputs.back().value.value += 1;
         b.sign(b.tx);
         return true;
     }},
    {"signed anew: budget or count less",
     [](Built& b, const ChainPoint&, Random& r) {
         Input& input = anyInput(b, r);
         if (!b.sign || (input.computeBudget == 0 && input.sigOpCount == 0)) return false;
         if (b.tx.tx.version > 0) --input.computeBudget;
         else --input.sigOpCount;
         b.sign(b.tx);
         return true;
     }},
    {"signed anew: lock time not reached",
     [](Built& b, const ChainPoint& at, Random&) {
         if (!b.sign) return false;
         b.tx.tx.lockTime = at.daaScore;
         b.sign(b.tx);
         return true;
     }},
    {"signed anew: too young",
     [](Built& b, const ChainPoint& at, Random&) {
         if (!b.sign) return false;
         b.tx.tx.inputs[0].sequence = at.daaScore - b.tx.utxos[0].daaScore + 1;
         b.sign(b.tx);
         return true;
     }},
    {"signed anew: output too small for its place",
     [](Built& b, const ChainPoint&, Random&) {
         if (!b.sign || b.tx.tx.outputs.size() < 2) return false;
         b.tx.tx.outputs[0].value = {100'000};
         b.sign(b.tx);
         return true;
     }},
};

} // namespace

const std::vector<Mutation>& mutations() { return kAll; }

} // namespace bt::interop
