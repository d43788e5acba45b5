"""Which groups a moderator means: all, some, all but one, or those that were behind when a board was read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

CODE = re.compile(r"all|behind|[gx]\d{1,3}|g\d{1,3}(-\d{1,3}){1,24}|m[0-9a-f]{1,13}")
"""How groups are named in a press or a command."""


MOST_NAMED = 15
"""Groups that are named one by one; more would not fit in the id of a button."""


@dataclass(frozen=True, slots=True)
class Target:
    """Which groups: `all`, `g2` (only group 2; 0 is the plenary; `g2-5`: two of them), `x2` (all but group 2).

    `behind`: the groups that have not got as far as the furthest one. `m16`: many at once, group n by bit n of a
    hexadecimal number.
    """

    code: str = "all"

    def hits(self, group: int) -> bool:
        """Whether this group is meant; the plenary only when it is named."""
        if self.code in {"all", "behind"}:
            return group != 0
        if self.code[0] == "m":
            return bool(int(self.code[1:], 16) >> group & 1)
        numbers = {int(number) for number in self.code[1:].split("-")}
        return group in numbers if self.code[0] == "g" else group not in {0, *numbers}

    @property
    def named(self) -> bool:
        """Whether groups were named: then nothing is passed by."""
        return self.code.startswith(("g", "m"))


def these(groups: Sequence[int]) -> Target:
    """Just these groups, however many; at least one."""
    if len(groups) <= MOST_NAMED:
        return Target(f"g{'-'.join(map(str, groups))}")
    return Target(f"m{sum(1 << number for number in set(groups)):x}")


def target_of(code: str) -> Target | None:
    """The target that a command or a list names; None when it names nothing."""
    return Target(code) if CODE.fullmatch(code) else None
