// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window shows of consents: who may read what until when, what was shared with us, and what there is to share.
//! Part of a Snapshot. Thread safety: values.
#pragma once

#include "service/snapshot.h"

namespace bt::service {

enum class ConsentStatus {
    Preparing, //!< the grant is in no block yet
    Live,
    Ending, //!< taken back here, in no block yet: nothing new goes out
    Expired,
    TakenBack,
    Failed, //!< it never reached the chain
    Lost,   //!< its network was begun anew
};

struct ConsentView {
    std::string id; //!< local
    std::string threadId, peerId, peerName;
    std::string dataClass; //!< code
    bool mine = false;     //!< given by this person; else given to her
    ConsentStatus status = ConsentStatus::Preparing;
    Millis until;                          //!< its end as agreed
    Millis grantedAt, endedAt;             //!< of the blocks; zero: none
    std::string covenantId, txid, endTxid; //!< hex
    std::string outpoint;                  //!< "txid:index"
    Sompi deposit;
    bool provable = false; //!< a proof can be saved
};

struct ConsentPersonView {
    std::string threadId, peerId, name, avatarSeed;
    bool licensed = false;
};
//! One part of what this person keeps.
struct OwnRecordView {
    std::string dataClass, text;
    Millis writtenAt; //!< zero: nothing yet
};
//! What somebody else lets this person read now.
struct SharedRecordView {
    std::string consentId, threadId, peerName, dataClass;
    std::string text; //!< "" while it is being fetched, or cleared
    Millis writtenAt, until;
    bool here = false; //!< the text was fetched and opened
};

struct ConsentsView {
    std::vector<ConsentPersonView> people; //!< everyone this person talks with
    std::vector<OwnRecordView> own;        //!< beside records::kDataClasses
    std::vector<ConsentView> consents;     //!< newest first, ended ones too
    std::vector<SharedRecordView> shared;  //!< newest first
    Sompi deposit;                         //!< of a grant; comes back
};

} // namespace bt::service
