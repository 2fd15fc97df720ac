// SPDX-License-Identifier: GPL-3.0-or-later
#include "zk/poseidon.h"

#include <algorithm>
#include <mutex>

namespace bt::zk {

namespace {

constexpr unsigned kSmallest = 2;
constexpr unsigned kLargest = 17;
constexpr unsigned kFullRounds = 8;
// Partial rounds for t = 2 to 17 (circomlib, circuits/poseidon.circom, N_ROUNDS_P).
constexpr std::array<unsigned, 16> kPartialRounds{56, 57, 56, 60, 60, 63, 64, 63, 60, 66, 60, 65, 70, 60, 64, 68};

// The Grain LFSR in self-shrinking mode, as the paper's reference script runs it (appendix F).
class Grain
{
public:
    Grain(unsigned t, unsigned partialRounds)
    {
        put(1, 2); // a prime field
        put(0, 4); // x^alpha
        put(254, 12);
        put(t, 12);
        put(kFullRounds, 10);
        put(partialRounds, 10);
        put((1U << 30) - 1, 30);
        for (int i = 0; i < 160; ++i) step();
    }
    //! 254 bits, most significant first.
    Limbs number()
    {
        Limbs out{};
        for (unsigned i = 254; i-- > 0;)
            if (bit()) out[i / 64] |= std::uint64_t{1} << (i % 64);
        return out;
    }

private:
    void put(std::uint64_t value, unsigned width)
    {
        for (unsigned i = width; i-- > 0; ++m_filled) m_state |= static_cast<Word128>((value >> i) & 1) << m_filled;
    }
    bool step()
    {
        const auto at = [this](unsigned i) { return static_cast<unsigned>(m_state >> i); };
        const unsigned next = (at(62) ^ at(51) ^ at(38) ^ at(23) ^ at(13) ^ at(0)) & 1;
        m_state = (m_state >> 1) | (static_cast<Word128>(next) << 79);
        return next == 1;
    }
    // Of two steps the first says whether the second counts.
    bool bit()
    {
        while (!step()) step();
        return step();
    }

    Word128 m_state = 0; // bit 0 is the oldest
    unsigned m_filled = 0;
};

PoseidonParameters generate(unsigned t)
{
    PoseidonParameters out;
    out.t = t;
    out.partialRounds = kPartialRounds[t - kSmallest];
    Grain grain(t, out.partialRounds);
    const std::size_t count = std::size_t{kFullRounds + out.partialRounds} * t;
    out.constants.reserve(count);
    while (out.constants.size() < count)
        if (const auto value = Fr::fromLimbs(grain.number())) out.constants.push_back(*value);

    // A Cauchy matrix 1 / (x_i + y_j); the first draw is distinct for all sizes here, as the loop would make sure.
    std::vector<Fr> draw(std::size_t{2} * t);
    const auto distinct = [&] {
        for (std::size_t i = 0; i < draw.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (draw[i] == draw[j] || (draw[i] + draw[j]).isZero()) return false;
        return true;
    };
    do {
        for (Fr& value : draw) value = Fr::reduced(grain.number());
    } while (!distinct());
    out.matrix.reserve(std::size_t{t} * t);
    for (std::size_t i = 0; i < t; ++i)
        for (std::size_t j = 0; j < t; ++j) out.matrix.push_back(draw[i] + draw[t + j]);
    invertAll(std::span<Fr>(out.matrix));
    return out;
}

Fr fifthPower(const Fr& a)
{
    const Fr square = a.square();
    return square.square() * a;
}

} // namespace

const PoseidonParameters* poseidonParameters(unsigned t)
{
    if (t < kSmallest || t > kLargest) return nullptr;
    static std::array<std::once_flag, kLargest + 1> made;
    static std::array<PoseidonParameters, kLargest + 1> parameters;
    std::call_once(made[t], [&] { parameters[t] = generate(t); });
    return &parameters[t];
}

Result<Fr> poseidon(std::span<const Fr> inputs)
{
    const PoseidonParameters* const p = inputs.size() >= kLargest ? nullptr : poseidonParameters(static_cast<unsigned>(inputs.size()) + 1);
    if (p == nullptr) return fail("zk.bad_length", "Poseidon takes 1 to 16 inputs");

    std::array<Fr, kLargest> state{};
    std::array<Fr, kLargest> mixed{};
    std::ranges::copy(inputs, state.begin() + 1);
    const unsigned rounds = kFullRounds + p->partialRounds;
    for (unsigned round = 0; round < rounds; ++round) {
        for (unsigned i = 0; i < p->t; ++i) state[i] += p->constants[std::size_t{round} * p->t + i];
        const bool full = round < kFullRounds / 2 || round >= kFullRounds / 2 + p->partialRounds;
        for (unsigned i = 0; i < (full ? p->t : 1); ++i) state[i] = fifthPower(state[i]);
        for (unsigned i = 0; i < p->t; ++i) {
            Fr sum = p->matrix[std::size_t{i} * p->t] * state[0];
            for (unsigned j = 1; j < p->t; ++j) sum += p->matrix[std::size_t{i} * p->t + j] * state[j];
            mixed[i] = sum;
        }
        std::swap(state, mixed);
    }
    return state[0];
}

} // namespace bt::zk
