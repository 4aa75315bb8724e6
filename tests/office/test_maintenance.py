"""校验, 备份, 恢复 as a person meets them. What is found exactly: tests/book/test_journal.py, test_backup.py."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.verify import MOST, Finding
from kpi_desktop.office.maintenance import backup, restore, verify
from tests.book.sample import contents, fill, finish, image, raw


def forge(path: Path, *statements: str) -> None:
    """Another program writes, past the guards where there are some."""
    with contextlib.closing(raw(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            connection.execute(statement)


def kinds(path: Path) -> set[str]:
    return {finding.kind for finding in verify(path).findings}


def test_a_sound_book(book, path: Path):
    finish(book, fill(book))
    found = verify(book)
    assert found.ok
    assert found.findings == ()


def test_by_its_path_and_leaving_everything_as_it_is(book, path: Path):
    fill(book)
    book.close()
    before = image(path.parent)
    assert verify(path).ok
    assert verify(f"sqlite:///{path}").ok
    assert image(path.parent) == before


def test_a_file_that_cannot_be_opened_is_a_finding(tmp_path: Path):
    assert not verify(tmp_path / "没有.kpi").ok
    (tmp_path / "空.kpi").write_bytes(b"")
    (finding,) = verify(tmp_path / "空.kpi").findings
    assert finding.kind == "file"
    assert "0 字节" in finding.message


FOUND = {
    "UPDATE department SET headcount = '12.50' WHERE id = 1": {"stored", "replay"},
    "UPDATE department SET headcount = 'zwölf' WHERE id = 1": {"stored", "replay"},
    "UPDATE department SET takes_part = 'ja' WHERE id = 1": {"stored", "replay"},
    "UPDATE task SET due = '2025-02-30'": {"stored", "replay"},
    "UPDATE indicator SET params = '封顶=多'": {"stored", "replay"},
    "UPDATE indicator SET rule = 'guess'": {"stored", "replay"},
    "UPDATE actual SET department = 'D77' WHERE id = 1": {"codes", "replay"},
    "UPDATE rating SET rater_department = 'D77'": {"codes", "replay"},
    "UPDATE verdict SET subject = 'E77'": {"codes", "replay"},
    "UPDATE grade_decision SET grade = '特优'": {"codes", "replay"},
    "UPDATE task SET partners = 'D02、D77'": {"codes", "replay"},
    "UPDATE indicator SET code = 'T01'": {"codes", "replay", "references"},
    "UPDATE department SET \"group\" = '没有' WHERE id = 1": {"references", "replay"},
    "DROP TRIGGER actual_final_update": {"schema"},
    "CREATE TABLE notes (text)": {"schema"},
    "DROP INDEX ix_journal_change_row": {"schema"},
    "INSERT INTO attachment VALUES ('00', x'01')": {"attachment"},
    "INSERT INTO attachment VALUES ('00', 'text')": {"attachment"},
    "DROP TABLE appeal": {"schema", "file"},
}


@pytest.mark.parametrize(("statement", "expected"), FOUND.items())
def test_what_another_program_did_is_found(book, path: Path, statement: str, expected: set[str]):
    fill(book)
    forge(path, statement)
    assert kinds(path) == expected


def test_a_changed_guard_is_found(book, path: Path):
    forge(
        path,
        "DROP TRIGGER journal_append_delete",
        "CREATE TRIGGER journal_append_delete BEFORE DELETE ON journal WHEN false BEGIN SELECT 1; END",
    )
    (finding,) = verify(path).findings
    assert "journal_append_delete" in finding.message
    assert "改动" in finding.message


def test_many_findings_of_one_kind_are_counted(book, path: Path):
    forge(path, "CREATE TABLE numbers (n)", *(f"CREATE TABLE junk{n} (x)" for n in range(MOST + 4)))
    found = verify(path).findings
    assert len(found) == MOST + 1
    assert "5 处" in found[-1].message


def test_checks_of_what_is_computed_run_on_a_sound_book_only(book, path: Path):
    fill(book)
    wrong = Finding("sums", "总分不符")
    assert verify(book, also=[lambda opened: [wrong], lambda opened: []]).findings == (wrong,)
    forge(path, "UPDATE appeal SET claim = '改'")
    assert {finding.kind for finding in verify(book, also=[lambda opened: [wrong]]).findings} == {"replay"}


def test_a_write_that_a_power_cut_interrupted_is_undone_before_verifying(book, path: Path):
    fill(book)
    book.close()
    saved = contents(path)
    copied = path.with_name("stick.kpi")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE junk (text)")
        writer.executemany("INSERT INTO junk VALUES (?)", [("x" * 3000,)] * 100)
        copied.write_bytes(path.read_bytes())
        copied.with_name("stick.kpi-journal").write_bytes(path.with_name(path.name + "-journal").read_bytes())
        writer.execute("ROLLBACK")
    assert verify(copied).ok
    assert contents(copied) == saved


def test_backup_and_restore(book, path: Path, tmp_path: Path):
    fill(book)
    saved = contents(path)
    made = backup(book, tmp_path / "备份.kpi")
    assert verify(made).ok
    with book.operation("删") as operation:
        operation.delete("appeal", 1)
    with pytest.raises(Refusal, match="还开着"):
        restore(path, made)
    book.close()
    kept = restore(path, made)
    assert contents(path) == saved
    assert verify(path).ok
    assert verify(kept).ok
