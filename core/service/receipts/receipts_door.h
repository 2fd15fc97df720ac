// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window can ask about receipts. Calls are asynchronous as Engine's.
#pragma once

#include "service/doors.h"
#include "service/receipts/receipts_view.h"

namespace bt::service {

class ReceiptsDoor
{
public:
    virtual ~ReceiptsDoor() = default;
    //! A therapist makes it at once; a patient's app asks the therapist's app by a letter. "receipt.nothing_paid".
    virtual Future<> ask(std::string visitId) = 0;
    //! The signed document, with what a patient adds to it now; nothing of the addition is kept. "receipt.not_there",
    //! "receipt.not_yours" for an addition by a therapist, "record.bad_text", "record.too_long".
    virtual Future<ReceiptDocument> document(std::string visitId, records::ReceiptAddition added) = 0;
    //! The same into a file, as JSON. "file.not_written".
    virtual Future<> save(std::string path, std::string visitId, records::ReceiptAddition added) = 0;
};

} // namespace bt::service
