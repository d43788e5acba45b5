"""One person's whole evening as it is heard by somebody who does not see the screen: every new message, in order.

A screen reader reads a message when it appears, with the names of its buttons and lists; a message that changes later
it does not read again, unless it is the answer to one's own press. So this is read back from what appeared, and from
nothing else: what does not stand here, a blind participant does not get.
"""

import re
from collections.abc import Iterator, Sequence

from bot.rehearsal.hearing_words import WORDS
from bot.rehearsal.reading import Reader, clock
from bot.rehearsal.recording import Act, Heard
from bot.rehearsal.rehearsal import Rehearsal
from bot.rehearsal.robots.sight import Message
from methods.engine.state import Session

EMPHASIS = re.compile(r"\*\*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
HARD = "  "
"""Ends a line in Markdown without ending the paragraph."""


async def heard_evening(played: Rehearsal) -> str:
    """The whole evening of one participant of the first group, in Markdown."""
    session = next((one for one in await played.sessions() if one.group), None)
    if session is None or not session.members:
        return ""
    listener = _listener(session)
    world = played.world
    backend, guild, store = world.env.backend, world.env.guild, world.store
    channels = {one.id: one.name or "" for one in backend.channels.values()} | played.rooms
    room = await store.channel_of(session.id)
    lobby = await store.lobby_of(session.meeting)
    reader = Reader(
        language=played.script.language,
        people={user.id: user.global_name or user.name for user in backend.users.values()},
        channels=channels,
        roles={role.id: name for name, role in guild.roles.items()},
    )
    mine = {one for one in (room, lobby, backend.dm_channels.get(listener)) if one is not None}
    return "\n".join([*Evening(played, reader, listener, mine).lines(), ""])


def _listener(session: Session) -> int:
    """Somebody who neither leads nor brings in, and so hears what most people hear."""
    special = {session.leader, *(one.case_bringer for one in session.rounds)}
    plain = [who for who in session.members if who not in special]
    return int((plain or session.members)[0])


class Evening:
    """One person's evening being written."""

    def __init__(self, played: Rehearsal, reader: Reader, who: int, channels: set[int]) -> None:
        """`channels`: those that this person is in."""
        self._heard = played.world.recorder.heard
        self._acts = [act for act in played.world.recorder.acts if act.by == who]
        self._reader = reader
        self._who = who
        self._channels = channels
        self._words = WORDS[reader.language]
        self._method = played.script.recipe.name.to(reader.language)

    def lines(self) -> Iterator[str]:
        """All lines."""
        yield f"# {self._words['title'].format(method=self._method)}"
        yield ""
        yield self._words["intro"].format(name=self._reader.people[self._who])
        acts = iter([*self._acts, None])
        coming = next(acts)
        for number, heard in enumerate(self._heard):
            while coming is not None and coming.after <= number:
                yield from self._did(coming)
                coming = next(acts)
            if self._reads(heard):
                yield from self._message(heard)

    def _reads(self, heard: Heard) -> bool:
        """Whether the screen reader says this: it is new, or the answer to the own press."""
        if heard.to is not None:
            return heard.to == self._who
        return heard.message.channel in self._channels and not heard.edited

    def _message(self, heard: Heard) -> Iterator[str]:
        message = heard.message
        where = self._words["alone"] if heard.to else f"#{self._reader.channels.get(message.channel, '')}"
        lines = [self._read(line, heard.at) for line in message.text.splitlines() if line.strip()]
        yield from ("", f"**{clock(heard.at)} · {where} · {message.by}**{HARD}")
        yield from _hard([*lines, *self._parts(message, heard.at)])

    def _parts(self, message: Message, at: float) -> Iterator[str]:
        """The buttons by name, and each list with its options numbered."""
        for choice in message.choices:
            options = [
                f"{n}. {self._read(option.label, at)}" for n, option in enumerate(choice.options, start=1)
            ]
            yield f"{self._words['list']}: {' '.join(options)}"
        if message.buttons:
            labels = [f"‘{self._read(button.label, at)}’" for button in message.buttons]
            yield f"{self._words['buttons']}: {', '.join(labels)}"

    def _did(self, act: Act) -> Iterator[str]:
        """What the person did, as they would tell it; and the questions of the form that came up."""
        what = self._told(act)
        if what:
            yield from ("", f"*{what}*")
        if act.form is not None:
            fields = [f"{n}. {field.label}" for n, field in enumerate(act.form.fields, start=1)]
            form = f"{self._words['form']} ‘{act.form.title}’: {' '.join(fields)}"
            yield from ("", f"*{form}*")

    def _told(self, act: Act) -> str:
        if act.command:
            return self._words["command"].format(name=act.command)
        if act.message is None:
            return ""
        label = next(
            (
                button.label
                for heard in reversed(self._heard[: act.after])
                if heard.message.id == act.message
                for button in heard.message.buttons
                if button.custom_id == act.custom_id
            ),
            "",
        )
        if label:
            return self._words["press"].format(label=label)
        return self._words["chose"] if act.values else self._words["sent"]

    def _read(self, text: str, at: float) -> str:
        """As it is said: without the signs that only make it look otherwise."""
        return self._reader.read(EMPHASIS.sub("", text), at)


def _hard(lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        yield f"{line}{HARD * (number < len(lines))}"
