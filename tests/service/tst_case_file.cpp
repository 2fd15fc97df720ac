// SPDX-License-Identifier: GPL-3.0-or-later
// Case files and decisions as strangers write them: what is refused, beside what is taken.
#include "contract/world.h"
#include "ledger/parts.h"
#include "records/session_record.h"
#include "service/disputes/decision.h"

using namespace bt;
using namespace bt::test;
namespace sv = bt::service;

class TestCaseFile : public QObject
{
    Q_OBJECT

    static constexpr const char* kNet = "practice";

    static sv::CaseFile fileOf(World& w, const Session& s, sv::Role side = sv::Role::Patient)
    {
        sv::CaseFile file;
        file.head = {kNet, s, w.terms};
        file.head.session.daaScore = 0;
        file.head.session.authorising = {};
        file.side = side;
        file.writtenAt = kNow;
        file.words = "I was there.";
        file.messages = {{true, kNow, "Where are you?"}, {false, kNow, "<img src=x onerror=1>"}};
        return file;
    }
    static crypto::SchnorrSigner signerOf(const test::Person& who) { return must(crypto::SchnorrSigner::from(who.secret.view())); }
    static Result<sv::CaseFile> read(const Result<std::string>& text) { return sv::readCase(*text, kNet); }
    //! A file whose body was rewritten and signed anew by `who`: what a side could do that breaks the rules of its app.
    static std::string forged(const std::string& text, const std::function<void(codec::Json&)>& change, const test::Person& who)
    {
        const Bytes all = must(ledger::fromFileText(text, "BetterTherapy case 1"));
        auto json = must(codec::parseJson(textOf(ByteView(all).subspan(64))));
        change(json);
        const auto body = must(codec::canonicalJson(json));
        Bytes tagged = bytesOf(std::string_view("bt/case/v1"));
        append(tagged, viewOf(body));
        Bytes out = bytesOf(who.says(crypto::blake3(tagged)).view());
        append(out, viewOf(body));
        return ledger::toFileText(out, "BetterTherapy case 1");
    }

#define FAILS(result, wanted)                                                                                                              \
    do {                                                                                                                                   \
        const auto& r_ = (result);                                                                                                         \
        QVERIFY2(!r_, "was taken");                                                                                                        \
        QCOMPARE(QByteArray(r_.error().code.data(), static_cast<int>(r_.error().code.size())), QByteArray(wanted));                        \
    } while (false)

private slots:
    void each_side_signs_what_it_hands_in_and_anyone_can_check_it()
    {
        World w(21);
        const Session s = w.in(Phase::DisputedByPatient);
        auto file = fileOf(w, s);
        file.attendance = w.attendance(s);
        const auto text = sv::signCase(file, signerOf(w.patient), w.random);
        QVERIFY2(text, text ? "" : text.error().detail.c_str());
        const auto back = read(text);
        QVERIFY(back && back->head == file.head && back->messages == file.messages && back->attendance == file.attendance);
        const auto parts = must(sv::caseParts(*text));
        std::string row;
        for (const auto& part : parts) row = part + " " + row;
        QVERIFY(sv::looksLikeCase(row) && sv::readCase(row, kNet));
        QVERIFY(sv::signCase(fileOf(w, s, sv::Role::Therapist), signerOf(w.therapist), w.random));
        // Signed by the wrong one of the two: the file would say it is somebody else's.
        FAILS(sv::signCase(fileOf(w, s), signerOf(w.therapist), w.random), "case.bad_signature");
        FAILS(sv::signCase(fileOf(w, s), signerOf(w.stranger), w.random), "case.bad_signature");
    }

    void a_file_cannot_be_changed_after_it_was_signed()
    {
        World w(22);
        const Session s = w.in(Phase::DisputedByTherapist);
        const auto text = must(sv::signCase(fileOf(w, s), signerOf(w.patient), w.random));
        FAILS(sv::readCase(forged(
                               text, [](auto& j) { j["words"] = "I was not there."; }, w.therapist),
                           kNet),
              "case.bad_signature");
        QVERIFY(sv::readCase(forged(
                                 text, [](auto& j) { j["words"] = "I was late."; }, w.patient),
                             kNet)); // her own word is hers
        const Bytes all = must(ledger::fromFileText(text, "BetterTherapy case 1"));
        SeededRandom dice(5);
        for (int i = 0; i < 150; ++i) {
            Bytes bad = all;
            bad[dice.below(bad.size())] ^= static_cast<std::uint8_t>(1U << dice.below(8));
            QVERIFY(!sv::readCase(ledger::toFileText(bad, "BetterTherapy case 1"), kNet));
        }
    }

