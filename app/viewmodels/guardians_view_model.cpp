// SPDX-License-Identifier: GPL-3.0-or-later
#include "guardians_view_model.h"

#include "error_text.h"
#include "service/profile/profile_door.h"
#include "ui/on_gui.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace bt::app {

using service::ProfileStage;

namespace {
constexpr int kMost = 5; // contract::profile::kMaxGuardians
constexpr qint64 kFileBytes = 256 * 1024;
} // namespace

GuardiansViewModel::GuardiansViewModel(const Context& context, QString folder, QObject* parent)
    : QObject(parent), m_context(context), m_folder(std::move(folder)),
      m_people({QStringLiteral("threadId"), QStringLiteral("name"), QStringLiteral("line"), QStringLiteral("chosen"),
                QStringLiteral("canAsk"), QStringLiteral("canChoose")}),
      m_guarded(
          {QStringLiteral("anchorId"), QStringLiteral("title"), QStringLiteral("line"), QStringLiteral("asks"), QStringLiteral("canBegin")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &GuardiansViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &GuardiansViewModel::refresh);
    refresh();
}

void GuardiansViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const Format& format = m_context.format;
    static const service::ProfileView none;
    const auto& view = snapshot->profile ? *snapshot->profile : none;
    if (!snapshot->profile) m_picked.clear();
    m_state = !snapshot->profile ? State::Closed : m_working ? State::Working : State::Ready;
    m_canAsk = view.stage == ProfileStage::Live && view.pendingStep.empty();
    m_recoveryKey = text(view.recoveryKey);
    int inForce = 0;
    QList<QVariantMap> people, guarded;
    for (const auto& person : view.guardians) {
        inForce += person.guards;
        const QString id = text(person.threadId);
        //: State of somebody who may be a guardian.
        const QString line = person.guards   ? tr("Is a guardian")
                             : person.agreed ? tr("Has agreed")
                             : person.asked  ? tr("Was asked")
                                             : QString();
        people << QVariantMap{{QStringLiteral("threadId"), id},
                              {QStringLiteral("name"), text(person.name)},
                              {QStringLiteral("line"), line},
                              {QStringLiteral("chosen"), m_picked.contains(id)},
                              {QStringLiteral("canAsk"), m_canAsk && !person.asked},
                              {QStringLiteral("canChoose"), person.agreed}};
    }
    //: %1 how many must agree, %2 of how many, %3 a time such as "2 days".
    m_inForce = inForce == 0
                    ? QString()
                    : tr("%1 of your %2 guardians together, after %3").arg(view.needed).arg(inForce).arg(format.duration(view.delayMs));
    m_chosen = static_cast<int>(m_picked.size());
    m_fits = m_canAsk && m_chosen >= 1 && m_chosen <= kMost && m_needed >= 1 && m_needed <= m_chosen;
    m_choiceSentence = m_chosen == 0         ? tr("Choose those who have agreed.")
                       : m_needed > m_chosen ? tr("More must agree than there are. Choose a smaller number, or more people.")
                                             : tr("%1 of %2 together could ask for a new key. You would have %3 to call it off.")
                                                   .arg(m_needed)
                                                   .arg(m_chosen)
                                                   .arg(format.duration(m_days * kDay));
    for (const auto& one : view.guarded) {
        QString line;
        if (one.asked) line = tr("Asks you to be a guardian");
        else if (!one.planned) line = tr("You agreed; the choice is not made yet");
        else if (one.stage == ProfileStage::Recovering)
            line = tr("A recovery runs; it is done on %1").arg(format.dayTimeLong(one.takesOverAt));
        else if (one.stage == ProfileStage::Ended) line = tr("This profile has ended");
        else line = tr("%1 of %2 guardians together, after %3").arg(one.needed).arg(one.of).arg(format.duration(one.delayMs));
        guarded << QVariantMap{{QStringLiteral("anchorId"), text(one.id)},
                               {QStringLiteral("title"), text(one.name)},
                               {QStringLiteral("line"), line},
                               {QStringLiteral("asks"), one.asked},
                               {QStringLiteral("canBegin"), one.planned && one.stage == ProfileStage::Live}};
    }
    m_people.setRows(people);
    m_guarded.setRows(guarded);
    emit changed();
}

void GuardiansViewModel::setNeeded(int needed)
{
    if (m_needed == needed) return;
    m_needed = needed;
    refresh();
}
void GuardiansViewModel::setDays(int days)
{
    if (m_days == days) return;
    m_days = days;
    refresh();
}

void GuardiansViewModel::failed(const Error& error)
{
    m_working = false;
    m_errorText = app::errorText(error);
    refresh();
}

