// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "codec/text.h"
#include "crypto/hash.h"
#include "kaspa/bip32.h"
#include "kaspa/bip39.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::kaspa;

namespace {

std::string words(const std::string& in, WordLanguage language)
{
    const auto out = wordsFromEntropy(*codec::hexDecode(in), language);
    return out ? textOf(out->view()) : std::string(out.error().code);
}

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) text.replace(at, what.size(), by);
    return text;
}

} // namespace

//! The word lists of all languages and phrases in them.
class TestKaspaBip39 : public QObject
{
    Q_OBJECT

private slots:
    void lists_are_those_that_their_source_names()
    {
        // The table of wordlists/SOURCE.md: | file | SHA-256 | second source |
        const std::filesystem::path folder = test::sourceFolder() / "core" / "kaspa" / "wordlists";
        const auto source = test::fileText(folder / "SOURCE.md");
        QVERIFY(source.has_value());
        for (std::size_t l = 0; l < kWordLanguages; ++l) {
            const std::string name(languageName(static_cast<WordLanguage>(l)));
            const auto list = test::fileText(folder / (name + ".txt"));
            QVERIFY2(list.has_value(), name.c_str());
            const std::string row = "| " + name + ".txt | " + test::hexOf(crypto::sha256(viewOf(*list)).view()) + " |";
            QVERIFY2(source->find(row) != std::string::npos, row.c_str());
            QVERIFY(languageNamed(name) == static_cast<WordLanguage>(l));
        }
        QVERIFY(!languageNamed("klingon"));
    }

    void every_word_is_found_at_its_place_and_only_there()
    {
        for (std::size_t l = 0; l < kWordLanguages; ++l) {
            const auto language = static_cast<WordLanguage>(l);
            const WordList& list = wordList(language);
            for (std::size_t i = 0; i < list.size(); ++i) {
                QVERIFY(!list[i].empty());
                const auto folded = foldedText(list[i]);
                const std::string_view key(reinterpret_cast<const char*>(folded->data()), folded->size());
                QCOMPARE(findWord(language, key, true), std::optional(static_cast<std::uint16_t>(i)));
            }
        }
    }

    void official_phrases_of_every_language()
    {
        BT_VECTOR(text, "bip39/vectors.json");
        const auto all = codec::parseJson(text);
        BT_OK(all);
        int rows = 0;
        for (const auto& [name, table] : all->items()) {
            const auto language = languageNamed(name);
            QVERIFY2(language.has_value(), name.c_str());
            for (const auto& row : table) {
                const std::string phrase = row[1];
                QCOMPARE(words(row[0], *language), phrase);
                const auto read = readWords(phrase);
                BT_OK(read);
                if (read->language != *language) { // a phrase that fits both Chinese lists: one seed, two entropies
                    QCOMPARE(languageName(*language), std::string_view("chinese_traditional"));
                    QCOMPARE(languageName(read->language), std::string_view("chinese_simplified"));
                } else {
                    QCOMPARE(test::hexOf(read->entropy.view()), row[0].get<std::string>());
                }
                const auto seed = seedFromWords(phrase, "TREZOR");
                QCOMPARE(test::hexOf(seed->view()), row[2].get<std::string>());
                QCOMPARE(textOf(ExtendedKey::master(seed->view())->serialize(KeyPrefix::xprv).view()), row[3].get<std::string>());
                ++rows;
            }
        }
        QCOMPARE(rows, 288);
    }

    void japanese_with_ideographic_spaces_and_a_passphrase_that_is_normalised()
    {
        const auto text = test::ownTable("bip39_japanese.json");
        QVERIFY(text.has_value());
        const auto table = codec::parseJson(*text);
        BT_OK(table);
        for (const auto& row : (*table)["rows"]) {
            const std::string phrase = row["words"];
            const std::string pass = row["passphrase"];
            // Kana as typed are composed; the list's are not.
            QCOMPARE(textOf(normalText(words(row["entropy"], WordLanguage::Japanese))->view()), textOf(normalText(phrase)->view()));
            for (const std::string& typed : {phrase, replaced(phrase, "\xe3\x80\x80", " ")}) {
                const auto seed = seedFromWords(typed, pass);
                BT_OK(seed);
                QCOMPARE(test::hexOf(seed->view()), row["seed"].get<std::string>());
            }
        }
    }

