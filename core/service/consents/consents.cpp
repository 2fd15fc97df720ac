// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consents/consents.h"

#include "identity/did_key.h"
#include "kaspa/transaction_codec.h"
#include "records/shared_record.h"
#include "service/capsule.h"
#include "service/consents/consent_carrier.h"

namespace bt::service {

namespace cc = contract::consent;

namespace {

constexpr std::int64_t kLongest = 5 * 366 * kDay; // a consent without an end is none

ConsentEvent eventOf(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    return {hexOf(tx.id), kaspa::encodeTransaction(tx.tx), hexOf(block.hash), block.daaScore, block.time};
}

} // namespace

Result<std::unique_ptr<Consents>> Consents::open(const FeatureParts& parts)
{
    BT_TRY(auto store, ConsentStore::open(parts.context.db));
    std::unique_ptr<Consents> out(new Consents(parts, std::move(store)));
    carryConsents(parts.dispatcher, parts.context, out->m_store);
    return out;
}

std::vector<Consent> Consents::cell(const std::string& threadId, const std::string& dataClass) const
{
    std::vector<Consent> out;
    for (const auto& [id, consent] : m_store.all())
        if (consent.mine && consent.threadId == threadId && consent.dataClass == dataClass && !consent.failed && consent.endStep.empty())
            out.push_back(consent);
    return out;
}

Result<void> Consents::grant(const std::string& threadId, const std::string& dataClass, Millis until)
{
    const auto* thread = m_c->postbox.find(threadId);
    if (thread == nullptr) return fail("message.no_conversation");
    const auto* kind = records::dataClass(dataClass);
    if (kind == nullptr) return fail("consent.unknown_class", {dataClass}, {});
    const auto now = m_c->now();
    if (until <= now.plus(kMinute) || until > now.plus(kLongest)) return fail("consent.bad_end");
    for (const auto& old : cell(threadId, dataClass))
        if (old.ending.empty() && old.receipt.state.expiry == until) return {}; // it stands already

    Consent consent;
    consent.id = hexOf(ByteView(m_c->world.random.bytes(16)));
    consent.threadId = threadId;
    consent.dataClass = dataClass;
    consent.mine = true;
    consent.madeAt = now;
    consent.terms.granter = identity::didKey(m_c->postbox.keysOf(*thread).identity.open);
    consent.terms.grantee = thread->did;
    consent.terms.scope = std::string(kind->scope);
    consent.terms.salt(m_c->world.random);
    BT_TRY(const auto seen, disclose(threadId));
    (void)seen; // "ledger.not_enough" before anything is written
    return m_c->atomically([&]() -> Result<void> {
        BT_TRY(const auto key, m_c->wallet.fresh(relationOf(consent)));
        consent.refundKey = key.ref;
        BT_TRY(consent.receipt.state, cc::makeState(consent.terms, until, key.key));
        BT_CHECK(m_store.save(consent));
        Errand errand = errandOf(consent);
        BT_TRY(auto card, threadCard(*m_c, threadId));
        card["v"] = 1;
        card["feature"] = name();
        card["consent"] = hexOf(ByteView(encodeConsent(consent)));
        BT_TRY(auto own, m_p.dispatcher.capsule(card));
        errand.mails.push_back(std::move(own));
        BT_TRY(const auto id, m_p.dispatcher.post(std::string(kGrantKind), errand, "grant/" + consent.id));
        (void)id;
        return {};
    });
}

Result<void> Consents::takeBack(const std::string& threadId, const std::string& dataClass)
{
    const auto given = cell(threadId, dataClass);
    if (given.empty()) return fail("consent.not_given");
    return m_c->atomically([&]() -> Result<void> {
        for (const auto& one : given)
            if (one.ending.empty()) BT_CHECK(end(one, "revoke"));
        return {};
    });
}

//! Inside the caller's database transaction: from here on nothing new goes to its reader.
Result<void> Consents::end(Consent consent, std::string_view step)
{
    consent.ending = step;
    BT_CHECK(m_store.save(consent));
    if (consent.mine) {
        if (const auto own = m_store.own().find(consent.dataClass); own != m_store.own().end() && own->second.sealed.version > 0) {
            OwnRecord record = own->second;
            record.rotate = true;
            BT_CHECK(m_store.save(record));
        }
    }
    const auto kind = step == "revoke" ? kRevokeKind : kExpireKind;
    // A consent that comes back by a reorganisation is ended again, so the same wish may be written twice.
    BT_TRY(const auto id, m_p.dispatcher.post(std::string(kind), errandOf(consent)));
    (void)id;
    return {};
}

Result<DisclosureView> Consents::disclose(const std::string& threadId)
{
    Consent like;
    like.threadId = threadId;
    cc::State state{{}, m_c->now().plus(kDay), {}};
    BT_TRY(state.refund,
           crypto::secpXOnly(m_c->vault.keys().deriveScalar("consent/quote", {}, 0).view())); // never used: asking takes no key
    BT_TRY(auto request, grantRequest(state, Bytes(kPayloadBytes)));
    BT_TRY(const auto seen, m_c->payments.disclose(std::move(request), relationOf(like)));
    return figuresOf(seen, cc::kReceiptDeposit);
}

Result<void> Consents::accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block) { return apply(tx, block, {}); }

