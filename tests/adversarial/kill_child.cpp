// SPDX-License-Identifier: GPL-3.0-or-later
// A whole journey of a patient and a therapist that can be killed at any instant and started again: it looks at how
// things stand and goes on from there. Prints `step NAME` when a step is done and `ack SIDE TEXT` when the engine has
// taken a message, each at once; `done` at the end; `fail WHY` and exit code 2 if it cannot go on.
//   bt_kill_child FOLDER SEED     the journey
//   bt_kill_child --restore FOLDER PROFILE   brings the patient of FOLDER back from the words in FOLDER/words, or goes on
//                                 with it; prints `state VISIT MONEY FEES` at the end
//   bt_kill_child --look FOLDER   opens one profile on a network in memory, tries to create a persona, prints both codes
#include "adversarial/journey.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace {

void say(const QString& line)
{
    std::fprintf(stdout, "%s\n", qPrintable(line));
    std::fflush(stdout);
}

void step(const char* name) { say(QStringLiteral("step ") + QLatin1String(name)); }

class Journey
{
public:
    Journey(std::shared_ptr<NetworkWorld> world, const QString& folder, QString seed)
        : m_world(world), m_p(world, patientFolder(folder)), m_t(world, therapistFolder(folder)), m_seed(std::move(seed))
    {}

    //! "" when the whole way is behind, else why not.
    QString live()
    {
        using Leg = QString (Journey::*)();
        static constexpr Leg kLegs[] = {&Journey::people, &Journey::listing, &Journey::request, &Journey::acceptance, &Journey::talk,
                                        &Journey::commit, &Journey::visit,   &Journey::record,  &Journey::paid,       &Journey::rest};
        for (const auto leg : kLegs)
            if (auto why = (this->*leg)(); !why.isEmpty()) return why;
        return {};
    }

private:
    template <typename T> static QString tell(const char* what, const Result<T>& done)
    {
        return done ? QString() : QLatin1String(what) + QStringLiteral(": ") + codeOf(done);
    }
    static bool past(const VisitView& v, VisitPhase phase) { return v.phase > phase; }
    //! Both know the visit and it is beyond `phase` for both.
    bool bothPast(VisitPhase phase) const
    {
        const auto beyond = [phase](const Snapshot& s) { return s.visits.size() == 1 && s.visits[0].phase > phase && !s.visits[0].moving; };
        return m_p.until(beyond, 120'000) && m_t.until(beyond, 120'000);
    }
    QString clockTo(Millis at, std::int64_t more)
    {
        const auto ms = at.minus(m_world->clock().now()) + more;
        return ms <= 0 ? QString() : tell("clock", wait(m_p.engine->advanceClock(ms)));
    }

