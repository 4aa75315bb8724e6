"""报表: forms on the left, the true preview in the middle, options and the batch on the right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from kpi_desktop.book.refusal import Refusal
from ui.look.tokens import GAP, SMALL
from ui.pages.page import Page
from ui.pages.reports.adjusting import Questions
from ui.pages.reports.batch import BatchCard
from ui.pages.reports.forms import FormList, form_of, forms, stage_of
from ui.pages.reports.making import Made, Press, Wanted, save
from ui.pages.reports.options import OptionsCard
from ui.pages.reports.preview import Preview
from ui.parts.ask import AskForm
from ui.parts.card import Card, label
from ui.parts.controls import Segments, button
from ui.parts.side import Side

if TYPE_CHECKING:
    from kpi_desktop.book.book import Book
    from kpi_desktop.book.operation import Changes
    from kpi_desktop.reports.forms.form import Form
    from ui.jobs import Job, Jobs, Progress
    from ui.session import Session
    from ui.year import YearView

SIDE, NARROW_SIDE = 300, 264
FILTERS = {"pdf": "PDF (*.pdf)", "docx": "Word (*.docx)", "xlsx": "Excel (*.xlsx)"}


class ReportsPage(Page):
    """Every preview is made by a worker; a newer wish puts an older one aside."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("报表"), jobs, session)
        self.hint = self.tr("Ctrl+P 打印 · Ctrl+S 存 PDF · Ctrl+F 找字 · PgDn 下一页")
        self._press: Press | None = None
        self._making: Job | None = None
        self._wanted: Wanted | None = None
        self.list = FormList()
        self.list.form_chosen.connect(self._form_chosen)
        self.preview = Preview()
        self.options = OptionsCard()
        self.options.changed.connect(self._make)
        self.options.printed.connect(self.print_pages)
        self.options.saved.connect(self.save_as)
        self.batch = BatchCard()
        self.batch.asked.connect(self._start_batch)
        self.batch.kind_changed.connect(self._show_batch)
        self._batches: dict[str, tuple[str, ...]] = {}
        self._questions = Questions(self)
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_pages)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, lambda: self.save_as("pdf"))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.preview.find.field.setFocus)

    # --- building

    def _lay_out(self) -> None:
        self.stage = Segments(self.tr("哪些报表"))
        self.stage.chosen.connect(self._show_stage)
        self.head.addWidget(self.stage)
        self.head.addWidget(label(self.tr("预览即打印所得"), SMALL + 1, "quiet"))
        self.head.addStretch(1)
        self.adjust_button = button(self.tr("版式…"), self.open_panel, "sliders-horizontal")
        self.adjust_button.setToolTip(self.tr("单位名称、红头、标志、签字栏和表末文字"))
        self.head.addWidget(self.adjust_button)
        self.forms_card = Card(self.tr("报表"))
        self.forms_card.body.addWidget(self.list, 1)
        self.side = Side(self.options, self.batch)
        self.ask = AskForm()
        self.ask.closed.connect(self.close_panel)
        self.panel = Card()
        self.panel.body.addWidget(self.ask)
        self.panel.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for each, stretch in ((self.forms_card, 0), (self.preview, 1), (self.side, 0), (self.panel, 0)):
            row.addWidget(each, stretch)
        self.column.addLayout(row, 1)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        for card in (self.forms_card, self.side, self.panel):
            card.setFixedWidth(NARROW_SIDE if narrow else SIDE)

    # --- showing

    def show_view(self, view: YearView) -> None:
        book = self.session.book
        self._press = Press(book, view.year, date.today()) if book else None
        self._offer_stages(view)
        self.options.show_year(view)
        if self.batch.folder is None:
            self.batch.name_folder(self._default_folder(view))
        if self.list.current_subject() is None:
            self.list.go_to(self._first())
        else:
            self._make()

    def _offer_stages(self, view: YearView) -> None:
        stage, every = stage_of(view.facts.state), forms()
        own = sum(form.used_in[0] == stage for form in every)
        items = [
            (self.tr("全部 {count}").format(count=len(every)), None),
            (self.tr("本阶段 {count}").format(count=own), stage),
        ]
        self.stage.show_items(items, stage if self.stage.value() is not None else None)
        self._show_stage(self.stage.value())

    def _show_stage(self, stage: object) -> None:
        shown = self.list.show_forms(str(stage) if stage else None)
        self.forms_card.remark.setText(self.tr("{count} 种，按用的时候排").format(count=shown))

    def _first(self) -> str:
        """The form to begin with: the department's sheet, as far as there is one."""
        codes = [form.code for form in forms()]
        return "sheet" if "sheet" in codes else codes[0]

    def _default_folder(self, view: YearView) -> Path:
        beside = self.session.path.parent if self.session.path else Path.home()
        return beside / self.tr("{year}年报表").format(year=view.year)

    @property
    def form(self) -> Form | None:
        """The chosen form."""
        return form_of(str(self.list.current_subject()))

    def _form_chosen(self, code: str) -> None:
        form = form_of(code)
        if form:
            self.options.show_form(form)
            self.options.show_subjects((), None)
            self.batch.choose(code)
            self.close_panel()
            self._make()

    def _make(self) -> None:
        """Make what is chosen now, unless that is on screen or on its way."""
        form, press = self.form, self._press
        if form is None or press is None:
            return
        wanted = Wanted(form.code, self.options.choice)
        self._wanted = wanted
        if self._making:
            return  # the one on its way looks at `_wanted` when it is done

        def make(_progress: Progress) -> Made:
            return press.make(wanted)

        self.preview.say(self.tr("正在排版…"))
        self.options.enable(False)
        self._making = self.jobs.start(make, self.tr("正在排版 {form}").format(form=form.name))
        self._making.finished.connect(self._made)
        self._making.failed.connect(self._not_made)

    def _made(self, made: object) -> None:
        self._making = None
        if not isinstance(made, Made):
            return
        if made.wanted != self._wanted:
            self._make()
            return
        form = form_of(made.wanted.form)
        self.options.show_subjects(made.subjects, made.choice.subject)
        self.options.show_fonts(made.replaced)
        self._wanted = replace(made.wanted, choice=made.choice)
        self.preview.show_made(replace(made, wanted=self._wanted), form.name if form else "")
        self.preview.say(self._about(made))
        self.options.enable(bool(made.pdf))
        self._offer_batches(dict(made.batches))

    def _about(self, made: Made) -> str:
        if not made.pdf:
            form = form_of(made.wanted.form)
            if form and form.per_department:
                return self.tr("这一年还没有参评的部门，先登记部门再出表")
            return self.tr("这一年还没有可出这种表的事项")
        if made.choice.subject is not None:
            return dict(made.subjects).get(made.choice.subject, "")
        return self.view.name(made.choice.department) if self.view and made.choice.department else ""

    def _not_made(self, error: object) -> None:
        self._making = None
        self.preview.say(self.tr("没有排成"))
        self._tell_failure(self.tr("报表没有排成"), error)

    def _tell_failure(self, title: str, error: object) -> None:
        if isinstance(error, Refusal):
            self.refused.emit(title, str(error))
        elif isinstance(error, BaseException):
            self.refused.emit(title, self.tr("程序出错，台账没有动。请把日志交给维护人员。"))
            raise error

    # --- 版式

    def open_panel(self) -> None:
        """Ask what is to be different about the forms, in place of options and batch."""
        from kpi_desktop.office.forms import settings

        form, book, view = self.form, self.session.book, self.view
        if form is None or book is None or view is None:
            return
        fields = self._questions.fields(form, settings(book, view.year))
        note = self.tr("存在台账的 {year} 年度里，只改样子，不改数；空着就用程序原有的。").format(year=view.year)
        self.ask.ask(self.tr("版式"), fields, self.tr("保存"), self._adjusted, note)
        self.side.hide()
        self.panel.show()

    def _adjusted(self, answers: dict[str, Any]) -> bool:
        form, view = self.form, self.view
        if form is None or view is None:
            return False

        def save(book: Book) -> Changes:
            return self._questions.save(book, view.year, form, answers)

        return self.session.act(save, self.tr("版式没有存成")) is not None

    def close_panel(self) -> bool:
        """Put the panel away; whether it was open."""
        was_open = not self.panel.isHidden()
        self.panel.hide()
        self.side.show()
        return was_open

    # --- out of the window

    def save_as(self, format: str) -> None:
        """Save what is on screen where the user says, as PDF, Word or Excel."""
        made = self.preview.made
        if made is None:
            return
        name = f"{made.file_name.removesuffix('.pdf')}.{format}"
        proposal = str(self.batch.folder.parent / name) if self.batch.folder else name
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("存报表"), proposal, FILTERS[format])
        if chosen:
            self.save_to(Path(chosen), format)

    def save_to(self, path: Path, format: str = "pdf") -> None:
        """Save what is on screen as `path`, whole or not at all."""
        made, press, archive = self.preview.made, self._press, self.options.archive.isChecked()
        if made is None or press is None:
            return
        if format == "pdf" and not archive:
            self._save_seen(path, made.pdf)
            return

        def write(_progress: Progress) -> Path:
            return press.save(made, format, archive, path)

        job = self.jobs.start(write, self.tr("正在存 {name}").format(name=path.name))
        job.finished.connect(self._saved)
        job.failed.connect(self._not_saved)

    def _save_seen(self, path: Path, pdf: bytes) -> None:
        try:
            self._saved(save(path, pdf))
        except Refusal as refusal:
            self._not_saved(refusal)

    def _saved(self, path: object) -> None:
        if isinstance(path, Path):
            self.told.emit(self.tr("已存 {name}").format(name=path.name), str(path.parent))

    def _not_saved(self, error: object) -> None:
        self._tell_failure(self.tr("没有存成"), error)

    def print_pages(self) -> None:
        """Print what is on screen, through the system's dialog."""
        from ui.pages.reports.printing import PrintRun, asked_printer, pages_of

        made = self.preview.made
        name = made.file_name.removesuffix(".pdf") if made else ""
        printer = asked_printer(self.preview.document, self, name) if made else None
        if made and printer:
            run = PrintRun(made.pdf, printer, pages_of(printer, self.preview.document.pageCount()), self.jobs, self)
            run.ended.connect(self._printed)
            run.start()

    def _printed(self, whole: bool) -> None:
        if whole:
            self.told.emit(self.tr("已送往打印机"), "")
        else:
            self.refused.emit(self.tr("没有打印成"), self.tr("打印机没有响应，请检查后重试；文件可以先存成 PDF。"))

    # --- the batch

    def _offer_batches(self, batches: dict[str, tuple[str, ...]]) -> None:
        if batches == self._batches or self.batch.running:
            return
        self._batches = batches
        kinds = [
            (self.tr("{form} · {count} 份").format(form=form.name, count=len(batches.get(form.code, ()))), form.code)
            for form in forms()
            if form.per_department or form.per_subject
        ]
        every = self.tr("全套报表 · {count} 份").format(count=sum(map(len, batches.values())))
        self.batch.offer([*kinds, (every, "")], self.form.code if self.form else "")
        self._show_batch(str(self.batch.kind.currentData() or ""))

    def _show_batch(self, kind: str) -> None:
        chosen = [form for form in forms() if kind in ("", form.code)]
        self.batch.show_items([(form.name, name) for form in chosen for name in self._batches.get(form.code, ())])

    def save_all_to(self, folder: Path) -> None:
        """Make what the batch card offers into `folder`."""
        self.batch.name_folder(folder)
        self.batch.start.click()

    def _start_batch(self, kind: str) -> None:
        press, folder, way = self._press, self.batch.folder, self.batch.way
        if press is None or folder is None or self.batch.running:
            return

        def make_all(progress: Progress) -> list[Path]:
            return press.make_all(kind or None, folder, way, progress)

        job = self.jobs.start(make_all, self.tr("批量存报表"))
        job.failed.connect(self._batch_failed)
        self.batch.follow(job)

    def _batch_failed(self, error: object) -> None:
        self._tell_failure(self.tr("批量没有做完"), error)

    # --- as every page

    def visit(self, goal: tuple[str, ...]) -> None:
        """(form) or (form, what it is about): a department, or a subject."""
        form = form_of(goal[0]) if goal else None
        if form is None:
            return
        if self.list.rows.find(form.code) < 0:
            self.stage.mark(None)
            self._show_stage(None)
        about = goal[1] if len(goal) > 1 else ""
        if form.per_department and (at := self.options.departments.findData(about)) >= 0:
            self.options.departments.setCurrentIndex(at)
        self.list.go_to(form.code)
        if form.per_subject and about:
            self.options.show_subjects([(about, about)], about)
            self._make()

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.preview.follow_look()
