"""The entry grid with 100,000 rows: frames and filters beside a bare `QTableView` over the same model, in turns."""

import random
import time
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QTableView

from kpi_desktop.book.book import Book
from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.columns_scheme import measured
from kpi_desktop.exchange.entering import Typed, enter, rows_of
from kpi_desktop.office.rows import RowChanges, apply_rows
from tests.benchmarks.timing import interleaved
from ui.app import application
from ui.grid.entry import EntryCell, EntryColumn, EntryGrid, EntryRow, EntrySource
from ui.look.theme import Appearance

ROWS, MONTHS = 100_000, 12
ROUNDS = 15


class LargeSource(EntrySource):
    """Figures of so many departments, one column a month."""

    def __init__(self) -> None:
        super().__init__()
        chance = random.Random(8)
        field = measured("数值", "value")
        self._columns = [
            EntryColumn("name", "部门", 160, frozen=True),
            *(EntryColumn(f"m{month}", f"{month}月", right=True, field=field) for month in range(1, MONTHS + 1)),
        ]
        months = range(1, MONTHS + 1)
        self._rows = [
            EntryRow(
                at,
                {
                    "name": EntryCell(f"部门{at:06}"),
                    **{f"m{month}": EntryCell(f"{chance.randint(0, 999999) / 100:.2f}") for month in months},
                },
            )
            for at in range(ROWS)
        ]

    def columns(self) -> list[EntryColumn]:
        return self._columns

    def rows(self) -> list[EntryRow]:
        return self._rows


@pytest.fixture(scope="module")
def source(qapp) -> LargeSource:
    Appearance(application())
    return LargeSource()


@pytest.fixture
def grid(qtbot, source) -> EntryGrid:
    made = EntryGrid("实绩")
    made.set_source(source)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    made.show()
    return made


@pytest.fixture
def bare(qtbot, grid) -> QTableView:
    """A table view with Qt's own delegate over the grid's model, the same size, rows and columns."""
    made = QTableView()
    made.setModel(grid.model)
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.verticalHeader().setDefaultSectionSize(grid.view.row_height)
    made.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    for at, column in enumerate(grid.model.columns):
        made.setColumnWidth(at, column.width)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    made.show()
    return made


def scroll(view: QTableView) -> None:
    """Three rows further, as one notch of the wheel, and what that uncovers painted."""
    bar = view.verticalScrollBar()
    bar.setValue((bar.value() + 3 * 27) % bar.maximum())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)


def page(view: QTableView) -> None:
    """A whole screen further, everything painted anew."""
    bar = view.verticalScrollBar()
    bar.setValue((bar.value() + view.viewport().height()) % bar.maximum())
    view.viewport().repaint()


def test_frames(benchmark, grid, bare) -> None:
    contestants = {
        "grid, notch": lambda: scroll(grid.view),
        "bare, notch": lambda: scroll(bare),
        "grid, page": lambda: page(grid.view),
        "bare, page": lambda: page(bare),
    }
    found = benchmark.pedantic(interleaved, args=(contestants, ROUNDS), rounds=1)
    notch, whole_page = found["grid, notch"] / found["bare, notch"], found["grid, page"] / found["bare, page"]
    benchmark.extra_info.update(found, notch=notch, page=whole_page)
    print(f"\nframes {milliseconds(found)}; grid / bare: notch {notch:.2f}, page {whole_page:.2f}")
    assert found["grid, notch"] < 0.033


def test_filter_and_sort(benchmark, grid, bare) -> None:
    """The same filter on the same model, once shown by the grid and once by the bare view alone."""
    model = grid.model
    words = iter(range(10**6))

    def by_grid() -> None:
        grid.filter_by("name", f"{next(words) % 90 + 10}")
        grid.view.viewport().repaint()

    def by_bare() -> None:
        model.filters["name"] = f"{next(words) % 90 + 10}"
        model.arrange()
        bare.viewport().repaint()

    def sort_by_grid() -> None:
        grid.sort_by("m3")
        grid.view.viewport().repaint()

    grid.filter_by("name", "1")
    grid.clear_filters()
    found = benchmark.pedantic(interleaved, args=({"grid": by_grid, "bare": by_bare}, ROUNDS), rounds=1)
    grid.clear_filters()
    sorting = interleaved({"sort": sort_by_grid}, 6)
    compared = timed(lambda: grid.filter_by("m3", "<95"))
    ratio = found["grid"] / found["bare"]
    benchmark.extra_info.update(found, ratio=ratio, **sorting, compared=compared)
    print(
        f"\nfilter {milliseconds(found)}: grid / bare {ratio:.2f}; sort {milliseconds(sorting)}; "
        f"first filter by size {compared * 1000:.0f} ms"
    )
    assert found["grid"] < 0.5


def test_keys(benchmark, grid) -> None:
    """One press of an arrow far down, painted: what a held key feels like."""
    grid.view.go(ROWS // 2, 3)

    def press() -> None:
        QTest.keyClick(grid.view, Qt.Key.Key_Down)
        grid.view.viewport().repaint()

    found = benchmark.pedantic(interleaved, args=({"down": press}, 50), rounds=1)
    benchmark.extra_info.update(found)
    print(f"\nkey {milliseconds(found)}")


def milliseconds(found: dict[str, float]) -> str:
    return ", ".join(f"{name} {seconds * 1000:.2f} ms" for name, seconds in found.items())


def timed(run) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def test_one_cell_of_a_large_year(benchmark, tmp_path) -> None:
    """One value typed into a year of 3,000 targets and 30,000 values: read, judged, written down, safely on disk."""
    with open_book(tmp_path / "large.kpi", create=True) as book:
        fill(book)
        rows = rows_of(book, 2020, "actual")
        texts = iter(range(1, 10**6))

        def cell() -> None:
            entered = enter(book, 2020, [Typed("actual", rows[500]["id"], "value", f"{next(texts)}.5")], "填写 实绩")
            assert entered.changes and not entered.problems

        def block() -> None:
            text = f"{next(texts)}.5"
            assert enter(book, 2020, [Typed("actual", row["id"], "value", text) for row in rows[:500]], "粘贴").changes

        found = benchmark.pedantic(interleaved, args=({"cell": cell, "block of 500": block}, ROUNDS), rounds=1)
    benchmark.extra_info.update(found)
    print(f"\nentering {milliseconds(found)}")


def fill(book: Book) -> None:
    """50 departments, 60 indicators laid on each, ten months reported."""
    departments, indicators = [f"D{n:03}" for n in range(50)], [f"E{n:02}" for n in range(60)]
    pairs = [{"indicator": code, "department": department} for code in indicators for department in departments]
    rule = {"rule": "completion", "params": "", "accumulation": "cumulative", "cadence": "month"}
    tables = {
        "group_": [{"name": "一组", "separate": False}],
        "category": [{"name": "经济指标", "kind": "scored", "economic": True}],
        "department": [
            {"code": code, "name": code, "group": "一组", "takes_part": True, "headcount": Decimal(10)}
            for code in departments
        ],
        "indicator": [
            {"code": code, "name": code, "category": "经济指标", "unit": "亿元", "key": False, **rule}
            for code in indicators
        ],
        "target": [{**pair, "points": Decimal(1), "base": Decimal(100), "multiplier": Decimal(1)} for pair in pairs],
        "actual": [
            {**pair, "month": month, "value": Decimal(month) * 8, "basis": "confirmed"}
            for pair in pairs
            for month in range(1, 11)
        ],
    }
    apply_rows(book, 2020, [RowChanges(table, rows) for table, rows in tables.items()], "导入")
