// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/watch/watch_calls.h"

#include "service/watch/watching.h"

#include <QSaveFile>

namespace bt::service {

Result<WatchList> Watching::list()
{
    WatchList out;
    // The place up to which the visits below were read: whatever moved them since is found after it.
    BT_TRY(out.from, m_c->wallet.place());
    out.network = m_c->wallet.network().id;
    for (const auto& [id, v] : m_c->visits.all())
        if (v.onChain()) out.visits.push_back({v.session, v.terms, v.attendance});
    return out;
}

Future<int> WatchCalls::saveWatchList(std::string path)
{
    return m_calls->asking<int>(access::Use::SaveWatchList, [path = std::move(path)](Persona& p) -> Result<int> {
        BT_TRY(const auto list, p.feature<Watching>().list());
        if (list.visits.empty()) return fail("watch.nothing");
        BT_TRY(const auto text, writeWatchList(list));
        QSaveFile file(QString::fromStdString(path)); // whole or not at all
        const bool good = file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                          file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) && file.commit();
        if (!good) return fail("file.not_written", {file.errorString().toStdString()}, "watch list");
        return static_cast<int>(list.visits.size());
    });
}

} // namespace bt::service
