// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Feature: the public profile of a persona (did:kaspa) and those of others that she knows or guards. Documents are signed
//! blocks whose hash stands on the chain; the part for contacts is sealed. Worker thread only.
#pragma once

#include "ledger/partial_signing.h"
#include "service/feature.h"
#include "service/profile/anchor_rows.h"
#include "service/profile/profile_view.h"

namespace bt::service {

class Profile final : public Feature
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Profile>> open(const FeatureParts& parts);

    // What ProfileDoor asks.
    [[nodiscard]] Result<void> publish(const std::vector<ProfileFieldView>& fields);
    [[nodiscard]] Result<ProfileShown> viewAs(const std::string& threadId);
    [[nodiscard]] Result<void> rotate();
    [[nodiscard]] Result<void> callOff();
    [[nodiscard]] Result<void> deactivate();
    [[nodiscard]] Result<void> askGuardian(const std::string& threadId);
    [[nodiscard]] Result<void> answerGuardian(const std::string& anchorId, bool yes);
    [[nodiscard]] Result<void> setGuardians(const std::vector<std::string>& threadIds, int needed, std::int64_t delayMs);
    [[nodiscard]] Result<std::string> startRecovery(const std::string& anchorId, const std::string& newKeyHex);
    [[nodiscard]] Result<RecoveryView> readRecovery(const std::string& text);
    [[nodiscard]] Result<std::string> signRecovery(const std::string& text);
    [[nodiscard]] Result<void> sendRecovery(const std::string& text);
    [[nodiscard]] Result<void> adopt(const std::string& text);

    // What a feature is.
    [[nodiscard]] std::string_view name() const override { return "profiles"; }
    [[nodiscard]] Result<void> reload() override { return m_store.reload(); }
    [[nodiscard]] Result<void> accepted(const ledger::AcceptedTx& tx, const ledger::AcceptedBlock& block) override;
    [[nodiscard]] Result<void> takenBack(const std::string& about, const std::string& txid, ByteView before) override;
    [[nodiscard]] Result<void> begunAnew() override;
    [[nodiscard]] std::span<const std::string_view> letterKinds() const override;
    [[nodiscard]] Result<void> letter(const FeatureLetter& letter, const Arrived& arrived, const Arrival& arrival) override;
    [[nodiscard]] Result<void> capsule(const Json& json, const Arrival& arrival) override;
    [[nodiscard]] Result<bool> push() override;
    [[nodiscard]] Result<void> fill(Snapshot& snapshot) override;

    [[nodiscard]] const AnchorStore& store() const { return m_store; }
    //! The secret of an x-only key of ours that an anchor or a guardian's plan names; "profile.wrong_key".
    [[nodiscard]] Result<Secret> secretOf(ByteView key);

private:
    friend class ProfileCarrier;
    Profile(const FeatureParts& parts, AnchorStore store) : m_p(parts), m_c(&parts.context), m_store(std::move(store)) {}
    // keys, all from the words
    [[nodiscard]] Secret ownKey(int index) const;
    [[nodiscard]] Secret guardKey(const std::string& threadId) const;
    [[nodiscard]] Secret recoverySecret() const;
    [[nodiscard]] crypto::Ed25519Pair signer() const;
    // documents
    struct Made {
        Bytes block;
        std::string sealedCid;
        std::shared_ptr<const Secret> audienceKey;
        Bytes fields;
    };
    [[nodiscard]] Result<Made> make(const std::vector<ProfileFieldView>& fields, std::int64_t sequence);
    [[nodiscard]] Result<void> keepMade(const Made& made);
    //! The reading code of every viewer. \param key of the part for contacts; empty: has none.
    [[nodiscard]] Result<ProfileShown> read(const ipld::Cid& block, const Hash256& document, ByteView key);
    // steps
    [[nodiscard]] Result<Signed> build(const Errand& errand, const Bytes& payload);
    [[nodiscard]] Result<Signed> buildBirth(const AnchorRow& row, const Bytes& payload);
    [[nodiscard]] Result<AnchorRow> ownLive() const; //!< "profile.none", "profile.busy"
    [[nodiscard]] Result<void> post(AnchorRow row, const std::string& step, Json extra);
    // letters
    [[nodiscard]] Result<void> onCard(const Json& body, const Arrived& arrived);
    [[nodiscard]] Result<void> onAsk(const Json& body, const Arrived& arrived);
    [[nodiscard]] Result<void> onYes(const Json& body, const Arrived& arrived);
    [[nodiscard]] Result<void> onPlan(const Json& body, const Arrived& arrived);
    [[nodiscard]] Result<bool> tellContacts(const AnchorRow& row);
    [[nodiscard]] Result<Json> cardBody(const AnchorRow& row, const std::string& threadId);
    struct Checked {
        AnchorCard card;
        kaspa::CovenantId id;
    };
    //! A card from someone: the id computed, bound to who writes, the state held against the chain. "profile.bad_letter".
    [[nodiscard]] Result<Checked> check(const Json& body, const Arrived& arrived);
    [[nodiscard]] AnchorRow rowOf(const Checked& checked, const std::string& threadId) const;
    [[nodiscard]] Result<bool> pushFinish(const AnchorRow& row);
    [[nodiscard]] Result<void> takeCoinsBack(const std::string& anchorId);
    // recovery
    struct Asked {
        ledger::PartialSigning signing;
        AnchorCard card;
        kaspa::CovenantId id;
        contract::profile::Guardians guardians;
        contract::profile::XOnlyKey newKey;
    };
    //! A signing file from anyone: the transaction is the very step that its words describe. "profile.other_file".
    [[nodiscard]] Result<Asked> readFile(const std::string& text) const;
    [[nodiscard]] Result<AnchorRow> guardedRow(const Asked& asked) const; //!< "profile.not_guarded", "profile.moved_on"

    FeatureParts m_p;
    Context* m_c;
    AnchorStore m_store;
    std::map<std::string, Millis> m_tried;
};

} // namespace bt::service
