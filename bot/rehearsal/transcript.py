"""The evening on paper: what stood in each channel, as it appeared, and what each person got privately.

Private answers come by the hundred. Those that only say «Gedaan» or show a card again are left out, and
what several people got at the same time is told once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from bot.rehearsal.reading import Reader, clock
from bot.rehearsal.recording import Heard
from bot.rehearsal.rehearsal import Rehearsal
from bot.rehearsal.robots.memory import KRING
from bot.rehearsal.robots.sight import STEP, Message
from bot.rehearsal.transcript_words import TRICKS, WORDS
from methods import code_of_conduct

ALWAYS_THERE = {"next", "mine", "help", "care", "read"}
"""Buttons that stand on every card."""
ROUTINE = re.compile(r"^(Gedaan|Done)\. ✓")
SAVED = re.compile(r"^(?:Bewaard|Saved)\. ✓")
WROTE = re.compile(r"^(?:Jij schreef|You wrote).*", re.MULTILINE)
TASK = 2
"""The line of an own card that says what is asked of somebody, after its title and the part one has."""
SOMEBODY = "\0"
"""Stands for the name of whoever got it, until it is known how many they are."""
LONGEST = 140
HARD = "  "
"""Ends a line in Markdown without ending the paragraph."""


async def transcript(played: Rehearsal) -> str:
    """The whole transcript, in Markdown."""
    return "\n".join([*(await Paper.of(played)).lines(), ""])


class Paper:
    """One transcript being written."""

    def __init__(self, played: Rehearsal, reader: Reader, places: Mapping[int, str | int]) -> None:
        """`places`: of each channel whether it is the board, the lobby or a group's room (its number)."""
        self._played = played
        self._reader = reader
        self._places = places
        self._words = WORDS[played.script.language]
        self._dms = {dm: who for who, dm in played.world.env.backend.dm_channels.items()}
        self._tried = {
            (robot.hands.id, attempt.at, attempt.answer)
            for robot in played.people
            for attempt in robot.notes.attempts
        }
        """Answers to what was not allowed: they have a place of their own."""
        self._last: dict[int, str] = {}
        """What each person was last seen to have written."""

    @classmethod
    async def of(cls, played: Rehearsal) -> "Paper":
        """The paper of this rehearsal."""
        world = played.world
        store, backend, guild = world.store, world.env.backend, world.env.guild
        sessions = await played.sessions()
        places: dict[int, str | int] = {played.moderator.brief.board: "board"}
        members: dict[int, int] = {}
        for session in sessions:
            room = await store.channel_of(session.id)
            if room is not None:
                places[room] = session.group or "lobby"
            members |= {int(who): session.group for who in session.members if session.group}
        places |= {dm: members[who] for who, dm in backend.dm_channels.items() if who in members}
        reader = Reader(
            language=played.script.language,
            people={user.id: user.global_name or user.name for user in backend.users.values()},
            channels={one.id: one.name or "" for one in backend.channels.values()} | played.rooms,
            roles={role.id: name for name, role in guild.roles.items()},
        )
        return cls(played, reader, places)

    def lines(self) -> Iterator[str]:
        """All lines."""
        script, words, heard = self._played.script, self._words, self._played.world.recorder.heard
        at = heard[0].at
        yield f"# {words['title'].format(method=script.recipe.name.to(script.language))}"
        yield ""
        yield words["intro"].format(people=script.people, day=self._reader.day(at))
        if script.talk == "spoken":
            yield ""
            yield words["spoken"]
        apart = max((one.at for one in heard if self._group(one)), default=at)
        lobby = [h for h in heard if self._place(h) == "lobby"]
        yield from self._section(words["before"], [h for h in lobby if h.at < apart])
        for number in sorted({number for h in heard if (number := self._group(h))}):
            found = [h for h in heard if self._group(h) == number]
            yield from self._section(words["group"].format(number=number), found)
        yield from self._section(words["after"], [h for h in lobby if h.at >= apart])
        yield from self._deletions()
        yield from self._section(words["moderators"], [h for h in heard if self._place(h) == "board"])
        yield from self._attempts()

    def _place(self, heard: Heard) -> str | int | None:
        return self._places.get(heard.message.channel)

    def _group(self, heard: Heard) -> int | None:
        place = self._place(heard)
        return place if isinstance(place, int) else None

    # --- A place --------------------------------------------------------------------------------------------

    def _section(self, title: str, heard: Sequence[Heard]) -> Iterator[str]:
        yield from ("", f"## {title}")
        for private, run in groupby((h for h in heard if self._told(h)), key=lambda h: h.to is not None):
            if private:
                yield from self._private(run)
            else:
                for one in run:
                    yield from self._public(one)

    def _told(self, heard: Heard) -> bool:
        """Whether it is told at all: a public message when it appeared, a private one when it says something."""
        if heard.to is None:
            return not heard.edited
        tried = (heard.to, heard.at, heard.message.text) in self._tried
        return not tried and self._gist(heard) is not None

    def _public(self, heard: Heard) -> Iterator[str]:
        message = heard.message
        text = self._reader.read(message.text, heard.at)
        if message.by != KRING:
            yield from ("", f"{clock(heard.at)} **{message.by}** {text}")
            return
        if message.channel in self._dms:
            note = self._words["direct"].format(names=self._reader.people[self._dms[message.channel]])
            yield from ("", f"*({note}) {text}*")
            return
        lines = [line for line in text.splitlines() if line.strip() and not self._only_names(line)]
        yield from self._card(heard.at, message, lines) if message.step else self._said(heard.at, lines)

    def _only_names(self, line: str) -> bool:
        """Whether a line only calls people: in the channel it rings, on paper it says nothing."""
        return set(line.split()) <= set(self._reader.people.values())

    def _card(self, at: float, message: Message, lines: Sequence[str]) -> Iterator[str]:
        """A card of a step: its title as a heading, its first button at the end."""
        found = STEP.search("\n".join(lines))
        title = found[0].strip("* ") if found else ""
        yield from ("", f"### {clock(at)} · {title}", "")
        acts = [b.label for b in message.buttons if b.press.action not in ALWAYS_THERE]
        yield from _quoted(
            [*(line for line in lines if title not in line), *(f"**[{act}]**" for act in acts)]
        )

    def _said(self, at: float, lines: Sequence[str]) -> Iterator[str]:
        if len(lines) == 1:
            yield from ("", f"{clock(at)} **{KRING}** {lines[0]}")
        else:
            yield from ("", f"{clock(at)} **{KRING}**", "")
            yield from _quoted(lines)

    # --- What is private --------------------------------------------------------------------------------------

    def _private(self, run: Iterable[Heard]) -> Iterator[str]:
        """What each person got between two public messages; the same thing once, with all names."""
        told: dict[str, list[str]] = {}
        for heard in run:
            name = self._reader.people.get(heard.to or 0, "?")
            gist = self._reader.read(self._gist(heard, told=True) or "", heard.at)
            names = told.setdefault(gist.replace(name, SOMEBODY), [])
            if name not in names:
                names.append(name)
        for gist, names in told.items():
            who = self._words["private"].format(names=self._reader.names(names))
            text = gist.replace(SOMEBODY, names[0] if len(names) == 1 else "…")
            first, *rest = [line.replace("*", "") for line in text.splitlines() if line.strip()]
            yield from ("", f"*({who}) {first}*" + HARD * bool(rest))
            yield from (f"*{line}*{HARD * (number < len(rest))}" for number, line in enumerate(rest, start=1))

    def _gist(self, heard: Heard, *, told: bool = False) -> str | None:
        """What a private message comes down to; None when it is only a card or a «Gedaan»."""
        message = heard.message
        whole = code_of_conduct.whole().to(self._played.script.language)
        text = message.text.replace(whole, self._words["code"])  # once in the world is enough
        if message.button("consent"):
            return text.splitlines()[TASK] if not heard.edited else None
        if SAVED.search(text):
            return self._saved(heard, told=told)
        if ROUTINE.search(text) and self._places.get(message.channel) != "board":
            return None
        return None if message.button("lang") else text

    def _saved(self, heard: Heard, *, told: bool) -> str:
        """«Bewaard», with what was written: the first of it, or when that was told before, the last."""
        text = heard.message.text
        wrote = WROTE.findall(text)
        if not wrote:
            return text.splitlines()[0]
        newest = wrote[-1] if self._last.get(heard.to or 0) == wrote[0] else wrote[0]
        if told:
            self._last[heard.to or 0] = wrote[0]
        return _short(f"{text.splitlines()[0]} {newest}")

    # --- The end ----------------------------------------------------------------------------------------------

    def _deletions(self) -> Iterator[str]:
        requests = self._played.world.recorder.requests
        for request in requests:
            if request.method == "DELETE" and request.path.count("/") == 2:  # noqa: PLR2004 - /channels/{id}
                room = self._reader.channels.get(int(request.path.rsplit("/", 1)[1]), "?")
                day, at = self._reader.day(request.at), clock(request.at)
                yield from ("", self._words["deleted"].format(day=day, at=at, room=f"#{room}"))

    def _attempts(self) -> Iterator[str]:
        """What people tried although it is not allowed, and what they were told."""
        tried = [(a, robot.name) for robot in self._played.people for a in robot.notes.attempts]
        if not tried:
            return
        yield from ("", f"## {self._words['attempts']}", "")
        for attempt, name in sorted(tried, key=lambda one: one[0].at):
            what = TRICKS[self._played.script.language][attempt.what]
            answer = attempt.answer.replace("\n", " ")
            told = (
                self._words["locked"] if answer.isdecimal() else f"«{self._reader.read(answer, attempt.at)}»"
            )
            yield f"- {clock(attempt.at)} **{name}** {what}: {told}"


def _quoted(lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        yield f"> {line}{HARD * (number < len(lines))}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
