// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/profile/profile.h"

#include "identity/did_key.h"
#include "kaspa/transaction_codec.h"
#include "service/capsule.h"
#include "service/profile/profile_carrier.h"

namespace bt::service {

namespace cp = contract::profile;

namespace {

void note(AnchorRow& row, std::string_view step, const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    row.events.push_back({std::string(step), hexOf(tx.id), block.time, block.daaScore});
}

} // namespace

Result<std::unique_ptr<Profile>> Profile::open(const FeatureParts& parts)
{
    BT_TRY(auto store, AnchorStore::open(parts.context.db));
    std::unique_ptr<Profile> out(new Profile(parts, std::move(store)));
    carryProfile(parts.dispatcher, *out);
    return out;
}

Secret Profile::ownKey(int index) const { return m_c->vault.keys().deriveScalar("anchor/own", {}, static_cast<std::uint64_t>(index)); }
Secret Profile::guardKey(const std::string& threadId) const { return m_c->vault.keys().deriveScalar("anchor/guard", viewOf(threadId), 0); }
Secret Profile::recoverySecret() const { return m_c->vault.keys().deriveScalar("anchor/recovery", {}, 0); }

crypto::Ed25519Pair Profile::signer() const
{
    return m_c->persona.role == Role::Therapist ? m_c->postbox.listingKeys().identity : m_c->vault.keys().identity();
}

Result<Secret> Profile::secretOf(ByteView key)
{
    const auto same = [&](const Secret& secret) {
        const auto open = crypto::secpXOnly(secret.view());
        return open && equal(open->view(), key);
    };
    if (const auto* row = m_store.mine()) {
        if (auto secret = recoverySecret(); same(secret)) return secret;
        for (int i = row->keyIndex; i <= row->keyIndex + 1; ++i)
            if (auto secret = ownKey(i); same(secret)) return secret;
    }
    for (const auto& [id, row] : m_store.all())
        if (row.role == AnchorRole::Guarded)
            if (auto secret = guardKey(row.threadId); same(secret)) return secret;
    return fail("profile.wrong_key", "no key of ours");
}

Result<AnchorRow> Profile::ownLive() const
{
    const auto* row = m_store.mine();
    if (row == nullptr || !row->live()) return fail("profile.none");
    if (!row->pendingStep.empty()) return fail("profile.busy");
    return *row;
}

//! Inside the caller's database transaction.
Result<void> Profile::post(AnchorRow row, const std::string& step, Json extra)
{
    row.pendingStep = step;
    BT_CHECK(m_store.save(row));
    Errand errand;
    errand.step = "profile-" + step;
    errand.extra = std::move(extra);
    errand.extra["anchor"] = row.id;
    errand.extra["step"] = step;
    if (step == "publish" || errand.extra.contains("block")) { // the words alone bring back whose it is, and what it says
        BT_TRY(auto own, m_p.dispatcher.capsule(Json{{"v", 1}, {"feature", name()}, {"row", hexOf(ByteView(encodeAnchorRow(row)))}}));
        errand.mails.push_back(std::move(own));
    }
    for (const char* name : {"block", "sealed"}) {
        FieldReader f(errand.extra);
        if (!f.has(name)) continue;
        BT_TRY(const auto cid, ipld::parseCid(std::string_view(f.text(name, 128))));
        errand.blocks.push_back(cid);
    }
    BT_TRY(const auto id, m_p.dispatcher.post(std::string(kProfileKind), errand));
    (void)id;
    return {};
}

Result<void> Profile::publish(const std::vector<ProfileFieldView>& fields)
{
    const auto* old = m_store.mine();
    const bool first = old == nullptr || old->ended;
    if (!first && !old->pendingStep.empty()) return fail("profile.busy");
    AnchorRow row;
    if (!first) row = *old;
    BT_TRY(const auto made, make(fields, first ? 0 : row.card.state.sequence + 1));
    const auto document = records::profileHash(made.block);
    const auto cid = ipld::cidOfRaw(made.block);
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(keepMade(made));
        Json extra{{"block", cid.text()}, {"document", hexOf(document)}, {"sealed", made.sealedCid}};
        if (made.sealedCid.empty()) extra.erase("sealed");
        if (first) {
            row.id = "birth";
            row.role = AnchorRole::Mine;
            row.keyIndex = old == nullptr ? 0 : old->keyIndex + 2; // an ended one's keys were seen
            BT_TRY(row.card.birth.state.controller, crypto::secpXOnly(ownKey(row.keyIndex).view()));
            BT_TRY(const auto next, crypto::secpXOnly(ownKey(row.keyIndex + 1).view()));
            row.card.birth.state.next = cp::keyCommitment(next);
            row.card.birth.state.document = document;
            row.card.birth.program = cp::currentAnchorProgram();
            row.card.birth.value = cp::kAnchorDeposit;
            row.card.state = row.card.birth.state;
        }
        row.card.document = first ? cid : row.card.document;
        row.block = made.block;
        row.sealedCid = made.sealedCid;
        row.audienceKey = made.audienceKey;
        row.fields = made.fields;
        return post(row, first ? "publish" : "update", std::move(extra));
    });
}

