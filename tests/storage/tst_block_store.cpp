// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "storage/block_store.h"

#include <QtTest>

#include <map>

#include <sys/wait.h>
#include <unistd.h>

using namespace bt;
using storage::CachedBlockStore;
using storage::PracticeBlockStore;

namespace {

#define VERIFY_OK(expr)                                                                                                                    \
    do {                                                                                                                                   \
        const auto& verifyOk_ = (expr);                                                                                                    \
        QVERIFY2(verifyOk_.has_value(), verifyOk_ ? "" : (std::string(verifyOk_.error().code) + ": " + verifyOk_.error().detail).c_str()); \
    } while (false)
#define VERIFY_CODE(expr, expected)                                                                                                        \
    do {                                                                                                                                   \
        const auto& verifyCode_ = (expr);                                                                                                  \
        QVERIFY2(!verifyCode_.has_value(), "succeeded");                                                                                   \
        QCOMPARE(verifyCode_.error().code, std::string_view(expected));                                                                    \
    } while (false)

Bytes blockOf(std::uint64_t seed, std::size_t size = 300) { return SeededRandom(seed).bytes(size); }
Deadline over()
{
    Deadline d;
    d.at = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    return d;
}

// A network that can be told to be away or to give wrong bytes.
class OtherNetwork final : public storage::BlockStore
{
public:
    std::map<ipld::Cid, Bytes> blocks;
    bool away = false;
    int gets = 0;
    Result<void> put(const ipld::Cid& cid, ByteView data, const Deadline&) override
    {
        if (away) return fail("storage.slow");
        blocks[cid] = bytesOf(data);
        return {};
    }
    Result<Bytes> get(const ipld::Cid& cid, const Deadline&) override
    {
        ++gets;
        if (away) return fail("storage.slow");
        if (!blocks.contains(cid)) return fail("storage.absent");
        return blocks[cid];
    }
    Result<bool> has(const ipld::Cid& cid, const Deadline&) override { return blocks.contains(cid); }
    Result<void> remove(const ipld::Cid& cid, const Deadline&) override
    {
        blocks.erase(cid);
        return {};
    }
};

} // namespace

class TestBlockStore : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_next = 0;
    std::string newPath() { return m_dir.filePath(QString::number(++m_next)).toStdString(); }
    static Secret key() { return Secret(32); }

