// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The wallet of wallet.py as a test asks it: one request, one answer. One thread.
#pragma once

#include "interop/support/simnet.h"

#include <QProcess>

namespace bt::interop {

class OtherWallet
{
public:
    //! Starts it on `net`'s node. \returns nothing; "wallet.silent" with what it printed from ask() when it does not run.
    explicit OtherWallet(Simnet& net);
    ~OtherWallet();
    //! \returns "wallet.refused" with its words when it answers with an error.
    [[nodiscard]] Result<Json> ask(const Json& request);
    //! Gives it a coin of `amount` first; mines what it sent. \returns the answer, and the transaction as the node has it.
    struct Sent {
        Json answer;
        kaspa::Transaction tx;
        kaspa::TxId id;
    };
    [[nodiscard]] Result<Sent> send(const Json& request, Sompi amount = {40 * kSompiPerKas});

private:
    Simnet& m_net;
    QProcess m_process;
    kaspa::ScriptPublicKey m_spk;
};

} // namespace bt::interop
