// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "messaging/message.h"
#include "messaging/session.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::test;
using namespace bt::messaging;
using codec::Json;

namespace {

//! JSON with ' for ", which reads better in a table.
std::string quoted(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

} // namespace

class TestMessage : public QObject
{
    Q_OBJECT
    SeededRandom m_random{6};

private slots:
    void every_kind_is_read_back()
    {
        for (const Kind kind : {Kind::BookingRequest, Kind::Join, Kind::Leave, Kind::Record, Kind::SplitProposal, Kind::SplitAnswer,
                                Kind::Feedback, Kind::System}) {
            const auto m = makeMessage(kind, {{"amount", "12000000000"}}, Millis{1700000000123}, m_random);
            const auto back = decodeMessage(*encodeMessage(m));
            BT_OK(back);
            QCOMPARE(back->kind, kind);
            QCOMPARE(back->kindName, std::string(kindName(kind)));
            QCOMPARE(back->id, m.id);
            QCOMPARE(back->sentAt, m.sentAt);
            QVERIFY(back->body == m.body);
        }
    }

    void a_text_keeps_its_characters_and_its_limit()
    {
        const std::string text = "Gr\xC3\xBC\xC3\x9F dich \xF0\x9F\x98\x80\n\"quoted\" \\ \x01";
        QCOMPARE(*textOfMessage(*decodeMessage(*encodeMessage(*makeText(text, {1}, m_random)))), text);
        const std::string longest(kMaxText, '\x02'); // the worst to escape
        QCOMPARE(*textOfMessage(*decodeMessage(*encodeMessage(*makeText(longest, {1}, m_random)))), longest);
        BT_REFUSED(makeText(longest + "x", {1}, m_random), "messaging.too_long");
        BT_REFUSED(makeText("", {1}, m_random), "messaging.bad_text");
        BT_REFUSED(makeText("\xC3\x28", {1}, m_random), "messaging.bad_text");
    }

    void a_newer_kind_or_version_is_kept_and_marked()
    {
        const auto later =
            decodeMessage(bytesOf(quoted("{'v':1,'kind':'hologram','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':5,'body':{'x':1}}")));
        BT_OK(later);
        QCOMPARE(later->kind, Kind::Unknown);
        QCOMPARE(later->kindName, std::string("hologram"));
        QVERIFY(later->body["x"] == 1);
        const auto newer =
            decodeMessage(bytesOf(quoted("{'v':2,'kind':'text','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':5,'body':{},'more':1}")));
        BT_OK(newer);
        QCOMPARE(newer->kind, Kind::Unknown);
        BT_REFUSED(encodeMessage(*newer), "messaging.bad_message");
    }

    void malformed_content_is_refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const std::string& text : std::initializer_list<std::string>{
                 "", "{}", "[]", "null", "not json", quoted("{'v':0,'kind':'join','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':5,'body':{}}"),
                 quoted("{'v':1,'kind':'','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':5,'body':{}}"),
                 quoted("{'v':1,'kind':'join','id':'AAAA','sent_at':5,'body':{}}"),
                 quoted("{'v':1,'kind':'join','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':-1,'body':{}}"),
                 quoted("{'v':1,'kind':'join','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':999999999999999,'body':{}}"),
                 quoted("{'v':1,'kind':'join','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':5,'body':[]}"),
                 quoted("{'v':1,'kind':'text','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':5,'body':{}}"),
                 quoted("{'v':1,'kind':'text','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':5,'body':{'text':7}}"),
                 quoted("{'v':1,'v':1,'kind':'join','id':'AAAAAAAAAAAAAAAAAAAAAA','sent_at':5,'body':{}}")})
            QTest::newRow(text.c_str()) << QByteArray::fromStdString(text);
        QTest::newRow("too large") << QByteArray(static_cast<qsizetype>(kMaxContent) + 1, ' ');
    }
    void malformed_content_is_refused()
    {
        QFETCH(QByteArray, text);
        BT_REFUSED(decodeMessage(viewOf(text.toStdString())), "messaging.bad_message");
    }
};

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_message.moc"
