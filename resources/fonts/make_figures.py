#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts a small face with tabular digits from Inter: make_figures.py IN.otf OUT.otf STYLE.

Qt 6.4 cannot switch a font's features on, so the digits that OpenType's `tnum` would choose become the
digits of a face of its own. It keeps Latin letters, figures, punctuation and currency signs only, and
carries another name ("Bt Figures"), as it is no longer the designer's font. Licence: OFL 1.1, as Inter.
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

source, target, style = sys.argv[1:4]
font = TTFont(source)

swaps = {}
gsub = font["GSUB"].table
for record in gsub.FeatureList.FeatureRecord:
    if record.FeatureTag != "tnum":
        continue
    for index in record.Feature.LookupListIndex:
        for table in gsub.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            swaps.update(getattr(table, "mapping", {}))
if not all(font.getBestCmap()[code] in swaps for code in range(0x30, 0x3A)):
    sys.exit("this Inter has no tabular digits")
for table in font["cmap"].tables:
    if table.isUnicode():
        for code, glyph in list(table.cmap.items()):
            if 0x30 <= code <= 0x39 and glyph in swaps:
                table.cmap[code] = swaps[glyph]

family = "Bt Figures"
weight = {"Regular": "Regular", "SemiBold": "SemiBold"}[style]
names = font["name"]
for record in list(names.names):
    text = {1: family if weight == "Regular" else f"{family} {weight}", 2: "Regular", 3: f"{family} {weight}",
            4: f"{family} {weight}", 6: f"BtFigures-{weight}", 16: family, 17: weight}.get(record.nameID)
    if text is not None:
        names.setName(text, record.nameID, record.platformID, record.platEncID, record.langID)
if "CFF " in font:
    cff = font["CFF "].cff
    cff.fontNames[0] = f"BtFigures-{weight}"
    top = cff.topDictIndex[0]
    top.FamilyName, top.FullName = family, f"{family} {weight}"

wanted = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2030), 0x202F, 0x2032, 0x2033, 0x2212,
          *range(0x20A0, 0x20C0)]
options = subset.Options()
options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
options.name_IDs = ["*"]
options.notdef_outline = True
cutter = subset.Subsetter(options)
cutter.populate(unicodes=wanted)
cutter.subset(font)
font.save(target)
