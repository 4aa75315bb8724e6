"""导入导出: choose a workbook and see what it would change; write the year as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.importing.view import ImportView
from ui.look.tokens import BODY, GAP, SMALL
from ui.pages.archive.arrivals import Arrivals
from ui.parts.busy import Busy
from ui.parts.card import Card, label
from ui.parts.controls import button

if TYPE_CHECKING:
    from ui.jobs import Jobs, Progress
    from ui.session import Session
    from ui.year import YearView


class Bringing(QWidget):
    """`written` brings the year that was imported."""

    told = Signal(str, str)
    refused = Signal(str, str)
    written = Signal(object)
    new_book_asked = Signal()
    went = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._view: YearView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.importing = ImportView(session, jobs)
        self.importing.told.connect(self.told)
        self.importing.refused.connect(self.refused)
        self.importing.busy.ended.connect(self._ended)
        self.importing.closed.connect(self.close_preview)
        self.importing.written.connect(self._written)
        self.stack.addWidget(self._start())
        self.stack.addWidget(self.importing)
        column.addWidget(self.stack)

    # --- building

    def _start(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._import_card(), 1)
        row.addWidget(self._export_card(), 1)
        column.addLayout(row)
        self.arrivals = Arrivals(self._session)
        self.arrivals.went.connect(self.went)
        column.addWidget(self.arrivals, 1)
        return holder

    def _import_card(self) -> Card:
        card = Card(self.tr("导入工作簿"))
        steps = (
            self.tr("选一本 Excel 或 WPS 工作簿（.xlsx）；也可以把文件直接拖到窗口里。"),
            self.tr("先给预览：哪些行新增、变更、相同，逐格列出原来和现在；这时什么也没有写。"),
            self.tr("有错的格逐处列出，可另存一份标红并带批注的副本，发回去改。"),
            self.tr("确认后一次写入，全部成功或全部不写；按 Ctrl+Z 可整体撤销。"),
        )
        self._explain(card, steps)
        buttons = self._buttons(card)
        self.choose = button(self.tr("选择工作簿…"), self.ask_workbook, "download-simple", "primary")
        buttons.addWidget(self.choose)
        buttons.addWidget(button(self.tr("导入工作簿，另建一本台账…"), self.new_book_asked.emit, kind="link"))
        buttons.addStretch(1)
        return card

    def _export_card(self) -> Card:
        card = Card(self.tr("导出工作簿"))
        self.export_card = card
        steps = (
            self.tr("把本年度全部内容写成一本交换工作簿：每张表一页，有下拉选项，表头注明必填。"),
            self.tr("导出后原样再导入，什么也不会变；可在 Excel 里成批改好后导回来。"),
            self.tr("佐证文件只导出目录和校验码，文件本身留在台账里。"),
        )
        self._explain(card, steps)
        self.busy = Busy()
        self.busy.refused.connect(self.refused)
        buttons = self._buttons(card)
        self.export = button("", self.ask_export, "export", "primary")
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        card.body.addWidget(self.busy)
        card.body.addStretch(1)
        return card

    def _explain(self, card: Card, steps: tuple[str, ...]) -> None:
        for at, words in enumerate(steps, 1):
            line = QHBoxLayout()
            line.setContentsMargins(GAP, 0, GAP, 6)
            number = label(str(at), SMALL, "quiet")
            number.setFixedWidth(14)
            line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(words, BODY, wraps=True), 1)
            card.body.addLayout(line)

    def _buttons(self, card: Card) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 4, GAP, GAP)
        row.setSpacing(GAP)
        card.body.addLayout(row)
        return row

    # --- showing

    def show_view(self, view: YearView) -> None:
        """Show the year that would be exported."""
        self._view = view
        words = self.tr("导出 {year} 年…").format(year=view.year)
        self.export.setText(words)
        self.export.setAccessibleName(words)
        self.arrivals.show_view()

    def close_preview(self) -> bool:
        """Back to the start; whether a preview was open."""
        was = self.stack.currentWidget() is self.importing
        self.stack.setCurrentIndex(0)
        return was

    # --- what the user does

    def ask_workbook(self) -> None:
        """Let the user choose a workbook to import."""
        kinds = self.tr("工作簿 (*.xlsx *.xlsm)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("导入工作簿"), self._folder(), kinds)
        if chosen:
            self.open(Path(chosen))

    def open(self, workbook: Path) -> None:
        """Preview a workbook."""
        self.stack.setCurrentWidget(self.importing)
        self.importing.open(workbook)

    def ask_export(self) -> None:
        """Let the user say where the year goes."""
        if self._view is None:
            return
        proposal = str(Path(self._folder()) / f"{self._session.title}-{self._view.year}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("导出工作簿"), proposal, self.tr("工作簿 (*.xlsx)"))
        if chosen:
            self.export_to(Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".xlsx"))

    def export_to(self, path: Path) -> None:
        """Write the year on screen to `path`."""
        book, view = self._session.book, self._view
        if book is None or view is None or self.busy.running:
            return

        def work(progress: Progress) -> Path:
            from kpi_desktop.exchange.exporting import export_workbook

            progress.at(0, 0)
            export_workbook(book, view.year, path)
            return path

        job = self._jobs.start(work, self.tr("正在导出 {year} 年").format(year=view.year))
        self.busy.follow(job, self._exported, self.tr("没有导出"))

    def _exported(self, path: object) -> None:
        self.told.emit(self.tr("已导出"), str(path))

    def _ended(self) -> None:
        """What was refused or cancelled before there was anything to see leads back."""
        if self.importing.preview.preview is None:
            self.close_preview()

    def _written(self, year: object) -> None:
        self.close_preview()
        self.written.emit(year)

    def _folder(self) -> str:
        return str(self._session.path.parent) if self._session.path else ""
