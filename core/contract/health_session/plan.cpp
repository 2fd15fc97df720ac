// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/plan.h"

namespace bt::contract::session {

std::string_view stepName(Step step)
{
    switch (step) {
    case Step::Book: return "book";
    case Step::Accept: return "accept";
    case Step::Decline: return "decline";
    case Step::ExpireRequest: return "expire-request";
    case Step::CancelByPatient: return "cancel-by-patient";
    case Step::Commit: return "commit";
    case Step::Begin: return "begin";
    case Step::BeginAttended: return "begin-attended";
    case Step::CancelByTherapist: return "cancel-by-therapist";
    case Step::Complete: return "complete";
    case Step::ClaimAttended: return "claim-attended";
    case Step::Claim: return "claim";
    case Step::ClaimForTherapist: return "claim-for-therapist";
    case Step::Dispute: return "dispute";
    case Step::Agree: return "agree";
    case Step::Resolve: return "resolve";
    case Step::LapseAttended: return "lapse-attended";
    case Step::Lapse: return "lapse";
    case Step::DropTicket: return "drop-ticket";
    }
    return "unknown";
}

Result<Bytes> finish(const Plan& plan, const std::vector<kaspa::InputSignature>& signatures)
{
    if (signatures.size() != plan.signatureSlots.size()) return fail("contract.bad_signatures", "one signature for each that is wanted");
    BT_TRY(const Version* version, versionOf(plan.program));
    std::vector<kaspa::abi::Value> arguments = plan.arguments;
    for (std::size_t i = 0; i < signatures.size(); ++i) arguments[plan.signatureSlots[i]] = signatures[i].view();
    const kaspa::abi::Program& program = plan.program == version->ticket.templateHash() ? version->ticket : version->session;
    return program.callScript(plan.entry, arguments, plan.redeemScript);
}

} // namespace bt::contract::session
