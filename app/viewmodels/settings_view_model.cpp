// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_view_model.h"

#include "ui/on_gui.h"

#include <cmath>

namespace bt::app {

using ui::ThemeSettings;

namespace {
constexpr double kSizes[] = {0, 1.0, 1.25, 1.5, 1.75, 2.0}; // 0: as the system
constexpr int kAutoLocks[] = {1, 5, 15, 60, 0};             // minutes; 0: never
constexpr int kAutoLockDefault = 15;
} // namespace

SettingsViewModel::SettingsViewModel(const Context& context, ThemeSettings& theme, QSettings& store, QStringList languages, QObject* parent)
    : QObject(parent), m_context(context), m_theme(theme), m_store(store), m_codes(std::move(languages))
{
    m_chosenLanguage = m_store.value(QStringLiteral("language")).toString();
    if (!m_codes.contains(m_chosenLanguage)) m_chosenLanguage.clear();
    m_autoLockMinutes = m_store.value(QStringLiteral("autoLock"), kAutoLockDefault).toInt();
    m_helpCountry = m_store.value(QStringLiteral("helpCountry")).toString();
    m_theme.restore(m_store.value(QStringLiteral("theme")).toMap());
    connect(&m_theme, &ThemeSettings::changed, this, [this] {
        m_store.setValue(QStringLiteral("theme"), m_theme.choices());
        refresh();
    });
    refresh();
}

QString SettingsViewModel::languageCode() const { return m_chosenLanguage; }
void SettingsViewModel::retranslate() { refresh(); }

void SettingsViewModel::refresh()
{
    //: A choice in the settings: do as the desktop does.
    const QString system = tr("As the system");
    m_languages = QStringList{system};
    for (const QString& code : m_codes) {
        QString name = QLocale(code).nativeLanguageName();
        if (code == QLatin1String("en")) name = QStringLiteral("English");
        m_languages << name;
    }
    m_language = static_cast<int>(m_codes.indexOf(m_chosenLanguage)) + 1;
    const QString shown = m_chosenLanguage.isEmpty() ? QLocale().name().section(QLatin1Char('_'), 0, 0) : m_chosenLanguage;
    m_languageWords = m_languages.value(static_cast<int>(m_codes.indexOf(shown)) + 1);
    if (m_languageWords == system) m_languageWords = m_languages.value(1);
    m_looks = {system, tr("Light"), tr("Dark"), tr("High contrast")};
    m_look = static_cast<int>(m_theme.look());
    m_dark = m_theme.scheme() != 0;
    m_textSizes.clear();
    m_textSize = 0;
    for (std::size_t i = 0; i < std::size(kSizes); ++i) {
        //: Text size in percent. %1 is a whole number.
        m_textSizes << (i == 0 ? system : tr("%1 %").arg(std::lround(kSizes[i] * 100)));
        if (std::abs(kSizes[i] - m_theme.textSize()) < 0.01) m_textSize = static_cast<int>(i);
    }
    m_motions = {system, tr("Gentle movement"), tr("No movement")};
    m_motion = static_cast<int>(m_theme.motion());
    m_autoLocks.clear();
    m_autoLock = 0;
    for (std::size_t i = 0; i < std::size(kAutoLocks); ++i) {
        m_autoLocks << (kAutoLocks[i] ? tr("after %n minute(s)", nullptr, kAutoLocks[i]) : tr("never"));
        if (kAutoLocks[i] == m_autoLockMinutes) m_autoLock = static_cast<int>(i);
    }
    emit changed();
}

void SettingsViewModel::setLanguage(int index)
{
    const QString code = index <= 0 ? QString() : m_codes.value(index - 1);
    if (code == m_chosenLanguage) return;
    m_chosenLanguage = code;
    m_store.setValue(QStringLiteral("language"), code);
    refresh();
    emit languageChosen(code);
}

void SettingsViewModel::setLook(int index) { m_theme.setLook(static_cast<ThemeSettings::Look>(std::clamp(index, 0, 3))); }
void SettingsViewModel::toggleDark() { m_theme.setLook(m_dark ? ThemeSettings::Look::Light : ThemeSettings::Look::Dark); }
void SettingsViewModel::setTextSize(int index) { m_theme.setTextSize(kSizes[std::clamp(index, 0, 5)]); }
void SettingsViewModel::nextTextSize()
{
    static constexpr double round[] = {1.0, 1.25, 1.5, 2.0};
    const double now = m_theme.textScale();
    for (const double size : round)
        if (size > now + 0.01) return m_theme.setTextSize(size);
    m_theme.setTextSize(round[0]);
}
void SettingsViewModel::setMotion(int index) { m_theme.setMotion(static_cast<ThemeSettings::Motion>(std::clamp(index, 0, 2))); }

void SettingsViewModel::setAutoLock(int index)
{
    const int minutes = kAutoLocks[std::clamp(index, 0, static_cast<int>(std::size(kAutoLocks)) - 1)];
    if (minutes == m_autoLockMinutes) return;
    m_autoLockMinutes = minutes;
    m_store.setValue(QStringLiteral("autoLock"), minutes);
    refresh();
    emit autoLockChanged(minutes);
}

void SettingsViewModel::setHelpCountry(const QString& iso)
{
    if (iso == m_helpCountry) return;
    m_helpCountry = iso;
    m_store.setValue(QStringLiteral("helpCountry"), iso);
    emit changed();
}

void SettingsViewModel::resetPractice()
{
    if (m_resetting) return;
    m_resetting = true;
    emit changed();
    ui::onGui(m_context.engine.resetPractice(), this, [this](const Result<void>& done) {
        m_resetting = false;
        if (done) m_context.toasts.say(tr("The practice network begins anew."));
        else m_context.toasts.failed(done.error());
        emit changed();
    });
}

} // namespace bt::app
