"""What a department has been given: its points by category, the effective economic share, what it helps with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kpi_desktop.reports.figures import fixed, percent, plain
from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import BODY, SMALL, TINY
from ui.pages.targets.tree import left_words, points_left
from ui.terms import clauses

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import DepartmentResult
    from ui.year import YearView

HIGH, PAD, GAP = 62, 12, 26
BAR = 8


class Part(NamedTuple):
    """One category: its full marks, how many lines, whether economic; `warning` what is wrong with its points."""

    name: str
    full: str
    share: float
    lines: int
    economic: bool
    warning: str = ""


class Strip(QWidget):
    """A bar of the categories' full marks, economic ones in the accent, and the figures above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self._share = ""
        self.setFixedHeight(HIGH)

    def sizeHint(self) -> QSize:
        return QSize(400, HIGH)

    def show_department(self, view: YearView, result: DepartmentResult | None) -> None:
        """Show what one department has been given; nothing for one that is not assessed."""
        self.setVisible(result is not None)
        if result is None:
            return
        left = points_left(view, result.code)
        self._share = percent(result.economic_share, 1).removesuffix("%")
        self._parts = [
            Part(
                each.category.name,
                fixed(each.full, view.assessment.decimals) if each.full % 1 else plain(each.full),
                float(each.full) / 100,
                sum(bool(line.spec.weight) for line in each.lines),
                each.category.economic,
                self._warning(each.category.name, left.get(each.category.name), bool(each.lines)),
            )
            for each in result.categories
        ]
        told = self.tr("经济指标占比 {share}%").format(share=self._share)
        self.setAccessibleName(clauses([told, *(f"{each.name} {each.full}" for each in self._parts)]))
        self.update()

    def _warning(self, name: str, left: object, has_lines: bool) -> str:
        if not has_lines:
            return self.tr("还没有指标和任务")
        return left_words(name, left) if left else ""  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = self._paint_share(painter)
        x = left
        wide = self.width() - left - PAD
        for part in self._parts:
            room = wide * part.share
            painter.fillRect(
                QRectF(x, HIGH - 18, max(room - 2, 1), BAR), colour("bar" if part.economic else "group_bar")
            )
            x += room
        self._paint_words(painter, left)
        painter.end()

    def _paint_share(self, painter: QPainter) -> float:
        pen.text(painter, QRectF(PAD, 4, 140, 18), self.tr("经济指标占比"), "secondary", SMALL)
        size = 22
        wide = pen.text(painter, QRectF(PAD, 22, 140, 32), self._share, "accent", size, True)
        pen.text(painter, QRectF(PAD + wide + 3, 26, 40, 28), "%", "secondary", SMALL)
        return PAD + 112

    def _paint_words(self, painter: QPainter, left: float) -> None:
        x = left
        for part in self._parts:
            x += pen.text(painter, QRectF(x, 8, 200, 22), part.name, "text", BODY) + 6
            x += pen.text(painter, QRectF(x, 8, 80, 22), part.full, "text", BODY, True) + 3
            words = self.tr("分 · {count} 项").format(count=part.lines)
            x += pen.text(painter, QRectF(x, 8, 120, 22), words, "secondary", SMALL) + 6
            if part.warning:
                x += pen.text(painter, QRectF(x, 8, 240, 22), part.warning, "red_text", TINY)
            x += GAP
