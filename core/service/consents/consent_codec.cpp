// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consents/consent.h"
#include "service/json_fields.h"

namespace bt::service {
namespace {

namespace cc = contract::consent;

Json eventJson(const ConsentEvent& e)
{
    return Json{
        {"txid", e.txid}, {"tx", hexOf(ByteView(e.tx))}, {"block", e.block}, {"daa", std::to_string(e.daaScore)}, {"at", e.at.value}};
}

ConsentEvent readEvent(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    ConsentEvent e;
    e.txid = f.text("txid", 64);
    e.tx = f.bytes("tx");
    e.block = f.text("block", 64);
    e.daaScore = std::strtoull(f.text("daa", 20).c_str(), nullptr, 10);
    e.at = f.time("at");
    if (!f.ok()) outer.fail();
    return e;
}

Json receiptJson(const cc::Receipt& r)
{
    return Json{{"program", hexOf(r.program)},      {"id", hexOf(r.id)},
                {"txid", hexOf(r.outpoint.id)},     {"index", r.outpoint.index},
                {"value", amountText(r.value)},     {"terms", hexOf(r.state.terms)},
                {"expiry", r.state.expiry.value},   {"refund", hexOf(r.state.refund)},
                {"daa", std::to_string(r.daaScore)}};
}

cc::Receipt readReceipt(const Json& json, FieldReader& outer)
{
    FieldReader f(json);
    cc::Receipt r;
    r.program = f.fixed<Hash256>("program");
    r.id = f.fixed<kaspa::CovenantId>("id");
    r.outpoint = {f.fixed<kaspa::TxId>("txid"), static_cast<std::uint32_t>(f.integer("index"))};
    r.value = f.amount("value");
    r.state.terms = f.fixed<Hash256>("terms");
    r.state.expiry = f.time("expiry");
    r.state.refund = f.fixed<crypto::XOnlyKey>("refund");
    r.daaScore = std::strtoull(f.text("daa", 20).c_str(), nullptr, 10);
    if (!f.ok()) outer.fail();
    return r;
}

} // namespace

Bytes encodeConsent(const Consent& c)
{
    Json json{{"id", c.id},
              {"thread", c.threadId},
              {"class", c.dataClass},
              {"mine", c.mine},
              {"granter", c.terms.granter},
              {"grantee", c.terms.grantee},
              {"scope", c.terms.scope},
              {"salts", {hexOf(c.terms.salts[0]), hexOf(c.terms.salts[1]), hexOf(c.terms.salts[2])}},
              {"receipt", receiptJson(c.receipt)},
              {"branch", static_cast<int>(c.refundKey.branch)},
              {"index", c.refundKey.index},
              {"birthTxid", c.birthTxid},
              {"birth", eventJson(c.birth)},
              {"end", eventJson(c.end)},
              {"endStep", c.endStep},
              {"ending", c.ending},
              {"told", c.told},
              {"failed", c.failed},
              {"said", c.saidEnded},
              {"sent", c.sentVersion},
              {"made", c.madeAt.value}};
    if (c.evidence) json["evidence"] = hexOf(*c.evidence);
    return bytesOf(json.dump());
}

Result<Consent> decodeConsent(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    Consent c;
    c.id = f.text("id", 64);
    c.threadId = f.text("thread", 64);
    c.dataClass = f.text("class", 32);
    c.mine = f.flag("mine");
    c.terms.granter = f.text("granter", 256);
    c.terms.grantee = f.text("grantee", 256);
    c.terms.scope = f.text("scope", 4096);
    const Json& salts = f.array("salts");
    if (salts.size() != c.terms.salts.size()) f.fail();
    for (std::size_t i = 0; f.ok() && i < c.terms.salts.size(); ++i) {
        const auto raw = codec::hexDecode(salts[i].is_string() ? salts[i].get_ref<const std::string&>() : std::string());
        const auto salt = cc::Salt::from(raw ? ByteView(*raw) : ByteView());
        if (!salt) f.fail();
        else c.terms.salts[i] = *salt;
    }
    c.receipt = readReceipt(f.object("receipt"), f);
    c.refundKey = {static_cast<ledger::Branch>(f.small("branch", 0, 15)), static_cast<std::uint32_t>(f.integer("index"))};
    c.birthTxid = f.text("birthTxid", 64);
    c.birth = readEvent(f.object("birth"), f);
    c.end = readEvent(f.object("end"), f);
    c.endStep = f.text("endStep", 16);
    c.ending = f.text("ending", 16);
    c.told = f.flag("told");
    c.failed = f.flag("failed");
    c.saidEnded = f.flag("said");
    c.sentVersion = f.integer("sent");
    c.madeAt = f.time("made");
    if (f.has("evidence")) c.evidence = f.fixed<crypto::Ed25519Signature>("evidence");
    if (!f.ok()) return fail("service.bad_row", "consent");
    return c;
}

} // namespace bt::service
