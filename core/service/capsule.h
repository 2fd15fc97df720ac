// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A capsule is a sealed object for its own writer: announced beside a booking or an acceptance, found again with the
//! recovery words alone, and enough to go on with a visit whose money is still held. Worker thread.
#pragma once

#include "service/follower.h"

namespace bt::service {

[[nodiscard]] Result<Json> writeCapsule(Context& context, const Visit& visit);

//! A conversation as capsules keep it, with the other side's card: enough to go on with it.
struct ThreadCard {
    Thread thread;
    messaging::PrekeyBundle peer;
};
//! {"thread":{...},"peer":"..."}; "message.no_conversation".
[[nodiscard]] Result<Json> threadCard(Context& context, const std::string& threadId);
[[nodiscard]] Result<ThreadCard> readThreadCard(const Json& json); //!< "service.bad_capsule"

//! What a capsule found on the chain says.
struct Capsule {
    Visit visit; //!< phase Preparing until its birth or its session was read from the chain
    Thread thread;
    messaging::PrekeyBundle peer;
    std::string personaName;
    Role role = Role::Patient;
};
[[nodiscard]] Result<Capsule> readCapsule(ByteView plain);

//! Makes the visit of a capsule live again unless it is known. Inside the caller's database transaction.
//! \param arrival the pointer that led to it. \returns true if something was brought back.
[[nodiscard]] Result<bool> adoptCapsule(Context& context, Follower& follower, const Capsule& capsule, const Arrival& arrival);

} // namespace bt::service
