"""The context of a year: out of the book, with the chain head, and what it says about the unit."""

from dataclasses import replace
from datetime import date

import pytest

from kpi_desktop.assessment.facts import Group
from kpi_desktop.book import journal
from kpi_desktop.book.editions import add_edition
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports.batch import context_of
from tests.reports import sample


@pytest.fixture
def book(tmp_path):
    with open_book(tmp_path / "台账.kpi", create=True) as opened:
        yield opened


def test_a_year_out_of_the_book_carries_the_chain_head(book):
    with book.operation("新建年度") as operation:
        add_edition(operation, 2020)
    context = context_of(book, 2020, date(2021, 1, 22))
    assert (context.year, context.state, context.revision) == (2020, "draft", 1)
    assert context.chain_head == journal.head(book)
    assert context.finalised is None


def test_a_final_year_knows_its_day(book):
    with book.operation("新建年度") as operation:
        edition = add_edition(operation, 2020, state="review")
    with book.operation("定稿") as operation:
        operation.update("edition", edition, {"state": "final"})
    finished = journal.history(book, "edition", edition)[0].entry.at
    with book.operation("新建年度") as operation:
        add_edition(operation, 2021)
    context = context_of(book, 2020, date(2021, 1, 22))
    assert context.final and context.finalised == date.fromisoformat(finished[:10])


def test_a_year_the_book_has_not_is_refused(book):
    with pytest.raises(Refusal, match="没有 2031 年"):
        context_of(book, 2031, date(2031, 1, 1))


@pytest.mark.parametrize(
    ("name", "unit", "office", "is_sample"),
    [
        ("高新区（示例）", "高新区", "高新区督查室", True),
        ("高新区督查室", "高新区督查室", "高新区督查室", False),
        (None, "", "督查室", False),
    ],
)
def test_what_the_unit_is_called(name, unit, office, is_sample):
    facts = replace(sample.facts(), settings=replace(sample.facts().settings, unit_name=name))
    context = sample.context(facts)
    assert (context.unit, context.office, context.sample) == (unit, office, is_sample)


def test_a_note_of_a_group_tells_a_sample_too():
    facts = replace(sample.facts(), settings=replace(sample.facts().settings, unit_name="高新区"))
    noted = replace(facts, groups=(Group(sample.ECONOMY, True, "示例数据，实绩为虚构。"), *facts.groups[1:]))
    assert sample.context(noted).sample and not sample.context(facts).sample
