"""Whether a book is what it was left as: the file, its schema, the chain of its journal, and each row by replay.

Checks look at a snapshot, so that nobody waits for them. What they find are sentences, never exceptions.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.journal import GENESIS, Change, Entry
from kpi_desktop.book.shapes import shape_of
from kpi_desktop.book.tables import ROW_TABLES
from kpi_desktop.book.titles import TITLES

MOST = 20
"""Findings of one check that are listed; the rest are counted."""


class Finding(NamedTuple):
    """What is wrong. `kind`: file, references, schema, chain, replay, stored, codes, attachment, or a caller's own."""

    kind: str
    message: str


Check = Callable[[sqlite3.Connection], Iterable[Finding]]


def snapshot(book: Book) -> sqlite3.Connection:
    """A copy in memory of the book as it is now; the caller closes it. Refusal when the book cannot be read."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with book.reading() as connection:
        connection.backup(copy)
    return copy


def run(connection: sqlite3.Connection, checks: Iterable[Check]) -> list[Finding]:
    """The findings of `checks` in order; one that meets a damaged page says so."""
    found: list[Finding] = []
    for check in checks:
        try:
            found += _listed(list(check(connection)))
        except (sqlite3.Error, UnicodeDecodeError) as error:
            found.append(Finding("file", f"读不出台账内容：{error}"))
    return list(dict.fromkeys(found))


def _listed(found: list[Finding]) -> list[Finding]:
    if len(found) <= MOST:
        return found
    return [*found[:MOST], Finding(found[0].kind, f"同类问题另有 {len(found) - MOST} 处")]


def integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    """SQLite's own check of every page and index."""
    for (message,) in connection.execute(f"PRAGMA integrity_check({MOST})"):
        if message != "ok":
            yield Finding("file", f"数据库文件损坏：{message}")


def references(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Rows that refer to what is not there."""
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        sheet, other = TITLES.get(table, table), TITLES.get(parent, parent)
        yield Finding("references", f"“{sheet}”第 {row_id} 行引用了不存在的“{other}”")


def schema(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Tables, indexes and guards that are missing, changed or added, against what the migrations make."""
    expected, there = dict(_expected_schema()), dict(_schema_of(connection))
    for kind, name in sorted(expected.keys() | there.keys()):
        if (kind, name) not in there:
            yield Finding("schema", f"缺少 {kind} {name}")
        elif (kind, name) not in expected:
            yield Finding("schema", f"多出 {kind} {name}")
        elif expected[kind, name] != there[kind, name]:
            yield Finding("schema", f"{kind} {name} 的定义被改动")


@cache
def _expected_schema() -> tuple[tuple[tuple[str, str], str | None], ...]:
    from kpi_desktop.book.creation import migrate

    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection)
        return tuple(_schema_of(connection))
    finally:
        connection.close()


def _schema_of(connection: sqlite3.Connection) -> Iterator[tuple[tuple[str, str], str | None]]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    return (((kind, name), sql) for kind, name, sql in rows.fetchall())


def chain(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Entries without a gap, each naming the hash of the one before and bearing its own; no change without an entry."""
    sequence, before = 0, GENESIS
    for entry, changes in _entries_with_changes(connection):
        sequence += 1
        if entry.sequence != sequence:
            yield Finding("chain", f"操作日志缺第 {sequence} 条")
            sequence = entry.sequence
        if entry.before_hash != before:
            yield Finding("chain", f"操作日志第 {entry.sequence} 条与前一条接不上")
        if _hash_of(entry, changes) != entry.hash:
            yield Finding("chain", f"操作日志第 {entry.sequence} 条“{entry.action}”的内容被改动")
        before = entry.hash
    orphans = "SELECT DISTINCT sequence FROM journal_change WHERE sequence NOT IN (SELECT sequence FROM journal)"
    for (sequence,) in connection.execute(orphans):
        yield Finding("chain", f"操作日志中有属于第 {sequence} 条的改动，却没有这一条")
    renumbered = (
        "SELECT sequence FROM journal_change GROUP BY sequence HAVING min(place) <> 1 OR max(place) <> count(*)"
    )
    for (sequence,) in connection.execute(renumbered):
        yield Finding("chain", f"操作日志第 {sequence} 条的改动编号不连续")


def _hash_of(entry: Entry, changes: list[Change]) -> str | None:
    """The hash that an entry should bear; None where something in it is no text any more."""
    try:
        return journal.entry_hash(entry, changes)
    except (TypeError, AttributeError):
        return None


def _entries_with_changes(connection: sqlite3.Connection) -> Iterator[tuple[Entry, list[Change]]]:
    for entry in journal.entries(connection):
        yield entry, journal.changes_of(connection, entry.sequence)


def replay(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Do everything in the journal again from nothing, and compare each row of each table."""
    rows: dict[str, dict[int, str]] = {table: {} for table in ("edition", *ROW_TABLES)}
    query = "SELECT sequence, table_name, row_id, before, after FROM journal_change ORDER BY sequence, place"
    for sequence, table, row_id, before, after in connection.execute(query):
        if table not in rows:
            yield Finding("replay", f"操作日志第 {sequence} 条写到了不存在的表 {table}")
            continue
        if rows[table].get(row_id) != before:
            yield Finding("replay", f"操作日志第 {sequence} 条与“{TITLES[table]}”第 {row_id} 行此前的内容不符")
        if after is None:
            rows[table].pop(row_id, None)
        else:
            rows[table][row_id] = after
    for table, expected in rows.items():
        yield from _compared(connection, table, expected)


def _compared(connection: sqlite3.Connection, table: str, expected: dict[int, str]) -> Iterator[Finding]:
    shape, sheet = shape_of(table), TITLES[table]
    at = shape.columns.index("id")
    for row in connection.execute(f'SELECT {shape.quoted} FROM "{table}"'):
        text = journal.canonical(dict(zip(shape.columns, row, strict=True))) if _plain(row) else ""
        logged = expected.pop(row[at], None)
        if logged is None:
            yield Finding("replay", f"“{sheet}”第 {row[at]} 行没有经过操作日志")
        elif logged != text:
            yield Finding("replay", f"“{sheet}”第 {row[at]} 行与操作日志记录的内容不符")
    for row_id in expected:
        yield Finding("replay", f"“{sheet}”第 {row_id} 行不见了，操作日志中没有删除它")


def _plain(row: tuple[object, ...]) -> bool:
    return not any(isinstance(value, bytes | float) for value in row)


def attachments(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Files that are no longer what their SHA-256 says, and printed forms whose bytes are gone."""
    for digest, content in connection.execute("SELECT digest, content FROM attachment"):
        if not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != digest:
            yield Finding("attachment", f"佐证文件 {str(digest)[:12]}… 的内容被改动")
    for table in ("evidence", "stored_form"):
        column = "file" if table == "evidence" else "name"
        lost = f"SELECT {column} FROM {table} WHERE digest NOT IN (SELECT digest FROM attachment)"
        for (name,) in connection.execute(lost):
            yield Finding("attachment", f"“{TITLES[table]}”中“{name}”的文件不见了")


COPY: tuple[Check, ...] = (integrity, references, chain, replay)
"""What a backup must pass before it is one."""
FILE: tuple[Check, ...] = (integrity, references, schema, chain, replay, attachments)
"""What does not depend on what the rows mean."""
