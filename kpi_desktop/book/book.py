"""A book that is open: reading, operations, and those who want to hear of changes."""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from kpi_desktop.book import journal, presence
from kpi_desktop.book.connection import driver, remove_spent_journal
from kpi_desktop.book.failures import identity, refuse_broken_references, refuse_vanished, told
from kpi_desktop.book.operation import Changes, Operation
from kpi_desktop.book.refusal import Refusal

Listener = Callable[[Changes], None]

_log = logging.getLogger(__name__)


class Book:
    """One file of years, open. Made by `opening.open_book`; close it, or use it as a context manager.

    Any thread may read and write; each call uses a connection of its own.
    """

    def __init__(self, path: Path, engine: Engine, author: str, *, read_only: bool = False) -> None:
        """Over an engine from `connection.engine_for`; `author` is written into the journal."""
        self.path = path
        self.author = author
        self.read_only = read_only
        self.listeners: list[Listener] = []
        self._engine = engine
        self._file = identity(path)
        self._closed = False
        self._writing = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file free. May be called twice."""
        self._engine.dispose()
        if not self.read_only and not self._closed:
            remove_spent_journal(self.path)
            presence.leave(self.path)
        self._closed = True

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each operation that changed something, in the thread that wrote; how to stop it.

        An exception of a listener goes to the log, never to the writer.
        """
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener) if listener in self.listeners else None

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state and cannot write. Keep it short: writers wait for it.

        Refusal when the book cannot be read.
        """
        refuse_vanished(self.path, self._file)
        with told(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def operation(
        self, action: str, reason: str | None = None, author: str | None = None, *, undoes: int | None = None
    ) -> Iterator[Operation]:
        """One transaction that writes rows and one entry of the journal; all of it or, on an exception, nothing.

        Refusal when the book is read-only or locked by another program, and when what was written breaks what the
        file itself guards. RuntimeError inside another operation of the same thread.
        """
        if self.read_only:
            raise Refusal(f"“{self.path}”以只读方式打开，不能修改。", "请关闭后正常打开。")
        if getattr(self._writing, "now", False):
            raise RuntimeError("an operation is open in this thread")
        refuse_vanished(self.path, self._file)
        operation = None
        self._writing.now = True
        try:
            with told(self.path), self._engine.connect().execution_options(writing=True) as connection:
                connection.begin()
                operation = Operation(connection)
                yield operation
                operation.finish(_commit(operation, action, reason, author or self.author, undoes))
        finally:
            self._writing.now = False
        if operation.changes:
            self._tell(operation.changes)

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self.listeners):
            try:
                listener(changes)
            except Exception:  # what was written is written, whatever a page makes of it
                _log.exception("a listener failed after “%s”", changes.action)


def _commit(operation: Operation, action: str, reason: str | None, author: str, undoes: int | None) -> Changes:
    """Write the entry and commit; nothing at all when no row changed. (Leaving the connection rolls back.)"""
    written = operation.written
    if not written:
        return Changes(0, action)
    entry = journal.append(
        driver(operation.connection),
        written,
        at=presence.now(),
        author=author,
        action=action,
        reason=reason,
        undoes=undoes,
    )
    try:
        operation.connection.commit()
    except IntegrityError as error:
        refuse_broken_references(driver(operation.connection), error)
        raise
    finally:
        # after a COMMIT that failed SQLite keeps the transaction open, but SQLAlchemy takes it for ended
        driver(operation.connection).rollback()
    tables = frozenset(change.table for change in written)
    return Changes(entry.sequence, action, tables, frozenset(operation.editions), len(written))
