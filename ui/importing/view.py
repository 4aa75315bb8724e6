"""Bringing a workbook in, from choosing the file to writing it: into the open book, or into a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.importing import lines
from ui.importing.preview import ImportPreview
from ui.parts.busy import Busy

if TYPE_CHECKING:
    from kpi_desktop.book.operation import Changes
    from ui.importing.lines import Preview
    from ui.jobs import Jobs, Progress
    from ui.session import Session

BOOK = ".kpi"


class ImportView(QWidget):
    """`written` brings the year, or the path of the new book; `closed` that it was given up."""

    written = Signal(object)
    closed = Signal()
    told = Signal(str, str)
    refused = Signal(str, str)

    def __init__(self, session: Session, jobs: Jobs, new_book: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._new_book = session, jobs, new_book
        self.workbook: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.busy = Busy()
        self.busy.refused.connect(self.refused)
        self.preview = ImportPreview()
        self.preview.accepted.connect(self.accept)
        self.preview.marking.connect(self.ask_marked)
        self.preview.again.connect(self.read)
        self.preview.closed.connect(self.closed)
        column.addWidget(self.busy)
        column.addWidget(self.preview, 1)
        self.preview.hide()

    # --- reading

    def open(self, workbook: Path) -> None:
        """Show what importing `workbook` would do."""
        self.workbook = workbook
        self.preview.hide()
        self.preview.preview = None
        self.read()

    def read(self) -> None:
        """Read the workbook (again): it may have been corrected in Excel meanwhile."""
        workbook, book = self.workbook, None if self._new_book else self._session.book
        if workbook is None or self.busy.running:
            return

        def work(progress: Progress) -> Preview:
            from kpi_desktop.exchange.importing import plan_import

            plan = plan_import(book, workbook, lambda what: progress.at(0, 0, what))
            progress.at(0, 0)
            return lines.previewed(plan, workbook)

        job = self._jobs.start(work, self.tr("正在读取 {name}").format(name=workbook.name))
        self.busy.follow(job, self._read, self.tr("没有导入“{name}”").format(name=workbook.name))

    def _read(self, preview: Preview) -> None:
        words = self.tr("建立新台账…") if self._new_book else self.tr("导入 {count} 行")
        of = lines.counts(preview)
        count = of[lines.NEW] + of[lines.CHANGED] + of[lines.REMOVED]
        self.preview.show_preview(preview, words.format(count=count), self._new_book)
        self.preview.show()

    # --- a copy with red cells

    def ask_marked(self) -> None:
        """Ask where the copy with the bad cells marked shall go."""
        from kpi_desktop.exchange.marking import marked_name

        if self.workbook is None:
            return
        title, kinds = self.tr("带批注的副本存到哪里"), self.tr("工作簿 (*{suffix})")
        proposal = str(marked_name(self.workbook))
        chosen, _ = QFileDialog.getSaveFileName(self, title, proposal, kinds.format(suffix=self.workbook.suffix))
        if chosen:
            self.save_marked(Path(chosen))

    def save_marked(self, path: Path) -> None:
        """Write the copy to `path`."""
        source, preview = self.workbook, self.preview.preview
        if source is None or preview is None or self.busy.running:
            return
        errors = preview.plan.errors

        def work(progress: Progress) -> Path:
            from kpi_desktop.exchange.marking import save_marked

            return save_marked(source, errors, path)

        job = self._jobs.start(work, self.tr("正在标注 {name}").format(name=source.name))
        self.busy.follow(job, self._marked, self.tr("副本没有存成"))

    def _marked(self, path: Path) -> None:
        words = self.tr("{path}。改好副本或原表后点“重新读取”，或直接导入副本。")
        self.told.emit(self.tr("带批注的副本已存好"), words.format(path=path))

    # --- writing

    def accept(self) -> None:
        """Write what is previewed: all of it or nothing."""
        if self.preview.preview is None or self.busy.running:
            return
        if self._new_book:
            self._ask_new_book()
        else:
            self._carry_out()

    def _carry_out(self) -> None:
        book, preview = self._session.book, self.preview.preview
        if book is None or preview is None:
            return

        def work(progress: Progress) -> Changes:
            from kpi_desktop.exchange.importing import carry_out

            return carry_out(book, preview.plan)

        job = self._jobs.start(work, self.tr("正在写入 {name}").format(name=preview.plan.file))
        self.busy.follow(job, self._carried_out, self.tr("没有导入“{name}”").format(name=preview.plan.file))

    def _carried_out(self, changes: Changes) -> None:
        preview = self.preview.preview
        if preview is None:
            return
        words = self.tr("{what}。按 Ctrl+Z 可把这次导入整体撤销。").format(what=lines.amounts(preview))
        self.told.emit(self.tr("已{action}").format(action=changes.action), words)
        self.written.emit(preview.plan.year)

    def _ask_new_book(self) -> None:
        if self.workbook is None:
            return
        title, proposal = self.tr("新台账存到哪里"), str(self.workbook.with_suffix(BOOK))
        chosen, _ = QFileDialog.getSaveFileName(self, title, proposal, self.tr("考核台账 (*.kpi)"))
        if chosen:
            self.make_book(Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(BOOK))

    def make_book(self, target: Path) -> None:
        """Make the new book at `target`. Refused, and nothing made, where there is a file already."""
        workbook = self.workbook
        if workbook is None:
            return
        taken, other = self.tr("“{path}”已经存在。"), self.tr("请换一个文件名，或直接打开它。")
        changed, again = self.tr("“{name}”在预览之后又有了错误。"), self.tr("请重新读取。")

        def work(progress: Progress) -> Path:
            from kpi_desktop.book.refusal import Refusal
            from kpi_desktop.exchange.importing import import_workbook

            if target.exists():
                raise Refusal(taken.format(path=target), other)
            plan = import_workbook(target, workbook)
            if plan.errors:
                raise Refusal(changed.format(name=workbook.name), again)
            return target

        job = self._jobs.start(work, self.tr("正在建立 {name}").format(name=target.name))
        self.busy.follow(job, self.written.emit, self.tr("没有建立“{name}”").format(name=target.name))
