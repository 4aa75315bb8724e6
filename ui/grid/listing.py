"""A card with a list, and what stands in its place while there is nothing to list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.grid.cells import Column
from ui.grid.view import Table
from ui.look.tokens import LEDGER_ROW
from ui.parts.card import Card
from ui.parts.empty import Empty


class Listing(QStackedWidget):
    """`card` holds `table`, of which several rows may be chosen; `empty` says what belongs there."""

    def __init__(self, title: str, columns: Sequence[Column], icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(title)
        self.table = Table(title, tuple(columns), LEDGER_ROW)
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self.card.body.addWidget(self.table, 1)
        self.empty = Empty(icon)
        self.addWidget(self.card)
        self.addWidget(self.empty)

    def show_list(self) -> None:
        """There is something to list."""
        self.setCurrentWidget(self.card)

    def show_empty(self) -> None:
        """There is nothing."""
        self.setCurrentWidget(self.empty)
