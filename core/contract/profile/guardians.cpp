// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/profile/guardians.h"

#include "kaspa/abi/codec.h"
#include "kaspa/abi/payload.h"

#include <algorithm>

namespace bt::contract::profile {
namespace {

tl::unexpected<Error> bad(const char* what) { return fail("profile.bad_guardians", {what}, "not a plan of guardians"); }

} // namespace

Result<void> checkGuardians(const Guardians& guardians)
{
    if (guardians.keys.empty() || guardians.keys.size() > kMaxGuardians) return bad("keys");
    if (guardians.needed == 0 || guardians.needed > guardians.keys.size()) return bad("needed");
    if (guardians.delay < kMinRecoveryDelay || guardians.delay > kMaxRecoveryDelay) return bad("delay");
    for (auto key = guardians.keys.begin(); key != guardians.keys.end(); ++key)
        if (!crypto::secpOnCurve(*key) || std::find(guardians.keys.begin(), key, *key) != key) return bad("keys");
    return {};
}

Result<Bytes> packGuardians(const Guardians& guardians)
{
    BT_CHECK(checkGuardians(guardians));
    Bytes out{guardians.needed};
    BT_TRY(const Bytes delay, kaspa::abi::encodePayload({kaspa::abi::Kind::Int, "", {}}, std::int64_t{guardians.delay}, {}));
    append(out, delay);
    for (std::size_t i = 0; i < kMaxGuardians; ++i) {
        if (i < guardians.keys.size()) append(out, guardians.keys[i].view());
        else out.resize(out.size() + XOnlyKey::size);
    }
    append(out, guardians.salt.view());
    return out;
}

Result<Hash256> guardiansHash(const Guardians& guardians)
{
    BT_TRY(const Bytes packed, packGuardians(guardians));
    return crypto::blake3(packed);
}

} // namespace bt::contract::profile
