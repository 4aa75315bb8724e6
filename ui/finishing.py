"""Moving a year on in the window: at once, or at 定稿 in a worker that prints what is kept; saving what was kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kpi_desktop.office.course import StoredForm
    from kpi_desktop.office.years import Moved
    from ui.jobs import Job, Jobs, Progress
    from ui.session import Session
    from ui.year import YearView


class Finishing(QObject):
    """`said` tells where the work is (empty: it ended), `moved` how far, `done` what came of it."""

    said = Signal(str)
    moved = Signal(int, int)
    done = Signal(str, str)

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._widget = session, jobs, parent
        self._job: Job | None = None

    @property
    def running(self) -> bool:
        """Whether a year is being finished now."""
        return self._job is not None

    def move(self, view: YearView, state: str, reason: str | None) -> bool:
        """Move the year to `state`; whether it was moved. A refusal is told."""
        from kpi_desktop.office.course import move

        changes = self._session.act(
            lambda book: move(book, view.year, state, reason, view.day).changes, self.tr("年度没有转入下一步")
        )
        return changes is not None

    def start(self, view: YearView) -> None:
        """定稿 in a worker: print, keep, freeze."""
        book, year, day = self._session.book, view.year, view.day
        if book is None or self._job:
            return

        def work(progress: Progress) -> Moved:
            from kpi_desktop.office.course import move
            from kpi_desktop.reports.keeping import kept_forms

            return move(book, year, "final", None, day, kept_forms(book, year, date.today(), progress.at))

        self._job = self._jobs.start(work, self.tr("定稿 {year} 年度").format(year=year))
        self._job.progressed.connect(self._progressed)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self.said.emit(self.tr("正在核对…"))

    def cancel(self) -> None:
        """Stop before anything is written."""
        if self._job:
            self._job.cancel()

    def _progressed(self, done: int, total: int, words: str) -> None:
        self.moved.emit(done, total)
        told = self.tr("正在生成留存表样 {done} / {total}：{name}")
        self.said.emit(told.format(done=done + 1, total=total, name=words))

    def _finished(self, moved: Moved) -> None:
        self.done.emit(self.tr("已定稿"), self.tr("结果和表样已留存，本年度不能再改动。"))

    def _failed(self, error: BaseException) -> None:
        from kpi_desktop.book.refusal import Refusal

        if not isinstance(error, Refusal):
            raise error
        self._session.refused.emit(self.tr("没有定稿"), str(error))

    def _ended(self) -> None:
        self._job = None
        self.said.emit("")

    # --- what was kept

    def reason(self) -> str:
        """Why the year on screen was revised."""
        from kpi_desktop.book.editions import edition_of

        book, view = self._session.book, self._session.view
        return (edition_of(book, view.year).reason or "") if book and view else ""

    def stored(self) -> tuple[StoredForm, ...]:
        """The forms kept of the year on screen."""
        from kpi_desktop.office.course import stored_forms

        book, view = self._session.book, self._session.view
        return stored_forms(book, view.year) if book and view else ()

    def ask_folder(self) -> None:
        """Ask where the kept forms are to be written."""
        folder = QFileDialog.getExistingDirectory(self._widget, self.tr("表样另存到"))
        if folder:
            self.save_to(Path(folder))

    def save_to(self, folder: Path) -> None:
        """Write the kept forms into `folder`, as they were printed."""
        self._save({folder / each.name: each for each in self.stored()}, folder)

    def ask_file(self, name: str) -> None:
        """Ask where one of the kept forms is to be written."""
        path, _ = QFileDialog.getSaveFileName(self._widget, self.tr("表样另存为"), name)
        if path:
            self._save({Path(path): each for each in self.stored() if each.name == name}, Path(path))

    def _save(self, files: Mapping[Path, StoredForm], where: Path) -> None:
        from kpi_desktop.book.refusal import Refusal
        from kpi_desktop.office.supervision import evidence_bytes
        from kpi_desktop.reports.batch import write_whole

        if self._session.book is None:
            return
        try:
            for path, each in files.items():
                write_whole(path, evidence_bytes(self._session.book, each.digest))
        except Refusal as refusal:
            self._session.refused.emit(self.tr("没有全部存好"), str(refusal))
            return
        self.done.emit(self.tr("已另存 {count} 份").format(count=len(files)), str(where))
