#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs the system's tz database into one C++ file: pack.py ZONEINFO OUTPUT.cpp

Reads the names in tzdata.zi (zones and links), the compiled TZif file of each, and zone.tab (the places that people
pick from). Equal files are kept once. The program then knows every zone without reading a file at run time, so that a
listing from another country means the same on every computer; the build of a newer tzdata updates it.
"""
import pathlib
import re
import sys

NAME = re.compile(r"^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$")
LEFT_OUT = {"Factory", "posixrules", "localtime"}


def names(zoneinfo):
    found = {"UTC"}
    version = ""
    for line in (zoneinfo / "tzdata.zi").read_text(encoding="ascii").splitlines():
        if line.startswith("# version "):
            version = line.split()[2]
        elif line.startswith("Z "):
            found.add(line.split()[1])
        elif line.startswith("L "):
            found.add(line.split()[2])
    if not version:
        sys.exit("tzdata.zi names no version")
    return sorted(n for n in found - LEFT_OUT if NAME.match(n)), version


def choices(zoneinfo):
    rows = {}
    for line in (zoneinfo / "zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, name = line.split("\t")[:3]
            rows.setdefault(name, []).append(country)
    return [(name, " ".join(countries)) for name, countries in sorted(rows.items())]


def literal(data):
    """C++ string literals of the bytes, in octal (which cannot run into the next character)."""
    lines = []
    for at in range(0, len(data), 64):
        lines.append('    "' + "".join(f"\\{b:03o}" for b in data[at:at + 64]) + '"')
    return "\n".join(lines)


def main():
    zoneinfo, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    listed, version = names(zoneinfo)
    blob, place, rows = bytearray(), {}, []
    for name in listed:
        path = zoneinfo / name
        if not path.is_file():
            continue
        data = path.read_bytes()
        if data[:4] != b"TZif":
            sys.exit(f"{name} is not a TZif file")
        if data not in place:
            place[data] = len(blob)
            blob += data
        rows.append(f'    {{"{name}", {place[data]}, {len(data)}}},')
    known = set(listed)
    picks = [f'    {{"{name}", "{countries}"}},' for name, countries in choices(zoneinfo) if name in known]
    if len(rows) < 300 or len(picks) < 200:
        sys.exit("the tz database looks incomplete: is the package tzdata installed?")
    output.write_text(f"""// SPDX-License-Identifier: GPL-3.0-or-later
// Made by resources/zones/pack.py from tzdata {version}; the data are in the public domain.
#include "scheduling/zone_data.h"

namespace bt::scheduling {{
const char* const kZoneVersion = "{version}";
const PackedZone kPackedZones[] = {{
{chr(10).join(rows)}
}};
const std::size_t kPackedZoneCount = sizeof kPackedZones / sizeof kPackedZones[0];
const PackedChoice kPackedChoices[] = {{
{chr(10).join(picks)}
}};
const std::size_t kPackedChoiceCount = sizeof kPackedChoices / sizeof kPackedChoices[0];
const char* const kZoneBytes =
{literal(bytes(blob))};
}} // namespace bt::scheduling
""", encoding="ascii")


main()
