// SPDX-License-Identifier: GPL-3.0-or-later
#include "money_view_model.h"

#include "error_text.h"
#include "names.h"
#include "policy_words.h"
#include "token_words.h"
#include "ui/on_gui.h"
#include "visit_words.h"
#include "wealth.h"

#include <algorithm>
#include <functional>

namespace bt::app {

using service::MoneyState;
using service::Role;

namespace {
//! What a returned booking brought back: the row holds what the visit cost in the end (nothing, or the fees).
Sompi cameBack(const service::MoneyRow& row, const service::VisitView* visit)
{
    const auto price = visit ? static_cast<std::int64_t>(visit->price.value) : 0;
    return {static_cast<std::uint64_t>(std::max<std::int64_t>(0, row.amount > 0 ? row.amount : price + row.amount))};
}
} // namespace

MoneyViewModel::MoneyViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context),
      m_rows({QStringLiteral("rowId"), QStringLiteral("title"), QStringLiteral("subtitle"), QStringLiteral("icon"),
              QStringLiteral("status"), QStringLiteral("statusIcon"), QStringLiteral("amount"), QStringLiteral("coins"),
              QStringLiteral("income"), QStringLiteral("heading"), QStringLiteral("visitId"), QStringLiteral("txid"), QStringLiteral("fee"),
              QStringLiteral("spoken")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &MoneyViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &MoneyViewModel::refresh);
    refresh();
}

void MoneyViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const Format& format = m_context.format;
    const auto& money = snapshot->money;
    const Wealth wealth = wealthOf(*snapshot, format);
    m_therapist = snapshot->persona.role == Role::Therapist;
    m_practice = snapshot->network.name == "practice";
    const bool none = snapshot->network.money == service::MoneyKind::Real; // amounts are coins already
    m_totalKas = none ? QString() : format.kas(wealth.kas);
    //: The exchange rate. %1 is the price of one coin.
    m_rate = none ? QString()
                  : (m_practice ? tr("1 KAS is %1 %2 on the practice network") : tr("1 KAS counts as %1 %2 here; it is test money"))
                        .arg(format.locale().toString(static_cast<double>(money.microsPerKas) / 1e6, 'g', 6), format.currencySign());
    showTokens(*snapshot, wealth);
    m_total = format.moneySum({wealth.free(), wealth.held, wealth.waiting, wealth.under});
    m_available = format.money(wealth.free());
    m_held = format.money(wealth.held);
    m_waiting = wealth.waiting.value ? format.money(wealth.waiting) : QString();
    m_under = wealth.under.value ? format.money(wealth.under) : QString();
    m_heldNote.clear();
    if (wealth.forVisits.value > 0 && wealth.held.value > wealth.forVisits.value)
        //: Under "Held safely 60.06 €" on the money page: its two parts, both amounts.
        m_heldNote = tr("Held safely are %1 for visits, and %2 as deposits beside them.")
                         .arg(format.money(wealth.forVisits), format.moneyRest(wealth.held, wealth.forVisits));
    m_freeShare = wealth.total().value ? double(wealth.free().value) / double(wealth.total().value) : 0;
    m_address = text(money.address);
    listRows(*snapshot);
    showHeld(*snapshot);
    showYear(*snapshot);
    m_state = m_adding ? State::Adding : m_rows.count() == 0 ? State::Empty : State::Ready;
    emit changed();
}

