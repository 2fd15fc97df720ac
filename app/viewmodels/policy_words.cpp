// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy_words.h"

#include "service/free_time.h"

#include <QCoreApplication>

namespace bt::app {

namespace {
struct PolicyWords {
    Q_DECLARE_TR_FUNCTIONS(Policy)
};
QVariantMap stop(const QString& title, const QString& when, const QString& words, const char* tone, int weight)
{
    return {{QStringLiteral("title"), title},
            {QStringLiteral("when"), when},
            {QStringLiteral("body"), words},
            {QStringLiteral("tone"), QString::fromLatin1(tone)},
            {QStringLiteral("weight"), weight}};
}
} // namespace

QString shareBackWords(int lateShareBps)
{
    switch (10'000 - lateShareBps) {
    //: How much of the price comes back after a late cancellation. Begins or continues a sentence "... comes back".
    case 0: return PolicyWords::tr("nothing");
    case 2'500: return PolicyWords::tr("a quarter");
    case 5'000: return PolicyWords::tr("half");
    case 7'500: return PolicyWords::tr("three quarters");
    case 10'000: return PolicyWords::tr("all");
    //: A share in percent. %1 is a whole number.
    default: return PolicyWords::tr("%1 %").arg((10'000 - lateShareBps) / 100);
    }
}

QString policySentence(const Format& format, const service::PolicyView& policy, Millis startsAt, Millis now, const QString& name)
{
    const Millis due = service::answerDue(policy.answerWithinMs, policy.freeBeforeMs, startsAt, now);
    const Millis free = service::freeUntil(policy.freeBeforeMs, due, startsAt);
    //: %1 a moment, %2 "half" or "nothing", %3 the therapist's name.
    return PolicyWords::tr("Change your mind for free until %1. After that %2 comes back. If %3 cancels, all of it does.")
        .arg(format.dayTime(free), shareBackWords(policy.lateShareBps), name);
}

QVariantList ladderStops(const Format& format, const LadderFacts& f)
{
    QVariantList stops;
    const bool freeOver = f.now >= f.freeUntil;
    //: First stop of the line "If plans change": from this moment.
    const QString nowWord = PolicyWords::tr("Now");
    if (!freeOver)
        stops << stop(PolicyWords::tr("Cancel for free"), nowWord,
                      //: %1 is the whole price.
                      PolicyWords::tr("All %1 come back").arg(format.moneyShort(f.price)), "positive", 184);
    if (f.freeUntil < f.startsAt || freeOver) {
        QString share = shareBackWords(f.lateShareBps);
        share[0] = share[0].toUpper();
        //: Second stop: late cancelling. %1 is "Half" or "Nothing".
        stops << stop(PolicyWords::tr("%1 comes back").arg(share), freeOver ? nowWord : format.dayTime(f.freeUntil),
                      format.moneyShort(f.lateBack), "attention", 150);
    }
    stops << stop(PolicyWords::tr("The visit"), format.dayTime(f.startsAt), format.duration(f.endsAt.minus(f.startsAt)), "primary", 110);
    stops << stop(PolicyWords::tr("You both confirm"), format.time(f.endsAt),
                  f.latestPayout.value
                      //: Last stop. %1 is a moment.
                      ? PolicyWords::tr("Then it is paid, at the latest on %1").arg(format.dayTime(f.latestPayout))
                      : PolicyWords::tr("Then it is paid"),
                  "plain", 176);
    return stops;
}

} // namespace bt::app
