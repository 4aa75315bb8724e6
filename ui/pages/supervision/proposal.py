"""The card with the directive that is proposed: why, reply by when, what it deducts, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.assessment.adjusting import deduction_of
from kpi_desktop.assessment.names import COLOURS
from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import SMALL
from ui.parts.card import label
from ui.parts.controls import button
from ui.terms import term

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Explanation
    from kpi_desktop.office.directives import DirectiveDraft
    from ui.pages.supervision.items import Item
    from ui.year import YearView

HEAD, REASON, BAND, PAD = 30, 40, 4, 10


class ProposalCard(QWidget):
    """`issue`, `edit` and `skip` were asked for."""

    issue = Signal()
    edit = Signal()
    skip = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._title, self._number = "blue", "", ""
        column = QVBoxLayout(self)
        column.setContentsMargins(BAND + PAD, HEAD + 4 + REASON, PAD, 8)
        column.setSpacing(3)
        self.reason = ""
        self.terms = label("", SMALL + 1, wraps=True)
        column.addWidget(self.terms)
        row = QHBoxLayout()
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(8)
        self.issue_button = button(self.tr("起草并打印"), self.issue.emit, "printer", "primary")
        self.edit_button = button(self.tr("修改正文…"), self.edit.emit, "note-pencil")
        self.skip_button = button(self.tr("暂不发，写说明"), self.skip.emit, kind="link")
        row.addWidget(self.issue_button)
        row.addWidget(self.edit_button)
        row.addStretch(1)
        row.addWidget(self.skip_button)
        column.addLayout(row)

    def set_narrow(self, narrow: bool) -> None:
        """Shorter words on the buttons."""
        self.edit_button.setText(self.tr("改正文…") if narrow else self.tr("修改正文…"))
        self.skip_button.setText(self.tr("暂不发…") if narrow else self.tr("暂不发，写说明"))

    def show_draft(
        self, view: YearView, item: Item, draft: DirectiveDraft, why: Explanation | None, usable: bool
    ) -> None:
        """Show the draft for `item`; `why` it is not sent for now, where somebody said so."""
        purposes = {"blue": self.tr("提醒"), "yellow": self.tr("警示"), "red": self.tr("通报")}
        self._colour, self._number = draft.colour, draft.number
        words = self.tr("建议：发{colour}色督办单（{purpose}）")
        self._title = words.format(colour=term(COLOURS[draft.colour]), purpose=purposes[draft.colour])
        self.reason = draft.reason
        self.setToolTip(draft.reason)
        terms = [self.tr("回复时限 {day}").format(day=f"{draft.reply_due:%m-%d}" if draft.reply_due else "–")]
        terms += self._deductions(view, item, draft.colour)
        if why:
            said = self.tr("{author} {day} 说明暂不发：{text}")
            terms = [said.format(author=why.author or "", day=why.day or "", text=why.text)]
        self.terms.setText(" · ".join(terms))
        self.setAccessibleName(f"{self._title} {self._number}")
        for each in (self.issue_button, self.edit_button, self.skip_button):
            each.setEnabled(usable)
        self.update()

    def _deductions(self, view: YearView, item: Item, name: str) -> list[str]:
        lead, partner = deduction_of(view.facts.settings, name)
        if not lead:
            return [self.tr("不扣分")]
        words = self.tr("扣{department} {points} 分").format(department=view.name(item.department), points=lead)
        if partner and item.task and item.task.partners:
            words += self.tr("、协办各 {points} 分").format(points=partner)
        if view.facts.settings.highest_only:
            words += self.tr("，同一事项就高")
        return [words]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        pen.frame(painter, box, "head", "border")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"card_{self._colour}"))
        painter.drawRoundedRect(QRectF(0, 0, BAND * 2, box.height()), BAND, BAND)
        painter.setBrush(colour("head"))
        painter.drawRect(QRectF(BAND, 1, BAND, box.height() - 2))
        left = BAND + PAD
        left += pen.card(painter, left, HEAD / 2 + 4, self._colour) + 8
        number = pen.width(self._number, SMALL) + 8
        room = QRectF(left, 4, box.width() - left - number - PAD, HEAD)
        pen.text(painter, room, self._title, "text", 14)
        said = QRectF(BAND + PAD, HEAD + 5, box.width() - BAND - 2 * PAD, REASON)
        pen.paragraph(painter, said, self.reason, 2)
        pen.text(painter, QRectF(0, 4, box.width() - PAD, HEAD), self._number, "secondary", SMALL, align=pen.RIGHT)
        painter.end()
