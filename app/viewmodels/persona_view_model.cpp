// SPDX-License-Identifier: GPL-3.0-or-later
#include "persona_view_model.h"

#include "error_text.h"
#include "names.h"
#include "ui/on_gui.h"

#include <QPointer>

namespace bt::app {

using service::Role;

namespace {
//! Compares without telling by time where two passphrases differ.
bool equal(const Secret& a, const Secret& b)
{
    if (a.size() != b.size()) return false;
    std::uint8_t difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) difference = static_cast<std::uint8_t>(difference | (a.data()[i] ^ b.data()[i]));
    return difference == 0;
}
Secret take(ui::SecretInput* field) { return field ? field->take() : Secret(); }
} // namespace

PersonaViewModel::PersonaViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    m_wait.setInterval(1000);
    connect(&m_wait, &QTimer::timeout, this, [this] { countDown(m_waitSeconds - 1); });
    connect(&m_context.engine, &service::Engine::changed, this, &PersonaViewModel::refresh);
    refresh();
}

void PersonaViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    m_wordsSeen = snapshot->persona.wordsSeen;
    m_staysOpen = snapshot->persona.staysOpen;
    m_identity = text(snapshot->persona.id);
    m_places.clear();
    for (const QString& iso : placeCodes()) m_places << placeName(iso);
    if (snapshot->gate != service::Gate::Open) m_wordsShown = false;
    emit changed();
}

void PersonaViewModel::countDown(int seconds)
{
    m_waitSeconds = std::max(0, seconds);
    if (m_waitSeconds > 0 && !m_wait.isActive()) m_wait.start();
    if (m_waitSeconds == 0) m_wait.stop();
    emit changed();
}

bool PersonaViewModel::begin()
{
    if (m_state == State::Working) return false;
    m_state = State::Working;
    m_errorText.clear();
    emit changed();
    return true;
}

void PersonaViewModel::fail(std::string_view code)
{
    m_state = State::Failed;
    m_errorText = app::errorText(code);
    emit changed();
}

void PersonaViewModel::finish(const Result<void>& done, void (PersonaViewModel::*good)())
{
    m_state = done ? State::Done : State::Failed;
    m_errorText = done ? QString() : app::errorText(done.error());
    if (!done && done.error().code == "vault.wrong_passphrase" && !done.error().args.empty())
        countDown(QString::fromStdString(done.error().args.front()).toInt());
    refresh();
    if (done) emit(this->*good)();
}

void PersonaViewModel::forgetError()
{
    m_errorText.clear();
    if (m_state != State::Working) m_state = State::Idle;
    emit changed();
}

void PersonaViewModel::create(bool therapist, const QString& name, ui::SecretInput* passphrase, ui::SecretInput* again, bool stayOpen,
                              int place)
{
    if (m_state == State::Working) return;
    const QString iso = placeCodes().value(place);
    create(therapist ? Role::Therapist : Role::Patient, name, take(passphrase), take(again), stayOpen,
           therapist ? iso.toStdString() : std::string());
}

void PersonaViewModel::create(Role role, const QString& name, Secret passphrase, Secret again, bool stayOpen,
                              const std::string& jurisdiction)
{
    if (name.trimmed().isEmpty()) return fail("ui.name_missing");
    if (!equal(passphrase, again)) return fail("ui.passphrases_differ");
    if (!begin()) return;
    ui::onGui(m_context.engine.createPersona(role, name.trimmed().toStdString(), std::move(passphrase), stayOpen, jurisdiction), this,
              [this](const Result<void>& done) { finish(done, &PersonaViewModel::created); });
}

void PersonaViewModel::restore(ui::SecretInput* words, const QString& name, ui::SecretInput* passphrase, ui::SecretInput* again,
                               bool stayOpen)
{
    if (m_state == State::Working) return;
    restore(take(words), name, take(passphrase), take(again), stayOpen);
}