Result<void> Profile::rotate()
{
    BT_TRY(const auto row, ownLive());
    return m_c->atomically([&] { return post(row, "rotate", Json::object()); });
}

Result<void> Profile::callOff()
{
    BT_TRY(const auto row, ownLive());
    if (!row.card.state.pending) return fail("profile.nothing_pending");
    return m_c->atomically([&] { return post(row, "update", Json{{"document", hexOf(row.card.state.document)}}); });
}

Result<void> Profile::deactivate()
{
    BT_TRY(const auto row, ownLive());
    return m_c->atomically([&] { return post(row, "deactivate", Json::object()); });
}

Result<void> Profile::accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block)
{
    const auto txid = hexOf(tx.id);
    if (const auto* row = m_store.find("birth"); row != nullptr && row->birthTxid == txid) {
        BT_TRY(const auto id, cp::idOf(row->card.birth));
        BT_CHECK(m_p.follower.remember(block.hash, block.daaScore, name(), hexOf(id), txid, encodeAnchorRow(*row)));
        AnchorRow next = *row;
        next.id = hexOf(id);
        next.born = true;
        next.card.outpoint = {tx.id, next.card.birth.index};
        next.card.daaScore = block.daaScore;
        if (next.pendingStep == "publish") next.pendingStep.clear();
        note(next, "publish", tx, block);
        BT_CHECK(m_store.drop("birth"));
        BT_CHECK(m_store.save(next));
        m_p.follower.touched();
    }
    for (const auto& input : tx.tx.inputs) {
        const auto* row = m_store.at(input.previous);
        if (row == nullptr || row->ended) continue;
        BT_TRY(const auto id, codec::hexDecode(row->id));
        BT_TRY(const auto covenant, kaspa::CovenantId::from(id));
        const auto moved = cp::readSpend(anchorOf(row->card, covenant), tx.tx, tx.id);
        if (!moved) return tl::unexpected(moved.error());
        BT_CHECK(m_p.follower.remember(block.hash, block.daaScore, name(), row->id, txid, encodeAnchorRow(*row)));
        AnchorRow next = *row;
        note(next, cp::anchorStepName(moved->step), tx, block);
        if (moved->next) {
            next.card.outpoint = moved->next->outpoint;
            next.card.state = moved->next->state;
            next.card.daaScore = block.daaScore;
        } else {
            next.ended = true;
        }
        if (next.role == AnchorRole::Mine) {
            next.pendingStep.clear();
            if (moved->step == cp::AnchorStep::Rotate) {
                // After a recovery the first rotation comes back to the words' own line of keys.
                next.keyIndex = next.rescued ? next.keyIndex : next.keyIndex + 1;
                next.rescued = false;
                if (next.card.state.guardians == Hash256{}) next.guardians.reset();
                if (next.planned) {
                    BT_TRY(const auto hash, cp::guardiansHash(*next.planned));
                    if (hash == next.card.state.guardians) next.guardians = next.planned;
                }
                next.planned.reset();
            }
            // Recovered by others, for another key: it is not ours any more.
            if (moved->step == cp::AnchorStep::Finish && !secretOf(next.card.state.controller.view())) next.role = AnchorRole::Known;
        }
        if (next.role == AnchorRole::Guarded) BT_CHECK(m_c->wallet.release(recoveryIntent(next.id)));
        if (!next.block.empty()) next.card.document = ipld::cidOfRaw(next.block);
        m_p.follower.touched();
        BT_CHECK(m_store.save(next));
    }
    return {};
}

