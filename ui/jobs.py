"""Work longer than a blink: off the GUI thread, with progress and cancel; results arrive as signals in the GUI's."""

import sys
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QMetaMethod, QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from ui.terms import clauses


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Raised inside a job at its next step after the user cancelled it."""


class Progress:
    """What a job is given: it says where it is, and stops where it is told to."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._stop = Event()

    def at(self, done: int, total: int, words: str = "") -> None:
        """Say that `done` of `total` are done, and what comes now. Cancelled once the user asked for that."""
        if self._stop.is_set():
            raise Cancelled
        self.say(done, total, words)

    def say(self, done: int, total: int, words: str = "") -> None:
        """The same, for work that looks at `stopped` by itself."""
        self._tell(done, total, words)

    def stop(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()


class Job(QObject):
    """One piece of work. All signals come in the thread that made it.

    `finished` brings what the work returned, `failed` its exception, `cancelled` nothing; `ended` follows each of them.
    An exception that nobody is connected to is a crash.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    _moved = Signal(int, int, str)
    _outcome = Signal(str, object)

    def __init__(self, work: Callable[[Progress], Any], title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.running = True
        self._work = work
        self._progress = Progress(self._moved.emit)
        queued = Qt.ConnectionType.QueuedConnection
        self._moved.connect(self._on_moved, queued)
        self._outcome.connect(self._on_outcome, queued)

    def cancel(self) -> None:
        """Ask it to stop; what it finished stays."""
        self._progress.stop()

    def run(self) -> None:
        """Do the work; called in the worker's thread."""
        try:
            result = self._work(self._progress)
        except Cancelled:
            self._outcome.emit("cancelled", None)
        except BaseException as error:
            self._outcome.emit("failed", error)
        else:
            self._outcome.emit("finished", result)

    @Slot(int, int, str)
    def _on_moved(self, done: int, total: int, words: str) -> None:
        if self.running:
            self.progressed.emit(done, total, words)

    @Slot(str, object)
    def _on_outcome(self, kind: str, value: object) -> None:
        self.running = False
        if kind == "cancelled":
            self.cancelled.emit()
        elif kind == "failed" and not self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
            sys.excepthook(type(value), value, value.__traceback__)  # nobody asked: it goes where every crash goes
        else:
            getattr(self, kind).emit(value)
        self.ended.emit()


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """The window's workers. `changed` tells that one began, moved on or ended; `words` says what runs."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._jobs: list[Job] = []
        self._words: dict[Job, str] = {}

    def start(self, work: Callable[[Progress], Any], title: str) -> Job:
        """Begin `work`; connect to the job's signals at once, they come from the event loop later."""
        job = Job(work, title, self)
        self._jobs.append(job)
        job.progressed.connect(self._moved)
        job.ended.connect(self._ended)
        self._pool.start(_Runner(job))
        self.changed.emit()
        return job

    def words(self) -> str:
        """What runs now, empty when nothing does."""
        return clauses(self._words.get(job, job.title) for job in self._jobs)

    @property
    def stoppable(self) -> bool:
        """Whether something runs that says how far it is: that is what looks whether it was cancelled."""
        return bool(self._words)

    def stop(self) -> None:
        """Cancel everything that looks whether it was cancelled."""
        for job in self._words:
            job.cancel()

    def close(self) -> None:
        """Cancel everything and wait for it; nothing runs after this."""
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()

    @Slot(int, int, str)
    def _moved(self, done: int, total: int, words: str) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._words[job] = f"{job.title} {done} / {total}" if total else job.title
            self.changed.emit()

    @Slot()
    def _ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._jobs:
            self._jobs.remove(job)
            self._words.pop(job, None)
            job.deleteLater()
            self.changed.emit()
