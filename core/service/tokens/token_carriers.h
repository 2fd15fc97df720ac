// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How transfers of BTAI leave: "token_send" pays somebody, "token_merge" joins scattered UTXOs of ours before it. The
//! errand names a TokenMove ("move" in extra). Worker thread only.
#pragma once

#include "service/dispatcher.h"
#include "service/tokens/token_book.h"
#include "service/tokens/token_wallet.h"

namespace bt::service {

inline constexpr const char* kTokenSend = "token_send";
inline constexpr const char* kTokenMerge = "token_merge";

//! A plan of the token's builder with our coins, signed.
[[nodiscard]] Result<Signed> signTransfer(Context& context, const TokenWallet& wallet, contract::token::Plan plan, const Bytes& payload,
                                          std::string_view relation);
//! Posts a transfer that joins as many scattered UTXOs of ours as `amount` takes, once for each state of the wallet and
//! `payment` (any name); why that could not be done.
[[nodiscard]] Result<void> joinTokens(Context& context, Dispatcher& dispatcher, const TokenWallet& wallet, const std::string& payment,
                                      contract::token::Units amount);
//! Registers both.
void carryTokens(Context& context, Dispatcher& dispatcher, TokenWallet& wallet, TokenBook& book);

} // namespace bt::service
