"""The tables beside the slope: who gains and loses how much, how firm the ranking is, scenarios side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.robustness import REACH
from kpi_desktop.assessment.sums import sums
from kpi_desktop.assessment.whatif import economic_shares
from kpi_desktop.assessment.wording import figure
from kpi_desktop.reports import figures
from ui.grid.cells import DIVERGE, DOT, TOTAL, Cell, Column, Row, dash, number
from ui.terms import clauses, listed
from ui.words import percent, points

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from kpi_desktop.assessment.results import DepartmentResult
    from kpi_desktop.assessment.robustness import Neighbours
    from kpi_desktop.assessment.whatif import Comparison, Move

PLACE, SCORE, GAIN = 116, 60, 78
FRAGILE = 3
"""Points within which a change of one weight makes a ranking fragile (脆弱)."""


def _money(amount: Decimal, comparison: Comparison) -> str:
    return figures.money(amount, comparison.before.facts.settings.payout_unit)


def _signed(amount: Decimal, comparison: Comparison) -> str:
    decimals = figures.money_decimals(comparison.before.facts.settings.payout_unit)
    return figures.signed(amount, decimals)


def money_columns(narrow: bool) -> list[Column]:
    """部门, 等次, 现行, 推演 (where there is room), a bar, 差额."""
    translate = QCoreApplication.translate
    yuan = translate("WhatIf", "元")
    found = [
        Column(translate("WhatIf", "部门")),
        Column(translate("WhatIf", "等次"), 94),
        Column(translate("WhatIf", "现行"), 72, right=True, unit=yuan),
        Column(translate("WhatIf", "推演"), 72, right=True, unit=yuan),
        Column("", 62, sortable=False),
        Column(translate("WhatIf", "差额"), 74, right=True, unit=yuan),
    ]
    return _without_amounts(found) if narrow else found


def _without_amounts(cells: list[Any]) -> list[Any]:
    return [*cells[:2], *cells[4:]]


def money_rows(comparison: Comparison, group: str, narrow: bool = False) -> list[Row]:
    """A row a department in the tried order, then the group's sums."""
    moves = comparison.of_group(group)
    most = max((abs(move.money) for move in moves), default=0)
    made = [_money_row(comparison, move, most) for move in moves]
    codes = [move.code for move in moves]
    then, now = (sums(each.rewards, codes).across for each in (comparison.before, comparison.after))
    total = [
        Cell(QCoreApplication.translate("WhatIf", "本组合计")),
        Cell(),
        number(_money(then, comparison), bold=True),
        number(_money(now, comparison), bold=True),
        Cell(),
        number(_signed(now - then, comparison), bold=True),
    ]
    rows = [*made, Row(total, None, TOTAL)]
    return [row._replace(cells=_without_amounts(list(row.cells))) for row in rows] if narrow else rows


def _money_row(comparison: Comparison, move: Move, most: Decimal | int) -> Row:
    gain = move.money
    token = "accent" if gain > 0 else "text" if gain else "pale"
    cells = [
        Cell(move.after.name, key=move.after.rank),
        grade_change(move),
        number(_money(move.paid_before.net, comparison), move.paid_before.net),
        number(_money(move.paid_after.net, comparison), move.paid_after.net),
        Cell(kind=DIVERGE, share=float(gain / most) if most and gain else None),
        number(_signed(gain, comparison), gain, bold=bool(gain), token=token),
    ]
    return Row(cells, move.code)


def _graded(result: DepartmentResult) -> str:
    mark = QCoreApplication.translate("WhatIf", "?") if result.undecided else ""
    return f"{result.grade or '–'}{mark}"


def grade_change(move: Move) -> Cell:
    """良好 → 优秀; a ? behind a grade that is 待定."""
    tip = QCoreApplication.translate("WhatIf", "? 表示等次待定")
    if not move.regraded:
        return Cell(_graded(move.after), token="secondary", tip=tip if move.after.undecided else "")
    return Cell(f"{_graded(move.before)} → {_graded(move.after)}", token="accent", tip=tip)


