// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What tst_bad_input breaks: a disk without room, a folder that may only be read, a computer clock that can be set; and
//! the digest by which it sees that nothing was lost.
#pragma once

#include "adversarial/journey.h"
#include "vault/fake_keychain.h"

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace bt::test {

//! The code alone, without words for the log.
template <typename T> QString bareCode(const Result<T>& result) { return codeOf(result).section(QLatin1Char(' '), 0, 0); }
inline QString troubleOf(const Snapshot& s)
{
    return QString::fromUtf8(s.network.trouble.data(), static_cast<qsizetype>(s.network.trouble.size()));
}

//! A folder whose disk can be filled: a small memory disk where mounting is allowed, else a limit on the size of files.
class SmallDisk
{
public:
    explicit SmallDisk(const QString& folder) : m_folder(folder)
    {
        m_mounted = ::mount("tmpfs", folder.toUtf8().constData(), "tmpfs", 0, "size=48m") == 0;
        ::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit is an error then, not the end
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        empty();
        if (m_mounted) ::umount2(m_folder.toUtf8().constData(), MNT_DETACH);
    }
    //! From now on nothing that is written finds room.
    void fill()
    {
        if (m_mounted) {
            QFile filler(m_folder + QStringLiteral("/filler"));
            const QByteArray block(4096, 'x');
            if (filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                while (filler.write(block) == block.size()) {
                }
            return;
        }
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit tight{512, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
        m_limited = true;
    }
    void empty()
    {
        QFile::remove(m_folder + QStringLiteral("/filler"));
        if (m_limited) ::setrlimit(RLIMIT_FSIZE, &m_before);
        m_limited = false;
    }
    //! A full disk says so; a file that may not grow is an error of the disk.
    [[nodiscard]] QString code() const { return m_mounted ? QStringLiteral("store.full") : QStringLiteral("store.io"); }

private:
    QString m_folder;
    bool m_mounted = false, m_limited = false;
    rlimit m_before{};
};

//! One persona's engine whose ports a test chooses.
inline std::unique_ptr<LocalEngine> engineAt(std::shared_ptr<NetworkWorld> world, const QString& folder,
                                             std::shared_ptr<vault::Keychain> keychain = {})
{
    EngineParts parts;
    parts.profileFolder = folder.toStdString();
    parts.world = std::move(world);
    parts.keychain = std::move(keychain);
    parts.argon2 = {64, 1, 1};
    return std::make_unique<LocalEngine>(std::move(parts));
}

//! A practice network in memory whose computer clock is `system`, which must outlive it.
inline Result<std::shared_ptr<NetworkWorld>> worldAt(const Clock& system) { return NetworkWorld::practiceIn({}, &system); }

//! Everything of a snapshot that a failed call must not have changed, as one text.
inline QString stateOf(const Snapshot& s)
{
    QStringList parts{QString::fromStdString(s.persona.name),
                      QString::number(int(s.gate)),
                      QString::number(allOf(s)),
                      QString::number(s.practice.price.value),
                      QString::number(s.practice.hours.size()),
                      QString::number(s.persona.staysOpen)};
    for (const auto& v : s.visits) parts << QString::fromStdString(v.id) << QString::number(int(v.phase)) << QString::number(int(v.record));
    for (const auto& t : s.threads)
        parts << QString::fromStdString(t.id) << QString::fromStdString(t.lastText) << QString::number(t.lastId);
    for (const auto& o : s.outbox) parts << QString::fromStdString(o.what);
    return parts.join(QLatin1Char('|'));
}

inline QMap<QString, QByteArray> filesIn(const QString& folder, const QStringList& but = {})
{
    QMap<QString, QByteArray> out;
    for (const auto& info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        if (!but.contains(info.fileName()) && file.open(QIODevice::ReadOnly)) out.insert(info.fileName(), file.readAll());
    }
    return out;
}

inline bool writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

} // namespace bt::test
