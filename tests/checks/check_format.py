#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""C++ reads as clang-format 14 writes it with the file in the root."""
import os
import shutil
import subprocess

import common

TOOL = "clang-format-14"  # another version breaks lines elsewhere


def problems(root):
    if shutil.which(TOOL) is None:
        # ./test installs it; a build by hand may do without.
        return [f"{TOOL} is not installed"] if os.environ.get("CI") == "true" else []
    sources = [str(p) for p in common.files(root, ".cpp", ".h")]
    if not sources:
        return []
    done = subprocess.run([TOOL, f"--style=file:{root}/.clang-format", "--dry-run", "-Werror", *sources], capture_output=True, text=True)
    found = sorted({line.split(":", 1)[0] for line in done.stderr.splitlines() if ": error: " in line})
    if done.returncode != 0 and not found:
        return [f"{TOOL} failed: {done.stderr.strip()}"]
    return [f"{os.path.relpath(name, root)}: run {TOOL} -i on it" for name in found]


if __name__ == "__main__":
    common.main(problems)
