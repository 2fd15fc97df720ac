// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! A patient and a therapist on a scripted chain: a network that others run, as far as the engines can tell.
#pragma once

#include "codec/text.h"
#include "kaspa/address.h"
#include "service/scripted_chain.h"
#include "service/two_sides.h"

namespace bt::test {

//! The id that hex digits name; zeros where they name none.
inline kaspa::TxId idOf(const std::string& hex)
{
    const auto raw = codec::hexDecode(hex);
    return raw ? kaspa::TxId::from(*raw).value_or(kaspa::TxId{}) : kaspa::TxId{};
}

struct ScriptedSides {
    QTemporaryDir folder;
    FakeClock clock{Millis{1'800'000'000'000}};
    ScriptedChain* chain = nullptr;
    std::shared_ptr<NetworkWorld> world;
    std::unique_ptr<Side> patient, therapist;

    //! The network's time goes on while something is waited for.
    [[nodiscard]] bool until(const std::function<bool()>& condition, int ms = 30'000)
    {
        QElapsedTimer timer;
        timer.start();
        qint64 passed = 0;
        return QTest::qWaitFor(
            [&] {
                if (condition()) return true;
                const qint64 now = timer.elapsed() * 5; // five times as fast as the computer's
                clock.advance(now - passed);
                passed = now;
                return false;
            },
            ms);
    }
    //! Pays 5,000 coins to the address that the window shows.
    [[nodiscard]] QString fund(const Side& side)
    {
        if (!until([&] { return !side.now()->money.address.empty(); })) return QStringLiteral("no address");
        const auto address = kaspa::decodeAddress(side.now()->money.address);
        if (!address) return codeOf(address);
        const auto before = side.now()->money.available.value;
        if (const auto paid = chain->faucet(kaspa::scriptOf(*address), kas(5000)); !paid) return codeOf(paid);
        if (!until([&] { return side.now()->money.available.value == before + kas(5000).value; }))
            return QStringLiteral("no money: ") + side.explain();
        return {};
    }
    [[nodiscard]] QString begin()
    {
        auto opened = ScriptedChain::open(clock, folder.path().toStdString());
        if (!opened) return QStringLiteral("the chain does not open");
        chain = opened.get();
        auto made = NetworkWorld::over("simnet", std::move(opened), {}, &clock);
        if (!made) return codeOf(made);
        world = *made;
        world->network.tokenBirth = ledger::practiceNetwork().tokenBirth; // its chain was born with that token
        patient = std::make_unique<Side>(world, folder.filePath(QStringLiteral("p")));
        therapist = std::make_unique<Side>(world, folder.filePath(QStringLiteral("t")));
        if (auto done = wait(therapist->engine->createPersona(Role::Therapist, "Mariam", words("a quiet room by the sea"), false, "DE-BE"));
            !done)
            return codeOf(done);
        if (auto done = wait(patient->engine->createPersona(Role::Patient, "Noor", words("seven green bottles"), false, {})); !done)
            return codeOf(done);
        if (const QString failed = fund(*therapist); !failed.isEmpty()) return failed;
        if (const QString failed = fund(*patient); !failed.isEmpty()) return failed;
        PracticeView practice;
        practice.about = "Worry and sleep.";
        practice.topics = {"worry"};
        practice.languages = {"en"};
        practice.zone = "Europe/Berlin";
        for (int day = 1; day <= 7; ++day) practice.hours.push_back({day, 8 * 60, 20 * 60});
        practice.price = {TwoSides::kPrice};
        practice.policy.bond = {TwoSides::kBond};
        if (auto done = wait(therapist->engine->savePractice(practice)); !done) return codeOf(done);
        if (!until([&] { return patient->now()->therapists.size() == 1 && !patient->now()->therapists[0].openTimes.empty(); }))
            return QStringLiteral("the listing does not appear: ") + therapist->explain();
        return {};
    }
    [[nodiscard]] Millis slot(std::int64_t ahead = 2 * kDay) const
    {
        const auto s = patient->now();
        for (const auto start : s->therapists.at(0).openTimes)
            if (start.minus(clock.now()) >= ahead) return start;
        return {};
    }
    [[nodiscard]] bool phase(const Side& side, VisitPhase wanted)
    {
        return until([&] {
            const auto s = side.now();
            return !s->visits.empty() && s->visits[0].phase == wanted && !s->visits[0].moving;
        });
    }
    //! Until nothing of either side is on its way: no letter, no listing, no change that a next step would wait for.
    [[nodiscard]] bool rest()
    {
        return until([&] {
            const auto p = patient->now(), t = therapist->now();
            return p->outbox.empty() && t->outbox.empty() && p->money.waiting.value == 0 && t->money.waiting.value == 0 &&
                   chain->waiting() == 0;
        });
    }
    [[nodiscard]] bool both(VisitPhase wanted) { return phase(*patient, wanted) && phase(*therapist, wanted); }
    [[nodiscard]] QString explain() const
    {
        return QStringLiteral("patient: ") + (patient->engine ? patient->explain() : QString()) + QStringLiteral(" therapist: ") +
               therapist->explain();
    }
    void clockTo(Millis at, std::int64_t more = 0)
    {
        const auto ms = at.minus(clock.now()) + more;
        if (ms > 0) clock.advance(ms);
    }
};

} // namespace bt::test
