// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ratings/own_reputation.h"

#include "contract/reward/birth_record.h"
#include "contract/token/genesis.h"
#include "crypto/hash.h"
#include "service/context.h"

namespace bt::service {
namespace {

namespace cs = contract::session;
namespace cr = contract::reputation;

constexpr std::string_view kOwn = "reputation";
std::string permitName(const std::string& visitId) { return "permit/" + visitId; }

} // namespace

RatingAsset ratingAssetOf(const ledger::NetworkParams& network)
{
    if (network.tokenBirth.empty() || network.poolBirth.empty()) return {};
    const auto token = contract::token::decodeBirth(network.tokenBirth);
    const auto pool = contract::reward::decodeBirth(network.poolBirth);
    if (!token || !pool) return {};
    const auto coin = contract::token::tokenOf(*token);
    const auto born = contract::reward::bear(*pool);
    if (!coin || !born) return {};
    return {coin->id, born->pool.id};
}

bool weighs(const records::ListedReputation& listed, const RatingAsset& asset)
{
    return !asset.token.isZero() && equal(listed.token.view(), asset.token.view()) && equal(listed.pool.view(), asset.pool.view());
}

cs::Salt ratingSalt(const cs::Terms& terms)
{
    Bytes said = bytesOf(std::string_view("bt/rating-salt/v1"));
    for (const auto* salt : {&terms.request.salt, &terms.ladder.salt, &terms.visit.salt, &terms.dispute.salt}) append(said, salt->view());
    return *cs::Salt::from(crypto::blake3(said).view().first(cs::Salt::size));
}

Hash256 ratingName(const records::ListedReputation& listed, const cs::Terms& terms)
{
    return cr::commitment(*kaspa::CovenantId::from(listed.id.view()), ratingSalt(terms));
}

Bytes encodeListed(const records::ListedReputation& r)
{
    return bytesOf(Json{{"id", hexOf(r.id)},
                        {"tx", hexOf(r.transaction)},
                        {"output", r.output},
                        {"key", hexOf(r.key)},
                        {"token", hexOf(r.token)},
                        {"pool", hexOf(r.pool)},
                        {"proof", hexOf(r.proof)}}
                       .dump());
}

Result<records::ListedReputation> decodeListed(ByteView bytes)
{
    BT_TRY(const Json json, codec::parseJson(textOf(bytes)));
    FieldReader f(json);
    records::ListedReputation r;
    r.id = f.fixed<decltype(r.id)>("id");
    r.transaction = f.fixed<decltype(r.transaction)>("tx");
    r.output = static_cast<std::uint32_t>(f.small("output", 0, 0xffff));
    r.key = f.fixed<crypto::XOnlyKey>("key");
    r.token = f.fixed<decltype(r.token)>("token");
    r.pool = f.fixed<decltype(r.pool)>("pool");
    r.proof = f.fixed<crypto::Signature64>("proof");
    if (!f.ok()) return fail("service.bad_row", "reputation");
    return r;
}

Result<std::optional<OwnReputation>> ownReputation(Context& c)
{
    BT_TRY(const auto stored, c.book.get(kOwn));
    if (!stored || stored->empty()) return std::optional<OwnReputation>();
    OwnReputation own;
    own.born = stored->front() == 1;
    BT_TRY(own.listed, decodeListed(ByteView(*stored).subspan(1)));
    return std::optional(own);
}

Result<void> keepOwnReputation(Context& c, const std::optional<OwnReputation>& own)
{
    Bytes row;
    if (own) {
        row.push_back(own->born ? 1 : 0);
        append(row, encodeListed(own->listed));
    }
    return c.book.put(kOwn, row);
}

Secret reputationSecret(const Context& c) { return c.vault.keys().deriveScalar("reputation", {}, 0); }

Result<std::optional<crypto::Signature64>> permitFor(Context& c, const Visit& visit)
{
    BT_TRY(const auto own, ownReputation(c));
    if (!own || visit.session.id.isZero() || visit.terms.dispute.reputation != ratingName(own->listed, visit.terms))
        return std::optional<crypto::Signature64>();
    const auto secret = reputationSecret(c);
    BT_TRY(const auto permit, crypto::schnorrSign(secret.view(), cr::permitMessage(visit.session.id), c.world.random.fixed<Hash256>()));
    return std::optional(permit);
}

Result<void> keepPermit(Context& c, const std::string& visitId, const crypto::Signature64& permit)
{
    return c.book.put(permitName(visitId), permit.view());
}

Result<std::optional<crypto::Signature64>> keptPermit(Context& c, const std::string& visitId)
{
    BT_TRY(const auto stored, c.book.get(permitName(visitId)));
    if (!stored) return std::optional<crypto::Signature64>();
    BT_TRY(const auto permit, crypto::Signature64::from(*stored));
    return std::optional(permit);
}

} // namespace bt::service
