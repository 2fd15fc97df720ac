// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a visit in BTAI asks of the network and of the token wallet: its asset, the tokens that pay it, the coin of a bond.
//! Worker thread only; what takes no Context is pure.
#pragma once

#include "contract/health_session/steps.h"
#include "records/listing.h"
#include "service/tokens/tokens.h"

namespace bt::service {

//! The part of the price that goes to the reward pool, where a network has one: it is what the rating of the visit weighs.
inline constexpr std::uint32_t kLevyBps = 100;
//! What the patient adds in KAS to a visit in BTAI: into the visit, and under its tokens.
inline constexpr Sompi kTokenVisitDeposit{contract::session::kDeposit.value + 2 * contract::token::kCarrier.value};
//! More than the fee of booking one takes, from as many UTXOs as it may take.
inline constexpr Sompi kTokenFeeBound{kSompiPerKas / 50};

//! The persona's BTAI; "token.absent" where it has none.
[[nodiscard]] Result<Tokens*> tokensOf(Context& c);
//! What a visit in BTAI at this price is paid in on this network: its token, its pool and the levy; zeros for both where
//! it has no pool. "token.absent".
[[nodiscard]] Result<contract::session::Asset> assetOf(const ledger::NetworkParams& network, Sompi price);
//! The asset of a visit that a listing offers; nothing for KAS. "token.other" if she wants another token than the network's.
[[nodiscard]] Result<std::optional<contract::session::Asset>> assetOf(const ledger::NetworkParams& network,
                                                                      const records::Listing& listing);
//! Whether a listing's visits can be paid here: in KAS, or in this network's BTAI where that has a worth.
[[nodiscard]] bool payable(const ledger::NetworkParams& network, const records::Listing& listing);

//! What bookings are paid from.
struct TokenPurse {
    std::vector<OwnToken> tokens;
    std::vector<ledger::Coin> coins;
};
//! What is free now. "token.absent".
[[nodiscard]] Result<TokenPurse> purseOf(Context& c);

//! A booking with tokens and a coin of ours.
struct TokenFunding {
    contract::session::TokenBooking booking;
    ledger::Coin first;          //!< authorises the birth
    std::vector<OwnToken> spent; //!< by the booking
};
//! \param sketch true: for a price; no key is used up. "token.not_enough", "token.scattered", "ledger.not_enough".
[[nodiscard]] Result<TokenFunding> fundingOf(Context& c, const contract::session::State& state, std::string_view relation, bool sketch);
[[nodiscard]] Result<TokenFunding> fundingFrom(Context& c, const TokenPurse& purse, const contract::session::State& state,
                                               std::string_view relation, bool sketch);
//! Books in the purse alone: for the price of several visits, of which each is paid from what the one before leaves. The
//! purse is as before where it fails. \param payload bytes. \returns the fee; errors as above.
[[nodiscard]] Result<Sompi> takeFrom(Context& c, TokenPurse& purse, const contract::session::State& state, std::size_t payload,
                                     const std::string& relation);
//! The token that holds the bond of a visit. "token.not_enough", "token.scattered".
[[nodiscard]] Result<contract::session::BondCoin> bondOf(Context& c, const contract::session::State& state, std::string_view relation);
//! What a carrier answers when tokens do not suffice for `amount` of that visit: scattered ones become one first (posts that), and what is on its way to
//! us is waited for ("service.not_yet"); anything else as it is.
[[nodiscard]] tl::unexpected<Error> afterTokens(Context& c, const std::string& visitId, Sompi amount, Error why);
//! A signed transaction takes tokens of ours, or never will; inside the database transaction that says so.
[[nodiscard]] Result<void> tokensSpent(Context& c, const kaspa::Transaction& tx, const std::string& txid);
[[nodiscard]] Result<void> tokensUnspent(Context& c, const std::string& txid);

//! What a side of a visit gets in the coins that the visit is paid in: KAS, or base units of BTAI.
[[nodiscard]] Sompi shareOfSide(const contract::session::State& state, const contract::session::Outcome& outcome, Role side);

} // namespace bt::service
