# SPDX-License-Identifier: GPL-3.0-or-later
"""Hashes, MACs, key derivation, ciphers, key agreement, signatures; BIP39, BIP32; zero-knowledge arithmetic."""
import unicodedata

from suites import accepted, blocks, either, gives, load, refused, rows, verdict


def blake2b(folder, _):
    for row in load(folder / "blake2b/blake2b-kat.json"):
        fields = {"algo": "blake2b-512", "data": row["in"]}
        if row["key"]:
            fields["key"] = row["key"]
        yield "hash", fields, gives(digest=row["out"])


def blake3(folder, _):
    suite = load(folder / "blake3/test_vectors.json")
    for row in suite["cases"]:
        data = bytes(i % 251 for i in range(row["input_len"])).hex()
        for length in (32, len(row["hash"]) // 2):
            fields = {"algo": "blake3", "data": data, "length": length}
            yield "hash", fields, gives(digest=row["hash"][:2 * length])
            yield "hash", {**fields, "key": suite["key"].encode().hex()}, gives(digest=row["keyed_hash"][:2 * length])
            yield "hash", {**fields, "context": suite["context_string"]}, gives(digest=row["derive_key"][:2 * length])


def argon2id(folder, _):
    for row in blocks(folder / "rfc/argon2id.txt"):
        yield "kdf.argon2id", {"password": row["pass"], "salt": row["salt"], "iterations": row["iter"],
                               "memory_kib": row["memcost"], "lanes": row["lanes"], "length": row["length"],
                               "secret": row.get("secret", ""), "ad": row.get("ad", "")}, gives(key=row["output"])


def rfc5869(folder, _):
    for row in blocks(folder / "rfc/hkdf-sha256-rfc5869.txt"):
        yield "kdf.hkdf", {"hash": row["hash"].lower(), "ikm": row["ikm"], "salt": row["salt"], "info": row["info"],
                           "length": row["l"]}, gives(okm=row["okm"])


def rfc7748(folder, _):
    for row in blocks(folder / "rfc/x25519-rfc7748.txt"):
        if "input_scalar" in row:
            yield "dh", {"algo": "x25519", "secret": row["input_scalar"], "public": row["input_u"]}, gives(shared=row["output_u"])


def rfc8032(folder, _):
    for line in (folder / "rfc/ed25519-sign-input-every8th.txt").read_text().split():
        secret, key, message, signed = line.split(":")[:4]
        fields = {"algo": "ed25519", "public": key, "msg": message, "sig": signed[:128]}
        yield "sig.verify", fields, gives(valid=True)
        wrong = bytearray.fromhex(signed[:128])
        wrong[len(message) % 64] ^= 1 << (len(secret + message) % 8)
        yield "sig.verify", {**fields, "sig": wrong.hex()}, gives(valid=False)


def bip340(folder, _):
    for row in rows(folder / "bip340/test-vectors.csv"):
        yield "sig.verify", {"algo": "bip340", "public": row["public key"].lower(), "msg": row["message"].lower(),
                             "sig": row["signature"].lower()}, gives(valid=row["verification result"] == "TRUE")


def wycheproof(name, request):
    """`request` makes (operation, in, check) of a group and a test."""
    def suite(folder, _):
        for group in load(folder / "wycheproof" / f"{name}_test.json")["testGroups"]:
            for test in group["tests"]:
                yield request(group, test, test["result"])
    return suite


def wp_ed25519(group, test, result):
    return "sig.verify", {"algo": "ed25519", "public": group["publicKey"]["pk"], "msg": test["msg"],
                          "sig": test["sig"]}, verdict(result == "valid")


def wp_x25519(_, test, result):
    fields = {"algo": "x25519", "secret": test["private"], "public": test["public"]}
    # DECISIONS.md: points of small order give no key; twist and non-canonical points are computed as RFC 7748 has it.
    if "ZeroSharedSecret" in test["flags"]:
        return "dh", fields, refused("crypto.low_order_point")
    return "dh", fields, gives(shared=test["shared"])


def wp_aead(algo):
    def request(_, test, result):
        fields = {"algo": algo, "key": test["key"], "nonce": test["iv"], "aad": test["aad"]}
        opened = {**fields, "ct": test["ct"] + test["tag"]}
        return "aead.open", opened, gives(msg=test["msg"]) if result == "valid" else refused()
    return request


def wp_aead_seal(algo):
    def request(_, test, result):
        fields = {"algo": algo, "key": test["key"], "nonce": test["iv"], "aad": test["aad"], "msg": test["msg"]}
        if result == "valid":
            return "aead.seal", fields, gives(ct=test["ct"] + test["tag"])
        # A wrong tag is what makes most of them invalid: sealing gives another one, or the nonce's size is refused.
        other = lambda answer: None if answer["ok"] and answer["out"]["ct"] != test["ct"] + test["tag"] else "the same seal"
        return "aead.seal", fields, either(other, refused())
    return request


def wp_hkdf(hash_name):
    def request(_, test, result):
        fields = {"hash": hash_name, "ikm": test["ikm"], "salt": test["salt"], "info": test["info"], "length": test["size"]}
        return "kdf.hkdf", fields, gives(okm=test["okm"]) if result == "valid" else refused("crypto.bad_parameters")
    return request


def wp_hmac(hash_name):
    def request(group, test, result):
        digits = group["tagSize"] // 4

        def check(answer):
            if not answer["ok"]:
                return answer["code"]
            same = answer["out"]["tag"][:digits] == test["tag"]
            return None if same == (result == "valid") else f"tag {answer['out']['tag']}"
        return "mac.hmac", {"hash": hash_name, "key": test["key"], "msg": test["msg"]}, check
    return request


def wp_pbkdf2(hash_name):
    def request(_, test, result):
        return "kdf.pbkdf2", {"hash": hash_name, "password": test["password"], "salt": test["salt"],
                              "iterations": test["iterationCount"], "length": test["dkLen"]}, gives(key=test["dk"])
    return request


def bip39(folder, _):
    for language, table in load(folder / "bip39/vectors.json").items():
        for entropy, words, seed, xprv in table:
            yield "bip39.mnemonic", {"entropy": entropy, "language": language}, gives(mnemonic=words)
            yield "bip39.seed", {"mnemonic": words, "passphrase": "TREZOR"}, gives(seed=seed)
            composed = unicodedata.normalize("NFC", words)
            yield "bip39.seed", {"mnemonic": composed, "passphrase": "TREZOR"}, gives(seed=seed)
            yield "bip32.derive", {"seed": seed, "path": "m"}, lambda answer, wanted=xprv: (
                None if answer["ok"] and answer["out"]["xprv"] == wanted else "another xprv")
            found = gives(language=language)
            if language == "chinese_traditional":  # a phrase may fit both lists: one seed, so either name is right
                found = either(found, gives(language="chinese_simplified"))
            yield "bip39.check", {"mnemonic": words}, found
            parts = words.replace("\u3000", " ").split(" ")
            yield "bip39.check", {"mnemonic": " ".join(parts[:-1])}, refused("kaspa.words.count")
            yield "bip39.check", {"mnemonic": " ".join(["qqqq"] + parts[1:])}, refused("kaspa.words.unknown")
            yield "bip39.check", {"mnemonic": " ".join([parts[-1]] + parts[1:])}, either(refused("kaspa.words.checksum"), accepted)


def bip39_japanese(_, root):
    for row in load(root / "tests/vectors/bip39_japanese.json")["rows"]:
        yield "bip39.seed", {"mnemonic": row["words"], "passphrase": row["passphrase"]}, gives(seed=row["seed"])


def bip32(folder, _):
    suite = load(folder / "bip32/bip32_vectors.json")
    for vector in suite["valid"]:
        for chain in vector["chains"]:
            both = gives(xprv=chain["xprv"], xpub=chain["xpub"])
            yield "bip32.derive", {"seed": vector["seed_hex"], "path": chain["path"]}, both
            yield "bip32.derive", {"key": chain["xprv"], "path": "m"}, both
            yield "bip32.derive", {"key": chain["xpub"], "path": "m"}, gives(xpub=chain["xpub"])
            depth = chain["path"].count("/")
            last = chain["path"].rsplit("/", 1)[-1] if depth else "0"
            child = int(last.rstrip("'Hh")) + (0x80000000 if last[-1] in "'Hh" else 0)
            shown = lambda answer, d=depth, c=child: (
                None if answer["ok"] and (answer["out"]["depth"], answer["out"]["child"]) == (d, c) else f"depth {d}, child {c}")
            yield "bip32.parse", {"key": chain["xprv"]}, shown
            yield "bip32.parse", {"key": chain["xpub"]}, shown
    for row in suite["invalid_extended_keys"]:
        yield "bip32.parse", {"key": row["key"]}, refused("kaspa.key.text", "kaspa.key.prefix", "kaspa.key.invalid")


def bn254(folder, _):
    for name, op in (("bn256Add", "add"), ("bn256ScalarMul", "mul"), ("bn256Pairing_part", "pairing")):
        for row in load(folder / f"bn254/{name}.json"):
            yield f"bn254.{op}", {"input": row["Input"]}, gives(output=row["Expected"])


def poseidon(folder, _):
    for row in load(folder / "poseidon/poseidon_bn254.json")["vectors"]:
        yield "poseidon", {"inputs": [str(i) for i in row["inputs"]]}, gives(hash=row["out"])


SUITES = {
    "blake2b": blake2b, "blake3": blake3, "argon2id": argon2id, "rfc5869": rfc5869, "rfc7748": rfc7748, "rfc8032": rfc8032,
    "bip340": bip340,
    "wycheproof ed25519": wycheproof("ed25519", wp_ed25519),
    "wycheproof x25519": wycheproof("x25519", wp_x25519),
    "wycheproof xchacha20_poly1305": wycheproof("xchacha20_poly1305", wp_aead("xchacha20-poly1305")),
    "wycheproof xchacha20_poly1305, sealing": wycheproof("xchacha20_poly1305", wp_aead_seal("xchacha20-poly1305")),
    "wycheproof hkdf_sha256": wycheproof("hkdf_sha256", wp_hkdf("sha256")),
    "wycheproof hmac_sha256": wycheproof("hmac_sha256", wp_hmac("sha256")),
    "wycheproof pbkdf2_hmacsha512": wycheproof("pbkdf2_hmacsha512", wp_pbkdf2("sha512")),
    "bip39": bip39, "bip39 japanese": bip39_japanese, "bip32": bip32, "bn254": bn254, "poseidon": poseidon,
}
