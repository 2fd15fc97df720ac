// SPDX-License-Identifier: GPL-3.0-or-later
// Guardians put a lost profile on her feet: a transaction that each signs on a machine of their own, compared with what this
// persona's own rows say before anything is signed.
#include "service/profile/profile.h"
#include "service/profile/profile_carrier.h"

namespace bt::service {

namespace cp = contract::profile;

namespace {

constexpr std::string_view kKind = "profile.recover";

std::string factOf(ByteView bytes) { return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()); }

Result<std::string> fact(const ledger::PartialSigning& signing, const char* name)
{
    const auto it = signing.subject.facts.find(name);
    if (it == signing.subject.facts.end()) return fail("profile.other_file", name);
    return it->second;
}

std::vector<std::size_t> placesOf(const cp::Guardians& guardians, const ledger::PartialSigning& signing)
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < guardians.keys.size() && out.size() < guardians.needed; ++i)
        if (std::ranges::any_of(signing.given, [&](const auto& one) { return one.key == guardians.keys[i]; })) out.push_back(i);
    return out;
}

} // namespace

Result<Profile::Asked> Profile::readFile(const std::string& text) const
{
    Asked out;
    BT_TRY(out.signing, ledger::readSigningText(text, m_c->wallet.network().id));
    if (out.signing.subject.kind != kKind) return fail("profile.other_file", "kind");
    BT_TRY(const auto card, fact(out.signing, "card"));
    BT_TRY(out.card, readCard(viewOf(card)));
    BT_TRY(out.id, cp::idOf(out.card.birth));
    BT_TRY(const auto plan, fact(out.signing, "plan"));
    BT_TRY(out.guardians, unpackGuardians(viewOf(plan)));
    BT_TRY(const auto key, fact(out.signing, "key"));
    BT_TRY(out.newKey, cp::XOnlyKey::from(viewOf(key)));
    // The transaction must be the very step that these words describe.
    auto hash = cp::guardiansHash(out.guardians);
    if (!hash || *hash != out.card.state.guardians) return fail("profile.other_file", "plan");
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < out.guardians.needed; ++i) first.push_back(i);
    BT_TRY(const auto expected, cp::recover(anchorOf(out.card, out.id), out.guardians, first, out.newKey));
    const auto& tx = out.signing.tx.tx;
    const bool same = out.signing.calls.size() == 1 && !tx.inputs.empty() && !tx.outputs.empty() &&
                      tx.inputs[0].previous == out.card.outpoint && tx.outputs[0] == expected.tx.outputs[0] &&
                      out.signing.calls[0].entry == expected.call.entry && out.signing.calls[0].spent.spk == expected.call.spent.spk;
    if (!same) return fail("profile.other_file", "transaction");
    return out;
}

//! What a guardian signs must be about a profile that she guards, as the chain has it now.
Result<AnchorRow> Profile::guardedRow(const Asked& asked) const
{
    const auto* row = m_store.find(hexOf(asked.id));
    if (row == nullptr || row->role != AnchorRole::Guarded || !row->guardians || !row->guardKey || !(*row->guardians == asked.guardians))
        return fail("profile.not_guarded");
    if (!row->live() || row->card.outpoint != asked.card.outpoint || !(row->card.state == asked.card.state))
        return fail("profile.moved_on");
    return *row;
}