Result<void> Consents::apply(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block, const std::string& only)
{
    const auto txid = hexOf(tx.id);
    if (const auto* consent = m_store.bornBy(txid);
        consent != nullptr && (only.empty() || only == consent->id) && consent->birth.block != hexOf(block.hash)) {
        if (auto born = cc::readBirth(consent->receipt.state, tx.tx, tx.id, consent->receipt.outpoint.index)) {
            BT_CHECK(m_p.follower.remember(block.hash, block.daaScore, name(), consent->id, txid, encodeConsent(*consent)));
            Consent next = *consent;
            next.receipt = *born;
            next.receipt.daaScore = block.daaScore;
            next.birth = eventOf(tx, block);
            m_p.follower.touched();
            BT_CHECK(m_store.save(next));
        }
    }
    for (const auto& input : tx.tx.inputs) {
        const auto* consent = m_store.at(input.previous);
        if (consent == nullptr || (!only.empty() && only != consent->id) || consent->end.block == hexOf(block.hash)) continue;
        const auto step = cc::readSpend(consent->receipt, tx.tx);
        if (!step) return tl::unexpected(step.error());
        BT_CHECK(ended(*consent, *step == cc::Step::Revoke ? "revoke" : "expire", tx, block));
    }
    return {};
}

Result<void> Consents::ended(Consent next, const std::string& step, const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    BT_CHECK(m_p.follower.remember(block.hash, block.daaScore, name(), next.id, hexOf(tx.id), encodeConsent(next)));
    next.end = eventOf(tx, block);
    next.endStep = step;
    next.ending.clear();
    m_p.follower.touched();
    // Said in the conversation on both sides, once: not when a block only comes again.
    const bool say = step == "revoke" && next.told && !next.saidEnded;
    next.saidEnded = next.saidEnded || say;
    BT_CHECK(m_store.save(next));
    if (say) BT_CHECK(m_p.letters.note(next.threadId, "consent_ended", {}, next.mine));
    return {};
}

