// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! Where tests find the official vectors, and small helpers to read them. Header-only.
//! BT_VECTORS names the folder (default: ../shared/vectors beside the project). Without the folder a test runs only
//! its small tables in tests/vectors/, except where CI is "true": there a missing vector is a failure.
#pragma once

#include "base/bytes.h"

#include <QTest>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace bt::test {

inline std::filesystem::path sourceFolder() { return BT_SOURCE_DIR; }

//! The folder of the official vectors; it may not exist.
inline std::filesystem::path vectorsFolder()
{
    const char* named = std::getenv("BT_VECTORS");
    if (named != nullptr && *named != '\0') return named;
    return sourceFolder().parent_path() / "shared" / "vectors";
}

inline std::optional<std::string> fileText(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

//! An official vector file, for example "blake3/test_vectors.json"; nothing if it is absent.
inline std::optional<std::string> vectorText(std::string_view relative) { return fileText(vectorsFolder() / relative); }

//! A table of our own in tests/vectors/.
inline std::optional<std::string> ownTable(std::string_view name) { return fileText(sourceFolder() / "tests" / "vectors" / name); }

inline bool vectorsAreRequired()
{
    const char* ci = std::getenv("CI");
    return ci != nullptr && std::string_view(ci) == "true";
}

//! True if BT_LONG=1 asks for the full counts.
inline bool longRun()
{
    const char* asked = std::getenv("BT_LONG");
    return asked != nullptr && std::string_view(asked) == "1";
}

//! Hexadecimal to bytes; for vectors only, a wrong digit reads as 0.
inline Bytes unhex(std::string_view text)
{
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return 0;
    };
    Bytes out;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) out.push_back(static_cast<std::uint8_t>(digit(text[i]) * 16 + digit(text[i + 1])));
    return out;
}

//! Bytes to lower-case hexadecimal.
inline std::string hexOf(ByteView bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const std::uint8_t b : bytes) {
        out += digits[b >> 4];
        out += digits[b & 15];
    }
    return out;
}

} // namespace bt::test

//! Binds the text of an official vector file, or leaves the test: with a failure where vectors are required, otherwise
//! with what the test has checked so far.
#define BT_VECTOR(name, relative)                                                                                                          \
    const auto name##Optional = bt::test::vectorText(relative);                                                                            \
    if (!name##Optional) {                                                                                                                 \
        if (bt::test::vectorsAreRequired()) QFAIL("missing official vectors: " relative);                                                  \
        return;                                                                                                                            \
    }                                                                                                                                      \
    const std::string& name = *name##Optional

//! Fails the test with the error's code and detail if a Result holds an error.
#define BT_OK(result)                                                                                                                      \
    do {                                                                                                                                   \
        const auto& btOk_ = (result);                                                                                                      \
        if (!btOk_) QFAIL(qPrintable(QString::fromStdString(std::string(btOk_.error().code) + ": " + btOk_.error().detail)));              \
    } while (false)

//! Fails unless a Result holds this error code.
#define BT_REFUSED(result, expectedCode)                                                                                                   \
    do {                                                                                                                                   \
        const auto& btRefused_ = (result);                                                                                                 \
        QVERIFY2(!btRefused_, "was not refused");                                                                                          \
        QCOMPARE(QString::fromStdString(std::string(btRefused_.error().code)), QString(expectedCode));                                     \
    } while (false)
