"""What came into the book lately as a workbook or as forms, each a way to what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.frame.entries import ARCHIVE
from ui.grid.cells import NUMBER, TEXT, Cell, Column, Row
from ui.grid.view import Table
from ui.look.tokens import LEDGER_ROW
from ui.parts.card import Card

if TYPE_CHECKING:
    from kpi_desktop.book.browsing import Listed
    from ui.session import Session

BEGINNINGS = ("导入 ", "收回填报表 ")
"""How the actions begin by which workbooks and forms come in."""
MOST = 40


class Arrivals(Card):
    """`went` brings the place in the history."""

    went = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.title.setText(self.tr("最近进来的"))
        self.remark.setText(self.tr("点一行看它改了什么，也可以单独撤销"))
        self._session = session
        columns = [
            Column(self.tr("时间"), 140),
            Column(self.tr("操作人"), 110),
            Column(self.tr("来源")),
            Column(self.tr("说明")),
            Column(self.tr("改动的行"), 90, right=True),
        ]
        self.list = Table(self.tr("最近进来的"), columns, LEDGER_ROW)
        self.list.activated_on.connect(self._clicked)
        self.body.addWidget(self.list, 1)

    def show_view(self) -> None:
        """Read the journal again."""
        from kpi_desktop.book.browsing import Wanted, listed

        book = self._session.book
        if book is None:
            return
        found = {
            each.entry.sequence: each for text in BEGINNINGS for each in listed(book, Wanted(text=text), limit=MOST)
        }
        arrived = [found[at] for at in sorted(found, reverse=True) if found[at].entry.action.startswith(BEGINNINGS)]
        self.list.show_rows([_row(each, self.tr("已撤销")) for each in arrived])

    def _clicked(self, sequence: object, column: int) -> None:
        self.went.emit((ARCHIVE, "history", str(sequence)))


def _row(listed: Listed, undone: str) -> Row:
    entry, rows = listed.entry, sum(listed.tables.values())
    cells = [
        Cell(entry.at[:16].replace("T", " "), TEXT, "secondary", key=entry.sequence),
        Cell(entry.author, key=entry.author),
        Cell(entry.action, tag=undone if listed.undone_by else "", dashed=True, key=entry.action),
        Cell(entry.reason or "", TEXT, "secondary", tip=entry.reason or "", key=entry.reason or ""),
        Cell(str(rows), NUMBER, "secondary", key=rows),
    ]
    return Row(cells, entry.sequence)
