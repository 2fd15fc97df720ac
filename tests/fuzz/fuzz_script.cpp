// SPDX-License-Identifier: GPL-3.0-or-later
// The script engine on any two scripts, in a transaction with a budget.
#include "codec/json.h"
#include "codec/text.h"
#include "fuzz.h"
#include "kaspa/script/engine.h"
#include "kaspa/script/short_form.h"

using namespace bt;
using namespace bt::kaspa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Source in({data, size});
    const std::uint8_t choice = in.byte();
    Populated tx;
    tx.tx.version = choice & 1;
    tx.tx.lockTime = in.number();
    tx.tx.payload = bytesOf(in.part());
    const std::size_t inputs = 1 + (choice >> 1) % 3;
    for (std::size_t i = 0; i < inputs; ++i) {
        Input input;
        input.sequence = in.number();
        input.computeBudget = in.byte(); // at most 2,550,000 script units more
        input.sigOpCount = static_cast<std::uint8_t>(in.byte() % 8);
        input.signatureScript = bytesOf(in.part());
        tx.tx.inputs.push_back(std::move(input));
        Utxo utxo{{in.number()}, {0, bytesOf(in.part())}, in.number(), false, {}};
        if (choice & 0x10) utxo.covenant.emplace();
        tx.utxos.push_back(std::move(utxo));
    }
    for (std::size_t i = (choice >> 5) % 3; i > 0; --i) {
        Output output{{in.number()}, {0, bytesOf(in.part())}, {}};
        if (choice & 0x10) output.covenant = CovenantBinding{static_cast<std::uint16_t>(in.byte() % inputs), {}};
        tx.tx.outputs.push_back(std::move(output));
    }
    if (choice & 0x80) { // P2SH of the last push
        const Bytes redeem = tx.utxos[0].spk.script;
        ScriptBuilder builder;
        builder.data(redeem);
        append(tx.tx.inputs[0].signatureScript, builder.script());
        tx.utxos[0].spk = payToScriptHash(redeem);
    }
    SighashCache cache;
    ScriptContext context;
    context.tx = &tx;
    context.sighashes = &cache;
    const auto first = verifyInput(context);
    SighashCache fresh;
    context.sighashes = &fresh;
    const auto second = verifyInput(context);
    fuzz::demand(first.has_value() == second.has_value(), "two runs of one spend differ");
    if (first) {
        fuzz::demand(first->scriptUnits == second->scriptUnits, "two runs of one spend cost differently");
        if (tx.tx.version == 1)
            fuzz::demand(first->scriptUnits <= allowedScriptUnits(tx.tx, tx.tx.inputs[0]), "more script units than allowed");
    } else {
        fuzz::demand(first.error().code == second.error().code, "two runs of one spend fail differently");
        fuzz::demand(first.error().code.starts_with("kaspa.script."), "a foreign error out of the engine");
    }
    (void)classify(tx.utxos[0].spk);
    (void)staticSigOps(tx.tx.inputs[0].signatureScript, tx.utxos[0].spk);
    (void)sigOpUpperBound(tx.tx.inputs[0].signatureScript, tx.utxos[0].spk);
    (void)scriptToText(tx.utxos[0].spk.script).has_value();
    const ByteView text = in.rest();
    (void)script::parseShortForm({reinterpret_cast<const char*>(text.data()), text.size()}).has_value();
    return 0;
}

namespace {

Bytes seed(std::uint8_t choice, ByteView signatureScript, ByteView script)
{
    Bytes out{choice, 0};
    fuzz::appendPart(out, {}); // payload
    out.push_back(0);          // sequence
    out.push_back(200);        // budget
    out.push_back(4);
    fuzz::appendPart(out, signatureScript);
    out.push_back(0); // amount
    fuzz::appendPart(out, script);
    return out;
}

} // namespace

std::vector<Bytes> fuzz::seeds()
{
    std::vector<Bytes> out;
    for (const auto& [first, second] : std::initializer_list<std::pair<const char*, const char*>>{
             {"1", "1 EQUAL"},
             {"'abc' 2 0", "CAT SIZE 3 EQUALVERIFY DROP 1"},
             {"1 2", "IF ADD ELSE SUB ENDIF 5 NUMEQUAL"},
             {"0x41"
              "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
              "0000000001",
              "0x20f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9 CHECKSIG"},
             {"", "0 TXINPUTAMOUNT 0 TXOUTPUTAMOUNT GREATERTHAN"},
             {"", "TXVERSION TXLOCKTIME TXPAYLOADLEN 0 0 TXPAYLOADSUBSTR BLAKE2B SIZE 32 EQUAL"},
             {"5", "TOALTSTACK 1 2 3 ROT DUP 2DUP FROMALTSTACK CHECKLOCKTIMEVERIFY"},
             {"'a' 'b'", "BLAKE3 SHA256 EQUAL NOT VERIFY 7 8 MUL 5 DIV 3 MOD"},
             {"", "0 AUTHOUTPUTCOUNT 0 INPUTCOVENANTID COVINPUTCOUNT"}}) {
        const auto a = script::parseShortForm(first);
        const auto b = script::parseShortForm(second);
        for (const int choice : {0x01, 0x00, 0x81, 0x31, 0xb3})
            if (a && b) out.push_back(seed(static_cast<std::uint8_t>(choice), *a, *b));
    }
    Bytes every; // each opcode once
    for (unsigned op = 0x4f; op < 256; ++op) every.push_back(static_cast<std::uint8_t>(op));
    for (std::size_t at = 0; at < every.size(); ++at)
        out.push_back(seed(0x31, Bytes{0x51, 0x52, 0x53, 0x54, 0x00, 0x51}, ByteView(every).subspan(at, 1)));
    return out;
}
