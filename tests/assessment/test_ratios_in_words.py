"""What is a ratio itself (a rate of projects, a unit of %) reads as a percentage in every sentence about its score."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment import explain
from kpi_desktop.assessment.curves import Bases
from kpi_desktop.assessment.facts import Actual, Target
from kpi_desktop.assessment.formulas import formula, ratio_text
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.scoring import score
from tests.reports import sample

D, F = Decimal, Fraction


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (F(2, 3), "66.67%"),
        (F(9426, 10_000), "94.26%"),
        (F(1), "100%"),
        (F(-1, 8), "−12.5%"),
        (F(123_456, 1_000_000), "12.3456%"),
    ],
)
def test_a_ratio_is_exact_where_it_has_few_decimals(value, shown):
    assert ratio_text(value) == shown


def test_bands_of_a_rate_speak_of_percentages():
    """2 of 3 projects reached: in the band from 60 %."""
    bases = Bases(parse_rule("bands", "自变量=数值;档=90%:100%,60%:75%"), F(9, 10), F(0), F(10), False)
    assert formula(bases, F(2, 3), F(3, 4), ratios=True).where == "66.67% 在“60% 以上”一档"
    assert formula(bases, F(2, 3), F(3, 4)).where == "0.6667 在“0.6 以上”一档"


def test_a_line_in_per_cent_says_so_from_the_months_to_the_share():
    """94.1 % of 95 %: 0.941 / 0.95 = 0.990526…"""
    assessment = score(sample.facts())
    line = next(each for each in assessment.department("11").lines if each.code == "E20")
    told = {step.title: step.text for step in explain.steps(assessment, line)}
    assert told["各月实绩"] == "累计口径，取末月：12 月 94.1%"
    assert told["取值"] == "按实绩计：x = a = 94.1%"
    assert told["得分率"] == "94.1% ÷ 95% ≈ 99.05%"
    assert explain.brief(assessment, line) == "94.1% ÷ 95% ≈ 99.05%"


def test_an_increase_of_a_ratio_is_in_per_cent():
    """94.1 % after 90 %: 4.1 points, twice the goal of 2."""
    facts = sample.facts()
    rule = parse_rule("completion", "取值=增量")
    changed = tuple(replace(each, rule=rule) if each.code == "E20" else each for each in facts.indicators)
    kept = tuple(each for each in facts.targets if each.indicator != "E20")
    target = Target("E20", "11", D(10), D("0.02"), None, D("0.9"))
    months = tuple(each for each in facts.actuals if each.indicator != "E20")
    actual = Actual("E20", "11", 12, D("0.941"))
    assessment = score(replace(facts, indicators=changed, targets=(*kept, target), actuals=(*months, actual)))
    line = next(each for each in assessment.department("11").lines if each.code == "E20")
    told = {step.title: step.text for step in explain.steps(assessment, line)}
    assert told["取值"] == "按增量计：x = 94.1% − 90% = 4.1%"
    assert told["得分率"].startswith("4.1% ÷ 2% = 205%")


def test_steps_are_counted_in_steps_and_points_in_points():
    """3.66 of 4 is 91.5 %: 8.5 steps of 1 % short, counted as 9."""
    steps = Bases(parse_rule("shortfall", "步长=1%;每步扣=1.5%;取整=进"), F(4), F(0), F(10), False)
    assert formula(steps, F(366, 100), F(865, 1000)).where.endswith("低于目标 8.5 步（每步 1%），进为 9 步")
    points = Bases(parse_rule("growth", "每点扣=2%;取整=进"), F(8, 100), F(0), F(10), False)
    assert formula(points, F(65, 1000), F(96, 100)).where == "低于目标 1.5 个百分点，进为 2 个"
