// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Choices about the window: language, theme, contrast, text size, motion, auto-lock. Kept in a small settings file
//! that tells nothing about the person. GUI thread.
#pragma once

#include "context.h"
#include "ui/theme_settings.h"

#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace bt::app {

class SettingsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    BT_SHOWN(QStringList, languages) //!< in their own words
    BT_SHOWN(int, language)
    BT_SHOWN(QString, languageWords) //!< "English", for the first page
    BT_SHOWN(QStringList, looks)     //!< as the system, light, dark, high contrast
    BT_SHOWN(int, look)
    BT_SHOWN(bool, dark)             //!< what the window shows now
    BT_SHOWN(QStringList, textSizes) //!< as the system, 100 % .. 200 %
    BT_SHOWN(int, textSize)
    BT_SHOWN(QStringList, motions)
    BT_SHOWN(int, motion)
    BT_SHOWN(QStringList, autoLocks)
    BT_SHOWN(int, autoLock)
    BT_SHOWN(int, autoLockMinutes) //!< 0: never
    BT_SHOWN(QString, helpCountry) //!< ISO code last chosen in the crisis list; empty: none
    BT_SHOWN(bool, resetting)
public:
    //! \param theme  applies look, size and motion. \param store  outlives this object.
    //! \param languages  codes with a translation, the first is the source language: {"en", "de"}.
    SettingsViewModel(const Context& context, ui::ThemeSettings& theme, QSettings& store, QStringList languages, QObject* parent = nullptr);

    [[nodiscard]] QString languageCode() const; //!< "" follows the system

    Q_INVOKABLE void setLanguage(int index);
    Q_INVOKABLE void setLook(int index);
    Q_INVOKABLE void toggleDark(); //!< the short way on the first page
    Q_INVOKABLE void setTextSize(int index);
    Q_INVOKABLE void nextTextSize(); //!< 100, 125, 150, 200 %, and round again
    Q_INVOKABLE void setMotion(int index);
    Q_INVOKABLE void setAutoLock(int index);
    Q_INVOKABLE void setHelpCountry(const QString& iso);
    Q_INVOKABLE void resetPractice(); //!< starts the practice network anew
    //! Words of this object in the language that is installed now.
    void retranslate();

signals:
    void changed();
    void languageChosen(const QString& code); //!< the composition root installs translators and calls retranslate()
    void autoLockChanged(int minutes);

private:
    void refresh();

    Context m_context;
    ui::ThemeSettings& m_theme;
    QSettings& m_store;
    QStringList m_codes;
    QString m_chosenLanguage;
};

} // namespace bt::app
