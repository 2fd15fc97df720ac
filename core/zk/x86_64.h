// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The same Montgomery arithmetic in x86-64 assembly. GCC keeps one carry chain at a time and spills it; ADX has two, and
//! halves the time of a product. Everything here has a portable twin in montgomery.h that tests hold it to. Internal.
#pragma once

#include "zk/limbs.h"

#if defined(__x86_64__)
#define BT_ZK_X86_64 1

#include <cpuid.h>

namespace bt::zk::x86 {

//! Whether the processor has MULX (BMI2), ADCX and ADOX (ADX): Intel since 2014, AMD since 2017.
inline bool hasAdx()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
    return ((b >> 8) & 1) != 0 && ((b >> 19) & 1) != 0;
}

// t += m * modulus with m chosen so that the lowest limb becomes zero, then shifted down by one limb.
#define BT_ZK_REDUCE_STEP(top)                                                                                                             \
    "movq %[k], %%rdx\n\t"                                                                                                                 \
    "imulq %[t0], %%rdx\n\t"                                                                                                               \
    "xorl %%eax, %%eax\n\t"                                                                                                                \
    "mulxq %[m0], %%rax, %[r]\n\t"                                                                                                         \
    "adcxq %[t0], %%rax\n\t"                                                                                                               \
    "movq %[r], %[t0]\n\t"                                                                                                                 \
    "adcxq %[t1], %[t0]\n\t"                                                                                                               \
    "mulxq %[m1], %%rax, %[t1]\n\t"                                                                                                        \
    "adoxq %%rax, %[t0]\n\t"                                                                                                               \
    "adcxq %[t2], %[t1]\n\t"                                                                                                               \
    "mulxq %[m2], %%rax, %[t2]\n\t"                                                                                                        \
    "adoxq %%rax, %[t1]\n\t"                                                                                                               \
    "adcxq %[t3], %[t2]\n\t"                                                                                                               \
    "mulxq %[m3], %%rax, %[t3]\n\t"                                                                                                        \
    "adoxq %%rax, %[t2]\n\t"                                                                                                               \
    "movl $0, %%eax\n\t"                                                                                                                   \
    "adcxq %%rax, %[t3]\n\t"                                                                                                               \
    "adoxq " top ", %[t3]\n\t"

// t (t0..t3 and a new limb in h) += a * b[i]
#define BT_ZK_ROW(i)                                                                                                                       \
    "movq 8*" #i "(%[b]), %%rdx\n\t"                                                                                                       \
    "xorl %%eax, %%eax\n\t"                                                                                                                \
    "mulxq 0(%[a]), %%rax, %[h]\n\t"                                                                                                       \
    "adoxq %%rax, %[t0]\n\t"                                                                                                               \
    "adcxq %[h], %[t1]\n\t"                                                                                                                \
    "mulxq 8(%[a]), %%rax, %[h]\n\t"                                                                                                       \
    "adoxq %%rax, %[t1]\n\t"                                                                                                               \
    "adcxq %[h], %[t2]\n\t"                                                                                                                \
    "mulxq 16(%[a]), %%rax, %[h]\n\t"                                                                                                      \
    "adoxq %%rax, %[t2]\n\t"                                                                                                               \
    "adcxq %[h], %[t3]\n\t"                                                                                                                \
    "mulxq 24(%[a]), %%rax, %[h]\n\t"                                                                                                      \
    "adoxq %%rax, %[t3]\n\t"                                                                                                               \
    "movl $0, %%eax\n\t"                                                                                                                   \
    "adcxq %%rax, %[h]\n\t"                                                                                                                \
    "adoxq %%rax, %[h]\n\t"

// t < 2m becomes t mod m.
#define BT_ZK_REDUCE_ONCE                                                                                                                  \
    "movq %[t0], %%rax\n\t"                                                                                                                \
    "movq %[t1], %%rdx\n\t"                                                                                                                \
    "movq %[t2], %[r]\n\t"                                                                                                                 \
    "movq %[t3], %[h]\n\t"                                                                                                                 \
    "subq %[m0], %%rax\n\t"                                                                                                                \
    "sbbq %[m1], %%rdx\n\t"                                                                                                                \
    "sbbq %[m2], %[r]\n\t"                                                                                                                 \
    "sbbq %[m3], %[h]\n\t"                                                                                                                 \
    "cmovncq %%rax, %[t0]\n\t"                                                                                                             \
    "cmovncq %%rdx, %[t1]\n\t"                                                                                                             \
    "cmovncq %[r], %[t2]\n\t"                                                                                                              \
    "cmovncq %[h], %[t3]\n\t"

#define BT_ZK_MODULUS(m) [m0] "m"((m)[0]), [m1] "m"((m)[1]), [m2] "m"((m)[2]), [m3] "m"((m)[3])

