// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! An open persona: its stores and use cases, joined once, and the round of work that keeps it in step with the world.
//! Dies when the persona is locked. Worker thread only.
#pragma once

#include "service/booking.h"
#include "service/feature.h"
#include "service/practice_desk.h"
#include "service/room.h"

#include <cstdlib>

namespace bt::service {

class Persona
{
public:
    //! \param vault open; must outlive the persona. Reads who the persona is from the database.
    //! "persona.other_network" (args: its network, this one) for a persona of another network.
    [[nodiscard]] static Result<std::unique_ptr<Persona>> open(World world, vault::Vault& vault, ListingBook& listings,
                                                               const ledger::NetworkParams& network);
    ~Persona();

    //! What a new persona still has to do. It stands in the database from the persona's first instant and is done in the
    //! rounds that follow, so that an end of the program in between loses nothing.
    struct Start {
        std::string name;
        Role role = Role::Patient; //!< of a recovered persona: found out by its listing
        std::string jurisdiction;  //!< therapists: of the demo licence
        bool partner = false;      //!< a practice partner's licence
        bool recover = false;      //!< keys, money and live visits are to be found on the chain
    };
    //! The rows for Vault::create and restore. "record.bad_text", "record.too_long" for the name.
    //! \param network the id of the network that the persona belongs to, for good.
    [[nodiscard]] static Result<vault::FirstRows> firstRows(Start start, const std::string& network);
    [[nodiscard]] Result<void> addPlayMoney();
    [[nodiscard]] Result<void> confirmWordsSeen();

    //! One round: chain, letters, pushes, outbox. \returns true if anything changed.
    //! \param relist whether hours or visits may have changed, so that the listing is looked at too.
    [[nodiscard]] Result<bool> round(bool relist = true);
    //! Fills the parts of a snapshot that belong to the persona.
    [[nodiscard]] Result<void> fill(Snapshot& snapshot);
    [[nodiscard]] Result<std::string> calendar(const std::string& visitId);
    //! Takes an intent back while nothing has left the computer, and undoes what waited for it.
    [[nodiscard]] Result<void> cancelIntent(std::int64_t outboxId);
    //! Lets a payment whose coins went elsewhere be planned anew with others. "outbox.finished" for anything else.
    [[nodiscard]] Result<void> replan(std::int64_t outboxId);
    //! Whether money may leave on mainnet; kept in the database. No meaning on other networks.
    [[nodiscard]] Result<void> setSpending(bool on);

    Booking& booking() { return *m_booking; }
    VisitSteps& steps() { return *m_steps; }
    Room& room() { return *m_room; }
    Letterbox& letters() { return *m_letters; }
    PracticeDesk& desk() { return *m_desk; }
    Context& context() { return *m_context; }
    //! The feature of that class; every persona has one of each.
    template <typename F> [[nodiscard]] F& feature()
    {
        for (const auto& one : m_features)
            if (auto* found = dynamic_cast<F*>(one.get())) return *found;
        std::abort(); // makeFeatures() forgot it
    }

private:
    Persona() = default;
    [[nodiscard]] Result<void> keepWho();
    [[nodiscard]] Result<void> settleIn(); //!< does what Start left to do
    [[nodiscard]] Result<MoneyView> money(const Snapshot& snapshot);
    [[nodiscard]] Result<MoneyState> received(const std::string& txid, std::uint64_t daaScore) const;
    [[nodiscard]] Result<bool> keepAddress(); //!< a fresh address stands ready for receiving; true if it is a new one
    PersonaView m_who;
    std::optional<Start> m_start; // until it is done
    std::optional<store::Database*> m_db;
    std::unique_ptr<ledger::Wallet> m_wallet;
    std::unique_ptr<outbox::Outbox> m_outbox;
    std::unique_ptr<storage::CachedBlockStore> m_blocks;
    std::unique_ptr<Postbox> m_postbox;
    std::unique_ptr<VisitStore> m_visits;
    std::unique_ptr<Carried> m_carried;
    std::unique_ptr<Withdrawn> m_withdrawn;
    std::unique_ptr<Payments> m_payments;
    std::unique_ptr<Ledgerbook> m_book;
    std::unique_ptr<Context> m_context;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::unique_ptr<Follower> m_follower;
    std::unique_ptr<VisitSteps> m_steps;
    std::unique_ptr<Letterbox> m_letters;
    std::unique_ptr<Booking> m_booking;
    std::unique_ptr<PracticeDesk> m_desk;
    std::unique_ptr<Room> m_room;
    std::vector<std::unique_ptr<Feature>> m_features;
};

} // namespace bt::service