Result<std::string> Profile::startRecovery(const std::string& anchorId, const std::string& newKeyHex)
{
    const auto* row = m_store.find(anchorId);
    if (row == nullptr || row->role != AnchorRole::Guarded || !row->guardians || !row->guardKey) return fail("profile.not_guarded");
    if (!row->live()) return fail("profile.moved_on");
    const auto raw = codec::hexDecode(newKeyHex);
    const auto key = raw ? cp::XOnlyKey::from(*raw) : Result<cp::XOnlyKey>(fail("profile.wrong_key"));
    if (!key || !crypto::secpOnCurve(*key)) return fail("profile.wrong_key", "not a key");
    BT_TRY(const auto id, codec::hexDecode(anchorId));
    BT_TRY(const auto covenant, kaspa::CovenantId::from(id));
    const auto& guardians = *row->guardians;
    const auto mine = static_cast<std::size_t>(std::ranges::find(guardians.keys, *row->guardKey) - guardians.keys.begin());
    std::vector<std::size_t> places{mine};
    for (std::size_t i = 0; i < guardians.keys.size() && places.size() < guardians.needed; ++i)
        if (i != mine) places.push_back(i);
    std::ranges::sort(places);
    BT_TRY(auto plan, cp::recover(anchorOf(row->card, covenant), guardians, places, *key));
    const CallsPlan calls{std::move(plan.tx), {std::move(plan.call)}, {}};
    BT_CHECK(m_c->payments.maySpend());
    BT_CHECK(m_c->atomically([&] { return m_c->wallet.release(recoveryIntent(anchorId)); })); // of one that was begun before
    BT_TRY(auto draft, m_c->payments.draft(calls, {}, kProfileRelation));
    BT_CHECK(ledger::signCoins(
        draft, [this](const ledger::KeyRef& ref) { return m_c->wallet.secret(ref); }, m_c->world.random));
    ledger::SigningSubject subject{std::string(kKind), {}};
    BT_TRY(const auto card, writeCard(row->card));
    BT_TRY(const auto packed, cp::packGuardians(guardians));
    subject.facts = {{"card", factOf(card)}, {"plan", factOf(packed)}, {"key", factOf(key->view())}};
    auto signers = guardians.keys;
    std::ranges::sort(signers);
    BT_TRY(auto signing, ledger::startSigning(draft, calls.calls, m_c->wallet.network(), std::move(subject), std::move(signers)));
    BT_TRY(const auto secret, secretOf(row->guardKey->view()));
    BT_CHECK(ledger::addSignature(signing, secret, m_c->world.random));
    // The coins that pay for it wait until it was sent, the profile moved on, or a day has passed.
    std::vector<kaspa::Outpoint> coins;
    for (std::size_t i = 1; i < draft.tx.tx.inputs.size(); ++i) coins.push_back(draft.tx.tx.inputs[i].previous);
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_c->book.put("profile/lent/" + anchorId, bytesOf(std::to_string(m_c->now().value))));
        return m_c->wallet.reserve(coins, recoveryIntent(anchorId));
    }));
    return ledger::signingText(signing);
}

Result<RecoveryView> Profile::readRecovery(const std::string& text)
{
    BT_TRY(const auto asked, readFile(text));
    RecoveryView out;
    out.did = cp::didOf(asked.id, m_c->wallet.network().id);
    out.newKey = hexOf(asked.newKey);
    out.needed = asked.guardians.needed;
    out.delayMs = static_cast<std::int64_t>(asked.guardians.delay) * 1000 / static_cast<std::int64_t>(m_c->wallet.network().daaPerSecond);
    out.have = static_cast<int>(
        std::ranges::count_if(asked.guardians.keys, [&](const auto& key) { return ledger::signedBy(asked.signing, key); }));
    out.complete = out.have >= out.needed;
    const auto row = guardedRow(asked);
    if (row) {
        out.mineIsIn = ledger::signedBy(asked.signing, *row->guardKey);
        out.canSign = !out.mineIsIn && !row->card.state.pending;
        if (const auto* thread = m_c->postbox.find(row->threadId)) out.name = thread->name;
    }
    return out;
}

Result<std::string> Profile::signRecovery(const std::string& text)
{
    BT_TRY(auto asked, readFile(text));
    BT_TRY(const auto row, guardedRow(asked));
    BT_CHECK(ledger::checkInputs(asked.signing, m_c->world.node, Deadline{}));
    BT_TRY(const auto secret, secretOf(row.guardKey->view()));
    BT_CHECK(ledger::addSignature(asked.signing, secret, m_c->world.random));
    if (const auto places = placesOf(asked.guardians, asked.signing); places.size() == asked.guardians.needed) {
        // Those who did sign take the places of those who were expected to.
        BT_TRY(auto plan, cp::recover(anchorOf(asked.card, asked.id), asked.guardians, places, asked.newKey));
        BT_CHECK(ledger::chooseSigners(asked.signing, {std::move(plan.call)}));
    }
    return ledger::signingText(asked.signing);
}

