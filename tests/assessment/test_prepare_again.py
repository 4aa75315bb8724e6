"""A plan made from another plan is the one made anew, whatever was changed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kpi_desktop.assessment.plan import Plan, prepare, prepare_again
from kpi_desktop.assessment.scoring import score, score_plan
from kpi_desktop.assessment.whatif import Change, changed
from tests.benchmarks.years import large_year

YEAR = large_year(600)
WEIGHTS = (
    Change("weight", ("第1组", "经济指标"), "points", Decimal(70)),
    Change("weight", ("第1组", "重点工作"), "points", Decimal(15)),
)
MULTIPLIER = Change("target", ("E07", "D00003"), "multiplier", Decimal(3))
RULE = (
    Change("indicator", ("E03",), "params", "确保得分率=60%"),
    Change("indicator", ("E10",), "rule", "completion"),
    Change("indicator", ("E10",), "params", "封顶=120%"),
)
BAND = Change("grade_band", ("优秀", None), "minimum", Decimal(70))
SCALED = Change("setting", ("scaled",), "value", False)
SPREAD = Change("setting", ("missing_category",), "value", "折算")
DECIMALS = Change("setting", ("decimals",), "value", 1)


def told(plan: Plan):
    """Everything a plan scores to, down to the lines."""
    return [
        (r.code, r.rank, r.total, r.grade, r.economic_share, [(x.code, x.full, x.score, x.status) for x in r.lines])
        for r in score_plan(plan).departments()
    ]


@pytest.mark.parametrize(
    "changes",
    [(), WEIGHTS, (MULTIPLIER,), RULE, (BAND,), (SCALED,), (SPREAD,), (DECIMALS,), (*WEIGHTS, MULTIPLIER, *RULE, BAND)],
)
def test_it_is_the_plan_made_anew(changes):
    after = changed(YEAR, changes)
    again = prepare_again(prepare(YEAR), after)
    assert told(again) == told(prepare(after))
    assert score_plan(again).facts is after


def test_one_plan_after_another():
    """From changed to changed: the second does not see the first."""
    first = prepare_again(prepare(YEAR), changed(YEAR, (*WEIGHTS, *RULE)))
    assert told(prepare_again(first, changed(YEAR, (MULTIPLIER,)))) == told(prepare(changed(YEAR, (MULTIPLIER,))))


def test_what_has_not_changed_is_taken_over():
    today = prepare(YEAR)
    again = prepare_again(today, changed(YEAR, WEIGHTS))
    assert all(old is new for old, new in zip(today.indicators, again.indicators, strict=True))
    assert all(old is new for old, new in zip(today.groups[0].departments, again.groups[0].departments, strict=True))
    assert today.groups[1].departments[0] is not again.groups[1].departments[0]


@pytest.mark.parametrize(
    "other",
    [
        replace(YEAR, actuals=YEAR.actuals[:-5]),
        replace(YEAR, targets=YEAR.targets[1:]),
        replace(YEAR, targets=tuple(reversed(YEAR.targets))),
        replace(YEAR, indicators=(replace(YEAR.indicators[0], category="党的建设"), *YEAR.indicators[1:])),
        replace(YEAR, departments=YEAR.departments[:-1]),
    ],
)
def test_other_facts_are_prepared_anew(other):
    assert told(prepare_again(prepare(YEAR), other)) == [
        (r.code, r.rank, r.total, r.grade, r.economic_share, [(x.code, x.full, x.score, x.status) for x in r.lines])
        for r in score(other).departments()
    ]
