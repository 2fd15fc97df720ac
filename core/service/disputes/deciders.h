// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Who decides if two people cannot agree: the key with which a persona decides for others, the short code that names such a
//! key, and whom this persona names for her own visits. Thread safety: all functions are; those with a Context: worker.
#pragma once

#include "service/booking_terms.h"
#include "service/context.h"

namespace bt::service {

//! The secret with which this persona decides: from her recovery words, the same on every computer.
[[nodiscard]] Secret decidingSecret(const vault::Vault& vault);
//! "BTDECIDER1:" and 58 capitals and digits with a checksum in them: short enough to read out, dense in a QR code.
[[nodiscard]] std::string deciderCode(const crypto::XOnlyKey& key);
//! White space and small letters are forgiven. \returns "dispute.bad_code".
[[nodiscard]] Result<crypto::XOnlyKey> readDeciderCode(std::string_view text);

[[nodiscard]] Result<Deciders> namedDeciders(Context& context);
//! "dispute.same_decider": the two must differ.
[[nodiscard]] Result<void> nameDeciders(Context& context, const Deciders& deciders);

} // namespace bt::service
