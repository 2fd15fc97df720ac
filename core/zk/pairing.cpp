// SPDX-License-Identifier: GPL-3.0-or-later
#include "zk/pairing.h"

#include "zk/wnaf.h"

namespace bt::zk {

namespace {

constexpr std::uint64_t kX = 4965661367192848881U;
constexpr Word128 kLoop = Word128{6} * kX + 2; // 65 bits
constexpr auto kLoopDigits = wnaf<2>({static_cast<std::uint64_t>(kLoop), static_cast<std::uint64_t>(kLoop >> 64), 0, 0});
constexpr std::size_t kLoopTop = [] {
    std::size_t top = 256;
    while (kLoopDigits[top] == 0) --top;
    return top;
}();
static_assert(kLoopDigits[kLoopTop] == 1);

// a*yP + b*xP*w + c*v*w
struct Coefficients {
    Fq2 a;
    Fq2 b;
    Fq2 c;
};

// The running multiple of Q in homogeneous coordinates; doubling and adding give the tangent and the chord (Costello,
// Lange and Naehrig 2010; Aranha et al. 2011, section 4), for Q of order r, which no step meets again.
class Walker
{
public:
    explicit Walker(const G2& q) : m_q(q), m_x(q.x), m_y(q.y), m_z(Fq2::one()) {}

    Coefficients doubling()
    {
        const Fq2 a = m_x * m_y * half();
        const Fq2 b = m_y.square();
        const Fq2 c = m_z.square();
        const Fq2 e = (c.doubled() + c) * threeOverXi();
        const Fq2 f = e.doubled() + e;
        const Fq2 g = (b + f) * half();
        const Fq2 h = (m_y + m_z).square() - b - c;
        const Fq2 j = m_x.square();
        const Fq2 ee = e.square();
        m_x = a * (b - f);
        m_y = g.square() - ee.doubled() - ee;
        m_z = b * h;
        return {-h, j.doubled() + j, e - b};
    }
    Coefficients adding(const G2& q)
    {
        const Fq2 theta = m_y - q.y * m_z;
        const Fq2 lambda = m_x - q.x * m_z;
        const Fq2 c = theta.square();
        const Fq2 d = lambda.square();
        const Fq2 e = lambda * d;
        const Fq2 f = m_z * c;
        const Fq2 g = m_x * d;
        const Fq2 h = e + f - g.doubled();
        m_x = lambda * h;
        m_y = theta * (g - h) - e * m_y;
        m_z = m_z * e;
        return {lambda, -theta, theta * q.x - lambda * q.y};
    }
    Coefficients adding(int digit) { return adding(digit > 0 ? m_q : -m_q); }
    Coefficients firstFrobenius() { return adding(psi(m_q)); }
    Coefficients secondFrobenius() { return adding(-psi(psi(m_q))); }

private:
    static const Fq& half()
    {
        static const Fq value = Fq::fromUint(2).inverse();
        return value;
    }
    static const Fq2& threeOverXi()
    {
        static const Fq2 value = Fq2{Fq::fromUint(9), Fq::one()}.inverse() * Fq::fromUint(3);
        return value;
    }

