// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispute_view_model.h"

#include "ask.h"
#include "error_text.h"
#include "hand_over.h"
#include "ui/on_gui.h"

namespace bt::app {

using service::DisputeView;
using service::Role;
using service::VisitView;

DisputeViewModel::DisputeViewModel(const Context& context, QString folder, QObject* parent)
    : QObject(parent), m_context(context), m_folder(std::move(folder)),
      m_messages(
          {QStringLiteral("messageId"), QStringLiteral("who"), QStringLiteral("at"), QStringLiteral("text"), QStringLiteral("chosen")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &DisputeViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &DisputeViewModel::refresh);
}

void DisputeViewModel::open(const QString& visitId)
{
    m_visitId = visitId;
    m_edited = false;
    m_fileParts.clear();
    m_fileWhere.clear();
    m_errorText.clear();
    m_all.clear();
    m_choice = {};
    refresh();
    const auto snapshot = m_context.snapshot();
    const auto* visit = findVisit(*snapshot, visitId.toStdString());
    if (!visit) return;
    ui::onGui(m_context.engine.messages(visit->threadId, 0, 200), this,
              [this, visitId](const Result<std::vector<service::MessageView>>& page) {
                  if (!page || m_visitId != visitId) return;
                  m_all = *page;
                  refresh();
              });
}

void DisputeViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const auto* visit = findVisit(*snapshot, m_visitId.toStdString());
    m_there = false;
    if (visit && snapshot->disputes) {
        const auto it = snapshot->disputes->visits.find(visit->id);
        if (it != snapshot->disputes->visits.end()) {
            m_there = true;
            if (!m_edited) m_choice = it->second.chosen;
            describe(*visit, it->second);
            listDeciders(it->second);
        }
    }
    listMessages();
    emit changed();
}

void DisputeViewModel::describe(const VisitView& v, const DisputeView& d)
{
    const Format& format = m_context.format;
    m_patient = v.myRole == Role::Patient;
    m_peerName = text(v.peerName);
    m_raised = d.raised;
    m_canRaise = d.canRaise;
    m_canLapse = d.canLapse;
    m_canAsk = d.canAskPractice;
    m_moving = v.moving;
    m_hasAttendance = d.hasAttendance;
    m_hasRecord = d.hasRecord;
    m_attendance = m_choice.attendance;
    m_record = m_choice.record;
    const QString stake = format.money(d.stake), pot = format.money({v.price.value + v.bond.value});
    if (!d.raised)
        //: How it stands before a problem is raised. %1 an amount.
        m_sentence = tr("Nothing is raised yet. %1 are held for this visit.").arg(pot);
    else if (d.raisedByMe)
        m_sentence = tr("You raised a problem. The money stays held until it is decided, settled by you two, or the time is over.");
    else
        //: %1 is a name.
        m_sentence = tr("%1 raised a problem. You may add what you want to show, or settle it together.").arg(m_peerName);
    //: %1 an amount.
    m_stakeWords = d.raised ? d.raisedByMe ? tr("Your stake of %1 is held with the rest.").arg(stake)
                                           //: %1 an amount, %2 a name.
                                           : tr("A stake of %1 by %2 is held with the rest.").arg(stake, m_peerName)
                            //: %1 an amount.
                            : tr("Raising a problem costs a stake of %1. It comes back only if you two settle it yourselves.").arg(stake);
    const QString mine = format.money(d.lapseToMe), theirs = format.money(d.lapseToThem);
    m_outcomes.clear();
    //: What can come of a problem. %1 an amount.
    m_outcomes << tr("Two of three people decide how %1 are shared. The stake goes to the one whom both named.").arg(pot);
    //: What can come of a problem.
    m_outcomes << tr("You two agree on a share yourselves. Then everyone's stake comes back.");
    const QString when = d.raised ? format.dayTimeLong(d.lapsesAt) : format.duration(d.lapseAfterMs);
    const QString stakeTo = d.lapseStakeToMe ? tr("The stake goes to you.") : tr("The stake goes to %1.").arg(m_peerName);
    if (d.raised)
        //: %1 a day and time, %2 and %3 amounts, %4 a name, %5 a sentence about the stake.
        m_outcomes << tr("If nobody decides until %1: %2 to you, %3 to %4. %5").arg(when, mine, theirs, m_peerName, stakeTo);
    else
        //: %1 a span such as "14 days", %2 and %3 amounts, %4 a name, %5 a sentence about the stake.
        m_outcomes << tr("If nobody decides within %1: %2 to you, %3 to %4. %5").arg(when, mine, theirs, m_peerName, stakeTo);
    //: Body of the question before a problem is raised. %1 an amount.
    m_raiseWords = tr("%1 of yours are put in as a stake. You cannot take this back alone; %2 is told.").arg(stake, m_peerName);
    m_practiceWords.clear();
    if (d.practiceAsked)
        //: %1 is a day and time.
        m_practiceWords = tr("The practice network decides half and half at %1. This is for trying things out: no person looks at it.")
                              .arg(format.dayTimeLong(d.practiceAt));
    else if (d.canAskPractice)
        m_practiceWords = tr("This is the practice network. If you like, it decides half and half after an hour, so that you can see how "
                             "it ends. No person looks at it.");
    m_attendanceWords = m_patient ? tr("Your signature for having come to the visit")
                                  : tr("The signature of %1 for having come to the visit").arg(m_peerName);
    const auto count = static_cast<int>(m_choice.messages.size()) + (m_choice.words.empty() ? 0 : 1) + (m_choice.attendance ? 1 : 0) +
                       (m_choice.record ? 1 : 0);
    m_chosenWords = count == 0
                        ? tr("Nothing is chosen. Those who decide see nothing from you but the amounts and the rules of the visit.")
                        : tr("%n thing(s) chosen. Those who decide see these, the amounts and the rules of the visit, and nothing else.",
                             nullptr, count);
}

