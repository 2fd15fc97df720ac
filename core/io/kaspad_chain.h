// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Pages of the virtual chain from kaspad: in smaller steps where an answer is too large, on a way back where a node does
//! not know the cursor, and no further than a second node agrees. Thread safety: all functions.
#pragma once

#include "base/clock.h"
#include "io/kaspad_errors.h"
#include "io/node_pool.h"

#include <functional>
#include <mutex>

namespace bt::io {

//! Asks until an answer can be believed: a node whose answer cannot be is left, and the next one is asked.
//! \param decode  Result<T>(const NodePool::Answer&); "node.lied", "node.unreadable" and "node.wrong_network" blame the node
//! \param refused makes an error of the sentence of a node that refuses
template <typename Decode, typename Refused = Error (*)(const std::string&)>
auto askUntilBelieved(
    NodePool& pool, std::size_t nodes, std::string_view method, const codec::Json& params, const Deadline& deadline, Decode decode,
    Refused refused = [](const std::string& s) { return queryError(s); }) -> std::invoke_result_t<Decode, const NodePool::Answer&>
{
    Error last{"node.timeout", {}, {}};
    for (std::size_t tries = 0; tries <= nodes; ++tries) {
        const auto answer = pool.call(method, params, deadline);
        if (!answer && answer.error().code == kNodeRefused) return tl::unexpected(refused(answer.error().detail));
        if (!answer) return tl::unexpected(answer.error());
        auto value = decode(*answer);
        if (value) return value;
        last = value.error();
        const bool bad = last.code == "node.lied" || last.code == "node.unreadable" || last.code == "node.wrong_network";
        if (!bad) return value;
        last.args = {answer->name};
        pool.blame(*answer, last);
    }
    return tl::unexpected(last);
}

class KaspadChain
{
public:
    using Before = std::function<std::optional<ledger::BlockHash>(const ledger::BlockHash&)>;
    KaspadChain(NodePool& pool, std::size_t nodes, const Clock& clock, std::chrono::milliseconds doubtFor)
        : m_pool(&pool), m_nodes(nodes), m_clock(&clock), m_doubtFor(doubtFor)
    {}
    //! \param start not zero. \param before the block handed out before a block, if it is remembered.
    //! \returns as Node::chain.
    [[nodiscard]] Result<ledger::ChainPage> page(const ledger::BlockHash& start, const Before& before, const Deadline& deadline);

private:
    struct Fetched {
        ledger::ChainPage page;
        std::string node;          //!< who said so
        ledger::BlockHash follows; //!< the block before page.added
    };
    [[nodiscard]] Result<Fetched> fetch(const ledger::BlockHash& start, const Deadline& deadline);
    [[nodiscard]] Result<Fetched> fetchOnce(const ledger::BlockHash& start, std::uint64_t span, const Deadline& deadline);
    [[nodiscard]] Result<std::uint64_t> confirmationsFor(const ledger::BlockHash& start, std::uint64_t span, const Deadline& deadline);
    [[nodiscard]] Result<Fetched> onTheWayBack(const ledger::BlockHash& start, const Before& before, Error why, const Deadline& deadline);
    //! Cuts the page to what the second node says too.
    [[nodiscard]] Result<void> compare(Fetched& fetched, const Deadline& deadline);
    [[nodiscard]] Result<void> doubt(ledger::ChainPage& page, const std::string& one, const std::string& other);

    NodePool* m_pool;
    std::size_t m_nodes;
    const Clock* m_clock;
    std::chrono::milliseconds m_doubtFor;
    std::mutex m_lock;
    std::size_t m_step = 0; //!< how small the pages have to be
    std::optional<std::chrono::steady_clock::time_point> m_doubtSince;
};

} // namespace bt::io