void GuardiansViewModel::run(QFuture<Result<void>> call, const QString& done)
{
    m_working = true;
    m_errorText.clear();
    refresh();
    ui::onGui(std::move(call), this, [this, done](const Result<void>& result) {
        if (!result) return failed(result.error());
        m_working = false;
        m_context.toasts.say(done);
        refresh();
    });
}

void GuardiansViewModel::runText(QFuture<Result<std::string>> call, const QString& done)
{
    m_working = true;
    m_errorText.clear();
    refresh();
    ui::onGui(std::move(call), this, [this, done](const Result<std::string>& result) {
        if (!result) return failed(result.error());
        m_working = false;
        m_context.toasts.say(done);
        open(text(*result));
    });
}

void GuardiansViewModel::ask(const QString& threadId)
{
    auto* door = m_context.engine.doors().profile;
    if (door != nullptr && !m_working) run(door->askGuardian(threadId.toStdString()), tr("Asked. The answer comes as a message."));
}

void GuardiansViewModel::choose(const QString& threadId, bool on)
{
    if (on) m_picked.insert(threadId);
    else m_picked.remove(threadId);
    refresh();
}

void GuardiansViewModel::putInForce()
{
    auto* door = m_context.engine.doors().profile;
    if (door == nullptr || m_working || !m_fits) return;
    std::vector<std::string> threads;
    for (const QString& id : std::as_const(m_picked)) threads.push_back(id.toStdString());
    std::ranges::sort(threads);
    run(door->setGuardians(std::move(threads), m_needed, m_days * kDay), tr("Your guardians are on their way to the network."));
}

void GuardiansViewModel::answer(const QString& anchorId, bool yes)
{
    auto* door = m_context.engine.doors().profile;
    if (door != nullptr && !m_working) run(door->answerGuardian(anchorId.toStdString(), yes), yes ? tr("You agreed.") : tr("You said no."));
}

void GuardiansViewModel::begin(const QString& anchorId, const QString& newKey)
{
    auto* door = m_context.engine.doors().profile;
    if (door != nullptr && !m_working)
        runText(door->startRecovery(anchorId.toStdString(), newKey.trimmed().toLower().toStdString()),
                tr("Signed. Pass it on to the next guardian."));
}

void GuardiansViewModel::open(const QString& words)
{
    auto* door = m_context.engine.doors().profile;
    if (door == nullptr || m_working) return;
    m_working = true;
    m_errorText.clear();
    refresh();
    ui::onGui(door->readRecovery(words.toStdString()), this, [this, words](const Result<service::RecoveryView>& read) {
        if (!read) return failed(read.error());
        m_working = false;
        m_asked = true;
        m_document = words;
        m_askedKey = text(read->newKey);
        m_forMe = m_askedKey == m_recoveryKey;
        m_canSign = read->canSign;
        m_canSend = read->complete && read->mineIsIn;
        const QString whose = read->name.empty() ? text(read->did) : text(read->name);
        m_askedSentence = tr("The profile of %1 is to get a new key. Sign only if you heard from that person, by voice or face to face, "
                             "that this key is theirs: compare its first and last signs.")
                              .arg(whose);
        //: %1 how many have signed, %2 how many are needed.
        m_askedState = tr("%1 of %2 needed have signed.").arg(read->have).arg(read->needed);
        refresh();
    });
}

void GuardiansViewModel::openFile(const QUrl& url)
{
    QFile file(url.toLocalFile());
    if (file.size() > kFileBytes || !file.open(QIODevice::ReadOnly)) return failed(Error{"file.not_read", {}, {}});
    open(QString::fromUtf8(file.readAll()));
}

void GuardiansViewModel::sign()
{
    auto* door = m_context.engine.doors().profile;
    if (door != nullptr && !m_working && m_canSign)
        runText(door->signRecovery(m_document.toStdString()), tr("Signed. Pass it on, or send it if enough have signed."));
}

void GuardiansViewModel::send()
{
    auto* door = m_context.engine.doors().profile;
    if (door != nullptr && !m_working && m_canSend)
        run(door->sendRecovery(m_document.toStdString()), tr("Sent. The new key takes over after the time that was agreed."));
}

void GuardiansViewModel::takeIn()
{
    auto* door = m_context.engine.doors().profile;
    if (door != nullptr && !m_working && m_forMe)
        run(door->adopt(m_document.toStdString()), tr("The profile is here; your key takes over after the time that was agreed."));
}

void GuardiansViewModel::save()
{
    const QString path = QDir(m_folder).filePath(QStringLiteral("recovery-%1.btsign").arg(m_askedKey.left(8)));
    QSaveFile file(path);
    const QByteArray bytes = m_document.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(Error{"file.not_written", {file.errorString().toStdString()}, "signing"});
    //: A short note. %1 is a file.
    m_context.toasts.say(tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
}

void GuardiansViewModel::close()
{
    m_asked = false;
    m_document.clear();
    m_errorText.clear();
    refresh();
}

} // namespace bt::app
