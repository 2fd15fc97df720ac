// SPDX-License-Identifier: GPL-3.0-or-later
// What a receipt says of a visit, and how one is read back.
#include "identity/did_key.h"
#include "identity/licence.h"
#include "service/context.h"
#include "service/practice_network.h"
#include "service/receipts/receipts.h"
#include "service/tokens/visit_tokens.h"

namespace bt::service {
namespace {

bool tookPlace(VisitEnding ending) { return ending == VisitEnding::Completed || ending == VisitEnding::Claimed; }

//! What the patient paid the therapist, without anyone's stake and fee.
Sompi paidOf(const Visit& v)
{
    if (tookPlace(v.ending)) return v.session.state.price;
    if (v.ending == VisitEnding::Lapsed) return {}; // mixes the price with a stake: no exact sum of either
    const bool bonded = std::ranges::any_of(v.steps, [](const VisitStep& s) { return s.step == "accept"; });
    const auto bond = bonded ? v.session.state.bond.value : 0;
    // What went to the pool is of the price that she paid.
    const auto got = shareOfSide(v.session.state, v.paid, Role::Therapist).value + v.paid.tokens.toPool.value;
    return got > bond ? Sompi{std::min(got - bond, v.session.state.price.value)} : Sompi{};
}

} // namespace

std::optional<ReceiptPayment> paymentOf(const Visit& v)
{
    if (v.phase != VisitPhase::Ended || v.session.id.isZero() || paidOf(v).value == 0) return std::nullopt;
    const VisitStep* last = nullptr;
    for (const auto& step : v.steps)
        if (step.step != "ticket") last = &step;
    if (last == nullptr || !last->settled) return std::nullopt;
    const auto bytes = codec::hexDecode(last->txid);
    const auto tx = bytes ? records::ReceiptTx::from(*bytes) : Result<records::ReceiptTx>(fail("codec.bad_hex"));
    if (!tx) return std::nullopt;
    return ReceiptPayment{*tx, paidOf(v), last->at};
}

Result<records::Receipt> receiptOf(Context& c, const Visit& v)
{
    const auto paid = paymentOf(v);
    if (!paid) return fail("receipt.nothing_paid");
    const auto* thread = c.postbox.find(v.threadId);
    if (thread == nullptr) return fail("message.no_conversation");
    const auto me = identity::didKey(c.postbox.keysOf(*thread).identity.open);
    const bool patient = v.role == Role::Patient;
    const auto& network = c.wallet.network();
    records::Receipt r;
    r.issuer = patient ? thread->did : me;
    r.holder = patient ? me : thread->did;
    r.network = network.id;
    BT_TRY(r.visit, records::ReceiptVisit::from(v.session.id.view()));
    r.payment = paid->tx;
    r.start = v.terms.visit.startsAt;
    r.end = v.terms.visit.endsAt;
    // Neutral on purpose: S for a service that took place, F for a fee of one that did not, and the minutes agreed.
    r.service = (tookPlace(v.ending) ? "S-" : "F-") + std::to_string(r.end.minus(r.start) / kMinute);
    r.amount = paid->amount;
    r.paidAt = paid->at;
    const bool tokens = v.session.state.asset.has_value();
    r.coin = tokens ? "BTAI" : "KAS";
    // A rate exists where the network's parameters fix one; elsewhere the amount stands in coins, and the source says so.
    const bool fixed = !tokens && network.playMoney && network.microsPerKas > 0;
    r.currency = fixed ? network.rateCurrency : r.coin;
    r.microsPerCoin = fixed ? network.microsPerKas : 1'000'000;
    r.rateSource = !fixed ? "none" : network.id == "practice" ? "practice_fixed" : "test_fixed";
    return r;
}

Result<ReceiptDocument> readReceipt(ByteView json)
{
    BT_TRY(auto content, records::openReceipt(json));
    ReceiptDocument out{std::move(content), {}, 0, bytesOf(json)};
    const auto& r = out.content.receipt;
    out.micros = r.micros();
    if (r.licence.empty()) return out;
    const std::vector<std::string> trusted{identity::didKey(practiceAuthority().open)};
    const auto licence = identity::verifyLicence(r.licence, trusted, r.issuer, r.issuedAt);
    if (!licence) return out;
    out.licence = {true, licence->registerId, licence->jurisdiction, std::string(kPracticeAuthorityName), licence->practicePartner};
    return out;
}

} // namespace bt::service
