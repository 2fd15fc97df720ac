// SPDX-License-Identifier: GPL-3.0-or-later
#include "consents_view_model.h"

#include "error_text.h"
#include "service/consents/consents_door.h"
#include "ui/on_gui.h"

#include <QDir>

#include <algorithm>
#include <set>

namespace bt::app {

using service::ConsentStatus;

namespace {

constexpr int kMaxBytes = 16 * 1024; // records::kSharedTextBytes

const service::ConsentView* cellOf(const service::ConsentsView& view, const std::string& threadId, const std::string& dataClass)
{
    const service::ConsentView* best = nullptr;
    for (const auto& c : view.consents) {
        if (!c.mine || c.threadId != threadId || c.dataClass != dataClass) continue;
        const bool counts = c.status == ConsentStatus::Live || c.status == ConsentStatus::Preparing || c.status == ConsentStatus::Ending;
        // The newest that stands or begins; else one that is being taken back.
        if (counts && (best == nullptr || (best->status == ConsentStatus::Ending && c.status != ConsentStatus::Ending))) best = &c;
    }
    return best;
}

//! Three calendar months on, at the end of that day.
Millis endOfDay(const Format& format, const QDate& day)
{
    const QDateTime end(day.addDays(1), QTime(0, 0), format.zone());
    return {end.toMSecsSinceEpoch() - 1};
}

} // namespace

ConsentsViewModel::ConsentsViewModel(const Context& context, QString folder, QObject* parent)
    : QObject(parent), m_context(context), m_folder(std::move(folder)),
      m_people({QStringLiteral("threadId"), QStringLiteral("name"), QStringLiteral("line"), QStringLiteral("avatarSeed"),
                QStringLiteral("cells")}),
      m_own({QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("text"), QStringLiteral("line"), QStringLiteral("hint")}),
      m_shared({QStringLiteral("consentId"), QStringLiteral("title"), QStringLiteral("line"), QStringLiteral("text")}),
      m_receipts({QStringLiteral("consentId"), QStringLiteral("title"), QStringLiteral("line"), QStringLiteral("facts"),
                  QStringLiteral("provable"), QStringLiteral("live"), QStringLiteral("mine")})
{
    m_maxBytes = kMaxBytes;
    m_end = QStringLiteral("months3");
    connect(&m_context.engine, &service::Engine::changed, this, &ConsentsViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &ConsentsViewModel::refresh);
    refresh();
}

void ConsentsViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    static const service::ConsentsView none;
    const auto& view = snapshot->consents ? *snapshot->consents : none;
    std::set<std::string> readers;
    for (const auto& c : view.consents)
        if (c.mine && c.status == ConsentStatus::Live) readers.insert(c.threadId);
    const auto count = static_cast<int>(readers.size());
    //: Headline of the page about who may read one's record: nobody.
    m_headline = count == 0 ? tr("Nobody may read anything")
                            //: Headline of the page about who may read one's record.
                            : tr("%n person(s) may read something", nullptr, count);
    m_classes.clear();
    for (const auto& own : view.own) m_classes << dataClassName(own.dataClass);
    m_state = m_working ? State::Working : view.people.empty() ? State::Empty : State::Ready;
    listPeople(view);
    listRecords(view);
    listReceipts(view);
    showCell();
    emit changed();
}

void ConsentsViewModel::listPeople(const service::ConsentsView& view)
{
    QList<QVariantMap> rows;
    for (const auto& person : view.people) {
        QVariantList cells;
        for (const auto& own : view.own) {
            const auto* c = cellOf(view, person.threadId, own.dataClass);
            const bool on = c != nullptr && c->status != ConsentStatus::Ending;
            const QString kind = dataClassName(own.dataClass);
            //: State of a permission in the table: there is none.
            QString words = tr("Off");
            if (c != nullptr && c->status == ConsentStatus::Live)
                //: State of a permission in the table. %1 is a day.
                words = tr("until %1").arg(m_context.format.dayShort(c->until));
            else if (c != nullptr && c->status == ConsentStatus::Preparing)
                //: State of a permission in the table: it waits for the network.
                words = tr("being given");
            else if (c != nullptr)
                //: State of a permission in the table: it waits for the network.
                words = tr("being taken back");
            //: Spoken in the table of permissions. %1 what ("Diary"), %2 who, %3 state ("until 8 Mar").
            cells << QVariantMap{{QStringLiteral("name"), kind},
                                 {QStringLiteral("on"), on},
                                 {QStringLiteral("words"), words},
                                 {QStringLiteral("spoken"), tr("%1, %2, %3").arg(kind, text(person.name), words)}};
        }
        rows << QVariantMap{{QStringLiteral("threadId"), text(person.threadId)},
                            {QStringLiteral("name"), text(person.name)},
                            //: Under a name in the table of permissions.
                            {QStringLiteral("line"), person.licensed ? tr("Licensed therapist") : tr("Someone you talk with")},
                            {QStringLiteral("avatarSeed"), text(person.avatarSeed)},
                            {QStringLiteral("cells"), cells}};
    }
    m_people.setRows(rows);
}

