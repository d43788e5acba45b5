"""What may stand in a log: what happened and where, never anybody's words."""

import logging
import sys
from collections.abc import Iterator

import discord
import structlog

CHATTY = ("aiosqlite", "asyncio", "discord", "sqlalchemy")
"""Libraries that, asked for everything, would write down what passes through them."""
TALKATIVE = ("alembic", "apscheduler", "sqlalchemy")
"""Libraries that tell every statement or job already where only news is asked for."""


def configure(level: str) -> None:
    """Log to standard error from this level on. No traceback shows the values of variables: those are words."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level.lower()),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ],
    )
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    wanted = logging.getLogger().level
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(logging.INFO, wanted))
    for name in TALKATIVE if wanted >= logging.INFO else ():
        logging.getLogger(name).setLevel(max(logging.WARNING, wanted))


def wordless(error: BaseException) -> BaseException | None:
    """The fault with its traceback, unless a text in it might hold somebody's words."""
    return (
        None if any(isinstance(one, discord.HTTPException | ValueError) for one in _chain(error)) else error
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """A fault and all that led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
