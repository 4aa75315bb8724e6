"""The year-end check 年终对表检查: what is still blank in a year, and whether somebody has said why (calculus, 8).

The subject of a gap is the code or name of what is blank (an indicator, a task, a directive's or appeal's number, a
category, a group, a department). A 说明 row explains a gap when its 类型 is the kind (code or Chinese name) and its
对象 the subject, or `部门/对象` (`Gap.name`) where it is meant for that department alone.

A panel without ratings is `unrated` and not `no_result` as well: one cause, one gap. Replies and decisions count
whatever their date, for all that is in the book counts; the day only tells how old the last report of a task is.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.assessment.facts import WHOLE_ZONE, Directive, Facts, Task
from kpi_desktop.assessment.lights import CADENCE_DAYS, CLOSED_STATES, last_reports
from kpi_desktop.assessment.names import COLOURS, GAPS, TASK_CADENCES
from kpi_desktop.assessment.results import STATUSES, Assessment, DepartmentResult, Line
from kpi_desktop.assessment.tasks import OFF_THE_SHEET, milestones_by_task
from kpi_desktop.assessment.text import half_width
from kpi_desktop.assessment.wording import figure

FULL_POINTS = 100
MISSING_IS_LOST = "缺口"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something blank. `kind`: a code of names.GAPS; `department`: whose it is, None where it is nobody's own."""

    kind: str
    subject: str
    department: str | None
    message: str
    explained: bool = False

    @property
    def name(self) -> str:
        """What a 说明 that is meant for this gap alone calls it: `部门/对象`."""
        return f"{self.department}/{self.subject}" if self.department else self.subject


def gaps(assessment: Assessment, day: date) -> tuple[Gap, ...]:
    """Everything blank on `day`, kind by kind in the order of names.GAPS, within a kind as in the sheets."""
    explained = _explanations(assessment.facts)
    found = [gap for kind in GAPS for gap in _FINDERS[kind](assessment, day)]
    return tuple(
        replace(gap, explained=any((gap.kind, half_width(name)) in explained for name in (gap.subject, gap.name)))
        for gap in found
    )


def ready(found: tuple[Gap, ...]) -> bool:
    """Whether nothing is blank without an explanation."""
    return all(gap.explained for gap in found)


def _explanations(facts: Facts) -> set[tuple[str, str]]:
    codes = {name: code for code, name in GAPS.items()}
    return {
        (codes.get(half_width(each.kind), half_width(each.kind)), half_width(each.subject))
        for each in facts.explanations
        if each.text.strip()
    }


def _results(assessment: Assessment) -> Iterator[DepartmentResult]:
    """The assessed departments as in their sheet."""
    results = {result.code: result for result in assessment.departments()}
    return (results[department.code] for department in assessment.facts.departments if department.code in results)


def _lines(assessment: Assessment) -> Iterator[tuple[DepartmentResult, Line]]:
    return ((result, line) for result in _results(assessment) for line in result.lines)


def _no_result(assessment: Assessment, day: date) -> Iterator[Gap]:
    """Lines without a score, those without full marks too; a panel's blank is `unrated`."""
    panels = _panels(assessment.facts)
    for result, line in _lines(assessment):
        if line.share is None and line.code not in panels:
            message = f"{result.name}：{line.code} {line.title}没有结果（{STATUSES[line.status]}）"
            yield Gap("no_result", line.code, result.code, message)


def _no_line(assessment: Assessment, day: date) -> Iterator[Gap]:
    if assessment.facts.settings.missing_category != MISSING_IS_LOST:
        return
    for result in _results(assessment):
        for category in result.categories:
            if not any(line.spec.weight for line in category.lines):
                name, lost = category.category.name, figure(category.full)
                message = f"{result.name}没有“{name}”类的指标和任务，失去 {lost} 分"
                yield Gap("no_line", name, result.code, message)


def _no_report(assessment: Assessment, day: date) -> Iterator[Gap]:
    latest = last_reports(assessment.facts, day)
    for task in _open_tasks(assessment.facts):
        last = latest.get(task.code)
        if last is None:
            yield _of_task("no_report", task, "没有报过进展")
        elif (day - last).days > CADENCE_DAYS[task.cadence]:
            told = f"最近一次进展是 {last}，已过 {(day - last).days} 天（报送周期：{TASK_CADENCES[task.cadence]}）"
            yield _of_task("no_report", task, told)


def _no_due_date(assessment: Assessment, day: date) -> Iterator[Gap]:
    """Tasks on the sheet without a due date, and milestones that lost theirs when their task was carried over."""
    milestones = milestones_by_task(assessment.facts.milestones)
    for task in _tasks_on_the_sheet(assessment.facts):
        if task.due is None:
            yield _of_task("no_due_date", task, "没有期限")
        for milestone in milestones.get(task.code, ()) if task.carried_from and task.state != "finished" else ():
            if milestone.due is None and milestone.done is None:
                subject = f"{task.code}/{milestone.title}"
                message = f"{task.code} {task.title}：结转的节点“{milestone.title}”没有期限"
                yield Gap("no_due_date", subject, task.lead, message)


def _no_standard(assessment: Assessment, day: date) -> Iterator[Gap]:
    for task in _tasks_on_the_sheet(assessment.facts):
        if not (task.standard or "").strip():
            yield _of_task("no_standard", task, "没有完成标准")


def _open_tasks(facts: Facts) -> Iterator[Task]:
    return (task for task in facts.tasks if task.state not in CLOSED_STATES)


