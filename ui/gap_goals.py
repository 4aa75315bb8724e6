"""Where a blank is filled: the page and what on it, as `Page.go` takes it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kpi_desktop.assessment.facts import WHOLE_ZONE
from kpi_desktop.assessment.months import source
from ui.frame import entries
from ui.frame.entries import (
    APPEALS,
    DEPARTMENTS,
    ECONOMY,
    PANEL,
    SCHEME,
    SCORE,
    SUPERVISION,
    TARGETS,
)

if TYPE_CHECKING:
    from kpi_desktop.assessment.gaps import Gap
    from ui.year import YearView

Goal = tuple[str, ...]


def goal_of(view: YearView, gap: Gap) -> Goal:
    """The place that fills `gap`, or shows it where no page fills it; empty where there is neither."""
    return next((goal for goal in _wanted(view, gap) if goal and goal[0] in _there()), ())


def is_there(key: str) -> bool:
    """Whether the program has the page `key`."""
    return key in _there()


@cache
def _there() -> frozenset[str]:
    return frozenset(entry.key for entry in entries.entries())


def _wanted(view: YearView, gap: Gap) -> tuple[Goal, ...]:
    """Places for `gap`, the best first."""
    code = gap.subject.partition("/")[0]
    department = gap.department or ""
    seen: Goal = (SCORE, "line", department, code) if department else ()
    if gap.kind == "unanswered":
        return (_directive(view, gap.subject), seen)
    if gap.kind in ("no_due_date", "no_standard"):
        column = "due" if gap.kind == "no_due_date" else "standard"
        milestone = gap.subject.partition("/")[2]
        return ((TARGETS, "task", code, column, milestone), (SUPERVISION, "task", code), seen)
    if gap.kind == "no_report" or (gap.kind == "no_result" and code in view.tasks):
        return ((SUPERVISION, "task", code), seen)
    if gap.kind == "preliminary":
        return (_figures(view, code, department, _preliminary_month(view, code, department)), seen)
    if gap.kind == "no_result":
        return (_figures(view, code, department), seen)
    return (*_others(gap, department), (SCORE, "department", department) if department else ())


def _others(gap: Gap, department: str) -> tuple[Goal, ...]:
    places: dict[str, Goal] = {
        "unrated": (PANEL, gap.subject, department),
        "partly_rated": (PANEL, gap.subject, department),
        "appeal_open": (APPEALS, gap.subject),
        "no_line": (TARGETS, "department", department),
        "few_bearers": (TARGETS, "indicator", gap.subject),
    }
    if gap.kind == "unassigned":
        return ((DEPARTMENTS, department),) if department else ((TARGETS, "indicator", gap.subject),)
    if gap.kind == "points":
        return ((TARGETS, "department", department),) if department else ((SCHEME, "weights", gap.subject),)
    return (places[gap.kind],) if gap.kind in places else ()


def _figures(view: YearView, code: str, department: str, month: int = 0) -> Goal:
    """The grid of months, at a month where one is named; nothing for what is not entered there."""
    indicator = view.indicators.get(code)
    if indicator is None or indicator.rule.code == "panel" or source(indicator):
        return ()
    if not department or department == WHOLE_ZONE:
        return (ECONOMY, code)
    return (ECONOMY, code, department, str(month)) if month else (ECONOMY, code, department)


def _preliminary_month(view: YearView, code: str, department: str) -> int:
    """The first month whose value is still 快报; 0 where it is the whole zone's."""
    return min(
        (
            each.month
            for each in view.facts.actuals
            if (each.indicator, each.department, each.basis) == (code, department, "preliminary")
        ),
        default=0,
    )


def _directive(view: YearView, subject: str) -> Goal:
    """The matter that a directive is on; the gap names its number, or the matter where it has none."""
    for each in view.facts.directives:
        if subject in (each.number, each.task, each.indicator):
            if each.task:
                return (SUPERVISION, "task", each.task)
            return (SUPERVISION, "target", each.indicator or "", each.department or "")
    return ()
