// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipld/envelope.h"

#include "crypto/aead.h"
#include "crypto/kdf.h"
#include "ipld/sealed_object.h"

#include <bit>

namespace bt::ipld {

namespace {

constexpr std::size_t kSmallestList = 4;
constexpr std::string_view kInfo = "bt/envelope/v1";

// Two Diffie-Hellman results: the fresh one hides and separates, the standing one says who sent it. All three keys go
// into the salt, so that no part of one envelope fits into another.
Secret keyOf(const Secret& fresh, const Secret& standing, const crypto::X25519Public& ephemeral, const crypto::X25519Public& sender,
             const crypto::X25519Public& reader)
{
    Secret input(64);
    std::copy_n(fresh.data(), 32, input.data());
    std::copy_n(standing.data(), 32, input.data() + 32);
    Bytes salt = bytesOf(ephemeral.view());
    append(salt, sender.view());
    append(salt, reader.view());
    return crypto::hkdf(input.view(), salt, kInfo, 32);
}

// The key is used once (a fresh ephemeral each), so a constant nonce is sound.
constexpr crypto::Nonce12 kNonce{};

} // namespace

Result<Bytes> sealEnvelopes(const Cid& object, ByteView contentKey, const crypto::X25519Pair& sender,
                            std::span<const crypto::X25519Public> readers, Random& random)
{
    if (readers.size() > kMaxReaders) return fail("ipld.too_many_readers");
    if (contentKey.size() != kContentKeyBytes) return fail("ipld.not_authentic", "key size");
    const Bytes associated = object.bytes();
    std::vector<Bytes> list;
    for (const crypto::X25519Public& reader : readers) {
        const crypto::X25519Pair ephemeral = crypto::x25519Pair(random);
        BT_TRY(const Secret fresh, crypto::x25519(ephemeral.secret.view(), reader));
        BT_TRY(const Secret standing, crypto::x25519(sender.secret.view(), reader));
        const Secret key = keyOf(fresh, standing, ephemeral.open, sender.open, reader);
        Bytes envelope = bytesOf(ephemeral.open.view());
        append(envelope, crypto::seal(key.view(), kNonce, associated, contentKey));
        list.push_back(std::move(envelope));
    }
    const std::size_t padded = std::max(kSmallestList, std::bit_ceil(readers.size()));
    while (list.size() < padded) {
        // A real public key: random bytes would be told apart, as half of them are not on the curve.
        Bytes blank = bytesOf(crypto::x25519Pair(random).open.view());
        append(blank, random.bytes(kEnvelopeBytes - crypto::X25519Public::size));
        list.push_back(std::move(blank));
    }
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[random.below(i)]);
    Bytes out;
    for (const Bytes& envelope : list) append(out, envelope);
    return out;
}

Result<Secret> openEnvelopes(const Cid& object, ByteView envelopes, const crypto::X25519Pair& reader, const crypto::X25519Public& sender)
{
    const std::size_t count = envelopes.size() / kEnvelopeBytes;
    if (envelopes.size() % kEnvelopeBytes != 0 || count < kSmallestList || count > kMaxReaders || !std::has_single_bit(count))
        return fail("ipld.bad_envelopes");
    BT_TRY(const Secret standing, crypto::x25519(reader.secret.view(), sender));
    const Bytes associated = object.bytes();
    for (; !envelopes.empty(); envelopes = envelopes.subspan(kEnvelopeBytes)) {
        BT_TRY(const auto ephemeral, crypto::X25519Public::from(envelopes.first(crypto::X25519Public::size)));
        const auto fresh = crypto::x25519(reader.secret.view(), ephemeral);
        if (!fresh) continue; // a hostile blank must not hide the envelopes behind it
        const Secret key = keyOf(*fresh, standing, ephemeral, sender, reader.open);
        auto opened = crypto::open(key.view(), kNonce, associated,
                                   envelopes.subspan(crypto::X25519Public::size, kEnvelopeBytes - crypto::X25519Public::size));
        if (!opened) continue;
        Secret contentKey = Secret::copyOf(*opened);
        wipe(opened->data(), opened->size());
        return contentKey;
    }
    return fail("ipld.no_envelope");
}

} // namespace bt::ipld
