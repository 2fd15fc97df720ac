// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window can ask about problems. Calls are asynchronous and obey the rules of Engine's.
#pragma once

#include "service/disputes/disputes_view.h"
#include "service/doors.h"

namespace bt::service {

class DisputesDoor
{
public:
    virtual ~DisputesDoor() = default;

    //! Whom this persona names in visits from now on; "" leaves it to the network. "dispute.bad_code", "dispute.same_decider".
    virtual Future<> nameDeciders(std::string ownCode, std::string jointCode) = 0;

    // --- a side of a visit -------------------------------------------------------------------------------------
    //! Keeps what this side shows; replaces what it had picked. "visit.unknown", "dispute.bad_evidence", "record.*".
    virtual Future<> chooseEvidence(std::string visitId, EvidenceChoice choice) = 0;
    virtual Future<> raiseProblem(std::string visitId) = 0; //!< "visit.not_now", "ledger.not_enough"
    //! The case file with what was picked, signed now. "visit.not_now" before the problem stands on the chain.
    virtual Future<HandOver> caseFile(std::string visitId) = 0;
    virtual Future<> lapse(std::string visitId) = 0; //!< "visit.not_now"
    //! Practice network: its deciders divide half and half after an hour. "visit.not_now".
    virtual Future<> askPractice(std::string visitId) = 0;

    // --- deciding for others -----------------------------------------------------------------------------------
    //! A case file or a file with signatures; what belongs together is put together. \returns the case's id.
    //! "case.*", "partial.*", "parts.*", "dispute.*".
    virtual Future<std::string> openFile(std::string text) = 0;
    virtual Future<> dropCase(std::string caseId) = 0;
    //! Proposes and signs a division; one that is on the table is replaced. "dispute.bad_split", "dispute.not_asked".
    virtual Future<> decide(std::string caseId, Sompi toPatient) = 0;
    virtual Future<> signDecision(std::string caseId) = 0;         //!< "partial.*", "case.moved"
    virtual Future<HandOver> decisionFile(std::string caseId) = 0; //!< "dispute.no_decision"
    virtual Future<> sendDecision(std::string caseId) = 0;         //!< "partial.incomplete", "case.moved"
};

} // namespace bt::service
