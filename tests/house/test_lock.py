"""The lock holds all that pyproject.toml asks for, with hashes, and nothing of the machine that made it."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def wanted() -> list[str]:
    """What pyproject.toml asks for: to run, to build, and in every extra."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = pyproject["project"]
    lists: list[list[str]] = [project["dependencies"], pyproject["build-system"]["requires"]]
    lists += project["optional-dependencies"].values()
    return sorted({line for some in lists for line in some})


def pins() -> dict[str, str]:
    """The lock by name: each pin with its hashes, on one line."""
    joined = LOCK.replace("\\\n", " ")
    lines = [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]
    return {line.split("==")[0]: line for line in lines}


@pytest.mark.parametrize("line", wanted())
def test_the_lock_pins_it_within_its_range(line: str) -> None:
    requirement = Requirement(line)
    pin = pins()[canonicalize_name(requirement.name)]
    version = Version(pin.split("==")[1].split()[0])
    assert requirement.specifier.contains(version)


@pytest.mark.parametrize("name", pins())
def test_every_pin_is_exact_and_has_hashes(name: str) -> None:
    pin, *hashes = pins()[name].split(" --hash=")
    pin = pin.partition(";")[0].strip()
    assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin)
    assert hashes
    assert all(re.fullmatch(r"sha256:[0-9a-f]{64} *", digest) for digest in hashes)


def test_the_lock_names_no_address_and_no_path() -> None:
    without_hashes = re.sub(r"--hash=\S+", "", LOCK)
    assert "://" not in without_hashes
    assert "--" not in without_hashes, "an option, such as an index"
    assert "/" not in without_hashes
    assert not re.search(r"\b[A-Za-z]:\\", without_hashes)
