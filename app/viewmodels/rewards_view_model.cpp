// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewards_view_model.h"

#include "error_text.h"
#include "reward_words.h"
#include "service/rewards/rewards_door.h"
#include "ui/on_gui.h"

namespace bt::app {

using service::AwardState;
using service::RewardsView;

RewardsViewModel::RewardsViewModel(const Context& context, QObject* parent)
    : QObject(parent), m_context(context),
      m_mine({QStringLiteral("awardId"), QStringLiteral("title"), QStringLiteral("words"), QStringLiteral("amount"),
              QStringLiteral("ready"), QStringLiteral("trouble"), QStringLiteral("spoken")}),
      m_asks({QStringLiteral("askId"), QStringLiteral("title"), QStringLiteral("words"), QStringLiteral("spoken")}),
      m_events(
          {QStringLiteral("eventId"), QStringLiteral("title"), QStringLiteral("words"), QStringLiteral("amount"), QStringLiteral("spoken")})
{
    connect(&m_context.engine, &service::Engine::changed, this, &RewardsViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &RewardsViewModel::refresh);
    refresh();
}

void RewardsViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    m_reasons.clear();
    for (const auto& code : rewardReasons()) m_reasons << rewardReason(code);
    m_reasonHint = rewardReasonHint(rewardReasons()[static_cast<std::size_t>(m_reason)]);
    showPool(*snapshot);
    showRows(*snapshot);
    emit changed();
}

void RewardsViewModel::showPool(const service::Snapshot& snapshot)
{
    const auto* v = snapshot.rewards.get();
    m_practice = v != nullptr && v->practice;
    m_rules.clear();
    m_stateWords.clear();
    if (v == nullptr || (!v->there && !v->reading)) {
        m_state = State::None;
        m_stateWords = tr("There is no reward pool on this network.");
    } else if (v->reading) {
        m_state = State::Reading;
        m_stateWords = tr("The pool's history is being read from the network.");
    } else if (v->lost) {
        m_state = State::Lost;
        m_stateWords =
            tr("The pool moved in a way that this version of the app cannot read. Nothing of yours is lost. Use a newer version.");
    } else {
        m_state = State::Ready;
    }
    if (v == nullptr) return;
    const auto& locale = m_context.format.locale();
    const Millis now = m_context.now.value();
    const bool open = v->phase != RewardsView::Phase::Closed;
    for (std::size_t i = 0; i < rewardReasons().size(); ++i)
        m_rules << QVariantMap{{QStringLiteral("reason"), rewardReason(rewardReasons()[i])},
                               {QStringLiteral("hint"), rewardReasonHint(rewardReasons()[i])},
                               //: What may still be paid for a kind of work in this round. %1 is an amount.
                               {QStringLiteral("left"), open ? tr("%1 left").arg(btaiText(v->left[i], locale)) : QString()}};
    m_balance = btaiText(v->balance, locale);
    m_poolId = text(v->poolId);
    switch (v->phase) {
    case RewardsView::Phase::Closed:
        //: How the reward pool stands. %1 is the number of a round.
        m_roundWords = v->epoch == 0 ? tr("No round of awards has been announced yet.")
                                     : tr("Round %1 was stopped by a steward. Nothing of it is paid.").arg(v->epoch);
        break;
    case RewardsView::Phase::Announced:
        //: How the reward pool stands. %1 is the number of a round, %2 a day and time inside a sentence.
        m_roundWords = tr("Round %1 is announced. Until %2 any steward can stop it; then awards are paid.")
                           .arg(v->epoch)
                           .arg(m_context.format.inSentence(v->payableFrom, now));
        break;
    case RewardsView::Phase::Claiming:
        //: How the reward pool stands. %1 is the number of a round.
        m_roundWords = tr("Round %1 is being paid.").arg(v->epoch);
        break;
    }
    //: What the reward pool may still give in this round. Both are amounts.
    m_leftWords =
        open ? tr("At most %1 more in this round, and at most %2 for one award.").arg(btaiText(v->budget, locale), btaiText(v->cap, locale))
             : QString();
    //: %1 is a day and time, inside a sentence.
    m_nextWords = v->end <= now ? tr("The next round may open now.")
                                : tr("The next round may open from %1.").arg(m_context.format.inSentence(v->end, now));
    m_missingWords =
        v->listMissing ? tr("The list of this round is not on this computer yet. Ask a steward for it, and paste it below.") : QString();
}

