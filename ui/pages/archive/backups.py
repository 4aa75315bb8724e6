"""备份与恢复: copy the book now, see the copies there are, rehearse a restore, restore, and verify the book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import keeping
from ui.grid.view import Table
from ui.look.tokens import BODY, DRAWER_WIDTH, GAP, LEDGER_ROW, SMALL
from ui.pages.archive import backup_rows as shown
from ui.parts.busy import Busy
from ui.parts.card import Card, label
from ui.parts.controls import button

if TYPE_CHECKING:
    from kpi_desktop.office.copies import CopyFile
    from kpi_desktop.office.maintenance import Findings
    from kpi_desktop.office.rehearsal import Rehearsal
    from ui.jobs import Jobs, Progress
    from ui.session import Session

WIDE_SIDE = 440


class Backups(QWidget):
    """Copies on the left; on the right what the chosen one would bring."""

    told = Signal(str, str)
    refused = Signal(str, str)

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.copies: tuple[CopyFile, ...] = ()
        self.rehearsal: Rehearsal | None = None
        self._others: list[Path] = []
        self._asked = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._list_card(), 5)
        left.addWidget(self._verify_card(), 2)
        row.addLayout(left, 1)
        row.addWidget(self._restore_card())

    # --- building

    def _list_card(self) -> Card:
        card = self.card = Card(self.tr("备份"))
        self.now = button(self.tr("立即备份"), self.back_up, "floppy-disk", "primary")
        card.head.addWidget(button(self.tr("选别处的备份…"), self.ask_file, "folder-open"))
        card.head.addWidget(self.now)
        self.warning = label("", SMALL, wraps=True)
        self.warning.setProperty("state", "bad")
        self.warning.setContentsMargins(GAP, 0, GAP, 6)
        card.body.addWidget(self.warning)
        self.busy = Busy()
        self.busy.refused.connect(self.refused)
        card.body.addWidget(self.busy)
        self.list = Table(self.tr("备份清单"), shown.copy_columns(), LEDGER_ROW)
        self.list.chosen.connect(self._chosen)
        card.body.addWidget(self.list, 1)
        return card

    def _verify_card(self) -> Card:
        card = self.verify_card = Card(self.tr("校验"))
        card.head.addWidget(button(self.tr("校验台账"), self.verify, "shield-check"))
        self.verdict = label("", BODY, "quiet", wraps=True)
        self.verdict.setContentsMargins(GAP, 0, GAP, 8)
        words = self.tr("检查文件、表结构、操作日志的链条，把全部历史从头重放一遍，再核对得分和附件。")
        self.verdict.setText(words)
        card.body.addWidget(self.verdict)
        self.findings = Table(self.tr("校验发现的问题"), shown.finding_columns(), LEDGER_ROW)
        self.findings.hide()
        card.body.addWidget(self.findings, 1)
        card.body.addStretch(1)
        return card

    def _restore_card(self) -> Card:
        card = self.restore_card = Card(" ")
        card.setFixedWidth(WIDE_SIDE)
        self.about = label("", SMALL, "quiet", wraps=True)
        self.about.setContentsMargins(GAP, 0, GAP, 6)
        card.body.addWidget(self.about)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 0, GAP, 8)
        row.setSpacing(8)
        self.rehearse_button = button(self.tr("恢复演练"), self.rehearse, "flask", "primary")
        self.restore_button = button(self.tr("用它恢复…"), self.ask_restore, "clock-counter-clockwise")
        row.addWidget(self.rehearse_button)
        row.addWidget(self.restore_button)
        row.addStretch(1)
        card.body.addLayout(row)
        self.result = label("", BODY, wraps=True)
        self.result.setContentsMargins(GAP, 0, GAP, 8)
        self.result.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(self.result)
        self.compared = Table(self.tr("备份与台账的得分"), shown.total_columns(), LEDGER_ROW)
        card.body.addWidget(self.compared, 1)
        card.body.addStretch(1)
        return card

    def set_narrow(self, narrow: bool) -> None:
        """Give the list more room in a narrow window."""
        self.restore_card.setFixedWidth(DRAWER_WIDTH + 40 if narrow else WIDE_SIDE)

    # --- showing

    def show_view(self) -> None:
        """Look again for the copies of the open book."""
        from kpi_desktop.office.copies import copies_of

        book = self._session.book
        if book is None:
            return
        folder = keeping.folder_for(book.path)
        self.copies = copies_of(book.path, [folder, *(path.parent for path in self._others)])
        self.list.show_rows(shown.copy_rows(self.copies, self._others))
        self.card.remark.setText(self.tr("存到 {folder}").format(folder=folder))
        self.card.remark.setToolTip(str(folder))
        failed = keeping.failure()
        self.warning.setVisible(bool(failed))
        self.warning.setText(self.tr("上次关闭时没有备份成：{why}").format(why=failed) if failed else "")
        subject = self.list.current_subject()
        if subject is None and self.list.rows.rows:
            self.list.go_to(self.list.rows.rows[0].subject)
        self._chosen(self.list.current_subject())

    def chosen_path(self) -> Path | None:
        """The backup that is chosen."""
        subject = self.list.current_subject()
        return Path(subject) if isinstance(subject, str) else None

    def _chosen(self, subject: object) -> None:
        path = self.chosen_path()
        there = path is not None
        self.rehearse_button.setEnabled(there)
        self.restore_button.setEnabled(there)
        self._asked = False
        self.restore_button.setText(self.tr("用它恢复…"))
        if path is None:
            self.restore_card.title.setText(self.tr("还没有备份"))
            self.about.setText(self.tr("点“立即备份”：复制出来的副本先通过校验，才会有名字。"))
            self._show_rehearsal(None)
            return
        self.restore_card.title.setText(self.tr("恢复"))
        self.about.setText(str(path))
        same = self.rehearsal is not None and self.rehearsal.source == path
        self._show_rehearsal(self.rehearsal if same else None)

    def _show_rehearsal(self, found: Rehearsal | None) -> None:
        if found is None:
            words = self.tr("恢复演练：打开一份复制件，校验并和现在的台账比对操作日志和各年度得分；两边都不动。")
            self.result.setText(words if self.chosen_path() else "")
            self.compared.hide()
            return
        self.result.setText(shown.rehearsal_words(found))
        rows = shown.total_rows(found)
        self.compared.show_rows(rows)
        self.compared.setVisible(bool(rows))

    # --- backing up

    def back_up(self) -> None:
        """Make a verified copy now."""
        book = self._session.book
        if book is None or self.busy.running:
            return
        folder = keeping.folder_for(book.path)

        def work(progress: Progress) -> Path:
            from kpi_desktop.office.maintenance import backup

            progress.at(0, 0)
            return backup(book, folder)

        self.busy.follow(self._jobs.start(work, self.tr("正在备份并校验")), self._backed_up, self.tr("没有备份"))

    def _backed_up(self, path: Path) -> None:
        self.show_view()
        self.list.go_to(str(path))
        self.told.emit(self.tr("已备份，副本校验通过"), str(path))

    def ask_file(self) -> None:
        """Let the user show a backup that lies elsewhere."""
        kinds = self.tr("考核台账 (*);;所有文件 (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("选一份备份"), "", kinds)
        if chosen:
            self.add_file(Path(chosen))

    def add_file(self, path: Path) -> None:
        """Show a backup that lies elsewhere."""
        if path not in self._others:
            self._others.append(path)
        self.show_view()
        self.list.go_to(str(path))

    # --- verifying

    def verify(self) -> None:
        """Check the whole book."""
        book = self._session.book
        if book is None or self.busy.running:
            return

        def work(progress: Progress) -> Findings:
            from kpi_desktop.office import course, maintenance

            progress.at(0, 0)
            return maintenance.verify(book, [course.recomputed])

        self.busy.follow(self._jobs.start(work, self.tr("正在校验台账")), self._verified, self.tr("没有校验"))

    def _verified(self, found: Findings) -> None:
        self.findings.setVisible(not found.ok)
        self.findings.show_rows(shown.finding_rows(found.findings))
        words = self.tr("没有发现问题：文件完好，操作日志的链条完整，每一行都与历史相符，定稿结果与重算一致。")
        if not found.ok:
            words = self.tr("发现 {count} 处问题。请先备份现状，再从没有问题的备份恢复。").format(
                count=len(found.findings)
            )
        self.verdict.setText(words)

    # --- rehearsing and restoring

    def rehearse(self) -> None:
        """Open a copy of the chosen backup and compare it with the book."""
        book, path = self._session.book, self.chosen_path()
        if book is None or path is None or self.busy.running:
            return

        def work(progress: Progress) -> Rehearsal:
            from kpi_desktop.office.rehearsal import rehearse

            return rehearse(book, path, progress.at)

        self.busy.follow(self._jobs.start(work, self.tr("恢复演练")), self._rehearsed, self.tr("演练没有做成"))

    def _rehearsed(self, found: Rehearsal) -> None:
        self.rehearsal = found
        if self.chosen_path() == found.source:
            self._show_rehearsal(found)

    def ask_restore(self) -> None:
        """Say what a restore does; the second press does it."""
        path, book = self.chosen_path(), self._session.book
        if path is None or book is None or self.busy.running:
            return
        if not self._asked:
            self._asked = True
            self.restore_button.setText(self.tr("确定恢复"))
            words = self.tr(
                "将用这份备份替换现在的台账，备份之后的改动不在其中。现在的台账会原样留在旁边"
                "（….before-restore-n），可以再恢复回来。再点一次“确定恢复”才会做。"
            )
            self.result.setText(words)
            self.compared.hide()
            return
        self.restore(path)

    def restore(self, source: Path) -> None:
        """Close the book, put the backup in its place, and open it again; a refusal leaves everything as it was."""
        place = self._session.path
        if place is None:
            return
        window = self.window()
        window.setEnabled(False)
        self._session.close()

        def work(progress: Progress) -> Path | None:
            from kpi_desktop.office.maintenance import restore

            return restore(place, source)

        job = self._jobs.start(work, self.tr("正在恢复"))
        self.busy.follow(job, self._restored, self.tr("没有恢复，台账没有动"))
        job.ended.connect(lambda: (window.setEnabled(True), self._session.open(place)))

    def _restored(self, kept: object) -> None:
        words = self.tr("原来的台账留在 {path}").format(path=kept) if kept else ""
        self.told.emit(self.tr("已恢复"), words)
