"""Groups and plenary: who sits with whom, the opening, the rooms, the end."""

import discord
from discord import app_commands

from bot.cogs.choices import (
    WHICH_MEETING,
    Interaction,
    described,
    meeting_choices,
)
from bot.cogs.moderating import Moderating, Outcome
from methods import gathering
from methods.engine.text import PersonId
from methods.meeting import Meeting, MeetingStage


class Gathering(Moderating):
    """The commands of `/moderator` that bring people together."""

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
    @app_commands.autocomplete(meeting=meeting_choices)
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
        await self.change(interaction, meeting, lambda now, _: self._grouped(now, who, group, leads))

    async def _grouped(
        self,
        meeting: Meeting,
        who: PersonId | None,
        number: int | None,
        leads: bool | None,  # noqa: FBT001
    ) -> Outcome:
        conduct = self.client.conduct
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
    @app_commands.autocomplete(meeting=meeting_choices)
    async def begin(self, interaction: Interaction, meeting: str | None = None) -> None:
        """Begin the plenary."""
        conduct = self.client.conduct
        await self.change(interaction, meeting, lambda now, _: conduct.change(now.id, gathering.begin))

    @app_commands.command(
        name=described("open", "open"), description=described("Open de groepen", "Open the groups")
    )
    @app_commands.rename(meeting=described("bijeenkomst", "meeting"))
    @app_commands.describe(meeting=WHICH_MEETING)
    @app_commands.autocomplete(meeting=meeting_choices)
    async def open_groups(self, interaction: Interaction, meeting: str | None = None) -> None:
        """Open the rooms."""
        await self.change(interaction, meeting, lambda now, _: self.client.conduct.open(now.id))

    @app_commands.command(
        name=described("sluit", "close"),
        description=described("Sluit de bijeenkomst af", "Close the meeting"),
    )
    @app_commands.rename(sure=described("zeker", "sure"), meeting=described("bijeenkomst", "meeting"))
    @app_commands.describe(
        sure=described("Ook als er nog groepen bezig zijn", "Even when groups are still talking"),
        meeting=WHICH_MEETING,
    )
    @app_commands.autocomplete(meeting=meeting_choices)
    async def close(
        self,
        interaction: Interaction,
        sure: bool = False,  # noqa: FBT001, FBT002 - Discord's own way to ask yes or no
        meeting: str | None = None,
    ) -> None:
        """Close the meeting."""
        conduct = self.client.conduct
        await self.change(interaction, meeting, lambda now, who: conduct.close(now.id, who, sure=sure))
