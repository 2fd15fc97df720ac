// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qml_setup.h"

#include <QQmlEngine>

namespace bt::ui {

void setUpEngine(QQmlEngine& engine) { engine.addImportPath(QStringLiteral("qrc:/qt/qml")); }

} // namespace bt::ui
