"""What the pages say is there: every link, command, button, permission and table that they name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from bot import cogs, sayings, screen
from bot.client import Kring
from bot.clock import WallClock
from bot.permissions import WORDS
from bot.words import Translator
from methods import code_of_conduct, question_cards
from methods.engine import model, wording
from methods.engine.text import Text
from storage.keys import load_key, new_key
from storage.migrate import upgrade
from storage.schema import metadata
from storage.store import Store
from tests.demo.pictures import SCENES, SIZES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
DECISIONS = sorted(page for page in DOCS.glob("decisions/*.md") if page.name != "README.md")

GUIDES = ("docs/moderating.md", "docs/taking-part.md")

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
BUTTON = re.compile(r"«([^»]+)»")
HOLE = re.compile(r"{\w+}")
MACHINE_PATH = re.compile(
    r"(?<![\w.~/:>-])/(?:bin|etc|home|mnt|opt|root|srv|tmp|usr|var|work|Users)\b|\b[A-Z]:\\"
)


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


# --- Links ------------------------------------------------------------------------------------------------


def anchors(text: str) -> set[str]:
    """The anchors that a page's headings get: small letters, no signs, dashes for spaces."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        assert not anchor or anchor in anchors(found.read_text("utf-8")), target


def test_every_decision_is_in_the_list_under_its_own_title() -> None:
    listed = (DOCS / "decisions" / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| \[(.+)\]\((.+)\) \|$", listed, re.MULTILINE)
    titles = [page.read_text("utf-8").splitlines()[0] for page in DECISIONS]
    assert [(f"# {number}. {title}", path) for number, title, path in rows] == [
        (title, page.name) for title, page in zip(titles, DECISIONS, strict=True)
    ]
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_page_names_a_place_on_somebodys_machine(page: Path) -> None:
    assert MACHINE_PATH.findall(page.read_text("utf-8")) == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_picture_is_there_and_says_in_words_what_it_shows(page: Path) -> None:
    for words, path in pictures_in(page.read_text("utf-8")):
        assert (page.parent / path).exists(), path
        assert len(words) > 40, path


def pictures_in(text: str) -> list[tuple[str, str]]:
    """What each picture of a page shows, in words, and where it is."""
    written = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text)
    return [
        *written,
        *((words, path) for path, words in re.findall(r'<img src="([^"]+)".* alt="([^"]*)"', text)),
    ]


def test_every_picture_comes_from_the_command_that_makes_them() -> None:
    made = {
        f"{scene}-{size}-{language}.png" for scene in SCENES for size in SIZES for language in ("nl", "en")
    }
    assert {file.name for file in (DOCS / "pictures").iterdir()} == made
    shown = {Path(path).name for page in PAGES for _, path in pictures_in(page.read_text("utf-8"))}
    assert shown <= made
    assert all(pictures_in((ROOT / page).read_text("utf-8")) for page in ("README.md", *GUIDES))


# --- Commands ---------------------------------------------------------------------------------------------


def in_both(payload: Mapping[str, Any]) -> set[str]:
    """A name as people see it, in English and in Dutch."""
    return {payload["name"], (payload.get("name_localizations") or {}).get("nl", payload["name"])}


def of_commands(payload: Mapping[str, Any]) -> Iterator[tuple[str, set[str]]]:
    """Each command with the names of its options."""
    subcommands = [one for one in payload.get("options", []) if one["type"] == 1]
    for command in subcommands or [payload]:
        options = [one for one in command.get("options", []) if one["type"] != 1]
        mine = {name for option in options for name in in_both(option)}
        for name in in_both(command):
            yield (f"{payload['name']} {name}" if subcommands else name), mine


