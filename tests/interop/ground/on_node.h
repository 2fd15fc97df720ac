// SPDX-License-Identifier: GPL-3.0-or-later
//! \file
//! BT_CONTRACT_MAIN of a contracts' test that runs on a node: it joins the lists of its binary, whose main() starts one node
//! and runs them one after the other. Header-only.
#pragma once

#include <QTest>

#include <functional>
#include <map>
#include <string>

namespace bt::interop {

using NodeLists = std::map<std::string, std::function<int(int, char**)>>; //!< by the class's name
inline NodeLists& nodeLists()
{
    static NodeLists all;
    return all;
}

template <typename Test> struct NodeList {
    explicit NodeList(const char* name)
    {
        nodeLists()[name] = [](int argc, char** argv) {
            Test test;
            return QTest::qExec(&test, argc, argv);
        };
    }
};

} // namespace bt::interop
