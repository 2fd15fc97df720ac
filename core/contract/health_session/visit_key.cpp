// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/visit_key.h"

#include "crypto/hash.h"

namespace bt::contract::session {
namespace {

constexpr std::string_view kDomain = "bt/visit/v1";

//! H("bt/visit/v1", shared, n): BLAKE2b-256 keyed with the domain, as Kaspa separates its own.
Hash256 tweakOf(const Secret& shared, const VisitNonce& nonce)
{
    return crypto::Blake2b(viewOf(kDomain)).update(shared.view()).update(nonce.view()).finish();
}

tl::unexpected<Error> bad() { return fail("contract.bad_visit_key", "not a key on the curve"); }

} // namespace

Result<DerivedVisitKey> deriveVisitKey(const crypto::XOnlyKey& listed, Random& random)
{
    const Secret ephemeral = crypto::secpNewSecret(random);
    return deriveVisitKey(listed, ephemeral.view(), random.fixed<VisitNonce>());
}

Result<DerivedVisitKey> deriveVisitKey(const crypto::XOnlyKey& listed, ByteView ephemeral32, const VisitNonce& nonce)
{
    const auto shared = crypto::ecdhXOnly(ephemeral32, listed);
    const auto ephemeral = crypto::secpXOnly(ephemeral32);
    if (!shared || !ephemeral) return bad();
    const auto key = crypto::xonlyTweakAdd(listed, tweakOf(*shared, nonce));
    if (!key) return bad();
    return DerivedVisitKey{*key, {*ephemeral, nonce}};
}

Result<Secret> visitSecret(ByteView secret32, const VisitKeyHint& hint)
{
    const auto shared = crypto::ecdhXOnly(secret32, hint.ephemeral);
    if (!shared) return bad();
    auto secret = crypto::xonlyTweakAddSecret(secret32, tweakOf(*shared, hint.nonce));
    if (!secret) return bad();
    return secret;
}

Result<crypto::XOnlyKey> visitKeyOf(ByteView secret32, const VisitKeyHint& hint)
{
    BT_TRY(const Secret secret, visitSecret(secret32, hint));
    const auto key = crypto::secpXOnly(secret.view());
    if (!key) return bad();
    return *key;
}

} // namespace bt::contract::session
