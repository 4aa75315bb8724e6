"""Keeping a book safe: 校验, 备份, 恢复."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kpi_desktop.book import backup as copies
from kpi_desktop.book import verify as proof
from kpi_desktop.book.book import Book
from kpi_desktop.book.contents import CONTENTS
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.verify import Finding

BookCheck = Callable[[Book], Iterable[Finding]]
"""A check of what is computed from the rows, such as stored results against a new scoring."""


class Findings(NamedTuple):
    """What a verification found; `ok` when nothing."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def verify(source: Book | str | Path, also: Sequence[BookCheck] = ()) -> Findings:
    """校验: the file, its schema, the chain of the journal, every row by replay, codes, and what `also` checks.

    A file that cannot be opened at all is a finding. The checks of `also` run only on a book that is sound so far.
    """
    try:
        with _opened(source) as book:
            with contextlib.closing(proof.snapshot(book)) as snapshot:
                found = proof.run(snapshot, (*proof.FILE, *CONTENTS))
            if not found:
                found = [finding for check in also for finding in check(book)]
    except Refusal as refusal:
        found = [Finding("file", str(refusal))]
    return Findings(tuple(found))


def backup(book: Book, destination: str | Path) -> Path:
    """备份: a consistent, verified copy; where it is. Refusal as in `book.backup.backup`."""
    return copies.backup(book, destination)


def restore(location: str | Path, source: str | Path) -> Path | None:
    """恢复: a verified backup in the place of a closed book; where the old file is kept. (`book.backup`.)"""
    return copies.restore(location, source)


@contextlib.contextmanager
def _opened(source: Book | str | Path) -> Iterator[Book]:
    """The book itself, or one opened for the while: to read only, unless an interrupted write waits to be undone."""
    if isinstance(source, Book):
        yield source
        return
    try:
        book = open_book(source, read_only=True)
    except Refusal:
        book = open_book(source)
    with book:
        yield book
