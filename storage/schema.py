"""The tables. Numbers are ids or whole seconds since 1970 (UTC); `LargeBinary` holds encrypted words."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite gives out numbers by itself only for a key of exactly the type INTEGER. With AUTOINCREMENT a number
# is never given out twice, also not after a deletion: it is a nonce at Discord and binds a ciphertext.
Number = BigInteger().with_variant(Integer(), "sqlite")

servers = Table(
    "servers",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("settings", Text, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("server", BigInteger, primary_key=True),
    Column("person", BigInteger, primary_key=True),
    Column("name", LargeBinary),
    Column("language", Text),
)

acceptances = Table(
    "acceptances",
    metadata,
    Column("server", BigInteger, primary_key=True),
    Column("person", BigInteger, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("accepted_at", BigInteger, nullable=False),
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", Number, primary_key=True),
    Column("server", BigInteger, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("lobby_channel", BigInteger, index=True),
    Column("closed_at", BigInteger),
    sqlite_autoincrement=True,
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Number, primary_key=True),
    Column("server", BigInteger, nullable=False),
    Column("meeting", Number, ForeignKey("meetings.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("due_at", BigInteger, index=True),
    Column("channel", BigInteger, index=True),
    Column("ended_at", BigInteger),
    sqlite_autoincrement=True,
)

# Apart from its session: a script is some 70 kB, and SQLite writes a whole row anew when one column changes.
scripts = Table(
    "scripts",
    metadata,
    Column("session", Number, ForeignKey("sessions.id"), primary_key=True),
    Column("script", Text, nullable=False),
)

contributions = Table(
    "contributions",
    metadata,
    Column("session", Number, ForeignKey("sessions.id"), primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("person", BigInteger, primary_key=True),
    Column("words", LargeBinary, nullable=False),
    Column("updated_at", BigInteger, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("meeting", Number, ForeignKey("meetings.id"), primary_key=True),
    Column("person", BigInteger, primary_key=True),
    Column("words", LargeBinary, nullable=False),
)

own_texts = Table(
    "own_texts",
    metadata,
    Column("server", BigInteger, primary_key=True),
    Column("person", BigInteger, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("words", LargeBinary, nullable=False),
    Column("until", BigInteger, nullable=False),
)

# Not encrypted: a method is a recipe, and holds nobody's words.
own_methods = Table(
    "own_methods",
    metadata,
    Column("server", BigInteger, primary_key=True),
    Column("method", Text, primary_key=True),
    Column("toml", Text, nullable=False),
    Column("updated_at", BigInteger, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Number, primary_key=True),
    Column("server", BigInteger, nullable=False),
    Column("meeting", Number, ForeignKey("meetings.id"), nullable=False),
    # 0 for a row of the meeting itself: two NULLs would not count as the same in the constraint below.
    Column("session", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("not_before", BigInteger, nullable=False),
    Column("claimed_at", BigInteger),
    Column("via", BigInteger),
    Column("done_at", BigInteger),
    Column("message", BigInteger),
    Column("failed", Text),
    UniqueConstraint("meeting", "session", "version", "ordinal"),
    sqlite_autoincrement=True,
)

waiting = text("done_at IS NULL AND failed IS NULL")
"""Which rows of the outbox are still to be delivered."""

Index(
    "ix_outbox_waiting",
    outbox.c.meeting,
    outbox.c.session,
    outbox.c.not_before,
    sqlite_where=waiting,
    postgresql_where=waiting,
)

beats = Table(
    "beats",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("last", BigInteger, nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

FINGERPRINT = "key fingerprint"
"""Under which name `meta` has the fingerprint of the key."""
NOTE = "note "
"""Before the name of a note in `meta`, so that no note can take the place of the key's fingerprint."""
