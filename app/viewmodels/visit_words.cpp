// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit_words.h"

#include "policy_words.h"
#include "series_words.h"

#include <QCoreApplication>

namespace bt::app {

using service::Role;
using service::VisitEnding;
using service::VisitPhase;
using service::VisitView;

namespace {
struct VisitWords {
    Q_DECLARE_TR_FUNCTIONS(Visit)
};
QString endingBadge(VisitEnding ending)
{
    switch (ending) {
    case VisitEnding::Completed:
    //: Badge of a visit that took place and is paid.
    case VisitEnding::Claimed: return VisitWords::tr("Done");
    //: Badge: the therapist said no.
    case VisitEnding::Declined: return VisitWords::tr("Declined");
    //: Badge: nobody answered the request in time.
    case VisitEnding::RequestExpired: return VisitWords::tr("No answer");
    case VisitEnding::CancelledFree:
    case VisitEnding::CancelledLate:
    //: Badge of a visit that was called off.
    case VisitEnding::CancelledByTherapist: return VisitWords::tr("Cancelled");
    //: Badge: both agreed how to share the money.
    case VisitEnding::Agreed: return VisitWords::tr("Agreed split");
    //: Badge: a problem was decided by others.
    case VisitEnding::Resolved: return VisitWords::tr("Decided");
    //: Badge: a problem that nobody decided in time.
    case VisitEnding::Lapsed: return VisitWords::tr("Time ran out");
    //: Badge: the booking never went through.
    case VisitEnding::NotStarted: return VisitWords::tr("Not booked");
    case VisitEnding::None: break;
    }
    return VisitWords::tr("Done");
}

QString endingSentence(const VisitView& v, const Format& format)
{
    const bool patient = v.myRole == Role::Patient;
    const QString price = format.moneyShort(v.price);
    const QString peer = text(v.peerName);
    switch (v.ending) {
    case VisitEnding::Completed:
        return patient ? VisitWords::tr("You both confirmed the visit. %1 went to %2.").arg(price, peer)
                       : VisitWords::tr("You both confirmed the visit. %1 came to you.").arg(price);
    case VisitEnding::Claimed:
        return patient ? VisitWords::tr("The visit was not confirmed in time, so %1 went to %2 as agreed.").arg(price, peer)
                       : VisitWords::tr("The visit was not confirmed in time, so %1 came to you as agreed.").arg(price);
    case VisitEnding::Declined:
        return patient ? VisitWords::tr("%1 cannot take this time. All your money came back.").arg(peer)
                       : VisitWords::tr("You declined. All the money went back.");
    case VisitEnding::RequestExpired:
        return patient ? VisitWords::tr("There was no answer in time. All your money came back.")
                       : VisitWords::tr("You did not answer in time. All the money went back.");
    case VisitEnding::CancelledFree:
        return patient ? VisitWords::tr("You cancelled in time. All your money came back.")
                       : VisitWords::tr("%1 cancelled in time. All the money went back.").arg(peer);
    case VisitEnding::CancelledLate:
        return patient ? VisitWords::tr("You cancelled late. What comes back then came back to you; the rest went to %1.").arg(peer)
                       : VisitWords::tr("%1 cancelled late. Your share came to you.").arg(peer);
    case VisitEnding::CancelledByTherapist:
        return patient ? VisitWords::tr("%1 cancelled. All your money came back.").arg(peer)
                       : VisitWords::tr("You cancelled. All the money went back to %1.").arg(peer);
    case VisitEnding::Agreed: return VisitWords::tr("You both agreed how to share the money, and it was shared that way.");
    case VisitEnding::Resolved: return VisitWords::tr("The problem was decided and the money shared that way.");
    case VisitEnding::Lapsed: return VisitWords::tr("Nobody decided in time, so the money was shared by the rules of the visit.");
    case VisitEnding::NotStarted: return VisitWords::tr("This booking did not go through. Your money never left you or came back.");
    case VisitEnding::None: break;
    }
    return {};
}

QString acceptedSentence(const VisitView& v, const Format& format, Millis now)
{
    if (now < v.startsAt) return VisitWords::tr("Agreed. The room opens shortly before %1.").arg(format.inSentence(v.startsAt, now));
    if (now < v.endsAt) return VisitWords::tr("It is time. The room is open until %1.").arg(format.time(v.endsAt));
    if (v.record == service::RecordState::SignedByBoth)
        return v.myRole == Role::Patient ? VisitWords::tr("You both signed that the visit took place. Confirm it, and it is paid.")
                                         : VisitWords::tr("You both signed that the visit took place. It is paid when it is confirmed.");
    if (v.canClaim) return VisitWords::tr("The waiting time is over. You can collect the price now.");
    if (v.myRole == Role::Therapist && v.claimFrom.value)
        return VisitWords::tr("The visit is over. If it is not confirmed, you can collect the price from %1.")
            .arg(format.dayTime(v.claimFrom));
    return VisitWords::tr("The visit is over. Sign that it took place, then confirm it.");
}
} // namespace

bool isLive(const VisitView& v) { return v.phase != VisitPhase::Ended; }

QString visitBadge(const VisitView& v)
{
    if (v.split && !v.split->mine && v.phase != VisitPhase::Ended) return VisitWords::tr("Answer needed");
    switch (v.phase) {
    case VisitPhase::Preparing:
        //: Badge: the request cannot go out as it is; the patient has to decide.
        if (v.trouble == "payment.conflict") return VisitWords::tr("Stopped");
        //: Badge: the request has not left this computer yet.
        return VisitWords::tr("On its way");
    //: Badge of a visit that waits for the therapist's answer.
    case VisitPhase::Requested: return v.myRole == Role::Patient ? VisitWords::tr("Asked") : VisitWords::tr("Asks");
    case VisitPhase::Accepted:
    //: Badge of a visit that both agreed on.
    case VisitPhase::Committed: return VisitWords::tr("Agreed");
    //: Badge: the visit is running or waits to be confirmed.
    case VisitPhase::InSession: return VisitWords::tr("In session");
    //: Badge: a problem was raised.
    case VisitPhase::Disputed: return VisitWords::tr("Being decided");
    case VisitPhase::Ended: return endingBadge(v.ending);
    }
    return {};
}

QString visitBadgeKind(const VisitView& v)
{
    if (v.phase == VisitPhase::Preparing) return v.trouble == "payment.conflict" ? QStringLiteral("attention") : QStringLiteral("plain");
    if (v.phase == VisitPhase::Requested || v.phase == VisitPhase::Disputed || (v.split && !v.split->mine && isLive(v)))
        return QStringLiteral("attention");
    if (v.phase != VisitPhase::Ended) return QStringLiteral("good");
    return v.ending == VisitEnding::Completed || v.ending == VisitEnding::Claimed ? QStringLiteral("good") : QStringLiteral("plain");
}

QString visitBadgeIcon(const VisitView& v)
{
    if (v.phase == VisitPhase::Preparing) return QStringLiteral("waiting");
    if (v.phase == VisitPhase::Requested) return QStringLiteral("request");
    if (v.phase == VisitPhase::Disputed) return QStringLiteral("flag");
    if (v.phase != VisitPhase::Ended) return QStringLiteral("check");
    return v.ending == VisitEnding::Completed || v.ending == VisitEnding::Claimed ? QStringLiteral("check") : QStringLiteral("take-back");
}

QString visitSentence(const VisitView& v, const Format& format, Millis now)
{
    const QString peer = text(v.peerName);
    switch (v.phase) {
    case VisitPhase::Preparing:
        return v.trouble == "payment.conflict" ? VisitWords::tr("Your request did not go through.")
                                               : VisitWords::tr("Your request is being sent. You can still take it back.");
    case VisitPhase::Requested:
        if (v.myRole == Role::Patient)
            return VisitWords::tr("%1 answers by %2. If not, all your money comes back.").arg(peer, format.inSentence(v.acceptBy, now));
        return VisitWords::tr("%1 asks for this time and hopes to hear by %2.").arg(peer, format.inSentence(v.acceptBy, now));
    case VisitPhase::Accepted:
    case VisitPhase::Committed:
    case VisitPhase::InSession: return acceptedSentence(v, format, now);
    case VisitPhase::Disputed: return VisitWords::tr("A problem was raised. The money stays held safely until it is decided.");
    case VisitPhase::Ended: return endingSentence(v, format);
    }
    return {};
}

QString freeCancelLine(const VisitView& v, const Format& format, Millis now)
{
    if (v.myRole != Role::Patient || !v.canCancel || now >= v.freeUntil) return {};
    //: %1 is a moment such as "today, 17:00".
    return VisitWords::tr("Free to cancel until %1").arg(format.inSentence(v.freeUntil, now));
}

QString cancelOutcome(const VisitView& v, const Format& format)
{
    const QString mine = format.money(v.cancelToMe);
    // The therapist's own stake, going back to her, is nothing that the patient gives.
    const bool stake = v.myRole == Role::Patient && v.phase != VisitPhase::Requested && v.cancelToThem.value >= v.bond.value;
    const Sompi given{v.cancelToThem.value - (stake ? v.bond.value : 0)};
    const QString theirs = format.money(given);
    const QString peer = text(v.peerName);
    if (given.value == 0) return VisitWords::tr("If you cancel now, %1 come back to you. Nothing is kept.").arg(mine);
    if (v.cancelToMe.value == 0) return VisitWords::tr("If you cancel now, %1 go to %2. Nothing comes back to you.").arg(theirs, peer);
    return VisitWords::tr("If you cancel now, %1 come to you and %2 go to %3.").arg(mine, theirs, peer);
}

const QStringList& visitRowRoles()
{
    static const QStringList roles{QStringLiteral("visitId"),   QStringLiteral("title"),      QStringLiteral("subtitle"),
                                   QStringLiteral("when"),      QStringLiteral("badge"),      QStringLiteral("badgeKind"),
                                   QStringLiteral("badgeIcon"), QStringLiteral("avatarSeed"), QStringLiteral("peerName"),
                                   QStringLiteral("spoken"),    QStringLiteral("canAccept"),  QStringLiteral("section")};
    return roles;
}

QVariantMap visitRow(const VisitView& v, const Format& format, Millis now)
{
    QString when = format.nearDayTime(v.startsAt, now);
    if (const QString place = seriesPlace(v); !place.isEmpty()) when += QStringLiteral(" · ") + place;
    const QString peer = text(v.peerName);
    return {{QStringLiteral("visitId"), text(v.id)},
            {QStringLiteral("title"), peer},
            {QStringLiteral("subtitle"), when},
            {QStringLiteral("when"), when},
            {QStringLiteral("badge"), visitBadge(v)},
            {QStringLiteral("badgeKind"), visitBadgeKind(v)},
            {QStringLiteral("badgeIcon"), visitBadgeIcon(v)},
            {QStringLiteral("avatarSeed"), text(v.peerAvatarSeed)},
            {QStringLiteral("peerName"), peer},
            //: Spoken by a screen reader. %1 name, %2 time, %3 state.
            {QStringLiteral("spoken"), VisitWords::tr("%1, %2, %3").arg(peer, when, visitBadge(v))},
            {QStringLiteral("canAccept"), v.canAccept}};
}

} // namespace bt::app
