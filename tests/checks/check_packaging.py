#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop file and AppStream data pass their validators, fit each other, and show nothing but the neutral name."""
import pathlib
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import common

WORDS = re.compile(r"therap|psych|mental|health|patient|counsel", re.I)


def run(found, where, *command):
    if not shutil.which(command[0]):
        found.append(f"{command[0]} is not installed")
        return
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        found.append(f"{where}: {(done.stdout + done.stderr).strip()}")


def problems(root):
    found = []
    desktops = common.files(root, ".desktop", under="packaging")
    metas = common.files(root, ".metainfo.xml", under="packaging")
    if len(desktops) != 1 or len(metas) != 1:
        return [f"packaging: one desktop file and one metainfo file, not {len(desktops)} and {len(metas)}"]
    desktop, meta = desktops[0], metas[0]
    app = desktop.stem
    run(found, desktop.name, "desktop-file-validate", str(desktop))
    run(found, meta.name, "appstreamcli", "validate", "--no-net", str(meta))
    tree = xml.parse(meta).getroot()
    if tree.findtext("id") != app or meta.name != f"{app}.metainfo.xml":
        found.append(f"{meta.name}: its id is not {app}")
    if tree.findtext("launchable") != desktop.name:
        found.append(f"{meta.name}: it does not launch {desktop.name}")
    for line in common.text(desktop).splitlines():
        # What menus and launchers show over a shoulder.
        if line.split("=")[0].split("[")[0] in ("Name", "GenericName", "Comment", "Keywords") and WORDS.search(line):
            found.append(f"{desktop.name}: says what it is: {line}")
    icons = [p for p in common.files(root, ".svg", under="packaging") if p.stem == app]
    if not icons:
        found.append(f"packaging: no icon {app}.svg")
    # Into an empty root, as a package would: what the desktop file names must be there.
    with tempfile.TemporaryDirectory() as empty:
        script = root / "packaging/install-data"
        run(found, "install-data", "bash", str(script), empty)
        for name in (f"share/applications/{desktop.name}", f"share/metainfo/{meta.name}",
                     f"share/icons/hicolor/scalable/apps/{app}.svg"):
            if not (pathlib.Path(empty) / "usr" / name).is_file():
                found.append(f"install-data: {name} is missing")
    return found


if __name__ == "__main__":
    common.main(problems)
