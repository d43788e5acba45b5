"""`kring check`: what the private remarks would say about texts in a file. Nothing leaves the machine."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.ending import WRONG_CHOICE, Lang, stop

app = typer.Typer(no_args_is_help=True, help="What the private remarks would say about texts.")
File = Annotated[Path, typer.Argument(help='A file with one JSON object on each line: {"text": "…"}.')]
Found = Callable[[str], dict[str, object]]


@app.command()
def questions(file: File, *, lang: Lang = "nl") -> None:
    """Tell questions from advice: one JSON object a line, with `text`, `label` and `reason`."""
    from methods.checks.questions import check_question

    def found(text: str) -> dict[str, object]:
        remark = check_question(text, lang)
        return {"text": text, "label": remark.label.value, "reason": remark.reason.to(lang)}

    _each(file, found)


@app.command()
def privacy(file: File, *, lang: Lang = "nl") -> None:
    """Find what would point to somebody: one JSON object a line, with `text` and `spans` (offsets in characters)."""
    from methods.checks.privacy import find_details

    def found(text: str) -> dict[str, object]:
        spans = [{"start": s.start, "end": s.end, "kind": s.kind.value} for s in find_details(text, lang)]
        return {"text": text, "spans": spans}

    _each(file, found)


def _each(file: Path, found: Found) -> None:
    """Print what is found in each text; a line that cannot be read is named, and the rest is done all the same."""
    wrong = []
    for number, line in enumerate(_lines(file), start=1):
        text = _text(line)
        if text is None:
            wrong.append(number)
        elif line.strip():
            sys.stdout.write(json.dumps(found(text), ensure_ascii=False) + "\n")
    if wrong:
        which = ", ".join(map(str, wrong[:10])) + (" …" if len(wrong) > 10 else "")  # noqa: PLR2004 - enough to find them
        stop(f'Not {{"text": "…"}} on line {which} of {file.name}.', WRONG_CHOICE)


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8-sig") as opened:
            yield from opened
    except (OSError, UnicodeDecodeError) as error:
        stop(f"{file} cannot be read: {type(error).__name__}.", WRONG_CHOICE)


def _text(line: str) -> str | None:
    """The text of a line; an empty line has an empty one, and None is no text at all."""
    if not line.strip():
        return ""
    try:
        row = json.loads(line)
    except ValueError:
        return None
    text = row.get("text") if isinstance(row, dict) else None
    return text if isinstance(text, str) else None
