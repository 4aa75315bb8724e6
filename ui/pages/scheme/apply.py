"""套到同办法的其他指标: which of them shall have the same parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.look import pen
from ui.look.tokens import BODY, GAP, SMALL
from ui.parts.card import label
from ui.parts.check import Check
from ui.parts.controls import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.facts import Indicator

WIDTH, ROW, MOST = 340, 26, 10


class ApplyPanel(QFrame):
    """A list to tick over the card it belongs to, put away by Esc. `applied` brings the codes that were ticked."""

    applied = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.setAccessibleName(self.tr("套到同办法的指标"))
        self.boxes: dict[str, Check] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 10, GAP, GAP)
        column.setSpacing(6)
        self.words = label("", SMALL, "quiet", wraps=True)
        column.addWidget(self.words)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        column.addWidget(self._scroll)
        row = QHBoxLayout()
        self.all = button(self.tr("全选"), self._tick_all, kind="link")
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(button(self.tr("取消"), self.hide))
        self.apply = button("", self._apply, "check", "primary")
        row.addWidget(self.apply)
        column.addLayout(row)

    def offer(self, indicators: Sequence[Indicator], params: str) -> None:
        """Offer indicators of the same rule; those that have the parameters already cannot be ticked."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes = {}
        for each in indicators:
            same = each.rule.params == params
            words = self.tr("{code} {name}（已相同）") if same else self.tr("{code} {name}")
            box = Check(words.format(code=each.code, name=each.name))
            box.setFont(pen.font(BODY))
            box.setFixedHeight(ROW)
            box.setEnabled(not same)
            box.setToolTip(each.rule.params)
            box.toggled.connect(self._count)
            self.boxes[each.code] = box
            column.addWidget(box)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._scroll.setFixedHeight(ROW * min(len(indicators), MOST) + 4)
        self.words.setText(self.tr("参数改成：{params}").format(params=params or self.tr("全部取默认值")))
        self._count()
        self.setFixedWidth(WIDTH)
        self.adjustSize()

    def _ticked(self) -> list[str]:
        return [code for code, box in self.boxes.items() if box.isChecked()]

    def _count(self) -> None:
        count = len(self._ticked())
        self.apply.setText(self.tr("套用 {count} 项").format(count=count))
        self.apply.setEnabled(bool(count))

    def _tick_all(self) -> None:
        for box in self.boxes.values():
            box.setChecked(box.isEnabled())

    def _apply(self) -> None:
        self.hide()
        self.applied.emit(self._ticked())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()), "surface", "edge")
        painter.end()
