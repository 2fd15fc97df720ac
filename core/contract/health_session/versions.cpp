// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/state.h"

#include "contract/programs.h"

#include <string_view>
#include <vector>

namespace bt::contract::session {
namespace {

struct Artifact {
    std::string_view session;
    std::string_view ticket;
};
constexpr Artifact kArtifacts[] = {
#include "contract_health_session.inc"
};
constexpr Artifact kTokenArtifacts[] = {
#include "contract_health_session_token.inc"
};

template <std::size_t N> std::vector<Version> parsed(const Artifact (&artifacts)[N], std::string_view session, std::string_view ticket)
{
    std::vector<Version> out;
    for (const Artifact& artifact : artifacts) out.push_back({builtIn(artifact.session, session), builtIn(artifact.ticket, ticket), false});
    return out;
}

} // namespace

const std::vector<Version>& allVersions(bool inTokens)
{
    static const std::vector<Version> coins = parsed(kArtifacts, "HealthSession", "RatingTicket");
    static const std::vector<Version> tokens = [] {
        auto out = parsed(kTokenArtifacts, "HealthSessionToken", "WeightedTicket");
        for (Version& version : out) version.inTokens = true;
        return out;
    }();
    return inTokens ? tokens : coins;
}

const Version& currentVersion(bool inTokens) { return allVersions(inTokens).back(); }

Result<const Version*> versionOf(const Hash256& templateHash)
{
    for (const bool inTokens : {false, true})
        for (const Version& version : allVersions(inTokens))
            if (version.session.templateHash() == templateHash || version.ticket.templateHash() == templateHash) return &version;
    return fail("contract.unknown_program", "no artifact has this template hash");
}

} // namespace bt::contract::session
