"""The lists on a moderator's panel: for which groups, who is there, who lead, who goes elsewhere."""

from collections.abc import Mapping, Sequence

import discord
from discord import ui

from bot import sayings as say
from bot.custom_id import Press
from bot.replies import Reply
from bot.screen import Row
from methods.engine.model import Place
from methods.engine.text import Language, PersonId, Text
from methods.meeting import Meeting

MOST_OPTIONS = 25
"""What Discord lets a list have."""
MOST_GROUPS = 11
"""Groups that fit in one list of targets, each with «all but»."""


def ticking(meeting: Meeting, language: Language) -> list[Row]:
    """Outside Discord: a list on which the trainer ticks who is there."""
    if meeting.place is not Place.ELSEWHERE:
        return []
    select = ui.UserSelect[ui.LayoutView](
        custom_id=str(Press("conduct-present", meeting.id)),
        placeholder=say.WHO_IS_HERE.to(language),
        max_values=MOST_OPTIONS,
    )
    return [Row(select)]


def adjusting(meeting: Meeting, language: Language) -> list[Row]:
    """Who lead today; once there are groups: somebody to put elsewhere, and who leads each of them."""
    if not meeting.groups:
        return [_leading(meeting, language)]
    who = ui.UserSelect[ui.LayoutView](
        custom_id=str(Press("conduct-who", meeting.id)), placeholder=say.WHO_MOVES.to(language)
    )
    leader = ui.UserSelect[ui.LayoutView](
        custom_id=str(Press("conduct-leads", meeting.id)), placeholder=say.WHO_LEADS.to(language)
    )
    return [Row(who), Row(leader)]


def _leading(meeting: Meeting, language: Language) -> Row:
    named = [discord.Object(who, type=discord.User) for who in meeting.leaders[:MOST_OPTIONS]]
    return Row(
        ui.UserSelect[ui.LayoutView](
            custom_id=str(Press("leaders-named", meeting.id)),
            placeholder=say.WHO_LEAD_TODAY.to(language),
            min_values=0,
            max_values=MOST_OPTIONS,
            default_values=named,
        )
    )


def targets(meeting: Meeting, language: Language, target: str) -> list[Row]:
    """For which groups the next act is meant: with «all but» each as far as that fits, and every group in any case."""
    known = [("all", say.ALL_GROUPS), ("behind", say.BEHIND), ("g0", say.PLENARY)]
    few = len(meeting.groups) <= MOST_GROUPS
    for group in meeting.groups:
        number = str(group.number)
        known.append((f"g{group.number}", say.ONE_GROUP.filled(number=number)))
        known += [(f"x{group.number}", say.ALL_BUT.filled(number=number))] if few else []
    parts = [known[at : at + MOST_OPTIONS] for at in range(0, len(known), MOST_OPTIONS)]
    return [_target(meeting, part, language, target, at) for at, part in enumerate(parts)]


def _target(
    meeting: Meeting, part: Sequence[tuple[str, Text]], language: Language, target: str, at: int
) -> Row:
    """A list of groups; the first has what is chosen when nothing was."""
    options = [
        discord.SelectOption(label=text.to(language), value=code, default=target == code)
        for code, text in part
    ]
    first, last = (part[where][0][1:] for where in (0, -1))
    return Row(
        ui.Select[ui.LayoutView](
            custom_id=str(Press("conduct-target", meeting.id, extra=str(at or ""))),
            options=options,
            placeholder=say.GROUPS_FROM_TO.to(language, first=first, last=last) if at else None,
        )
    )


def chosen_people(reply: Reply) -> Mapping[PersonId, str]:
    """Who was chosen from a list, each with the name they have here."""
    return {PersonId(number_of(value)): _name(reply, value) for value in reply.chosen if value.isdecimal()}


def number_of(value: str) -> int:
    """The number that a press carries; 0, which is nobody and no group, for anything else."""
    return int(value) if value.isdecimal() else 0


def _name(reply: Reply, value: str) -> str:
    data = reply.data.get("resolved")
    resolved = data if isinstance(data, dict) else {}
    member, user = resolved.get("members", {}).get(value, {}), resolved.get("users", {}).get(value, {})
    return str(member.get("nick") or user.get("global_name") or user.get("username") or "")