def consequence_words(comparison: Comparison, group: str) -> list[tuple[str, str]]:
    """What is not money and changes, then ties that come or go."""
    translate = QCoreApplication.translate
    found = []
    for content, gained, lost in comparison.consequences(group):
        parts = []
        if gained:
            parts.append(translate("WhatIf", "新增 {names}").format(names=listed(gained)))
        if lost:
            parts.append(translate("WhatIf", "不再有 {names}").format(names=listed(lost)))
        found.append((content, clauses(parts)))
    moves = comparison.of_group(group)
    then, now = (sum(side(move).undecided for move in moves) for side in (_before, _after))
    if then != now:
        words = translate("WhatIf", "并列解开，无须会议认定") if not now else translate("WhatIf", "须会议认定")
        found.append((translate("WhatIf", "待定"), translate("WhatIf", "{0} → {1} 个　{2}").format(then, now, words)))
    return found


def _before(move: Move) -> DepartmentResult:
    return move.before


def _after(move: Move) -> DepartmentResult:
    return move.after


# --- how firm the ranking is


def firm_columns(narrow: bool) -> list[Column]:
    """相邻两位, 分差, 最先使其互换的改动, 最小变动, the scale, 稳健度, 改后的次序."""
    translate = QCoreApplication.translate
    return [
        Column(translate("WhatIf", "相邻两位"), 210 if narrow else 230, sortable=False),
        Column(translate("WhatIf", "分差"), 66, right=True, unit=translate("WhatIf", "分"), sortable=False),
        Column(translate("WhatIf", "最先使其互换的改动"), 0, sortable=False),
        Column(translate("WhatIf", "最小变动"), 88, right=True, unit=translate("WhatIf", "分"), sortable=False),
        Column(f"−{REACH} ←　　0　　→ +{REACH}", 150 if narrow else 180, sortable=False),
        Column(translate("WhatIf", "稳健度"), 92, sortable=False),
        Column(translate("WhatIf", "改后的次序"), 150, sortable=False),
    ]


def firm_rows(pairs: Sequence[Neighbours], decimals: int) -> list[Row]:
    """A row a pair of neighbours."""
    return [_firm_row(pair, decimals) for pair in pairs]


def _firm_row(pair: Neighbours, decimals: int) -> Row:
    translate = QCoreApplication.translate
    words = f"{pair.upper.rank} {pair.upper.name} › {pair.lower.rank} {pair.lower.name}"
    cells = [Cell(words, tip=words), number(points(pair.gap, decimals), pair.gap)]
    swap = pair.swap
    if swap is None:
        reach = translate("WhatIf", "单项分值 ±{reach} 分内没有").format(reach=REACH)
        cells += [
            Cell(reach, token="secondary"),
            number(f"> {REACH}", token="secondary"),
            Cell(translate("WhatIf", "±{reach} 分内不互换").format(reach=REACH), DOT),
            Cell(firmness(None), token="accent"),
            Cell(translate("WhatIf", "不变"), token="pale"),
        ]
        return Row(cells, pair.lower.code)
    change = translate("WhatIf", "{category} {now} → {then}")
    then = translate("WhatIf", "{name}升第 {rank}").format(name=pair.lower.name, rank=swap.rank)
    cells += [
        Cell(change.format(category=swap.category, now=figure(swap.points), then=figure(swap.wanted))),
        number(figures.signed(swap.change, 1), bold=True),
        Cell(kind=DOT, share=float(swap.change / REACH)),
        Cell(firmness(abs(swap.change)), token="accent"),
        Cell(then, tip=then),
    ]
    return Row(cells, pair.lower.code)


def firmness(change: Decimal | None) -> str:
    """稳固 without a change within reach, 脆弱 within three points, else 一般."""
    translate = QCoreApplication.translate
    if change is None:
        return translate("WhatIf", "●●● 稳固")
    return translate("WhatIf", "●○○ 脆弱") if change <= FRAGILE else translate("WhatIf", "●●○ 一般")


def firm_sentence(pairs: Sequence[Neighbours]) -> str:
    """The whole ranking in one sentence."""
    translate = QCoreApplication.translate
    loose = [pair for pair in pairs if pair.swap is not None]
    if not loose:
        return translate("WhatIf", "任何一类分值改动 {reach} 分以内，名次都不变").format(reach=REACH)
    first = min(loose, key=lambda pair: abs(pair.swap.change if pair.swap else 0))
    swap = first.swap
    assert swap is not None
    words = translate("WhatIf", "最先动的是第 {rank} 位：{category}改 {change} 分，{lower}就超过{upper}")
    return words.format(
        rank=first.upper.rank,
        category=swap.category,
        change=figures.signed(swap.change, 1),
        lower=first.lower.name,
        upper=first.upper.name,
    )


