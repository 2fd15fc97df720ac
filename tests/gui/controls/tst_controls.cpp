// SPDX-License-Identifier: GPL-3.0-or-later
// Quick Test of the controls and the frame: runs every tst_*.qml of this folder.
#include "test_hand.h"
#include "ui/qml_setup.h"
#include "ui/theme_settings.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest>

class Setup : public QObject
{
    Q_OBJECT
public slots:
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        bt::ui::setUpEngine(*engine);
        qmlRegisterSingletonInstance("Bt.TestHand", 1, 0, "Hand", new bt::test::Hand(engine));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)

#include "tst_controls.moc"
