"""The ranking of a group: as many columns as there is room for."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.grid.cells import NUMBER, RANK, Cell, Column, Row, dash, number
from ui.look import pen
from ui.look.tokens import SMALL
from ui.terms import clauses
from ui.words import percent, points, signed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kpi_desktop.assessment.results import DepartmentResult, GroupResult

RANK_WIDTH, NAME_WIDTH, TOTAL_WIDTH, GRADE_WIDTH, MORE_WIDTH, SHARE_WIDTH = 46, 94, 62, 84, 60, 60
CHANGE_WIDTH = 72
NAME, TOTAL, GRADE, CATEGORY, MORE, SHARE = "name", "total", "grade", "category", "more", "share"
CHANGE = "change"
NOTHING: Mapping[str, DepartmentResult] = MappingProxyType({})
UNDECIDED: Mapping[str, str] = MappingProxyType({})


def kinds(group: GroupResult, room: int, changed: bool = False) -> list[str]:
    """The columns that fit into `room`: 变动 where there is any, categories (`category:名`), 加减, then 占比."""
    left = room - RANK_WIDTH - NAME_WIDTH - TOTAL_WIDTH - GRADE_WIDTH
    names = categories(group)
    shows_change = changed and left >= CHANGE_WIDTH
    left -= CHANGE_WIDTH if shows_change else 0
    wide = sum(_category_width(name) for name in names)
    chosen = [NAME]
    if wide <= left:
        chosen += [f"{CATEGORY}:{name}" for name in names]
        left -= wide
        if left >= MORE_WIDTH:
            chosen.append(MORE)
            left -= MORE_WIDTH
    chosen += [TOTAL, CHANGE] if shows_change else [TOTAL]
    if len(chosen) > len(names) + 1 and left >= SHARE_WIDTH:
        chosen.append(SHARE)
    return [*chosen, GRADE]


def categories(group: GroupResult) -> list[str]:
    """The scored categories of a group, in their order."""
    named = (part.category.name for result in group.departments for part in result.categories)
    return list(dict.fromkeys(named))


def _category_width(name: str) -> int:
    return max(round(pen.width(name, SMALL)) + 16, 60)


def columns(shown: list[str]) -> list[Column]:
    """The columns of `shown`."""
    translate = QCoreApplication.translate
    fixed = {
        NAME: Column(translate("Ranking", "部门")),
        TOTAL: Column(translate("Ranking", "总分"), TOTAL_WIDTH, right=True),
        GRADE: Column(translate("Ranking", "等次"), GRADE_WIDTH),
        MORE: Column(translate("Ranking", "加减"), MORE_WIDTH, right=True),
        CHANGE: Column(translate("Ranking", "变动"), CHANGE_WIDTH, right=True),
        SHARE: Column(translate("Ranking", "占比"), SHARE_WIDTH, right=True, unit="%"),
    }
    found = [Column(translate("Ranking", "名次"), RANK_WIDTH)]
    for kind in shown:
        name = kind.partition(":")[2]
        found.append(Column(name, _category_width(name), right=True) if name else fixed[kind])
    return found


def rows(
    group: GroupResult,
    shown: list[str],
    decimals: int,
    before: Mapping[str, DepartmentResult] = NOTHING,
    decided: Mapping[str, str] = UNDECIDED,
) -> list[Row]:
    """A row a department, in rank order.

    `before`: the departments as they were computed earlier; `decided`: by code on what basis a grade was decided.
    """
    ranks = Counter(result.rank for result in group.departments)
    return [
        _row(result, shown, decimals, ranks[result.rank] > 1, before.get(result.code), decided.get(result.code, ""))
        for result in group.departments
    ]


def _row(
    result: DepartmentResult, shown: list[str], decimals: int, tied: bool, before: DepartmentResult | None, basis: str
) -> Row:
    tip = QCoreApplication.translate("Ranking", "并列") if tied else ""
    cells = [Cell(str(result.rank), RANK, bold=True, note="=" if tied else "", key=result.rank, tip=tip)]
    scores = {part.category.name: part.score for part in result.categories}
    for kind in shown:
        if kind == CHANGE:
            cells.append(_change(result, before, decimals))
        elif kind == GRADE:
            cells.append(_grade(result, basis))
        else:
            cells.append(_cell(result, kind, scores, decimals))
    return Row(cells, result.code)


def _change(result: DepartmentResult, before: DepartmentResult | None, decimals: int) -> Cell:
    """How total and rank differ from those before."""
    if before is None:
        return Cell(QCoreApplication.translate("Ranking", "新"), NUMBER, "pale")
    more, places = result.total - before.total, before.rank - result.rank
    if not more and not places:
        return dash()
    translate = QCoreApplication.translate
    words = translate("Ranking", "原 {before} 分第 {rank} 名，现 {now} 分第 {place} 名")
    told = words.format(
        before=points(before.total, decimals), rank=before.rank, now=points(result.total, decimals), place=result.rank
    )
    moved = f"↑{places}" if places > 0 else f"↓{-places}" if places < 0 else ""
    return number(signed(more, decimals) if more else "0", more, token="accent", note=moved, tip=told)


def _cell(result: DepartmentResult, kind: str, scores: dict, decimals: int) -> Cell:
    if kind == NAME:
        return Cell(result.name, key=result.code)
    if kind == TOTAL:
        return number(points(result.total, decimals), result.total, bold=True)
    if kind == MORE:
        more = result.bonus - result.deduction
        return number(signed(more, decimals), more) if more else dash()
    if kind == SHARE:
        share = (percent(result.economic_share) or "").rstrip("%")
        return number(share, result.economic_share, token="secondary")
    score = scores.get(kind.partition(":")[2])
    return dash() if score is None else number(points(score, decimals), score)


def _grade(result: DepartmentResult, basis: str) -> Cell:
    translate = QCoreApplication.translate
    if basis:
        tip = translate("Ranking", "会议认定：{basis}").format(basis=basis)
        return Cell(result.grade or "", tag=translate("Ranking", "认定"), tip=tip)
    if result.undecided:
        tip = translate("Ranking", "与并列部门争“{band}”的名额，待定").format(band=result.undecided_for)
        return Cell(result.grade or "", tag=translate("Ranking", "待定"), dashed=True, tip=tip)
    if result.vetoed:
        tip = translate("Ranking", "一票否决，奖励停发") if result.rewards_stopped else translate("Ranking", "一票否决")
        return Cell(result.grade or "", tag=translate("Ranking", "否决"), tip=tip)
    return Cell(result.grade or "–")


def remark(group: GroupResult) -> str:
    """What holds for the whole group."""
    translate = QCoreApplication.translate
    parts = [translate("Ranking", "单独考核")] if group.group.separate else []
    shares = Counter(result.economic_share for result in group.departments)
    if shares:
        usual = shares.most_common(1)[0][0]
        parts.append(translate("Ranking", "经济指标占比 {share}").format(share=percent(usual, 0)))
    return " · ".join(parts)


def footnote(group: GroupResult) -> str:
    """What must be said under the table: ties, and departments whose economic share is another."""
    translate = QCoreApplication.translate
    ranks = Counter(result.rank for result in group.departments)
    parts = [translate("Ranking", "= 并列")] if any(count > 1 for count in ranks.values()) else []
    shares = Counter(result.economic_share for result in group.departments)
    usual = shares.most_common(1)[0][0] if shares else None
    other = [result for result in group.departments if result.economic_share != usual]
    words = translate("Ranking", "{name}占比 {share}")
    parts += [words.format(name=result.name, share=percent(result.economic_share)) for result in other[:2]]
    return clauses(parts)
