"""`/moderator`: setting up, calling a meeting, and every act of conducting it. Answers are private."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import sayings as say
from bot.choosing import Answers
from bot.conduct import Wish, target_of
from bot.custom_id import Press
from bot.forms import modal
from bot.panel import MESSAGE, asked, told
from bot.plain import fit
from bot.replies import AT_ONCE, Reply
from bot.screen import note
from bot.setting_up import Setup, set_up
from bot.times import zones
from bot.words import words
from methods import gathering
from methods.engine.events import Act
from methods.engine.messages import Refusal
from methods.engine.model import Content, Place, Talk
from methods.engine.text import Language, PersonId, Text
from methods.meeting import ChannelId, Meeting, MeetingStage, ServerId, Tempo

if TYPE_CHECKING:
    from bot.client import Kring

Interaction = discord.Interaction
AnyCommand = app_commands.Command[Any, ..., Any]
Choices = list[app_commands.Choice[str]]
Outcome = Meeting | Refusal
Work = Callable[[Reply, Language], Awaitable[None]]
MOST_CHOICES = 25


def described(nl: str, en: str) -> app_commands.locale_str:
    """A description in both languages."""
    return words(Text(nl=nl, en=en))


def choice(value: str, nl: str, en: str) -> app_commands.Choice[str]:
    """A fixed choice in both languages."""
    return app_commands.Choice(name=described(nl, en), value=value)


WHICH_MEETING = described(
    "Welke bijeenkomst? Zonder keuze de nieuwste", "Which meeting? The newest when not chosen"
)
WHICH_GROUPS = described("Welke groepen? Zonder keuze alle", "Which groups? All when not chosen")
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


class Moderator(
    commands.GroupCog,
    group_name="moderator",
    group_description=described("Een bijeenkomst leiden", "Conduct a meeting"),
):
    """The moderators' commands; Discord shows them to who may manage the server until setup opens them."""

    def __init__(self, client: "Kring") -> None:
        self._client = client
        group = self.app_command
        assert group is not None, "a group cog has a group"  # noqa: S101 - a bug otherwise
        group.default_permissions = discord.Permissions(manage_guild=True)
        group.guild_only = True
        for act, name, description in ACTS:
            group.add_command(self._acting(act, name, description))

    # --- Before the meeting -------------------------------------------------------------------------------

    @app_commands.command(
        name=described("instellen", "setup"),
        description=described("Stel Kring in op deze server", "Set up Kring on this server"),
    )
    @app_commands.rename(
        role=described("rol", "role"),
        contact=described("contactpersoon", "contact"),
        language=described("taal", "language"),
        timezone=described("tijdzone", "timezone"),
    )
    @app_commands.rename(
        channel=described("kanaal", "channel"),
        category=described("categorie", "category"),
        days=described("dagen", "days"),
    )
    @app_commands.describe(
        role=described("Wie deze rol heeft, modereert", "Who has this role moderates"),
        contact=described(
            "Bij wie kan men terecht als iets niet goed voelt?",
            "Whom can people speak to when something is wrong?",
        ),
        channel=described(
            "Kanaal van de moderatoren, voor het bord", "The moderators' channel, for the board"
        ),
        category=described("Categorie voor lobby en ruimtes", "Category for lobby and rooms"),
        language=described("Taal van deze server", "Language of this server"),
        days=described("Hoeveel dagen ruimtes blijven staan (0-14)", "How many days rooms stay (0-14)"),
        timezone=described("Tijdzone voor tijden die je typt", "Time zone of times that you type"),
    )
    @app_commands.choices(language=[choice("nl", "Nederlands", "Dutch"), choice("en", "Engels", "English")])
    async def setup(
        self,
        interaction: Interaction,
        role: discord.Role | None = None,
        contact: discord.Member | None = None,
        channel: discord.TextChannel | None = None,
        category: discord.CategoryChannel | None = None,
        language: app_commands.Choice[str] | None = None,
        days: app_commands.Range[int, 0, 14] | None = None,
        timezone: str | None = None,
    ) -> None:
        """Set what is given, and say what is missing and who can read along."""
        wish = Setup(
            role=role.id if role else None,
            contact=PersonId(contact.id) if contact else None,
            channel=ChannelId(channel.id) if channel else None,
            category=ChannelId(category.id) if category else None,
            language="en" if language and language.value == "en" else "nl" if language else None,
            days=days,
            timezone=timezone,
        )

        async def work(reply: Reply, spoken: Language) -> None:
            text = set_up(self._client.store, interaction, wish, spoken)
            await reply.private(note(await reply.patiently(text, private=True)))

        await self._answer(interaction, work)

    @app_commands.command(
        name=described("bijeenkomst", "meeting"),
        description=described("Open een bijeenkomst", "Open a meeting"),
    )
    @app_commands.rename(
        method=described("methode", "method"),
        theme=described("thema", "theme"),
        talk=described("praten", "talk"),
    )
    @app_commands.rename(
        minutes=described("minuten", "minutes"),
        place=described("plek", "place"),
        language=described("taal", "language"),
        content=described("inhoud", "content"),
        tempo=described("tempo", "tempo"),
        sure=described("zeker", "sure"),
    )
    @app_commands.describe(
        method=described("Welke methode?", "Which method?"),
        theme=described("Het thema, in een paar woorden", "The theme, in a few words"),
        talk=described("Praten jullie hardop of typen jullie?", "Do you talk aloud or type?"),
        minutes=described("Minuten voor de hele bijeenkomst", "Minutes for the whole meeting"),
        place=described("Ruimtes als tekst- of spraakkanaal", "Rooms as text or voice channels"),
        language=described("Taal van de groepen", "Language of the groups"),
        content=described("Waar staat wat mensen schrijven?", "Where does what people write stand?"),
        tempo=described("Gaan de groepen samen verder?", "Do the groups go on together?"),
        sure=described(
            "Ook als Kring vraagt of deze methode wel past", "Even when Kring asks whether this method fits"
        ),
    )
    @app_commands.choices(
        content=[
            choice("room", "in de ruimte", "in the room"),
            choice("own", "alleen op ieders eigen scherm", "only on everybody's own screen"),
            choice("none", "nergens: schrijven op papier", "nowhere: writing on paper"),
        ],
        tempo=[
            choice("own", "eigen: elke groep haar eigen tempo", "own: each group at its own pace"),
            choice(
                "together", "gelijk: samen verder als de tijd om is", "together: on as one when time is up"
            ),
        ],
        talk=[choice("spoken", "hardop praten", "talk aloud"), choice("written", "typen", "type")],
        place=[
            choice("text", "tekstkanaal", "text channel"),
            choice("voice", "spraakkanaal met chat", "voice channel with chat"),
            choice(
                "elsewhere",
                "buiten Discord: kaart op ieders telefoon",
                "outside Discord: a card on every phone",
            ),
        ],
        language=[choice("nl", "Nederlands", "Dutch"), choice("en", "Engels", "English")],
    )
    async def meeting(
        self,
        interaction: Interaction,
        method: str,
        theme: app_commands.Range[str, 1, 100],
        talk: app_commands.Choice[str],
        minutes: app_commands.Range[int, 30, 300] | None = None,
        place: app_commands.Choice[str] | None = None,
        language: app_commands.Choice[str] | None = None,
        content: app_commands.Choice[str] | None = None,
        tempo: app_commands.Choice[str] | None = None,
        sure: bool = False,  # noqa: FBT001, FBT002 - Discord's own way to ask yes or no
    ) -> None:
        """Open the lobby of a meeting."""

        async def work(reply: Reply, spoken: Language) -> None:
            server = ServerId(interaction.guild_id or 0)
            recipe = await self._client.methods.find(server, method)
            if recipe is None:
                await reply.private(note(say.NO_SUCH_METHOD.to(spoken)))
                return
            settings = await self._client.store.server(server)
            wish = Wish(
                server=server,
                moderator=PersonId(interaction.user.id),
                method=recipe,
                theme=theme,
                minutes=minutes,
                talk=Talk(talk.value),
                place=Place(place.value) if place else Place.TEXT,
                language=settings.language if language is None else "en" if language.value == "en" else "nl",
                keep_days=settings.keep_days,
                content=Content(content.value) if content else Content.ROOM,
                tempo=Tempo(tempo.value) if tempo else Tempo.OWN,
                sure=sure,
            )
            await self._call(reply, wish, spoken)

        await self._answer(interaction, work)

    async def _call(self, reply: Reply, wish: Wish, spoken: Language) -> None:
        name = reply.interaction.user.display_name
        outcome = await reply.patiently(self._client.conduct.call(wish, name), private=True)
        if isinstance(outcome, Meeting):
            planned = gathering.plan_of(outcome)
            remarks = [text.to(spoken) for text in (planned.notice, planned.proposal) if text]
            said = "\n".join([say.MEETING_CALLED.to(spoken, minutes=str(outcome.minutes)), *remarks])
            await reply.private(await self._client.panel.view(outcome.id, spoken, said))
        else:
            await reply.private(note(outcome.to(spoken)))

    @app_commands.command(
        name=described("wissel", "switch"),
        description=described(
            "Kies een andere methode, vóór de plenaire", "Choose another method, before the plenary"
        ),
    )
    @app_commands.rename(
        method=described("methode", "method"),
        sure=described("zeker", "sure"),
        meeting=described("bijeenkomst", "meeting"),
    )
    @app_commands.describe(
        method=described("Welke methode?", "Which method?"),
        sure=described(
            "Ook als Kring vraagt of deze methode wel past", "Even when Kring asks whether this method fits"
        ),
        meeting=WHICH_MEETING,
    )
    async def switch(
        self,
        interaction: Interaction,
        method: str,
        sure: bool = False,  # noqa: FBT001, FBT002 - Discord's own way to ask yes or no
        meeting: str | None = None,
    ) -> None:
        """Change the method of a meeting that has not begun."""

        async def change(now: Meeting, _: PersonId) -> Outcome:
            recipe = await self._client.methods.find(now.server, method)
            if recipe is None:
                return Refusal(say.NO_SUCH_METHOD)
            return await self._client.conduct.change_method(now, recipe, sure=sure)

        await self._change(interaction, meeting, change)

    @app_commands.command(
        name=described("afspraken", "agreements"),
        description=described(
            "Voeg eigen afspraken toe, hooguit vijf", "Add agreements of your own, five at most"
        ),
    )
    async def articles(self, interaction: Interaction) -> None:
        """Open the form with this server's own articles."""
        await self._answer(interaction, self._client.articles.open)

    @app_commands.command(
        name=described("welke", "which"),
        description=described("Welke methode past bij deze groep?", "Which method fits this group?"),
    )
    async def which(self, interaction: Interaction) -> None:
        """Ask a few things and advise a method."""

        async def work(reply: Reply, spoken: Language) -> None:
            server = ServerId(interaction.guild_id or 0)
            await reply.private(await self._client.choosing.view(server, Answers(), spoken))

        await self._answer(interaction, work)

    @switch.autocomplete("method")
    @meeting.autocomplete("method")
    async def _methods(self, interaction: Interaction, typed: str) -> Choices:
        language = _language(interaction)
        known = await self._client.methods.all(ServerId(interaction.guild_id or 0))
        return _matching([(one.name.to(language), one.id) for one in known], typed)

    @setup.autocomplete("timezone")
    async def _timezones(self, _: Interaction, typed: str) -> Choices:
        return _matching([(name, name) for name in sorted(zones())], typed)

    # --- Groups and plenary ---------------------------------------------------------------------------------

    @app_commands.command(
        name=described("methode", "method"),
        description=described("Eigen methoden maken en veranderen", "Make and change methods of your own"),
    )
    @app_commands.rename(file=described("bestand", "file"))
    @app_commands.describe(
        file=described(
            "Een methode als bestand (.toml) van jullie zelf", "A method of your own, as a file (.toml)"
        )
    )
    async def own_methods(self, interaction: Interaction, file: discord.Attachment | None = None) -> None:
        """Show the server's own methods, or take one in from a file."""
        workshop = self._client.workshop

        async def work(reply: Reply, spoken: Language) -> None:
            if file is None:
                await reply.private(await workshop.overview(reply, spoken))
            else:
                await workshop.upload(reply, file, spoken)

        await self._answer(interaction, work)

    @app_commands.command(
        name=described("groepen", "groups"),
        description=described("Maak of wijzig de groepen", "Make or change the groups"),
    )
    @app_commands.rename(
        person=described("persoon", "person"),
        group=described("groep", "group"),
        leads=described("leidt", "leads"),
        meeting=described("bijeenkomst", "meeting"),
    )
    @app_commands.describe(
        person=described("Wie moet naar een andere groep?", "Who goes to another group?"),
        group=described("Nummer van de groep", "Number of the group"),
        leads=described("Leidt deze persoon de groep?", "Does this person lead the group?"),
        meeting=WHICH_MEETING,
    )
    async def groups(
        self,
        interaction: Interaction,
        person: discord.Member | None = None,
        group: app_commands.Range[int, 1, 49] | None = None,
        leads: bool | None = None,  # noqa: FBT001 - Discord's own way to ask yes or no
        meeting: str | None = None,
    ) -> None:
        """Propose groups; with a person, put them in a group or let them lead it."""
        who = PersonId(person.id) if person else None
        await self._change(interaction, meeting, lambda now, _: self._grouped(now, who, group, leads))

    async def _grouped(
        self,
        meeting: Meeting,
        who: PersonId | None,
        number: int | None,
        leads: bool | None,  # noqa: FBT001
    ) -> Outcome:
        conduct = self._client.conduct
        if who is None:
            return await conduct.group(meeting.id, meeting.version if meeting.groups else 0)
        outcome: Outcome = meeting
        there = any(g.number == number and who in g.members for g in meeting.groups)
        if number is not None and (not there or meeting.stage is MeetingStage.OPEN):
            placed = await conduct.place(
                meeting.id, who, number
            )  # also to finish a move that was interrupted
            outcome = meeting if there else placed
        if leads is not None and isinstance(outcome, Meeting):
            mine = next((g.number for g in outcome.groups if who in g.members), number or 0)
            leader = who if leads else None
            outcome = await conduct.lead(meeting.id, mine, leader)
        return outcome

    @app_commands.command(
        name=described("plenair", "begin"),
        description=described("Begin de plenaire opening", "Begin the plenary opening"),
    )
    @app_commands.rename(meeting=described("bijeenkomst", "meeting"))
    @app_commands.describe(meeting=WHICH_MEETING)
    async def begin(self, interaction: Interaction, meeting: str | None = None) -> None:
        """Begin the plenary."""
        conduct = self._client.conduct
        await self._change(interaction, meeting, lambda now, _: conduct.change(now.id, gathering.begin))

    @app_commands.command(
        name=described("open", "open"), description=described("Open de groepen", "Open the groups")
    )
    @app_commands.rename(meeting=described("bijeenkomst", "meeting"))
    @app_commands.describe(meeting=WHICH_MEETING)
    async def open_groups(self, interaction: Interaction, meeting: str | None = None) -> None:
        """Open the rooms."""
        await self._change(interaction, meeting, lambda now, _: self._client.conduct.open(now.id))

    @app_commands.command(
        name=described("sluit", "close"),
        description=described("Sluit de bijeenkomst af", "Close the meeting"),
    )
    @app_commands.rename(sure=described("zeker", "sure"), meeting=described("bijeenkomst", "meeting"))
    @app_commands.describe(
        sure=described("Ook als er nog groepen bezig zijn", "Even when groups are still talking"),
        meeting=WHICH_MEETING,
    )
    async def close(
        self,
        interaction: Interaction,
        sure: bool = False,  # noqa: FBT001, FBT002 - Discord's own way to ask yes or no
        meeting: str | None = None,
    ) -> None:
        """Close the meeting."""
        conduct = self._client.conduct
        await self._change(interaction, meeting, lambda now, who: conduct.close(now.id, who, sure=sure))

    async def _change(
        self,
        interaction: Interaction,
        named: str | None,
        change: Callable[[Meeting, PersonId], Coroutine[Any, Any, Outcome]],
    ) -> None:
        """Change a meeting, and show the panel with what became of it."""

        async def work(reply: Reply, spoken: Language) -> None:
            meeting = await self._current(reply, spoken, named)
            if meeting is not None:
                outcome = await reply.patiently(change(meeting, reply.who), private=True, within=AT_ONCE)
                said = await self._client.panel.said(outcome, meeting, spoken)
                await reply.private(await self._client.panel.view(meeting.id, spoken, said))

        await self._answer(interaction, work)

    # --- Conducting -------------------------------------------------------------------------------------------

    @app_commands.command(
        name=described("paneel", "panel"), description=described("Open mijn paneel", "Open my panel")
    )
    @app_commands.rename(meeting=described("bijeenkomst", "meeting"))
    @app_commands.describe(meeting=WHICH_MEETING)
    async def panel(self, interaction: Interaction, meeting: str | None = None) -> None:
        """Open the panel."""

        async def work(reply: Reply, spoken: Language) -> None:
            found = await self._current(reply, spoken, meeting)
            if found is not None:
                await reply.private(await self._client.panel.view(found.id, spoken))

        await self._answer(interaction, work)

    @app_commands.command(
        name=described("bericht", "message"),
        description=described("Stuur een bericht naar de groepen", "Send a message to the groups"),
    )
    @app_commands.rename(groups=described("groepen", "groups"), meeting=described("bijeenkomst", "meeting"))
    @app_commands.describe(groups=WHICH_GROUPS, meeting=WHICH_MEETING)
    async def message(
        self, interaction: Interaction, groups: str | None = None, meeting: str | None = None
    ) -> None:
        """Open the form for a message."""

        async def work(reply: Reply, spoken: Language) -> None:
            # A form must come at once, so the moderator joins in conducting when it is sent.
            found = await self._current(reply, spoken, meeting, joins=False)
            target = target_of(groups or "all")
            if found is not None and target is None:
                await reply.private(note(say.NO_SUCH_GROUP.to(spoken)))
            elif found is not None and target is not None:
                press = Press("conduct-send", found.id, reply.id, extra=target.code)
                promise = say.PROMISE_MESSAGE.to(spoken)
                await reply.form(modal(str(press), say.MESSAGE.to(spoken), [MESSAGE], spoken, intro=promise))

        await self._answer(interaction, work)

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
    async def back_at(
        self,
        interaction: Interaction,
        time: app_commands.Range[str, 1, 30],
        groups: str | None = None,
        meeting: str | None = None,
    ) -> None:
        """Plan the rest so that the groups are back at this time."""

        async def work(reply: Reply, spoken: Language) -> None:
            found = await self._current(reply, spoken, meeting)
            if found is not None:
                await self._client.panel.returning.bring_back(reply, found, time, groups or "all")

        await self._answer(interaction, work)

    def _acting(self, act: Act, name: Text, description: Text) -> AnyCommand:
        """The command of one act of conducting; they differ in nothing but their act and their words."""

        async def callback(
            interaction: Interaction, groups: str | None = None, meeting: str | None = None
        ) -> None:
            await self._conduct(interaction, act, groups, meeting)

        app_commands.rename(
            groups=described("groepen", "groups"), meeting=described("bijeenkomst", "meeting")
        )(callback)
        app_commands.describe(groups=WHICH_GROUPS, meeting=WHICH_MEETING)(callback)

        async def of_groups(interaction: Interaction, typed: str) -> Choices:
            return await self._group_choices(interaction, typed)

        async def of_meetings(interaction: Interaction, typed: str) -> Choices:
            return await self._meeting_choices(interaction, typed)

        app_commands.autocomplete(groups=of_groups, meeting=of_meetings)(callback)
        return app_commands.Command(name=words(name), description=words(description), callback=callback)

    async def _conduct(
        self, interaction: Interaction, act: Act, groups: str | None, named: str | None
    ) -> None:
        async def work(reply: Reply, spoken: Language) -> None:
            meeting, target = await self._current(reply, spoken, named), target_of(groups or "all")
            if meeting is None:
                return
            if target is None:
                await reply.private(note(say.NO_SUCH_GROUP.to(spoken)))
                return
            work = self._client.conduct.act(meeting.id, reply.who, act, target)
            results = await reply.patiently(work, private=True, within=AT_ONCE)
            said, more = told(results, spoken), asked(act, results)
            await reply.private(await self._client.panel.view(meeting.id, spoken, said, target.code, more))

        await self._answer(interaction, work)

    # --- What may be chosen -----------------------------------------------------------------------------------

    @message.autocomplete("groups")
    @back_at.autocomplete("groups")
    async def _targets(self, interaction: Interaction, typed: str) -> Choices:
        return await self._group_choices(interaction, typed)

    async def _group_choices(self, interaction: Interaction, typed: str) -> Choices:
        language = _language(interaction)
        going_on = await self._client.lobby.going_on(ServerId(interaction.guild_id or 0))
        wanted = str(getattr(interaction.namespace, "meeting", None) or "")
        meeting = next((one for one in going_on if not wanted or str(one.id) == wanted), None)
        named = [(say.ALL_GROUPS.to(language), "all"), (say.PLENARY.to(language), "g0")]
        for group in meeting.groups if meeting else ():
            named.append((say.ONE_GROUP.to(language, number=str(group.number)), f"g{group.number}"))
            named.append((say.ALL_BUT.to(language, number=str(group.number)), f"x{group.number}"))
        return _matching(named, typed)

    @switch.autocomplete("meeting")
    @message.autocomplete("meeting")
    @back_at.autocomplete("meeting")
    @groups.autocomplete("meeting")
    @begin.autocomplete("meeting")
    @open_groups.autocomplete("meeting")
    @close.autocomplete("meeting")
    @panel.autocomplete("meeting")
    async def _meetings(self, interaction: Interaction, typed: str) -> Choices:
        return await self._meeting_choices(interaction, typed)

    async def _meeting_choices(self, interaction: Interaction, typed: str) -> Choices:
        going_on = await self._client.lobby.going_on(ServerId(interaction.guild_id or 0))
        return _matching([(f"{one.id}. {one.theme}", str(one.id)) for one in going_on], typed)

    # --- All of them -------------------------------------------------------------------------------------------

    async def _answer(self, interaction: Interaction, work: Work) -> None:
        """Only for moderators, and never without an answer."""
        reply = Reply(interaction, self._client.clock)
        try:
            language = await self._client.cards.language(reply)
            if await self._client.cards.moderates(reply):
                await work(reply, language)
            else:
                reason = await self._client.cards.moderators_only(reply)
                await reply.private(note(reason.to(language)))
        except Exception as error:  # noqa: BLE001 - the last net
            await self._client.door.failed(reply, error)

    async def _current(
        self, reply: Reply, language: Language, named: str | None, *, joins: bool = True
    ) -> Meeting | None:
        """The meeting that was named, else the newest one here; the moderator joins in conducting it."""
        going_on = await self._client.lobby.going_on(reply.server)
        meeting = next((one for one in going_on if named is None or str(one.id) == named), None)
        if meeting is None:
            await reply.private(note(say.NO_MEETING.to(language)))
            return None
        if joins:
            await reply.patiently(self._client.conduct.appoint(meeting, reply.who), private=True)
        return meeting


def _language(interaction: Interaction) -> Language:
    """The language in which choices are offered: Discord's own, known without a look at the store."""
    return "nl" if interaction.locale is discord.Locale.dutch else "en"


def _matching(named: Sequence[tuple[str, str]], typed: str) -> Choices:
    """The choices that fit what was typed so far."""
    fitting = [(fit(name, 100), value) for name, value in named if typed.lower() in name.lower()]
    return [app_commands.Choice(name=name, value=value) for name, value in fitting][:MOST_CHOICES]
