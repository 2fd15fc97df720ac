// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewards/rewards_files.h"

#include "codec/json.h"
#include "codec/text.h"
#include "service/rewards/pool_rows.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace bt::app {
namespace {

constexpr qint64 kMaxFile = 4 << 20;
constexpr auto kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;

tl::unexpected<Error> noKey(const QString& path) { return fail("file.no_key", {path.toStdString()}, {}); }

Result<Secret> keyOf(std::string& hex, const QString& path)
{
    while (!hex.empty() && (hex.back() == '\n' || hex.back() == '\r')) hex.pop_back();
    auto raw = codec::hexDecode(hex);
    wipe(hex.data(), hex.size());
    if (!raw) return noKey(path);
    auto key = Secret::copyOf(*raw);
    wipe(raw->data(), raw->size());
    if (key.view().size() != 32 || !crypto::secpValid(key.view())) return noKey(path);
    return key;
}

//! What is typed shows nowhere; the terminal is put back whatever happens.
class Quiet
{
public:
    Quiet() : m_on(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_on) return;
        termios now = m_before;
        now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &now);
    }
    ~Quiet()
    {
        if (m_on) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    termios m_before{};
    bool m_on;
};

} // namespace

Result<std::string> readFile(const QString& path)
{
    QFile file(path);
    if (QFileInfo(path).size() > kMaxFile || !file.open(QIODevice::ReadOnly)) return fail("file.unreadable", {path.toStdString()}, {});
    return file.readAll().toStdString();
}

Result<void> writeFile(const QString& path, const std::string& content, bool secret)
{
    QSaveFile file(path);
    const auto bytes = static_cast<qint64>(content.size());
    if (!file.open(QIODevice::WriteOnly)) return fail("file.unwritable", {path.toStdString()}, {});
    if (secret) file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(content.data(), bytes) != bytes || !file.commit()) return fail("file.unwritable", {path.toStdString()}, {});
    return {};
}

Result<Secret> readKey(const QString& path, const char* prompt)
{
    std::string hex;
    if (path.isEmpty()) {
        if (::isatty(STDIN_FILENO) != 1) return noKey(QStringLiteral("the terminal"));
        std::fputs(prompt, stderr);
        const Quiet quiet;
        for (int c = std::getchar(); c != EOF && c != '\n' && hex.size() < 100; c = std::getchar()) hex += static_cast<char>(c);
        std::fputs("\n", stderr);
        return keyOf(hex, QStringLiteral("the terminal"));
    }
    if (QFileInfo(path).isFile() && (QFile::permissions(path) & kOthers)) return fail("file.key_exposed", {path.toStdString()}, {});
    BT_TRY(hex, readFile(path));
    return keyOf(hex, path);
}

Result<contract::reward::Stewards> readStewards(const QString& path)
{
    BT_TRY(const auto text, readFile(path));
    const auto json = codec::parseJson(text);
    if (!json) return fail("reward.bad_row", {"stewards"}, {});
    return service::rewards::stewardsFrom(*json);
}

Result<void> writeStewards(const QString& path, const contract::reward::Stewards& stewards)
{
    return writeFile(path, service::rewards::jsonOf(stewards).dump(2) + "\n");
}

} // namespace bt::app
