// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/bundle.h"

#include "crypto/kdf.h"
#include "messaging/wire.h"

namespace bt::messaging {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::string_view kSignatureDomain = "bt/prekey-bundle/v1";

Bytes signedPart(const PrekeyBundle& b)
{
    Bytes out{kVersion};
    append(out, b.identity.view());
    append(out, b.identityDh.view());
    append(out, b.inbox.view());
    appendLe(out, b.prekeyId);
    append(out, b.prekey.view());
    return out;
}

Bytes toSign(const PrekeyBundle& b)
{
    Bytes out = bytesOf(kSignatureDomain);
    append(out, signedPart(b));
    return out;
}

Secret derive(ByteView seed, std::string_view label) { return crypto::hkdf(seed, {}, label, 32); }

} // namespace

Bytes PrekeyBundle::bytes() const
{
    Bytes out = signedPart(*this);
    append(out, signature.view());
    return out;
}

bool PrekeyBundle::signatureHolds() const { return crypto::ed25519Verify(identity, toSign(*this), signature); }

Result<PrekeyBundle> PrekeyBundle::parse(ByteView bytes)
{
    if (bytes.size() != kBytes || bytes[0] != kVersion) return fail("messaging.bad_bundle");
    WireReader in(bytes.subspan(1));
    PrekeyBundle out;
    out.identity = in.fixed<crypto::Ed25519Public>();
    out.identityDh = in.fixed<crypto::X25519Public>();
    out.inbox = in.fixed<crypto::X25519Public>();
    out.prekeyId = in.le<std::uint32_t>();
    out.prekey = in.fixed<crypto::X25519Public>();
    out.signature = in.fixed<crypto::Ed25519Signature>();
    if (!out.signatureHolds()) return fail("messaging.not_authentic", "bundle");
    return out;
}

LocalKeys LocalKeys::fromSeed(ByteView seed32, std::uint32_t newestPrekey)
{
    LocalKeys out;
    out.identity = crypto::ed25519Pair(derive(seed32, "bt/messaging/v1/identity").view());
    out.identityDh = crypto::x25519Pair(derive(seed32, "bt/messaging/v1/identity-dh").view());
    out.inbox = crypto::x25519Pair(derive(seed32, "bt/messaging/v1/inbox").view());
    for (std::uint32_t id = 0; id <= newestPrekey; ++id) {
        const std::string label = "bt/messaging/v1/prekey/" + std::to_string(id);
        out.prekeys.push_back({id, crypto::x25519Pair(derive(seed32, label).view())});
    }
    return out;
}

LocalKeys LocalKeys::fresh(Random& random) { return fromSeed(random.secret(32).view()); }

PrekeyBundle LocalKeys::bundle() const
{
    PrekeyBundle out;
    out.identity = identity.open;
    out.identityDh = identityDh.open;
    out.inbox = inbox.open;
    out.prekeyId = prekeys.back().id;
    out.prekey = prekeys.back().pair.open;
    out.signature = crypto::ed25519Sign(identity.secret, toSign(out));
    return out;
}

} // namespace bt::messaging
