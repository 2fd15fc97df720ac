// SPDX-License-Identifier: GPL-3.0-or-later
#include "zk/snarkjs.h"

namespace bt::zk {

namespace {

using codec::Json;

// A JSON array of exactly `size` elements.
Result<const Json*> arrayOf(const Json& value, std::size_t size)
{
    if (!value.is_array() || value.size() != size) return fail("zk.bad_json", "an array of " + std::to_string(size) + " expected");
    return &value;
}

Result<const Json*> member(const Json& object, const char* name)
{
    if (!object.is_object()) return fail("zk.bad_json", "an object expected");
    const auto found = object.find(name);
    if (found == object.end()) return fail("zk.bad_json", std::string(name) + " is missing");
    return &*found;
}

template <typename F> Result<F> number(const Json& value)
{
    if (!value.is_string()) return fail("zk.bad_json", "numbers are text");
    return F::fromDecimal(value.get_ref<const std::string&>());
}

Result<void> read(const Json& value, Fq& out)
{
    BT_TRY(out, number<Fq>(value));
    return {};
}

Result<void> read(const Json& value, Fq2& out)
{
    BT_TRY(const Json* const parts, arrayOf(value, 2));
    BT_TRY(out.c0, number<Fq>((*parts)[0]));
    BT_TRY(out.c1, number<Fq>((*parts)[1]));
    return {};
}

template <typename F> Result<Affine<F>> point(const Json& value)
{
    BT_TRY(const Json* const parts, arrayOf(value, 3));
    F x;
    F y;
    F z;
    BT_CHECK(read((*parts)[0], x));
    BT_CHECK(read((*parts)[1], y));
    BT_CHECK(read((*parts)[2], z));
    if (z == F::zero() && x == F::zero() && y == F::one()) return Affine<F>::identity();
    const Affine<F> out{x, y};
    if (z != F::one() || out.isIdentity()) return fail("zk.bad_number", "the third coordinate is 1, or 0 in [0, 1, 0]");
    if (!isOnCurve(out)) return fail("zk.not_on_curve", "a point is not on the curve");
    if (!isInSubgroup(out)) return fail("zk.not_in_subgroup", "a point is not of order r");
    return out;
}

template <typename F> Result<Affine<F>> pointMember(const Json& object, const char* name)
{
    BT_TRY(const Json* const value, member(object, name));
    return point<F>(*value);
}

Result<void> ours(const Json& object)
{
    for (const auto& [name, expected] : {std::pair{"protocol", "groth16"}, std::pair{"curve", "bn128"}}) {
        BT_TRY(const Json* const value, member(object, name));
        if (!value->is_string()) return fail("zk.bad_json", std::string(name) + " is text");
        if (*value != expected) return fail("zk.other_protocol", std::string(name) + " is not " + expected);
    }
    return {};
}

Json jsonOf(const Fq& value) { return value.decimal(); }
Json jsonOf(const Fq2& value) { return Json::array({value.c0.decimal(), value.c1.decimal()}); }
template <typename F> Json jsonOf(const Affine<F>& p)
{
    if (p.isIdentity()) return Json::array({jsonOf(F::zero()), jsonOf(F::one()), jsonOf(F::zero())});
    return Json::array({jsonOf(p.x), jsonOf(p.y), jsonOf(F::one())});
}

} // namespace

Result<VerifyingKey> verifyingKeyFromSnarkjs(const Json& vkey)
{
    BT_CHECK(ours(vkey));
    VerifyingKey key;
    BT_TRY(key.alpha, pointMember<Fq>(vkey, "vk_alpha_1"));
    BT_TRY(key.beta, pointMember<Fq2>(vkey, "vk_beta_2"));
    BT_TRY(key.gamma, pointMember<Fq2>(vkey, "vk_gamma_2"));
    BT_TRY(key.delta, pointMember<Fq2>(vkey, "vk_delta_2"));
    BT_TRY(const Json* const count, member(vkey, "nPublic"));
    BT_TRY(const Json* const points, member(vkey, "IC"));
    if (!count->is_number_unsigned() || !points->is_array() ||
        count->get<std::uint64_t>() + 1 != static_cast<std::uint64_t>(points->size()))
        return fail("zk.bad_json", "IC has one point more than nPublic says");
    for (const Json& value : *points) {
        BT_TRY(const G1 parsed, point<Fq>(value));
        key.abc.push_back(parsed);
    }
    return key;
}

Result<Proof> proofFromSnarkjs(const Json& proof)
{
    BT_CHECK(ours(proof));
    Proof out;
    BT_TRY(out.a, pointMember<Fq>(proof, "pi_a"));
    BT_TRY(out.b, pointMember<Fq2>(proof, "pi_b"));
    BT_TRY(out.c, pointMember<Fq>(proof, "pi_c"));
    return out;
}

Result<std::vector<Fr>> inputsFromSnarkjs(const Json& publicInputs)
{
    if (!publicInputs.is_array()) return fail("zk.bad_json", "public inputs are an array");
    std::vector<Fr> out;
    for (const Json& value : publicInputs) {
        BT_TRY(const Fr input, number<Fr>(value));
        out.push_back(input);
    }
    return out;
}

Json toSnarkjs(const Proof& proof)
{
    return {{"pi_a", jsonOf(proof.a)}, {"pi_b", jsonOf(proof.b)}, {"pi_c", jsonOf(proof.c)}, {"protocol", "groth16"}, {"curve", "bn128"}};
}

Json toSnarkjs(std::span<const Fr> inputs)
{
    Json out = Json::array();
    for (const Fr& input : inputs) out.push_back(input.decimal());
    return out;
}

Result<void> verifySnarkjs(const Json& vkey, const Json& proof, const Json& publicInputs)
{
    BT_TRY(const VerifyingKey key, verifyingKeyFromSnarkjs(vkey));
    BT_TRY(const Proof parsed, proofFromSnarkjs(proof));
    BT_TRY(const std::vector<Fr> inputs, inputsFromSnarkjs(publicInputs));
    return verifyOnce(key, parsed, inputs);
}

} // namespace bt::zk
