"""The projects as rows to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.grid.entry import EntryGrid
from ui.grid.sources import TableSource
from ui.parts.card import Card

if TYPE_CHECKING:
    from ui.session import Session
    from ui.year import YearView

NAMES = (
    "code",
    "name",
    "department",
    "investment",
    "year_plan",
    "year_done",
    "sign_planned",
    "signed",
    "land_planned",
    "landed",
    "begin_planned",
    "begun",
    "produce_planned",
    "produced",
)
WIDTHS = {"code": 58, "name": 236, "department": 116, "investment": 66, "year_plan": 92, "year_done": 92}
DAY_WIDTH = 86


class ProjectEntry(QWidget):
    """`told` brings what is to be said of the selection."""

    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card()
        column.addWidget(card)
        self.grid = EntryGrid("projects", card)
        self.grid.totals_told.connect(self.told)
        card.body.addWidget(self.grid, 1)
        self._year = 0

    def show_view(self, view: YearView) -> None:
        """Show the projects of the year on screen."""
        if view.year == self._year:
            self.grid.show_rows()
            return
        self._year = view.year
        widths = {name: DAY_WIDTH for name in NAMES} | WIDTHS
        titles = {"department": self.tr("责任部门")}
        source = TableSource(self._session, "project", NAMES, "项目", widths=widths, frozen=2, titles=titles)
        self.grid.set_source(source)

    def take_focus(self) -> None:
        """Put the keyboard into the grid."""
        self.grid.setFocus()
