"""What hangs on a department, and what of its group's points its lines leave over."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.results import DepartmentResult


class Hanging(NamedTuple):
    """So many rows of the sheet `sheet` name the department, the first of them by `names`."""

    sheet: str
    rows: int
    names: tuple[str, ...]


MOST_NAMES = 3
_NAMED: Mapping[str, Callable[[Facts, str], Iterable[str]]] = {
    "责任分解": lambda facts, code: (each.indicator for each in facts.targets if each.department == code),
    "实绩": lambda facts, code: (each.indicator for each in facts.actuals if each.department == code),
    "任务": lambda facts, code: (each.code for each in facts.tasks if each.lead == code),
    "任务（协办）": lambda facts, code: (each.code for each in facts.tasks if code in each.partners),
    "督办单": lambda facts, code: (each.number or "" for each in facts.directives if each.department == code),
    "评议": lambda facts, code: (
        each.indicator for each in facts.ratings if code in (each.department, each.rater_department)
    ),
    "自评": lambda facts, code: (each.subject for each in facts.self_scores if each.department == code),
    "核定": lambda facts, code: (each.subject for each in facts.verdicts if each.department == code),
    "加减分": lambda facts, code: (each.reason for each in facts.adjustments if each.department == code),
    "项目": lambda facts, code: (each.code for each in facts.projects if each.department == code),
    "等次认定": lambda facts, code: (each.grade for each in facts.decisions if each.department == code),
    "申诉": lambda facts, code: (each.number for each in facts.appeals if each.department == code),
}


def hanging(facts: Facts, code: str) -> tuple[Hanging, ...]:
    """Everything that names the department `code`, sheet by sheet; empty where it can go without a trace."""
    return tuple(_hanging(facts, code))


def _hanging(facts: Facts, code: str) -> Iterator[Hanging]:
    for sheet, named in _NAMED.items():
        names = list(named(facts, code))
        if names:
            yield Hanging(sheet, len(names), tuple(dict.fromkeys(filter(None, names)))[:MOST_NAMES])


def points_left(facts: Facts, result: DepartmentResult) -> dict[str, Fraction]:
    """What is left of the group's points in each category; below 0 where the lines have more than it gives."""
    given = {
        weight.category: fraction(weight.points) for weight in facts.weights if weight.group == result.department.group
    }
    return {
        each.category.name: given.get(each.category.name, Fraction(0))
        - sum((fraction(line.full) for line in each.lines), Fraction(0))
        for each in result.categories
    }
