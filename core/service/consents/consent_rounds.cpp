// SPDX-License-Identifier: GPL-3.0-or-later
// What time and the chain bring about by themselves, and what the window shows of it.
#include "records/shared_record.h"
#include "service/consents/consent_carrier.h"
#include "service/consents/consents.h"

namespace bt::service {

namespace cc = contract::consent;

namespace {

constexpr std::int64_t kAgain = 10 * kMinute; // until an ending that was refused is tried once more
constexpr std::int64_t kForThem = kHour;      // until this side sends home what the giver's own computer did not

//! Whether a transaction of ours that ends it is on its way.
bool inTheAir(const Context& c, const Consent& consent)
{
    return std::ranges::any_of(c.carried.all(), [&](const auto& one) {
        const auto& inputs = one.second.submission.tx.inputs;
        return one.second.daaScore == 0 && !inputs.empty() && inputs.front().previous == consent.receipt.outpoint;
    });
}

} // namespace

Result<bool> Consents::push()
{
    bool any = false;
    std::vector<Consent> all;
    for (const auto& [id, consent] : m_store.all())
        if (consent.endStep.empty() && !consent.failed) all.push_back(consent);
    for (const auto& consent : all) {
        BT_TRY(const bool done, consent.mine ? pushMine(consent) : pushTheirs(consent));
        any = any || done;
    }
    std::vector<OwnRecord> own;
    for (const auto& [code, record] : m_store.own()) own.push_back(record);
    for (const auto& record : own) {
        if (!record.rotate) continue;
        BT_CHECK(m_c->atomically([&] { return sealAnew(record); }));
        any = true;
    }
    for (const auto& known : all) {
        const auto* consent = m_store.find(known.id);
        if (!consent->mine || !consent->told || !consent->counts(m_c->now())) continue;
        const auto record = m_store.own().find(consent->dataClass);
        if (record == m_store.own().end() || record->second.sealed.version <= consent->sentVersion) continue;
        BT_CHECK(m_c->atomically([&] { return send(*consent, record->second); }));
        any = true;
    }
    BT_TRY(const bool fetched, fetch());
    BT_TRY(const bool tidied, tidy());
    BT_TRY(const bool dropped, dropStale());
    return any || fetched || tidied || dropped;
}

Result<bool> Consents::pushTheirs(const Consent& consent)
{
    if (!consent.onChain() || m_c->now() < consent.receipt.state.expiry.plus(kForThem)) return false;
    return endAgain(consent, "expire");
}

Result<bool> Consents::pushMine(const Consent& consent)
{
    if (!consent.onChain()) return false;
    const auto now = m_c->now();
    if (consent.ending.empty() && !cc::inTime(consent.receipt, now)) return endAgain(consent, "expire");
    if (!consent.ending.empty()) return endAgain(consent, consent.ending);
    // A newer one for the same cell has taken its place.
    for (const auto& other : cell(consent.threadId, consent.dataClass)) {
        const bool newer = other.id != consent.id && std::pair(other.madeAt.value, other.id) > std::pair(consent.madeAt.value, consent.id);
        if (newer && other.counts(now) && other.told) return endAgain(consent, "revoke");
    }
    if (consent.told) return false;
    BT_CHECK(m_c->atomically([&] { return tell(consent); }));
    return true;
}

//! Posts the ending unless it waits already, or was refused just now.
Result<bool> Consents::endAgain(const Consent& consent, const std::string& step)
{
    const auto now = m_c->now();
    const auto last = m_tried.find(consent.id);
    if (last != m_tried.end() && now.minus(last->second) < kAgain && now >= last->second) return false;
    if (inTheAir(*m_c, consent)) return false;
    BT_TRY(const auto unfinished, m_c->outbox.unfinished());
    for (const auto& intent : unfinished) {
        if ((intent.kind != kRevokeKind && intent.kind != kExpireKind) || intent.state == outbox::State::Failed) continue;
        const auto errand = decodeErrand(intent.payload);
        if (!errand) continue;
        FieldReader f(errand->extra);
        if (f.text("consent", 64) == consent.id) return false;
    }
    m_tried.insert_or_assign(consent.id, now);
    BT_CHECK(m_c->atomically([&] { return end(consent, step); }));
    return true;
}

ConsentStatus Consents::statusOf(const Consent& c, Millis now) const
{
    if (c.endStep == "lost") return ConsentStatus::Lost;
    if (c.endStep == "revoke") return ConsentStatus::TakenBack;
    if (c.endStep == "expire") return ConsentStatus::Expired;
    if (c.failed) return ConsentStatus::Failed;
    if (c.ending == "revoke") return ConsentStatus::Ending;
    if (!cc::inTime(c.receipt, now)) return ConsentStatus::Expired;
    return c.birth.there() ? ConsentStatus::Live : ConsentStatus::Preparing;
}

Result<void> Consents::fill(Snapshot& snapshot)
{
    auto view = std::make_shared<ConsentsView>();
    const auto now = m_c->now();
    view->deposit = cc::kReceiptDeposit;
    for (const auto& [id, thread] : m_c->postbox.threads())
        view->people.push_back({id, thread.did, thread.name, thread.avatarSeed, thread.licensed});
    std::ranges::stable_sort(view->people, {}, &ConsentPersonView::name);
    for (const auto& kind : records::kDataClasses) {
        OwnRecordView own;
        own.dataClass = kind.code;
        if (const auto record = m_store.own().find(own.dataClass); record != m_store.own().end()) {
            own.text = record->second.text;
            own.writtenAt = record->second.sealed.writtenAt;
        }
        view->own.push_back(std::move(own));
    }
    Sompi held;
    Millis newest;
    for (const auto& [id, c] : m_store.all()) {
        ConsentView one;
        one.id = id;
        one.threadId = c.threadId;
        if (const auto* thread = m_c->postbox.find(c.threadId)) one.peerId = thread->did, one.peerName = thread->name;
        one.dataClass = c.dataClass;
        one.mine = c.mine;
        one.status = statusOf(c, now);
        one.until = c.receipt.state.expiry;
        one.grantedAt = c.birth.at;
        one.endedAt = c.end.there() ? c.end.at : one.status == ConsentStatus::Expired ? c.receipt.state.expiry : Millis{};
        one.txid = c.birthTxid;
        one.endTxid = c.end.txid;
        if (c.birth.there()) {
            one.covenantId = hexOf(c.receipt.id);
            one.outpoint = c.birthTxid + ":" + std::to_string(c.receipt.outpoint.index);
        }
        one.deposit = c.receipt.value;
        one.provable = c.birth.there() && c.evidence.has_value() && c.endStep != "lost";
        view->consents.push_back(std::move(one));
        if (c.mine && !c.birthTxid.empty() && c.endStep.empty() && !c.failed && !inTheAir(*m_c, c)) {
            held.value += c.receipt.value.value;
            newest = std::max(newest, c.birth.there() ? c.birth.at : c.madeAt);
        }
    }
    std::ranges::stable_sort(view->consents, [&](const ConsentView& a, const ConsentView& b) {
        return std::max(a.grantedAt, m_store.find(a.id)->madeAt) > std::max(b.grantedAt, m_store.find(b.id)->madeAt);
    });
    for (const auto& [id, row] : m_store.shared()) {
        const auto* c = m_store.find(id);
        if (c == nullptr || row.broken || !c->counts(now)) continue;
        const auto* thread = m_c->postbox.find(c->threadId);
        view->shared.push_back({id, c->threadId, thread != nullptr ? thread->name : std::string(), c->dataClass, row.text,
                                row.sealed.writtenAt, c->receipt.state.expiry, row.here});
    }
    std::ranges::stable_sort(view->shared, [](const SharedRecordView& a, const SharedRecordView& b) { return a.writtenAt > b.writtenAt; });
    if (held.value > 0) {
        snapshot.money.held.value += held.value;
        const MoneyRow row{"consents", "consent_held", {}, {}, newest, -static_cast<std::int64_t>(held.value), {}, MoneyState::Settled, {}};
        auto& rows = snapshot.money.rows;
        rows.insert(std::ranges::find_if(rows, [&](const MoneyRow& other) { return other.at <= newest; }), row);
    }
    snapshot.consents = std::move(view);
    return {};
}

} // namespace bt::service
