"""Lights of targets, and their pace: every edge, by hand (calculus, section 8)."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.assessment.facts import WHOLE_ZONE
from kpi_desktop.assessment.lights import REASONS, TargetLight, target_lights
from kpi_desktop.assessment.pace import due, last_ended_month, pace
from tests.assessment.build import a_year, actual, department, indicator, on, target

D, F = Decimal, Fraction


RUNNING = {1: "10", 2: "20", 3: "30"}


def lit(day: str, rule: object, laid: object, months: dict[int, str], **settings: object) -> TargetLight:
    """The light of E01 for D1."""
    values = tuple(actual("E01", "D1", value, month) for month, value in months.items())
    return target_lights(a_year(department("D1"), rule, laid, values, **settings), on(day))[0]


E01 = indicator("E01")
T120 = target("E01", "D1", 120)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2019-12-31", 0), ("2020-01-30", 0), ("2020-01-31", 1), ("2020-02-28", 1), ("2020-02-29", 2), ("2021-01-01", 12)],
)
def test_a_month_has_ended_on_its_last_day(day, expected):
    assert last_ended_month(2020, on(day)) == expected


def test_pace_runs_straight_through_the_quarter_targets_that_are_given():
    # 0 at the start, 30 at the end of March, no half, 100 at the end of September, 120 at the end
    laid = target("E01", "D1", 120, q1=30, q3=100)
    assert [pace(laid, E01, month) for month in (1, 3, 6, 9, 11, 12)] == [
        10,  # 30 × 1/3
        30,
        65,  # 30 + 70 × 3/6
        100,
        F(340, 3),  # 100 + 20 × 2/3
        120,
    ]
    assert pace(T120, E01, 5) == 50


@pytest.mark.parametrize("accumulation", ["last", "average"])
def test_pace_of_a_level_is_the_target_of_the_quarter(accumulation):
    rule = indicator("E01", accumulation=accumulation)
    laid = target("E01", "D1", 120, q1=90, q3=110)
    assert [pace(laid, rule, month) for month in (1, 3, 4, 6, 7, 9, 10, 12)] == [90, 90, 120, 120, 110, 110, 120, 120]


@pytest.mark.parametrize(
    ("rule", "laid", "expected"),
    [
        (indicator("E01"), target("E01", "D1", 75, stretch=100), 75),
        (indicator("E01", "tiered"), target("E01", "D1", 75, stretch=100), 75),
        (indicator("E01", "efficacy"), target("E01", "D1", 75, stretch=100), 100),
        (indicator("E01", "growth"), target("E01", "D1", "0.1", prior=200), 220),
        (indicator("E01", "growth"), target("E01", "D1", "0.1", prior=-200), -180),  # P + abs(P) × G
        (indicator("E01", "growth"), target("E01", "D1", "0.1"), None),
        (indicator("E01", "completion", "取值=增量"), target("E01", "D1", 30, prior=200), 230),
        (indicator("E01", "completion", "取值=占比"), target("E01", "D1", "0.3"), None),
        (indicator("E01", "rank"), target("E01", "D1", 30), None),
        (indicator("E01", "panel"), target("E01", "D1", 30), None),
        (indicator("E01", source="项目:签约率"), target("E01", "D1", 1), None),
        (indicator("E01"), target("E01", "D1"), None),
    ],
)
def test_due_is_the_actual_that_meets_the_goal(rule, laid, expected):
    assert due(laid, rule) == expected
    assert pace(laid, rule, 12) == expected


@pytest.mark.parametrize(
    ("value", "expected", "reasons"),
    [
        ("60", "green", ()),
        ("54", "green", ()),  # pace 60 of 120: lag 6/120 is 5 %, not above
        ("53.99", "yellow", ("behind_pace",)),
        ("42", "yellow", ("behind_pace",)),  # lag 18/120 is 15 %
        ("41.99", "red", ("far_behind_pace",)),
    ],
)
def test_lag_is_measured_against_the_years_due(value, expected, reasons):
    found = lit("2020-07-21", E01, T120, {6: value})  # no later month has ended more than 20 days before
    assert (found.light, found.reasons) == (expected, reasons)
    assert (found.month, found.pace, found.due, found.actual) == (6, 60, 120, F(value))


def test_the_lines_of_the_settings_decide():
    assert lit("2020-07-10", E01, T120, {6: "55"}, yellow_line=D("0.01"), red_line=D("0.04")).light == "red"


def test_the_last_month_that_ended_and_has_a_value_counts():
    months = {3: "30", 4: "31", 6: "0"}
    found = lit("2020-05-20", E01, T120, months)
    # April: pace 40, 31: lag 9/120 = 7.5 %; June has not ended
    assert (found.month, found.lag, found.reasons) == (4, F(3, 40), ("behind_pace",))
    assert lit("2020-06-30", E01, T120, months).month == 6


def test_sums_and_means_take_the_months_up_to_then():
    summed = indicator("E01", accumulation="sum")
    assert lit("2020-03-31", summed, T120, RUNNING).actual == 60
    assert lit("2020-02-29", indicator("E01", accumulation="average"), T120, RUNNING).actual == 15


def test_where_lower_is_better_the_lag_turns_round():
    rule = indicator("E01", "reverse", accumulation="sum")
    # pace at June: 6 of 12; 8 is 2 above: lag 2/12 = 16.7 %
    assert lit("2020-07-21", rule, target("E01", "D1", 12), {6: "8"}).reasons == ("far_behind_pace",)
    assert lit("2020-07-21", rule, target("E01", "D1", 12), {6: "4"}).reasons == ()


def test_a_due_of_zero_or_a_blank_is_not_judged_but_its_reports_are():
    zero = indicator("E01", "pass", "方向=低优")
    assert lit("2020-07-10", zero, target("E01", "D1", 0), {6: "5"}).lag is None
    assert lit("2020-07-22", zero, target("E01", "D1", 0), {5: "5"}).reasons == ("report_missing",)
    assert lit("2020-07-22", E01, target("E01", "D1"), {5: "5"}).reasons == ("report_missing",)


@pytest.mark.parametrize(
    ("cadence", "day", "months", "missing"),
    [
        ("month", "2020-01-31", {}, False),
        ("month", "2020-02-20", {}, False),  # January ended 20 days before: not more
        ("month", "2020-02-21", {}, True),
        ("month", "2020-02-21", {1: "10"}, False),
        ("month", "2020-04-21", {1: "10"}, True),  # March is the last such month
        ("month", "2020-04-21", {3: "30"}, False),
        ("quarter", "2020-04-20", {}, False),
        ("quarter", "2020-04-21", {}, True),
        ("quarter", "2020-04-21", {2: "20"}, False),
        ("quarter", "2020-07-20", {2: "20"}, False),  # the second quarter ended 20 days before
        ("quarter", "2020-07-21", {2: "20"}, True),
        ("year", "2020-12-31", {}, False),
        ("year", "2021-01-20", {}, False),
        ("year", "2021-01-21", {}, True),
        ("year", "2021-06-01", {4: "120"}, False),
        ("month", "2021-06-01", {11: "110"}, True),
        ("month", "2021-06-01", {12: "120"}, False),
    ],
)
def test_a_period_that_ended_more_than_20_days_ago_needs_a_value(cadence, day, months, missing):
    rule = indicator("E01", cadence=cadence)
    found = lit(day, rule, target("E01", "D1"), months)
    assert ("report_missing" in found.reasons) is missing


def test_panels_and_project_rates_are_always_green():
    for rule in (indicator("E01", "panel"), indicator("E01", source="项目:签约率")):
        found = lit("2021-06-01", rule, target("E01", "D1", 1), {})
        assert (found.light, found.reasons) == ("green", ())


def test_a_value_for_the_whole_zone_and_a_fetched_month_count_as_reported():
    year = a_year(
        department("D1"),
        indicator("E01"),
        indicator("E02", source="指标:E01"),
        target("E01", "D1", 120),
        target("E02", "D1", 240),
        actual("E01", WHOLE_ZONE, 60, 6),
    )
    first, second = target_lights(year, on("2020-07-21"))
    assert (first.light, first.actual) == ("green", 60)
    # the same 60 against a pace of 120: lag 60/240
    assert (second.light, second.lag) == ("red", F(1, 4))


def test_a_later_month_does_not_stand_for_the_one_that_is_due():
    # on 10 July May is the last month that ended more than 20 days before; June is there, May is not
    assert lit("2020-07-10", E01, T120, {4: "40", 6: "60"}).reasons == ("report_missing",)


def test_a_target_lists_red_reasons_first():
    found = lit("2020-07-31", E01, T120, {5: "10"})
    assert found.reasons == ("far_behind_pace", "report_missing")
    assert found.details[0] == "到 5 月 10，进度应为 50，落后全年目标的 33.3%"
    assert list(found.reasons) == [code for code in REASONS if code in found.reasons]


@pytest.mark.parametrize(
    ("unit", "values", "said"),
    [
        ("亿元", {5: "10.5"}, "到 5 月 10.5 亿元，进度应为 50 亿元，落后全年目标的 32.9%"),
        ("%", {5: "0.4"}, "到 5 月 40%，进度应为 5,000%，落后全年目标的 41.3%"),
    ],
)
def test_a_reason_has_its_unit_and_a_ratio_is_in_per_cent(unit, values, said):
    """(50 − 10.5) / 120 = 32.92 %; (50 − 0.4) / 120 = 41.33 %."""
    assert lit("2020-06-10", replace(E01, unit=unit), T120, values).details[0] == said


@given(st.dictionaries(st.integers(1, 12), st.integers(0, 100).map(str)), st.dates(on("2019-12-01"), on("2021-03-31")))
def test_more_is_never_a_worse_light(months, day):
    more = {month: str(int(value) + 5) for month, value in months.items()}
    worse = ["red", "yellow", "green"]
    assert worse.index(lit(str(day), E01, T120, more).light) >= worse.index(lit(str(day), E01, T120, months).light)
