// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a payment costs and shows, in sentences, before it is signed. GUI thread.
#pragma once

#include "format.h"

#include <QStringList>

namespace bt::app {

//! "Network fee under 0.01 € (0.00021 KAS)." With a currency that is KAS itself, once.
[[nodiscard]] QString feeWords(const Format& format, Sompi fee);
//! What anyone who reads the chain learns, each as a sentence. Empty for a payment that could not be planned.
[[nodiscard]] QStringList chainSees(const Format& format, const service::DisclosureView& payment);

} // namespace bt::app
