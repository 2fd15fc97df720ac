// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window shows of problems: one's own visits in dispute, and the cases that one is to decide for others.
//! Thread safety: values; a published one is never changed.
#pragma once

#include "service/snapshot.h"

#include <array>
#include <map>

namespace bt::service {

//! What a side picked to show to those who decide. Nothing is picked by default.
struct EvidenceChoice {
    std::string words;                  //!< own words; "" none
    std::vector<std::int64_t> messages; //!< ids of the visit's conversation
    bool attendance = false, record = false;
    bool operator==(const EvidenceChoice&) const = default;
};

struct DeciderView {
    std::string code;
    bool practice = false; //!< the network's published key: on the practice network alone worth anything
    bool mine = false;     //!< this persona's own
};

//! A problem of one of our visits: as it would be, before anyone raised it.
struct DisputeView {
    bool canRaise = false, canLapse = false, canAskPractice = false;
    bool raised = false, raisedByMe = false;
    Sompi stake;
    Sompi lapseToMe, lapseToThem; //!< of price and bond, if nobody decides
    bool lapseStakeToMe = false;  //!< who gets the stake then
    bool lapseAttended = false;   //!< by the patient's signed attendance; else all to the patient
    Millis lapsesAt;              //!< zero until it is raised
    std::int64_t lapseAfterMs = 0;
    bool practiceAsked = false;
    Millis practiceAt; //!< when the practice network's deciders decide half and half; zero: not asked
    EvidenceChoice chosen;
    bool hasAttendance = false, hasRecord = false;
    std::array<DeciderView, 3> deciders; //!< named by the patient, by the therapist, by both
};

//! A piece of evidence as this computer judged it.
struct CaseItemView {
    std::string kind; //!< words, message, attendance, record
    bool byPatient = false;
    Millis at; //!< zero: none
    std::string text;
    std::string standing; //!< signed (checked), both (both sides show it), said (one side's word)
};
struct CaseSideView {
    bool there = false;
    Millis writtenAt;
    std::vector<CaseItemView> items;
};

//! A proposed or signed division.
struct DecisionView {
    Sompi toPatient, toTherapist;
    Sompi fee;
    int signatures = 0;
    bool signedByMe = false;
    bool complete = false; //!< two of three: anyone may send it
    bool sending = false;
    std::string txid;
};

struct CaseView {
    std::string id; //!< hex of the visit's covenant id
    Sompi pot, stake;
    bool tokens = false; //!< the pot is BTAI
    bool raisedByPatient = false;
    int place = -1; //!< 0 named by the patient, 1 by the therapist, 2 by both; -1: nobody asks this persona
    CaseSideView patient, therapist;
    std::optional<DecisionView> decision;
    bool over = false; //!< its money has moved
    Millis openedAt;
};

struct DisputesView {
    std::string myCode;                        //!< to give to people who would name this persona
    std::string ownDecider, jointDecider;      //!< codes that this persona named; "": the network's
    std::map<std::string, DisputeView> visits; //!< by visit id: visits in which a problem could be, or is, raised
    std::vector<CaseView> cases;               //!< newest first
};

//! A text that leaves this computer as a file or as QR codes.
struct HandOver {
    std::string text;               //!< of the file
    std::vector<std::string> parts; //!< of the QR codes
};

} // namespace bt::service
