// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The therapist's fresh key of a visit, which only the two of them can connect with his listing (protocols.md):
//! P' = P + H("bt/visit/v1", ECDH(e, P), n) G. Pure; no Qt. Thread safety: all functions are.
#pragma once

#include "base/random.h"
#include "crypto/secp256k1.h"

namespace bt::contract::session {

using VisitNonce = Fixed<32, struct VisitNonceTag>;

//! What travels in the sealed request beside the key that it leads to.
struct VisitKeyHint {
    crypto::XOnlyKey ephemeral; //!< e's public key
    VisitNonce nonce;
    bool operator==(const VisitKeyHint&) const = default;
};
struct DerivedVisitKey {
    crypto::XOnlyKey key; //!< P'
    VisitKeyHint hint;
};

//! The patient's side. \param listed P of the listing. "contract.bad_visit_key" if it is not on the curve.
[[nodiscard]] Result<DerivedVisitKey> deriveVisitKey(const crypto::XOnlyKey& listed, Random& random);
//! Same with given e and n, for vectors. \param ephemeral32 secret scalar.
[[nodiscard]] Result<DerivedVisitKey> deriveVisitKey(const crypto::XOnlyKey& listed, ByteView ephemeral32, const VisitNonce& nonce);
//! The therapist's side: the secret of P'. \param secret32 the secret of P.
[[nodiscard]] Result<Secret> visitSecret(ByteView secret32, const VisitKeyHint& hint);
//! The therapist's side without the secret of P': what P' must be. "contract.bad_visit_key".
[[nodiscard]] Result<crypto::XOnlyKey> visitKeyOf(ByteView secret32, const VisitKeyHint& hint);

} // namespace bt::contract::session
