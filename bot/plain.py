"""What people wrote, shown as they wrote it: nothing in it calls people, hides, or turns into markup.

Discord hides a backslash that stands before a sign, so `shown` puts one before every sign that could mean
something to it. That makes text harmless to the eye; Kring also sends everything with mentions switched off.
"""

import re
import unicodedata

GUARD = "\N{ZERO WIDTH SPACE}"
"""Stands after an @ that would otherwise call somebody."""

MOST_NEWLINES = 3
"""So two empty lines in a row; more would push everything else off the screen."""

# Other ways to end a line, and signs that take up room while showing nothing.
_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
_EMPTY_LINES = re.compile(rf"\n(?:[^\S\n]*\n){{{MOST_NEWLINES},}}")

# Invisible signs that are kept all the same: emoji and several scripts are written with them.
_KEPT = frozenset(
    "\n\t\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f"
)

_LINK = re.compile(r"(?<!\w)(https?://[^\s<>|*`~\\\[\]()]+)")
_SIGN = re.compile(
    r"[\\*_~`|<\[]"  # emphasis, code, spoilers, masked links, and everything that stands between < and >
    r"|(?<!\S)[>#+-]"  # what begins a quote, heading or list; anywhere, for a part may begin there
)
_NUMBERED = re.compile(r"(?<!\S)(\d+)\.(?!\S)")
_CALL = re.compile(r"@(?=everyone|here|[!&]?\d)", re.IGNORECASE)

# Where a text is best divided, best first: paragraphs, lines, sentences, words.
_PAUSES = tuple(map(re.compile, (r"\n\s*\n", r"\n", r"[.!?…][\"'”’)\]]*\s+", r"\s+")))
_MODIFIERS = frozenset("\N{ZERO WIDTH JOINER}\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


def length(text: str) -> int:
    """How long Discord finds this text: it counts Unicode code points, as Python does."""
    return len(text)


def fit(text: str, limit: int) -> str:
    """Kring's own text, cut where it is too long, with a sign that it was."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def cleaned(text: str) -> str:
    """The text without what cannot be seen (controls, direction marks, filler) and with few empty lines."""
    lines = _BLANK.sub(" ", _LINE_END.sub("\n", text))
    return _EMPTY_LINES.sub("\n" * MOST_NEWLINES, "".join(map(_visible, lines)))


def shown(text: str) -> str:
    """The text as it can stand in a message: the same words and lines, with nothing left to interpret."""
    pieces = _LINK.split(cleaned(text))
    # Every other piece is a web address: a backslash would break it, and nothing in it means anything else.
    pieces[::2] = [_NUMBERED.sub(r"\1\\.", _SIGN.sub(r"\\\g<0>", piece)) for piece in pieces[::2]]
    return _CALL.sub("@" + GUARD, "".join(pieces))


def split(text: str, limit: int) -> list[str]:
    """The text in parts of at most `limit` (2 or more) characters; joined they are the text again.

    It is divided after a paragraph, else a line, a sentence or a word, as far as that leaves no part less
    than half full; never between a backslash and the sign that it guards.
    """
    if limit < 2:  # noqa: PLR2004 - a guarded sign is two characters
        raise ValueError("no part can be shorter than a sign with its backslash")
    parts = []
    while len(text) > limit:
        end = _end_of_part(text, limit)
        parts.append(text[:end])
        text = text[end:]
    return [*parts, text] if text else parts


def _visible(sign: str) -> str:
    match unicodedata.category(sign):
        case "Cc" | "Cf":
            return sign if sign in _KEPT else ""
        case "Cs":
            return "\N{REPLACEMENT CHARACTER}"  # half a sign, which could not be sent or stored
        case _:
            return sign


def _end_of_part(text: str, limit: int) -> int:
    for pause in _PAUSES:
        ends = [found.end() for found in pause.finditer(text, 0, limit)]
        if ends and ends[-1] > limit // 2:
            return ends[-1]
    for end in range(limit, limit // 2, -1):
        if not _guarded(text, end) and not _one_sign(text, end):
            return end
    return limit - _guarded(text, limit)


def _guarded(text: str, at: int) -> bool:
    """Whether the sign that starts here has a backslash of its own: an odd number of them before it."""
    return (at - len(text[:at].rstrip("\\"))) % 2 == 1


def _one_sign(text: str, at: int) -> bool:
    """Whether what stands before and after here is drawn as one: accents, emoji of several parts."""
    after = text[at : at + 1]
    return after in _MODIFIERS or text[at - 1] in _MODIFIERS or unicodedata.category(after).startswith("M")
