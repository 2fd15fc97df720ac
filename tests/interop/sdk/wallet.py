#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""wallet.py NODE_URL ARTIFACTS_FOLDER: a wallet that is not ours. It has the Kaspa SDK (PyPI kaspa 2.1.0) and the compiled
programs under resources/contracts, nothing else of this project: it writes states, calls and outputs itself, from what
docs/contracts.md says. Reads one JSON request a line, answers one JSON object a line. Requests (op):

  key                                      its key and address
  genesis    owners [[key, amount]...]     makes a token; answers token id and outpoints
  pay        token, outpoint, amount, from {owner, scheme, guard, borrow}, to, give    pays BTAI on
  received   token, amount                 finds what was paid to its key, by the node's index of scripts
  borrow     token, outpoint, amount, into {outpoint, amount, owner, threshold}, give   pays into a token that lies there
  push       step, visit {...}             ends a visit, or moves it on, by a step that nobody signs
"""
import asyncio
import hashlib
import json
import pathlib
import sys

import sdk

kaspa = sdk.load()

KAS = 100_000_000
CARRIER = KAS // 2
DEPOSIT = KAS
FEE = KAS // 5
NO_RECORD = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"  # BLAKE3 of nothing
ZERO = "00" * 32
EXPIRE, LAPSE, CLAIM_FOR_THERAPIST = 0, 1, 2
LINEAGE = "04"  # owner scheme: a covenant id


def number(n):
    return n.to_bytes(8, "little").hex()


def push(data, shortest):
    """A data push; `shortest` as consensus demands of signature scripts, else with an explicit length, as states are."""
    raw = bytes.fromhex(data)
    if shortest and not raw:
        return "00"
    if shortest and len(raw) == 1 and 1 <= raw[0] <= 16:
        return "%02x" % (0x50 + raw[0])
    if shortest and raw == b"\x81":
        return "4f"
    if len(raw) <= 75:
        return "%02x" % len(raw) + data
    if len(raw) <= 255:
        return "4c%02x" % len(raw) + data
    return "4d" + len(raw).to_bytes(2, "little").hex() + data


def script_number(n):
    return "" if n == 0 else "%02x" % n  # 1..16


class Program:
    def __init__(self, folder, family, part):
        index = json.loads((folder / "index.json").read_text())
        artifact = json.loads((folder / index[family][-1][part]).read_text())
        (contract,) = artifact["contracts"].values()
        compiled = contract["compiled"]
        code, span = bytes(compiled["bytecode"]).hex(), compiled["state_span"]
        self.before, self.after = code[:2 * span["offset"]], code[2 * (span["offset"] + span["len"]):]
        self.span, self.entries = span["len"], contract["entries"]

    def redeem(self, fields):
        state = "".join(push(field, False) for field in fields)
        assert len(state) == 2 * self.span, "the state has another size than the program says"
        return self.before + state + self.after

    def call(self, entry, arguments, redeem):
        tag = self.entries[entry]["dispatch_tag"]
        return "".join(push(a, True) for a in arguments) + push(tag, False) + push(redeem, False)


def to_script(redeem):
    return "aa20" + hashlib.blake2b(bytes.fromhex(redeem), digest_size=32).hexdigest() + "87"


def to_key(key):
    return "20" + key + "ac"


def token_state(owner, amount, scheme="00", borrow="00", guard=ZERO):
    return [number(amount), owner, scheme, borrow, guard, ZERO]


def columns(states):
    """Several states as an argument: all values of the first field, all of the second, and so on."""
    return ["".join(state[i] for state in states) for i in range(6)]


class Wallet:
    def __init__(self, client, folder):
        self.client = client
        self.private = kaspa.PrivateKey("6b" * 32)
        self.key = str(self.private.to_keypair().xonly_public_key)
        self.address = self.private.to_address("simnet").to_string()
        self.token = Program(folder, "token", "token")
        self.visits = {False: Program(folder, "health_session", "session"),
                       True: Program(folder, "health_session_token", "session")}
        self.tickets = {False: Program(folder, "health_session", "ticket"),
                        True: Program(folder, "health_session_token", "ticket")}
        self.spent = set()

    async def utxos(self, script):
        address = kaspa.address_from_script_public_key(kaspa.ScriptPublicKey(0, script), "simnet").to_string()
        found = await self.client.get_utxos_by_addresses({"addresses": [address]})
        return found["entries"]

    async def coin(self, least):
        for entry in await self.utxos(to_key(self.key)):
            outpoint = (str(entry["outpoint"]["transactionId"]), entry["outpoint"]["index"])
            if entry["utxoEntry"]["amount"] >= least and outpoint not in self.spent:
                self.spent.add(outpoint)
                return {"outpoint": outpoint, "amount": entry["utxoEntry"]["amount"], "script": to_key(self.key), "id": None, "budget": 10}
        raise RuntimeError("no coin of %d sompi" % least)

    def transaction(self, inputs, outputs, lock_time):
        def utxo(one):
            outpoint = {"transactionId": one["outpoint"][0], "index": one["outpoint"][1]}
            return {"previousOutpoint": outpoint, "signatureScript": one.get("call", ""), "sequence": one.get("sequence", 0),
                    "sigOpCount": 0, "computeBudget": one["budget"],
                    "utxo": {"address": None, "outpoint": outpoint, "amount": one["amount"],
                             "scriptPublicKey": {"version": 0, "script": one["script"]}, "blockDaaScore": 0,
                             "isCoinbase": False, "covenantId": one["id"]}}

        def output(value, script, binding):
            return {"value": value, "scriptPublicKey": {"version": 0, "script": script},
                    "covenant": binding and {"authorizingInput": binding[0], "covenantId": binding[1]}}
        return kaspa.Transaction.from_dict({
            "id": ZERO, "version": 1, "inputs": [utxo(one) for one in inputs], "outputs": [output(*one) for one in outputs],
            "lockTime": lock_time, "subnetworkId": "00" * 20, "gas": 0, "payload": "", "mass": 0, "storageMass": 0})

    async def send(self, inputs, outputs, lock_time=0):
        """Adds a coin for the fee and change, signs what is ours, submits. An input says by "sign" how its call is made."""
        missing = sum(o[0] for o in outputs) + FEE - sum(i["amount"] for i in inputs)
        if missing > 0:
            coin = await self.coin(missing + KAS)
            inputs = inputs + [coin]
            outputs = outputs + [(coin["amount"] - missing, to_key(self.key), None)]
        elif missing < 0:
            outputs = outputs + [(-missing, to_key(self.key), None)]
        for one in inputs:
            if "sign" in one:
                one["call"] = one["sign"]("00" * 65)
        unsigned = self.transaction(inputs, outputs, lock_time)
        signatures = [kaspa.create_input_signature(unsigned, i, self.private, kaspa.SighashType.All) for i in range(len(inputs))]
        for one, signature in zip(inputs, signatures):
            if "sign" in one:
                one["call"] = one["sign"](signature[2:])  # without its push
            elif "call" not in one:
                one["call"] = signature
        final = self.transaction(inputs, outputs, lock_time)
        answer = await self.client.submit_transaction({"transaction": final, "allowOrphan": False})
        return str(answer["transactionId"])

    # --- tokens
    def token_input(self, request, witness_before=""):
        start = request["from"]
        redeem = self.token.redeem(token_state(start["owner"], request["amount"], start.get("scheme", "00"),
                                               start.get("borrow", "00"), start.get("guard", ZERO)))
        return {"outpoint": tuple(request["outpoint"]), "amount": request.get("carrier", CARRIER), "script": to_script(redeem),
                "id": request["token"], "budget": 25, "redeem": redeem}

    def token_output(self, state, binding, carrier=CARRIER):
        return (carrier, to_script(self.token.redeem(state)), binding)

    async def genesis(self, request):
        coin = await self.coin(2 * KAS * (len(request["owners"]) + 1))
        states = [token_state(owner, amount, borrow=borrow, guard=guard) for owner, amount, borrow, guard in request["owners"]]
        plain = [kaspa.TransactionOutput(2 * KAS, kaspa.ScriptPublicKey(0, to_script(self.token.redeem(s)))) for s in states]
        outpoint = kaspa.TransactionOutpoint(kaspa.Hash(coin["outpoint"][0]), coin["outpoint"][1])
        token = kaspa.covenant_id(outpoint, plain).to_hex()
        outputs = [self.token_output(s, (0, token), 2 * KAS) for s in states]
        change = coin["amount"] - sum(o[0] for o in outputs) - FEE
        id = await self.send([coin], outputs + [(change, to_key(self.key), None)])
        return {"token": token, "id": id, "authorising": coin["outpoint"]}

    async def pay(self, request):
        """Our key's token: `give` to `to`, the rest back."""
        one = self.token_input(request)
        states = [token_state(request["to"], request["give"])]
        if request["amount"] > request["give"]:
            states.append(token_state(self.key, request["amount"] - request["give"]))
        one["sign"] = lambda signature: self.token.call("transfer", columns(states) + ["00" + signature], one["redeem"])
        id = await self.send([one], [self.token_output(s, (0, request["token"])) for s in states])
        return {"id": id, "rest": request["amount"] - request["give"]}

    async def borrow(self, request):
        """Pays into a token of somebody else's that lies there for it, without him: it leads, ours follows."""
        into = request["into"]
        lent = {"owner": into["owner"], "borrow": "01", "guard": into["guard"]}
        leader = self.token_input({"from": lent, "amount": into["amount"], "outpoint": into["outpoint"],
                                   "token": request["token"], "carrier": into["carrier"]})
        ours = self.token_input(request)
        grown = token_state(into["owner"], into["amount"] + request["give"], borrow="01", guard=into["guard"])
        rest = token_state(self.key, request["amount"] - request["give"])
        leader["call"] = self.token.call("transfer", columns([grown, rest]) + ["01"], leader["redeem"])
        ours["sign"] = lambda signature: self.token.call("transfer_delegator", [signature], ours["redeem"])
        id = await self.send([leader, ours], [self.token_output(grown, (0, request["token"]), into["carrier"]),
                                              self.token_output(rest, (0, request["token"]))])
        return {"id": id}

    async def received(self, request):
        script = to_script(self.token.redeem(token_state(self.key, request["amount"])))
        for entry in await self.utxos(script):
            if str(entry["utxoEntry"].get("covenantId")) == request["token"]:
                return {"outpoint": [str(entry["outpoint"]["transactionId"]), entry["outpoint"]["index"]],
                        "carrier": entry["utxoEntry"]["amount"]}
        return {"outpoint": None}

    # --- visits
    def visit_state(self, v, phase):
        state = ["%02x" % phase, v["patient"], v["therapist"], number(v["price"]), number(v["bond"]), v["terms"]]
        return state + ([v["asset"]["token"], v["asset"]["pool"], number(v["asset"]["levy"])] if v["asset"] else [])

    async def push(self, request):
        v, step = request["visit"], request["step"]
        in_tokens = v["asset"] is not None
        program = self.visits[in_tokens]
        redeem = program.redeem(self.visit_state(v, v["phase"]))
        part, shown = bytes.fromhex(v["part"]), v["proof"] != ""
        field = [int.from_bytes(part[i:i + 8], "little") for i in (0, 8, 16)] if part else [0, 0, 0]
        opening = [v["part"], v["before"], v["after"]]
        one = {"outpoint": tuple(v["outpoint"]), "amount": v["value"], "script": to_script(redeem), "id": v["id"], "budget": 30}
        if step in ("commit", "begin", "begin-attended"):
            to = 2 if step == "commit" else 3
            one["call"] = program.call("move", ["%02x" % to, v["proof"]] + opening, redeem)
            one["sequence"] = field[1] if step == "commit" else 0
            lock = field[0] if part else 0
            state = to_script(program.redeem(self.visit_state(v, to)))
            return {"id": await self.send([one], [(v["value"], state, (0, v["id"]))], lock)}

        why = {"expire-request": EXPIRE, "claim-for-therapist": CLAIM_FOR_THERAPIST}.get(step, LAPSE)
        lock = {EXPIRE: field[0], CLAIM_FOR_THERAPIST: field[2], LAPSE: 0}[why]
        one["sequence"] = {EXPIRE: 0, CLAIM_FOR_THERAPIST: 2 * field[1], LAPSE: field[1] * (1 if shown else 2)}[why]
        one["call"] = program.call("settle", [script_number(why), "", v["proof"]] + opening + [""], redeem)
        everything, by_patient = v["price"] + v["bond"], v["phase"] == 4
        share = 0 if why == EXPIRE else everything if why == CLAIM_FOR_THERAPIST else field[2] if shown else 0
        stake = field[0] if why == LAPSE and by_patient else 0  # to the therapist; the patient's comes with the rest
        ticket = why != EXPIRE
        inputs, outputs = [one], []
        rest = v["value"]
        levy = 0
        if in_tokens:
            if why == LAPSE and not shown and by_patient:
                share = v["bond"]
            escrow = v["escrow"]
            levy = v["asset"]["levy"] if ticket and share - v["bond"] >= v["asset"]["levy"] else 0
            states = [token_state(v["therapist"], share - levy)] if share > levy else []
            states += [token_state(v["patient"], escrow["held"] - share)] if escrow["held"] > share else []
            states += [token_state(v["asset"]["pool"], levy, LINEAGE)] if levy else []
            held = self.token.redeem(token_state(v["id"], escrow["held"], LINEAGE))
            inputs.append({"outpoint": tuple(escrow["outpoint"]), "amount": escrow["carrier"], "script": to_script(held),
                           "id": v["asset"]["token"], "budget": 25,
                           "call": self.token.call("transfer", columns(states) + ["00"], held)})
            outputs = [self.token_output(s, (1, v["asset"]["token"])) for s in states]
            rest += escrow["carrier"] - CARRIER * len(states) - stake
            if stake:
                outputs.append((stake, to_key(v["therapist"]), None))
        else:
            share += stake
            rest -= share
            if share:
                outputs.append((share, to_key(v["therapist"]), None))
            if ticket and rest >= 2 * DEPOSIT:
                outputs.append((rest - DEPOSIT, to_key(v["patient"]), None))
                rest = DEPOSIT
        if ticket:
            fields = [v["patient"], v["terms"], NO_RECORD] + ([number(levy)] if in_tokens else [])
            outputs.append((rest, to_script(self.tickets[in_tokens].redeem(fields)), (0, v["id"])))
        else:
            outputs.append((rest, to_key(v["patient"]), None))
        return {"id": await self.send(inputs, outputs, lock)}


async def main(url, folder):
    client = kaspa.RpcClient(url=url, encoding="json", network_id=kaspa.NetworkId("simnet"))
    await client.connect()
    wallet = Wallet(client, pathlib.Path(folder))
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if request["op"] == "key":
                answer = {"key": wallet.key, "address": wallet.address}
            else:
                answer = await {"genesis": wallet.genesis, "pay": wallet.pay, "received": wallet.received,
                                "borrow": wallet.borrow, "push": wallet.push}[request["op"]](request)
        except Exception as error:  # the test prints it
            answer = {"error": "%s: %s" % (type(error).__name__, error)}
        print(json.dumps(answer), flush=True)
    await client.disconnect()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
