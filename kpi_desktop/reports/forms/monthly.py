"""主要经济指标一览表: a month's key indicators on one page."""

from collections.abc import Callable, Sequence

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    RIGHT,
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
from kpi_desktop.reports.forms.frame import Heading
from kpi_desktop.reports.forms.listing import LANDSCAPE, Plan, document, laid, lines_of, nothing, printed
from kpi_desktop.reports.forms.month_rows import MonthRow, month_rows
from kpi_desktop.reports.forms.work import judged_month, known, light_counts
from kpi_desktop.reports.paper import POINT

PLANS = (
    Plan("指\u3000标", share=1.5),
    Plan("单位", 13.0, 24.0, align=CENTRE),
    Plan("责任部门", 20.0, 33.0),
    Plan("确保\n目标", 15.0, 26.0, align=RIGHT),
    Plan("力争\n目标", 13.0, 26.0, align=RIGHT),
    Plan("当月", 14.0, 24.0, align=RIGHT),
    Plan("累计\n实绩", 16.0, 26.0, align=RIGHT),
    Plan("应达\n进度", 16.0, 26.0, align=RIGHT),
    Plan("超前\n落后", 16.0, 22.0, align=RIGHT),
    Plan("占全年", 15.0, 20.0, align=RIGHT),
    Plan("灯", 12.0, 13.0, align=CENTRE),
    Plan("同比", 15.0, 20.0, align=RIGHT),
    Plan("位次", 12.0, 16.0, align=CENTRE),
    Plan("分管领导", 18.0, 24.0, align=CENTRE),
)
SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
INSETS = (6.0, 5.1, 4.2, 3.6, 3.1, 2.8, 2.5, 2.2)
"""Points of the type, and above and below a row's text: the largest with which all stands on one page."""
CLOSE = 0.31
"""Ems above and below a row's text: the type is smaller rather than rows closer."""
ROOM = 108.0
"""Millimetres of a landscape page for the rows."""


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The chosen month on one page."""
    return {**printed(context, _heading(context, choice), outline(context, choice)), "insets": list(INSETS)}


def _heading(context: ReportContext, choice: Choice) -> Heading:
    month = judged_month(context, choice)
    return Heading("monthly", month, f"{month}月")


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    month = judged_month(context, choice)
    found = month_rows(context, month)
    rows = tuple(_row(context, each, month) for each in found) or (nothing("没有列为重点的经济指标", len(PLANS)),)
    notes = [Note(words) for words in _notes(context, found)]
    blocks: list[Block] = [Paragraph(_lead(found, month)), _fitting(rows, f"{month}月"), *notes]
    blocks.append(Signatures(("编制", "审核", "审批")))
    who = [("单位", context.office), ("月份", f"{context.year}年{month}月")]
    return document(context, _heading(context, choice), blocks, who)


def _fitting(rows: tuple[Row, ...], name: str) -> Table:
    """The table in the largest type with which its rows are likely to stand on one page."""
    for size in SIZES:
        made = Table(laid(PLANS, rows, LANDSCAPE, size), rows, name, size)
        if sum(size * (1.28 * lines_of(made, row) - 0.55 + 2 * CLOSE) for row in rows) * POINT <= ROOM:
            return made
    return made


def _lead(found: list[MonthRow], month: int) -> str:
    if not found:
        return "本年度没有列为重点的经济指标。"
    count = len({each.indicator.code for each in found})
    behind = [each for each in found if each.ahead is not None and each.ahead < 0]
    blank = sum(each.actual is None for each in found)
    told = f"落后于应达进度{len(behind)}项" if behind else "没有落后于应达进度的指标"
    told += f"，没有数据{blank}项" if blank else ""
    lights = light_counts((each.found.light for each in found), all_of_them=False)
    period = f"1—{month}月" if month > 1 else "1月"
    return f"{period}重点经济指标{count}项、目标{len(found)}个：{lights}；{told}。"


def _notes(context: ReportContext, found: Sequence[MonthRow]) -> list[str]:
    last = "同比为与上年同月累计相比" if context.previous else "台账中没有上年的数据，同比只在12月与上年实绩相比"
    grown = any(each.indicator.rule.measure == "增幅" for each in found)
    goals = "目标带%的是比上年的增幅，应达进度已折算成数额。" if grown else ""
    return [
        f"{goals}超前、落后为（累计实绩－应达进度）÷全年应达，越低越好的指标取反；占全年为累计实绩÷全年应达。",
        f"{last}。位次为同一指标承担部门之间的位次，一个部门承担的不排。“—”为不适用，“空”为尚无数据。",
    ]


def _row(context: ReportContext, each: MonthRow, month: int) -> Row:
    indicator, target, about = each.indicator, each.target, known(context)
    names = about.name(each.departments[0])
    names += f"等{len(each.departments)}个" if len(each.departments) > 1 else ""
    goals = _shape(indicator.rule.measure == "增幅" or _rate(each))
    shown = _shape(_rate(each))
    leader = about.departments.get(each.departments[0])
    title = indicator.name if each.month == month else f"{indicator.name}（{each.month}月数）"
    return Row(
        (
            Cell(title),
            cells.text(indicator.unit),
            Cell(names),
            goals(target.base, cells.MISSING if indicator.rule.uses_base else cells.NOT_APPLICABLE),
            goals(target.stretch, cells.MISSING if indicator.rule.uses_stretch else cells.NOT_APPLICABLE),
            shown(each.alone, cells.MISSING),
            shown(each.actual, cells.MISSING),
            shown(each.pace, cells.NOT_APPLICABLE),
            _ahead(each),
            cells.percent(each.reached, 1, cells.NOT_APPLICABLE),
            cells.light(each.found.light),
            cells.percent(each.growth, 1, cells.NOT_APPLICABLE),
            Cell(f"{each.place}/{each.bearers}") if each.place else cells.NOT_APPLICABLE,
            cells.text(leader.leader if leader else None),
        )
    )


def _rate(each: MonthRow) -> bool:
    """Whether the months themselves are rates, and not only what the rule makes of them."""
    return in_percent(each.indicator) and each.indicator.rule.measure not in ("增幅", "占比")


def _shape(rate: bool) -> Callable[[Exact | None, Cell], Cell]:
    if rate:
        return lambda value, otherwise: cells.percent(value, None, otherwise)
    return lambda value, otherwise: cells.figure(value, _places(value), otherwise)


def _places(value: Exact | None) -> int:
    return 0 if value is None else min(figures.places(value), 2)


def _ahead(each: MonthRow) -> Cell:
    if each.ahead is None:
        return cells.NOT_APPLICABLE
    found = cells.percent(each.ahead, 1)
    sign = "+" if found.number and found.number > 0 else ""
    return Cell(sign + found.text, found.number, "+0.0%;−0.0%;0.0%")
