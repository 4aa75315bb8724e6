"""The journal: the chain worked out by hand, the history of rows, and every kind of tampering."""

import contextlib
import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from kpi_desktop.book import journal, verify
from kpi_desktop.book.editions import add_edition
from tests.book.sample import fill, finish, raw


def test_the_hash_is_sha256_of_the_entry_and_its_changes_line_by_line(book, path: Path):
    with book.operation("开年", reason="新") as op:
        add_edition(op, 2025)
    with contextlib.closing(raw(path)) as other:
        sequence, at, author, action, reason, undoes, before, found = other.execute("SELECT * FROM journal").fetchone()
        ((table, row_id, old, new),) = other.execute("SELECT table_name, row_id, before, after FROM journal_change")
    row = '{"id":1,"reason":null,"result":null,"revision":1,"state":"draft","supersedes":null,"year":2025}'
    assert (sequence, author, action, reason, undoes, before) == (1, "李四", "开年", "新", None, "0" * 64)
    assert (table, row_id, old, new) == ("edition", 1, None, row)
    lines = f'["{"0" * 64}",1,"{at}","李四","开年","新",null]\n["edition",1,null,{json.dumps(row)}]'
    assert hashlib.sha256(lines.encode()).hexdigest() == found
    assert journal.head(book) == (1, found)


def test_the_head_of_a_new_book(book):
    assert journal.head(book) == (0, journal.GENESIS)


def test_each_entry_names_the_one_before(book, path: Path):
    fill(book, 2024)
    fill(book, 2025)
    with contextlib.closing(raw(path)) as other:
        first, second = journal.entries(other)
    assert (first.before_hash, second.before_hash) == (journal.GENESIS, first.hash)
    assert journal.head(book) == (2, second.hash)


def test_the_history_of_a_row_newest_first(book):
    fill(book)
    with book.operation("改名") as op:
        op.update("department", 2, {"name": "综合办"})
    with book.operation("改别的") as op:
        op.update("department", 1, {"name": "投促局"})
    changed, made = journal.history(book, "department", 2)
    assert (changed.entry.action, changed.before["name"], changed.after["name"]) == ("改名", "办公室", "综合办")
    assert (made.entry.action, made.before, made.after["code"]) == ("导入", None, "D01")
    assert len(journal.history(book, "department")) == 5
    assert len(journal.history(book, limit=2)) == 2
    assert [event.entry.sequence for event in journal.history(book, before=2, limit=3)] == [1, 1, 1]


def test_a_deleted_row_keeps_its_history(book):
    fill(book)
    with book.operation("删") as op:
        op.delete("appeal", 1)
    deleted = journal.history(book, "appeal", 1)[0]
    assert (deleted.after, deleted.before["claim"]) == (None, "进度有误")


def unguarded(path: Path) -> sqlite3.Connection:
    """A forger, who drops the guards first."""
    connection = raw(path)
    triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    connection.executescript("BEGIN;" + "".join(f"DROP TRIGGER {name};" for (name,) in triggers) + "COMMIT;")
    return connection


FORGERIES = {
    "UPDATE journal SET author = '别人' WHERE sequence = 2": {"chain"},
    "UPDATE journal SET at = '2020-01-01' WHERE sequence = 1": {"chain"},
    "UPDATE journal SET reason = '补' WHERE sequence = 3": {"chain"},
    "UPDATE journal_change SET after = replace(after, '办公室', '办公厅')": {"chain", "replay"},
    "DELETE FROM journal WHERE sequence = 2": {"chain", "references"},
    "DELETE FROM journal_change WHERE sequence = 3 AND place = 1": {"chain", "replay"},
    "UPDATE journal_change SET place = place + 100 WHERE sequence = 3 AND place = 1": {"chain"},
    "DELETE FROM journal_change WHERE sequence = 4": {"chain", "replay"},
    "UPDATE department SET name = '办公厅' WHERE id = 2": {"replay"},
    "UPDATE target SET base = '9' WHERE id = 1": {"replay"},
    "UPDATE target SET base = 2.3 WHERE id = 1": set(),  # text affinity makes it the same text again
    "DELETE FROM appeal": {"replay"},
    "INSERT INTO group_ VALUES (50, 1, 50, '假', 0, NULL)": {"replay"},
    "UPDATE edition SET state = 'draft', result = NULL": {"replay"},
}


@pytest.mark.parametrize(("forgery", "kinds"), FORGERIES.items())
def test_a_forgery_is_found(book, path: Path, forgery: str, kinds: set[str]):
    edition = fill(book)
    with book.operation("改") as op:
        op.update("department", 1, {"name": "投促局"})
        op.update("department", 2, {"head": "赵六"})
    finish(book, edition)
    with contextlib.closing(unguarded(path)) as forger:
        forger.execute(forgery)
        found = verify.run(forger, verify.FILE)
        assert {finding.kind for finding in found} == kinds | {"schema"}
        assert {finding.kind for finding in verify.run(forger, verify.COPY)} == kinds


def test_an_untouched_book_has_no_findings(book, path: Path):
    finish(book, fill(book))
    with contextlib.closing(raw(path)) as other:
        assert verify.run(other, verify.FILE) == []
