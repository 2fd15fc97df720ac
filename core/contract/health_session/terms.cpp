// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/terms.h"

#include "crypto/hash.h"
#include "kaspa/abi/codec.h"

#include <set>

namespace bt::contract::session {
namespace {

using kaspa::abi::Kind;
using kaspa::abi::Type;
using kaspa::abi::Value;

const Type kInt{Kind::Int, "", {}};
const Type kBytes{Kind::Byte, "", {std::nullopt}};

//! Writes KCC-1 packed fields one after the other.
class Packer
{
public:
    Packer& number(std::uint64_t value) { return add(kInt, Value(static_cast<std::int64_t>(value))); }
    Packer& number(Millis value) { return add(kInt, Value(value.value)); }
    Packer& bytes(ByteView value) { return add(kBytes, Value(value)); }
    [[nodiscard]] Result<Bytes> done() const { return m_out; }

private:
    Packer& add(const Type& type, const Value& value)
    {
        if (!m_out) return *this;
        const auto payload = kaspa::abi::encodePayload(type, value, {});
        if (!payload) m_out = tl::unexpected(payload.error());
        else append(*m_out, *payload);
        return *this;
    }
    Result<Bytes> m_out = Bytes{};
};

//! Reads them back; the caller has checked the length.
class Unpacker
{
public:
    explicit Unpacker(ByteView from) : m_rest(from) {}
    Result<std::int64_t> number()
    {
        BT_TRY(const Value value, kaspa::abi::decodePayload(kInt, take(8)));
        return std::get<std::int64_t>(value.v);
    }
    template <typename F> F fixed() { return *F::from(take(F::size)); }

private:
    ByteView take(std::size_t size)
    {
        const ByteView out = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return out;
    }
    ByteView m_rest;
};

constexpr std::size_t kRequestBytes = 24;
constexpr std::size_t kLadderBytes = 40;
constexpr std::size_t kVisitBytes = 40;
constexpr std::size_t kDisputeBytes = 232;

tl::unexpected<Error> bad(const char* field) { return fail("visit.bad_terms", {field}, "field of the terms out of bounds"); }

bool moneyOrNothing(Sompi amount, Sompi atMost, Sompi floor) { return amount.value == 0 || (amount >= floor && amount <= atMost); }

bool ageOk(std::uint32_t age) { return age >= kMinAge && age <= kMaxAge; }

} // namespace

void Terms::salt(Random& random)
{
    request.salt = random.fixed<Salt>();
    ladder.salt = random.fixed<Salt>();
    visit.salt = random.fixed<Salt>();
    dispute.salt = random.fixed<Salt>();
}

Result<Bytes> packPart(const Terms& terms, Part part)
{
    Packer out;
    switch (part) {
    case Part::Request: out.number(terms.request.acceptBy).bytes(terms.request.salt.view()); break;
    case Part::Ladder:
        out.number(terms.ladder.freeUntil).number(terms.ladder.graceAge).number(terms.ladder.lateShare.value);
        out.bytes(terms.ladder.salt.view());
        break;
    case Part::Visit:
        out.number(terms.visit.startsAt).number(terms.visit.claimAge).number(terms.visit.endsAt);
        out.bytes(terms.visit.salt.view());
        break;
    case Part::Dispute: {
        const DisputeTerms& d = terms.dispute;
        out.number(d.stake.value).number(d.lapseAge).number(d.lapseShare.value);
        for (const XOnlyKey& key : d.arbiters) out.bytes(key.view());
        out.bytes(d.arbiterPayout.view()).bytes(d.reputation.view()).bytes(d.policy.view()).bytes(d.salt.view());
        break;
    }
    }
    auto bytes = out.done();
    if (!bytes) return bad("number");
    return bytes;
}

Result<PartHashes> partHashes(const Terms& terms)
{
    PartHashes out;
    for (const Part part : {Part::Request, Part::Ladder, Part::Visit, Part::Dispute}) {
        BT_TRY(const Bytes packed, packPart(terms, part));
        out[static_cast<std::size_t>(part)] = crypto::blake3(packed);
    }
    return out;
}

Hash256 termsHash(const PartHashes& parts)
{
    Bytes all;
    for (const Hash256& part : parts) append(all, part.view());
    return crypto::blake3(all);
}

Result<Bytes> encodeTerms(const Terms& terms)
{
    Bytes out;
    for (const Part part : {Part::Request, Part::Ladder, Part::Visit, Part::Dispute}) {
        BT_TRY(const Bytes packed, packPart(terms, part));
        append(out, packed);
    }
    return out;
}

Result<Terms> decodeTerms(ByteView bytes)
{
    if (bytes.size() != kRequestBytes + kLadderBytes + kVisitBytes + kDisputeBytes) return bad("size");
    Unpacker in(bytes);
    Terms t;
    const auto age = [&]() -> Result<std::uint32_t> {
        BT_TRY(const std::int64_t value, in.number());
        if (value < 0 || value > kMaxAge) return bad("age");
        return static_cast<std::uint32_t>(value);
    };
    const auto money = [&]() -> Result<Sompi> {
        BT_TRY(const std::int64_t value, in.number());
        if (value < 0 || static_cast<std::uint64_t>(value) > 2 * kMaxMoney.value) return bad("amount");
        return Sompi{static_cast<std::uint64_t>(value)};
    };
    const auto time = [&]() -> Result<Millis> {
        BT_TRY(const std::int64_t value, in.number());
        if (value < 0) return bad("time");
        return Millis{value};
    };
    const auto read = [&]() -> Result<void> {
        BT_TRY(t.request.acceptBy, time());
        t.request.salt = in.fixed<Salt>();
        BT_TRY(t.ladder.freeUntil, time());
        BT_TRY(t.ladder.graceAge, age());
        BT_TRY(t.ladder.lateShare, money());
        t.ladder.salt = in.fixed<Salt>();
        BT_TRY(t.visit.startsAt, time());
        BT_TRY(t.visit.claimAge, age());
        BT_TRY(t.visit.endsAt, time());
        t.visit.salt = in.fixed<Salt>();
        BT_TRY(t.dispute.stake, money());
        BT_TRY(t.dispute.lapseAge, age());
        BT_TRY(t.dispute.lapseShare, money());
        for (XOnlyKey& key : t.dispute.arbiters) key = in.fixed<XOnlyKey>();
        t.dispute.arbiterPayout = in.fixed<XOnlyKey>();
        t.dispute.reputation = in.fixed<Hash256>();
        t.dispute.policy = in.fixed<Hash256>();
        t.dispute.salt = in.fixed<Salt>();
        return {};
    };
    if (!read()) return bad("number");
    return t;
}

Sompi shareOf(Sompi price, std::uint32_t basisPoints)
{
    // Split so that nothing can overflow: price is at most 2^61.
    const std::uint64_t points = std::min<std::uint32_t>(basisPoints, 10'000);
    const std::uint64_t share = price.value / 10'000 * points + price.value % 10'000 * points / 10'000;
    if (share == 0) return {};
    return std::min(price, std::max(Sompi{share}, kShareFloor));
}

Result<void> checkTerms(const Terms& terms, Sompi price, Sompi bond, bool inTokens)
{
    const Sompi floor = inTokens ? Sompi{1} : kShareFloor;
    if (price < floor || price > kMaxMoney) return bad("price");
    if (!moneyOrNothing(bond, kMaxMoney, floor)) return bad("bond");

    const Millis acceptBy = terms.request.acceptBy;
    if (acceptBy < kEarliest || acceptBy > terms.ladder.freeUntil) return bad("acceptBy");
    if (terms.ladder.freeUntil > terms.visit.startsAt) return bad("freeUntil");
    if (terms.visit.startsAt >= terms.visit.endsAt) return bad("startsAt");
    if (terms.visit.endsAt > kLatest) return bad("endsAt");
    if (!ageOk(terms.ladder.graceAge)) return bad("graceAge");
    if (!moneyOrNothing(terms.ladder.lateShare, price, floor)) return bad("lateShare");
    if (!ageOk(terms.visit.claimAge)) return bad("claimAge");

    const DisputeTerms& d = terms.dispute;
    if (!ageOk(d.lapseAge)) return bad("lapseAge");
    if (!moneyOrNothing(d.lapseShare, Sompi{price.value + bond.value}, floor)) return bad("lapseShare");
    // A stake below the bond would make a dispute that nobody answers a way to win the bond.
    if (d.stake < (inTokens ? kTokenStakeFloor : std::max(bond, kShareFloor)) || d.stake > kMaxMoney) return bad("stake");
    std::set<XOnlyKey> different(d.arbiters.begin(), d.arbiters.end());
    if (different.size() != d.arbiters.size()) return bad("arbiters");
    for (const XOnlyKey& key : d.arbiters)
        if (!crypto::secpOnCurve(key)) return bad("arbiters");
    if (!crypto::secpOnCurve(d.arbiterPayout)) return bad("arbiterPayout");
    return {};
}

Result<void> checkStillOpen(const Terms& terms, Millis now)
{
    if (now >= terms.request.acceptBy) return bad("acceptBy");
    if (now >= terms.visit.startsAt) return bad("startsAt");
    return {};
}

} // namespace bt::contract::session
