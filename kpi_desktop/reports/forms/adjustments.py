"""加减分认定表: every bonus, deduction, directive that deducts and veto, and what the caps cut off, by department."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kpi_desktop.assessment import exact
from kpi_desktop.assessment.facts import Category
from kpi_desktop.assessment.names import CATEGORY_KINDS, COLOURS
from kpi_desktop.assessment.results import Deducted, DepartmentResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import adjusting, cells
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    GROUP,
    RIGHT,
    SUM,
    Block,
    Cell,
    Document,
    Note,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, names
from kpi_desktop.reports.forms.listing import LANDSCAPE, Plan, document, laid, nothing, printed

HEADING = Heading("adjustments")
SIZE, SMALL, MANY = 10.5, 9.5, 40
"""Points of the tables, and of those with so many entries and more."""
ENTRIES = (
    Plan("序号", 11.0, 14.0, align=CENTRE),
    Plan("部门", 26.0, 44.0),
    Plan("事由", share=1.5),
    Plan("依据", share=1.0),
    Plan("申报\n分值", 15.0, 22.0, align=RIGHT),
    Plan("认定\n分值", 15.0, 22.0, align=RIGHT),
    Plan("说明", 24.0, 46.0),
)
RESULTS = (
    Plan("部门", share=1.0),
    Plan("加分合计", 22.0, 30.0, align=RIGHT),
    Plan("超限不计", 22.0, 30.0, align=RIGHT),
    Plan("加分计入", 22.0, 30.0, align=RIGHT),
    Plan("扣分合计", 22.0, 30.0, align=RIGHT),
    Plan("超限不计", 22.0, 30.0, align=RIGHT),
    Plan("扣分计入", 22.0, 30.0, align=RIGHT),
    Plan("加减分净额", 24.0, 32.0, align=RIGHT),
    Plan("一票否决", 20.0, 30.0, align=CENTRE),
)


@dataclass(frozen=True, slots=True)
class Capped:
    """What one category comes to for one department: the sum of what counts, what its cap cut off, what is left."""

    claimed: Decimal
    cut: Decimal

    @property
    def counted(self) -> Decimal:
        """What enters the total."""
        return self.claimed - self.cut


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """All entries of the year."""
    return printed(context, HEADING, outline(context, choice))


def outline(context: ReportContext, _choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    entries, results = tuple(_entries(context)), _results(context)
    size = SMALL if len(entries) >= MANY else SIZE
    blocks: list[Block] = [
        Paragraph(_lead(context)),
        Table(laid(ENTRIES, entries, LANDSCAPE, size), entries, "认定明细", size),
        Paragraph("各部门认定结果", 1),
        Table(laid(RESULTS, results, LANDSCAPE, size), results, "认定结果", size),
        *map(Note, _notes(context)),
        Signatures(("编制", "审核", "审批")),
    ]
    return document(context, HEADING, blocks, [("单位", context.office), ("计分单位", "分")])


def capped(context: ReportContext, result: DepartmentResult, category: Category) -> Capped:
    """The sum of a department's entries and directives in a category, and what the cap cut off."""
    own = adjusting.capped_groups(context, result, caps=False).get(category.name, Decimal(0))
    if category.cap is None:
        return Capped(own, Decimal(0))
    return Capped(own, max(own - exact.rounded(category.cap, context.decimals), Decimal(0)))


def _lead(context: ReportContext) -> str:
    kinds = {category.name: category.kind for category in context.facts.categories}
    found = [kinds.get(entry.category, "") for entry in context.facts.adjustments]
    cards = sum(bool(each.points) for result in context.assessment.departments() for each in result.deducted)
    parts = [f"{CATEGORY_KINDS[kind]}{found.count(kind)}笔" for kind in ("bonus", "deduction") if found.count(kind)]
    parts += [f"督办单扣分{cards}笔"] if cards else []
    parts += [f"一票否决{found.count('veto')}笔"] if "veto" in found else []
    if not parts:
        return "本年度没有加分、扣分和否决事项。"
    return f"本年度认定{'、'.join(parts)}，逐笔列明事由和依据；同一类别合计超过上限的部分不计入。"


def _entries(context: ReportContext) -> Iterator[Row]:
    number, found = 0, False
    for category in context.facts.categories:
        if category.kind == "scored":
            continue
        rows = list(_category(context, category, number))
        if not rows:
            continue
        found = True
        yield Row((Cell(_category_words(context, category), bold=True, span=len(ENTRIES)),), GROUP)
        yield from rows
        number += sum(row.kind != SUM for row in rows)
    if not found:
        yield nothing("没有加分、扣分和否决事项", len(ENTRIES))


def _category_words(context: ReportContext, category: Category) -> str:
    cap = f"\u3000每个部门至多{figures.plain(category.cap)}分" if category.cap is not None else ""
    cards = "，督办单扣分列入本类" if category.name == context.facts.settings.directive_category else ""
    kind = CATEGORY_KINDS[category.kind]
    said = "" if category.name.endswith(kind) else f"（{kind}）"
    return f"{category.name}{said}{cap or chr(0x3000)}{cards}".rstrip()


def _category(context: ReportContext, category: Category, number: int) -> Iterator[Row]:
    """The rows of one category, department by department, each with what its cap cut off."""
    sign = 1 if category.kind == "bonus" else -1
    for result in _in_order(context):
        before = number
        for entry in context.facts.adjustments:
            if (entry.department, entry.category) == (result.code, category.name):
                number += 1
                yield _entry(context, category, number, result, entry.reason, entry.basis, entry.points * sign)
        if category.name == context.facts.settings.directive_category:
            for each in result.deducted:
                if each.points:
                    number += 1
                    yield _directive(context, number, result, each)
        own = capped(context, result, category)
        if own.cut:
            yield _cut(context, category, number - before, result, own, sign)


