"""加减分 on a sheet: every entry, every directive's deduction, the caps, the sum."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from kpi_desktop.assessment import exact
from kpi_desktop.assessment.facts import Category
from kpi_desktop.assessment.names import COLOURS
from kpi_desktop.assessment.results import Deducted, DepartmentResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext

Row = dict[str, object]


def rows(context: ReportContext, result: DepartmentResult) -> list[Row]:
    """The rows of 加减分, category by category as in their sheet: entries, directives, a cap that bites; vetoes."""
    found: list[Row] = []
    for category in context.facts.categories:
        if category.kind in ("bonus", "deduction"):
            found += _category_rows(context, result, category)
        elif category.kind == "veto":
            found += _vetoes(context, result, category)
    return found


def _category_rows(context: ReportContext, result: DepartmentResult, category: Category) -> Iterator[Row]:
    sign = 1 if category.kind == "bonus" else -1
    total = Decimal(0)
    for reason, points in _entries(context, result, category):
        if points is None:
            yield _row(category, reason, None)
            continue
        total += points
        yield _row(category, reason, figures.signed(sign * points, context.decimals))
    if category.cap is not None and total > category.cap:
        over = exact.rounded(category.cap, context.decimals) - total
        reason = (
            f"合计{figures.fixed(total, context.decimals)}，按上限{figures.fixed(category.cap, context.decimals)}计"
        )
        yield _row(category, reason, figures.signed(sign * over, context.decimals))


def _entries(
    context: ReportContext, result: DepartmentResult, category: Category
) -> Iterator[tuple[str, Decimal | None]]:
    for entry in context.facts.adjustments:
        if entry.department == result.code and entry.category == category.name:
            reason = f"{entry.reason}（{entry.basis}）" if entry.basis else entry.reason
            yield reason, exact.rounded(entry.points, context.decimals)
    if category.name == context.facts.settings.directive_category:
        for deducted in result.deducted:
            if deducted.points or not deducted.counted:
                yield directive_words(context, deducted), deducted.points if deducted.counted else None


def _vetoes(context: ReportContext, result: DepartmentResult, category: Category) -> Iterator[Row]:
    for entry in context.facts.adjustments:
        if entry.department == result.code and entry.category == category.name:
            parts = [entry.basis or "", f"处理：{entry.treatment}" if entry.treatment else ""]
            parts.append("奖励停发" if entry.stops_rewards else "奖励不停发")
            yield _row(category, f"{entry.reason}（{'；'.join(part for part in parts if part)}）", None)


def directive_words(context: ReportContext, deducted: Deducted) -> str:
    """红色督办单〔2020〕2号：T03小菁城村拆迁安置（协办）."""
    number = deducted.number or "（未编号）"
    titles = {task.code: task.title for task in context.facts.tasks}
    titles |= {indicator.code: indicator.name for indicator in context.facts.indicators}
    words = f"{COLOURS[deducted.colour]}色督办单{number}：{deducted.subject} {titles.get(deducted.subject, '')}"
    words += "（协办）" if deducted.as_partner else ""
    return words if deducted.counted else f"{words}（同一事项就高，不重复扣）"


def _row(category: Category, reason: str, points: str | None) -> Row:
    kinds = {"bonus": "加分", "deduction": "扣分", "veto": "否决"}
    return {"kind": kinds[category.kind], "category": category.name, "reason": reason, "points": points}


def net(result: DepartmentResult) -> Decimal:
    """Bonus less deduction."""
    return result.bonus - result.deduction


def capped_groups(context: ReportContext, result: DepartmentResult, caps: bool = True) -> dict[str, Decimal]:
    """Counted points of each bonus or deduction category, its cap applied where `caps`; positive in both kinds."""
    counted: defaultdict[str, Decimal] = defaultdict(Decimal)
    for category in context.facts.categories:
        for _, points in _entries(context, result, category):
            counted[category.name] += points or Decimal(0)
        if caps and category.cap is not None:
            counted[category.name] = min(counted[category.name], exact.rounded(category.cap, context.decimals))
    return dict(counted)
