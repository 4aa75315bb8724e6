"""A batch for all departments as a card beside the preview: progress, cancel, what is finished stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QListWidget, QProgressBar, QWidget

from ui.jobs import Job
from ui.look.tokens import GAP
from ui.parts.card import Card, label
from ui.parts.controls import button


class BatchCard(Card):
    """Shows one running or finished batch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.title.setText(self.tr("成批存 PDF"))
        self._job: Job | None = None
        self._cancel = button(self.tr("取消"), self.cancel, "x")
        self.head.addWidget(self._cancel)
        self._now = label("", 13)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("成批进度"))
        self._done = QListWidget()
        self._done.setAccessibleName(self.tr("已完成的文件"))
        self._note = label(self.tr("一家一个文件；取消时已完成的留下"), 12, "quiet")
        for widget in (self._now, self._bar, self._done, self._note):
            self.body.addWidget(widget)
        self.body.setContentsMargins(GAP, 1, GAP, GAP)
        self.body.setSpacing(6)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether a batch runs."""
        return self._job is not None

    def follow(self, job: Job, folder: Path, finished: Callable[[list[Path]], object]) -> None:
        """Show `job`, whose result is the list of files written into `folder`."""
        self._job = job
        self._done.clear()
        self.remark.setText(self.tr("到 {folder}").format(folder=folder))
        self.remark.setToolTip(str(folder))
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        job.finished.connect(finished)
        job.ended.connect(self._ended)
        self.show()

    def cancel(self) -> None:
        """Stop after the form that is being made."""
        if self._job:
            self._cancel.setEnabled(False)
            self._now.setText(self.tr("正在停下……"))
            self._job.cancel()

    def _progressed(self, done: int, total: int, name: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        words = self.tr("正在做：{name}  {done} / {total}") if name else self.tr("完成  {done} / {total}")
        self._now.setText(words.format(name=name, done=done, total=total))

    def _finished(self, files: list[Path]) -> None:
        self._done.addItems([path.name for path in files])
        self._now.setText(self.tr("已存 {count} 份").format(count=len(files)))

    def _ended(self) -> None:
        self._job = None
        self._cancel.setEnabled(False)
        self._bar.setRange(0, 1)
        self._bar.setValue(1)
