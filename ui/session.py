"""The open book and the year on screen: the one place between the pages and kpi_desktop."""

from __future__ import annotations

from copy import copy
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kpi_desktop.book.book import Book
    from kpi_desktop.book.following import Following
    from kpi_desktop.book.operation import Changes
    from ui.year import YearView

LAST, RECENT = "books/last", "books/recent"
MOST_RECENT = 6
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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.book: Book | None = None
        self.path: Path | None = None
        self.years: tuple[int, ...] = ()
        self.view: YearView | None = None
        self._known: dict[int, YearView] = {}
        self._following: Following | None = None
        self._seen = 0
        self._written.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)

    def open(self, path: Path) -> bool:
        """Open the book at `path` in place of the one on screen; a refusal keeps that one. Whether it was opened."""
        from kpi_desktop.book.opening import open_book
        from kpi_desktop.book.refusal import Refusal

        try:
            book = open_book(path)
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
        book.subscribe(self._book_changed)
        remember(path)
        if years:
            self.view = self._assessed(years[0])
        self.opened.emit()
        self.changed.emit()

    def _book_changed(self, changes: object) -> None:
        """Heard in whatever thread wrote; the pages refresh in theirs."""
        self._written.emit(changes)

    def _catch_up(self, changes: Changes) -> None:
        if changes.sequence > self._seen:
            self._seen = changes.sequence
            self._show_changed()

    def close(self) -> None:
        """Let go of the book; nobody is told."""
        if self.book is not None:
            self.book.close()
        self.book, self.path, self.years, self.view = None, None, (), None
        self._known, self._following, self._seen = {}, None, 0

    def choose_year(self, year: int) -> None:
        """Bring another year on screen."""
        if self.view is None or year != self.view.year:
            self.view = self._assessed(year)
            self.changed.emit()

    def choose_day(self, day: date) -> None:
        """Judge lights, dues and gaps on another day."""
        if self.view is not None and day != self.view.day:
            self.view = self._known[self.view.year] = self.view.on(day)
            self.changed.emit()

    def refresh(self) -> None:
        """F5: read and score everything anew."""
        if self._following is not None:
            self._following.forget()
        self._known = {self.view.year: self.view} if self.view else {}
        self._show_changed()

    def _show_changed(self) -> None:
        """Show the year on screen as the book has it now; another where it is gone. A refusal is told."""
        from kpi_desktop.book.refusal import Refusal

        if self.book is None:
            return
        before = self.view
        try:
            self.years = years_of(self.book)
            self.view = self._still_shown(before)
        except Refusal as refusal:
            self.refused.emit(self.tr("没有刷新"), str(refusal))
            return
        if before is None or self.view is None:
            self.opened.emit()
        self.changed.emit()

    def _still_shown(self, before: YearView | None) -> YearView | None:
        """The year that was on screen, else the latest; never the same object, for all pages look again."""
        if not self.years:
            return None
        year = before.year if before is not None and before.year in self.years else self.years[0]
        view = self._assessed(year)
        if view is before:
            view = self._known[year] = copy(view)
        return view

    @property
    def title(self) -> str:
        """The open book's name."""
        return self.path.stem if self.path else ""

    @property
    def note(self) -> str:
        """What must be said about the figures: those of the sample are made up."""
        unit = self.view.facts.settings.unit_name if self.view else None
        sample = SAMPLE_MARK in self.title or SAMPLE_MARK in (unit or "")
        return self.tr("示例数据，实绩为虚构") if sample else ""

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
        from kpi_desktop.office.undo import undo

        self._do(undo)

    def redo(self) -> None:
        """Do again what was taken back; a refusal is told."""
        from kpi_desktop.office.undo import redo

        self._do(redo)

    def _do(self, action: Callable[[Book], Changes | None]) -> None:
        from kpi_desktop.book.refusal import Refusal

        if self.book is None:
            return
        try:
            changes = action(self.book)
        except Refusal as refusal:
            self.refused.emit(self.tr("没有撤销"), str(refusal))
            return
        if changes:
            self.told.emit(changes.action)

    def act(self, action: Callable[[Book], Changes], failure: str = "") -> Changes | None:
        """Do what the user asked for; what changed, None where it was refused, which is told under `failure`.

        The pages are shown the new figures at once.
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
            self._catch_up(changes)
        return changes

    def _assessed(self, year: int) -> YearView:
        """The year as the book has it now: what did not change since it was last looked at is not done again."""
        from ui.year import YearView

        assert self._following is not None
        facts, known = self._following.facts(year), self._known.get(year)
        if known is None or known.facts is not facts:
            known = self._known[year] = YearView.of(facts, known.day if known else day_of(year), known)
        return known


def years_of(book: Book | None) -> tuple[int, ...]:
    """The years of a book, latest first."""
    from kpi_desktop.book import facts

    return tuple(sorted({edition.year for edition in facts.years(book)}, reverse=True)) if book else ()


def day_of(year: int, today: date | None = None) -> date:
    """The day a year is judged on at first: today in its own time, else its last or first day."""
    now = today or date.today()
    return min(max(now, date(year, 1, 1)), date(year, 12, 31))


def remember(path: Path) -> None:
    """Note `path` as the last book, and first of the recent ones."""
    settings: Any = QSettings()
    settings.setValue(LAST, str(path))
    settings.setValue(RECENT, [str(path), *(other for other in recent() if other != str(path))][:MOST_RECENT])


def last() -> Path | None:
    """The book that was open last, where it still exists."""
    path = Path(str(QSettings().value(LAST, "") or ""))
    return path if path.name and path.exists() else None


def recent() -> list[str]:
    """The books that were open, latest first."""
    kept = QSettings().value(RECENT, [])
    return [kept] if isinstance(kept, str) else list(kept or [])  # type: ignore[call-overload]
