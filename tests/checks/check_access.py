#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every call of the engine and of a door has its row in the access table, and names it where it is answered."""
import re

import common

ROW = re.compile(r"\{Use::(\w+),\s*\w+,\s*\"[^\"]*\",\s*\"([^\"]*)\"")
ASKED = re.compile(r"virtual\s+Future<.*?>\s+(\w+)\(", re.DOTALL)
CLASS = re.compile(r"^class (\w+)", re.MULTILINE)
# The only places that may hand work to the worker: both judge first.
WAYS = {"core/service/calls.h", "core/service/local_engine.cpp", "core/service/worker.h"}


def answers(sources, name, use):
    """Whether some definition of a function of this name begins by naming the use."""
    definition = re.compile(r"Future<[^;{]*?\b(?:\w+::)?" + name + r"\s*\([^;{]*\)\s*(?:const\s*)?(?:override\s*)?(?:final\s*)?\{", re.DOTALL)
    for body in sources.values():
        for found in definition.finditer(body):
            if re.search(r"\bUse::" + use + r"\b", body[found.end():found.end() + 500].split("\n}")[0]):
                return True
    return False


def problems(root):
    table = root / "core/service/access/uses.cpp"
    if not table.is_file():
        return ["core/service/access/uses.cpp is not there"]
    rows = {asks: use for use, asks in ROW.findall(common.text(table)) if asks}
    found = []
    sources = {p.relative_to(root).as_posix(): common.text(p) for p in common.files(root, ".cpp", ".h", under="core/service")}
    calls = {}
    for path, body in sources.items():
        if not (path.endswith("_door.h") or path == "core/service/engine.h"):
            continue
        places = [(m.start(), m.group(1)) for m in CLASS.finditer(body)]
        for call in ASKED.finditer(body):
            owner = [name for at, name in places if at < call.start()]
            calls[f"{owner[-1] if owner else '?'}::{call.group(1)}"] = path
    if not calls:
        found.append("core/service/engine.h: no call found")
    for call, path in sorted(calls.items()):
        if call not in rows:
            found.append(f"{path}: {call} has no row in access/uses.cpp: who may do that?")
        elif not answers(sources, call.split("::")[1], rows[call]):
            found.append(f"{path}: {call} is answered without naming access::Use::{rows[call]}")
    for asks, use in sorted(rows.items()):
        if "::" in asks and asks not in calls:
            found.append(f"core/service/access/uses.cpp: {asks} is nobody's call")
        if asks == "core" and not any(re.search(r"\bUse::" + use + r"\b", body) for path, body in sources.items()
                                      if not path.startswith("core/service/access/uses.")):
            found.append(f"core/service/access/uses.cpp: nothing in the core asks for {use}")
    for path, body in sorted(sources.items()):
        if path not in WAYS and re.search(r"worker\s*(?:->|\.)\s*call<", body):
            found.append(f"{path}: work for the worker past the access policy: use Calls")
    engine = sources.get("core/service/local_engine.cpp", "")
    if len(re.findall(r"worker\s*->\s*call<", engine)) > 1:
        found.append("core/service/local_engine.cpp: only onWorker may hand work to the worker")
    return found


if __name__ == "__main__":
    common.main(problems)