Result<void> Profile::sendRecovery(const std::string& text)
{
    BT_TRY(const auto asked, readFile(text));
    BT_TRY(const auto row, guardedRow(asked));
    BT_TRY(const auto tx, ledger::finishSigning(asked.signing, m_c->wallet.network())); // "partial.incomplete" before anything is written
    (void)tx;
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_c->wallet.release(recoveryIntent(row.id)));
        Errand errand;
        errand.step = "profile-recover";
        errand.extra = Json{{"anchor", row.id}, {"step", "recover"}, {"file", text}};
        BT_TRY(const auto id, m_p.dispatcher.post(std::string(kProfileKind), errand));
        (void)id;
        return {};
    });
}

Result<void> Profile::adopt(const std::string& text)
{
    BT_TRY(const auto asked, readFile(text));
    BT_TRY(const auto mine, crypto::secpXOnly(recoverySecret().view()));
    if (asked.newKey != mine) return fail("profile.not_for_us");
    if (const auto* own = m_store.mine(); own != nullptr && !own->ended) return fail("profile.busy");
    BT_TRY(const auto tx, ledger::finishSigning(asked.signing, m_c->wallet.network()));
    BT_TRY(const auto moved, cp::readSpend(anchorOf(asked.card, asked.id), tx, kaspa::transactionId(tx)));
    if (!moved.next) return fail("profile.other_file", "transaction");
    BT_TRY(const auto output, cp::utxoOf(*moved.next));
    BT_TRY(const auto there, m_c->world.node.utxoOf(moved.next->outpoint, output.spk, Deadline{}));
    if (!there) return fail("profile.not_sent");
    AnchorRow row;
    if (const auto* known = m_store.find(hexOf(asked.id))) row = *known;
    row.id = hexOf(asked.id);
    row.role = AnchorRole::Mine;
    row.card = asked.card;
    row.card.state = moved.next->state;
    row.card.outpoint = moved.next->outpoint;
    row.card.daaScore = there->daaScore;
    row.born = true;
    row.rescued = true;
    row.keyIndex = 0;
    row.guardians = asked.guardians;
    row.block.clear();
    return m_c->atomically([&] { return m_store.save(row); });
}

//! Once the guardians' delay has run: anyone may, and whoever was first has done it for all.
Result<bool> Profile::pushFinish(const AnchorRow& row)
{
    const bool forHer = row.role == AnchorRole::Guarded || (row.role == AnchorRole::Mine && row.rescued);
    if (!forHer || !row.live() || !row.card.state.pending || !row.guardians) return false;
    if (m_c->payments.about().daaScore < row.card.daaScore + row.guardians->delay) return false;
    const auto now = m_c->now();
    const auto last = m_tried.find(row.id);
    if (last != m_tried.end() && now >= last->second && now.minus(last->second) < 10 * kMinute) return false;
    m_tried.insert_or_assign(row.id, now);
    return m_c
        ->atomically([&]() -> Result<void> {
            Errand errand;
            errand.step = "profile-finish";
            errand.extra = Json{{"anchor", row.id}, {"step", "finish"}};
            BT_TRY(const auto id, m_p.dispatcher.post(std::string(kProfileKind), errand));
            (void)id;
            return {};
        })
        .transform([] { return true; });
}

//! A guardian's coins wait for the others' signatures for a day; a request that takes longer is begun anew.
Result<void> Profile::takeCoinsBack(const std::string& anchorId)
{
    BT_TRY(const auto since, m_c->book.get("profile/lent/" + anchorId));
    if (!since || since->empty() || m_c->now().minus({std::strtoll(textOf(*since).c_str(), nullptr, 10)}) < kDay) return {};
    return m_c->atomically([&]() -> Result<void> {
        BT_CHECK(m_c->book.put("profile/lent/" + anchorId, {}));
        return m_c->wallet.release(recoveryIntent(anchorId));
    });
}

Result<bool> Profile::push()
{
    bool any = false;
    std::vector<AnchorRow> rows;
    for (const auto& [id, row] : m_store.all()) rows.push_back(row);
    for (const auto& row : rows) {
        if (row.role == AnchorRole::Mine) {
            BT_TRY(const bool told, tellContacts(row));
            any = any || told;
        }
        if (row.role == AnchorRole::Guarded) BT_CHECK(takeCoinsBack(row.id));
        BT_TRY(const bool finished, pushFinish(row));
        any = any || finished;
    }
    return any;
}

} // namespace bt::service
