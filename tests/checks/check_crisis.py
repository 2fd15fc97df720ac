#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every crisis line has a number, a page it was read on and the day it was checked; both languages are there."""
import datetime
import json
import re

import common

LANGUAGES = ("en", "de")
NUMBER = re.compile(r"^\+?[0-9][0-9 ]{1,15}[0-9]$")


def problems(root):
    path = root / "resources/crisis/lines.json"
    found = []
    try:
        data = json.loads(common.text(path))
    except (OSError, ValueError) as why:
        return [f"lines.json: {why}"]

    def day(where, value):
        try:
            # A day ahead is allowed for zones east of the builder's.
            if datetime.date.fromisoformat(str(value)) < datetime.date(2026, 1, 1):
                found.append(f"{where}: checked too long ago: {value}")
        except ValueError:
            found.append(f"{where}: no day of checking: {value}")

    def both(where, value):
        for language in LANGUAGES:
            if not isinstance(value, dict) or not str(value.get(language, "")).strip():
                found.append(f"{where}: nothing in {language}")

    def entry(where, item):
        if not NUMBER.match(item.get("number", "")) and not item.get("url", "").startswith("https://"):
            found.append(f"{where}: neither a number nor an address: {item.get('number')}")
        if not re.match(r"^https?://[a-z0-9.-]+\.[a-z]{2,}(/|$)", item.get("source", "")):
            found.append(f"{where}: no source")
        day(where, item.get("checked"))
        both(f"{where} note", item.get("note"))

    if data.get("version") != 1:
        found.append("lines.json: unknown version")
    day("lines.json", data.get("checked"))
    codes = [c.get("code") for c in data.get("countries", [])]
    if len(codes) < 12:
        found.append(f"lines.json: {len(codes)} countries; at least 12 are promised")
    if len(set(codes)) != len(codes):
        found.append("lines.json: a country twice")
    for country in data.get("countries", []):
        code = country.get("code", "?")
        if not re.match(r"^[A-Z]{2}$", code):
            found.append(f"{code}: not ISO 3166-1 alpha-2")
        both(f"{code} name", country.get("name"))
        entry(f"{code} emergency", country.get("emergency", {}))
        if not country.get("lines"):
            found.append(f"{code}: no line")
        for line in country.get("lines", []):
            where = f"{code} {line.get('name')}"
            if not line.get("name"):
                found.append(f"{where}: no name")
            entry(where, line)
            both(f"{where} hours", line.get("hours"))
    return found


if __name__ == "__main__":
    common.main(problems)
