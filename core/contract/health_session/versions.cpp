// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/health_session/state.h"

#include <cstdlib>
#include <string_view>
#include <vector>

namespace bt::contract::session
{
namespace
{

struct Artifact {
    std::string_view session;
    std::string_view ticket;
};
constexpr Artifact kArtifacts[] = {
#include "contract_health_session.inc"
};

} // namespace

const std::vector<Version>& allVersions()
{
    // The artifacts are part of the binary: one that does not parse is a broken build, which no caller could handle.
    static const std::vector<Version> all = [] {
        std::vector<Version> out;
        for (const Artifact& artifact : kArtifacts) {
            auto session = kaspa::abi::Program::parse(artifact.session, "HealthSession");
            auto ticket = kaspa::abi::Program::parse(artifact.ticket, "RatingTicket");
            if (!session || !ticket) std::abort();
            out.push_back({*std::move(session), *std::move(ticket)});
        }
        return out;
    }();
    return all;
}

const Version& currentVersion() { return allVersions().back(); }

Result<const Version*> versionOf(const Hash256& templateHash)
{
    for (const Version& version : allVersions())
        if (version.session.templateHash() == templateHash || version.ticket.templateHash() == templateHash)
            return &version;
    return fail("contract.unknown_program", "no artifact has this template hash");
}

} // namespace bt::contract::session
