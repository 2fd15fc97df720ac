// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/watch_only.h"

#include "codec/json.h"
#include "kaspa/address.h"

namespace bt::ledger {

using namespace kaspa;

namespace {

constexpr std::size_t kLongestText = 4U << 20;
constexpr std::size_t kMostAddresses = 50'000;

KeyPrefix prefixOf(const std::string& addressPrefix) { return addressPrefix == "kaspa" ? KeyPrefix::kpub : KeyPrefix::ktub; }

tl::unexpected<Error> bad(const char* field) { return fail("ledger.watch_only", {field}, {}); }

Result<std::uint32_t> mark(const codec::Json& json, const char* name)
{
    const auto it = json.find(name);
    if (it == json.end() || !it->is_number_unsigned() || it->get<std::uint64_t>() >= kHardened) return bad(name);
    return it->get<std::uint32_t>();
}

Result<std::string> text(const codec::Json& json, const char* name)
{
    const auto it = json.find(name);
    if (it == json.end() || !it->is_string()) return bad(name);
    return it->get<std::string>();
}

} // namespace

Result<crypto::XOnlyKey> publicKeyOf(const ExtendedPublicKey& account, const KeyRef& ref)
{
    BT_TRY(const ExtendedPublicKey branch, account.derive(static_cast<std::uint32_t>(ref.branch)));
    BT_TRY(const ExtendedPublicKey key, branch.derive(ref.index));
    // A compressed key is the parity byte and the x coordinate that a Schnorr key is.
    return crypto::XOnlyKey::from(key.key.view().subspan(1));
}

Result<WatchOnly> watchOnlyOf(const Wallet& wallet, const ExtendedPublicKey& account)
{
    WatchOnly out;
    out.network = wallet.network().id;
    out.account = account;
    BT_TRY(out.mark, wallet.keyMark());
    BT_TRY(auto q, wallet.database().prepare("SELECT branch, idx, script FROM wallet_key WHERE branch < 2 AND (used = 1 OR relation IS "
                                             "NOT NULL) ORDER BY branch, idx"));
    for (;;) {
        BT_TRY(const bool row, q.step());
        if (!row) return out;
        BT_TRY(const Address address, addressOf({0, q.blob(2)}, wallet.network().addressPrefix));
        const KeyRef ref{static_cast<Branch>(q.integer(0)), static_cast<std::uint32_t>(q.integer(1))};
        out.addresses.push_back({ref, encodeAddress(address)});
    }
}

std::string encodeWatchOnly(const WatchOnly& from)
{
    const std::string prefix = from.network == "mainnet" ? "kaspa" : std::string();
    codec::Json addresses = codec::Json::array();
    for (const WatchAddress& one : from.addresses)
        addresses.push_back(codec::Json::array({static_cast<std::uint32_t>(one.ref.branch), one.ref.index, one.address}));
    return codec::Json{{"format", "bt-watch-only"},    {"version", 1},
                       {"network", from.network},      {"kpub", from.account.serialize(prefixOf(prefix))},
                       {"receive", from.mark.receive}, {"change", from.mark.change},
                       {"addresses", addresses}}
        .dump(1);
}

Result<WatchOnly> decodeWatchOnly(std::string_view from, const NetworkParams& network)
{
    if (from.size() > kLongestText) return bad("size");
    auto json = codec::parseJson(from);
    if (!json || !json->is_object()) return bad("json");
    BT_TRY(const std::string format, text(*json, "format"));
    const auto version = json->find("version");
    if (format != "bt-watch-only") return bad("format");
    if (version == json->end() || *version != 1) return bad("version");
    WatchOnly out;
    BT_TRY(out.network, text(*json, "network"));
    if (out.network != network.id) return fail("ledger.other_network", {out.network, network.id}, {});
    BT_TRY(const std::string kpub, text(*json, "kpub"));
    auto parsed = parseExtendedKey(kpub);
    if (!parsed || !parsed->open || parsed->prefix != prefixOf(network.addressPrefix)) return bad("kpub");
    out.account = *parsed->open;
    BT_TRY(out.mark.receive, mark(*json, "receive"));
    BT_TRY(out.mark.change, mark(*json, "change"));
    const auto list = json->find("addresses");
    if (list == json->end() || !list->is_array() || list->size() > kMostAddresses) return bad("addresses");
    for (const auto& item : *list) {
        const bool formed = item.is_array() && item.size() == 3 && item[0].is_number_unsigned() && item[1].is_number_unsigned() &&
                            item[2].is_string() && item[0].get<std::uint64_t>() < 2 && item[1].get<std::uint64_t>() < kHardened;
        if (!formed) return bad("addresses");
        const KeyRef ref{static_cast<Branch>(item[0].get<std::uint32_t>()), item[1].get<std::uint32_t>()};
        BT_TRY(const auto key, publicKeyOf(out.account, ref));
        const std::string address = encodeAddress({network.addressPrefix, AddressKind::PubKey, bytesOf(key.view())});
        if (item[2].get<std::string>() != address) return bad("addresses");
        out.addresses.push_back({ref, address});
    }
    return out;
}

} // namespace bt::ledger
