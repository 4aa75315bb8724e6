"""Chips: a row of filters with their counts, of which one is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY, SMALL
from ui.parts.controls import Clickable
from ui.parts.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGH = 28


class ChipSpec(NamedTuple):
    """What a chip says: `icon` or a filled `swatch` in a token's colour before its words."""

    key: str
    words: str
    icon: str = ""
    swatch: str = ""


class Chip(Clickable):
    """One filter: its words and how many it keeps."""

    def __init__(self, spec: ChipSpec, parent: QWidget) -> None:
        super().__init__(spec.words, parent)
        self.spec, self.count = spec, 0
        self.setCheckable(True)
        self.setFixedHeight(HIGH)

    def show_count(self, count: int) -> None:
        """Show how many the filter keeps."""
        self.count = count
        self.setAccessibleName(f"{self.spec.words} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        sign = 20 if self.spec.icon or self.spec.swatch else 0
        wide = pen.width(self.spec.words, SMALL + 1) + pen.width(str(self.count), BODY, True)
        return QSize(round(wide) + sign + 29, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        painter.setPen(QPen(colour("accent" if on or self.hasFocus() else "edge"), 1))
        painter.setBrush(colour("accent_fill" if on else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, HIGH / 2, HIGH / 2)
        token = "accent" if on else "text" if self.count else "pale"
        left = 11.0
        if self.spec.icon:
            mark = colour("accent" if on else "secondary")
            icons.draw(painter, self.spec.icon, QRectF(left - 1, 0, 15, box.height()), mark, 14)
            left += 20
        elif self.spec.swatch:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self.spec.swatch))
            painter.drawRoundedRect(QRectF(left, box.center().y() - 5.5, 14, 11), 3, 3)
            left += 20
        left += pen.text(painter, QRectF(left, 0, 200, box.height()), self.spec.words, token, SMALL + 1) + 7
        pen.text(painter, QRectF(left, 0, 60, box.height()), str(self.count), token, BODY, True)
        painter.end()


class Chips(QWidget):
    """`chosen` brings the key of the chip that was put on."""

    chosen = Signal(str)

    def __init__(self, name: str, specs: Sequence[ChipSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = Flow(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.chips: dict[str, Chip] = {}
        for spec in specs:
            chip = Chip(spec, self)
            chip.clicked.connect(lambda _=False, key=spec.key: self._clicked(key))
            self.chips[spec.key] = chip
            row.addWidget(chip)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many each filter keeps."""
        for key, chip in self.chips.items():
            chip.show_count(counts.get(key, 0))

    def mark(self, key: str) -> None:
        """Show `key` as the filter that is on, without telling anyone."""
        for known, chip in self.chips.items():
            chip.setChecked(known == key)

    def _clicked(self, key: str) -> None:
        self.mark(key)
        self.chosen.emit(key)