    QString person(Side& side, Role role, const char* name, const char* pass, const char* jurisdiction)
    {
        if (!side.until([](const Snapshot& s) { return s.gate != Gate::Starting; })) return QStringLiteral("start");
        if (side.now()->gate == Gate::Guest) {
            const auto made = wait(side.engine->createPersona(role, name, words(pass), false, jurisdiction));
            if (!made) return tell("create", made);
            step(role == Role::Patient ? "create-patient" : "create-therapist");
        } else if (auto why = unlockSide(side, pass); !why.isEmpty()) {
            return QStringLiteral("unlock: ") + why;
        }
        const auto s = side.now();
        if (s->persona.name != name || s->persona.role != role)
            return QStringLiteral("the persona was made by halves: name '%1'").arg(QString::fromStdString(s->persona.name));
        if (!side.until([](const Snapshot& now) { return !now.money.rows.empty(); }, 60'000)) return QStringLiteral("no play money");
        return {};
    }
    QString people()
    {
        if (auto why = person(m_t, Role::Therapist, kTherapistName, kTherapistPass, "DE-BE"); !why.isEmpty()) return why;
        if (auto why = person(m_p, Role::Patient, kPatientName, kPatientPass, ""); !why.isEmpty()) return why;
        step("open");
        return {};
    }
    QString listing()
    {
        if (m_t.now()->practice.price.value != kJourneyPrice) {
            if (auto done = wait(m_t.engine->savePractice(journeyPractice())); !done) return tell("practice", done);
            step("practice");
        }
        if (!m_p.until([](const Snapshot& s) { return s.therapists.size() == 1 && !s.therapists[0].openTimes.empty(); }, 60'000))
            return QStringLiteral("the listing does not appear");
        return {};
    }
    QString request()
    {
        if (m_p.now()->visits.empty()) {
            if (!m_p.until([](const Snapshot& s) { return s.money.available.value > kJourneyPrice; })) return QStringLiteral("no money");
            const auto s = m_p.now();
            Millis start;
            for (const auto at : s->therapists[0].openTimes)
                if (start.value == 0 && at.minus(s->network.now) >= 2 * kDay) start = at;
            const auto booked = wait(m_p.engine->book(s->therapists[0].id, start, kIntake));
            if (!booked) return tell("book", booked);
            step("book");
        }
        return bothPast(VisitPhase::Preparing) ? QString() : QStringLiteral("the request does not arrive");
    }
    QString acceptance()
    {
        if (m_t.visit().canAccept) {
            if (auto done = wait(m_t.engine->acceptVisit(m_t.visit().id)); !done) return tell("accept", done);
            step("accept");
        }
        return bothPast(VisitPhase::Requested) ? QString() : QStringLiteral("not accepted");
    }

    QString say1(const Side& side, const char* who, std::size_t upTo, bool& more)
    {
        const auto thread = side.visit().threadId;
        const auto sent = textsOf(side, thread, true);
        if (!sent) return tell("texts", sent);
        if (sent->size() >= upTo) return {};
        more = true;
        const QString text = QStringLiteral("%1-%2-%3").arg(QLatin1String(who)).arg(sent->size() + 1).arg(m_seed);
        if (auto done = wait(side.engine->sendMessage(thread, text.toStdString())); !done) return tell("send", done);
        say(QStringLiteral("ack %1 %2").arg(QLatin1String(who), text));
        return {};
    }
    //! Both write in turns until each has sent `upTo` texts in all.
    QString chat(std::size_t upTo)
    {
        for (bool more = true; more;) {
            more = false;
            if (auto why = say1(m_p, "p", upTo, more); !why.isEmpty()) return why;
            if (auto why = say1(m_t, "t", upTo, more); !why.isEmpty()) return why;
        }
        return {};
    }
    QString talk() { return chat(5); }

    QString commit()
    {
        if (m_p.visit().phase == VisitPhase::Accepted)
            if (auto why = clockTo(m_p.visit().freeUntil, 20 * kMinute); !why.isEmpty()) return why;
        if (!bothPast(VisitPhase::Accepted)) return QStringLiteral("not committed");
        step("committed");
        return {};
    }
    QString join(const Side& side, const char* name)
    {
        if (past(side.visit(), VisitPhase::InSession) || side.visit().joinedByMe) return {};
        if (!side.until([](const Snapshot& s) { return s.visits[0].canJoin; })) return QStringLiteral("cannot join");
        if (auto done = wait(side.engine->joinVisit(side.visit().id)); !done) return tell("join", done);
        step(name);
        return {};
    }
    QString visit()
    {
        if (past(m_p.visit(), VisitPhase::InSession)) return {};
        if (auto why = clockTo(m_p.visit().startsAt, 4 * kMinute); !why.isEmpty()) return why;
        if (auto why = join(m_p, "join-patient"); !why.isEmpty()) return why;
        if (auto why = join(m_t, "join-therapist"); !why.isEmpty()) return why;
        const auto there = [](const Snapshot& s) { return s.visits[0].joinedByThem || s.visits[0].phase == VisitPhase::Ended; };
        if (!m_p.until(there, 60'000) || !m_t.until(there, 60'000)) return QStringLiteral("the join does not arrive");
        if (!bothPast(VisitPhase::Committed)) return QStringLiteral("not begun");
        step("begun");
        return chat(9);
    }
    QString sign(const Side& side, const char* name)
    {
        const auto state = side.visit().record;
        if (past(side.visit(), VisitPhase::InSession) || state == RecordState::SignedByMe || state == RecordState::SignedByBoth) return {};
        if (!side.until([](const Snapshot& s) { return s.visits[0].canSignRecord; })) return QStringLiteral("cannot sign");
        if (auto done = wait(side.engine->signRecord(side.visit().id)); !done) return tell("sign", done);
        step(name);
        return {};
    }
    QString record()
    {
        if (past(m_p.visit(), VisitPhase::InSession)) return {};
        if (auto why = clockTo(m_p.visit().endsAt, kMinute); !why.isEmpty()) return why;
        if (auto why = sign(m_t, "sign-therapist"); !why.isEmpty()) return why;
        const auto hers = [](const Snapshot& s) {
            return s.visits[0].record >= RecordState::SignedByThem || s.visits[0].phase == VisitPhase::Ended;
        };
        if (!m_p.until(hers, 60'000)) return QStringLiteral("the record does not arrive");
        return sign(m_p, "sign-patient");
    }
    QString paid()
    {
        if (m_p.visit().phase != VisitPhase::Ended && !m_p.visit().moving) {
            if (!m_p.until([](const Snapshot& s) { return s.visits[0].canComplete; })) return QStringLiteral("cannot complete");
            if (auto done = wait(m_p.engine->completeVisit(m_p.visit().id)); !done) return tell("complete", done);
            step("complete");
        }
        if (!bothPast(VisitPhase::Disputed)) return QStringLiteral("not ended");
        if (m_p.visit().rating == 0) {
            if (!m_p.until([](const Snapshot& s) { return s.visits[0].canRate; })) return QStringLiteral("cannot rate");
            if (auto done = wait(m_p.engine->rateVisit(m_p.visit().id, 5, kComment)); !done) return tell("rate", done);
            step("rate");
        }
        if (!m_t.until([](const Snapshot& s) { return s.visits[0].rating == 5; }, 60'000))
            return QStringLiteral("the rating does not arrive");
        return chat(12);
    }
    QString rest()
    {
        if (!QTest::qWaitFor([&] { return allDelivered(m_p) && allDelivered(m_t); }, 60'000)) return QStringLiteral("not all is delivered");
        if (!m_p.until(atRest, 60'000) || !m_t.until(atRest, 60'000))
            return QStringLiteral("something is on its way for ever: patient %1; therapist %2")
                .arg(onItsWay(*m_p.now()), onItsWay(*m_t.now()));
        return {};
    }

    std::shared_ptr<NetworkWorld> m_world;
    Side m_p, m_t;
    QString m_seed;
};

QString liveIn(const QString& folder, const QString& seed)
{
    auto world = NetworkWorld::practiceIn(networkFolder(folder).toStdString());
    if (!world) return QStringLiteral("network: ") + codeOf(world);
    Journey journey(*world, folder, seed);
    return journey.live();
}

QString restoreInto(const QString& folder, const QString& profile)
{
    auto world = NetworkWorld::practiceIn(networkFolder(folder).toStdString());
    if (!world) return QStringLiteral("network: ") + codeOf(world);
    const Side side(*world, profile);
    if (!side.until([](const Snapshot& s) { return s.gate != Gate::Starting; })) return QStringLiteral("start");
    step("start");
    if (side.now()->gate == Gate::Guest) {
        QFile file(folder + QStringLiteral("/words"));
        if (!file.open(QIODevice::ReadOnly)) return QStringLiteral("no words");
        const auto done = wait(side.engine->restorePersona(words(file.readAll().constData()), kPatientName, words(kPatientPass), false));
        if (!done) return QStringLiteral("restore: ") + codeOf(done);
        step("restored");
    } else if (auto why = unlockSide(side, kPatientPass); !why.isEmpty()) {
        return QStringLiteral("unlock: ") + why;
    }
    step("open");
    const auto back = [](const Snapshot& s) {
        return s.visits.size() == 1 && s.visits[0].phase == VisitPhase::Accepted && !s.visits[0].moving && atRest(s);
    };
    if (!side.until(back, 120'000)) return QStringLiteral("the visit does not come back: ") + side.explain() + onItsWay(*side.now());
    const auto s = side.now();
    if (s->persona.name != kPatientName || s->persona.role != Role::Patient) return QStringLiteral("somebody else came back");
    say(QStringLiteral("state %1 %2 %3").arg(QString::fromStdString(s->visits[0].id)).arg(allOf(*s)).arg(feesOf(*s)));
    return {};
}

int look(const QString& folder)
{
    auto world = NetworkWorld::practiceIn({});
    if (!world) return 2;
    const Side side(*world, folder);
    if (!side.until([](const Snapshot& s) { return s.gate != Gate::Starting; })) return 2;
    const auto trouble = side.now()->network.trouble;
    say(QStringLiteral("trouble ") + QString::fromUtf8(trouble.data(), static_cast<qsizetype>(trouble.size())));
    const auto made = wait(side.engine->createPersona(Role::Patient, "Noor", words(kPatientPass), false, {}));
    say(QStringLiteral("create ") + codeOf(made).section(QLatin1Char(' '), 0, 0));
    const auto opened = wait(side.engine->unlock(words(kPatientPass)));
    say(QStringLiteral("unlock ") + codeOf(opened).section(QLatin1Char(' '), 0, 0));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const auto args = QCoreApplication::arguments();
    if (args.size() == 3 && args[1] == QLatin1String("--look")) return look(args[2]);
    const bool restore = args.size() == 4 && args[1] == QLatin1String("--restore");
    if (!restore && args.size() != 3) return 64;
    const auto why = restore ? restoreInto(args[2], args[3]) : liveIn(args[1], args[2]); // the engines are closed before the last word
    say(why.isEmpty() ? QStringLiteral("done") : QStringLiteral("fail ") + why);
    return why.isEmpty() ? 0 : 2;
}
