// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consents/consent.h"
#include "service/json_fields.h"

namespace bt::service {
namespace {

Result<SealedVersion> readSealed(store::Statement& row, int first)
{
    SealedVersion out;
    out.version = row.integer(first);
    out.writtenAt = {row.integer(first + 3)};
    if (out.version == 0) return out;
    BT_TRY(out.cid, ipld::parseCid(std::string_view(row.text(first + 1))));
    out.contentKey = std::make_shared<const Secret>(Secret::copyOf(row.blob(first + 2)));
    return out;
}

void bindSealed(store::Statement& to, const SealedVersion& sealed)
{
    to.bind(sealed.version)
        .bind(sealed.version == 0 ? std::string() : sealed.cid.text())
        .bind(sealed.contentKey ? sealed.contentKey->view() : ByteView())
        .bind(sealed.writtenAt.value);
}

} // namespace

Result<ConsentStore> ConsentStore::open(store::Database& db)
{
    BT_CHECK(db.migrate(
        "consents",
        {"CREATE TABLE consents (id TEXT PRIMARY KEY, row BLOB NOT NULL) WITHOUT ROWID;"
         "CREATE TABLE own_records (class TEXT PRIMARY KEY, version INTEGER NOT NULL, cid TEXT NOT NULL, key BLOB NOT NULL, "
         "written INTEGER NOT NULL, text TEXT NOT NULL, rotate INTEGER NOT NULL) WITHOUT ROWID;"
         "CREATE TABLE shared_records (consent TEXT PRIMARY KEY, version INTEGER NOT NULL, cid TEXT NOT NULL, key BLOB NOT NULL, "
         "written INTEGER NOT NULL, text TEXT NOT NULL, here INTEGER NOT NULL, broken INTEGER NOT NULL) WITHOUT ROWID;"
         "CREATE TABLE stale_records (cid TEXT PRIMARY KEY) WITHOUT ROWID;"}));
    ConsentStore out(db);
    BT_CHECK(out.reload());
    return out;
}

Result<void> ConsentStore::reload()
{
    m_all.clear();
    m_births.clear();
    m_places.clear();
    m_own.clear();
    m_shared.clear();
    BT_TRY(auto rows, m_db->prepare("SELECT row FROM consents"));
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) break;
        BT_TRY(const auto consent, decodeConsent(rows.blob(0)));
        place(consent);
    }
    BT_TRY(auto own, m_db->prepare("SELECT class, version, cid, key, written, text, rotate FROM own_records"));
    for (;;) {
        BT_TRY(const bool more, own.step());
        if (!more) break;
        OwnRecord record;
        record.dataClass = own.text(0);
        BT_TRY(record.sealed, readSealed(own, 1));
        record.text = own.text(5);
        record.rotate = own.integer(6) != 0;
        m_own.insert_or_assign(record.dataClass, record);
    }
    BT_TRY(auto shared, m_db->prepare("SELECT consent, version, cid, key, written, text, here, broken FROM shared_records"));
    for (;;) {
        BT_TRY(const bool more, shared.step());
        if (!more) break;
        SharedRecordRow row;
        row.consentId = shared.text(0);
        BT_TRY(row.sealed, readSealed(shared, 1));
        row.text = shared.text(5);
        row.here = shared.integer(6) != 0;
        row.broken = shared.integer(7) != 0;
        m_shared.insert_or_assign(row.consentId, row);
    }
    return {};
}

void ConsentStore::place(const Consent& consent)
{
    if (const auto old = m_all.find(consent.id); old != m_all.end()) {
        m_births.erase(old->second.birthTxid);
        m_places.erase(old->second.receipt.outpoint);
    }
    if (!consent.birthTxid.empty()) m_births.insert_or_assign(consent.birthTxid, consent.id);
    if (consent.birth.there()) m_places.insert_or_assign(consent.receipt.outpoint, consent.id);
    m_all.insert_or_assign(consent.id, consent);
}

const Consent* ConsentStore::find(const std::string& id) const
{
    const auto it = m_all.find(id);
    return it == m_all.end() ? nullptr : &it->second;
}
const Consent* ConsentStore::bornBy(const std::string& txid) const
{
    const auto it = m_births.find(txid);
    return it == m_births.end() ? nullptr : find(it->second);
}
const Consent* ConsentStore::at(const kaspa::Outpoint& outpoint) const
{
    const auto it = m_places.find(outpoint);
    return it == m_places.end() ? nullptr : find(it->second);
}
const Consent* ConsentStore::ofReceipt(const std::string& threadId, const kaspa::CovenantId& id) const
{
    for (const auto& [key, consent] : m_all)
        if (consent.threadId == threadId && consent.receipt.id == id) return &consent;
    return nullptr;
}

Result<void> ConsentStore::save(const Consent& consent)
{
    BT_TRY(auto insert, m_db->prepare("INSERT OR REPLACE INTO consents (id, row) VALUES (?, ?)"));
    BT_CHECK(insert.bind(consent.id).bind(encodeConsent(consent)).run());
    place(consent);
    return {};
}

Result<void> ConsentStore::save(const OwnRecord& record)
{
    BT_TRY(
        auto insert,
        m_db->prepare("INSERT OR REPLACE INTO own_records (class, version, cid, key, written, text, rotate) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(record.dataClass);
    bindSealed(insert, record.sealed);
    BT_CHECK(insert.bind(record.text).bind(std::int64_t(record.rotate)).run());
    m_own.insert_or_assign(record.dataClass, record);
    return {};
}

Result<void> ConsentStore::save(const SharedRecordRow& row)
{
    BT_TRY(auto insert, m_db->prepare("INSERT OR REPLACE INTO shared_records (consent, version, cid, key, written, text, here, broken) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(row.consentId);
    bindSealed(insert, row.sealed);
    BT_CHECK(insert.bind(row.text).bind(std::int64_t(row.here)).bind(std::int64_t(row.broken)).run());
    m_shared.insert_or_assign(row.consentId, row);
    return {};
}

Result<void> ConsentStore::drop(const std::string& consentId)
{
    BT_TRY(auto gone, m_db->prepare("DELETE FROM shared_records WHERE consent = ?"));
    BT_CHECK(gone.bind(consentId).run());
    m_shared.erase(consentId);
    return {};
}

Result<std::vector<ipld::Cid>> ConsentStore::stale()
{
    BT_TRY(auto rows, m_db->prepare("SELECT cid FROM stale_records"));
    std::vector<ipld::Cid> out;
    for (;;) {
        BT_TRY(const bool more, rows.step());
        if (!more) return out;
        BT_TRY(const auto cid, ipld::parseCid(std::string_view(rows.text(0))));
        out.push_back(cid);
    }
}

Result<void> ConsentStore::addStale(const ipld::Cid& cid)
{
    BT_TRY(auto add, m_db->prepare("INSERT OR IGNORE INTO stale_records (cid) VALUES (?)"));
    return add.bind(cid.text()).run();
}

Result<void> ConsentStore::removeStale(const ipld::Cid& cid)
{
    BT_TRY(auto gone, m_db->prepare("DELETE FROM stale_records WHERE cid = ?"));
    return gone.bind(cid.text()).run();
}

} // namespace bt::service
