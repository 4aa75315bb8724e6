"""The cheapest next five points of a department, by hand."""

from decimal import Decimal
from fractions import Fraction

from kpi_desktop.assessment.cheapest import cheapest_points
from kpi_desktop.assessment.facts import Project, Weight
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import ECONOMY, a_year, borne, department, indicator, on, target


def gains(*parts, wanted=5):
    facts = a_year(department("D1"), Weight("甲", ECONOMY, Decimal(100)), *parts)
    found = cheapest_points(score(facts), "D1", wanted)
    return [(gain.line.code, gain.further, gain.value, gain.points, gain.cost) for gain in found]


def test_the_line_that_needs_least_of_its_target_comes_first():
    """Two lines of 50 points. E1: 完成率 40 of 100 = 20.00; 41.99 is 20.995 → 21.00, 43.99 is 21.995 → 22.00.

    E2: 分档 below 80 nothing, from 80 on 10 %: at 79 one more of 100 (1 %) brings 5 points at once.
    """
    lines = (
        indicator("E1"),
        borne("E1", "D1", 100, 40),
        indicator("E2", "bands", "档=80%:10%"),
        borne("E2", "D1", 100, 79),
    )
    assert gains(*lines) == [("E2", Decimal("1.00"), 80, 5, Fraction(1, 100))]
    assert gains(*lines, wanted=7) == [
        ("E2", Decimal("1.00"), 80, 5, Fraction(1, 100)),
        ("E1", Decimal("3.99"), Decimal("43.99"), 2, Fraction("0.0399")),
    ]


def test_several_points_of_one_line_are_told_as_one():
    """100 points on 完成率: each hundredth of 100 is a hundredth of a point, so a point needs 1: 40 → 45."""
    (gain,) = gains(indicator("E1"), borne("E1", "D1", 100, 40))
    assert gain[0] == "E1" and gain[2] == 45 and gain[3] == 5 and gain[4] == Fraction(5, 100)


def test_less_where_there_are_not_so_many():
    assert gains(indicator("E1"), borne("E1", "D1", 100, 98)) == [("E1", 2, 100, 2, Fraction(2, 100))]
    assert gains(indicator("E1"), borne("E1", "D1", 100, 100)) == []


def test_lower_is_better_counts_down():
    """逆向, T = 10, a = 12: 1 − 2/10 = 80 of 100. Each 0.1 less is a point: 5 points at 11.5."""
    assert gains(indicator("E1", "reverse"), borne("E1", "D1", 10, 12)) == [
        ("E1", Decimal("0.50"), Decimal("11.5"), 5, Fraction(5, 100))
    ]


def test_a_rate_of_projects_does_not_pass_one_hundred_percent():
    """签约率 of D1: one of two, 50 %; T = 100 %, 封顶 120 %. A point is 1 % of 100 points: 50 of them up to 100 %."""
    signs = (
        indicator("E1", params="封顶=120%", source="项目:签约率"),
        target("E1", "D1", 1),
        Project("X1", "甲项目", "D1", sign_planned=on("2020-03-01"), signed=on("2020-03-01")),
        Project("X2", "乙项目", "D1", sign_planned=on("2020-03-01")),
    )
    assert gains(*signs, wanted=100) == [("E1", Decimal("0.50"), 1, 50, 1)]


def test_a_rate_in_thirds_comes_to_all_of_the_projects():
    """Two of three have signed, 66.67 %: 分档 60 % gives 75, 100 % gives 100. 33.33 more: 34, to 100 %."""
    signed = {"sign_planned": on("2020-03-01"), "signed": on("2020-03-01")}
    signs = (
        indicator("E1", "bands", "档=0.6:75%,1:100%;自变量=数值", source="项目:签约率"),
        target("E1", "D1", 1),
        Project("X1", "甲项目", "D1", **signed),
        Project("X2", "乙项目", "D1", **signed),
        Project("X3", "丙项目", "D1", sign_planned=on("2020-03-01")),
    )
    assert gains(*signs) == [("E1", Decimal("0.34"), 1, 25, Fraction(1, 2))]
