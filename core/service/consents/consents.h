// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Feature: who may read which part of this person's record, for what, until when. A consent is a receipt on the chain and
//! evidence in the conversation; what it lets read travels as sealed objects whose content keys only its readers get.
//! Worker thread only.
#pragma once

#include "service/consents/consent.h"
#include "service/consents/consents_view.h"
#include "service/feature.h"
#include "service/patience.h"

namespace bt::service {

class Consents final : public Feature
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Consents>> open(const FeatureParts& parts);

    // What ConsentsDoor asks.
    [[nodiscard]] Result<void> grant(const std::string& threadId, const std::string& dataClass, Millis until);
    [[nodiscard]] Result<void> takeBack(const std::string& threadId, const std::string& dataClass);
    [[nodiscard]] Result<DisclosureView> disclose(const std::string& threadId);
    [[nodiscard]] Result<void> write(const std::string& dataClass, const std::string& text);
    //! The proof as bytes of a file.
    [[nodiscard]] Result<Bytes> proof(const std::string& consentId, bool showGrantee, bool showScope);

    // What a feature is.
    [[nodiscard]] std::string_view name() const override { return "consents"; }
    [[nodiscard]] Result<void> reload() override { return m_store.reload(); }
    [[nodiscard]] Result<void> accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block) override;
    [[nodiscard]] Result<void> takenBack(const std::string& about, const std::string& txid, ByteView before) override;
    [[nodiscard]] Result<void> begunAnew() override;
    [[nodiscard]] std::span<const std::string_view> letterKinds() const override;
    [[nodiscard]] Result<void> letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival) override;
    [[nodiscard]] Result<void> capsule(const Json& json, const Arrival& arrival) override;
    [[nodiscard]] Result<bool> push() override;
    [[nodiscard]] Result<void> fill(Snapshot& snapshot) override;

    [[nodiscard]] const ConsentStore& store() const { return m_store; } //!< for tests

private:
    Consents(const FeatureParts& parts, ConsentStore store) : m_p(parts), m_c(&parts.context), m_store(std::move(store)) {}
    // letters
    [[nodiscard]] Result<void> onGranted(const Json& body, const Arrived& arrived);
    [[nodiscard]] Result<void> onRecord(const Json& body, const Arrived& arrived);
    [[nodiscard]] Result<void> tell(const Consent& consent);
    [[nodiscard]] Result<void> send(const Consent& consent, const OwnRecord& record);
    // the record
    [[nodiscard]] Result<void> sealAnew(OwnRecord record);
    [[nodiscard]] Result<bool> fetch();
    [[nodiscard]] Result<bool> tidy();
    [[nodiscard]] Result<bool> dropStale();
    // consents
    [[nodiscard]] Result<void> end(Consent consent, std::string_view step);
    [[nodiscard]] Result<bool> pushMine(const Consent& consent);
    [[nodiscard]] Result<bool> pushTheirs(const Consent& consent);
    [[nodiscard]] Result<bool> endAgain(const Consent& consent, const std::string& step);
    [[nodiscard]] Result<void> ended(Consent next, const std::string& step, const ledger::AcceptedTx& tx,
                                     const ledger::AcceptedBlock& block);
    [[nodiscard]] Result<void> catchUp(const std::string& consentId, const ledger::BlockHash& from);
    [[nodiscard]] Result<void> apply(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block, const std::string& only);
    [[nodiscard]] std::vector<Consent> cell(const std::string& threadId, const std::string& dataClass) const;
    [[nodiscard]] ConsentStatus statusOf(const Consent& consent, Millis now) const;

    FeatureParts m_p;
    Context* m_c;
    ConsentStore m_store;
    std::map<std::string, Millis> m_tried;     //!< when an ending was posted last
    Patience m_absent{2 * kSecond, kHour, 10}; //!< with records that nobody had, by consent and CID
};

} // namespace bt::service
