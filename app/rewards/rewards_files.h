// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Files of the stewards' tool. A key comes from a file that nobody else can read, or from the terminal without an echo, and
//! never from the command line. Thread safety: functions are.
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "contract/reward/pool.h"

#include <QString>

namespace bt::app {

//! At most 4 MiB. "file.unreadable" (args: its name).
[[nodiscard]] Result<std::string> readFile(const QString& path);
//! Replaces it as a whole. "file.unwritable" (args: its name). \param secret only the owner may read it.
[[nodiscard]] Result<void> writeFile(const QString& path, const std::string& content, bool secret = false);
//! 64 hex digits in a file of mode 0600, or typed ("" for the path). "file.key_exposed", "file.no_key" (args: name).
[[nodiscard]] Result<Secret> readKey(const QString& path, const char* prompt);
[[nodiscard]] Result<contract::reward::Stewards> readStewards(const QString& path);
[[nodiscard]] Result<void> writeStewards(const QString& path, const contract::reward::Stewards& stewards);

} // namespace bt::app
