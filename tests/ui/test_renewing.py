"""Figures of a large year come from a worker: typing goes on meanwhile, and the newest figures win."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest

from kpi_desktop.book import facts
from kpi_desktop.book.editions import edition_of
from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.entering import Typed, enter, rows_of
from ui import renewing, session
from ui.jobs import Jobs
from ui.renewing import Renewing
from ui.session import Session

YEAR = 2020


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def book(sample: Path, tmp_path: Path) -> Path:
    copy = tmp_path / sample.name
    copy.write_bytes(sample.read_bytes())
    return copy


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every year counts as large."""
    monkeypatch.setattr(session, "LARGE_YEAR", 0)
    monkeypatch.setattr(session, "LARGE_FILE", 0)


def typed(shown: Session, at: int, text: str):
    row = rows_of(shown.book, YEAR, "actual")[at]["id"]
    return shown.act(
        lambda opened: enter(opened, YEAR, [Typed("actual", row, "value", text)], "填写").changes, later=True
    )


def opened(qtbot, jobs: Jobs, book: Path) -> Session:
    shown = Session(jobs=jobs)
    assert shown.open(book)
    qtbot.waitUntil(lambda: shown.view is not None and not shown.waiting)
    return shown


def test_a_large_book_is_read_in_a_worker(qtbot, jobs, book, large):
    shown = Session(jobs=jobs)
    assert shown.open(book)
    assert shown.view is None and shown.waiting and shown.years == (2020, 2019)
    with qtbot.waitSignal(shown.changed):
        pass
    assert shown.view.facts == facts.load(shown.book, YEAR)
    shown.close()


def test_what_was_typed_is_written_at_once_and_its_figures_come(qtbot, jobs, book, large):
    shown = opened(qtbot, jobs, book)
    before = shown.view
    with qtbot.waitSignal(shown.changed):
        assert typed(shown, 3, "77.25")
        assert shown.view is before and shown.waiting
    assert shown.view.facts == facts.load(shown.book, YEAR) != before.facts
    shown.close()


def test_an_action_is_shown_at_once_even_while_figures_are_on_their_way(qtbot, jobs, book, large):
    shown = opened(qtbot, jobs, book)
    typed(shown, 3, "77.25")
    assert shown.waiting
    shown.act(_with_note)
    assert not shown.waiting
    assert shown.view.facts == facts.load(shown.book, YEAR)
    kept = shown.view
    qtbot.waitUntil(lambda: not jobs.words())
    assert shown.view is kept
    shown.close()


def test_the_last_of_many_is_shown(qtbot, jobs, book, large):
    shown = opened(qtbot, jobs, book)
    for at in range(6):
        typed(shown, at, f"{at + 50}.5")
    qtbot.waitUntil(lambda: not shown.waiting)
    assert shown.view.facts == facts.load(shown.book, YEAR)
    shown.undo()
    qtbot.waitUntil(lambda: not shown.waiting and shown.view.facts == facts.load(shown.book, YEAR))
    shown.close()


def test_year_and_day_that_were_chosen_last_win(qtbot, jobs, book, large):
    shown = opened(qtbot, jobs, book)
    shown.choose_day(date(YEAR, 6, 30))
    shown.choose_year(2019)
    typed(shown, 0, "8.5")
    qtbot.waitUntil(lambda: not shown.waiting)
    assert shown.view.year == 2019
    shown.choose_year(YEAR)
    qtbot.waitUntil(lambda: not shown.waiting)
    assert (shown.view.year, shown.view.day) == (YEAR, date(YEAR, 6, 30))
    assert shown.view.facts == facts.load(shown.book, YEAR)
    shown.close()


def test_another_book_in_the_middle_of_it(qtbot, jobs, book, large, tmp_path):
    other = tmp_path / "空.kpi"
    open_book(other, create=True).close()
    shown = opened(qtbot, jobs, book)
    typed(shown, 0, "8.5")
    shown.open(other)
    qtbot.waitUntil(lambda: not jobs.words())
    assert shown.view is None and shown.path == other
    shown.close()


def test_what_another_window_wrote_comes_with_f5(qtbot, jobs, book):
    shown = opened(qtbot, jobs, book)
    with open_book(book) as other:
        row = rows_of(other, YEAR, "actual")[0]["id"]
        enter(other, YEAR, [Typed("actual", row, "value", "123.5")], "填写")
        with qtbot.waitSignal(shown.changed):
            shown.refresh()
        assert shown.view.facts == facts.load(other, YEAR)
    shown.close()


def test_every_change_gives_pages_another_view(qtbot, jobs, book):
    """Also one that is in none of the facts, as an attached file."""
    shown = opened(qtbot, jobs, book)
    before = shown.view
    shown.act(lambda opened: _with_note(opened))
    assert shown.view is not before and shown.view.facts is before.facts
    shown.close()


def _with_note(opened):
    with opened.operation("记一笔") as operation:
        operation.insert("scenario", {"edition_id": edition_of(opened, YEAR).id, "name": "试", "changes": "[]"})
    return operation.changes


def test_of_what_is_asked_meanwhile_only_the_last_is_done(qtbot, jobs, monkeypatch):
    monkeypatch.setattr(renewing, "PATIENCE", 1000)
    done, go, came = [], Event(), []
    asked = Renewing(jobs, jobs)
    asked._shown = 10**9
    asked.came.connect(came.append)

    def work(name: str):
        def do():
            go.wait(5)
            done.append(name)
            return name

        return do

    for name in "abcd":
        asked.ask(work(name), name)
    go.set()
    qtbot.waitUntil(lambda: not asked.waiting)
    assert done == ["a", "d"] and came == ["d"]


def test_a_failure_is_told_and_the_next_is_begun(qtbot, jobs):
    asked = Renewing(jobs, jobs)
    failures, came = [], []
    asked.failed.connect(failures.append)
    asked.came.connect(came.append)

    def fail():
        raise ValueError("nein")

    asked.ask(fail, "a")
    asked.ask(lambda: "b", "b")
    qtbot.waitUntil(lambda: came == ["b"])
    assert [str(error) for error in failures] == ["nein"]
