// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Private to store: SQLite's allocator, which overwrites what it frees, so that a locked vault leaves no pages
//! behind in the heap.
#pragma once

namespace bt::store {

//! Installs the allocator; the first call counts. Without effect if SQLite has been started before. Any thread.
void configureMemory();

} // namespace bt::store
