// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Which inputs and outputs of a transaction belong to which covenant (KIP-20), as the covenant opcodes ask. Genesis
//! outputs are in no list: only continuations are. Whether bindings are lawful is checkCovenantBindings' question
//! (covenant.h), not this one's. Pure; no Qt. Thread safety: const functions are.
#pragma once

#include "kaspa/transaction.h"

#include <map>

namespace bt::kaspa::script {

class CovenantIndex
{
public:
    explicit CovenantIndex(const Populated& tx);

    using Indexes = std::vector<std::size_t>; //!< rising
    //! Outputs that continue the covenant of input `input` under its authority.
    [[nodiscard]] const Indexes& authorized(std::size_t input) const;
    [[nodiscard]] const Indexes& inputs(const CovenantId& id) const;
    [[nodiscard]] const Indexes& outputs(const CovenantId& id) const;

private:
    std::map<std::size_t, Indexes> m_authorized;
    std::map<CovenantId, Indexes> m_inputs;
    std::map<CovenantId, Indexes> m_outputs;
};

} // namespace bt::kaspa::script
