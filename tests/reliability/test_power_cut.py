"""A process that is killed while it writes: what it had acknowledged is there, and nothing is half there."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kpi_desktop.book import presence
from kpi_desktop.book.book import Book
from kpi_desktop.book.facts import years
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.maintenance import backup, restore, verify
from tests.book.conftest import book, empty_book, path
from tests.reliability.writer import ROWS

__all__ = ["book", "empty_book", "path"]
ROOT = Path(__file__).resolve().parents[2]


def writer(path: Path, *arguments: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.reliability.writer", str(path), *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def killed_after(process: subprocess.Popen, lines: int) -> int:
    """Read so many acknowledgements, kill, and read what else it had got rid of; the last number acknowledged."""
    acknowledged = [int(process.stdout.readline()) for _ in range(lines)]
    process.kill()
    rest, _ = process.communicate()
    return int((rest.split("\n")[:-1] or acknowledged)[-1])


def operations_in(book: Book) -> int:
    """The counter, after checking that each operation is whole or not there."""
    with book.reading() as connection:
        numbers = [
            int(text.split("-")[0]) for (text,) in connection.execute("SELECT trigger FROM consequence").fetchall()
        ]
    found = int(years(book)[0].reason)
    assert sorted(numbers) == [number for number in range(1, found + 1) for _ in range(ROWS)]
    return found


def test_what_was_acknowledged_survives_and_nothing_is_half_there(path: Path):
    chance = random.Random(1)
    for _ in range(8):
        acknowledged = killed_after(writer(path, "endless"), chance.randint(1, 12))
        with open_book(path) as book:
            assert operations_in(book) in (acknowledged, acknowledged + 1)
    assert verify(path).ok


def hot_copy(path: Path, folder: Path, *suffixes: str) -> Path:
    """Kill a writer in the middle of a large operation; its file as copied with what lay beside it."""
    killed_after(writer(path, "endless"), 1)
    with writer(path, "within") as process:
        assert process.stdout.readline() == "inside\n"
        process.kill()
    assert path.with_name(path.name + "-journal").stat().st_size > 0, "the operation had reached the file"
    folder.mkdir()
    for suffix in ("", *suffixes):
        shutil.copy(path.with_name(path.name + suffix), folder)
    return folder / path.name


def test_killed_in_the_middle_of_a_large_operation(path: Path, tmp_path: Path):
    hot_copy(path, tmp_path / "U盘")
    with open_book(path) as book:
        assert operations_in(book) >= 1
        assert presence.others(path) == []
    assert verify(path).ok
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_copied_to_a_stick_with_its_journal(path: Path, tmp_path: Path):
    copy = hot_copy(path, tmp_path / "U盘", "-journal")
    with pytest.raises(Refusal, match="没有正常结束"):
        open_book(copy, read_only=True)
    with open_book(copy) as book:
        assert operations_in(book) >= 1
    assert verify(copy).ok


def test_copied_to_a_stick_without_its_journal_is_found_out(path: Path, tmp_path: Path):
    copy = hot_copy(path, tmp_path / "U盘")
    assert not verify(copy).ok


def test_a_book_left_open_by_a_killed_process_can_be_restored(path: Path, tmp_path: Path):
    killed_after(writer(path, "endless"), 2)
    with open_book(path) as book:
        counted = operations_in(book)
        made = backup(book, tmp_path / "备份.kpi")
    hot_copy(path, tmp_path / "U盘")
    kept = restore(path, made)
    with open_book(path) as book:
        assert operations_in(book) == counted
    with open_book(kept) as book:
        assert operations_in(book) > counted, "the old file was kept with its journal and rolls back"
