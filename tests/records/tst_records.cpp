// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest> // first: moc 6.4 cannot read <compare> before it

#include "records/notes.h"
#include "records/session_record.h"
#include "records/text.h"

#include "base/random.h"
#include "codec/json.h"
#include "codec/text.h"

using namespace bt;
using namespace bt::records;

namespace {

const char* const kPatient = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp";
const char* const kTherapist = "did:key:z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG";

SessionRecord record()
{
    SessionRecord r;
    r.visitId = "00c0ffee";
    r.patient = kPatient;
    r.therapist = kTherapist;
    r.start = {1'796'745'600'000};
    r.end = {1'796'748'600'000};
    r.patientPresent = r.therapistPresent = true;
    for (std::size_t i = 0; i < 32; ++i) r.salt.bytes[i] = static_cast<std::uint8_t>(i + 1);
    return r;
}

//! JSON is easier to read here with single quotes (and moc 6.4 loses its way in raw strings).
std::string quoted(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

QString codeOf(const Error& e) { return QString::fromStdString(std::string(e.code)); }

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT
private slots:
    void text_is_trimmed_and_line_ends_become_one_kind()
    {
        QCOMPARE(plainText("  a\r\nb\rc \n", 100).value(), std::string("a\nb\nc"));
        QCOMPARE(plainText("", 10).value(), std::string());
        QCOMPARE(plainText("Grüße 🙂 مرحبا", 100).value(), std::string("Grüße 🙂 مرحبا"));
        QCOMPARE(plainLine(" Dr. M. ", 80).value(), std::string("Dr. M."));
    }

    void text_that_is_not_clean_is_refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nul") << QByteArray("a\0b", 3);
        QTest::newRow("escape") << QByteArray("a\x1b[2J");
        QTest::newRow("delete") << QByteArray("a\x7f");
        QTest::newRow("c1 control") << QByteArray("a\xc2\x9b");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("cut off") << QByteArray("a\xe2\x82");
        QTest::newRow("too high") << QByteArray("\xf4\x90\x80\x80");
        QTest::newRow("stray") << QByteArray("\x80");
    }
    void text_that_is_not_clean_is_refused()
    {
        QFETCH(QByteArray, text);
        const auto clean = plainText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), 100);
        QVERIFY(!clean);
        QCOMPARE(codeOf(clean.error()), QString("record.bad_text"));
    }

    void text_has_a_limit_in_bytes_that_the_error_names()
    {
        QVERIFY(plainText(std::string(100, 'x'), 100));
        const auto over = plainText(std::string(101, 'x'), 100);
        QCOMPARE(codeOf(over.error()), QString("record.too_long"));
        QCOMPARE(over.error().args.at(0), std::string("100"));
        QVERIFY(!plainText(std::string(10'000'000, ' '), 100));
        QCOMPARE(codeOf(plainLine("a\nb", 80).error()), QString("record.bad_text"));
        QVERIFY(!plainLine("a\u2028b", 80)); // breaks a line too
        for (const char* turned : {"a\u202ab", "a\u202eb", "a\u2066b", "a\u2069b"})
            QCOMPARE(codeOf(plainLine(turned, 80).error()), QString("record.bad_text"));
        QVERIFY(plainLine("שלום \u200f", 80) && plainText("a\u202eb", 80)); // a mark, and a text of its own
    }

    void an_intake_note_comes_back_as_written()
    {
        const auto bytes = serialise(IntakeNote{"I sleep badly.\n\"Since\" spring."}).value();
        const std::string expected = quoted("{'text':'I sleep badly.\\n\\'Since\\' spring.','v':1}");
        QCOMPARE(textOf(bytes), expected);
        QCOMPARE(parseIntake(bytes).value().text, std::string("I sleep badly.\n\"Since\" spring."));
        QVERIFY(parseIntake(serialise(IntakeNote{}).value()));
        QCOMPARE(codeOf(serialise(IntakeNote{std::string(kIntakeBytes + 1, 'x')}).error()), QString("record.too_long"));
    }

    void a_note_in_any_other_form_is_refused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("space") << QByteArray::fromStdString(quoted("{'text': 'a','v':1}"));
        QTest::newRow("order") << QByteArray::fromStdString(quoted("{'v':1,'text':'a'}"));
        QTest::newRow("more") << QByteArray::fromStdString(quoted("{'text':'a','v':1,'x':0}"));
        QTest::newRow("twice") << QByteArray::fromStdString(quoted("{'text':'a','text':'a','v':1}"));
        QTest::newRow("newer") << QByteArray::fromStdString(quoted("{'text':'a','v':2}"));
        QTest::newRow("no version") << QByteArray::fromStdString(quoted("{'text':'a'}"));
        QTest::newRow("number") << QByteArray::fromStdString(quoted("{'text':1,'v':1}"));
        QTest::newRow("escaped letter") << QByteArray::fromStdString(quoted("{'text':'\\u0061','v':1}"));
        QTest::newRow("not trimmed") << QByteArray::fromStdString(quoted("{'text':'a ','v':1}"));
        QTest::newRow("control") << QByteArray::fromStdString(quoted("{'text':'\\u001b','v':1}"));
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("large") << QByteArray(100'000, ' ');
    }
    void a_note_in_any_other_form_is_refused()
    {
        QFETCH(QByteArray, json);
        const auto note = parseIntake(bytesOf(std::string_view(json.constData(), static_cast<std::size_t>(json.size()))));
        QVERIFY(!note);
        QCOMPARE(codeOf(note.error()), QString("record.bad_intake"));
    }

    void feedback_comes_back_and_has_one_to_five_stars()
    {
        const Feedback f{"00c0ffee", 4, "Clear and kind."};
        const auto back = parseFeedback(serialise(f).value()).value();
        QCOMPARE(back.visitId, f.visitId);
        QCOMPARE(back.stars, 4);
        QCOMPARE(back.comment, f.comment);
        for (int stars : {-1, 0, 6}) QCOMPARE(codeOf(serialise(Feedback{"00", stars, ""}).error()), QString("record.bad_stars"));
        QCOMPARE(codeOf(serialise(Feedback{"XYZ", 5, ""}).error()), QString("record.bad_visit"));
        const auto wraps = bytesOf(quoted("{'comment':'','stars':4294967297,'v':1,'visit':'00'}"));
        const auto fraction = bytesOf(quoted("{'comment':'','stars':5.0,'v':1,'visit':'00'}"));
        QVERIFY(!parseFeedback(wraps));
        QVERIFY(!parseFeedback(fraction));
    }

    void a_session_record_has_one_form_and_one_hash()
    {
        const auto bytes = serialise(record()).value();
        const std::string expected = quoted("{'end':1796748600000,'patient':'") + kPatient +
                                     quoted("','patientPresent':true,'salt':'AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA',"
                                            "'start':1796745600000,'therapist':'") +
                                     kTherapist + quoted("','therapistPresent':true,'v':1,'visit':'00c0ffee'}");
        QCOMPARE(textOf(bytes), expected);
        const auto back = parseSessionRecord(bytes).value();
        QVERIFY(hashOf(back).value() == hashOf(record()).value());
        // BLAKE2b-256 of the text above under the key "bt/session-record/v1", from Python's hashlib.
        QCOMPARE(codec::hexEncode(hashOf(record()).value().view()),
                 std::string("d26955d6662aed37774fb656423c2fcf361487abb31393f1c0969eb192a76b11"));
    }

    void every_field_of_a_record_changes_its_hash()
    {
        const auto base = hashOf(record()).value();
        for (int field = 0; field < 8; ++field) {
            auto r = record();
            switch (field) {
            case 0: r.visitId = "00c0ffef"; break;
            case 1: std::swap(r.patient, r.therapist); break;
            case 2: r.start = r.start.plus(1); break;
            case 3: r.end = r.end.plus(1); break;
            case 4: r.patientPresent = false; break;
            case 5: r.therapistPresent = false; break;
            case 6: r.salt.bytes[31] ^= 1; break;
            default: r.therapist.back() = 'z'; break;
            }
            QVERIFY(hashOf(r).value() != base);
        }
    }

    void a_record_that_makes_no_sense_is_refused()
    {
        const auto code = [](auto change) {
            auto r = record();
            change(r);
            const auto bytes = serialise(r);
            return bytes ? QString() : codeOf(bytes.error());
        };
        QCOMPARE(code([](auto& r) { r.end = r.start; }), QString("record.bad_times"));
        QCOMPARE(code([](auto& r) { r.end = r.start.plus(kDay + 1); }), QString("record.bad_times"));
        QCOMPARE(code([](auto& r) { r.start = {-1}; }), QString("record.bad_times"));
        QCOMPARE(code([](auto& r) { r.salt = {}; }), QString("record.no_salt"));
        QCOMPARE(code([](auto& r) { r.visitId = ""; }), QString("record.bad_visit"));
        QCOMPARE(code([](auto& r) { r.patient = "did:web:x"; }), QString("record.bad_person"));
        QCOMPARE(code([](auto& r) { r.patient = r.therapist; }), QString("record.bad_person"));
    }

    void both_signatures_hold_for_this_record_alone()
    {
        SeededRandom random(3);
        const auto patient = crypto::ed25519Pair(random.bytes(32)), therapist = crypto::ed25519Pair(random.bytes(32));
        SignedRecord both{record(), {}, {}};
        both.byPatient = sign(both.record, patient.secret).value();
        QVERIFY(!both.complete());
        auto back = parseSignedRecord(serialise(both).value()).value();
        QVERIFY(back.byPatient && !back.byTherapist);
        both.byTherapist = sign(both.record, therapist.secret).value();
        back = parseSignedRecord(serialise(both).value()).value();
        QVERIFY(back.complete());
        QVERIFY(verify(back.record, patient.open, *back.byPatient));
        QVERIFY(verify(back.record, therapist.open, *back.byTherapist));
        QVERIFY(!verify(back.record, patient.open, *back.byTherapist));
        auto other = back.record;
        other.end = other.end.plus(1);
        QVERIFY(!verify(other, patient.open, *back.byPatient));
    }

    //! Every single-byte change of a signed record is refused, or is a record whose signature no longer holds.
    void no_changed_byte_passes()
    {
        SeededRandom random(4);
        const auto patient = crypto::ed25519Pair(random.bytes(32));
        SignedRecord one{record(), sign(record(), patient.secret).value(), {}};
        const auto bytes = serialise(one).value();
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            for (const int bit : {0, 1, 5, 7}) {
                auto changed = bytes;
                changed[i] = static_cast<std::uint8_t>(changed[i] ^ (1 << bit));
                const auto read = parseSignedRecord(changed);
                if (!read) continue;
                QVERIFY(!read->byPatient || !verify(read->record, patient.open, *read->byPatient));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
