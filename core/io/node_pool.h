// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Several nodes, one of which is asked. A thread of the pool connects, examines (network, version, index, synced),
//! subscribes and pings; callers wait for it or learn at once that nobody can be reached. The node in use is kept until
//! it fails; then the first in the list that may be tried again takes its place. With `witness`, a second node is held
//! ready for questions of comparison. Thread safety: all functions.
#pragma once

#include "base/random.h"
#include "io/json_rpc_socket.h"
#include "ledger/node.h"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace bt::io {

struct PoolOptions {
    std::string network; //!< a node of another one is passed over
    std::vector<ledger::NodeUrl> urls;
    QList<QSslCertificate> authorities;
    bool witness = true;
    std::chrono::milliseconds answerWithin{5'000};
    std::chrono::milliseconds firstBackoff{500};
    std::chrono::milliseconds longestBackoff{60'000};
    std::chrono::milliseconds pingEvery{20'000}; //!< silence after which a node must prove that it lives
    std::uint64_t maxFrame = 32U << 20U;
};

class NodePool
{
public:
    //! An answer and who gave it.
    struct Answer {
        codec::Json json;
        std::size_t node = 0;    //!< place in the list
        std::uint64_t epoch = 0; //!< which of its connections
        std::string name;        //!< "host:port"
    };

    //! \param random for the backoff; used on the pool's thread alone; must outlive the pool.
    //! \param told gets the news, from threads of the pool; must return at once and not call the pool.
    NodePool(PoolOptions options, Random& random, std::function<void(ledger::News)> told);
    ~NodePool(); //!< no call may be running
    NodePool(const NodePool&) = delete;
    NodePool& operator=(const NodePool&) = delete;

    //! Asks the node in use; if it fails, the next one, so the question must be one that may be asked twice.
    //! \returns the answer; "node.refused" with the node's sentence as the detail; "node.timeout"; or, when nobody can be
    //!          reached, why the first of the list cannot (args: its name); "node.too_large" at once.
    [[nodiscard]] Result<Answer> call(std::string_view method, const codec::Json& params, const Deadline& deadline);
    //! Asks the second node. \returns nothing if there is none just now, or if it gives no answer; an error if it refuses
    //!          ("node.refused", args: its name).
    [[nodiscard]] std::optional<Result<Answer>> callWitness(std::string_view method, const codec::Json& params, const Deadline& deadline);
    //! The answer was no good: leave that node for a while. No effect if its connection is another by now.
    void blame(const Answer& answer, const Error& why);

    //! Replaces what News::Utxos is about. \param addresses beside the scripts, as kaspad wants them.
    void watch(std::set<kaspa::ScriptPublicKey> scripts, std::set<std::string> addresses);
    [[nodiscard]] std::vector<ledger::NodeState> states() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace bt::io
