"""The year-end check: each kind of blank, what explains it, and what is none (calculus, section 8)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import (
    Appeal,
    Explanation,
    Facts,
    Group,
    Milestone,
    Progress,
    RaterClass,
    Rating,
    Task,
    Weight,
)
from kpi_desktop.assessment.gaps import Gap, gaps, ready
from kpi_desktop.assessment.names import GAPS
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import (
    ECONOMY,
    WORK,
    a_year,
    actual,
    band,
    borne,
    card,
    department,
    indicator,
    on,
    scored,
    target,
    task,
)

D = Decimal
YEAR_END = date(2020, 12, 31)
FINE = (department("D1"), scored("D1", 90))
"""A year without any gap."""


def found(*parts: object, day: date = YEAR_END, **settings: object) -> list[tuple[str, str, str | None]]:
    """Kind, subject and department of each gap of a year."""
    return [(gap.kind, gap.subject, gap.department) for gap in check(a_year(*parts, **settings), day)]


def check(facts: Facts, day: date = YEAR_END) -> tuple[Gap, ...]:
    return gaps(score(facts), day)


def report(code: str, day: str = "2020-12-15", percent: str | None = "0.5") -> Progress:
    return Progress(code, on(day), None if percent is None else D(percent))


def test_a_year_without_blanks_is_ready():
    assert found(*FINE) == []
    assert ready(check(a_year(*FINE)))


def test_the_kinds_are_those_of_the_contract():
    assert list(GAPS) == [
        "no_result",
        "no_line",
        "no_report",
        "no_due_date",
        "no_standard",
        "unanswered",
        "unrated",
        "appeal_open",
        "undecided",
        "preliminary",
        "unassigned",
        "points",
    ]


# --- every line has a result


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (target("E01", "D1", 10), "空"),
        ((target("E01", "D1"), actual("E01", "D1", 5)), "缺目标"),
        (borne("E01", "D1", 0, 5), "基数有误"),
    ],
)
def test_a_target_without_a_score_is_a_gap(made, told):
    (gap,) = check(a_year(*FINE, indicator("E01"), made))
    assert (gap.kind, gap.subject, gap.department) == ("no_result", "E01", "D1")
    assert gap.message == f"D1局：E01 E01指标没有结果（{told}）"


def test_a_task_with_neither_percent_nor_milestone_has_no_result_even_without_points():
    assert found(*FINE, task("T1"), report("T1", percent=None)) == [("no_result", "T1", "D1")]


def test_a_blank_task_is_blank_on_the_sheets_of_its_partners_too():
    year = (*FINE, department("D2"), scored("D2", 80), task("T1", partners=("D2",)), report("T1", percent=None))
    assert found(*year) == [("no_result", "T1", "D1")]
    assert found(*year, partner_points=D("0.5")) == [("no_result", "T1", "D1"), ("no_result", "T1", "D2")]


def test_a_verdict_is_a_result():
    facts = a_year(*FINE, task("T1"), report("T1", percent=None))
    verdict = replace(facts.verdicts[0], subject="T1")
    assert check(replace(facts, verdicts=(*facts.verdicts, verdict))) == ()


def test_what_has_left_the_sheet_needs_no_result():
    closed = (task("T1", state="suspended", basis="会议"), task("T2", state="cancelled", basis="会议"))
    assert found(*FINE, closed) == []


# --- 缺项


def two_categories(*parts: object, **settings: object) -> list:
    return found(*FINE, Weight("甲", WORK, D(60)), Weight("甲", ECONOMY, D(40)), *parts, **settings)


def test_points_of_a_category_without_lines_are_lost_and_told():
    assert two_categories() == [("no_line", ECONOMY, "D1")]
    assert two_categories(indicator("E01"), borne("E01", "D1", 1, 1)) == []


def test_a_line_without_weight_does_not_fill_a_category():
    assert two_categories(indicator("E01"), borne("E01", "D1", 1, 1, points=0)) == [("no_line", ECONOMY, "D1")]


def test_where_the_points_are_spread_no_line_is_missing():
    assert two_categories(missing_category="折算") == []


# --- tasks


@pytest.mark.parametrize(("cadence", "days"), [("week", 7), ("month", 31), ("quarter", 92)])
def test_a_last_report_may_be_as_old_as_its_cadence(cadence, days):
    last = date.fromordinal(YEAR_END.toordinal() - days)
    older = date.fromordinal(last.toordinal() - 1)
    work = task("T1", cadence=cadence)
    assert found(*FINE, work, report("T1", str(last))) == []
    assert found(*FINE, work, report("T1", str(older))) == [("no_report", "T1", "D1")]


def test_a_report_after_the_day_does_not_count_and_none_is_a_gap():
    rows = (*FINE, task("T1"), report("T1", "2020-10-01"), report("T1", "2021-01-05"))
    assert found(*rows) == [("no_report", "T1", "D1")]
    assert found(*rows, day=on("2021-01-05")) == []
    rows = (*FINE, task("T1"), Milestone("T1", "封顶", on("2020-05-01")))
    assert found(*rows) == [("no_report", "T1", "D1")]


@pytest.mark.parametrize("state", ["finished", "suspended", "cancelled"])
def test_a_closed_task_owes_no_report(state):
    assert found(*FINE, task("T1", state=state, finished=on("2020-03-01"), basis="会议")) == []


def test_due_date_and_standard():
    work = (task("T1", due=None), task("T2", standard=None), task("T3", standard="  "))
    reports = tuple(report(code) for code in ("T1", "T2", "T3"))
    assert found(*FINE, work, reports) == [
        ("no_due_date", "T1", "D1"),
        ("no_standard", "T2", "D1"),
        ("no_standard", "T3", "D1"),
    ]


def test_a_carried_milestone_without_a_date_is_a_gap_another_is_not():
    carried = task("2019-T1", carried_from="T1", times_carried=1)
    rows = (carried, Milestone(carried.code, "封顶"), task("T1"), Milestone("T1", "基础"))
    reports = (report("2019-T1"), report("T1"))
    assert found(*FINE, rows, reports) == [("no_due_date", "2019-T1/封顶", "D1")]


# --- directives, ratings, appeals


def test_every_directive_needs_a_reply():
    rows = (
        indicator("E01"),
        borne("E01", "D1", 1, 1),
        task("T1", state="cancelled", basis="会议"),
        card("蓝", "T1", number="〔2020〕1号", reply_due=on("2020-06-10")),
        card("红", indicator="E01", department="D1"),
        card("黄", "T1", replied=on("2021-01-05")),
        card("黄", "T1", reply="已整改"),
    )
    assert found(*FINE, rows) == [("unanswered", "〔2020〕1号", "D1"), ("unanswered", "E01", "D1")]
    told = [gap.message for gap in check(a_year(*FINE, rows))]
    assert told[0] == "2020-06-01 就 T1 发出的蓝色督办单 〔2020〕1号没有回复，应于 2020-06-10 前回复"


def panel(*ratings: tuple[str, str]) -> tuple:
    """A panel indicator on D1 and D2, rated by these (department, class)."""
    return (
        *FINE,
        department("D2"),
        scored("D2", 80),
        indicator("P1", "panel"),
        target("P1", "D1"),
        target("P1", "D2"),
        RaterClass("领导", D(60)),
        RaterClass("群众", D(40)),
        tuple(Rating("P1", of, None, None, by, D(90)) for of, by in ratings),
    )


def test_a_panel_without_ratings_is_unrated_and_nothing_else():
    assert found(*panel(("D2", "领导"))) == [("unrated", "P1", "D1")]
    assert found(*panel()) == [("unrated", "P1", "D1"), ("unrated", "P1", "D2")]


def test_a_panel_that_some_class_rated_is_no_blank():
    assert found(*panel(("D1", "领导"), ("D2", "领导"), ("D2", "群众"))) == []


def test_an_appeal_is_open_until_it_has_a_result():
    open_one = Appeal("1", "D1", "E01", "请复核", raised=on("2021-01-10"))
    decided = Appeal("2", "D1", "E01", "请复核", result="不采纳", decided=on("2021-01-20"))
    assert found(*FINE, open_one, decided) == [("appeal_open", "1", "D1")]


def test_undecided_departments_are_named():
    rows = (department("D1"), department("D2"), scored("D1", 95), scored("D2", 95))
    bands = (band("优秀", 90, 1, room=1), band("合格", 0, 1))
    assert found(*rows, bands) == [("undecided", "D1", "D1"), ("undecided", "D2", "D2")]


def test_preliminary_values_are_told_once_a_target_with_their_months():
    rows = (
        indicator("E01"),
        target("E01", "D1", 10),
        actual("E01", "D1", 5, 11, basis="preliminary"),
        actual("E01", "D1", 9, 12, basis="preliminary"),
        actual("E01", "D1", 1, 1),
        actual("E01", "全区", 9, 10, basis="preliminary"),
    )
    assert found(*FINE, rows) == [("preliminary", "E01", "D1"), ("preliminary", "E01", None)]
    told = [gap.message for gap in check(a_year(*FINE, rows))]
    assert told == ["D1局：E01 的 11、12 月数值仍是快报", "全区：E01 的 10 月数值仍是快报"]


# --- the scheme


def test_an_indicator_on_nobody_and_a_department_in_no_group():
    rows = (department("D2", group=None), department("L", group=None, takes_part=False), indicator("E01"))
    assert found(*FINE, rows) == [("unassigned", "E01", None), ("unassigned", "D2", "D2")]


def test_points_of_a_group_must_be_a_hundred():
    weights = (Weight("甲", WORK, D("99.5")), Weight("乙", WORK, D(100)))
    rows = found(*FINE, Group("甲"), Group("乙"), weights)
    assert rows == [("points", "甲", None)]


def unscaled(points: str) -> Facts:
    """Without 折算: one task with these points in a category of 100."""
    facts = a_year(*FINE, scaled=False)
    work: Task = replace(facts.tasks[0], points=D(points))
    return replace(facts, tasks=(work,))


def test_without_scaling_full_marks_must_be_the_groups_points():
    assert check(unscaled("100")) == ()
    (gap,) = check(unscaled("90"))
    assert (gap.kind, gap.subject, gap.department) == ("points", WORK, "D1")
    assert gap.message == "D1局“工作”类的分值合计 90 分，应为 100 分"


def test_a_department_without_any_line_has_no_full_marks_to_spread():
    assert found(*FINE, department("D2"), missing_category="折算") == [("points", "D2", "D2")]
    assert found(*FINE, department("D2")) == [("no_line", WORK, "D2")]


# --- 说明


BLANK = (*FINE, department("D2"), scored("D2", 80), indicator("E01"), target("E01", "D1", 1), target("E01", "D2", 1))


@pytest.mark.parametrize(
    ("kind", "subject", "explained"),
    [
        ("no_result", "E01", [True, True]),
        ("无结果", "E01", [True, True]),
        ("no_result", "D2/E01", [False, True]),
        ("无结果", " D2／E01 ", [False, True]),
        ("no_result", "D1", [False, False]),
        ("unrated", "E01", [False, False]),
    ],
)
def test_an_explanation_names_the_kind_and_the_subject(kind, subject, explained):
    facts = a_year(*BLANK, Explanation(kind, subject, "统计年报 6 月才公布"))
    assert [gap.explained for gap in check(facts)] == explained
    assert ready(check(facts)) is all(explained)


def test_an_empty_explanation_explains_nothing():
    assert not ready(check(a_year(*BLANK, Explanation("no_result", "E01", " "))))


def test_gaps_come_kind_by_kind_and_as_in_the_sheets():
    rows = (
        department("D2"),
        department("D1"),
        scored("D1", 90),
        scored("D2", 80),
        indicator("E01"),
        target("E01", "D1", 1),
        target("E01", "D2", 1),
        task("T1", due=None),
        Appeal("1", "D1", None, "请复核"),
    )
    kinds = [(gap[0], gap[2]) for gap in found(*rows)]
    assert kinds == [
        ("no_result", "D2"),
        ("no_result", "D1"),
        ("no_result", "D1"),
        ("no_report", "D1"),
        ("no_due_date", "D1"),
        ("appeal_open", "D1"),
    ]
