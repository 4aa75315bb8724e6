"""Proposed directives, by hand (calculus, section 8)."""

from dataclasses import replace
from decimal import Decimal

from kpi_desktop.assessment.adjusting import deduction_of
from kpi_desktop.assessment.facts import Progress
from kpi_desktop.assessment.lights import task_lights
from kpi_desktop.assessment.proposals import proposals
from kpi_desktop.assessment.settings import Settings
from tests.assessment.build import a_year, actual, card, department, indicator, on, target, task

E01 = indicator("E01")
T120 = target("E01", "D1", 120)
T1 = task("T1", cadence="quarter")


def report(day: str, percent: str | None = None) -> Progress:
    return Progress("T1", on(day), None if percent is None else Decimal(percent))


def proposed(day: str, *rows: object) -> list[tuple[str, str]]:
    found = proposals(a_year(department("D1"), *rows), on(day))
    return [(each.colour, each.task.code if each.task else each.department) for each in found]


def test_blue_15_days_before_yellow_and_red_on_turning():
    held = replace(T1, due=on("2020-03-31"))
    rows = (held, report("2020-03-01", "1"))
    assert proposed("2020-03-15", *rows) == []
    assert proposed("2020-03-16", *rows) == [("blue", "T1")]
    assert proposed("2020-03-31", *rows) == [("blue", "T1")]
    assert proposed("2020-04-01", *rows) == [("red", "T1")]
    assert proposed("2020-03-16", held, report("2020-03-01", "0.1")) == [("yellow", "T1")]


def test_nothing_is_proposed_that_was_issued_that_bad_or_worse():
    rows = (replace(T1, due=on("2020-03-31")), report("2020-03-01", "1"))
    assert proposed("2020-03-20", *rows, card("黄", "T1", on("2020-03-01"))) == []
    assert proposed("2020-04-01", *rows, card("黄", "T1", on("2020-03-01"))) == [("red", "T1")]
    assert proposed("2020-04-01", *rows, card("红", "T1", on("2020-04-01"))) == []
    # a directive of a later day has not been issued yet
    assert proposed("2020-04-01", *rows, card("红", "T1", on("2020-04-02"))) == [("red", "T1")]


def test_a_closed_task_needs_no_reminder():
    assert proposed("2020-03-20", replace(T1, due=on("2020-03-31"), state="finished")) == []


def test_a_lagging_target_is_proposed_for_its_department():
    rows = (E01, T120, actual("E01", "D1", 41, 6))
    assert proposed("2020-07-10", *rows) == [("red", "D1")]
    assert proposed("2020-07-10", *rows, card("黄", None, on("2020-06-01"), indicator="E01", department="D1")) == [
        ("red", "D1")
    ]
    assert proposed("2020-07-10", *rows, card("红", None, on("2020-06-01"), indicator="E01", department="D1")) == []


def test_lights_that_are_known_are_not_judged_again():
    facts = a_year(department("D1"), replace(T1, due=on("2020-03-31")), report("2020-03-01", "1"))
    day = on("2020-04-01")
    assert proposals(facts, day, task_lights(facts, day), ()) == proposals(facts, day)
    assert proposals(facts, day, (), ()) == ()


def test_what_a_directive_deducts_from_its_bearer_and_from_a_partner():
    settings = Settings(
        year=2020, directive_category="扣分", red_deduction=Decimal("0.9"), partner_deduction=Decimal("0.25")
    )
    assert deduction_of(settings, "red") == (Decimal("0.90"), Decimal("0.23"))  # 0.225, half-up
    assert deduction_of(settings, "blue") == (0, 0)
    assert deduction_of(replace(settings, directive_category=None), "red") == (0, 0)
