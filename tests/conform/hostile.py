#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile lines: bt-conform must answer each with a code and a message, in order, and never die.

    hostile.py BT_CONFORM

BT_LONG=1 mangles more requests.
"""
import json
import os
import random
import subprocess
import sys
import threading

from suites_crypto import SUITES as CRYPTO
from suites_kaspa import SUITES as KASPA
from suites_contract import SUITES as CONTRACT

import run

DEEP = "[" * 5000 + "]" * 5000
HUGE = 10 * 1024 * 1024


def fixed_lines():
    """Lines, and the code that must come back (None: any refusal)."""
    yield b"", None
    yield b"\x00\xff\xfe", "codec.bad_json"
    yield b"{", "codec.bad_json"
    yield b"[]", "codec.wrong_type"
    yield b"null", "codec.wrong_type"
    yield b"{}", "codec.missing_field"
    yield b'{"op":7,"in":{}}', "codec.wrong_type"
    yield b'{"op":"hash"}', "codec.missing_field"
    yield b'{"op":"hash","in":[]}', "codec.wrong_type"
    yield b'{"op":"hash","op":"dh","in":{}}', "codec.duplicate_key"
    yield b'{"op":"hash","in":{"algo":"blake3","data":"0g"}}', "codec.bad_hex"
    yield b'{"op":"hash","in":{"algo":"blake3","data":"000"}}', "codec.bad_hex"
    yield b'{"op":"hash","in":{"algo":"md5","data":""}}', "conform.unknown_algorithm"
    yield b'{"op":"no.such.op","in":{}}', "not-implemented"
    yield b'{"op":"\\u0000","in":{}}', "not-implemented"
    yield b'{"id":' + DEEP.encode() + b',"op":"hash","in":{}}', "codec.json_too_deep"
    yield b'{"op":"kdf.pbkdf2","in":{"hash":"sha512","password":"","salt":"","iterations":4294967295,"length":64}}', "conform.limit"
    yield (b'{"op":"kdf.argon2id","in":{"password":"","salt":"0000000000000000","iterations":4000000000,"memory_kib":4000000000,'
           b'"lanes":4,"length":32}}'), "conform.limit"
    yield b'{"op":"kdf.hkdf","in":{"hash":"sha256","ikm":"","length":"18446744073709551615"}}', "crypto.bad_parameters"
    yield b'{"op":"hash","in":{"algo":"sha256","data":"' + b"00" * (HUGE // 2), "codec.bad_json"
    yield b"[" * HUGE, "codec.json_too_deep"
    yield b'"' + b"a" * HUGE + b'"', "codec.wrong_type"
    yield b'{"op":"bip39.seed","in":{"mnemonic":"' + b"abandon " * (HUGE // 8) + b'"}}', "kaspa.words.count"
    yield b'{"op":"kaspa.address.decode","in":{"address":"kaspa:' + b"q" * HUGE + b'"}}', None
    yield b'{"op":"bip32.parse","in":{"key":"' + b"x" * HUGE + b'"}}', "kaspa.key.text"
    yield b'{"op":"bip32.derive","in":{"seed":"' + b"00" * 32 + b'","path":"m' + b"/0" * 100000 + b'"}}', None
    yield b'{"op":"abi.decode_arguments","in":{"argument_types":[' + b'"int",' * 100000 + b'"int"],"hex":""}}', "abi.bad_value"
    yield b'{"op":"poseidon","in":{"inputs":["' + b"9" * 1000000 + b'"]}}', "zk.bad_number"
    yield b'{"op":"kaspa.tx.id","in":{"tx":{"version":1,"inputs":[{}],"outputs":[]}}}', "codec.missing_field"
    yield b'{"op":"kaspa.tx.id","in":{"tx":{"version":65536,"inputs":[],"outputs":[]}}}', "codec.wrong_type"
    yield (b'{"op":"kaspa.sighash","in":{"tx":{"version":1,"inputs":[],"outputs":[]},"utxos":[],"input_index":0,"hash_type":1}}'),\
        "kaspa.tx.malformed"
    yield b'{"op":"json.parse","in":{"text_hex":"' + b"5b" * 1000000 + b'"}}', "codec.json_too_deep"
    yield b"a" * (33 * 1024 * 1024), "conform.line_too_long"


WRONG = [None, True, -1, 1.5, 2 ** 64, "", "zz", "00", "ff" * 100, [], {}, [[]], "\u202e\x00", "9" * 40, 10 ** 30, "-9223372036854775808"]


def mangled(dice, fields):
    """A request with one member, at any depth, gone or replaced."""
    fields = json.loads(json.dumps(fields))
    place = fields
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return fields
        key = dice.choice(keys)
        if isinstance(place[key], (dict, list)) and dice.random() < 0.7:
            place = place[key]
            continue
        what = dice.random()
        if what < 0.2 and isinstance(place, dict):
            del place[key]
        elif what < 0.5 and isinstance(place[key], str) and place[key]:
            text = list(place[key])
            text[dice.randrange(len(text))] = dice.choice("0f9qz \u00e9")
            place[key] = "".join(text)
        else:
            place[key] = dice.choice(WRONG)
        return fields


def mangled_lines(count):
    dice = random.Random(20261123)
    seeds = []
    for suite in (*CRYPTO.values(), *KASPA.values(), *CONTRACT.values()):
        try:
            some = [(op, fields) for op, fields, _ in suite(run.FOLDER, run.ROOT)]
        except FileNotFoundError:
            continue
        seeds.append(dice.sample(some, min(len(some), 20)))
    for number in range(count):
        op, fields = dice.choice(dice.choice(seeds))
        yield json.dumps({"id": f"m{number}", "op": op, "in": mangled(dice, fields)}).encode()


def main():
    program = sys.argv[1]
    requests = list(fixed_lines())
    requests += [(line, False) for line in mangled_lines(200_000 if os.environ.get("BT_LONG") == "1" else 5_000)]
    worker = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        for line, _ in requests:
            worker.stdin.write(line + b"\n")
        worker.stdin.close()

    feeder = threading.Thread(target=feed)
    feeder.start()
    failed = 0
    count = 0
    for (line, code), raw in zip(requests, worker.stdout):
        count += 1
        answer = json.loads(raw)
        said = answer.get("code")
        wrong = None
        if answer.get("ok") is not True and not (said and answer.get("message")):
            wrong = "no code or no message"
        elif said in ("conform.crashed", "conform.exception", "conform.too_slow", "conform.out_of_memory"):
            wrong = said
        elif code is False:
            wrong = None if answer["id"] == json.loads(line)["id"] else "another id"
        elif answer.get("ok") is True or (code and said != code):
            wrong = f"expected {code}"
        if wrong:
            failed += 1
            print(f"{wrong}: {line[:300]!r} -> {raw[:300]!r}")
    feeder.join()
    if worker.wait() != 0 or count != len(requests):
        failed += 1
        print(f"bt-conform ended with {worker.returncode} after {count} of {len(requests)} answers")
    print(f"{count - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
