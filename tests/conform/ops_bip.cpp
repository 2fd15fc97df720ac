// SPDX-License-Identifier: GPL-3.0-or-later
#include "conform.h"

#include "kaspa/bip32.h"
#include "kaspa/bip39.h"

namespace bt::conform {
namespace {

using namespace kaspa;

Result<Json> seed(const In& in)
{
    BT_TRY(const std::string words, in.text("mnemonic"));
    BT_TRY(const std::string passphrase, in.textOr("passphrase", ""));
    BT_TRY(const Secret out, seedFromWords(words, passphrase));
    return Json{{"seed", hex(out.view())}};
}

Result<Json> mnemonic(const In& in)
{
    BT_TRY(const Bytes entropy, in.bytes("entropy"));
    BT_TRY(const std::string name, in.textOr("language", "english"));
    const auto language = languageNamed(name);
    if (!language) return fail("kaspa.words.language", "there is no word list of the language " + name);
    BT_TRY(const Secret out, wordsFromEntropy(entropy, *language));
    return Json{{"mnemonic", textOf(out.view())}};
}

Result<Json> check(const In& in)
{
    BT_TRY(const std::string words, in.text("mnemonic"));
    BT_TRY(const Phrase phrase, readWords(words));
    return Json{{"language", languageName(phrase.language)}};
}

//! The prefix of the other half of a pair.
KeyPrefix openOf(KeyPrefix prefix)
{
    switch (prefix) {
    case KeyPrefix::kprv: return KeyPrefix::kpub;
    case KeyPrefix::ktrv: return KeyPrefix::ktub;
    case KeyPrefix::xprv: return KeyPrefix::xpub;
    default: return prefix;
    }
}

Result<Json> both(const ExtendedKey& key, KeyPrefix prefix)
{
    BT_TRY(const ExtendedPublicKey open, key.open());
    return Json{{"xprv", textOf(key.serialize(prefix).view())}, {"xpub", open.serialize(openOf(prefix))}};
}

//! A public key's path has no hardened steps; the parser of private paths does not reach it.
Result<ExtendedPublicKey> derivedOpen(ExtendedPublicKey key, std::string_view path)
{
    if (path.empty() || (path[0] != 'm' && path[0] != 'M')) return fail("kaspa.key.path", "a path begins with m");
    for (std::size_t at = 1; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at + 1), path.size());
        std::uint32_t number = 0;
        const std::string_view digits = path.substr(at + 1, end - at - 1);
        if (path[at] != '/' || digits.empty() || digits.size() > 10) return fail("kaspa.key.path", "a step is missing");
        std::uint64_t value = 0;
        for (const char c : digits) {
            if (c == '\'' || c == 'h' || c == 'H') return fail("kaspa.key.hardened", "only the private key has hardened children");
            if (c < '0' || c > '9') return fail("kaspa.key.path", "a step is a number");
            value = value * 10 + static_cast<std::uint64_t>(c - '0');
        }
        if (value >= kHardened) return fail("kaspa.key.path", "a step is too high");
        number = static_cast<std::uint32_t>(value);
        BT_TRY(key, key.derive(number));
        at = end;
    }
    return key;
}

Result<Json> derive(const In& in)
{
    BT_TRY(const std::string path, in.textOr("path", "m"));
    if (in.has("seed")) {
        BT_TRY(const Bytes from, in.bytes("seed"));
        BT_TRY(const ExtendedKey master, ExtendedKey::master(from));
        BT_TRY(const ExtendedKey key, master.derivePath(path));
        return both(key, KeyPrefix::xprv);
    }
    BT_TRY(const std::string text, in.text("key"));
    BT_TRY(const ParsedKey parsed, parseExtendedKey(text));
    if (parsed.secret) {
        BT_TRY(const ExtendedKey key, parsed.secret->derivePath(path));
        return both(key, parsed.prefix);
    }
    BT_TRY(const ExtendedPublicKey key, derivedOpen(*parsed.open, path));
    return Json{{"xpub", key.serialize(parsed.prefix)}};
}

Result<Json> parse(const In& in)
{
    BT_TRY(const std::string text, in.text("key"));
    BT_TRY(const ParsedKey parsed, parseExtendedKey(text));
    if (parsed.secret)
        return Json{
            {"depth", parsed.secret->depth()}, {"child", parsed.secret->child()}, {"fingerprint", hex(parsed.secret->parent().view())}};
    return Json{{"depth", parsed.open->depth}, {"child", parsed.open->child}, {"fingerprint", hex(parsed.open->parent.view())}};
}

constexpr Op kOps[] = {
    {"bip39.seed", seed}, {"bip39.mnemonic", mnemonic}, {"bip39.check", check}, {"bip32.derive", derive}, {"bip32.parse", parse},
};

} // namespace

std::span<const Op> bipOps() { return kOps; }

} // namespace bt::conform
