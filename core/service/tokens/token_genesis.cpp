// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokens/token_genesis.h"

#include "contract/token/reader.h"
#include "kaspa/hashing.h"
#include "kaspa/script/engine.h"
#include "ledger/builder.h"
#include "ledger/prove.h"

#include <filesystem>
#include <fstream>

namespace bt::service {

namespace ct = contract::token;

Result<GenesisMade> makeGenesis(const ledger::NetworkParams& network, const ledger::UtxoEntry& coin, const Secret& secret,
                                const GenesisWish& wish, std::uint64_t daaScore, Random& random)
{
    BT_TRY(const auto key, crypto::secpXOnly(secret.view()));
    ct::State state;
    state.amount = wish.supply;
    state.owner = wish.owner;
    BT_TRY(const auto born, ct::genesis({{state, ct::kCarrier}}, coin.outpoint));
    ledger::BuildRequest request;
    request.outputs = born.outputs;
    for (auto& output : request.outputs) output.covenant.reset(); // the builder binds them
    request.geneses = {{0, {0}}};
    request.change = kaspa::payToPublicKey(key.view());
    request.basis = ledger::FeeBasis::Relay;
    ledger::Coin only;
    only.outpoint = coin.outpoint;
    only.utxo = coin.utxo;
    BT_TRY(auto draft, ledger::build(request, {only}, network, daaScore));
    if (draft.born.size() != 1 || draft.born.front() != born.token.id)
        return fail("token.bad_birth", {"transaction"}, "another id than the record's");
    BT_CHECK(ledger::signCoins(
        draft, [&](const ledger::KeyRef&) { return Result<Secret>(secret.clone()); }, random));
    BT_TRY(auto tx, ledger::signOff(draft, network, std::nullopt, request.basis));
    const auto id = kaspa::transactionId(tx);
    BT_TRY(const auto made, ct::readGenesis(born.record, tx, id)); // what others will read is what was meant
    (void)made;
    return GenesisMade{std::move(tx), id, born.record, born.token, draft.fee};
}

Result<std::string> readBirthFile(const std::string& folder)
{
    const std::filesystem::path path = std::filesystem::path(folder) / kBirthFile;
    std::error_code none;
    if (folder.empty() || !std::filesystem::exists(path, none)) return std::string();
    constexpr std::uintmax_t kMost = 1 << 16;
    const auto size = std::filesystem::file_size(path, none);
    std::ifstream file(path, std::ios::binary);
    if (none || size > kMost || !file) return fail("token.bad_birth", {"text"}, "the file cannot be read");
    std::string text(static_cast<std::size_t>(size), '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file) return fail("token.bad_birth", {"text"}, "the file cannot be read");
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    BT_TRY(const auto record, ct::decodeBirth(text));
    BT_TRY(const auto token, ct::tokenOf(record));
    (void)token;
    return ct::encodeBirth(record);
}

} // namespace bt::service
