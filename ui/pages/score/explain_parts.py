"""Parts of the panel that explains a figure: its head, the next point, and the cheapest further points."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpi_desktop.assessment.months import is_ratio
from kpi_desktop.assessment.next_points import further_text
from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY, CARD, SMALL
from ui.parts.controls import Clickable
from ui.terms import blank_word
from ui.words import amount, percent, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.cheapest import Gain

GAIN_ROW, GAIN_HEAD = 40, 30


class Head(QWidget):
    """Name, code, score of full marks, and chips."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.code, self.score, self.full = "", "", "", ""
        self.chips: list[str] = []
        self.setFixedHeight(62)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        full = f"/ {self.full}" if self.full else ""
        right = pen.width(full, SMALL) + 6
        score_wide = pen.width(self.score, 22, True)
        pen.text(painter, QRectF(0, 8, box.width(), 24), full, "secondary", SMALL, align=pen.RIGHT)
        token = "accent" if self.score != blank_word() else "pale"
        pen.text(painter, QRectF(0, 0, box.width() - right, 34), self.score, token, 22, True, pen.RIGHT)
        room = QRectF(0, 4, box.width() - right - score_wide - 12, 28)
        code_wide = pen.width(self.code, SMALL) + 8
        room.setWidth(room.width() - code_wide)
        wide = pen.text(painter, room, self.title, "text", CARD)
        pen.text(painter, QRectF(min(wide, room.width()) + 8, 6, code_wide, 26), self.code, "pale", SMALL)
        left = 0.0
        for chip in self.chips:
            if left + pen.tag_width(chip) < box.width():
                left += pen.tag(painter, left, 46, chip) + 6
        painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), colour("line"))
        painter.end()


class NextCard(QWidget):
    """What is still missing for the next point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence, self._detail = "", ""
        self.setFixedHeight(56)

    def show_next(self, sentence: str, detail: str) -> None:
        """Show a sentence and what it comes to."""
        self._sentence, self._detail = sentence, detail
        self.setAccessibleName(f"{sentence} {detail}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        pen.frame(painter, box, "accent_fill", "accent_fill")
        icons.draw(painter, "crosshair", QRectF(8, 0, 28, box.height()), colour("accent"), 20)
        pen.text(painter, QRectF(42, 6, box.width() - 50, 24), self._sentence, "accent", 15)
        pen.text(painter, QRectF(42, 30, box.width() - 50, 18), self._detail, "text", SMALL)
        painter.end()


class GainRow(Clickable):
    """One line that brings points: what it needs, and how many they are."""

    def __init__(self, gain: Gain, decimals: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.gain, self.brings = gain, f"+{points(gain.points, decimals)}"
        sign = "−" if gain.line.lower_better else "+"
        self.needs = f"{sign}{further_text(gain.indicator, gain.further)}".strip()
        value = percent(gain.value, 2) if is_ratio(gain.indicator) else amount(gain.value, 4)
        self.reaches = self.tr("到 {value}").format(value=value)
        self.setAccessibleName(f"{gain.line.code} {gain.line.title} {self.needs} {self.brings}")
        self.setFixedHeight(GAIN_ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.fillRect(box, colour("hover"))
        right = pen.width(self.brings, BODY, True) + 8
        room = QRectF(0, 3, box.width() - right, 18)
        left = pen.text(painter, room, self.gain.line.code, "pale", SMALL) + 6
        pen.text(painter, room.adjusted(left, 0, 0, 0), self.gain.line.title, "text", BODY)
        words = f"{self.needs}　{self.reaches}"
        pen.text(painter, QRectF(0, 20, box.width() - right, 16), words, "secondary", SMALL)
        pen.text(painter, box, self.brings, "accent", BODY, True, pen.RIGHT)
        painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), colour("line"))
        painter.end()


class Gains(QWidget):
    """最省力的 5 分: the lines on which a little more brings the most. `chosen` brings a line's code."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAIN_HEAD, 0, 0)
        self._column.setSpacing(0)
        self.rows: list[GainRow] = []

    def show_gains(self, gains: Sequence[Gain], wanted: int, decimals: int, most: int = 99) -> None:
        """Show where `wanted` more points come cheapest, `most` lines at most."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = [GainRow(gain, decimals, self) for gain in gains[:most]]
        for row in self.rows:
            row.clicked.connect(lambda _=False, code=row.gain.line.code: self.chosen.emit(code))
            self._column.addWidget(row)
        self._title = self._words(gains, wanted, decimals)
        self.setAccessibleName(self._title)
        self.setFixedHeight(GAIN_HEAD + GAIN_ROW * len(self.rows))
        self.update()

    def _words(self, gains: Sequence[Gain], wanted: int, decimals: int) -> str:
        if not gains:
            return self.tr("没有还能再得 1 分的指标")
        reached = sum((gain.points for gain in gains), Decimal(0))
        if reached < wanted:
            words = self.tr("再得 {wanted} 分：只够 {reached} 分，从最省力的起")
            return words.format(wanted=wanted, reached=points(reached, decimals))
        return self.tr("再得 {wanted} 分，从最省力的起").format(wanted=wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.draw(painter, "crosshair", QRectF(0, 2, 20, GAIN_HEAD - 4), colour("accent"), 16)
        pen.text(painter, QRectF(24, 0, self.width() - 24, GAIN_HEAD), self._title, "accent", BODY)
        painter.end()
