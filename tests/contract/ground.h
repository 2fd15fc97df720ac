// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Where the outputs stand that the tests of contracts spend. Without a ground (the ordinary run) they stand nowhere,
//! under random names, and our script engine alone judges. tests/interop/ground puts one on a kaspad: each output is made
//! for real just before somebody signs for it, and the node judges every transaction that the test judges.
#pragma once

#include "base/random.h"
#include "crypto/secp256k1.h"
#include "kaspa/transaction.h"

namespace bt::test {

class Ground
{
public:
    virtual ~Ground() = default;
    //! This person signs for her plain coins when a transaction is given to the node.
    virtual void meet(const Secret& secret) = 0;
    //! A covenant id under which any output can be made.
    [[nodiscard]] virtual kaspa::CovenantId lineage() = 0;
    //! An output that can be spent to give birth to a lineage.
    [[nodiscard]] virtual kaspa::Outpoint coin() = 0;
    using Births = std::vector<std::pair<std::uint32_t, kaspa::Output>>; //!< by rising index
    //! A coin of coin() is to give birth to all of these together: what a test stands under that id is made so.
    virtual void birth(const kaspa::Outpoint& coin, const Births& births) = 0;
    //! Makes what the transaction spends and the chain does not have, and names it in the inputs.
    virtual void stand(kaspa::Populated& tx) = 0;
    //! Our engine has judged input `input`; the node is asked about the whole transaction.
    virtual void judged(const kaspa::Populated& tx, std::size_t input, bool accepted) = 0;
    //! The fee of what is dressed next: one that is the only fault which a node can find, so that nothing is taken and the
    //! next attack has the same outputs; or a good one, after generous(true).
    [[nodiscard]] virtual std::uint64_t fee() = 0;
    virtual void generous(bool on) = 0;
};

//! Set for the whole run, before the first test.
inline Ground* ground = nullptr;

inline kaspa::CovenantId freshLineage(Random& random) { return ground != nullptr ? ground->lineage() : random.fixed<kaspa::CovenantId>(); }
//! The id of a lineage that is not this one: on a node, one that exists.
inline kaspa::CovenantId otherLineage(kaspa::CovenantId id)
{
    if (ground != nullptr) return ground->lineage();
    id.bytes[0] ^= 1;
    return id;
}
inline std::uint64_t feeOr(std::uint64_t usual) { return ground != nullptr ? ground->fee() : usual; }
//! While it lives, what passes is taken (Ground::generous).
class Taken
{
public:
    Taken() { set(true); }
    ~Taken() { set(false); }
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;

private:
    static void set(bool on)
    {
        if (ground != nullptr) ground->generous(on);
    }
};
//! A figure that a young chain cannot wait for, and the one that stands for it there.
template <typename T> T onGround(T usual, T there) { return ground != nullptr ? there : usual; }

} // namespace bt::test

#ifdef BT_ON_NODE
#include "interop/ground/on_node.h"
#define BT_CONTRACT_MAIN(Test) static const bt::interop::NodeList<Test> listOnNode(#Test);
#else
#define BT_CONTRACT_MAIN(Test) QTEST_GUILESS_MAIN(Test)
#endif
