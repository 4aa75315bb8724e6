"""What hangs on a department, by hand."""

from dataclasses import replace
from fractions import Fraction

from kpi_desktop.assessment.facts import Verdict, Weight
from kpi_desktop.assessment.hanging import Hanging, hanging, points_left
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import (
    ECONOMY,
    WORK,
    a_year,
    borne,
    card,
    department,
    exactly,
    indicator,
    target,
    task,
    veto,
)


def test_everything_that_names_a_department_is_told_by_sheet():
    facts = a_year(
        department("D1"),
        department("D2"),
        indicator("E01"),
        indicator("E02"),
        borne("E01", "D1", 10, 9),
        borne("E02", "D2", 10, 9),
        task("T01", "D1"),
        replace(task("T02", "D2"), partners=("D1",)),
        Verdict("D1", "E01", exactly("0.9"), "会议"),
        veto("D1"),
        card("黄", None, indicator="E01", department="D1", number="〔2020〕1号"),
    )
    assert hanging(facts, "D1") == (
        Hanging("责任分解", 1, ("E01",)),
        Hanging("实绩", 1, ("E01",)),
        Hanging("任务", 1, ("T01",)),
        Hanging("任务（协办）", 1, ("T02",)),
        Hanging("督办单", 1, ("〔2020〕1号",)),
        Hanging("核定", 1, ("E01",)),
        Hanging("加减分", 1, ("安全事故",)),
    )


def test_nothing_hangs_on_a_new_department():
    assert hanging(a_year(department("D1")), "D1") == ()


def test_only_the_first_few_are_named():
    tasks = tuple(task(f"T{at:02}", "D1") for at in range(1, 8))
    assert hanging(a_year(department("D1"), tasks), "D1") == (Hanging("任务", 7, ("T01", "T02", "T03")),)


def test_points_left_are_those_the_group_gives_less_those_on_lines():
    """60 for 经济 with 25 × 2 = 50 on it; 40 for 工作 with 45 on it."""
    facts = a_year(
        department("D1"),
        indicator("E01"),
        Weight("甲", ECONOMY, exactly(60)),
        Weight("甲", WORK, exactly(40)),
        target("E01", "D1", 10, points=25, multiplier=2),
        task("T01", points=exactly(45)),
        scaled=False,
    )
    assert points_left(facts, score(facts).department("D1")) == {ECONOMY: Fraction(10), WORK: Fraction(-5)}
