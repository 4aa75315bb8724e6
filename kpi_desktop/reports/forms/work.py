"""What the forms on supervision share: the day they speak of, whose work it is, how far it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kpi_desktop.assessment.facts import Department, Facts, Milestone, Progress, Task
from kpi_desktop.assessment.lights import LIGHTS
from kpi_desktop.assessment.pace import DECEMBER, last_ended_month, month_end
from kpi_desktop.assessment.results import Assessment
from kpi_desktop.assessment.tasks import latest_percents, milestones_by_task
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.cells import LIGHT_MARKS
from kpi_desktop.reports.forms.form import Choice

UNKNOWN = "（未落实部门）"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def judged_day(context: ReportContext, choice: Choice) -> date:
    """The chosen day; by default today, at most the year's last day."""
    return choice.day or min(context.today, month_end(context.year, DECEMBER))


def judged_month(context: ReportContext, choice: Choice) -> int:
    """The chosen month; by default the last one of the year that has ended, the first before any has."""
    return choice.month or max(last_ended_month(context.year, context.today), 1)


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked up by code, put in order once."""

    departments: Mapping[str, Department]
    tasks: Mapping[str, Task]
    milestones: Mapping[str, Sequence[Milestone]]

    def name(self, code: str | None) -> str:
        """A department's name; its code where it is not in the list."""
        found = self.departments.get(code or "")
        return found.name if found else code or UNKNOWN

    def names(self, codes: Iterable[str]) -> str:
        """Several departments: 甲局、乙局."""
        return "、".join(self.name(code) for code in codes)


def known(context: ReportContext) -> Known:
    """The lookup of a context."""
    return _known(context.assessment)


@lru_cache(maxsize=4)
def _known(assessment: Assessment) -> Known:
    facts = assessment.facts
    return Known(
        {department.code: department for department in facts.departments},
        {task.code: task for task in facts.tasks},
        milestones_by_task(facts.milestones),
    )


def in_order(facts: Facts, codes: Iterable[str]) -> list[str]:
    """Departments' codes in the order of their sheet; unknown ones at the end."""
    places = {department.code: at for at, department in enumerate(facts.departments)}
    return sorted(dict.fromkeys(codes), key=lambda code: (places.get(code, len(places)), code))


def last_told(facts: Facts, day: date) -> dict[str, Progress]:
    """The last report of each task by `day`, with a percent or without; of two on a day the later row."""
    found: dict[str, Progress] = {}
    for report in facts.progress:
        if report.day <= day and (report.task not in found or report.day >= found[report.task].day):
            found[report.task] = report
    return found


def percents(facts: Facts, day: date) -> dict[str, Progress]:
    """The last report with a percent of each task by `day`."""
    return latest_percents(report for report in facts.progress if report.day <= day)


def done_by(milestone: Milestone, day: date) -> bool:
    """Whether a milestone was done by `day`."""
    return milestone.done is not None and milestone.done <= day


def again(task: Task) -> str:
    """（结转第2年）: the mark of work that was carried over; nothing on new work."""
    return f"（结转第{task.times_carried + 1}年）" if task.times_carried else ""


def light_counts(lights: Iterable[str], all_of_them: bool = False) -> str:
    """◆红1　▲黄2: how many of each light, those there are."""
    counts = Counter(lights)
    parts = [f"{LIGHT_MARKS[code]}{name}{counts[code]}" for code, name in LIGHTS.items() if counts[code] or all_of_them]
    return "　".join(parts)


def numbered(parts: Sequence[str]) -> str:
    """①…；②…: a short list inside a cell; one alone has no number."""
    if len(parts) < 2:
        return "".join(parts)
    marks = [CIRCLED[at] if at < len(CIRCLED) else f"({at + 1})" for at in range(len(parts))]
    return "；".join(f"{mark}{part}" for mark, part in zip(marks, parts, strict=True))


def milestone_words(milestones: Sequence[Milestone], year: int) -> str:
    """The milestones with their due dates: ①方案批复3月31日；②….

    In a list of 节点 one without a date says so: it has to be given one.
    """
    return numbered([f"{each.title}（{_due(each, year)}）" for each in milestones])


def _due(milestone: Milestone, year: int) -> str:
    return figures.day_within(milestone.due, year) if milestone.due else "未定期限"