void ConsentsViewModel::listRecords(const service::ConsentsView& view)
{
    const Format& format = m_context.format;
    const auto now = m_context.now.value();
    QList<QVariantMap> own, shared;
    for (const auto& record : view.own) {
        const QString line = record.writtenAt.value == 0 ? tr("Nothing written yet")
                                                         //: Under a part of one's record. %1 is a time such as "today, 09:14".
                                                         : tr("Written %1").arg(format.inSentence(record.writtenAt, now));
        QString hint;
        if (record.dataClass == "health") hint = tr("Illnesses, medicines, allergies: what someone who treats you should know.");
        if (record.dataClass == "diary") hint = tr("How you have been. Write as often as you like; readers see the newest text.");
        if (record.dataClass == "contact") hint = tr("A name and a number of someone who may be called when you are in danger.");
        own << QVariantMap{{QStringLiteral("code"), text(record.dataClass)},
                           {QStringLiteral("name"), dataClassName(record.dataClass)},
                           {QStringLiteral("text"), text(record.text)},
                           {QStringLiteral("line"), line},
                           {QStringLiteral("hint"), hint}};
    }
    for (const auto& record : view.shared) {
        //: Heading over a text that somebody lets one read. %1 what, %2 whose.
        const QString title = tr("%1 of %2").arg(dataClassName(record.dataClass), text(record.peerName));
        //: Under that heading. %1 when it was written, %2 until when it may be read.
        const QString line =
            record.here
                ? tr("Written %1; you may read it until %2").arg(format.inSentence(record.writtenAt, now), format.dateFull(record.until))
                : tr("On its way to you");
        shared << QVariantMap{{QStringLiteral("consentId"), text(record.consentId)},
                              {QStringLiteral("title"), title},
                              {QStringLiteral("line"), line},
                              {QStringLiteral("text"), text(record.text)}};
    }
    m_own.setRows(own);
    m_shared.setRows(shared);
}

void ConsentsViewModel::listReceipts(const service::ConsentsView& view)
{
    const Format& format = m_context.format;
    QList<QVariantMap> rows;
    for (const auto& c : view.consents) {
        const QString kind = dataClassName(c.dataClass), peer = text(c.peerName), until = format.dateFull(c.until);
        const QString ended = c.endedAt.value != 0 ? format.dateFull(c.endedAt) : QString();
        QString line;
        switch (c.status) {
        //: A permission's state in the list of receipts.
        case ConsentStatus::Preparing: line = tr("Waits for the network"); break;
        //: A permission's state in the list of receipts. %1 is a day.
        case ConsentStatus::Live: line = tr("Stands until %1").arg(until); break;
        case ConsentStatus::Ending: line = tr("Being taken back; nothing new goes out"); break;
        case ConsentStatus::Expired: line = tr("Ran out on %1").arg(until); break;
        case ConsentStatus::TakenBack: line = tr("Taken back on %1").arg(ended); break;
        case ConsentStatus::Failed: line = tr("Was never given: the network did not take it"); break;
        case ConsentStatus::Lost: line = tr("Gone with a practice network that was begun anew"); break;
        }
        QVariantList facts;
        const auto fact = [&](const QString& label, const QString& value) {
            if (!value.isEmpty()) facts << QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), value}};
        };
        //: Facts of a receipt: when it was given.
        if (c.grantedAt.value != 0) fact(tr("Given"), format.dayTimeLong(c.grantedAt));
        //: Facts of a receipt: until when it was agreed.
        fact(tr("Agreed end"), format.dayTimeLong(c.until));
        if (c.endedAt.value != 0 && c.status != ConsentStatus::Live) fact(tr("Ended"), format.dayTimeLong(c.endedAt));
        //: Facts of a receipt: the deposit that comes back.
        fact(tr("Held meanwhile"), c.mine ? format.kas(c.deposit) : QString());
        //: Facts of a receipt: its id in the network.
        fact(tr("Receipt"), text(c.covenantId));
        fact(tr("Output"), text(c.outpoint));
        //: Facts of a receipt: the transaction that ended it.
        fact(tr("Ended by"), text(c.endTxid));
        const bool live = c.status == ConsentStatus::Live || c.status == ConsentStatus::Preparing || c.status == ConsentStatus::Ending;
        //: A line of the list of receipts. %1 what, %2 who reads it / whose it is.
        const QString title = c.mine ? tr("%1, for %2").arg(kind, peer) : tr("%1 of %2").arg(kind, peer);
        rows << QVariantMap{
            {QStringLiteral("consentId"), text(c.id)}, {QStringLiteral("title"), title},         {QStringLiteral("line"), line},
            {QStringLiteral("facts"), facts},          {QStringLiteral("provable"), c.provable}, {QStringLiteral("live"), live},
            {QStringLiteral("mine"), c.mine}};
    }
    m_receipts.setRows(rows);
}

