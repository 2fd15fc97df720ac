// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide_view_model.h"

#include "ask.h"
#include "error_text.h"
#include "hand_over.h"
#include "ui/on_gui.h"

namespace bt::app {

using service::CaseSideView;
using service::CaseView;

DecideViewModel::DecideViewModel(const Context& context, QString folder, QObject* parent)
    : QObject(parent), m_context(context), m_folder(std::move(folder)),
      m_cases({QStringLiteral("caseId"), QStringLiteral("title"), QStringLiteral("state")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &DecideViewModel::refresh);
    refresh();
}

const CaseView* DecideViewModel::open(const service::Snapshot& snapshot) const
{
    if (!snapshot.disputes) return nullptr;
    for (const auto& one : snapshot.disputes->cases)
        if (text(one.id) == m_caseId) return &one;
    return nullptr;
}

QString DecideViewModel::ownCode() const
{
    const auto s = m_context.snapshot();
    return s->disputes ? text(s->disputes->ownDecider) : QString();
}
QString DecideViewModel::jointCode() const
{
    const auto s = m_context.snapshot();
    return s->disputes ? text(s->disputes->jointDecider) : QString();
}

void DecideViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    QList<QVariantMap> rows;
    m_myCode = snapshot->disputes ? text(snapshot->disputes->myCode) : QString();
    if (snapshot->disputes) {
        const auto& d = *snapshot->disputes;
        m_namedWords =
            d.ownDecider.empty() && d.jointDecider.empty() ? tr("You named nobody. In your visits the people whom the network names "
                                                                "decide; on the practice network these are programs for trying things out.")
            : d.jointDecider.empty()                       ? tr("You named one person for your side.")
                                     : tr("You named people. A visit can only be agreed with someone who names the same person for both.");
        for (const auto& one : d.cases) {
            //: A case in a list. %1 an amount.
            const QString title = tr("A visit with %1").arg(m_context.format.money(one.pot));
            const QString state = one.over                 ? tr("over")
                                  : !one.decision          ? tr("to be decided")
                                  : one.decision->complete ? tr("signed by two")
                                                           : tr("signed by one");
            rows << QVariantMap{
                {QStringLiteral("caseId"), text(one.id)}, {QStringLiteral("title"), title}, {QStringLiteral("state"), state}};
        }
    }
    m_cases.setRows(rows);
    if (const auto* one = open(*snapshot)) describe(*one);
    else m_caseId.clear();
    emit changed();
}

QVariantList DecideViewModel::itemsOf(const CaseSideView& side) const
{
    QVariantList out;
    for (const auto& item : side.items) {
        QString title, words = text(item.text), standing;
        if (item.kind == "words") {
            //: Title of a piece of evidence.
            title = tr("In their own words");
            standing = tr("the word of this side");
        } else if (item.kind == "message") {
            //: Title of a piece of evidence: who wrote a message.
            title = item.byPatient ? tr("Message of the patient") : tr("Message of the therapist");
            standing = item.standing == "both" ? tr("both sides show it") : tr("shown by this side alone; nobody signs messages");
        } else if (item.kind == "attendance") {
            //: Title of a piece of evidence.
            title = tr("The patient came to the visit");
            standing = tr("signed by the patient, checked");
        } else {
            //: Title of a piece of evidence.
            title = tr("The visit took place");
            standing = item.text == "both"      ? tr("signed by both, checked")
                       : item.text == "patient" ? tr("signed by the patient, checked")
                                                : tr("signed by the therapist, checked");
            words.clear();
        }
        out << QVariantMap{{QStringLiteral("title"), title},
                           {QStringLiteral("at"), item.at.value ? m_context.format.dayTime(item.at) : QString()},
                           {QStringLiteral("text"), words},
                           {QStringLiteral("standing"), standing}};
    }
    return out;
}

void DecideViewModel::describe(const CaseView& one)
{
    const Format& format = m_context.format;
    const auto sideWords = [&](const CaseSideView& side) {
        if (!side.there) return tr("Nothing was handed in by this side.");
        return side.items.empty() ? tr("This side handed in a file and chose to show nothing.")
                                  //: %1 is a day and time.
                                  : tr("Handed in and signed by this side, %1.").arg(format.dayTime(side.writtenAt));
    };
    //: %1 and %2 amounts.
    m_potWords = one.raisedByPatient ? tr("%1 are to be shared. The patient raised the problem with a stake of %2.")
                                           .arg(format.money(one.pot), format.money(one.stake))
                                     : tr("%1 are to be shared. The therapist raised the problem with a stake of %2.")
                                           .arg(format.money(one.pot), format.money(one.stake));
    switch (one.place) {
    case 0: m_placeWords = tr("You were named by the patient. Two of three must sign."); break;
    case 1: m_placeWords = tr("You were named by the therapist. Two of three must sign."); break;
    case 2: m_placeWords = tr("You were named by both. Two of three must sign."); break;
    default: m_placeWords = tr("Nobody asks you to decide this. You can look, and send what two have signed."); break;
    }
    m_patientItems = itemsOf(one.patient);
    m_therapistItems = itemsOf(one.therapist);
    m_patientWords = sideWords(one.patient);
    m_therapistWords = sideWords(one.therapist);
    m_over = one.over;
    m_decisionWords.clear();
    m_signedWords.clear();
    const bool sending = one.decision && one.decision->sending;
    m_canDecide = !one.over && !sending && one.place >= 0;
    m_canSign = m_canSend = false;
    if (one.decision) {
        const auto& d = *one.decision;
        //: A division. %1 and %2 amounts.
        m_decisionWords = tr("%1 to the patient, %2 to the therapist.").arg(format.money(d.toPatient), format.money(d.toTherapist));
        m_signedWords = one.over            ? tr("It is over: the money has moved.")
                        : sending           ? tr("It is on its way.")
                        : d.complete        ? tr("Two of three have signed. Anyone may send it.")
                        : d.signedByMe      ? tr("You have signed. Pass it on to one of the other two.")
                        : d.signatures == 0 ? tr("Nobody has signed yet.")
                                            : tr("One of three has signed.");
        m_canSign = !one.over && !sending && one.place >= 0 && !d.signedByMe && !d.complete;
        m_canSend = !one.over && !sending && d.complete;
    } else if (one.over) {
        m_signedWords = tr("It is over: the money has moved.");
    }
    describeSplit(one);
}

