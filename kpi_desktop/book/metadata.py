"""The tables of a book as SQLAlchemy and Alembic know them; what is not journalled stands here alone."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.book import framework
from kpi_desktop.book.columns import Kind, codes_text, codes_value, exact_text, exact_value
from kpi_desktop.book.framework import REFERRED
from kpi_desktop.book.tables import ROW_TABLES, TABLES


class ExactNumber(TypeDecorator[Exact]):
    """A decimal or a ratio, kept as its shortest exact text (`0.125`, `1/3`). TypeError on a float."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The text that is stored."""
        return None if value is None else exact_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Exact | None:
        """The figure that was stored."""
        return None if value is None else exact_value(value)


class Codes(TypeDecorator[tuple[str, ...]]):
    """A list of codes in order, kept as text with 、 between."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """The text that is stored."""
        return codes_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """The codes that were stored."""
        return codes_value(value)


NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMING)
_TYPES: dict[Kind, type[TypeEngine[Any]]] = {
    Kind.STRING: String,
    Kind.TEXT: Text,
    Kind.WHOLE: Integer,
    Kind.FLAG: Boolean,
    Kind.DAY: Date,
    Kind.EXACT: ExactNumber,
    Kind.CODES: Codes,
}
_DEFERRED: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}

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


def _columns(table: framework.Table) -> Iterator[Column[Any]]:
    points = {"edition_id": "edition.id", "supersedes": "edition.id"}
    for name, kind, needed in table.columns:
        keys = [ForeignKey(points[name], **_DEFERRED)] if name in points else []
        yield Column(name, _TYPES[kind], *keys, primary_key=name == "id", nullable=not needed and name != "id")


def _row_constraints(table: framework.Table) -> Iterator[SchemaItem]:
    yield UniqueConstraint("edition_id", *table.key) if table.key else Index(f"ix_{table.name}_edition", "edition_id")
    for column, other in table.refers:
        target = [f"{other}.edition_id", f"{other}.{REFERRED[other]}"]
        yield ForeignKeyConstraint(["edition_id", column], target, **_DEFERRED)


Table(
    "edition",
    METADATA,
    *_columns(TABLES["edition"]),
    UniqueConstraint("year", "revision"),
    CheckConstraint("state IN ('draft','running','assessing','review','final')", name="state"),
    CheckConstraint("result IS NULL OR state = 'final'", name="result"),
)
for _table in ROW_TABLES.values():
    Table(_table.name, METADATA, *_columns(_table), *_row_constraints(_table))
_bands = METADATA.tables["grade_band"]
Index(
    "uq_grade_band_general",
    _bands.c.edition_id,
    _bands.c.name,
    unique=True,
    sqlite_where=_bands.c.group.is_(None),
)
