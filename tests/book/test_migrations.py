"""The migrations are the one description of a book; the tables in code say the same."""

import contextlib
import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable

from kpi_desktop.book.creation import MIGRATIONS, migrate
from kpi_desktop.book.header import APPLICATION_ID, SCHEMA_VERSION
from kpi_desktop.book.metadata import METADATA
from kpi_desktop.book.tables import ROW_TABLES
from kpi_desktop.book.titles import TITLES
from tests.book.sample import ROWS, raw


def schema(connection: sqlite3.Connection, kind: str) -> dict[str, str]:
    return dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql NOT NULL", (kind,)))


def as_set(sql: str) -> set[str]:
    """The parts of a statement whatever their order."""
    return {part.strip().rstrip(",") for part in sql.splitlines()}


def test_migrated_tables_are_those_of_the_metadata(path: Path):
    with contextlib.closing(raw(path)) as connection:
        tables, indexes = schema(connection, "table"), schema(connection, "index")
    tables.pop("alembic_version")
    dialect = create_engine("sqlite://").dialect
    expected = {t.name: as_set(str(CreateTable(t).compile(dialect=dialect))) for t in METADATA.sorted_tables}
    assert {name: as_set(sql) for name, sql in tables.items()} == {
        name: {part for part in parts if part} for name, parts in expected.items()
    }
    assert indexes == {
        index.name: str(CreateIndex(index).compile(dialect=dialect))
        for table in METADATA.sorted_tables
        for index in table.indexes
    }


def test_alembic_would_generate_nothing(path: Path):
    engine = create_engine("sqlite://", creator=lambda: raw(path), poolclass=StaticPool)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_the_version_in_the_header_is_the_number_of_the_last_revision(path: Path):
    head = ScriptDirectory(str(MIGRATIONS))
    assert int(head.get_current_head()) == SCHEMA_VERSION
    with contextlib.closing(raw(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_migrating_a_book_that_is_up_to_date_changes_nothing(path: Path):
    with contextlib.closing(raw(path)) as connection:
        before = schema(connection, "table"), schema(connection, "trigger")
        migrate(connection)
        assert (schema(connection, "table"), schema(connection, "trigger")) == before
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_every_table_of_rows_is_guarded_three_times(path: Path):
    with contextlib.closing(raw(path)) as connection:
        triggers = schema(connection, "trigger")
    for table in ROW_TABLES:
        assert {f"{table}_final_{event}" for event in ("insert", "update", "delete")} <= triggers.keys()


def test_every_table_has_a_title_and_a_sample():
    assert {*ROW_TABLES, "edition"} == TITLES.keys()
    assert ROWS.keys() == ROW_TABLES.keys()
