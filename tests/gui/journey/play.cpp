// SPDX-License-Identifier: GPL-3.0-or-later
#include "play.h"

#include "service/tokens/tokens_view.h"

#include <QAccessible>
#include <QDir>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTimer>

namespace bt::test {
namespace {

QString name(const char* text) { return QString::fromLatin1(text); }

} // namespace

QString Play::begin(bool pictures)
{
    if (!m_folder.isValid()) return QStringLiteral("no folder for the test");
    auto world = NetworkWorld::practiceIn({});
    if (!world) return QStringLiteral("the practice network does not open");
    if (pictures && !QDir(m_folder.path()).mkpath(QStringLiteral("screenshots"))) return QStringLiteral("no folder for pictures");
    m_world = *world;
    m_story = std::make_unique<app::Story>(
        m_world, m_folder.path(), [this](const QString& line) { m_lines << line; }, pictures);
    return {};
}

VisitView Play::visit(Who who)
{
    const auto s = now(who);
    return s->visits.empty() ? VisitView{} : s->visits.front();
}

QString Play::why()
{
    QString out = m_story->failedAt();
    for (const Who who : {Who::Patient, Who::Therapist}) {
        const auto s = now(who);
        out += who == Who::Patient ? QStringLiteral("\n  patient: ") : QStringLiteral("\n  therapist: ");
        out += hand(who).failure();
        for (const auto& v : s->visits)
            out += QStringLiteral(" visit(phase=%1 ending=%2 moving=%3)").arg(int(v.phase)).arg(int(v.ending)).arg(v.moving);
        for (const auto& o : s->outbox)
            out += QStringLiteral(" outbox(%1 tries=%2 error=%3)")
                       .arg(QString::fromStdString(o.what))
                       .arg(o.attempts)
                       .arg(QString::fromUtf8(o.lastError.data(), qsizetype(o.lastError.size())));
    }
    return out;
}

bool Play::until(Who who, const QString& what, const std::function<bool(const Snapshot&)>& condition)
{
    QTimer pulse; // wakes the loop when nothing else happens
    pulse.start(15);
    return hand(who).until(what, [&] { return condition(*now(who)); });
}

bool Play::phase(Who who, VisitPhase phase)
{
    return until(who, QStringLiteral("phase %1").arg(int(phase)),
                 [&](const Snapshot& s) { return !s.visits.empty() && s.visits.front().phase == phase && !s.visits.front().moving; });
}

bool Play::openVisit(Who who)
{
    return hand(who).press(name("place-today")) && hand(who).press(name("today-visit")) &&
           hand(who).appears(name("visit-sentence")) != nullptr;
}

bool Play::openPastVisit(Who who)
{
    auto& h = hand(who);
    const auto s = now(who);
    int row = 0;
    for (const auto& one : s->money.rows) {
        if (!one.visitId.empty()) {
            // Payments in BTAI stand in the same list.
            if (s->tokens)
                row += static_cast<int>(std::ranges::count_if(s->tokens->rows, [&](const TokenRow& token) { return token.at > one.at; }));
            break;
        }
        ++row;
    }
    return h.press(name("place-money")) && h.press(QStringLiteral("money-row-%1-open").arg(row)) &&
           h.appears(name("visit-sentence")) != nullptr;
}

bool Play::clockPast(Who who, Millis at)
{
    auto& h = hand(who);
    if (!h.press(name("practice-clock"))) return false;
    for (;;) {
        const auto before = m_world->clock().now();
        const auto left = at.minus(before);
        if (left < 0) break;
        const auto [button, span] = left > kDay    ? std::pair{"clock-day", kDay}
                                    : left > kHour ? std::pair{"clock-hour", kHour}
                                                   : std::pair{"clock-ten-minutes", 10 * kMinute};
        if (!h.press(name(button)) ||
            !until(who, name("the clock to move"), [&, step = span](const Snapshot& s) { return s.network.now.minus(before) >= step; }))
            return false;
    }
    h.key(Qt::Key_Escape);
    return h.gone(name("clock-hour"));
}

bool Play::unlock(Who who)
{
    auto& h = hand(who);
    if (!h.type(name("passphrase"), name(who == Who::Patient ? kPatientWords : kTherapistWords))) return false;
    h.key(Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
    return until(who, name("an open persona"), [](const Snapshot& s) { return s.gate == Gate::Open; }) &&
           h.appears(name("place-today")) != nullptr;
}

bool Play::atRest()
{
    const auto still = [](const Snapshot& s) { return s.outbox.empty() && s.money.waiting.value == 0; };
    return until(Who::Patient, name("the patient's side to rest"),
                 [&](const Snapshot& s) { return still(s) && still(*now(Who::Therapist)); });
}

std::uint64_t Play::all(Who who)
{
    const auto s = now(who);
    return s->money.available.value + s->money.waiting.value + s->money.held.value;
}

std::uint64_t Play::fees(Who who)
{
    std::uint64_t sum = 0;
    const auto s = now(who);
    for (const auto& visit : s->visits)
        for (const auto& step : visit.steps) sum += step.fee.value;
    for (const auto& row : s->money.rows)
        if (row.kind == "fee") sum += row.fee.value;
    return sum;
}

std::uint64_t Play::playMoney(Who who)
{
    std::uint64_t sum = 0;
    for (const auto& row : now(who)->money.rows)
        if (row.kind == "play_money") sum += static_cast<std::uint64_t>(row.amount);
    return sum;
}

std::int64_t Play::feeOfStep(Who who, std::string_view step)
{
    std::int64_t sum = 0;
    for (const auto& one : visit(who).steps)
        if (one.step == step) sum += static_cast<std::int64_t>(one.fee.value);
    return sum;
}

std::int64_t Play::gain(Who who)
{
    std::int64_t aside = 0; // a practice sets a deposit aside for its public ratings, for good
    for (const auto& row : now(who)->money.rows)
        if (row.kind == "reputation") aside -= row.amount;
    return static_cast<std::int64_t>(all(who) + fees(who)) + aside - static_cast<std::int64_t>(playMoney(who));
}

int runWindows(int argc, char** argv, QObject& test, int (*run)(QObject*, int, char**))
{
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("BT"));
    QAccessible::setActive(true);
    return run(&test, argc, argv);
}

} // namespace bt::test
