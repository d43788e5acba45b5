"""Where the key comes from: the setting KRING_KEY, else a file beside the data."""

import base64
import binascii
import os
import stat
from pathlib import Path

from storage.problems import StorageProblem
from storage.words import KEY_BYTES, Cipher


def load_key(
    key: str | None, key_file: Path, data_folder: Path | None = None, *, make: bool = True
) -> Cipher:
    """The cipher that all words are kept under.

    `key` (the setting KRING_KEY, 32 bytes in base64) wins; else `key_file` is read. When there is none it is made,
    mode 0600 in a folder of mode 0700; with `make=False` it is missed. `data_folder` has the database; a key file
    in it is refused, because who copies that folder would have the words and the key. Raises StorageProblem.
    """
    if key:
        return Cipher(_decoded(key, "KRING_KEY"))
    if data_folder is not None and key_file.resolve().is_relative_to(data_folder.resolve()):
        raise StorageProblem(
            f"The key file {key_file} lies in the data folder: keep it elsewhere (KRING_KEY_FILE)."
        )
    try:
        if not make and not key_file.exists():
            raise StorageProblem(f"The key is not there: put it back at {key_file}, or set KRING_KEY.")
        return Cipher(_read(key_file) if key_file.exists() else _made(key_file))
    except OSError as error:
        raise StorageProblem(f"The key file {key_file} cannot be used: {error.strerror}.") from error


def new_key() -> str:
    """A new random key, as KRING_KEY wants it."""
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def _read(key_file: Path) -> bytes:
    with key_file.open(encoding="ascii", errors="replace") as file:
        mode = os.fstat(file.fileno()).st_mode
        if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise StorageProblem(f"Others can read the key file {key_file}: run `chmod 600 {key_file}`.")
        return _decoded(file.read(), f"The key file {key_file}")


def _made(key_file: Path) -> bytes:
    make_folder(key_file.parent)
    try:
        # O_EXCL: of two Krings that start at once, only one makes the key.
        handle = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(key_file)
    with os.fdopen(handle, "w") as file:
        file.write(new_key() + "\n")
        file.flush()
        os.fsync(file.fileno())
    # Words last no longer than their key: its name in the folder must reach the disk before they do.
    sync_folder(key_file.parent)
    return _read(key_file)


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, each readable by its owner alone; what exists stays as it is."""
    for one in reversed([folder, *folder.parents]):
        if not one.exists():
            one.mkdir(mode=0o700, exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Lets the names in a folder reach the disk."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _decoded(key: str, where: str) -> bytes:
    try:
        # Both alphabets of base64 are in use; `validate` would otherwise skip a typing mistake in silence.
        plain = base64.b64decode(key.strip().replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        plain = b""
    if len(plain) != KEY_BYTES:
        raise StorageProblem(f"{where} holds no key: it must be {KEY_BYTES} bytes in base64 (44 characters).")
    return plain
