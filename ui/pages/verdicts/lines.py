"""The lines of 自评与核定: whose they are, which of them a filter keeps, and the departments beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.self_scores import Judgement, judgements
from ui.grid.cells import GROUP, TOTAL, Cell, Column, Row, dash, number
from ui.pages.score.sheet import lines
from ui.parts.chips import ChipSpec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.year import YearView

EVERY, DIFFERS, UNCLAIMED, ASSESSED = "every", "differs", "unclaimed", "assessed"
WHOLE = ""
"""The department that stands for all of them."""


class Ref(NamedTuple):
    """A line of a department."""

    department: str
    code: str


def specs() -> list[ChipSpec]:
    """The filters."""
    translate = QCoreApplication.translate
    return [
        ChipSpec(EVERY, translate("Verdicts", "全部")),
        ChipSpec(DIFFERS, translate("Verdicts", "自评与计算不同"), icon="git-diff"),
        ChipSpec(UNCLAIMED, translate("Verdicts", "未自评"), icon="hourglass"),
        ChipSpec(ASSESSED, translate("Verdicts", "已核定"), icon="check-circle"),
    ]


def by_ref(view: YearView) -> dict[Ref, Judgement]:
    """Every line, departments in rank order, lines as in their sheet."""
    found = {Ref(each.line.spec.department, each.line.code): each for each in judgements(view.assessment)}
    ordered: dict[Ref, Judgement] = {}
    for result in view.assessment.departments():
        for line in lines(result):
            ref = Ref(result.code, line.code)
            ordered[ref] = found[ref]
    return ordered


def passes(each: Judgement, kind: str) -> bool:
    """Whether a filter keeps a line."""
    if kind == DIFFERS:
        return each.differs
    if kind == UNCLAIMED:
        return each.own is None
    return kind != ASSESSED or each.line.spec.verdict is not None


def counts(found: Iterable[Judgement]) -> dict[str, int]:
    """How many lines each filter keeps."""
    listed = list(found)
    return {kind: sum(passes(each, kind) for each in listed) for kind in (EVERY, DIFFERS, UNCLAIMED, ASSESSED)}


def columns() -> list[Column]:
    """部门, 未自评, 不同, 核定."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Verdicts", "部门"), sortable=False),
        Column(translate("Verdicts", "未自评"), 50, right=True, sortable=False),
        Column(translate("Verdicts", "不同"), 38, right=True, sortable=False),
        Column(translate("Verdicts", "核定"), 38, right=True, sortable=False),
    ]


def rows(view: YearView, found: dict[Ref, Judgement]) -> list[Row]:
    """The whole zone, then the departments group by group."""
    whole = QCoreApplication.translate("Verdicts", "全部部门")
    made = [_row(whole, WHOLE, found.values())._replace(kind=TOTAL)]
    by_department: dict[str, list[Judgement]] = {}
    for ref, each in found.items():
        by_department.setdefault(ref.department, []).append(each)
    for group in view.assessment.groups:
        if not group.departments:
            continue
        made.append(Row([Cell(group.group.name), Cell(), Cell(), Cell()], None, GROUP))
        for result in group.departments:
            made.append(_row(result.name, result.code, by_department.get(result.code, ())))
    return made


def _row(name: str, code: str, own: Iterable[Judgement]) -> Row:
    known = counts(own)
    figures = [number(str(known[kind])) if known[kind] else dash() for kind in (UNCLAIMED, DIFFERS, ASSESSED)]
    return Row([Cell(name), *figures], code)
