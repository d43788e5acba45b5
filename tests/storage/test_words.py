"""People's words: kept, merged, forgotten, and unreadable for who has only the file."""

import sqlite3
from pathlib import Path

import pytest

from methods.engine.messages import Drop, Keep
from storage.problems import StorageProblem
from storage.store import Store
from storage.words import Cipher
from tests.storage.examples import (
    ANNA,
    BRAM,
    CLEO,
    SERVER,
    SLOT,
    STORY,
    Begun,
    Clock,
    begin,
    bytes_of,
    is_one_sentence,
    write,
)


async def test_fields_are_added_to_what_was_given_before_and_an_empty_one_is_taken_away(
    store: Store, begun: Begun
) -> None:
    await write(store, begun.session, ANNA, wat="een", nog="twee")
    await write(store, begun.session, ANNA, wat="drie", meer="vier")
    await write(store, begun.session, ANNA, nog="")

    assert await store.word_of(begun.session, SLOT, ANNA) == {"wat": "drie", "meer": "vier"}


async def test_without_words_there_is_no_contribution(store: Store, begun: Begun) -> None:
    await write(store, begun.session, ANNA, wat="een")
    await write(store, begun.session, ANNA, wat="")
    await write(store, begun.session, BRAM, wat="")

    assert await store.counts(begun.session) == {}
    assert await store.word_of(begun.session, SLOT, ANNA) is None


async def test_somebody_takes_back_what_they_gave_and_nobody_elses(store: Store, begun: Begun) -> None:
    for person in (ANNA, BRAM):
        await write(store, begun.session, person, wat="een")
    async with store.transaction() as change:
        await change.drop(begun.session, Drop(SLOT, ANNA))
        await change.drop(begun.session, Drop(SLOT, CLEO))

    assert await store.words(begun.session, SLOT) == {BRAM: {"wat": "een"}}


async def test_words_come_in_order_of_their_last_change(store: Store, begun: Begun, clock: Clock) -> None:
    for person in (BRAM, ANNA, CLEO, BRAM):
        clock.now += 1
        await write(store, begun.session, person, wat=str(person))
    await write(store, begun.session, CLEO, "0:fr.pitch", titel="x")

    assert list(await store.words(begun.session, SLOT)) == [ANNA, CLEO, BRAM]
    assert await store.counts(begun.session) == {"0:fr.pitch": (CLEO,), SLOT: (ANNA, CLEO, BRAM)}


async def test_a_case_prepared_at_home_becomes_a_contribution_and_stays_prepared(
    store: Store, begun: Begun
) -> None:
    async with store.transaction() as change:
        await change.keep_case(begun.meeting, ANNA, {"titel": "Grens", "vraag": "Hoe?"})
        await change.keep_case(begun.meeting, BRAM, {"titel": "Weg"})
        await change.keep_case(begun.meeting, BRAM, {"titel": ""})
        await change.keep_case(begun.meeting, CLEO, {"titel": "Later"})
        await change.keep_case(begun.meeting, ANNA, {"vraag": "Waarom?"})
    await write(store, begun.session, ANNA, titel="Nieuwe titel")
    async with store.transaction() as change:
        await change.move_cases_to(begun.session, SLOT, begun.meeting, [ANNA, BRAM])

    merged = {ANNA: {"titel": "Nieuwe titel", "vraag": "Waarom?"}}
    assert await store.words(begun.session, SLOT) == merged
    assert await store.case(begun.meeting, ANNA) == {"titel": "Grens", "vraag": "Waarom?"}
    assert await store.case(begun.meeting, BRAM) is None
    assert await store.prepared(begun.meeting) == {ANNA: ("titel", "vraag"), CLEO: ("titel",)}


async def test_words_and_names_are_nowhere_in_the_files(store: Store, begun: Begun, folder: Path) -> None:
    await write(store, begun.session, ANNA, wat=STORY)
    async with store.transaction() as change:
        await change.keep_case(begun.meeting, ANNA, {"titel": STORY})
        await change.put_person(SERVER, ANNA, name="Annabel Zonnebloem")

    kept = bytes_of(folder)
    assert b"contributions" in kept
    for words in (STORY, "leidinggevende", "Annabel", "Zonnebloem"):
        for encoding in ("utf-8", "utf-16-le"):
            assert words.encode(encoding) not in kept
    assert await store.word_of(begun.session, SLOT, ANNA) == {"wat": STORY}


async def test_two_times_the_same_words_look_different(cipher: Cipher) -> None:
    assert cipher.seal({"a": "b"}, "case", 1, 2) != cipher.seal({"a": "b"}, "case", 1, 2)


