"""Lights of tasks: every edge, by hand (calculus, section 8)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment.facts import Milestone, Progress, Task
from kpi_desktop.assessment.lights import TaskLight, task_lights
from tests.assessment.build import a_year, department, on, task

D, F = Decimal, Fraction


def light(day: str, found: Task, *rows: object) -> TaskLight:
    """The light of one task."""
    return task_lights(a_year(department("D1"), found, *rows), on(day))[0]


def report(day: str, percent: str | None = None) -> Progress:
    return Progress("T1", on(day), None if percent is None else D(percent))


T1 = task("T1", cadence="quarter")  # 1 January to 31 December 2020: 365 days


@pytest.mark.parametrize("state", ["finished", "suspended", "cancelled"])
def test_closed_tasks_are_grey_whatever_is_late(state):
    found = light("2021-06-01", replace(T1, state=state), Milestone("T1", "封顶", on("2020-02-01")))
    assert (found.light, found.reasons) == ("grey", ())


@pytest.mark.parametrize("state", ["not_started", "in_progress", "submitted"])
def test_the_due_date_itself_is_not_late_the_day_after_is(state):
    held = replace(T1, state=state, due=on("2020-03-31"))
    assert light("2020-03-31", held, report("2020-03-30", "1")).light == "green"
    late = light("2020-04-12", held, report("2020-03-30", "1"))
    assert (late.light, late.reasons, late.days_late) == ("red", ("overdue",), 12)
    assert late.details == ("期限 2020-03-31，已逾期 12 天",)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-03-01", ()),
        ("2020-03-02", ("milestone_late",)),
        ("2020-03-16", ("milestone_late",)),  # 15 days are not more than 15
        ("2020-03-17", ("milestone_overdue",)),
    ],
)
def test_a_milestone_is_late_after_its_day_and_overdue_after_more_than_15_days(day, expected):
    found = light(day, T1, Milestone("T1", "封顶", on("2020-03-01")), report("2020-03-01"))
    assert found.reasons == expected
    assert found.light == {(): "green", ("milestone_late",): "yellow"}.get(expected, "red")


def test_a_late_milestone_is_not_listed_beside_an_overdue_one():
    rows = (Milestone("T1", "基础", on("2020-03-01")), Milestone("T1", "封顶", on("2020-03-20")), report("2020-03-01"))
    found = light("2020-03-21", T1, *rows)
    assert found.reasons == ("milestone_overdue",)
    assert found.details == ("节点“基础”应于 2020-03-01 完成，已迟 20 天；节点“封顶”应于 2020-03-20 完成，已迟 1 天",)


def test_a_milestone_done_after_the_day_is_undone_and_one_without_a_date_is_never_late():
    done = Milestone("T1", "基础", on("2020-03-01"), done=on("2020-03-05"))
    assert light("2020-03-04", T1, done, report("2020-03-01")).reasons == ("milestone_late",)
    assert light("2020-03-05", T1, done, report("2020-03-01")).reasons == ()
    assert light("2020-03-05", T1, Milestone("T1", "基础"), report("2020-03-01")).reasons == ()


@pytest.mark.parametrize(
    ("percent", "expected"),
    [("0.4", ()), ("0.39", ("behind_pace",)), (None, ("behind_pace",)), ("0.9", ())],
)
def test_more_than_ten_points_behind_the_days_gone_is_yellow(percent, expected):
    # 1 January to 10 April is 100 days; on 20 February 50 are gone: half, less ten points is 40 %
    short = replace(T1, due=on("2020-04-10"))
    found = light("2020-02-20", short, report("2020-02-20", percent))
    assert (found.reasons, found.expected) == (expected, F(1, 2))


def test_a_task_with_milestones_is_not_judged_by_percent():
    short = replace(T1, due=on("2020-04-10"))
    found = light("2020-02-20", short, Milestone("T1", "封顶", on("2020-04-01")), report("2020-02-20", "0"))
    assert found.reasons == ()


def test_behind_pace_is_not_listed_beside_overdue():
    found = light("2020-12-31", replace(T1, due=on("2020-12-30")), report("2020-12-30", "0.1"))
    assert found.reasons == ("overdue",)


def test_a_blank_start_is_the_first_of_january_and_a_due_date_before_the_start_is_no_pace():
    short = replace(T1, start=None, due=on("2020-04-10"))
    assert light("2020-02-20", short, report("2020-02-20", "0.39")).reasons == ("behind_pace",)
    same_day = replace(T1, start=on("2020-04-10"), due=on("2020-04-10"))
    assert light("2020-04-10", same_day, report("2020-04-10", "0")).reasons == ()


def test_before_the_start_nothing_is_gone():
    assert light("2020-02-01", replace(T1, start=on("2020-03-01")), report("2020-01-01", "0")).expected == 0


def test_of_two_reports_on_a_day_the_later_row_counts_and_those_after_the_day_do_not():
    short = replace(T1, due=on("2020-04-10"))
    rows = (report("2020-02-20", "0.1"), report("2020-02-20", "0.45"), report("2020-02-21", "0.2"))
    found = light("2020-02-20", short, *rows)
    assert (found.percent, found.reasons, found.last_report) == (F(9, 20), (), on("2020-02-20"))
    assert light("2020-02-21", short, *rows).reasons == ("behind_pace",)


def test_a_report_without_a_percent_is_a_report_but_says_no_percent():
    short = replace(T1, due=on("2020-04-10"))
    found = light("2020-02-20", short, report("2020-02-10", "0.45"), report("2020-02-20"))
    assert (found.percent, found.reasons, found.last_report) == (F(9, 20), (), on("2020-02-20"))


@pytest.mark.parametrize(("cadence", "days"), [("week", 7), ("month", 31), ("quarter", 92)])
def test_a_report_older_than_the_cadence_is_missing(cadence, days):
    held = replace(T1, cadence=cadence)
    last = on("2020-03-01")
    rows = (report("2020-03-01", "1"),)
    assert light(str(last + timedelta(days)), held, *rows).reasons == ()
    late = light(str(last + timedelta(days + 1)), held, *rows)
    assert (late.light, late.reasons) == ("yellow", ("report_missing",))


def test_without_reports_the_start_counts():
    held = replace(T1, cadence="month", start=on("2020-03-01"), due=None)
    assert light("2020-04-01", held).reasons == ("no_due_date",)
    assert light("2020-04-02", held).reasons == ("report_missing", "no_due_date")
    blank = replace(held, start=None)
    assert light("2020-02-01", blank).reasons == ("no_due_date",)
    assert light("2020-02-02", blank).details[0] == "自 2020-01-01 起没有报过进展，已过 32 天（报送周期：月）"


def test_all_reasons_are_listed_red_ones_first():
    held = replace(T1, due=on("2020-05-01"), cadence="month")
    found = light("2020-06-01", held, Milestone("T1", "封顶", on("2020-05-20")))
    assert (found.light, found.reasons) == ("red", ("overdue", "milestone_late", "report_missing"))
    found = light("2020-06-01", held, Milestone("T1", "封顶", on("2020-05-01")))
    assert found.reasons == ("overdue", "milestone_overdue", "report_missing")
