// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! One table from error codes to sentences: what happened, what it means, what to do. Pure, GUI thread (translations).
#pragma once

#include "base/result.h"

#include <QString>

namespace bt::app {

class Format;

//! The sentence for a person. Codes that the table does not know get the sentence of their family ("store."), and
//! codes without a family an honest general one that names the code, so that it can be looked up or reported.
[[nodiscard]] QString errorText(const Error& error);
[[nodiscard]] QString errorText(std::string_view code);
//! The same; amounts among the arguments (the core hands them over in sompi) are written in the person's currency.
[[nodiscard]] QString errorText(const Error& error, const Format& format);
//! True if the table has a sentence for exactly this code or for its family.
[[nodiscard]] bool hasErrorText(std::string_view code);

} // namespace bt::app
