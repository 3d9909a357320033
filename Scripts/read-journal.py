#!/usr/bin/env python3
"""Reads a kith journal without kith, and prints it as JSON Lines, one record a line.

Usage: read-journal.py [--all] FOLDER [FILE]

FOLDER is the vault; FILE a sealed file in it, journal.age without one, or a backup, a draft or a
capture. The passphrase is asked for; the recovery code, AGE-SECRET-KEY-1…, does instead. Printed
are the records that count, oldest first; --all prints every line. Needs the package cryptography
or pyrage. Written from “The journal format”; does not check the stanza that tells who wrote.
"""
import base64
import datetime
import getpass
import hashlib
import importlib.util
import json
import pathlib
import sys

BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def decrypt(data, end, secret):
    """What an age file holds; an error of either package when the secret does not open it."""
    if not importlib.util.find_spec("cryptography"):
        import pyrage
        if secret.startswith("AGE-SECRET-KEY-1"):
            return pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(secret)])
        return pyrage.passphrase.decrypt(data, secret)
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF
    lines = data[:end].decode("ascii").split("\n")
    words = lines[1].split()  # kith puts the stanza with the key first.
    body, first = (base64.b64decode(text + "==") for text in (lines[2], words[2]))
    if words[1] == "scrypt":
        if int(words[3]) > 20:  # 2^20 rounds take 1 GiB.
            raise ValueError(f"it asks for 2^{words[3]} rounds of work, more than 2^20")
        salt = b"age-encryption.org/v1/scrypt" + first
        wrap = hashlib.scrypt(secret.encode(), salt=salt, n=1 << int(words[3]), r=8, p=1,
                              maxmem=(1 << 30) + (1 << 20), dklen=32)
    else:
        bits = "".join(f"{BECH32.index(letter):05b}" for letter in secret.lower()[16:68])
        key = X25519PrivateKey.from_private_bytes(int(bits[:256], 2).to_bytes(32, "big"))
        salt = first + key.public_key().public_bytes_raw()
        shared = key.exchange(X25519PublicKey.from_public_bytes(first))
        wrap = HKDF(SHA256(), 32, salt, b"age-encryption.org/v1/X25519").derive(shared)
    file_key = ChaCha20Poly1305(wrap).decrypt(bytes(12), body, None)
    payload_key = HKDF(SHA256(), 32, data[end:end + 16], b"payload").derive(file_key)
    starts = range(end + 16, len(data), 65552)
    return b"".join(
        ChaCha20Poly1305(payload_key).decrypt(
            at.to_bytes(11, "big") + bytes([start == starts[-1]]), data[start:start + 65552], None)
        for at, start in enumerate(starts))


def open_file(path, secrets, fault):
    if not path.is_file():
        sys.exit(f"read-journal: {path} is missing")
    data = path.read_bytes()
    end = data.find(b"\n--- ") + 49  # The last line of a header has 48 bytes.
    # kith's nonce is the digest of the header, which tells damage from a wrong key.
    if end == 48 or data[end:end + 16] != hashlib.sha256(data[:end]).digest()[:16]:
        sys.exit(f"read-journal: {path} is damaged, or not from kith")
    for secret in secrets:
        try:
            return decrypt(data, end, secret).decode()
        except Exception as error:  # Each of the packages has errors of its own.
            fault += f" ({type(error).__name__} {error})"
    sys.exit(f"read-journal: {fault}")


def identities(folder, typed):
    """The secret keys: what was typed, or what key.age holds under the passphrase."""
    code = "".join(typed.split()).upper()
    if code.startswith("AGE-SECRET-KEY-1"):
        return [code]
    text = open_file(folder / "key.age", [typed], "that is not the passphrase of this vault")
    if not text.startswith("# kith key v1\n"):
        sys.exit("read-journal: the key is of a newer version than this script reads")
    return text.split()[4:]  # More than one while the key is being changed.


def time(record):
    text = record.get("at") or record["startedAt"]
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def main(arguments):
    wants_all, arguments = "--all" in arguments, [word for word in arguments if word != "--all"]
    if len(arguments) not in (1, 2) or arguments[0].startswith("-"):
        sys.exit(__doc__)
    ask = getpass.getpass if sys.stdin.isatty() else lambda _: sys.stdin.readline().rstrip("\n")
    folder = pathlib.Path(arguments[0])
    if not any(map(importlib.util.find_spec, ("cryptography", "pyrage"))):
        sys.exit("read-journal: install the package cryptography or pyrage first")
    secrets = identities(folder, ask("Passphrase or recovery code: "))
    path = folder / (arguments[1:] or ["journal.age"])[0]
    text = open_file(path, secrets, f"{path} is damaged, or sealed to another key")
    lines = [line for line in text.split("\n") if line.strip(" ")]
    header = json.loads(lines[0])
    if "kith" in header and (header["kith"] != 1 or header["count"] != len(lines) - 1):
        sys.exit(f"read-journal: {path} is of a newer version, or has not all of its lines")
    best = {}
    for line in lines["kith" in header:]:
        record = json.loads(line)
        rank = record.get("rev", 0), record.get("deleted") is True, line.encode()
        if wants_all or "id" not in record:
            print(line)
        elif record["id"] not in best or rank > best[record["id"]][0]:
            best[record["id"]] = rank, record, line
    for _, record, line in sorted(best.values(), key=lambda known: time(known[1])):
        if not record.get("deleted"):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
