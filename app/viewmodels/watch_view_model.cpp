// SPDX-License-Identifier: GPL-3.0-or-later
#include "watch_view_model.h"

#include "error_text.h"
#include "service/watch/watch_door.h"
#include "ui/on_gui.h"

namespace bt::app {

WatchViewModel::WatchViewModel(const Context& context, QString folder, QObject* parent)
    : QObject(parent), m_context(context), m_folder(std::move(folder))
{}

void WatchViewModel::save()
{
    auto* door = m_context.engine.doors().watch;
    if (m_working || door == nullptr) return;
    m_working = true;
    m_errorText.clear();
    m_savedText.clear();
    m_command.clear();
    emit changed();
    // A neutral name: the file lies in a folder that others may see.
    const QString stamp = m_context.format.local(m_context.now.value()).toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    const QString path = m_folder + QStringLiteral("/list-") + stamp + QStringLiteral(".json");
    ui::onGui(door->saveWatchList(path.toStdString()), this, [this, path](const Result<int>& count) {
        m_working = false;
        if (!count) m_errorText = app::errorText(count.error(), m_context.format);
        else {
            //: After saving. %n visits, %1 is a file path.
            m_savedText = tr("%n visit(s) are in %1. On the computer that watches, start:", nullptr, *count).arg(path);
            m_command = QStringLiteral("bettertherapy watch %1").arg(path);
        }
        emit changed();
    });
}

} // namespace bt::app
