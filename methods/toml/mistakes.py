"""A mistake in a method file: where it is, and what was expected."""

from dataclasses import dataclass
from typing import Final

from methods.engine.text import Text
from methods.toml.places import Place

_LINE: Final = Text(nl="regel {line}", en="line {line}")
_COLUMN: Final = Text(nl="regel {line}, kolom {column}", en="line {line}, column {column}")
_TOLD: Final = Text(nl="{where}: {text}", en="{where}: {text}")
_AT: Final = Text(nl="{where} · {path}: {text}", en="{where} · {path}: {text}")


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong in a file, in a plain sentence."""

    text: Text
    path: str = ""
    """As `phases[3].minutes.per_person`; empty for what belongs to no value."""
    place: Place | None = None
    """None: the file as a whole."""

    @property
    def told(self) -> Text:
        """«regel 41, kolom 8 · phases[3].minutes.per_person: …»."""
        if self.place is None:
            return self.text
        line, column = str(self.place.line), str(self.place.column)
        where = _COLUMN.filled(line=line, column=column) if self.place.column else _LINE.filled(line=line)
        return (_AT if self.path else _TOLD).filled(where=where, path=self.path, text=self.text)
