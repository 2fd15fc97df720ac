// SPDX-License-Identifier: GPL-3.0-or-later
// A consent's past is proved from chain data: the file says what was, and no field of it can be changed.
#include "service/consents/consent_proof.h"
#include "service/two_people.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

namespace {

std::string codeAndWhy(const Error& error) { return std::string(error.code) + (error.args.empty() ? "" : " " + error.args.front()); }

//! Every leaf of a JSON value, as pointers.
void leaves(const Json& json, const Json::json_pointer& at, std::vector<Json::json_pointer>& out)
{
    if (!json.is_object()) {
        out.push_back(at);
        return;
    }
    for (const auto& [key, value] : json.items()) leaves(value, at / key, out);
}

Json changed(const Json& leaf)
{
    if (leaf.is_number_integer()) return leaf.get<std::int64_t>() + 1;
    auto text = leaf.get<std::string>();
    const auto at = text.size() / 2;
    text[at] = text[at] == '1' ? '2' : '1';
    return text;
}

} // namespace

class TestConsentProof : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoPeople> two;
    Bytes file;

    [[nodiscard]] Consents& hers() { return two->of(*two->patient); }
    [[nodiscard]] Consent row() { return hers().store().all().begin()->second; }
    [[nodiscard]] crypto::Ed25519Pair herKey()
    {
        return two->patient->c().postbox.keysOf(*two->patient->c().postbox.find(two->thread)).identity;
    }
    [[nodiscard]] std::string opened(const Bytes& bytes)
    {
        const auto proven = openProof(bytes);
        return proven ? std::string() : codeAndWhy(proven.error());
    }
    void prove(bool whom = true, bool what = true)
    {
        const auto proof = hers().proof(row().id, whom, what);
        QVERIFY2(proof.has_value(), qPrintable(codeOf(proof)));
        file = *proof;
    }

