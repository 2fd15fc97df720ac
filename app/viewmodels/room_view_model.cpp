// SPDX-License-Identifier: GPL-3.0-or-later
#include "room_view_model.h"

#include "error_text.h"
#include "ui/on_gui.h"
#include "visit_words.h"

#include <algorithm>

namespace bt::app {

using service::RecordState;
using service::Role;
using service::VisitPhase;
using service::VisitView;

RoomViewModel::RoomViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context), m_messages(context)
{
    connect(&m_context.engine, &service::Engine::changed, this, &RoomViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &RoomViewModel::refresh);
}

void RoomViewModel::open(const QString& visitId)
{
    if (m_visitId != visitId) setDraft({});
    m_visitId = visitId;
    m_errorText.clear();
    m_live = false;
    const auto snapshot = m_context.snapshot();
    const auto* visit = findVisit(*snapshot, visitId.toStdString());
    m_thread = visit ? visit->threadId : std::string();
    m_messages.open(text(m_thread));
    refresh();
}

void RoomViewModel::close()
{
    if (m_joined && m_state == State::Open) m_context.engine.leaveVisit(m_visitId.toStdString());
    m_visitId.clear();
    m_messages.open({});
    m_context.now.setFine(false);
    m_state = State::Closed;
    emit changed();
}

void RoomViewModel::setDraft(const QString& draft)
{
    if (m_draft == draft) return;
    m_draft = draft;
    emit draftChanged();
}

void RoomViewModel::refresh()
{
    if (m_visitId.isEmpty()) return;
    const auto snapshot = m_context.snapshot();
    const auto* visit = findVisit(*snapshot, m_visitId.toStdString());
    if (!visit || snapshot->gate != service::Gate::Open) {
        setDraft({});
        m_context.now.setFine(false);
        m_state = State::Closed;
        emit changed();
        return;
    }
    if (m_thread != visit->threadId) {
        m_thread = visit->threadId;
        m_messages.open(text(m_thread));
    }
    const auto* thread = findThread(*snapshot, m_thread);
    m_peerLicensed = thread && thread->peerLicensed;
    if (thread && thread->unread > 0) m_context.engine.markRead(m_thread);
    const Millis now = m_context.now.value();
    describe(*visit, now);
    tellTime(*visit, now);
    emit changed();
    if (m_live && m_state == State::Ended) {
        m_live = false;
        emit finished(m_visitId);
    } else if (m_state != State::Ended) m_live = true;
}

void RoomViewModel::describe(const VisitView& v, Millis now)
{
    const Format& format = m_context.format;
    if (v.phase == VisitPhase::Ended) m_state = State::Ended;
    else if (now >= v.endsAt) m_state = State::Over;
    else m_state = v.canJoin || v.joinedByMe ? State::Open : State::Early;
    m_peerName = text(v.peerName);
    m_peerAvatar = text(v.peerAvatarSeed);
    m_peerPresent = v.joinedByThem;
    const QString city = v.peerZone.empty() ? QString() : Format::city(v.peerZone);
    if (!v.joinedByThem) m_presence = tr("Not here yet");
    //: Who is in the room. %1 is a city.
    else m_presence = city.isEmpty() ? tr("Present") : tr("Present, in %1").arg(city);
    m_joined = v.joinedByMe;
    m_canJoin = v.canJoin && !v.joinedByMe;
    m_canWrite = v.joinedByMe && v.phase != VisitPhase::Ended;
    //: Line over the conversation. %1 is a time.
    if (v.joinedByMe && v.joinedByThem && now >= v.startsAt) m_startLine = tr("Started %1, both present").arg(format.time(v.startsAt));
    //: Line over the conversation. %1 is a time.
    else m_startLine = tr("Begins %1").arg(format.time(v.startsAt));
    m_canSign = v.canSignRecord;
    m_signedByMe = v.record == RecordState::SignedByMe || v.record == RecordState::SignedByBoth;
    m_signedByThem = v.record == RecordState::SignedByThem || v.record == RecordState::SignedByBoth;
    switch (v.record) {
    case RecordState::None: m_signLine = tr("Nobody has signed yet."); break;
    //: %1 is a name.
    case RecordState::SignedByMe: m_signLine = tr("You signed. %1 has not signed yet.").arg(m_peerName); break;
    //: %1 is a name.
    case RecordState::SignedByThem: m_signLine = tr("%1 signed. Your signature is missing.").arg(m_peerName); break;
    case RecordState::SignedByBoth: m_signLine = tr("You both signed that the visit took place."); break;
    }
    m_canComplete = v.canComplete;
    //: Button. %1 is a price.
    m_payWords = tr("Confirm, and %1 are paid").arg(format.moneyShort(v.price));
    m_completed = v.phase == VisitPhase::Ended;
    m_doneLine = visitSentence(v, format, now);
}

void RoomViewModel::tellTime(const VisitView& v, Millis now)
{
    const Format& format = m_context.format;
    const std::int64_t left = v.endsAt.minus(now);
    const bool lastMinute = now >= v.startsAt && left > 0 && left <= kMinute;
    m_context.now.setFine(lastMinute);
    m_progress = std::clamp(double(now.minus(v.startsAt)) / double(std::max<std::int64_t>(1, v.endsAt.minus(v.startsAt))), 0.0, 1.0);
    if (now < v.startsAt) {
        m_timer = format.until(v.startsAt.minus(now));
        //: Beside the time until a visit. %1 is a moment.
        m_timerNote = tr("begins %1").arg(format.inSentence(v.startsAt, now));
    } else if (left > 0) {
        m_timer = format.stopwatch(left, lastMinute);
        //: Beside the time that is left. %1 is a time.
        m_timerNote = tr("left, until %1").arg(format.time(v.endsAt));
    } else {
        //: Instead of a timer: the visit's time has passed.
        m_timer = tr("Time is over");
        m_timerNote = tr("since %1").arg(format.time(v.endsAt));
    }
}

void RoomViewModel::run(Call call)
{
    if (m_busy) return;
    m_busy = true;
    m_errorText.clear();
    emit changed();
    ui::onGui((m_context.engine.*call)(m_visitId.toStdString()), this, [this](const Result<void>& done) {
        m_busy = false;
        if (!done) m_errorText = app::errorText(done.error());
        refresh();
    });
}

void RoomViewModel::join() { run(&service::Engine::joinVisit); }
void RoomViewModel::signRecord() { run(&service::Engine::signRecord); }
void RoomViewModel::complete() { run(&service::Engine::completeVisit); }

void RoomViewModel::send()
{
    const QString words = m_draft.trimmed();
    if (words.isEmpty() || !m_canWrite) return;
    const QString before = m_draft;
    // The field is free at once: in a conversation nobody waits for a machine. It comes back if sending fails.
    setDraft({});
    ui::onGui(m_context.engine.sendMessage(m_thread, words.toStdString()), this, [this, before](const Result<void>& done) {
        m_errorText = done ? QString() : app::errorText(done.error());
        if (!done && m_draft.isEmpty()) setDraft(before);
        emit changed();
    });
}

void RoomViewModel::retry(double messageId)
{
    ui::onGui(m_context.engine.retryMessage(static_cast<std::int64_t>(messageId)), this, [this](const Result<void>& done) {
        if (!done) m_context.toasts.failed(done.error());
    });
}

} // namespace bt::app
