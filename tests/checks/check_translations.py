#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the window is in translations/bt_de.ts, finished, with the same place holders; plurals in bt_en.ts."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import common

HOLDERS = re.compile(r"%L?(?:\d+|n)")
TAGS = re.compile(r"<[^>]+>")


def messages(path):
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def forms(message):
    translation = message.find("translation")
    inner = translation.findall("numerusform")
    return translation.get("type"), [("".join(f.itertext())) for f in inner] or ["".join(translation.itertext())]


def lupdate():
    for name in (os.environ.get("BT_LUPDATE"), shutil.which("lupdate6"), shutil.which("lupdate"),
                 "/usr/lib/qt6/bin/lupdate"):
        if name and pathlib.Path(name).exists():
            return name
    return None


def compare(root, file, plural_only, found):
    own = root / "translations" / file
    tool = lupdate()
    if not own.exists() or not tool:
        found.append(f"{file}: missing" if tool else "lupdate is not installed (qt6-l10n-tools)")
        return
    folders = [str(root / f) for f in ("qml", "app") if (root / f).is_dir()]
    with tempfile.TemporaryDirectory() as scratch:
        fresh = pathlib.Path(scratch) / file
        shutil.copy(own, fresh)
        plural = ["-pluralonly"] if plural_only else []
        done = subprocess.run([tool, "-silent", *plural, "-locations", "none", *folders, "-ts", str(fresh)],
                              capture_output=True, text=True)
        if done.returncode != 0:
            found.append(f"lupdate: {done.stderr.strip()}")
            return
        for context, message in messages(fresh):
            source = message.findtext("source") or ""
            kind, texts = forms(message)
            where = f"{file}: {context}: {source[:70]!r}"
            if kind in ("vanished", "obsolete"):
                found.append(f"{where}: no longer used; run packaging/dev/update-translations")
                continue
            if kind == "unfinished" or not all(t.strip() for t in texts):
                found.append(f"{where}: not translated")
                continue
            for translated in texts:
                # A form for one thing may leave %n out ("one visit"), nothing else may.
                wanted, got = set(HOLDERS.findall(source)), set(HOLDERS.findall(translated))
                if got - wanted or (wanted - got) - {"%n", "%Ln"}:
                    found.append(f"{where}: place holders differ: {translated[:70]!r}")
                if sorted(TAGS.findall(source)) != sorted(TAGS.findall(translated)):
                    found.append(f"{where}: marks differ: {translated[:70]!r}")


def problems(root):
    found = []
    compare(root, "bt_de.ts", False, found)
    compare(root, "bt_en.ts", True, found)
    pseudo = root / "translations" / "pseudo.py"
    if (root / "translations" / "bt_de.ts").exists():
        with tempfile.TemporaryDirectory() as scratch:
            out = pathlib.Path(scratch) / "bt_qps.ts"
            done = subprocess.run([sys.executable, str(pseudo), str(root / "translations/bt_de.ts"), str(out)],
                                  capture_output=True, text=True)
            if done.returncode != 0 or not out.exists():
                found.append(f"pseudo.py: {done.stderr.strip()}")
    return found


if __name__ == "__main__":
    common.main(problems)
