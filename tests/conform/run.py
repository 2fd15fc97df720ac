#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds the official suites through bt-conform.

    run.py BT_CONFORM [SUITE...]

BT_VECTORS names their folder (default: ../shared/vectors beside the project). Prints "N passed, N failed" a suite and in
total. Without the folder only the tables of our own are fed, unless CI is "true". Each suite is a generator of
(operation, in, check): check gets the answer and says what is wrong with it, or nothing.
"""
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import suites_contract
import suites_crypto
import suites_kaspa

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("BT_VECTORS") or ROOT.parent / "shared" / "vectors")
SUITES = {**suites_crypto.SUITES, **suites_kaspa.SUITES, **suites_contract.SUITES}


def ask(program, requests):
    """The answers to all requests, in order."""
    worker = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        for number, (op, fields, _) in enumerate(requests):
            line = json.dumps({"id": number, "op": op, "in": fields}, ensure_ascii=False)
            worker.stdin.write(line.encode() + b"\n")
        worker.stdin.close()

    feeder = threading.Thread(target=feed)
    feeder.start()
    answers = [json.loads(line) for line in worker.stdout]
    feeder.join()
    if worker.wait() != 0:
        raise SystemExit(f"bt-conform ended with {worker.returncode}")
    if len(answers) != len(requests):
        raise SystemExit(f"{len(requests)} requests, {len(answers)} answers")
    return answers


def malformed(answer, number):
    if answer.get("id") != number:
        return "another id"
    if answer.get("ok") is True:
        return None if set(answer) == {"id", "ok", "out"} and isinstance(answer["out"], dict) else "not the form of an answer"
    if answer.get("ok") is False and set(answer) == {"id", "ok", "code", "message"}:
        return None if answer["code"] and answer["message"] else "an empty code or message"
    return "not the form of an answer"


def main():
    program, wanted = sys.argv[1], sys.argv[2:]
    if not FOLDER.is_dir():
        if os.environ.get("CI") == "true":
            raise SystemExit(f"the official vectors are missing: {FOLDER}")
        print("no official vectors here: only the project's own tables")
    total = [0, 0]
    for name, suite in SUITES.items():
        if wanted and not any(word in name for word in wanted):
            continue
        try:
            requests = list(suite(FOLDER, ROOT))
        except FileNotFoundError as missing:
            if FOLDER.is_dir():
                raise SystemExit(f"{name}: {missing}") from missing
            continue
        start = time.monotonic()
        failed = 0
        for number, (answer, (op, fields, check)) in enumerate(zip(ask(program, requests), requests)):
            why = malformed(answer, number) or check(answer)
            if why:
                failed += 1
                if failed <= 5:
                    shown = json.dumps(fields, ensure_ascii=False)
                    print(f"{name} {number}: {op}: {why}\n  in  {shown[:400]}\n  out {str(answer)[:400]}")
        passed = len(requests) - failed
        total[0] += passed
        total[1] += failed
        print(f"{name}: {passed} passed, {failed} failed ({time.monotonic() - start:.1f} s)")
    print(f"{total[0]} passed, {total[1]} failed")
    return 1 if total[1] or not total[0] else 0


if __name__ == "__main__":
    sys.exit(main())
