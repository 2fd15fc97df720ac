// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The cases that this persona was given to decide: both sides' files and the division on the table, in the persona's sealed
//! database. Worker thread.
#pragma once

#include "service/disputes/decision.h"
#include "service/disputes/disputes_view.h"

namespace bt::service {

class CaseBook
{
public:
    [[nodiscard]] static Result<CaseBook> open(Context& context, Dispatcher& dispatcher);
    [[nodiscard]] Result<void> reload();

    // As DisputesDoor says.
    [[nodiscard]] Result<std::string> openFile(const std::string& text);
    [[nodiscard]] Result<void> drop(const std::string& caseId);
    [[nodiscard]] Result<void> decide(const std::string& caseId, Sompi toPatient);
    [[nodiscard]] Result<void> sign(const std::string& caseId);
    [[nodiscard]] Result<HandOver> decisionFile(const std::string& caseId) const;
    [[nodiscard]] Result<void> send(const std::string& caseId);

    [[nodiscard]] std::vector<CaseView> views() const;
    //! The case whose money lies in this output, "" if none.
    [[nodiscard]] std::string at(const kaspa::Outpoint& outpoint) const;
    //! Its money has moved, or that was taken back by the chain.
    [[nodiscard]] Result<void> setOver(const std::string& caseId, bool over);
    [[nodiscard]] Result<void> forgetAll();

private:
    struct Case {
        CaseHead head;
        std::string patient, therapist, signing; //!< texts as they were opened; "" none
        bool over = false;
        std::int64_t intent = 0; //!< that sends it; 0: none
        Millis openedAt;
        // Read from the texts:
        std::optional<CaseFile> byPatient, byTherapist;
        std::optional<ledger::PartialSigning> table;
        std::optional<Decision> decision;
    };
    CaseBook(Context& context, Dispatcher& dispatcher) : m_c(&context), m_dispatcher(&dispatcher) {}
    [[nodiscard]] Result<Case> readRow(ByteView body) const;
    [[nodiscard]] Result<void> parse(Case& one) const;
    [[nodiscard]] Result<void> keep(const std::string& id, Case one);
    [[nodiscard]] Result<Case> live(const std::string& caseId) const;
    [[nodiscard]] Result<Case> joined(const CaseHead& head) const;
    [[nodiscard]] Result<std::string> takeCase(const std::string& text);
    [[nodiscard]] Result<std::string> takeSigning(const std::string& text);
    //! It was handed to the outbox, which has not given it up.
    [[nodiscard]] bool sending(const Case& one) const;
    [[nodiscard]] CaseView view(const std::string& id, const Case& one) const;
    Context* m_c;
    Dispatcher* m_dispatcher;
    std::map<std::string, Case> m_cases;
};

} // namespace bt::service