def _entry(
    context: ReportContext,
    category: Category,
    number: int,
    result: DepartmentResult,
    reason: str,
    basis: str | None,
    points: object,
) -> Row:
    veto = category.kind == "veto"
    shown = cells.NOT_APPLICABLE if veto else _points(context, exact.rounded(_exact(points), context.decimals))
    told = Cell(_treatment(context, result, category, reason)) if veto else Cell("")
    return Row((Cell(str(number)), Cell(result.name), Cell(reason), cells.text(basis), shown, shown, told))


def _exact(points: object) -> exact.Exact:
    assert isinstance(points, exact.Exact)
    return points


def _treatment(context: ReportContext, result: DepartmentResult, category: Category, reason: str) -> str:
    for entry in context.facts.adjustments:
        if (entry.department, entry.category, entry.reason) == (result.code, category.name, reason):
            treatment = f"处理：{entry.treatment}；" if entry.treatment else ""
            return treatment + ("奖励停发" if entry.stops_rewards else "奖励不停发")
    return ""


def _directive(context: ReportContext, number: int, result: DepartmentResult, each: Deducted) -> Row:
    titles = {task.code: task.title for task in context.facts.tasks}
    titles |= {indicator.code: indicator.name for indicator in context.facts.indicators}
    told = "协办，按比例" if each.as_partner else ""
    counted = _points(context, -each.points)
    if not each.counted:
        told, counted = "同一事项就高，不重复扣", _points(context, Decimal(0))
    basis = f"{COLOURS[each.colour]}色督办单{each.number or '（未编号）'}"
    reason = f"{each.subject} {titles.get(each.subject, '')}".strip()
    points = _points(context, -each.points)
    return Row((Cell(str(number)), Cell(result.name), Cell(reason), Cell(basis), points, counted, Cell(told)))


def _cut(
    context: ReportContext, category: Category, count: int, result: DepartmentResult, own: Capped, sign: int
) -> Row:
    cap = figures.fixed(own.counted, context.decimals)
    reason = f"{result.name}{category.name}{count}笔合计{figures.fixed(own.claimed, context.decimals)}，上限{cap}"
    cut, told = _points(context, -sign * own.cut), f"超限{figures.fixed(own.cut, context.decimals)}不计"
    return Row((Cell(""), Cell(reason, bold=True, span=3), Cell(""), cut, Cell(told)), SUM)


def _points(context: ReportContext, points: Decimal) -> Cell:
    shape = "0" + (f".{'0' * context.decimals}" if context.decimals else "")
    return Cell(figures.signed(points, context.decimals), points, f"+{shape};-{shape};{shape}")


def _in_order(context: ReportContext) -> list[DepartmentResult]:
    order = list(names(context))
    return sorted(context.assessment.departments(), key=lambda result: order.index(result.code))


def _results(context: ReportContext) -> tuple[Row, ...]:
    """What enters each department's total; those with nothing are left out, and the sums are over all."""
    touched = [result for result in _in_order(context) if result.bonus or result.deduction or result.vetoed]
    if not touched:
        return (nothing("没有部门有加减分", len(RESULTS)),)
    rows = [(result, _amounts(context, result)) for result in touched]
    sums = [sum((amounts[at] for _, amounts in rows), Decimal(0)) for at in range(7)]
    listed = [
        Row((Cell(result.name), *_figures(context, own), Cell("※ 否决" if result.vetoed else "—")))
        for result, own in rows
    ]
    total = Row((Cell("合\u3000计", bold=True), *_figures(context, sums), Cell("")), SUM, tuple(range(len(listed))))
    return (*listed, total)


def _figures(context: ReportContext, amounts: list[Decimal]) -> list[Cell]:
    shown = [cells.figure(amount, context.decimals) for amount in amounts[:-1]]
    return [*shown, _points(context, amounts[-1])]


def _amounts(context: ReportContext, result: DepartmentResult) -> list[Decimal]:
    found: dict[str, list[Capped]] = {"bonus": [], "deduction": []}
    for category in context.facts.categories:
        if category.kind in found:
            found[category.kind].append(capped(context, result, category))
    amounts: list[Decimal] = []
    for own in found.values():
        claimed, cut = _summed(own)
        amounts += [claimed, cut, claimed - cut]
    return [*amounts, adjusting.net(result)]


def _summed(own: list[Capped]) -> tuple[Decimal, Decimal]:
    return sum((each.claimed for each in own), Decimal(0)), sum((each.cut for each in own), Decimal(0))


def _notes(context: ReportContext) -> list[str]:
    settings = context.facts.settings
    found = []
    if settings.directive_category:
        colours = (("蓝", settings.blue_deduction), ("黄", settings.yellow_deduction), ("红", settings.red_deduction))
        listed = "、".join(f"{name}色{figures.plain(points)}分" for name, points in colours)
        partner = f"，协办部门按{figures.percent(settings.partner_deduction)}扣" if settings.partner_deduction else ""
        highest = "，同一事项只按最重的一张扣" if settings.highest_only else ""
        found.append(f"督办单扣分标准：{listed}{partner}{highest}。")
    if any(result.vetoed for result in context.assessment.departments()):
        found.append("※为一票否决：保留名次，等次按处理意见，不占等次名额。")
    return [*found, "“申报分值”为申报或督办单应扣的分值，“认定分值”为计入的分值；“—”为不适用。"]
