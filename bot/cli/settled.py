"""The settings, for a command."""

from typing import TYPE_CHECKING

from bot.cli.ending import WRONG_SETTINGS, stop

if TYPE_CHECKING:
    from bot.settings import Settings


def settings() -> "Settings":
    """The settings of the environment or `.env`; a mistake in them ends the command."""
    from pydantic import ValidationError

    from bot.settings import Settings, explain

    try:
        return Settings()
    except ValidationError as error:
        stop(explain(error), WRONG_SETTINGS)
