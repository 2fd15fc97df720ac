// SPDX-License-Identifier: GPL-3.0-or-later
// Who may read what: given, read, taken back, run out; nothing that is written afterwards can be opened by who may not read.
#include "kaspa/transaction_codec.h"
#include "records/shared_record.h"
#include "service/consents/consent_proof.h"
#include "service/two_people.h"

using namespace bt;
using namespace bt::service;
using namespace bt::test;

class TestConsents : public QObject
{
    Q_OBJECT
    std::unique_ptr<TwoPeople> two;

    [[nodiscard]] Consents& hers() { return two->of(*two->patient); }
    [[nodiscard]] Consents& theirs() { return two->of(*two->therapist); }
    [[nodiscard]] std::vector<SharedRecordView> read() { return two->view(*two->therapist)->shared; }
    [[nodiscard]] bool reads(const std::string& text, const std::string& kind = "health")
    {
        return two->until([&] {
            const auto shared = read();
            return std::ranges::any_of(shared, [&](const SharedRecordView& r) { return r.dataClass == kind && r.here && r.text == text; });
        });
    }
    [[nodiscard]] bool readsNothing()
    {
        return two->until([&] { return read().empty() && theirs().store().shared().empty(); });
    }
    [[nodiscard]] std::vector<ConsentView> given() { return two->view(*two->patient)->consents; }
    [[nodiscard]] bool gone(ConsentStatus status)
    {
        return two->until([&] {
            const auto all = given();
            return !all.empty() && all.front().status == status;
        });
    }
    [[nodiscard]] Millis inThreeMonths() { return two->now().plus(90 * kDay); }
    [[nodiscard]] bool rest()
    {
        return two->until([&] {
            for (auto* who : {two->patient.get(), two->therapist.get()}) {
                Snapshot s;
                if (!who->self().fill(s) || !atRest(s)) return false;
            }
            return true;
        });
    }
    void give(const std::string& text = "Asthma. Penicillin makes me ill.")
    {
        QCOMPARE(codeOf(hers().write("health", text)), QString());
        QCOMPARE(codeOf(hers().grant(two->thread, "health", inThreeMonths())), QString());
        QVERIFY(reads(text));
    }

private slots:
    void init()
    {
        two = std::make_unique<TwoPeople>();
        QCOMPARE(two->begin(), QString());
    }
    void cleanup() { two.reset(); }

