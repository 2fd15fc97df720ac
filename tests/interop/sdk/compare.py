#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py SDK_CASES [SEED] [COUNT]: our ids, signature hashes, addresses, masses and covenant ids of random transactions
beside those of the Kaspa SDK (PyPI kaspa 2.1.0, installed by packaging/dev/peers). Prints every difference; none is allowed.
"""
import json
import subprocess
import sys

import sdk

kaspa = sdk.load()


def estimate(masses, transaction):
    """The SDK's figure for a transaction that still has to be signed, out of our exact masses: it knows no compute budgets
    (neither their grams nor their two bytes) and no bytes of covenant bindings (34), adds a signature of 66 bytes to each
    input and counts the payload twice. Its storage mass is exact, covenants included."""
    inputs = transaction["inputs"]
    compute = masses["compute"] + 66 * len(inputs) + len(transaction["payload"]) // 2
    if transaction["version"] > 0:
        compute -= sum(100 * i["computeBudget"] + 2 for i in inputs)
        compute -= sum(34 for o in transaction["outputs"] if o["covenant"])
    return max(compute, masses["storage"])


def differences(case, compared):
    ours, dictionary = case["ours"], case["tx"]
    transaction = kaspa.Transaction.from_dict(dictionary)

    def check(what, mine, theirs):
        compared[what] = compared.get(what, 0) + 1
        if mine != theirs:
            yield "%s: ours %s, theirs %s" % (what, mine, theirs)

    for one in ours["sighashes"]:
        for ecdsa in (False, True):
            theirs = kaspa.compute_sighash(transaction, one["input"], getattr(kaspa.SighashType, one["type"]), ecdsa).to_hex()
            name = "ecdsa" if ecdsa else "schnorr"
            yield from check("sighash %s %s" % (one["type"], name), one[name], theirs)
    for one in ours["addresses"]:
        script = kaspa.ScriptPublicKey(0, one["script"])
        yield from check("address", one["address"], kaspa.address_from_script_public_key(script, one["network"]).to_string())
        back = kaspa.pay_to_address_script(kaspa.Address(one["address"]))
        yield from check("script of an address", one["script"], back.script)
    network = kaspa.NetworkId("mainnet")
    values = [i["utxo"]["amount"] for i in dictionary["inputs"]], [o["value"] for o in dictionary["outputs"]]
    yield from check("storage mass", ours["plainStorageMass"], kaspa.calculate_storage_mass(network, *values))
    if "masses" in ours:
        yield from check("mass", estimate(ours["masses"], dictionary), kaspa.calculate_transaction_mass(network, transaction))
    first = dictionary["inputs"][0]["previousOutpoint"]
    outpoint = kaspa.TransactionOutpoint(kaspa.Hash(first["transactionId"]), first["index"])
    outputs = [kaspa.TransactionOutput(o["value"], kaspa.ScriptPublicKey(0, o["scriptPublicKey"]["script"])) for o in dictionary["outputs"]]
    yield from check("covenant id", ours["covenantId"], kaspa.covenant_id(outpoint, outputs).to_hex())
    yield from check("script hash", ours["scriptHash"], kaspa.pay_to_script_hash_script(ours["redeem"]).script)
    yield from check("id", ours["id"], transaction.finalize().to_hex())


def main(program, seed="20260701", count="1000"):
    print("seed %s, %s transactions" % (seed, count))
    lines = subprocess.run([program, seed, count], capture_output=True, text=True, check=True).stdout.splitlines()
    compared, bad = {}, 0
    for number, line in enumerate(lines):
        for difference in differences(json.loads(line), compared):
            bad += 1
            if bad <= 20:
                print("transaction %d: %s" % (number, difference))
    print(", ".join("%s %d" % item for item in sorted(compared.items())))
    print("%d transactions, %d differences" % (len(lines), bad))
    if bad or len(lines) != int(count) or compared.get("id", 0) != len(lines) or compared.get("mass", 0) * 2 < len(lines):
        sys.exit(1)


main(*sys.argv[1:])
