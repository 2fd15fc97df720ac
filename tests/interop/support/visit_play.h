// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Visits on a simnet: the people and terms of tests/contract/world.h, their sessions as real outputs, every step a real
//! transaction. One thread at a time.
#pragma once

#include "contract/world.h"
#include "interop/support/simnet.h"

namespace bt::interop {

class VisitPlay
{
public:
    //! Shortens the world's ages to the least that terms may have, and sets its times a little into the chain's past: every
    //! absolute lock is open, every age still has to pass. \param ready false leaves the world's terms as they are.
    VisitPlay(test::World& world, Simnet& net, bool ready = true);

    //! The transaction of a booking for these terms on a coin of the payer's, and the session that it makes.
    struct Booked {
        kaspa::Populated tx;
        contract::session::Session session; //!< daaScore is 0 until it is mined
    };
    [[nodiscard]] Result<Booked> booking(const contract::session::State& state);
    [[nodiscard]] Result<Booked> bookingInTokens(const contract::session::State& state);
    [[nodiscard]] Result<contract::session::Session> book();

    //! Pays the payer what a plan's fee input must hold: 10 KAS beside what the step adds.
    [[nodiscard]] Result<ledger::UtxoEntry> coinFor(const contract::session::Plan& plan);
    //! The plan with that coin and change, signed by everybody. \param fee taken from the change; 0.01 KAS as in the tables.
    [[nodiscard]] kaspa::Populated dress(const contract::session::Plan& plan, const ledger::UtxoEntry& coin, std::uint64_t fee = 1'000'000);
    //! Signs all inputs of a dressed plan again.
    void sign(const contract::session::Plan& plan, kaspa::Populated& tx);
    //! Does a step and mines it. \returns what it did; `next` has its DAA score.
    [[nodiscard]] Result<contract::session::Transition> step(const contract::session::Session& before, const contract::session::Plan& plan);
    //! What an accepted transaction did, with the DAA score of now.
    [[nodiscard]] Result<contract::session::Transition> read(const contract::session::Session& before, const kaspa::Transaction& tx);
    //! One session in each phase asked for, by real steps; ages pass for all at once.
    [[nodiscard]] Result<std::vector<contract::session::Session>> sessions(const std::vector<contract::session::Phase>& phases);

    //! For visits in BTAI (BT_IN_TOKENS): what the next bookings pay with, and the next acceptances lay down.
    std::vector<contract::token::Holding> prices, bonds;

    test::World& world;
    Simnet& net;
};

} // namespace bt::interop
