// SPDX-License-Identifier: GPL-3.0-or-later
// 64-bit arithmetic. Every overflow is an error.
#include "kaspa/script/ops.h"

#include <algorithm>
#include <limits>

namespace bt::kaspa::script::ops {

namespace {

using Int = std::int64_t;
constexpr Int kLowest = std::numeric_limits<Int>::min();

template <typename F> Rule unary(Machine& vm, F f)
{
    std::array<Int, 1> a{};
    BT_RULE(vm.popNumbers(a));
    return f(a[0]);
}

template <typename F> Rule binary(Machine& vm, F f)
{
    std::array<Int, 2> v{};
    BT_RULE(vm.popNumbers(v));
    return f(v[0], v[1]);
}

template <typename F> Rule compare(Machine& vm, F f)
{
    return binary(vm, [&](Int a, Int b) { return vm.pushNumber(f(a, b) ? 1 : 0); });
}

Rule overflow(Machine& vm, const char* what) { return vm.broken(Rule::NumberTooBig, std::string(what) + " exceeds 64 bits"); }

Rule plus(Machine& vm, Int a, Int b)
{
    Int r = 0;
    if (__builtin_add_overflow(a, b, &r)) return overflow(vm, "sum");
    return vm.pushNumber(r);
}

Rule minus(Machine& vm, Int a, Int b)
{
    Int r = 0;
    if (__builtin_sub_overflow(a, b, &r)) return overflow(vm, "difference");
    return vm.pushNumber(r);
}

} // namespace

Rule addOne(Machine& vm, const Op&)
{
    return unary(vm, [&](Int a) { return plus(vm, a, 1); });
}
Rule subOne(Machine& vm, const Op&)
{
    return unary(vm, [&](Int a) { return minus(vm, a, 1); });
}
Rule negate(Machine& vm, const Op&)
{
    return unary(vm, [&](Int a) { return minus(vm, 0, a); });
}
Rule absolute(Machine& vm, const Op&)
{
    return unary(vm, [&](Int a) { return a < 0 ? minus(vm, 0, a) : vm.pushNumber(a); });
}
Rule isZero(Machine& vm, const Op&)
{
    return unary(vm, [&](Int a) { return vm.pushNumber(a == 0 ? 1 : 0); });
}
Rule isNotZero(Machine& vm, const Op&)
{
    return unary(vm, [&](Int a) { return vm.pushNumber(a != 0 ? 1 : 0); });
}
Rule add(Machine& vm, const Op&)
{
    return binary(vm, [&](Int a, Int b) { return plus(vm, a, b); });
}
Rule subtract(Machine& vm, const Op&)
{
    return binary(vm, [&](Int a, Int b) { return minus(vm, a, b); });
}
Rule multiply(Machine& vm, const Op&)
{
    return binary(vm, [&](Int a, Int b) {
        Int r = 0;
        if (__builtin_mul_overflow(a, b, &r)) return overflow(vm, "product");
        return vm.pushNumber(r);
    });
}
Rule divide(Machine& vm, const Op&)
{
    return binary(vm, [&](Int a, Int b) {
        if (b == 0 || (a == kLowest && b == -1))
            return vm.broken(Rule::InvalidState, b == 0 ? "division by zero" : "quotient exceeds 64 bits");
        return vm.pushNumber(a / b);
    });
}
Rule modulo(Machine& vm, const Op&)
{
    return binary(vm, [&](Int a, Int b) {
        if (b == 0 || (a == kLowest && b == -1))
            return vm.broken(Rule::InvalidState, b == 0 ? "modulo by zero" : "quotient exceeds 64 bits");
        return vm.pushNumber(a % b);
    });
}

Rule boolAnd(Machine& vm, const Op&)
{
    return compare(vm, [](Int a, Int b) { return a != 0 && b != 0; });
}
Rule boolOr(Machine& vm, const Op&)
{
    return compare(vm, [](Int a, Int b) { return a != 0 || b != 0; });
}
Rule numEqual(Machine& vm, const Op&) { return compare(vm, std::equal_to<Int>()); }
Rule numNotEqual(Machine& vm, const Op&) { return compare(vm, std::not_equal_to<Int>()); }
Rule less(Machine& vm, const Op&) { return compare(vm, std::less<Int>()); }
Rule greater(Machine& vm, const Op&) { return compare(vm, std::greater<Int>()); }
Rule lessEqual(Machine& vm, const Op&) { return compare(vm, std::less_equal<Int>()); }
Rule greaterEqual(Machine& vm, const Op&) { return compare(vm, std::greater_equal<Int>()); }

Rule numEqualVerify(Machine& vm, const Op&)
{
    return binary(vm, [](Int a, Int b) { return a == b ? Rule::Ok : Rule::VerifyError; });
}
Rule minimum(Machine& vm, const Op&)
{
    return binary(vm, [&](Int a, Int b) { return vm.pushNumber(std::min(a, b)); });
}
Rule maximum(Machine& vm, const Op&)
{
    return binary(vm, [&](Int a, Int b) { return vm.pushNumber(std::max(a, b)); });
}

Rule within(Machine& vm, const Op&)
{
    std::array<Int, 3> v{}; // value, lower bound (included), upper bound (excluded)
    BT_RULE(vm.popNumbers(v));
    return vm.pushNumber(v[0] >= v[1] && v[0] < v[2] ? 1 : 0);
}

Rule numToBin(Machine& vm, const Op&)
{
    std::array<std::size_t, 1> bytes{};
    BT_RULE(vm.popIndexes(bytes));
    if (bytes[0] > 8) return vm.broken(Rule::NotMinimalData, std::to_string(bytes[0]) + " bytes asked, 8 at most");
    return unary(vm, [&](Int a) {
        auto item = encodeNumber(a, bytes[0]);
        if (!item) return vm.broken(Rule::Serialization, std::to_string(a) + " in " + std::to_string(bytes[0]) + " bytes");
        return vm.main.push(std::move(*item));
    });
}

Rule binToNum(Machine& vm, const Op&)
{
    return unary(vm, [&](Int a) { return vm.pushNumber(a); });
}

} // namespace bt::kaspa::script::ops
