"""The batch: the prints for all departments or subjects into a folder or one PDF, as a card beside the preview."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui.grid.cells import Cell, Column, Row
from ui.grid.view import Table
from ui.look.theme import colour
from ui.look.tokens import BODY, GAP, SMALL
from ui.pages.reports.making import Way
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, button

if TYPE_CHECKING:
    from pathlib import Path

    from ui.jobs import Job

ROW = 28
WAITING, NOW, DONE, LEFT = "waiting", "now", "done", "left"


class Bar(QWidget):
    """How far the batch is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.done, self.total = 0, 0
        self.setFixedHeight(8)
        self.setAccessibleName(self.tr("进度"))

    def show_progress(self, done: int, total: int) -> None:
        """Show `done` of `total`."""
        self.done, self.total = done, total
        self.setAccessibleDescription(f"{done} / {total}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        share = self.done / self.total if self.total else 0.0
        painter.fillRect(QRectF(0, 1, self.width(), 6), colour("track"))
        painter.fillRect(QRectF(0, 1, self.width() * share, 6), colour("accent"))
        painter.end()


class BatchCard(Card):
    """`asked` brings the form's code (empty: every form): the page starts the job and hands it over with `follow`."""

    asked = Signal(str)
    kind_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("批量"), parent)
        self.folder: Path | None = None
        self.job: Job | None = None
        self._items: list[tuple[str, str]] = []
        self._done, self._began = 0, 0.0
        self._state = WAITING
        self.kind = Chooser(self.tr("批量做什么"))
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.ways = Chooser(self.tr("批量存成什么"))
        self.ways.show_items(
            [
                (self.tr("PDF，一份一个文件"), Way()),
                (self.tr("PDF，合订成一个文件"), Way(merged=True)),
                (self.tr("归档 PDF/A，一份一个文件"), Way(archive=True)),
                (self.tr("Word，一份一个文件"), Way("docx")),
                (self.tr("Excel，一份一个文件"), Way("xlsx")),
            ],
            Way(),
        )
        self.start = button(self.tr("开始"), self._ask, "files", "primary")
        self.cancel_button = button(self.tr("取消"), self.cancel, "x")
        self.open = button(self.tr("打开文件夹"), self._open_folder, "folder-open")
        self._lay_out()
        self._settle(WAITING)

    def _lay_out(self) -> None:
        self.where = label("", SMALL, "quiet")
        self.change = button(self.tr("换文件夹…"), self._change_folder, kind="link")
        self.now, self.count = label("", BODY), label("", BODY)
        self.bar = Bar()
        self.words = label("", SMALL, "quiet", wraps=True)
        self.list = Table(self.tr("批量清单"), (Column(""), Column("", 76, right=True)), ROW)
        self.list.horizontalHeader().hide()
        self._row(self.kind)
        self._row(self.ways)
        self._row(self.where, self.change)
        self._row(self.start, self.cancel_button, self.open)
        self._row(self.now, self.count)
        self._row(self.bar)
        self._row(self.words)
        self.body.addWidget(self.list, 1)

    def _row(self, *widgets: QWidget) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 2, GAP, 4)
        row.setSpacing(8)
        for at, widget in enumerate(widgets):
            row.addWidget(widget, 1 if at == 0 else 0)
        self.body.addLayout(row)

    # --- before

    def offer(self, kinds: list[tuple[str, str]], first: str) -> None:
        """Offer (words, form's code) to be made; `first` where nothing was chosen before."""
        chosen = self.kind.currentData()
        self.kind.show_items(kinds, first if chosen is None else chosen)

    def choose(self, kind: str) -> None:
        """Make `kind` what is offered first, where a batch of it can be made; not while one runs."""
        at = self.kind.findData(kind)
        if at >= 0 and not self.running:
            self.kind.setCurrentIndex(at)

    def show_items(self, items: list[tuple[str, str]]) -> None:
        """Show what will be made; not while a batch runs."""
        if not self.running:
            self._items, self._done = items, 0
            self._settle(WAITING)

    @property
    def way(self) -> Way:
        """How the batch is saved."""
        return Way(*self.ways.currentData())

    @property
    def running(self) -> bool:
        """Whether a batch is at work."""
        return self.job is not None

    def _kind_changed(self, at: int) -> None:
        self.kind_changed.emit(self.kind.itemData(at) or "")

    def _say_folder(self) -> None:
        where = str(self.folder or "")
        self.where.setText(self.tr("到 {folder}").format(folder=where))
        self.where.setToolTip(where)

    def _change_folder(self) -> None:
        from pathlib import Path

        chosen = QFileDialog.getExistingDirectory(self, self.tr("存到哪个文件夹"), str(self.folder or ""))
        if chosen:
            self.name_folder(Path(chosen))

    def name_folder(self, folder: Path) -> None:
        """Where the files go."""
        self.folder = folder
        self._say_folder()

    def _ask(self) -> None:
        self.asked.emit(self.kind.currentData() or "")

    # --- while it runs

    def follow(self, job: Job) -> None:
        """Show how `job` gets on, and cancel it when asked to."""
        self.job, self._done, self._began = job, 0, time.monotonic()
        job.progressed.connect(self._moved)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._stopped)
        self._settle(NOW)

    def cancel(self) -> None:
        """Stop after the one that is being made; what is finished stays."""
        if self.job:
            self.cancel_button.setEnabled(False)
            self.words.setText(self.tr("做完手上这一份就停"))
            self.job.cancel()

    def _moved(self, done: int, total: int, words: str) -> None:
        self._done = done
        self._settle(NOW)

    def _finished(self, files: object) -> None:
        self.job = None
        self._settle(DONE if self._done == len(self._items) else LEFT)

    def _failed(self, error: object) -> None:
        self.job = None
        self._settle(LEFT)

    def _stopped(self) -> None:
        self.job = None
        self._settle(LEFT)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder or "")))

    # --- showing

    def _settle(self, state: str) -> None:
        self._state = state
        running = state == NOW
        self.start.setVisible(not running)
        self.kind.setEnabled(not running)
        self.ways.setEnabled(not running)
        self.change.setEnabled(not running)
        self.cancel_button.setVisible(running)
        self.cancel_button.setEnabled(running)
        self.open.setVisible(state in (DONE, LEFT) and self._done > 0)
        self.bar.show_progress(self._done, len(self._items))
        self.count.setText(f"{self._done} / {len(self._items)}")
        self.now.setText(self._now_words())
        self.words.setText(self._detail())
        self.list.show_rows([self._item_row(at) for at in range(len(self._items))])
        if running and self._items:
            self.list.go_to(min(self._done, len(self._items) - 1))

    def _now_words(self) -> str:
        if self._state == WAITING:
            return self.tr("将存 {count} 份").format(count=len(self._items))
        if self._state == NOW and self._done < len(self._items):
            return self.tr("正在做：{name}").format(name=self._items[self._done][1])
        if self._state == DONE:
            return self.tr("全部存好")
        return self.tr("已停，做好的都在文件夹里")

    def _detail(self) -> str:
        if self._state == NOW and self._done:
            spent = time.monotonic() - self._began
            left = round(spent / self._done * (len(self._items) - self._done))
            return self.tr("约还要 {left} 秒；可继续干别的").format(left=max(left, 1))
        return self.tr("可以继续干别的；取消时做好的留下。")

    def _item_row(self, at: int) -> Row:
        form, name = self._items[at]
        if at < self._done:
            word, token, icon = self.tr("已存"), "secondary", "green"
        elif at == self._done and self._state == NOW:
            word, token, icon = self.tr("正在排版"), "accent", "grey"
        else:
            word, token, icon = (self.tr("没有做") if self._state == LEFT else self.tr("等候")), "pale", "grey"
        first = Cell(name, "light", "text" if at <= self._done else "secondary", light=icon, tip=form)
        return Row([first, Cell(word, "number", token)], at)
