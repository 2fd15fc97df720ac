// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Two personas on the test's own thread, over one network, that have a conversation: what they keep can be looked at.
#pragma once

#include "adversarial/hostile.h"
#include "service/consents/consents.h"

namespace bt::test {

struct TwoPeople {
    QTemporaryDir folder;
    std::shared_ptr<NetworkWorld> world;
    std::unique_ptr<Hostile> patient, therapist; // as honest as their service makes them
    std::string thread;                          // of the patient
    std::string theirs;                          // the same conversation, of the therapist

    //! \param other made already: a network that the test holds in its hands.
    [[nodiscard]] QString begin(std::shared_ptr<NetworkWorld> other = {})
    {
        if (other) {
            world = std::move(other);
        } else {
            auto opened = NetworkWorld::practiceIn({});
            if (!opened) return codeOf(opened);
            world = *opened;
        }
        patient = std::make_unique<Hostile>(world, folder.filePath(QStringLiteral("p")));
        therapist = std::make_unique<Hostile>(world, folder.filePath(QStringLiteral("t")));
        if (auto begun = therapist->begin(Role::Therapist, "Mariam"); !begun) return codeOf(begun);
        if (auto begun = patient->begin(Role::Patient, "Noor"); !begun) return codeOf(begun);
        auto practice = journeyPractice();
        practice.price = kas(10);
        practice.policy.bond = kas(2);
        if (auto saved = therapist->self().desk().save(practice); !saved) return codeOf(saved);
        const auto id = therapist->c().persona.id;
        if (!until([&] { return patient->listings().bookable(id) != nullptr && patient->free() > kas(100).value; }))
            return QStringLiteral("no listing");
        const auto& times = patient->listings().bookable(id)->openTimes;
        const auto start = std::ranges::find_if(times, [&](Millis t) { return t.minus(patient->c().now()) > 2 * kDay; });
        if (start == times.end()) return QStringLiteral("no time");
        if (auto booked = patient->self().booking().book(id, *start, "I cannot sleep."); !booked) return codeOf(booked);
        if (!until([&] { return !therapist->c().postbox.threads().empty() && patient->c().outbox.unfinished()->empty(); }))
            return QStringLiteral("no request");
        thread = patient->c().postbox.threads().begin()->first;
        theirs = therapist->c().postbox.threads().begin()->first;
        return {};
    }
    [[nodiscard]] Consents& of(Hostile& who) { return who.self().feature<Consents>(); }
    [[nodiscard]] std::shared_ptr<const ConsentsView> view(Hostile& who)
    {
        Snapshot s;
        return who.self().fill(s) ? s.consents : nullptr;
    }
    [[nodiscard]] std::uint64_t money(Hostile& who)
    {
        Snapshot s;
        if (!who.self().fill(s)) return 0;
        return allOf(s) + feesOf(s);
    }
    //! Both live on until the condition holds.
    [[nodiscard]] bool until(const std::function<bool()>& condition, int ms = 30'000)
    {
        return QTest::qWaitFor(
            [&] {
                patient->round();
                therapist->round();
                return condition();
            },
            ms);
    }
    [[nodiscard]] Millis now() const { return world->clock().now(); }
};

} // namespace bt::test
