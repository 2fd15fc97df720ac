#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pseudo-language: pseudo.py bt_de.ts bt_qps.ts

Each text becomes a readable one with accents, two fifths longer, between marks: [Ŝéñð ·····]. A text on the screen
without marks was not given to translators; a text whose second mark is cut off does not fit. Place holders (%1, %n),
tags and entities stay as they are.
"""
import re
import sys
import xml.etree.ElementTree as xml

KEEP = re.compile(r"(%L?(?:\d+|n)|<[^>]+>|&[a-z]+;|&(?=\w))")
ACCENTS = str.maketrans("ABCDEFGHIJKLNOPRSTUWYZabcdefghijklnoprstuwyz",
                        "ÀßÇĐÉƑĜĤÎĴĶĻÑÖÞŔŜŢÛŴÝŽàƀçðéƒĝĥîĵķļñöþŕŝţûŵýž")


def pseudo(text):
    if not text.strip():
        return text
    parts = [p if KEEP.fullmatch(p) else p.translate(ACCENTS) for p in KEEP.split(text)]
    letters = sum(len(p) for p in parts if not KEEP.fullmatch(p))
    return "[" + "".join(parts) + " " + filler(max(2, letters * 2 // 5)) + "]"


def filler(length):
    # In pieces of a word's length, so that a line can break there as between words.
    return " ".join("·" * min(8, length - done) for done in range(0, length, 8))


def main():
    tree = xml.parse(sys.argv[1])
    root = tree.getroot()
    root.set("language", "en_XA")
    for message in root.iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        if translation is None:
            continue
        translation.attrib.pop("type", None)
        for child in list(translation):
            translation.remove(child)
        translation.text = None
        if message.get("numerus") == "yes":
            # en_XA has the two forms of English.
            for _ in range(2):
                xml.SubElement(translation, "numerusform").text = pseudo(source)
        else:
            translation.text = pseudo(source)
    tree.write(sys.argv[2], encoding="utf-8", xml_declaration=True)


main()
