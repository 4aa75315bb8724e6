"""How a book is written: one transaction an operation, with its entry of the journal.

SQLAlchemy is imported here and for migrations only, and this module when something is first written: reading goes
straight through the driver, and a window that opens a book reads first.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import Pool, QueuePool

from kpi_desktop.book import journal, presence
from kpi_desktop.book.failures import refuse_broken_references
from kpi_desktop.book.operation import Changes, Operation


def engine_for(open_connection: Callable[[], sqlite3.Connection], pool: type[Pool] = QueuePool) -> Engine:
    """An engine over driver connections whose transactions write.

    They begin with BEGIN IMMEDIATE: two writers then wait for each other at the start, and none has to give up in the
    middle of its work.
    """
    engine = create_engine("sqlite+pysqlite://", creator=open_connection, poolclass=pool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver connection under an open SQLAlchemy one, for what must be fast."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


class Writer:
    """The writing side of an open book."""

    def __init__(self, open_connection: Callable[[], sqlite3.Connection]) -> None:
        """Nothing is opened before it is asked for."""
        self._engine = engine_for(open_connection)

    @contextlib.contextmanager
    def operation(self, action: str, reason: str | None, author: str, undoes: int | None) -> Iterator[Operation]:
        """One transaction: all of it with its entry or, on an exception, nothing."""
        with self._engine.connect() as connection:
            connection.begin()
            operation = Operation(driver(connection))
            yield operation
            operation.finish(_commit(connection, operation, action, reason, author, undoes))

    def close(self) -> None:
        """Give the file free."""
        self._engine.dispose()


def _commit(
    connection: Connection, operation: Operation, action: str, reason: str | None, author: str, undoes: int | None
) -> Changes:
    """Write the entry and commit; nothing at all when no row changed. (Leaving the connection rolls back.)"""
    written = operation.written
    if not written:
        return Changes(0, action)
    entry = journal.append(
        operation.connection,
        written,
        at=presence.now(),
        author=author,
        action=action,
        reason=reason,
        undoes=undoes,
    )
    try:
        connection.commit()
    except IntegrityError as error:
        refuse_broken_references(operation.connection, error)
        raise
    finally:
        # after a COMMIT that failed SQLite keeps the transaction open, but SQLAlchemy takes it for ended
        operation.connection.rollback()
    tables = frozenset(change.table for change in written)
    return Changes(entry.sequence, action, tables, frozenset(operation.editions), len(written))
