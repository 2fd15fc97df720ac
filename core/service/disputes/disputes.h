// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use case: a problem with a visit, from both sides (raise it, pick evidence, let it end) and from the side of those who
//! decide (look at both files, sign a division, pass it on). Worker thread.
#pragma once

#include "service/disputes/case_book.h"
#include "service/disputes/disputes_view.h"
#include "service/feature.h"

namespace bt::service {

class Disputes final : public Feature
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Disputes>> open(const FeatureParts& parts);

    [[nodiscard]] std::string_view name() const override { return "disputes"; }
    [[nodiscard]] Result<void> reload() override;
    [[nodiscard]] Result<void> accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block) override;
    [[nodiscard]] Result<void> takenBack(const std::string& about, const std::string& txid, ByteView before) override;
    [[nodiscard]] Result<void> begunAnew() override;
    [[nodiscard]] Result<bool> push() override;
    [[nodiscard]] Result<void> fill(Snapshot& snapshot) override;

    // As DisputesDoor says.
    [[nodiscard]] Result<void> nameDeciders(const std::string& ownCode, const std::string& jointCode);
    [[nodiscard]] Result<void> chooseEvidence(const std::string& visitId, const EvidenceChoice& choice);
    [[nodiscard]] Result<void> raise(const std::string& visitId);
    [[nodiscard]] Result<HandOver> caseFile(const std::string& visitId);
    [[nodiscard]] Result<void> lapse(const std::string& visitId);
    [[nodiscard]] Result<void> askPractice(const std::string& visitId);
    [[nodiscard]] CaseBook& cases() { return m_cases; }

private:
    Disputes(const FeatureParts& parts, CaseBook cases)
        : m_c(&parts.context), m_dispatcher(&parts.dispatcher), m_follower(&parts.follower), m_letters(&parts.letters),
          m_cases(std::move(cases))
    {}
    //! What this side keeps of one of its visits.
    struct Row {
        EvidenceChoice choice;
        bool practiceAsked = false;
        bool told = false; //!< that the other side raised a problem
    };
    [[nodiscard]] Result<void> readRows();
    [[nodiscard]] Result<void> save(const std::string& visitId, const Row& row);
    [[nodiscard]] Row rowOf(const std::string& visitId) const;
    [[nodiscard]] Result<void> postStep(const Visit& visit, const std::string& kind, const std::string& step);
    [[nodiscard]] DisputeView view(const Visit& visit, Millis now, std::uint64_t daaNow) const;
    Context* m_c;
    Dispatcher* m_dispatcher;
    Follower* m_follower;
    Letterbox* m_letters;
    CaseBook m_cases;
    std::map<std::string, Row> m_rows;
};

//! How long after it was raised the practice network's deciders divide half and half, if asked: an hour, in DAA scores.
inline constexpr std::uint64_t kPracticeDecidesAfter = 36'000;

} // namespace bt::service
