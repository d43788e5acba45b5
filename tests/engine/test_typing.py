"""Who may type in a room where people type."""

import pytest

from methods.engine.model import Talk
from methods.engine.roles import who_types
from tests.engine.play import at_table


@pytest.mark.parametrize("phase_id", ["fr.pauze", "fr.terug"])
def test_where_nothing_is_asked_everybody_may_chat(phase_id: str) -> None:
    table = at_table(phase_id, talk=Talk.WRITTEN)
    assert who_types(table.session) == frozenset(table.session.members)


def test_while_all_write_in_silence_only_the_leader_may_type() -> None:
    table = at_table("bm.canvas", talk=Talk.WRITTEN)
    assert who_types(table.session) == {table.session.leader}