# --- scenarios side by side


class Tried(NamedTuple):
    """A scheme that was carried out, under its name, with the number of places it changes."""

    name: str
    places: int
    comparison: Comparison
    note: str = ""


def scenario_columns() -> list[Column]:
    """方案, what it changes and moves."""
    translate = QCoreApplication.translate
    return [
        Column(translate("WhatIf", "方案"), 0, sortable=False),
        Column(translate("WhatIf", "改动"), 70, right=True, unit=translate("WhatIf", "处"), sortable=False),
        Column(translate("WhatIf", "名次变动"), 90, right=True, unit=translate("WhatIf", "个"), sortable=False),
        Column(translate("WhatIf", "等次变动"), 90, right=True, unit=translate("WhatIf", "个"), sortable=False),
        Column(translate("WhatIf", "奖励移动"), 110, right=True, unit=translate("WhatIf", "元"), sortable=False),
        Column(translate("WhatIf", "本组经济占比"), 130, right=True, sortable=False),
        Column(translate("WhatIf", "对比"), 70, sortable=False),
    ]


def scenario_rows(tried: Sequence[Tried], shown: Sequence[str], group: str) -> list[Row]:
    """A row a scenario; `shown`: those that are compared below."""
    return [_scenario_row(each, each.name in shown, group) for each in tried]


def _scenario_row(tried: Tried, compared: bool, group: str) -> Row:
    comparison = tried.comparison
    then, now = (
        next((s.laid for s in economic_shares(each.assessment) if s.group == group), None)
        for each in (comparison.before, comparison.after)
    )
    share = f"{percent(then)} → {percent(now)}" if then != now else percent(now) or ""
    cells = [
        Cell(tried.name, tip=tried.note),
        number(str(tried.places)),
        number(str(comparison.moved)),
        number(str(comparison.regraded)),
        number(_money(comparison.shifted, comparison)),
        Cell(share, "number"),
        Cell(QCoreApplication.translate("WhatIf", "✓ 在比") if compared else "–", token="secondary"),
    ]
    return Row(cells, tried.name)


def compared_columns(tried: Sequence[Tried], room: int) -> list[Column]:
    """部门, today's 名次 总分 净额, then 名次 总分 差额 of every scenario; the last fill the `room` where they can."""
    translate = QCoreApplication.translate
    found = [
        Column(translate("WhatIf", "部门"), 96),
        Column(translate("WhatIf", "现行"), 96, right=True),
        Column(translate("WhatIf", "净额"), 84, right=True),
    ]
    least = sum(column.width for column in found) + len(tried) * (PLACE + SCORE + GAIN)
    for each in tried:
        title = translate("WhatIf", "{name} 名次").format(name=each.name)
        found += [
            Column(title, PLACE if least > room else 0, sortable=False),
            Column(translate("WhatIf", "总分"), SCORE, right=True),
            Column(translate("WhatIf", "差额"), GAIN, right=True),
        ]
    return found


def compared_rows(tried: Sequence[Tried], group: str, decimals: int) -> list[Row]:
    """A row a department in today's order."""
    if not tried:
        return []
    moves = sorted(tried[0].comparison.of_group(group), key=lambda move: (move.before.rank, move.code))
    found = []
    for move in moves:
        then = f"{move.before.rank} · {points(move.before.total, decimals)}"
        net = move.paid_before.net
        cells = [Cell(move.after.name), number(then), number(_money(net, tried[0].comparison), net)]
        for each in tried:
            cells += _compared(each.comparison, move.code, decimals)
        found.append(Row(cells, move.code))
    return found


def _compared(comparison: Comparison, code: str, decimals: int) -> list[Cell]:
    move = next(each for each in comparison.moves if each.code == code)
    arrow = f" ↑{move.places}" if move.places > 0 else f" ↓{-move.places}" if move.places < 0 else ""
    grade = f"　{_graded(move.after)}" if move.regraded else ""
    rank = Cell(f"{move.after.rank}{arrow}{grade}", token="accent" if move.places > 0 else "text")
    money = number(_signed(move.money, comparison), move.money) if move.money else dash()
    return [rank, number(points(move.after.total, decimals), move.after.total), money]
