"""Whatever is done to tasks in whatever order: the book stays sound, and all of it can be undone."""

import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi_desktop.book import facts, journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office import appeals, directives, explaining, supervision
from kpi_desktop.office.maintenance import verify
from kpi_desktop.office.undo import undo
from tests.assessment.build import on
from tests.book.sample import contents
from tests.office.zone import YEAR, store

TASKS = st.sampled_from(["T1", "T2", "T3", "T9"])
DAYS = st.dates(on("2020-01-01"), on("2021-02-01"))
WORDS = st.sampled_from(["", " ", "会议纪要", "雨季“停工”"])
SHARES = st.none() | st.decimals(0, 1, places=2)


def issue(book: Book, day: date) -> None:
    for each in directives.work_of_the_day(facts.load(book, 2020), day)[:1]:
        directives.issue(book, 2020, each.draft)


def finish(book: Book, task: str, day: date, note: str) -> None:
    supervision.finish_task(book, 2020, task, day, without_evidence=note)


def reply(book: Book, place: int, day: date, text: str) -> None:
    directives.reply(book, 2020, place, day, text)


def decide(book: Book, text: str, points: Decimal | None) -> None:
    appeals.raise_appeal(book, 2020, "D2", "T2", text, on("2021-01-08"))
    number = facts.load(book, 2020).appeals[-1].number
    appeals.decide(book, 2020, number, "采纳", text, on("2021-01-09"), "加分" if points else None, points)


ACTIONS = st.one_of(
    st.tuples(st.just(lambda b, *a: supervision.report_progress(b, 2020, *a)), TASKS, DAYS, SHARES, WORDS),
    st.tuples(st.just(lambda b, *a: supervision.extend_task(b, 2020, *a)), TASKS, DAYS, WORDS),
    st.tuples(st.just(lambda b, *a: supervision.submit_task(b, 2020, *a)), TASKS),
    st.tuples(
        st.just(lambda b, t, d, w: supervision.finish_task(b, 2020, t, d, without_evidence=w)), TASKS, DAYS, WORDS
    ),
    st.tuples(st.just(lambda b, *a: supervision.suspend_task(b, 2020, *a)), TASKS, WORDS),
    st.tuples(st.just(lambda b, *a: supervision.cancel_task(b, 2020, *a)), TASKS, WORDS),
    st.tuples(st.just(lambda b, *a: supervision.resume_task(b, 2020, *a)), TASKS, WORDS),
    st.tuples(st.just(lambda b, t, d: supervision.finish_milestone(b, 2020, t, "封顶", d)), TASKS, st.none() | DAYS),
    st.tuples(st.just(issue), DAYS),
    st.tuples(st.just(reply), st.integers(0, 3), DAYS, WORDS),
    st.tuples(st.just(decide), WORDS, st.sampled_from([None, Decimal("0.5"), Decimal(0)])),
    st.tuples(
        st.just(lambda b, t, w: explaining.explain(b, 2020, "no_report", t, w, "张三", on("2021-01-08"))), TASKS, WORDS
    ),
)


@pytest.fixture(scope="module")
def zone_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("course") / "zone.kpi"
    with open_book(path, create=True) as book:
        store(book, YEAR)
    return path


@given(st.lists(ACTIONS, max_size=8))
@settings(max_examples=40, deadline=timedelta(seconds=20), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_course_of_supervision(zone_file: Path, tmp_path: Path, actions: list):
    path = Path(shutil.copy(zone_file, tmp_path / "zone.kpi"))
    before = contents(path)
    with open_book(path) as book:
        done = run(book, actions)
        assert verify(book).ok
        told = facts.load(book, 2020)
        numbers = [each.number for each in told.directives]
        assert len(set(numbers)) == len(numbers)
        assert all(task.finished for task in told.tasks if task.state == "finished")
        assert all(task.basis for task in told.tasks if task.state in ("suspended", "cancelled"))
        for _ in range(done):
            undo(book)
        assert verify(book).ok
    assert contents(path) == before


def run(book: Book, actions: list) -> int:
    """Do what can be done; how many entries that made. A refusal writes nothing."""
    first = journal.head(book)[0]
    for action, *arguments in actions:
        head = journal.head(book)[0]
        try:
            action(book, *arguments)
        except Refusal:
            if action is not decide:  # which is two actions
                assert journal.head(book)[0] == head
    return journal.head(book)[0] - first
