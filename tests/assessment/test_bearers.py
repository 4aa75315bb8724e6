"""Bearers side by side, by hand."""

from fractions import Fraction

import pytest

from kpi_desktop.assessment.bearers import brought, places
from tests.assessment.build import exactly, indicator, target


def test_a_month_of_a_running_total_brought_its_step():
    values = {1: exactly("1.5"), 2: exactly(4), 4: exactly(9)}
    assert [brought("cumulative", values, month) for month in range(1, 6)] == [
        Fraction("1.5"),
        Fraction("2.5"),
        None,
        None,
        None,
    ]


@pytest.mark.parametrize("way", ["sum", "last", "average"])
def test_other_months_are_what_they_say(way):
    assert brought(way, {3: exactly(7)}, 3) == 7
    assert brought(way, {3: exactly(7)}, 4) is None


def test_bearers_are_placed_by_how_much_of_their_own_target_they_reached():
    """9 of 10, 15 of 20, 18 of 20, nothing: 90 %, 75 %, 90 %."""
    own = indicator("E01")
    targets = [target("E01", f"D{at}", base) for at, base in enumerate((10, 20, 20, 20), 1)]
    values = [{6: exactly(9), 7: exactly(99)}, {6: exactly(15)}, {6: exactly(18)}, {}]
    assert places(own, targets, values, 6) == (1, 3, 1, None)


def test_growth_places_by_growth():
    """120 of 100 is 20 %, 66 of 60 is 10 %."""
    own = indicator("E01", "growth", "取值=增幅")
    targets = [target("E01", "D1", "0.1", prior=60), target("E01", "D2", "0.1", prior=100)]
    assert places(own, targets, [{12: exactly(66)}, {12: exactly(120)}], 12) == (2, 1)


def test_lower_is_better_turns_the_places():
    own = indicator("E01", "reverse")
    targets = [target("E01", "D1", 10), target("E01", "D2", 10)]
    assert places(own, targets, [{1: exactly(12)}, {1: exactly(8)}], 1) == (2, 1)


def test_nobody_bears_it():
    assert places(indicator("E01"), [], [], 12) == ()
