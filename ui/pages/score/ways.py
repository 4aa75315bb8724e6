"""Where a line leads to: the place that fills its blank, and the place of its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.frame.entries import VERDICTS
from ui.gap_goals import Goal, goal_of, is_there

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import Line
    from ui.year import YearView


def ways_of(view: YearView, line: Line) -> tuple[Goal, Goal]:
    """Where the blank of `line` is filled, and where its verdict is written; () where there is no such place."""
    if view.facts.state == "final":
        return (), ()
    judge = (VERDICTS, line.spec.department, line.code) if is_there(VERDICTS) else ()
    if line.share is not None:
        return (), judge
    mine = (gap for gap in view.gaps if gap.department == line.spec.department)
    found = next((gap for gap in mine if gap.subject.partition("/")[0] == line.code), None)
    return (goal_of(view, found) if found else ()), judge
