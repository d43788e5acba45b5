"""A whole file under encryption: what it is stands readable in its first line, all the rest is sealed.

After that line come chunks of 64 KiB, each under AES-256-GCM with a key for this file alone. A chunk's nonce is its
number and whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015, as the
file format of age has it), and the first line is bound to each of them: so nothing can be changed, moved, left out
or cut off unnoticed.
"""

import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import BinaryIO, Literal

from cryptography.exceptions import InvalidTag
from pydantic import TypeAdapter, ValidationError

from storage.problems import StorageProblem
from storage.words import Cipher

CHUNK = 64 * 1024
TAG = 16
SALT = 32
LONGEST_LABEL = 1024
QUICKLY = 1
"""zlib's level: a database full of scripts becomes a fifth or less at any of them, at this one soonest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a backup is, for anybody to read. `made` in seconds since 1970 (UTC)."""

    kring: Literal["backup"] = "backup"
    format: Literal[1] = 1
    made: int
    revision: str
    """Of the database in it."""
    key: str
    """The fingerprint of the key, never the key."""
    salt: str


_labels = TypeAdapter(Label)


def label(cipher: Cipher, made: int, revision: str) -> Label:
    """The label of a new file."""
    return Label(made=made, revision=revision, key=cipher.fingerprint, salt=os.urandom(SALT).hex())


def seal(plain: BinaryIO, sealed: BinaryIO, cipher: Cipher, mark: Label) -> None:
    """Writes all of `plain`, packed and encrypted, after its label."""
    line = json.dumps(asdict(mark)).encode() + b"\n"
    aead = cipher.for_file(bytes.fromhex(mark.salt))
    sealed.write(line)
    sealed.writelines(
        aead.encrypt(_nonce(number, last=last), chunk, line)
        for number, (chunk, last) in enumerate(_chunks(_packed(plain)))
    )


def read_label(sealed: BinaryIO) -> Label:
    """The label of a file, which is then read as far as its end. Raises StorageProblem."""
    return _label(sealed.readline(LONGEST_LABEL))


def unseal(sealed: BinaryIO, plain: BinaryIO, cipher: Cipher) -> Label:
    """Writes what was sealed to `plain`. Raises StorageProblem for another key, or any damage."""
    line = sealed.readline(LONGEST_LABEL)
    mark = _label(line)
    if mark.key != cipher.fingerprint:
        raise StorageProblem(
            "This backup was made with another key: put that one back (KRING_KEY or KRING_KEY_FILE)."
        )
    unpack = zlib.decompressobj()
    try:
        aead = cipher.for_file(bytes.fromhex(mark.salt))
        plain.writelines(
            unpack.decompress(aead.decrypt(_nonce(number, last=last), chunk, line))
            for number, (chunk, last) in enumerate(_sealed_chunks(sealed))
        )
    except (InvalidTag, ValueError, zlib.error):
        raise StorageProblem("This backup is damaged or not whole.") from None
    return mark


def _label(line: bytes) -> Label:
    try:
        return _labels.validate_json(line)
    except ValidationError:
        raise StorageProblem("This file is no backup that this version of Kring knows.") from None


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


def _packed(plain: BinaryIO) -> Iterator[bytes]:
    pack = zlib.compressobj(QUICKLY)
    while piece := plain.read(CHUNK):
        yield pack.compress(piece)
    yield pack.flush()


def _chunks(pieces: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The same bytes in chunks of one length, each with whether it is the last."""
    rest = b""
    for piece in pieces:
        rest += piece
        while len(rest) > CHUNK:
            yield rest[:CHUNK], False
            rest = rest[CHUNK:]
    yield rest, True


def _sealed_chunks(sealed: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    chunk = sealed.read(CHUNK + TAG)
    while after := sealed.read(CHUNK + TAG):
        yield chunk, False
        chunk = after
    yield chunk, True
