// SPDX-License-Identifier: GPL-3.0-or-later
#include "public_rating_view_model.h"

#include "ask.h"
#include "error_text.h"
#include "names.h"
#include "service/ratings/ratings_door.h"
#include "service/ratings/ratings_view.h"
#include "visit_words.h"

namespace bt::app {

using State = service::PublicRatingView::State;

PublicRatingViewModel::PublicRatingViewModel(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    connect(&m_context.engine, &service::Engine::changed, this, &PublicRatingViewModel::refresh);
    connect(&m_context.now, &Now::ticked, this, &PublicRatingViewModel::refresh);
}

void PublicRatingViewModel::open(const QString& visitId)
{
    if (m_visitId == visitId) return;
    m_visitId = visitId;
    m_errorText.clear();
    refresh();
}

void PublicRatingViewModel::refresh()
{
    const auto snapshot = m_context.snapshot();
    const auto* visit = findVisit(*snapshot, m_visitId.toStdString());
    const auto* rating = [&]() -> const service::PublicRatingView* {
        if (!snapshot->ratings || visit == nullptr || m_context.engine.doors().ratings == nullptr) return nullptr;
        const auto it = snapshot->ratings->visits.find(m_visitId.toStdString());
        return it == snapshot->ratings->visits.end() ? nullptr : &it->second;
    }();
    m_there = rating != nullptr;
    m_free = !m_busy;
    if (rating != nullptr) {
        const Format& format = m_context.format;
        const QString name = text(visit->peerName), deposit = format.money(rating->deposit);
        m_canRate = rating->canRate;
        m_canTakeBack = rating->canTakeBack;
        m_canDrop = rating->canDrop;
        m_stars = rating->stars;
        m_txid = text(rating->txid);
        switch (rating->state) {
        case State::Open:
            if (rating->whyNot.empty()) {
                //: %1 is a name.
                m_sentence =
                    tr("If you like, say in public how many stars you give %1. Nobody pays for it, and only this app ever asks.").arg(name);
            } else {
                m_sentence = app::errorText(rating->whyNot);
            }
            break;
        case State::Scheduled:
            //: %1 and %2 are days and times.
            m_sentence = tr("Will be published between %1 and %2, at a random time, while this app runs.")
                             .arg(format.dayTime(rating->from), format.dayTime(rating->until));
            break;
        case State::Releasing: m_sentence = tr("It is on its way. It cannot be taken back any more."); break;
        case State::Released: m_sentence = tr("It was published. It counts, and cannot be taken back."); break;
        case State::Dropping: m_sentence = tr("You gave no public rating. Your deposit is on its way back."); break;
        case State::Dropped: m_sentence = tr("You gave no public rating. Your deposit came back."); break;
        }
        //: Who learns what from a public rating. %1 is a name.
        m_who = tr("Everyone sees the stars, and which payments on the network were this visit with %1: its price and when it was paid. "
                   "Your name and "
                   "your messages are not in it. %1 can recognise the visit.")
                    .arg(name);
        //: Button. %1 is an amount.
        m_dropWords = tr("Do not rate; %1 come back").arg(deposit);
        //: Body of a dialog. %1 is an amount.
        m_dropBody =
            tr("The deposit of %1, less the network's fee, comes back to you. This visit can then never be rated in public.").arg(deposit);
        m_facts = {
            tr("Your deposit of this visit became a rating ticket at an address that nothing else uses. To rate, the ticket is spent into "
               "the therapist's "
               "reputation, an output on the network that only adds up; the rest of the deposit goes to another new address of yours and "
               "pays the fee."),
            tr("The app waits for a random time within the days shown, so that nobody can tell from the hour whose visit it was. If the "
               "computer is off "
               "at that time, another one is drawn when it runs again."),
            tr("From then on nothing of yours hangs on the ticket but this visit's own payments. Spending the returned deposit together "
               "with other money "
               "would link the two, so the app keeps it apart."),
            tr("The stars carry a salted hash of what you wrote in private: only whoever has your words can recognise it."),
        };
        if (!rating->trouble.empty() && m_errorText.isEmpty()) m_errorText = app::errorText(rating->trouble);
    }
    emit changed();
}

void PublicRatingViewModel::run(service::Future<> future, const QString& good)
{
    ask(this, m_context, m_busy, m_errorText, std::move(future), good, [this] { refresh(); });
}

void PublicRatingViewModel::schedule(int stars)
{
    if (m_busy || !m_canRate) return;
    run(m_context.engine.doors().ratings->schedule(m_visitId.toStdString(), stars), tr("Kept. It is released later, at a random time."));
}
void PublicRatingViewModel::takeBack()
{
    if (m_busy || !m_canTakeBack) return;
    run(m_context.engine.doors().ratings->takeBack(m_visitId.toStdString()), tr("Taken back. Nothing was said."));
}
void PublicRatingViewModel::drop()
{
    if (m_busy || !m_canDrop) return;
    run(m_context.engine.doors().ratings->drop(m_visitId.toStdString()), tr("Your deposit is on its way back."));
}

} // namespace bt::app
