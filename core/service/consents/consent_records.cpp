// SPDX-License-Identifier: GPL-3.0-or-later
// What a consent lets read: versions of this person's record, sealed anew with each change and whenever a reader drops out.
#include "ipld/sealed_object.h"
#include "records/shared_record.h"
#include "records/text.h"
#include "service/consents/consents.h"

namespace bt::service {

Result<void> Consents::write(const std::string& dataClass, const std::string& text)
{
    if (records::dataClass(dataClass) == nullptr) return fail("consent.unknown_class", {dataClass}, {});
    BT_TRY(const auto clean, records::plainText(text, records::kSharedTextBytes));
    OwnRecord record;
    if (const auto old = m_store.own().find(dataClass); old != m_store.own().end()) record = old->second;
    if (record.sealed.version > 0 && record.text == clean) return {};
    if (record.sealed.version == 0 && clean.empty()) return {};
    record.dataClass = dataClass;
    record.text = clean;
    record.sealed.writtenAt = m_c->now();
    return m_c->atomically([&] { return sealAnew(std::move(record)); });
}

//! A new version under a fresh content key, in this computer's store; inside the caller's database transaction. Readers who
//! still have a consent get the key with the next round; nobody else ever does.
Result<void> Consents::sealAnew(OwnRecord record)
{
    const bool had = record.sealed.version > 0;
    const auto old = record.sealed.cid;
    ++record.sealed.version;
    BT_TRY(const auto plain,
           records::serialise(records::SharedRecord{record.dataClass, record.sealed.version, record.sealed.writtenAt, record.text}));
    BT_TRY(auto sealed, ipld::seal(plain, m_c->world.random));
    BT_CHECK(m_c->blocks.keep(sealed.cid, sealed.block));
    record.sealed.cid = sealed.cid;
    record.sealed.contentKey = std::make_shared<const Secret>(std::move(sealed.contentKey));
    record.rotate = false;
    if (had) BT_CHECK(m_store.addStale(old));
    return m_store.save(record);
}

Result<bool> Consents::fetch()
{
    bool any = false;
    const auto now = m_c->now();
    std::map<std::string, SharedRecordRow> wanted;
    std::vector<std::string> names;
    for (const auto& [id, row] : m_store.shared()) {
        const auto* consent = m_store.find(row.consentId);
        if (row.here || row.broken || consent == nullptr || !consent->counts(now)) continue;
        names.push_back(id + " " + row.sealed.cid.text());
        wanted.emplace(names.back(), row);
    }
    for (const auto& name : m_absent.turn(std::move(names), now)) {
        auto& row = wanted.at(name);
        const auto* consent = m_store.find(row.consentId);
        const auto block = m_c->blocks.get(row.sealed.cid, Deadline{});
        if (!block) {
            if (block.error().code.substr(0, 6) == "store.") return tl::unexpected(block.error());
            m_absent.missed(name, now); // it may still come; a newer version takes its place
            continue;
        }
        const auto plain = ipld::open(*block, row.sealed.contentKey->view());
        const auto record = plain ? records::parseSharedRecord(*plain) : Result<records::SharedRecord>(fail("record.bad_shared"));
        if (!record || record->dataClass != consent->dataClass || record->version != row.sealed.version) {
            row.broken = true; // not what was promised: nothing of it is shown
        } else {
            row.here = true;
            row.text = record->text;
            row.sealed.writtenAt = std::min(record->writtenAt, m_c->now());
        }
        BT_CHECK(m_c->atomically([&] { return m_store.save(row); }));
        any = true;
    }
    return any;
}

//! What may not be read any more is not kept: keys and texts go as soon as nothing can bring the consent back.
Result<bool> Consents::tidy()
{
    std::vector<std::string> gone;
    const auto now = m_c->now();
    const auto daa = m_c->payments.about().daaScore;
    for (const auto& [id, row] : m_store.shared()) {
        const auto* consent = m_store.find(id);
        const bool over = consent == nullptr || !contract::consent::inTime(consent->receipt, now);
        const bool ended = consent != nullptr && !consent->endStep.empty() &&
                           (m_c->world.practice != nullptr || daa >= consent->end.daaScore + m_c->wallet.network().settleDaa);
        if (over || ended) gone.push_back(id);
    }
    if (gone.empty()) return false;
    BT_CHECK(m_c->atomically([&]() -> Result<void> {
        for (const auto& id : gone) BT_CHECK(m_store.drop(id));
        return {};
    }));
    return true;
}

//! Blocks of versions that no letter under way still needs leave the store; whoever fetched one before may have it.
Result<bool> Consents::dropStale()
{
    BT_TRY(const auto stale, m_store.stale());
    if (stale.empty()) return false;
    BT_TRY(const auto unfinished, m_c->outbox.unfinished());
    std::set<ipld::Cid> needed;
    for (const auto& intent : unfinished) {
        if (intent.kind != "mail") continue;
        const auto errand = decodeErrand(intent.payload);
        if (!errand) continue;
        needed.insert(errand->blocks.begin(), errand->blocks.end());
    }
    for (const auto& cid : stale) {
        if (needed.contains(cid)) continue;
        if (const auto removed = m_c->blocks.remove(cid, Deadline{}); !removed) continue; // another time
        BT_CHECK(m_c->atomically([&] { return m_store.removeStale(cid); }));
    }
    return false;
}

} // namespace bt::service
