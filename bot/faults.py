"""Faults as they may stand in a log."""

import discord


def wordless(error: BaseException) -> BaseException | None:
    """The fault with its traceback, unless its own text might hold somebody's words."""
    return None if isinstance(error, discord.HTTPException | ValueError) else error
