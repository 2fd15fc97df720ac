// SPDX-License-Identifier: GPL-3.0-or-later
// Partially signed transactions as bytes, as a file's text and as the texts of QR codes.
#include "contract/health_session/steps.h"
#include "fuzz.h"
#include "kaspa/script/engine.h"
#include "ledger/partial_signing.h"
#include "ledger/parts.h"

using namespace bt;
using namespace bt::ledger;
namespace cs = bt::contract::session;

namespace {

constexpr std::string_view kNet = "practice";

void use(const PartialSigning& p)
{
    const Bytes again = encodeSigning(p);
    const auto back = decodeSigning(again, kNet);
    fuzz::demand(back && encodeSigning(*back) == again, "a signing's bytes change when they are written again");
    (void)feeOf(p);
    (void)missing(p);
    (void)draftOf(p).has_value();
    fuzz::demand(combine(p, p).has_value(), "a signing does not go with itself");
    (void)finishSigning(p, practiceNetwork()).has_value();
}

//! A disputed visit's decision, without and with a signature.
std::vector<PartialSigning> samples()
{
    SeededRandom random(5);
    std::vector<Secret> secrets;
    cs::Terms terms;
    terms.request.acceptBy = {1'790'000'000'000};
    terms.ladder = {{1'790'100'000'000}, 36'000, {}, {}};
    terms.visit = {{1'790'200'000'000}, 864'000, {1'790'203'600'000}, {}};
    terms.dispute.stake = {700'000'000};
    terms.dispute.lapseAge = 6'048'000;
    for (auto& key : terms.dispute.arbiters) {
        secrets.push_back(crypto::secpNewSecret(random));
        key = *crypto::secpXOnly(secrets.back().view());
    }
    terms.dispute.arbiterPayout = terms.dispute.arbiters[2];
    terms.salt(random);
    auto state = *cs::makeState(terms, terms.dispute.arbiters[0], terms.dispute.arbiters[1], {6'000'000'000}, {600'000'000});
    auto session = cs::book(state, {random.fixed<kaspa::TxId>(), 0})->session;
    session.state.phase = cs::Phase::DisputedByPatient;
    session.value.value += state.bond.value + terms.dispute.stake.value;
    session.id = random.fixed<kaspa::CovenantId>();
    session.outpoint = {random.fixed<kaspa::TxId>(), 0};
    const auto plan = *cs::resolve(session, terms, {2'500'000'000}, 0, 1);
    auto calls = *contract::callsOf(plan);
    BuildRequest request;
    const auto& in = plan.tx.inputs.front();
    request.inputs = {{in.previous, plan.spent, in.sequence, in.computeBudget, in.signatureScript.size()}};
    request.outputs = plan.tx.outputs;
    request.basis = FeeBasis::Relay;
    request.change = kaspa::payToPublicKey(terms.dispute.arbiters[0].view());
    Coin coin;
    coin.outpoint = {random.fixed<kaspa::TxId>(), 1};
    coin.utxo = {{300'000'000}, *request.change, 100, false, {}};
    auto draft = *build(request, {coin}, practiceNetwork(), 200'000);
    const KeySource keys = [&](const KeyRef&) -> Result<Secret> { return secrets[0].clone(); };
    fuzz::demand(signCoins(draft, keys, random).has_value(), "a seed's coin is not signed");
    auto start = *startSigning(draft, std::move(calls), practiceNetwork(), {"visit.resolve", {{"visit", "00"}}});
    auto once = start;
    fuzz::demand(addSignature(once, secrets[0], random).has_value(), "a seed is not signed");
    return {start, once};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const ByteView body(data + 1, size - 1);
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    if (data[0] % 2 == 0) {
        if (const auto p = decodeSigning(body, kNet)) {
            fuzz::demand(equal(encodeSigning(*p), body), "two texts of one signing");
            use(*p);
        }
    } else if (const auto p = readSigningText(text, kNet)) {
        use(*p);
    }
    return 0;
}

std::vector<Bytes> fuzz::seeds()
{
    std::vector<Bytes> out;
    for (const auto& p : samples()) {
        out.push_back({0});
        append(out.back(), encodeSigning(p));
        out.push_back({1});
        append(out.back(), viewOf(signingText(p)));
        out.push_back({1});
        for (const auto& part : signingParts(p)) append(out.back(), viewOf(part + "\n"));
    }
    return out;
}
