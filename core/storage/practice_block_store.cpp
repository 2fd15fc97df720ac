// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/block_store.h"

namespace bt::storage {
namespace {

Result<void> checkPut(const ipld::Cid& cid, ByteView data)
{
    if (data.size() > kMaxBlockBytes)
        return fail("storage.too_large", {std::to_string(data.size())}, "block above " + std::to_string(kMaxBlockBytes));
    return ipld::checkBlock(cid, data);
}

} // namespace

Result<std::unique_ptr<PracticeBlockStore>> PracticeBlockStore::open(const std::string& path, const Secret& networkKey)
{
    BT_TRY(auto db, store::Database::open({.path = path, .exclusive = false, .create = true}, networkKey));
    BT_CHECK(db.migrate("blocks", {"CREATE TABLE block(cid BLOB PRIMARY KEY, data BLOB NOT NULL)"}));
    return std::unique_ptr<PracticeBlockStore>(new PracticeBlockStore(std::move(db)));
}

Result<void> PracticeBlockStore::put(const ipld::Cid& cid, ByteView data, const Deadline& deadline)
{
    if (deadline.over()) return fail("storage.slow");
    BT_CHECK(checkPut(cid, data));
    const std::lock_guard lock(m_mutex);
    BT_TRY(auto held, m_db.prepare("SELECT data FROM block WHERE cid = ?"));
    BT_TRY(const bool there, held.bind(ByteView(cid.bytes())).step());
    if (there && ipld::checkBlock(cid, held.blob(0))) return {};
    held.reset();
    BT_TRY(auto put, m_db.prepare("INSERT OR REPLACE INTO block(cid, data) VALUES(?, ?)"));
    return put.bind(ByteView(cid.bytes())).bind(data).run();
}

Result<Bytes> PracticeBlockStore::get(const ipld::Cid& cid, const Deadline& deadline)
{
    if (deadline.over()) return fail("storage.slow");
    const std::lock_guard lock(m_mutex);
    BT_TRY(auto query, m_db.prepare("SELECT data FROM block WHERE cid = ?"));
    BT_TRY(const bool there, query.bind(ByteView(cid.bytes())).step());
    if (!there) return fail("storage.absent");
    Bytes data = query.blob(0);
    if (!ipld::checkBlock(cid, data)) return fail("storage.corrupt", "a kept block is not what its CID names");
    return data;
}

Result<bool> PracticeBlockStore::has(const ipld::Cid& cid, const Deadline& deadline)
{
    if (deadline.over()) return fail("storage.slow");
    const std::lock_guard lock(m_mutex);
    BT_TRY(auto query, m_db.prepare("SELECT 1 FROM block WHERE cid = ?"));
    return query.bind(ByteView(cid.bytes())).step();
}

Result<void> PracticeBlockStore::remove(const ipld::Cid& cid, const Deadline& deadline)
{
    if (deadline.over()) return fail("storage.slow");
    const std::lock_guard lock(m_mutex);
    BT_TRY(auto drop, m_db.prepare("DELETE FROM block WHERE cid = ?"));
    return drop.bind(ByteView(cid.bytes())).run();
}

} // namespace bt::storage