@pytest.mark.parametrize("place", [(1, SLOT, 3), (2, SLOT, 2), (1, "1:other", 2), (1, SLOT, "2"), (1, SLOT)])
def test_a_sealed_text_opens_only_in_its_own_row(cipher: Cipher, place: tuple[int | str, ...]) -> None:
    sealed = cipher.seal({"wat": STORY}, "contribution", 1, SLOT, 2)

    assert cipher.open(sealed, "contribution", 1, SLOT, 2) == {"wat": STORY}
    with pytest.raises(StorageProblem) as caught:
        cipher.open(sealed, "contribution", *place)
    assert is_one_sentence(caught.value)
    assert STORY not in str(caught.value)


@pytest.mark.parametrize("words", [{}, {"a": ""}, {"b": "x", "a": "\x00\ud800 €"}])
def test_all_words_come_back_in_their_order(cipher: Cipher, words: dict[str, str]) -> None:
    back = cipher.open(cipher.seal(words, "case", 1, 2), "case", 1, 2)

    assert list(back.items()) == list(words.items())


@pytest.mark.parametrize("damage", [b"", b"\x01", b"\x02" * 40])
def test_a_damaged_row_is_told_with_its_ids_alone(cipher: Cipher, damage: bytes) -> None:
    with pytest.raises(StorageProblem, match=r"The case \(1, 2\) in the database cannot be decrypted"):
        cipher.open(damage, "case", 1, 2)


def change_by_hand(folder: Path, statement: str, *values: int | str) -> None:
    connection = sqlite3.connect(folder / "kring.db")
    with connection:
        assert connection.execute(statement, values).rowcount == 1
    connection.close()


async def test_a_row_moved_to_another_person_or_slot_in_the_file_does_not_open(
    store: Store, begun: Begun, folder: Path
) -> None:
    await write(store, begun.session, ANNA, wat=STORY)
    await write(store, begun.session, BRAM, wat="iets anders")
    change_by_hand(
        folder,
        "UPDATE contributions SET words = (SELECT words FROM contributions WHERE person = ?) WHERE person = ?",
        ANNA,
        BRAM,
    )
    change_by_hand(folder, "UPDATE contributions SET slot = ? WHERE person = ?", "1:other", ANNA)

    for slot, person in ((SLOT, BRAM), ("1:other", ANNA)):
        with pytest.raises(StorageProblem, match=str(person)) as caught:
            await store.word_of(begun.session, slot, person)
        assert STORY not in repr(caught.value)


async def test_a_name_moved_to_another_person_does_not_open(store: Store, folder: Path) -> None:
    async with store.transaction() as change:
        await change.put_person(SERVER, ANNA, name="Anna")
    change_by_hand(folder, "UPDATE people SET person = ? WHERE person = ?", BRAM, ANNA)

    with pytest.raises(StorageProblem, match="name"):
        await store.people(SERVER, [BRAM])


async def test_after_a_purge_no_row_of_that_meeting_has_words_and_others_keep_theirs(
    store: Store, begun: Begun, folder: Path
) -> None:
    other = await begin(store)
    for one in (begun, other):
        await write(store, one.session, ANNA, wat=STORY)
        async with store.transaction() as change:
            await change.keep_case(one.meeting, ANNA, {"titel": STORY})
    gone = sealed_rows(folder, begun)
    assert len(gone) == 2
    assert all(row in bytes_of(folder) for row in gone)

    async with store.transaction() as change:
        await change.purge_meeting(begun.meeting)

    assert sealed_rows(folder, begun) == []
    assert await store.word_of(other.session, SLOT, ANNA) == {"wat": STORY}
    assert await store.case(other.meeting, ANNA) == {"titel": STORY}
    assert await store.session(begun.session) is not None
    # Not even the ciphertext stays behind, in free pages or in the log.
    assert not any(row in bytes_of(folder) for row in gone)


def sealed_rows(folder: Path, begun: Begun) -> list[bytes]:
    connection = sqlite3.connect(folder / "kring.db")
    query = (
        "SELECT words FROM contributions WHERE session = ? UNION SELECT words FROM cases WHERE meeting = ?"
    )
    rows = [row[0] for row in connection.execute(query, (begun.session, begun.meeting))]
    connection.close()
    return rows


async def test_nothing_that_is_shown_of_a_value_has_words_in_it(store: Store, cipher: Cipher) -> None:
    async with store.transaction() as change:
        await change.put_person(SERVER, ANNA, name="Annabel")
        shown = [change, store, cipher, Keep(SLOT, ANNA, {"wat": STORY})]
    shown.append(await store.people(SERVER, [ANNA]))

    assert not any(words in repr(shown) for words in (STORY, "Annabel", "k" * 32))


async def test_an_error_of_the_database_shows_no_values(store: Store) -> None:
    async with store._writer.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE people")

    with pytest.raises(StorageProblem, match="kring db upgrade") as caught:
        async with store.transaction() as change:
            await change.put_person(SERVER, ANNA, language="en")

    assert str(ANNA) not in f"{caught.value} {caught.value.__cause__}"
