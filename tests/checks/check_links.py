#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every link of a Markdown file to a file of the project leads somewhere, and so does every heading it names."""
import re

import common

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<img[^>]+src=\"([^\"]+)\"")


def anchors(path):
    heads = re.findall(r"^#+\s+(.*)$", common.text(path), re.M)
    return {re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-") for h in heads}


def problems(root):
    found = []
    for path in common.files(root, ".md"):
        body = re.sub(r"```.*?```", "", common.text(path), flags=re.S)
        for match in LINK.finditer(body):
            target = match.group(1) or match.group(2)
            if re.match(r"[a-z]+:", target):
                continue
            name, _, anchor = target.partition("#")
            place = (path.parent / name) if name else path
            where = path.relative_to(root)
            if not place.exists():
                found.append(f"{where}: {target} is not there")
            elif anchor and place.suffix == ".md" and anchor not in anchors(place):
                found.append(f"{where}: {target} names no heading")
    for name in ("README.md", "CONTRIBUTING.md", "LICENSE"):
        if not (root / name).is_file():
            found.append(f"{name} is missing")
    return found


if __name__ == "__main__":
    common.main(problems)
