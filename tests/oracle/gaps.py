"""Section 8, nothing left blank: every gap of a year on a day, with what explains it."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment.facts import Facts, Task
from tests.oracle.actuals import indicator_of
from tests.oracle.arithmetic import exactly
from tests.oracle.lights import CADENCE_DAYS
from tests.oracle.results import OracleAssessment, OracleDepartment
from tests.oracle.scoring import group_points, task_of


class OracleGap(NamedTuple):
    """A blank: its kind, what is blank, whose it is (`-` for nobody's own), whether it is explained."""

    kind: str
    subject: str
    department: str
    explained: bool


def gaps(assessment: OracleAssessment, day: date) -> list[OracleGap]:
    """All gaps, sorted: the page gives them no order."""
    explained = {(one.kind, one.subject) for one in assessment.facts.explanations}
    found = []
    for kind, subject, department in _all(assessment, day):
        names = {subject, f"{department}/{subject}"} if department else {subject}
        found.append(OracleGap(kind, subject, department or "-", any((kind, name) in explained for name in names)))
    return sorted(found)


Blank = tuple[str, str, str | None]


def _all(assessment: OracleAssessment, day: date) -> Iterator[Blank]:
    facts = assessment.facts
    for department in assessment.departments():
        yield from _of_department(facts, department)
    for task in facts.tasks:
        yield from _of_task(facts, task, day)
    for directive in facts.directives:
        if directive.replied is None and not directive.reply:
            matter = str(directive.task or directive.indicator)
            bearer = task_of(facts, directive.task).lead if directive.task else directive.department
            yield "unanswered", directive.number or matter, bearer
    for appeal in facts.appeals:
        if appeal.result is None:
            yield "appeal_open", appeal.number, appeal.department
    yield from _of_scheme(assessment)
    for indicator, bearer in {(one.indicator, one.department) for one in facts.actuals if one.basis == "preliminary"}:
        yield "preliminary", indicator, None if bearer == "全区" else bearer


def _of_department(facts: Facts, department: OracleDepartment) -> Iterator[Blank]:
    """Lines without a result, categories without a line, full marks that are not the group's points, 待定."""
    for line in department.lines:
        if line.share is None:
            is_panel = line.kind == "target" and indicator_of(facts, line.code).rule.code == "panel"
            yield "unrated" if is_panel else "no_result", line.code, department.code
    has_weight = False
    for category in department.categories:
        if any(line.category == category.name and line.weight > 0 for line in department.lines):
            has_weight = True
            points = group_points(facts, department.department.group, category.name)
            if not facts.settings.scaled and category.full != points:
                yield "points", category.name, department.code
        elif facts.settings.missing_category == "缺口":
            yield "no_line", category.name, department.code
    if not has_weight and facts.settings.missing_category == "折算":
        yield "points", department.code, department.code
    if department.undecided:
        yield "undecided", department.code, department.code


def _of_task(facts: Facts, task: Task, day: date) -> Iterator[Blank]:
    """No report or an old one, no due date, no standard; and milestones that were carried without a date."""
    if task.state in ("suspended", "cancelled"):
        return
    if task.due is None:
        yield "no_due_date", task.code, task.lead
    if not task.standard:
        yield "no_standard", task.code, task.lead
    if task.state == "finished":
        return
    reports = [one.day for one in facts.progress if one.task == task.code and one.day <= day]
    if not reports or (day - max(reports)).days > CADENCE_DAYS[task.cadence]:
        yield "no_report", task.code, task.lead
    for milestone in facts.milestones:
        undated = milestone.task == task.code and milestone.due is None and milestone.done is None
        if undated and task.carried_from is not None:
            yield "no_due_date", f"{task.code}/{milestone.title}", task.lead


def _of_scheme(assessment: OracleAssessment) -> Iterator[Blank]:
    """Indicators on nobody, groups whose points are not 100."""
    facts = assessment.facts
    for indicator in facts.indicators:
        if not any(target.indicator == indicator.code for target in facts.targets):
            yield "unassigned", indicator.code, None
    for group in facts.groups:
        if sum((exactly(one.points) for one in facts.weights if one.group == group.name), Fraction(0)) != 100:
            yield "points", group.name, None
