// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/node_pool.h"

#include "io/backoff.h"
#include "io/kaspad_errors.h"
#include "io/kaspad_json.h"
#include "io/node_talk.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace bt::io {
namespace {

using Time = std::chrono::steady_clock;
using ledger::News;

constexpr std::size_t kNone = ~std::size_t{0};

} // namespace

struct NodePool::Impl {
    struct Link {
        ledger::NodeUrl url;
        std::unique_ptr<JsonRpcSocket> socket;
        Backoff backoff;
        Time::time_point retryAt{}; //!< not tried before
        Error why{"node.idle", {}, {}};
        std::uint64_t epoch = 0;  //!< of the connection
        std::uint64_t closes = 0; //!< how often the other side ended one
        bool mustClose = false;   //!< given up, still connected
        bool proven = false;      //!< has answered a caller over this connection
        bool forgiven = false;    //!< was tried again at once after too large an answer
        bool suspect = false;     //!< was slow: ping it now
        std::uint64_t heard = 0;  //!< its received() at the last look
        Time::time_point heardAt{};
        std::optional<std::set<std::string>> subscribed{}; //!< keeper only
    };

    PoolOptions options;
    Random* random;
    std::function<void(News)> told;

    mutable std::mutex lock;
    std::condition_variable_any change;
    std::vector<Link> links;
    std::size_t active = kNone, witness = kNone, trying = kNone;
    std::uint64_t lastEpoch = 0;
    std::set<kaspa::ScriptPublicKey> scripts;
    std::set<std::string> addresses;
    bool watchChanged = false;
    std::jthread keeper;

    Impl(PoolOptions o, Random& r, std::function<void(News)> t) : options(std::move(o)), random(&r), told(std::move(t))
    {
        links.reserve(options.urls.size());
        for (std::size_t i = 0; i < options.urls.size(); ++i) {
            JsonRpcSocket::Events events;
            events.notified = [this, i](const std::string& method, const codec::Json& params) { notified(i, method, params); };
            events.closed = [this, i](const Error& why) { closed(i, why); };
            auto socket =
                std::make_unique<JsonRpcSocket>(SocketOptions{options.urls[i], options.authorities, options.maxFrame}, std::move(events));
            Link link{options.urls[i], std::move(socket), Backoff(options.firstBackoff, options.longestBackoff)};
            links.push_back(std::move(link));
        }
        keeper = std::jthread([this](const std::stop_token& stop) { keep(stop); });
    }
    ~Impl()
    {
        keeper.request_stop();
        keeper.join();
        for (Link& link : links) link.socket->close({"node.offline", {}, "closed"});
    }

    // Events, on the sockets' threads.

    void closed(std::size_t i, const Error& why)
    {
        bool mine = false;
        {
            const std::lock_guard guard(lock);
            ++links[i].closes;
            mine = i == active || i == witness;
            if (mine) leave(i, why);
        }
        change.notify_all();
        if (mine) told(News::Connection);
    }
    void notified(std::size_t i, const std::string& method, const codec::Json& params)
    {
        {
            const std::lock_guard guard(lock);
            if (i != active && i != trying) return;
            if (method == "utxosChangedNotification" && !concerns(params, scripts)) return;
        }
        if (method == "utxosChangedNotification") told(News::Utxos);
        if (method == "virtualChainChangedNotification") told(News::Chain);
        if (method == "virtualDaaScoreChangedNotification") told(News::Time);
    }

    //! Under the lock: gives a connection up. One that has worked may be tried again at once, and so may one that was
    //! only asked for too much, if it answers something before it happens again.
    void leave(std::size_t i, const Error& why)
    {
        Link& link = links[i];
        const bool tooMuch = (active == i || witness == i) && why.code == "node.too_large" && !link.forgiven;
        link.forgiven = tooMuch;
        if (active == i) active = kNone;
        if (witness == i) witness = kNone;
        const bool again = tooMuch || (link.proven && why.code == "node.offline");
        link.retryAt = Time::now() + (again ? std::chrono::milliseconds(0) : link.backoff.next(*random));
        link.why = why;
        link.mustClose = true;
        link.proven = false;
        link.suspect = false;
    }

    // Callers.

