"""A form shows what Discord allows, comes back by itself, and leaves nothing behind."""

from collections.abc import AsyncIterator

import discord
import pytest
import simcord
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot import sayings
from bot.forms import TICKED, modal, read
from methods.engine import wording
from methods.engine.model import Field
from methods.engine.text import Text


def both(text: str) -> Text:
    return Text(nl=f"{text}-nl", en=f"{text}-en")


STORY = Field(
    id="story",
    label=both("story"),
    max_length=1000,
    required=True,
    description=both("what happened"),
    placeholder=both("go on"),
)
TITLE = Field(id="title", label=both("title"), max_length=80)
MARK = Field(id="mark", label=both("mark"), kind="rating")
SHARE = Field(id="share", label=both("share"), kind="tick")
FIVE = (STORY, TITLE, MARK, SHARE, Field(id="more", label=both("more")))
PROMISE = "Alleen jij leest dit, tot we alles tegelijk tonen. Daarna: je groep, mét je naam."


class Asker(discord.Client):
    """Opens the form it was given at each press, and keeps what comes back."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.form: ui.Modal | None = None
        self.answers: list[dict[str, str]] = []

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.component and self.form is not None:
            await interaction.response.send_modal(self.form)
        elif interaction.type is discord.InteractionType.modal_submit and interaction.data is not None:
            self.answers.append(read(interaction.data))
            await interaction.response.edit_message(content="kept")


class World:
    """A channel with one button in it, and somebody to press it."""

    def __init__(self, env: simcord.Env, bot: Asker) -> None:
        self.env, self.bot = env, bot
        guild = env.create_guild()
        self.channel = guild.create_text_channel("room")
        self.person = guild.add_member(env.create_user("somebody"))

    async def ask(self, form: ui.Modal) -> simcord.InteractionResult:
        self.bot.form = form
        if self.channel.last_message is None:
            view = ui.View(timeout=None)
            view.add_item(ui.Button(label="open", custom_id="open"))
            view.stop()
            channel = self.bot.get_channel(self.channel.id)
            assert isinstance(channel, discord.TextChannel)
            await channel.send("press", view=view)
        assert self.channel.last_message is not None
        return await self.person.click(self.channel.last_message, label="open")

    @property
    def remembered(self) -> int:
        store = self.bot._connection._view_store
        return len(store._modals) + len(store._views)


@pytest.fixture
async def world() -> AsyncIterator[World]:
    bot = Asker()
    env = simcord.Env(bot)
    await env.start()
    try:
        yield World(env, bot)
    finally:
        await env.shutdown()
        env.raise_errors()


async def test_what_is_filled_in_comes_back_by_field(world: World) -> None:
    shown = await world.ask(modal("k1:x:1:2:3:", "Casus", (STORY, MARK, SHARE), "nl"))
    filled = {"story": "  Een verhaal.\n\nTwee regels. \n", "mark": ["7"], "share": True}
    await world.person.submit_modal(shown, filled)
    assert world.bot.answers == [{"story": "Een verhaal.\n\nTwee regels.", "mark": "7", "share": TICKED}]


async def test_what_is_left_empty_is_left_out(world: World) -> None:
    shown = await world.ask(modal("k1:x:1:2:3:", "Casus", (STORY, TITLE, MARK, SHARE), "nl"))
    await world.person.submit_modal(shown, {"story": "x", "title": "  ", "share": False})
    assert world.bot.answers == [{"story": "x"}]


async def test_earlier_answers_stand_in_the_form_again(world: World) -> None:
    earlier = {"story": "Een verhaal.", "mark": "7", "share": TICKED}
    shown = await world.ask(modal("k1:x:1:2:3:", "Casus", (STORY, MARK, SHARE), "nl", defaults=earlier))
    assert shown.modal is not None
    text, mark, box = (label["component"] for label in shown.modal["components"])
    assert text["value"] == "Een verhaal."
    assert [option["value"] for option in mark["options"] if option["default"]] == ["7"]
    assert box["default"] is True


async def test_a_form_leaves_nothing_in_memory(world: World) -> None:
    shown = await world.ask(modal("k1:x:1:2:3:", "Casus", FIVE, "nl"))
    assert world.remembered == 0
    await world.person.submit_modal(shown, {"story": "x"})
    assert world.remembered == 0


async def test_a_form_that_was_open_during_a_restart_still_comes_back(world: World) -> None:
    shown = await world.ask(modal("k1:x:1:2:3:", "Casus", (STORY,), "nl"))
    world.bot = Asker()
    await world.env.restart_bot(world.bot)
    await world.person.submit_modal(shown, {"story": "nog steeds"})
    assert world.bot.answers == [{"story": "nog steeds"}]


async def test_a_form_speaks_one_language() -> None:
    payload = str(modal("x", "Case", FIVE, "en").to_dict())
    assert "story-en" in payload
    assert "what happened-en" in payload
    assert "go on-en" in payload
    assert "-nl" not in payload


async def test_the_introduction_comes_first() -> None:
    parts = modal("x", "Casus", FIVE[:4], "nl", intro=PROMISE).to_dict()["components"]
    assert parts[0]["content"] == PROMISE
    assert len(parts) == 5


@pytest.mark.parametrize(
    ("intro", "expected"),
    [
        ("Alleen jij.", "Alleen jij. what happened-nl"),
        (f"{PROMISE} Dan.", f"{PROMISE} Dan."),
        ("x" * 120, "x" * 99 + "…"),
    ],
)
async def test_with_five_questions_it_stands_at_the_first_of_them(intro: str, expected: str) -> None:
    parts = modal("x", "Casus", FIVE, "nl", intro=intro).to_dict()["components"]
    assert len(parts) == 5
    assert parts[0]["description"] == expected


def test_every_promise_fits_under_the_first_of_five_questions() -> None:
    promises = {
        name: text
        for part in (sayings, wording)
        for name, text in vars(part).items()
        if name[:8] == "PROMISE_"
    }
    assert len(promises) > 10
    assert [name for name, text in promises.items() if max(len(text.nl), len(text.en)) > 100] == []


@pytest.mark.parametrize("count", [0, 6])
async def test_a_form_has_one_to_five_questions(count: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        modal("x", "Casus", (TITLE,) * count, "nl")


async def test_everything_is_cut_to_what_discord_takes() -> None:
    long = both("x" * 200)
    field = Field(id="f", label=long, description=long, placeholder=long, max_length=9000)
    payload = modal("x", "x" * 200, (field,), "nl", defaults={"f": "x" * 9000}).to_dict()
    label = payload["components"][0]
    text = label["component"]
    assert [len(payload["title"]), len(label["label"]), len(label["description"])] == [45, 45, 100]
    assert [len(text["placeholder"]), len(text["value"]), text["max_length"]] == [100, 4000, 4000]


async def test_a_short_answer_gets_one_line() -> None:
    styles = [
        part["component"]["style"] for part in modal("x", "y", (TITLE, STORY), "nl").to_dict()["components"]
    ]
    assert styles == [discord.TextStyle.short.value, discord.TextStyle.paragraph.value]


@pytest.mark.parametrize(
    ("earlier", "expected"), [("12345678", "12345678"), ("123456789", "12345678"), ("1234567🙂", "1234567")]
)
async def test_an_earlier_answer_never_fills_more_than_can_be_typed(earlier: str, expected: str) -> None:
    field = Field(id="f", label=both("f"), max_length=8)
    payload = modal("x", "y", (field,), "nl", defaults={"f": earlier}).to_dict()
    assert payload["components"][0]["component"]["value"] == expected


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["components", "component", "value", "values", "custom_id"]), inner)
    ),
    max_leaves=20,
)


@given(anything)
def test_whatever_is_sent_is_read_without_harm(data: object) -> None:
    answers = read({"components": data})
    assert all(answer.strip() for answer in answers.values())
