"""Supervision lights of tasks and of targets on a day, with reasons (calculus, section 8).

Only what was done or reported on or before the day counts; a task's state is the stored one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment import measures, months
from kpi_desktop.assessment.differences import touched_indicators, with_sources
from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts, Indicator, Milestone, Progress, Target, Task
from kpi_desktop.assessment.names import INDICATOR_CADENCES, TASK_CADENCES
from kpi_desktop.assessment.pace import DECEMBER, due, is_paced, last_ended_month, month_end, pace
from kpi_desktop.assessment.tasks import latest_percents, milestones_by_task
from kpi_desktop.assessment.wording import percentage, points_apart

RED, YELLOW, GREEN, GREY = "red", "yellow", "green", "grey"
LIGHTS: Mapping[str, str] = {RED: "红", YELLOW: "黄", GREEN: "绿", GREY: "灰"}
REASONS: Mapping[str, str] = {
    "overdue": "逾期",
    "milestone_overdue": "节点严重滞后",
    "far_behind_pace": "严重落后于进度",
    "milestone_late": "节点滞后",
    "behind_pace": "落后于进度",
    "report_missing": "未按期报送",
    "no_due_date": "没有期限",
}
"""Reasons and their names, red ones first: the order in which they are listed."""
RED_REASONS = ("overdue", "milestone_overdue", "far_behind_pace")
CLOSED_STATES = ("finished", "suspended", "cancelled")
CADENCE_DAYS: Mapping[str, int] = {"week": 7, "month": 31, "quarter": 92}
MILESTONE_PATIENCE = 15
REPORT_PATIENCE = 20
BEHIND = Fraction(1, 10)


class Reason(NamedTuple):
    """Why a light is not green: a code of REASONS and the sentence with the real figures."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class TaskLight:
    """A task's light. `days_late`: days past its due date, 0 before; `expected`: the share of days gone, or None."""

    task: Task
    light: str
    reasons: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    days_late: int = 0
    percent: Fraction | None = None
    expected: Fraction | None = None
    last_report: date | None = None

    @property
    def code(self) -> str:
        """The task's code."""
        return self.task.code


@dataclass(frozen=True, slots=True)
class TargetLight:
    """A target's light. `month`: the last month with a value by then (0 without), `actual` and `pace` by that month."""

    target: Target
    indicator: Indicator
    light: str
    reasons: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    month: int = 0
    actual: Fraction | None = None
    pace: Fraction | None = None
    due: Fraction | None = None
    lag: Fraction | None = None

    @property
    def code(self) -> str:
        """The indicator's code."""
        return self.target.indicator

    @property
    def department(self) -> str:
        """The department that bears it."""
        return self.target.department


def worst(reasons: Sequence[Reason]) -> str:
    """The light that these reasons make."""
    if any(reason.code in RED_REASONS for reason in reasons):
        return RED
    return YELLOW if reasons else GREEN


def last_reports(facts: Facts, day: date) -> dict[str, date]:
    """The day of each task's last report by `day`, with a percent or without."""
    last: dict[str, date] = {}
    for report in facts.progress:
        if report.day <= day:
            last[report.task] = max(report.day, last.get(report.task, report.day))
    return last


def task_lights(facts: Facts, day: date) -> tuple[TaskLight, ...]:
    """The lights of all tasks on `day`, as in their sheet."""
    milestones = milestones_by_task(facts.milestones)
    by_then = [report for report in facts.progress if report.day <= day]
    percents = latest_percents(by_then)
    reports = last_reports(facts, day)
    first = date(facts.settings.year, 1, 1)
    return tuple(
        _task_light(task, day, first, milestones.get(task.code, ()), percents.get(task.code), reports.get(task.code))
        for task in facts.tasks
    )


def _task_light(
    task: Task,
    day: date,
    first: date,
    milestones: Sequence[Milestone],
    latest: Progress | None,
    reported: date | None,
) -> TaskLight:
    percent = fraction(latest.percent) if latest and latest.percent is not None else None
    if task.state in CLOSED_STATES:
        return TaskLight(task, GREY, percent=percent, last_report=reported)
    start = task.start or first
    overdue = (day - task.due).days if task.due and day > task.due else 0
    expected = _days_gone(start, task.due, day)
    reasons = [Reason("overdue", f"期限 {task.due}，已逾期 {overdue} 天")] if overdue else []
    reasons += _milestone_reasons(milestones, day)
    if not milestones and not overdue and expected is not None:
        reasons += _behind(percent or Fraction(0), expected)
    reasons += _unreported(task, start, reported, day)
    if task.due is None:
        reasons.append(Reason("no_due_date", "没有期限"))
    codes, details = tuple(r.code for r in reasons), tuple(r.detail for r in reasons)
    return TaskLight(task, worst(reasons), codes, details, overdue, percent, expected, reported)


def _milestone_reasons(milestones: Sequence[Milestone], day: date) -> list[Reason]:
    late = [
        (m, (day - m.due).days)
        for m in milestones
        if m.due is not None and day > m.due and (m.done is None or m.done > day)
    ]
    if not late:
        return []
    detail = "；".join(f"节点“{m.title}”应于 {m.due} 完成，已迟 {days} 天" for m, days in late)
    overdue = any(days > MILESTONE_PATIENCE for _, days in late)
    return [Reason("milestone_overdue" if overdue else "milestone_late", detail)]


