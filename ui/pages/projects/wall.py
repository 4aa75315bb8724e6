"""The wall: a card a project, in the column of the stage it has reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from kpi_desktop.assessment.projects import STAGES
from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import RADIUS, SMALL
from ui.pages.projects import cards
from ui.pages.projects.dragging import Drag
from ui.terms import blank_word, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

    from kpi_desktop.assessment.projects import ProjectRates
    from kpi_desktop.reports.forms.wall_cards import WallCard
    from ui.year import YearView

HEAD, CARD_HIGH, BETWEEN, SIDE = 42, 122, 9, 12
NEXT_ROW, NEXT_MOST = 20, 8
APART, CLOSE = 16, 10
"""Pixels from dot to dot; closer where a narrow card has more to say."""


class Placed(NamedTuple):
    """A card and where it hangs."""

    box: QRectF
    card: WallCard


class Wall(QWidget):
    """`chosen` brings the code of the project that was clicked or gone to, `opened` of the one that was entered.

    `reached` brings the one that was dragged into its next stage, or moved there by Ctrl+→.
    """

    chosen = Signal(str)
    opened = Signal(str)
    reached = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("项目墙"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view: YearView | None = None
        self._cards: Sequence[WallCard] = ()
        self._rates: ProjectRates | None = None
        self.placed: list[Placed] = []
        self.highlighted, self.current, self._hover = "", "", ""
        self._drag = Drag()

    def show_cards(self, view: YearView, found: Sequence[WallCard], highlighted: str) -> None:
        """Hang `found`; those of the department `highlighted` stand out."""
        self._view, self._cards, self.highlighted = view, found, highlighted
        self._rates = view.project_rates[-1]
        self._place()
        self.update()

    # --- where the cards hang

    @property
    def _column_wide(self) -> float:
        return (self.width() - 2 * SIDE - 3 * BETWEEN) / len(STAGES)

    def _left(self, column: int) -> float:
        return SIDE + column * (self._column_wide + BETWEEN)

    def _place(self) -> None:
        tops = [HEAD + BETWEEN + SIDE] * len(STAGES)
        self.placed = []
        for card in self._cards:
            box = QRectF(self._left(card.column), tops[card.column], self._column_wide, CARD_HIGH)
            self.placed.append(Placed(box, card))
            tops[card.column] += CARD_HIGH + BETWEEN
        self._tops = tops
        tail = [self._next_high(column) for column in range(len(STAGES))]
        high = max(top + extra for top, extra in zip(tops, tail, strict=True)) + SIDE
        if self.minimumHeight() != high:
            self.setMinimumHeight(round(high))

    def _next(self, column: int) -> list[WallCard]:
        """Projects whose next stage is that of `column`, the earliest planned first."""
        waiting = [card for card in self._cards if card.reached == column and card.steps[column].planned]
        return sorted(waiting, key=lambda card: card.steps[column].planned or cards.NEVER)

    def _next_high(self, column: int) -> int:
        count = len(self._next(column)) if column else 0
        return 34 + NEXT_ROW * min(count, NEXT_MOST + 1) if count else 0

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        if self._view:
            self._place()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is None or self._rates is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = QRectF(event.rect())
        for column in range(len(STAGES)):
            self._paint_head(painter, column)
            self._paint_next(painter, column)
        for placed in self.placed:
            if placed.box.intersects(shown):
                self._paint_card(painter, placed)
        if self._drag.card and self._drag.under_way:
            self._paint_drag(painter, self._drag.card)
        painter.end()

    def _paint_drag(self, painter: QPainter, card: WallCard) -> None:
        """The outline of the card under the mouse; the column that it may be dropped on."""
        if card.reached < len(STAGES):
            column = QRectF(self._left(card.reached), SIDE, self._column_wide, self.height() - 2 * SIDE)
            painter.setPen(QPen(colour("accent"), 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(column, RADIUS, RADIUS)
        box = QRectF(self._drag.at.x() - 20, self._drag.at.y() - 14, self._column_wide * 0.8, 30)
        pen.frame(painter, box, "accent_fill", "accent")
        pen.text(painter, box.adjusted(10, 0, -8, 0), card.project.name, "text", 13)

    def _paint_head(self, painter: QPainter, column: int) -> None:
        left, wide, tip = self._left(column), self._column_wide, 9
        corners = ((0, 0), (wide - tip, 0), (wide, HEAD / 2), (wide - tip, HEAD), (0, HEAD))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_fill"))
        painter.drawPolygon(QPolygonF([QPointF(left + x, SIDE + y) for x, y in corners]))
        stage, count = STAGES[column], self._rates.counts[column] if self._rates else None
        here = sum(card.column == column for card in self._cards)
        box = QRectF(left + 12, SIDE, wide - 34, HEAD)
        used = pen.text(painter, box, term(stage.name), "accent", 16)
        number = self.tr("{count} 个").format(count=here)
        used += 8 + pen.text(painter, box.adjusted(used + 8, 0, 0, 0), number, "secondary", SMALL)
        rate = cards.rate_words(count)
        words = self.tr("{name} {rate}").format(name=term(stage.rate_name), rate=rate)
        if box.width() - used > pen.width(words, 13) + 8:
            pen.text(painter, box, words, "text", 13, align=pen.RIGHT)
        else:
            pen.text(painter, box.adjusted(used + 6, 0, 0, 0), rate, "text", 13, align=pen.RIGHT)

    def _paint_card(self, painter: QPainter, placed: Placed) -> None:
        assert self._view is not None
        box, card = placed.box, placed.card
        own = card.project.department == self.highlighted
        current = card.project.code == self.current
        hover = card.project.code == self._hover
        edge = "accent" if current or own else "edge" if hover else "border"
        painter.setPen(QPen(colour(edge), 1.6 if current else 1, cards.edge_style(card)))
        painter.setBrush(colour("hover" if hover else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if card.overdue:
            painter.fillRect(QRectF(box.left(), box.top() + 1, 4, box.height() - 2), colour("red"))
        room = box.adjusted(13, 6, -12, -6)
        line = QRectF(room.left(), room.top(), room.width(), 22)
        pen.text(painter, line, card.project.name, "text", 14)
        line.translate(0, 22)
        self._pair(painter, line, self._view.name(card.project.department), cards.investment(card), own)
        line.translate(0, 20)
        self._pair(
            painter, line, cards.reached_words(self._view, card), cards.plan_words(self._view, card), False, "pale"
        )
        line.translate(0, 25)
        self._paint_next_step(painter, line, card)
        line.translate(0, 22)
        self._paint_money(painter, line, card)

    def _pair(
        self, painter: QPainter, line: QRectF, left: str, right: str, strong: bool, token: str = "secondary"
    ) -> None:
        wide = pen.text(painter, line, right, token, SMALL, align=pen.RIGHT)
        room = line.adjusted(0, 0, -wide - 8, 0)
        pen.text(painter, room, left, "accent" if strong else "secondary", SMALL + 1)

    def _paint_next_step(self, painter: QPainter, line: QRectF, card: WallCard) -> None:
        """Four dots, then what comes next and how late it is."""
        assert self._view is not None
        middle = line.center().y()
        words, late, blank = cards.next_words(self._view, card)
        told = self.tr("迟 {days} 天").format(days=late) if late else ""
        needed = pen.width(words, SMALL) + (pen.width(told, SMALL) + 20 if late else 0)
        step = CLOSE if needed > line.width() - len(STAGES) * APART - 2 else APART
        for at in range(len(STAGES)):
            done = at < card.reached
            painter.setPen(QPen(colour("accent" if done else "edge"), 1.2))
            painter.setBrush(colour("accent" if done else "surface"))
            x = line.left() + 5 + at * step
            if at:
                painter.drawLine(QPointF(x - step + 4.5, middle), QPointF(x - 4.5, middle))
            painter.drawEllipse(QPointF(x, middle), 4, 4)
        right = line.right()
        if late:
            right -= pen.text(painter, line, told, "red_text", SMALL, align=pen.RIGHT) + 10
            pen.light(painter, QPointF(right, middle), "red", 8)
            right -= 10
        elif blank:
            wide = max(pen.width(blank_word(), SMALL) + 8, 22)
            painter.fillRect(QRectF(right - wide, middle - 9, wide, 18), colour("blank"))
            pen.text(painter, QRectF(right - wide, middle - 9, wide, 18), blank_word(), "pale", SMALL, align=pen.CENTRE)
            right -= wide + 6
        left = line.left() + len(STAGES) * step + 2
        pen.text(painter, QRectF(left, line.top(), right - left, line.height()), words, "text", SMALL, align=pen.RIGHT)

    def _paint_money(self, painter: QPainter, line: QRectF, card: WallCard) -> None:
        assert self._view is not None
        name = self.tr("年内投资")
        left = line.left() + pen.text(painter, line, name, "secondary", SMALL) + 8
        words = cards.money_words(card)
        right = line.right() - max(pen.text(painter, line, words, "secondary", SMALL, align=pen.RIGHT), 62) - 8
        bar = QRectF(left, line.center().y() - 3, max(right - left, 10), 7)
        pen.bar(painter, bar, cards.money_share(card), cards.year_gone(self._view), "bar")

    def _paint_next(self, painter: QPainter, column: int) -> None:
        """What comes to this stage next, in a dashed card under the others."""
        if not column or not self._next_high(column):
            return
        assert self._view is not None
        waiting = self._next(column)
        box = QRectF(self._left(column), self._tops[column], self._column_wide, self._next_high(column))
        painter.setPen(QPen(colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        line = QRectF(box.left() + 11, box.top() + 4, box.width() - 22, 24)
        title = self.tr("接下来要{stage}的").format(stage=term(STAGES[column].name))
        count = self.tr("{count} 个").format(count=len(waiting))
        self._pair(painter, line, title, count, False)
        line.translate(0, 25)
        line.setHeight(NEXT_ROW)
        for card in waiting[:NEXT_MOST]:
            due = card.steps[column].planned
            token = "red_text" if card.steps[column].overdue else "secondary"
            own = card.project.department == self.highlighted
            self._pair(painter, line, card.project.name, cards.day_words(self._view, due), own, token)
            line.translate(0, NEXT_ROW)
        if len(waiting) > NEXT_MOST:
            words = self.tr("其余 {count} 个更晚").format(count=len(waiting) - NEXT_MOST)
            pen.text(painter, line, words, "pale", SMALL)

    # --- mouse and keys

    def card_at(self, place: QPointF) -> WallCard | None:
        """The card under a point."""
        return next((each.card for each in self.placed if each.box.contains(place)), None)

    def go_to(self, code: str) -> bool:
        """Make the project `code` the current one; whether it hangs here."""
        if not any(each.card.project.code == code for each in self.placed):
            return False
        self.current = code
        self.update()
        self.chosen.emit(code)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        card = self.card_at(event.position())
        self._drag = Drag(card, event.position())
        if card:
            self.go_to(card.project.code)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        card, dropped = self._drag.card, self._drag.under_way
        self._drag = Drag()
        self.update()
        if card and dropped and card.reached == self.column_at(event.position()) > card.column:
            self.reached.emit(card.project.code)

    def column_at(self, place: QPointF) -> int:
        """The stage whose column a point is in."""
        return min(max(int((place.x() - SIDE) // (self._column_wide + BETWEEN)), 0), len(STAGES) - 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if card := self.card_at(event.position()):
            self.opened.emit(card.project.code)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._drag.card:
            self._drag.move_to(event.position())
            self.update()
            return
        card = self.card_at(event.position())
        code = card.project.code if card else ""
        if code != self._hover:
            self._hover = code
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = ""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
            return
        if event.key() == Qt.Key.Key_Right and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.current:
            self.reached.emit(self.current)
            return
        steps = {Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0)}
        if event.key() not in steps or not self._step(*steps[Qt.Key(event.key())]):
            super().keyPressEvent(event)

    def _step(self, across: int, down: int) -> bool:
        """Go to the card beside the current one; whether there was one."""
        here = next((each for each in self.placed if each.card.project.code == self.current), None)
        if here is None:
            return bool(self.placed) and self.go_to(self.placed[0].card.project.code)
        column = here.card.column + across
        own = [each for each in self.placed if each.card.column == column]
        if not own:
            return False
        at = min(range(len(own)), key=lambda each: abs(own[each].box.top() - here.box.top())) + down
        return 0 <= at < len(own) and self.go_to(own[at].card.project.code)

    def event(self, event: QEvent) -> bool:
        if event.type() == event.Type.ToolTip and self._view:
            card = self.card_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), cards.whole_words(self._view, card) if card else "", self)
            return True
        return super().event(event)
