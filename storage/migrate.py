"""Brings a database to the newest shape. The steps are in `storage/migrations/versions/`."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from storage import database
from storage.problems import StorageProblem, told

_STEPS = Path(__file__).parent / "migrations"


def settings() -> Config:
    """Alembic's settings; there is no alembic.ini, because the steps are shipped in the package."""
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


async def upgrade(url: str) -> None:
    """Makes the database when there is none, and takes every step that it lacks: all of them, or none.

    Raises StorageProblem, also when the database was made by a newer Kring.
    """
    database.prepare(url)
    engine = database.writer(url, foreign_keys=False)
    try:
        with told(OSError):
            async with engine.begin() as connection:
                await connection.run_sync(_upgrade)
    except CommandError as error:
        raise StorageProblem("The database was made by a newer version of Kring: run that one.") from error
    finally:
        await engine.dispose()


def newest() -> str | None:
    """The revision that this version of Kring works with."""
    return ScriptDirectory.from_config(settings()).get_current_head()


def earlier() -> set[str]:
    """Every revision before that one, from which a database can be brought up to date."""
    steps = ScriptDirectory.from_config(settings()).walk_revisions()
    return {step.revision for step in steps} - {newest() or ""}


def demand_newest(connection: Connection) -> None:
    """Raises StorageProblem when the database has another shape than this version of Kring works with."""
    if MigrationContext.configure(connection).get_current_revision() != newest():
        raise StorageProblem("The database is not up to date: run `kring db upgrade`.")


def _upgrade(connection: Connection) -> None:
    config = settings()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        # The steps ran without foreign keys; what they left behind must keep them all the same.
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if lost is not None:
            raise StorageProblem(
                f"A row of {lost[0]} belongs to nothing any more: the database stays as it was."
            )
