"""Connections to a book's file: how they are set up, and how a transaction begins."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import Pool, QueuePool

PATIENCE_MS = 5000
"""How long a connection waits for another program's transaction to end before it gives up."""

_SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",  # without it INSERT OR REPLACE would delete unseen by the guards
    "PRAGMA trusted_schema=OFF",
    "PRAGMA synchronous=FULL",
)


def connect(path: Path, mode: str, patience_ms: int = PATIENCE_MS) -> sqlite3.Connection:
    """A driver connection to the file at `path`; `mode` is ro, rw (never creates) or rwc. Raises sqlite3.Error.

    TRUNCATE and FULL together lose no acknowledged commit in a power cut, and leave no second file that holds newest
    data and is forgotten when a person copies the book (as WAL does).
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=patience_ms / 1000,
        isolation_level=None,  # transactions begin where `engine_for` says so, nowhere else
        check_same_thread=False,  # the pool hands a connection to one thread at a time
    )
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
        if mode != "ro":
            connection.execute("PRAGMA journal_mode=TRUNCATE").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def engine_for(open_connection: Callable[[], sqlite3.Connection], pool: type[Pool] = QueuePool) -> Engine:
    """An engine over driver connections. Its transactions read only, unless the option `writing` is set.

    Writing begins with BEGIN IMMEDIATE: two writers then wait for each other at the start, and none has to give up in
    the middle of its work.
    """
    engine = create_engine("sqlite+pysqlite://", creator=open_connection, poolclass=pool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writing = bool(connection.get_execution_options().get("writing"))
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writing else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver connection under an open SQLAlchemy one, for what must be fast."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def remove_spent_journal(path: Path) -> None:
    """Let SQLite take away the empty `-journal` that TRUNCATE leaves beside the book; it does so under its own lock."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(path, "rw", patience_ms=0)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()
