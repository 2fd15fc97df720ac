// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand_over.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

namespace bt::app {

Result<void> writeTextFile(const QString& path, const std::string& text)
{
    QSaveFile file(path);
    const auto size = static_cast<qint64>(text.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), size) != size || !file.commit()) return fail("file.not_written");
    return {};
}

Result<QString> writeHandOver(const service::HandOver& file, const QString& folder, const QString& name, const Context& context)
{
    const QString stamp = context.format.local(context.now.value()).toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    QString where = folder + QLatin1Char('/') + name.arg(stamp);
    BT_CHECK(writeTextFile(where, file.text));
    return where;
}

QStringList partsOf(const service::HandOver& file)
{
    QStringList out;
    for (const auto& part : file.parts) out << text(part);
    return out;
}

Result<std::string> textOrFile(const QString& typed)
{
    const QString plain = typed.trimmed();
    const QUrl url(plain);
    const QString path = url.isLocalFile() ? url.toLocalFile() : plain;
    // The text of a file is long or has several lines; a path is neither.
    if (path.size() > 1000 || path.contains(QLatin1Char('\n')) || !QFileInfo(path).isAbsolute()) return typed.toStdString();
    const QFileInfo info(path);
    if (!info.isFile()) return fail("file.not_read");
    if (info.size() > kMostFileBytes) return fail("file.too_large");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail("file.not_read");
    return file.read(kMostFileBytes).toStdString();
}

} // namespace bt::app
