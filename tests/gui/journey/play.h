// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The Story in a folder of its own, with what a test asks of its two windows: money to the sompi, the words on the
//! page of a visit, the practice clock, opening a locked window. GUI thread.
#pragma once

#ifndef Q_MOC_RUN
#include "demo/story.h"

#include <QTemporaryDir>
#endif

namespace bt::test {

using namespace bt::service;

inline constexpr auto kPatientWords = "seven green bottles on a wall";
inline constexpr auto kTherapistWords = "a lamp in the harbour window";

enum class Who { Patient, Therapist };

class Play
{
public:
    //! \returns "" or why it could not begin. `pictures` as for Story.
    [[nodiscard]] QString begin(bool pictures = false);
    [[nodiscard]] app::Story& story() { return *m_story; }
    [[nodiscard]] app::Driver& hand(Who who) { return who == Who::Patient ? m_story->patient() : m_story->practice(); }
    [[nodiscard]] app::WindowHost& host(Who who) { return who == Who::Patient ? m_story->patientHost() : m_story->therapistHost(); }
    [[nodiscard]] SnapshotPtr now(Who who) { return host(who).engine().snapshot(); }
    //! The only visit, as this side sees it.
    [[nodiscard]] VisitView visit(Who who);
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] NetworkWorld& world() { return *m_world; }
    //! Lines of the story and what went wrong, for a failing test.
    [[nodiscard]] QString why();

    //! Waits until the snapshot of that side fulfils the condition.
    bool until(Who who, const QString& what, const std::function<bool(const Snapshot&)>& condition);
    bool phase(Who who, VisitPhase phase);
    //! From anywhere in the frame to the page of the next visit, by the rail.
    bool openVisit(Who who);
    //! From the rail to the page of a visit that is over, by the newest row of money that belongs to it.
    bool openPastVisit(Who who);
    //! Presses days, hours and ten minutes on the practice clock until `at` has passed.
    bool clockPast(Who who, Millis at);
    //! Types the passphrase on the lock page and waits until everything is open.
    bool unlock(Who who);
    //! Both sides at rest: nothing in the outbox, no money on its way.
    bool atRest();
    //! What a side has beyond its play money, with every fee that it paid put back: 0 if nothing changed hands.
    [[nodiscard]] std::int64_t gain(Who who); // what is set aside for ratings is no loss
    //! Everything that belongs to a side: free, on its way, and held.
    [[nodiscard]] std::uint64_t all(Who who);
    //! Every fee that a side noted, of visits and of letters.
    [[nodiscard]] std::uint64_t fees(Who who);
    [[nodiscard]] std::uint64_t playMoney(Who who);
    //! What this side noted as the fee of one step of the visit; 0 if the other side sent it.
    [[nodiscard]] std::int64_t feeOfStep(Who who, std::string_view step);

private:
    QTemporaryDir m_folder;
    std::shared_ptr<NetworkWorld> m_world;
    std::unique_ptr<app::Story> m_story;
    QStringList m_lines;
};

//! Makes the application as the program does and runs the test object.
int runWindows(int argc, char** argv, QObject& test, int (*run)(QObject*, int, char**));

} // namespace bt::test
