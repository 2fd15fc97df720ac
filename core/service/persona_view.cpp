// SPDX-License-Identifier: GPL-3.0-or-later
#include "kaspa/address.h"
#include "service/codes.h"
#include "service/persona.h"
#include "service/projector.h"
#include "service/tokens/token_worth.h"
#include "service/tokens/visit_tokens.h"

namespace bt::service {
namespace {

MoneyRow visitRow(const VisitView& v)
{
    MoneyRow row;
    row.id = "visit/" + v.id;
    row.visitId = v.id;
    row.peerName = v.peerName;
    const bool patient = v.myRole == Role::Patient;
    const auto signedAmount = [](Sompi amount) { return static_cast<std::int64_t>(amount.value); };
    for (const auto& step : v.steps) row.fee.value += step.fee.value;
    if (!v.steps.empty()) {
        row.at = v.steps.back().at;
        row.txid = v.steps.back().txid;
    }
    row.state = v.steps.empty() ? MoneyState::Waiting : v.steps.back().state;
    if (v.moving && row.state == MoneyState::Settled) row.state = MoneyState::Waiting; // the next step waits
    if (v.phase != VisitPhase::Ended) {
        row.kind = patient ? "held" : "bond_held";
        row.amount = signedAmount(patient ? v.price : v.bond);
        row.inTokens = v.inTokens;
        if (v.inTokens) row.units = static_cast<std::int64_t>(patient ? v.priceUnits : v.bondUnits);
        return row;
    }
    row.kind = "";
    return row;
}

std::int64_t signedOf(Sompi amount) { return static_cast<std::int64_t>(amount.value); }

// What a visit in BTAI came to: its tokens, and beside them the KAS that a side put in and got back.
void endedInTokens(MoneyRow& row, const Visit& visit, bool bonded, const ledger::NetworkParams& network)
{
    namespace cs = contract::session;
    constexpr auto kCarrier = static_cast<std::int64_t>(contract::token::kCarrier.value);
    const auto& state = visit.session.state;
    const auto& paid = visit.paid;
    const bool patient = visit.role == Role::Patient;
    const Sompi mine = shareOfSide(state, paid, visit.role);
    const Sompi put = patient ? state.price : bonded ? state.bond : Sompi{};
    row.inTokens = true;
    row.units = signedOf(mine) - signedOf(put);
    const auto under = mine.value > 0 ? kCarrier : 0; // the KAS under the tokens that came
    const auto stake = signedOf(stakeBy(visit, visit.role));
    if (patient) row.beside = signedOf(paid.toPatient) + signedOf(paid.ticket) + under - signedOf(kTokenVisitDeposit) - stake;
    else row.beside = signedOf(paid.toTherapist) + under - (put.value > 0 ? kCarrier : 0) - stake;
    const auto size = static_cast<std::int64_t>(worthOf(static_cast<std::uint64_t>(row.units < 0 ? -row.units : row.units), network).value);
    row.amount = (row.units < 0 ? -size : size) + row.beside;
    const char* const back = patient ? "returned" : "bond_returned";
    const bool nothing = row.units == 0 && row.beside <= 0 && row.beside >= -signedOf(cs::kTokenFeeCap);
    row.kind = nothing ? back : row.amount < 0 ? "paid" : row.amount > 0 ? "received" : back;
}

} // namespace

//! How deep a payment to us lies. On the practice network nothing is ever taken back.
Result<MoneyState> Persona::received(const std::string& txid, std::uint64_t daaScore) const
{
    if (m_context->world.practice != nullptr) return MoneyState::Settled;
    BT_TRY(const Bytes bytes, codec::hexDecode(txid));
    BT_TRY(const auto id, kaspa::TxId::from(bytes));
    BT_TRY(const auto at, m_wallet->acceptedAt(id));
    if (!at) return MoneyState::Sent;
    return daaScore >= *at + m_wallet->network().settleDaa ? MoneyState::Settled : MoneyState::Seen;
}

Result<MoneyView> Persona::money(const Snapshot& snapshot)
{
    MoneyView m;
    const auto& network = m_wallet->network();
    m.microsPerKas = network.microsPerKas;
    m.currency = network.rateCurrency;
    const std::uint64_t daaScore = snapshot.network.daaScore;
    BT_TRY(const auto balance, m_payments->balance());
    m.available = balance.confirmed;
    m.waiting = balance.pending;
    for (const auto& [id, visit] : m_visits->all()) m.held.value += heldBy(visit).value;
    for (const auto& view : snapshot.visits) {
        if (view.phase == VisitPhase::Preparing || view.ending == VisitEnding::NotStarted) continue;
        auto row = visitRow(view);
        if (view.phase == VisitPhase::Ended) {
            const auto* visit = m_visits->find(view.id);
            const auto& paid = visit->paid;
            const auto price = static_cast<std::int64_t>(view.price.value), bond = static_cast<std::int64_t>(view.bond.value);
            const bool bonded = std::ranges::any_of(view.steps, [](const VisitStep& s) { return s.step == "accept"; });
            if (view.inTokens) {
                endedInTokens(row, *visit, bonded, network);
            } else if (view.myRole == Role::Patient) {
                const auto back =
                    static_cast<std::int64_t>(paid.toPatient.value + paid.ticket.value) - static_cast<std::int64_t>(view.deposit.value);
                row.amount = back - price - static_cast<std::int64_t>(stakeBy(*visit, Role::Patient).value);
                row.kind = row.amount < -static_cast<std::int64_t>(contract::session::kFeeCap.value) ? "paid"
                           : row.amount > 0                                                          ? "received"
                                                                                                     : "returned";
            } else {
                row.amount = static_cast<std::int64_t>(paid.toTherapist.value) - (bonded ? bond : 0) -
                             static_cast<std::int64_t>(stakeBy(*visit, Role::Therapist).value);
                row.kind = row.amount > 0 ? "received" : row.amount < 0 ? "paid" : "bond_returned";
            }
        }
        if (view.myRole == Role::Therapist && view.phase == VisitPhase::Requested) continue; // nothing of hers is in it
        m.rows.push_back(std::move(row));
    }
    BT_TRY(const auto address, m_book->get(kReceive));
    if (address) m.address = textOf(*address);
    BT_TRY(const auto gifts, m_book->playMoney());
    const char* const giftKind = m_context->world.practice != nullptr ? "play_money" : "coins_in";
    for (const auto& gift : gifts) {
        BT_TRY(const auto state, received(gift.txid, daaScore));
        m.rows.push_back(
            {"play/" + gift.txid, giftKind, {}, {}, gift.at, static_cast<std::int64_t>(gift.amount.value), {}, state, gift.txid});
    }
    BT_TRY(const auto own, m_book->txs());
    MoneyRow fees{"fees", "fee", {}, {}, {}, 0, {}, MoneyState::Settled, {}};
    for (const auto& tx : own) {
        if (!tx.visitId.empty()) continue;
        fees.fee.value += tx.fee.value;
        fees.at = std::max(fees.at, tx.at);
        if (fees.txid.empty()) fees.txid = tx.txid;
    }
    if (fees.fee.value > 0) m.rows.push_back(fees);
    std::ranges::stable_sort(m.rows, [](const MoneyRow& a, const MoneyRow& b) { return a.at > b.at; });
    return m;
}

Result<void> Persona::fill(Snapshot& s)
{
    s.persona = m_who;
    const auto node = m_payments->about();
    const auto now = m_context->now();
    s.network.now = now;
    s.network.daaScore = node.daaScore;
    s.network.synced = node.synced;
    s.network.serverVersion = node.serverVersion;
    s.network.maySpend = m_payments->maySpend().has_value();
    const auto deep = static_cast<std::int64_t>(m_wallet->network().settleDaa / m_wallet->network().daaPerSecond) * kSecond;
    for (const auto& [id, visit] : m_visits->all()) {
        const auto* thread = m_postbox->find(visit.threadId);
        const PeerFace face = thread != nullptr ? PeerFace{thread->did, thread->name, thread->zone, thread->avatarSeed} : PeerFace{};
        auto view = project(visit, face, now, node.daaScore, node.pastMedianTime);
        showWorth(view, m_wallet->network());
        for (auto& step : view.steps) {
            // Rows from before depth was kept go by their time.
            const bool isDeep =
                step.daaScore != 0 ? node.daaScore >= step.daaScore + m_wallet->network().settleDaa : now.minus(step.at) >= deep;
            step.state = step.txid.empty() ? PaymentState::Waiting
                         : !step.settled   ? PaymentState::Sent
                         : isDeep          ? PaymentState::Settled
                                           : PaymentState::Seen;
            step.settled = step.state == PaymentState::Settled;
        }
        s.visits.push_back(std::move(view));
    }
    std::ranges::stable_sort(s.visits, [](const VisitView& a, const VisitView& b) { return a.startsAt < b.startsAt; });
    BT_TRY(s.threads, m_postbox->summaries());
    BT_TRY(s.money, money(s));
    BT_TRY(const auto unfinished, m_outbox->unfinished());
    for (const auto& intent : unfinished) {
        const auto errand = decodeErrand(intent.payload);
        // Of what failed, the visit says what became of it; only a person's own words can be sent again.
        const bool ownWords = intent.kind == "mail" && errand && !errand->mails.empty() && errand->mails.front().messageRow != 0;
        if (intent.state == outbox::State::Failed && !ownWords) continue;
        OutboxView row;
        row.id = intent.id;
        row.what = intent.kind == "mail" ? "message" : intent.kind == "step" && errand ? errand->step : intent.kind;
        row.since = intent.created;
        row.attempts = intent.attempts;
        row.lastError = lastingCode(intent.lastError);
        row.cancellable = !intent.handedOver && intent.state != outbox::State::Failed;
        row.replannable = intent.lastError == kConflict && intent.state == outbox::State::Waiting;
        if (row.replannable && errand)
            for (auto& visit : s.visits)
                if (visit.id == errand->visitId) visit.trouble = kConflict, visit.conflictOutbox = intent.id;
        if (row.cancellable && !row.replannable && intent.kind == "book" && errand) // it has not left this computer
            for (auto& visit : s.visits)
                if (visit.id == errand->visitId) visit.conflictOutbox = intent.id;
        if (errand)
            if (const auto* visit = m_visits->find(errand->visitId))
                if (const auto* thread = m_postbox->find(visit->threadId)) row.about = thread->name;
        s.outbox.push_back(std::move(row));
    }
    BT_TRY(s.notices, m_book->notices());
    for (const auto& feature : m_features) BT_CHECK(feature->fill(s));
    if (m_who.role == Role::Therapist) {
        BT_TRY(s.practice, m_desk->settings());
    }
    return {};
}

} // namespace bt::service
