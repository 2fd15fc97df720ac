// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/watch/watch_purse.h"

#include "kaspa/address.h"
#include "kaspa/script/engine.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bt::service {
namespace {

constexpr std::size_t kMostCoins = 50;           // of a purse that somebody filled with crumbs, the first ones will do
constexpr std::string_view kHead = "bt-purse 1"; // and 32 bytes of key
constexpr std::size_t kKeyBytes = 32;

Result<Secret> readKey(int fd)
{
    Secret all(kHead.size() + kKeyBytes + 1);
    const auto got = ::read(fd, all.data(), all.size());
    if (got != static_cast<ssize_t>(kHead.size() + kKeyBytes) || !std::equal(kHead.begin(), kHead.end(), all.data()))
        return fail("watch.bad_purse");
    return Secret::copyOf(all.view().subspan(kHead.size(), kKeyBytes));
}

Result<void> writeKey(int fd, ByteView secret)
{
    Secret all(kHead.size() + secret.size());
    std::copy(kHead.begin(), kHead.end(), all.data());
    std::copy(secret.begin(), secret.end(), all.data() + kHead.size());
    if (::write(fd, all.data(), all.size()) != static_cast<ssize_t>(all.size()) || ::fsync(fd) != 0) return fail("file.not_written");
    return {};
}

} // namespace

Result<WatchPurse> WatchPurse::open(const std::string& path, std::string_view prefix, Random& random)
{
    const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (made >= 0) {
        auto secret = crypto::secpNewSecret(random);
        const auto written = writeKey(made, secret.view());
        if (::close(made) != 0 || !written) {
            (void)::unlink(path.c_str());
            return fail("file.not_written");
        }
        return of(std::move(secret), prefix);
    }
    if (errno != EEXIST) return fail("file.not_written");
    const int there = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (there < 0) return fail("watch.bad_purse");
    struct stat about {};
    const bool ours = ::fstat(there, &about) == 0 && S_ISREG(about.st_mode) && (about.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    auto secret = ours ? readKey(there) : Result<Secret>(fail("watch.bad_purse", std::string("others may read it")));
    (void)::close(there);
    if (!secret) return fail("watch.bad_purse", secret.error().detail);
    return of(std::move(*secret), prefix);
}

Result<WatchPurse> WatchPurse::of(Secret secret, std::string_view prefix)
{
    const auto key = crypto::secpXOnly(secret.view());
    if (!key) return fail("watch.bad_purse");
    WatchPurse out;
    out.m_secret = std::make_shared<const Secret>(std::move(secret));
    out.m_script = kaspa::payToPublicKey(key->view());
    BT_TRY(const auto address, kaspa::addressOf(out.m_script, prefix));
    out.m_address = kaspa::encodeAddress(address);
    return out;
}

ledger::KeySource WatchPurse::keys() const
{
    return [secret = m_secret](const ledger::KeyRef&) -> Result<Secret> { return secret->clone(); };
}

ledger::Coin WatchPurse::coin(const kaspa::Outpoint& outpoint, const kaspa::Utxo& utxo) const
{
    return {outpoint, utxo, {}, "purse", ledger::CoinState::Confirmed, {}};
}

Result<std::vector<ledger::Coin>> WatchPurse::coins(ledger::Node& node, const Deadline& deadline) const
{
    BT_TRY(auto entries, node.utxos({m_script}, deadline));
    std::ranges::stable_sort(entries, [](const auto& a, const auto& b) { return a.utxo.amount > b.utxo.amount; });
    if (entries.size() > kMostCoins) entries.resize(kMostCoins);
    std::vector<ledger::Coin> out;
    for (const auto& entry : entries) {
        const auto spender = node.mempoolSpender(entry.outpoint, m_script, deadline);
        if (spender && *spender) continue; // an earlier push of ours waits with it
        out.push_back(coin(entry.outpoint, entry.utxo));
    }
    return out;
}

} // namespace bt::service
