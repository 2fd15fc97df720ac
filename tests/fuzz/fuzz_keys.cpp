// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery words and extended keys as typed.
#include "codec/json.h"
#include "fuzz.h"
#include "kaspa/bip32.h"
#include "kaspa/bip39.h"

using namespace bt;
using namespace bt::kaspa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto key = parseExtendedKey(text)) {
        const std::string again = key->secret ? textOf(key->secret->serialize(key->prefix).view()) : key->open->serialize(key->prefix);
        fuzz::demand(again == text, "an extended key changes when it is written");
    }
    const std::size_t line = std::min(text.find('\n'), text.size()); // "key path" as the second use
    if (const auto master = ExtendedKey::master(Bytes(32, 1)); text.size() < 200)
        (void)master->derivePath(text.substr(0, line)).has_value();
    const auto phrase = readWords(text);
    (void)wordsStarting(text.substr(0, 64)).size();
    if (!phrase) {
        fuzz::demand(phrase.error().code.starts_with("kaspa.words."), "an unknown refusal of words");
        return 0;
    }
    const auto canonical = canonicalWords(text);
    fuzz::demand(canonical.has_value(), "words that were read have no canonical form");
    const auto twice = canonicalWords({reinterpret_cast<const char*>(canonical->data()), canonical->size()});
    fuzz::demand(twice && equal(twice->view(), canonical->view()), "the canonical form of words is not stable");
    return 0;
}

std::vector<Bytes> fuzz::seeds()
{
    std::vector<Bytes> out;
    for (std::size_t l = 0; l < kWordLanguages; ++l)
        for (const std::size_t size : {std::size_t(16), std::size_t(32)})
            out.push_back(bytesOf(wordsFromEntropy(Bytes(size, 0x5a), static_cast<WordLanguage>(l))->view()));
    const auto master = ExtendedKey::master(Bytes(16, 3));
    for (const KeyPrefix prefix : {KeyPrefix::xprv, KeyPrefix::kprv, KeyPrefix::ktrv})
        out.push_back(bytesOf(master->serialize(prefix).view()));
    out.push_back(bytesOf(master->open()->serialize(KeyPrefix::kpub)));
    out.push_back(bytesOf("m/44'/111111'/0'/0/5"));
    const auto suite = codec::parseJson(vectorText("bip32/bip32_vectors.json"));
    if (suite)
        for (const auto& row : (*suite)["invalid_extended_keys"]) out.push_back(bytesOf(row["key"].get<std::string>()));
    return out;
}
