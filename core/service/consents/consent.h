// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Rows of the consents: one for each receipt, given or received; one for each part of this person's own record; one for
//! each part that was shared with her. All in memory, every change written through in the caller's database transaction.
//! Thread safety: that of the database.
#pragma once

#include "base/secret.h"
#include "contract/profile/consent.h"
#include "crypto/curve25519.h"
#include "ipld/cid.h"
#include "ledger/wallet.h"
#include "store/database.h"

#include <map>
#include <memory>

namespace bt::service {

//! A transaction as a block accepted it.
struct ConsentEvent {
    std::string txid;  //!< hex
    Bytes tx;          //!< encodeTransaction
    std::string block; //!< hex of its hash
    std::uint64_t daaScore = 0;
    Millis at;
    [[nodiscard]] bool there() const { return !block.empty(); }
    void clear() { *this = {}; }
};

struct Consent {
    std::string id; //!< hex of 16 random bytes; of received ones: of the covenant id
    std::string threadId, dataClass;
    bool mine = false;
    contract::consent::Terms terms;
    contract::consent::Receipt receipt; //!< outpoint zero before the birth
    ledger::KeyRef refundKey;           //!< mine
    std::optional<crypto::Ed25519Signature> evidence;
    std::string birthTxid; //!< hex, of the signed grant; "" before
    ConsentEvent birth, end;
    std::string endStep;          //!< "revoke", "expire", "lost"; "" while it lives
    std::string ending;           //!< the step that waits: "revoke", "expire"; "" none
    bool told = false;            //!< the other side was sent the receipt
    bool failed = false;          //!< the grant was given up
    bool saidEnded = false;       //!< the conversation says so
    std::int64_t sentVersion = 0; //!< of the record, to this reader
    Millis madeAt;

    [[nodiscard]] bool onChain() const { return birth.there() && endStep.empty(); }
    //! Whether it is a permission at `now`: on the chain, not ended, not being taken back, in time.
    [[nodiscard]] bool counts(Millis now) const { return onChain() && ending.empty() && contract::consent::inTime(receipt, now); }
};
[[nodiscard]] Bytes encodeConsent(const Consent& consent);
[[nodiscard]] Result<Consent> decodeConsent(ByteView bytes); //!< "service.bad_row"

//! A sealed version of a part of a record.
struct SealedVersion {
    std::int64_t version = 0;
    ipld::Cid cid;
    std::shared_ptr<const Secret> contentKey; //!< rows are copied: one box for all copies; null with version 0
    Millis writtenAt;
};
struct OwnRecord {
    std::string dataClass, text;
    SealedVersion sealed; //!< version 0: never written
    bool rotate = false;  //!< a reader dropped out: seal anew under a new key
};
struct SharedRecordRow {
    std::string consentId;
    SealedVersion sealed;
    std::string text;
    bool here = false, broken = false;
};

class ConsentStore
{
public:
    [[nodiscard]] static Result<ConsentStore> open(store::Database& db);
    [[nodiscard]] Result<void> reload();

    [[nodiscard]] const std::map<std::string, Consent>& all() const { return m_all; }
    [[nodiscard]] const Consent* find(const std::string& id) const;
    [[nodiscard]] const Consent* bornBy(const std::string& txid) const; //!< of a grant that was signed
    [[nodiscard]] const Consent* at(const kaspa::Outpoint& outpoint) const;
    [[nodiscard]] const Consent* ofReceipt(const std::string& threadId, const kaspa::CovenantId& id) const;
    [[nodiscard]] Result<void> save(const Consent& consent);

    [[nodiscard]] const std::map<std::string, OwnRecord>& own() const { return m_own; }
    [[nodiscard]] Result<void> save(const OwnRecord& record);
    [[nodiscard]] const std::map<std::string, SharedRecordRow>& shared() const { return m_shared; }
    [[nodiscard]] Result<void> save(const SharedRecordRow& row);
    [[nodiscard]] Result<void> drop(const std::string& consentId); //!< of shared ones: key and text go

    //! Blocks of older versions, to be removed from the network's store.
    [[nodiscard]] Result<std::vector<ipld::Cid>> stale();
    [[nodiscard]] Result<void> addStale(const ipld::Cid& cid);
    [[nodiscard]] Result<void> removeStale(const ipld::Cid& cid);

private:
    explicit ConsentStore(store::Database& db) : m_db(&db) {}
    void place(const Consent& consent);
    store::Database* m_db;
    std::map<std::string, Consent> m_all;
    std::map<std::string, std::string> m_births;
    std::map<kaspa::Outpoint, std::string> m_places;
    std::map<std::string, OwnRecord> m_own;
    std::map<std::string, SharedRecordRow> m_shared;
};

} // namespace bt::service
