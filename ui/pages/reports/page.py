"""报表: choose a form, see it as it will print, print it, save it, or make it for all departments."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kpi_desktop.reports import batch, catalogue
from ui.jobs import Cancelled
from ui.look.tokens import GAP
from ui.pages.page import Page
from ui.pages.reports.batch import BatchCard
from ui.pages.reports.preview import Preview
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, button

if TYPE_CHECKING:
    from kpi_desktop.reports.context import ReportContext
    from ui.jobs import Job, Jobs, Progress
    from ui.session import Session
    from ui.year import YearView

ROW = 34
LEFT, RIGHT, NARROW_LEFT, NARROW_RIGHT = 290, 300, 210, 232


class ReportsPage(Page):
    """The page 报表. Forms are typeset off the GUI thread; the latest wish wins."""

    def __init__(self, jobs: Jobs, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("报表"), parent)
        self.hint = self.tr("选报表即预览 · Ctrl+P 打印 · PgDn 下一页")
        self._jobs, self._session = jobs, session
        self._context: ReportContext | None = None
        self._content = b""
        self._wish = 0
        self.forms = self._form_list()
        self.department = Chooser(self.tr("部门"))
        self.preview = Preview()
        self.batch = BatchCard()
        self._purpose = label("", 12, "quiet", wraps=True)
        self._fill_head()
        self._lay_out()
        self.forms.currentRowChanged.connect(self._form_chosen)
        self.department.currentIndexChanged.connect(self._typeset)

    def _fill_head(self) -> None:
        self.head.addWidget(label(self.tr("预览即打印所得"), 12, "quiet"))
        self.head.addStretch(1)
        self.print_button = button(self.tr("打印"), self.print_now, "printer", "primary")
        self.print_button.setShortcut("Ctrl+P")
        self.head.addWidget(self.print_button)

    def _form_list(self) -> QListWidget:
        found = QListWidget()
        found.setAccessibleName(self.tr("报表清单"))
        for form in catalogue.FORMS.values():
            item = QListWidgetItem(form.name)
            item.setData(Qt.ItemDataRole.UserRole, form.code)
            item.setToolTip(form.purpose)
            item.setSizeHint(QSize(0, ROW))
            found.addItem(item)
        return found

    def _lay_out(self) -> None:
        self._left, self._right = self._left_card(), QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._options())
        column.addWidget(self.batch, 1)
        column.addStretch(0)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._left)
        row.addWidget(self.preview, 1)
        row.addWidget(self._right)
        self.column.addLayout(row, 1)
        self.set_narrow(False)

    def _left_card(self) -> Card:
        card = Card(self.tr("报表"))
        card.remark.setText(self.tr("{count} 种").format(count=self.forms.count()))
        card.body.addWidget(self.forms, 1)
        box = QVBoxLayout()
        box.setContentsMargins(GAP, GAP, GAP, GAP)
        box.addWidget(self._purpose)
        card.body.addLayout(box)
        return card

    def _options(self) -> Card:
        card = Card(self.tr("范围与输出"))
        box = QVBoxLayout()
        box.setContentsMargins(GAP, 0, GAP, GAP)
        box.setSpacing(8)
        self._whose = label(self.tr("部门"), 12, "quiet")
        self.save_button = button(self.tr("存 PDF"), self.save, "arrow-right")
        self.batch_button = button(self.tr("全部部门成批存 PDF"), self.save_all, "printer")
        for widget in (self._whose, self.department, self.save_button, self.batch_button):
            box.addWidget(widget)
        card.body.addLayout(box)
        return card

    def set_narrow(self, narrow: bool) -> None:
        """Narrower side cards, and no thumbnails."""
        self._left.setFixedWidth(NARROW_LEFT if narrow else LEFT)
        self._right.setFixedWidth(NARROW_RIGHT if narrow else RIGHT)
        self.preview.set_narrow(narrow)

    def show_view(self, view: YearView) -> None:
        """The departments of this year, and the form of before made anew."""
        assert self._session.book is not None
        self._context = batch.context_of(self._session.book, view.year, date.today())
        codes = catalogue.departments_of(self._context)
        kept = self.department.currentData()
        names = {each.code: each.name for each in view.facts.departments}
        chosen = kept if kept in codes else next(iter(codes), None)
        self.department.show_items([(names[code], code) for code in codes], chosen)
        if self.forms.currentRow() < 0:
            self.forms.setCurrentRow(0)
        else:
            self._form_chosen()

    def visit(self, goal: tuple[str, ...]) -> None:
        """(form) or (form, department)."""
        for row, code in enumerate(catalogue.FORMS):
            if goal and code == goal[0]:
                self.forms.setCurrentRow(row)
        if len(goal) > 1 and (place := self.department.findData(goal[1])) >= 0:
            self.department.setCurrentIndex(place)

    @property
    def form(self) -> catalogue.Form:
        """The chosen form."""
        return list(catalogue.FORMS.values())[max(self.forms.currentRow(), 0)]

    def _whom(self) -> str | None:
        return str(self.department.currentData()) if self.form.per_department else None

    def _form_chosen(self) -> None:
        self._purpose.setText(self.form.purpose)
        for widget in (self._whose, self.department, self.batch_button):
            widget.setVisible(self.form.per_department)
        self._typeset()

    def _typeset(self) -> None:
        context, form, whom = self._context, self.form, self._whom()
        if context is None or (form.per_department and self.department.currentData() is None):
            self.preview.say(self.tr("这一年还没有参评部门，没有可打印的内容。"))
            return
        self._wish += 1
        wish = self._wish
        self.preview.say(self.tr("正在排版“{name}”……").format(name=form.name))
        job = self._jobs.start(lambda progress: (wish, catalogue.produce(context, form.code, whom)), self.tr("排版"))
        job.finished.connect(self._typeset_done)
        job.failed.connect(self._failed)

    def _typeset_done(self, outcome: tuple[int, bytes]) -> None:
        wish, content = outcome
        if wish != self._wish:
            return
        self._content = content
        whose = self.department.currentText() if self.form.per_department else self.form.paper
        self.preview.show_pdf(content, self.form.name, whose)

    def _failed(self, error: Exception) -> None:
        self.preview.say(self.tr("没有排出来：{error}").format(error=error))
        self.refused.emit(self.tr("报表没有排出来"), str(error))

    def print_now(self) -> None:
        """Ask for printer and pages, then print what is shown."""
        from ui.pages.reports.printing import ask_and_print

        if self._content and ask_and_print(self.preview.document, self):
            self.told.emit(self.tr("已送打印机"), self.form.name)

    def save(self) -> None:
        """Ask where, then save what is shown."""
        if self._context is None or not self._content:
            return
        name = catalogue.file_name(self._context, self.form.code, self._whom())
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("存 PDF"), str(self._folder() / name), "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save what is shown as `path`, whole or not at all."""
        from kpi_desktop.book.refusal import Refusal

        try:
            batch.write_whole(path, self._content)
        except Refusal as refusal:
            self.refused.emit(self.tr("没有存上"), str(refusal))
        else:
            self.told.emit(self.tr("已存 PDF"), str(path))

    def save_all(self) -> None:
        """Ask for a folder, then make the form for every department."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("成批存到哪个文件夹"), str(self._folder()))
        if chosen:
            self.save_all_to(Path(chosen))

    def save_all_to(self, folder: Path) -> None:
        """Make the form for every department into `folder`, beside the page, with progress and cancel."""
        context, code = self._context, self.form.code
        if context is None or self.batch.running:
            return

        def work(progress: Progress) -> list[Path]:
            def tell(done: int, total: int, name: str) -> None:
                try:
                    progress.at(done, total, name)
                except Cancelled:
                    return  # asked for again before the next form, so that what is finished is told

            return batch.produce_all(context, folder, kind=code, progress=tell, cancelled=lambda: progress.stopped)

        job: Job = self._jobs.start(work, self.tr("成批存 PDF"))
        job.failed.connect(self._failed)
        self.batch.follow(job, folder, self._batch_done)

    def _batch_done(self, files: list[Path]) -> None:
        self.told.emit(self.tr("成批存 PDF"), self.tr("已存 {count} 份").format(count=len(files)))

    def _folder(self) -> Path:
        path = self._session.path
        return path.parent if path else Path.home()
