// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Use cases of a visit after it was asked for: every step of the program, by a person's wish or because its time has
//! come. A wish is an intent; the plan is made from the visit's state at the moment of sending. Worker thread.
#pragma once

#include "service/dispatcher.h"
#include "service/projector.h"

namespace bt::service {

class VisitSteps
{
public:
    VisitSteps(Context& context, Dispatcher& dispatcher); //!< registers the carrier of "step"

    [[nodiscard]] Result<void> accept(const std::string& visitId) { return accept(std::vector<std::string>{visitId}); }
    //! All of them, or none if one may not be accepted now or the money for the bonds is short.
    [[nodiscard]] Result<void> accept(const std::vector<std::string>& visitIds);
    [[nodiscard]] Result<void> decline(const std::string& visitId);
    //! Whoever cancels gets what cancelling gave at this moment, or it does not happen ("visit.outcome_changed" is told).
    [[nodiscard]] Result<void> cancel(const std::string& visitId);
    //! The same for a visit that wanted(..., &VisitView::canCancel) gave; inside the caller's database transaction.
    [[nodiscard]] Result<void> postCancel(const Visit& visit);
    //! A visit in which this side may do something now; "visit.unknown", "visit.not_now".
    [[nodiscard]] Result<Visit> wanted(const std::string& visitId, bool VisitView::*permission);
    [[nodiscard]] Result<void> complete(const std::string& visitId);
    [[nodiscard]] Result<void> claim(const std::string& visitId);
    //! Proposes a split of price and bond; the other side gets a transaction that lacks its signature.
    //! "visit.bad_split" if the parts are not possible (args: smallest part in sompi).
    [[nodiscard]] Result<void> proposeSplit(const std::string& visitId, Sompi toPatient);
    [[nodiscard]] Result<void> answerSplit(const std::string& visitId, bool agree);

    //! What the chain will see of a step that is about to be asked for. "contract.*" for one that is not open now.
    [[nodiscard]] Result<DisclosureView> disclose(const std::string& visitId, const std::string& step);
    //! Posts what every live visit needs whose time has come: commit, begin, expiry, lapse, and the price for the
    //! therapist. \returns true if anything was posted.
    [[nodiscard]] Result<bool> push();
    //! What the window shows; the rules of canX come from here.
    [[nodiscard]] Result<VisitView> view(const std::string& visitId);
    //! Declines requests that overlap one that is taken.
    [[nodiscard]] Result<void> declineOverlapping(const Visit& taken);

private:
    [[nodiscard]] Result<void> haveBonds(const std::vector<Visit>& visits);
    [[nodiscard]] Result<void> acceptOne(const Visit& visit);
    [[nodiscard]] Result<void> post(Visit visit, const std::string& step, std::vector<MailSlot> mails = {}, Json extra = Json::object());
    Context* m_c;
    Dispatcher* m_dispatcher;
};

} // namespace bt::service