    G2 m_q;
    Fq2 m_x;
    Fq2 m_y;
    Fq2 m_z;
};

// Calls square() before each step but the first and line(step) for each line, in the order of the loop.
enum class Step { Double, Add, Subtract, First, Second };
template <typename Square, typename Line> void walkLoop(Square square, Line line)
{
    for (std::size_t at = kLoopTop; at-- > 0;) {
        if (at + 1 != kLoopTop) square();
        line(Step::Double);
        if (kLoopDigits[at] != 0) line(kLoopDigits[at] > 0 ? Step::Add : Step::Subtract);
    }
    line(Step::First);
    line(Step::Second);
}

Coefficients next(Walker& walker, Step step)
{
    switch (step) {
    case Step::Double: return walker.doubling();
    case Step::Add: return walker.adding(1);
    case Step::Subtract: return walker.adding(-1);
    case Step::First: return walker.firstFrobenius();
    case Step::Second: break;
    }
    return walker.secondFrobenius();
}

// A pair whose lines are computed on the way.
struct Walking {
    Walker walker;
    G1 p;
};
// A pair with scaled lines: 1 + slope*(x/y)*w + offset*(1/y)*v*w.
struct Prepared {
    const std::vector<PreparedG2::Line>* lines = nullptr;
    Fq xOverY;
    Fq oneOverY;
};

} // namespace

PreparedG2::PreparedG2(const G2& q)
{
    if (q.isIdentity()) return;
    Walker walker(q);
    std::vector<Fq2> heads;
    walkLoop([] {},
             [&](Step step) {
                 const Coefficients line = next(walker, step);
                 heads.push_back(line.a);
                 m_lines.push_back({line.b, line.c});
             });
    invertAll(std::span<Fq2>(heads)); // never zero: a vertical line would need a point of small order
    for (std::size_t i = 0; i < heads.size(); ++i) {
        m_lines[i].slope *= heads[i];
        m_lines[i].offset *= heads[i];
    }
}

Fq12 millerLoop(std::span<const Pair> pairs, std::span<const PreparedPair> prepared)
{
    std::vector<Walking> walking;
    walking.reserve(pairs.size());
    for (const Pair& pair : pairs)
        if (!pair.p.isIdentity() && !pair.q.isIdentity()) walking.push_back({Walker(pair.q), pair.p});
    std::vector<Prepared> ready;
    std::vector<Fq> inverses;
    for (const PreparedPair& pair : prepared) {
        if (pair.p.isIdentity() || pair.q->isIdentity()) continue;
        ready.push_back({&pair.q->lines(), pair.p.x, {}});
        inverses.push_back(pair.p.y); // not zero: r is odd
    }
    invertAll(std::span<Fq>(inverses));
    for (std::size_t i = 0; i < ready.size(); ++i) {
        ready[i].xOverY *= inverses[i];
        ready[i].oneOverY = inverses[i];
    }

    Fq12 f = Fq12::one();
    std::size_t at = 0;
    walkLoop([&] { f = f.square(); },
             [&](Step step) {
                 for (Walking& one : walking) {
                     const Coefficients line = next(one.walker, step);
                     f = f.timesLine(line.a * one.p.y, line.b * one.p.x, line.c);
                 }
                 for (const Prepared& one : ready) {
                     const PreparedG2::Line& line = (*one.lines)[at];
                     f = f.timesUnitLine(line.slope * one.xOverY, line.offset * one.oneOverY);
                 }
                 ++at;
             });
    return f;
}

Fq12 finalExponentiation(const Fq12& f)
{
    // Easy part: (q^6 - 1)(q^2 + 1); what comes out is in the cyclotomic subgroup, where conjugation inverts.
    const Fq12 g = f.conjugate() * f.inverse();
    const Fq12 r = g.frobenius(2) * g;

    // Hard part, with z = x: q^3 (12z^3+6z^2+4z-1) + q^2 (12z^3+6z^2+6z) + q (12z^3+6z^2+4z) + 12z^3+12z^2+6z+1.
    const auto powMinusX = [](const Fq12& a) { return a.cyclotomicPow(kX).conjugate(); };
    const Fq12 y0 = powMinusX(r);
    const Fq12 y1 = y0.cyclotomicSquare();
    const Fq12 y2 = y1.cyclotomicSquare();
    const Fq12 y3 = y2 * y1;
    const Fq12 y4 = powMinusX(y3);
    const Fq12 y5 = y4.cyclotomicSquare();
    const Fq12 y6 = powMinusX(y5).conjugate();
    const Fq12 y7 = y6 * y4;
    const Fq12 y8 = y7 * y3.conjugate();
    const Fq12 y9 = y8 * y1;
    const Fq12 y11 = y8 * y4 * r;
    const Fq12 y13 = y9.frobenius(1) * y11;
    const Fq12 y14 = y8.frobenius(2) * y13;
    return (r.conjugate() * y9).frobenius(3) * y14;
}

Fq12 pairing(const G1& p, const G2& q)
{
    const Pair pair{p, q};
    return finalExponentiation(millerLoop({&pair, 1}));
}

bool pairingProductIsOne(std::span<const Pair> pairs, std::span<const PreparedPair> prepared)
{
    return finalExponentiation(millerLoop(pairs, prepared)).isOne();
}

} // namespace bt::zk
