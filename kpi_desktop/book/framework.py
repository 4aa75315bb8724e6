"""What every book has: editions of years, the journal, attached files, and how a table of rows is made."""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMING)

Kind = type[TypeEngine[Any]] | TypeEngine[Any]

edition = Table(
    "edition",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("supersedes", Integer, ForeignKey("edition.id", deferrable=True, initially="DEFERRED")),
    Column("reason", Text),
    Column("result", Text),
    UniqueConstraint("year", "revision"),
    CheckConstraint("state IN ('draft','running','assessing','review','final')", name="state"),
    CheckConstraint("result IS NULL OR state = 'final'", name="result"),
)
"""One revision of an assessment year. `result`: the figures as they were at 定稿, as JSON."""

journal = Table(
    "journal",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("action", String, nullable=False),
    Column("reason", Text),
    Column("undoes", Integer, ForeignKey("journal.sequence")),
    Column("before_hash", String, nullable=False),
    Column("hash", String, nullable=False),
    UniqueConstraint("undoes"),
)
"""One operation. `hash` covers `before_hash`, this row and all of its changes; append-only, undone at most once."""

journal_change = Table(
    "journal_change",
    METADATA,
    Column("sequence", Integer, ForeignKey("journal.sequence"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("table_name", String, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index("ix_journal_change_row", "table_name", "row_id"),
)
"""One row an operation changed: its columns before and after as canonical JSON; null where it did not exist."""

attachment = Table(
    "attachment",
    METADATA,
    Column("digest", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The bytes of an attached file under their SHA-256; rows of 佐证 name them. Never changed, so not journalled."""

REFERRED = {
    "department": "code",
    "group_": "name",
    "category": "name",
    "indicator": "code",
    "task": "code",
    "rater_class": "name",
}
"""The column by which rows of other tables refer to a table."""


def needed(name: str, kind: Kind) -> Column[Any]:
    """A column that may not be blank."""
    return Column(name, kind, nullable=False)


def row_table(name: str, *parts: Column[Any], key: tuple[str, ...] = (), refers: dict[str, str] | None = None) -> Table:
    """A table of rows of an edition.

    `key` is unique within the edition; `refers` maps a column to the table whose `REFERRED` column it names.
    """
    foreign = [
        ForeignKeyConstraint(
            ["edition_id", column],
            [f"{other}.edition_id", f"{other}.{REFERRED[other]}"],
            deferrable=True,
            initially="DEFERRED",
        )
        for column, other in (refers or {}).items()
    ]
    unique = [UniqueConstraint("edition_id", *key)] if key else [Index(f"ix_{name}_edition", "edition_id")]
    return Table(
        name,
        METADATA,
        Column("id", Integer, primary_key=True),
        Column("edition_id", Integer, ForeignKey("edition.id", deferrable=True, initially="DEFERRED"), nullable=False),
        Column("place", Integer, nullable=False),
        *parts,
        *unique,
        *foreign,
    )
