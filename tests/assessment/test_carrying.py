"""Carry-over: what is taken along, under which code, and what of it stays behind (calculus, section 8)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.assessment.carrying import carried_tasks, lost_categories, lost_departments, next_scheme
from kpi_desktop.assessment.facts import (
    Category,
    Consequence,
    Department,
    Explanation,
    Facts,
    Milestone,
    Progress,
    Project,
    RaterClass,
    Task,
)
from kpi_desktop.assessment.names import TASK_STATES
from tests.assessment.build import (
    BANDS,
    WORK,
    a_year,
    award,
    borne,
    card,
    department,
    indicator,
    on,
    scored,
    task,
    veto,
)

FIRST = date(2021, 1, 1)


def next_year(*parts: object) -> Facts:
    return a_year(department("D1"), *parts, year=2021)


def codes(facts: Facts, after: Facts | None = None) -> dict[str, str]:
    """Old code to new."""
    return {each.from_code: each.code for each in carried_tasks(facts, after)}


def test_everything_not_finished_or_cancelled_goes_along():
    states = {state: task(state, state=state) for state in TASK_STATES}
    assert [each.from_code for each in carried_tasks(a_year(department("D1"), *states.values()), None)] == [
        "not_started",
        "in_progress",
        "submitted",
        "suspended",
    ]


def test_a_carried_task_begins_anew_and_keeps_what_it_is():
    made = task(
        "T1",
        partners=("D2",),
        points=Decimal(5),
        origin="批示",
        document="〔2020〕3号",
        basis="会议纪要",
        owner="张三",
        leader="李四",
        assigned=on("2020-01-10"),
        start=on("2020-02-01"),
        due=on("2020-10-31"),
        cadence="week",
        state="suspended",
    )
    (found,) = carried_tasks(a_year(department("D1"), department("D2"), made), None)
    assert found.task == replace(
        made,
        code="2020-T1",
        start=FIRST,
        due=None,
        state="not_started",
        carried_from="T1",
        times_carried=1,
        original_year=2020,
        original_due=on("2020-10-31"),
    )
    assert (found.code, found.from_code, found.title, found.times) == ("2020-T1", "T1", "T1任务", 1)


def test_the_original_year_and_due_date_stay_through_a_second_carrying():
    carried = task(
        "2019-T1", carried_from="T1", times_carried=1, original_year=2019, original_due=on("2019-06-30"), due=None
    )
    (found,) = carried_tasks(a_year(department("D1"), carried), None)
    assert found.task.original_year == 2019
    assert found.task.original_due == on("2019-06-30")
    assert (found.code, found.from_code, found.times) == ("2020-T1", "2019-T1", 2)


def test_undone_milestones_go_along_without_dates_and_reports_stay():
    rows = (
        task("T1"),
        Milestone("T1", "基础", on("2020-03-01"), Decimal(2), done=on("2020-03-02")),
        Milestone("T1", "封顶", on("2020-09-01"), Decimal(3)),
        Milestone("T1", "验收", None),
        Milestone("T2", "别的", on("2020-09-01")),
        Progress("T1", on("2020-12-01"), Decimal("0.4")),
    )
    (found,) = carried_tasks(a_year(department("D1"), rows), None)
    assert found.milestones == (
        Milestone("2020-T1", "封顶", None, Decimal(3)),
        Milestone("2020-T1", "验收", None),
    )


def test_taken_codes_are_numbered():
    # 2019-T1 and T1 both want 2020-T1; the next year's 2020-T2 and the indicator 2020-T3 are taken
    facts = a_year(department("D1"), *(task(code) for code in ("2019-T1", "T1", "T2", "T3")))
    after = next_year(task("2020-T2"), indicator("2020-T3"))
    assert codes(facts, after) == {"2019-T1": "2020-T1", "T1": "2020-T1-2", "T2": "2020-T2-2", "T3": "2020-T3-2"}


def test_a_year_that_is_not_open_yet_will_have_this_years_indicators():
    assert codes(a_year(department("D1"), indicator("2020-T1"), task("T1"))) == {"T1": "2020-T1-2"}


@pytest.mark.parametrize("code", ["2020", "20-1", "2020-", "T-2020-1"])
def test_only_a_year_and_a_dash_before_something_is_a_prefix(code):
    assert codes(a_year(department("D1"), task(code))) == {code: f"2020-{code}"}


def test_nothing_is_carried_twice():
    facts = a_year(department("D1"), task("T1"), task("T2"))
    first = carried_tasks(facts, None)
    assert carried_tasks(facts, next_year(*(each.task for each in first))) == ()
    renamed = replace(first[0].task, code="甲-1", title="换了名字", state="finished")
    assert codes(facts, next_year(renamed)) == {"T2": "2020-T2"}


def test_a_department_or_category_that_is_gone_comes_along_without_taking_part():
    special = Category("专项", "scored")
    facts = a_year(
        department("D1"),
        department("D2", 7),
        department("D3"),
        special,
        Category(WORK, "scored"),
        task("T1", "D2", partners=("D3",), category="专项"),
        task("T2"),
    )
    after = next_year()
    carried = carried_tasks(facts, after)
    assert lost_departments(facts, after, carried) == (
        Department("D2", "D2局", group=None, takes_part=False, headcount=Decimal(7)),
        Department("D3", "D3局", group=None, takes_part=False, headcount=Decimal(10)),
    )
    assert lost_categories(facts, after, carried) == (special,)
    assert lost_departments(facts, next_scheme(facts), carried) == ()
    assert lost_categories(facts, next_scheme(facts), carried) == ()


def test_a_new_year_begins_with_departments_and_scheme_and_no_figures():
    project = Project("P1", "厂房", "D1", Decimal(9), Decimal(5), Decimal(4), on("2020-03-01"), on("2020-04-01"))
    facts = a_year(
        department("D1"),
        scored("D1", 90),
        BANDS,
        indicator("E01"),
        borne("E01", "D1", 1, 1),
        RaterClass("领导", Decimal(1)),
        award("总额分配", "总额=1;因素=人数"),
        Consequence("督办:红", "约谈"),
        veto("D1"),
        card("红", indicator="E01", department="D1"),
        Explanation("no_result", "E01", "未公布"),
        project,
        decimals=1,
        payout_unit=Decimal(100),
    )
    found = next_scheme(facts)
    assert found.settings == replace(facts.settings, year=2021)
    for kept in ("departments", "groups", "categories", "weights", "indicators", "rater_classes", "bands", "awards"):
        assert getattr(found, kept) == getattr(facts, kept)
    assert found.consequences == facts.consequences
    assert found.projects == (replace(project, year_plan=None, year_done=None),)
    empty = Facts(settings=found.settings)
    for left in ("targets", "actuals", "tasks", "milestones", "progress", "directives", "verdicts", "adjustments"):
        assert getattr(found, left) == getattr(empty, left) == ()
    assert (found.explanations, found.state, found.revision) == ((), "draft", 1)


CODE = st.text(st.sampled_from("T12-0年"), min_size=1, max_size=9)
TASKS = st.lists(st.builds(lambda code, state: task(code, state=state), CODE, st.sampled_from(list(TASK_STATES))))


@given(TASKS, TASKS)
def test_new_codes_never_collide_and_a_second_run_carries_nothing(tasks, others):
    unique: list[Task] = list({each.code: each for each in tasks}.values())
    there = list({each.code: each for each in others}.values())
    facts, after = a_year(department("D1"), *unique), next_year(*there)
    carried = carried_tasks(facts, after)
    together = [*(each.code for each in there), *(each.code for each in carried)]
    assert len(set(together)) == len(together)
    assert carried_tasks(facts, next_year(*there, *(each.task for each in carried))) == ()
