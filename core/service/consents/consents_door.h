// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What the window can ask about consents. Rules as in Engine. Implemented over Calls.
#pragma once

#include "service/doors.h"
#include "service/snapshot.h"

#include <memory>

namespace bt::service {

class Calls;

class ConsentsDoor
{
public:
    virtual ~ConsentsDoor() = default;
    //! Lets the other side of a conversation read a part of the record until then; when there is a consent for it already,
    //! the new end takes its place. "consent.bad_end" (not in the future, or over five years), "consent.unknown_class",
    //! "message.no_conversation", "ledger.not_enough".
    virtual Future<> grant(std::string threadId, std::string dataClass, Millis until) = 0;
    //! Takes it back: nothing new goes out from this moment. "consent.not_given".
    virtual Future<> takeBack(std::string threadId, std::string dataClass) = 0;
    //! What the chain would see of a grant.
    virtual Future<DisclosureView> disclose(std::string threadId) = 0;
    //! Writes a part of the record; those who may read it receive the new version. "record.too_long", "record.bad_text".
    virtual Future<> write(std::string dataClass, std::string text) = 0;
    //! Saves a proof of a consent, signed by this person. Of whom and of what may be left closed.
    //! "consent.not_provable", "file.not_written".
    virtual Future<> saveProof(std::string consentId, bool showGrantee, bool showScope, std::string path) = 0;
};

[[nodiscard]] std::unique_ptr<ConsentsDoor> makeConsentsDoor(const Calls& calls);

} // namespace bt::service
