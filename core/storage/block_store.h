// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! The port BlockStore: content-addressed blocks, and two fillings that work without a network. Every block is held
//! against its CID before anyone sees it, whoever kept it. Pure C++; no Qt.
//! Calls block a worker thread until the deadline. Thread safety: implementations may be called from several threads
//! unless they say otherwise.
#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "ipld/cid.h"
#include "store/database.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace bt::storage {

inline constexpr std::size_t kMaxBlockBytes = 2 * 1024 * 1024; //!< what the world's peers accept, and so do we

//! Codes: "storage.absent" (nobody here has the block), "storage.corrupt" (what was kept is not the block),
//! "storage.too_large", "storage.slow" (the deadline passed), "store.*".
class BlockStore
{
public:
    virtual ~BlockStore() = default;
    //! Keeps a block. Repeating it changes nothing. "ipld.wrong_block" if `data` is not what `cid` names.
    [[nodiscard]] virtual Result<void> put(const ipld::Cid& cid, ByteView data, const Deadline& deadline) = 0;
    //! \returns the block, verified against its CID on every call.
    [[nodiscard]] virtual Result<Bytes> get(const ipld::Cid& cid, const Deadline& deadline) = 0;
    [[nodiscard]] virtual Result<bool> has(const ipld::Cid& cid, const Deadline& deadline) = 0;
    //! Drops a block; succeeds if it was not there.
    [[nodiscard]] virtual Result<void> remove(const ipld::Cid& cid, const Deadline& deadline) = 0;
};

//! The blocks of the practice network: one SQLite file that every process of this computer opens, in place of the
//! network of peers. Sealed with a key that all processes know (what is in it is public anyway, and sealed objects are
//! sealed before they come here). Thread-safe.
class PracticeBlockStore final : public BlockStore
{
public:
    //! \param networkKey 32 bytes, the same for all processes.
    [[nodiscard]] static Result<std::unique_ptr<PracticeBlockStore>> open(const std::string& path, const Secret& networkKey);
    [[nodiscard]] Result<void> put(const ipld::Cid& cid, ByteView data, const Deadline& deadline) override;
    [[nodiscard]] Result<Bytes> get(const ipld::Cid& cid, const Deadline& deadline) override;
    [[nodiscard]] Result<bool> has(const ipld::Cid& cid, const Deadline& deadline) override;
    [[nodiscard]] Result<void> remove(const ipld::Cid& cid, const Deadline& deadline) override;

private:
    explicit PracticeBlockStore(store::Database db) : m_db(std::move(db)) {}
    std::mutex m_mutex;
    store::Database m_db;
};

//! A persona's own copies, in its database, in front of a network of blocks. Reading fills it; what the persona wrote
//! itself is pinned and never dropped to make room. One thread at a time (that of the database).
class CachedBlockStore final : public BlockStore
{
public:
    //! \param local and `network` outlive this. \param roomBytes how much unpinned copies may take.
    [[nodiscard]] static Result<std::unique_ptr<CachedBlockStore>> open(store::Database& local, BlockStore& network,
                                                                        std::int64_t roomBytes = 64 * 1024 * 1024);
    //! Pinned copy first, then the network; if the network fails the copy stays and the error is returned: put again.
    [[nodiscard]] Result<void> put(const ipld::Cid& cid, ByteView data, const Deadline& deadline) override;
    //! Pinned copy only, inside the caller's transaction if there is one; an outbox intent carries it to the network.
    [[nodiscard]] Result<void> keep(const ipld::Cid& cid, ByteView data);
    //! A copy that has rotted is dropped and fetched again.
    [[nodiscard]] Result<Bytes> get(const ipld::Cid& cid, const Deadline& deadline) override;
    [[nodiscard]] Result<bool> has(const ipld::Cid& cid, const Deadline& deadline) override;
    [[nodiscard]] Result<void> remove(const ipld::Cid& cid, const Deadline& deadline) override; //!< here and there

private:
    CachedBlockStore(store::Database& local, BlockStore& network, std::int64_t roomBytes)
        : m_local(&local), m_network(&network), m_room(roomBytes)
    {}
    [[nodiscard]] Result<void> keepCopy(const ipld::Cid& cid, ByteView data, bool pinned);
    store::Database* m_local;
    BlockStore* m_network;
    std::int64_t m_room;
};

} // namespace bt::storage
