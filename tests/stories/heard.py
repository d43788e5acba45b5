"""The evenings that docs/ keeps as they are heard without a screen: `make heard` writes them anew."""

from collections.abc import Mapping
from pathlib import Path

from bot.rehearsal.rehearsal import Script
from tests.stories.evenings import TYPED, TYPED_QUESTIONS, evening

DOCS = Path(__file__).parents[2] / "docs"
PAGES: Mapping[Path, Script] = {
    DOCS / "evening-heard-nl.md": TYPED_QUESTIONS,
    DOCS / "evening-heard-en.md": TYPED,
}


def main() -> None:
    """Write both pages."""
    for page, script in PAGES.items():
        page.write_text(evening(script).files["heard.md"], "utf-8")
        print(page)  # noqa: T201 - a command that tells what it made


if __name__ == "__main__":
    main()
