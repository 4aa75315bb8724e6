"""Years read and scored off the GUI thread: one at a time, and of what is asked for meanwhile only the last."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.jobs import Job, Jobs
    from ui.year import YearView

LARGE_YEAR, LARGE_FILE = 5_000, 5_000_000
"""Rows of a year, bytes of a book that was never read: from there on it takes longer than a person should wait."""
PATIENCE = 1.0
"""Seconds after which figures are shown although newer ones are on their way: somebody types without a pause."""

Work = tuple["Callable[[], YearView]", str]


class Renewing(QObject):
    """`came` brings the year that was asked for, `failed` why it could not be read."""

    came = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._next: Work | None = None
        self._shown = 0.0

    @property
    def waiting(self) -> bool:
        """Whether something is on its way."""
        return self._job is not None

    def ask(self, work: Callable[[], YearView], title: str) -> None:
        """Do `work` in a worker; where one is busy, when it is done, unless something else is asked for until then."""
        if self._job is None:
            self._begin((work, title))
        else:
            self._next = work, title

    def forget(self) -> None:
        """Whatever is on its way is of no interest any more."""
        self._job = self._next = None

    def _begin(self, work: Work) -> None:
        do, title = work
        job = self._job = self._jobs.start(lambda _progress: do(), title)
        job.finished.connect(lambda view: self._finished(job, view))
        job.failed.connect(lambda error: self._ended(job, error))

    def _finished(self, job: Job, view: YearView) -> None:
        if job is not self._job:
            return
        overdue = time.monotonic() - self._shown > PATIENCE
        newest = self._next is None
        self._go_on()
        if newest or overdue:
            self._shown = time.monotonic()
            self.came.emit(view)

    def _ended(self, job: Job, error: BaseException) -> None:
        if job is self._job:
            self._go_on()
            self.failed.emit(error)

    def _go_on(self) -> None:
        work, self._job, self._next = self._next, None, None
        if work is not None:
            self._begin(work)
