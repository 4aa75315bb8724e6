"""名次变化: today's ranking at the left, the tried one at the right, a line for each department.

Spaced by place and not by score: labels never collide. Who gains is a solid line of the accent, who loses a dark dashed
one, who stays a grey one; the arrow points at the tried place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import BODY, GAP, SMALL
from ui.terms import clauses
from ui.words import points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.results import DepartmentResult
    from kpi_desktop.assessment.whatif import Move

HEAD, LEAST, MOST = 32, 28, 80
RANK, TOTAL, ARROW = 26, 52, 34


class Slope(QWidget):
    """`chosen` brings the code of a department that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("名次变化"))
        self._moves: tuple[Move, ...] = ()
        self._left: list[str] = []
        self._decimals = 2
        self.marked = ""

    def show_moves(self, moves: Sequence[Move], decimals: int) -> None:
        """Show the moves of one group, in the order of the tried ranking."""
        self._moves, self._decimals = tuple(moves), decimals
        self._left = [move.code for move in sorted(moves, key=lambda move: (move.before.rank, move.code))]
        self.setMinimumHeight(HEAD + LEAST * len(moves))
        self.setAccessibleDescription(clauses(self.sentence(move) for move in self._moves))
        self.updateGeometry()
        self.update()

    def sentence(self, move: Move) -> str:
        """One department's move in words."""
        if not move.places:
            return self.tr("{name} 仍第 {rank}").format(name=move.after.name, rank=move.after.rank)
        words = self.tr("{name} 由第 {then} {way}第 {rank}")
        way = self.tr("升") if move.places > 0 else self.tr("降")
        return words.format(name=move.after.name, then=move.before.rank, way=way, rank=move.after.rank)

    def sizeHint(self) -> QSize:
        return QSize(420, HEAD + 40 * max(len(self._moves), 1))

    def _pitch(self) -> float:
        room = self.height() - HEAD - 4
        return min(max(room / max(len(self._moves), 1), LEAST), MOST)

    def _middle(self, at: int) -> float:
        return HEAD + self._pitch() * (at + 0.5)

    def _sides(self) -> tuple[float, float]:
        """Where the lines begin and end."""
        names = max((pen.width(move.after.name, BODY) for move in self._moves), default=80)
        side = GAP + RANK + min(names, self.width() * 0.2) + 10 + TOTAL + 8
        return side, self.width() - side - ARROW

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left, right = self._sides()
        self._heads(painter, left, right)
        order = sorted(self._moves, key=lambda move: (move.places != 0, move.code == self.marked))
        for move in order:
            self._line(painter, move, left + 8, right - 8)
        for at, move in enumerate(self._moves):
            then = self._left.index(move.code)
            self._label(painter, move.before, QRectF(GAP, self._middle(then) - 13, left - GAP, 26), then, False)
            self._label(painter, move.after, QRectF(right, self._middle(at) - 13, left - GAP, 26), at, True)
            self._arrow(painter, move, QRectF(self.width() - ARROW - 8, self._middle(at) - 13, ARROW, 26))
        painter.end()

    def _heads(self, painter: QPainter, left: float, right: float) -> None:
        wide = left - GAP
        pen.text(painter, QRectF(GAP, 4, wide, 24), self.tr("现行方案"), "secondary", SMALL)
        pen.text(painter, QRectF(GAP, 4, wide - 8, 24), self.tr("总分"), "secondary", SMALL, align=pen.RIGHT)
        pen.text(painter, QRectF(right, 4, wide, 24), self.tr("推演方案"), "accent", SMALL)
        pen.text(painter, QRectF(right, 4, wide - 8, 24), self.tr("总分"), "secondary", SMALL, align=pen.RIGHT)
        at = QRectF(self.width() - ARROW - 8, 4, ARROW, 24)
        pen.text(painter, at, self.tr("位次"), "secondary", SMALL, align=pen.RIGHT)
        painter.fillRect(QRectF(GAP, HEAD - 3, wide, 1), colour("line"))
        painter.fillRect(QRectF(right, HEAD - 3, self.width() - right - 8, 1), colour("line"))

    def _label(self, painter: QPainter, result: DepartmentResult, box: QRectF, at: int, tried: bool) -> None:
        bold = tried
        pen.text(painter, QRectF(box.left(), box.top(), RANK, box.height()), str(result.rank), "text", BODY, True)
        name = QRectF(box.left() + RANK, box.top(), box.width() - RANK - TOTAL - 12, box.height())
        token = "accent" if result.code == self.marked else "text"
        pen.text(painter, name, result.name, token, BODY)
        total = QRectF(box.right() - TOTAL - 8, box.top(), TOTAL, box.height())
        pen.text(painter, total, points(result.total, self._decimals), "text", BODY, bold, pen.RIGHT)

    def _arrow(self, painter: QPainter, move: Move, box: QRectF) -> None:
        if not move.places:
            pen.text(painter, box, "–", "pale", BODY, align=pen.RIGHT)
            return
        sign, token = ("↑", "accent") if move.places > 0 else ("↓", "text")
        pen.text(painter, box, f"{sign}{abs(move.places)}", token, BODY, True, pen.RIGHT)

    def _line(self, painter: QPainter, move: Move, left: float, right: float) -> None:
        begin = QPointF(left, self._middle(self._left.index(move.code)))
        end = QPointF(right, self._middle(self._moves.index(move)))
        token = "accent" if move.places > 0 else "secondary" if move.places < 0 else "group_bar"
        wide = 2.6 if move.code == self.marked else 2 if move.places else 1.4
        line = QPen(colour(token), wide, Qt.PenStyle.DashLine if move.places < 0 else Qt.PenStyle.SolidLine)
        path = QPainterPath(begin)
        bend = (right - left) * 0.45
        path.cubicTo(begin + QPointF(bend, 0), end - QPointF(bend, 0), end - QPointF(8, 0))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(token))
        painter.drawEllipse(begin, 3.5, 3.5)
        painter.drawPolygon(QPolygonF([end, end + QPointF(-9, -4.5), end + QPointF(-9, 4.5)]))
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int((event.position().y() - HEAD) // self._pitch())
        if 0 <= at < len(self._moves):
            code = self._left[at] if event.position().x() < self.width() / 2 else self._moves[at].code
            self.chosen.emit(code)

    def mark(self, code: str) -> None:
        """Bring one department's line out."""
        self.marked = code
        self.update()
