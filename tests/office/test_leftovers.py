"""The preview of the carry-over, and carrying over as decided on it."""

import pytest

from kpi_desktop.assessment.facts import Milestone
from kpi_desktop.assessment.gaps import gaps
from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts, journal
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.carrying import carry_over, preview
from kpi_desktop.office.leftovers import proposed_due
from tests.assessment.build import CATEGORIES, a_year, borne, department, indicator, on
from tests.office.zone import YEAR, finish, now, store


def test_the_preview_says_what_will_be_carried(zone):
    found = preview(zone, 2020)
    assert (found.from_year, found.to_year, found.opens, found.blocked) == (2020, 2021, True, False)
    assert [(item.task.code, item.carried.code, item.times, str(item.proposed_due)) for item in found.items] == [
        ("T1", "2020-T1", 1, "2021-06-30"),
        ("T2", "2020-T2", 1, "2021-09-30"),
    ]
    assert found.items[0].milestones == (("封顶", on("2020-06-01"), on("2021-06-01")),)
    assert found.items[1].milestones == ()
    assert (found.already, found.cancelled) == ((), ())


def test_looking_writes_nothing(zone):
    before = journal.head(zone)
    preview(zone, 2020)
    assert journal.head(zone) == before


@pytest.mark.parametrize(
    ("last", "proposed"),
    [
        ("2020-03-31", "2021-03-31"),
        ("2020-02-29", "2021-02-28"),
        (None, "2021-12-31"),
        ("2021-05-01", "2021-05-01"),  # lies in the next year already
        ("2023-05-01", "2023-05-01"),
        ("2018-05-01", "2021-12-31"),  # long past: no guess
    ],
)
def test_proposed_due_dates(last, proposed):
    assert proposed_due(on(last) if last else None, 2021) == on(proposed)


def test_dates_given_on_the_preview_are_the_new_due_dates_and_the_rest_stays_blank(zone):
    carry_over(zone, 2020, due={"T1": on("2021-05-31")}, milestones={("T1", "封顶"): on("2021-04-30")})
    following = facts.load(zone, 2021)
    assert [(t.code, t.due) for t in following.tasks] == [("2020-T1", on("2021-05-31")), ("2020-T2", None)]
    assert following.milestones == (Milestone("2020-T1", "封顶", on("2021-04-30")),)
    blank = [gap.subject for gap in gaps(score(following), on("2021-01-15")) if gap.kind == "no_due_date"]
    assert blank == ["2020-T2"]


def test_without_dates_milestones_are_gaps_too(zone):
    carry_over(zone, 2020)
    blank = [gap.subject for gap in gaps(score(facts.load(zone, 2021)), on("2021-01-15")) if gap.kind == "no_due_date"]
    assert blank == ["2020-T1", "2020-T1/封顶", "2020-T2"]


def test_what_is_cancelled_ends_in_the_chain_with_its_basis_and_the_old_year_stays(zone):
    before = facts.load(zone, 2020)
    carry_over(zone, 2020, cancelled={"T2": "党工委第3次会议"})
    assert facts.load(zone, 2020) == before
    ended = now(zone, "2020-T2", 2021)
    assert (ended.state, ended.basis) == ("cancelled", "会议纪要；终止：党工委第3次会议")
    assert preview(zone, 2020).items == ()
    assert preview(zone, 2021).cancelled == (ended,)
    assert [item.task.code for item in preview(zone, 2021).items] == ["2020-T1"]


LAGGING = a_year(
    department("D1"),
    department("D2"),
    *CATEGORIES,
    indicator("E01", "completion", unit="亿元"),
    borne("E01", "D1", 75, 60),
    borne("E01", "D2", 50, 50),
    indicator("E02", "completion", unit="%"),
    borne("E02", "D1", "0.9", "0.85"),
)


def test_missed_targets_may_be_carried_as_supervision_items(book):
    store(book, LAGGING)
    found = preview(book, 2020)
    assert [(each.key, each.reached, each.goal) for each in found.missed] == [
        (("E01", "D1"), "60 亿元", "75 亿元"),
        (("E02", "D1"), "85%", "90%"),
    ]
    result = carry_over(book, 2020, due={("E01", "D1"): on("2021-06-30")}, indicators=[("E01", "D1")])
    (item,) = result.items
    assert (item.code, item.title, item.lead, item.points) == ("2020-E01-D1", "补齐指标缺口：E01指标", "D1", 0)
    assert (item.due, item.start, item.times_carried, item.original_year) == (
        on("2021-06-30"),
        on("2021-01-01"),
        1,
        2020,
    )
    assert item.basis == "2020 年指标 E01 未达到目标：实绩 60 亿元，目标 75 亿元"
    assert facts.load(book, 2021).tasks == (item,)
    assert [each.key for each in preview(book, 2020).missed] == [("E02", "D1")]
    assert not carry_over(book, 2020).changes


def test_a_choice_that_names_nothing_is_refused_and_nothing_is_written(zone):
    before = journal.head(zone)
    for choice in (
        {"due": {"T9": on("2021-05-01")}},
        {"due": {"T3": on("2021-05-01")}},  # finished
        {"cancelled": {"T9": "会议"}},
        {"milestones": {("T1", "基础"): on("2021-05-01")}},  # done
        {"due": {("E01", "D1"): on("2021-05-01")}},  # not chosen
        {"indicators": [("E01", "D1")]},  # reached
    ):
        with pytest.raises(Refusal):
            carry_over(zone, 2020, **choice)
    with pytest.raises(Refusal, match="没有填写终止依据"):
        carry_over(zone, 2020, cancelled={"T2": " "})
    assert journal.head(zone) == before


def test_twice_carries_nothing_and_says_what_is_there_already(zone):
    carry_over(zone, 2020)
    assert not carry_over(zone, 2020).changes
    again = preview(zone, 2020)
    assert (again.items, again.opens) == ((), False)
    assert [(t.code, t.times_carried) for t in again.already] == [("2020-T1", 1), ("2020-T2", 1)]


def test_a_final_next_year_is_said_before_the_button_is_pressed(book):
    store(book, YEAR)
    finish(book, store(book, a_year(department("D1"), year=2021)))
    assert preview(book, 2020).blocked
