// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipld/envelope.h"
#include "ipld/sealed_object.h"
#include "support/vectors.h"

#include <set>

using namespace bt;
using namespace bt::test;

class TestSealedObject : public QObject
{
    Q_OBJECT
    SeededRandom m_random{42};

private slots:
    void what_was_sealed_opens_to_the_same_bytes_data()
    {
        QTest::addColumn<quint64>("size");
        for (const quint64 size : {0, 1, 503, 504, 505, 65527, 65528, 65529, 131064, 131065, 200000, 1048576, 3000000})
            QTest::newRow(std::to_string(size).c_str()) << size;
    }
    void what_was_sealed_opens_to_the_same_bytes()
    {
        QFETCH(quint64, size);
        const Bytes plain = m_random.bytes(size);
        const auto sealed = ipld::seal(plain, m_random);
        BT_OK(sealed);
        QCOMPARE(sealed->cid, ipld::cidOfRaw(sealed->block));
        const std::size_t bucket = ipld::sealedBucket(size);
        const std::size_t chunks = (bucket + ipld::kSealedChunk - 1) / ipld::kSealedChunk;
        QCOMPARE(sealed->block.size(), 65 + bucket + 16 * chunks);
        QVERIFY(bucket >= size + 8);
        QVERIFY(size < 70000 || bucket <= (size + 8) * 9 / 8 + 1);
        const auto opened = ipld::open(sealed->block, sealed->contentKey.view());
        BT_OK(opened);
        QVERIFY(*opened == plain);
    }

    void objects_of_one_bucket_have_one_size()
    {
        std::set<std::size_t> sizes;
        for (std::size_t size = 0; size <= 4096 - 8; size += 13) sizes.insert(ipld::seal(Bytes(size), m_random)->block.size());
        QCOMPARE(sizes.size(), std::size_t{4}); // 512, 1024, 2048, 4096
    }

    void any_changed_byte_is_refused()
    {
        const auto sealed = *ipld::seal(bytesOf(std::string_view("a note")), m_random);
        for (std::size_t i = 0; i < sealed.block.size(); ++i) {
            Bytes changed = sealed.block;
            changed[i] ^= 0x40;
            QVERIFY(!ipld::open(changed, sealed.contentKey.view()));
        }
        Bytes key = bytesOf(sealed.contentKey.view());
        key[5] ^= 1;
        BT_REFUSED(ipld::open(sealed.block, key), "ipld.not_authentic");
        BT_REFUSED(ipld::open(sealed.block, ByteView(key).first(31)), "ipld.not_authentic");
    }

    void chunks_cannot_be_cut_added_swapped_or_mixed()
    {
        const std::size_t chunk = ipld::kSealedChunk + 16;
        const std::size_t header = 65;
        const auto a = *ipld::seal(m_random.bytes(3 * ipld::kSealedChunk - 8), m_random);
        const auto b = *ipld::seal(m_random.bytes(3 * ipld::kSealedChunk - 8), m_random);
        QCOMPARE(a.block.size(), header + 3 * chunk);
        const auto refused = [&](Bytes block) { return !ipld::open(block, a.contentKey.view()).has_value(); };
        const auto at = [&](const Bytes& block, std::size_t i) { return block.begin() + static_cast<std::ptrdiff_t>(header + i * chunk); };

        for (const std::size_t cut : {std::size_t{1}, std::size_t{16}, chunk, 2 * chunk})
            QVERIFY(refused(Bytes(a.block.begin(), a.block.end() - static_cast<std::ptrdiff_t>(cut))));
        Bytes longer = a.block;
        longer.insert(longer.end(), at(a.block, 2), a.block.end());
        QVERIFY(refused(longer));
        Bytes oneMore = a.block;
        oneMore.push_back(0);
        QVERIFY(refused(oneMore));
        Bytes swapped = a.block;
        std::swap_ranges(swapped.begin() + header, swapped.begin() + static_cast<std::ptrdiff_t>(header + chunk),
                         swapped.begin() + static_cast<std::ptrdiff_t>(header + chunk));
        QVERIFY(refused(swapped));
        Bytes mixed = a.block;
        std::copy(at(b.block, 1), at(b.block, 2), mixed.begin() + static_cast<std::ptrdiff_t>(header + chunk));
        QVERIFY(refused(mixed));
        Bytes otherHeader = a.block;
        std::copy(b.block.begin(), b.block.begin() + header, otherHeader.begin());
        QVERIFY(refused(otherHeader));
    }

