// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/block_store.h"

namespace bt::storage {

Result<std::unique_ptr<CachedBlockStore>> CachedBlockStore::open(store::Database& local, BlockStore& network, std::int64_t roomBytes)
{
    // `id` grows with every copy: dropping the lowest unpinned one drops the oldest.
    BT_CHECK(local.migrate("block_cache", {"CREATE TABLE block_copy(id INTEGER PRIMARY KEY AUTOINCREMENT, cid BLOB NOT NULL UNIQUE, "
                                           "data BLOB NOT NULL, pinned INTEGER NOT NULL)"}));
    return std::unique_ptr<CachedBlockStore>(new CachedBlockStore(local, network, roomBytes));
}

Result<void> CachedBlockStore::keepCopy(const ipld::Cid& cid, ByteView data, bool pinned)
{
    if (data.size() > kMaxBlockBytes)
        return fail("storage.too_large", {std::to_string(data.size())}, "block above " + std::to_string(kMaxBlockBytes));
    BT_CHECK(ipld::checkBlock(cid, data));
    return m_local->transaction([&]() -> Result<void> {
        BT_TRY(auto put, m_local->prepare("INSERT INTO block_copy(cid, data, pinned) VALUES(?1, ?2, ?3) "
                                          "ON CONFLICT(cid) DO UPDATE SET data = excluded.data, "
                                          "pinned = max(pinned, excluded.pinned)"));
        BT_CHECK(put.bind(ByteView(cid.bytes())).bind(data).bind(std::int64_t{pinned}).run());
        // Make room: the oldest unpinned copies whose followers already fill it.
        BT_TRY(auto drop, m_local->prepare("DELETE FROM block_copy WHERE id IN (SELECT id FROM (SELECT id, sum(length(data)) OVER "
                                           "(ORDER BY id DESC) AS total FROM block_copy WHERE pinned = 0) WHERE total > ?1)"));
        return drop.bind(m_room).run();
    });
}

Result<void> CachedBlockStore::put(const ipld::Cid& cid, ByteView data, const Deadline& deadline)
{
    BT_CHECK(keepCopy(cid, data, true));
    return m_network->put(cid, data, deadline);
}

Result<void> CachedBlockStore::keep(const ipld::Cid& cid, ByteView data) { return keepCopy(cid, data, true); }

Result<Bytes> CachedBlockStore::get(const ipld::Cid& cid, const Deadline& deadline)
{
    bool pinned = false;
    {
        BT_TRY(auto query, m_local->prepare("SELECT data, pinned FROM block_copy WHERE cid = ?"));
        BT_TRY(const bool there, query.bind(ByteView(cid.bytes())).step());
        if (there) {
            Bytes data = query.blob(0);
            if (ipld::checkBlock(cid, data)) return data;
            pinned = query.integer(1) != 0;
        }
    }
    BT_TRY(Bytes data, m_network->get(cid, deadline));
    if (!ipld::checkBlock(cid, data)) return fail("storage.corrupt", "the network gave another block");
    // A copy that cannot be kept (a full disk) does not take the block from the reader.
    (void)keepCopy(cid, data, pinned).has_value();
    return data;
}

Result<bool> CachedBlockStore::has(const ipld::Cid& cid, const Deadline& deadline)
{
    BT_TRY(auto query, m_local->prepare("SELECT 1 FROM block_copy WHERE cid = ?"));
    BT_TRY(const bool there, query.bind(ByteView(cid.bytes())).step());
    if (there) return true;
    return m_network->has(cid, deadline);
}

Result<void> CachedBlockStore::remove(const ipld::Cid& cid, const Deadline& deadline)
{
    BT_TRY(auto drop, m_local->prepare("DELETE FROM block_copy WHERE cid = ?"));
    BT_CHECK(drop.bind(ByteView(cid.bytes())).run());
    return m_network->remove(cid, deadline);
}

} // namespace bt::storage