    [[nodiscard]] bool hope() const
    {
        if (active != kNone || trying != kNone) return true;
        const auto now = Time::now();
        return std::ranges::any_of(links, [now](const Link& link) { return link.retryAt <= now; });
    }
    [[nodiscard]] Error whyNobody() const
    {
        Error out = links.empty() ? Error{"node.offline", {}, "no node is configured"} : links.front().why;
        if (out.code == "node.idle") out = {"node.offline", {}, {}};
        if (!links.empty()) out.args = {links.front().url.name()};
        return out;
    }
    struct Lease {
        JsonRpcSocket* socket;
        std::size_t node;
        std::uint64_t epoch;
    };
    Result<Lease> lease(const Deadline& deadline)
    {
        std::unique_lock guard(lock);
        const bool done = change.wait_until(guard, deadline.stop, deadline.at, [this] { return active != kNone || !hope(); });
        if (!done) return fail("node.timeout", "no node in time");
        if (active == kNone) return tl::unexpected(whyNobody());
        return Lease{links[active].socket.get(), active, links[active].epoch};
    }
    Result<Answer> ask(const Lease& to, std::string_view method, const codec::Json& params, const Deadline& deadline)
    {
        const auto began = Time::now();
        Deadline within = deadline;
        within.at = std::min(deadline.at, began + options.answerWithin);
        auto json = to.socket->call(method, params, within);
        const std::lock_guard guard(lock);
        Link& link = links[to.node];
        const bool same = link.epoch == to.epoch;
        if (json || json.error().code == kNodeRefused) {
            if (same) {
                link.proven = true;
                link.forgiven = false;
                link.backoff.reset();
            }
            if (!json) return tl::unexpected(json.error());
            return Answer{*std::move(json), to.node, to.epoch, link.url.name()};
        }
        // A caller who had less time than a node is given cannot judge it: the keeper will.
        if (same && json.error().code == "node.timeout" && !deadline.stop.stop_requested() && Time::now() - began < options.answerWithin)
            link.suspect = true;
        return tl::unexpected(json.error());
    }
    void blame(std::size_t node, std::uint64_t epoch, const Error& why)
    {
        {
            const std::lock_guard guard(lock);
            if (links[node].epoch != epoch || (active != node && witness != node)) return;
            leave(node, why);
        }
        change.notify_all();
        told(News::Connection);
    }

    Result<Answer> call(std::string_view method, const codec::Json& params, const Deadline& deadline)
    {
        Error last{"node.timeout", {}, {}};
        for (std::size_t tries = 0; tries <= links.size() + 1; ++tries) {
            const auto began = Time::now();
            auto to = lease(deadline);
            if (!to) return tl::unexpected(tries > 0 && to.error().code == "node.timeout" ? last : to.error());
            auto answer = ask(*to, method, params, deadline);
            if (answer || answer.error().code == kNodeRefused) return answer;
            last = answer.error();
            const bool slow = last.code == "node.timeout" && Time::now() - began < options.answerWithin;
            if (!slow) blame(to->node, to->epoch, last);
            change.notify_all();
            if (deadline.over() || last.code == "node.too_large") break;
        }
        return tl::unexpected(last);
    }

    // The keeper.

    Deadline patience(const std::stop_token& stop) const { return {Time::now() + options.answerWithin, stop}; }

    Result<void> subscribe(std::size_t i, bool anew, const std::stop_token& stop)
    {
        std::set<std::string> wanted;
        {
            const std::lock_guard guard(lock);
            wanted = addresses;
            watchChanged = false;
        }
        Link& link = links[i];
        if (anew) link.subscribed.reset();
        return io::subscribe(*link.socket, link.subscribed, std::move(wanted), options.answerWithin, stop);
    }
    //! Connects one node. \param use as the active one; else as the witness.
    void connect(std::size_t i, bool use, const std::stop_token& stop)
    {
        Link& link = links[i];
        link.socket->close({"node.offline", {}, "connected anew"});
        std::uint64_t closes = 0;
        {
            const std::lock_guard guard(lock);
            closes = link.closes;
            link.mustClose = false;
            link.why = {"node.connecting", {}, {}};
        }
        auto done = link.socket->open(patience(stop));
        if (done) done = examine(*link.socket, options.network, patience(stop));
        if (done && use) done = subscribe(i, true, stop);
        {
            const std::lock_guard guard(lock);
            trying = kNone;
            if (done && link.closes != closes) done = fail("node.offline", "closed by the node");
            if (done) {
                (use ? active : witness) = i;
                link.epoch = ++lastEpoch;
                link.why = {"node.online", {}, {}};
                link.heardAt = Time::now();
            } else {
                leave(i, done.error());
            }
        }
        change.notify_all();
        told(News::Connection);
        if (!done || !use) return;
        for (const News one : {News::Chain, News::Utxos, News::Time, News::Mempool}) told(one); // who knows what was missed
    }
    void ping(std::size_t i, const std::stop_token& stop)
    {
        std::uint64_t epoch = 0;
        {
            const std::lock_guard guard(lock);
            epoch = links[i].epoch;
            links[i].suspect = false;
        }
        const auto done = examine(*links[i].socket, options.network, patience(stop));
        if (!done && !stop.stop_requested()) return blame(i, epoch, done.error());
        const std::lock_guard guard(lock);
        links[i].heardAt = Time::now();
        links[i].proven = true;
    }

