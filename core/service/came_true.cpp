// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when bytes that a node had refused are in a block after all, and what waits until that cannot be any more.
#include "kaspa/transaction_codec.h"
#include "service/codes.h"
#include "service/dispatcher.h"

namespace bt::service {
namespace {

constexpr std::int64_t kNever = 4'102'444'800'000; // the year 2100: until a person says so

} // namespace

std::string conflictName(const Errand& errand, std::int64_t intent)
{
    return errand.visitId.empty() ? "conflict/intent/" + std::to_string(intent) : "conflict/" + errand.visitId;
}

Result<void> afterConflict(Context& c, const Errand& errand, std::int64_t intent)
{
    BT_TRY(const auto noted, c.book.get(conflictName(errand, intent)));
    if (!noted || noted->empty()) return {};
    const auto settled = std::strtoull(textOf(*noted).c_str(), nullptr, 10) + c.wallet.network().settleDaa;
    const auto now = c.payments.about().daaScore;
    if (now >= settled) return {};
    const auto wait = static_cast<std::int64_t>((settled - now) / c.wallet.network().daaPerSecond + 1) * kSecond;
    return fail("service.not_yet", {std::to_string(c.now().value + wait)}, "conflict");
}

Result<void> Dispatcher::askFirst(std::int64_t intent, const Errand& errand, std::string detail)
{
    BT_CHECK(m_c->book.put(conflictName(errand, intent), bytesOf(std::to_string(m_c->payments.about().daaScore))));
    return m_c->outbox.retryLater(intent, Error{kConflict, {}, std::move(detail)}, Millis{kNever});
}

// Runs inside the block's database transaction.
Result<void> Dispatcher::cameTrue(const kaspa::TxId& id)
{
    const auto* kept = m_c->withdrawn.find(id);
    if (kept == nullptr) return {};
    const WithdrawnTx row = *kept;
    BT_CHECK(m_c->withdrawn.forget(id));
    const auto found = m_c->outbox.get(row.tx.intent);
    if (!found && found.error().code == "outbox.unknown") return {}; // so long ago that nothing is known of it any more
    BT_TRY(const auto intent, found);
    auto* way = carrierOf(intent.kind);
    if (way == nullptr) return {};
    BT_TRY(const auto errand, decodeErrand(intent.payload));
    const bool givenUp = intent.state == outbox::State::Failed || intent.state == outbox::State::Cancelled;

    // A later try spends one of the same coins: it can be no more.
    std::vector<CarriedTx> later;
    for (const auto& [other, one] : m_c->carried.all())
        if (one.intent == intent.id && one.daaScore == 0) later.push_back(one);
    for (const auto& one : later) {
        BT_CHECK(undo(intent, errand, one));
        BT_CHECK(m_c->withdrawn.add(row.name, one));
    }
    if (givenUp) BT_CHECK(way->revived(errand));
    else if (intent.state != outbox::State::Done) BT_CHECK(m_c->outbox.handOver(intent.id, kaspa::encodeTransaction(row.tx.submission.tx)));
    const auto& s = row.tx.submission;
    BT_CHECK(m_c->book.noteTx({hexOf(id), row.tx.step, row.tx.visitId, s.fee, m_c->now()}));
    BT_CHECK(m_c->withdrawn.excludedBy(row.name, intent.id, s.tx));
    BT_CHECK(way->handedOver(errand, {s.tx, id, s.fee, s.spent, s.contract}));
    CarriedTx carried = row.tx;
    BT_CHECK(left(*way, errand, carried));
    if (!givenUp) return {};
    BT_TRY(const auto what, way->purpose(errand));
    if (what.empty()) return {}; // no payment to anyone: a message, a deposit of one's own
    BT_CHECK(m_c->book.notice("came_true", errand.visitId, m_c->now()));
    // Whoever pays the same again believed that this one had failed: it is for her to say now whether it is still wanted.
    BT_TRY(const auto waiting, m_c->outbox.unfinished());
    for (const auto& other : waiting) {
        if (other.kind != intent.kind || other.id <= intent.id || other.state == outbox::State::Failed || !other.prepared.empty()) continue;
        BT_TRY(const auto wish, decodeErrand(other.payload));
        BT_TRY(const auto purpose, way->purpose(wish));
        if (purpose != what) continue;
        BT_CHECK(askFirst(other.id, wish, "came true"));
    }
    return {};
}

} // namespace bt::service