    void forged_evidence_is_refused_even_when_its_side_signed_the_file()
    {
        World w(23);
        const Session s = w.in(Phase::DisputedByPatient);
        const Session other = w.in(Phase::DisputedByPatient);
        auto file = fileOf(w, s, sv::Role::Therapist);
        file.attendance = w.attendance(other); // replayed from another visit
        FAILS(sv::signCase(file, signerOf(w.therapist), w.random), "case.forged_evidence");
        file.attendance = w.therapist.says(attendanceMessage(s.id)); // made up by the other side
        FAILS(sv::signCase(file, signerOf(w.therapist), w.random), "case.forged_evidence");
        file.attendance.reset();

        sv::VisitRecord record;
        auto& r = record.signedRecord.record;
        r.visitId = sv::hexOf(s.id);
        r.patient = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
        r.therapist = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
        r.start = kNow;
        r.end = kNow.plus(kHour);
        r.patientPresent = r.therapistPresent = true;
        r.salt = w.random.fixed<records::RecordSalt>();
        const auto digest = must(Hash256::from(must(records::hashOf(r)).view()));
        record.therapistKeySigned = w.therapist.says(recordMessage(s.id, digest));
        file.record = record;
        QVERIFY(sv::signCase(file, signerOf(w.therapist), w.random));
        file.record->patientKeySigned = w.therapist.says(recordMessage(s.id, digest));
        FAILS(sv::signCase(file, signerOf(w.therapist), w.random), "case.forged_evidence");
        file.record->patientKeySigned.reset();
        file.record->signedRecord.record.end = kNow.plus(2 * kHour); // another hour than was signed
        FAILS(sv::signCase(file, signerOf(w.therapist), w.random), "case.forged_evidence");
        file.record = record;
        file.record->signedRecord.record.visitId = sv::hexOf(other.id);
        FAILS(sv::signCase(file, signerOf(w.therapist), w.random), "case.forged_evidence");
        file.record = record;
        file.record->therapistKeySigned.reset(); // nobody signed
        FAILS(sv::signCase(file, signerOf(w.therapist), w.random), "case.forged_evidence");
    }