    //! Under the lock: who is to be connected next, nobody (kNone) otherwise.
    [[nodiscard]] std::size_t eligible() const
    {
        const auto now = Time::now();
        for (std::size_t i = 0; i < links.size(); ++i)
            if (i != active && i != witness && links[i].retryAt <= now) return i;
        return kNone;
    }
    //! Under the lock: when there is something to do, as far as it is known.
    [[nodiscard]] Time::time_point nextLook() const
    {
        auto at = Time::now() + options.pingEvery;
        const bool wanting = active == kNone || (options.witness && witness == kNone);
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (i == active || i == witness) at = std::min(at, links[i].heardAt + options.pingEvery);
            else if (wanting) at = std::min(at, links[i].retryAt);
        }
        return at;
    }
    [[nodiscard]] bool busy() const
    {
        if (active == kNone && witness != kNone) return true;
        if ((active == kNone || (options.witness && witness == kNone)) && eligible() != kNone) return true;
        if (active != kNone && watchChanged) return true;
        return std::ranges::any_of(links, [](const Link& link) { return link.mustClose || link.suspect; });
    }
    //! Who has been silent for too long, or was slow.
    std::size_t toPing()
    {
        for (const std::size_t i : {active, witness}) {
            if (i == kNone) continue;
            Link& link = links[i];
            if (const auto heard = link.socket->received(); heard != link.heard) {
                link.heard = heard;
                link.heardAt = Time::now();
            }
            if (link.suspect || Time::now() - link.heardAt >= options.pingEvery) return i;
        }
        return kNone;
    }

    void keep(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            std::unique_lock guard(lock);
            change.wait_until(guard, stop, nextLook(), [this] { return busy(); });
            if (stop.stop_requested()) return;
            for (std::size_t i = 0; i < links.size(); ++i) {
                if (!std::exchange(links[i].mustClose, false)) continue;
                const Error why = links[i].why;
                guard.unlock();
                links[i].socket->close(why);
                guard.lock();
            }
            for (std::size_t i = 0; i < links.size(); ++i)
                if (i != active && i != witness) links[i].suspect = false;
            const bool needActive = active == kNone;
            const std::size_t next = needActive && witness != kNone ? witness : eligible();
            if (next != kNone && (needActive || (options.witness && witness == kNone))) {
                if (next == witness) witness = kNone;
                if (needActive) trying = next;
                guard.unlock();
                connect(next, needActive, stop);
                continue;
            }
            if (active != kNone && watchChanged) {
                const std::size_t i = active;
                const std::uint64_t epoch = links[i].epoch;
                guard.unlock();
                const auto done = subscribe(i, false, stop);
                if (!done && !stop.stop_requested()) blame(i, epoch, done.error());
                if (done) told(News::Utxos); // what came between the look and the subscription
                continue;
            }
            if (const std::size_t i = toPing(); i != kNone) {
                guard.unlock();
                ping(i, stop);
            }
        }
    }
};

NodePool::NodePool(PoolOptions options, Random& random, std::function<void(News)> told)
    : m(std::make_unique<Impl>(std::move(options), random, std::move(told)))
{}
NodePool::~NodePool() = default;

Result<NodePool::Answer> NodePool::call(std::string_view method, const codec::Json& params, const Deadline& deadline)
{
    return m->call(method, params, deadline);
}

std::optional<Result<NodePool::Answer>> NodePool::callWitness(std::string_view method, const codec::Json& params, const Deadline& deadline)
{
    Impl::Lease to{};
    {
        const std::lock_guard guard(m->lock);
        if (m->witness == kNone) return {};
        to = {m->links[m->witness].socket.get(), m->witness, m->links[m->witness].epoch};
    }
    auto answer = m->ask(to, method, params, deadline);
    if (answer) return answer;
    if (answer.error().code == kNodeRefused) return fail(kNodeRefused, {m->links[to.node].url.name()}, answer.error().detail);
    if (!deadline.over()) m->blame(to.node, to.epoch, answer.error());
    return {};
}

void NodePool::blame(const Answer& answer, const Error& why) { m->blame(answer.node, answer.epoch, why); }

void NodePool::watch(std::set<kaspa::ScriptPublicKey> scripts, std::set<std::string> addresses)
{
    {
        const std::lock_guard guard(m->lock);
        m->scripts = std::move(scripts);
        m->addresses = std::move(addresses);
        m->watchChanged = true;
    }
    m->change.notify_all();
}

std::vector<ledger::NodeState> NodePool::states() const
{
    const std::lock_guard guard(m->lock);
    std::vector<ledger::NodeState> out;
    for (std::size_t i = 0; i < m->links.size(); ++i) out.push_back({m->links[i].url.name(), m->links[i].why.code, i == m->active});
    return out;
}

} // namespace bt::io
