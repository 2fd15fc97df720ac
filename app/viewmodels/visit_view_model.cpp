// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit_view_model.h"

#include "disclosure_words.h"
#include "error_text.h"
#include "names.h"
#include "policy_words.h"
#include "ui/on_gui.h"
#include "visit_words.h"

namespace bt::app {

using service::RecordState;
using service::Role;
using service::VisitPhase;
using service::VisitView;

VisitViewModel::VisitViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context),
      m_steps({QStringLiteral("stepId"), QStringLiteral("title"), QStringLiteral("at"), QStringLiteral("fee"), QStringLiteral("feeExact"),
               QStringLiteral("txid"), QStringLiteral("settled"), QStringLiteral("status")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &VisitViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &VisitViewModel::refresh);
}

void VisitViewModel::open(const QString& visitId)
{
    if (m_visitId != visitId) m_splitText.clear();
    m_visitId = visitId;
    m_errorText.clear();
    m_steps.setRows({});
    refresh();
}

void VisitViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const auto* visit = findVisit(*snapshot, id());
    if (!visit) m_state = State::Missing;
    else {
        m_state = m_busy ? State::Working : State::Ready;
        const Millis now = m_context.now.value();
        describe(*visit, now);
        describeMoney(*visit, now);
        describeSplit(*visit);
        listSteps(*visit);
        foretell(*visit);
    }
    emit changed();
}

void VisitViewModel::describe(const VisitView& v, Millis now)
{
    const Format& format = m_context.format;
    m_patient = v.myRole == Role::Patient;
    m_threadId = text(v.threadId);
    m_peerName = text(v.peerName);
    m_peerAvatar = text(v.peerAvatarSeed);
    m_when = format.dayTimeLong(v.startsAt);
    //: %1 is "50 minutes".
    m_whereWhen = tr("%1, in writing.").arg(format.duration(v.endsAt.minus(v.startsAt)));
    const QTimeZone there(QByteArray::fromStdString(v.peerZone));
    if (!v.peerZone.empty() && there.isValid() && there != format.zone())
        //: %1 a time, %2 a city.
        m_whereWhen += QLatin1Char(' ') + tr("It is %1 in %2.").arg(format.timeIn(v.startsAt, there), Format::city(v.peerZone));
    m_badge = visitBadge(v);
    m_badgeKind = visitBadgeKind(v);
    m_badgeIcon = visitBadgeIcon(v);
    m_sentence = visitSentence(v, format, now);
    m_moving = v.moving && v.trouble.empty();
    m_troubleText = v.trouble.empty() ? QString() : app::errorText(v.trouble);
    m_waiting = v.conflictOutbox;
    m_canTakeBack = m_waiting != 0;
    m_canReplan = m_canTakeBack && v.trouble == "payment.conflict";
    m_intake = text(v.intake);
    switch (v.record) {
    case RecordState::None: m_record.clear(); break;
    //: %1 is a name.
    case RecordState::SignedByMe: m_record = tr("You signed that the visit took place. %1 has not signed yet.").arg(m_peerName); break;
    //: %1 is a name.
    case RecordState::SignedByThem: m_record = tr("%1 signed that the visit took place. Your signature is missing.").arg(m_peerName); break;
    case RecordState::SignedByBoth: m_record = tr("You both signed that the visit took place."); break;
    }
    m_canAccept = v.canAccept;
    m_canDecline = v.canDecline;
    m_canCancel = v.canCancel;
    m_canJoin = v.canJoin;
    m_canSign = v.canSignRecord;
    m_canComplete = v.canComplete;
    m_canClaim = v.canClaim;
    m_canProposeSplit = v.canProposeSplit;
    m_canAnswerSplit = v.canAnswerSplit;
    m_canRate = v.canRate;
    m_problemRaised = v.phase == VisitPhase::Disputed;
    m_canProblem = m_problemRaised || v.phase == VisitPhase::Committed || v.phase == VisitPhase::InSession;
    m_canExport = isLive(v) && v.phase != VisitPhase::Preparing;
    m_rating = v.rating;
    m_ratingComment = text(v.ratingComment);
    m_covenantId = text(v.covenantId);
}

