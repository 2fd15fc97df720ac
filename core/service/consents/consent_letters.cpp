// SPDX-License-Identifier: GPL-3.0-or-later
// What the two sides of a consent write to one another: the receipt with its evidence, and keys of sealed versions.
#include "identity/did_key.h"
#include "kaspa/transaction_codec.h"
#include "records/shared_record.h"
#include "service/consents/consent_carrier.h"
#include "service/consents/consents.h"

namespace bt::service {

namespace cc = contract::consent;

namespace {

constexpr std::string_view kGranted = "consent_granted", kRecord = "record_shared";
constexpr std::size_t kMostReceived = 100;          // live ones of one conversation: each costs its sender a deposit, and us memory
constexpr std::int64_t kClaimedTime = 10 * kMinute; // how far a claimed time may lie from what the block's score says
constexpr std::int64_t kMostVersions = 1'000'000'000;

tl::unexpected<Error> bad(const char* why) { return fail("consent.bad_letter", why); }

} // namespace

std::span<const std::string_view> Consents::letterKinds() const
{
    static constexpr std::string_view kinds[] = {kGranted, kRecord};
    return kinds;
}

Result<void> Consents::letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival&)
{
    return letter.kind == kGranted ? onGranted(letter.body, arrived) : onRecord(letter.body, arrived);
}

//! Inside the caller's database transaction.
Result<void> Consents::tell(const Consent& consent)
{
    if (!consent.evidence) return fail("consent.bad_evidence");
    Json salts = Json::array();
    for (const auto& salt : consent.terms.salts) salts.push_back(hexOf(salt));
    Json body{{"class", consent.dataClass},
              {"granter", consent.terms.granter},
              {"grantee", consent.terms.grantee},
              {"scope", consent.terms.scope},
              {"salts", salts},
              {"expiry", consent.receipt.state.expiry.value},
              {"refund", hexOf(consent.receipt.state.refund)},
              {"tx", hexOf(ByteView(consent.birth.tx))},
              {"index", consent.receipt.outpoint.index},
              {"block", consent.birth.block},
              {"at", consent.birth.at.value},
              {"evidence", hexOf(*consent.evidence)}};
    Consent next = consent;
    next.told = true;
    BT_CHECK(m_store.save(next));
    BT_CHECK(m_p.letters.note(consent.threadId, std::string(kGranted), {}, true));
    return m_p.letters.post(consent.threadId, FeatureLetter{std::string(kGranted), std::move(body)}, 0);
}

