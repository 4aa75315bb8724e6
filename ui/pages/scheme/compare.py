"""与去年对照, and 从去年套 with its preview: row by row what differs, this year beside last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpi_desktop.exchange import cells
from kpi_desktop.exchange.columns import SHEETS_BY_TABLE
from kpi_desktop.exchange.columns_scheme import SETTING_FIELDS
from kpi_desktop.office.schemes import CHANGED, GONE, KEYS, NEW, Difference, SchemeComparison
from ui.grid.cells import GROUP, Cell, Column, Row
from ui.grid.view import Table
from ui.look.tokens import GAP, LEDGER_ROW, SMALL
from ui.parts.card import Card, label
from ui.parts.controls import button
from ui.terms import phrases, term

if TYPE_CHECKING:
    from kpi_desktop.exchange.fields import Field
    from ui.session import Session
    from ui.year import YearView

TONES = {NEW: "accent", CHANGED: "text", GONE: "amber_text"}


class CompareTab(QWidget):
    """`closed`: back to the scheme; `copied`: the user wants the scheme of the year before."""

    closed = Signal()
    copied = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.found: SchemeComparison | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.card = Card(" ")
        self.copy = button("", self.copied.emit, "copy", "primary")
        self.card.head.addWidget(self.copy)
        self.card.head.addWidget(button(self.tr("返回方案"), self.closed.emit, "x"))
        self.table = Table(self.tr("与去年不同的地方"), columns(0, 0), LEDGER_ROW)
        self.card.body.addWidget(self.table, 1)
        self.foot = label("", SMALL, "quiet", wraps=True)
        self.foot.setContentsMargins(GAP, 6, GAP, 8)
        self.card.body.addWidget(self.foot)
        column.addWidget(self.card)

    def show_view(self, view: YearView, closed: str) -> None:
        """Compare a year with the one before; `closed` why nothing can be written."""
        from kpi_desktop.office.schemes import compare

        other = view.year - 1
        if self._session.book is None or other not in self._session.years:
            return
        found = self.found = compare(self._session.book, view.year, other)
        count = len(found.differences)
        self.card.title.setText(self.tr("{year} 年方案与 {other} 年对照").format(year=view.year, other=other))
        self.card.remark.setText(self._summary(found))
        words = self.tr("套用 {other} 年的 {count} 处") if count else self.tr("没有不同")
        self.copy.setText(words.format(other=other, count=count))
        self.copy.setAccessibleName(self.copy.text())
        self.copy.setEnabled(bool(count) and not closed)
        self.copy.setToolTip(closed or self.tr("一次写入，记一条日志，Ctrl+Z 一次撤销"))
        self.table.show_rows(rows(found), columns(view.year, other))
        self.foot.setText(
            self.tr(
                "套用后左边“今年”变成右边“去年”。今年独有的分组、类别、指标和评委类别都保留；"
                "责任分解、任务、实绩不动；单位名称不套。"
            )
        )

    def _summary(self, found: SchemeComparison) -> str:
        words = self.tr("今年没有 {new} 处，不同 {changed} 处，去年没有 {gone} 处，相同 {same} 处")
        return words.format(new=found.count(NEW), changed=found.count(CHANGED), gone=found.count(GONE), same=found.same)


def columns(year: int, other: int) -> list[Column]:
    """项目, 栏, 今年, 去年, 套用后."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Scheme", "项目"), 220, sortable=False),
        Column(translate("Scheme", "栏"), 96, sortable=False),
        Column(translate("Scheme", "{year} 年").format(year=year), 0, sortable=False),
        Column(translate("Scheme", "{year} 年").format(year=other), 0, sortable=False),
        Column(translate("Scheme", "套用后"), 84, sortable=False),
    ]


def rows(found: SchemeComparison) -> list[Row]:
    """The differences table by table, a row a column that differs; a row that is new or goes is one row."""
    made: list[Row] = []
    words = QCoreApplication.translate("Scheme", "{title} {count} 处")
    for table in KEYS:
        own = [each for each in found.differences if each.table == table]
        if own:
            title = words.format(title=term(SHEETS_BY_TABLE[table].title), count=len(own))
            made.append(Row([Cell(title)], None, GROUP, wide=5))
            for each in own:
                made += _rows(each)
    return made


def _rows(difference: Difference) -> list[Row]:
    translate = QCoreApplication.translate
    name, tone = _name(difference), TONES[difference.state]
    word = {NEW: translate("Scheme", "新增"), CHANGED: translate("Scheme", "改"), GONE: translate("Scheme", "删去")}[
        difference.state
    ]
    last = Cell(word, token=tone)
    if difference.state != CHANGED:
        whole = _whole(difference.table, difference.before or difference.after)
        now, then = (Cell(whole, tip=whole), Cell("–", token="pale"))
        sides = [now, then] if difference.state == GONE else [then, now]
        return [Row([Cell(name, tip=name), Cell(), *sides, last], difference.key)]
    made = []
    for at, column in enumerate(difference.after):
        field = _field(difference, column)
        now, then = (_shown(field, each[column]) for each in (difference.before, difference.after))
        first = Cell(name, tip=name) if not at else Cell()
        header = Cell(term(field.header), token="secondary")
        made.append(Row([first, header, Cell(now, tip=now), Cell(then, tip=then), last], difference.key))
    return made


def _name(difference: Difference) -> str:
    named = difference.before.get("name") or difference.after.get("name")
    parts = [str(part) for part in difference.key if part]
    if named and str(named) not in parts:
        parts.append(str(named))
    return " · ".join(parts)


def _field(difference: Difference, column: str) -> Field:
    if difference.table == "setting" and column == "value":
        return SETTING_FIELDS[difference.key[0]]
    return SHEETS_BY_TABLE[difference.table].field(column)


def _shown(field: Field, value: Any) -> str:
    if value is None:
        return QCoreApplication.translate("Scheme", "（空）")
    return value if isinstance(value, str) and not field.choices else cells.shown(field, value)


def _whole(table: str, values: Any) -> str:
    """All columns of a row that is new or goes, but for those that its name says already."""
    sheet = SHEETS_BY_TABLE[table]
    parts = []
    for field in sheet.fields:
        value = values.get(field.name)
        if value in (None, "", False) or field.name in KEYS[table] or field.name == "name":
            continue
        text = value if table == "setting" else _shown(field, value)
        parts.append(f"{term(field.header)} {text}")
    return phrases(parts) or QCoreApplication.translate("Scheme", "有")
