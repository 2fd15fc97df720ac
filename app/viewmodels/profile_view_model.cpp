// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile_view_model.h"

#include "error_text.h"
#include "names.h"
#include "service/profile/profile_door.h"
#include "ui/on_gui.h"

#include <algorithm>

namespace bt::app {

using service::ProfileStage;

namespace {
constexpr std::size_t kMostFields = 16; // records::kProfileFields
} // namespace

ProfileViewModel::ProfileViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context),
      m_fields({QStringLiteral("place"), QStringLiteral("label"), QStringLiteral("text"), QStringLiteral("contactsOnly")}),
      m_known({QStringLiteral("did"), QStringLiteral("title"), QStringLiteral("line"), QStringLiteral("words")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &ProfileViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &ProfileViewModel::refresh);
    refresh();
}

void ProfileViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const Format& format = m_context.format;
    static const service::ProfileView none;
    const auto& view = snapshot->profile ? *snapshot->profile : none;
    if (!snapshot->profile) m_loaded = false;
    const bool untouched = m_draft == m_published;
    m_published = view.fields;
    if (!m_loaded || untouched) m_draft = m_published;
    m_loaded = snapshot->profile != nullptr;
    m_state = !snapshot->profile ? State::Closed : m_working ? State::Working : State::Ready;
    m_did = text(view.did);
    m_busy = !view.pendingStep.empty();
    m_live = view.stage == ProfileStage::Live || view.stage == ProfileStage::Recovering;
    m_recovering = view.stage == ProfileStage::Recovering;
    m_mustRotate = view.mustRotate && view.stage == ProfileStage::Live;
    m_edited = !(m_draft == m_published);
    m_written = std::ranges::any_of(m_draft, [](const service::ProfileFieldView& f) { return !text(f.text).trimmed().isEmpty(); });
    m_listingNote.clear();
    const bool therapist = snapshot->persona.role == service::Role::Therapist;
    if (therapist && snapshot->practice.listed)
        //: On the page about one's public profile, for a therapist whose listing is published.
        m_listingNote = tr("This is not your listing. Your listing is published: patients find and book you by it, and you change it under "
                           "Practice. They need no profile for that.");
    else if (therapist)
        //: On the page about one's public profile, for a therapist without a listing.
        m_listingNote = tr("This is not your listing. Patients find and book you by a listing, which you write and publish under Practice. "
                           "They need no profile for that.");
    m_full = m_draft.size() >= kMostFields;
    switch (view.stage) {
    case ProfileStage::None:
        //: How one's public profile stands.
        m_headline = tr("You have no public profile");
        m_sentence = tr("Nobody needs one. It gives you a name that anyone can check without asking a company.");
        break;
    case ProfileStage::Preparing:
        m_headline = tr("Your profile waits for the network");
        m_sentence = tr("It is there as soon as the network has it.");
        break;
    case ProfileStage::Live:
        m_headline = m_busy ? tr("A change waits for the network") : tr("Your public profile stands");
        m_sentence = tr("Anyone with its name can check that it is yours and that nobody changed it.");
        break;
    case ProfileStage::Recovering:
        m_headline = tr("Guardians ask for another key");
        m_sentence = tr("If you lost your keys, this is your way back. If it is not you who asked, call it off.");
        break;
    case ProfileStage::Ended:
        m_headline = tr("Your public profile has ended");
        m_sentence = tr("Its name is gone for good. You may make a new one, with another name.");
        break;
    }
    //: %1 is a day and time.
    m_recoverySentence = m_recovering && view.takesOverAt.value != 0
                             ? tr("The other key takes over on %1.").arg(format.dayTimeLong(view.takesOverAt))
                             : QString();
    m_cost = m_live ? tr("A change costs a network fee of about a cent.")
                    : tr("%1 are held as long as it stands, and come back when you end it.").arg(format.kas(view.deposit));
    m_viewers.clear();
    //: Whose view of the profile is shown: anyone.
    m_viewers << QVariantMap{{QStringLiteral("id"), QString()}, {QStringLiteral("text"), tr("Someone you do not know")}};
    for (const auto& person : view.guardians)
        m_viewers << QVariantMap{{QStringLiteral("id"), text(person.threadId)}, {QStringLiteral("text"), text(person.name)}};
    m_history.clear();
    for (const auto& [step, at] : view.history) {
        QString words;
        if (step == "publish") words = tr("Published");
        if (step == "update") words = tr("Changed");
        if (step == "rotate") words = tr("New keys");
        if (step == "recover") words = tr("Guardians asked");
        if (step == "finish") words = tr("Recovered");
        if (step == "deactivate") words = tr("Ended");
        m_history << QVariantMap{{QStringLiteral("label"), words}, {QStringLiteral("value"), format.dayTimeLong(at)}};
    }
    QList<QVariantMap> known;
    for (const auto& one : view.known) {
        QString name, words;
        for (const auto& thread : snapshot->threads)
            if (thread.id == one.threadId) name = text(thread.peerName);
        for (const auto& field : one.shown.fields)
            words += (words.isEmpty() ? QString() : QStringLiteral("\n")) + text(field.label) + QStringLiteral(": ") + text(field.text);
        const QString line = one.ended            ? tr("Ended")
                             : one.shown.readable ? tr("Checked on this computer, as of %1").arg(format.dateFull(one.shown.writtenAt))
                                                  : tr("Its text is not here yet");
        known << QVariantMap{{QStringLiteral("did"), text(one.did)},
                             {QStringLiteral("title"), name},
                             {QStringLiteral("line"), line},
                             {QStringLiteral("words"), words}};
    }
    m_known.setRows(known);
    listFields();
    emit changed();
}

