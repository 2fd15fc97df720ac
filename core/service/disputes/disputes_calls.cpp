// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/disputes/disputes_calls.h"

#include "service/disputes/disputes.h"

namespace bt::service {

Future<> DisputesCalls::nameDeciders(std::string ownCode, std::string jointCode)
{
    return m_calls->withPersona<void>(access::Use::NameDeciders, [own = std::move(ownCode), joint = std::move(jointCode)](Persona& p) {
        return p.feature<Disputes>().nameDeciders(own, joint);
    });
}
Future<> DisputesCalls::chooseEvidence(std::string visitId, EvidenceChoice choice)
{
    return m_calls->withPersona<void>({access::Use::ChooseEvidence, visitId}, [id = visitId, choice = std::move(choice)](Persona& p) {
        return p.feature<Disputes>().chooseEvidence(id, choice);
    });
}
Future<> DisputesCalls::raiseProblem(std::string visitId)
{
    return m_calls->spending<void>({access::Use::RaiseProblem, visitId},
                                   [id = visitId](Persona& p) { return p.feature<Disputes>().raise(id); });
}
Future<HandOver> DisputesCalls::caseFile(std::string visitId)
{
    return m_calls->asking<HandOver>({access::Use::MakeCaseFile, visitId},
                                     [id = visitId](Persona& p) { return p.feature<Disputes>().caseFile(id); });
}
Future<> DisputesCalls::lapse(std::string visitId)
{
    return m_calls->spending<void>({access::Use::LapseProblem, visitId},
                                   [id = visitId](Persona& p) { return p.feature<Disputes>().lapse(id); });
}
Future<> DisputesCalls::askPractice(std::string visitId)
{
    return m_calls->spending<void>({access::Use::AskPracticeDeciders, visitId},
                                   [id = visitId](Persona& p) { return p.feature<Disputes>().askPractice(id); });
}
Future<std::string> DisputesCalls::openFile(std::string text)
{
    return m_calls->withPersona<std::string>(access::Use::OpenCase,
                                             [text = std::move(text)](Persona& p) { return p.feature<Disputes>().cases().openFile(text); });
}
Future<> DisputesCalls::dropCase(std::string caseId)
{
    return m_calls->withPersona<void>(access::Use::DropCase,
                                      [id = std::move(caseId)](Persona& p) { return p.feature<Disputes>().cases().drop(id); });
}
Future<> DisputesCalls::decide(std::string caseId, Sompi toPatient)
{
    return m_calls->spending<void>(access::Use::DecideCase, [id = std::move(caseId), toPatient](Persona& p) {
        return p.feature<Disputes>().cases().decide(id, toPatient);
    });
}
Future<> DisputesCalls::signDecision(std::string caseId)
{
    return m_calls->spending<void>(access::Use::SignDecision,
                                   [id = std::move(caseId)](Persona& p) { return p.feature<Disputes>().cases().sign(id); });
}
Future<HandOver> DisputesCalls::decisionFile(std::string caseId)
{
    return m_calls->asking<HandOver>(access::Use::MakeDecisionFile,
                                     [id = std::move(caseId)](Persona& p) { return p.feature<Disputes>().cases().decisionFile(id); });
}
Future<> DisputesCalls::sendDecision(std::string caseId)
{
    return m_calls->spending<void>(access::Use::SendDecision,
                                   [id = std::move(caseId)](Persona& p) { return p.feature<Disputes>().cases().send(id); });
}

} // namespace bt::service
