// SPDX-License-Identifier: GPL-3.0-or-later
#include "plans_view_model.h"

#include "error_text.h"
#include "series_words.h"
#include "token_words.h"
#include "ui/on_gui.h"
#include "visit_words.h"

namespace bt::app {

using service::Role;
using service::VisitPhase;
using ui::onGui;

PlansViewModel::PlansViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context), m_others(visitRowRoles())
{
    connect(&m_context.engine, &service::Engine::changed, this, &PlansViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &PlansViewModel::refresh);
}

void PlansViewModel::open(const QString& visitId)
{
    if (m_visitId != visitId) {
        m_hours.clear();
        m_hourValues.clear();
        m_moveLines.clear();
        m_hour = 0;
        m_moveLater = m_moveFits = m_canCancel = false;
        m_cancelLines.clear();
        m_laterLines.clear();
        m_laterCount = 0;
    }
    m_visitId = visitId;
    m_errorText.clear();
    refresh();
}

void PlansViewModel::refresh()
{
    if (m_visitId.isEmpty()) return;
    const auto snapshot = m_context.snapshot();
    const auto* visit = findVisit(*snapshot, id());
    if (visit == nullptr || door() == nullptr) {
        m_line.clear();
        m_canCancel = m_canMove = false;
        m_asked = m_laterCount = 0;
        emit changed();
        return;
    }
    const Format& format = m_context.format;
    m_patient = visit->myRole == Role::Patient;
    m_line = seriesLine(*visit, format);
    m_canMove = m_patient && visit->canCancel;
    QList<QVariantMap> rows;
    m_askedIds.clear();
    if (visit->series)
        for (const auto& v : snapshot->visits) {
            if (!v.series || v.series->id != visit->series->id || v.threadId != visit->threadId) continue;
            rows << visitRow(v, format, m_context.now.value());
            if (v.canAccept) m_askedIds.push_back(v.id);
        }
    m_others.setRows(rows.size() > 1 ? rows : QList<QVariantMap>());
    m_asked = static_cast<int>(m_askedIds.size());
    //: Button: the therapist takes all visits of a series that wait for her.
    m_acceptAllWords = tr("Accept all %n", nullptr, m_asked);
    //: Button: the therapist says no to all of them.
    m_declineAllWords = tr("Decline all %n", nullptr, m_asked);
    //: Body of a dialog. %1 is a name.
    m_declineAllBody =
        tr("All the money of these visits goes back to %1. You cannot undo this; a new request is possible.").arg(text(visit->peerName));
    ask(*visit);
    emit changed();
}

// What cancelling gives changes with time and with every block: it is asked for anew with each of them.
void PlansViewModel::ask(const service::VisitView& visit)
{
    const int round = ++m_round;
    if (!visit.canCancel) {
        m_canCancel = false;
        m_laterCount = 0;
        return;
    }
    const bool patient = m_patient;
    const QString peer = text(visit.peerName);
    onGui(door()->cancelNow(id(), false), this, [this, round, patient, peer](const Result<service::CancelView>& now) {
        if (round != m_round) return;
        m_canCancel = now.has_value();
        if (now) {
            m_one = *now;
            m_cancelLines = app::cancelLines(*now, patient, peer, m_context.format, TokenWords(m_context.format, *m_context.snapshot()),
                                             m_context.now.value());
        }
        emit changed();
    });
    if (!visit.series) {
        m_laterCount = 0;
        return;
    }
    onGui(door()->cancelNow(id(), true), this, [this, round, patient, peer](const Result<service::CancelView>& now) {
        if (round != m_round) return;
        m_laterCount = now && now->visits.size() > 1 ? static_cast<int>(now->visits.size()) : 0;
        if (m_laterCount > 0) {
            m_later = *now;
            m_laterLines = app::cancelLines(*now, patient, peer, m_context.format, TokenWords(m_context.format, *m_context.snapshot()),
                                            m_context.now.value());
            //: Button: calls this visit and all later ones of its series off. %n is how many come after it.
            m_laterWords = tr("Cancel this and %n later", nullptr, m_laterCount - 1);
            //: Title of a dialog. %n visits, %1 is a name.
            m_laterTitle = tr("Cancel %n visits with %1?", nullptr, m_laterCount).arg(peer);
        }
        emit changed();
    });
}

void PlansViewModel::run(service::Future<> future, const QString& good)
{
    m_working = true;
    m_errorText.clear();
    emit changed();
    onGui(std::move(future), this, [this, good](const Result<void>& done) {
        m_working = false;
        if (done) m_context.toasts.say(good);
        else m_errorText = app::errorText(done.error(), m_context.format);
        refresh();
    });
}

void PlansViewModel::cancelOne()
{
    if (!m_working && m_canCancel) run(door()->cancel(m_one), tr("Cancelled. The money is on its way."));
}

void PlansViewModel::cancelLater()
{
    if (!m_working && m_laterCount > 0) run(door()->cancel(m_later), tr("Cancelled. The money is on its way."));
}

void PlansViewModel::acceptAll()
{
    if (!m_working && m_asked > 0) run(door()->accept(m_askedIds), tr("Accepted. They are in your calendar."));
}

void PlansViewModel::declineAll()
{
    if (!m_working && m_asked > 0) run(door()->decline(m_askedIds), tr("Declined. The money is on its way back."));
}

void PlansViewModel::listHours()
{
    if (!m_canMove || door() == nullptr) return;
    onGui(door()->hoursFor(id()), this, [this, asked = m_visitId](const Result<std::vector<Millis>>& hours) {
        if (asked != m_visitId) return;
        m_hours.clear();
        m_hourValues.clear();
        if (!hours) m_errorText = app::errorText(hours.error(), m_context.format);
        else
            for (const auto at : *hours) {
                m_hourValues.push_back(at);
                m_hours << m_context.format.dayTime(at);
            }
        m_hour = 0;
        planMove();
    });
}

void PlansViewModel::setHour(int index)
{
    if (index < 0 || index >= m_hours.size()) return;
    m_hour = index;
    planMove();
}

void PlansViewModel::setMoveLater(bool later)
{
    m_moveLater = later;
    planMove();
}

void PlansViewModel::planMove()
{
    m_moveFits = false;
    m_moveLines.clear();
    emit changed();
    if (door() == nullptr || static_cast<std::size_t>(m_hour) >= m_hourValues.size()) return;
    const int round = ++m_moveRound;
    onGui(door()->planMove(id(), m_hourValues[static_cast<std::size_t>(m_hour)], m_moveLater), this,
          [this, round](const Result<service::MoveView>& plan) {
              if (round != m_moveRound) return;
              if (!plan) m_errorText = app::errorText(plan.error(), m_context.format);
              else {
                  const auto snapshot = m_context.snapshot();
                  const auto* visit = findVisit(*snapshot, id());
                  m_seenMove = *plan;
                  m_moveLines = app::moveLines(*plan, visit != nullptr ? text(visit->peerName) : QString(), m_context.format,
                                               TokenWords(m_context.format, *snapshot));
                  m_moveFits = plan->moving > 0 && plan->missing.value == 0;
              }
              emit changed();
          });
}

void PlansViewModel::move()
{
    if (!m_working && m_moveFits) run(door()->move(id(), m_seenMove), tr("The new hour is being asked for."));
}

} // namespace bt::app
