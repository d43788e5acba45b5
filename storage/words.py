"""People's words under encryption: AES-256-GCM, each row with its own nonce and bound to its own place."""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.problems import StorageProblem

KEY_BYTES = 32
_NONCE_BYTES = 12
_FORMAT = b"\x01"

Kind = Literal["contribution", "case", "name", "own"]


class Cipher:
    """Seals words and opens them again. A sealed text opens only in the row that it was sealed for."""

    def __init__(self, key: bytes) -> None:
        """Takes a key of exactly 32 random bytes."""
        if len(key) != KEY_BYTES:
            raise StorageProblem(f"A key has {KEY_BYTES} bytes, this one has {len(key)}.")
        self._key = key
        self._aead = AESGCM(key)
        # One way: whoever has the database learns nothing about the key, which is itself random.
        self.fingerprint = sha256(b"kring key\x00" + key).hexdigest()[:32]

    def __repr__(self) -> str:
        """The fingerprint, never the key."""
        return f"Cipher({self.fingerprint})"

    def for_file(self, salt: bytes) -> AESGCM:
        """A key for one file alone (HKDF, RFC 5869): with a fresh salt its nonces may simply be counted.

        Nothing follows from it for another file, or for the key that the words are kept under.
        """
        return AESGCM(HKDF(SHA256(), KEY_BYTES, salt, b"kring file").derive(self._key))

    def seal(self, words: Mapping[str, str], kind: Kind, *place: int | str) -> bytes:
        """Encrypts fields and their words for the row of this kind at this place: its key and its person."""
        nonce = os.urandom(_NONCE_BYTES)
        plain = json.dumps(dict(words)).encode()
        return _FORMAT + nonce + self._aead.encrypt(nonce, plain, _bound_to(kind, place))

    def open(self, sealed: bytes, kind: Kind, *place: int | str) -> dict[str, str]:
        """Fields and their words, in the order they were sealed in.

        Raises StorageProblem when the row was damaged, or written with another key or for another place.
        """
        start = len(_FORMAT)
        nonce, rest = sealed[start : start + _NONCE_BYTES], sealed[start + _NONCE_BYTES :]
        try:
            plain = self._aead.decrypt(nonce, rest, _bound_to(kind, place))
        except (InvalidTag, ValueError) as error:
            raise StorageProblem(f"The {kind} {place} in the database cannot be decrypted.") from error
        words: dict[str, str] = json.loads(plain)
        return words


def _bound_to(kind: Kind, place: tuple[int | str, ...]) -> bytes:
    """The associated data, the format included. JSON keeps 1, "1" and the borders between them apart."""
    return _FORMAT + json.dumps([kind, *place]).encode()
