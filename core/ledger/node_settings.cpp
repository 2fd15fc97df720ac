// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/node_settings.h"

#include <algorithm>
#include <charconv>

namespace bt::ledger {
namespace {

constexpr std::size_t kMaxHost = 253;
constexpr std::int64_t kShortestWait = 100;
constexpr std::int64_t kLongestWait = 300'000;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isAlnum(char c) { return isDigit(c) || (c >= 'a' && c <= 'z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::uint16_t standardPort(std::string_view network)
{
    if (network == "mainnet") return 18110;
    if (network.starts_with("testnet")) return 18210;
    return 18510;
}

//! Four numbers up to 255 without leading zeros.
bool isIpv4(std::string_view host)
{
    int parts = 0;
    for (;;) {
        const std::size_t dot = host.find('.');
        const std::string_view part = host.substr(0, dot);
        if (part.empty() || part.size() > 3 || !std::ranges::all_of(part, isDigit)) return false;
        if (part.size() > 1 && part[0] == '0') return false;
        int value = 0;
        std::from_chars(part.data(), part.data() + part.size(), value);
        if (value > 255) return false;
        ++parts;
        if (dot == std::string_view::npos) return parts == 4;
        host.remove_prefix(dot + 1);
    }
}

//! Judges characters and groups; what it lets through and is none fails at connecting.
bool isIpv6(std::string_view host)
{
    std::size_t colons = 0, run = 0;
    for (const char c : host) {
        if (c == ':') {
            ++colons;
            run = 0;
        } else if (isDigit(c) || (c >= 'a' && c <= 'f')) {
            if (++run > 4) return false;
        } else {
            return false;
        }
    }
    const std::size_t gap = host.find("::");
    const bool once = gap != std::string_view::npos && host.find("::", gap + 1) == std::string_view::npos;
    return (once && colons >= 2 && colons <= 7) || (gap == std::string_view::npos && colons == 7 && run > 0);
}

bool isName(std::string_view host)
{
    if (host.empty() || host.size() > kMaxHost) return false;
    std::size_t label = 0;
    char before = '.';
    for (const char c : host) {
        if (c == '.') {
            if (label == 0 || before == '-') return false;
            label = 0;
        } else if (isAlnum(c) || (c == '-' && label > 0) || c == '_') {
            if (++label > 63) return false;
        } else {
            return false;
        }
        before = c;
    }
    if (before == '.' || before == '-') return false;
    // A last label of digits is an address that went wrong, never a name.
    const std::string_view last = host.substr(host.find_last_of('.') + 1);
    return !std::ranges::all_of(last, isDigit);
}

bool isPathChar(char c) { return c > ' ' && c < 0x7f && c != '?' && c != '#' && c != '@' && c != '\\' && c != '"'; }

} // namespace

std::string NodeUrl::name() const
{
    const bool v6 = host.find(':') != std::string::npos;
    return (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::string NodeUrl::text() const { return (tls ? "wss://" : "ws://") + name() + path; }

bool NodeUrl::local() const { return host == "localhost" || host == "::1" || (isIpv4(host) && host.starts_with("127.")); }

Result<NodeUrl> parseNodeUrl(std::string_view url, std::string_view network)
{
    if (url.empty() || url.size() > kMaxNodeUrl || !std::ranges::all_of(url, isPathChar)) return fail("node.url_malformed");
    std::string scheme;
    for (const char c : url.substr(0, std::min<std::size_t>(url.size(), 6))) scheme.push_back(lower(c));
    NodeUrl out;
    out.tls = scheme.starts_with("wss://");
    if (!out.tls && !scheme.starts_with("ws://")) return fail("node.url_scheme", {std::string(url)}, {});
    std::string_view rest = url.substr(out.tls ? 6 : 5);
    const std::size_t slash = rest.find('/');
    out.path = slash == std::string_view::npos ? "/" : std::string(rest.substr(slash));
    rest = rest.substr(0, slash);

    std::string_view host, port;
    bool hasPort = false;
    if (rest.starts_with('[')) {
        const std::size_t end = rest.find(']');
        if (end == std::string_view::npos) return fail("node.url_host");
        host = rest.substr(1, end - 1);
        rest.remove_prefix(end + 1);
        hasPort = rest.starts_with(':');
        if (!rest.empty() && !hasPort) return fail("node.url_host");
        if (hasPort) port = rest.substr(1);
    } else {
        const std::size_t colon = rest.find(':');
        host = rest.substr(0, colon);
        hasPort = colon != std::string_view::npos;
        if (hasPort) port = rest.substr(colon + 1);
    }
    const bool bracketed = url.find('[') != std::string_view::npos;
    for (const char c : host) out.host.push_back(lower(c));
    if (bracketed ? !isIpv6(out.host) : !isIpv4(out.host) && !isName(out.host)) return fail("node.url_host");
    out.port = standardPort(network);
    if (hasPort) {
        const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), out.port);
        if (error != std::errc() || end != port.data() + port.size() || out.port == 0) return fail("node.url_port");
    }
    return out;
}

const std::vector<std::string>& knownNetworks()
{
    static const std::vector<std::string> all{"practice", "simnet", "testnet-10", "mainnet"};
    return all;
}

Result<NodeSettings> checkNodeSettings(NodeSettings settings)
{
    if (std::ranges::find(knownNetworks(), settings.network) == knownNetworks().end())
        return fail("node.network_unknown", {settings.network}, {});
    if (settings.answerWithinMs < kShortestWait || settings.answerWithinMs > kLongestWait) return fail("node.bad_wait");
    if (settings.urls.size() > kMaxNodeUrls) return fail("node.url_too_many", {std::to_string(kMaxNodeUrls)}, {});
    if (settings.network != "practice" && settings.urls.empty()) return fail("node.url_missing", {settings.network}, {});
    std::vector<std::string> spelled;
    for (const std::string& url : settings.urls) {
        BT_TRY(const NodeUrl parsed, parseNodeUrl(url, settings.network));
        if (std::ranges::find(spelled, parsed.text()) != spelled.end()) return fail("node.url_twice", {parsed.text()}, {});
        spelled.push_back(parsed.text());
    }
    settings.urls = std::move(spelled);
    return settings;
}

} // namespace bt::ledger