private slots:
    void a_block_that_was_put_comes_back_in_another_process()
    {
        const auto path = newPath();
        auto store = PracticeBlockStore::open(path, key());
        VERIFY_OK(store);
        const Bytes big = blockOf(1, storage::kMaxBlockBytes);
        const auto cid = ipld::cidOfRaw(big);
        VERIFY_CODE((*store)->get(cid, {}), "storage.absent");
        QVERIFY(!(*store)->has(cid, {}).value());
        const pid_t child = ::fork();
        if (child == 0) {
            auto other = PracticeBlockStore::open(path, key());
            ::_exit(other && (*other)->put(cid, big, {}) && (*other)->put(cid, big, {}) ? 0 : 1);
        }
        int status = 1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QVERIFY((*store)->has(cid, {}).value());
        QVERIFY((*store)->get(cid, {}).value() == big);
        VERIFY_OK((*store)->remove(cid, {}));
        VERIFY_OK((*store)->remove(cid, {}));
        VERIFY_CODE((*store)->get(cid, {}), "storage.absent");
    }

    void what_is_not_the_block_is_refused_too_large_ones_too_and_deadlines_hold()
    {
        auto store = PracticeBlockStore::open(newPath(), key());
        const auto cid = ipld::cidOfRaw(blockOf(2));
        VERIFY_CODE((*store)->put(cid, blockOf(3), {}), "ipld.wrong_block");
        const Bytes huge(storage::kMaxBlockBytes + 1, 1);
        VERIFY_CODE((*store)->put(ipld::cidOfRaw(huge), huge, {}), "storage.too_large");
        VERIFY_CODE((*store)->get(cid, over()), "storage.slow");
        VERIFY_OK((*store)->put(ipld::cidOfRaw({}), {}, {}));
        QVERIFY((*store)->get(ipld::cidOfRaw({}), {}).value().empty());
    }

    // 10,000 single flipped bits in kept blocks (1,000 without BT_LONG): none ever comes back.
    void a_flipped_bit_never_reaches_a_reader()
    {
        const auto path = newPath();
        auto store = PracticeBlockStore::open(path, key());
        const Bytes block = blockOf(4, 2000);
        const auto cid = ipld::cidOfRaw(block);
        VERIFY_OK((*store)->put(cid, block, {}));
        // Another hand in the same file, past the page seals: only the CID can catch it.
        auto raw = store::Database::open({.path = path, .exclusive = false}, key());
        VERIFY_OK(raw);
        SeededRandom random(9);
        const int rounds = qEnvironmentVariableIntValue("BT_LONG") == 1 ? 10'000 : 300;
        auto spoil = raw->prepare("UPDATE block SET data = ?");
        for (int i = 0; i < rounds; ++i) {
            Bytes bad = block;
            const auto bit = random.below(bad.size() * 8);
            bad[bit / 8] = static_cast<std::uint8_t>(bad[bit / 8] ^ (1u << (bit % 8)));
            spoil->reset();
            VERIFY_OK(spoil->bind(ByteView(bad)).run());
            VERIFY_CODE((*store)->get(cid, {}), "storage.corrupt");
        }
        VERIFY_OK((*store)->put(cid, block, {})); // mends it
        QVERIFY((*store)->get(cid, {}).value() == block);
    }

    void the_cache_answers_without_the_network_and_heals_itself()
    {
        auto db = store::Database::open({.path = ""}, Secret());
        OtherNetwork net;
        auto cache = CachedBlockStore::open(*db, net);
        VERIFY_OK(cache);
        const Bytes a = blockOf(5);
        const auto cid = ipld::cidOfRaw(a);
        VERIFY_OK((*cache)->put(cid, a, {}));
        QVERIFY(net.blocks.contains(cid));
        net.away = true;
        QVERIFY((*cache)->get(cid, {}).value() == a);
        QCOMPARE(net.gets, 0);
        net.away = false;
        VERIFY_OK(db->execute("UPDATE block_copy SET data = x'00'"));
        QVERIFY((*cache)->get(cid, {}).value() == a);
        QCOMPARE(net.gets, 1);
        QVERIFY((*cache)->get(cid, {}).value() == a);
        QCOMPARE(net.gets, 1);
        auto pinned = db->prepare("SELECT pinned FROM block_copy");
        QVERIFY(pinned->step().value());
        QCOMPARE(pinned->integer(0), 1); // still ours
    }

    void a_network_that_lies_is_caught()
    {
        auto db = store::Database::open({.path = ""}, Secret());
        OtherNetwork net;
        auto cache = CachedBlockStore::open(*db, net);
        const auto cid = ipld::cidOfRaw(blockOf(6));
        net.blocks[cid] = blockOf(7);
        VERIFY_CODE((*cache)->get(cid, {}), "storage.corrupt");
        net.away = true;
        VERIFY_CODE((*cache)->put(cid, blockOf(6), {}), "storage.slow");
        QVERIFY((*cache)->get(cid, {}).value() == blockOf(6)); // kept all the same
    }

    void room_is_made_among_copies_of_others_never_among_our_own()
    {
        auto db = store::Database::open({.path = ""}, Secret());
        OtherNetwork net;
        auto cache = CachedBlockStore::open(*db, net, 1000);
        const Bytes own = blockOf(100, 900);
        VERIFY_OK((*cache)->keep(ipld::cidOfRaw(own), own));
        for (std::uint64_t i = 0; i < 10; ++i) {
            const Bytes b = blockOf(i, 300);
            net.blocks[ipld::cidOfRaw(b)] = b;
            VERIFY_OK((*cache)->get(ipld::cidOfRaw(b), {}));
        }
        auto q = db->prepare("SELECT count(*), sum(length(data)) FROM block_copy WHERE pinned = 0");
        QVERIFY(q->step().value());
        QCOMPARE(q->integer(0), 3);
        QCOMPARE(q->integer(1), 900);
        net.away = true;
        QVERIFY((*cache)->get(ipld::cidOfRaw(own), {}).value() == own);
        QVERIFY((*cache)->get(ipld::cidOfRaw(blockOf(9, 300)), {}).has_value());
        VERIFY_CODE((*cache)->get(ipld::cidOfRaw(blockOf(0, 300)), {}), "storage.slow");
    }
};

QTEST_GUILESS_MAIN(TestBlockStore)
#include "tst_block_store.moc"
