"""The book: reading rows into values beside raw sqlite3, and writing an import with its journal."""

import contextlib
import functools
import sqlite3
import time
from decimal import Decimal
from pathlib import Path

import pytest

from kpi_desktop.assessment.facts import Actual
from kpi_desktop.assessment.resting import collector_resting
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import add_edition
from kpi_desktop.book.facts import load
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.reading import columns_of, values_of
from kpi_desktop.office.undo import undo
from tests.benchmarks.timing import interleaved

ROWS = 30_000
MOST = 2.0
"""How many times as long as raw sqlite3 reading into values may take."""
LONGEST_IMPORT = 2.0
"""Seconds."""
COLUMNS = ("indicator", "department", "month", "value", "basis", "analysis", "countermeasure")
RAW = f"SELECT {', '.join(COLUMNS)} FROM actual WHERE edition_id = 1 ORDER BY place, id"


@pytest.fixture
def book(tmp_path: Path):
    with open_book(tmp_path / "台账.kpi", create=True) as opened:
        yield opened


def import_rows(book: Book) -> float:
    """A year of 30,000 monthly values in one operation; the seconds it took."""
    rows = [
        {
            "edition_id": 1,
            "indicator": f"E{number % 300:03}",
            "department": f"D{number // 3600}",
            "month": number // 300 % 12 + 1,
            "value": Decimal(number) / 100,
            "basis": "confirmed",
        }
        for number in range(ROWS)
    ]
    begun = time.perf_counter()
    with book.operation("导入") as operation:
        add_edition(operation, 2025)
        operation.insert("category", {"edition_id": 1, "name": "经济", "kind": "scored", "economic": True})
        operation.insert_many(
            "indicator",
            (
                {
                    "edition_id": 1,
                    "code": f"E{number:03}",
                    "name": "指标",
                    "category": "经济",
                    "rule": "completion",
                    "params": "",
                    "accumulation": "sum",
                    "cadence": "month",
                    "key": False,
                }
                for number in range(300)
            ),
        )
        operation.insert_many("actual", rows)
    return time.perf_counter() - begun


def read_values(book: Book) -> tuple[Actual, ...]:
    """What `load` does for one table."""
    with book.reading() as connection, collector_resting():
        return values_of(Actual, columns_of(connection, "actual", 1, COLUMNS))


def test_values_beside_raw_rows(benchmark, book: Book):
    import_rows(book)
    with contextlib.closing(sqlite3.connect(book.path)) as raw:
        contestants = {
            "raw": lambda: raw.execute(RAW).fetchall(),
            "values": functools.partial(read_values, book),
            "whole year": functools.partial(load, book, 2025),
        }
        assert [(value.indicator, value.month) for value in read_values(book)] == [
            (row[0], row[2]) for row in contestants["raw"]()
        ]
        found = benchmark.pedantic(interleaved, args=(contestants, 15), rounds=1)
    ratio = found["values"] / found["raw"]
    benchmark.extra_info.update(found, ratio=ratio)
    print(f"\nreading {ROWS} rows {found}: values take {ratio:.2f} times raw sqlite3")
    assert ratio <= MOST


def test_an_import_with_its_journal(benchmark, book: Book):
    taken = benchmark.pedantic(import_rows, args=(book,), rounds=1)
    begun = time.perf_counter()
    assert undo(book)
    undone = time.perf_counter() - begun
    benchmark.extra_info.update(imported=taken, undone=undone)
    print(f"\n{ROWS} rows imported in {taken:.2f} s, undone in {undone:.2f} s")
    assert taken < LONGEST_IMPORT


def test_opening_and_making_a_book(benchmark, tmp_path: Path):
    names = iter(range(100))

    def make() -> None:
        open_book(tmp_path / f"{next(names)}.kpi", create=True).close()

    make()
    contestants = {"made": make, "opened": lambda: open_book(tmp_path / "0.kpi").close()}
    found = benchmark.pedantic(interleaved, args=(contestants, 9), rounds=1)
    benchmark.extra_info.update(found)
    print(f"\na book {found}")