//! a * b / 2^256 mod m; needs ADX.
inline Limbs multiplyAdx(const Limbs& a, const Limbs& b, const Limbs& m, const std::uint64_t& k)
{
    std::uint64_t t0 = 0;
    std::uint64_t t1 = 0;
    std::uint64_t t2 = 0;
    std::uint64_t t3 = 0;
    std::uint64_t h = 0;
    std::uint64_t r = 0;
    asm(BT_ZK_ROW(0) BT_ZK_REDUCE_STEP("%[h]") BT_ZK_ROW(1) BT_ZK_REDUCE_STEP("%[h]") BT_ZK_ROW(2) BT_ZK_REDUCE_STEP("%[h]") BT_ZK_ROW(3)
            BT_ZK_REDUCE_STEP("%[h]") BT_ZK_REDUCE_ONCE
        : [t0] "+&r"(t0), [t1] "+&r"(t1), [t2] "+&r"(t2), [t3] "+&r"(t3), [h] "=&r"(h), [r] "=&r"(r)
        : [a] "r"(a.data()), [b] "r"(b.data()), [k] "m"(k), BT_ZK_MODULUS(m), "m"(a), "m"(b)
        : "rax", "rdx", "cc");
    return {t0, t1, t2, t3};
}

//! t / 2^256 mod m for t < m * 2^256; needs ADX.
inline Limbs reduceWideAdx(const WideLimbs& t, const Limbs& m, const std::uint64_t& k)
{
    std::uint64_t t0 = t[0];
    std::uint64_t t1 = t[1];
    std::uint64_t t2 = t[2];
    std::uint64_t t3 = t[3];
    std::uint64_t h = 0;
    std::uint64_t r = 0;
    asm(BT_ZK_REDUCE_STEP("%%rax") BT_ZK_REDUCE_STEP("%%rax") BT_ZK_REDUCE_STEP("%%rax")
            BT_ZK_REDUCE_STEP("%%rax") "addq 32(%[t]), %[t0]\n\t"
                                       "adcq 40(%[t]), %[t1]\n\t"
                                       "adcq 48(%[t]), %[t2]\n\t"
                                       "adcq 56(%[t]), %[t3]\n\t" BT_ZK_REDUCE_ONCE
        : [t0] "+&r"(t0), [t1] "+&r"(t1), [t2] "+&r"(t2), [t3] "+&r"(t3), [h] "=&r"(h), [r] "=&r"(r)
        : [t] "r"(t.data()), [k] "m"(k), BT_ZK_MODULUS(m), "m"(t)
        : "rax", "rdx", "cc");
    return {t0, t1, t2, t3};
}

#define BT_ZK_WIDE_ROW(i, l0, l1, l2, l3, l4)                                                                                              \
    "movq 8*" #i "(%[b]), %%rdx\n\t"                                                                                                       \
    "xorl %%eax, %%eax\n\t"                                                                                                                \
    "mulxq 0(%[a]), %%rax, %[h]\n\t"                                                                                                       \
    "adoxq %%rax, " l0 "\n\t"                                                                                                              \
    "adcxq %[h], " l1 "\n\t"                                                                                                               \
    "mulxq 8(%[a]), %%rax, %[h]\n\t"                                                                                                       \
    "adoxq %%rax, " l1 "\n\t"                                                                                                              \
    "adcxq %[h], " l2 "\n\t"                                                                                                               \
    "mulxq 16(%[a]), %%rax, %[h]\n\t"                                                                                                      \
    "adoxq %%rax, " l2 "\n\t"                                                                                                              \
    "adcxq %[h], " l3 "\n\t"                                                                                                               \
    "mulxq 24(%[a]), %%rax, " l4 "\n\t"                                                                                                    \
    "adoxq %%rax, " l3 "\n\t"                                                                                                              \
    "movl $0, %%eax\n\t"                                                                                                                   \
    "adcxq %%rax, " l4 "\n\t"                                                                                                              \
    "adoxq %%rax, " l4 "\n\t"                                                                                                              \
    "movq " l0 ", 8*" #i "(%[o])\n\t"

//! The full product; needs ADX.
inline void mulWideAdx(WideLimbs& out, const Limbs& a, const Limbs& b)
{
    std::uint64_t t0 = 0;
    std::uint64_t t1 = 0;
    std::uint64_t t2 = 0;
    std::uint64_t t3 = 0;
    std::uint64_t t4 = 0;
    std::uint64_t h = 0;
    asm(BT_ZK_WIDE_ROW(0, "%[t0]", "%[t1]", "%[t2]", "%[t3]", "%[t4]") BT_ZK_WIDE_ROW(1, "%[t1]", "%[t2]", "%[t3]", "%[t4]", "%[t0]")
            BT_ZK_WIDE_ROW(2, "%[t2]", "%[t3]", "%[t4]", "%[t0]", "%[t1]")
                BT_ZK_WIDE_ROW(3, "%[t3]", "%[t4]", "%[t0]", "%[t1]", "%[t2]") "movq %[t4], 32(%[o])\n\t"
                                                                               "movq %[t0], 40(%[o])\n\t"
                                                                               "movq %[t1], 48(%[o])\n\t"
                                                                               "movq %[t2], 56(%[o])\n\t"
        : [t0] "+&r"(t0), [t1] "+&r"(t1), [t2] "+&r"(t2), [t3] "+&r"(t3), [t4] "+&r"(t4), [h] "=&r"(h), "=m"(out)
        : [a] "r"(a.data()), [b] "r"(b.data()), [o] "r"(out.data()), "m"(a), "m"(b)
        : "rax", "rdx", "cc");
}

