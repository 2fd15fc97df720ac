// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A therapist's own reputation, and what a visit's two sides must agree on for it to be rated: the salted name in the
//! terms, and the permit for one visit (docs/decisions/0010, 0017). Worker thread; what takes no Context is pure.
#pragma once

#include "contract/reputation/reputation.h"
#include "records/listing.h"
#include "service/visit.h"

namespace bt::service {

struct Context;

//! Whose levies weigh on a network. Zeros: none do, since it has no BTAI or no pool.
struct RatingAsset {
    kaspa::CovenantId token, pool;
};
[[nodiscard]] RatingAsset ratingAssetOf(const ledger::NetworkParams& network);
[[nodiscard]] bool weighs(const records::ListedReputation& listed, const RatingAsset& asset);

//! The salt of a reputation's name in a visit's terms. Made of the salts of all four parts, which both sides know and no
//! ending opens together: so it needs no letter, comes back with the recovery words, and a dispute does not show the name.
[[nodiscard]] contract::session::Salt ratingSalt(const contract::session::Terms& terms);
//! What DisputeTerms::reputation says for this reputation.
[[nodiscard]] Hash256 ratingName(const records::ListedReputation& listed, const contract::session::Terms& terms);

//! The persona's own. `born`: a block had its birth; its id does not change when that block is taken back.
struct OwnReputation {
    records::ListedReputation listed;
    bool born = false;
};
[[nodiscard]] Result<std::optional<OwnReputation>> ownReputation(Context& context);
//! Inside the caller's database transaction; nothing: forgets it.
[[nodiscard]] Result<void> keepOwnReputation(Context& context, const std::optional<OwnReputation>& own);
//! Signs permits and the proof in the listing; comes back with the recovery words.
[[nodiscard]] Secret reputationSecret(const Context& context);
//! The therapist's permit for a visit whose terms name her reputation; nothing if they name none, or another.
[[nodiscard]] Result<std::optional<crypto::Signature64>> permitFor(Context& context, const Visit& visit);
//! Keeps a permit that came with a letter until the ratings look at it; inside the caller's transaction.
[[nodiscard]] Result<void> keepPermit(Context& context, const std::string& visitId, const crypto::Signature64& permit);
[[nodiscard]] Result<std::optional<crypto::Signature64>> keptPermit(Context& context, const std::string& visitId);

[[nodiscard]] Bytes encodeListed(const records::ListedReputation& listed);
[[nodiscard]] Result<records::ListedReputation> decodeListed(ByteView bytes); //!< "service.bad_row"

} // namespace bt::service
