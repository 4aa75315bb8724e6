"""Plans, lights and months taken over from the facts before are those made anew, whatever came in."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.assessment.differences import other_rows, reported_again, touched_indicators
from kpi_desktop.assessment.facts import Actual, Facts, Milestone, Progress, Task, Verdict
from kpi_desktop.assessment.lights import target_lights, target_lights_again
from kpi_desktop.assessment.months import reported
from kpi_desktop.assessment.plan import prepare, prepare_again
from kpi_desktop.assessment.scoring import score, score_plan
from tests.assessment.test_prepare_again import YEAR, told

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them

DAY = date(2020, 11, 26)
CODES = st.sampled_from([each.code for each in YEAR.indicators[:6]])
BEARERS = st.sampled_from([each.code for each in YEAR.departments[:4]])
FIGURES = st.integers(1, 200).map(Decimal)


def with_actual(code: str, department: str, month: int, value: Decimal | None):
    def change(facts: Facts) -> Facts:
        key = (code, department, month)
        others = tuple(each for each in facts.actuals if (each.indicator, each.department, each.month) != key)
        return replace(facts, actuals=others if value is None else (*others, Actual(*key, value)))

    return change


def with_target(code: str, department: str, base: Decimal | None):
    def changed(target):
        return replace(target, base=base) if (target.indicator, target.department) == (code, department) else target

    return lambda facts: replace(facts, targets=tuple(map(changed, facts.targets)))


def without_target(code: str, department: str):
    def keep(target) -> bool:
        return (target.indicator, target.department) != (code, department)

    return lambda facts: replace(facts, targets=tuple(filter(keep, facts.targets)))


def fetching(code: str, source: str):
    def changed(indicator):
        return replace(indicator, source=f"指标:{source}") if indicator.code == code else indicator

    return lambda facts: replace(facts, indicators=tuple(map(changed, facts.indicators)))


def with_verdict(code: str, department: str, share: Decimal):
    return lambda facts: replace(facts, verdicts=(*facts.verdicts, Verdict(department, code, share / 200)))


def with_task(department: str, percent: Decimal):
    def change(facts: Facts) -> Facts:
        task = Task(f"T{len(facts.tasks)}", "任务", "重点工作", department, Decimal(3), due=DAY)
        report = Progress(task.code, DAY, percent / 200)
        return replace(facts, tasks=(*facts.tasks, task), progress=(*facts.progress, report))

    return change


def with_milestone(done: date | None):
    def change(facts: Facts) -> Facts:
        new = tuple(Milestone(task.code, "节点", DAY, Decimal(1), done) for task in facts.tasks[:1])
        return replace(facts, milestones=new)

    return change


def without_department(code: str):
    def changed(department):
        return replace(department, takes_part=False) if department.code == code else department

    return lambda facts: replace(facts, departments=tuple(map(changed, facts.departments)))


def renamed(code: str):
    def changed(department):
        return replace(department, head="新任") if department.code == code else department

    return lambda facts: replace(facts, departments=tuple(map(changed, facts.departments)))


CHANGES = st.one_of(
    st.builds(with_actual, CODES, BEARERS | st.just("全区"), st.integers(1, 12), FIGURES | st.none()),
    st.builds(with_actual, CODES, BEARERS, st.integers(1, 12), FIGURES),
    st.builds(with_target, CODES, BEARERS, FIGURES | st.none()),
    st.builds(without_target, CODES, BEARERS),
    st.builds(fetching, CODES, CODES),
    st.builds(with_verdict, CODES, BEARERS, FIGURES),
    st.builds(with_task, BEARERS, FIGURES),
    st.builds(with_milestone, st.none() | st.just(DAY)),
    st.builds(without_department, BEARERS),
    st.builds(renamed, BEARERS),
    st.just(lambda facts: replace(facts, settings=replace(facts.settings, decimals=1))),
    st.just(lambda facts: replace(facts, settings=replace(facts.settings, red_line=Decimal("0.3")))),
)


@settings(max_examples=25, deadline=None)
@given(changes=st.lists(CHANGES, min_size=1, max_size=6))
def test_what_is_taken_over_is_what_is_made_anew(changes):
    facts, plan = YEAR, prepare(YEAR)
    lights, months = target_lights(YEAR, DAY), reported(YEAR)
    for change in changes:
        after = change(facts)
        plan = prepare_again(plan, after)
        lights = target_lights_again(facts, lights, after, DAY)
        months = reported_again(facts, months, after)
        facts = after
        assert told(plan) == told(prepare(facts))
        assert score_plan(plan).facts is facts
        assert lights == target_lights(facts, DAY)
        assert months == reported(facts)


def test_one_value_leaves_the_other_indicators_alone():
    plan = prepare(YEAR)
    after = with_actual("E07", "D00003", 12, Decimal(77))(YEAR)
    again = prepare_again(plan, after)
    other = [old.indicator.code for old, new in zip(plan.indicators, again.indicators, strict=True) if old is not new]
    assert other == ["E07"]
    assert [each.code for each in score_plan(again).departments()] == [each.code for each in score(after).departments()]


def test_those_that_fetch_from_a_touched_indicator_are_touched():
    before = fetching("E05", "E02")(YEAR)
    assert touched_indicators(before, with_actual("E02", "D00001", 12, Decimal(5))(before)) == {"E02", "E05"}
    assert touched_indicators(before, without_target("E02", "D00001")(before)) == {"E02", "E05"}
    assert touched_indicators(before, before) == set()


@pytest.mark.parametrize(
    ("before", "after", "other"),
    [("abc", "abc", []), ("abc", "axc", ["b", "x"]), ("abc", "ac", ["b"]), ("ab", "abc", ["c"]), ("ab", "ba", [])],
)
def test_rows_that_are_in_one_of_both_only(before: str, after: str, other: list[str]):
    assert other_rows(list(before), list(after)) == other
