// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consents/consent_proof.h"

#include "identity/did_key.h"
#include "kaspa/hashing.h"
#include "kaspa/transaction_codec.h"
#include "records/shared_record.h"
#include "service/consents/consents.h"
#include "service/json_fields.h"

namespace bt::service {

namespace cc = contract::consent;

namespace {

constexpr std::string_view kForm = "bt/consent-proof/v1";
constexpr const char* kPartNames[] = {"granter", "grantee", "scope"};

tl::unexpected<Error> bad(const char* what) { return fail("consent.bad_proof", {what}, {}); }

Json partJson(const ProofPart& part)
{
    if (part.salt) return Json{{"salt", hexOf(*part.salt)}, {"text", part.text}};
    return Json{{"hash", hexOf(part.hash)}};
}

Json eventJson(const ConsentEvent& e)
{
    return Json{{"at", e.at.value}, {"block", e.block}, {"daa", std::to_string(e.daaScore)}, {"tx", hexOf(ByteView(e.tx))}};
}

Json bodyJson(const ConsentProof& p)
{
    Json json{{"birth", eventJson(p.birth)},
              {"evidence", hexOf(p.evidence)},
              {"expiry", p.expiry.value},
              {"form", kForm},
              {"index", p.index},
              {"network", p.network},
              {"refund", hexOf(p.refund)},
              {"savedAt", p.savedAt.value},
              {"savedBy", p.savedBy}};
    for (std::size_t i = 0; i < p.parts.size(); ++i) json[kPartNames[i]] = partJson(p.parts[i]);
    if (p.end) json["end"] = eventJson(*p.end);
    return json;
}

Bytes said(std::string_view canonical)
{
    Bytes out = bytesOf(kForm);
    out.push_back(0);
    append(out, bytesOf(canonical));
    return out;
}

Result<ConsentEvent> readEvent(const Json& json)
{
    FieldReader f(json);
    ConsentEvent e;
    e.at = f.time("at");
    e.block = hexOf(f.fixed<ledger::BlockHash>("block"));
    const auto daa = f.text("daa", 20);
    if (daa.empty() || daa.size() > 19 || daa.find_first_not_of("0123456789") != std::string::npos) f.fail();
    else e.daaScore = std::strtoull(daa.c_str(), nullptr, 10);
    e.tx = f.bytes("tx", 256 * 1024);
    if (!f.ok()) return bad("form");
    BT_TRY(const auto tx, kaspa::decodeTransaction(e.tx));
    e.txid = hexOf(kaspa::transactionId(tx));
    return e;
}

Result<ConsentProof> readBody(const Json& json)
{
    FieldReader f(json);
    ConsentProof p;
    if (f.text("form", 64) != kForm) return bad("form");
    p.network = f.text("network", 32);
    p.expiry = f.time("expiry");
    p.refund = f.fixed<crypto::XOnlyKey>("refund");
    p.index = static_cast<std::uint32_t>(f.small("index", 0, 1000));
    p.evidence = f.fixed<crypto::Ed25519Signature>("evidence");
    p.savedAt = f.time("savedAt");
    p.savedBy = f.text("savedBy", 256);
    for (std::size_t i = 0; i < p.parts.size(); ++i) {
        FieldReader part(f.object(kPartNames[i]));
        if (part.has("salt")) {
            p.parts[i].salt = part.fixed<cc::Salt>("salt");
            p.parts[i].text = part.text("text", 4096);
            p.parts[i].hash = cc::partHash(static_cast<cc::Part>(i), *p.parts[i].salt, p.parts[i].text);
        } else {
            p.parts[i].hash = part.fixed<Hash256>("hash");
        }
        if (!part.ok()) return bad("form");
    }
    if (!f.ok()) return bad("form");
    BT_TRY(p.birth, readEvent(f.object("birth")));
    if (f.has("end")) {
        BT_TRY(p.end, readEvent(f.object("end")));
    }
    return p;
}

} // namespace

Result<Bytes> writeProof(const ConsentProof& proof, const crypto::Ed25519Pair& key)
{
    Json json = bodyJson(proof);
    BT_TRY(const auto body, codec::canonicalJson(json));
    json["signature"] = hexOf(crypto::ed25519Sign(key.secret, said(body)));
    BT_TRY(const auto whole, codec::canonicalJson(json));
    return bytesOf(whole);
}

Result<ProvenConsent> openProof(ByteView file)
{
    if (file.size() > kProofBytes) return bad("size");
    const auto text = textOf(file);
    auto json = codec::parseJson(text);
    if (!json || !json->is_object()) return bad("form");
    FieldReader f(*json);
    const auto signature = f.fixed<crypto::Ed25519Signature>("signature");
    if (!f.ok()) return bad("form");
    ProvenConsent out;
    auto body = readBody(*json);
    if (!body) return bad("form");
    out.proof = std::move(*body);
    const auto& p = out.proof;
    // One text for one proof: no other order, no unknown member.
    BT_TRY(const auto canonical, codec::canonicalJson(bodyJson(p)));
    Json again = bodyJson(p);
    again["signature"] = hexOf(signature);
    BT_TRY(const auto whole, codec::canonicalJson(again));
    if (whole != text) return bad("form");
    const auto saver = identity::ed25519OfDid(p.savedBy);
    if (!saver || !crypto::ed25519Verify(*saver, said(canonical), signature)) return bad("signature");
    // Who granted must stand open: it is her evidence.
    if (!p.parts[0].salt) return bad("granter");
    const auto granter = identity::ed25519OfDid(p.parts[0].text);
    if (!granter) return bad("granter");
    if (p.parts[1].salt && !identity::ed25519OfDid(p.parts[1].text)) return bad("grantee");
    if (p.savedBy != p.parts[0].text && !(p.parts[1].salt && p.savedBy == p.parts[1].text)) return bad("savedBy");
    const cc::State state{cc::termsHash({p.parts[0].hash, p.parts[1].hash, p.parts[2].hash}), p.expiry, p.refund};
    const auto birth = kaspa::decodeTransaction(p.birth.tx);
    if (!birth) return bad("birth");
    const auto receipt = cc::readBirth(state, *birth, kaspa::transactionId(*birth), p.index);
    if (!receipt) return bad("birth");
    out.receipt = *receipt;
    if (!crypto::ed25519Verify(*granter, cc::evidenceMessage(receipt->id, state.terms).view(), p.evidence)) return bad("evidence");
    if (p.savedAt < p.birth.at) return bad("savedAt");
    if (p.end) {
        const auto tx = kaspa::decodeTransaction(p.end->tx);
        const auto step = tx ? cc::readSpend(out.receipt, *tx) : Result<cc::Step>(bad("end"));
        if (!step || p.end->at < p.birth.at || p.end->daaScore < p.birth.daaScore || p.savedAt < p.end->at) return bad("end");
        out.endStep = *step == cc::Step::Revoke ? "revoke" : "expire";
    }
    return out;
}

Result<Bytes> Consents::proof(const std::string& consentId, bool showGrantee, bool showScope)
{
    const auto* c = m_store.find(consentId);
    const auto* thread = c == nullptr ? nullptr : m_c->postbox.find(c->threadId);
    if (thread == nullptr || !c->birth.there() || !c->evidence || c->endStep == "lost") return fail("consent.not_provable");
    const auto keys = m_c->postbox.keysOf(*thread);
    ConsentProof p;
    p.network = m_c->wallet.network().id;
    p.expiry = c->receipt.state.expiry;
    p.refund = c->receipt.state.refund;
    p.index = c->receipt.outpoint.index;
    p.birth = c->birth;
    if (c->end.there()) p.end = c->end;
    p.evidence = *c->evidence;
    p.savedAt = std::max({m_c->now(), p.birth.at, c->end.at});
    p.savedBy = identity::didKey(keys.identity.open);
    BT_TRY(const auto hashes, cc::partHashes(c->terms));
    const std::string* texts[] = {&c->terms.granter, &c->terms.grantee, &c->terms.scope};
    // Whoever received it shows herself when she proves it.
    const bool open[] = {true, showGrantee || !c->mine, showScope};
    for (std::size_t i = 0; i < p.parts.size(); ++i) {
        p.parts[i].hash = hashes[i];
        if (!open[i]) continue;
        p.parts[i].text = *texts[i];
        p.parts[i].salt = c->terms.salts[i];
    }
    return writeProof(p, keys.identity);
}

} // namespace bt::service
