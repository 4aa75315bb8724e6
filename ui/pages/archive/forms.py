"""填报表: send out one workbook a department; take a folder of returned ones in with one preview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.look.tokens import BODY, GAP, SMALL
from ui.pages.archive.returned import ReturnedCard
from ui.parts.busy import Busy
from ui.parts.card import Card, label
from ui.parts.check import Check
from ui.parts.controls import Chooser, button
from ui.parts.fields import DayField, Field, Problem, read

if TYPE_CHECKING:
    from kpi_desktop.exchange.fill_in import Wish
    from ui.jobs import Jobs, Progress
    from ui.session import Session
    from ui.year import YearView

SIDE = 344


class FillInForms(QWidget):
    """Sending out on the left, taking in on the right."""

    told = Signal(str, str)
    refused = Signal(str, str)

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._view: YearView | None = None
        self._year = 0
        self.folder: Path | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._out_card())
        self.returned = ReturnedCard(session, jobs)
        self.returned.told.connect(self.told)
        self.returned.refused.connect(self.refused)
        row.addWidget(self.returned, 1)

    # --- building

    def _out_card(self) -> Card:
        card = Card(self.tr("发出"))
        card.setFixedWidth(SIDE)
        self.out = card
        column = QVBoxLayout()
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.setSpacing(6)
        words = self.tr("每个部门一本工作簿，只含它要报的内容；只有黄色的格能填，有下拉和范围检查。")
        column.addWidget(label(words, SMALL, "quiet", wraps=True))
        self.departments = self._chooser(column, self.tr("部门"))
        self._add_parts(column)
        self.until = self._chooser(column, self.tr("实绩填到"))
        self.basis = self._chooser(column, self.tr("收回的实绩记为"))
        column.addWidget(label(self.tr("交回期限"), SMALL, "quiet"))
        self.due = DayField("")
        self.due.edit.setAccessibleName(self.tr("交回期限"))
        column.addWidget(self.due)
        self.problem = Problem()
        column.addWidget(self.problem)
        column.addSpacing(6)
        self.send = button(self.tr("导出到文件夹…"), self.ask_folder, "paper-plane-tilt", "primary")
        column.addWidget(self.send)
        self.busy = Busy()
        self.busy.refused.connect(self.refused)
        column.addWidget(self.busy)
        self.where = label("", SMALL, "quiet", wraps=True)
        column.addWidget(self.where)
        self.open_folder = button(self.tr("打开文件夹"), self._open_folder, "folder-open")
        self.open_folder.hide()
        column.addWidget(self.open_folder)
        column.addStretch(1)
        card.body.addLayout(column, 1)
        return card

    def _chooser(self, column: QVBoxLayout, words: str) -> Chooser:
        column.addWidget(label(words, SMALL, "quiet"))
        made = Chooser(words)
        made.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        column.addWidget(made)
        return made

    def _add_parts(self, column: QVBoxLayout) -> None:
        column.addWidget(label(self.tr("要报的内容"), SMALL, "quiet"))
        self.parts = {}
        for key, words in (
            ("actual", self.tr("实绩：指标 × 月份，附分析和对策")),
            ("progress", self.tr("任务进展：未销号的牵头任务")),
            ("self_score", self.tr("自评：得分率和说明")),
        ):
            box = self.parts[key] = Check(words)
            box.setChecked(True)
            box.setFont(label("", BODY).font())
            column.addWidget(box)

    # --- showing

    def show_view(self, view: YearView) -> None:
        """Offer the departments and months of a year."""
        self._view = view
        items = [(each.name, each.code) for each in view.facts.departments]
        everybody = self.tr("全部 {count} 个部门").format(count=len(items))
        self.departments.show_items([(everybody, ""), *items], self.departments.currentData() or "")
        months = [(self.tr("{month} 月").format(month=month), month) for month in range(1, 13)]
        chosen = self.until.currentData() if self._year == view.year else view.day.month
        self.until.show_items(months, chosen)
        bases = [(self.tr("快报"), "preliminary"), (self.tr("核定"), "confirmed")]
        self.basis.show_items(bases, self.basis.currentData() or "preliminary")
        final = view.facts.state == "final"
        self.out.setEnabled(not final)
        if final:
            self.where.setText(self.tr("{year} 年已定稿，不再收填报表。").format(year=view.year))
        elif self._year != view.year:
            self.where.setText("")
        self._year = view.year
        self.returned.show_view(view)

    # --- what the user does

    def wish(self) -> Wish | None:
        """What the forms shall ask for; None, and told, where the day does not read."""
        from kpi_desktop.exchange.fill_in import Wish

        due, wrong = read(Field("due", self.tr("交回期限"), "day"), self.due.edit.text())
        parts = tuple(key for key, box in self.parts.items() if box.isChecked())
        if not parts:
            wrong = self.tr("请至少选一项要报的内容。")
        self.problem.setText(wrong)
        self.problem.setVisible(bool(wrong))
        return None if wrong else Wish(self.until.currentData(), parts, self.basis.currentData(), due)

    def ask_folder(self) -> None:
        """Ask where the forms go."""
        if self.wish() is None:
            return
        first = str(self.folder or (self._session.path.parent if self._session.path else ""))
        chosen = QFileDialog.getExistingDirectory(self, self.tr("填报表存到哪个文件夹"), first)
        if chosen:
            self.send_to(Path(chosen))

    def send_to(self, folder: Path) -> None:
        """Write the forms into `folder`."""
        book, view, wish = self._session.book, self._view, self.wish()
        if book is None or view is None or wish is None or self.busy.running:
            return
        chosen = self.departments.currentData()
        codes = [chosen] if chosen else [each.code for each in view.facts.departments]
        self.folder = folder

        def work(progress: Progress) -> list[Path]:
            from kpi_desktop.exchange.fill_in_writing import export_forms

            return export_forms(book, view.year, codes, wish, folder, progress.at)

        self.open_folder.hide()
        self.where.setText("")
        self.busy.follow(self._jobs.start(work, self.tr("正在导出")), self._sent, self.tr("填报表没有全部导出"))

    def _sent(self, files: list[Path]) -> None:
        words = self.tr("已导出 {count} 份到 {folder}").format(count=len(files), folder=self.folder)
        if not files:
            words = self.tr("选定的内容里，这些部门没有要报的。")
        self.where.setText(words)
        self.open_folder.setVisible(bool(files))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder or "")))

    def collect(self, folder: Path) -> None:
        """Preview the forms in a folder."""
        self.returned.open(folder)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        self.send.setFocus(Qt.FocusReason.OtherFocusReason)
