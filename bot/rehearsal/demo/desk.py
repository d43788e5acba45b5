"""What a page can ask for: to see, to act as somebody, to let time run, to begin anew."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from secrets import token_hex

from bot.rehearsal.clients import Client
from bot.rehearsal.demo import looks
from bot.rehearsal.demo.looks import Json
from bot.rehearsal.demo.stage import SPEEDS, Stage
from bot.rehearsal.robots.sight import Answer, Message
from methods.meeting import MeetingStage

Asked = Mapping[str, object]
Work = Callable[[Asked], Awaitable[Json]]

COMMANDS = (
    "kring",
    "moderator panel",
    "moderator begin",
    "moderator groups",
    "moderator open",
    "moderator next",
    "moderator message",
    "moderator close",
)
"""Commands that stand as buttons on the page."""
MOST_FORMS = 200
LONGEST = 2000
"""Characters of a message, as on Discord."""


class Wrong(Exception):
    """The page asked for something that is not there; `what` is a word that it has a sentence for."""

    def __init__(self, what: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(what)
        self.what = what
        self.status = status


class Desk:
    """Does what a page asks. It trusts nothing but that the page is ours."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._served = token_hex(4)
        """Which run of the server this is: a page of another run must be loaded anew."""
        self._forms: OrderedDict[str, tuple[str, int, Answer]] = OrderedDict()
        """Forms that stand open: in which world, for whom, and what handing in needs."""
        self.works: Mapping[str, Work] = {
            "press": self._press,
            "choose": self._choose,
            "pick": self._pick,
            "say": self._say,
            "command": self._command,
            "form": self._hand_in,
            "example": self._example,
            "time": self._time,
            "part": self._part,
            "fresh": self._fresh,
        }

    # --- Seeing ---------------------------------------------------------------------------------------------

    def state(self) -> Json:
        """What every page may know at any moment."""
        stage = self._stage
        return {
            "epoch": stage.epoch,
            "revision": stage.revision,
            "now": stage.now,
            "speed": stage.speed,
            "hurry": stage.goal is not None,
            "stuck": stage.stuck,
            "served": self._served,
        }

    async def look(self, asked: Mapping[str, str]) -> Json:
        """Everything that one person sees: people, rooms, and what is new in one room."""
        async with self._stage.turn():
            return {**self.state(), **await self._around(asked), **self._here(asked)}

    async def _around(self, asked: Mapping[str, str]) -> Json:
        stage, person = self._stage, self._viewer(asked)
        parts = await stage.cast.parts()
        meeting = await stage.cast.meeting()
        lobby = await stage.world.store.lobby_of(meeting.id) if meeting else None
        return {
            "language": stage.programme.language,
            "me": str(person.id),
            "moderates": person is stage.world.moderator,
            "lobby": [str(lobby)] if lobby else [],
            "running": meeting is not None and meeting.stage is not MeetingStage.GATHERING,
            "people": [
                {
                    "id": str(one.id),
                    "name": one.name,
                    "part": parts.get(one.id, ""),
                    "human": one.id in stage.humans,
                }
                for one in looks.everybody(stage.world)
            ],
        }

    def _here(self, asked: Mapping[str, str]) -> Json:
        world, person = self._stage.world, self._viewer(asked)
        rooms = looks.rooms(world, person)
        room, since = asked.get("room", ""), asked.get("since", "0")
        if room not in {one["id"] for one in rooms}:
            return {"rooms": rooms, "room": None}
        same = asked.get("epoch") == self._stage.epoch and since.isdecimal()
        seen = looks.messages(world, person, int(room), int(since) if same else 0)
        return {"rooms": rooms, "room": room, **seen}

    def _viewer(self, asked: Mapping[str, str]) -> Client:
        """Whose eyes these are; a page that is new to this world is the first person's."""
        return self._stage.person(asked.get("person", "")) or next(iter(self._stage.world.people.values()))

    # --- Acting ---------------------------------------------------------------------------------------------

    async def _press(self, asked: Asked) -> Json:
        person, message = self._message(asked)
        return await self._done(person, lambda: person.click(message, _text(asked, "custom")))

    async def _choose(self, asked: Asked) -> Json:
        person, message = self._message(asked)
        values = asked.get("values")
        chosen = [str(one) for one in values] if isinstance(values, list) else []
        return await self._done(person, lambda: person.choose(message, _text(asked, "custom"), chosen))

    async def _pick(self, asked: Asked) -> Json:
        person, message = self._message(asked)
        chosen = self._stage.person(_text(asked, "value"))
        if chosen is None:
            raise Wrong("person", HTTPStatus.NOT_FOUND)
        return await self._done(person, lambda: person.pick(message, _text(asked, "custom"), chosen.name))

    async def _say(self, asked: Asked) -> Json:
        person, text = self._person(asked), _text(asked, "text").strip()
        room = self._room(person, asked)
        if not 0 < len(text) <= LONGEST:
            raise Wrong("length")
        return await self._done(person, lambda: person.say(room, text))

    async def _command(self, asked: Asked) -> Json:
        person, name = self._person(asked), _text(asked, "name")
        room = self._room(person, asked)
        if name not in COMMANDS:
            raise Wrong("command")
        return await self._done(person, lambda: person.command(room, name, {}))

    async def _hand_in(self, asked: Asked) -> Json:
        person, (_, _, opened) = self._opened(asked)
        form, given = opened.form, asked.get("fields")
        words = {str(k): str(v) for k, v in given.items()} if isinstance(given, dict) else {}
        if form is None:
            raise Wrong("form", HTTPStatus.NOT_FOUND)
        return await self._done(person, lambda: person.hand_in(opened, form, words))

    async def _example(self, asked: Asked) -> Json:
        """Words for a form, for whoever only wants to see how it goes on."""
        person, (_, _, opened) = self._opened(asked)
        names = {field.id for field in opened.form.fields} if opened.form else set()
        room = self._room(person, asked)
        return {"fields": dict(self._stage.cast.example(person, room, names))}

    def _opened(self, asked: Asked) -> tuple[Client, tuple[str, int, Answer]]:
        """A form that this person opened in this world."""
        person = self._person(asked)
        found = self._forms.get(_text(asked, "form"))
        if found is None or found[:2] != (self._stage.epoch, person.id):
            raise Wrong("form", HTTPStatus.NOT_FOUND)
        return person, found

    async def _done(self, person: Client, act: Callable[[], Awaitable[Answer]]) -> Json:
        """Do it in a turn of its own, and tell what came of it."""
        epoch = self._stage.epoch
        async with self._stage.turn():
            if epoch != self._stage.epoch:
                raise Wrong("message", HTTPStatus.NOT_FOUND)  # a fresh start came in between
            answer = await act()
        self._stage.stuck = False
        if answer.refused is not None:
            return {"refused": answer.refused}
        if answer.form is None or answer.token is None:
            return {}
        number = token_hex(8)
        self._forms[number] = (self._stage.epoch, person.id, answer)
        if len(self._forms) > MOST_FORMS:
            self._forms.popitem(last=False)
        modal = getattr(answer.token, "modal", None) or {}
        return {"form": looks.form(number, modal)}

    # --- Time, parts and a fresh start ------------------------------------------------------------------------

    async def _time(self, asked: Asked) -> Json:
        """Another speed, or on to the end of the step in this room."""
        if asked.get("hurry"):
            person = self._person(asked)
            self._stage.hurry(person, self._room(person, asked))
        elif asked.get("speed") in SPEEDS:
            self._stage.go(int(str(asked["speed"])))
        else:
            raise Wrong("speed")
        return {}

    async def _part(self, asked: Asked) -> Json:
        """To bring the case in, or to lead: as oneself where that can still be, else as who does it."""
        person = self._person(asked)
        part = _text(asked, "part")
        if part not in {"case", "lead"}:
            raise Wrong("part")
        async with self._stage.turn():
            return await self._stage.cast.wish(person, part)

    async def _fresh(self, asked: Asked) -> Json:
        language = asked.get("language")
        programme = self._stage.programme
        if language in ("nl", "en"):
            programme = replace(programme, language="en" if language == "en" else "nl")
        await self._stage.open(programme)
        return {"epoch": self._stage.epoch}

    # --- What was meant ---------------------------------------------------------------------------------------

    def _person(self, asked: Asked) -> Client:
        person = self._stage.person(_text(asked, "person"))
        if person is None:
            raise Wrong("person", HTTPStatus.NOT_FOUND)
        return person

    def _room(self, person: Client, asked: Asked) -> int:
        room = _text(asked, "room")
        if not room.isdecimal() or int(room) not in person.rooms():
            raise Wrong("room", HTTPStatus.NOT_FOUND)
        return int(room)

    def _message(self, asked: Asked) -> tuple[Client, Message]:
        """A message that this person can see; what others see alone does not exist here."""
        person = self._person(asked)
        room, number = self._room(person, asked), _text(asked, "message")
        found = person.look(room, after=int(number) - 1) if number.isdecimal() else ()
        if not found or found[0].id != int(number):
            raise Wrong("message", HTTPStatus.NOT_FOUND)
        return person, found[0]


def _text(asked: Asked, key: str) -> str:
    value = asked.get(key)
    return value if isinstance(value, str) else ""