    void a_record_that_nobody_has_is_looked_for_again_after_a_pause()
    {
        give();
        QVERIFY(rest());
        // A new version, while the reader is away; its block is lost before she is back.
        QCOMPARE(codeOf(hers().write("health", "Asthma, and a new spray.")), QString());
        const auto sealed = [&] { return hers().store().own().at("health").sealed; };
        QVERIFY(QTest::qWaitFor(
            [&] {
                two->patient->round();
                return two->patient->c().outbox.unfinished()->empty() && two->world->blocks->has(sealed().cid, Deadline{}).value_or(false);
            },
            30'000));
        const auto block = two->world->blocks->get(sealed().cid, Deadline{});
        QVERIFY(block.has_value());
        QCOMPARE(codeOf(two->world->blocks->remove(sealed().cid, Deadline{})), QString());
        const auto arrived = [&] {
            const auto& all = theirs().store().shared();
            return !all.empty() && all.begin()->second.sealed.version == sealed().version;
        };
        QVERIFY(QTest::qWaitFor(
            [&] {
                two->therapist->round();
                return arrived();
            },
            30'000));
        two->therapist->round();
        const auto missed = two->now();
        QVERIFY(!theirs().store().shared().begin()->second.here);
        QCOMPARE(codeOf(two->world->blocks->put(sealed().cid, *block, Deadline{})), QString());
        two->therapist->round();
        if (two->now().minus(missed) < kSecond) QVERIFY(!theirs().store().shared().begin()->second.here);
        QVERIFY(two->world->practice->advance(kHour).has_value());
        QVERIFY(reads("Asthma, and a new spray."));
    }
    void what_is_given_is_read_and_every_change_arrives()
    {
        QVERIFY(rest());
        const auto before = two->money(*two->patient);
        give();
        QCOMPARE(given().size(), std::size_t(1));
        QCOMPARE(given().front().status, ConsentStatus::Live);
        QVERIFY(two->until([&] { return rest(); }));
        QCOMPARE(two->money(*two->patient), before); // the deposit is held, not gone
        QCOMPARE(codeOf(hers().write("health", "Asthma, and a new spray.")), QString());
        QVERIFY(reads("Asthma, and a new spray."));
        // What she did not give stays with her.
        QCOMPARE(codeOf(hers().write("diary", "A good day.")), QString());
        QVERIFY(rest());
        QCOMPARE(read().size(), std::size_t(1));
        // Both have the same receipt.
        QCOMPARE(two->view(*two->therapist)->consents.front().covenantId, given().front().covenantId);
    }

    void what_is_written_after_taking_back_cannot_be_opened()
    {
        give();
        const auto old = theirs().store().shared().begin()->second;
        const auto before = two->money(*two->patient);
        QCOMPARE(codeOf(hers().takeBack(two->thread, "health")), QString());
        // From this moment, before any block: nothing new goes out.
        QCOMPARE(codeOf(hers().write("health", "Only for me.")), QString());
        QVERIFY(gone(ConsentStatus::TakenBack));
        QVERIFY(readsNothing());
        QVERIFY(rest());
        QCOMPARE(two->money(*two->patient), before); // the deposit came home, less fees that are counted
        const auto& now = hers().store().own().at("health");
        QVERIFY(now.sealed.version > old.sealed.version);
        QVERIFY(now.sealed.cid != old.sealed.cid);
        const auto block = two->patient->c().blocks.get(now.sealed.cid, Deadline{});
        QVERIFY(block);
        QVERIFY(ipld::open(*block, now.sealed.contentKey->view()).has_value());
        const auto tried = ipld::open(*block, old.sealed.contentKey->view()); // what a reader who kept the old key can do
        QVERIFY(!tried);
        QCOMPARE(tried.error().code, std::string_view("ipld.not_authentic"));
        // The version that she could read has left the store; a copy of her own is hers.
        QVERIFY(two->until([&] { return !two->world->blocks->has(old.sealed.cid, Deadline{}).value_or(true); }));
    }

    void a_reader_who_stays_goes_on_reading_under_the_new_key()
    {
        give();
        QCOMPARE(codeOf(hers().grant(two->thread, "diary", inThreeMonths())), QString());
        QCOMPARE(codeOf(hers().write("diary", "A good day.")), QString());
        QVERIFY(reads("A good day.", "diary"));
        QCOMPARE(codeOf(hers().takeBack(two->thread, "health")), QString());
        QVERIFY(two->until([&] { return read().size() == 1 && read().front().dataClass == "diary"; }));
        QCOMPARE(codeOf(hers().write("diary", "A better one.")), QString());
        QVERIFY(reads("A better one.", "diary"));
    }

    void a_new_end_takes_the_place_of_the_old_one()
    {
        give();
        const auto soon = two->now().plus(7 * kDay);
        QCOMPARE(codeOf(hers().grant(two->thread, "health", soon)), QString());
        QVERIFY(two->until([&] {
            const auto all = given();
            return std::ranges::count_if(all, [](const ConsentView& c) { return c.status == ConsentStatus::Live; }) == 1 &&
                   std::ranges::any_of(all, [&](const ConsentView& c) { return c.status == ConsentStatus::Live && c.until == soon; }) &&
                   all.size() == 2;
        }));
        QVERIFY(reads("Asthma. Penicillin makes me ill."));
        QVERIFY(two->until([&] { return read().size() == 1 && read().front().until == soon; }));
        // The same wish twice makes nothing new.
        QCOMPARE(codeOf(hers().grant(two->thread, "health", soon)), QString());
        QCOMPARE(given().size(), std::size_t(2));
    }

    void it_runs_out_by_itself_and_the_deposit_comes_home()
    {
        QVERIFY(rest());
        const auto before = two->money(*two->patient);
        QCOMPARE(codeOf(hers().write("health", "For a day.")), QString());
        QCOMPARE(codeOf(hers().grant(two->thread, "health", two->now().plus(kDay))), QString());
        QVERIFY(reads("For a day."));
        QVERIFY(two->world->practice->advance(kDay + 10 * kMinute).has_value());
        QVERIFY(readsNothing());
        QVERIFY(two->until([&] { return !given().front().endTxid.empty(); }));
        QCOMPARE(given().front().status, ConsentStatus::Expired);
        QVERIFY(rest());
        QCOMPARE(two->money(*two->patient), before);
        QCOMPARE(two->view(*two->therapist)->consents.front().status, ConsentStatus::Expired);
    }

    void a_reader_sends_home_what_the_giver_does_not()
    {
        QCOMPARE(codeOf(hers().grant(two->thread, "health", two->now().plus(kDay))), QString());
        QVERIFY(two->until([&] { return theirs().store().all().size() == 1; }));
        const auto receipt = theirs().store().all().begin()->second.receipt;
        QVERIFY(two->world->practice->advance(kDay + 2 * kHour).has_value());
        // The giver's computer is off.
        QVERIFY(two->therapist->until([&] {
            const auto spk = contract::consent::utxoOf(receipt)->spk;
            return !two->world->node->utxoOf(receipt.outpoint, spk, Deadline{})->has_value();
        }));
        QVERIFY(gone(ConsentStatus::Expired));
    }

    void only_ends_that_make_sense_are_taken()
    {
        QCOMPARE(codeOf(hers().grant(two->thread, "health", two->now().plus(-1))).left(15), QStringLiteral("consent.bad_end"));
        QCOMPARE(codeOf(hers().grant(two->thread, "health", two->now().plus(9 * 366 * kDay))).left(15), QStringLiteral("consent.bad_end"));
        QCOMPARE(codeOf(hers().grant(two->thread, "everything", inThreeMonths())).left(21), QStringLiteral("consent.unknown_class"));
        QCOMPARE(codeOf(hers().grant("nobody", "health", inThreeMonths())).left(23), QStringLiteral("message.no_conversation"));
        QCOMPARE(codeOf(hers().takeBack(two->thread, "health")).left(17), QStringLiteral("consent.not_given"));
        QVERIFY(given().empty());
    }

    // A giver who lies in one field of her letter each time: nothing is kept, the conversation goes on.
    void a_letter_that_lies_gives_nothing_data()
    {
        QTest::addColumn<QString>("field");
        for (const char* field : {"class", "granter", "grantee", "scope", "expiry", "refund", "tx", "index", "evidence", "salts"})
            QTest::newRow(field) << field;
    }
    void a_letter_that_lies_gives_nothing()
    {
        QFETCH(QString, field);
        QCOMPARE(codeOf(hers().grant(two->thread, "health", inThreeMonths())), QString());
        QVERIFY(two->until([&] { return theirs().store().all().size() == 1; }));
        const Consent c = hers().store().all().begin()->second;
        Json salts = Json::array();
        for (const auto& salt : c.terms.salts) salts.push_back(hexOf(salt));
        Json body{{"class", c.dataClass},
                  {"granter", c.terms.granter},
                  {"grantee", c.terms.grantee},
                  {"scope", c.terms.scope},
                  {"salts", salts},
                  {"expiry", c.receipt.state.expiry.value},
                  {"refund", hexOf(c.receipt.state.refund)},
                  {"tx", hexOf(ByteView(c.birth.tx))},
                  {"index", 0},
                  {"block", c.birth.block},
                  {"at", c.birth.at.value},
                  {"evidence", hexOf(*c.evidence)}};
        const Json honest = body;
        const auto name = field.toStdString();
        if (name == "class") body[name] = "diary";
        else if (name == "granter") body[name] = c.terms.grantee;
        else if (name == "grantee") body[name] = c.terms.granter;
        else if (name == "scope") body[name] = "Everything, for ever";
        else if (name == "expiry") body[name] = c.receipt.state.expiry.value + kDay;
        else if (name == "index") body[name] = 1;
        else if (name == "salts") body[name][0] = std::string(32, '0');
        else if (name == "tx") {
            auto tx = *kaspa::decodeTransaction(c.birth.tx);
            tx.lockTime = 1; // another transaction, that is in no block
            body[name] = hexOf(ByteView(kaspa::encodeTransaction(tx)));
        } else {
            std::string hex = body[name].get<std::string>();
            hex[hex.size() - 1] = hex.back() == '0' ? '1' : '0';
            body[name] = hex;
        }
        // Its receiver has forgotten the honest one, so that only the lie can bring it.
        QVERIFY(two->therapist->c().db.execute("DELETE FROM consents").has_value());
        QVERIFY(two->of(*two->therapist).reload().has_value());
        QVERIFY(two->patient->sendLetter(two->thread, FeatureLetter{"consent_granted", body}).has_value());
        QVERIFY(two->patient->sendText(two->thread, "honest").has_value());
        QVERIFY(two->until([&] {
            const auto summaries = two->therapist->c().postbox.summaries();
            return summaries && summaries->front().lastText == "honest";
        }));
        QVERIFY(theirs().store().all().empty());
        // The control: the same letter without the lie is taken.
        QVERIFY(two->patient->c()
                    .atomically([&]() -> Result<void> {
                        return two->patient->self().letters().post(two->thread, FeatureLetter{"consent_granted", honest}, 0);
                    })
                    .has_value());
        QVERIFY(two->until([&] { return theirs().store().all().size() == 1; }));
    }

    void keys_without_a_consent_are_not_kept_and_old_versions_bring_nothing_back()
    {
        give("The newest.");
        const auto consent = theirs().store().all().begin()->second;
        const auto letter = [&](const std::string& id, std::int64_t version, const std::string& text) {
            const auto plain = records::serialise(records::SharedRecord{"health", version, two->now(), text});
            auto sealed = *ipld::seal(*plain, two->patient->random());
            (void)two->patient->put(sealed.block).has_value();
            return FeatureLetter{"record_shared", Json{{"consent", id},
                                                       {"class", "health"},
                                                       {"version", version},
                                                       {"cid", sealed.cid.text()},
                                                       {"key", hexOf(sealed.contentKey.view())},
                                                       {"written", two->now().value}}};
        };
        QVERIFY(two->patient->sendLetter(two->thread, letter(std::string(64, 'a'), 7, "Of no consent.")).has_value());
        QVERIFY(two->patient->sendLetter(two->thread, letter(hexOf(consent.receipt.id), 1, "An older one.")).has_value());
        QVERIFY(two->patient->sendText(two->thread, "honest").has_value());
        QVERIFY(two->until([&] {
            const auto summaries = two->therapist->c().postbox.summaries();
            return summaries && summaries->front().lastText == "honest";
        }));
        QCOMPARE(read().size(), std::size_t(1));
        QCOMPARE(read().front().text, std::string("The newest."));
        // A block whose content says something else than the letter is not shown.
        auto lie = letter(hexOf(consent.receipt.id), 8, "Of version eight.");
        lie.body["version"] = 9;
        QVERIFY(two->patient->sendLetter(two->thread, lie).has_value());
        QVERIFY(two->until([&] { return theirs().store().shared().begin()->second.broken; }));
        QVERIFY(read().empty());
    }

    void the_words_bring_a_consent_back_and_it_can_be_ended()
    {
        give();
        const auto receipt = hers().store().all().begin()->second;
        // As a restore reads it: the capsule of her own transaction.
        QVERIFY(two->patient->c().db.execute("DELETE FROM consents").has_value());
        QVERIFY(hers().reload().has_value());
        QVERIFY(two->patient->c().db.execute("DELETE FROM arrivals").has_value());
        QVERIFY(two->patient->c().wallet.readAnew().has_value());
        QVERIFY(two->until([&] { return given().size() == 1 && given().front().status == ConsentStatus::Live; }));
        QCOMPARE(given().front().covenantId, hexOf(receipt.receipt.id));
        QCOMPARE(codeOf(hers().takeBack(two->thread, "health")), QString());
        QVERIFY(gone(ConsentStatus::TakenBack));
        QVERIFY(readsNothing());
    }
};

QTEST_GUILESS_MAIN(TestConsents)
#include "tst_consents.moc"
