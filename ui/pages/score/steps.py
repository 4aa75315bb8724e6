"""The numbered steps of an explanation: a circle, a short title, a sentence whose result is bold."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.look import pen
from ui.look.fonts import font
from ui.look.theme import colour
from ui.look.tokens import BODY, SMALL, TINY
from ui.parts.card import label

if TYPE_CHECKING:
    from kpi_desktop.assessment.explain import Step

TITLE_WIDTH = 62
RESULT = re.compile(r"[=≈→：:] ?(?:\d+ 月 )?([+\-−]?\d(?:[\d,.]*\d)?%?)(?=[^\d]*(?:[（(][^（）()]*[）)])?$)")


class StepRow(QWidget):
    """One step."""

    def __init__(self, number: int, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{number} {step.title} {step.text}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 1, 0, 1)
        grid.setHorizontalSpacing(6)
        title = label(step.title, SMALL, "quiet")
        title.setFixedWidth(TITLE_WIDTH)
        words = QLabel(with_bold_result(step.text))
        words.setFont(font(BODY))
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Circle(number), 0, 0, top)
        grid.addWidget(title, 0, 1, top)
        grid.addWidget(words, 0, 2, top)
        grid.setColumnStretch(2, 1)


class Circle(QWidget):
    """A step's number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.setFixedSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_fill"))
        painter.drawEllipse(QRectF(1, 1, 18, 18))
        pen.text(painter, QRectF(1, 1, 18, 18), self._number, "accent", TINY, True, pen.CENTRE)
        painter.end()


def with_bold_result(sentence: str) -> str:
    """`sentence` as rich text with its last figure bold."""
    found = RESULT.search(sentence)
    if found is None:
        return escape(sentence)
    before, after = sentence[: found.start(1)], sentence[found.end(1) :]
    return f"{escape(before)}<b>{escape(found.group(1))}</b>{escape(after)}"


def as_text(title: str, steps: tuple[Step, ...], more: str) -> str:
    """The whole explanation as plain text, to be pasted into a letter."""
    lines = [title, *(f"{at}. {step.title}：{step.text}" for at, step in enumerate(steps, 1))]
    return "\n".join([*lines, more] if more else lines)
