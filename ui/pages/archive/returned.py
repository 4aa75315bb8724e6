"""收回: a folder of returned forms in one preview: what each brings, conflicts side by side, who is refused and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.grid.view import Table
from ui.look.tokens import GAP, LEDGER_ROW, SMALL
from ui.pages.archive import returned_rows as shown
from ui.parts.busy import Busy
from ui.parts.card import Card, label
from ui.parts.controls import button
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from kpi_desktop.book.operation import Changes
    from kpi_desktop.exchange.fill_in_planning import FolderPlan, ProposalId, Returned
    from ui.jobs import Jobs, Progress
    from ui.session import Session
    from ui.year import YearView

FILES_HIGH = 230


class ReturnedCard(Card):
    """The files above, the cells of the chosen one below."""

    told = Signal(str, str)
    refused = Signal(str, str)

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.title.setText(self.tr("收回"))
        self._session, self._jobs = session, jobs
        self.folder: Path | None = None
        self.plan: FolderPlan | None = None
        self.decisions: dict[ProposalId, str] = {}
        self.left_out: set[str] = set()
        self._view: YearView | None = None
        self.busy = Busy()
        self.busy.refused.connect(self._refused)
        self.stack = QStackedWidget()
        self.empty = Empty("files")
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._preview())
        self._add_head()
        self.body.addWidget(self.busy)
        self.body.addWidget(self.stack, 1)

    # --- building

    def _add_head(self) -> None:
        self.choose = button(self.tr("选择文件夹…"), self.ask_folder, "folder-open")
        self.again = button(self.tr("重新读取"), self.read, "arrow-clockwise")
        self.close_button = button(self.tr("不收"), self.close_preview, "x")
        self.accept = button("", self.bring_in, "check", "primary")
        for each in (self.choose, self.again, self.close_button, self.accept):
            self.head.addWidget(each)

    def _preview(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.files = Table(self.tr("收到的文件"), shown.file_columns(), LEDGER_ROW)
        self.files.setFixedHeight(FILES_HIGH)
        self.files.chosen.connect(self._file_chosen)
        column.addWidget(self.files)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 8, GAP, 6)
        row.setSpacing(8)
        self.about = label("", SMALL, "quiet", wraps=True)
        self.leave = button("", self.leave_out)
        self.all_form = button(self.tr("冲突都用填报表的"), lambda: self.decide_all("form"), "file-arrow-down")
        self.all_book = button(self.tr("冲突都用台账的"), lambda: self.decide_all("book"), "database")
        row.addWidget(self.about, 1)
        row.addWidget(self.leave)
        row.addWidget(self.all_form)
        row.addWidget(self.all_book)
        column.addLayout(row)
        self.cells = Table(self.tr("带来的内容"), shown.cell_columns(), LEDGER_ROW)
        self.cells.activated_on.connect(self._cell_clicked)
        column.addWidget(self.cells, 1)
        return holder

    # --- reading

    def ask_folder(self) -> None:
        """Let the user choose the folder with the returned forms."""
        first = str(self.folder or (self._session.path.parent if self._session.path else ""))
        chosen = QFileDialog.getExistingDirectory(self, self.tr("放着交回的填报表的文件夹"), first)
        if chosen:
            self.open(Path(chosen))

    def open(self, folder: Path) -> None:
        """Show what the forms in `folder` would bring."""
        self.folder = folder
        self.decisions, self.left_out = {}, set()
        self.read()

    def read(self) -> None:
        """Read the folder (again); decisions on conflicts that are still there stay."""
        book, view, folder = self._session.book, self._view, self.folder
        if book is None or view is None or folder is None or self.busy.running:
            return

        def work(progress: Progress) -> FolderPlan:
            from kpi_desktop.exchange.fill_in_planning import plan_folder

            return plan_folder(book, view.year, folder, progress.at)

        job = self._jobs.start(work, self.tr("正在读取 {name}").format(name=folder.name))
        self.busy.follow(job, self._read, self.tr("没有读取“{name}”").format(name=folder.name))

    def _read(self, plan: FolderPlan) -> None:
        self.plan = plan
        self.decisions = {each.id: self.decisions[each.id] for each in plan.conflicts if each.id in self.decisions}
        self.stack.setCurrentIndex(1)
        self._show()
        if plan.files:
            open_ = {each.id.file for each in plan.conflicts}
            first = next((each for each in plan.files if each.name in open_ or each.errors), plan.files[0])
            self.files.go_to(first.name)
            self._file_chosen(first.name)

    def _refused(self, title: str, words: str) -> None:
        self.refused.emit(title, words)

    # --- showing

    def show_view(self, view: YearView) -> None:
        """Another year closes the preview; other figures are read again."""
        before, self._view = self._view, view
        self._show_empty(view)
        if self.plan is None:
            self._show_buttons()
        elif before is None or before.year != view.year:
            self.close_preview()
        elif not self.busy.running and self._is_old(self.plan):
            self.read()

    def _is_old(self, plan: FolderPlan) -> bool:
        from kpi_desktop.book.journal import head

        return self._session.book is not None and head(self._session.book)[0] != plan.since

    def _show_empty(self, view: YearView) -> None:
        words = self.tr(
            "部门交回的填报表放进一个文件夹，一次读入：每份带来什么、和台账有冲突的并排列出，"
            "逐处选定后一次写入。也可以把文件夹拖到窗口里。"
        )
        if view.facts.state == "final":
            words = self.tr("这一年已定稿，不再收填报表。")
        self.empty.show_words(self.tr("还没有选择文件夹"), words)
        self.choose.setEnabled(view.facts.state != "final")

    def _show_buttons(self) -> None:
        there = self.plan is not None
        self.choose.setText(self.tr("换文件夹…") if there else self.tr("选择文件夹…"))
        for each in (self.again, self.close_button, self.accept):
            each.setVisible(there)
        if self.plan is None:
            self.remark.setText("")
            return
        taken = self._taken()
        open_ = len(self._undecided())
        cells = sum(len(each.proposals) for each in taken)
        words = self.tr("收 {files} 份、{cells} 处").format(files=len(taken), cells=cells)
        self.accept.setText(words)
        self.accept.setAccessibleName(words)
        self.accept.setEnabled(bool(taken) and not open_)
        self.accept.setToolTip(self.tr("还有 {count} 处冲突没有选定").format(count=open_) if open_ else "")
        self.remark.setText(shown.summary(self.plan, open_))

    def _show(self) -> None:
        if self.plan is None:
            return
        self.files.show_rows(shown.file_rows(self.plan, self.decisions, self.left_out))
        self._show_buttons()
        self._file_chosen(self.files.current_subject())

    def _file(self, name: object) -> Returned | None:
        return next((each for each in self.plan.files if each.name == name), None) if self.plan else None

    def _file_chosen(self, name: object) -> None:
        file = self._file(name)
        if file is None:
            return
        self.about.setText(shown.about(file))
        out = file.name in self.left_out
        self.leave.setText(self.tr("这一份也收") if out else self.tr("这一份先不收"))
        self.leave.setAccessibleName(self.leave.text())
        self.leave.setVisible(file.can_come_in)
        conflicts = bool(file.conflicts) and file.can_come_in
        self.all_form.setVisible(conflicts)
        self.all_book.setVisible(conflicts)
        if file.errors:
            self.cells.show_rows(shown.error_rows(file), shown.error_columns())
        else:
            self.cells.show_rows(shown.cell_rows(file, self.decisions), shown.cell_columns())

    def _taken(self) -> list[Returned]:
        files = self.plan.files if self.plan else ()
        return [each for each in files if each.can_come_in and each.name not in self.left_out]

    def _undecided(self) -> list[ProposalId]:
        return [each.id for file in self._taken() for each in file.conflicts if each.id not in self.decisions]

    # --- what the user does

    def leave_out(self) -> None:
        """Leave the chosen file out for now, or take it after all."""
        file = self._file(self.files.current_subject())
        if file is not None and file.can_come_in:
            self.left_out ^= {file.name}
            self._show()

    def _cell_clicked(self, subject: object, column: int) -> None:
        file = self._file(self.files.current_subject())
        clash = next((each for each in file.conflicts if each.id == subject), None) if file else None
        if clash is not None:
            by_column = {shown.BOOK_COLUMN: "book", shown.FORM_COLUMN: "form"}
            other = "book" if self.decisions.get(clash.id) == "form" else "form"
            self.decide(clash.id, by_column.get(column, other))

    def decide(self, conflict: ProposalId, whose: str) -> None:
        """Settle one conflict: `form` or `book`."""
        self.decisions[conflict] = whose
        self._show()

    def decide_all(self, whose: str) -> None:
        """Settle every conflict of the chosen file."""
        file = self._file(self.files.current_subject())
        if file is not None:
            self.decisions |= {each.id: whose for each in file.conflicts}
            self._show()

    def close_preview(self) -> bool:
        """Put the preview away; whether one was open."""
        was = self.plan is not None
        self.plan, self.decisions, self.left_out = None, {}, set()
        self.stack.setCurrentIndex(0)
        self._show_buttons()
        return was

    def bring_in(self) -> None:
        """Write what was chosen, as one operation."""
        book, plan = self._session.book, self.plan
        if book is None or plan is None or self.busy.running:
            return
        decisions, left_out = dict(self.decisions), set(self.left_out)

        def work(progress: Progress) -> Changes:
            from kpi_desktop.exchange.collecting import bring_in

            return bring_in(book, plan, decisions, left_out)

        self.busy.follow(self._jobs.start(work, self.tr("正在写入")), self._brought_in, self.tr("填报表没有收进"))

    def _brought_in(self, changes: Changes) -> None:
        self.close_preview()
        words = self.tr("改动 {rows} 行。按 Ctrl+Z 可整体撤销。").format(rows=changes.rows)
        self.told.emit(self.tr("已{action}").format(action=changes.action), words)