@pytest.fixture
async def commands(tmp_path: Path) -> dict[str, set[str]]:
    """What Discord is told: every command in both languages, with its options."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'kring.db'}"
    await upgrade(url)
    store = await Store.open(url, load_key(new_key(), tmp_path), lambda: 0)
    client, translator = Kring(store, WallClock(lambda: 0.0)), Translator()
    found: dict[str, set[str]] = {}
    try:
        await cogs.load(client)
        for command in client.tree.get_commands():
            payload = await command.get_translated_payload(client.tree, translator)
            for name, options in of_commands(payload):
                found[name] = found.get(name, set()) | options
    finally:
        await store.close()
    return found


def commands_named(text: str) -> Iterator[str]:
    """What stands in backticks and begins with a slash; `…` stands for any command of a group."""
    yield from (code[1:] for code in CODE.findall(FENCE.sub("", text)) if code.startswith("/"))


async def test_every_command_that_a_page_names_exists(commands: Mapping[str, set[str]]) -> None:
    groups = {name.partition(" ")[0] for name in commands}
    for page in PAGES:
        for said in commands_named(page.read_text("utf-8")):
            group, _, rest = said.partition(" ")
            if page.name == "writing-a-method.md" and group == "gossip":
                continue  # the example of a method that is still to be written
            assert group in groups, f"{named(page)}: /{said}"
            if rest in {"", "…"}:
                continue
            words = rest.split()
            name = f"{group} {words[0]}"
            assert name in commands, f"{named(page)}: /{said}"
            options = {word.partition(":")[0] for word in words[1:]}
            assert options <= commands[name], f"{named(page)}: /{said}"


async def test_the_page_for_moderators_names_every_command(commands: Mapping[str, set[str]]) -> None:
    page = (DOCS / "moderating.md").read_text("utf-8")
    missing = [name for name in commands if f"`/{name}`" not in page]
    assert missing == []


# --- Words on the screen ----------------------------------------------------------------------------------


def texts_in(values: Iterable[object]) -> Iterator[Text]:
    for value in values:
        if isinstance(value, Text):
            yield value
        elif isinstance(value, Mapping):
            yield from texts_in(value.values())


def labels() -> list[re.Pattern[str]]:
    """Whatever stands on a button or a list, with anything in its holes; what is all holes would fit anything."""
    texts = [
        text
        for module in (code_of_conduct, question_cards, sayings, screen, wording)
        for text in texts_in(vars(module).values())
    ]
    words = {said for text in texts for said in (text.nl, text.en) if re.search(r"\w", HOLE.sub("", said))}
    return [
        re.compile(".+".join(map(re.escape, HOLE.split(one)))) for one in words if len(one) <= screen.LABEL
    ]


@pytest.mark.parametrize("page", ["moderating", "taking-part", "privacy", "glossary", "first-run", "running"])
def test_every_button_that_a_page_names_exists(page: str) -> None:
    known = labels()
    text = " ".join((DOCS / f"{page}.md").read_text("utf-8").split())
    assert [one for one in BUTTON.findall(text) if not any(label.fullmatch(one) for label in known)] == []


def test_dutch_pages_speak_of_a_meeting_and_a_conversation() -> None:
    for page in ("moderating", "taking-part", "privacy"):
        text = (DOCS / f"{page}.md").read_text("utf-8").lower()
        assert not re.search(r"sessie|\bbegeleiders?\b", text), page


# --- Lists that must be whole -----------------------------------------------------------------------------


def test_running_gives_a_reason_for_every_permission() -> None:
    page = (DOCS / "running.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", page, re.MULTILINE)[1:]
    told = [name for row in rows if row != "---" for name in row.split(" · ")]
    assert sorted(told) == sorted(text.en for text in WORDS.values())


def test_privacy_tells_of_every_table_in_both_languages() -> None:
    halves = (DOCS / "privacy.md").read_text("utf-8").split("\n---\n")
    assert len(halves) == len(("nl", "en"))
    for half in halves:
        rows = [row for row in half.splitlines() if row.startswith("| `")]
        told = [name for row in rows for name in CODE.findall(row.split("|")[1])]
        assert sorted(told) == sorted(metadata.tables)


@pytest.mark.parametrize("kind", [model.Method, model.Phase, model.Form, model.Field, model.Minutes])
def test_writing_a_method_tells_of_every_field(kind: type) -> None:
    page = (DOCS / "writing-a-method.md").read_text("utf-8")
    part = page.split(f"**`{kind.__name__}`**")[1].split("\n**`")[0]
    assert [field.name for field in fields(kind) if f"`{field.name}`" not in part] == []
