// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Receipts as the window shows them. Plain values. Thread safety: a published view is never changed.
#pragma once

#include "records/receipt.h"

#include <map>
#include <string>

namespace bt::service {

//! Of one visit that ended with a payment to the therapist.
struct ReceiptView {
    enum class State {
        None,  //!< can be had
        Asked, //!< patient: the therapist's app has not answered yet
        Ready,
    };
    State state = State::None;
    std::string number; //!< hex, when Ready
};
struct ReceiptsView {
    std::map<std::string, ReceiptView> visits; //!< by id
};

//! How a licence in a receipt was judged, at the time the receipt was issued.
struct ReceiptLicence {
    bool trusted = false; //!< signed by an authority that this program trusts, and valid then
    std::string registerId, jurisdiction, authority;
    bool practicePartner = false;
};
//! A receipt that was opened, signatures and all.
struct ReceiptDocument {
    records::SignedReceipt content;
    ReceiptLicence licence;
    std::int64_t micros = 0; //!< the amount in millionths of the currency
    Bytes json;              //!< the document
};
//! Reads a document from anyone. Errors of records::openReceipt.
[[nodiscard]] Result<ReceiptDocument> readReceipt(ByteView json);

} // namespace bt::service