void DecideViewModel::describeSplit(const CaseView& one)
{
    m_splitFits = false;
    m_splitPreview.clear();
    if (m_splitText.isEmpty()) return;
    const auto amount = m_context.format.parseMoney(m_splitText);
    if (!amount) {
        m_splitPreview = app::errorText(amount.error());
        return;
    }
    m_split = *amount;
    if (m_split > one.pot && m_context.format.money(m_split) == m_context.format.money(one.pot)) m_split = one.pot;
    if (m_split > one.pot) {
        m_splitPreview = app::errorText("ui.split_too_much");
        return;
    }
    m_splitFits = true;
    m_splitPreview = tr("%1 to the patient, %2 to the therapist.")
                         .arg(m_context.format.money(m_split), m_context.format.money({one.pot.value - m_split.value}));
}

void DecideViewModel::setSplitText(const QString& amount)
{
    if (m_splitText == amount) return;
    m_splitText = amount;
    refresh();
}

void DecideViewModel::openCase(const QString& caseId)
{
    m_caseId = caseId;
    m_splitText.clear();
    m_fileParts.clear();
    m_fileWhere.clear();
    m_errorText.clear();
    refresh();
}

void DecideViewModel::forgetError()
{
    m_errorText.clear();
    emit changed();
}

void DecideViewModel::openText(const QString& typed)
{
    if (m_busy || !door() || typed.trimmed().isEmpty()) return;
    m_errorText.clear();
    const auto words = textOrFile(typed);
    if (!words) {
        m_errorText = app::errorText(words.error());
        emit changed();
        return;
    }
    m_busy = true;
    emit changed();
    ui::onGui(door()->openFile(*words), this, [this](const Result<std::string>& id) {
        m_busy = false;
        if (id) {
            openCase(text(*id));
            emit opened();
            return;
        }
        m_errorText = app::errorText(id.error(), m_context.format);
        refresh();
    });
}

void DecideViewModel::run(service::Future<> future, const QString& good)
{
    m_fileParts.clear();
    m_fileWhere.clear();
    ask(this, m_context, m_busy, m_errorText, std::move(future), good, [this] { refresh(); });
}

void DecideViewModel::name(const QString& own, const QString& joint)
{
    if (!m_busy && door())
        run(door()->nameDeciders(own.trimmed().toStdString(), joint.trimmed().toStdString()),
            tr("Kept. It counts for visits that are agreed from now on."));
}
void DecideViewModel::drop()
{
    if (!m_busy && door()) run(door()->dropCase(m_caseId.toStdString()), tr("Forgotten."));
}
void DecideViewModel::decide()
{
    if (m_busy || !m_canDecide || !m_splitFits || !door()) return;
    run(door()->decide(m_caseId.toStdString(), m_split), tr("Signed. Pass it on to one of the other two."));
}
void DecideViewModel::sign()
{
    if (!m_busy && m_canSign && door()) run(door()->signDecision(m_caseId.toStdString()), tr("Signed."));
}
void DecideViewModel::send()
{
    if (!m_busy && m_canSend && door()) run(door()->sendDecision(m_caseId.toStdString()), tr("Sent. The money is on its way."));
}

void DecideViewModel::makeFile()
{
    if (m_busy || m_decisionWords.isEmpty() || !door()) return;
    m_busy = true;
    m_errorText.clear();
    emit changed();
    ui::onGui(door()->decisionFile(m_caseId.toStdString()), this, [this](const Result<service::HandOver>& file) {
        m_busy = false;
        if (!file) {
            m_errorText = app::errorText(file.error(), m_context.format);
            return refresh();
        }
        m_fileParts = partsOf(*file);
        const auto written = writeHandOver(*file, m_folder, QStringLiteral("decision-%1.btsign"), m_context);
        m_fileWhere = written.value_or(QString());
        if (!written) m_errorText = app::errorText(written.error());
        refresh();
    });
}

} // namespace bt::app
