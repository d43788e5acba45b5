"""Before a meeting: setting up, calling one, choosing its method, and methods of one's own."""

import discord
from discord import app_commands

from bot import sayings as say
from bot.calling import Wish
from bot.choosing import Answers
from bot.cogs.choices import (
    WHICH_MEETING,
    Interaction,
    choice,
    described,
    meeting_choices,
    method_choices,
    timezone_choices,
)
from bot.cogs.moderating import Moderating, Outcome
from bot.replies import Reply
from bot.screen import note
from bot.setting_up import Setup, set_up
from methods import gathering
from methods.engine.messages import Refusal
from methods.engine.model import Content, Place, Talk
from methods.engine.text import Language, PersonId
from methods.meeting import ChannelId, Meeting, ServerId, Tempo


class Calling(Moderating):
    """The commands of `/moderator` that prepare a meeting."""

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
    @app_commands.autocomplete(timezone=timezone_choices)
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
            text = set_up(self.client.store, interaction, wish, spoken)
            await reply.private(note(await reply.patiently(text, private=True)))

        await self.answer(interaction, work)

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
    @app_commands.autocomplete(method=method_choices)
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
            recipe = await self.client.methods.find(server, method)
            if recipe is None:
                await reply.private(note(say.NO_SUCH_METHOD.to(spoken)))
                return
            settings = await self.client.store.server(server)
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

        await self.answer(interaction, work)

    async def _call(self, reply: Reply, wish: Wish, spoken: Language) -> None:
        name = reply.interaction.user.display_name
        outcome = await reply.patiently(self.client.conduct.calling.call(wish, name), private=True)
        if isinstance(outcome, Meeting):
            planned = gathering.plan_of(outcome)
            remarks = [text.to(spoken) for text in (planned.notice, planned.proposal) if text]
            said = "\n".join([say.MEETING_CALLED.to(spoken, minutes=str(outcome.minutes)), *remarks])
            await reply.private(await self.client.panel.view(outcome.id, spoken, said))
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
    @app_commands.autocomplete(method=method_choices, meeting=meeting_choices)
    async def switch(
        self,
        interaction: Interaction,
        method: str,
        sure: bool = False,  # noqa: FBT001, FBT002 - Discord's own way to ask yes or no
        meeting: str | None = None,
    ) -> None:
        """Change the method of a meeting that has not begun."""

        async def change(now: Meeting, _: PersonId) -> Outcome:
            recipe = await self.client.methods.find(now.server, method)
            if recipe is None:
                return Refusal(say.NO_SUCH_METHOD)
            return await self.client.conduct.calling.change_method(now, recipe, sure=sure)

        await self.change(interaction, meeting, change)

    @app_commands.command(
        name=described("afspraken", "agreements"),
        description=described(
            "Voeg eigen afspraken toe, hooguit vijf", "Add agreements of your own, five at most"
        ),
    )
    async def articles(self, interaction: Interaction) -> None:
        """Open the form with this server's own articles."""
        await self.answer(interaction, self.client.articles.open)

    @app_commands.command(
        name=described("welke", "which"),
        description=described("Welke methode past bij deze groep?", "Which method fits this group?"),
    )
    async def which(self, interaction: Interaction) -> None:
        """Ask a few things and advise a method."""

        async def work(reply: Reply, spoken: Language) -> None:
            server = ServerId(interaction.guild_id or 0)
            await reply.private(await self.client.choosing.view(server, Answers(), spoken))

        await self.answer(interaction, work)

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
        workshop = self.client.workshop

        async def work(reply: Reply, spoken: Language) -> None:
            if file is None:
                await reply.private(await workshop.overview(reply, spoken))
            else:
                await workshop.upload(reply, file, spoken)

        await self.answer(interaction, work)