    void hostile_sizes_are_refused_quickly()
    {
        const Bytes key(32, 1);
        for (const std::size_t size : {0, 1, 64, 65, 100, 592}) BT_REFUSED(ipld::open(Bytes(size, 1), key), "ipld.bad_object");
        BT_REFUSED(ipld::open(Bytes(593, 2), key), "ipld.bad_object"); // another version
        BT_REFUSED(ipld::seal(Bytes(ipld::kMaxSealedPlain + 1), m_random), "ipld.too_large");
    }

    void each_reader_opens_the_envelope_and_nobody_else()
    {
        const auto sender = crypto::x25519Pair(m_random);
        const auto other = crypto::x25519Pair(m_random);
        const auto object = *ipld::seal(bytesOf(std::string_view("notes")), m_random);
        for (std::size_t readers = 0; readers <= 9; ++readers) {
            std::vector<crypto::X25519Pair> pairs;
            std::vector<crypto::X25519Public> keys;
            for (std::size_t i = 0; i < readers; ++i) {
                pairs.push_back(crypto::x25519Pair(m_random));
                keys.push_back(pairs.back().open);
            }
            const auto list = ipld::sealEnvelopes(object.cid, object.contentKey.view(), sender, keys, m_random);
            BT_OK(list);
            QCOMPARE(list->size() / ipld::kEnvelopeBytes, readers <= 4 ? std::size_t{4} : readers <= 8 ? std::size_t{8} : std::size_t{16});
            for (const auto& pair : pairs) {
                const auto key = ipld::openEnvelopes(object.cid, *list, pair, sender.open);
                BT_OK(key);
                QVERIFY(equal(key->view(), object.contentKey.view()));
                BT_REFUSED(ipld::openEnvelopes(object.cid, *list, pair, other.open),
                           "ipld.no_envelope"); // not that sender
                BT_REFUSED(ipld::openEnvelopes(ipld::cidOfRaw({}), *list, pair, sender.open), "ipld.no_envelope");
            }
            BT_REFUSED(ipld::openEnvelopes(object.cid, *list, other, sender.open), "ipld.no_envelope");
            BT_REFUSED(ipld::openEnvelopes(object.cid, ByteView(*list).first(79), other, sender.open), "ipld.bad_envelopes");
            BT_REFUSED(ipld::openEnvelopes(object.cid, ByteView(*list).first(240), other, sender.open), "ipld.bad_envelopes");
        }
    }

    void a_hostile_envelope_does_not_hide_the_next()
    {
        const auto sender = crypto::x25519Pair(m_random);
        const auto reader = crypto::x25519Pair(m_random);
        const auto object = *ipld::seal({}, m_random);
        const std::vector<crypto::X25519Public> keys{reader.open};
        Bytes list = *ipld::sealEnvelopes(object.cid, object.contentKey.view(), sender, keys, m_random);
        Bytes doubled(list.size(), 0); // low-order points in front
        append(doubled, list);
        QVERIFY(ipld::openEnvelopes(object.cid, doubled, reader, sender.open));
        const std::vector<crypto::X25519Public> many(ipld::kMaxReaders + 1, reader.open);
        BT_REFUSED(ipld::sealEnvelopes(object.cid, object.contentKey.view(), sender, many, m_random), "ipld.too_many_readers");
    }
};

QTEST_APPLESS_MAIN(TestSealedObject)
#include "tst_sealed_object.moc"
