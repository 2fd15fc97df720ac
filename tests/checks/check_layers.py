#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A module includes lower layers only; each foreign library has one includer; core has no Qt below io and service."""
import re

import common

LAYERS = {
    "base": 0,
    "codec": 1, "crypto": 1,
    "zk": 2, "ipld": 2, "identity": 2, "store": 2,
    "kaspa": 3,
    "contract": 4, "vault": 4, "messaging": 4, "scheduling": 4, "records": 4, "outbox": 4,
    "ledger": 5, "storage": 5,
    "io": 6, "service": 6,
}
WITH_QT = {"io", "service"}
ONLY = {  # beginning of a header's name: who may include it
    "sodium": "crypto", "secp256k1": "crypto", "argon2": "crypto", "openssl/": "crypto",
    "sqlite3": "store", "cctz/": "scheduling", "libical/": "scheduling",
    "qt6keychain/": "io", "QtKeychain/": "io",
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
# What a folder of app/ may see of core (app/ itself, the composition root, sees everything).
APP = {"viewmodels": {"base", "service"}, "ui": {"base", "service"}}


def problems(root):
    found = []
    for path in common.files(root, ".h", ".cpp", under="core"):
        parts = path.relative_to(root / "core").parts
        if len(parts) < 2:
            continue
        module, where = parts[0], path.relative_to(root)
        if module not in LAYERS:
            found.append(f"{where}: {module} has no layer")
            continue
        for kind, name in INCLUDE.findall(common.text(path)):
            other = name.split("/")[0]
            if kind == '"' and other in LAYERS and other != module and LAYERS[other] >= LAYERS[module]:
                found.append(f"{where}: {module} (layer {LAYERS[module]}) includes {name} (layer {LAYERS[other]})")
            if kind == '"' and other in ("viewmodels", "app", "ui"):
                found.append(f"{where}: core includes {name} of the window")
            if kind == "<" and module not in WITH_QT and re.match(r"(Q[A-Z]|Qt[A-Z]|qt[a-z]*/)", name):
                found.append(f"{where}: Qt in core: {name}")
    for path in common.files(root, ".h", ".cpp"):
        where = path.relative_to(root)
        owner = where.parts[1] if where.parts[0] == "core" and len(where.parts) > 2 else where.parts[0]
        for _, name in INCLUDE.findall(common.text(path)):
            for prefix, only in ONLY.items():
                if name.startswith(prefix) and owner != only and where.parts[0] != "tests":
                    found.append(f"{where}: only {only} includes {name}")
    for folder, allowed in APP.items():
        for path in common.files(root, ".h", ".cpp", under=f"app/{folder}"):
            for kind, name in INCLUDE.findall(common.text(path)):
                other = name.split("/")[0]
                if kind == '"' and other in LAYERS and other not in allowed:
                    found.append(f"{path.relative_to(root)}: app/{folder} includes {name}")
    return found


if __name__ == "__main__":
    common.main(problems)
