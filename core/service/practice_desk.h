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
    PracticeDesk(Context& context, Dispatcher& dispatcher); //!< registers "listing" and "practice"

    //! Gets a demo licence from the practice network's authority and keeps it. \param partner marks a practice partner.
    [[nodiscard]] Result<void> obtainLicence(const std::string& jurisdiction, bool partner);
    //! Checks and keeps the settings. "scheduling.*" (args as there), "practice.bad_price", "practice.bad_bond",
    //! "practice.bad_policy", "record.*".
    [[nodiscard]] Result<void> save(const PracticeView& practice);
    [[nodiscard]] Result<PracticeView> settings();
    //! Issues the listing if what it would say now differs from what it says, and keeps the settings in a capsule.
    //! \returns true if anything was posted.
    [[nodiscard]] Result<bool> refresh();

    //! The network no longer has the listing and the capsule: the next refresh() writes both again.
    [[nodiscard]] Result<void> forgetListing();

private:
    [[nodiscard]] Result<bool> keep(ByteView practice); //!< true if a capsule of the settings was posted
    Context* m_c;
    Dispatcher* m_dispatcher;
};

//! "feature" of the capsule that holds the settings and the licence: a listing shows open hours only, and no buffer, days
//! off or weekly hours.
inline constexpr std::string_view kPracticeCapsule = "practice";
//! Such a capsule of our own, found again: taken over unless newer settings are here. "service.bad_capsule".
[[nodiscard]] Result<void> adoptPractice(Context& context, const Json& capsule);

//! The listing as the settings make it now (not signed). "practice.not_set_up".
[[nodiscard]] Result<records::Listing> currentListing(Context& context);
//! Whether an hour is one of the practice's, were nothing booked and no notice needed.
[[nodiscard]] Result<bool> offersHour(Context& context, Millis startsAt);

} // namespace bt::service