void DisputeViewModel::listDeciders(const DisputeView& d)
{
    m_deciders.clear();
    for (std::size_t i = 0; i < d.deciders.size(); ++i) {
        const auto& one = d.deciders[i];
        const bool named = i < 2 && (i == 0) == m_patient;
        //: Who named one of the three people who decide: this side, the other (%1 a name), or both.
        const QString who = i == 2 ? tr("Named by both") : named ? tr("Named by you") : tr("Named by %1").arg(m_peerName);
        const QString words = one.practice ? tr("the practice network, for trying things out")
                              : one.mine   ? tr("you yourself")
                                           : tr("a person with this code");
        m_deciders << QVariantMap{{QStringLiteral("who"), who},
                                  {QStringLiteral("words"), words},
                                  {QStringLiteral("code"), one.practice ? QString() : text(one.code)}};
    }
}

void DisputeViewModel::listMessages()
{
    QList<QVariantMap> rows;
    for (const auto& m : m_all) {
        if (m.kind != service::MessageKind::Text) continue;
        const bool chosen = std::ranges::find(m_choice.messages, m.id) != m_choice.messages.end();
        rows << QVariantMap{{QStringLiteral("messageId"), QString::number(m.id)},
                            //: In front of one's own message.
                            {QStringLiteral("who"), m.mine ? tr("You") : m_peerName},
                            {QStringLiteral("at"), m_context.format.dayTime(m.at)},
                            {QStringLiteral("text"), text(m.text)},
                            {QStringLiteral("chosen"), chosen}};
    }
    m_messages.setRows(rows);
}

void DisputeViewModel::edit()
{
    m_edited = true;
    m_fileParts.clear();
    m_fileWhere.clear();
    refresh();
}

void DisputeViewModel::setWords(const QString& words)
{
    if (words == text(m_choice.words)) return;
    m_choice.words = words.toStdString();
    edit();
}
void DisputeViewModel::choose(const QString& messageId, bool on)
{
    const auto id = messageId.toLongLong();
    std::erase(m_choice.messages, id);
    if (on) m_choice.messages.push_back(id);
    edit();
}
void DisputeViewModel::chooseAttendance(bool on)
{
    m_choice.attendance = on;
    edit();
}
void DisputeViewModel::chooseRecord(bool on)
{
    m_choice.record = on;
    edit();
}

void DisputeViewModel::run(service::Future<> future, const QString& good)
{
    ask(this, m_context, m_busy, m_errorText, std::move(future), good, [this] { refresh(); });
}

void DisputeViewModel::keep()
{
    if (m_busy || !m_edited || !door()) return;
    m_busy = true;
    m_errorText.clear();
    refresh();
    ui::onGui(door()->chooseEvidence(m_visitId.toStdString(), m_choice), this, [this](const Result<void>& kept) {
        m_busy = false;
        if (kept) {
            m_edited = false;
            m_context.toasts.say(tr("Kept. Nothing has left this computer."));
        } else {
            m_errorText = app::errorText(kept.error(), m_context.format);
        }
        refresh();
    });
}
void DisputeViewModel::raise()
{
    if (!m_busy && m_canRaise && door()) run(door()->raiseProblem(m_visitId.toStdString()), tr("Raised. The stake is on its way."));
}
void DisputeViewModel::lapse()
{
    if (!m_busy && m_canLapse && door()) run(door()->lapse(m_visitId.toStdString()), tr("The money is on its way, as the rules say."));
}
void DisputeViewModel::askPractice()
{
    if (!m_busy && m_canAsk && door()) run(door()->askPractice(m_visitId.toStdString()), tr("Asked. It is decided in an hour."));
}

void DisputeViewModel::makeFile()
{
    if (m_busy || !m_raised || !door()) return;
    m_busy = true;
    m_errorText.clear();
    refresh();
    ui::onGui(door()->chooseEvidence(m_visitId.toStdString(), m_choice), this, [this](const Result<void>& kept) {
        if (!kept) return saved(tl::unexpected(kept.error()));
        m_edited = false;
        ui::onGui(door()->caseFile(m_visitId.toStdString()), this, [this](const Result<service::HandOver>& file) { saved(file); });
    });
}

void DisputeViewModel::saved(const Result<service::HandOver>& file)
{
    m_busy = false;
    if (!file) {
        m_errorText = app::errorText(file.error(), m_context.format);
        return refresh();
    }
    m_fileParts = partsOf(*file);
    const auto written = writeHandOver(*file, m_folder, QStringLiteral("case-%1.btcase"), m_context);
    m_fileWhere = written.value_or(QString());
    if (!written) m_errorText = app::errorText(written.error());
    refresh();
}

} // namespace bt::app
