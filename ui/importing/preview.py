"""The preview of an import: filters by state and sheet, the list, and the chosen line beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.grid.view import Table
from ui.importing import lines
from ui.importing.detail import Detail
from ui.look.tokens import CARD, GAP, LEDGER_ROW, SMALL
from ui.parts.card import Card, label
from ui.parts.chips import Chips
from ui.parts.controls import Chooser, button

if TYPE_CHECKING:
    from ui.importing.lines import Preview


class ImportPreview(QWidget):
    """`accepted`, `marking`, `again` and `closed` tell which button was pressed."""

    accepted = Signal()
    marking = Signal()
    again = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview: Preview | None = None
        self.state = lines.NEW
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._top())
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.card = Card()
        self.list = Table(self.tr("导入预览"), lines.line_columns(), LEDGER_ROW)
        self.list.chosen.connect(self._chosen)
        self.card.body.addWidget(self.list, 1)
        row.addWidget(self.card, 1)
        self.detail = Detail()
        row.addWidget(self.detail)
        column.addLayout(row, 1)

    def _top(self) -> QWidget:
        card = Card()
        first = QHBoxLayout()
        first.setContentsMargins(GAP, 8, GAP, 0)
        first.setSpacing(8)
        self.name, self.words = label("", CARD), label("", SMALL, "quiet")
        first.addWidget(self.name)
        first.addWidget(self.words, 1)
        self.accept = button("", self.accepted.emit, "download-simple", "primary")
        self.mark = button(self.tr("保存带批注的副本…"), self.marking.emit, "note-pencil")
        self.again_button = button(self.tr("重新读取"), self.again.emit, "arrow-clockwise")
        self.close_button = button(self.tr("不导入"), self.closed.emit, "x")
        for each in (self.mark, self.again_button, self.close_button, self.accept):
            first.addWidget(each)
        second = QHBoxLayout()
        second.setContentsMargins(GAP, 6, GAP, 8)
        second.setSpacing(GAP)
        self.chips = Chips(self.tr("按状态筛选"), lines.chips())
        self.chips.chosen.connect(self.show_state)
        self.sheet = Chooser(self.tr("按表筛选"))
        self.sheet.setMinimumWidth(150)
        self.sheet.currentIndexChanged.connect(self._show_list)
        second.addWidget(self.chips, 1)
        second.addWidget(self.sheet)
        card.body.addLayout(first)
        card.body.addLayout(second)
        return card

    # --- showing

    def show_preview(self, preview: Preview, accept: str, new_book: bool = False) -> None:
        """Show a plan; `accept` is what the main button is called."""
        self.preview = preview
        plan = preview.plan
        self.name.setText(plan.file)
        year = self.tr("{year} 年 · ").format(year=plan.year) if plan.year else ""
        told = lines.summary(preview, new_book)
        self.words.setText(year + told)
        self.words.setToolTip(told)
        self.accept.setText(accept)
        self.accept.setAccessibleName(accept)
        self.accept.setEnabled(bool(plan.changes) and not plan.errors)
        self.mark.setVisible(bool(plan.errors))
        counts = lines.counts(preview)
        self.chips.show_counts(counts)
        for key, chip in self.chips.chips.items():
            chip.setVisible(bool(counts[key]) or key in (lines.NEW, lines.CHANGED, lines.SAME))
        self._show_sheets(preview)
        order = (lines.ERRORS, lines.CHANGED, lines.NEW, lines.REMOVED, lines.SAME, lines.MISSING)
        self.show_state(next((state for state in order if counts[state]), lines.SAME))

    def _show_sheets(self, preview: Preview) -> None:
        items = [(self.tr("全部表"), ""), *((title, title) for title in lines.sheets_of(preview))]
        self.sheet.show_items(items, self.sheet.currentData() or "")

    def show_state(self, state: str) -> None:
        """Show what is in `state`."""
        self.state = state
        self.chips.mark(state)
        self._show_list()

    def _show_list(self) -> None:
        if self.preview is None:
            return
        sheet = self.sheet.currentData() or ""
        if self.state == lines.ERRORS:
            rows, columns = lines.error_rows(self.preview, sheet), lines.error_columns()
        elif self.state in (lines.SAME, lines.IGNORED):
            rows, columns = lines.other_rows(self.preview, self.state, sheet), lines.other_columns(self.state)
        else:
            rows, columns = lines.line_rows(self.preview, self.state, sheet), lines.line_columns()
        self.list.clearSelection()
        self.list.show_rows(rows, columns)
        self.detail.show_nothing()
        if rows and self.state not in (lines.SAME, lines.IGNORED):
            self.list.go_to(rows[0].subject)
            self._chosen(rows[0].subject)

    def _chosen(self, subject: object) -> None:
        if self.preview is None or not isinstance(subject, int):
            return
        if self.state == lines.ERRORS:
            error = self.preview.plan.errors[subject]
            self.detail.show_error(error, self.preview.around.get(error.cell, ()))
        elif subject < len(self.preview.lines):
            self.detail.show_line(self.preview.lines[subject])
