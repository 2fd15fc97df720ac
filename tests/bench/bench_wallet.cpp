// SPDX-License-Identifier: GPL-3.0-or-later
// A wallet of 10,000 coins on 2,000 addresses in a sealed file: opening it, choosing coins from it, reading pages of
// the chain into it. `bench_wallet --once FILE` opens a file made before and tells CPU time and memory of the whole
// process; the plain call does so by itself at its end.
#include "kaspa/hashing.h"
#include "kaspa/script/engine.h"
#include "ledger/builder.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace bt;
using namespace bt::kaspa;
using namespace bt::ledger;

constexpr int kAddresses = 2'000;
constexpr int kCoins = 10'000;
constexpr std::uint64_t kDaa = 1'000'000;

//! Gives the pages that it was handed.
class PagedNode final : public Node
{
public:
    std::vector<ChainPage> pages;
    Result<NodeInfo> info(const Deadline&) override { return NodeInfo{}; }
    Result<TxId> submit(const Transaction&, const Deadline&) override { return fail("node.offline"); }
    Result<TxId> submitReplacement(const Transaction&, const Deadline&) override { return fail("node.offline"); }
    Result<std::vector<UtxoEntry>> utxos(const std::vector<ScriptPublicKey>&, const Deadline&) override { return std::vector<UtxoEntry>{}; }
    Result<std::optional<Utxo>> utxo(const Outpoint&, const Deadline&) override { return std::optional<Utxo>(); }
    Result<ChainPage> chain(const BlockHash& cursor, const Deadline&) override
    {
        if (pages.empty()) return ChainPage{{}, {}, cursor, false};
        ChainPage next = std::move(pages.front());
        pages.erase(pages.begin());
        return next;
    }
};

KeySource keys()
{
    auto account = std::make_shared<ExtendedKey>(*accountKey(Bytes(32, 5)));
    return [account](const KeyRef& ref) { return addressSecret(*account, static_cast<std::uint32_t>(ref.branch), ref.index); };
}

store::Database file(const std::string& path)
{
    return std::move(*store::Database::open({path, true, true}, Secret::copyOf(Bytes(32, 9))));
}

BlockHash hashOf(std::uint64_t n)
{
    Bytes out(32, 1);
    for (std::size_t i = 0; i < 8; ++i) out[i] = static_cast<std::uint8_t>(n >> (8 * i));
    return *BlockHash::from(out);
}

Transaction payment(const ScriptPublicKey& to, std::uint64_t amount, std::uint64_t serial)
{
    Transaction tx;
    Bytes id(32, 2);
    for (std::size_t i = 0; i < 8; ++i) id[i] = static_cast<std::uint8_t>(serial >> (8 * i));
    tx.inputs.push_back({{*TxId::from(id), 0}, {}, 0, 0, 10});
    tx.outputs.push_back({{amount}, to, {}});
    return tx;
}

