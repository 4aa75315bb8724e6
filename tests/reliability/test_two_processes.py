"""One book, two processes."""

import shutil
from pathlib import Path

import pytest

from kpi_desktop.book import presence
from kpi_desktop.book.editions import add_edition, years
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.maintenance import backup, restore, verify
from tests.book.conftest import book, empty_book, path
from tests.reliability.test_power_cut import killed_after, operations_in, writer

__all__ = ["book", "empty_book", "path"]


def told(process) -> str:
    return process.stdout.readline().strip()


def tell(process) -> None:
    process.stdin.write("\n")
    process.stdin.flush()


def test_two_writers_take_turns_and_lose_nothing(path: Path):
    with open_book(path) as book, book.operation("新建") as operation:
        add_edition(operation, 2025)
    with writer(path, "counted", "30") as first, writer(path, "counted", "30") as second:
        assert (told(first), told(second)) == ("ready", "ready")
        tell(first)
        tell(second)
        assert (told(first), told(second)) == ("done", "done")
    with open_book(path) as book:
        assert years(book)[0].reason == "60"
    assert verify(path).ok


def test_while_one_writes_the_other_reads_and_is_told_who_writes(path: Path):
    killed_after(writer(path, "endless"), 1)
    with open_book(path, patience_ms=20) as book, writer(path, "within") as other:
        before = operations_in(book)
        assert told(other) == "inside"
        assert [holder.pid for holder in presence.others(path)] == [other.pid]
        with pytest.raises(Refusal, match="占用") as caught, book.operation("改"):
            pass
        assert presence.user_name() in caught.value.message
        tell(other)
        assert told(other) == "committed"
        assert years(book)[0].reason == "1000000"
        assert before >= 1


def test_a_small_operation_of_another_does_not_disturb_reading(path: Path, tmp_path: Path):
    """Until it commits, a small operation stays in memory: the file may be read, copied and backed up."""
    with open_book(path) as book, writer(path, "counted", "1") as other:
        assert told(other) == "ready"
        with book.reading() as connection:
            seen = years(connection)
            tell(other)
            assert years(connection) == seen
            shutil.copy(path, tmp_path / "副本.kpi")
        assert told(other) == "done"
        assert years(book)[0].reason == "1"
        made = backup(book, tmp_path / "备份.kpi")
    assert verify(made).ok
    with open_book(tmp_path / "副本.kpi") as copy:
        assert years(copy) == seen


def test_a_book_that_another_process_has_open_is_not_replaced(path: Path, tmp_path: Path):
    with open_book(path) as book:
        made = backup(book, tmp_path / "备份.kpi")
    with writer(path, "counted", "0") as other:
        assert told(other) == "ready"
        with pytest.raises(Refusal, match=presence.user_name()):
            restore(path, made)
        tell(other)
        assert told(other) == "done"
    restore(path, made)