void PersonaViewModel::restore(Secret words, const QString& name, Secret passphrase, Secret again, bool stayOpen)
{
    if (name.trimmed().isEmpty()) return fail("ui.name_missing");
    if (!equal(passphrase, again)) return fail("ui.passphrases_differ");
    if (!begin()) return;
    ui::onGui(m_context.engine.restorePersona(std::move(words), name.trimmed().toStdString(), std::move(passphrase), stayOpen), this,
              [this](const Result<void>& done) { finish(done, &PersonaViewModel::restored); });
}

void PersonaViewModel::unlock(ui::SecretInput* passphrase)
{
    if (m_state != State::Working && m_waitSeconds == 0) unlock(take(passphrase));
}

void PersonaViewModel::unlock(Secret passphrase)
{
    if (!begin()) return;
    ui::onGui(m_context.engine.unlock(std::move(passphrase)), this,
              [this](const Result<void>& done) { finish(done, &PersonaViewModel::opened); });
}

void PersonaViewModel::unlockWithKeychain()
{
    if (!begin()) return;
    ui::onGui(m_context.engine.unlockWithKeychain(), this, [this](const Result<void>& done) {
        if (done) return finish(done, &PersonaViewModel::opened);
        // A closed keychain is the ordinary case; only what is unusual is worth a sentence.
        m_state = State::Idle;
        m_errorText = done.error().code == "vault.keychain_closed" || done.error().code == "vault.keychain_absent"
                          ? QString()
                          : app::errorText(done.error());
        emit changed();
    });
}

void PersonaViewModel::lock()
{
    ui::onGui(m_context.engine.lock(), this, [this](const Result<void>& done) {
        if (!done) m_context.toasts.failed(done.error());
        forgetError();
    });
}

void PersonaViewModel::changePassphrase(ui::SecretInput* current, ui::SecretInput* next, ui::SecretInput* again)
{
    if (m_state == State::Working) return;
    Secret now = take(current), then = take(next), repeat = take(again);
    if (!equal(then, repeat)) return fail("ui.passphrases_differ");
    if (!begin()) return;
    ui::onGui(m_context.engine.changePassphrase(std::move(now), std::move(then)), this, [this](const Result<void>& done) {
        if (done) m_context.toasts.say(tr("Your passphrase is changed."));
        finish(done, &PersonaViewModel::saved);
    });
}

void PersonaViewModel::setStayOpen(bool stay, ui::SecretInput* passphrase)
{
    if (m_state == State::Working) return;
    Secret secret = take(passphrase);
    if (!begin()) return;
    ui::onGui(m_context.engine.setStayOpen(stay, std::move(secret)), this, [this, stay](const Result<void>& done) {
        if (done)
            m_context.toasts.say(stay ? tr("It stays open on this computer until you lock it.")
                                      : tr("From now on your passphrase is asked each time."));
        finish(done, &PersonaViewModel::saved);
    });
}

void PersonaViewModel::showWords(ui::SecretInput* passphrase, ui::SecretWordsItem* onto)
{
    if (m_state == State::Working) return;
    Secret secret = take(passphrase);
    if (!begin()) return;
    const QPointer<ui::SecretWordsItem> item(onto);
    ui::onGui(m_context.engine.recoveryWords(std::move(secret)), this, [this, item](const Result<std::shared_ptr<Secret>>& words) {
        m_state = words ? State::Idle : State::Failed;
        m_errorText = words ? QString() : app::errorText(words.error());
        m_wordsShown = words && item;
        if (m_wordsShown) item->show((*words)->clone());
        emit changed();
    });
}

void PersonaViewModel::hideWords(ui::SecretWordsItem* shown)
{
    if (shown) shown->hide();
    m_wordsShown = false;
    emit changed();
}

void PersonaViewModel::confirmWords()
{
    if (!begin()) return;
    ui::onGui(m_context.engine.confirmWordsSeen(), this, [this](const Result<void>& done) { finish(done, &PersonaViewModel::saved); });
}

} // namespace bt::app
