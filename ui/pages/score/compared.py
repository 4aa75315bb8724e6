"""Two sheets beside each other as rows of a table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.comparing import carried_codes, compare
from kpi_desktop.assessment.facts import Target
from ui.grid.cells import DIVERGE, GROUP, TOTAL, Cell, Column, Row, dash, number
from ui.pages.score.sheet import unit_of
from ui.terms import phrases
from ui.words import percent, points, portion, signed, target_words

if TYPE_CHECKING:
    from kpi_desktop.assessment.comparing import Pair, Section
    from kpi_desktop.assessment.results import CategoryResult, DepartmentResult, Line
    from ui.year import YearView

WIDEST_GAP = 5.0
"""Points apart that fill the bar."""


class Side(NamedTuple):
    """One of the two: a department in a year."""

    view: YearView
    result: DepartmentResult


def columns(narrow: bool) -> list[Column]:
    """实绩, 满分, 得分, 得分率 of both, and how far they are apart."""
    translate = QCoreApplication.translate
    actual, mark, share = (98, 60, 66) if narrow else (116, 68, 76)
    sides = [
        column
        for side in ("A", "B")
        for column in (
            Column(translate("Compare", "{side} 实绩").format(side=side), actual, right=True, sortable=False),
            Column(translate("Compare", "{side} 满分").format(side=side), mark, right=True),
            Column(translate("Compare", "{side} 得分").format(side=side), mark, right=True),
            Column(translate("Compare", "{side} 得分率").format(side=side), share, right=True),
        )
    ]
    item = Column(translate("Compare", "项目"))
    apart = [Column(translate("Compare", "A − B"), 64, right=True), Column("", 84 if narrow else 130, sortable=False)]
    return [item, *sides, *apart]


def rows(one: Side, other: Side) -> list[Row]:
    """Category by category the lines of both; then bonus, deduction and total."""
    found: list[Row] = []
    for section in compare(one.result, other.result, carried_codes(one.result, other.result)):
        found.append(_section_row(one, other, section))
        found += [_pair_row(one, other, pair) for pair in section.pairs]
    return [*found, *_sum_rows(one, other)]


def _section_row(one: Side, other: Side, section: Section) -> Row:
    cells = [*_part_cells(one, section.one), *_part_cells(other, section.other)]
    return Row([Cell(section.name), *cells, *_apart(one, section.apart, bold=True)], None, GROUP)


def _part_cells(side: Side, part: CategoryResult | None) -> list[Cell]:
    decimals = side.view.assessment.decimals
    if part is None:
        return [Cell(), dash(), dash(), dash()]
    share = percent(portion(part.score, part.full))
    marks = [number(points(each, decimals), bold=True) for each in (part.full, part.score)]
    return [Cell(), *marks, number(share) if share else dash()]


def _pair_row(one: Side, other: Side, pair: Pair) -> Row:
    tags = QCoreApplication.translate("Compare", "只在 A") if pair.other is None else ""
    tags = QCoreApplication.translate("Compare", "只在 B") if pair.one is None else tags
    item = Cell(pair.title, note=pair.code, tag=tags, key=pair.code, tip=f"{pair.code} {pair.title}")
    apart = _apart(one, pair.apart) if pair.apart is not None else [dash(), Cell()]
    return Row([item, *_line_cells(one, pair.one), *_line_cells(other, pair.other), *apart], _subject(pair))


def _subject(pair: Pair) -> tuple[str, str]:
    """The side that a click leads to, and the line's code there."""
    if pair.one is not None:
        return "A", pair.one.code
    return "B", pair.other.code if pair.other else ""


def _line_cells(side: Side, line: Line | None) -> list[Cell]:
    if line is None:
        return [dash()] * 4
    decimals = side.view.assessment.decimals
    blank = line.share is None
    return [
        _actual(side, line),
        number(points(line.full, decimals), line.full),
        number(None if blank else points(line.score, decimals), line.score),
        number(None if blank else percent(line.share), line.share),
    ]


def _actual(side: Side, line: Line) -> Cell:
    subject = line.spec.subject
    if not isinstance(subject, Target):
        return number(percent(line.computed_share, 0), token="secondary")
    value = target_words(side.view.indicators[line.code], subject, line)[2]
    translate = QCoreApplication.translate
    counted = {
        translate("Sheet", "评议"): translate("Compare", "分"),
        translate("Sheet", "名次"): translate("Compare", "名"),
    }
    unit = unit_of(side.view, line)
    return number(value, token="secondary", note="" if value is None else counted.get(unit, unit))


def _apart(side: Side, apart: Decimal, bold: bool = False) -> list[Cell]:
    if not apart:
        return [number("0", apart, token="pale"), Cell()]
    bar = Cell("", DIVERGE, share=float(apart) / WIDEST_GAP, key=apart)
    return [number(signed(apart, side.view.assessment.decimals), apart, bold=bold), bar]


def _sum_rows(one: Side, other: Side) -> list[Row]:
    translate = QCoreApplication.translate
    a, b = one.result, other.result
    listed = [
        (translate("Compare", "加分"), a.bonus, b.bonus, a.bonus - b.bonus),
        (translate("Compare", "减分"), -a.deduction, -b.deduction, b.deduction - a.deduction),
        (translate("Compare", "总分"), a.total, b.total, a.total - b.total),
    ]
    found = []
    for words, ours, theirs, apart in listed:
        last = words == listed[-1][0]
        cells = [
            cell
            for side, value in ((one, ours), (other, theirs))
            for cell in (Cell(), Cell(), number(_figure(side, value, last), bold=last), Cell())
        ]
        found.append(Row([Cell(words), *cells, *_apart(one, apart, bold=last)], None, TOTAL if last else GROUP))
    return found


def _figure(side: Side, value: Decimal, plain: bool) -> str:
    decimals = side.view.assessment.decimals
    return points(value, decimals) if plain or not value else signed(value, decimals)


def summary(one: Side, other: Side, names: tuple[str, str]) -> str:
    """Who is ahead by how much, and where that comes from."""
    translate = QCoreApplication.translate
    a, b, decimals = one.result, other.result, one.view.assessment.decimals
    apart = a.total - b.total
    head = translate(
        "Compare", "{one} {ours} 分（第 {rank} 名，{grade}），{other} {theirs} 分（第 {place} 名，{band}）"
    )
    told = head.format(
        one=names[0],
        ours=points(a.total, decimals),
        rank=a.rank,
        grade=a.grade or "–",
        other=names[1],
        theirs=points(b.total, decimals),
        place=b.rank,
        band=b.grade or "–",
    )
    parts = [
        f"{section.name} {signed(section.apart, decimals)}"
        for section in compare(a, b, carried_codes(a, b))
        if section.apart
    ]
    more = (a.bonus - a.deduction) - (b.bonus - b.deduction)
    if more:
        parts.append(translate("Compare", "加减分 {more}").format(more=signed(more, decimals)))
    if not parts:
        return told
    ends = translate("Compare", "{head}；A − B = {apart}：{parts}")
    return ends.format(head=told, apart=signed(apart, decimals) if apart else "0", parts=phrases(parts))
