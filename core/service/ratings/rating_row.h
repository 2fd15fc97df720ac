// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! What a persona keeps about the public rating of one visit, and where it is kept. Thread safety: values; the rows belong
//! to their database's thread.
#pragma once

#include "service/context.h"
#include "service/ratings/own_reputation.h"
#include "service/ratings/ratings_view.h"

#include <map>

namespace bt::service {

struct RatingRow {
    std::optional<records::ListedReputation> listed; //!< patient: which one the visit's terms name
    std::optional<crypto::Signature64> permit;       //!< patient: checked
    Millis asked;                                    //!< patient: when the permit was asked for by a letter; 0: never
    int answered = 0;                                //!< therapist: permits that were sent again
    PublicRatingView::State state = PublicRatingView::State::Open;
    int stars = 0;
    Millis from, until, due;      //!< due lies between; nobody is shown it
    int missed = 0;               //!< times that the app was not running at `due`
    contract::session::Salt salt; //!< of the hash of what was said in private
    crypto::XOnlyKey home;        //!< where the ticket's money goes: used for nothing else
    Sompi held;                   //!< what was in the ticket that was spent
    std::string txid;             //!< hex; of the bytes that were handed over
    std::string trouble;          //!< code
};
[[nodiscard]] Bytes encodeRating(const RatingRow& row);
[[nodiscard]] Result<RatingRow> decodeRating(ByteView bytes); //!< "service.bad_row"

//! All in memory, every change written through in the caller's database transaction.
class RatingRows
{
public:
    [[nodiscard]] static Result<RatingRows> open(store::Database& db);
    [[nodiscard]] Result<void> reload();
    [[nodiscard]] const std::map<std::string, RatingRow>& all() const { return m_all; }
    [[nodiscard]] RatingRow of(const std::string& visitId) const; //!< an empty one if there is none
    [[nodiscard]] Result<void> save(const std::string& visitId, const RatingRow& row);

private:
    explicit RatingRows(store::Database& db) : m_db(&db) {}
    store::Database* m_db;
    std::map<std::string, RatingRow> m_all;
};

} // namespace bt::service