void VisitViewModel::describeMoney(const VisitView& v, Millis now)
{
    const Format& format = m_context.format;
    m_price = format.money(v.price);
    // The therapist's stake comes in when she accepts.
    const bool staked = v.phase != VisitPhase::Preparing && v.phase != VisitPhase::Requested;
    m_held = isLive(v) && v.phase != VisitPhase::Preparing ? format.money({v.price.value + (staked ? v.bond.value : 0)}) : QString();
    m_bond = v.bond.value ? format.money(v.bond) : QString();
    m_stops.clear();
    if (isLive(v) && v.endsAt > now && v.phase != VisitPhase::Disputed) {
        const Sompi lateBack{v.price.value - v.price.value / 10'000 * static_cast<std::uint64_t>(v.lateShareBps) -
                             v.price.value % 10'000 * static_cast<std::uint64_t>(v.lateShareBps) / 10'000};
        m_stops = ladderStops(format, {now, v.freeUntil, v.startsAt, v.endsAt, v.claimFrom, v.price, lateBack, v.bond, v.lateShareBps});
    }
    //: Title of a dialog. %1 is a name.
    m_cancelTitle = v.phase == VisitPhase::Preparing || v.phase == VisitPhase::Requested
                        ? tr("Take back your request to %1?").arg(m_peerName)
                        : tr("Cancel the visit with %1?").arg(m_peerName);
    m_cancelOutcome = app::cancelOutcome(v, format);
    //: %1 a price, %2 a name.
    m_declineOutcome = tr("All %1 go back to %2. You cannot undo this; a new request is possible.").arg(format.money(v.price), m_peerName);
    //: %1 an amount.
    m_claimOutcome = tr("%1 come to you now, because the visit was not confirmed in time.").arg(format.money(v.price));
    //: Button. %1 is a price.
    m_completeWords = tr("Confirm, and %1 are paid").arg(format.moneyShort(v.price));
}

void VisitViewModel::setSplitText(const QString& amount)
{
    if (m_splitText == amount) return;
    m_splitText = amount;
    refresh();
}

void VisitViewModel::describeSplit(const VisitView& v)
{
    const Format& format = m_context.format;
    m_splitWaiting.clear();
    if (v.split && isLive(v)) {
        const QString mine = format.money(m_patient ? v.split->toPatient : v.split->toTherapist);
        const QString theirs = format.money(m_patient ? v.split->toTherapist : v.split->toPatient);
        //: %1 and %3 amounts, %2 a name.
        m_splitWaiting = v.split->mine ? tr("You suggested: %1 to you, %3 to %2. It waits for an answer.").arg(mine, m_peerName, theirs)
                                       : tr("%2 suggests: %1 to you, %3 to %2.").arg(mine, m_peerName, theirs);
    }
    m_splitFits = false;
    m_splitPreview.clear();
    if (m_splitText.isEmpty()) return;
    const auto amount = format.parseMoney(m_splitText);
    if (!amount) {
        m_splitPreview = app::errorText(amount.error());
        return;
    }
    const std::uint64_t pot = v.price.value + v.bond.value;
    m_split = *amount;
    // A typed "60.00" may be a few sompi more than the exact price: the whole is meant.
    if (m_split.value > pot && format.money(m_split) == format.money({pot})) m_split = {pot};
    if (m_split.value > pot) {
        m_splitPreview = app::errorText("ui.split_too_much");
        return;
    }
    m_splitFits = true;
    const QString toPatient = format.money(m_split), toTherapist = format.money({pot - m_split.value});
    //: What a suggestion means. %1 and %2 amounts, %3 a name.
    m_splitPreview = tr("%1 to you, %2 to %3.").arg(m_patient ? toPatient : toTherapist, m_patient ? toTherapist : toPatient, m_peerName);
}

void VisitViewModel::listSteps(const VisitView& v)
{
    const Format& format = m_context.format;
    QList<QVariantMap> rows;
    int number = 0;
    const auto status = [](service::PaymentState state) {
        switch (state) {
        //: State of a payment: still on this computer.
        case service::PaymentState::Waiting: return tr("waiting");
        //: State of a payment: handed to the network.
        case service::PaymentState::Sent: return tr("sent");
        //: State of a payment: in the chain, but not deep yet.
        case service::PaymentState::Seen: return tr("seen by the network");
        case service::PaymentState::Settled: break;
        }
        //: State of a payment: deep in the chain.
        return tr("settled");
    };
    for (const auto& step : v.steps)
        rows << QVariantMap{{QStringLiteral("stepId"), QStringLiteral("%1-%2").arg(text(step.step)).arg(number++)},
                            {QStringLiteral("title"), stepWords(step.step)},
                            {QStringLiteral("at"), format.dayTime(step.at)},
                            {QStringLiteral("fee"), format.fee(step.fee)},
                            {QStringLiteral("feeExact"), format.kasExact(step.fee)},
                            {QStringLiteral("txid"), text(step.txid)},
                            {QStringLiteral("settled"), step.settled},
                            {QStringLiteral("status"), status(step.state)}};
    m_steps.setRows(rows);
}

