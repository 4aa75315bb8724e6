"""Whole random years against the slow second computation of the calculus in `tests/oracle`."""

from dataclasses import replace
from secrets import randbelow

import pytest
from hypothesis import given, settings

from kpi_desktop.assessment import scoring as program
from kpi_desktop.assessment.facts import Facts
from tests.oracle import compare, scoring
from tests.oracle.random_years import random_year, whole_years

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them


def differing_years(seeds: range, with_next_points: bool = False) -> dict[int, list[str]]:
    """The seeds of the years in which program and oracle differ, with the first differences."""
    found = {seed: compare.differences(random_year(seed), with_next_points) for seed in seeds}
    return {seed: lines[:5] for seed, lines in found.items() if lines}


def test_the_first_years_agree():
    assert differing_years(range(300)) == {}


def test_years_never_seen_before_agree():
    first = randbelow(2**32)
    assert differing_years(range(first, first + 150)) == {}, "each number is a seed: random_year(seed) makes the year"


def test_next_points_are_the_least_further_values():
    assert differing_years(range(25), with_next_points=True) == {}


@settings(max_examples=30, deadline=None)
@given(whole_years())
def test_the_order_of_the_sheets_changes_no_figure(facts: Facts):
    turned = replace(
        facts,
        targets=facts.targets[::-1],
        tasks=facts.tasks[::-1],
        actuals=facts.actuals[::-1],
        ratings=facts.ratings[::-1],
        milestones=facts.milestones[::-1],
        adjustments=facts.adjustments[::-1],
        verdicts=facts.verdicts[::-1],
    )
    assert compare.program_scores(program.score(turned)) == compare.program_scores(program.score(facts))


def test_a_changed_year_is_noticed():
    facts = random_year(2)
    heavier = replace(facts, targets=tuple(replace(target, points=target.points + 1) for target in facts.targets))
    expected = compare.oracle_scores(scoring.score(facts))
    assert compare.compared(expected, compare.program_scores(program.score(heavier)))