def _days_gone(start: date, end: date | None, day: date) -> Fraction | None:
    """The share of days gone from `start` to a later `end`, within 0-1; None without one."""
    if end is None or end <= start:
        return None
    return min(max(Fraction((day - start).days, (end - start).days), Fraction(0)), Fraction(1))


def _behind(percent: Fraction, expected: Fraction) -> list[Reason]:
    if expected - percent <= BEHIND:
        return []
    detail = f"时间已过 {percentage(expected)}，进展 {percentage(percent)}，落后 {points_apart(expected - percent)}"
    return [Reason("behind_pace", detail)]


def _unreported(task: Task, start: date, reported: date | None, day: date) -> list[Reason]:
    since = (day - (reported or start)).days
    if since <= CADENCE_DAYS[task.cadence]:
        return []
    told = f"最近一次进展是 {reported}" if reported else f"自 {start} 起没有报过进展"
    return [Reason("report_missing", f"{told}，已过 {since} 天（报送周期：{TASK_CADENCES[task.cadence]}）")]


def target_lights(facts: Facts, day: date) -> tuple[TargetLight, ...]:
    """The lights of all targets on `day`, as in their sheet."""
    indicators = {indicator.code: indicator for indicator in facts.indicators}
    reported = months.reported(facts)
    return tuple(
        _target_light(facts, target, indicators[target.indicator], reported[target.indicator, target.department], day)
        for target in facts.targets
    )


def target_lights_again(
    before: Facts, lights: Sequence[TargetLight], facts: Facts, day: date
) -> tuple[TargetLight, ...]:
    """`target_lights(facts, day)`, taking over from `lights` of almost the same facts, `before`, on the same day."""
    if before.settings != facts.settings:
        return target_lights(facts, day)
    touched = touched_indicators(before, facts)
    kept = {(light.code, light.department): light for light in lights if light.code not in touched}
    indicators = {indicator.code: indicator for indicator in facts.indicators}
    reported = months.reported(with_sources(facts, touched)) if touched else {}

    def light(target: Target) -> TargetLight:
        key = target.indicator, target.department
        return kept.get(key) or _target_light(facts, target, indicators[target.indicator], reported[key], day)

    return tuple(map(light, facts.targets))


def _target_light(facts: Facts, target: Target, indicator: Indicator, values: months.Months, day: date) -> TargetLight:
    if not is_paced(indicator):
        return TargetLight(target, indicator, GREEN)
    ended = last_ended_month(facts.settings.year, day)
    month = max((month for month in values if month <= ended), default=0)
    actual = months.accumulate(indicator.accumulation, values, until=month) if month else None
    whole, expected = due(target, indicator), pace(target, indicator, month) if month else None
    lag = _lag(indicator, target, actual, expected, whole)
    reasons = _lag_reasons(facts, indicator, month, actual, expected, lag)
    reasons += _period_missing(facts.settings.year, indicator, values, day)
    codes, details = tuple(r.code for r in reasons), tuple(r.detail for r in reasons)
    return TargetLight(target, indicator, worst(reasons), codes, details, month, actual, expected, whole, lag)


def _lag(
    indicator: Indicator,
    target: Target,
    actual: Fraction | None,
    expected: Fraction | None,
    whole: Fraction | None,
) -> Fraction | None:
    """How far the actual is behind its pace, as a share of Due; negative ahead; None where it is not judged."""
    if actual is None or expected is None or not whole:
        return None
    lag = (expected - actual) / abs(whole)
    return -lag if measures.lower_better(indicator, target) else lag


def _lag_reasons(
    facts: Facts,
    indicator: Indicator,
    month: int,
    actual: Fraction | None,
    expected: Fraction | None,
    lag: Fraction | None,
) -> list[Reason]:
    if lag is None or actual is None or expected is None:
        return []
    red, yellow = fraction(facts.settings.red_line), fraction(facts.settings.yellow_line)
    if lag <= min(red, yellow):
        return []
    reached, wanted = (months.with_unit(indicator, value) for value in (actual, expected))
    detail = f"到 {month} 月 {reached}，进度应为 {wanted}，落后全年目标的 {percentage(lag)}"
    if lag > red:
        return [Reason("far_behind_pace", detail)]
    return [Reason("behind_pace", detail)] if lag > yellow else []


PERIOD_MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "year": DECEMBER}


def _period_missing(year: int, indicator: Indicator, values: months.Months, day: date) -> list[Reason]:
    """Whether the last period of the year that ended more than 20 days before has no value in any of its months."""
    length = PERIOD_MONTHS[indicator.cadence]
    latest = day - timedelta(days=REPORT_PATIENCE + 1)
    ended = last_ended_month(year, latest) // length * length
    period = range(ended - length + 1, ended + 1)
    if not ended or any(month in values for month in period):
        return []
    name = f"{period[0]} 月" if length == 1 else f"{period[0]}—{period[-1]} 月"
    past = (day - month_end(year, ended)).days
    told = f"{name}没有数据，期末已过 {past} 天（报送周期：{INDICATOR_CADENCES[indicator.cadence]}）"
    return [Reason("report_missing", told)]
