// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "fuzz.h"
#include "kaspa/address.h"

using namespace bt;
using namespace bt::kaspa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)decodeRawAddress(text).has_value();
    const auto address = decodeAddress(text);
    (void)decodeAddress(text, "kaspasim").has_value();
    if (!address) return 0;
    const ScriptPublicKey spk = scriptOf(*address);
    const auto back = addressOf(spk, address->prefix);
    fuzz::demand(back && *back == *address, "an address is not the one of its script");
    const auto again = decodeAddress(encodeAddress(*address));
    fuzz::demand(again && *again == *address, "an address changes when it is written");
    return 0;
}

std::vector<Bytes> fuzz::seeds()
{
    std::vector<Bytes> out;
    for (const char* prefix : {"kaspa", "kaspatest", "kaspasim", "kaspadev", "a"})
        for (const auto& [kind, size] :
             {std::pair{AddressKind::PubKey, 32}, {AddressKind::PubKeyEcdsa, 33}, {AddressKind::ScriptHash, 32}, {AddressKind::PubKey, 0}})
            out.push_back(bytesOf(encodeAddress({prefix, kind, Bytes(static_cast<std::size_t>(size), 7)})));
    out.push_back(bytesOf("kaspa:"));
    const auto suite = codec::parseJson(vectorText("kaspa/addresses.json"));
    if (suite)
        for (const char* part : {"valid", "invalid"})
            for (const auto& row : (*suite)[part]) out.push_back(bytesOf(row["address"].get<std::string>()));
    return out;
}