    void other_terms_another_network_and_a_visit_in_peace_are_refused()
    {
        World w(24);
        const Session s = w.in(Phase::DisputedByPatient);
        const auto text = must(sv::signCase(fileOf(w, s), signerOf(w.patient), w.random));
        FAILS(sv::readCase(text, "mainnet"), "case.other_network");
        const auto bad = [&](const std::function<void(codec::Json&)>& change) {
            return sv::readCase(forged(text, change, w.patient), kNet);
        };
        FAILS(bad([](auto& j) { j["visit"]["phase"] = 3; }), "case.not_disputed");
        FAILS(bad([](auto& j) { j["visit"]["terms"] = "00"; }), "case.bad_terms");
        FAILS(bad([](auto& j) { j["visit"]["price"] = "1"; }), "case.bad_terms");
        FAILS(bad([](auto& j) { j["visit"]["program"] = std::string(64, '0'); }), "case.unreadable");
        FAILS(bad([](auto& j) { j["more"] = 1; }), "case.unreadable");
        // An escrow beside a visit in KAS: another head than the other side's honest file, which would be refused as different.
        FAILS(bad([](auto& j) {
                  j["visit"]["escrow"] = {
                      {"outpoint", j["visit"]["outpoint"]}, {"carrier", "1"}, {"held", "1"}, {"program", std::string(64, '1')}};
              }),
              "case.unreadable");
        FAILS(bad([](auto& j) { j["v"] = 2; }), "case.newer");
        FAILS(bad([](auto& j) { j["side"] = "judge"; }), "case.unreadable");
        FAILS(bad([](auto& j) { j["words"] = std::string(5000, 'x'); }), "case.unreadable");
        FAILS(bad([](auto& j) { j["words"] = std::string("a\x01b"); }), "case.unreadable");
        FAILS(bad([](auto& j) {
                  for (int i = 0; i < 300; ++i) j["messages"].push_back(j["messages"][0]);
              }),
              "case.unreadable");
        FAILS(sv::readCase("", kNet), "parts.unreadable");
        FAILS(sv::readCase(std::string(900'000, 'A'), kNet), "parts.unreadable");
    }

    void words_that_turn_the_direction_of_writing_do_not_dress_up_as_others()
    {
        QCOMPARE(sv::withoutTurns("a\xe2\x80\xae"
                                  "b\xe2\x81\xa6"
                                  "c\xd8\x9c"
                                  "d\xe2\x80\x8f"),
                 std::string("a\xef\xbf\xbd"
                             "b\xef\xbf\xbd"
                             "c\xef\xbf\xbd"
                             "d\xef\xbf\xbd"));
        QCOMPARE(sv::withoutTurns("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x82\xac \xe2\x80"),
                 std::string("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x82\xac \xe2\x80"));
    }

    void a_decision_is_what_its_words_say_or_it_is_refused()
    {
        World w(25);
        const Session s = w.in(Phase::DisputedByPatient);
        const sv::CaseHead head = fileOf(w, s).head;
        const Sompi toTherapist{2'000'000'000};
        const auto make = [&](Sompi share, const std::map<std::string, std::string>& facts, const std::string& kind = "visit.resolve") {
            const auto plan = must(resolve(head.session, head.terms, share, 0, 1));
            auto calls = must(contract::callsOf(plan));
            ledger::BuildRequest request;
            const auto& in = plan.tx.inputs.front();
            request.inputs = {{in.previous, plan.spent, in.sequence, in.computeBudget, in.signatureScript.size()}};
            request.outputs = plan.tx.outputs;
            request.basis = ledger::FeeBasis::Relay;
            request.change = kaspa::payToPublicKey(w.payer.key.view());
            ledger::Coin coin;
            coin.outpoint = {w.random.fixed<kaspa::TxId>(), 1};
            coin.utxo = {{3 * kSompiPerKas}, *request.change, 100, false, {}};
            auto draft = must(ledger::build(request, {coin}, ledger::practiceNetwork(), 200'000));
            if (!ledger::signCoins(
                    draft, [&](const ledger::KeyRef&) -> Result<Secret> { return w.payer.secret.clone(); }, w.random))
                qFatal("coins");
            return must(ledger::startSigning(draft, std::move(calls), ledger::practiceNetwork(), {kind, facts},
                                             {w.arbiters[0].key, w.arbiters[1].key, w.arbiters[2].key}));
        };
        const auto text = must(sv::headText(head));
        const std::map<std::string, std::string> honest{{"case", text}, {"to_therapist", "2000000000"}};
        auto signing = make(toTherapist, honest);
        const auto read = sv::readDecision(signing);
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QVERIFY(read->toTherapist == toTherapist && read->toPatient.value == kPrice.value + kBond.value - toTherapist.value &&
                read->signedBy.empty());
        // Words and payment differ.
        FAILS(sv::readDecision(make({2'100'000'000}, honest)), "dispute.other_payment");
        FAILS(sv::readDecision(make(toTherapist, {{"case", text}, {"to_therapist", "2100000000"}})), "dispute.other_payment");
        FAILS(sv::readDecision(make(toTherapist, {{"case", text}})), "dispute.other_payment");
        FAILS(sv::readDecision(make(toTherapist, honest, "pool.open")), "dispute.other_payment");
        FAILS(sv::readDecision(make(toTherapist, {{"case", text + " "}, {"to_therapist", "2000000000"}})), "case.unreadable");
        const sv::CaseHead another = fileOf(w, w.in(Phase::DisputedByPatient)).head;
        FAILS(sv::readDecision(make(toTherapist, {{"case", must(sv::headText(another))}, {"to_therapist", "2000000000"}})),
              "dispute.other_payment");
        // Somebody else is let in as a signer.
        auto more = signing;
        more.signers.push_back(w.stranger.key);
        std::ranges::sort(more.signers);
        FAILS(sv::readDecision(more), "dispute.other_payment");
        // Any two sign; the third place is theirs to fill.
        QVERIFY(ledger::addSignature(signing, w.arbiters[2].secret, w.random) &&
                ledger::addSignature(signing, w.arbiters[0].secret, w.random));
        const auto both = must(sv::readDecision(signing));
        QVERIFY((both.signedBy == std::vector<std::size_t>{0, 2}) && sv::settleSigners(signing, both));
        QVERIFY(ledger::finishSigning(signing, ledger::practiceNetwork()));
    }
};

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_case_file.moc"
