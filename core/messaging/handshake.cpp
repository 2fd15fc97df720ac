// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/handshake.h"

#include "crypto/aead.h"
#include "crypto/hash.h"
#include "crypto/kdf.h"
#include "messaging/wire.h"

#include <algorithm>
#include <initializer_list>

namespace bt::messaging {

namespace {

constexpr std::string_view kHelloInfo = "bt/x3dh/v1/hello";
constexpr std::string_view kRootInfo = "bt/x3dh/v1/root";
constexpr std::string_view kIdDomain = "bt/x3dh/v1/id";
constexpr std::string_view kPeopleDomain = "bt/x3dh/v1/people";
constexpr crypto::Nonce12 kNonce{}; // each key that it is used with is fresh

Secret joined(std::initializer_list<const Secret*> parts)
{
    Secret out(parts.size() * 32);
    std::size_t at = 0;
    for (const Secret* part : parts) {
        std::memcpy(out.data() + at, part->data(), 32);
        at += 32;
    }
    return out;
}

// Hides the sender's card from everybody but the holder of the prekey.
Secret helloKey(const Secret& withIdentity, const Secret& withPrekey, const crypto::X25519Public& ephemeral,
                const crypto::X25519Public& identityDh, const crypto::X25519Public& prekey)
{
    Bytes salt = bytesOf(ephemeral.view());
    append(salt, identityDh.view());
    append(salt, prekey.view());
    return crypto::hkdf(joined({&withIdentity, &withPrekey}).view(), salt, kHelloInfo, 32);
}

Hash256 peopleOf(const crypto::Ed25519Public& initiator, const crypto::X25519Public& initiatorDh, const crypto::Ed25519Public& responder,
                 const crypto::X25519Public& responderDh)
{
    crypto::Blake2b hash(viewOf(kPeopleDomain));
    return hash.update(initiator.view()).update(initiatorDh.view()).update(responder.view()).update(responderDh.view()).finish();
}

Secret rootOf(const Secret& dh1, const Secret& dh2, const Secret& dh3, ByteView prelude, const Hash256& people)
{
    Bytes transcript = bytesOf(people.view());
    append(transcript, prelude);
    const Hash256 salt = crypto::blake2b(transcript);
    return crypto::hkdf(joined({&dh1, &dh2, &dh3}).view(), salt.view(), kRootInfo, 32);
}

Bytes helloAssociated(ByteView opening, const crypto::Ed25519Public& responder)
{
    Bytes out = bytesOf(opening);
    append(out, responder.view());
    return out;
}

} // namespace

RatchetId ratchetIdOf(ByteView prelude)
{
    return readLe<RatchetId>(crypto::blake2b(prelude, viewOf(kIdDomain)).view().first(sizeof(RatchetId)));
}

Result<Agreed> agreeAsInitiator(const LocalKeys& own, const PrekeyBundle& theirs, Random& random)
{
    if (!theirs.signatureHolds() || theirs.identity == own.identity.open) return fail("messaging.not_authentic", "bundle");
    const crypto::X25519Pair ephemeral = crypto::x25519Pair(random);
    BT_TRY(const Secret dh1, crypto::x25519(own.identityDh.secret.view(), theirs.prekey));
    BT_TRY(const Secret dh2, crypto::x25519(ephemeral.secret.view(), theirs.identityDh));
    BT_TRY(const Secret dh3, crypto::x25519(ephemeral.secret.view(), theirs.prekey));

    Agreed out;
    appendLe(out.prelude, theirs.prekeyId);
    append(out.prelude, ephemeral.open.view());
    const Secret hello = helloKey(dh2, dh3, ephemeral.open, theirs.identityDh, theirs.prekey);
    append(out.prelude, crypto::seal(hello.view(), kNonce, helloAssociated(out.prelude, theirs.identity), own.bundle().bytes()));
    out.id = ratchetIdOf(out.prelude);
    out.associated = peopleOf(own.identity.open, own.identityDh.open, theirs.identity, theirs.identityDh);
    out.key = rootOf(dh1, dh2, dh3, out.prelude, out.associated);
    return out;
}

Result<Agreed> agreeAsResponder(const LocalKeys& own, ByteView prelude)
{
    WireReader in(prelude);
    const auto prekeyId = in.le<std::uint32_t>();
    const auto ephemeral = in.fixed<crypto::X25519Public>();
    const auto prekey = std::find_if(own.prekeys.begin(), own.prekeys.end(), [&](const Prekey& p) { return p.id == prekeyId; });
    if (prelude.size() != kPreludeBytes || prekey == own.prekeys.end()) return fail("messaging.not_for_us");
    const auto dh2 = crypto::x25519(own.identityDh.secret.view(), ephemeral);
    const auto dh3 = crypto::x25519(prekey->pair.secret.view(), ephemeral);
    if (!dh2 || !dh3) return fail("messaging.not_authentic", "ephemeral key");
    const Secret hello = helloKey(*dh2, *dh3, ephemeral, own.identityDh.open, prekey->pair.open);
    const ByteView opening = prelude.first(prelude.size() - in.rest().size());
    const auto card = crypto::open(hello.view(), kNonce, helloAssociated(opening, own.identity.open), in.rest());
    if (!card) return fail("messaging.not_for_us", "sealed to other keys, or changed");

    Agreed out;
    BT_TRY(out.sender, PrekeyBundle::parse(*card));
    if (out.sender.identity == own.identity.open) return fail("messaging.not_authentic", "our own, reflected");
    const auto dh1 = crypto::x25519(prekey->pair.secret.view(), out.sender.identityDh);
    if (!dh1) return fail("messaging.not_authentic", "identity key");
    out.prekey = &*prekey;
    out.id = ratchetIdOf(prelude);
    out.associated = peopleOf(out.sender.identity, out.sender.identityDh, own.identity.open, own.identityDh.open);
    out.key = rootOf(*dh1, *dh2, *dh3, prelude, out.associated);
    return out;
}

} // namespace bt::messaging
