# SPDX-License-Identifier: GPL-3.0-or-later
"""What the suites have in common: reading files, and checks of answers."""
import csv
import json
import re


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def blocks(path):
    """NIST's form: NAME = VALUE lines, an empty line or COUNT ends a block."""
    block = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"\s*([A-Za-z_]+)\s*=\s*(.*?)\s*", line)
        if found and not line.startswith("#"):
            if found[1].upper() == "COUNT" and block:
                yield block
                block = {}
            block[found[1].lower()] = found[2]
    if block:
        yield block


def gives(**expected):
    """The answer holds exactly these members."""
    def check(answer):
        if not answer["ok"]:
            return f"refused: {answer['code']}"
        return None if answer["out"] == expected else f"expected {str(expected)[:300]}"
    return check


def holds(**expected):
    """The answer holds at least these members."""
    def check(answer):
        if not answer["ok"]:
            return f"refused: {answer['code']}"
        wrong = {name: value for name, value in expected.items() if answer["out"].get(name) != value}
        return f"expected {str(wrong)[:300]}" if wrong else None
    return check


def accepted(answer):
    return None if answer["ok"] else f"refused: {answer['code']}"


def refused(*codes):
    """Any of the codes; without one, any but what stands for a fault of the door itself."""
    def check(answer):
        if answer["ok"]:
            return "was not refused"
        code = answer["code"]
        if code == "not-implemented" or code.startswith("conform."):
            return f"refused for another reason: {code}"
        return None if not codes or code in codes else f"expected {codes}, not {code}"
    return check


def not_implemented(answer):
    return None if answer.get("code") == "not-implemented" else "expected not-implemented"


def either(*checks):
    def check(answer):
        said = [one(answer) for one in checks]
        return None if None in said else " or ".join(said)
    return check


def verdict(is_valid):
    """For suites of good and bad signatures, where a malformed one may be an error or an invalid one."""
    return gives(valid=True) if is_valid else either(gives(valid=False), refused())
