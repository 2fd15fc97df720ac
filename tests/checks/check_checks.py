#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks find what they are for: each is given a small project with one fault, and one without."""
import json
import pathlib
import shutil
import tempfile

import check_access
import check_crisis
import check_format
import check_layers
import check_links
import check_style
import common

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
MACHINE = "/" + "root/x"
LINE = {"number": "116 123", "source": "https://example.org/x", "checked": "2026-11-23", "note": {"en": "a", "de": "b"}}


def crisis(change):
    countries = [{"code": f"A{chr(65 + i)}", "name": {"en": "a", "de": "b"}, "emergency": dict(LINE),
                  "lines": [dict(LINE, name="n", hours={"en": "a", "de": "b"})]} for i in range(12)]
    change(countries)
    return {"resources/crisis/lines.json": json.dumps({"version": 1, "checked": "2026-11-23", "countries": countries})}


ENGINE = {"core/service/engine.h": SPDX + "class Engine\n{\n    virtual Future<> book(std::string id) = 0;\n};\n"}
ROWS = 'constexpr UseRow kUses[] = {\n    {Use::Book, kBooking, "book", "%s", kPersonas},\n};\n'
ANSWER = "Future<> LocalEngine::book(std::string id)\n{\n    return spending<void>(access::Use::%s, work);\n}\n"


def access(asks, use, more=None):
    return {**ENGINE, "core/service/access/uses.cpp": SPDX + ROWS % asks, "core/service/local_engine.cpp": SPDX + ANSWER % use, **(more or {})}


CASES = [  # check, files, part of the complaint ("" for none)
    (check_access, access("Engine::book", "Book"), ""),
    (check_access, access("Engine::other", "Book"), "Engine::book has no row"),
    (check_access, access("Engine::other", "Book"), "Engine::other is nobody's call"),
    (check_access, access("Engine::book", "Other"), "without naming access::Use::Book"),
    (check_access, access("core", "Other"), "nothing in the core asks for Book"),
    (check_access, access("Engine::book", "Book", {"core/service/tokens/tokens_door.h": SPDX + "class TokensDoor\n{\n    virtual Future<int> send() = 0;\n};\n"}),
     "TokensDoor::send has no row"),
    (check_access, access("Engine::book", "Book", {"core/service/x.cpp": SPDX + "m_worker->call<int>(work);\n"}), "past the access policy"),
    *([(check_format, {"core/a.cpp": SPDX + "int a;\n", ".clang-format": "BasedOnStyle: LLVM\n"}, ""),
       (check_format, {"core/a.cpp": SPDX + "int  a;\n", ".clang-format": "BasedOnStyle: LLVM\n"}, "run clang-format-14 -i")]
      if shutil.which(check_format.TOOL) else []),
    (check_layers, {"core/base/a.h": SPDX}, ""),
    (check_layers, {"core/codec/a.cpp": SPDX + '#include "base/bytes.h"\n'}, ""),
    (check_layers, {"core/base/a.h": SPDX + '#include "codec/json.h"\n'}, "layer 0"),
    (check_layers, {"core/records/a.h": SPDX + '#include "scheduling/zone.h"\n'}, "layer 4"),
    (check_layers, {"core/vault/a.h": SPDX + "#include <sodium.h>\n"}, "only crypto"),
    (check_layers, {"core/vault/a.h": SPDX + "#include <QString>\n"}, "Qt in core"),
    (check_layers, {"core/service/a.h": SPDX + "#include <QString>\n"}, ""),
    (check_layers, {"core/service/a.h": SPDX + '#include "io/keychain.h"\n'}, "layer 6"),
    (check_layers, {"app/viewmodels/a.h": SPDX + '#include "ledger/node.h"\n'}, "app/viewmodels"),
    (check_layers, {"app/main.cpp": SPDX + '#include "io/keychain.h"\n'}, ""),
    (check_style, {"core/a.cpp": SPDX + "int a;\n"}, ""),
    (check_style, {"core/a.cpp": "int a;\n"}, "no licence line"),
    (check_style, {"core/a.cpp": SPDX + "\n" * 450}, "451 lines"),
    (check_style, {"core/a.cpp": SPDX + f'auto a = "{MACHINE}";\n'}, "path of one machine"),
    (check_style, {"core/a.cpp": SPDX + "// TO" + "DO\n"}, "unfinished"),
    (check_style, {"tests/a.cpp": SPDX + "QS" + 'KIP("later");\n'}, "skipped"),
    (check_style, {"app/a.cpp": SPDX + "f.then(this, [] {});\n"}, "onGui"),
    (check_style, {"app/a.cpp": SPDX + "f.then([] {});\n"}, ""),
    (check_style, {"qml/A.qml": SPDX + 'Item { color: "#aabbcc" }\n'}, "colour"),
    (check_style, {"qml/Theme/A.qml": SPDX + 'Item { color: "#aabbcc" }\n'}, ""),
    (check_style, {"go": "#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later\nif\n"}, "syntax error"),
    (check_crisis, crisis(lambda c: None), ""),
    (check_crisis, crisis(lambda c: c[0]["lines"][0].pop("source")), "no source"),
    (check_crisis, crisis(lambda c: c[0]["lines"][0].pop("checked")), "no day"),
    (check_crisis, crisis(lambda c: c[0]["emergency"].pop("number")), "neither a number"),
    (check_crisis, crisis(lambda c: c[0]["lines"][0]["hours"].pop("de")), "nothing in de"),
    (check_crisis, crisis(lambda c: c.pop()), "11 countries"),
    (check_links, {"README.md": "# A b\n[x](#a-b) [y](LICENSE)", "CONTRIBUTING.md": "", "LICENSE": ""}, ""),
    (check_links, {"README.md": "[x](gone.md)", "CONTRIBUTING.md": "", "LICENSE": ""}, "gone.md is not there"),
    (check_links, {"README.md": "[x](#gone)", "CONTRIBUTING.md": "", "LICENSE": ""}, "names no heading"),
]


def problems(_):
    found = []
    for check, files, complaint in CASES:
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch)
            for name, body in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(body, encoding="utf-8")
            said = check.problems(root)
        what = f"{check.__name__} on {next(iter(files))}, expecting {complaint or 'nothing'!r}"
        if complaint and not any(complaint in line for line in said):
            found.append(f"{what}: it found {said}")
        if not complaint and said:
            found.append(f"{what}: it complains: {said}")
    return found


if __name__ == "__main__":
    common.main(problems)
