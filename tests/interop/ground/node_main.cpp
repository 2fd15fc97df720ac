// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the lists one after the other; docs/contracts.md says what came of it, and the test fails when that changes
// (BT_REGENERATE=1 writes it). BT_LISTS=tst_token_attacks[,...] runs some of them, beside the document.
#include "contract/figures.h"
#include "interop/ground/node_ground.h"
#include "interop/ground/on_node.h"

#include <QCoreApplication>

namespace {

#ifdef BT_IN_TOKENS
constexpr const char* kMark = "node-attacks-token";
#else
constexpr const char* kMark = "node-attacks";
#endif

//! The file of a class: TestTokenAttacks stands in tst_token_attacks.
std::string fileOf(const std::string& name)
{
    std::string out = "tst";
    for (const char c : name.substr(4))
        if (c >= 'A' && c <= 'Z') out += {'_', static_cast<char>(c - 'A' + 'a')};
        else out += c;
    return out;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    bt::interop::NodeGround ground;
    bt::test::ground = &ground;
    const QStringList only = qEnvironmentVariable("BT_LISTS").split(QLatin1Char(','), Qt::SkipEmptyParts);
    int failed = 0, ran = 0;
    std::string table = "| list | refused by both | refused whole | mined | all but the fee | not asked |\n|---|---|---|---|---|---|\n";
    for (const auto& [name, run] : bt::interop::nodeLists()) {
        const std::string list = fileOf(name);
        if (!only.isEmpty() && !only.contains(QString::fromStdString(list))) continue;
        ++ran;
        failed += run(argc, argv) != 0 ? 1 : 0;
        failed += ground.report(list, table) ? 0 : 1;
    }
    bt::test::ground = nullptr;
    std::string found;
    if (only.isEmpty() && !bt::test::documentSays(kMark, table, found)) {
        qWarning("docs/contracts.md says otherwise:\n%s", found.c_str());
        ++failed;
    }
    qInfo("%s%d lists of attacks on a node, %d failures", table.c_str(), ran, failed);
    return failed == 0 && ran > 0 ? 0 : 1;
}
