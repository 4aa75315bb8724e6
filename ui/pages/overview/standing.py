"""到目前的名次: each group's departments in rank order, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.grid.cells import RANK, Cell, Column, Row, number
from ui.grid.view import Table
from ui.look import pen
from ui.look.tokens import BODY, GAP, SMALL
from ui.parts.card import Card
from ui.parts.controls import Clickable
from ui.words import percent, points

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import DepartmentResult, GroupResult
    from ui.pages.overview.scope import Scope

ROW, TALLEST = 24, 32
MOST_SIDE_BY_SIDE = 4


class GroupHead(Clickable):
    """A group's name, how many, and how much of its points is economic."""

    def __init__(self, group: GroupResult) -> None:
        super().__init__(group.group.name)
        first = group.departments[0] if group.departments else None
        self._words = f"{group.group.name} {len(group.departments)}"
        self._share = first.economic_share if first else None
        self._note = self.tr("经济占比 {share}").format(share=percent(self._share, 0)) if self._share else ""
        self.setFixedHeight(30)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lively = self.underMouse() or self.hasFocus()
        wide = pen.text(painter, QRectF(0, 0, box.width(), 22), self._words, "accent" if lively else "text", BODY)
        if box.width() - wide > pen.width(self._note, SMALL) + 8:
            pen.text(painter, QRectF(0, 0, box.width(), 22), self._note, "secondary", SMALL, align=pen.RIGHT)
        pen.bar(painter, QRectF(0, 24, box.width(), 4), float(self._share or 0))
        painter.end()


class Standing(Card):
    """`group_asked` a group's name, `department_asked` a department's code."""

    group_asked = Signal(str)
    department_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("到目前的名次"), parent)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(GAP, 0, GAP, 8)
        self._row.setSpacing(GAP + 4)
        self.body.addLayout(self._row, 1)
        self.tables: list[Table] = []
        self._shown: list[str] = []

    def show_scope(self, scope: Scope, narrow: bool) -> None:
        """Show the groups in scope."""
        groups = scope.groups()[:MOST_SIDE_BY_SIDE]
        names = [group.group.name for group in groups]
        if names != self._shown:
            self._rebuild(groups)
            self._shown = names
        known = any(line.share for group in groups for each in group.departments for line in each.lines)
        self.remark.setText(self.tr("按已有数据计分") if known else self.tr("还没有得分，都从 0 分起"))
        decimals = scope.view.assessment.decimals
        for table, group in zip(self.tables, groups, strict=True):
            table.show_rows([_row(result, decimals) for result in group.departments], _columns(narrow))

    def _rebuild(self, groups: list[GroupResult]) -> None:
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.tables = []
        for group in groups:
            self._row.addWidget(self._part(group), 1)

    def _part(self, group: GroupResult) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = GroupHead(group)
        head.clicked.connect(lambda _=False: self.group_asked.emit(group.group.name))
        table = Table(group.group.name, _columns(True), ROW, TALLEST)
        table.set_flush()
        table.activated_on.connect(self._asked)
        self.tables.append(table)
        column.addWidget(head)
        column.addWidget(table, 1)
        return part

    def _asked(self, code: object, column: int) -> None:
        self.department_asked.emit(code)


def _columns(narrow: bool) -> list[Column]:
    grade = [] if narrow else [Column("", 46)]
    return [Column("", 20), Column(""), Column("", 44, right=True), *grade]


def _row(result: DepartmentResult, decimals: int) -> Row:
    undecided = QCoreApplication.translate("Standing", "待定")
    cells = [
        Cell(str(result.rank), RANK, "secondary"),
        Cell(result.name, tip=result.grade or ""),
        number(points(result.total, decimals), result.total),
        Cell(tag=undecided, dashed=True) if result.undecided else Cell(result.grade or "", token="secondary"),
    ]
    return Row(cells, result.code)