// The step that the page offers first: what it costs and shows is known before it is asked for.
void VisitViewModel::foretell(const VisitView& v)
{
    const char* step = v.canAccept ? "accept" : v.canComplete ? "complete" : v.canClaim ? "claim" : v.canCancel ? "cancel" : "";
    const QString key = *step == 0 ? QString() : QStringLiteral("%1/%2/%3").arg(m_visitId, QString::fromLatin1(step)).arg(int(v.phase));
    if (key == m_foretold) return;
    m_foretold = key;
    m_nextFee.clear();
    m_nextSees.clear();
    if (key.isEmpty()) return;
    ui::onGui(m_context.engine.disclose(id(), step), this, [this, key](const Result<service::DisclosureView>& seen) {
        if (key != m_foretold || !seen) return; // where nothing can be planned, the step itself says why
        m_nextFee = feeWords(m_context.format, seen->fee);
        m_nextSees = chainSees(m_context.format, *seen);
        emit changed();
    });
}

void VisitViewModel::replan()
{
    run(m_context.engine.retryOutbox(m_waiting), tr("It is being planned with other coins. Nothing is paid twice."));
}

void VisitViewModel::takeBack() { run(m_context.engine.cancelOutbox(m_waiting), tr("Taken back. Nothing was paid.")); }

void VisitViewModel::run(service::Future<> future, const QString& good)
{
    m_busy = true;
    m_errorText.clear();
    refresh();
    ui::onGui(std::move(future), this, [this, good](const Result<void>& result) {
        m_busy = false;
        if (!result) m_errorText = app::errorText(result.error(), m_context.format);
        else if (!good.isEmpty()) m_context.toasts.say(good);
        refresh();
        if (result) emit done();
    });
}

void VisitViewModel::accept()
{
    if (!m_busy && m_canAccept) run(m_context.engine.acceptVisit(id()), tr("Accepted. It is in your calendar."));
}
void VisitViewModel::decline()
{
    if (!m_busy && m_canDecline) run(m_context.engine.declineVisit(id()), tr("Declined. The money is on its way back."));
}
void VisitViewModel::cancel()
{
    if (!m_busy && m_canCancel) run(m_context.engine.cancelVisit(id()), tr("Cancelled. The money is on its way."));
}
void VisitViewModel::signRecord()
{
    if (!m_busy && m_canSign) run(m_context.engine.signRecord(id()), tr("Signed."));
}
void VisitViewModel::complete()
{
    if (!m_busy && m_canComplete) run(m_context.engine.completeVisit(id()), tr("Confirmed. The money is on its way."));
}
void VisitViewModel::claim()
{
    if (!m_busy && m_canClaim) run(m_context.engine.claimVisit(id()), tr("The money is on its way to you."));
}
void VisitViewModel::proposeSplit()
{
    if (m_busy || !m_canProposeSplit || !m_splitFits) return;
    run(m_context.engine.proposeSplit(id(), m_split), tr("Your suggestion is on its way."));
}
void VisitViewModel::answerSplit(bool agree)
{
    if (m_busy || !m_canAnswerSplit) return;
    run(m_context.engine.answerSplit(id(), agree), agree ? tr("Agreed. The money is on its way.") : tr("Your answer is on its way."));
}
void VisitViewModel::rate(int stars, const QString& comment)
{
    if (m_busy || !m_canRate) return;
    if (comment.size() > kCommentMax) {
        m_errorText = app::errorText("record.too_long");
        emit changed();
        return;
    }
    run(m_context.engine.rateVisit(id(), stars, comment.trimmed().toStdString()),
        //: %1 is a name.
        tr("Thank you. Only %1 can read it.").arg(m_peerName));
}

} // namespace bt::app
