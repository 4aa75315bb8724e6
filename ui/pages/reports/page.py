"""报表: forms on the left, the true preview in the middle, the batch on the right."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports.typesetting import TypesettingError
from ui.grid.cells import PAIR, Cell, Column, Row
from ui.grid.view import Table
from ui.look.tokens import BODY, GAP, SMALL
from ui.pages.page import Page
from ui.pages.reports.batch import BatchCard
from ui.pages.reports.forms import form_of, forms
from ui.pages.reports.making import Made, Press, Wanted, batch_of, save
from ui.pages.reports.preview import Preview
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, button

if TYPE_CHECKING:
    from kpi_desktop.reports.forms.form import Form
    from ui.jobs import Job, Jobs, Progress
    from ui.session import Session
    from ui.year import YearView

SIDE, FORM_ROW = 300, 54


class ReportsPage(Page):
    """Every preview is made by a worker; a newer wish puts an older one aside."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("报表"), jobs, session)
        self.hint = self.tr("Ctrl+P 打印 · Ctrl+S 存 PDF · PgDn 下一页")
        self._press: Press | None = None
        self._making: Job | None = None
        self._wanted: Wanted | None = None
        self.preview = Preview()
        self.batch = BatchCard()
        self.batch.setFixedWidth(SIDE)
        self.batch.asked.connect(self._start_batch)
        self.batch.kind_changed.connect(self._show_batch)
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_pages)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save_pdf)

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(label(self.tr("预览即打印所得"), SMALL + 1, "quiet"))
        self.head.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._forms_card())
        left.addWidget(self._options_card())
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(left)
        row.addWidget(self.preview, 1)
        row.addWidget(self.batch)
        self.column.addLayout(row, 1)

    def _forms_card(self) -> Card:
        card = Card(self.tr("报表"))
        card.setFixedWidth(SIDE)
        found = forms()
        card.remark.setText(self.tr("{count} 种，按用的时候排").format(count=len(found)))
        self.list = Table(self.tr("报表"), (Column(""),), FORM_ROW)
        self.list.horizontalHeader().hide()
        self.list.show_rows([_form_row(form) for form in found])
        self.list.chosen.connect(self._form_chosen)
        self.list.setFixedHeight(FORM_ROW * len(found) + 2)
        card.body.addWidget(self.list)
        return card

    def _options_card(self) -> Card:
        card = Card(self.tr("范围与选项"))
        card.setFixedWidth(SIDE)
        column = QVBoxLayout()
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.setSpacing(8)
        row = QHBoxLayout()
        self._department_label = label(self.tr("部门"), BODY, "quiet")
        self.departments = Chooser(self.tr("部门"))
        self.departments.currentIndexChanged.connect(self._make)
        row.addWidget(self._department_label)
        row.addWidget(self.departments, 1)
        column.addLayout(row)
        self.purpose = label("", SMALL, "quiet", wraps=True)
        column.addWidget(self.purpose)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.print_button = button(self.tr("打印…"), self.print_pages, "printer", "primary")
        self.save_button = button(self.tr("存 PDF…"), self.save_pdf, "file-pdf")
        buttons.addWidget(self.print_button, 1)
        buttons.addWidget(self.save_button, 1)
        column.addLayout(buttons)
        card.body.addLayout(column)
        return card

    # --- showing

    def show_view(self, view: YearView) -> None:
        book = self.session.book
        self._press = Press(book, view.year, date.today()) if book else None
        chosen = self.departments.currentData()
        results = {result.code: result for result in view.assessment.departments()}
        offered = [(d.name, d.code) for d in view.facts.departments if d.code in results]
        self.departments.show_items(offered, chosen)
        kinds = [
            (self.tr("{form} · 全部 {count} 家").format(form=form.name, count=len(offered)), form.code)
            for form in forms()
            if form.per_department
        ]
        every = self.tr("全套报表 · {count} 份").format(count=len(batch_of(view, None)))
        self.batch.offer([*kinds, (every, "")], self._default_folder(view))
        self._show_batch(str(self.batch.kind.currentData() or ""))
        if self.list.current_subject() is None:
            self.list.go_to(forms()[0].code)
        else:
            self._make()

    def _default_folder(self, view: YearView) -> Path:
        beside = self.session.path.parent if self.session.path else Path.home()
        return beside / self.tr("{year}年报表").format(year=view.year)

    def _show_batch(self, kind: str) -> None:
        if self.view:
            self.batch.show_items(batch_of(self.view, kind or None))

    @property
    def form(self) -> Form | None:
        """The chosen form."""
        return form_of(str(self.list.current_subject()))

    def _form_chosen(self, code: object) -> None:
        form = form_of(str(code))
        if form:
            self.purpose.setText(self.tr("{purpose}。{paper}。").format(purpose=form.purpose, paper=form.paper))
            for widget in (self._department_label, self.departments):
                widget.setVisible(form.per_department)
            self._make()

    def _make(self) -> None:
        """Make what is chosen now, unless that is on screen or on its way."""
        form, press = self.form, self._press
        if form is None or press is None:
            return
        wanted = Wanted(form.code, str(self.departments.currentData()) if form.per_department else None)
        self._wanted = wanted
        if self._making:
            return  # the one on its way looks at `_wanted` when it is done

        def make(_progress: Progress) -> Made:
            return press.make(wanted)

        self.preview.say(self.tr("正在排版…"))
        self._enable(False)
        self._making = self.jobs.start(make, self.tr("正在排版 {form}").format(form=form.name))
        self._making.finished.connect(self._made)
        self._making.failed.connect(self._not_made)

    def _made(self, made: object) -> None:
        self._making = None
        if isinstance(made, Made):
            if made.wanted != self._wanted:
                self._make()
                return
            form = form_of(made.wanted.form)
            self.preview.show_made(made, form.name if form else "")
            self.preview.say(self.view.name(made.wanted.department) if self.view and made.wanted.department else "")
            self._enable(True)

    def _not_made(self, error: object) -> None:
        self._making = None
        self.preview.say(self.tr("没有排成"))
        self._tell_failure(self.tr("报表没有排成"), error)

    def _tell_failure(self, title: str, error: object) -> None:
        if isinstance(error, Refusal | TypesettingError):
            self.refused.emit(title, str(error))
        elif isinstance(error, BaseException):
            self.refused.emit(title, self.tr("程序出错，台账没有动。请把日志交给维护人员。"))
            raise error

    def _enable(self, usable: bool) -> None:
        self.print_button.setEnabled(usable)
        self.save_button.setEnabled(usable)

    # --- out of the window

    def save_pdf(self) -> None:
        """Save what is on screen where the user says."""
        made = self.preview.made
        if made is None:
            return
        proposal = str(self.batch.folder.parent / made.file_name) if self.batch.folder else made.file_name
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("存 PDF"), proposal, "PDF (*.pdf)")
        if not chosen:
            return
        self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save what is on screen as `path`, whole or not at all."""
        try:
            save(path, self.preview.made.pdf if self.preview.made else b"")
        except Refusal as refusal:
            self.refused.emit(self.tr("没有存成"), str(refusal))
        else:
            self.told.emit(self.tr("已存 {name}").format(name=path.name), str(path.parent))

    def print_pages(self) -> None:
        """Print what is on screen, through the system's dialog."""
        from ui.pages.reports.printing import PrintRun, asked_printer, pages_of

        made = self.preview.made
        printer = asked_printer(self.preview.document, self) if made else None
        if made and printer:
            run = PrintRun(made.pdf, printer, pages_of(printer, self.preview.document.pageCount()), self.jobs, self)
            run.ended.connect(self._printed)
            run.start()

    def _printed(self, whole: bool) -> None:
        if whole:
            self.told.emit(self.tr("已送往打印机"), "")
        else:
            self.refused.emit(self.tr("没有打印成"), self.tr("打印机没有响应，请检查后重试；文件可以先存成 PDF。"))

    def save_all_to(self, folder: Path) -> None:
        """Make what the batch card offers into `folder`."""
        self.batch.name_folder(folder)
        self.batch.start.click()

    def _start_batch(self, kind: str) -> None:
        press, folder = self._press, self.batch.folder
        if press is None or folder is None or self.batch.running:
            return

        def make_all(progress: Progress) -> list[Path]:
            return press.make_all(kind or None, folder, progress)

        job = self.jobs.start(make_all, self.tr("批量存 PDF"))
        job.failed.connect(self._batch_failed)
        self.batch.follow(job)

    def _batch_failed(self, error: object) -> None:
        self._tell_failure(self.tr("批量没有做完"), error)

    # --- as every page

    def visit(self, goal: tuple[str, ...]) -> None:
        """(form) or (form, department)."""
        if len(goal) > 1 and (at := self.departments.findData(goal[1])) >= 0:
            self.departments.setCurrentIndex(at)
        if goal:
            self.list.go_to(goal[0])

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.preview.follow_look()


def _form_row(form: Form) -> Row:
    return Row([Cell(form.name, PAIR, under=form.purpose, tip=form.purpose)], form.code)
