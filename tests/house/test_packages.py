"""The three packages are ours and typed, and no file carries the machine it was written on."""

import re
import subprocess
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "methods", "storage")

INDEX = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org")
MACHINE = re.compile(r"(?<![\w.~/-])/(?:home|Users|root|work)/|\b[A-Z]:\\Users\b")


def folder(package: str) -> Path:
    return Path(str(import_module(package).__file__)).parent


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607
    paths = [ROOT / name for name in listing.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def where(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_packages_come_from_one_folder() -> None:
    """Their names are plain: another distribution may carry the same one, and wins without a word."""
    assert len({folder(package).parent for package in PACKAGES}) == 1


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_ships_its_types(package: str) -> None:
    assert (folder(package) / "py.typed").is_file()


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout knows which files are tracked")
@pytest.mark.parametrize("pattern", [INDEX, MACHINE], ids=["index", "machine"])
def test_no_file_names_an_index_or_a_machine(pattern: re.Pattern[str]) -> None:
    assert where(pattern) == []
