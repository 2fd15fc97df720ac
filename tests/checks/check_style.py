#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence lines, file lengths, paths of one machine, unfinished words, sleeping or skipped tests, shell syntax."""
import re
import subprocess

import common

LENGTH = {".cpp": 450, ".h": 300, ".qml": 250}
PATHS = re.compile(r"(^|[^A-Za-z0-9.~_$}-])/(root|home|work|farm)/")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|not implemented|placeholder text)\b")
SLEEPS = re.compile(r"\b(QSKIP|QEXPECT_FAIL|qWait|qSleep|sleep_for)\s*\(")
THEN = re.compile(r"\.then\s*\(\s*(this|&?[a-z]\w*)\s*,")
HEX = re.compile(r'"#[0-9a-fA-F]{3,8}"')
OURSELVES = {"check_style.py", "check_checks.py"}


def problems(root):
    found = []
    coded = [p for p in common.files(root, *common.CODE, "CMakeLists.txt") if p.name not in OURSELVES]
    shell = common.scripts(root)
    for path in sorted(set(coded + shell)):
        where, body = path.relative_to(root), common.text(path)
        lines = body.splitlines()
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in lines[:3]):
            found.append(f"{where}: no licence line at the top")
        # A table of cases may be long where a page may not.
        limit = 450 if where.parts[0] == "tests" and path.suffix in LENGTH else LENGTH.get(path.suffix)
        if limit and len(lines) > limit:
            found.append(f"{where}: {len(lines)} lines; past {limit} lines a second idea has moved in")
        for number, line in enumerate(lines, 1):
            at = f"{where}:{number}"
            if PATHS.search(line):
                found.append(f"{at}: a path of one machine: {line.strip()}")
            if UNFINISHED.search(line):
                found.append(f"{at}: unfinished: {line.strip()}")
            if where.parts[0] == "tests" and SLEEPS.search(line):
                found.append(f"{at}: a test waits or is skipped: {line.strip()}")
            if where.parts[0] == "app" and THEN.search(line):
                found.append(f"{at}: QFuture::then(context) aborts when the context has died; use onGui: {line.strip()}")
            if path.suffix == ".qml" and where.parts[:2] != ("qml", "Theme") and where.parts[0] == "qml" and HEX.search(line):
                found.append(f"{at}: a colour outside the theme: {line.strip()}")
    for path in shell + common.files(root, ".sh"):
        first = path.read_bytes().split(b"\n")[0]
        if path.suffix == ".sh" or b"bash" in first or first.endswith(b"/sh"):
            done = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True)
            if done.returncode != 0:
                found.append(f"{path.relative_to(root)}: {done.stderr.strip()}")
    for path in common.files(root, ".md", ".svg", ".desktop", ".xml"):
        for number, line in enumerate(common.text(path).splitlines(), 1):
            if PATHS.search(line):
                found.append(f"{path.relative_to(root)}:{number}: a path of one machine: {line.strip()}")
    return found


if __name__ == "__main__":
    common.main(problems)
