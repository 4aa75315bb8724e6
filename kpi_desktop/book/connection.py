"""Connections to a book's file: how they are set up, and those that read."""

import contextlib
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

PATIENCE_MS = 5000
"""How long a connection waits for another program's transaction to end before it gives up."""
MOST_IDLE = 5
"""Reading connections that are kept open while nobody reads."""

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
        isolation_level=None,  # transactions begin where `Readers` and `writing` say so, nowhere else
        check_same_thread=False,  # a pool hands a connection to one thread at a time
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


class Readers:
    """Connections that read; one that was used is kept for the next caller. Any thread may ask."""

    def __init__(self, open_connection: Callable[[], sqlite3.Connection]) -> None:
        """Nothing is opened before it is asked for."""
        self._open = open_connection
        self._idle: deque[sqlite3.Connection] = deque()
        self._closed = False

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one consistent state and cannot write. One that failed is not used again."""
        connection = self._taken()
        try:
            connection.execute("BEGIN")
            yield connection
            connection.rollback()
        except BaseException:
            connection.close()
            raise
        if self._closed or len(self._idle) >= MOST_IDLE:
            connection.close()
        else:
            self._idle.append(connection)

    def close(self) -> None:
        """Give the file free; connections that are in use follow when they come back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    def _taken(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            connection = self._open()
            connection.execute("PRAGMA query_only=ON")
            return connection


def remove_spent_journal(path: Path) -> None:
    """Let SQLite take away the empty `-journal` that TRUNCATE leaves beside the book; it does so under its own lock."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(path, "rw", patience_ms=0)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()
