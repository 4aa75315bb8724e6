"""A column of cards beside a page's main part, which scrolls where the window is too low for them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.look.tokens import GAP


class Side(QScrollArea):
    """Cards below each other, the last one taking what room there is.

    A layout gives cards with wrapped words less than they need rather than grow beyond its window; here they keep it.
    """

    def __init__(self, *cards: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        for at, card in enumerate(cards, 1):
            self._column.addWidget(card, 1 if at == len(cards) else 0)
        self._inside.installEventFilter(self)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """As wide as there is room, and as high as the cards need at that width."""
        width = self.viewport().width()
        needed = [card.layout().minimumHeightForWidth(width) for card in self._cards]
        self._inside.setFixedWidth(width)
        self._inside.setMinimumHeight(sum(needed) + GAP * (len(needed) - 1))
