"""A job that runs, in a slim panel: what it is at, how far it is, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.look.tokens import BODY, GAP
from ui.parts.card import label
from ui.parts.controls import button

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.jobs import Job


class Busy(QWidget):
    """Hidden while nothing runs. `refused` brings a title and a sentence, `ended` follows every job."""

    refused = Signal(str, str)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 4, GAP, 4)
        row.setSpacing(GAP)
        self.words = label("", BODY)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("进度"))
        self.cancel_button = button(self.tr("取消"), self.cancel, "x")
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        self._job: Job | None = None
        self._done: Callable[[object], object] | None = None
        self._failure = ""
        self.hide()

    @property
    def running(self) -> bool:
        """Whether a job runs."""
        return self._job is not None

    def follow(self, job: Job, done: Callable[[object], object], failure: str) -> None:
        """Show `job`; `done` gets what it made, a refusal is told under the title `failure`."""
        self._job, self._done, self._failure = job, done, failure
        job.progressed.connect(self._moved)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self.words.setText(job.title)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.show()

    def cancel(self) -> None:
        """Stop at the next step; nothing is half written."""
        if self._job:
            self.cancel_button.setEnabled(False)
            self.words.setText(self.tr("正在停下…"))
            self._job.cancel()

    def _moved(self, done: int, total: int, words: str) -> None:
        if self._job and self.cancel_button.isEnabled():
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.words.setText(f"{self._job.title} {words}".strip())

    def _finished(self, result: object) -> None:
        if self._done:
            self._done(result)

    def _failed(self, error: object) -> None:
        from kpi_desktop.book.refusal import Refusal

        if isinstance(error, Refusal):
            self.refused.emit(self._failure, str(error))
        elif isinstance(error, BaseException):
            self.refused.emit(self._failure, self.tr("程序出错，台账没有动。请把日志交给维护人员。"))
            raise error

    def _ended(self) -> None:
        self._job = None
        self.hide()
        self.ended.emit()