QString ConsentsViewModel::peerOf(const std::string& threadId) const
{
    const auto snapshot = m_context.snapshot();
    if (snapshot->consents)
        for (const auto& person : snapshot->consents->people)
            if (person.threadId == threadId) return text(person.name);
    return {};
}

void ConsentsViewModel::look(const QString& threadId, int place)
{
    const auto snapshot = m_context.snapshot();
    if (!snapshot->consents || place < 0 || place >= static_cast<int>(snapshot->consents->own.size())) return;
    m_thread = threadId.toStdString();
    m_class = snapshot->consents->own[static_cast<std::size_t>(place)].dataClass;
    m_end = QStringLiteral("months3");
    m_otherDay.clear();
    m_errorText.clear();
    refresh();
}

std::optional<Millis> ConsentsViewModel::chosenEnd() const
{
    const Format& format = m_context.format;
    const auto now = m_context.now.value();
    const QDate today = format.local(now).date();
    if (m_end == QLatin1String("month1")) return endOfDay(format, today.addMonths(1));
    if (m_end == QLatin1String("months3")) return endOfDay(format, today.addMonths(3));
    if (m_end == QLatin1String("year")) return endOfDay(format, today.addYears(1));
    if (m_end == QLatin1String("other")) {
        QDate day = format.locale().toDate(m_otherDay.trimmed(), QLocale::ShortFormat);
        if (day.isValid() && day.year() < 2000) day = day.addYears(100); // two digits of a year
        if (!day.isValid()) day = QDate::fromString(m_otherDay.trimmed(), Qt::ISODate);
        if (!day.isValid() || day < today || day > today.addYears(5)) return std::nullopt;
        return endOfDay(format, day);
    }
    const auto snapshot = m_context.snapshot();
    for (const auto& visit : snapshot->visits)
        if (m_end == QStringLiteral("visit") && visit.threadId == m_thread && visit.endsAt > now &&
            visit.phase != service::VisitPhase::Ended)
            return endOfDay(format, format.local(visit.endsAt).date());
    return std::nullopt;
}

