// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/receipt.h"

#include "codec/text.h"
#include "records/form.h"
#include "records/listing.h"
#include "records/text.h"

#include <algorithm>

namespace bt::records {

namespace {

using codec::Json;
constexpr std::string_view kForm = "bt/receipt/v1", kAdditionTag = "bt/receipt-addition/v1";
constexpr std::int64_t kLatest = 253'402'300'799'999; // the year 9999
constexpr std::int64_t kMaxRate = 1'000'000'000'000;  // a million of the currency for one coin
constexpr std::uint64_t kCoin = 100'000'000;

auto bad(const char* field) { return fail("record.bad_receipt", field); }

bool code(std::string_view text, std::size_t most, std::string_view allowed)
{
    return !text.empty() && text.size() <= most && text.find_first_not_of(allowed) == std::string_view::npos;
}
constexpr std::string_view kLower = "abcdefghijklmnopqrstuvwxyz_", kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kNetwork = "abcdefghijklmnopqrstuvwxyz0123456789-", kService = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
bool licence(std::string_view text)
{
    constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    return text.size() <= kLicenceBytes && text.find_first_not_of(allowed) == std::string_view::npos;
}
bool time(Millis at) { return at.value > 0 && at.value <= kLatest; }

Result<Json> toJson(const Receipt& r)
{
    if (r.number.isZero()) return bad("number");
    if (!keyOf(r.issuer)) return bad("issuer");
    if (!keyOf(r.holder) || r.holder == r.issuer) return bad("holder");
    BT_TRY(const auto name, plainLine(r.name, kNameBytes));
    if (name.empty() || name != r.name) return bad("name");
    if (!licence(r.licence)) return bad("licence");
    if (!code(r.network, 32, kNetwork)) return bad("network");
    if (r.visit.isZero()) return bad("visit");
    if (r.payment.isZero()) return bad("payment");
    if (!time(r.start) || !time(r.end) || r.end <= r.start || r.end.minus(r.start) > kDay) return bad("end");
    if (!code(r.service, 16, kService)) return bad("service");
    if (r.amount.value == 0 || r.amount.value > kMaxSompi) return bad("amount");
    if (r.coin != "KAS" && r.coin != "BTAI") return bad("coin");
    if (!time(r.paidAt)) return bad("paidAt");
    if (!code(r.currency, 4, kUpper) || r.currency.size() < 3) return bad("currency");
    if (r.microsPerCoin <= 0 || r.microsPerCoin > kMaxRate) return bad("microsPerCoin");
    if (!code(r.rateSource, 32, kLower)) return bad("rateSource");
    if (!time(r.issuedAt)) return bad("issuedAt");
    return Json{{"amount", std::to_string(r.amount.value)},
                {"coin", r.coin},
                {"currency", r.currency},
                {"end", r.end.value},
                {"holder", r.holder},
                {"issuedAt", r.issuedAt.value},
                {"issuer", r.issuer},
                {"licence", r.licence},
                {"micros", std::to_string(r.micros())},
                {"microsPerCoin", r.microsPerCoin},
                {"name", name},
                {"network", r.network},
                {"number", codec::hexEncode(r.number.view())},
                {"paidAt", r.paidAt.value},
                {"payment", codec::hexEncode(r.payment.view())},
                {"rateSource", r.rateSource},
                {"service", r.service},
                {"start", r.start.value},
                {"visit", codec::hexEncode(r.visit.view())}};
}

template <typename F> Result<F> hexField(const Json& json, std::string_view name)
{
    BT_TRY(const auto text, codec::textField(json, name));
    BT_TRY(const auto bytes, codec::hexDecode(text));
    return F::from(bytes);
}

Result<Receipt> receiptFrom(const Json& json)
{
    Receipt r;
    BT_TRY(r.number, hexField<ReceiptNumber>(json, "number"));
    BT_TRY(r.issuer, codec::textField(json, "issuer"));
    BT_TRY(r.name, codec::textField(json, "name"));
    BT_TRY(r.licence, codec::textField(json, "licence"));
    BT_TRY(r.holder, codec::textField(json, "holder"));
    BT_TRY(r.network, codec::textField(json, "network"));
    BT_TRY(r.visit, hexField<ReceiptVisit>(json, "visit"));
    BT_TRY(r.payment, hexField<ReceiptTx>(json, "payment"));
    BT_TRY(r.start.value, codec::intField(json, "start"));
    BT_TRY(r.end.value, codec::intField(json, "end"));
    BT_TRY(r.service, codec::textField(json, "service"));
    BT_TRY(r.amount.value, codec::amountField(json, "amount"));
    BT_TRY(r.coin, codec::textField(json, "coin"));
    BT_TRY(r.paidAt.value, codec::intField(json, "paidAt"));
    BT_TRY(r.currency, codec::textField(json, "currency"));
    BT_TRY(r.microsPerCoin, codec::intField(json, "microsPerCoin"));
    BT_TRY(r.rateSource, codec::textField(json, "rateSource"));
    BT_TRY(r.issuedAt.value, codec::intField(json, "issuedAt"));
    return r;
}

Result<Json> toJson(const ReceiptAddition& added)
{
    BT_TRY(const auto name, plainLine(added.name, kNameBytes));
    BT_TRY(const auto diagnosis, plainLine(added.diagnosis, kDiagnosisBytes));
    Json json = Json::object();
    if (!diagnosis.empty()) json["diagnosis"] = diagnosis;
    if (!name.empty()) json["name"] = name;
    return json;
}

Result<ReceiptAddition> additionFrom(const Json& json)
{
    ReceiptAddition added;
    if (json.contains("diagnosis")) {
        BT_TRY(added.diagnosis, codec::textField(json, "diagnosis"));
    }
    if (json.contains("name")) {
        BT_TRY(added.name, codec::textField(json, "name"));
    }
    return added;
}

Bytes tagged(std::string_view tag, ByteView first)
{
    Bytes bytes = bytesOf(tag);
    bytes.push_back(0);
    append(bytes, first);
    return bytes;
}

Result<Bytes> additionBytes(const Receipt& receipt, const ReceiptAddition& added)
{
    BT_TRY(const auto signedPart, serialise(receipt));
    BT_TRY(const auto json, toJson(added));
    BT_TRY(const auto own, canonicalBytes(json));
    Bytes bytes = tagged(kAdditionTag, signedPart);
    bytes.push_back(0);
    append(bytes, own);
    return bytes;
}

} // namespace

std::int64_t Receipt::micros() const
{
    // Whole coins and the rest apart: an amount is below 2^62, a rate below 2^40.
    const auto whole = amount.value / kCoin, part = amount.value % kCoin;
    const auto rate = static_cast<std::uint64_t>(std::max<std::int64_t>(microsPerCoin, 0));
    if (rate != 0 && whole > static_cast<std::uint64_t>(INT64_MAX) / rate / 2) return INT64_MAX;
    return static_cast<std::int64_t>(whole * rate + part * rate / kCoin);
}

Result<Bytes> serialise(const Receipt& receipt)
{
    BT_TRY(const auto json, toJson(receipt));
    return canonicalBytes(json);
}

Result<crypto::Ed25519Signature> signReceipt(const Receipt& receipt, const Secret& secret64)
{
    BT_TRY(const auto bytes, serialise(receipt));
    return crypto::ed25519Sign(secret64, tagged(kForm, bytes));
}

Result<SignedReceipt> addTo(SignedReceipt receipt, const ReceiptAddition& added, const Secret& secret64)
{
    BT_TRY(receipt.added.name, plainLine(added.name, kNameBytes));
    BT_TRY(receipt.added.diagnosis, plainLine(added.diagnosis, kDiagnosisBytes));
    receipt.byHolder.reset();
    if (receipt.added.empty()) return receipt;
    BT_TRY(const auto bytes, additionBytes(receipt.receipt, receipt.added));
    receipt.byHolder = crypto::ed25519Sign(secret64, bytes);
    return receipt;
}

Result<Bytes> serialise(const SignedReceipt& r)
{
    BT_TRY(auto receipt, toJson(r.receipt));
    if (r.added.empty() == r.byHolder.has_value()) return bad("byHolder");
    Json json{{"byIssuer", codec::base64urlEncode(r.byIssuer.view())}, {"form", std::string(kForm)}, {"receipt", std::move(receipt)}};
    if (r.byHolder) {
        BT_TRY(json["added"], toJson(r.added));
        json["byHolder"] = codec::base64urlEncode(r.byHolder->view());
    }
    BT_TRY(auto bytes, canonicalBytes(json));
    if (bytes.size() > kReceiptBytes) return fail("record.too_long", {std::to_string(kReceiptBytes)}, "receipt");
    return bytes;
}

Result<SignedReceipt> openReceipt(ByteView bytes)
{
    if (bytes.size() > kReceiptBytes) return fail("record.too_long", {std::to_string(kReceiptBytes)}, "receipt");
    BT_TRY(auto opened, (exactly<SignedReceipt>(bytes, kReceiptBytes, "record.bad_receipt", [](const Json& json) -> Result<SignedReceipt> {
               SignedReceipt r;
               BT_TRY(const auto* receipt, codec::objectField(json, "receipt"));
               BT_TRY(r.receipt, receiptFrom(*receipt));
               BT_TRY(r.byIssuer, fixedField<crypto::Ed25519Signature>(json, "byIssuer"));
               if (json.contains("added")) {
                   BT_TRY(const auto* added, codec::objectField(json, "added"));
                   BT_TRY(r.added, additionFrom(*added));
                   BT_TRY(r.byHolder, fixedField<crypto::Ed25519Signature>(json, "byHolder"));
               }
               return r;
           })));
    BT_TRY(const auto issuer, keyOf(opened.receipt.issuer));
    BT_TRY(const auto signedPart, serialise(opened.receipt));
    if (!crypto::ed25519Verify(issuer, tagged(kForm, signedPart), opened.byIssuer))
        return fail("record.bad_signature", {"issuer"}, "receipt");
    if (!opened.byHolder) return opened;
    BT_TRY(const auto holder, keyOf(opened.receipt.holder));
    BT_TRY(const auto added, additionBytes(opened.receipt, opened.added));
    if (!crypto::ed25519Verify(holder, added, *opened.byHolder)) return fail("record.bad_signature", {"holder"}, "receipt");
    return opened;
}

} // namespace bt::records
