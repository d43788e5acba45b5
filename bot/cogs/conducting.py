"""While the groups talk: the panel, and every act of conducting by name."""

from typing import Any

from discord import app_commands

from bot import sayings as say
from bot.cogs.choices import (
    WHICH_GROUPS,
    WHICH_MEETING,
    Interaction,
    described,
    group_choices,
    meeting_choices,
)
from bot.cogs.moderating import Moderating
from bot.custom_id import Press
from bot.forms import modal
from bot.panel import MESSAGE, asked, told
from bot.replies import AT_ONCE, Reply
from bot.screen import note
from bot.target import target_of
from bot.words import words
from methods.engine.events import Act
from methods.engine.text import Language, Text

AnyCommand = app_commands.Command[Any, ..., Any]
ACTS = (
    (Act.NEXT, Text(nl="volgende", en="next"), Text(nl="Naar de volgende stap", en="On to the next step")),
    (Act.BACK, Text(nl="terug", en="back"), Text(nl="Eén stap terug", en="One step back")),
    (Act.EXTEND, Text(nl="verleng", en="extend"), Text(nl="Twee minuten erbij", en="Two more minutes")),
    (Act.PAUSE, Text(nl="pauze", en="pause"), Text(nl="Zet de klok stil", en="Stop the clock")),
    (
        Act.RESUME,
        Text(nl="verder", en="resume"),
        Text(nl="Laat de klok weer lopen", en="Start the clock again"),
    ),
)


class Conducting(Moderating):
    """The commands of `/moderator` that conduct the groups."""

    @app_commands.command(
        name=described("paneel", "panel"), description=described("Open mijn paneel", "Open my panel")
    )
    @app_commands.rename(meeting=described("bijeenkomst", "meeting"))
    @app_commands.describe(meeting=WHICH_MEETING)
    @app_commands.autocomplete(meeting=meeting_choices)
    async def panel(self, interaction: Interaction, meeting: str | None = None) -> None:
        """Open the panel."""

        async def work(reply: Reply, spoken: Language) -> None:
            found = await self.current(reply, spoken, meeting)
            if found is not None:
                await reply.private(await self.client.panel.view(found.id, spoken))

        await self.answer(interaction, work)

    @app_commands.command(
        name=described("bericht", "message"),
        description=described("Stuur een bericht naar de groepen", "Send a message to the groups"),
    )
    @app_commands.rename(groups=described("groepen", "groups"), meeting=described("bijeenkomst", "meeting"))
    @app_commands.describe(groups=WHICH_GROUPS, meeting=WHICH_MEETING)
    @app_commands.autocomplete(groups=group_choices, meeting=meeting_choices)
    async def message(
        self, interaction: Interaction, groups: str | None = None, meeting: str | None = None
    ) -> None:
        """Open the form for a message."""

        async def work(reply: Reply, spoken: Language) -> None:
            # A form must come at once, so the moderator joins in conducting when it is sent.
            found = await self.current(reply, spoken, meeting, joins=False)
            target = target_of(groups or "all")
            if found is not None and target is None:
                await reply.private(note(say.NO_SUCH_GROUP.to(spoken)))
            elif found is not None and target is not None:
                press = Press("conduct-send", found.id, reply.id, extra=target.code)
                promise = say.PROMISE_MESSAGE.to(spoken)
                await reply.form(modal(str(press), say.MESSAGE.to(spoken), [MESSAGE], spoken, intro=promise))

        await self.answer(interaction, work)

    @app_commands.command(
        name=described("terugom", "return"),
        description=described(
            "Zo laat zijn we terug; de stappen die nog komen passen zich aan",
            "When we are back; the steps still to come adapt",
        ),
    )
    @app_commands.rename(
        time=described("tijd", "time"),
        groups=described("groepen", "groups"),
        meeting=described("bijeenkomst", "meeting"),
    )
    @app_commands.describe(
        time=described("Bijvoorbeeld 16:40, of +20", "For example 16:40, or +20"),
        groups=WHICH_GROUPS,
        meeting=WHICH_MEETING,
    )
    @app_commands.autocomplete(groups=group_choices, meeting=meeting_choices)
    async def back_at(
        self,
        interaction: Interaction,
        time: app_commands.Range[str, 1, 30],
        groups: str | None = None,
        meeting: str | None = None,
    ) -> None:
        """Plan the rest so that the groups are back at this time."""

        async def work(reply: Reply, spoken: Language) -> None:
            found = await self.current(reply, spoken, meeting)
            if found is not None:
                await self.client.panel.returning.bring_back(reply, found, time, groups or "all")

        await self.answer(interaction, work)

    def acting(self, act: Act, name: Text, description: Text) -> AnyCommand:
        """The command of one act of conducting; they differ in nothing but their act and their words."""

        async def callback(
            interaction: Interaction, groups: str | None = None, meeting: str | None = None
        ) -> None:
            await self._conduct(interaction, act, groups, meeting)

        app_commands.rename(
            groups=described("groepen", "groups"), meeting=described("bijeenkomst", "meeting")
        )(callback)
        app_commands.describe(groups=WHICH_GROUPS, meeting=WHICH_MEETING)(callback)

        app_commands.autocomplete(groups=group_choices, meeting=meeting_choices)(callback)
        return app_commands.Command(name=words(name), description=words(description), callback=callback)

    async def _conduct(
        self, interaction: Interaction, act: Act, groups: str | None, named: str | None
    ) -> None:
        async def work(reply: Reply, spoken: Language) -> None:
            meeting, target = await self.current(reply, spoken, named), target_of(groups or "all")
            if meeting is None:
                return
            if target is None:
                await reply.private(note(say.NO_SUCH_GROUP.to(spoken)))
                return
            work = self.client.conduct.act(meeting.id, reply.who, act, target)
            results = await reply.patiently(work, private=True, within=AT_ONCE)
            said, more = told(results, spoken), asked(act, results)
            await reply.private(await self.client.panel.view(meeting.id, spoken, said, target.code, more))

        await self.answer(interaction, work)