//! a + b mod m; runs on any x86-64.
inline Limbs add(const Limbs& a, const Limbs& b, const Limbs& m)
{
    std::uint64_t t0 = a[0];
    std::uint64_t t1 = a[1];
    std::uint64_t t2 = a[2];
    std::uint64_t t3 = a[3];
    std::uint64_t h = 0;
    std::uint64_t r = 0;
    asm("addq %[b0], %[t0]\n\t"
        "adcq %[b1], %[t1]\n\t"
        "adcq %[b2], %[t2]\n\t"
        "adcq %[b3], %[t3]\n\t" BT_ZK_REDUCE_ONCE
        : [t0] "+&r"(t0), [t1] "+&r"(t1), [t2] "+&r"(t2), [t3] "+&r"(t3), [h] "=&r"(h), [r] "=&r"(r)
        : [b0] "m"(b[0]), [b1] "m"(b[1]), [b2] "m"(b[2]), [b3] "m"(b[3]), BT_ZK_MODULUS(m)
        : "rax", "rdx", "cc");
    return {t0, t1, t2, t3};
}

//! a - b mod m; runs on any x86-64.
inline Limbs subtract(const Limbs& a, const Limbs& b, const Limbs& m)
{
    std::uint64_t t0 = a[0];
    std::uint64_t t1 = a[1];
    std::uint64_t t2 = a[2];
    std::uint64_t t3 = a[3];
    std::uint64_t n0 = m[0];
    std::uint64_t n1 = m[1];
    std::uint64_t n2 = m[2];
    std::uint64_t n3 = m[3];
    asm("subq %[b0], %[t0]\n\t"
        "sbbq %[b1], %[t1]\n\t"
        "sbbq %[b2], %[t2]\n\t"
        "sbbq %[b3], %[t3]\n\t"
        "sbbq %%rax, %%rax\n\t"
        "andq %%rax, %[n0]\n\t"
        "andq %%rax, %[n1]\n\t"
        "andq %%rax, %[n2]\n\t"
        "andq %%rax, %[n3]\n\t"
        "addq %[n0], %[t0]\n\t"
        "adcq %[n1], %[t1]\n\t"
        "adcq %[n2], %[t2]\n\t"
        "adcq %[n3], %[t3]\n\t"
        : [t0] "+&r"(t0), [t1] "+&r"(t1), [t2] "+&r"(t2), [t3] "+&r"(t3), [n0] "+&r"(n0), [n1] "+&r"(n1), [n2] "+&r"(n2), [n3] "+&r"(n3)
        : [b0] "m"(b[0]), [b1] "m"(b[1]), [b2] "m"(b[2]), [b3] "m"(b[3])
        : "rax", "cc");
    return {t0, t1, t2, t3};
}

//! out -= b over 512 bits. \returns all ones if that was negative, else zero; runs on any x86-64.
inline std::uint64_t subtractWide(WideLimbs& out, const WideLimbs& b)
{
    std::uint64_t mask = 0;
    std::uint64_t r = 0;
    asm("movq 0(%[b]), %[r]\n\t"
        "subq %[r], 0(%[o])\n\t"
        "movq 8(%[b]), %[r]\n\t"
        "sbbq %[r], 8(%[o])\n\t"
        "movq 16(%[b]), %[r]\n\t"
        "sbbq %[r], 16(%[o])\n\t"
        "movq 24(%[b]), %[r]\n\t"
        "sbbq %[r], 24(%[o])\n\t"
        "movq 32(%[b]), %[r]\n\t"
        "sbbq %[r], 32(%[o])\n\t"
        "movq 40(%[b]), %[r]\n\t"
        "sbbq %[r], 40(%[o])\n\t"
        "movq 48(%[b]), %[r]\n\t"
        "sbbq %[r], 48(%[o])\n\t"
        "movq 56(%[b]), %[r]\n\t"
        "sbbq %[r], 56(%[o])\n\t"
        "sbbq %[mask], %[mask]\n\t"
        : [mask] "=&r"(mask), [r] "=&r"(r), "+m"(out)
        : [o] "r"(out.data()), [b] "r"(b.data()), "m"(b)
        : "cc");
    return mask;
}

} // namespace bt::zk::x86
#endif
