// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ratings/rating_row.h"

namespace bt::service {

Bytes encodeRating(const RatingRow& r)
{
    Json json{{"asked", r.asked.value}, {"answered", r.answered},     {"state", static_cast<int>(r.state)},
              {"stars", r.stars},       {"from", r.from.value},       {"until", r.until.value},
              {"due", r.due.value},     {"missed", r.missed},         {"salt", hexOf(r.salt)},
              {"home", hexOf(r.home)},  {"held", amountText(r.held)}, {"txid", r.txid},
              {"trouble", r.trouble}};
    if (r.listed) json["listed"] = hexOf(encodeListed(*r.listed));
    if (r.permit) json["permit"] = hexOf(*r.permit);
    return bytesOf(json.dump());
}

Result<RatingRow> decodeRating(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    RatingRow r;
    r.asked = f.time("asked");
    r.answered = f.small("answered", 0, 1000);
    r.state = static_cast<PublicRatingView::State>(f.small("state", 0, static_cast<int>(PublicRatingView::State::Dropped)));
    r.stars = f.small("stars", 0, 5);
    r.from = f.time("from");
    r.until = f.time("until");
    r.due = f.time("due");
    r.missed = f.small("missed", 0, 1000);
    r.salt = f.fixed<contract::session::Salt>("salt");
    r.home = f.fixed<crypto::XOnlyKey>("home");
    r.held = f.amount("held");
    r.txid = f.text("txid", 64);
    r.trouble = f.text("trouble", 64);
    if (f.has("listed")) {
        BT_TRY(r.listed, decodeListed(f.bytes("listed")));
    }
    if (f.has("permit")) r.permit = f.fixed<crypto::Signature64>("permit");
    if (!f.ok()) return fail("service.bad_row", "rating");
    return r;
}

Result<RatingRows> RatingRows::open(store::Database& db)
{
    BT_CHECK(db.migrate("ratings", {"CREATE TABLE ratings (visit TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"}));
    RatingRows rows(db);
    BT_CHECK(rows.reload());
    return rows;
}

Result<void> RatingRows::reload()
{
    m_all.clear();
    BT_TRY(auto rows, m_db->prepare("SELECT visit, body FROM ratings"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return {};
        BT_TRY(auto row, decodeRating(rows.blob(1)));
        m_all.insert_or_assign(rows.text(0), std::move(row));
    }
}

RatingRow RatingRows::of(const std::string& visitId) const
{
    const auto it = m_all.find(visitId);
    return it == m_all.end() ? RatingRow{} : it->second;
}

Result<void> RatingRows::save(const std::string& visitId, const RatingRow& row)
{
    BT_TRY(auto put, m_db->prepare("INSERT OR REPLACE INTO ratings (visit, body) VALUES (?, ?)"));
    BT_CHECK(put.bind(visitId).bind(ByteView(encodeRating(row))).run());
    m_all.insert_or_assign(visitId, row);
    return {};
}

} // namespace bt::service