Result<void> Consents::onGranted(const Json& body, const Arrived& arrived)
{
    const Thread thread = *m_c->postbox.find(arrived.threadId);
    FieldReader f(body);
    Consent c;
    c.threadId = thread.id;
    c.dataClass = f.text("class", 32);
    c.terms.granter = f.text("granter", 256);
    c.terms.grantee = f.text("grantee", 256);
    c.terms.scope = f.text("scope", 4096);
    const Json& salts = f.array("salts");
    if (salts.size() != c.terms.salts.size()) return bad("salts");
    for (std::size_t i = 0; i < salts.size(); ++i) {
        if (!salts[i].is_string()) return bad("salts");
        BT_TRY(const auto raw, codec::hexDecode(salts[i].get_ref<const std::string&>()));
        BT_TRY(c.terms.salts[i], cc::Salt::from(raw));
    }
    const auto expiry = f.time("expiry");
    const auto refund = f.fixed<crypto::XOnlyKey>("refund");
    const auto bytes = f.bytes("tx", 64 * 1024);
    const auto index = static_cast<std::uint32_t>(f.small("index", 0, 1000));
    const auto block = f.fixed<ledger::BlockHash>("block");
    const auto claimed = f.time("at");
    c.evidence = f.fixed<crypto::Ed25519Signature>("evidence");
    if (!f.ok()) return bad("a field");
    // It must be given by the one who writes, to this persona, for words that both know.
    const auto* kind = records::dataClass(c.dataClass);
    if (kind == nullptr || c.terms.scope != kind->scope) return bad("scope");
    if (c.terms.granter != thread.did) return bad("granter");
    if (c.terms.grantee != identity::didKey(m_c->postbox.keysOf(thread).identity.open)) return bad("grantee");
    BT_TRY(const auto key, identity::ed25519OfDid(c.terms.granter));
    BT_TRY(const auto state, cc::makeState(c.terms, expiry, refund));
    BT_TRY(const auto tx, kaspa::decodeTransaction(bytes));
    const auto txid = kaspa::transactionId(tx);
    BT_TRY(c.receipt, cc::readBirth(state, tx, txid, index));
    if (!crypto::ed25519Verify(key, cc::evidenceMessage(c.receipt.id, state.terms).view(), *c.evidence)) return bad("evidence");
    if (m_store.ofReceipt(thread.id, c.receipt.id) != nullptr) return {};
    if (std::ranges::count_if(m_store.all(), [&](const auto& one) {
            return one.second.threadId == thread.id && !one.second.mine && one.second.endStep.empty();
        }) >= static_cast<std::ptrdiff_t>(kMostReceived))
        return bad("too many");
    // And the chain must have it, unspent: what was taken back meanwhile is none.
    BT_TRY(const auto output, cc::utxoOf(c.receipt));
    BT_TRY(const auto there, m_c->world.node.utxoOf(c.receipt.outpoint, output.spk, Deadline{}));
    if (!there || there->covenant != std::optional(c.receipt.id) || there->amount != c.receipt.value) return bad("not on the chain");
    c.id = hexOf(c.receipt.id);
    c.birthTxid = hexOf(txid);
    c.told = true;
    c.madeAt = m_c->now();
    BT_CHECK(m_p.follower.remember(block, there->daaScore, name(), c.id, c.birthTxid, encodeConsent(c)));
    c.receipt.daaScore = there->daaScore;
    const auto& network = m_c->wallet.network();
    const auto age = m_c->payments.about().daaScore - std::min(there->daaScore, m_c->payments.about().daaScore);
    const auto likely = m_c->now().plus(-static_cast<std::int64_t>(age * 1000 / network.daaPerSecond));
    const auto off = claimed.minus(likely);
    c.birth = {c.birthTxid, bytes, hexOf(block), there->daaScore, off > kClaimedTime || off < -kClaimedTime ? likely : claimed};
    BT_CHECK(m_store.save(c));
    return m_p.letters.note(thread.id, std::string(kGranted), {}, false);
}

//! Inside the caller's database transaction.
Result<void> Consents::send(const Consent& consent, const OwnRecord& record)
{
    Json body{{"consent", hexOf(consent.receipt.id)},
              {"class", record.dataClass},
              {"version", record.sealed.version},
              {"cid", record.sealed.cid.text()},
              {"key", hexOf(record.sealed.contentKey->view())},
              {"written", record.sealed.writtenAt.value}};
    BT_TRY(auto mail, m_c->postbox.seal(consent.threadId, FeatureLetter{std::string(kRecord), std::move(body)}, 0));
    Errand errand;
    errand.threadId = consent.threadId;
    errand.step = std::string(kRecord);
    errand.blocks.push_back(record.sealed.cid);
    BT_TRY(auto slot, m_p.dispatcher.slotFor(std::move(mail), 0));
    errand.mails.push_back(std::move(slot));
    BT_TRY(const auto id, m_p.dispatcher.post("mail", errand));
    (void)id;
    Consent next = consent;
    next.sentVersion = record.sealed.version;
    return m_store.save(next);
}

Result<void> Consents::onRecord(const Json& body, const Arrived& arrived)
{
    FieldReader f(body);
    const auto id = f.fixed<kaspa::CovenantId>("consent");
    const auto dataClass = f.text("class", 32);
    SharedRecordRow row;
    row.sealed.version = f.integer("version");
    const auto cid = ipld::parseCid(std::string_view(f.text("cid", 128)));
    const auto key = f.bytes("key", 32);
    row.sealed.writtenAt = f.time("written");
    if (!f.ok() || !cid || key.size() != 32 || row.sealed.version < 1 || row.sealed.version > kMostVersions) return bad("a field");
    const auto* consent = m_store.ofReceipt(arrived.threadId, id);
    // Without a permission that counts, a key is not kept.
    if (consent == nullptr || consent->mine || consent->dataClass != dataClass || !consent->counts(m_c->now())) return {};
    const auto known = m_store.shared().find(consent->id);
    if (known != m_store.shared().end() && known->second.sealed.version >= row.sealed.version) return {};
    row.consentId = consent->id;
    row.sealed.cid = *cid;
    row.sealed.contentKey = std::make_shared<const Secret>(Secret::copyOf(key));
    return m_store.save(row); // push() fetches it
}

} // namespace bt::service
