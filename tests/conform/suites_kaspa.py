# SPDX-License-Identifier: GPL-3.0-or-later
"""Kaspa: addresses, accounts, ids, signature hashes, masses, messages."""
import copy

from suites import accepted, gives, load, refused


def addresses(folder, _):
    suite = load(folder / "kaspa/addresses.json")
    for row in suite["valid"]:
        yield "kaspa.address.encode", {"prefix": row["prefix"], "version": row["version"],
                                       "payload": row["payload_hex"]}, gives(address=row["address"])
        parts = (row["prefix"], row["version"], row["payload_hex"])
        yield "kaspa.address.decode", {"address": row["address"]}, lambda answer, wanted=parts: (
            None if answer["ok"] and tuple(answer["out"][k] for k in ("prefix", "version", "payload")) == wanted else "other parts")
    codes = {"DecodingError": "character", "BadChecksum": "checksum", "InvalidPrefix": "prefix", "MissingPrefix": "prefix"}
    for row in suite["invalid"]:
        yield "kaspa.address.decode", {"address": row["address"]}, refused("kaspa.address." + codes[row["error"]])


def accounts(folder, _):
    suite = load(folder / "kaspa/hd_gen1.json")
    for change, name in enumerate(("mainnet_receive", "mainnet_change")):
        for index, address in enumerate(suite[name]):
            yield "kaspa.address.hd", {"key": suite["master_xprv"], "account": 0, "change": change, "index": index,
                                       "prefix": "kaspa"}, gives(address=address)
    for row in suite["mnemonics"]:
        yield "bip39.check", {"mnemonic": row["mnemonic"]}, gives(language="english")
        yield "bip32.derive", {"key": row["kprv"], "path": "m/44'/111111'/0'"}, lambda answer, wanted=row: (
            None if answer["ok"] and answer["out"]["xpub"] == wanted["account_kpub_m/44'/111111'/0'"] else "another kpub")


def domain_hashes(folder, _):
    suite = load(folder / "kaspa/domain_hashes.json")
    for domain, digests in suite["hashers"].items():
        for count, digest in enumerate(digests, 1):
            yield "kaspa.domain_hash", {"domain": domain, "data": "".join(suite["inputs_hex"][:count])}, gives(digest=digest)
    yield "kaspa.domain_hash", {"domain": "Nothing", "data": ""}, refused("kaspa.hash.unknown_domain")


def ids(folder, _):
    for row in load(folder / "kaspa/tx_ids.json")["vectors"]:
        yield "kaspa.tx.id", {"tx": row["tx"]}, gives(id=row["id"])
        yield "kaspa.tx.hash", {"tx": row["tx"]}, gives(hash=row["hash"])


def changed(tx, action, i):
    """What rusty-kaspa's test does to the transaction before it hashes."""
    tx = copy.deepcopy(tx)
    if action == "Output":
        tx["outputs"][i]["value"] = 100
    elif action == "Input":
        tx["inputs"][i]["index"] = 2
    elif action in ("ComputeBudget", "SigOpCount"):
        tx["inputs"][i].pop("sig_op_count", None)
        tx["inputs"][i].pop("compute_budget", None)
        tx["inputs"][i]["compute_budget" if action == "ComputeBudget" else "sig_op_count"] = 1234 if action == "ComputeBudget" else 123
    elif action == "AmountSpent":
        tx["utxos"][i]["amount"] = 666
    elif action == "PrevScriptPublicKey":
        tx["utxos"][i]["script"] += "010203"
    elif action == "Sequence":
        tx["inputs"][i]["sequence"] = 12345
    elif action == "Payload":
        tx["payload"] = "06060604020001030307"
    elif action == "Gas":
        tx["gas"] = 1234
    elif action == "SubnetworkId":
        tx["subnetwork_id"] = "0606060402000103030700000000000000000000"
    return tx


def sighashes(folder, _):
    suite = load(folder / "kaspa/sighash.json")
    for row in suite["vectors"]:
        tx = changed(suite["transactions"][row["tx"]], row["action"], row["action_index"])
        fields = {"utxos": tx.pop("utxos"), "tx": tx, "input_index": row["input_index"], "algo": "schnorr",
                  "hash_type": suite["hash_types"][row["hash_type"]]}
        yield "kaspa.sighash", fields, gives(hash=row["expected"])
        yield "kaspa.sighash", {**fields, "hash_type": 3}, refused("kaspa.sign.type")


def masses(folder, _):
    for row in load(folder / "kaspa/storage_mass.json")["vectors"]:
        parameter = 10_000 * 100_000_000 if row["C"] == "STORAGE_MASS_PARAMETER" else row["C"]
        yield "kaspa.storage_mass", {"in": row["in"], "out": row["out"], "c": parameter}, gives(mass=row["mass"])
        cells = {side: [{"amount": str(a), "script_len": 34} for a in row[side]] for side in ("in", "out")}
        yield "kaspa.storage_mass", {**cells, "c": str(parameter)}, gives(mass=row["mass"])
    yield "kaspa.storage_mass", {"in": [1], "out": [0], "c": 1}, refused("kaspa.mass.incomputable")
    suite = load(folder / "kaspa/sighash.json")["transactions"]
    for tx in suite.values():
        yield "kaspa.mass", {"tx": tx, "utxos": tx["utxos"]}, accepted


def messages(folder, _):
    for row in load(folder / "kaspa/personal_message.json")["vectors"]:
        fields = {"message": row["message"], "secret_key": row["secret_key"], "aux_rand": row["aux_rand"]}
        yield "kaspa.message.sign", fields, gives(signature=row["signature"])
        shown = {"message": row["message"], "public_key": row["public_key"], "signature": row["signature"]}
        yield "kaspa.message.verify", shown, gives(valid=True)
        yield "kaspa.message.verify", {**shown, "message": row["message"] + " "}, gives(valid=False)


SUITES = {"kaspa addresses": addresses, "kaspa accounts": accounts, "kaspa domain hashes": domain_hashes, "kaspa ids": ids,
          "kaspa sighash": sighashes, "kaspa mass": masses, "kaspa messages": messages}
