"""Section 8: the lights of tasks and targets on a day, and the project rates of everybody."""

import itertools
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kpi_desktop.assessment.facts import Facts, Target, Task
from tests.oracle.actuals import STAGES, accumulated, indicator_of, months_of, project_rate, source_kind
from tests.oracle.arithmetic import ONE, ZERO, blank_or_exactly, exactly
from tests.oracle.shares import Judgement, judgement

RED = ("overdue", "milestone_overdue", "far_behind_pace")
CADENCE_DAYS = {"week": 7, "month": 31, "quarter": 92}
CADENCE_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass
class OracleLight:
    """A light with its reasons, red ones first."""

    code: str
    department: str
    light: str
    reasons: list[str]


def light_of(reasons: list[str]) -> str:
    """The worst counts."""
    if any(reason in RED for reason in reasons):
        return "red"
    return "yellow" if reasons else "green"


# --- tasks


def task_lights(facts: Facts, day: date) -> list[OracleLight]:
    """The lights of all tasks as in their sheet."""
    lights = []
    for task in facts.tasks:
        if task.state in ("finished", "suspended", "cancelled"):
            lights.append(OracleLight(task.code, task.lead, "grey", []))
        else:
            reasons = task_reasons(facts, task, day)
            lights.append(OracleLight(task.code, task.lead, light_of(reasons), reasons))
    return lights


def task_reasons(facts: Facts, task: Task, day: date) -> list[str]:
    """Red reasons, then yellow ones."""
    reasons = []
    if task.due is not None and day > task.due:
        reasons.append("overdue")
    days_late = [late for late in days_of_undone_milestones(facts, task, day) if late > 0]
    if any(late > 15 for late in days_late):
        reasons.append("milestone_overdue")
    elif days_late:
        reasons.append("milestone_late")
    if "overdue" not in reasons and is_behind_pace(facts, task, day):
        reasons.append("behind_pace")
    if (day - last_report(facts, task, day)).days > CADENCE_DAYS[task.cadence]:
        reasons.append("report_missing")
    if task.due is None:
        reasons.append("no_due_date")
    return reasons


def days_of_undone_milestones(facts: Facts, task: Task, day: date) -> list[int]:
    """How many days each milestone that is not done by the day is past its date."""
    found = []
    for milestone in facts.milestones:
        undone = milestone.done is None or milestone.done > day
        if milestone.task == task.code and undone and milestone.due is not None:
            found.append((day - milestone.due).days)
    return found


def start_of(facts: Facts, task: Task) -> date:
    """The start, 1 January where blank."""
    return task.start or date(facts.settings.year, 1, 1)


def last_report(facts: Facts, task: Task, day: date) -> date:
    """The day of the last report by then, the start where there is none."""
    days = [report.day for report in facts.progress if report.task == task.code and report.day <= day]
    return max(days) if days else start_of(facts, task)


def is_behind_pace(facts: Facts, task: Task, day: date) -> bool:
    """Without milestones: reported percent more than 10 points behind the share of days gone."""
    start = start_of(facts, task)
    has_milestones = any(milestone.task == task.code for milestone in facts.milestones)
    if has_milestones or task.due is None or task.due <= start:
        return False
    gone = Fraction((day - start).days, (task.due - start).days)
    gone = min(max(gone, ZERO), ONE)
    last = None
    for report in facts.progress:
        counts = report.task == task.code and report.percent is not None and report.day <= day
        if counts and (last is None or report.day >= last.day):
            last = report
    percent = exactly(last.percent) if last is not None and last.percent is not None else ZERO
    return gone - percent > Fraction(1, 10)


# --- targets


def target_lights(facts: Facts, day: date) -> list[OracleLight]:
    """The lights of all targets as in their sheet."""
    lights = []
    for target in facts.targets:
        indicator = indicator_of(facts, target.indicator)
        reasons: list[str] = []
        if indicator.rule.code != "panel" and source_kind(indicator) != "project":
            reasons = target_reasons(facts, target, day)
        lights.append(OracleLight(target.indicator, target.department, light_of(reasons), reasons))
    return lights


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def target_reasons(facts: Facts, target: Target, day: date) -> list[str]:
    """Behind the pace, and reports that are missing."""
    reasons = []
    lag = lag_of(facts, target, day)
    if lag is not None and lag > exactly(facts.settings.red_line):
        reasons.append("far_behind_pace")
    elif lag is not None and lag > exactly(facts.settings.yellow_line):
        reasons.append("behind_pace")
    if is_report_missing(facts, target, day):
        reasons.append("report_missing")
    return reasons


def is_report_missing(facts: Facts, target: Target, day: date) -> bool:
    """The last period that ended more than 20 days before has no value in any of its months."""
    length = CADENCE_MONTHS[indicator_of(facts, target.indicator).cadence]
    months = months_of(facts, target)
    last_period = None
    for end in range(length, 13, length):
        if day - end_of_month(facts.settings.year, end) > timedelta(days=20):
            last_period = range(end - length + 1, end + 1)
    return last_period is not None and not any(month in months for month in last_period)


def due_actual(judged: Judgement) -> Fraction | None:
    """The actual that meets the goal; None where that is not judged."""
    goal = judged.goal
    if goal is None:
        return None
    if judged.measure == "实绩":
        return goal
    if judged.measure == "增幅" and judged.p is not None:
        return judged.p + abs(judged.p) * goal
    if judged.measure == "增量" and judged.p is not None:
        return judged.p + goal
    return None


def lag_of(facts: Facts, target: Target, day: date) -> Fraction | None:
    """How far the actual is behind its pace, as a share of Due; None where it cannot be judged."""
    judged = judgement(facts, target)
    due = due_actual(judged)
    months = {
        month: value
        for month, value in months_of(facts, target).items()
        if end_of_month(facts.settings.year, month) <= day
    }
    if due is None or due == 0 or not months:
        return None
    accumulation = indicator_of(facts, target.indicator).accumulation
    actual = accumulated(months, accumulation)
    assert actual is not None
    lag = (pace(target, accumulation, due, max(months)) - actual) / abs(due)
    return -lag if judged.lower_is_better else lag


def pace(target: Target, accumulation: str, due: Fraction, month: int) -> Fraction:
    """Where the actual ought to be at the end of a month."""
    quarters = {3: blank_or_exactly(target.q1), 6: blank_or_exactly(target.half), 9: blank_or_exactly(target.q3)}
    if accumulation in ("last", "average"):
        end_of_quarter = (month + 2) // 3 * 3
        quarter_target = quarters.get(end_of_quarter)
        return due if quarter_target is None else quarter_target
    points = [(0, ZERO)]
    for end, amount in quarters.items():
        if amount is not None:
            points.append((end, amount))
    points.append((12, due))
    for (left, low), (right, high) in itertools.pairwise(points):
        if left <= month <= right:
            return low + (high - low) * Fraction(month - left, right - left)
    raise ValueError(month)


# --- projects


def project_rates(facts: Facts, day: date, department: str | None = None) -> dict[str, Fraction | None]:
    """四率 of a department, or in all."""
    projects = [project for project in facts.projects if department is None or project.department == department]
    return {stage: project_rate(projects, stage, day) for stage in STAGES}