void fill(const std::string& path)
{
    store::Database db = file(path);
    Wallet w = *Wallet::open(db, practiceNetwork(), keys());
    SeededRandom random(3);
    PagedNode node;
    AcceptedBlock block{hashOf(1), 1'000, {1'800'000'000'000}, {}};
    std::vector<ScriptPublicKey> scripts;
    (void)db.transaction([&]() -> Result<void> {
        for (int i = 0; i < kAddresses; ++i) {
            BT_TRY(const FreshKey key, w.fresh("relation/" + std::to_string(i % 100)));
            scripts.push_back(key.spk);
        }
        return {};
    });
    for (int i = 0; i < kCoins; ++i) {
        Transaction tx = payment(scripts[static_cast<std::size_t>(i % kAddresses)], kas(1).value + random.below(kas(9).value),
                                 static_cast<std::uint64_t>(i));
        block.txs.push_back({transactionId(tx), std::move(tx)});
    }
    node.pages.push_back({{}, {std::move(block)}, hashOf(1), false});
    if (!w.sync(node, {})) std::abort();
}

//! What the first page of an app needs.
std::size_t openAll(const std::string& path)
{
    store::Database db = file(path);
    const Wallet w = *Wallet::open(db, practiceNetwork(), keys());
    const auto coins = w.coins();
    const auto balance = w.balance();
    const auto history = w.history(100);
    const auto mark = w.keyMark();
    const auto waiting = w.waiting();
    if (!coins || !balance || !history || !mark || !waiting || mark->receive != kAddresses) std::abort();
    return coins->size();
}

int once(const std::string& path)
{
    const std::size_t coins = openAll(path);
    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    const auto ms = [](const timeval& t) { return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3; };
    std::printf("a process that opens %zu coins: %.1f ms CPU, %.1f MiB at most\n", coins, ms(use.ru_utime) + ms(use.ru_stime),
                static_cast<double>(use.ru_maxrss) / 1024);
    return 0;
}

std::string g_path;

void open(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(openAll(g_path));
}
BENCHMARK(open)->Unit(benchmark::kMillisecond);

const std::vector<Coin>& coins()
{
    static const std::vector<Coin> all = [] {
        store::Database db = file(g_path);
        const Wallet w = *Wallet::open(db, practiceNetwork(), keys());
        return *w.coins();
    }();
    return all;
}

//! Pays an amount in KAS: one coin, one relation, several relations, more than fits.
void select(benchmark::State& state)
{
    BuildRequest r;
    r.outputs.push_back({kas(static_cast<std::uint64_t>(state.range(0))), payToPublicKey(Hash256{}.view()), {}});
    r.change = payToPublicKey(Hash256{}.view());
    r.relation = "relation/7";
    r.maxFee = kas(10);
    const auto& all = coins();
    for (auto _ : state) benchmark::DoNotOptimize(build(r, all, practiceNetwork(), kDaa));
    const auto d = build(r, all, practiceNetwork(), kDaa);
    state.SetLabel(d ? std::to_string(d->tx.tx.inputs.size()) + " inputs, " + std::to_string(d->relations.size()) + " relations"
                     : std::string(d.error().code));
}
BENCHMARK(select)->Arg(5)->Arg(400)->Arg(1'500)->Arg(2'500)->Arg(20'000)->Arg(90'000)->Unit(benchmark::kMillisecond);

//! One page of 500 blocks with 10 transactions of strangers each.
void page(benchmark::State& state)
{
    store::Database db = file(g_path);
    Wallet w = *Wallet::open(db, practiceNetwork(), keys());
    const ScriptPublicKey stranger = payToPublicKey(Hash256{}.view());
    ChainPage next;
    for (std::uint64_t b = 0; b < 500; ++b) {
        AcceptedBlock block{hashOf(b + 10), 2'000 + b, {}, {}};
        for (std::uint64_t i = 0; i < 10; ++i) {
            Transaction tx = payment(stranger, kas(1).value, 1'000'000 + b * 10 + i);
            tx.outputs.push_back(tx.outputs.front());
            block.txs.push_back({transactionId(tx), std::move(tx)});
        }
        next.added.push_back(std::move(block));
    }
    std::uint64_t turn = 0;
    for (auto _ : state) {
        PagedNode node;
        next.cursor = hashOf(100'000 + ++turn);
        node.pages.push_back(next);
        if (!w.sync(node, {})) std::abort();
    }
}
BENCHMARK(page)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::string(argv[1]) == "--once") return once(argv[2]);
    const auto folder = std::filesystem::temp_directory_path() / ("bench_wallet." + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    g_path = (folder / "wallet.db").string();
    fill(g_path);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    std::fflush(stdout);
    for (int i = 0; i < 3; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            execl("/proc/self/exe", "bench_wallet", "--once", g_path.c_str(), nullptr);
            _exit(127);
        }
        waitpid(child, nullptr, 0);
    }
    std::filesystem::remove_all(folder);
    return 0;
}
