"""A method is a file; nothing else knows of it."""

import pytest

import methods
from methods.library import all_methods, method


def test_every_file_with_a_method_is_in_the_library() -> None:
    assert {"bumpy", "probleemoplossend"} <= {one.id for one in all_methods()}


def test_ids_and_commands_and_phases_are_unique() -> None:
    assert len({one.id for one in all_methods()}) == len(all_methods())
    commands = [one.command for one in all_methods() if one.command]
    assert len(set(commands)) == len(commands)
    phases = [phase.id for one in all_methods() for phase in one.phases]
    assert len(set(phases)) == len(phases)


def test_a_method_is_found_by_its_id() -> None:
    assert method("bumpy").name.nl == "Bumpy Moments"


def test_an_unknown_method_is_named_together_with_those_that_exist() -> None:
    with pytest.raises(KeyError, match=r"no method 'gossip'; there are: balint"):
        method("gossip")


def test_a_new_file_registers_itself_and_a_double_id_is_refused(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(tmp_path)
    with open(f"{folder}/bumpy_again.py", "w", encoding="utf-8") as file:  # noqa: PTH123 - a line in a test
        file.write("from methods.bumpy_moments import METHOD\n")
    monkeypatch.setattr(methods, "__path__", [*methods.__path__, folder])
    all_methods.cache_clear()
    try:
        with pytest.raises(ValueError, match="Two files hold a method with the id bumpy"):
            all_methods()
    finally:
        all_methods.cache_clear()
