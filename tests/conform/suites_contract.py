# SPDX-License-Identifier: GPL-3.0-or-later
"""KCC-1, KCC-2, KCC-12, KCC-20; canonical JSON, multiformats, did:key."""
import csv

from suites import accepted, gives, load, not_implemented, either, refused


def value_of(row, name="value"):
    for key in (name, f"{name}_hex", f"{name}_decimal"):
        if key in row:
            return row[key]
    raise KeyError(name)


def push(hex_text, row):
    head = row.get("encoded_prefix_hex")
    return row["hex"] if head is None else head + hex_text


def kcc1(folder, _):
    suite = load(folder / "kcc/kcc-0001_positive.json")
    for row in suite["hash_function"]:
        fields = {"algo": "blake3", "data": row["input_hex"]}
        if "key_hex" in row:
            yield "hash", {**fields, "key": row["key_hex"]}, gives(digest=row["hash_hex"])
            fields["key"] = row["key32_hex"]
        yield "hash", fields, gives(digest=row["hash_hex"])
    for name in suite["canonical_type_names"]:
        records = [{"name": "Transfer", "fields": [{"name": "amount", "type": "int"}]}]
        yield "abi.check_type", {"type": name, "records": records}, accepted
    for row in suite["data_pushes"]:
        payload = row["payload"].get("hex", row["payload"].get("repeat_hex", "") * row["payload"].get("count", 0))
        minimal, explicit = push(payload, row["push_minimal"]), push(payload, row["push_explicit"])
        yield "abi.encode_argument", {"type": "byte[]", "value": payload}, gives(hex=minimal)
        yield "abi.decode_arguments", {"argument_types": ["byte[]"], "hex": minimal}, gives(values=[payload])
        fields = [{"name": "f", "type": "byte[]"}]
        yield "abi.encode_state", {"fields": fields, "values": {"f": payload}}, gives(hex=explicit)
        yield "abi.decode_state", {"fields": fields, "hex": explicit}, gives(values={"f": payload})
        if minimal != explicit:
            yield "abi.decode_arguments", {"argument_types": ["byte[]"], "hex": explicit}, refused("abi.bad_push")
            yield "abi.decode_state", {"fields": fields, "hex": minimal}, refused("abi.bad_push")
    for row in suite["scalar_encodings"]:
        value = value_of(row)
        yield "abi.encode_argument", {"type": row["type"], "value": value}, gives(hex=row["standalone_argument_hex"])
        back = int(value) if row["type"] == "int" else value
        yield "abi.decode_arguments", {"argument_types": [row["type"]], "hex": row["standalone_argument_hex"]}, gives(values=[back])
        payload = row["state_payload_hex"]
        yield ("abi.encode_state", {"fields": [{"name": "f", "type": row["type"]}], "values": [value]},
               gives(hex=f"{len(payload) // 2:02x}{payload}"))
    for row in suite["composite_encodings"]:
        records = row.get("records") or ([row["record"]] if "record" in row else [])
        name = row.get("type") or row["record"]["name"]
        wanted = row.get("combined_hex") or row["argument_hex"]
        yield "abi.encode_argument", {"type": name, "value": value_of(row), "records": records}, gives(hex=wanted)
        yield "abi.decode_arguments", {"argument_types": [name], "hex": wanted, "records": records}, accepted
    step = suite["dispatch_and_arguments"]
    for row in [step, suite["zero_argument_dispatch"], *suite["record_dispatch"]]:
        fields = {"name": row["entrypoint_name"], "argument_types": row["argument_types"], "records": row.get("records", [])}
        yield "abi.dispatch_tag", fields, gives(tag=row["dispatch_tag_hex"])
    yield ("abi.decode_arguments", {"argument_types": step["argument_types"], "hex": "".join(step["argument_encodings_hex"])},
           gives(values=step["argument_values"]))
    yield ("abi.check_entrypoints", {"entrypoints": [{"name": row["entrypoint_name"], "argument_types": row["argument_types"]}
                                                     for row in (step, suite["zero_argument_dispatch"])]}, accepted)
    twice = {"name": "go", "argument_types": ["int"]}
    yield "abi.check_entrypoints", {"entrypoints": [twice, twice]}, refused("abi.same_tag")
    yield "abi.check_entrypoints", {"entrypoints": []}, refused("abi.no_entrypoint")
    envelope = suite["p2sh_envelope"]
    yield "abi.p2sh", {"redeem_script": envelope["redeem_script_hex"]}, gives(
        script=envelope["script_public_key"]["script_hex"], hash=envelope["blake2b_256_hex"])
    state = suite["state_encoding"]
    fields = [{"name": f["name"], "type": f["type"]} for f in state["fields"]]
    values = {f["name"]: value_of(f) for f in state["fields"]}
    yield "abi.encode_state", {"fields": fields, "values": values}, gives(hex=state["encoded_hex"])
    yield "abi.decode_state", {"fields": fields, "hex": state["encoded_hex"]}, gives(values=values)
    for cut in range(0, len(state["encoded_hex"]), 2):
        yield "abi.decode_state", {"fields": fields, "hex": state["encoded_hex"][:cut]}, refused()
    for row in suite["template_hashes"]:
        yield "abi.template_hash", {"prefix": row["prefix_hex"], "suffix": row["suffix_hex"]}, gives(
            hash=row["hash_hex"], silverscript=row["hash_hex"])
    for view in suite["template_views"]["views"]:
        yield "abi.template_hash", {"prefix": view["prefix_hex"], "suffix": view["suffix_hex"]}, gives(
            hash=view["template_hash_hex"], silverscript=view["template_hash_hex"])
    program = suite["continuation_program"]
    yield "abi.p2sh", {"redeem_script": program["redeem_script_hex"]}, gives(
        script=program["script_public_key"]["script_hex"], hash=program["blake2b_256_hex"])
    element = suite["hash_committed_virtual_element"]
    yield "hash", {"algo": "blake3", "data": element["packed_hex"]}, gives(digest=element["commitment_hex"])


