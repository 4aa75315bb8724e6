"""Every figure above the lines explains itself too: sums by category, bonus, deduction, total, rank, grade, share."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.explain import Step
from kpi_desktop.assessment.explain_adjusting import bonus_steps, deduction_steps
from kpi_desktop.assessment.explain_grades import grade_steps, rank_steps
from kpi_desktop.assessment.formulas import is_share, number_text, share_text
from kpi_desktop.assessment.results import Assessment, CategoryResult, DepartmentResult
from kpi_desktop.assessment.wording import figure

CATEGORY, BONUS, DEDUCTION, MORE, TOTAL = "category", "bonus", "deduction", "more", "total"
RANK, GRADE, ECONOMIC = "rank", "grade", "economic"
WHOLE = "100"


class Derivation(NamedTuple):
    """How a figure came about: its name, the figure, what it is out of (may be empty), and the steps."""

    title: str
    value: str
    whole: str
    steps: tuple[Step, ...]


def derivation(assessment: Assessment, department: str, kind: str, name: str = "") -> Derivation:
    """The derivation of one figure of a department; `name` is the category's for `CATEGORY`.

    KeyError on a department that is not assessed, a kind that is unknown, and a category that it does not have.
    """
    return _DERIVED[kind](assessment, assessment.department(department), name)


def _category(assessment: Assessment, result: DepartmentResult, name: str) -> Derivation:
    part = {each.category.name: each for each in result.categories}[name]
    steps = [Step("分值", _points_text(assessment, result, part))]
    if part.lines:
        steps.append(Step("满分", _marks_text(assessment, part)))
        steps.append(Step("得分", _sum_text(part)))
    elif part.full:
        steps.append(Step("缺项", f"没有承担任何一项，{part.full:f} 分按缺项失去，得 0"))
    else:
        steps.append(Step("缺项", "没有承担任何一项，分值已折到其他类"))
    blank = [line.code for line in part.lines if line.share is None]
    if blank:
        steps.append(Step("空白", f"{'、'.join(blank)} 没有结果，暂按 0 分计入"))
    if part.full:
        share = Fraction(part.score) / Fraction(part.full)
        steps.append(Step("得分率", f"{part.score:f} ÷ {part.full:f} {is_share(share)}"))
    return Derivation(name, f"{part.score:f}", f"{part.full:f}", tuple(steps))


def _points_text(assessment: Assessment, result: DepartmentResult, part: CategoryResult) -> str:
    facts, group = assessment.facts, result.department.group
    weights = [w.points for w in facts.weights if (w.group, w.category) == (group, part.category.name)]
    own = fraction(weights[0]) if weights else Fraction(0)
    told = f"{group}给“{part.category.name}” {number_text(own)} 分"
    if fraction(part.full) == own:
        return told
    if not facts.settings.scaled:
        return f"{told}；不折算，各项分值之和 {part.full:f}"
    return f"{told}；缺项的类别不计，其分值按比例折到其他类，本类为 {part.full:f}"


def _marks_text(assessment: Assessment, part: CategoryResult) -> str:
    whole = sum((line.spec.weight for line in part.lines), Fraction(0))
    if not assessment.facts.settings.scaled:
        return f"{len(part.lines)} 项分值相加，不折算：{part.full:f}"
    return f"{len(part.lines)} 项权重合计 {number_text(whole)}，按比例折算，恰为 {part.full:f}"


def _sum_text(part: CategoryResult) -> str:
    shown = " + ".join(f"{line.code} {line.score:f}" for line in part.lines)
    return f"{shown} = {part.score:f}" if len(part.lines) > 1 else shown


def _bonus(assessment: Assessment, result: DepartmentResult, name: str) -> Derivation:
    return Derivation("加分", f"{result.bonus:f}", "", bonus_steps(assessment, result))


def _deduction(assessment: Assessment, result: DepartmentResult, name: str) -> Derivation:
    return Derivation("减分", f"{result.deduction:f}", "", deduction_steps(assessment, result))


def _more(assessment: Assessment, result: DepartmentResult, name: str) -> Derivation:
    net = f"{result.bonus - result.deduction:+f}".replace("-", "−")
    told = Step("加减分", f"{result.bonus:f} − {result.deduction:f} = {net}")
    steps = (*bonus_steps(assessment, result), *deduction_steps(assessment, result), told)
    return Derivation("加减分", net, "", steps)


def _total(assessment: Assessment, result: DepartmentResult, name: str) -> Derivation:
    steps = [Step(part.category.name, f"{part.score:f}（满分 {part.full:f}）") for part in result.categories]
    if result.bonus:
        steps.append(Step("加分", f"{result.bonus:f}"))
    if result.deduction:
        steps.append(Step("减分", f"{result.deduction:f}"))
    scores = [part.score for part in result.categories]
    told = " + ".join(f"{score:f}" for score in scores) or "0"
    told += f" + {result.bonus:f}" if result.bonus else ""
    told += f" − {result.deduction:f}" if result.deduction else ""
    reached = _sum(scores) + result.bonus - result.deduction
    steps.append(Step("总分", f"{told} = {reached:f}" if reached >= 0 else f"{told}，不足 0，计 {result.total:f}"))
    return Derivation("总分", f"{result.total:f}", WHOLE, tuple(steps))


def _economic(assessment: Assessment, result: DepartmentResult, name: str) -> Derivation:
    own = [part for part in result.categories if part.category.economic]
    full, score = _sum([part.full for part in own]), _sum([part.score for part in own])
    shown = "、".join(f"{part.category.name} {part.full:f} 分" for part in own) or "没有经济类"
    steps = [Step("经济类", shown), Step("占比", f"{figure(full)} ÷ 100 = {share_text(result.economic_share)}")]
    if full:
        steps.append(Step("经济得分", f"{score:f} ÷ {full:f} {is_share(Fraction(score) / Fraction(full))}"))
    return Derivation("经济指标占比", share_text(result.economic_share), "", tuple(steps))


def _sum(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def _rank(assessment: Assessment, result: DepartmentResult, name: str) -> Derivation:
    return Derivation("名次", f"第 {result.rank} 名", "", rank_steps(assessment, result))


def _grade(assessment: Assessment, result: DepartmentResult, name: str) -> Derivation:
    return Derivation("等次", result.grade or "未定", "", grade_steps(assessment, result))


_DERIVED: Mapping[str, Callable[[Assessment, DepartmentResult, str], Derivation]] = MappingProxyType(
    {
        CATEGORY: _category,
        BONUS: _bonus,
        DEDUCTION: _deduction,
        MORE: _more,
        TOTAL: _total,
        RANK: _rank,
        GRADE: _grade,
        ECONOMIC: _economic,
    }
)
