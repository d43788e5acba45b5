"""What Kring writes in a button comes back whole; what somebody else wrote is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.custom_id import LARGEST, LIMIT, Press, parse

numbers = st.integers(min_value=0, max_value=LARGEST)
presses = st.builds(
    Press,
    action=st.from_regex(r"[a-z][a-z0-9-]{0,15}", fullmatch=True),
    session=numbers,
    visit=st.integers(min_value=0, max_value=10**6),
    person=numbers,
    extra=st.from_regex(r"[!-~]{0,20}", fullmatch=True),
)


@given(presses)
def test_a_press_comes_back_as_it_was(press: Press) -> None:
    custom_id = str(press)
    assert len(custom_id) <= LIMIT
    assert parse(custom_id) == press


@given(st.text(max_size=120))
def test_anything_else_is_refused_or_was_a_press(custom_id: str) -> None:
    press = parse(custom_id)
    assert press is None or str(press) == custom_id


def test_a_press_is_written_like_this() -> None:
    press = Press("next", session=12, visit=3, person=456, extra="q:1")
    assert str(press) == "k1:next:12:3:456:q:1"


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "k1:next",
        "k1:next:1:2:3",
        "k2:next:1:2:3:",
        "k1:next:1:2:-3:",
        "k1:next:01:2:3:",
        "k1:next:1:2:3_0:",
        "k1:next:١:2:3:",
        "k1:Next:1:2:3:",
        "k1:next:1:2:3:é",
        "k1:next:1:2:3:a b",
        "k1:next:1:2:3:\n",
        f"k1:next:1:2:{2**63}:",
        "k1:next:1:2:3:" + "x" * 90,
    ],
)
def test_a_forged_or_garbled_custom_id_is_refused(custom_id: str) -> None:
    assert parse(custom_id) is None


@pytest.mark.parametrize(
    "press",
    [
        Press(""),
        Press("a:b"),
        Press("next", session=-1),
        Press("next", person=2**63),
        Press("next", extra="é"),
        Press("next", extra="x" * 100),
    ],
)
def test_a_press_that_would_not_come_back_is_never_sent(press: Press) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        str(press)
