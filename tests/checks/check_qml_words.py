#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of the window go through qsTr with a note for translators, controls have an accessible name, and every
icon and drawing that QML names exists."""
import re

import common

# A property that a person reads, given a literal with a letter in it.
LITERAL = re.compile(r'\b(text|title|subtitle|label|placeholder|hint|body|acceptText|rejectText|actionText|'
                     r'secondActionText|note|Accessible\.name|Accessible\.description)\s*:\s*"[^"]*[A-Za-z][^"]*"')
TRANSLATED = re.compile(r"\bqsTr\(")
ICON_LINE = re.compile(r'(?:\biconName|"icon"|\bicon)\s*:(.*)|^\s*name\s*:(.*)')
ICON_WORD = re.compile(r'(?:^|[?:(])\s*"([a-z0-9-]+)"')  # what is chosen, not what is compared with
ART = re.compile(r'\bart\s*:\s*"([a-z0-9-]+)"')
BARE = re.compile(r"^\s*(T\.(?:Button|AbstractButton|ItemDelegate|TextField|TextArea|ComboBox|Switch|CheckBox|"
                  r"RadioButton)|MouseArea|TapHandler)\s*\{")
NOTE_REACH = 4  # lines above a qsTr in which its //: note may stand
SAMPLES = ("Gallery", "IconsPage")


def blocks(lines, start):
    """The lines of the object that opens at `start`."""
    depth = 0
    for number in range(start, len(lines)):
        code = re.sub(r'"(?:\\.|[^"\\])*"', '""', lines[number]).split("//")[0]
        depth += code.count("{") - code.count("}")
        yield lines[number]
        if depth <= 0:
            return


def problems(root):
    found = []
    icons = {p.stem for p in common.files(root, ".svg", under="resources/icons")}
    arts = {p.stem for p in common.files(root, ".svg", under="resources/art")}
    for path in common.files(root, ".qml", under="qml"):
        lines = common.text(path).splitlines()
        sample = path.name.startswith(SAMPLES)
        noted = set()
        for number, line in enumerate(lines, 1):
            where = f"{path.relative_to(root)}:{number}"
            code = line.split("//")[0]
            if not sample and LITERAL.search(code):
                found.append(f"{where}: words outside qsTr")
            if TRANSLATED.search(code):
                above = lines[max(0, number - 1 - NOTE_REACH):number]
                key = re.search(r'qsTr\("((?:Ctrl|Alt|F\d)[^"]*)"\)', code)
                if not key and not any("//:" in x for x in above) and number - 1 not in noted:
                    found.append(f"{where}: qsTr without a //: note for translators")
                noted.add(number)
            use = ICON_LINE.search(code)
            for name in ICON_WORD.findall((use.group(1) or use.group(2) or "") if use else ""):
                if icons and name not in icons and name not in arts:
                    found.append(f"{where}: no icon {name}")
            art = ART.search(code)
            if art and art.group(1) not in arts:
                found.append(f"{where}: no drawing {art.group(1)}")
            kind = BARE.match(code)
            if kind:
                body = list(blocks(lines, number - 1))
                silent = kind.group(1) in ("MouseArea", "TapHandler")
                if silent and path.relative_to(root / "qml").parts[0] == "Pages":
                    found.append(f"{where}: {kind.group(1)} in a page: the keyboard cannot reach it, use a control")
                elif not silent and not any("Accessible.name" in x for x in body):
                    found.append(f"{where}: {kind.group(1)} without Accessible.name")
    return found


if __name__ == "__main__":
    common.main(problems)
