// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The door to problems over a local engine's worker. Thread safety: as DisputesDoor says.
#pragma once

#include "service/calls.h"
#include "service/disputes/disputes_door.h"

namespace bt::service {

class DisputesCalls final : public DisputesDoor
{
public:
    explicit DisputesCalls(const Calls& calls) : m_calls(&calls) {}
    Future<> nameDeciders(std::string ownCode, std::string jointCode) override;
    Future<> chooseEvidence(std::string visitId, EvidenceChoice choice) override;
    Future<> raiseProblem(std::string visitId) override;
    Future<HandOver> caseFile(std::string visitId) override;
    Future<> lapse(std::string visitId) override;
    Future<> askPractice(std::string visitId) override;
    Future<std::string> openFile(std::string text) override;
    Future<> dropCase(std::string caseId) override;
    Future<> decide(std::string caseId, Sompi toPatient) override;
    Future<> signDecision(std::string caseId) override;
    Future<HandOver> decisionFile(std::string caseId) override;
    Future<> sendDecision(std::string caseId) override;

private:
    const Calls* m_calls;
};

} // namespace bt::service
