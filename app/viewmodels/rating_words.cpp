// SPDX-License-Identifier: GPL-3.0-or-later
#include "rating_words.h"

#include <QCoreApplication>

namespace bt::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RatingWords)
};

QString stars(std::uint32_t hundredths, const Format& format) { return format.locale().toString(hundredths / 100.0, 'f', 1); }

} // namespace

const service::ReputationView* findReputation(const service::Snapshot& snapshot, const std::string& therapistId)
{
    if (!snapshot.ratings) return nullptr;
    const auto it = snapshot.ratings->therapists.find(therapistId);
    return it == snapshot.ratings->therapists.end() ? nullptr : &it->second;
}

QString reputationLine(const service::ReputationView* r, const Format& format)
{
    using State = service::ReputationView::State;
    if (r == nullptr) return {};
    //: Public ratings of a therapist: the chain is still being read.
    if (r->state == State::Reading) return Words::tr("Ratings are being read");
    //: Public ratings of a therapist: the network's nodes do not show where they began.
    if (r->state == State::Unreadable) return Words::tr("Ratings cannot be checked here");
    //: Public ratings of a therapist: fewer than %1 people rated.
    if (!r->shown()) return Words::tr("Fewer than %1 ratings yet").arg(service::kShownFrom);
    //: Public ratings of a therapist. %n how many, %1 such as "4.6".
    return Words::tr("%n rating(s) from settled visits; %1 of 5", nullptr, static_cast<int>(r->count)).arg(stars(r->average, format));
}

QStringList reputationFacts(const service::ReputationView& r, const Format& format)
{
    QStringList out;
    if (r.shown()) {
        QStringList parts;
        for (std::size_t i = r.stars.size(); i > 0; --i)
            //: How many gave so many stars. %1 is 1 to 5, %2 a number.
            parts << Words::tr("%1 stars: %2").arg(i).arg(r.stars[i - 1]);
        out << parts.join(QStringLiteral(" · "));
    }
    out << Words::tr(
        "Each rating spent the ticket of one visit whose money was settled by the contract. A ticket counts once, and nobody can take a "
        "rating back, the therapist neither. This computer read every one of them from the network itself.");
    out << Words::tr("What it cannot tell: whether somebody booked visits with himself. Nobody is paid for a rating.");
    if (r.weighted > 0)
        //: %1 such as "4.6".
        out << Words::tr("By weight: %1 of 5. Weight is the levy in BTAI that the rated visits paid, so visits with oneself cost money.")
                   .arg(stars(r.weighted, format));
    else out << Words::tr("Weight: 0. Weight comes from a levy in BTAI; visits in KAS pay none.");
    return out;
}

QString ownRatings(const service::Snapshot& snapshot, const Format& format)
{
    using State = service::OwnReputationView::State;
    if (!snapshot.ratings) return {};
    const auto& own = snapshot.ratings->own;
    switch (own.state) {
    case State::None: return {};
    //: For a therapist. %1 is an amount.
    case State::Short:
        return Words::tr("To be rated in public, %1 must be set aside for good. Add money, and it happens by itself.")
            .arg(format.money(own.deposit));
    //: For a therapist. %1 is an amount.
    case State::OnItsWay:
        return Words::tr("Public ratings of you are being prepared; %1 are set aside for them for good.").arg(format.money(own.deposit));
    case State::Born: break;
    }
    const QString line = reputationLine(findReputation(snapshot, snapshot.persona.id), format);
    //: For a therapist: how patients may rate her.
    return line.isEmpty() ? Words::tr("Patients can rate you in public after a settled visit.") : line + QLatin1Char('.');
}

} // namespace bt::app
