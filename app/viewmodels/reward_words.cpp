// SPDX-License-Identifier: GPL-3.0-or-later
#include "reward_words.h"

#include <QCoreApplication>

namespace bt::app {

using service::AwardState;

const std::vector<std::string>& rewardReasons()
{
    static const std::vector<std::string> all{"moderation", "peer-education", "translation", "open-work", "supervision"};
    return all;
}

QString rewardReason(const std::string& code)
{
    //: What the reward pool pays for.
    if (code == "moderation") return QCoreApplication::translate("Rewards", "Moderation");
    //: What the reward pool pays for.
    if (code == "peer-education") return QCoreApplication::translate("Rewards", "Peer education");
    //: What the reward pool pays for.
    if (code == "translation") return QCoreApplication::translate("Rewards", "Translation");
    //: What the reward pool pays for: work whose result is open to everyone.
    if (code == "open-work") return QCoreApplication::translate("Rewards", "Open work");
    //: What the reward pool pays for: supervising other therapists.
    if (code == "supervision") return QCoreApplication::translate("Rewards", "Supervision");
    return {};
}

QString rewardReasonHint(const std::string& code)
{
    //: Explains a reason for a reward.
    if (code == "moderation") return QCoreApplication::translate("Rewards", "Keeping a group safe and kind.");
    //: Explains a reason for a reward.
    if (code == "peer-education")
        return QCoreApplication::translate("Rewards", "Explaining to others what helped, without anyone's story.");
    //: Explains a reason for a reward.
    if (code == "translation") return QCoreApplication::translate("Rewards", "Putting texts of the community into another language.");
    //: Explains a reason for a reward.
    if (code == "open-work") return QCoreApplication::translate("Rewards", "Programs, pictures and texts that everyone may use.");
    //: Explains a reason for a reward.
    if (code == "supervision") return QCoreApplication::translate("Rewards", "Helping other therapists to work well.");
    return {};
}

QString btaiText(std::uint64_t units, const QLocale& locale)
{
    constexpr std::uint64_t kOne = 100'000'000;
    QString figure = locale.toString(static_cast<qulonglong>(units / kOne));
    QString part = QString::number(units % kOne).rightJustified(8, QLatin1Char('0'));
    while (part.endsWith(QLatin1Char('0'))) part.chop(1);
    if (!part.isEmpty()) figure += QString(locale.decimalPoint()) + part;
    //: An amount of the community's coin. %1 is a figure.
    return QCoreApplication::translate("Rewards", "%1 BTAI").arg(figure);
}

QString awardWords(const service::AwardView& award, const Format& format, Millis now)
{
    switch (award.state) {
    case AwardState::Announced:
        //: State of an award. %1 is a day and time, inside a sentence.
        return QCoreApplication::translate("Rewards", "Can be paid from %1, unless a steward objects before.")
            .arg(format.inSentence(award.from, now));
    //: State of an award.
    case AwardState::Ready: return QCoreApplication::translate("Rewards", "Can be paid now.");
    //: State of an award.
    case AwardState::Moving: return QCoreApplication::translate("Rewards", "The payment is on its way.");
    //: State of an award. %1 is a day and time, inside a sentence.
    case AwardState::Paid: return QCoreApplication::translate("Rewards", "Paid %1.").arg(format.inSentence(award.at, now));
    //: State of an award that the pool's own rules refuse.
    case AwardState::OverCap:
        return QCoreApplication::translate(
            "Rewards", "The rules do not allow it: it is more than one award, its kind of work or this round may have.");
    //: State of an award whose round a steward has stopped.
    case AwardState::Stopped: return QCoreApplication::translate("Rewards", "A steward stopped this round. Nothing of it is paid.");
    //: State of an award that nobody had paid before the next round began.
    case AwardState::Over: return QCoreApplication::translate("Rewards", "Its round is over. It was not paid in time.");
    }
    return {};
}

QString rewardEventWords(const service::RewardEventView& event)
{
    //: Something that happened to the reward pool. %1 is the number of a round.
    if (event.kind == "open")
        return QCoreApplication::translate("Rewards", "Round %1 was announced, with this much to give").arg(event.epoch);
    //: Something that happened to the reward pool. %1 is a kind of work.
    if (event.kind == "claim")
        return event.mine ? QCoreApplication::translate("Rewards", "Paid to you: %1").arg(rewardReason(event.reason))
                          : QCoreApplication::translate("Rewards", "Paid: %1").arg(rewardReason(event.reason));
    //: Something that happened to the reward pool. %1 is the number of a round.
    if (event.kind == "veto") return QCoreApplication::translate("Rewards", "A steward stopped round %1").arg(event.epoch);
    //: Something that happened to the reward pool.
    if (event.kind == "rotate") return QCoreApplication::translate("Rewards", "Other stewards took over");
    //: Something that happened to the reward pool.
    if (event.kind == "gather") return QCoreApplication::translate("Rewards", "Gifts were put together");
    //: Something that happened to the reward pool.
    if (event.kind == "gift") return QCoreApplication::translate("Rewards", "Somebody gave");
    return {};
}

} // namespace bt::app