def kcc2(folder, _):
    suite = load(folder / "kcc/kcc-0002_authority.json")
    schemes = {row["id"]: row for row in suite["constructions"]}
    for row in suite["approval_checks"]:
        built = schemes[row["construction"]]
        for scheme in (built["scheme"], built["scheme_byte"]):
            fields = {"scheme": scheme, "value": built["authority_value"], "witness": {}, "context": row["context"]}
            yield "authority.check", fields, gives()
            yield "authority.check", {**fields, "value": "17" * 32}, refused()
    for row in suite["registry_checks"]:
        fields = {"scheme": row["scheme_byte"], "value": "00" * 32, "context": {
            "public_key": "00" * 32, "signature_valid": True, "input_script_public_keys": [], "input_covenant_ids": []}}
        code = () if row["assigned"] else ("kaspa.authority.unknown_scheme",)
        if row["scheme_byte"] != "00":  # whose value is the key itself
            yield "authority.check", fields, refused(*code)


def kcc12(folder, _):
    suite = load(folder / "kcc/kcc-0012_script_public_keys.json")
    for row in suite["vectors"]:
        if "redeem_script" in row:
            yield "abi.p2sh", {"redeem_script": row["redeem_script"]}, gives(script=row["spk"][4:], hash=row["redeem_hash"])
    for text in suite["uint64"]["invalid"]:
        yield "kaspa.storage_mass", {"in": [text], "out": [1]}, either(refused("codec.wrong_type"), lambda _, t=text: (
            None if t == "01" else "taken as a number"))
    for text in suite["hex"]["invalid"]:
        yield "hash", {"algo": "sha256", "data": text}, refused("codec.bad_hex")


