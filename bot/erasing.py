"""«Wis mijn gegevens»: everything that Kring holds of one person on one server, forgotten after one confirmation."""

from typing import Final

import discord
from discord import ui

from bot import sayings as say
from bot.cards import Cards
from bot.custom_id import Press
from bot.host import Host
from bot.one_by_one import tried
from bot.replies import Reply
from bot.screen import OWN, Row, message, note
from methods.engine.forgetting import without_texts_of
from methods.engine.messages import FollowUp
from methods.engine.text import Language, PersonId, Text
from methods.engine.timing import due
from methods.gathering import needs, unpractised
from methods.meeting import ServerId
from storage.transaction import Transaction

ASK: Final = "erase-ask"
"""Action of the button that asks whether somebody is sure."""
DO: Final = "erase-do"

YES: Final = Text(nl="Ja, wis ze", en="Yes, erase them")
WHAT_GOES: Final = Text(
    nl=(
        "**Wis mijn gegevens**\n"
        "Ik vergeet dan wat ik op deze server van je heb:\n"
        "1. alles wat je in een formulier schreef, ook casussen die je klaarzette\n"
        "2. dat je de afspraken aanvaardde, en dat je oefende\n"
        "3. je naam, en de taal die je koos"
    ),
    en=(
        "**Erase my data**\n"
        "I then forget what I have of you on this server:\n"
        "1. all you wrote in forms, cases that you prepared too\n"
        "2. that you accepted the code of conduct, and that you practised\n"
        "3. your name, and the language you chose"
    ),
)
BUSY: Final = Text(
    nl=(
        "Je hoort nu bij een bijeenkomst. Wat je in een gesprek dat nog loopt inleverde, en je naam, heeft je groep tot het "
        "einde nodig; dat blijft nu staan. Druk na afloop nog eens, of wacht: je teksten verdwijnen een paar dagen later vanzelf."
    ),
    en=(
        "You are in a meeting now. What you handed in to a conversation that is still going on, and your name, is needed by "
        "your group until its end, so that stays. Press again afterwards, or wait: your texts go by themselves some days later."
    ),
)
WHAT_STAYS: Final = Text(
    nl=(
        "Wat blijft: berichten in een ruimte, tot die ruimte gewist wordt; je nummer bij Discord, bij de bijeenkomsten en groepen "
        "waarin je zat en wat je daar deed, zonder woorden; en reservekopieën, tot ze worden weggegooid. Wie Kring draait, kan "
        "daar meer over zeggen.\nDit kan ik niet terugdraaien."
    ),
    en=(
        "What stays: messages in a room, until that room is deleted; your number at Discord, with the meetings and groups that you "
        "were in and what you did there, without words; and backups, until they are thrown away. Whoever runs Kring can tell you "
        "more.\nI cannot undo this."
    ),
)
ERASED: Final = Text(
    nl="Gewist. ✓ Doe je weer eens mee, dan begin je gewoon opnieuw.",
    en="Erased. ✓ If you take part again, you simply start afresh.",
)
ERASED_IN_PART: Final = Text(
    nl="Gewist. ✓ Alleen je naam, en wat je inleverde in een gesprek dat nog loopt, heb ik nog.",
    en="Erased. ✓ I only still have your name, and what you handed in to a conversation that is going on.",
)


class Erasing:
    """Handles presses whose action begins with `erase-`."""

    def __init__(self, host: Host, cards: Cards) -> None:
        self._host = host
        self._cards = cards

    async def press(self, reply: Reply, press: Press) -> None:
        """Ask whether somebody is sure; or do it."""
        language = await self._cards.language(reply)
        if press.action == ASK:
            await reply.private(await self._question(reply, language))
        elif press.action == DO and press.person == reply.who:
            busy = await reply.patiently(forget(self._host, reply.server, reply.who), private=True)
            await reply.renew(note((ERASED_IN_PART if busy else ERASED).to(language)))
        else:
            await reply.private(note(say.FORGED.to(language)))

    async def _question(self, reply: Reply, language: Language) -> ui.LayoutView:
        meetings = await self._host.store.meetings_of(reply.server, open_only=True)
        busy = [BUSY] if any(needs(meeting, reply.who) for meeting in meetings) else []
        text = "\n\n".join(part.to(language) for part in (WHAT_GOES, *busy, WHAT_STAYS))
        yes = ui.Button[ui.LayoutView](
            label=YES.to(language),
            custom_id=str(Press(DO, person=reply.who)),
            style=discord.ButtonStyle.danger,
        )
        return message(text, [Row(yes)], colour=OWN)


async def forget(host: Host, server: ServerId, who: PersonId) -> bool:
    """Forget somebody here. True: a meeting that is going on still needs their name and what they handed in to it."""

    async def forgotten() -> bool:
        async with host.store.transaction() as change:
            meetings = await change.meetings_of(server)
            for meeting in meetings:
                if who in meeting.practised:
                    await change.put_meeting(unpractised(meeting, who))
            await _forget_texts(change, server, who)
            await change.forget_acceptances(server, who)
            busy = any(needs(meeting, who) for meeting in meetings)
            if not busy:
                await change.forget_person(server, who)
        return busy

    return await tried(forgotten)


async def _forget_texts(change: Transaction, server: ServerId, who: PersonId) -> None:
    """What this person wrote goes, the sessions forget that it was there, and nobody asks what came of it."""
    for number in await change.forgettable(server, who):
        session = await change.session(number)
        if session is not None:
            await change.put_session(without_texts_of(session, who), due(session))
    await change.forget_words(server, who)
    for row in await change.waiting_for(server, FollowUp):
        if isinstance(row.effect, FollowUp) and row.effect.person == who:
            await change.fail(row.id, "withdrawn")
