// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/tries.h"

#include "crypto/aead.h"
#include "vault/files.h"

#include <algorithm>

namespace bt::vault {
namespace {

constexpr std::uint32_t kFreeTries = 3; // anyone mistypes
constexpr std::int64_t kFirstWait = 5;
constexpr std::int64_t kLongestWait = 15 * 60;
constexpr std::size_t kPlainBytes = 12;

std::int64_t waitAfter(std::uint32_t wrong)
{
    if (wrong < kFreeTries) return 0;
    return std::min(kLongestWait, kFirstWait << std::min(wrong - kFreeTries, 20u));
}

} // namespace

Tries::Tries(std::string path, Hash256 maskKey, const Clock& clock, Random& random)
    : m_path(std::move(path)), m_mask(maskKey), m_clock(&clock), m_random(&random)
{}

Tries::Count Tries::read() const
{
    // An absent or unreadable counter counts nothing: who can remove it holds the folder anyway.
    const auto file = readSmallFile(m_path);
    if (!file || !*file || (*file)->size() != crypto::XNonce::size + kPlainBytes + crypto::kTagBytes) return {};
    const ByteView view(**file);
    const auto nonce = crypto::XNonce::from(view.first(crypto::XNonce::size));
    if (!nonce) return {};
    const auto plain = crypto::xopen(m_mask.view(), *nonce, viewOf("bt/tries"), view.subspan(crypto::XNonce::size));
    if (!plain) return {};
    return {readLe<std::uint32_t>(*plain), readLe<std::int64_t>(ByteView(*plain).subspan(4))};
}

Result<void> Tries::write(Count count) const
{
    Bytes plain;
    appendLe(plain, count.wrong);
    appendLe(plain, count.last);
    const auto nonce = m_random->fixed<crypto::XNonce>();
    Bytes file = bytesOf(nonce.view());
    append(file, crypto::xseal(m_mask.view(), nonce, viewOf("bt/tries"), plain));
    auto done = replaceSmallFile(m_path, file);
    // A full disk must not keep the owner out; Argon2id still does its part.
    if (!done && done.error().code == "store.full") return {};
    return done;
}

std::int64_t Tries::secondsToWait() const { return waitAfter(read().wrong); }

Result<void> Tries::begin()
{
    Count count = read();
    const std::int64_t wait = waitAfter(count.wrong) * kSecond;
    const std::int64_t now = m_clock->now().value;
    if (wait > 0) {
        if (now < count.last) { // the clock was set back: the wait starts anew rather than never ending
            count.last = now;
            BT_CHECK(write(count));
        }
        const std::int64_t left = wait - (now - count.last);
        if (left > 0) return fail("vault.wait", {std::to_string((left + kSecond - 1) / kSecond)}, "too early");
    }
    return write({count.wrong + 1, now});
}

Result<void> Tries::succeeded() { return write({}); }

Result<void> Tries::undo()
{
    Count count = read();
    if (count.wrong > 0) --count.wrong;
    return write(count);
}

} // namespace bt::vault