Result<void> Profile::takenBack(const std::string& about, const std::string& txid, ByteView bytes)
{
    BT_TRY(auto before, decodeAnchorRow(bytes));
    const auto* now = m_store.find(about);
    if (now == nullptr) return {};
    const auto raw = codec::hexDecode(txid);
    const auto id = raw ? kaspa::TxId::from(*raw) : Result<kaspa::TxId>(fail("service.bad_row"));
    const bool ours = id && m_c->carried.find(*id) != nullptr;
    // What the chain had said goes back; letters, plans and documents stay.
    AnchorRow next = *now;
    next.card.state = before.card.state;
    next.card.outpoint = before.card.outpoint;
    next.card.daaScore = before.card.daaScore;
    next.born = before.born;
    next.ended = before.ended;
    next.role = before.role;
    next.keyIndex = before.keyIndex;
    next.rescued = before.rescued;
    next.events = before.events;
    next.id = before.id;
    if (ours) next.pendingStep = before.pendingStep.empty() && before.id == "birth" ? "publish" : before.pendingStep;
    if (next.id != about) BT_CHECK(m_store.drop(about));
    return m_store.save(next);
}

Result<void> Profile::begunAnew()
{
    std::vector<AnchorRow> lost;
    for (const auto& [id, row] : m_store.all()) {
        if (m_c->world.practice == nullptr) continue;
        if (row.live()) {
            BT_TRY(const auto raw, codec::hexDecode(id));
            BT_TRY(const auto covenant, kaspa::CovenantId::from(raw));
            BT_TRY(const auto output, cp::utxoOf(anchorOf(row.card, covenant)));
            BT_TRY(const auto there, m_c->world.node.utxoOf(row.card.outpoint, output.spk, Deadline{}));
            if (there) continue;
        }
        lost.push_back(row);
    }
    return m_c->atomically([&]() -> Result<void> {
        for (const auto& row : lost) BT_CHECK(m_store.drop(row.id));
        return {};
    });
}

Result<void> Profile::capsule(const Json& json, const Arrival& arrival)
{
    FieldReader f(json);
    BT_TRY(auto row, decodeAnchorRow(f.bytes("row")));
    if (!f.ok() || row.role != AnchorRole::Mine) return {};
    if (const auto* known = m_store.mine()) { // a later edition
        if (row.id != known->id || records::profileHash(row.block) != known->card.state.document) return {};
        AnchorRow next = *known;
        next.block = row.block;
        next.sealedCid = row.sealedCid;
        next.audienceKey = row.audienceKey;
        next.fields = row.fields;
        next.card.document = ipld::cidOfRaw(row.block);
        return m_store.save(next);
    }
    if (row.id != "birth") return {};
    BT_TRY(const auto tx, kaspa::decodeTransaction(arrival.tx));
    if (tx.inputs.empty()) return fail("service.bad_capsule");
    row.card.birth.authorising = tx.inputs.front().previous;
    BT_TRY(const auto born, cp::bear(row.card.birth));
    if (tx.outputs.empty() || !tx.outputs[0].covenant || tx.outputs[0].covenant->id != born.anchor.id) return fail("service.bad_capsule");
    row.id = "birth";
    row.birthTxid = hexOf(arrival.txid);
    row.pendingStep.clear();
    row.born = false;
    BT_CHECK(m_store.save(row));
    // Its life since then, as far as the wallet has read; what comes later reaches it by itself.
    ledger::AcceptedBlock first{arrival.block, arrival.daaScore, arrival.at, {{arrival.txid, tx}}};
    BT_CHECK(accepted(first.txs.front(), first));
    BT_TRY(const auto end, m_c->wallet.place());
    ledger::BlockHash cursor = arrival.block;
    while (cursor != end) {
        BT_TRY(const auto page, m_c->world.node.chain(cursor, Deadline{}));
        if (!page.removed.empty()) return fail("node.reorg");
        for (const auto& block : page.added) {
            for (const auto& one : block.txs) BT_CHECK(accepted(one, block));
            if (block.hash == end) return {};
        }
        cursor = page.cursor;
        if (!page.more) return {};
    }
    return {};
}

} // namespace bt::service
