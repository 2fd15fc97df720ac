// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ratings/reputation_carrier.h"

namespace bt::service {
namespace {

namespace cr = contract::reputation;

Result<crypto::XOnlyKey> keyOf(Context& c) { return crypto::secpXOnly(reputationSecret(c).view()); }

} // namespace

Result<Signed> ReputationCarrier::build(const outbox::Intent&, const Errand&, const Bytes& payload)
{
    BT_TRY(const auto own, ownReputation(*m_c));
    if (own && own->born) return fail("service.not_needed");
    BT_TRY(const auto key, keyOf(*m_c));
    const auto asset = ratingAssetOf(m_c->wallet.network());
    BT_TRY(const auto birth, cr::create(key, asset.token, asset.pool, kaspa::Outpoint{}));
    ledger::BuildRequest request;
    request.outputs = {birth.output};
    request.outputs.front().covenant.reset(); // the builder binds it to the first coin
    request.geneses = {{0, {0}}};
    request.payload = payload;
    return m_c->payments.pay(std::move(request), "reputation");
}

Result<void> ReputationCarrier::handedOver(const Errand&, const Signed& made)
{
    BT_TRY(const auto key, keyOf(*m_c));
    const auto asset = ratingAssetOf(m_c->wallet.network());
    BT_TRY(const auto born, cr::readBirth(key, asset.token, asset.pool, made.tx, made.id, 0));
    OwnReputation own;
    auto& listed = own.listed;
    BT_TRY(listed.id, decltype(listed.id)::from(born.id.view()));
    BT_TRY(listed.transaction, decltype(listed.transaction)::from(made.id.view()));
    listed.key = key;
    BT_TRY(listed.token, decltype(listed.token)::from(asset.token.view()));
    BT_TRY(listed.pool, decltype(listed.pool)::from(asset.pool.view()));
    const auto secret = reputationSecret(*m_c);
    BT_TRY(listed.proof, crypto::schnorrSign(secret.view(), records::reputationProof(m_c->persona.id), m_c->world.random.fixed<Hash256>()));
    return keepOwnReputation(*m_c, own);
}

Result<void> ReputationCarrier::withdrawn(const Errand&, const std::string&) { return keepOwnReputation(*m_c, std::nullopt); }

// Taken back, or never possible: the next look at the listing may want it again, when there is money.
Result<void> ReputationCarrier::dead(const Errand&, const Error& why)
{
    BT_CHECK(keepOwnReputation(*m_c, std::nullopt));
    return m_c->book.put(kReputationWanted, viewOf(std::string_view(why.code == "outbox.cancelled" ? "no" : "")));
}

} // namespace bt::service
