// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! RIPEMD-160, for the key fingerprints of BIP32 only: they are labels, no protection rests on them. Pure; no Qt.
#pragma once

#include "base/fixed.h"

namespace bt::kaspa {

using Ripemd = Fixed<20, struct RipemdTag>;
[[nodiscard]] Ripemd ripemd160(ByteView data);

} // namespace bt::kaspa
