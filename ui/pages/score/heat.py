"""得分率 by category and department: the darker, the more was lost. A click goes to the department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import SMALL, TINY
from ui.pages.score.ranking import categories
from ui.words import percent, portion

if TYPE_CHECKING:
    from fractions import Fraction

    from kpi_desktop.assessment.results import DepartmentResult, GroupResult

NAMES, NAMES_NARROW, LEAST, MOST, HEAD = 76, 56, 22, 84, 22
LIGHTEST, STRONGEST = 0.12, 0.75


class Heat(QWidget):
    """One row a category, one column a department in rank order."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: GroupResult | None = None
        self._names: list[str] = []
        self._code = ""
        self._left, self._narrow = NAMES, False
        self.setAccessibleName(self.tr("各类得分率"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_group(self, group: GroupResult, code: str, narrow: bool) -> None:
        """Show `group` with the department `code` marked."""
        self._group, self._code = group, code
        self._names = categories(group)
        self._left, self._narrow = (NAMES_NARROW if narrow else NAMES), narrow
        self.setMinimumHeight(HEAD + LEAST * len(self._names) + 2)
        self.setMaximumHeight(HEAD + MOST * len(self._names) + 2)
        self.update()

    @property
    def _wide(self) -> float:
        count = len(self._group.departments) if self._group else 1
        return (self.width() - self._left) / max(count, 1)

    @property
    def _high(self) -> float:
        return (self.height() - HEAD - 2) / max(len(self._names), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._group is None:
            return
        painter = QPainter(self)
        pen.text(painter, QRectF(0, 0, self._left, HEAD), self.tr("得分率 %"), "secondary", TINY)
        high = self._high
        for row, name in enumerate(self._names):
            pen.text(painter, QRectF(0, HEAD + row * high, self._left - 4, high), name, "text", SMALL)
        for column, result in enumerate(self._group.departments):
            box = QRectF(self._left + column * self._wide, 0, self._wide, HEAD)
            token = "accent" if result.code == self._code else "secondary"
            pen.text(painter, box.adjusted(1, 0, -1, 0), short(result.name), token, TINY, align=pen.CENTRE)
            for row, name in enumerate(self._names):
                place = QRectF(box.left() + 1, HEAD + row * high + 1, self._wide - 2, high - 2)
                self._paint_share(painter, place, share_of(result, name))
        painter.end()

    def _paint_share(self, painter: QPainter, box: QRectF, share: Fraction | None) -> None:
        if share is None:
            painter.fillRect(box, colour("head"))
            pen.text(painter, box, "–", "pale", TINY, align=pen.CENTRE)
            return
        fill = QColor(colour("accent"))
        lost = min(max((1 - float(share)) / 0.4, 0.0), 1.0)
        fill.setAlphaF(LIGHTEST + (STRONGEST - LIGHTEST) * lost)
        painter.fillRect(box, fill)
        words = (percent(share, 0 if self._narrow else 1) or "").rstrip("%")
        pen.text(painter, box, words, "on_accent" if lost > 0.75 else "text", TINY, align=pen.CENTRE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int((event.position().x() - self._left) // self._wide)
        if self._group and 0 <= at < len(self._group.departments):
            self.chosen.emit(self._group.departments[at].code)


def share_of(result: DepartmentResult, category: str) -> Fraction | None:
    """Score over full marks in a category; None without full marks."""
    for part in result.categories:
        if part.category.name == category:
            return portion(part.score, part.full)
    return None


def short(name: str) -> str:
    """A department's name in two characters, for narrow columns."""
    return name[:2]
