// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The two people of a journey that is killed over and over: who they are, where their files lie, what is certain when
//! it is over. Shared by the program that lives it (kill_child.cpp) and the test that kills it (tst_kill.cpp).
#pragma once

#include "service/two_sides.h"

namespace bt::test {

inline constexpr const char* kPatientPass = "seven green bottles";
inline constexpr const char* kTherapistPass = "a quiet room by the sea";
inline constexpr std::uint64_t kJourneyPrice = 100'000'000'000, kJourneyBond = 20'000'000'000; // 1,000 and 200 KAS
inline constexpr const char* kPatientName = "Noor Lindqvist-Abara";
inline constexpr const char* kTherapistName = "Mariam Okonkwo";
inline constexpr const char* kIntake = "I cannot sleep before Mondays.";
inline constexpr const char* kComment = "I slept like a stone in a brook.";

inline QString networkFolder(const QString& folder) { return folder + QStringLiteral("/network"); }
inline QString patientFolder(const QString& folder) { return folder + QStringLiteral("/patient"); }
inline QString therapistFolder(const QString& folder) { return folder + QStringLiteral("/therapist"); }

inline PracticeView journeyPractice()
{
    PracticeView practice;
    practice.about = "Worry and sleep.";
    practice.topics = {"worry"};
    practice.languages = {"en"};
    practice.zone = "Europe/Berlin";
    for (int day = 1; day <= 7; ++day) practice.hours.push_back({day, 8 * 60, 20 * 60});
    practice.price = {kJourneyPrice};
    practice.policy.bond = {kJourneyBond};
    return practice;
}

//! What the faucet gave a side.
inline std::uint64_t giftsOf(const Snapshot& s)
{
    std::uint64_t sum = 0;
    for (const auto& row : s.money.rows)
        if (row.kind == "play_money") sum += static_cast<std::uint64_t>(row.amount);
    return sum;
}

inline std::uint64_t allOf(const Snapshot& s) { return s.money.available.value + s.money.waiting.value + s.money.held.value; }

//! True when nothing is on its way any more.
inline bool atRest(const Snapshot& s) { return s.outbox.empty() && s.money.waiting.value == 0; }

//! What keeps a side from being at rest, for messages of tests.
inline QString onItsWay(const Snapshot& s)
{
    QString out = QStringLiteral("waiting %1").arg(s.money.waiting.value);
    for (const auto& o : s.outbox)
        out += QStringLiteral(", %1 tried %2 times").arg(QString::fromStdString(o.what)).arg(o.attempts) + QLatin1Char(' ') +
               QString::fromUtf8(o.lastError.data(), static_cast<qsizetype>(o.lastError.size()));
    return out;
}

//! What was gained (or lost) beside gifts, fees and what a practice sets aside for its ratings, in sompi.
inline std::int64_t gainOf(const Snapshot& s)
{
    std::int64_t aside = 0;
    for (const auto& row : s.money.rows)
        if (row.kind == "reputation") aside -= row.amount;
    return static_cast<std::int64_t>(allOf(s) + feesOf(s)) + aside - static_cast<std::int64_t>(giftsOf(s));
}

//! The chat texts of a thread, own or the other side's, oldest first.
inline Result<std::vector<MessageView>> textsOf(const Side& side, const std::string& thread, bool mine)
{
    BT_TRY(auto page, wait(side.engine->messages(thread, 0, 10'000)));
    std::erase_if(page, [mine](const MessageView& m) { return m.kind != MessageKind::Text || m.mine != mine; });
    return page;
}

//! Whether the other side has acknowledged every own text of the only visit's thread.
inline bool allDelivered(const Side& side)
{
    const auto texts = textsOf(side, side.visit().threadId, true);
    return texts && std::ranges::all_of(*texts, [](const MessageView& m) { return m.state == MessageState::Delivered; });
}

//! Opens the side's persona if there is one. Waits out the pause after passphrases that were being tried when a kill came.
inline QString unlockSide(const Side& side, const char* passphrase)
{
    if (!side.until([](const Snapshot& s) { return s.gate != Gate::Starting; })) return QStringLiteral("the engine does not start");
    if (side.now()->gate == Gate::Guest) return QStringLiteral("nobody is here");
    QString code;
    const bool answered = QTest::qWaitFor(
        [&] {
            code = codeOf(wait(side.engine->unlock(words(passphrase))));
            return !code.startsWith(QLatin1String("vault.wait"));
        },
        60'000);
    return answered ? code : QStringLiteral("vault.wait without end");
}

} // namespace bt::test
