"""A box to tick, whose edge can be seen in either look: the style's own is all but black on a dark card."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY

BOX, GAP, ROUND = 16, 8, 3


class Check(QCheckBox):
    """A box and its words on one line."""

    def sizeHint(self) -> QSize:
        wide = pen.width(self.text(), self.font().pixelSize() or BODY)
        return QSize(round(wide) + BOX + GAP + 4, BOX + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(BOX + GAP + 4, BOX + 8)

    def hitButton(self, pos) -> bool:  # noqa: ANN001 - Qt's own signature
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, (self.height() - BOX) / 2 + 0.5, BOX - 1, BOX - 1)
        ticked = self.isChecked()
        on, off = ("accent", "surface") if self.isEnabled() else ("pale", "background")
        painter.setBrush(colour(on if ticked else off))
        edge = "accent" if ticked or self.hasFocus() or self.underMouse() else "grey"
        painter.setPen(QPen(colour(edge if self.isEnabled() else "edge"), 1.6 if self.hasFocus() else 1.2))
        painter.drawRoundedRect(box, ROUND, ROUND)
        if ticked:
            icons.draw(painter, "check", box, colour("on_accent"), BOX - 3)
        words = QRectF(BOX + GAP, 0, self.width() - BOX - GAP, self.height())
        pen.text(painter, words, self.text(), "text" if self.isEnabled() else "pale")
        painter.end()
