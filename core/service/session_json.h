// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! An instance of a visit's program as JSON: in the persona's rows, in watch lists and in a watcher's own file. Pure.
//! Thread safety: all functions are.
#pragma once

#include "contract/health_session/state.h"
#include "service/json_fields.h"

namespace bt::service {

[[nodiscard]] Json outpointJson(const kaspa::Outpoint& outpoint);
//! \param outer fails with it.
[[nodiscard]] kaspa::Outpoint readOutpoint(const Json& json, FieldReader& outer);
[[nodiscard]] Json assetJson(const contract::session::Asset& asset);
[[nodiscard]] contract::session::Asset readAsset(const Json& json, FieldReader& outer);
[[nodiscard]] Json sessionJson(const contract::session::Session& session);
[[nodiscard]] contract::session::Session readSession(const Json& json, FieldReader& outer);

} // namespace bt::service
