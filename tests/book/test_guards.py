"""What the file itself refuses, tried with plain SQL by a program that has switched on nothing."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.tables import ROW_TABLES
from tests.book.sample import contents, fill, finish, raw

FINAL, DRAFT = 1, 2


@pytest.fixture(scope="module")
def one_final(tmp_path_factory: pytest.TempPathFactory, empty_book: Path) -> Path:
    """A book whose edition 1 is final and whose edition 2 is in draft."""
    path = Path(shutil.copy(empty_book, tmp_path_factory.mktemp("guards")))
    with open_book(path) as book:
        finish(book, fill(book, 2024))
        fill(book, 2025)
    return path


@pytest.fixture
def guarded(one_final: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(one_final, tmp_path))


@pytest.fixture
def other(guarded: Path) -> Iterator[sqlite3.Connection]:
    """Another program on it."""
    with contextlib.closing(raw(guarded)) as connection:
        yield connection


def refused(connection: sqlite3.Connection, path: Path, statement: str, match: str = "已定稿") -> None:
    before = path.read_bytes()
    with pytest.raises(sqlite3.IntegrityError, match=match):
        connection.execute(statement)
    assert path.read_bytes() == before


@pytest.mark.parametrize("table", ROW_TABLES)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_no_row_of_a_final_year_can_be_changed(other: sqlite3.Connection, guarded: Path, table: str, recursive: str):
    other.execute(f"PRAGMA recursive_triggers={recursive}")
    columns = [row[1] for row in other.execute(f"PRAGMA table_info({table})")]
    rest = ", ".join(f'"{name}"' for name in columns if name not in ("id", "edition_id"))
    id_of = f"(SELECT min(id) FROM {table} WHERE edition_id = {FINAL})"
    everything = f"SELECT id, edition_id, {rest} FROM {table}"
    for statement in (
        f"DELETE FROM {table} WHERE edition_id = {FINAL}",
        f"DELETE FROM {table}",
        f"UPDATE {table} SET place = 99 WHERE edition_id = {FINAL}",
        f"UPDATE {table} SET edition_id = {DRAFT} WHERE edition_id = {FINAL}",
        f"UPDATE {table} SET edition_id = {FINAL} WHERE edition_id = {DRAFT}",
        f"UPDATE OR REPLACE {table} SET id = {id_of} WHERE edition_id = {DRAFT}",
        f"INSERT INTO {table} (edition_id, {rest}) SELECT {FINAL}, {rest} FROM {table} WHERE edition_id = {DRAFT}",
        f"INSERT OR REPLACE INTO {table} (id, edition_id, {rest}) {everything} WHERE edition_id = {FINAL}",
        f"INSERT OR REPLACE INTO {table} (id, edition_id, {rest}) "
        f"SELECT {id_of}, edition_id, {rest} FROM {table} WHERE edition_id = {DRAFT}",
        f"INSERT INTO {table} (id, edition_id, {rest}) {everything} WHERE edition_id = {FINAL} "
        "ON CONFLICT DO UPDATE SET place = 99",
    ):
        refused(other, guarded, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM edition WHERE id = 1",
        "UPDATE edition SET state = 'review' WHERE id = 1",
        "UPDATE edition SET result = '{}' WHERE id = 1",
        "UPDATE edition SET year = 2023 WHERE id = 1",
        "UPDATE edition SET id = 9 WHERE id = 1",
        "UPDATE OR REPLACE edition SET id = 1 WHERE id = 2",
        "UPDATE OR REPLACE edition SET year = 2024 WHERE id = 2",
        "INSERT OR REPLACE INTO edition (id, year, revision, state) VALUES (1, 2024, 1, 'draft')",
        "INSERT OR REPLACE INTO edition (id, year, revision, state) VALUES (7, 2024, 1, 'draft')",
        "INSERT INTO edition (id, year, revision, state) VALUES (1, 2024, 1, 'x') ON CONFLICT DO UPDATE SET year = 1",
    ],
)
def test_a_final_edition_stays_as_it_is(other: sqlite3.Connection, guarded: Path, statement: str):
    refused(other, guarded, statement)


@pytest.mark.parametrize("state", ["draft", "running", "assessing"])
def test_only_review_leads_to_final(other: sqlite3.Connection, guarded: Path, state: str):
    other.execute(f"UPDATE edition SET state = '{state}' WHERE id = 2")
    refused(other, guarded, "UPDATE edition SET state = 'final' WHERE id = 2", "由复核进入定稿")


def test_no_edition_is_born_final(other: sqlite3.Connection, guarded: Path):
    refused(other, guarded, "INSERT INTO edition (year, revision, state) VALUES (2030, 1, 'final')", "由复核进入定稿")


def test_results_belong_to_a_final_edition(other: sqlite3.Connection, guarded: Path):
    refused(other, guarded, "UPDATE edition SET result = '{}' WHERE id = 2", "ck_edition_result")
    refused(other, guarded, "UPDATE edition SET state = 'gone' WHERE id = 2", "ck_edition_state")


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal",
        "UPDATE journal SET author = '别人'",
        "UPDATE journal SET sequence = 100 WHERE sequence = 1",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE sequence = 1",
        "INSERT INTO journal SELECT sequence + 50, at, author, action, reason, undoes, before_hash, hash FROM journal",
        "DELETE FROM journal_change",
        "UPDATE journal_change SET after = NULL",
        "INSERT OR REPLACE INTO journal_change SELECT * FROM journal_change",
        "INSERT INTO journal_change VALUES (1, 9999, 'actual', 1, NULL, NULL)",
        "INSERT OR REPLACE INTO journal_change SELECT * FROM journal_change WHERE sequence = "
        "(SELECT max(sequence) FROM journal)",
    ],
)
def test_the_journal_only_grows(other: sqlite3.Connection, guarded: Path, statement: str, recursive: str):
    other.execute(f"PRAGMA recursive_triggers={recursive}")
    refused(other, guarded, statement, "只能追加")


def test_an_attached_file_is_kept(book, path: Path):
    edition = fill(book)
    with book.operation("佐证") as operation:
        digest = operation.attach("照片".encode())
        assert operation.attach("照片".encode()) == digest
        operation.insert("evidence", {"edition_id": edition, "file": "照片.jpg", "digest": digest})
    with contextlib.closing(raw(path)) as other:
        for statement in (
            "DELETE FROM attachment",
            "UPDATE attachment SET content = x'00'",
            "INSERT OR REPLACE INTO attachment SELECT digest, x'00' FROM attachment",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="佐证"):
                other.execute(statement)
        found = other.execute("SELECT content FROM attachment WHERE digest = ?", (digest,)).fetchall()
        assert found == [("照片".encode(),)]


def test_through_an_operation_it_is_a_refusal(book, path: Path):
    finish(book, fill(book, 2024))
    before = contents(path)
    for write in (
        lambda op: op.insert("group_", {"edition_id": 1, "name": "新", "separate": False}),
        lambda op: op.update("department", 1, {"name": "改"}),
        lambda op: op.delete("appeal", 1),
        lambda op: op.update("edition", 1, {"reason": "改"}),
    ):
        with pytest.raises(Refusal, match="已定稿"), book.operation("改") as operation:
            write(operation)
    assert contents(path) == before
