// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/pointer.h"
#include "support/vectors.h"

using namespace bt;
using namespace bt::test;
using namespace bt::messaging;

class TestPointer : public QObject
{
    Q_OBJECT
    SeededRandom m_random{5};

private slots:
    void only_the_recipient_recognises_a_pointer()
    {
        const auto inbox = crypto::x25519Pair(m_random);
        const auto other = crypto::x25519Pair(m_random);
        const Pointer pointer{m_random.fixed<Hash256>(), m_random.secret(32)};
        const auto payload = sealPointer(inbox.open, pointer, m_random);
        BT_OK(payload);
        QCOMPARE(payload->size(), kPointerBytes);
        const auto opened = tryOpenPointer(inbox, *payload);
        QVERIFY(opened);
        QCOMPARE(opened->digest, pointer.digest);
        QVERIFY(equal(opened->contentKey.view(), pointer.contentKey.view()));
        QCOMPARE(opened->cid().codec, ipld::Codec::Raw);
        QVERIFY(!tryOpenPointer(other, *payload));
        for (std::size_t i = 0; i < payload->size(); ++i) {
            Bytes changed = *payload;
            changed[i] ^= 2;
            QVERIFY(!tryOpenPointer(inbox, changed));
        }
        QVERIFY(*sealPointer(inbox.open, pointer, m_random) != *payload); // no two alike
    }

    void other_payloads_are_not_pointers()
    {
        const auto inbox = crypto::x25519Pair(m_random);
        for (const std::size_t size : {0, 1, 40, 111, 112, 113, 5000}) QVERIFY(!tryOpenPointer(inbox, m_random.bytes(size)));
        QVERIFY(!tryOpenPointer(inbox, Bytes(kPointerBytes, 0))); // a low-order ephemeral key
        BT_REFUSED(sealPointer({}, {{}, m_random.secret(32)}, m_random), "crypto.low_order_point");
        BT_REFUSED(sealPointer(inbox.open, {{}, {}}, m_random), "messaging.bad_pointer");
    }

    void announcements_are_read_back_and_nothing_else_is()
    {
        const Announcement a{Announcement::Kind::Listing, m_random.fixed<Hash256>()};
        const Bytes payload = announcementPayload(a);
        QCOMPARE(payload.size(), kAnnouncementBytes);
        QCOMPARE(*parseAnnouncement(payload), a);
        for (std::size_t i = 0; i < 8; ++i) {
            Bytes changed = payload;
            changed[i] ^= 0x10;
            QVERIFY(!parseAnnouncement(changed));
        }
        QVERIFY(!parseAnnouncement(ByteView(payload).first(39)));
        QVERIFY(!parseAnnouncement({}));
    }
};

QTEST_APPLESS_MAIN(TestPointer)
#include "tst_pointer.moc"
