"""The open book and the year on screen: the one place between the pages and kpi_desktop."""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ui import keeping
from ui.recent import remember
from ui.renewing import LARGE_FILE, LARGE_YEAR, Renewing
from ui.terms import listed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kpi_desktop.book.book import Book
    from kpi_desktop.book.following import Following
    from kpi_desktop.book.journal import Entry
    from kpi_desktop.book.operation import Changes
    from ui.jobs import Job, Jobs
    from ui.year import YearView

LARGE_UNDO = 500
"""Rows; taking back more of them takes longer than a person should wait."""
SAMPLE_MARK = "示例"


class Session(QObject):
    """Opens books, keeps their assessed years, and tells when what is shown has changed.

    `opened` after another book, or none, came on screen; `changed` after year, day or figures changed;
    `refused` brings a title and a sentence for the user, `told` what was undone.
    """

    opened = Signal()
    changed = Signal()
    refused = Signal(str, str)
    told = Signal(str)
    _written = Signal(object)

    def __init__(self, parent: QObject | None = None, jobs: Jobs | None = None) -> None:
        """With `jobs` large years are read and scored in a worker; without, everything is done at once."""
        super().__init__(parent)
        self.book: Book | None = None
        self.path: Path | None = None
        self.years: tuple[int, ...] = ()
        self.view: YearView | None = None
        self._year: int | None = None
        self._days: dict[int, date] = {}
        self._known: dict[int, YearView] = {}
        self._following: Following | None = None
        self._seen = self._opened_at = 0
        self._jobs = jobs
        self._taking_back: Job | None = None
        self._renewing = Renewing(jobs, self) if jobs else None
        if self._renewing:
            self._renewing.came.connect(self._show)
            self._renewing.failed.connect(self._tell_failure)
        self._written.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)

    def open(self, path: Path) -> bool:
        """Open the book at `path` in place of the one on screen; a refusal keeps that one. Whether it was opened."""
        from kpi_desktop.book.opening import open_book
        from kpi_desktop.book.refusal import Refusal

        try:
            book = open_book(path, author=keeping.operator() or None)
            self._take(book, path)
        except Refusal as refusal:
            self.refused.emit(self.tr("打不开“{name}”").format(name=path.name), str(refusal))
            return False
        return True

    def _take(self, book: Book, path: Path) -> None:
        from kpi_desktop.book.following import Following

        years = years_of(book)
        self.close()
        self.book, self.path, self.years, self._following = book, path, years, Following(book)
        self._year, self._opened_at = next(iter(years), None), keeping.last_entry(book)
        self._seen = self._opened_at
        book.subscribe(self._book_changed)
        remember(path)
        if self._year is not None and not self._is_large(self._year):
            self.view = self._known[self._year] = self._renewed(self._year)
        if self._year is not None and self.view is None:
            self._renew()
        self.opened.emit()
        if self.view is not None:
            self.changed.emit()
        self._tell_others()

    def _tell_others(self) -> None:
        """Say who else has the book open on this machine."""
        from kpi_desktop.book.presence import others

        if self.path is not None and (found := others(self.path)):
            words = self.tr("这本台账还有人开着：{who}。两边写入的都会保存，回到窗口时会看到对方写入的内容。")
            self.told.emit(words.format(who=listed(map(str, found))))

    def look_around(self) -> None:
        """Show what another window or program has written meanwhile; the book may have gone by now."""
        from kpi_desktop.book.journal import head
        from kpi_desktop.book.refusal import Refusal

        if self.book is None:
            return
        try:
            newest = head(self.book)[0]
        except Refusal as refusal:
            self.refused.emit(self.tr("台账读不出来了"), str(refusal))
            return
        if newest > self._seen:
            self._seen = newest
            self._renew()

    def _book_changed(self, changes: object) -> None:
        """Heard in whatever thread wrote; the pages refresh in theirs."""
        self._written.emit(changes)

    def _catch_up(self, changes: Changes, later: bool = True) -> None:
        if changes.sequence > self._seen:
            self._seen = changes.sequence
            self._renew(later)

    def close(self) -> None:
        """Let go of the book; nobody is told."""
        if self._renewing:
            self._renewing.forget()
        if self.book is not None:
            keeping.back_up_on_closing(self.book, self._opened_at)
            self.book.close()
        self.book, self.path, self.years, self.view = None, None, (), None
        self._year, self._days, self._known, self._following, self._seen = None, {}, {}, None, 0

    def choose_year(self, year: int) -> None:
        """Bring another year on screen."""
        if year != self._year:
            self._year = year
            self._renew()

    def choose_day(self, day: date) -> None:
        """Judge lights, dues and gaps on another day."""
        if self._year is not None and day != self._day(self._year):
            self._days[self._year] = day
            self._renew()

    def refresh(self) -> None:
        """F5: read and score everything anew."""
        if self._following is not None:
            self._following.forget()
            self._renew()

    # --- bringing a year on screen

    @property
    def waiting(self) -> bool:
        """Whether newer figures than those on screen are on their way."""
        return self._renewing is not None and self._renewing.waiting

    def _renew(self, later: bool = True) -> None:
        """Bring the year that is wanted on screen as the book has it now; another where it is gone.

        `later`: a large one when a worker has it, else at once.
        """
        from kpi_desktop.book.refusal import Refusal

        if self.book is None:
            return
        try:
            self.years = years_of(self.book)
            if self._year not in self.years:
                self._year = next(iter(self.years), None)
            year = self._year
            if year is None:
                self.view = None
                self.opened.emit()
            elif later and self._renewing and (self._renewing.waiting or self._is_large(year)):
                self._renewing.ask(
                    lambda: self._renewed(year, ahead=True), self.tr("计算 {year} 年度").format(year=year)
                )
            else:
                if self._renewing:
                    self._renewing.forget()
                self._show(self._renewed(year))
        except Refusal as refusal:
            self._tell_failure(refusal)

    def _renewed(self, year: int, ahead: bool = False) -> YearView:
        """The year as the book has it now, never the same object: all pages look again.

        What did not change since it was last looked at is not done again; with `ahead` all is done that the frame and
        most pages ask for. In any thread.
        """
        from ui.year import YearView

        following, known, day = self._following, self._known.get(year), self._day(year)
        assert following is not None
        facts = following.facts(year)
        if known is None or known.facts is not facts:
            view = YearView.of(facts, day, known)
        else:
            view = copy(known) if day == known.day else known.on(day)
        if ahead:
            view.ask_ahead()
        return view

    def _show(self, view: YearView) -> None:
        first = self.view is None
        self.view = self._known[view.year] = view
        if first:
            self.opened.emit()
        self.changed.emit()

    def _tell_failure(self, error: BaseException, title: str = "") -> None:
        from kpi_desktop.book.refusal import Refusal

        if not isinstance(error, Refusal):
            raise error
        if self.view is None:
            self.close()
            self.opened.emit()
        self.refused.emit(title or self.tr("没有刷新"), str(error))

    def _day(self, year: int) -> date:
        return self._days.get(year) or day_of(year)

    def _is_large(self, year: int) -> bool:
        """Whether reading and scoring a year takes longer than a person should wait."""
        known = self._known.get(year)
        if known is not None:
            return known.rows > LARGE_YEAR
        return self.path is not None and self.path.exists() and self.path.stat().st_size > LARGE_FILE

    @property
    def title(self) -> str:
        """The open book's name."""
        return self.path.stem if self.path else ""

    @property
    def note(self) -> str:
        """What must be said about the figures: those of the sample are made up."""
        told = [self.title]
        if self.view:  # a copy of the sample under another name says so too
            facts = self.view.facts
            told += [facts.settings.unit_name or "", *(group.note or "" for group in facts.groups)]
        return self.tr("示例数据，实绩为虚构") if any(SAMPLE_MARK in text for text in told) else ""

    @property
    def saved_words(self) -> str:
        """When the book was last written to, as its journal says."""
        if self.book is None:
            return ""
        from kpi_desktop.book.journal import history

        events = history(self.book, limit=1)
        at = events[0].entry.at[:16].replace("T", " ") if events else ""
        return self.tr("已保存 {at}").format(at=at) if at else self.tr("已保存")

    @property
    def operator_words(self) -> str:
        """Who is at work, and whether the book can be written to."""
        if self.book is None:
            return ""
        words = self.tr("操作人 {name}（只读）") if self.book.read_only else self.tr("操作人 {name}")
        return words.format(name=self.book.author)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        from kpi_desktop.office.undo import next_undo

        return self.book is not None and not self.book.read_only and next_undo(self.book) is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is something to redo."""
        from kpi_desktop.office.undo import next_redo

        return self.book is not None and not self.book.read_only and next_redo(self.book) is not None

    def undo(self) -> None:
        """Take back the last operation; a refusal is told."""
        from kpi_desktop.office.undo import next_undo, undo

        self._do(undo, next_undo)

    def redo(self) -> None:
        """Do again what was taken back; a refusal is told."""
        from kpi_desktop.office.undo import next_redo, redo

        self._do(redo, next_redo)

    def _do(self, action: Callable[..., Changes | None], wanted: Callable[[Book], Entry | None]) -> None:
        """At once, or in a worker where there are many rows; one at a time."""
        from kpi_desktop.book.refusal import Refusal
        from kpi_desktop.office.undo import size

        book = self.book
        if book is None or (self._taking_back and self._taking_back.running):
            return
        try:
            entry = wanted(book)
            if entry and self._jobs and size(book, entry) > LARGE_UNDO:
                words = self.tr("撤销或重做“{action}”").format(action=entry.action)
                self._taking_back = self._jobs.start(lambda progress: action(book, progress=progress.at), words)
                self._taking_back.finished.connect(self._taken_back)
                self._taking_back.cancelled.connect(lambda: self.told.emit(self.tr("已取消，什么也没有改")))
                self._taking_back.failed.connect(lambda error: self._tell_failure(error, self.tr("没有撤销")))
            else:
                self._taken_back(action(book))
        except Refusal as refusal:
            self.refused.emit(self.tr("没有撤销"), str(refusal))

    def _taken_back(self, changes: Changes | None) -> None:
        if changes:
            self.told.emit(changes.action)

    def act(self, action: Callable[[Book], Changes], failure: str = "", later: bool = False) -> Changes | None:
        """Do what the user asked for; what changed, None where it was refused, which is told under `failure`.

        The pages are shown the new figures at once; with `later`, for who types on, those of a large year as soon as a
        worker has them.
        """
        from kpi_desktop.book.refusal import Refusal

        if self.book is None:
            return None
        try:
            changes = action(self.book)
        except Refusal as refusal:
            self.refused.emit(failure or self.tr("没有写入"), str(refusal))
            return None
        if changes:
            self._catch_up(changes, later)
        return changes


def years_of(book: Book | None) -> tuple[int, ...]:
    """The years of a book, latest first."""
    from kpi_desktop.book import facts

    return tuple(sorted({edition.year for edition in facts.years(book)}, reverse=True)) if book else ()


def day_of(year: int, today: date | None = None) -> date:
    """The day a year is judged on at first: today in its own time, else its last or first day."""
    now = today or date.today()
    return min(max(now, date(year, 1, 1)), date(year, 12, 31))