private slots:
    void initTestCase()
    {
        two = std::make_unique<TwoPeople>();
        QCOMPARE(two->begin(), QString());
        QCOMPARE(codeOf(hers().grant(two->thread, "health", two->now().plus(90 * kDay))), QString());
        QVERIFY(two->until([&] { return row().birth.there(); }));
        QVERIFY(two->world->practice->advance(kDay).has_value());
    }
    void init() { prove(); }

    void a_file_says_what_was_on_a_day()
    {
        const auto proven = openProof(file);
        QVERIFY2(proven, qPrintable(codeOf(proven)));
        const auto born = row().birth.at;
        QCOMPARE(stateAt(*proven, born.plus(kHour), nullptr).was, WasThere::Yes);
        QCOMPARE(stateAt(*proven, born.plus(-1), nullptr).was, WasThere::No);
        QCOMPARE(stateAt(*proven, proven->proof.expiry, nullptr).was, WasThere::No);
        QCOMPARE(stateAt(*proven, two->now().plus(kDay), nullptr).was, WasThere::CannotSay); // later than the file
        const auto sentence = stateAt(*proven, born.plus(kHour), nullptr).sentence;
        QVERIFY(sentence.find(row().terms.granter) != std::string::npos);
        QVERIFY(sentence.find(row().terms.grantee) != std::string::npos);
        QVERIFY(sentence.find("Health notes") != std::string::npos);
        const auto chain = askChain(*two->world->node, *proven, Deadline{});
        QVERIFY2(chain, qPrintable(codeOf(chain)));
        QVERIFY(chain->unspent);
        QCOMPARE(stateAt(*proven, two->now().plus(kDay), &*chain).was, WasThere::Yes);
    }

    void what_is_to_stay_closed_is_not_in_the_file()
    {
        prove(false, false);
        const auto text = textOf(file);
        QVERIFY(text.find(row().terms.grantee) == std::string::npos);
        QVERIFY(text.find("Health") == std::string::npos);
        QVERIFY(text.find(hexOf(row().terms.salts[1])) == std::string::npos);
        const auto proven = openProof(file);
        QVERIFY2(proven, qPrintable(codeOf(proven)));
        QCOMPARE(stateAt(*proven, row().birth.at, nullptr).was, WasThere::Yes);
    }

    void no_field_can_be_changed()
    {
        const Json json = *codec::parseJson(textOf(file));
        std::vector<Json::json_pointer> all;
        leaves(json, Json::json_pointer(), all);
        QCOMPARE(all.size(), std::size_t(19)); // four of the birth, two of each part, eight of the proof itself, its signature
        for (const auto& at : all) {
            Json bent = json;
            bent[at] = changed(json[at]);
            const auto text = codec::canonicalJson(bent);
            QVERIFY(text);
            QVERIFY2(opened(bytesOf(*text)).starts_with("consent.bad_proof"), at.to_string().c_str());
            Json cut = json;
            cut[at.parent_pointer()].erase(at.back());
            QVERIFY2(!opened(bytesOf(*codec::canonicalJson(cut))).empty(), at.to_string().c_str());
        }
        Json more = json;
        more["note"] = "believe me";
        QCOMPARE(opened(bytesOf(*codec::canonicalJson(more))), std::string("consent.bad_proof form"));
        QCOMPARE(opened(bytesOf(json.dump(2))), std::string("consent.bad_proof form")); // another text of the same proof
        QCOMPARE(opened({}), std::string("consent.bad_proof form"));
        QCOMPARE(opened(Bytes(kProofBytes + 1)), std::string("consent.bad_proof size"));
        QCOMPARE(opened(file), std::string());
    }

    // Who saves a file may sign what she likes: each thing that she bends fails by itself.
    void its_own_signer_cannot_bend_it()
    {
        const auto proof = openProof(file)->proof;
        const auto bent = [&](const std::function<void(ConsentProof&)>& bend) {
            ConsentProof p = proof;
            bend(p);
            return opened(*writeProof(p, herKey()));
        };
        QCOMPARE(bent([](ConsentProof&) {}), std::string());
        QCOMPARE(bent([](ConsentProof& p) { p.expiry = p.expiry.plus(kDay); }), std::string("consent.bad_proof birth"));
        QCOMPARE(bent([](ConsentProof& p) { p.parts[2].text = "Everything"; }), std::string("consent.bad_proof birth"));
        QCOMPARE(bent([&](ConsentProof& p) { p.parts[1].text = p.parts[0].text; }), std::string("consent.bad_proof birth"));
        QCOMPARE(bent([](ConsentProof& p) { p.index = 1; }), std::string("consent.bad_proof birth"));
        QCOMPARE(bent([](ConsentProof& p) { p.parts[0].salt.reset(); }), std::string("consent.bad_proof granter"));
        QCOMPARE(bent([](ConsentProof& p) { p.savedAt = p.birth.at.plus(-1); }), std::string("consent.bad_proof savedAt"));
        QCOMPARE(bent([](ConsentProof& p) { p.end = p.birth; }),
                 std::string("consent.bad_proof end")); // a transaction that does not spend it
        // In the name of another she cannot sign at all.
        const auto stranger = crypto::ed25519Pair(Bytes(32, 7));
        ConsentProof theirs = proof;
        theirs.savedBy = identity::didKey(stranger.open);
        QCOMPARE(opened(*writeProof(theirs, stranger)), std::string("consent.bad_proof savedBy"));
        // A receipt of her own making with another's name on it lacks that person's evidence.
        ConsentProof forged = proof;
        forged.evidence = crypto::ed25519Sign(stranger.secret, Bytes(32, 1));
        QCOMPARE(opened(*writeProof(forged, herKey())), std::string("consent.bad_proof evidence"));
    }

    void times_that_the_chain_does_not_have_are_corrected_by_a_node()
    {
        const auto proof = openProof(file)->proof;
        const auto asked = [&](const std::function<void(ConsentProof&)>& bend) {
            ConsentProof p = proof;
            bend(p);
            const auto proven = openProof(*writeProof(p, herKey()));
            if (!proven) return codeAndWhy(proven.error());
            const auto chain = askChain(*two->world->node, *proven, Deadline{});
            if (!chain) return codeAndWhy(chain.error());
            // Whatever the file says, what is said of a day is what the chain says.
            const auto born = proof.birth.at;
            if (chain->bornAt != born || stateAt(*proven, born, &*chain).was != WasThere::Yes ||
                stateAt(*proven, born.plus(-1), &*chain).was != WasThere::No)
                return std::string("not the chain's time");
            return std::string(chain->corrected ? "corrected" : "");
        };
        QCOMPARE(asked([](ConsentProof&) {}), std::string());
        QCOMPARE(asked([](ConsentProof& p) { p.birth.at = p.birth.at.plus(-kDay); }), std::string("corrected"));
        QCOMPARE(asked([](ConsentProof& p) { ++p.birth.daaScore; }), std::string("corrected"));
        QCOMPARE(asked([](ConsentProof& p) { p.birth.block = std::string(64, '1'); }), std::string("corrected"));
        QCOMPARE(asked([](ConsentProof& p) { p.network = "simnet"; }), std::string("consent.other_network simnet"));
    }

    void an_end_that_a_file_leaves_out_is_found_by_a_node()
    {
        const auto before = file;
        QCOMPARE(codeOf(hers().takeBack(two->thread, "health")), QString());
        QVERIFY(two->until([&] { return row().end.there(); }));
        prove();
        const auto after = openProof(file);
        QVERIFY2(after, qPrintable(codeOf(after)));
        QCOMPARE(after->endStep, std::string("revoke"));
        const auto ended = row().end.at;
        QCOMPARE(stateAt(*after, ended.plus(-1), nullptr).was, WasThere::Yes);
        QCOMPARE(stateAt(*after, ended, nullptr).was, WasThere::No);
        const auto chain = askChain(*two->world->node, *after, Deadline{});
        QVERIFY2(chain, qPrintable(codeOf(chain)));
        // The older file, and one that its signer cut: by the node both say the same.
        ConsentProof cut = after->proof;
        cut.end.reset();
        for (const auto& bytes : {before, *writeProof(cut, herKey())}) {
            const auto proven = openProof(bytes);
            QVERIFY(proven);
            const auto says = askChain(*two->world->node, *proven, Deadline{});
            QVERIFY(says);
            QCOMPARE(stateAt(*proven, ended, &*says).was, WasThere::No);
            QCOMPARE(stateAt(*proven, ended.plus(-1), &*says).was, WasThere::Yes);
        }
        // The reader can prove it too, under her own name.
        const auto& theirs = two->of(*two->therapist);
        QVERIFY(two->until([&] { return theirs.store().all().begin()->second.end.there(); }));
        const auto byReader = two->of(*two->therapist).proof(theirs.store().all().begin()->first, true, true);
        QVERIFY2(byReader, qPrintable(codeOf(byReader)));
        QVERIFY(openProof(*byReader));
    }
};

QTEST_GUILESS_MAIN(TestConsentProof)
#include "tst_consent_proof.moc"
