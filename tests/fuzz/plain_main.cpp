// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzz target without libFuzzer: runs its seeds and a fixed number of mutations of them. With a folder, writes the seeds
// there instead; with files, runs just those (to look at a find again).
#include "base/random.h"
#include "fuzz.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace bt;

namespace {

Bytes mutated(const std::vector<Bytes>& seeds, Random& dice)
{
    Bytes out = seeds[dice.below(seeds.size())];
    for (std::uint64_t n = dice.below(4) + 1; n > 0; --n) {
        const std::size_t at = out.empty() ? 0 : static_cast<std::size_t>(dice.below(out.size()));
        const auto here = out.begin() + static_cast<std::ptrdiff_t>(at);
        switch (dice.below(6)) {
        case 0:
            if (!out.empty()) out[at] = static_cast<std::uint8_t>(dice.below(256));
            break;
        case 1:
            if (!out.empty()) out[at] = static_cast<std::uint8_t>(out[at] ^ (1U << dice.below(8)));
            break;
        case 2: out.insert(here, static_cast<std::uint8_t>(dice.below(256))); break;
        case 3: out.resize(at); break;
        case 4: { // a piece of another one
            const Bytes& other = seeds[dice.below(seeds.size())];
            const std::size_t from = other.empty() ? 0 : static_cast<std::size_t>(dice.below(other.size()));
            const std::size_t size = static_cast<std::size_t>(dice.below(std::min<std::size_t>(other.size() - from, 64) + 1));
            out.insert(here, other.begin() + static_cast<std::ptrdiff_t>(from), other.begin() + static_cast<std::ptrdiff_t>(from + size));
            break;
        }
        default: out.erase(here, here + static_cast<std::ptrdiff_t>(dice.below(std::min<std::size_t>(out.size() - at, 16) + 1)));
        }
    }
    return out;
}

} // namespace

int main(int count, char** arguments)
{
    const std::vector<Bytes> seeds = fuzz::seeds();
    if (seeds.empty()) return 1;
    if (count == 2 && std::filesystem::is_directory(arguments[1])) {
        for (std::size_t i = 0; i < seeds.size(); ++i) {
            std::ofstream out(std::filesystem::path(arguments[1]) / ("seed-" + std::to_string(i)), std::ios::binary);
            out.write(reinterpret_cast<const char*>(seeds[i].data()), static_cast<std::streamsize>(seeds[i].size()));
        }
        return 0;
    }
    for (int i = 1; i < count; ++i) {
        std::ifstream in(arguments[i], std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(in), {});
        LLVMFuzzerTestOneInput(viewOf(text).data(), text.size());
    }
    if (count > 1) return 0;

    for (const Bytes& seed : seeds) LLVMFuzzerTestOneInput(seed.data(), seed.size());
    const char* asked = std::getenv("BT_LONG");
    const int rounds = asked != nullptr && std::string_view(asked) == "1" ? 300'000 : 10'000;
    SeededRandom dice(20261123);
    auto slowest = std::chrono::steady_clock::duration::zero();
    for (int i = 0; i < rounds; ++i) {
        const Bytes input = mutated(seeds, dice);
        const auto start = std::chrono::steady_clock::now();
        LLVMFuzzerTestOneInput(input.data(), input.size());
        slowest = std::max(slowest, std::chrono::steady_clock::now() - start);
    }
    std::printf("%zu seeds, %d mutations, the slowest took %lld us\n", seeds.size(), rounds,
                static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(slowest).count()));
    return 0;
}
