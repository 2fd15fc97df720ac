// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Writes whose traces can be checked after any crash: row `id` has bytes that follow from `id`, a second table has its
//! sum, a third the number of rows, all in one transaction. Header-only.
#pragma once

#include "base/random.h"
#include "store/database.h"

#include <numeric>

namespace bt::test {

inline Secret storyKey()
{
    Secret key(32);
    std::fill(key.data(), key.data() + 32, std::uint8_t{0x5a});
    return key;
}

inline Result<store::Database> openStory(const std::string& path, bool exclusive = true)
{
    BT_TRY(auto db, store::Database::open({.path = path, .exclusive = exclusive, .create = true}, storyKey()));
    BT_CHECK(db.migrate("story",
                        {"CREATE TABLE row(id INTEGER PRIMARY KEY, data BLOB)", "CREATE TABLE total(id INTEGER PRIMARY KEY, sum INTEGER)",
                         "CREATE TABLE count(n INTEGER); INSERT INTO count VALUES(0)"}));
    return db;
}

inline Bytes storyData(std::int64_t id)
{
    SeededRandom random(static_cast<std::uint64_t>(id) * 7919 + 1);
    // Mostly small; now and then larger than a page, and sometimes many pages.
    const auto size = random.below(16) == 0 ? random.below(60'000) : random.below(900);
    return random.bytes(size);
}
inline std::int64_t storySum(const Bytes& data)
{
    return std::accumulate(data.begin(), data.end(), std::int64_t{static_cast<std::int64_t>(data.size()) << 32});
}

//! Adds the next row. \returns its id.
inline Result<std::int64_t> addStoryRow(store::Database& db)
{
    std::int64_t id = 0;
    BT_CHECK(db.transaction([&]() -> Result<void> {
        BT_TRY(auto last, db.prepare("SELECT coalesce(max(id), 0) FROM row"));
        BT_TRY(const bool any, last.step());
        id = (any ? last.integer(0) : 0) + 1;
        last.reset();
        const Bytes data = storyData(id);
        BT_TRY(auto put, db.prepare("INSERT INTO row VALUES(?, ?)"));
        BT_CHECK(put.bind(id).bind(ByteView(data)).run());
        BT_TRY(auto sum, db.prepare("INSERT INTO total VALUES(?, ?)"));
        BT_CHECK(sum.bind(id).bind(storySum(data)).run());
        return db.execute("UPDATE count SET n = n + 1");
    }));
    return id;
}

//! Checks every trace. \returns how many rows there are; "test.half" if one is not whole.
inline Result<std::int64_t> checkStory(store::Database& db)
{
    BT_CHECK(db.integrityCheck());
    BT_TRY(auto all, db.prepare("SELECT row.id, row.data, total.sum FROM row LEFT JOIN total USING(id) ORDER BY id"));
    std::int64_t rows = 0;
    for (;;) {
        BT_TRY(const bool row, all.step());
        if (!row) break;
        ++rows;
        const Bytes data = all.blob(1);
        if (all.integer(0) != rows || data != storyData(rows) || all.isNull(2) || all.integer(2) != storySum(data))
            return fail("test.half", "row " + std::to_string(rows));
    }
    BT_TRY(auto count, db.prepare("SELECT n, (SELECT count(*) FROM total) FROM count"));
    BT_TRY(const bool there, count.step());
    if (!there || count.integer(0) != rows || count.integer(1) != rows) return fail("test.half", "counts differ");
    return rows;
}

} // namespace bt::test