    void accents_and_letter_case_do_not_change_the_seed()
    {
        // Entropy of ones in French: "zoologie ..." and a Spanish phrase with an accented word.
        const std::string spanish = words("00000000000000000000000000000000", WordLanguage::Spanish);
        QVERIFY(spanish.find("a\xcc\x81") != std::string::npos); // ábaco, decomposed
        const std::string plain = replaced(spanish, "\xcc\x81", "");
        const std::string composed = replaced(spanish, "a\xcc\x81", "\xc3\xa1");
        const std::string upper = replaced(spanish,
                                           "a\xcc\x81"
                                           "baco",
                                           "\xc3\x81"
                                           "BACO");
        const auto seed = seedFromWords(spanish);
        BT_OK(seed);
        for (const std::string& typed : {plain, composed, upper}) {
            QVERIFY(typed != spanish);
            const auto same = seedFromWords(typed);
            BT_OK(same);
            QVERIFY(equal(same->view(), seed->view()));
            QCOMPARE(textOf(canonicalWords(typed)->view()), spanish);
        }
    }

    void a_phrase_in_two_lists_has_one_seed()
    {
        // Words that both Chinese lists have: some phrases fit both, and then it must not matter which one is taken.
        std::vector<std::string> shared;
        for (const std::string_view word : wordList(WordLanguage::ChineseSimplified))
            if (findWord(WordLanguage::ChineseTraditional, word, false)) shared.emplace_back(word);
        QVERIFY(shared.size() > 1000);
        SeededRandom random(7);
        int fits = 0;
        for (int i = 0; i < 2000; ++i) {
            std::string phrase;
            for (int w = 0; w < 12; ++w) phrase += (w ? " " : "") + shared[random.below(shared.size())];
            const auto read = readWords(phrase);
            if (!read) {
                QCOMPARE(read.error().code, std::string_view("kaspa.words.checksum"));
                continue;
            }
            ++fits;
            QCOMPARE(textOf(canonicalWords(phrase)->view()), phrase);
        }
        QVERIFY(fits > 100); // one in 16 for each list
    }

    void what_is_wrong_is_named_in_every_language()
    {
        for (std::size_t l = 0; l < kWordLanguages; ++l) {
            const auto language = static_cast<WordLanguage>(l);
            const WordList& list = wordList(language);
            const std::string right = textOf(canonicalWords(words("7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f", language))->view());
            QVERIFY(readWords(right)->language == language);
            std::vector<std::string> parts;
            for (std::size_t at = 0; at <= right.size();) {
                const std::size_t end = std::min(right.find(' ', at), right.size());
                parts.push_back(right.substr(at, end - at));
                at = end + 1;
            }
            QCOMPARE(parts.size(), std::size_t(12));
            const auto join = [](const std::vector<std::string>& some) {
                std::string out;
                for (const auto& part : some) out += (out.empty() ? "" : " ") + part;
                return out;
            };
            for (const std::size_t wrong : {std::size_t(0), std::size_t(6), std::size_t(11)}) {
                auto changed = parts;
                changed[wrong] = "xyzzy";
                const auto bad = readWords(join(changed));
                BT_REFUSED(bad, "kaspa.words.unknown");
                QCOMPARE(bad.error().args[0], std::to_string(wrong + 1));
                QVERIFY(bad.error().detail.find(languageName(language)) != std::string::npos);
            }
            auto fewer = parts;
            fewer.pop_back();
            BT_REFUSED(readWords(join(fewer)), "kaspa.words.count");
            QCOMPARE(readWords(join(fewer)).error().args[0], std::string("11"));
            int refused = 0;
            for (std::size_t i = 0; i < 64; ++i) { // one in 16 last words fits
                auto changed = parts;
                changed[11] = std::string(list[i * 31]);
                const auto bad = readWords(join(changed));
                if (bad) continue;
                QCOMPARE(bad.error().code, std::string_view("kaspa.words.checksum"));
                ++refused;
            }
            QVERIFY(refused > 40);
        }
        BT_REFUSED(readWords(std::string(200'000, 'a')), "kaspa.words.count");
        BT_REFUSED(readWords("\xed\xa0\x80 abandon"), "kaspa.words.text");
        BT_REFUSED(readWords("\xe3\x80\x80 \t\n"), "kaspa.words.count");
    }

    void completion_takes_what_one_types()
    {
        QCOMPARE(wordsStarting("ABAND").size(), std::size_t(1));
        const auto spanish = wordsStarting("aba", 8, WordLanguage::Spanish); // without the accent of "ábaco"
        QVERIFY(std::ranges::find(spanish, wordList(WordLanguage::Spanish)[0]) != spanish.end());
        QCOMPARE(wordsStarting("a", 5, WordLanguage::French).size(), std::size_t(5));
        QVERIFY(wordsStarting("\xff").empty());
    }
};

QTEST_GUILESS_MAIN(TestKaspaBip39)
#include "tst_kaspa_bip39.moc"
