// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/json.h"
#include "codec/text.h"
#include "ipld/cid.h"
#include "support/vectors.h"

#include <filesystem>

using namespace bt;
using namespace bt::test;

class TestCid : public QObject
{
    Q_OBJECT
private slots:
    void the_cid_of_hello_world_is_the_known_one()
    {
        // As `ipfs add --cid-version=1` prints it for the eleven bytes "hello world".
        const auto cid = ipld::cidOfRaw(viewOf("hello world"));
        QCOMPARE(cid.text(), std::string("bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"));
        QCOMPARE(*ipld::parseCid(cid.text()), cid);
        QCOMPARE(*ipld::parseCid(ByteView(cid.bytes())), cid);
        QCOMPARE(cid.bytes().size(), std::size_t{36});
        QVERIFY(ipld::checkBlock(cid, viewOf("hello world")));
        BT_REFUSED(ipld::checkBlock(cid, viewOf("hello World")), "ipld.wrong_block");
    }

    void the_cid_of_hello_world_is_the_one_of_the_official_table()
    {
        BT_VECTOR(text, "kubo-cids/unixfs_profiles_small.json");
        const auto table = codec::Json::parse(text)["short_string"];
        QCOMPARE(ipld::cidOfRaw(viewOf(table["content"].get_ref<const std::string&>())).text(),
                 table["shortStringCidV1"].get<std::string>());
    }

    void blocks_of_the_codec_fixtures_have_their_file_name_as_cid()
    {
        const auto folder = vectorsFolder() / "ipld-codec-fixtures" / "fixtures";
        if (!std::filesystem::exists(folder)) {
            QVERIFY(!vectorsAreRequired());
            return;
        }
        std::size_t checked = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            const auto cid = ipld::parseCid(entry.path().stem().string());
            if (!entry.is_regular_file() || !cid) continue;
            const auto block = fileText(entry.path());
            QVERIFY(block);
            QVERIFY2(ipld::checkBlock(*cid, viewOf(*block)), entry.path().c_str());
            QCOMPARE(cid->text(), entry.path().stem().string());
            ++checked;
        }
        QVERIFY(checked > 20);
    }

    void the_same_cid_in_another_base_is_the_same_cid()
    {
        const auto cid = ipld::cidOfRaw(viewOf("x"));
        for (const auto base : {codec::Multibase::Base16, codec::Multibase::Base58btc, codec::Multibase::Base64url})
            QCOMPARE(*ipld::parseCid(codec::multibaseEncode(base, cid.bytes())), cid);
    }

    void malformed_cids_are_refused()
    {
        const Bytes good = ipld::cidOfRaw({}).bytes();
        for (std::size_t size = 0; size < good.size(); ++size) BT_REFUSED(ipld::parseCid(ByteView(good).first(size)), "ipld.bad_cid");
        Bytes longer = good;
        longer.push_back(0);
        BT_REFUSED(ipld::parseCid(ByteView(longer)), "ipld.bad_cid");
        Bytes other = good;
        other[1] = 0x51;
        BT_REFUSED(ipld::parseCid(ByteView(other)), "ipld.unknown_codec");
        other = good;
        other[2] = 0x13;
        BT_REFUSED(ipld::parseCid(ByteView(other)), "ipld.unknown_hash");
        BT_REFUSED(ipld::parseCid(std::string_view("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG")), "ipld.bad_cid");
        BT_REFUSED(ipld::parseCid(std::string_view("")), "ipld.bad_cid");
        BT_REFUSED(ipld::parseCid(std::string(10000, 'b')), "ipld.bad_cid");
    }
};

QTEST_APPLESS_MAIN(TestCid)
#include "tst_cid.moc"
