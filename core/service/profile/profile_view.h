// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window shows of public profiles: one's own, what a viewer sees of it, whose profiles one guards. Part of a
//! Snapshot. Thread safety: values.
#pragma once

#include "service/snapshot.h"

namespace bt::service {

struct ProfileFieldView {
    std::string label, text;
    bool contactsOnly = false;
    bool operator==(const ProfileFieldView&) const = default;
};
//! A profile as one viewer's own app reads it.
struct ProfileShown {
    bool readable = false; //!< the block is here and is what the chain says
    std::string name;
    std::vector<ProfileFieldView> fields;
    bool moreForContacts = false; //!< there is a part that this viewer cannot open
    Millis writtenAt;
};
enum class ProfileStage {
    None,      //!< never made
    Preparing, //!< its birth is in no block yet
    Live,
    Recovering, //!< guardians ask that another key take over
    Ended,
};
//! Somebody who may be, is, or was asked to be a guardian.
struct GuardianView {
    std::string threadId, name;
    bool asked = false, agreed = false, guards = false;
};
//! A profile that this person guards, or was asked to guard.
struct GuardedView {
    std::string id, did, threadId, name;
    bool asked = false;   //!< the answer is still open
    bool planned = false; //!< the plan is here: a recovery can be begun
    int needed = 0, of = 0;
    std::int64_t delayMs = 0;
    ProfileStage stage = ProfileStage::Live;
    Millis takesOverAt; //!< Recovering
};
struct KnownProfileView {
    std::string threadId, did;
    ProfileShown shown;
    bool ended = false;
};
struct ProfileView {
    ProfileStage stage = ProfileStage::None;
    std::string did, txid;
    std::vector<ProfileFieldView> fields; //!< as written last; the name is the persona's
    std::string pendingStep;              //!< waits for the network: publish, update, rotate, deactivate
    int needed = 0;                       //!< guardians in force
    std::int64_t delayMs = 0;
    std::vector<GuardianView> guardians; //!< everyone one talks with
    Millis takesOverAt;                  //!< Recovering: from then on the other key takes over
    std::string pendingKey;              //!< Recovering: hex
    bool mustRotate = false;             //!< after a recovery: one key stands for both
    std::string recoveryKey;             //!< hex: what guardians of a lost profile are given
    std::vector<GuardedView> guarded;
    std::vector<KnownProfileView> known;
    std::vector<std::pair<std::string, Millis>> history; //!< step, time
    Sompi deposit;
};

//! What a signing file of a recovery asks, computed from the chain and own rows.
struct RecoveryView {
    std::string name, did, newKey;
    int have = 0, needed = 0;
    bool mineIsIn = false, complete = false, canSign = false;
    std::int64_t delayMs = 0;
};

} // namespace bt::service