void MoneyViewModel::listRows(const service::Snapshot& snapshot)
{
    const Format& format = m_context.format;
    std::vector<std::pair<Millis, QVariantMap>> rows;
    for (const auto& row : snapshot.money.rows) {
        QString status, icon;
        switch (row.state) {
        //: State of a payment.
        case MoneyState::Waiting: status = tr("Waiting"), icon = QStringLiteral("waiting"); break;
        //: State of a payment.
        case MoneyState::Sent: status = tr("Sent"), icon = QStringLiteral("sync"); break;
        //: State of a payment: it stands in the chain, but not deep yet.
        case MoneyState::Seen: status = tr("Seen by the network"), icon = QStringLiteral("sync"); break;
        //: State of a payment.
        case MoneyState::Settled: status = tr("Settled"), icon = QStringLiteral("check"); break;
        }
        const bool heldKind = row.kind == "held" || row.kind == "bond_held";
        const auto* visit = row.visitId.empty() ? nullptr : findVisit(snapshot, row.visitId);
        const bool stillHeld = row.kind == "consent_held" || (heldKind && visit && isLive(*visit));
        const bool ticket = row.kind == "ticket_held";
        if (stillHeld || ticket) status = tr("Held safely"), icon = QStringLiteral("held");
        QString title = moneyKindWords(row.kind, m_therapist);
        //: A payment and the day of its visit. %1 such as "Held for your visit", %2 a day.
        if (visit && (row.kind == "held" || row.kind == "paid")) title = tr("%1 on %2").arg(title, format.dayShort(visit->startsAt));
        const QString day = format.dayShort(row.at);
        //: %1 a name, %2 a day.
        const QString subtitle = row.peerName.empty() ? day : tr("%1, %2").arg(text(row.peerName), day);
        // What is held is still hers: it stands without a sign.
        const Sompi size{static_cast<std::uint64_t>(row.amount < 0 ? -row.amount : row.amount)};
        QString amount = stillHeld || ticket ? format.money(size) : format.moneySigned(row.amount);
        QString coins = stillHeld || ticket ? format.kas(size) : format.kasSigned(row.amount);
        // A visit that gave everything back moved nothing in the end: what is told is how much came back.
        if (row.kind == "returned" && row.amount <= 0 && visit)
            amount = format.money(cameBack(row, visit)), coins = format.kas(cameBack(row, visit));
        if (row.inTokens) coins = tokenCoins(snapshot, row, stillHeld);
        if (row.kind == "fee") amount = format.fee(row.fee), coins = format.kasExact(row.fee); // two places would say 0.00
        rows.emplace_back(row.at, QVariantMap{{QStringLiteral("rowId"), text(row.id)},
                                              {QStringLiteral("title"), title},
                                              {QStringLiteral("subtitle"), subtitle},
                                              {QStringLiteral("icon"), moneyKindIcon(row.kind)},
                                              {QStringLiteral("status"), status},
                                              {QStringLiteral("statusIcon"), icon},
                                              {QStringLiteral("amount"), amount},
                                              {QStringLiteral("coins"), coins},
                                              {QStringLiteral("income"), row.amount > 0 && !ticket && !stillHeld},
                                              {QStringLiteral("visitId"), text(row.visitId)},
                                              {QStringLiteral("txid"), text(row.txid)},
                                              {QStringLiteral("fee"), format.fee(row.fee)},
                                              //: Spoken by a screen reader. %1 what, %2 who and when, %3 state, %4 amount.
                                              {QStringLiteral("spoken"), tr("%1, %2, %3, %4").arg(title, subtitle, status, amount)}});
    }
    if (snapshot.tokens)
        for (const auto& row : snapshot.tokens->rows) rows.emplace_back(row.at, tokenRow(snapshot, row));
    std::ranges::stable_sort(rows, std::greater<>{}, [](const auto& row) { return row.first.value; });
    QList<QVariantMap> shown;
    QString group;
    for (auto& [at, row] : rows) {
        const QString month = format.monthName(at);
        row.insert(QStringLiteral("heading"), month == group ? QString() : month);
        group = month;
        shown << row;
    }
    m_rows.setRows(shown);
}

void MoneyViewModel::showHeld(const service::Snapshot& snapshot)
{
    const Format& format = m_context.format;
    const Millis now = m_context.now.value();
    m_heldVisitId.clear();
    m_heldStops.clear();
    for (const auto& v : snapshot.visits) {
        if (!isLive(v) || v.phase == service::VisitPhase::Preparing) continue;
        m_heldVisitId = text(v.id);
        //: %1 is a day and time.
        m_heldTitle = tr("Visit on %1").arg(format.dayTime(v.startsAt));
        m_heldAmount = format.money(v.myRole == Role::Patient ? v.price : v.bond.value ? v.bond : v.price);
        m_heldDeposit = v.myRole == Role::Patient && v.deposit.value
                            //: Under the price that is held for a visit. %1 is an amount.
                            ? tr("Beside it a deposit of %1, which comes back.").arg(format.money(v.deposit))
                            : QString();
        m_heldCanCancel = v.canCancel;
        const Sompi lateBack{v.price.value - v.price.value / 10'000 * static_cast<std::uint64_t>(v.lateShareBps) -
                             v.price.value % 10'000 * static_cast<std::uint64_t>(v.lateShareBps) / 10'000};
        m_heldStops = ladderStops(format, {now, v.freeUntil, v.startsAt, v.endsAt, v.claimFrom, v.price, lateBack, v.bond, v.lateShareBps});
        break;
    }
}

void MoneyViewModel::showYear(const service::Snapshot& snapshot)
{
    const Format& format = m_context.format;
    const int year = format.local(m_context.now.value()).date().year();
    std::uint64_t paid = 0, back = 0, fees = 0;
    int visits = 0;
    for (const auto& row : snapshot.money.rows) {
        if (format.local(row.at).date().year() != year) continue;
        fees += row.fee.value;
        const auto size = static_cast<std::uint64_t>(row.amount < 0 ? -row.amount : row.amount);
        if (row.kind == "paid" || row.kind == "received") paid += size, ++visits;
        if (row.kind == "returned") back += cameBack(row, row.visitId.empty() ? nullptr : findVisit(snapshot, row.visitId)).value;
    }
    m_yearVisits = tr("%n visit(s)", nullptr, visits);
    m_yearPaid = format.money({paid});
    m_yearBack = format.money({back});
    m_yearFees = format.fee({fees});
}

void MoneyViewModel::add()
{
    if (m_adding) return;
    m_adding = true;
    m_errorText.clear();
    refresh();
    ui::onGui(m_context.engine.addPlayMoney(), this, [this](const Result<void>& done) {
        m_adding = false;
        if (!done) m_errorText = app::errorText(done.error());
        else m_context.toasts.say(tr("Play money is on its way. It has no worth outside the practice network."));
        refresh();
        if (done) emit added();
    });
}

} // namespace bt::app
