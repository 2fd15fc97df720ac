// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A feature: a use case with rows, letters and a view of its own that stands beside visits and chat (tokens, consents,
//! rewards...). The persona holds them and offers each the same places to join in; no feature knows another's rows.
//! Worker thread only.
#pragma once

#include "service/letterbox.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace bt::service {

class Booking;

class Feature
{
public:
    virtual ~Feature() = default;

    //! Names its rows of undoing and its capsules: short, lasting, unique.
    [[nodiscard]] virtual std::string_view name() const = 0;
    //! Memory is read anew from the database: a transaction was rolled back.
    [[nodiscard]] virtual Result<void> reload() { return {}; }

    // --- the chain ---------------------------------------------------------------------------------------------
    //! A transaction that a block accepted, once each and in order, in the follower's database transaction. What it
    //! changes is to be undone by takenBack(): keep how it was by Follower::remember(block, name(), ...).
    [[nodiscard]] virtual Result<void> accepted(const ledger::AcceptedTx&, const ledger::AcceptedBlock&) { return {}; }
    //! A transaction that was read before a visit was known here (its capsule, or its letter, came later): what pays a key of that
    //! visit is found now. As accepted(); called again for what is known already, which must change nothing.
    [[nodiscard]] virtual Result<void> readAgain(const ledger::AcceptedTx&, const ledger::AcceptedBlock&) { return {}; }
    //! The block of a remembered row was taken back; newest row first.
    [[nodiscard]] virtual Result<void> takenBack(const std::string& /*about*/, const std::string& /*txid*/, ByteView /*before*/)
    {
        return {};
    }
    //! The practice network was begun anew: what stood on it is gone.
    [[nodiscard]] virtual Result<void> begunAnew() { return {}; }

    // --- letters -----------------------------------------------------------------------------------------------
    //! Kinds of FeatureLetter that belong to it. Each needs a row in access/uses.cpp that says who may write it; a persona
    //! with a kind without one does not open.
    [[nodiscard]] virtual std::span<const std::string_view> letterKinds() const { return {}; }
    //! A letter of such a kind, once, in a database transaction that rolls back on an error. A counterpart wrote it:
    //! nothing in it is to be believed unchecked.
    [[nodiscard]] virtual Result<void> letter(const FeatureLetter&, const Arrived&, const Arrival&) { return {}; }
    //! A capsule that this feature once wrote ("feature": name() in it), found again after a restore.
    [[nodiscard]] virtual Result<void> capsule(const Json&, const Arrival&) { return {}; }

    // --- time and view -----------------------------------------------------------------------------------------
    //! Posts what is due. \returns true if anything was posted or changed.
    [[nodiscard]] virtual Result<bool> push() { return false; }
    //! Its part of a snapshot.
    [[nodiscard]] virtual Result<void> fill(Snapshot&) { return {}; }
};

//! What a feature is made with; all of it outlives the feature.
struct FeatureParts {
    Context& context;
    Dispatcher& dispatcher;
    Follower& follower;
    VisitSteps& steps;
    Letterbox& letters;
    Booking& booking;
};

//! Every feature of a persona; a later one may be given an earlier one.
[[nodiscard]] Result<std::vector<std::unique_ptr<Feature>>> makeFeatures(const FeatureParts& parts);

} // namespace bt::service
