#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours and sizes live in qml/Theme alone: no colour value and no raw pixel size elsewhere in QML."""
import re

import common

COLOUR = re.compile(r'"#[0-9A-Fa-f]{3,8}"|\bQt\.(rgba|hsla|hsva|lighter|darker)\b|'
                    r'\bcolor\s*:\s*"(?!transparent")[a-z]+"')
# In pages every measure is a token or made of tokens; 0, 1 and a window's own size are not measures.
RAW_FONT = re.compile(r"\bfont\.(pixelSize|pointSize)\s*:(?!.*\bTheme\.).*\d")
RAW_SPACE = re.compile(r"\b(spacing|rowSpacing|columnSpacing|radius|padding|(?:left|right|top|bottom)Padding|"
                       r"(?:anchors|Layout)\.(?:margins|(?:left|right|top|bottom)Margin))\s*:\s*-?([2-9]|\d{2,})\b")
RAW_FAMILY = re.compile(r'\bfont\.family\s*:\s*"')
FIXED_LINE = re.compile(r"\b(textFormat\s*:(?!\s*Text(?:Edit)?\.PlainText)|Text\.(RichText|StyledText|MarkdownText)|Text\.AutoText)")


def problems(root):
    found = []
    for path in common.files(root, ".qml", under="qml"):
        part = path.relative_to(root / "qml").parts[0]
        if part == "Theme":
            continue
        gallery = path.name.startswith("Gallery")
        for number, line in enumerate(common.text(path).splitlines(), 1):
            code = line.split("//")[0]
            where = f"{path.relative_to(root)}:{number}"
            if COLOUR.search(code):
                found.append(f"{where}: a colour that is not a role of Theme")
            if RAW_FONT.search(code):
                found.append(f"{where}: a raw text size")
            if RAW_FAMILY.search(code):
                found.append(f"{where}: a font that Theme does not name")
            if FIXED_LINE.search(code):
                found.append(f"{where}: text that could be read as markup")
            if part in ("Pages", "Frame") and not gallery and RAW_SPACE.search(code):
                found.append(f"{where}: a raw space or radius")
    return found


if __name__ == "__main__":
    common.main(problems)
