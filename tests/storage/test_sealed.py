"""A sealed file opens only whole, unchanged, and with its own key."""

import io
from collections.abc import Callable
from random import Random

import pytest

from storage.problems import StorageProblem
from storage.sealed import CHUNK, TAG, label, read_label, seal, unseal
from storage.words import Cipher
from tests.storage.examples import STORY, is_one_sentence

MADE = 1_800_000_000


def noise(size: int) -> bytes:
    """Bytes that cannot be packed any smaller."""
    return Random(size).randbytes(size)


def sealed(plain: bytes, cipher: Cipher) -> bytes:
    target = io.BytesIO()
    seal(io.BytesIO(plain), target, cipher, label(cipher, MADE, "0001"))
    return target.getvalue()


def opened(kept: bytes, cipher: Cipher) -> bytes:
    target = io.BytesIO()
    unseal(io.BytesIO(kept), target, cipher)
    return target.getvalue()


def refusal(kept: bytes, cipher: Cipher) -> str:
    with pytest.raises(StorageProblem) as caught:
        opened(kept, cipher)
    assert is_one_sentence(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("size", [0, 1, CHUNK - 30, CHUNK, CHUNK + 1, 3 * CHUNK - 40, 5 * CHUNK])
def test_all_that_was_sealed_comes_back(cipher: Cipher, size: int) -> None:
    assert opened(sealed(noise(size), cipher), cipher) == noise(size)


def test_a_text_that_repeats_itself_takes_little_room(cipher: Cipher) -> None:
    assert len(sealed(STORY.encode() * 50_000, cipher)) < 20_000


def test_what_is_in_it_cannot_be_read_and_what_it_is_can(cipher: Cipher) -> None:
    kept = sealed(STORY.encode(), cipher)
    assert STORY.encode() not in kept
    mark = read_label(io.BytesIO(kept))
    assert (mark.made, mark.revision, mark.key) == (MADE, "0001", cipher.fingerprint)


def test_the_same_file_sealed_twice_looks_different(cipher: Cipher) -> None:
    assert sealed(b"a" * 100, cipher).split(b"\n", 1)[1] != sealed(b"a" * 100, cipher).split(b"\n", 1)[1]


def test_another_key_is_called_so_and_not_damage(cipher: Cipher) -> None:
    assert "with another key" in refusal(sealed(b"a", cipher), Cipher(b"x" * 32))


def at_chunk(kept: bytes, number: int) -> int:
    """Where a chunk begins."""
    return kept.index(b"\n") + 1 + number * (CHUNK + TAG)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "one bit": lambda kept: kept[:-5] + bytes([kept[-5] ^ 1]) + kept[-4:],
    "cut off within a chunk": lambda kept: kept[:-1],
    "cut off after a chunk": lambda kept: kept[: at_chunk(kept, 2)],
    "all of it cut off": lambda kept: kept[: at_chunk(kept, 0)],
    "a chunk left out": lambda kept: kept[: at_chunk(kept, 1)] + kept[at_chunk(kept, 2) :],
    "two chunks that changed places": lambda kept: (
        kept[: at_chunk(kept, 0)]
        + kept[at_chunk(kept, 1) : at_chunk(kept, 2)]
        + kept[at_chunk(kept, 0) : at_chunk(kept, 1)]
        + kept[at_chunk(kept, 2) :]
    ),
    "something after the end": lambda kept: kept + b"more",
    "another moment on the label": lambda kept: kept.replace(b"1800000000", b"1800000001", 1),
    "another revision on the label": lambda kept: kept.replace(b'"0001"', b'"0002"', 1),
    "another salt on the label": lambda kept: kept.replace(b'"salt": "', b'"salt": "00', 1),
    "a salt that is none": lambda kept: kept.replace(b'"salt": "', b'"salt": "x', 1),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_nothing_is_changed_moved_left_out_or_cut_off_unnoticed(cipher: Cipher, damage: str) -> None:
    kept = sealed(noise(3 * CHUNK + 10), cipher)
    damaged = DAMAGES[damage](kept)
    assert damaged != kept
    assert refusal(damaged, cipher) == "This backup is damaged or not whole."


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"SQLite format 3\x00" + bytes(100),
        b"{}\n",
        b'{"kring": "backup", "format": 2, "made": 1, "revision": "1", "key": "k", "salt": "00"}\n',
        b'{"kring": "backup", "format": 1, "made": "soon", "revision": "1", "key": "k", "salt": "00"}\n',
        b"[" * 5000,
    ],
)
def test_what_is_no_backup_is_called_so(cipher: Cipher, kept: bytes) -> None:
    assert "no backup that this version of Kring knows" in refusal(kept, cipher)