def kcc20(folder, _):
    suite = load(folder / "kcc/kcc-0020_encoding.json")
    names = ("amount", "owner", "owner_scheme", "borrow_scheme", "borrow_guard", "extension_commitment")
    fields = [{"name": n, "type": t} for n, t in zip(names, suite["state_record"]["field_types"])]
    records = [{"name": "KCC20State", "fields": fields}]
    state = suite["state_encoding"]
    yield "abi.encode_state", {"fields": fields, "values": state["state"]}, gives(hex=state["encoded_hex"])
    yield "abi.decode_state", {"fields": fields, "hex": state["encoded_hex"]}, accepted
    tags = {row["entrypoint"]: row["dispatch_tag_hex"] for row in suite["dispatch"]}
    yield "abi.dispatch_tag", {"name": "transfer", "argument_types": ["KCC20State[]", "byte[]"], "records": records}, gives(tag=tags["transfer"])
    yield "abi.dispatch_tag", {"name": "transfer_delegator", "argument_types": ["byte[]"]}, gives(tag=tags["transfer_delegator"])
    transfer = suite["transfer_arguments"]
    yield ("abi.encode_argument", {"type": "KCC20State[]", "value": transfer["next_states"], "records": records},
           gives(hex="".join(transfer["grouped_field_pushes_hex"])))
    yield "abi.encode_argument", {"type": "byte[]", "value": transfer["witness_hex"]}, gives(hex=transfer["witness_push_hex"])


def jcs(folder, _):
    for path in sorted((folder / "jcs/testdata/input").glob("*.json")):
        wanted = bytes.fromhex("".join((folder / "jcs/testdata/outhex" / f"{path.stem}.txt").read_text().split())).decode()
        yield "jcs", {"text": path.read_text(encoding="utf-8")}, gives(text=wanted)


def strict_json(_, __):
    for text in ("{}", "[]", "0", '"\\u00e9"', " null ", "-1.5e3", '{"a":[1,{"b":null}]}'):
        yield "json.parse", {"text_hex": text.encode().hex()}, gives()
    for raw in (b"", b"{", b"[1,]", b'{"a":1,"a":2}', b"01", b"'a'", b"NaN", b"\xff", b'"\xed\xa0\x80"', b'"\\ud800"',
                b"\xef\xbb\xbf{}", b"{} x", b"/**/1", b"1e999", b"[" * 101 + b"]" * 101, b'"\x01"'):
        yield "json.parse", {"text_hex": raw.hex()}, refused()


def varint(folder, _):
    suite = load(folder / "multiformats/unsigned-varint/examples.json")
    for value, encoded in suite["encode"]:
        yield "varint.decode", {"bytes": encoded}, gives(value=value)
    for encoded, _why in suite["must_reject"]:
        yield "varint.decode", {"bytes": encoded}, refused("codec.bad_varint")


def multibase(folder, _):
    for path in sorted((folder / "multiformats/multibase").glob("*zero*.csv")) + [folder / "multiformats/multibase/basic.csv"]:
        with path.open(newline="", encoding="utf-8") as file:
            table = list(csv.reader(file, skipinitialspace=True))
        plain = table[0][1].encode().decode("unicode_escape").encode("latin-1").hex()
        for name, text in table[1:]:
            built = name in ("base16", "base32", "base58btc", "base64url")
            yield "multibase.encode", {"base": name, "bytes": plain}, gives(text=text) if built else not_implemented
            if built:
                yield "multibase.decode", {"text": text}, gives(bytes=plain)


def did_key(folder, _):
    for did, row in load(folder / "did-key/ed25519-x25519.json").items():
        if did.startswith("did:key:z6Mk"):
            yield "did.resolve", {"did": did}, lambda answer, d=did: (
                None if answer["ok"] and answer["out"]["document"]["id"] == d else "another document")
    for did in ("did:key:z6", "did:key:", "did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktI", "did:web:example.org", "x"):
        yield "did.resolve", {"did": did}, refused()


SUITES = {"kcc-1": kcc1, "kcc-2": kcc2, "kcc-12": kcc12, "kcc-20": kcc20, "jcs": jcs, "strict json": strict_json,
          "varint": varint, "multibase": multibase, "did:key": did_key}
