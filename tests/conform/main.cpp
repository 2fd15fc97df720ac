// SPDX-License-Identifier: GPL-3.0-or-later
// bt-conform: one JSON object a line in, one out, in order. A worker process does the work; this one only hands lines over,
// so that a worker that dies, or takes more than its time, costs one answer and not the run.
#include "conform.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>

#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace bt::conform;

namespace {

constexpr std::size_t kLongestLine = 32UL << 20;
constexpr rlim_t kMemory = 512UL << 20;
constexpr double kCpuSeconds = 2;   // what a line may cost
constexpr double kWallSeconds = 20; // for a worker that hangs without working, or a machine that is busy otherwise
constexpr int kLook = 50;           // ms between looks at what it has cost so far

bool writeAll(int to, std::string_view data)
{
    while (!data.empty()) {
        const ssize_t done = write(to, data.data(), data.size());
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        data.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

//! Reads lines from a descriptor. A line beyond the limit is read to its end and dropped.
class Lines
{
public:
    explicit Lines(int from) : m_from(from) {}
    enum class Got { Line, TooLong, Late, End };
    //! \param giveUp asked every now and then while nothing comes; none: wait for ever
    Got next(std::string& line, const std::function<bool()>& giveUp = {})
    {
        line.clear();
        bool tooLong = false;
        for (;;) {
            const std::size_t end = m_buffer.find('\n', m_at);
            if (end != std::string::npos) {
                line.append(m_buffer, m_at, end - m_at);
                m_at = end + 1;
                return tooLong || line.size() > kLongestLine ? Got::TooLong : Got::Line;
            }
            line.append(m_buffer, m_at);
            m_buffer.clear();
            m_at = 0;
            if (line.size() > kLongestLine) {
                tooLong = true;
                line.clear();
            }
            pollfd wait{m_from, POLLIN, 0};
            while (giveUp && poll(&wait, 1, kLook) == 0)
                if (giveUp()) return Got::Late;
            m_buffer.resize(1 << 16);
            const ssize_t size = read(m_from, m_buffer.data(), m_buffer.size());
            m_buffer.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
            if (size < 0 && errno == EINTR) continue;
            if (size <= 0) return tooLong ? Got::TooLong : line.empty() ? Got::End : Got::Line;
        }
    }

private:
    int m_from;
    std::string m_buffer;
    std::size_t m_at = 0;
};

[[noreturn]] void work(int from, int to)
{
#if !defined(__SANITIZE_ADDRESS__) // whose shadow memory is larger than any limit
    const rlimit memory{kMemory, kMemory};
    setrlimit(RLIMIT_AS, &memory);
#endif
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    Lines lines(from);
    std::string line;
    while (lines.next(line) == Lines::Got::Line)
        if (!writeAll(to, answer(line) + "\n")) break;
    _exit(0);
}

class Worker
{
public:
    ~Worker() { stop(); }
    //! Nothing if the worker died or took too long; `late` says which.
    std::optional<std::string> ask(const std::string& line, bool& late)
    {
        if (m_pid < 0) start();
        late = false;
        std::string out;
        if (writeAll(m_to, line + "\n")) {
            const double before = cpuSeconds();
            const auto start = std::chrono::steady_clock::now();
            const Lines::Got got = m_lines->next(out, [&] {
                const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - start;
                return cpuSeconds() - before > kCpuSeconds || waited.count() > kWallSeconds;
            });
            if (got == Lines::Got::Line) return out;
            late = got == Lines::Got::Late;
        }
        stop();
        return std::nullopt;
    }

private:
    //! Of the worker so far.
    double cpuSeconds() const
    {
        clockid_t clock{};
        timespec used{};
        if (clock_getcpuclockid(m_pid, &clock) != 0 || clock_gettime(clock, &used) != 0) return 0;
        return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
    }
    void start()
    {
        int in[2];
        int out[2];
        if (pipe(in) != 0 || pipe(out) != 0 || (m_pid = fork()) < 0) {
            std::perror("bt-conform");
            std::exit(1);
        }
        if (m_pid == 0) {
            close(in[1]);
            close(out[0]);
            work(in[0], out[1]);
        }
        close(in[0]);
        close(out[1]);
        m_to = in[1];
        m_from = out[0];
        m_lines.emplace(m_from);
    }
    void stop()
    {
        if (m_pid < 0) return;
        close(m_to);
        close(m_from);
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
        m_pid = -1;
    }

    pid_t m_pid = -1;
    int m_to = -1;
    int m_from = -1;
    std::optional<Lines> m_lines;
};

//! The id of a request that has no other answer, if it can be read.
Json idOf(const std::string& line)
{
    const auto request = bt::codec::parseJson(line);
    return request && request->is_object() && request->contains("id") ? (*request)["id"] : Json();
}

} // namespace

int main()
{
    std::signal(SIGPIPE, SIG_IGN);
    Lines lines(STDIN_FILENO);
    Worker worker;
    std::string line;
    bool died = false;
    for (;;) {
        const Lines::Got got = lines.next(line);
        if (got == Lines::Got::End) break;
        std::string out;
        if (got == Lines::Got::TooLong) {
            out = refusal({}, "conform.line_too_long", "a line has at most 32 MiB");
        } else {
            bool late = false;
            if (auto made = worker.ask(line, late)) out = std::move(*made);
            else if (late) out = refusal(idOf(line), "conform.too_slow", "this takes longer than 2 seconds");
            else {
                died = true;
                out = refusal(idOf(line), "conform.crashed", "the worker process died: this is a fault of ours");
                std::fprintf(stderr, "bt-conform: the worker died on a line of %zu bytes\n", line.size());
            }
        }
        if (!writeAll(STDOUT_FILENO, out + "\n")) return 1;
    }
    return died ? 3 : 0;
}
