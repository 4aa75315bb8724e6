"""A project as a card of the wall chart: the stage it has reached, its four dates, what is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kpi_desktop.assessment.facts import Project
from kpi_desktop.assessment.projects import STAGES, Stage, stage_reached
from kpi_desktop.reports.forms.cells import LIGHT_MARKS


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a project on a day. `late`: days after the plan, of one reached or still awaited; 0 in time."""

    stage: Stage
    planned: date | None
    reached: date | None
    late: int

    @property
    def overdue(self) -> bool:
        """Whether it should have been reached and was not."""
        return self.reached is None and self.late > 0

    @property
    def mark(self) -> str:
        """◆ 误期24天 of one still awaited, 迟5天 of one reached late, nothing in time."""
        if self.overdue:
            return f"{LIGHT_MARKS['red']} 误期{self.late}天"
        return f"迟{self.late}天" if self.late else ""


@dataclass(frozen=True, slots=True)
class WallCard:
    """A project with its four steps; `reached` how many stages it has passed (its furthest one)."""

    project: Project
    steps: tuple[Step, ...]
    reached: int

    @property
    def overdue(self) -> int:
        """The most days a stage that is still awaited is late; 0 where none is."""
        return max((step.late for step in self.steps if step.overdue), default=0)

    @property
    def column(self) -> int:
        """The column it hangs in: its furthest stage; one not signed yet hangs in the first."""
        return max(self.reached - 1, 0)


def cards(projects: Sequence[Project], day: date) -> list[WallCard]:
    """The cards of all projects on `day`, the latest first within a column, then as in their sheet."""
    found = [_card(project, day) for project in projects]
    return sorted(found, key=lambda card: (card.column, card.reached, -card.overdue))


def _card(project: Project, day: date) -> WallCard:
    furthest = stage_reached(project, day)
    reached = STAGES.index(furthest) + 1 if furthest else 0
    return WallCard(project, tuple(_step(project, stage, day) for stage in STAGES), reached)


def _step(project: Project, stage: Stage, day: date) -> Step:
    planned: date | None = getattr(project, stage.planned)
    moment: date | None = getattr(project, stage.reached)
    reached = moment if moment is not None and moment <= day else None
    late = max(((reached or day) - planned).days, 0) if planned else 0
    return Step(stage, planned, reached, late)
