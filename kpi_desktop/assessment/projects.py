"""Project rates (四率): of the projects due at a stage by a day, how many have reached it (calculus, section 8)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kpi_desktop.assessment.facts import Department, Facts, Project

SOURCE_PREFIX = "项目:"


class Stage(NamedTuple):
    """A stage of a project: its name, its rate's name, and the fields that hold its planned and reached dates."""

    name: str
    rate_name: str
    planned: str
    reached: str


STAGES: tuple[Stage, ...] = (
    Stage("签约", "签约率", "sign_planned", "signed"),
    Stage("落地", "落地率", "land_planned", "landed"),
    Stage("开工", "开工率", "begin_planned", "begun"),
    Stage("投产", "投产率", "produce_planned", "produced"),
)
RATES: Mapping[str, Stage] = MappingProxyType({stage.rate_name: stage for stage in STAGES})
"""The stages by the name of their rate: 签约率, 落地率, 开工率, 投产率."""


class StageCount(NamedTuple):
    """Of `due` projects that planned or reached a stage by a day, `reached` have reached it."""

    reached: int
    due: int

    @property
    def rate(self) -> Fraction | None:
        """The rate; None where there is nothing to rate."""
        return Fraction(self.reached, self.due) if self.due else None


@dataclass(frozen=True, slots=True)
class ProjectRates:
    """The four rates of one department, or of all together (`department` None), in the order of `STAGES`."""

    department: Department | None
    projects: int
    counts: tuple[StageCount, ...]

    def count(self, rate_name: str) -> StageCount:
        """The count behind 签约率, 落地率, 开工率 or 投产率. KeyError on another name."""
        for stage, count in zip(STAGES, self.counts, strict=True):
            if stage.rate_name == rate_name:
                return count
        raise KeyError(rate_name)


def project_rate(
    projects: Iterable[Project], rate_name: str, department: str | None, day: date
) -> tuple[int, int] | None:
    """Projects that reached the stage of 签约率 (…) by `day`, and those that planned it by then or reached it by then.

    Of one department, or of all with None. None where there is nothing to rate; KeyError on a rate that is none of the
    four.
    """
    listed = (p for p in projects if department is None or p.department == department)
    count = _count(listed, RATES[rate_name], day)
    return (count.reached, count.due) if count.due else None


def rate(facts: Facts, source: str, department: str, day: date) -> Fraction | None:
    """The rate of `department` on `day` that a data source names (`项目:签约率`, or `签约率` alone).

    None where nothing is to rate; KeyError on a rate that is none of the four.
    """
    found = project_rate(facts.projects, source.removeprefix(SOURCE_PREFIX), department, day)
    return Fraction(*found) if found else None


def rates(facts: Facts, day: date) -> tuple[ProjectRates, ...]:
    """The four rates on `day`: of every department that has projects, as in their sheet, then of all together."""
    own: dict[str, list[Project]] = {}
    for project in facts.projects:
        own.setdefault(project.department, []).append(project)
    listed = [_rates(d, own[d.code], day) for d in facts.departments if d.code in own]
    return (*listed, _rates(None, facts.projects, day))


def stage_reached(project: Project, day: date) -> Stage | None:
    """The furthest stage that `project` has reached by `day`; None before 签约."""
    return next((stage for stage in reversed(STAGES) if _by(getattr(project, stage.reached), day)), None)


def _rates(department: Department | None, projects: Iterable[Project], day: date) -> ProjectRates:
    listed = tuple(projects)
    return ProjectRates(department, len(listed), tuple(_count(listed, stage, day) for stage in STAGES))


def _count(projects: Iterable[Project], stage: Stage, day: date) -> StageCount:
    reached = due = 0
    for project in projects:
        done = _by(getattr(project, stage.reached), day)
        reached += done
        due += done or _by(getattr(project, stage.planned), day)
    return StageCount(reached, due)


def _by(moment: date | None, day: date) -> bool:
    return moment is not None and moment <= day
