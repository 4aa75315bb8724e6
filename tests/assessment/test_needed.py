"""What the months that are left must bring, each figure worked out by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.assessment.needed import (
    AS_BEFORE,
    BASE,
    FASTER,
    MISSED,
    OPEN,
    REACHED,
    STRETCH,
    Needed,
    amounts,
    needed,
)
from tests.assessment.build import exactly, indicator, target


def months(*values: object) -> dict[int, object]:
    """Values of January on; None where a month is not reported."""
    return {month: exactly(value) for month, value in enumerate(values, 1) if value is not None}


def asked(
    way: str, goals: object, values: dict, rule: str = "tiered", params: str = "", **rest: object
) -> list[Needed]:
    base, stretch = goals if isinstance(goals, tuple) else (goals, None)
    cadence = rest.pop("cadence", "month")
    until = rest.pop("until", 12)
    own = indicator("E01", rule, params, accumulation=way, cadence=cadence)
    return list(needed(own, target("E01", "D1", base, stretch=stretch, **rest), values, until))


def test_the_rest_of_a_total_to_date_is_spread_over_the_months_that_are_left():
    """固定资产投资 of the picture: 18.84 in October, 11.26 in July; 1.16 and 7.16 are missing."""
    values = {7: exactly("11.26"), 8: exactly("12.78"), 9: exactly("16.02"), 10: exactly("18.84")}
    base, stretch = asked("cumulative", (20, 26), values)
    assert (base.goal, base.amount, base.to_date, base.rest) == (BASE, 20, Fraction("18.84"), Fraction("1.16"))
    assert (base.left, base.each, base.state) == (2, Fraction("0.58"), AS_BEFORE)
    assert base.recent == Fraction("7.58") / 3
    assert (stretch.goal, stretch.rest, stretch.each, stretch.state) == (
        STRETCH,
        Fraction("7.16"),
        Fraction("3.58"),
        FASTER,
    )
    assert stretch.quicker == Fraction("3.58") / (Fraction("7.58") / 3) - 1


def test_a_third_is_not_cut_off():
    (base,) = asked("cumulative", 10, {9: exactly(9)}, rule="completion")
    assert base.each == Fraction(1, 3)


def test_months_add_up():
    """3 + 4 + 5 = 12 of 30; 18 in nine months is 2 a month, and 4 came in."""
    (base,) = asked("sum", 30, months(3, 4, 5), rule="completion")
    assert (base.to_date, base.rest, base.left, base.each, base.recent, base.state) == (12, 18, 9, 2, 4, AS_BEFORE)


def test_a_month_nobody_reported_brought_nothing_to_a_sum():
    """Of February to April only February and April are known: 6 in three months."""
    (base,) = asked("sum", 100, months(10, 2, None, 4), rule="completion")
    assert base.recent == 2


def test_a_level_must_move_by_so_much_a_month():
    """From 80 in May to 94 at the end of December: 2 a month; from 74 in February it moved 2 a month."""
    (base,) = asked("last", 94, {2: exactly(74), 5: exactly(80)}, rule="completion")
    assert (base.rest, base.left, base.each, base.recent, base.state) == (14, 7, 2, 2, AS_BEFORE)


def test_one_level_alone_says_nothing_about_how_fast_it_moves():
    (base,) = asked("last", 94, {5: exactly(80)}, rule="completion")
    assert (base.each, base.recent, base.state) == (2, None, OPEN)


def test_a_mean_asks_what_the_months_to_come_must_be():
    """Three reports make 276; with the two to come five at 95 are 475: (475 − 276) / 2."""
    (base,) = asked("average", 95, {8: exactly(90), 9: exactly(92), 10: exactly(94)}, rule="completion")
    assert (base.to_date, base.rest, base.left, base.each) == (92, 3, 2, Fraction(199, 2))
    assert (base.recent, base.state, base.quicker) == (92, FASTER, Fraction(15, 184))


def test_a_mean_by_quarters_counts_reports():
    """Two of four quarters at 90: the other two must be 100 for 95."""
    (base,) = asked("average", 95, {3: exactly(90), 6: exactly(90)}, rule="completion", cadence="quarter")
    assert (base.left, base.each, base.recent) == (2, 100, 90)


def test_a_mean_above_its_goal_is_not_reached_before_the_year_ends():
    early = asked("average", 90, months(96), rule="completion")[0]
    late = asked("average", 90, months(*[96] * 12), rule="completion")[0]
    assert (early.state, early.each) == (AS_BEFORE, Fraction(1080 - 96, 11))
    assert (late.state, late.each, late.left) == (REACHED, None, 0)


def test_what_is_reached_needs_nothing_more():
    (base,) = asked("cumulative", 10, {6: exactly(12)}, rule="completion")
    assert (base.state, base.rest, base.each) == (REACHED, -2, Fraction(-1, 3))


def test_no_month_is_left():
    base, stretch = asked("cumulative", (10, 15), {12: exactly(12)})
    assert (base.state, base.each, base.left) == (REACHED, None, 0)
    assert (stretch.state, stretch.rest, stretch.each) == (MISSED, 3, None)


def test_nothing_reported_leaves_the_whole_year():
    (base,) = asked("cumulative", 24, {}, rule="completion")
    assert (base.to_date, base.rest, base.left, base.each, base.recent, base.state) == (None, 24, 12, 2, None, OPEN)
    (level,) = asked("last", 24, {}, rule="completion")
    assert (level.rest, level.each, level.state) == (None, None, OPEN)


def test_figures_of_later_months_are_not_known_yet():
    (base,) = asked("cumulative", 24, months(*range(1, 13)), rule="completion", until=4)
    assert (base.to_date, base.left, base.each) == (4, 8, Fraction(5, 2))


def test_lower_is_better_leaves_a_room_that_may_be_used_up():
    """12 accidents at most, 6 by June: one a month may still be; two a month came in from April to June."""
    (base,) = asked("sum", 12, {4: exactly(2), 5: exactly(2), 6: exactly(2)}, rule="reverse")
    assert (base.rest, base.left, base.each, base.recent) == (-6, 6, 1, 2)
    assert (base.state, base.quicker) == (FASTER, Fraction(1, 2))


def test_a_limit_that_is_passed_cannot_be_kept():
    (base,) = asked("cumulative", 5, {3: exactly(6)}, rule="pass", params="方向=低优")
    assert (base.state, base.rest) == (MISSED, 1)


def test_no_accident_at_all_is_kept_by_none():
    (base,) = asked("sum", 0, {1: exactly(0), 2: exactly(0)}, rule="pass", params="方向=低优")
    assert (base.state, base.each, base.recent) == (AS_BEFORE, 0, 0)


def test_a_level_that_must_fall():
    """Energy 100 → 95 in March; 90 by December is 5 ÷ 9 a month, and 2.5 a month it fell."""
    (base,) = asked("last", 90, {1: exactly(100), 3: exactly(95)}, rule="reverse")
    assert (base.rest, base.each, base.recent) == (5, Fraction(-5, 9), Fraction(-5, 2))
    assert base.state == AS_BEFORE
    (slow,) = asked("last", 77, {1: exactly(100), 3: exactly(99)}, rule="reverse")
    assert (slow.each, slow.recent, slow.quicker) == (Fraction(-22, 9), Fraction(-1, 2), Fraction(35, 9))
    (there,) = asked("last", 96, {1: exactly(100), 3: exactly(95)}, rule="reverse")
    assert there.state == REACHED


def test_efficacy_has_one_goal_and_its_direction_is_that_of_its_values():
    """满意值 10 below 不允许值 30: lower is better, and 不允许值 is no goal."""
    (stretch,) = asked("last", (30, 10), {1: exactly(20), 4: exactly(17)}, rule="efficacy")
    assert (stretch.goal, stretch.amount, stretch.rest) == (STRETCH, 10, 7)
    assert (stretch.each, stretch.recent, stretch.state) == (Fraction(-7, 8), -1, AS_BEFORE)


@pytest.mark.parametrize(
    ("params", "base", "due"), [("取值=增幅", "0.1", Fraction(220)), ("取值=增量", "30", Fraction(230))]
)
def test_rates_become_amounts_through_the_year_before(params, base, due):
    (found,) = asked("cumulative", base, {6: exactly(100)}, rule="growth", params=params, prior=200)
    assert (found.amount, found.each) == (due, (due - 100) / 6)


@pytest.mark.parametrize(
    ("rule", "params"), [("panel", ""), ("rank", ""), ("curve", "取值=占比;点=0:0,1:1"), ("growth", "取值=增幅")]
)
def test_what_is_not_judged_by_an_amount_has_no_goals(rule, params):
    assert amounts(indicator("E01", rule, params), target("E01", "D1", "0.1")) == {}


@given(
    st.sampled_from(["cumulative", "sum", "average"]),
    st.integers(0, 500),
    st.lists(st.integers(0, 60), min_size=1, max_size=11),
)
def test_bringing_each_month_what_is_needed_meets_the_goal_exactly(way, goal, values):
    from kpi_desktop.assessment.months import accumulate

    known = months(*values)
    (base,) = asked(way, goal, known, rule="completion")
    for month in range(len(values) + 1, 13):
        known[month] = Fraction(known[month - 1] if way == "cumulative" else 0) + base.each
    assert accumulate(way, known) == goal
