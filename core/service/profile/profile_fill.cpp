// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/profile_document.h"
#include "service/profile/profile.h"

namespace bt::service {

namespace cp = contract::profile;

namespace {

ProfileStage stageOf(const AnchorRow& row)
{
    if (row.ended) return ProfileStage::Ended;
    if (!row.born) return ProfileStage::Preparing;
    return row.card.state.pending ? ProfileStage::Recovering : ProfileStage::Live;
}

} // namespace

Result<void> Profile::fill(Snapshot& snapshot)
{
    auto view = std::make_shared<ProfileView>();
    const auto now = m_c->now();
    const auto& network = m_c->wallet.network();
    const auto daa = snapshot.network.daaScore;
    const auto rate = static_cast<std::int64_t>(network.daaPerSecond);
    const auto takesOver = [&](const AnchorRow& row) {
        if (!row.card.state.pending || !row.guardians) return Millis{};
        const auto left = static_cast<std::int64_t>(row.card.daaScore + row.guardians->delay) - static_cast<std::int64_t>(daa);
        return now.plus(std::max<std::int64_t>(left, 0) * 1000 / rate);
    };
    view->deposit = cp::kAnchorDeposit;
    BT_TRY(const auto recovery, crypto::secpXOnly(recoverySecret().view()));
    view->recoveryKey = hexOf(recovery);
    const auto* mine = m_store.mine();
    if (mine != nullptr) {
        view->stage = stageOf(*mine);
        view->txid = mine->birthTxid;
        view->pendingStep = mine->pendingStep;
        view->mustRotate = mine->rescued && mine->card.state.next == cp::keyCommitment(mine->card.state.controller);
        view->takesOverAt = takesOver(*mine);
        if (mine->born) view->did = "did:kaspa:" + network.id + ":" + mine->id;
        if (mine->card.state.pending) view->pendingKey = hexOf(*mine->card.state.pending);
        if (mine->guardians) {
            view->needed = mine->guardians->needed;
            view->delayMs = static_cast<std::int64_t>(mine->guardians->delay) * 1000 / rate;
        }
        if (const auto document = records::openProfileBlock(mine->block)) {
            for (const auto& field : document->fields) view->fields.push_back({field.label, field.text, false});
            if (const auto closed = records::parseFields(mine->fields))
                for (const auto& field : *closed) view->fields.push_back({field.label, field.text, true});
        }
        for (const auto& event : mine->events) view->history.emplace_back(event.step, event.at);
        if (mine->role == AnchorRole::Mine && !mine->birthTxid.empty() && !mine->ended && !mine->rescued)
            snapshot.money.held.value += cp::kAnchorDeposit.value;
    }
    for (const auto& [id, thread] : m_c->postbox.threads()) {
        GuardianView one{id, thread.name, false, false, false};
        BT_TRY(const auto known, m_c->book.get("profile/guardian/" + id));
        one.asked = known && !known->empty();
        one.agreed = known && known->size() == 64;
        if (one.agreed && mine != nullptr && mine->guardians)
            one.guards = std::ranges::any_of(mine->guardians->keys, [&](const auto& key) { return hexOf(key) == textOf(*known); });
        view->guardians.push_back(std::move(one));
    }
    for (const auto& [id, row] : m_store.all()) {
        const auto* thread = m_c->postbox.find(row.threadId);
        const auto did = "did:kaspa:" + network.id + ":" + id;
        if (row.role == AnchorRole::Guarded) {
            GuardedView one{id,
                            did,
                            row.threadId,
                            thread != nullptr ? thread->name : std::string(),
                            !row.answered,
                            row.guardians.has_value(),
                            0,
                            0,
                            0,
                            stageOf(row),
                            takesOver(row)};
            if (row.guardians) {
                one.needed = row.guardians->needed;
                one.of = static_cast<int>(row.guardians->keys.size());
                one.delayMs = static_cast<std::int64_t>(row.guardians->delay) * 1000 / rate;
            }
            view->guarded.push_back(std::move(one));
        }
        if (row.role == AnchorRole::Mine) continue;
        KnownProfileView known{row.threadId, did, {}, row.ended};
        if (!row.ended) {
            BT_TRY(known.shown, read(row.card.document, row.card.state.document, row.audienceKey ? row.audienceKey->view() : ByteView()));
        }
        view->known.push_back(std::move(known));
    }
    snapshot.profile = std::move(view);
    return {};
}

} // namespace bt::service
