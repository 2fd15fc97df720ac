// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo.h"

#include "demo/story.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTextStream>

namespace bt::app {

int runDemo(const QString& output)
{
    QTextStream out(stdout);
    QString root = output;
    if (root.isEmpty()) {
        QTemporaryDir fresh(QDir::tempPath() + QStringLiteral("/bt-demo-XXXXXX"));
        fresh.setAutoRemove(false); // the pictures are what the person came for
        root = fresh.path();
    }
    root = QDir(root).absolutePath();
    if (root.isEmpty() || !QDir().mkpath(root + QStringLiteral("/screenshots"))) {
        QTextStream(stderr) << "The demo's folder cannot be made. Choose another: --output FOLDER" << Qt::endl;
        return 1;
    }
    auto world = service::NetworkWorld::practiceIn((root + QStringLiteral("/n")).toStdString());
    if (!world) {
        QTextStream(stderr) << "The practice network could not be opened." << Qt::endl;
        return 1;
    }
    Story story(*world, root, [&out](const QString& line) { out << line << Qt::endl; });
    const bool good = story.play();
    if (!good) {
        out << "FAILED at " << story.failedAt() << Qt::endl;
        return 1;
    }
    out << "screenshots: " << root << "/screenshots" << Qt::endl;
    return 0;
}

} // namespace bt::app