void ProfileViewModel::listFields()
{
    QList<QVariantMap> rows;
    for (std::size_t i = 0; i < m_draft.size(); ++i)
        rows << QVariantMap{{QStringLiteral("place"), static_cast<int>(i)},
                            {QStringLiteral("label"), text(m_draft[i].label)},
                            {QStringLiteral("text"), text(m_draft[i].text)},
                            {QStringLiteral("contactsOnly"), m_draft[i].contactsOnly}};
    m_fields.setRows(rows);
}

void ProfileViewModel::add()
{
    if (m_draft.size() >= kMostFields) return;
    m_draft.push_back({});
    refresh();
}

void ProfileViewModel::remove(int place)
{
    if (place < 0 || place >= static_cast<int>(m_draft.size())) return;
    m_draft.erase(m_draft.begin() + place);
    refresh();
}

void ProfileViewModel::edit(int place, const QString& label, const QString& words, bool contactsOnly)
{
    if (place < 0 || place >= static_cast<int>(m_draft.size())) return;
    const service::ProfileFieldView next{label.toStdString(), words.toStdString(), contactsOnly};
    auto& field = m_draft[static_cast<std::size_t>(place)];
    if (field == next) return;
    field = next;
    refresh();
}

void ProfileViewModel::run(QFuture<Result<void>> call, const QString& done)
{
    m_working = true;
    refresh();
    ui::onGui(std::move(call), this, [this, done](const Result<void>& result) {
        m_working = false;
        m_errorText = result ? QString() : app::errorText(result.error());
        if (result) m_context.toasts.say(done);
        refresh();
    });
}

void ProfileViewModel::publish()
{
    auto* door = m_context.engine.doors().profile;
    if (door == nullptr || m_working) return;
    auto fields = m_draft;
    std::erase_if(fields, [](const service::ProfileFieldView& f) { return f.label.empty() && f.text.empty(); });
    run(door->publish(std::move(fields)), tr("Your profile is on its way."));
}

void ProfileViewModel::viewAs(const QString& threadId)
{
    m_viewer = threadId;
    look();
}

void ProfileViewModel::look()
{
    auto* door = m_context.engine.doors().profile;
    if (door == nullptr) return;
    const QString asked = m_viewer;
    ui::onGui(door->viewAs(asked.toStdString()), this, [this, asked](const Result<service::ProfileShown>& shown) {
        if (asked != m_viewer) return; // somebody else was chosen meanwhile
        m_shownFields.clear();
        m_shownName.clear();
        if (!shown || !shown->readable) {
            m_shownNote = tr("Nothing yet: the profile was not published.");
        } else {
            m_shownName = text(shown->name);
            for (const auto& field : shown->fields)
                m_shownFields << QVariantMap{{QStringLiteral("label"), text(field.label)}, {QStringLiteral("value"), text(field.text)}};
            m_shownNote = shown->moreForContacts ? tr("This viewer sees that there is more, and cannot open it.") : QString();
        }
        emit changed();
    });
}

void ProfileViewModel::rotate()
{
    if (auto* door = m_context.engine.doors().profile; door != nullptr && !m_working) run(door->rotate(), tr("New keys are on their way."));
}
void ProfileViewModel::callOff()
{
    if (auto* door = m_context.engine.doors().profile; door != nullptr && !m_working) run(door->callOff(), tr("Called off."));
}
void ProfileViewModel::deactivate()
{
    if (auto* door = m_context.engine.doors().profile; door != nullptr && !m_working)
        run(door->deactivate(), tr("Your profile is being ended."));
}

} // namespace bt::app
