"""One cell typed into a year of 50 departments, 3,000 lines and 30,000 values, in the real window.

Measured on several pages: from Enter until the typed text is painted, until the new figures are, and the longest time
in which the window did not answer.
"""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, QTimer

from kpi_desktop.book.book import Book
from kpi_desktop.book.facts import load
from kpi_desktop.book.following import Following
from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.entering import Typed, enter, rows_of
from tests.benchmarks.large_book import YEAR, make_large_book
from tests.benchmarks.timing import interleaved
from ui.app import application
from ui.frame.window import Window
from ui.look.theme import Appearance
from ui.year import YearView

PAGES = ("overview", "targets", "supervision", "economy", "score", "awards", "blanks")
ROUNDS = 5
DAY = date(YEAR, 11, 26)


class Answering:
    """How long the window did not come back to its event loop, at the worst."""

    def __init__(self) -> None:
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst, self._last = max(self.worst, now - self._last), now

    def stop(self) -> float:
        """The longest time."""
        self._tick()
        self._timer.stop()
        return self.worst


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_large_book(tmp_path_factory.mktemp("large") / "大.kpi")


@pytest.fixture
def window(qtbot, large: Path, tmp_path: Path) -> Iterator[Window]:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    shown = Window(Appearance(application()), large)
    shown.resize(1366, 768)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: "overview" in shown.pages, timeout=20_000)
    yield shown
    shown.close()


def typed_cell(qtbot, window: Window, page: str, at: int) -> tuple[float, float, float]:
    """Seconds until the cell is saved and painted, until the figures are, and of the longest silence."""
    session = window.desk.session
    row, before = rows_of(session.book, YEAR, "actual")[at]["id"], session.view
    answering, begun = Answering(), time.perf_counter()
    typed = [Typed("actual", row, "value", f"{at + 1}.5")]
    assert session.act(lambda book: enter(book, YEAR, typed, "填写 实绩").changes, later=True)
    window.repaint()
    saved = time.perf_counter() - begun
    shown = window.pages[page]
    qtbot.waitUntil(lambda: session.view is not before and shown.view is session.view, timeout=20_000)
    window.repaint()
    QCoreApplication.sendPostedEvents()
    return saved, time.perf_counter() - begun, answering.stop()


def test_one_cell_on_every_page(benchmark, qtbot, window) -> None:
    found: dict[str, tuple[float, ...]] = {}

    def all_pages() -> None:
        at = 0
        for page in PAGES:
            window.desk.visit((page,))
            times = []
            for _ in range(ROUNDS):
                at += 1
                times.append(typed_cell(qtbot, window, page, at))
            found[page] = tuple(sorted(each)[ROUNDS // 2] for each in zip(*times, strict=True))

    benchmark.pedantic(all_pages, rounds=1)
    for page, (saved, figures, silent) in found.items():
        benchmark.extra_info[page] = (saved, figures, silent)
        print(f"\n{page}: saved {saved * 1000:.0f} ms, figures {figures * 1000:.0f} ms, silent {silent * 1000:.0f} ms")


def test_what_following_the_journal_saves(benchmark, large: Path, tmp_path: Path) -> None:
    """One changed cell: the facts patched and scored again, beside the year read and scored anew."""
    copy = tmp_path / "copy.kpi"
    copy.write_bytes(large.read_bytes())
    with open_book(copy) as book:
        kept = Following(book)
        shown = [YearView.of(kept.facts(YEAR), DAY)]
        shown[0].ask_ahead()
        rows = rows_of(book, YEAR, "actual")
        cells = iter(range(len(rows)))

        def follow() -> None:
            shown[0] = YearView.of(kept.facts(YEAR), DAY, shown[0])
            shown[0].ask_ahead()

        def anew() -> None:
            YearView.of(load(book, YEAR), DAY).ask_ahead()

        def change_and(work) -> None:
            _change(book, rows[next(cells)]["id"])
            work()

        contestants = {
            "change": lambda: change_and(lambda: None),
            "change, follow": lambda: change_and(follow),
            "change, anew": lambda: change_and(anew),
        }
        found = benchmark.pedantic(interleaved, args=(contestants, ROUNDS), rounds=1)
        follow()
        assert shown[0].facts == load(book, YEAR)
    benchmark.extra_info.update(found)
    print("\n" + ", ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in found.items()))
    assert found["change, follow"] < found["change, anew"] / 1.5


def _change(book: Book, row: int) -> None:
    assert enter(book, YEAR, [Typed("actual", row, "value", "8.25")], "填写 实绩").changes
