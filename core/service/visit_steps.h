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

    [[nodiscard]] Result<void> accept(const std::string& visitId);
    [[nodiscard]] Result<void> decline(const std::string& visitId);
    [[nodiscard]] Result<void> cancel(const std::string& visitId);
    [[nodiscard]] Result<void> complete(const std::string& visitId);
    [[nodiscard]] Result<void> claim(const std::string& visitId);
    //! Proposes a split of price and bond; the other side gets a transaction that lacks its signature.
    //! "visit.bad_split" if the parts are not possible (args: smallest part in sompi).
    [[nodiscard]] Result<void> proposeSplit(const std::string& visitId, Sompi toPatient);
    [[nodiscard]] Result<void> answerSplit(const std::string& visitId, bool agree);

    //! What the chain will see of a step that is about to be asked for. "contract.*" for one that is not open now.
    [[nodiscard]] Result<DisclosureView> disclose(const std::string& visitId, const std::string& step);
    //! Posts commit, begin and expiry of every live visit whose time has come. \returns true if anything was posted.
    [[nodiscard]] Result<bool> push();
    //! What the window shows; the rules of canX come from here.
    [[nodiscard]] Result<VisitView> view(const std::string& visitId);
    //! Declines requests that overlap one that is taken.
    [[nodiscard]] Result<void> declineOverlapping(const Visit& taken);

private:
    [[nodiscard]] Result<Visit> wanted(const std::string& visitId, bool VisitView::*permission);
    [[nodiscard]] Result<void> post(Visit visit, const std::string& step, std::vector<MailSlot> mails = {}, Json extra = Json::object());
    Context* m_c;
    Dispatcher* m_dispatcher;
};

} // namespace bt::service
