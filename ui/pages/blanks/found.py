"""The blanks of a year as rows: by department, as their sheet has them, each with what was said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.gaps import gaps
from kpi_desktop.assessment.names import GAPS
from kpi_desktop.assessment.text import half_width
from ui.grid.cells import GROUP, Cell, Column, Row
from ui.terms import term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.facts import Explanation
    from kpi_desktop.assessment.gaps import Gap
    from ui.year import YearView

ALL, OPEN, EXPLAINED = "", "open", "explained"
KIND_WIDTH, CODE_WIDTH, SAID_WIDTH = 104, 104, 250


def blanks_of(view: YearView) -> tuple[Gap, ...]:
    """Every blank on the view's day, as the verb `check` gives them."""
    return gaps(view.assessment, view.day)


def key_of(gap: Gap) -> tuple[str, str, str]:
    """What a gap is known by from one showing to the next."""
    return gap.kind, gap.subject, gap.department or ""


def kept(found: Sequence[Gap], kind: str, state: str) -> list[Gap]:
    """The gaps of a kind (all where it is empty) and a state (open, explained, or all)."""
    states = {ALL: (True, False), OPEN: (False,), EXPLAINED: (True,)}[state]
    return [gap for gap in found if kind in ("", gap.kind) and gap.explained in states]


def in_order(view: YearView, found: Sequence[Gap]) -> list[Gap]:
    """Gaps by department as in their sheet, those of nobody first."""
    places = {code: at for at, code in enumerate(view.departments)}
    return sorted(found, key=lambda gap: places.get(gap.department or "", -1))


def explanation_of(view: YearView, gap: Gap) -> Explanation | None:
    """What was said about a gap: what is meant for its department alone before what is meant for all."""
    names = {code: code for code in GAPS} | {name: code for code, name in GAPS.items()}
    for wanted in (gap.name, gap.subject):
        for each in view.facts.explanations:
            if names.get(half_width(each.kind)) == gap.kind and half_width(each.subject) == half_width(wanted):
                return each
    return None


def columns(narrow: bool) -> list[Column]:
    """Kind, subject, what is blank, and what was said about it where there is room."""
    translate = QCoreApplication.translate
    found = [
        Column(translate("Blanks", "类型"), KIND_WIDTH),
        Column(translate("Blanks", "对象"), CODE_WIDTH),
        Column(translate("Blanks", "空在哪里")),
    ]
    return found if narrow else [*found, Column(translate("Blanks", "说明"), SAID_WIDTH)]


def rows(view: YearView, found: Sequence[Gap], narrow: bool) -> list[Row]:
    """A heading for each department, its gaps below."""
    made: list[Row] = []
    of: dict[str | None, list[Gap]] = {}
    for gap in in_order(view, found):
        of.setdefault(gap.department, []).append(gap)
    for department, listed in of.items():
        made.append(_heading(view, department, listed, narrow))
        made += [_row(view, gap, narrow) for gap in listed]
    return made


def _heading(view: YearView, department: str | None, listed: Sequence[Gap], narrow: bool) -> Row:
    translate = QCoreApplication.translate
    name = view.name(department) if department else translate("Blanks", "全区")
    said = sum(gap.explained for gap in listed)
    words = (
        translate("Blanks", "{name}　{count} 处")
        if not said
        else translate("Blanks", "{name}　{count} 处，{said} 处已说明")
    )
    cell = Cell(words.format(name=name, count=len(listed), said=said))
    return Row([cell], None, GROUP, wide=3 if narrow else 4)


def _row(view: YearView, gap: Gap, narrow: bool) -> Row:
    cells = [
        Cell(term(GAPS[gap.kind]), key=list(GAPS).index(gap.kind)),
        Cell(gap.subject, token="secondary", key=gap.subject),
        Cell(told(view, gap), token="secondary" if gap.explained else "text", tip=gap.message),
    ]
    if not narrow:
        cells.append(_said(view, gap))
    return Row(cells, key_of(gap))


def told(view: YearView, gap: Gap) -> str:
    """A gap's message without what its row says already."""
    name = view.name(gap.department)
    short = gap.message
    for mark in ("：", ":"):
        short = short.removeprefix(f"{name}{mark}")
    return short if gap.kind == "preliminary" else short.removeprefix(f"{gap.subject} ")


def _said(view: YearView, gap: Gap) -> Cell:
    said = explanation_of(view, gap)
    if said is None:
        return Cell("", fill="blank")
    day = f"{said.day:%m-%d}" if said.day else ""
    words = " ".join(part for part in (said.author, day, said.text) if part)
    return Cell(words, token="secondary", tip=said.text)
