"""Results as plain JSON: what the verbs answer, and what is kept of a year at 定稿 (workbook.md, Verbs).

Figures are decimal strings, a blank is null.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kpi_desktop.assessment import explain
from kpi_desktop.assessment.carrying import Carried
from kpi_desktop.assessment.exact import rounded
from kpi_desktop.assessment.gaps import Gap
from kpi_desktop.assessment.lights import TargetLight, TaskLight
from kpi_desktop.assessment.next_points import next_point
from kpi_desktop.assessment.results import Assessment, DepartmentResult, GroupResult, Line
from kpi_desktop.assessment.rewards import Rewards

RATIO_PLACES = 15

Answer = dict[str, Any]


def figure(value: Decimal) -> str:
    """An exact figure as a plain decimal string."""
    return f"{value:f}"


def share(value: Fraction | None) -> str | None:
    """A ratio at 15 decimals; None for a blank."""
    return None if value is None else figure(rounded(value, RATIO_PLACES))


def score(assessment: Assessment) -> Answer:
    """The answer of `score`."""
    return {"year": assessment.facts.settings.year, "groups": [_group(group) for group in assessment.groups]}


def _group(group: GroupResult) -> Answer:
    return {"group": group.group.name, "departments": [_department(result) for result in group.departments]}


def _department(result: DepartmentResult) -> Answer:
    return {
        "code": result.code,
        "name": result.name,
        "total": figure(result.total),
        "rank": result.rank,
        "grade": result.grade,
        "undecided": result.undecided,
        "economic_share": share(result.economic_share),
        "bonus": figure(result.bonus),
        "deduction": figure(result.deduction),
        "veto": result.vetoed,
        "categories": [
            {"category": each.category.name, "full": figure(each.full), "score": figure(each.score)}
            for each in result.categories
        ],
        "lines": [_line(line) for line in result.lines],
    }


def _line(line: Line) -> Answer:
    return {
        "code": line.code,
        "kind": line.kind,
        "category": line.category,
        "full": figure(line.full),
        "share": share(line.share),
        "score": figure(line.score),
        "status": line.status,
    }


def explanation(assessment: Assessment, department: str, lines: Iterable[Line]) -> Answer:
    """The answer of `explain`; `next_point` is the further value that brings at least one point more."""
    return {"department": department, "lines": [_explained(assessment, line) for line in lines]}


def _explained(assessment: Assessment, line: Line) -> Answer:
    further = next_point(assessment, line)
    return {
        "code": line.code,
        "steps": [f"{step.title}:{step.text}" for step in explain.steps(assessment, line)],
        "next_point": None if further is None else figure(further.further),
    }


def rewards(year: int, money: Rewards) -> Answer:
    """The answer of `rewards`."""
    return {
        "year": year,
        "departments": [
            {
                "code": each.department.code,
                "items": [{"rule": item.rule, "amount": figure(item.amount)} for item in each.items],
                "rewards": figure(each.rewards),
                "penalties": figure(each.penalties),
                "net": figure(each.net),
                "consequences": list(each.consequences),
            }
            for each in money.departments
        ],
        "rules": [
            {
                "rule": outcome.rule.name,
                "planned": _optional(outcome.planned),
                "distributed": figure(outcome.distributed),
                "undistributed": _optional(outcome.undistributed),
            }
            for outcome in money.rules
        ],
    }


def _optional(value: Decimal | None) -> str | None:
    return None if value is None else figure(value)


def check(gaps: Sequence[Gap]) -> Answer:
    """The answer of `check`: ready when every gap is explained."""
    return {
        "ready": all(gap.explained for gap in gaps),
        "gaps": [
            {
                "kind": gap.kind,
                "subject": gap.subject,
                "department": gap.department,
                "message": gap.message,
                "explained": gap.explained,
            }
            for gap in gaps
        ],
    }


def lights(tasks: Iterable[TaskLight], targets: Iterable[TargetLight]) -> Answer:
    """The answer of `lights`."""
    return {
        "tasks": [{"code": each.task.code, "light": each.light, "reasons": list(each.reasons)} for each in tasks],
        "targets": [
            {
                "code": each.target.indicator,
                "department": each.target.department,
                "light": each.light,
                "reasons": list(each.reasons),
            }
            for each in targets
        ],
    }


def carried(year: int, found: Iterable[Carried]) -> Answer:
    """The answer of `carry-over`."""
    return {
        "from": year,
        "to": year + 1,
        "carried": [
            {"code": each.task.code, "from_code": each.from_code, "title": each.title, "times": each.times}
            for each in found
        ],
    }
