// SPDX-License-Identifier: GPL-3.0-or-later
#include "zk/encoding.h"

namespace bt::zk {

namespace {

constexpr std::uint8_t kLarger = 0x80;
constexpr std::uint8_t kIdentity = 0x40;

// Takes both flags out of the last byte of a field element. \returns the flags; nothing if both are set.
std::optional<std::uint8_t> takeFlags(std::array<std::uint8_t, 32>& bytes)
{
    const std::uint8_t flags = bytes[31] & (kLarger | kIdentity);
    if (flags == (kLarger | kIdentity)) return std::nullopt;
    bytes[31] = static_cast<std::uint8_t>(bytes[31] & ~(kLarger | kIdentity));
    return flags;
}

template <typename F> struct Flagged {
    F value;
    std::uint8_t flags = 0;
};

Result<Fq> fieldOf(ByteView bytes)
{
    const auto value = Fq::fromBytesLe(bytes);
    if (!value) return fail("zk.bad_field_element", "not below the modulus");
    return *value;
}

void flaggedFrom(ByteView bytes, Flagged<Fq>* out, Result<void>& done)
{
    std::array<std::uint8_t, 32> masked{};
    std::ranges::copy(bytes, masked.begin());
    const auto flags = takeFlags(masked);
    if (!flags) {
        done = fail("zk.bad_flags", "a point is the identity or has a sign");
        return;
    }
    const auto value = fieldOf(masked);
    if (!value) done = tl::unexpected(value.error());
    else *out = {*value, *flags};
}

void flaggedFrom(ByteView bytes, Flagged<Fq2>* out, Result<void>& done)
{
    const auto c0 = fieldOf(bytes.first(32));
    if (!c0) {
        done = tl::unexpected(c0.error());
        return;
    }
    Flagged<Fq> c1;
    flaggedFrom(bytes.subspan(32), &c1, done);
    *out = {{*c0, c1.value}, c1.flags};
}

void plainFrom(ByteView bytes, Fq* out, Result<void>& done)
{
    const auto value = fieldOf(bytes);
    if (!value) done = tl::unexpected(value.error());
    else *out = *value;
}

void plainFrom(ByteView bytes, Fq2* out, Result<void>& done)
{
    plainFrom(bytes.first(32), &out->c0, done);
    if (done) plainFrom(bytes.subspan(32), &out->c1, done);
}

Fq curveB(const G1&) { return Fq::fromUint(3); }
Fq2 curveB(const G2&)
{
    static const Fq2 b = Fq2{Fq::fromUint(9), Fq::one()}.inverse() * Fq::fromUint(3);
    return b;
}

template <typename F> Result<Affine<F>> pointOf(ByteView bytes, Form form, Check check)
{
    Result<void> done;
    Flagged<F> last; // x if compressed, y if not
    F x;
    if (form == Form::Uncompressed) {
        plainFrom(bytes.first(sizeof(F)), &x, done);
        BT_CHECK(done);
        bytes = bytes.subspan(sizeof(F));
    }
    flaggedFrom(bytes, &last, done);
    BT_CHECK(done);
    if (last.flags == kIdentity) return Affine<F>::identity();

    Affine<F> out{x, last.value};
    if (form == Form::Compressed) {
        const F& at = last.value;
        const auto root = squareRoot(at.square() * at + curveB(Affine<F>{}));
        if (!root) return fail("zk.not_on_curve", "no point has this x");
        out = {at, root->isLarger() == (last.flags == kLarger) ? *root : -*root};
    }
    if (check == Check::Nothing) return out;
    if (form == Form::Uncompressed && !isOnCurve(out)) return fail("zk.not_on_curve", "y^2 is not x^3 + b");
    if (!isInSubgroup(out)) return fail("zk.not_in_subgroup", "the point is not of order r");
    return out;
}

template <std::size_t N> void appendFlagged(Bytes& to, std::array<std::uint8_t, N> bytes, std::uint8_t flags)
{
    bytes[N - 1] = static_cast<std::uint8_t>(bytes[N - 1] | flags);
    append(to, bytes);
}

std::array<std::uint8_t, 32> bytesOfField(const Fq& a) { return a.bytesLe(); }
std::array<std::uint8_t, 64> bytesOfField(const Fq2& a)
{
    std::array<std::uint8_t, 64> out{};
    std::ranges::copy(a.c0.bytesLe(), out.begin());
    std::ranges::copy(a.c1.bytesLe(), out.begin() + 32);
    return out;
}

template <typename F> void appendAny(Bytes& to, const Affine<F>& p, Form form)
{
    const std::uint8_t flags = p.isIdentity() ? kIdentity : p.y.isLarger() ? kLarger : std::uint8_t{0};
    if (form == Form::Compressed) return appendFlagged(to, bytesOfField(p.x), flags);
    append(to, bytesOfField(p.x));
    appendFlagged(to, bytesOfField(p.y), flags);
}

} // namespace

Result<ByteView> Reader::take(std::size_t size)
{
    if (m_rest.size() < size) return fail("zk.short_input", std::to_string(size) + " bytes expected");
    const ByteView out = m_rest.first(size);
    m_rest = m_rest.subspan(size);
    return out;
}

Result<G1> Reader::g1(Form form, Check check)
{
    BT_TRY(const ByteView bytes, take(form == Form::Compressed ? 32 : 64));
    return pointOf<Fq>(bytes, form, check);
}

Result<G2> Reader::g2(Form form, Check check)
{
    BT_TRY(const ByteView bytes, take(form == Form::Compressed ? 64 : 128));
    return pointOf<Fq2>(bytes, form, check);
}

Result<Fr> Reader::scalar()
{
    BT_TRY(const ByteView bytes, take(32));
    const auto value = Fr::fromBytesLe(bytes);
    if (!value) return fail("zk.bad_field_element", "a public input is not below r");
    return *value;
}

Result<std::uint64_t> Reader::uint64()
{
    BT_TRY(const ByteView bytes, take(8));
    return readLe<std::uint64_t>(bytes);
}

void appendPoint(Bytes& to, const G1& p, Form form) { appendAny(to, p, form); }
void appendPoint(Bytes& to, const G2& p, Form form) { appendAny(to, p, form); }
void appendScalar(Bytes& to, const Fr& value) { append(to, value.bytesLe()); }

} // namespace bt::zk
