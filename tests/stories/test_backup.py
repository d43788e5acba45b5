"""A backup taken in the middle of an evening is put back, passes the check, and the evening goes on from there."""

import asyncio
from pathlib import Path

from methods.engine.state import Status
from storage.backup import back_up
from storage.check import Checkup, check
from storage.restore import Restored, restore
from storage.shelf import Shelf
from storage.words import Cipher
from tests.stories.world import KEY, World, open_world

BEFORE, AFTER = "De stilte na de vraag", "Dit schreef ik na de reservekopie"


async def backed_up(world: World) -> Path:
    """A backup, while Kring has the database open and the evening goes on."""
    shelf = Shelf(world.folder / "backups", Cipher(KEY))
    made = await asyncio.to_thread(back_up, world.url, shelf, int(world.clock.now()))
    assert made.checkup.findings == ()
    return made.backup.file


async def put_back(world: World, backup: Path) -> Restored:
    """Kring stops, the backup takes the database's place, and Kring comes up again."""
    await world.store.close()
    now = int(world.clock.now())
    restored = await asyncio.to_thread(restore, world.url, backup, Cipher(KEY), now, force=True)
    assert (await looked_through(world)).findings == ()
    await world.restart()
    return restored


async def looked_through(world: World) -> Checkup:
    return await check(world.url, Cipher(KEY))


async def write(world: World, number: int, title: str) -> None:
    """Somebody fills in the form of this step."""
    who = world.people[number]
    form = await world.press(who, world.room(), "write")
    words = {one["custom_id"]: "tekst" for one in form.questions}
    answer = await world.hand_in(who, form, **{**words, "titel": title})
    assert "Bewaard" in answer.text


async def in_the_middle(world: World) -> Path:
    """A backup of a group that is writing, one of whom has handed in; then the evening goes on for a while."""
    await world.evening()
    await world.until("bm.canvas")
    await write(world, 0, BEFORE)
    backup = await backed_up(world)
    await write(world, 1, AFTER)
    await world.until("bm.keuze")
    await world.wait(600)
    return backup


async def test_the_group_stands_where_it_stood_with_its_words_and_hears_that_kring_was_away(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path) as world:
        backup = await in_the_middle(world)
        await put_back(world, backup)
        session = await world.session()
        kept = await world.store.words(session.id, "1:bm.canvas")
        assert (session.status, await world.phase()) == (Status.PAUSED, "bm.canvas")
        assert [words["titel"] for words in kept.values()] == [BEFORE]
        assert "Ik was even weg. De klok staat stil en alles is bewaard." in world.text(world.room())


async def test_from_there_the_evening_goes_on_to_its_end(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        backup = await in_the_middle(world)
        await put_back(world, backup)
        await world.press(world.people[2], await world.mine(world.people[2]), "resume")
        await write(world, 1, "Nog eens")
        await to_the_end(world)
        assert (await world.session()).status is Status.ENDED
        assert all(title in world.text(world.room()) for title in (BEFORE, "Nog eens"))
        assert AFTER not in world.text(world.room()).partition("Ik was even weg")[2]


async def to_the_end(world: World) -> None:
    """The moderator moves the group on, or waits for it; what is kept is sound after every step."""
    for _ in range(60):
        if not (await world.session()).under_way:
            return
        answer = await world.command(world.moderator, "moderator next", groups="g1")
        if "conduct-sure" in answer.card.buttons:
            await world.press(world.moderator, answer.card, "conduct-sure")
        await world.wait(61)
        assert (await looked_through(world)).findings == ()


async def test_nothing_that_was_said_is_said_again_but_the_card(tmp_path: Path) -> None:
    """Neither what was said before the backup, nor what waited in it and was said since."""
    async with open_world(tmp_path) as world:
        await world.evening()
        world.kring.outbox.open = False  # Discord is away: what is decided waits
        await world.next()
        backup = await backed_up(world)
        world.kring.outbox.open = True
        await world.kring.outbox.sweep()
        await world.wait(15)
        before, lobby = world.look(world.room()), world.look(world.lobby)
        await put_back(world, backup)
        await world.wait(30)
        after = world.look(world.room())
        card = world.with_button(world.room(), "done")
        assert [one.text for one in after[:-1]] == [one.text for one in before]
        assert after[-1].message.id == card.message.id
        assert [one.text for one in world.look(world.lobby)[:-1]] == [one.text for one in lobby]


async def test_a_button_of_what_was_lost_is_refused_and_the_newest_card_works(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        await world.evening()
        await world.until("bm.uitleg")
        backup = await backed_up(world)
        await world.until("bm.canvas")
        lost = world.with_button(world.room(), "write")
        await put_back(world, backup)
        await world.until("bm.canvas")
        answer = await world.press(world.people[0], lost, "write")
        assert answer.text == "Deze stap is klaar."
        assert (await world.press(world.people[0], world.room(), "write")).questions


async def test_a_new_meeting_does_not_walk_into_the_rooms_of_one_that_was_lost(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        backup = await backed_up(world)
        await world.evening()
        lost = world.room().id
        await put_back(world, backup)
        await world.evening()
        assert world.room().id != lost
        assert (await looked_through(world)).findings == ()
