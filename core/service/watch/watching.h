// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use case: a person lets somebody else watch over her visits. Worker thread.
#pragma once

#include "service/feature.h"
#include "service/watch/watch_list.h"

namespace bt::service {

class Watching final : public Feature
{
public:
    explicit Watching(const FeatureParts& parts) : m_c(&parts.context) {}
    [[nodiscard]] std::string_view name() const override { return "watch"; }
    //! Every visit whose money is held now; "node.*".
    [[nodiscard]] Result<WatchList> list();

private:
    Context* m_c;
};

} // namespace bt::service
