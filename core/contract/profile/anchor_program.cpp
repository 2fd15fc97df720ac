// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/profile/anchor_program.h"

#include "contract/programs.h"

namespace bt::contract::profile {
namespace {

struct Artifact {
    std::string_view anchor;
};
constexpr Artifact kArtifacts[] = {
#include "contract_anchor.inc"
};

} // namespace

const std::vector<kaspa::abi::Program>& allAnchorPrograms()
{
    static const auto all = builtIns(kArtifacts, &Artifact::anchor, "ProfileAnchor");
    return all;
}

kaspa::abi::RecordValue stateRecord(const AnchorState& state)
{
    const XOnlyKey none;
    return {{"controller", state.controller.view()},
            {"next", state.next.view()},
            {"document", state.document.view()},
            {"consents", state.consents.view()},
            {"guardians", state.guardians.view()},
            {"pending", state.pending ? state.pending->view() : none.view()},
            {"sequence", state.sequence}};
}

Result<const kaspa::abi::Program*> anchorProgramOf(const Hash256& templateHash) { return versionAmong(allAnchorPrograms(), templateHash); }

Hash256 currentAnchorProgram() { return allAnchorPrograms().back().templateHash(); }

} // namespace bt::contract::profile