void RewardsViewModel::showRows(const service::Snapshot& snapshot)
{
    QList<QVariantMap> mine, asks, events;
    const auto* v = snapshot.rewards.get();
    const auto& format = m_context.format;
    const Millis now = m_context.now.value();
    for (std::size_t i = 0; v != nullptr && i < v->mine.size(); ++i) {
        const auto& one = v->mine[i];
        const QString title = rewardReason(one.reason), words = awardWords(one, format, now),
                      amount = btaiText(one.amount, format.locale());
        const QString trouble = one.trouble.empty() ? QString() : app::errorText(one.trouble);
        mine << QVariantMap{{QStringLiteral("awardId"), QStringLiteral("%1/%2").arg(one.epoch).arg(one.index)},
                            {QStringLiteral("title"), title},
                            {QStringLiteral("words"), words},
                            {QStringLiteral("amount"), amount},
                            {QStringLiteral("ready"), one.state == AwardState::Ready},
                            {QStringLiteral("trouble"), trouble},
                            {QStringLiteral("spoken"), QStringList{title, amount, words, trouble}.join(QStringLiteral(". "))}};
    }
    for (std::size_t i = 0; v != nullptr && i < v->asks.size(); ++i) {
        const auto& one = v->asks[i];
        //: State of a request for a reward. %1 is when it was made, inside a sentence.
        const QString words = one.listed ? tr("Has an award.") : tr("Made %1; waits for the stewards.").arg(format.inSentence(one.at, now));
        const QString title = rewardReason(one.reason) + QStringLiteral(": ") + text(one.text).simplified().left(80);
        asks << QVariantMap{{QStringLiteral("askId"), static_cast<double>(one.id)},
                            {QStringLiteral("title"), title},
                            {QStringLiteral("words"), words},
                            {QStringLiteral("spoken"), title + QStringLiteral(". ") + words}};
    }
    for (std::size_t i = 0; v != nullptr && i < v->events.size(); ++i) {
        const auto& one = v->events[i];
        const QString title = rewardEventWords(one), words = format.inSentence(one.at, now);
        const QString amount = one.amount > 0 ? btaiText(one.amount, format.locale()) : QString();
        events << QVariantMap{{QStringLiteral("eventId"), text(one.txid) + text(one.kind)},
                              {QStringLiteral("title"), title},
                              {QStringLiteral("words"), words},
                              {QStringLiteral("amount"), amount},
                              {QStringLiteral("spoken"), QStringList{title, amount, words}.join(QStringLiteral(". "))}};
    }
    m_mine.setRows(mine);
    m_asks.setRows(asks);
    m_events.setRows(events);
}

void RewardsViewModel::choose(int reason)
{
    m_reason = std::clamp(reason, 0, static_cast<int>(rewardReasons().size()) - 1);
    refresh();
}

void RewardsViewModel::ask(const QString& words)
{
    auto* door = m_context.engine.doors().rewards;
    if (door == nullptr || m_asking) return;
    m_asking = true;
    m_askError.clear();
    emit changed();
    const auto reason = rewardReasons()[static_cast<std::size_t>(m_reason)];
    ui::onGui(door->ask(reason, words.toStdString()), this, [this, reason](const Result<std::string>& code) {
        m_asking = false;
        if (code) {
            m_code = QString::fromStdString(*code);
            m_codeTitle = rewardReason(reason);
            emit asked();
        } else {
            m_askError = app::errorText(code.error());
        }
        refresh();
    });
}

void RewardsViewModel::show(double askId)
{
    const auto snapshot = m_context.snapshot();
    if (!snapshot->rewards) return;
    for (const auto& one : snapshot->rewards->asks) {
        if (one.id != static_cast<std::int64_t>(askId)) continue;
        m_code = text(one.code);
        m_codeTitle = rewardReason(one.reason);
    }
    emit changed();
}

void RewardsViewModel::forget(double askId)
{
    auto* door = m_context.engine.doors().rewards;
    if (door == nullptr) return;
    m_code.clear();
    ui::onGui(door->forgetAsk(static_cast<std::int64_t>(askId)), this, [this](const Result<void>& done) {
        if (!done) m_context.toasts.failed(done.error());
        refresh();
    });
}

void RewardsViewModel::price(const QString& awardId)
{
    auto* door = m_context.engine.doors().rewards;
    if (door == nullptr) return;
    m_errorText.clear();
    emit changed();
    const auto epoch = awardId.section(QLatin1Char('/'), 0, 0).toULongLong();
    const auto index = awardId.section(QLatin1Char('/'), 1, 1).toUInt();
    ui::onGui(door->quoteClaim(epoch, index), this, [this, awardId](const Result<service::ClaimQuote>& cost) {
        if (!cost) {
            m_errorText = app::errorText(cost.error(), m_context.format);
            return refresh();
        }
        const auto& format = m_context.format;
        m_claimId = awardId;
        //: Before an award is paid. %1 is an amount of the person's currency, %2 the same in KAS, %3 an amount of KAS.
        m_claimCost = tr("The network fee is %1 (%2). Beside it, %3 go along and lie under the award; they stay yours.")
                          .arg(format.fee(cost->fee), format.kasExact(cost->fee), format.kas(cost->carrier));
        refresh();
        emit priced();
    });
}

void RewardsViewModel::claim(const QString& awardId)
{
    auto* door = m_context.engine.doors().rewards;
    if (door == nullptr) return;
    m_errorText.clear();
    emit changed();
    const auto epoch = awardId.section(QLatin1Char('/'), 0, 0).toULongLong();
    const auto index = awardId.section(QLatin1Char('/'), 1, 1).toUInt();
    ui::onGui(door->claim(epoch, index), this, [this](const Result<void>& done) {
        if (!done) m_errorText = app::errorText(done.error());
        refresh();
    });
}

void RewardsViewModel::take(const QString& list)
{
    auto* door = m_context.engine.doors().rewards;
    if (door == nullptr || list.trimmed().isEmpty()) return;
    m_errorText.clear();
    ui::onGui(door->importList(list.toStdString()), this, [this](const Result<std::size_t>& own) {
        if (own) {
            m_context.toasts.say(*own == 0 ? tr("The list is right. None of its awards is yours.")
                                           : tr("The list is right. %n of its awards are yours.", nullptr, static_cast<int>(*own)),
                                 Toasts::Plain);
            emit taken();
        } else {
            m_errorText = app::errorText(own.error());
        }
        refresh();
    });
}

void RewardsViewModel::decide()
{
    auto* door = m_context.engine.doors().rewards;
    if (door == nullptr || m_deciding) return;
    m_deciding = true;
    m_errorText.clear();
    emit changed();
    ui::onGui(door->practiceDecides(), this, [this](const Result<void>& done) {
        m_deciding = false;
        if (!done) m_errorText = app::errorText(done.error());
        refresh();
    });
}

} // namespace bt::app