def _tasks_on_the_sheet(facts: Facts) -> Iterator[Task]:
    return (task for task in facts.tasks if task.state not in OFF_THE_SHEET)


def _of_task(kind: str, task: Task, told: str) -> Gap:
    return Gap(kind, task.code, task.lead, f"{task.code} {task.title}：{told}")


def _unanswered(assessment: Assessment, day: date) -> Iterator[Gap]:
    leads = {task.code: task.lead for task in assessment.facts.tasks}
    for directive in assessment.facts.directives:
        if directive.replied is None and not (directive.reply or "").strip():
            department = leads.get(directive.task) if directive.task else directive.department
            matter = directive.task or directive.indicator or ""
            due = f"，应于 {directive.reply_due} 前回复" if directive.reply_due else ""
            message = f"{directive.day} 就 {matter} 发出的{_title(directive)}没有回复{due}"
            yield Gap("unanswered", directive.number or matter, department, message)


def _title(directive: Directive) -> str:
    number = f" {directive.number}" if directive.number else ""
    return f"{COLOURS[directive.colour]}色督办单{number}"


def _panels(facts: Facts) -> set[str]:
    return {indicator.code for indicator in facts.indicators if indicator.rule.code == "panel"}


def _unrated(assessment: Assessment, day: date) -> Iterator[Gap]:
    """Panel lines that nobody rated. Classes that are still to come are a warning of the checklist, not a blank."""
    panels = _panels(assessment.facts)
    for result, line in _lines(assessment):
        if line.code in panels and line.share is None:
            yield Gap("unrated", line.code, result.code, f"{result.name}：{line.code} {line.title}，还没有任何评分")


def _appeal_open(assessment: Assessment, day: date) -> Iterator[Gap]:
    names = {department.code: department.name for department in assessment.facts.departments}
    for appeal in assessment.facts.appeals:
        if not (appeal.result or "").strip():
            message = f"{names.get(appeal.department, appeal.department)}的申诉 {appeal.number} 没有处理结果"
            yield Gap("appeal_open", appeal.number, appeal.department, message)


def _undecided(assessment: Assessment, day: date) -> Iterator[Gap]:
    for result in _results(assessment):
        if result.undecided:
            message = f"{result.name}与并列部门争“{result.undecided_for}”的名额，等次待定"
            yield Gap("undecided", result.code, result.code, message)


def _preliminary(assessment: Assessment, day: date) -> Iterator[Gap]:
    months: dict[tuple[str, str], list[int]] = {}
    for actual in assessment.facts.actuals:
        if actual.basis == "preliminary":
            months.setdefault((actual.indicator, actual.department), []).append(actual.month)
    names = {department.code: department.name for department in assessment.facts.departments}
    for (indicator, department), found in months.items():
        listed = "、".join(map(str, sorted(found)))
        message = f"{names.get(department, department)}：{indicator} 的 {listed} 月数值仍是快报"
        yield Gap("preliminary", indicator, None if department == WHOLE_ZONE else department, message)


def _unassigned(assessment: Assessment, day: date) -> Iterator[Gap]:
    facts = assessment.facts
    borne = {target.indicator for target in facts.targets}
    for indicator in facts.indicators:
        if indicator.code not in borne:
            yield Gap("unassigned", indicator.code, None, f"{indicator.code} {indicator.name}没有落实到任何部门")
    groups = {group.name for group in facts.groups}
    for department in facts.departments:
        if department.takes_part and department.group not in groups:
            yield Gap("unassigned", department.code, department.code, f"{department.name}没有分组")


def _points(assessment: Assessment, day: date) -> Iterator[Gap]:
    """Groups whose points do not sum to 100, and full marks that are not what the group gives."""
    facts = assessment.facts
    scored = {category.name for category in facts.categories if category.kind == "scored"}
    for group in assessment.groups:
        name = group.group.name
        given = {w.category: w.points for w in facts.weights if w.group == name and w.category in scored}
        whole = sum(map(fraction, given.values()), fraction(0))
        if whole != FULL_POINTS:
            yield Gap("points", name, None, f"{name}各类别的分值合计 {figure(whole)} 分，应为 {FULL_POINTS} 分")
        for result in sorted(group.departments, key=lambda each: each.code):
            yield from _full_marks(facts, result, given)


def _full_marks(facts: Facts, result: DepartmentResult, given: Mapping[str, Exact]) -> Iterator[Gap]:
    """Without 折算 the weights of a category must be the group's points; with it only a bare sheet cannot be full."""
    borne = [category for category in result.categories if any(line.spec.weight for line in category.lines)]
    if not borne and facts.settings.missing_category != MISSING_IS_LOST:
        yield Gap("points", result.code, result.code, f"{result.name}没有任何有分值的指标和任务，满分为 0")
    for category in borne if not facts.settings.scaled else ():
        name, points = category.category.name, given[category.category.name]
        if category.full != points:
            message = f"{result.name}“{name}”类的分值合计 {figure(category.full)} 分，应为 {figure(points)} 分"
            yield Gap("points", name, result.code, message)


_FINDERS: dict[str, Callable[[Assessment, date], Iterator[Gap]]] = {
    "no_result": _no_result,
    "no_line": _no_line,
    "no_report": _no_report,
    "no_due_date": _no_due_date,
    "no_standard": _no_standard,
    "unanswered": _unanswered,
    "unrated": _unrated,
    "appeal_open": _appeal_open,
    "undecided": _undecided,
    "preliminary": _preliminary,
    "unassigned": _unassigned,
    "points": _points,
}
