"""The sample zone as a book: two years of workbooks, read by the same importer that users use."""

from collections.abc import Callable
from pathlib import Path

from kpi_desktop.book.book import Book
from kpi_desktop.book.files import discard
from kpi_desktop.book.location import locate
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.importing import carry_out, plan_import
from kpi_desktop.office import course
from kpi_desktop.office.carrying import carry_over

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
FIRST_YEAR, LAST_YEAR = 2019, 2020
AUTHOR = "督查室"

Progress = Callable[[int, int, str], None]


def make_sample(location: str | Path, progress: Progress = lambda done, total, name: None) -> Path:
    """Make the sample zone as a new book at `location`; where it is. All of it or nothing.

    2019 goes through its whole course to 定稿, its unfinished work is carried into 2020 by the program itself, and 2020
    is left in 考核 with the gaps that an office would still have. Refusal where there is a file already.
    """
    place = locate(location)
    if place.exists():
        raise Refusal(f"“{place}”已经存在。", "请换一个文件名，或直接打开它。")
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open_book(place, create=True, author=AUTHOR) as book:
            _fill(book, progress)
    except BaseException:
        discard(place)
        raise
    return place


def _fill(book: Book, progress: Progress) -> None:
    steps: list[tuple[str, Callable[[], object]]] = [
        ("导入 2019 年度", lambda: _import(book, FIRST_YEAR)),
        ("2019 年度定稿", lambda: _move(book, FIRST_YEAR, "running", "assessing", "review", "final")),
        ("2019 年未完事项结转", lambda: carry_over(book, FIRST_YEAR)),
        ("导入 2020 年度", lambda: _import(book, LAST_YEAR)),
        ("2020 年度进入考核", lambda: _move(book, LAST_YEAR, "running", "assessing")),
    ]
    for done, (name, step) in enumerate(steps):
        progress(done, len(steps), name)
        step()
    progress(len(steps), len(steps), "完成")


def _import(book: Book, year: int) -> None:
    plan = plan_import(book, SAMPLE / f"{year}.xlsx")
    carry_out(book, plan)


def _move(book: Book, year: int, *states: str) -> None:
    for state in states:
        course.move(book, year, state)
