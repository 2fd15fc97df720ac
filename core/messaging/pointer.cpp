// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/pointer.h"

#include "crypto/aead.h"
#include "crypto/kdf.h"

#include <cstring>

namespace bt::messaging {

namespace {

constexpr std::string_view kInfo = "bt/pointer/v1";
constexpr std::string_view kMagic = "btpub/1";
constexpr std::size_t kContentKey = 32;
constexpr crypto::Nonce12 kNonce{}; // the key is fresh for each pointer

Secret keyOf(const Secret& shared, const crypto::X25519Public& ephemeral, const crypto::X25519Public& inbox)
{
    Bytes salt = bytesOf(ephemeral.view());
    append(salt, inbox.view());
    return crypto::hkdf(shared.view(), salt, kInfo, 32);
}

} // namespace

Result<Bytes> sealPointer(const crypto::X25519Public& inbox, const Pointer& pointer, Random& random)
{
    if (pointer.contentKey.size() != kContentKey) return fail("messaging.bad_pointer", "content key");
    const crypto::X25519Pair ephemeral = crypto::x25519Pair(random);
    BT_TRY(const Secret shared, crypto::x25519(ephemeral.secret.view(), inbox));
    Bytes plain = bytesOf(pointer.digest.view());
    append(plain, pointer.contentKey.view());
    Bytes out = bytesOf(ephemeral.open.view());
    append(out, crypto::seal(keyOf(shared, ephemeral.open, inbox).view(), kNonce, {}, plain));
    wipe(plain.data(), plain.size());
    return out;
}

std::optional<Pointer> tryOpenPointer(const crypto::X25519Pair& inbox, ByteView payload)
{
    if (payload.size() != kPointerBytes) return std::nullopt;
    crypto::X25519Public ephemeral;
    std::memcpy(ephemeral.data(), payload.data(), crypto::X25519Public::size);
    const auto shared = crypto::x25519(inbox.secret.view(), ephemeral);
    if (!shared) return std::nullopt;
    auto plain = crypto::open(keyOf(*shared, ephemeral, inbox.open).view(), kNonce, {}, payload.subspan(crypto::X25519Public::size));
    if (!plain) return std::nullopt;
    Pointer out;
    std::memcpy(out.digest.data(), plain->data(), Hash256::size);
    out.contentKey = Secret::copyOf(ByteView(*plain).subspan(Hash256::size));
    wipe(plain->data(), plain->size());
    return out;
}

Bytes announcementPayload(const Announcement& announcement)
{
    Bytes out = bytesOf(kMagic);
    out.push_back(static_cast<std::uint8_t>(announcement.kind));
    append(out, announcement.digest.view());
    return out;
}

std::optional<Announcement> parseAnnouncement(ByteView payload)
{
    if (payload.size() != kAnnouncementBytes || !equal(payload.first(kMagic.size()), viewOf(kMagic))) return std::nullopt;
    Announcement out;
    out.kind = static_cast<Announcement::Kind>(payload[kMagic.size()]);
    if (out.kind != Announcement::Kind::Listing && out.kind != Announcement::Kind::RewardEpoch) return std::nullopt;
    std::memcpy(out.digest.data(), payload.data() + kMagic.size() + 1, Hash256::size);
    return out;
}

} // namespace bt::messaging
