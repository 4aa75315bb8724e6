"""How bonus and deduction came about: every entry and every directive, then their sum under the category's cap."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.explain import Step
from kpi_desktop.assessment.facts import Adjustment, Category
from kpi_desktop.assessment.formulas import number_text
from kpi_desktop.assessment.names import COLOURS
from kpi_desktop.assessment.results import Assessment, DepartmentResult

Entry = tuple[str, Fraction]


def bonus_steps(assessment: Assessment, result: DepartmentResult) -> tuple[Step, ...]:
    """The steps of a department's bonus."""
    return _steps(assessment, result, "bonus") or (Step("加分", "没有加分，计 0"),)


def deduction_steps(assessment: Assessment, result: DepartmentResult) -> tuple[Step, ...]:
    """The steps of a department's deduction, directives included."""
    return _steps(assessment, result, "deduction") or (Step("减分", "没有减分，计 0"),)


def _steps(assessment: Assessment, result: DepartmentResult, kind: str) -> tuple[Step, ...]:
    found: list[Step] = []
    for category in assessment.facts.categories:
        if category.kind == kind and (entries := _entries(assessment, result, category.name)):
            found += [Step(category.name, f"{words}：{number_text(points)}") for words, points in entries]
            found.append(Step("合计", _sum_text(category, entries)))
    return tuple(found)


def _entries(assessment: Assessment, result: DepartmentResult, category: str) -> list[Entry]:
    facts = assessment.facts
    own = [each for each in facts.adjustments if (each.department, each.category) == (result.code, category)]
    found = [(_words(each), fraction(each.points)) for each in own]
    return found + list(_directives(assessment, result)) if category == facts.settings.directive_category else found


def _words(each: Adjustment) -> str:
    return f"{each.reason}（依据：{each.basis}）" if each.basis else each.reason


def _directives(assessment: Assessment, result: DepartmentResult) -> Iterator[Entry]:
    names = {each.code: each.name for each in assessment.facts.indicators}
    names |= {each.code: each.title for each in assessment.facts.tasks}
    for each in result.deducted:
        if each.points:
            number = f"{each.number} " if each.number else ""
            words = f"{COLOURS[each.colour]}色督办单 {number}{names.get(each.subject, each.subject)}"
            words += "，协办单位" if each.as_partner else ""
            if each.counted:
                yield words, fraction(each.points)
            else:
                yield f"{words}，同一事项只扣最重的一张", Fraction(0)


def _sum_text(category: Category, entries: Sequence[Entry]) -> str:
    whole = sum((points for _, points in entries), Fraction(0))
    counted = [number_text(points) for _, points in entries if points]
    told = " + ".join(counted) or "0"
    told = f"{told} = {number_text(whole)}" if len(counted) > 1 else told
    if category.cap is None:
        return told
    cap = fraction(category.cap)
    if whole <= cap:
        return f"{told}，不超过上限 {number_text(cap)}"
    return f"{told}，超过上限，计 {number_text(cap)}"
