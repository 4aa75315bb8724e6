"""Facts patched from the journal are the facts of the book, whatever was done to it."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi_desktop.book import following
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import edition_of, years
from kpi_desktop.book.facts import KINDS, load, rows
from kpi_desktop.book.following import Following
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.importing import carry_out, plan_import
from kpi_desktop.exchange.sample import SAMPLE, make_sample
from kpi_desktop.office.carrying import carry_over
from kpi_desktop.office.undo import redo, undo
from kpi_desktop.office.years import move_year

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them

YEAR = 2020
TABLES = [*(table for table, _ in KINDS.values()), "setting"]
Step = Callable[[Book], object]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("zone") / "高新区.kpi")


@contextlib.contextmanager
def opened(sample: Path, folder: Path) -> Iterator[Book]:
    copy = Path(shutil.copy(sample, folder / "copy.kpi"))
    with open_book(copy) as book:
        yield book
    copy.unlink()


def stored(book: Book, table: str, year: int = YEAR) -> list[dict]:
    with book.reading() as connection:
        return rows(connection, table, edition_of(connection, year).id)


def copied_value(table: str, at: int, column: int, other: int) -> Step:
    """A column of a row gets what it is in another row."""

    def step(book: Book) -> None:
        if found := stored(book, table):
            row, source = found[at % len(found)], found[other % len(found)]
            names = sorted(row.keys() - {"id", "edition_id"})
            name = names[column % len(names)]
            with book.operation("改") as operation:
                operation.update(table, row["id"], {name: source[name]})

    return step


def removed(table: str, at: int) -> Step:
    def step(book: Book) -> None:
        if found := stored(book, table):
            with book.operation("删") as operation:
                operation.delete(table, found[at % len(found)]["id"])

    return step


def added(table: str, at: int, column: int, place: int) -> Step:
    """A row again, with a new name, somewhere in its sheet."""

    def step(book: Book) -> None:
        if found := stored(book, table):
            row = found[at % len(found)]
            texts = sorted(name for name, value in row.items() if isinstance(value, str) and name != "rule")
            new = {texts[column % len(texts)]: f"新{place}"} if texts else {}
            with book.operation("增") as operation:
                operation.insert(table, {**row, **new, "id": None, "place": place})

    return step


def imported(book: Book) -> None:
    carry_out(book, plan_import(book, SAMPLE / f"{YEAR}.xlsx"))


def moved(year: int, to: str) -> Step:
    return lambda book: move_year(book, year, to, reason="复核后退回")


ROW, COLUMN = st.integers(0, 900), st.integers(0, 20)
STEPS = st.one_of(
    st.builds(copied_value, st.sampled_from(TABLES), ROW, COLUMN, ROW),
    st.builds(removed, st.sampled_from(TABLES), ROW),
    st.builds(added, st.sampled_from(TABLES), ROW, COLUMN, st.integers(1, 900)),
    st.sampled_from([undo, undo, redo]),
    st.sampled_from([imported, lambda book: carry_over(book, YEAR)]),
    st.builds(moved, st.sampled_from([2019, YEAR]), st.sampled_from(["draft", "running", "review"])),
)


def assert_followed(book: Book, kept: Following) -> None:
    for year in {edition.year for edition in years(book)}:
        try:
            expected = load(book, year)
        except Refusal:  # a rule without its parameters
            with pytest.raises(Refusal):
                kept.facts(year)
        else:
            assert kept.facts(year) == expected
            assert kept.facts(year) is kept.facts(year)


@pytest.mark.parametrize("limits", [(following.MOST_ENTRIES, following.MOST_ROWS), (3, 5)])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(STEPS, st.booleans()), min_size=1, max_size=14))
def test_what_is_followed_is_what_is_loaded(sample: Path, tmp_path: Path, monkeypatch, limits, steps):
    monkeypatch.setattr(following, "MOST_ENTRIES", limits[0])
    monkeypatch.setattr(following, "MOST_ROWS", limits[1])
    with opened(sample, tmp_path) as book:
        kept = Following(book)
        for step, looked_at in steps:
            with contextlib.suppress(Refusal):
                step(book)
            if looked_at:
                assert_followed(book, kept)
        assert_followed(book, kept)


def test_one_cell_leaves_every_other_value_the_very_same(sample: Path, tmp_path: Path):
    with opened(sample, tmp_path) as book:
        kept = Following(book)
        before = kept.facts(YEAR)
        copied_value("actual", 3, 7, 700)(book)
        after = kept.facts(YEAR)
        assert after == load(book, YEAR) != before
        assert sum(a is not b for a, b in zip(before.actuals, after.actuals, strict=True)) == 1
        assert all(getattr(after, field) is getattr(before, field) for field in KINDS if field != "actuals")
        assert after.settings is before.settings


def test_a_year_that_is_not_there_is_refused(sample: Path, tmp_path: Path):
    with opened(sample, tmp_path) as book, pytest.raises(Refusal):
        Following(book).facts(1999)


def test_what_another_window_wrote_is_followed_too(sample: Path, tmp_path: Path):
    with opened(sample, tmp_path) as book, open_book(book.path) as other:
        kept = Following(book)
        before = kept.facts(YEAR)
        removed("explanation", 0)(other)
        assert len(kept.facts(YEAR).explanations) == len(before.explanations) - 1


def test_forgotten_facts_are_read_again(sample: Path, tmp_path: Path):
    with opened(sample, tmp_path) as book:
        kept = Following(book)
        before = kept.facts(YEAR)
        kept.forget()
        assert kept.facts(YEAR) == before
        assert kept.facts(YEAR) is not before
