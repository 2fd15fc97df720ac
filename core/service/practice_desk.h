// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use case: a therapist's hours, price, policy and licence, and the signed listing that says them to everyone. Issued
//! anew when anything changes, so that booked and blocked hours look alike. Worker thread.
#pragma once

#include "service/dispatcher.h"

namespace bt::service {

class PracticeDesk
{
public:
    PracticeDesk(Context& context, Dispatcher& dispatcher); //!< registers "listing"

    //! Gets a demo licence from the practice network's authority and keeps it. \param partner marks a practice partner.
    [[nodiscard]] Result<void> obtainLicence(const std::string& jurisdiction, bool partner);
    //! Checks and keeps the settings. "scheduling.*" (args as there), "practice.bad_price", "practice.bad_bond",
    //! "practice.bad_policy", "record.*".
    [[nodiscard]] Result<void> save(const PracticeView& practice);
    [[nodiscard]] Result<PracticeView> settings();
    //! Issues the listing if what it would say now differs from what it says. \returns true if an issue was posted.
    [[nodiscard]] Result<bool> refresh();

    //! The network no longer has the listing: the next refresh() announces it again.
    [[nodiscard]] Result<void> forgetListing();

private:
    Context* m_c;
    Dispatcher* m_dispatcher;
};

//! The listing as the settings make it now (not signed). "practice.not_set_up".
[[nodiscard]] Result<records::Listing> currentListing(Context& context);
//! Whether an hour is one of the practice's, were nothing booked and no notice needed.
[[nodiscard]] Result<bool> offersHour(Context& context, Millis startsAt);

} // namespace bt::service
