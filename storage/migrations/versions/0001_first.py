"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Takes the step. There is no way back but a backup."""
    _servers_and_people()
    _meetings_and_sessions()
    _words()
    _outbox()
    op.create_table(
        "beats",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("last", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_beats"),
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_meta"),
    )


def _servers_and_people() -> None:
    op.create_table(
        "servers",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("settings", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_servers"),
    )
    op.create_table(
        "people",
        sa.Column("server", sa.BigInteger, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("name", sa.LargeBinary),
        sa.Column("language", sa.Text),
        sa.PrimaryKeyConstraint("server", "person", name="pk_people"),
    )


def _meetings_and_sessions() -> None:
    op.create_table(
        "meetings",
        sa.Column("id", number, nullable=False),
        sa.Column("server", sa.BigInteger, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("lobby_channel", sa.BigInteger),
        sa.Column("closed_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_meetings"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sessions",
        sa.Column("id", number, nullable=False),
        sa.Column("server", sa.BigInteger, nullable=False),
        sa.Column("meeting", number, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger),
        sa.Column("channel", sa.BigInteger),
        sa.Column("ended_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_sessions_meeting"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "scripts",
        sa.Column("session", number, nullable=False),
        sa.Column("script", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("session", name="pk_scripts"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_scripts_session"),
    )
    op.create_index("ix_meetings_server", "meetings", ["server"])
    op.create_index("ix_meetings_lobby_channel", "meetings", ["lobby_channel"])
    op.create_index("ix_sessions_meeting", "sessions", ["meeting"])
    op.create_index("ix_sessions_due_at", "sessions", ["due_at"])
    op.create_index("ix_sessions_channel", "sessions", ["channel"])


def _words() -> None:
    op.create_table(
        "contributions",
        sa.Column("session", number, nullable=False),
        sa.Column("slot", sa.Text, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.Column("updated_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("session", "slot", "person", name="pk_contributions"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name="fk_contributions_session"),
    )
    op.create_table(
        "cases",
        sa.Column("meeting", number, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("words", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("meeting", "person", name="pk_cases"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_cases_meeting"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", number, nullable=False),
        sa.Column("server", sa.BigInteger, nullable=False),
        sa.Column("meeting", number, nullable=False),
        sa.Column("session", sa.BigInteger, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("not_before", sa.BigInteger, nullable=False),
        sa.Column("claimed_at", sa.BigInteger),
        sa.Column("via", sa.BigInteger),
        sa.Column("done_at", sa.BigInteger),
        sa.Column("message", sa.BigInteger),
        sa.Column("failed", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.ForeignKeyConstraint(["meeting"], ["meetings.id"], name="fk_outbox_meeting"),
        sa.UniqueConstraint(
            "meeting", "session", "version", "ordinal", name="uq_outbox_meeting_session_version_ordinal"
        ),
        sqlite_autoincrement=True,
    )
    waiting = sa.text("done_at IS NULL AND failed IS NULL")
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["meeting", "session", "not_before"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
