"""A cog for each method, made from one class: what it is, one's case or canvas, and calling a meeting with it."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import sayings as say
from bot.custom_id import Press
from bot.plain import fit
from bot.replies import Reply
from bot.screen import message, note
from bot.words import words
from methods.engine.model import Kind, Method, Talk
from methods.engine.state import Session
from methods.engine.text import Language, Text
from methods.meeting import Meeting
from methods.planning import plan

if TYPE_CHECKING:
    from bot.client import Kring


class MethodCog(commands.GroupCog):
    """The commands of one method. `method` is set by `cog_for`."""

    method: Method

    def __init__(self, client: "Kring") -> None:
        self._client = client
        name, text = _case_command(self.method)
        command: app_commands.Command[Any, ..., Any] = app_commands.Command(
            name=words(name), description=words(text), callback=self._case_callback()
        )
        assert self.app_command is not None, "a group cog has a group"  # noqa: S101 - a bug otherwise
        self.app_command.add_command(command)

    def _case_callback(self) -> Any:  # noqa: ANN401 - discord.py's own callback type names its cog
        async def case(interaction: discord.Interaction) -> None:
            await self._answer(interaction, self._open_case)

        return case

    @app_commands.command(
        name=words(Text(nl="uitleg", en="about")),
        description=words(
            Text(nl="Wat is deze methode, stap voor stap?", en="What is this method, step by step?")
        ),
    )
    async def about(self, interaction: discord.Interaction) -> None:
        """What this method is."""
        await self._answer(interaction, self._about)

    @app_commands.command(
        name=words(Text(nl="start", en="start")),
        description=words(
            Text(nl="Moderator: zo begin je een bijeenkomst", en="Moderator: how to call a meeting")
        ),
    )
    async def start(self, interaction: discord.Interaction) -> None:
        """Show a moderator the command that calls a meeting with this method."""
        await self._answer(interaction, self._start)

    async def _answer(self, interaction: discord.Interaction, work: Any) -> None:  # noqa: ANN401 - one of the below
        reply = Reply(interaction, self._client.clock)
        try:
            await work(reply, await self._client.cards.language(reply))
        except Exception as error:  # noqa: BLE001 - the last net
            await self._client.door.failed(reply, error)

    async def _about(self, reply: Reply, language: Language) -> None:
        await reply.private(message(about(self.method, language)))

    async def _start(self, reply: Reply, language: Language) -> None:
        moderates = await self._client.cards.moderates(reply)
        said = say.START_WITH if moderates else say.MODERATORS_ONLY
        await reply.private(
            note(said.to(language, method=self.method.name.to(language)) if moderates else said.to(language))
        )

    async def _open_case(self, reply: Reply, language: Language) -> None:
        """The form of one's case: in the room when the step is there, else at home for the next meeting."""
        server = reply.server
        session = await self._client.lobby.session_of(server, reply.who)
        if session is not None and self._asks_now(session):
            press = Press("write", session.id, session.visit, reply.who)
            await self._client.acts.press(reply, press)
            return
        meetings = await self._client.store.meetings_of(server, open_only=True)
        mine: list[Meeting] = [meeting for meeting in meetings if meeting.method == self.method.id]
        if not mine:
            await reply.private(note(say.NO_MEETING_WITH.to(language, method=self.method.name.to(language))))
            return
        await self._client.lobby.preparing.open(reply, mine[-1])

    def _asks_now(self, session: Session) -> bool:
        return (
            session.under_way
            and session.method == self.method.id
            and session.step.phase.id == self.method.case
        )


def _case_command(method: Method) -> tuple[Text, Text]:
    """A case that is written down in a step of its own is a canvas; elsewhere it is pitched."""
    phases = [phase for phase in method.phases if phase.id == method.case]
    if phases and phases[0].kind is Kind.WRITE:
        return Text(nl="canvas", en="canvas"), Text(
            nl="Vul je canvas in; alleen jij leest het", en="Fill in your canvas; only you read it"
        )
    return Text(nl="casus", en="case"), Text(
        nl="Zet je casus klaar; alleen jij leest hem", en="Prepare your case; only you read it"
    )


def about(method: Method, language: Language) -> str:
    """The method in words: what for, and its steps with their minutes for six people who talk."""
    steps = plan(method, 6, 300, Talk.SPOKEN).script
    lines = [
        f"{number}. {step.phase.name.to(language)} ({step.minutes} min)"
        for number, step in enumerate((s for s in steps if s.round == 1), start=1)
    ]
    head = f"**{method.name.to(language)}**\n{method.goal.to(language)}\n{method.fits.to(language)}"
    return fit("\n".join([head, "", *lines]), 3900)


def cog_for(method: Method) -> type[MethodCog]:
    """The cog class of one method, with its own group of commands."""
    assert method.command is not None, "only a method with a command has a cog"  # noqa: S101 - a bug otherwise
    described = Text(nl=fit(method.goal.nl, 100), en=fit(method.goal.en, 100))
    return commands.CogMeta(  # type: ignore[return-value]  # it makes the class it was given as base
        f"{method.id.title()}Cog",
        (MethodCog,),
        {"method": method, "__module__": __name__},
        name=method.id,
        group_name=method.command,
        group_description=words(described),
    )
