// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window can ask about public profiles and their guardians. Rules as in Engine. Implemented over Calls.
#pragma once

#include "service/doors.h"
#include "service/profile/profile_view.h"

namespace bt::service {

class Calls;

class ProfileDoor
{
public:
    virtual ~ProfileDoor() = default;
    //! Publishes the profile, or its new edition. "profile.ended_for_good", "profile.busy", "record.*", "ledger.not_enough".
    virtual Future<> publish(std::vector<ProfileFieldView> fields) = 0;
    //! What the app of that viewer shows: read by the same code, with exactly the keys that it was sent.
    //! \param threadId "": someone whom this person does not know.
    virtual Future<ProfileShown> viewAs(std::string threadId) = 0;
    virtual Future<> rotate() = 0;     //!< the key that was committed to takes over; calls a recovery off
    virtual Future<> callOff() = 0;    //!< of a recovery, by the everyday key. "profile.nothing_pending"
    virtual Future<> deactivate() = 0; //!< for ever; the deposit comes back

    virtual Future<> askGuardian(std::string threadId) = 0;
    virtual Future<> answerGuardian(std::string anchorId, bool yes) = 0;
    //! Those who agreed become guardians. "profile.bad_guardians" (args: what).
    virtual Future<> setGuardians(std::vector<std::string> threadIds, int needed, std::int64_t delayMs) = 0;

    //! Begins the recovery of a guarded profile for a new key: the signing text with this guardian's signature.
    virtual Future<std::string> startRecovery(std::string anchorId, std::string newKeyHex) = 0;
    virtual Future<RecoveryView> readRecovery(std::string text) = 0;
    //! The text with this guardian's signature too. "partial.*", "profile.*".
    virtual Future<std::string> signRecovery(std::string text) = 0;
    virtual Future<> sendRecovery(std::string text) = 0; //!< once enough have signed
    //! The person whom it is for takes the profile in, from a text that was sent. "profile.not_for_us".
    virtual Future<> adopt(std::string text) = 0;
};

[[nodiscard]] std::unique_ptr<ProfileDoor> makeProfileDoor(const Calls& calls);

} // namespace bt::service
