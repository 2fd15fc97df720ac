// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story.h"

#include "ui/screenshot.h"

#include <QDir>
#include <QTimer>

namespace bt::app {
namespace {

using namespace service;

// Light enough for a demo that nobody's life depends on; the program's own default takes about a second.
constexpr crypto::Argon2Params kQuick{8192, 1, 1};

const VisitView* first(const Snapshot& s) { return s.visits.empty() ? nullptr : &s.visits.front(); }

} // namespace

Story::Story(std::shared_ptr<NetworkWorld> world, const QString& folder, Print print, bool pictures, Outside outside)
    : m_world(std::move(world)), m_folder(folder), m_print(std::move(print)), m_pictures(pictures), m_outside(std::move(outside))
{
    m_time.start();
}

Story::~Story() = default;

QString Story::path(const QString& name) const { return m_folder + QStringLiteral("/screenshots/") + name + QStringLiteral(".png"); }

bool Story::step(const QString& name, const std::function<bool()>& act)
{
    const bool good = act();
    tell();
    if (good) {
        m_print(QStringLiteral("%1 s  %2").arg(static_cast<double>(m_time.elapsed()) / 1000.0, 6, 'f', 1).arg(name));
        return true;
    }
    if (m_failedAt.isEmpty()) {
        m_failedAt = name;
        for (const auto* hand : {m_patientHand.get(), m_therapistHand.get()})
            if (hand != nullptr && !hand->failure().isEmpty()) m_failedAt += QStringLiteral(" (") + hand->failure() + QStringLiteral(")");
        if (m_patient && m_patient->window()) (void)ui::saveScreenshot(*m_patient->window(), path(QStringLiteral("failed-patient")));
        if (m_therapist && m_therapist->window())
            (void)ui::saveScreenshot(*m_therapist->window(), path(QStringLiteral("failed-therapist")));
    }
    return false;
}

// Each payment once: who, what, its id, fee and the network's time.
void Story::tell()
{
    for (auto* host : {m_patient.get(), m_therapist.get()}) {
        if (host == nullptr) continue;
        const auto s = host->engine().snapshot();
        const QString who = host == m_patient.get() ? QStringLiteral("patient  ") : QStringLiteral("therapist");
        for (const auto& visit : s->visits)
            for (const auto& one : visit.steps) {
                if (one.fee.value == 0 || one.txid.empty()) continue; // the other side's
                if (m_told[one.txid]++ > 0) continue;
                m_print(QStringLiteral("          %1  %2  tx %3  fee %4 KAS  %5")
                            .arg(who, -9)
                            .arg(QString::fromStdString(one.step), -12)
                            .arg(QString::fromStdString(one.txid))
                            .arg(static_cast<double>(one.fee.value) / kSompiPerKas, 0, 'f', 8)
                            .arg(QDateTime::fromMSecsSinceEpoch(one.at.value, Qt::UTC).toString(Qt::ISODate)));
            }
    }
}

bool Story::see(const QString& what, WindowHost& host, const std::function<bool(const Snapshot&)>& condition)
{
    auto& hand = &host == m_patient.get() ? *m_patientHand : *m_therapistHand;
    QTimer pulse; // wakes the loop when nothing else happens
    pulse.start(15);
    return hand.until(what, [&] { return condition(*host.engine().snapshot()); });
}

// One screen in light and in dark; the theme goes back to light.
bool Story::shot(const QString& name, WindowHost& host)
{
    if (!m_pictures) return true;
    const QString numbered = QStringLiteral("%1-%2").arg(++m_picture, 2, 10, QLatin1Char('0')).arg(name);
    // The picture is of the page: notes that pass by are closed, as their own close button does.
    const Driver hand(host.window());
    for (int i = 0; i < 8; ++i)
        if (auto* toast = hand.find(QStringLiteral("toast"))) QMetaObject::invokeMethod(toast, "closed");
    (void)host.window()->grabWindow(); // a first frame settles the layouts that the last change left to do
    const bool light = ui::saveScreenshot(*host.window(), path(numbered)).has_value();
    host.theme().setLook(ui::ThemeSettings::Look::Dark);
    const bool dark = ui::saveScreenshot(*host.window(), path(numbered + QStringLiteral("-dark"))).has_value();
    host.theme().setLook(ui::ThemeSettings::Look::Light);
    return light && dark;
}

bool Story::go(Driver& hand, const QString& place) { return hand.press(QStringLiteral("place-") + place); }

// Both personas wait until the visit's room is about to open: the practice clock has a button for that.
bool Story::toTheVisit()
{
    const auto before = m_patient->engine().snapshot()->network.now;
    if (m_outside.pass) return m_outside.pass(first(*m_patient->engine().snapshot())->startsAt.plus(-5 * kMinute));
    return m_patientHand->press(QStringLiteral("practice-clock")) && m_patientHand->press(QStringLiteral("clock-visit")) &&
           see(QStringLiteral("the clock to move"), *m_patient,
               [&](const Snapshot& s) { return s.network.now.minus(before) > 5 * kMinute; });
}

// Play money comes by itself on the practice network; elsewhere somebody has to pay it.
bool Story::funded(WindowHost& host)
{
    if (m_outside.fund) {
        if (!see(QStringLiteral("an open persona"), host,
                 [](const Snapshot& s) { return s.gate == Gate::Open && !s.money.address.empty(); }) ||
            !m_outside.fund(host.engine().snapshot()->money.address))
            return false;
    }
    return see(QStringLiteral("an open persona with money"), host,
               [](const Snapshot& s) { return s.gate == Gate::Open && s.money.available.value > 0; });
}

bool Story::start(bool patient)
{
    auto& host = patient ? m_patient : m_therapist;
    auto& hand = patient ? m_patientHand : m_therapistHand;
    hand.reset();
    host.reset();
    EngineParts parts;
    parts.profileFolder = (m_folder + (patient ? QStringLiteral("/p1") : QStringLiteral("/p2"))).toStdString();
    parts.world = m_world;
    parts.argon2 = kQuick;
    WindowHost::Options options;
    options.settingsFile = m_folder + (patient ? QStringLiteral("/look1.ini") : QStringLiteral("/look2.ini"));
    options.exportFolder = m_folder;
    options.zone = patient ? QStringLiteral("Europe/Berlin") : QStringLiteral("Europe/Lisbon");
    options.language = QStringLiteral("en");
    auto fresh = std::make_unique<WindowHost>(std::move(parts), options);
    if (!fresh->show()) return false;
    fresh->window()->resize(1280, 800);
    fresh->theme().setLook(ui::ThemeSettings::Look::Light);
    fresh->theme().setMotion(ui::ThemeSettings::Motion::Reduced); // pictures of pages at rest
    (void)fresh->window()->grabWindow();                          // the first picture stands before anyone acts
    hand = std::make_unique<Driver>(fresh->window(), m_patience);
    host = std::move(fresh);
    return true;
}

bool Story::open()
{
    return step(QStringLiteral("two windows open on the practice network"), [this] {
        return start(true) && start(false) && m_patientHand->appears(QStringLiteral("welcome-look")) != nullptr &&
               m_therapistHand->appears(QStringLiteral("welcome-look")) != nullptr && shot(QStringLiteral("welcome"), *m_patient);
    });
}

bool Story::therapist()
{
    auto& hand = *m_therapistHand;
    return step(QStringLiteral("she says \"I practise\" and makes a persona; the demo register signs her licence"),
                [&] {
                    return hand.press(QStringLiteral("welcome-practise")) &&
                           hand.type(QStringLiteral("create-name"), QStringLiteral("Dr. Mariam Okonjo")) &&
                           hand.type(QStringLiteral("create-passphrase"), QStringLiteral("a lamp in the harbour window")) &&
                           hand.type(QStringLiteral("create-again"), QStringLiteral("a lamp in the harbour window")) &&
                           shot(QStringLiteral("practise"), *m_therapist) && hand.press(QStringLiteral("create-submit")) &&
                           funded(*m_therapist);
                }) &&
           step(QStringLiteral("she sets hours, price and policy, and is listed"), [&] {
               if (!go(hand, QStringLiteral("practice"))) return false;
               for (int day = 1; day <= 7; ++day)
                   if (!hand.press(QStringLiteral("practice-day-%1").arg(day))) return false;
               return hand.type(QStringLiteral("practice-about"),
                                QStringLiteral("Worry, sleep and life changes. I ask much and judge nothing.")) &&
                      hand.press(QStringLiteral("practice-topic-worry")) && hand.press(QStringLiteral("practice-topic-sleep")) &&
                      hand.press(QStringLiteral("practice-language-en")) &&
                      hand.type(QStringLiteral("practice-price"), QStringLiteral("60")) &&
                      hand.type(QStringLiteral("practice-bond"), QStringLiteral("12")) && hand.press(QStringLiteral("practice-save")) &&
                      see(QStringLiteral("her listing"), *m_therapist,
                          [](const Snapshot& s) { return s.practice.listed && s.outbox.empty(); }) &&
                      shot(QStringLiteral("practice"), *m_therapist);
           });
}

bool Story::booking()
{
    auto& hand = *m_patientHand;
    return step(QStringLiteral("the patient looks around, with no persona yet"),
                [&] {
                    return hand.press(QStringLiteral("welcome-look")) &&
                           see(QStringLiteral("the listing"), *m_patient, [](const Snapshot& s) { return !s.therapists.empty(); }) &&
                           hand.waitShows(QStringLiteral("Mariam Okonjo")) && shot(QStringLiteral("find"), *m_patient);
                }) &&
           step(QStringLiteral("reads her page, checks the licence, picks an hour"),
                [&] {
                    if (!hand.press(QStringLiteral("find-row-0-open"), true) || hand.appears(QStringLiteral("therapist-book")) == nullptr)
                        return false;
                    const auto s = m_patient->engine().snapshot();
                    const auto& open = s->therapists.front().openTimes;
                    const auto slot = std::ranges::find_if(open, [&](Millis t) { return t.minus(s->network.now) > 30 * kHour; });
                    if (slot == open.end()) return false;
                    const QString name = QStringLiteral("slot-") + QString::number(slot->value);
                    for (int week = 0; week < 4 && hand.find(name) == nullptr; ++week)
                        if (!hand.press(QStringLiteral("therapist-week-on"))) return false;
                    return hand.press(name) && shot(QStringLiteral("therapist"), *m_patient) &&
                           hand.press(QStringLiteral("therapist-book"));
                }) &&
           step(QStringLiteral("makes a persona on the way; 5,000 play KAS arrive by a real payment"),
                [&] {
                    return hand.type(QStringLiteral("create-name"), QStringLiteral("Noor")) &&
                           hand.type(QStringLiteral("create-passphrase"), QStringLiteral("seven green bottles on a wall")) &&
                           hand.type(QStringLiteral("create-again"), QStringLiteral("seven green bottles on a wall")) &&
                           shot(QStringLiteral("persona"), *m_patient) && hand.press(QStringLiteral("create-submit")) && funded(*m_patient);
                }) &&
           step(QStringLiteral("writes what she should know, reads price, fee, policy and what is public"),
                [&] {
                    return hand.type(QStringLiteral("book-intake"), QStringLiteral("I lie awake on Sundays. It began with the new job.")) &&
                           shot(QStringLiteral("agreement"), *m_patient) && hand.press(QStringLiteral("book-next")) &&
                           hand.appears(QStringLiteral("book-confirm")) != nullptr && shot(QStringLiteral("book"), *m_patient);
                }) &&
           step(QStringLiteral("holds the money and asks: one payment funds the visit"), [&] {
               return hand.press(QStringLiteral("book-confirm")) &&
                      see(QStringLiteral("the request on the network"), *m_patient,
                          [](const Snapshot& s) {
                              const auto* v = first(s);
                              return v != nullptr && v->phase == VisitPhase::Requested;
                          }) &&
                      hand.appears(QStringLiteral("visit")) != nullptr && // the page follows the network: who goes on first is led back
                      shot(QStringLiteral("requested"), *m_patient);
           });
}

bool Story::answer()
{
    auto& hand = *m_therapistHand;
    return step(QStringLiteral("she reads the request and the sealed note"),
                [&] {
                    return see(QStringLiteral("the request"), *m_therapist, [](const Snapshot& s) { return first(s) != nullptr; }) &&
                           go(hand, QStringLiteral("today")) && hand.appears(QStringLiteral("today-request-0")) != nullptr &&
                           shot(QStringLiteral("practice-today"), *m_therapist) && hand.press(QStringLiteral("today-request-0"), true) &&
                           hand.waitShows(QStringLiteral("I lie awake on Sundays")) && shot(QStringLiteral("request"), *m_therapist);
                }) &&
           step(QStringLiteral("accepts, adding her own stake"),
                [&] {
                    return hand.press(QStringLiteral("visit-accept")) &&
                           see(QStringLiteral("acceptance"), *m_therapist,
                               [](const Snapshot& s) { return first(s)->phase == VisitPhase::Accepted; }) &&
                           see(QStringLiteral("acceptance"), *m_patient,
                               [](const Snapshot& s) { return first(s)->phase == VisitPhase::Accepted; });
                }) &&
           step(QStringLiteral("both see it in their calendars; the patient exports it with a neutral title"), [&] {
               return go(hand, QStringLiteral("calendar")) && shot(QStringLiteral("calendar"), *m_therapist) &&
                      go(*m_patientHand, QStringLiteral("today")) && shot(QStringLiteral("today"), *m_patient) &&
                      go(*m_patientHand, QStringLiteral("calendar")) && m_patientHand->press(QStringLiteral("calendar-export")) &&
                      m_patientHand->until(QStringLiteral("the calendar file"),
                                           [this] { return !QDir(m_folder).entryList({QStringLiteral("*.ics")}).isEmpty(); });
           });
}

bool Story::talk()
{
    auto& p = *m_patientHand;
    auto& t = *m_therapistHand;
    const auto write = [](Driver& hand, const QString& field, const QString& text) {
        if (!hand.type(field, text)) return false;
        hand.key(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
        return true;
    };
    return step(QStringLiteral("they write to each other"),
                [&] {
                    return go(p, QStringLiteral("messages")) && p.press(QStringLiteral("thread-0")) &&
                           write(p, QStringLiteral("thread-compose"),
                                 QStringLiteral("Two evenings out of three. The third one I forgot, but I slept.")) &&
                           go(t, QStringLiteral("messages")) && t.press(QStringLiteral("thread-0")) &&
                           t.waitShows(QStringLiteral("Two evenings out of three")) &&
                           write(t, QStringLiteral("thread-compose"),
                                 QStringLiteral(
                                     "Two out of three is a real change. Forgetting it and sleeping may be the best result of all.")) &&
                           p.waitShows(QStringLiteral("a real change")) && p.waitShows(QStringLiteral("Delivered")) &&
                           write(p, QStringLiteral("thread-compose"), QStringLiteral("Thank you. I will try it again tonight.")) &&
                           t.waitShows(QStringLiteral("I will try it again")) && shot(QStringLiteral("thread"), *m_patient) &&
                           shot(QStringLiteral("thread-practice"), *m_therapist);
                }) &&
           step(QStringLiteral("help is one key away, also when locked"), [&] {
               p.key(Qt::Key_L, Qt::ControlModifier);
               if (p.appears(QStringLiteral("unlock")) == nullptr && p.find(QStringLiteral("passphrase")) == nullptr) return false;
               p.key(Qt::Key_F1);
               if (p.appears(QStringLiteral("closeHelp")) == nullptr || !shot(QStringLiteral("locked-help"), *m_patient)) return false;
               p.key(Qt::Key_Escape);
               if (!p.gone(QStringLiteral("closeHelp")) ||
                   !p.type(QStringLiteral("passphrase"), QStringLiteral("seven green bottles on a wall")))
                   return false;
               p.key(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
               return see(QStringLiteral("open again"), *m_patient,
                          [](const Snapshot& s) { return s.gate == Gate::Open && !s.visits.empty(); });
           });
}

bool Story::visit()
{
    auto& p = *m_patientHand;
    auto& t = *m_therapistHand;
    const auto say = [](Driver& hand, const QString& text) {
        if (!hand.type(QStringLiteral("room-compose"), text)) return false;
        hand.key(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
        return true;
    };
    return step(QStringLiteral("the practice clock goes on to the visit"),
                [&] {
                    return toTheVisit() &&
                           see(QStringLiteral("the room to open"), *m_patient, [](const Snapshot& s) { return first(s)->canJoin; }) &&
                           see(QStringLiteral("the room to open"), *m_therapist, [](const Snapshot& s) { return first(s)->canJoin; });
                }) &&
           step(QStringLiteral("both come into the room"),
                [&] {
                    return go(p, QStringLiteral("today")) && p.press(QStringLiteral("today-room")) &&
                           p.press(QStringLiteral("room-join")) && go(t, QStringLiteral("today")) &&
                           t.press(QStringLiteral("today-room")) && t.press(QStringLiteral("room-join")) &&
                           see(QStringLiteral("her in the room"), *m_patient,
                               [](const Snapshot& s) { return first(s)->joinedByThem && first(s)->joinedByMe; }) &&
                           see(QStringLiteral("the patient in the room"), *m_therapist,
                               [](const Snapshot& s) { return first(s)->joinedByThem && first(s)->joinedByMe; });
                }) &&
           step(QStringLiteral("they talk"),
                [&] {
                    return say(t, QStringLiteral("How did the notebook go since Friday?")) &&
                           p.waitShows(QStringLiteral("How did the notebook")) &&
                           say(p, QStringLiteral("Better than I thought. Writing it down made it smaller, somehow. Like it had edges.")) &&
                           t.waitShows(QStringLiteral("Like it had edges")) && shot(QStringLiteral("room"), *m_patient);
                }) &&
           step(QStringLiteral("the hour passes; both sign that the visit took place"),
                [&] {
                    const auto ends = first(*m_patient->engine().snapshot())->endsAt;
                    if (!see(QStringLiteral("the visit to begin on the network"), *m_patient,
                             [](const Snapshot& s) { return first(s)->phase == VisitPhase::InSession || !first(s)->moving; }))
                        return false;
                    const auto now = m_world->clock().now();
                    if (m_outside.pass ? !m_outside.pass(ends.plus(kMinute))
                                       : ends > now && !m_world->practice->advance(ends.minus(now) + kMinute))
                        return false;
                    return t.press(QStringLiteral("room-sign")) &&
                           see(QStringLiteral("her signature"), *m_patient,
                               [](const Snapshot& s) { return first(s)->record == RecordState::SignedByThem; }) &&
                           p.press(QStringLiteral("room-sign")) &&
                           see(QStringLiteral("both signatures"), *m_patient, [](const Snapshot& s) { return first(s)->canComplete; }) &&
                           shot(QStringLiteral("closing"), *m_patient);
                }) &&
           step(QStringLiteral("the patient completes: she is paid, her stake comes back, a rating ticket is issued"), [&] {
               return p.press(QStringLiteral("room-complete")) &&
                      see(QStringLiteral("the payment"), *m_patient,
                          [](const Snapshot& s) { return first(s)->ending == VisitEnding::Completed; }) &&
                      see(QStringLiteral("the payment"), *m_therapist,
                          [](const Snapshot& s) { return first(s)->ending == VisitEnding::Completed; });
           });
}

bool Story::afterwards()
{
    auto& p = *m_patientHand;
    auto& t = *m_therapistHand;
    return step(QStringLiteral("the patient rates, in private"),
                [&] {
                    if (!p.press(QStringLiteral("room-visit"))) return false;
                    auto* stars = p.appears(QStringLiteral("visit-stars"));
                    if (stars == nullptr) return false;
                    stars->forceActiveFocus(Qt::TabFocusReason);
                    p.key(Qt::Key_5, Qt::NoModifier, QStringLiteral("5"));
                    return p.type(QStringLiteral("visit-comment"), QStringLiteral("I felt heard.")) &&
                           shot(QStringLiteral("rate"), *m_patient) && p.press(QStringLiteral("visit-rate")) &&
                           see(QStringLiteral("the rating"), *m_therapist,
                               [](const Snapshot& s) { return first(s)->rating == 5 && first(s)->ratingComment == "I felt heard."; });
                }) &&
           step(QStringLiteral("money on both sides"), [&] {
               t.key(Qt::Key_Escape);
               return go(p, QStringLiteral("money")) && shot(QStringLiteral("money"), *m_patient) && go(t, QStringLiteral("money")) &&
                      shot(QStringLiteral("money-practice"), *m_therapist);
           });
}

bool Story::play() { return open() && therapist() && booking() && answer() && talk() && visit() && afterwards(); }

} // namespace bt::app
