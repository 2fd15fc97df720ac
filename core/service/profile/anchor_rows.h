// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Rows of public profiles: one for each anchor that this persona owns, guards or was shown, followed on the chain. All in
//! memory, every change written through in the caller's database transaction. Thread safety: that of the database.
#pragma once

#include "base/secret.h"
#include "contract/profile/anchor.h"
#include "ipld/cid.h"
#include "records/profile_document.h"
#include "store/database.h"

#include <map>
#include <memory>

namespace bt::service {

//! What shows someone an anchor: its id can be computed offline, its present state held against any node.
struct AnchorCard {
    contract::profile::AnchorBirth birth;
    contract::profile::AnchorState state;
    kaspa::Outpoint outpoint;
    std::uint64_t daaScore = 0;
    ipld::Cid document; //!< the profile's block
};
//! One text for a card: canonical JSON. "profile.bad_card".
[[nodiscard]] Result<Bytes> writeCard(const AnchorCard& card);
[[nodiscard]] Result<AnchorCard> readCard(ByteView bytes); //!< from anyone
[[nodiscard]] contract::profile::Anchor anchorOf(const AnchorCard& card, const kaspa::CovenantId& id);

enum class AnchorRole { Mine, Guarded, Known };

//! A step of a life, as the chain had it.
struct AnchorEvent {
    std::string step, txid;
    Millis at;
    std::uint64_t daaScore = 0;
};

struct AnchorRow {
    std::string id; //!< hex of the covenant id; of one that waits for its birth: "birth"
    AnchorRole role = AnchorRole::Known;
    std::string threadId; //!< of whom it is (Guarded, Known)
    AnchorCard card;      //!< birth and newest state
    bool born = false, ended = false;
    std::string birthTxid;                                 //!< Mine: of the signed birth
    std::optional<contract::profile::Guardians> guardians; //!< Mine, Guarded: who may recover it
    std::optional<contract::profile::Guardians> planned;   //!< Mine: those whom the step in the outbox puts in force
    std::optional<contract::profile::XOnlyKey> guardKey;   //!< Guarded: this persona's own among them
    int keyIndex = 0;                                      //!< Mine: of the controller's key; the one behind `next` is keyIndex + 1
    bool rescued = false;    //!< Mine by a recovery: controller and `next` are one key of another branch, until it rotates
    std::string pendingStep; //!< Mine: the step in the outbox
    Bytes block;             //!< the profile's block, checked against the state when it was read
    std::string sealedCid;   //!< of the part for contacts
    std::shared_ptr<const Secret> audienceKey; //!< opens that part; null: not for us
    Bytes fields;                              //!< that part, opened (records::serialiseFields)
    bool answered = false;                     //!< Guarded: this persona said yes
    std::vector<AnchorEvent> events;           //!< oldest first

    [[nodiscard]] bool live() const { return born && !ended; }
};
//! The other way of contract::profile::packGuardians, of bytes from anyone. "profile.bad_guardians".
[[nodiscard]] Result<contract::profile::Guardians> unpackGuardians(ByteView packed);
[[nodiscard]] Bytes encodeAnchorRow(const AnchorRow& row);
[[nodiscard]] Result<AnchorRow> decodeAnchorRow(ByteView bytes); //!< "service.bad_row"

class AnchorStore
{
public:
    [[nodiscard]] static Result<AnchorStore> open(store::Database& db);
    [[nodiscard]] Result<void> reload();
    [[nodiscard]] const std::map<std::string, AnchorRow>& all() const { return m_all; }
    [[nodiscard]] const AnchorRow* find(const std::string& id) const;
    [[nodiscard]] const AnchorRow* mine() const; //!< newest that is mine; null
    [[nodiscard]] const AnchorRow* at(const kaspa::Outpoint& outpoint) const;
    [[nodiscard]] Result<void> save(const AnchorRow& row);
    [[nodiscard]] Result<void> drop(const std::string& id);

private:
    explicit AnchorStore(store::Database& db) : m_db(&db) {}
    store::Database* m_db;
    std::map<std::string, AnchorRow> m_all;
};

} // namespace bt::service
