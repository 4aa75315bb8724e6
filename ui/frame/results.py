"""The list of places below the search field."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.frame.search import Place
from ui.grid.cells import Cell, Column, Row
from ui.grid.view import Table
from ui.look import pen

ROW = 30


class Results(QFrame):
    """The list below the field; a click takes a place."""

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.places: list[Place] = []
        self.list = Table(self.tr("搜索结果"), (Column(""), Column("", 200), Column("", 64)), ROW, parent=self)
        self.list.horizontalHeader().hide()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.activated_on.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self.list)

    def show_places(self, places: list[Place], below: QWidget) -> None:
        """Show `places` under `below`, or that nothing was found."""
        self.places = places
        rows = [
            Row((Cell(p.name, note=p.code), Cell(p.detail, token="secondary"), Cell(p.kind, token="pale")), at)
            for at, p in enumerate(places)
        ]
        self.list.show_rows(rows or [Row((Cell(self.tr("没有找到"), token="pale"), Cell(), Cell()))])
        if rows:
            self.list.go_to(0)
        wide = max(below.width(), 520)
        corner = below.mapTo(self.window(), QPoint(below.width() - wide, below.height() + 4))
        self.setGeometry(corner.x(), corner.y(), wide, max(len(rows), 1) * ROW + 10)
        self.show()
        self.raise_()

    def current(self) -> Place:
        """The place the list stands on."""
        at = self.list.current_subject()
        return self.places[at if isinstance(at, int) else 0]

    def _take(self, at: object, column: int) -> None:
        if isinstance(at, int):
            self.taken.emit(self.places[at])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()), "surface", "edge")
        painter.end()
