// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use cases of receipts (docs/decisions/0017): the therapist's app signs what was paid, by itself when a patient's asks; the
//! patient's believes only what agrees with its own chain. What she adds is signed by her and kept nowhere. Worker thread.
#pragma once

#include "service/feature.h"
#include "service/receipts/receipts_door.h"

namespace bt::service {

class Calls;

class Receipts final : public Feature
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Feature>> make(const FeatureParts& parts);

    [[nodiscard]] std::string_view name() const override { return "receipts"; }
    [[nodiscard]] Result<void> reload() override;
    [[nodiscard]] std::span<const std::string_view> letterKinds() const override;
    [[nodiscard]] Result<void> letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival) override;
    [[nodiscard]] Result<void> fill(Snapshot& snapshot) override;

    // As ReceiptsDoor says.
    [[nodiscard]] Result<void> ask(const std::string& visitId);
    [[nodiscard]] Result<ReceiptDocument> document(const std::string& visitId, const records::ReceiptAddition& added);

private:
    struct Row {
        Millis asked;
        int answered = 0;              //!< therapist: how often it was sent
        Bytes document;                //!< without any addition; empty: none
        records::ReceiptNumber number; //!< of the document, as its payment
        records::ReceiptTx payment;
    };
    explicit Receipts(const FeatureParts& parts) : m_c(&parts.context), m_letters(&parts.letters) {}
    [[nodiscard]] static Result<void> label(Row& row); //!< number and payment from the document
    [[nodiscard]] Result<void> save(const std::string& visitId, Row row);
    [[nodiscard]] Row of(const std::string& visitId) const;
    //! Therapist: signed, or the one that was signed before. Inside the caller's transaction.
    [[nodiscard]] Result<Bytes> issue(const Visit& visit);
    Context* m_c;
    Letterbox* m_letters;
    std::map<std::string, Row> m_rows;
};

//! The payment that a receipt is about; nothing while the visit has not ended with one, or no block has it.
struct ReceiptPayment {
    records::ReceiptTx tx;
    Sompi amount; //!< without anyone's stake and fee
    Millis at;
};
[[nodiscard]] std::optional<ReceiptPayment> paymentOf(const Visit& visit);
//! What a visit's payment says to both sides, without number, licence and time of issue. "receipt.nothing_paid" without a
//! payment.
[[nodiscard]] Result<records::Receipt> receiptOf(Context& context, const Visit& visit);

[[nodiscard]] std::unique_ptr<ReceiptsDoor> makeReceiptsDoor(const Calls& calls); //!< `calls` must outlive it

} // namespace bt::service
