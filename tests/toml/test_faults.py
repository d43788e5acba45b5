"""What has the right shape but would not run, or would not fit on a screen, is told as well, in the same run."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from methods.engine.model import Method
from methods.faults import faults
from methods.library import all_methods, method
from methods.toml.reading import read
from tests.toml.example import SMALL

TWENTY = Path(__file__).with_name("twenty.toml")


@pytest.mark.parametrize("recipe", all_methods(), ids=lambda one: one.id)
def test_nothing_is_wrong_with_a_built_in_method(recipe: Method) -> None:
    assert faults(recipe) == ()


def test_a_file_with_twenty_four_mistakes_gets_one_plain_sentence_for_each() -> None:
    text = TWENTY.read_text("utf-8")
    marked = [number for number, line in enumerate(text.splitlines(), start=1) if re.search(r"# \d+: ", line)]
    told = read(text).mistakes
    assert len(marked) == 24
    assert [one.place.line for one in told if one.place] == marked
    assert len({one.text.to("en") for one in told}) == 24
    assert len({one.text.to("nl") for one in told}) == 24
    assert all(one.path for one in told)


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


ONE = '[[phases.ballot.options]]\nid = "nee"\nlabel = { nl = "Nee", en = "No" }\n'
RULES = 'rules = [\n    "silent",\n    "hidden",\n]\n'
FORM = SMALL[SMALL.index("[[phases.form.fields]]") : SMALL.index('[[phases]]\nid = "kg.delen"')]
CASES = 'ballot = { cases = "kg.schrijven", title = "advies" }\n\n'
BALLOT = SMALL[SMALL.index("\n[[phases.ballot.options]]") :]
PRODUCT = """\
form = { fields = [{ id = "nee", label = { nl = "Nee", en = "No" }, max_length = 9 }, { id = "niet", label = { nl = "Niet", en = "Not" }, kind = "tick" }] }
product = { name = { nl = "Dit", en = "This" }, of = ["kg.schreven"], unless = "niet" }
"""
SIX = "".join(
    f'[[phases.form.fields]]\nid = "f{n}"\nlabel = {{ nl = "V", en = "Q" }}\nmax_length = 9\nrequired = true\n'
    for n in range(5)
)


@pytest.mark.parametrize(
    ("old", "new", "path", "words"),
    [
        # Names
        ('id = "gesprek"', 'id = "Gesprek"', "id", "A short name begins with a letter"),
        ('id = "gesprek"', f'id = "{"a" * 33}"', "id", "at most 32 characters"),
        ('id = "kg.delen"', 'id = "fr.delen"', "phases[2].id", "belong to the blocks around every method"),
        ('id = "kg.delen"', 'id = "kg.vertellen"', "phases[2].id", "taken already, by phases[0]"),
        ('id = "nee"', 'id = "ja"', "phases[3].ballot.options[1].id", "taken already, by options[0]"),
        ('id = "advies"', 'id = "more"', "phases[1].form.fields[0].id", "used by Kring itself"),
        # Texts
        ('nl = "Delen"', f'nl = "{"D" * 46}"', "phases[2].name.nl", "has 46 characters; at most 45 fit"),
        ('en = "I would…"', f'en = "{"I" * 46}"', "phases[1].form.fields[0].label.en", "at most 45 fit"),
        ('en = "Dwell on a question for a moment."', f'en = "{"D" * 101}"', "goal.en", "at most 100 fit"),
        ('en = "Sharing"', 'en = " "', "phases[2].name.en", "There should be text here"),
        ('en = "Sharing"', 'en = "Sha\\nring"', "phases[2].name.en", "belongs on one line"),
        ('en = "Sharing"', 'en = "{thema}"', "phases[2].name.en", "only in a prompt"),
        ('nl = "Lees om de beurt voor."', 'nl = "Lees {voor."', "phases[2].prompt.nl", "A { or } is wrong here"),
        ('nl = "Lees om de beurt voor."', 'nl = "{thema}"', "phases[2].prompt", "{thema} stands in one of the two"),
        ("{inbrenger}, tell us: what", "{inbrenger!r}, tell us: what", "phases[0].prompt.en", "Kring cannot fill in {inbrenger!r}"),
        # Numbers
        ("minutes = 5", "minutes = -5", "phases[0].minutes.base", "a number from 0 to 180"),
        ("minutes = 5", "minutes = 1e300", "phases[0].minutes.base", "a number from 0 to 180"),
        ("minutes = 5", "minutes = 0", "phases[0].minutes", "takes 0 minutes"),
        ("minutes = 5", 'minutes = { base = 99, per_person = 20, basis = "n" }', "phases[0].minutes", "With 8 people this takes 259"),
        ("minutes = 5", "minutes = { base = 1, table = [[6, 3], [5, 2]] }", "phases[0].minutes.table", "[people, minutes]"),
        ("minutes = 5", "minutes = 5\nshrinks_to = 9", "phases[0].shrinks_to", "Shrinking makes shorter"),
        ("minutes = 5", "minutes = 5\nlowest_per_person = 1", "phases[0].lowest_per_person", "more than this for each person"),
        ('per_person = 0.5, basis = "t"', "per_person = 0.5", "phases[1].minutes.per_person", "only when basis says who do"),
        ("max_length = 300", "max_length = 0", "phases[1].form.fields[0].max_length", "a number from 1 to 4000"),
        ('case = "fr.pitch"', 'case = "fr.pitch"\nrounds = 0', "rounds", "a number from 1 to 6"),
        ('case = "fr.pitch"', 'case = "fr.pitch"\nfewest = 7', "well", "From small to large"),
        # Forms
        ("max_length = 300\n", "", "phases[1].form.fields[0].max_length", "How many characters"),
        ("max_length = 300", 'kind = "rating"\nmax_length = 300', "phases[1].form.fields[0].max_length", "to a text only"),
        ("max_length = 300", 'kind = "tick"', "phases[1].form.fields[0].kind", "shares the question above it"),
        ("max_length = 300", 'kind = "choice"', "phases[1].form.fields[0].options", "What is chosen from?"),
        ("max_length = 300", 'kind = "rating"\noptions = [{ nl = "Ja", en = "Yes" }]', "phases[1].form.fields[0].options", "to a text or a choice"),
        ("required = true", "required = true\nspoken = false", "phases[1].form.fields", "nothing is left to ask"),
        ("required = true\n", f"required = true\n{SIX}", "phases[1].form.fields", "and 6 of these are required"),
        (FORM, "form = { fields = [] }\n", "phases[1].form.fields", "at least one question"),
        # What refers to what
        ('after = "kg.schrijven"', 'after = "kg.schrijf"', "phases[2].after", "Do you mean ‘kg.schrijven’?"),
        ('after = "kg.schrijven"', 'after = "kg.delen"', "phases[2].after", "cannot refer to itself"),
        ('after = "kg.schrijven"', 'after = "kg.geholpen"', "phases[2].after", "comes only later"),
        ('after = "kg.schrijven"', 'after = "kg.vertellen"', "phases[2].after", "it has no form"),
        ('after = "kg.schrijven"', 'after = "fr.evaluatie"', "phases[2].after", "is not there in this method"),
        ('after = "kg.schrijven"', 'after = "kg.schrijven"\nshows = ["advise"]', "phases[2].shows[0]", "Do you mean ‘advies’?"),
        ('case = "fr.pitch"', 'case = "kg.vertellen"', "case", "it has no form"),
        ('case = "fr.pitch"', 'case = "fr.pitch"\ntitle = "titels"', "title", "Do you mean ‘titel’?"),
        ('case = "fr.pitch"', 'case = "fr.pitch"\ntitle = "situatie"', "title", "must be a required text"),
        ('case = "fr.pitch"', 'case = "fr.pitch"\nsuits = [{ wish = "inzicht", option = "neen" }]', "suits[0].option", "Do you mean ‘nee’?"),
        ('case = "fr.pitch"', 'case = "fr.pitch"\nskips = ["fr.pauzes"]', "skips[0]", "Do you mean ‘fr.pauze’?"),
        ("minutes = 1\n", 'minutes = 1\nonly_if = { phase = "kg.delen", option = "ja", minutes = 5, spare = 4 }\n', "phases[3].only_if.phase", "does not choose from fixed answers"),
        (BALLOT, PRODUCT + BALLOT, "phases[3].product.of[0]", "Do you mean ‘kg.schrijven’?"),
        # What runs
        ('kind = "write"', 'kind = "open"\nafter = "kg.nergens"', "phases[1].after", "There is no step"),
        ('who = "case_bringer"\nminutes = 1\n', 'who = "leader"\nminutes = 1\n', "phases[3].who", "Choose from: everybody"),
        (FORM, "", "phases[1].form", "something is filled in"),
        (BALLOT, "\n", "phases[3].ballot", "What does one choose from here?"),
        (ONE, "", "phases[3].ballot.options", "2 to 25 answers; these are 1"),
        ("minutes = 5", "minutes = 5\nplenary = true", "phases[0].plenary", "Only the blocks around a method"),
        (RULES, 'rules = ["hidden", "hidden"]\n', "phases[1].rules[1]", "stands here twice"),
        ('"briefing"\nwho = "case_bringer"', '"briefing"\nwho = "everybody"', "phases", "Nowhere does the case bringer tell"),
        ('case = "fr.pitch"', 'case = "fr.pitch"\nskips = ["fr.keuze"]', "skips", "Nobody becomes case bringer"),
    ],
)  # fmt: skip
def test_each_fault_is_told_once_where_it_is(old: str, new: str, path: str, words: str) -> None:
    (told,) = [one for one in read(changed(old, new)).mistakes if path not in FOLLOWS.get(one.path, ())]
    assert told.path == path
    assert words in told.text.to("en")
    assert told.place is not None


FOLLOWS = {"phases[2].after": ("phases[1].form",)}
"""Without the form of step 1 there is nothing for step 2 to show: that is a second mistake."""


def test_a_case_is_not_chosen_twice_nor_needed_before_it_is_chosen() -> None:
    bumpy = method("bumpy")
    (twice,) = faults(replace(bumpy, skips=("fr.pitch",)))
    assert "has been chosen already, in ‘fr.keuze’" in twice.text.to("en")
    telling, *rest = sorted(bumpy.phases, key=lambda phase: phase.id != "bm.inbreng")
    (early,) = faults(replace(bumpy, phases=(replace(telling, after=None), *rest)))
    assert early.path == ("phases", 0, "who")
    assert "chosen only in ‘bm.keuze’" in early.text.to("en")


def test_steps_may_be_few_and_must_not_be_many() -> None:
    bumpy = method("bumpy")
    assert [one.path for one in faults(replace(bumpy, phases=()))] == [("case",), ("phases",)]
    more = tuple(replace(bumpy.phases[0], id=f"x{n}") for n in range(12))
    (many,) = faults(replace(bumpy, phases=(*bumpy.phases, *more)))
    assert "at most 25 steps; these are 26" in many.text.to("en")


def test_what_nobody_ever_reads_is_only_remarked_upon() -> None:
    reading = read(changed('after = "kg.schrijven"\n', ""))
    assert reading.method is not None
    (remark,) = reading.remarks
    assert (remark.path, "is shown nowhere" in remark.text.en) == ("phases[1]", True)


def test_what_cannot_be_read_brings_no_other_mistakes() -> None:
    (told,) = read(changed('kind = "vote"', "kind = vote")).mistakes
    assert told.path == "phases[3].kind"
    (told,) = read(changed('id = "kg.schrijven"\n', "")).mistakes[:1]
    assert told.path == "phases[1].id"
