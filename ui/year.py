"""One year as a page sees it: the facts and what is said about them on a day. Each part is made when asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.names import YEAR_STATES
from ui.terms import term

if TYPE_CHECKING:
    from datetime import date

    from kpi_desktop.assessment.checklist import Checklist
    from kpi_desktop.assessment.contributing import Contributed
    from kpi_desktop.assessment.facts import Actual, Department, Facts, Indicator, Milestone, Task
    from kpi_desktop.assessment.gaps import Gap
    from kpi_desktop.assessment.lights import TargetLight, TaskLight
    from kpi_desktop.assessment.months import Months
    from kpi_desktop.assessment.plan import Plan
    from kpi_desktop.assessment.projects import ProjectRates
    from kpi_desktop.assessment.proposals import Proposal
    from kpi_desktop.assessment.results import Assessment
    from kpi_desktop.assessment.rewards import Rewards


class YearView:
    """A year on a day; a plain value, replaced whole when anything changes."""

    def __init__(self, facts: Facts, assessment: Assessment, day: date, plan: Plan | None = None) -> None:
        """`plan`: what the assessment was made from, where another is to be made from almost the same facts."""
        self.facts = facts
        self.assessment = assessment
        self.day = day
        self._plan = plan

    @classmethod
    def of(cls, facts: Facts, day: date, before: YearView | None = None) -> YearView:
        """The year scored; `before`: the same year as it was, from which everything is taken over that still holds."""
        from kpi_desktop.assessment.plan import prepare, prepare_again
        from kpi_desktop.assessment.scoring import score_plan

        plan = prepare_again(before._plan, facts) if before and before._plan else prepare(facts)
        view = cls(facts, score_plan(plan), day, plan)
        if before is not None:
            view._take_over(before)
        return view

    def _take_over(self, before: YearView) -> None:
        """What was asked of the year before is asked of this one as well, most of it being the same."""
        from kpi_desktop.assessment.differences import reported_again
        from kpi_desktop.assessment.lights import target_lights_again

        known = vars(before)
        if "reported" in known:
            self.reported = reported_again(before.facts, before.reported, self.facts)
        if "target_lights" in known and self.day == before.day:
            self.target_lights = target_lights_again(before.facts, before.target_lights, self.facts, self.day)

    def on(self, day: date) -> YearView:
        """The same year on another day."""
        return YearView(self.facts, self.assessment, day, self._plan)

    def ask_ahead(self) -> None:
        """Reckon what the frame and most pages will ask for, in a worker that has the time."""
        for name in ("checklist", "reds", "entered", "reported", "milestones", "proposals"):
            getattr(self, name)

    @property
    def plan(self) -> Plan:
        """What a scheme that is tried is prepared from."""
        from kpi_desktop.assessment.plan import prepare

        return self._plan or prepare(self.facts)

    @property
    def rows(self) -> int:
        """How many rows the year has in the tables that grow."""
        facts = self.facts
        return sum(map(len, (facts.targets, facts.actuals, facts.progress, facts.ratings, facts.milestones)))

    @property
    def year(self) -> int:
        """The assessment year."""
        return self.facts.settings.year

    @cached_property
    def departments(self) -> dict[str, Department]:
        """All departments by code."""
        return {department.code: department for department in self.facts.departments}

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """All indicators by code."""
        return {indicator.code: indicator for indicator in self.facts.indicators}

    @cached_property
    def tasks(self) -> dict[str, Task]:
        """All tasks by code."""
        return {task.code: task for task in self.facts.tasks}

    def name(self, department: str | None) -> str:
        """A department's name; its code where it is unknown."""
        known = self.departments.get(department or "")
        return known.name if known else department or ""

    # --- the year's course

    @property
    def course_words(self) -> list[str]:
        """The states a year goes through."""
        return [term(word) for word in YEAR_STATES.values()]

    @property
    def course_place(self) -> int:
        """Where among them the year is."""
        return list(YEAR_STATES).index(self.facts.state)

    @property
    def next_state(self) -> str:
        """The state that comes next, empty after the last."""
        return (*self.course_words, "")[self.course_place + 1]

    @cached_property
    def checklist(self) -> Checklist:
        """What the next step needs; nothing for a year that is final."""
        from kpi_desktop.assessment.checklist import checklist

        states = list(YEAR_STATES)
        return checklist(self.assessment, (*states, "")[self.course_place + 1], self.day)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What blocks the next step, then what is told and does not hold it up."""
        return (*self.checklist.blockers, *self.checklist.warnings)

    @property
    def lacking(self) -> str:
        """What the next step still lacks, as a sentence; empty for a year that is final."""
        if not self.next_state:
            return ""
        count = len(self.checklist.blockers)
        if not count:
            return QCoreApplication.translate("Year", "“{next}”前已无缺口").format(next=self.next_state)
        words = QCoreApplication.translate("Year", "离“{next}”还差 {count} 处")
        return words.format(next=self.next_state, count=count)

    # --- figures

    @cached_property
    def milestones(self) -> dict[str, list[Milestone]]:
        """The milestones of every task that has some."""
        found: dict[str, list[Milestone]] = {}
        for milestone in self.facts.milestones:
            found.setdefault(milestone.task, []).append(milestone)
        return found

    @cached_property
    def reported(self) -> dict[tuple[str, str], Months]:
        """The months' values of every target, by (indicator, department)."""
        from kpi_desktop.assessment.months import reported

        return reported(self.facts)

    @cached_property
    def entered(self) -> dict[tuple[str, str, int], Actual]:
        """The months' entries by (indicator, department, month), those for 全区 under that word."""
        return {(each.indicator, each.department, each.month): each for each in self.facts.actuals}

    @cached_property
    def rewards(self) -> Rewards:
        """Rewards and penalties of the year."""
        from kpi_desktop.assessment.rewards import rewards

        return rewards(self.assessment)

    @cached_property
    def contributions(self) -> dict[str, Contributed]:
        """By indicator who brought how much of its total, where amounts add up."""
        from kpi_desktop.assessment.contributing import contributions

        return contributions(self.assessment)

    # --- lights

    @cached_property
    def task_lights(self) -> tuple[TaskLight, ...]:
        """The lights of all tasks on the day."""
        from kpi_desktop.assessment.lights import task_lights

        return task_lights(self.facts, self.day)

    @cached_property
    def target_lights(self) -> tuple[TargetLight, ...]:
        """The lights of all targets on the day."""
        from kpi_desktop.assessment.lights import target_lights

        return target_lights(self.facts, self.day)

    @cached_property
    def reds(self) -> tuple[int, int]:
        """How many tasks, and how many targets, are red on the day."""
        return (
            sum(light.light == "red" for light in self.task_lights),
            sum(light.light == "red" for light in self.target_lights),
        )

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        """The directives to draft on the day."""
        from kpi_desktop.assessment.proposals import proposals

        return proposals(self.facts, self.day, self.task_lights, self.target_lights)

    @cached_property
    def project_rates(self) -> tuple[ProjectRates, ...]:
        """The four rates on the day, by department and in all."""
        from kpi_desktop.assessment.projects import rates

        return rates(self.facts, self.day)
