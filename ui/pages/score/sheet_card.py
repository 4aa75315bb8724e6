"""A department's sheet with what stands over and under it: rank, grade, share, how the total adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.explain_sums import ECONOMIC, GRADE, RANK, TOTAL
from ui.grid.view import Table
from ui.look.tokens import SHEET_ROW
from ui.pages.score import sheet
from ui.pages.score.explain import GAINS
from ui.pages.score.layout import SCORES, VERDICTS, layout
from ui.pages.score.total import TotalLine, TotalStrip
from ui.parts.card import Card
from ui.parts.controls import Segments, button
from ui.words import percent

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import DepartmentResult
    from ui.year import YearView

TALLEST = 36


class WideTable(Table):
    """Tells when it became wider or narrower: the columns follow."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()


class SheetCard(Card):
    """`chosen` brings the subject the user went to, `opened` one that was clicked: a line's code or a figure."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._shown: tuple[YearView, DepartmentResult, bool] | None = None
        self._add_links()
        self.kinds = Segments(self.tr("考核表的列"))
        self.kinds.show_items([(self.tr("考核表"), SCORES), (self.tr("自评与核定"), VERDICTS)], SCORES)
        self.kinds.chosen.connect(lambda _: self._show_rows())
        self.head.addWidget(self.kinds)
        self.total, self.total_line = TotalStrip(), TotalLine()
        self.total.chosen.connect(self.opened)
        self.total_line.clicked.connect(lambda _=False: self.opened.emit((TOTAL, "")))
        self.table = WideTable(self.tr("考核表"), (), SHEET_ROW, TALLEST)
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self.table.chosen.connect(self.chosen)
        self.table.activated_on.connect(lambda subject, column: self.opened.emit(subject))
        self.table.resized.connect(self._show_rows)
        self.body.addWidget(self.total)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.total_line)

    def _add_links(self) -> None:
        """Rank, grade and share lead to how they came about; the last one to where points come cheapest."""
        self.remark.hide()
        self.rank, self.grade, self.economic, self.cheapest = (
            button("", lambda subject=subject: self.opened.emit(subject), icon, "link", hint)
            for subject, icon, hint in (
                ((RANK, ""), "", self.tr("名次怎么来的")),
                ((GRADE, ""), "", self.tr("等次怎么来的")),
                ((ECONOMIC, ""), "", self.tr("经济指标占比怎么来的")),
                ((GAINS, ""), "crosshair", self.tr("在哪几项上再得 5 分最省力")),
            )
        )
        for at, each in enumerate((self.rank, self.grade, self.economic), 1):
            self.head.insertWidget(at, each)
        self.head.insertStretch(4, 1)
        self._blank = ""
        self.blanks = button("", lambda: self.opened.emit(self._blank), "warning-circle", "link")
        self.blanks.setToolTip(self.tr("看第一处空白"))
        self.head.addWidget(self.blanks)
        self.cheapest.setText(self.tr("最省的 5 分"))
        self.head.addWidget(self.cheapest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """Where not all has room over the sheet, the share gives way: the ranking's head tells it too."""
        shown = [self.title, self.rank, self.grade, self.cheapest, self.kinds, self.economic]
        if not self.blanks.isHidden():
            shown.append(self.blanks)
        needed = sum(each.sizeHint().width() + self.head.spacing() for each in shown)
        margins = self.head.contentsMargins()
        self.economic.setVisible(needed + margins.left() + margins.right() <= self.width())

    def set_narrow(self, narrow: bool) -> None:
        """Show the sum on one line below, or as a strip above."""
        self.total.setVisible(not narrow)
        self.total_line.setVisible(narrow)

    def forget(self) -> None:
        """Nothing is chosen any more."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rootIndex())

    def show_department(self, view: YearView, result: DepartmentResult, separate: bool) -> None:
        """Show a department; `separate`: with what it contributed beside how it performed."""
        self._shown = (view, result, separate)
        self.title.setText(result.name)
        self.rank.setText(self.tr("第 {rank} 名").format(rank=result.rank))
        waiting = self.tr("{grade}（待定）").format(grade=result.grade)
        self.grade.setText(waiting if result.undecided else result.grade or self.tr("未定等次"))
        self.economic.setText(self.tr("经济占比 {share}").format(share=percent(result.economic_share)))
        blank = [line.code for line in sheet.lines(result) if line.share is None]
        self._blank = blank[0] if blank else ""
        self.blanks.setText(self.tr("{count} 处空白").format(count=len(blank)))
        self.blanks.setVisible(bool(blank))
        parts = sheet.sum_parts(result, view.assessment.decimals)
        self.total.show_parts(parts)
        self.total_line.show_parts(parts)
        self._fit_head()
        self._show_rows()

    def _show_rows(self) -> None:
        if self._shown is None:
            return
        view, result, separate = self._shown
        kind = str(self.kinds.value())
        made = layout(kind, self.table.viewport().width(), separate)
        self.table.blockSignals(True)  # the row kept from before is not the user's choice
        self.table.show_rows(sheet.rows(view, result, kind, made), made.columns())
        self.table.blockSignals(False)
