"""A table's header: quiet words aligned like their columns, paler units, a light's shape, the order's arrow."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.grid.delegate import FIRST_PAD, PAD
from ui.grid.model import ListModel
from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import HEADER_ROW, SMALL, TINY

LIGHT_WIDE = 15
"""A light before the title, which needs no room before it."""


@lru_cache(maxsize=1024)
def title_width(title: str, unit: str = "", light: str = "", first: bool = False) -> int:
    """The width at which a column's title is not cut."""
    words = pen.width(title, SMALL) + (pen.width(unit, TINY) + 4 if unit else 0)
    left = LIGHT_WIDE if light else FIRST_PAD if first else PAD
    return ceil(left + words + PAD)


class Header(QHeaderView):
    """The horizontal header of a `Table`; a click sorts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEADER_ROW)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.sectionClicked.connect(self._sort)

    def _sort(self, section: int) -> None:
        model = self.model()
        if isinstance(model, ListModel) and model.columns[section].sortable:
            model.turn_order(section)
            self.viewport().update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("head"))
        bottom = self.viewport().rect().bottom()
        painter.fillRect(0, bottom, self.viewport().width(), 1, colour("border"))
        for section in range(self.count()):
            left = self.sectionViewportPosition(section)
            self.paint_title(painter, QRect(left, 0, self.sectionSize(section), self.height()), section)
        painter.end()

    def paint_title(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the title of one column."""
        model = self.model()
        if not isinstance(model, ListModel):
            return
        column = model.columns[section]
        box = QRectF(rect).adjusted(FIRST_PAD if section == 0 else PAD, 0, -PAD, 0)
        if model.sorted_by and model.sorted_by[0] == section:
            arrow = "caret-down" if model.sorted_by[1] else "caret-up"
            side = QRectF(box.right() - 8, box.top(), 12, box.height())
            icons.draw(painter, arrow, side, colour("accent"), 10)
            box.adjust(0, 0, -10, 0)
        if column.right:
            if column.unit:
                wide = pen.text(painter, box, column.unit, "pale", TINY, align=pen.RIGHT)
                box.adjust(0, 0, -wide - 3, 0)
            wide = pen.text(painter, box, column.title, "secondary", SMALL, align=pen.RIGHT)
            if column.light:
                pen.light(painter, QPointF(box.right() - wide - 9, box.center().y()), column.light, 8)
        else:
            wide = pen.text(painter, box, column.title, "secondary", SMALL)
            if column.unit:
                pen.text(painter, box.adjusted(wide + 4, 0, 0, 0), column.unit, "pale", TINY)
