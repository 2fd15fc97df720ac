// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! How a side stands, BTAI included, for what a failing test says.
#pragma once

#include "service/tokens/tokens_view.h"
#include "service/two_sides.h"

namespace bt::test {

inline QString explainTokens(const Side& side)
{
    const auto s = side.now();
    if (!s->tokens) return side.explain();
    return side.explain() +
           QStringLiteral(" available=%1 waiting=%2 held=%3").arg(s->tokens->available).arg(s->tokens->waiting).arg(s->tokens->held);
}

} // namespace bt::test
