// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The two messages that a visit's keys sign for the program: attendance and record. Pure; no Qt. Thread safety: all
//! functions are.
#pragma once

#include "base/clock.h"
#include "contract/health_session/terms.h"
#include "kaspa/transaction.h"

namespace bt::contract::session {

//! "I attended": BLAKE3("bt/attend/v1" | covenant id). The patient signs it (BIP340) when she joins.
[[nodiscard]] Hash256 attendanceMessage(const kaspa::CovenantId& id);
//! "This took place": BLAKE3("bt/record/v1" | covenant id | record hash). The therapist signs it for the program; the
//! patient signs it too, for him to keep.
[[nodiscard]] Hash256 recordMessage(const kaspa::CovenantId& id, const Hash256& record);

//! The session record that both sign. Never audio or video.
struct Record {
    Millis startedAt;
    Millis endedAt;
    bool patientPresent = false;
    bool therapistPresent = false;
    Salt salt;
    bool operator==(const Record&) const = default;
};
//! BLAKE3 of "bt/visit-record/v1" and the KCC-1 packed fields in the order above.
[[nodiscard]] Hash256 recordHash(const Record& record);

} // namespace bt::contract::session