// What the chain had said goes back; what people wished stays.
Result<void> Consents::takenBack(const std::string& about, const std::string& txid, ByteView bytes)
{
    const auto* now = m_store.find(about);
    if (now == nullptr) return {};
    BT_TRY(const auto before, decodeConsent(bytes));
    Consent next = *now;
    if (now->end.txid == txid) {
        next.end = before.end;
        next.endStep = before.endStep;
        // Ours goes out again with the same bytes (Dispatcher::watch), so it is still being ended.
        const auto raw = codec::hexDecode(txid);
        const auto id = raw ? kaspa::TxId::from(*raw) : Result<kaspa::TxId>(fail("service.bad_row"));
        if (id && m_c->carried.find(*id) != nullptr) next.ending = now->endStep;
    } else if (now->birth.txid == txid) {
        next.birth = before.birth;
        next.end.clear();
        next.endStep.clear();
        next.birthTxid = txid; // seen again when a block has it again
    }
    return m_store.save(next);
}

Result<void> Consents::begunAnew()
{
    std::vector<Consent> lost;
    for (const auto& [id, consent] : m_store.all()) {
        if (!consent.endStep.empty() || consent.failed) continue;
        if (consent.birth.there()) {
            BT_TRY(const auto output, cc::utxoOf(consent.receipt));
            BT_TRY(const auto there, m_c->world.node.utxoOf(consent.receipt.outpoint, output.spk, Deadline{}));
            if (there) continue;
        }
        if (m_c->world.practice != nullptr) lost.push_back(consent);
    }
    return m_c->atomically([&]() -> Result<void> {
        for (auto& consent : lost) {
            consent.endStep = "lost";
            consent.ending.clear();
            BT_CHECK(m_store.save(consent));
        }
        return {};
    });
}

Result<void> Consents::capsule(const Json& json, const Arrival& arrival)
{
    FieldReader f(json);
    if (f.has("record")) return {}; // of a version that keeps more
    BT_TRY(Consent consent, decodeConsent(f.bytes("consent")));
    if (!f.ok()) return fail("service.bad_capsule");
    if (m_store.find(consent.id) != nullptr || !consent.mine) return {};
    BT_TRY(auto card, readThreadCard(json));
    if (m_c->postbox.find(card.thread.id) == nullptr) {
        card.thread.asTherapist = m_c->persona.role == Role::Therapist;
        BT_CHECK(m_c->postbox.start(card.thread, card.peer));
        m_p.follower.inboxesChanged();
    }
    BT_TRY(const auto tx, kaspa::decodeTransaction(arrival.tx));
    BT_TRY(consent.receipt, cc::readBirth(consent.receipt.state, tx, arrival.txid, 0));
    BT_TRY(const auto key, m_c->wallet.adoptKey(consent.refundKey, relationOf(consent)));
    (void)key;
    const auto keys = m_c->postbox.keysOf(*m_c->postbox.find(consent.threadId));
    consent.evidence =
        crypto::ed25519Sign(keys.identity.secret, cc::evidenceMessage(consent.receipt.id, consent.receipt.state.terms).view());
    consent.birthTxid = hexOf(arrival.txid);
    BT_CHECK(m_p.follower.remember(arrival.block, arrival.daaScore, name(), consent.id, consent.birthTxid, encodeConsent(consent)));
    consent.receipt.daaScore = arrival.daaScore;
    consent.birth = {consent.birthTxid, arrival.tx, hexOf(arrival.block), arrival.daaScore, arrival.at};
    consent.told = true; // in the life before
    BT_CHECK(m_store.save(consent));
    return catchUp(consent.id, arrival.block);
}

Result<void> Consents::catchUp(const std::string& consentId, const ledger::BlockHash& from)
{
    BT_TRY(const auto end, m_c->wallet.place()); // only as far as the wallet has read: the rest comes by itself
    ledger::BlockHash cursor = from;
    while (cursor != end) {
        BT_TRY(const auto page, m_c->world.node.chain(cursor, Deadline{}));
        if (!page.removed.empty()) return fail("node.reorg");
        for (const auto& block : page.added) {
            for (const auto& tx : block.txs) BT_CHECK(apply(tx, block, consentId));
            if (block.hash == end) return {};
        }
        cursor = page.cursor;
        if (!page.more) return {};
    }
    return {};
}

} // namespace bt::service
