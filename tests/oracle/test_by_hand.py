"""The oracle itself against figures worked out by hand."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment.facts import (
    Actual,
    Category,
    Department,
    Facts,
    GradeBand,
    Group,
    Indicator,
    RaterClass,
    Rating,
    Target,
    Verdict,
    Weight,
)
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.settings import Settings
from tests.oracle.arithmetic import divide, read_number, round_to_unit, smallest
from tests.oracle.scoring import score


def year(rule: str, params: str, actuals: dict[str, str], **bases: str) -> Facts:
    """One group, one category of 100 points, one indicator laid on the departments that `actuals` names."""
    figures = {name: Decimal(text) for name, text in bases.items()}
    return Facts(
        settings=Settings(year=2020),
        departments=tuple(Department(code, code, group="组") for code in actuals),
        groups=(Group("组"),),
        categories=(Category("经济", "scored", economic=True),),
        weights=(Weight("组", "经济", Decimal(100)),),
        indicators=(Indicator("E1", "指标", "经济", "亿元", parse_rule(rule, params)),),
        targets=tuple(Target("E1", code, Decimal(10), **figures) for code in actuals),
        actuals=tuple(Actual("E1", code, 12, Decimal(text)) for code, text in actuals.items()),
    )


def test_rounding_is_half_up_by_magnitude() -> None:
    assert round_to_unit(Fraction("2.345"), smallest(2)) == Fraction("2.35")
    assert round_to_unit(Fraction("-2.345"), smallest(2)) == Fraction("-2.35")
    assert round_to_unit(Fraction("0.045") * read_number("1/3"), smallest(2)) == Fraction("0.02")


def test_largest_remainder_favours_the_earlier_of_equals() -> None:
    thirds = [Fraction(1)] * 3
    assert divide(Fraction(10), smallest(2), thirds) == [Fraction("3.34"), Fraction("3.33"), Fraction("3.33")]


@pytest.mark.parametrize(
    ("rule", "params", "bases", "actual", "total"),
    [
        ("completion", "起评=60%", {"base": "10"}, "5.9", "0"),
        ("completion", "封顶=120%", {"base": "10"}, "15", "120"),
        ("tiered", "", {"base": "75", "stretch": "100"}, "80", "84"),
        ("growth", "", {"base": "0.1", "prior": "100"}, "107.5", "75"),
        ("growth", "每点扣=0.1分;取整=进", {"base": "0.1", "prior": "100"}, "107.5", "97"),
        ("shortfall", "", {"base": "100"}, "98.5", "96"),
        ("reverse", "", {"base": "10"}, "12.5", "75"),
        ("bands", "档=95%:100%,90%:90%,80%:70%", {"base": "100"}, "94.99", "90"),
        ("pass", "方向=低优", {"base": "0"}, "0", "100"),
        ("efficacy", "", {"base": "10", "stretch": "5"}, "6", "92"),
        ("curve", "点=0:0,75:0.8,100:1,120:1.1", {}, "110", "105"),
    ],
)
def test_a_rule(rule: str, params: str, bases: dict[str, str], actual: str, total: str) -> None:
    (department,) = score(year(rule, params, {"D1": actual}, **bases)).departments()
    assert department.total == Decimal(total)


def test_a_panel_drops_its_extremes_from_five_ballots_on() -> None:
    facts = year("panel", "", {"D1": "0"})
    ratings = [Rating("E1", "D1", None, None, "领导", Decimal(ballot)) for ballot in (100, 90, 80, 70, 0)]
    ratings.append(Rating("E1", "D1", None, None, "群众", Decimal(60), ballots=4))
    classes = (
        RaterClass("领导", Decimal("0.4")),
        RaterClass("群众", Decimal("0.1")),
        RaterClass("互评", Decimal("0.5")),
    )
    facts = replace(
        facts,
        ratings=tuple(ratings),
        rater_classes=classes,
    )
    (department,) = score(facts).departments()
    assert department.total == 76  # (80 × 0.4 + 60 × 0.1) ÷ 0.5


def test_ties_share_a_rank_and_what_does_not_fit_is_undecided() -> None:
    facts = year("completion", "", {"D1": "9", "D2": "8", "D3": "8", "D4": "7"}, base="10")
    bands = (
        GradeBand("优秀", None, Decimal(60), None, 2, Decimal(1)),
        GradeBand("合格", None, Decimal(0), None, None, Decimal(1)),
    )
    verdicts = (Verdict("D1", "E1", Decimal("0.95"), "会议"),)
    facts = replace(
        facts,
        verdicts=verdicts,
        bands=bands,
    )
    found = [(one.code, one.rank, one.total, one.grade, one.undecided) for one in score(facts).departments()]
    assert found == [
        ("D1", 1, Fraction(95), "优秀", False),
        ("D2", 2, Fraction(80), "合格", True),
        ("D3", 2, Fraction(80), "合格", True),
        ("D4", 4, Fraction(70), "合格", False),
    ]
