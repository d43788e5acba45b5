"""Where the key comes from, and which keys are refused."""

import base64
from pathlib import Path

import pytest

from storage.keys import load_key, new_key
from storage.problems import StorageProblem
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import Clock, is_one_sentence


def test_a_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "config" / "kring" / "kring.key"

    made = load_key(None, file)

    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert file.parent.parent.stat().st_mode & 0o777 == 0o700
    assert load_key(None, file).fingerprint == made.fingerprint
    assert load_key("", file).fingerprint == made.fingerprint


def test_no_two_keys_are_the_same(tmp_path: Path) -> None:
    assert load_key(None, tmp_path / "a").fingerprint != load_key(None, tmp_path / "b").fingerprint


def test_the_setting_wins_and_no_file_is_made(tmp_path: Path) -> None:
    file = tmp_path / "kring.key"

    cipher = load_key(base64.b64encode(b"k" * 32).decode(), file)

    assert cipher.fingerprint == Cipher(b"k" * 32).fingerprint
    assert not file.exists()


def test_a_new_key_is_one_that_the_setting_takes() -> None:
    assert load_key(new_key(), Path("unused")).fingerprint != load_key(new_key(), Path("unused")).fingerprint


def test_both_alphabets_of_base64_are_read() -> None:
    key = b"\xfb\xff" * 16
    for text in (base64.b64encode(key), base64.urlsafe_b64encode(key)):
        assert load_key(f" {text.decode()}\n", Path("unused")).fingerprint == Cipher(key).fingerprint


@pytest.mark.parametrize("key", ["wachtwoord", "k" * 44, "k" * 39 + "=", "é" * 44])
def test_what_is_no_key_is_refused_without_showing_it(key: str) -> None:
    with pytest.raises(StorageProblem) as caught:
        load_key(key, Path("unused"))

    assert str(caught.value).startswith("KRING_KEY holds no key")
    assert is_one_sentence(caught.value)
    assert key not in str(caught.value)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_key_file_that_others_can_reach_is_refused(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "kring.key"
    load_key(None, file)
    file.chmod(mode)

    with pytest.raises(StorageProblem, match="chmod 600") as caught:
        load_key(None, file)
    assert is_one_sentence(caught.value)


@pytest.mark.parametrize("inside", ["kring.key", "deeper/kring.key", "../data/kring.key"])
def test_a_key_file_in_the_data_folder_is_refused_and_not_made(tmp_path: Path, inside: str) -> None:
    data = tmp_path / "data"

    with pytest.raises(StorageProblem, match="lies in the data folder") as caught:
        load_key(None, data / inside, data)

    assert is_one_sentence(caught.value)
    assert not (data / inside).exists()


def test_a_key_file_beside_the_data_folder_is_fine(tmp_path: Path) -> None:
    load_key(None, tmp_path / "data.key", tmp_path / "data")


@pytest.mark.parametrize("content", [b"", b"geen sleutel\n", b"\xff" * 44])
def test_a_file_without_a_key_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kring.key"
    file.touch(mode=0o600)
    file.write_bytes(content)

    with pytest.raises(StorageProblem, match="holds no key"):
        load_key(None, file)


def test_a_key_file_that_cannot_be_read_is_told_in_one_sentence(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "a file" / "kring.key"):
        (tmp_path / "a file").touch()
        with pytest.raises(StorageProblem, match="cannot be used") as caught:
            load_key(None, file)
        assert is_one_sentence(caught.value)


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(StorageProblem, match="32 bytes"):
        Cipher(b"short")


@pytest.mark.usefixtures("store")
async def test_another_key_than_the_one_it_was_written_with_opens_no_database(url: str, clock: Clock) -> None:
    with pytest.raises(StorageProblem, match="another key") as caught:
        await Store.open(url, Cipher(b"x" * 32), clock)
    assert is_one_sentence(caught.value)


@pytest.mark.usefixtures("store")
async def test_the_same_key_opens_it_again(url: str, cipher: Cipher, clock: Clock) -> None:
    again = await Store.open(url, cipher, clock)
    await again.close()
