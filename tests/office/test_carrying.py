"""Carrying over in a real book: one operation, nothing twice, nothing lost (calculus, section 8)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi_desktop.assessment.facts import Department, Facts, Milestone, Project
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import add_edition, years
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.carrying import carry_over, insert_values
from tests.assessment.build import BANDS, a_year, award, borne, department, indicator, on, scored, task

YEAR = a_year(
    department("D1"),
    department("D2"),
    scored("D1", 90),
    scored("D2", 80),
    BANDS,
    indicator("E01", "tiered", "确保得分率=70%", key=True),
    borne("E01", "D1", 75, 80, stretch=100),
    award("总额分配", "总额=100;因素=人数"),
    Project("P1", "厂房", "D1", sign_planned=on("2020-03-01")),
    task("T1", "D1", partners=("D2",), due=on("2020-06-30")),
    Milestone("T1", "基础", on("2020-03-01"), done=on("2020-03-01")),
    Milestone("T1", "封顶", on("2020-06-01")),
    task("T2", "D2", state="cancelled", basis="会议"),
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with open_book(tmp_path / "台账.kpi", create=True, author="李四") as opened:
        store(opened, YEAR)
        yield opened


def store(book: Book, facts: Facts, state: str = "draft") -> None:
    """Put the facts of a year into the book, with two settings."""
    with book.operation("测试数据") as op:
        edition_id = add_edition(op, facts.settings.year, state=state)
        for name, value in (("年度", str(facts.settings.year)), ("分数小数位", "1")):
            op.insert("setting", {"edition_id": edition_id, "name": name, "value": value})
        for field, (table, _) in book_facts.KINDS.items():
            insert_values(op, edition_id, table, getattr(facts, field))


def test_a_next_year_that_is_not_there_is_opened_with_the_scheme(book):
    found = carry_over(book, 2020)
    assert (found.from_year, found.to_year, found.opened) == (2020, 2021, True)
    assert [(each.code, each.from_code, each.times) for each in found.carried] == [("2020-T1", "T1", 1)]
    this, following = book_facts.load(book, 2020), book_facts.load(book, 2021)
    assert (following.settings.year, following.settings.decimals, following.state) == (2021, 1, "draft")
    for kept in ("departments", "groups", "categories", "weights", "indicators", "bands", "awards", "projects"):
        assert getattr(following, kept) == getattr(this, kept)
    assert following.targets == following.actuals == following.verdicts == ()


def test_the_carried_task_is_in_the_next_year_with_its_open_milestones(book):
    carry_over(book, 2020)
    following = book_facts.load(book, 2021)
    (carried,) = following.tasks
    assert (carried.code, carried.carried_from, carried.times_carried) == ("2020-T1", "T1", 1)
    assert (carried.start, carried.due, carried.state) == (on("2021-01-01"), None, "not_started")
    assert (carried.original_year, carried.original_due) == (2020, on("2020-06-30"))
    assert (carried.lead, carried.partners) == ("D1", ("D2",))
    assert following.milestones == (Milestone("2020-T1", "封顶"),)


def test_the_closed_year_is_left_as_it_was(book):
    before = book_facts.load(book, 2020)
    carry_over(book, 2020)
    assert book_facts.load(book, 2020) == before


def test_twice_carries_nothing_twice(book):
    carry_over(book, 2020)
    again = carry_over(book, 2020)
    assert (again.opened, again.carried, bool(again.changes)) == (False, (), False)
    assert [each.year for each in years(book)] == [2020, 2021]


def test_it_is_one_entry_of_the_journal(book):
    found = carry_over(book, 2020)
    assert found.changes.action == "2020 年任务结转到 2021 年"
    assert {"edition", "task", "milestone", "department", "setting"} <= found.changes.tables


def test_into_a_year_that_exists_departments_that_are_gone_come_along(book):
    store(book, a_year(department("D1"), task("2020-T1"), year=2021))
    found = carry_over(book, 2020)
    assert not found.opened
    assert [each.code for each in found.carried] == ["2020-T1-2"]
    gone = Department("D2", "D2局", takes_part=False, headcount=10)
    assert found.departments == (gone,)
    following = book_facts.load(book, 2021)
    assert following.departments[-1] == gone
    assert [each.code for each in following.tasks] == ["2020-T1", "2020-T1-2"]
    assert following.settings.year == 2021


def test_nothing_goes_into_a_final_year_and_nothing_is_written(book):
    store(book, a_year(department("D1"), year=2021), state="review")
    with book.operation("定稿") as op:
        op.update("edition", years(op.connection)[-1].id, {"state": "final"})
    with pytest.raises(Refusal, match="2021 年已定稿"):
        carry_over(book, 2020)
    assert book_facts.load(book, 2021).tasks == ()


def test_a_year_that_is_not_there_cannot_be_carried(book):
    with pytest.raises(Refusal, match="2019"):
        carry_over(book, 2019)
    assert [each.year for each in years(book)] == [2020]


def test_a_chain_over_three_years(book):
    carry_over(book, 2020)
    found = carry_over(book, 2021)
    assert [(each.code, each.from_code, each.times) for each in found.carried] == [("2021-T1", "2020-T1", 2)]
    assert found.carried[0].task.original_due == on("2020-06-30")
