"""撤销 and 重做: an entry of the journal is taken back by its inverse, which is a new entry. Nothing is ever erased.

An entry that undoes an undo is a redo. As in an editor, undoing walks back over what still stands, redoing forward
again, and a new operation ends the redoing.
"""

import json
import sqlite3
from collections.abc import Callable

from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.journal import Change, Entry
from kpi_desktop.book.operation import Changes, Operation
from kpi_desktop.book.refusal import BrokenReferences, Refusal
from kpi_desktop.book.shapes import shape_of
from kpi_desktop.book.titles import TITLES

Progress = Callable[[int, int], None]
"""Told how many of how many rows are taken back; what it raises ends the undo, and nothing has changed."""
STEP = 500


def undo(book: Book, sequence: int | None = None, progress: Progress | None = None) -> Changes | None:
    """Take back the last operation that still stands, or the entry with that `sequence`. None: nothing to undo.

    Refusal, and nothing changed, when a later entry changed the same rows or builds on them, naming it; when the year
    is final; when the entry is already undone. The action of the result says what was undone.
    """
    entry = _wanted(book, sequence)
    if entry is None:
        return None
    with book.reading() as connection:
        action = f"{_verb(connection, entry)}：{_base(connection, entry).action}"
    try:
        with book.operation(action, undoes=entry.sequence) as operation:
            _take_back(operation, entry, progress)
    except BrokenReferences as refusal:
        raise _built_upon(book, entry, refusal) from refusal
    except Refusal as refusal:
        raise Refusal(f"不能撤销“{entry.action}”：{refusal.message}", refusal.cure) from refusal
    return operation.changes


def redo(book: Book, progress: Progress | None = None) -> Changes | None:
    """Take back the last undo, unless something new was written since. None: nothing to redo. Refusal as in `undo`."""
    entry = next_redo(book)
    return undo(book, entry.sequence, progress) if entry else None


def size(book: Book, entry: Entry) -> int:
    """How many rows taking an entry back writes."""
    with book.reading() as connection:
        query = "SELECT count(*) FROM journal_change WHERE sequence = ?"
        (found,) = connection.execute(query, (entry.sequence,)).fetchone()
    return int(found)


def next_undo(book: Book) -> Entry | None:
    """The operation that `undo` would take back; where it is a redo, the entry it did again."""
    with book.reading() as connection:
        entry = _standing(connection)
        return _base(connection, entry) if entry else None


def next_redo(book: Book) -> Entry | None:
    """The undo that `redo` would take back."""
    with book.reading() as connection:
        undone: set[int] = set()
        for entry in journal.entries(connection, newest_first=True):
            if entry.undoes is None:
                return None
            undone.add(entry.undoes)
            if entry.sequence not in undone and _is_undo(connection, entry):
                return entry
    return None


def _wanted(book: Book, sequence: int | None) -> Entry | None:
    with book.reading() as connection:
        if sequence is None:
            return _standing(connection)
        entry = journal.entry_at(connection, sequence)
        if entry is None:
            raise Refusal(f"操作日志中没有第 {sequence} 条。")
    return entry


def _refuse_undone(connection: sqlite3.Connection, entry: Entry) -> None:
    later = journal.entry_that_undid(connection, entry.sequence)
    if later is not None:
        raise Refusal(f"它已被第 {later.sequence} 条“{later.action}”撤销。")


def _standing(connection: sqlite3.Connection) -> Entry | None:
    """The newest entry that is neither undone nor itself an undo."""
    undone: set[int] = set()
    for entry in journal.entries(connection, newest_first=True):
        if entry.undoes is not None:
            undone.add(entry.undoes)
        if entry.sequence not in undone and not _is_undo(connection, entry):
            return entry
    return None


def _is_undo(connection: sqlite3.Connection, entry: Entry) -> bool:
    """An odd number of steps from what was done at first: an undo; an even one: done, or done again."""
    odd = False
    while entry.undoes is not None:
        entry, odd = _known(connection, entry.undoes), not odd
    return odd


def _base(connection: sqlite3.Connection, entry: Entry) -> Entry:
    while entry.undoes is not None:
        entry = _known(connection, entry.undoes)
    return entry


def _known(connection: sqlite3.Connection, sequence: int) -> Entry:
    entry = journal.entry_at(connection, sequence)
    assert entry is not None  # a foreign key holds it
    return entry


def _verb(connection: sqlite3.Connection, entry: Entry) -> str:
    return "重做" if _is_undo(connection, entry) else "撤销"


def _take_back(operation: Operation, entry: Entry, progress: Progress | None) -> None:
    """Write the inverse of each change, last first; Refusal where a row is no longer as the entry left it."""
    connection = operation.connection
    _refuse_undone(connection, entry)
    changes = journal.changes_of(connection, entry.sequence)
    for at, change in enumerate(reversed(changes)):
        if progress and at % STEP == 0:
            progress(at, len(changes))
        shape = shape_of(change.table)
        if _now(operation, change) != change.after:
            raise _changed_since(connection, entry, change)
        if change.before is None:
            operation.delete(change.table, change.row_id)
        elif change.after is None:
            row = json.loads(change.before)
            operation.put_rows(shape, [tuple(row[name] for name in shape.columns)])
        else:
            operation.put(shape, change.row_id, json.loads(change.before))


def _now(operation: Operation, change: Change) -> str | None:
    try:
        return journal.canonical(operation.row(shape_of(change.table), change.row_id))
    except KeyError:
        return None


def _changed_since(connection: sqlite3.Connection, entry: Entry, change: Change) -> Refusal:
    later = journal.last_entry_on(connection, change.table, change.row_id)
    sheet = TITLES[change.table]
    if later is None or later.sequence == entry.sequence:
        return Refusal(f"“{sheet}”中有一行与操作日志不符。", "请先“校验”台账。")
    return Refusal(f"之后{_named(later)}又改了“{sheet}”中的同一行。", "请先撤销后来的那一条，或直接修改。")


def _built_upon(book: Book, entry: Entry, refusal: BrokenReferences) -> Refusal:
    table, row_id = refusal.rows[0]
    with book.reading() as connection:
        later = journal.last_entry_on(connection, table, row_id)
    if later is None or later.sequence <= entry.sequence:
        return Refusal(f"不能撤销“{entry.action}”：{refusal.message}", refusal.cure)
    return Refusal(
        f"不能撤销“{entry.action}”：之后{_named(later)}写入的“{TITLES[table]}”要用到它。",
        "请先撤销后来的那一条，或先删去那些内容。",
    )


def _named(entry: Entry) -> str:
    return f"第 {entry.sequence} 条“{entry.action}”（{entry.author}，{entry.at[:10]}）"
