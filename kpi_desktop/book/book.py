"""A book that is open: reading, operations, and those who want to hear of changes."""

import contextlib
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kpi_desktop.book import presence
from kpi_desktop.book.connection import Readers, remove_spent_journal
from kpi_desktop.book.failures import identity, refuse_vanished, told
from kpi_desktop.book.operation import Changes, Operation
from kpi_desktop.book.refusal import Refusal

if TYPE_CHECKING:
    from kpi_desktop.book.writing import Writer

Listener = Callable[[Changes], None]

_log = logging.getLogger(__name__)


class Book:
    """One file of years, open. Made by `opening.open_book`; close it, or use it as a context manager.

    Any thread may read and write; each call uses a connection of its own.
    """

    def __init__(
        self, path: Path, open_connection: Callable[[], sqlite3.Connection], author: str, *, read_only: bool = False
    ) -> None:
        """Over connections to the file at `path`; `author` is written into the journal."""
        self.path = path
        self.author = author
        self.read_only = read_only
        self.listeners: list[Listener] = []
        self._open = open_connection
        self._readers = Readers(open_connection)
        self._writer: Writer | None = None
        self._making_writer = threading.Lock()
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
        self._readers.close()
        if self._writer:
            self._writer.close()
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
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one consistent state and cannot write. Keep it short: writers wait for it.

        Refusal when the book cannot be read.
        """
        refuse_vanished(self.path, self._file)
        with told(self.path), self._readers.reading() as connection:
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
        self._writing.now = True
        try:
            writing = self._writing_side().operation(action, reason, author or self.author, undoes)
            with told(self.path), writing as operation:
                yield operation
        finally:
            self._writing.now = False
        if operation.changes:
            self._tell(operation.changes)

    def _writing_side(self) -> "Writer":
        from kpi_desktop.book.writing import Writer

        with self._making_writer:
            self._writer = self._writer or Writer(self._open)
            return self._writer

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self.listeners):
            try:
                listener(changes)
            except Exception:  # what was written is written, whatever a page makes of it
                _log.exception("a listener failed after “%s”", changes.action)
