"""`kring methods which`: a few questions, and a reasoned answer."""

import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

import typer

from bot.cli.ending import WRONG_CHOICE, AsJson, Lang, Talk, as_json, stop
from methods.engine.model import Talk as Way
from methods.engine.model import Wish
from methods.engine.text import Text
from methods.selecting import NOTHING, WISHES, Circumstances, Selection, select

WISH = Text(nl="Wat wil de inbrenger?", en="What does the case bringer want?")
GROUP = Text(nl="Is de groep voor het eerst bij elkaar?", en="Does the group meet for the first time?")
MINUTES = Text(nl="Hoeveel minuten voor de hele bijeenkomst?", en="How many minutes for the whole meeting?")
PEOPLE = Text(nl="Met hoeveel mensen in een groep?", en="How many people in a group?")
TALK = Text(
    nl="Praten jullie hardop (spoken) of typen jullie (written)?", en="Aloud (spoken) or typed (written)?"
)
ASK_WISH = Text(
    nl="Zeg erbij wat de inbrenger wil: --wish {wishes}.",
    en="Say what the case bringer wants: --wish {wishes}.",
)
NOT_NOW = Text(nl="Niet nu: {name}. {reason}", en="Not now: {name}. {reason}")
WishName = Literal["oplossing", "inzicht", "reflectie", "feedback", "inspiratie", "waarden", "vast"]


def which(
    *,
    wish: Annotated[WishName | None, typer.Option(help="What the case bringer wants of the group.")] = None,
    new: Annotated[
        bool | None, typer.Option("--new/--settled", help="Whether the group meets for the first time.")
    ] = None,
    minutes: Annotated[int | None, typer.Option(min=1, help="Minutes of the whole meeting.")] = None,
    people: Annotated[int | None, typer.Option(min=2, max=60, help="People in one group.")] = None,
    talk: Talk | None = None,
    lang: Lang = "nl",
    json_: AsJson = False,
) -> None:
    """Which method fits: what is not told by an option is asked, in a terminal."""
    from methods.library import all_methods

    asks = sys.stdin.isatty() and not json_
    asked = _asked(wish=wish, new=new, minutes=minutes, people=people, talk=talk, lang=lang, asks=asks)
    found = select(all_methods(), asked)
    if json_:
        as_json(_result(found))
    else:
        typer.echo("\n".join(_lines(found, lang)))


def _asked(
    *,
    wish: WishName | None,
    new: bool | None,
    minutes: int | None,
    people: int | None,
    talk: Talk | None,
    lang: Lang,
    asks: bool,
) -> Circumstances:
    """What was told, and what was asked or is usual."""
    if wish is None and not asks:
        stop(ASK_WISH.to(lang, wishes=" | ".join(WISHES)), WRONG_CHOICE)
    if wish is None:
        typer.echo("\n".join(f"{number}. {text.to(lang)}" for number, text in enumerate(WISHES.values(), 1)))
        number = typer.prompt(WISH.to(lang), value_proc=_one_of([str(n + 1) for n in range(len(WISHES))]))
        wanted = list(WISHES)[int(number) - 1]
    else:
        wanted = Wish(wish)
    if new is None:
        new = typer.confirm(GROUP.to(lang), default=False) if asks else False
    return Circumstances(
        wish=wanted,
        new_group=new,
        minutes=minutes or (typer.prompt(MINUTES.to(lang), default=120, type=int) if asks else 120),
        people=people or (typer.prompt(PEOPLE.to(lang), default=6, type=int) if asks else 6),
        talk=Way(talk or (_talk(lang) if asks else "spoken")),
    )


def _one_of(choices: Sequence[str]) -> Callable[[str], str]:
    """Ask again until it is one of these."""

    def check(answer: str) -> str:
        if answer.strip().lower() in choices:
            return answer.strip().lower()
        raise typer.BadParameter(" | ".join(choices))

    return check


def _talk(lang: Lang) -> str:
    answer: str = typer.prompt(TALK.to(lang), default="spoken", value_proc=_one_of(["spoken", "written"]))
    return answer


def _both(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en}


def _result(found: Selection) -> dict[str, Any]:
    return {
        "methods": [
            {
                "id": one.method.id,
                "names": _both(one.method.name),
                "short": one.suit.short,
                "option": one.suit.option,
                "reason": _both(one.reason),
                "mind": [_both(text) for text in one.mind],
            }
            for one in found.advised
        ],
        "left_out": [{"id": one.method.id, "reason": _both(one.reason)} for one in found.left_out],
    }


def _lines(found: Selection, lang: Lang) -> list[str]:
    lines = [] if found.advised else [NOTHING.to(lang)]
    for number, one in enumerate(found.advised, start=1):
        lines.append(f"{number}. {one.method.name.to(lang)} ({one.method.id}). {one.reason.to(lang)}")
        lines += [f"   ! {text.to(lang)}" for text in one.mind]
    return lines + [
        NOT_NOW.to(lang, name=one.method.name.to(lang), reason=one.reason.to(lang)) for one in found.left_out
    ]