void ConsentsViewModel::showCell()
{
    m_ends.clear();
    if (m_thread.empty()) return;
    const auto snapshot = m_context.snapshot();
    if (!snapshot->consents) return;
    const Format& format = m_context.format;
    const QString peer = peerOf(m_thread), kind = dataClassName(m_class);
    const QDate today = format.local(m_context.now.value()).date();
    const auto* c = cellOf(*snapshot->consents, m_thread, m_class);
    m_cellOn = c != nullptr && c->status != ConsentStatus::Ending;
    //: Title of a dialog. %1 what, %2 who may read it.
    m_cellTitle = tr("%1, %2").arg(kind, peer);
    m_cellSentence = m_cellOn ? tr("%1 may read this until %2. Choose another end, or take it back.").arg(peer, format.dateFull(c->until))
                              : tr("%1 can read it, and whatever you change in it, until").arg(peer);
    m_cellCost =
        tr("Meanwhile %1 are held and come back at the end. The network sees that a permission was made and when it ends, not whose, "
           "not for whom, not for what.")
            .arg(format.kas(snapshot->consents->deposit));
    m_cellKept = tr("Nothing new can be opened after that. Copies of what was read before may remain.");
    const auto offer = [&](const char* id, const QString& words) {
        m_ends << QVariantMap{{QStringLiteral("id"), QString::fromLatin1(id)}, {QStringLiteral("text"), words}};
    };
    const auto day = [&](const QDate& date) { return format.dateFull(endOfDay(format, date)); };
    for (const auto& visit : snapshot->visits) {
        if (visit.threadId != m_thread || visit.endsAt <= m_context.now.value() || visit.phase == service::VisitPhase::Ended) continue;
        //: An end of a permission. %1 is a day.
        offer("visit", tr("After the visit on %1").arg(format.dayShort(visit.startsAt)));
        break;
    }
    //: An end of a permission. %1 is a date.
    offer("month1", tr("%1, one month").arg(day(today.addMonths(1))));
    //: An end of a permission. %1 is a date.
    offer("months3", tr("%1, three months").arg(day(today.addMonths(3))));
    //: An end of a permission. %1 is a date.
    offer("year", tr("%1, a year").arg(day(today.addYears(1))));
    //: An end of a permission: a day that is typed.
    offer("other", tr("Another day"));
    const bool known = chosenEnd().has_value();
    m_endFits = known && !m_working; // what is asked meanwhile would be lost
    m_otherError =
        m_end == QLatin1String("other") && !m_otherDay.isEmpty() && !known
            //: %1 is a day as it is typed in this language.
            ? tr("Type a day within five years, such as %1.").arg(format.locale().toString(today.addMonths(2), QLocale::ShortFormat))
            : QString();
}

void ConsentsViewModel::choose(const QString& end)
{
    m_end = end;
    refresh();
}

void ConsentsViewModel::setOtherDay(const QString& day)
{
    if (m_otherDay == day) return;
    m_otherDay = day;
    refresh();
}

void ConsentsViewModel::run(QFuture<Result<void>> call, const QString& done)
{
    m_working = true;
    refresh();
    ui::onGui(std::move(call), this, [this, done](const Result<void>& result) {
        m_working = false;
        m_errorText = result ? QString() : app::errorText(result.error());
        if (result && !done.isEmpty()) m_context.toasts.say(done);
        refresh();
    });
}

void ConsentsViewModel::give()
{
    auto* door = m_context.engine.doors().consents;
    const auto until = chosenEnd();
    if (door == nullptr || !until || m_working) return;
    //: A short note. %1 a name, %2 a date.
    run(door->grant(m_thread, m_class, *until), tr("%1 may read it until %2.").arg(peerOf(m_thread), m_context.format.dateFull(*until)));
}

void ConsentsViewModel::takeBack()
{
    auto* door = m_context.engine.doors().consents;
    if (door == nullptr || m_working) return;
    //: A short note after a permission was taken back. %1 is a name.
    run(door->takeBack(m_thread, m_class), tr("Taken back. %1 cannot open anything new.").arg(peerOf(m_thread)));
}

void ConsentsViewModel::write(const QString& code, const QString& words)
{
    auto* door = m_context.engine.doors().consents;
    if (door == nullptr || m_working) return;
    run(door->write(code.toStdString(), words.toStdString()), tr("Saved."));
}

void ConsentsViewModel::saveProof(const QString& consentId, bool showWhom, bool showWhat)
{
    auto* door = m_context.engine.doors().consents;
    if (door == nullptr || m_working) return;
    const QString day = m_context.format.local(m_context.now.value()).date().toString(Qt::ISODate);
    const QString path = QDir(m_folder).filePath(QStringLiteral("consent-%1-%2.btproof").arg(day, consentId.left(8)));
    //: A short note. %1 is a file.
    run(door->saveProof(consentId.toStdString(), showWhom, showWhat, path.toStdString()),
        tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
}

QString dataClassName(const std::string& code)
{
    //: A part of one's own record.
    if (code == "health") return ConsentsViewModel::tr("Health notes");
    //: A part of one's own record.
    if (code == "diary") return ConsentsViewModel::tr("Diary");
    //: A part of one's own record: a person who may be called.
    if (code == "contact") return ConsentsViewModel::tr("Someone to call");
    return text(code);
}

} // namespace bt::app
