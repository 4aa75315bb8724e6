"""The card with the grid: it lays out what its bar asks for, and tells which bearer and month the keyboard is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kpi_desktop.assessment.pace import last_ended_month
from ui.grid.entry import EntryGrid
from ui.pages.economy import counting
from ui.pages.economy.bar import Bar, Mode
from ui.pages.economy.borne import borne
from ui.pages.economy.following import first_cell, selected_early
from ui.pages.economy.review import ReviewSource
from ui.pages.economy.source import DEPARTMENT, INDICATOR, Layout, MonthsSource
from ui.parts.card import Card

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.pages.economy.borne import Borne, Ref
    from ui.pages.economy.entering import Place
    from ui.session import Session
    from ui.year import YearView


class Board(Card):
    """`chosen` brings a bearer, `month_chosen` the month the grid is on, `told` what is selected in words.

    `laid` after something else was laid out.
    """

    chosen = Signal(object)
    month_chosen = Signal(int)
    told = Signal(str)
    laid = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._laying = False
        self.view: YearView | None = None
        self.mode = Mode.ENTRY
        self.source: MonthsSource | ReviewSource | None = None
        self.bar = Bar()
        self.bar.changed.connect(self._bar_changed)
        self.bar.all_wanted.connect(self._show_all)
        self.grid = EntryGrid("economy")
        self.grid.chosen.connect(self._row_chosen)
        self.grid.totals_told.connect(self._moved)
        self.grid.header.filtered.connect(self._show_filter)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.grid, 1)

    # --- what is laid out

    @property
    def month(self) -> int:
        """The month that is reviewed; else the last one that has ended by the day, 0 without."""
        if self.mode != Mode.ENTRY:
            return self.bar.month
        return last_ended_month(self.view.year, self.view.day) if self.view else 0

    @property
    def why_closed(self) -> str:
        """Why nothing can be typed."""
        return self.source.why_closed if self.source else ""

    def show_view(self, view: YearView, mode: Mode, each: Borne | None) -> None:
        """Show a year in a mode; `each` is where to begin where the grid is laid out anew."""
        self.view, self.mode = view, mode
        self.bar.show_view(view, borne(view), mode)
        if self._is_laid():
            self.grid.show_rows()
        else:
            self.lay(each)
        self.show_counts()

    def _is_laid(self) -> bool:
        """Whether the grid shows what the bar asks for; another year may not have what was chosen."""
        if isinstance(self.source, ReviewSource):
            return self.mode != Mode.ENTRY and self.source.shows == self._wanted_review().shows
        if self.source is None or self.mode != Mode.ENTRY:
            return False
        return self.source.layout == self.bar.layout_wanted()

    def _wanted_review(self) -> ReviewSource:
        return ReviewSource(self._session, self.bar.month, self.mode == Mode.QUARTER, self.bar.economic)

    def lay(self, each: Borne | None) -> None:
        """Lay out what the bar asks for, and begin with a bearer."""
        if self.mode == Mode.ENTRY:
            self.source = MonthsSource(self._session, self.bar.layout_wanted(), self.bar.basis)
        else:
            self.source = self._wanted_review()
        self._laying = True
        self.grid.set_source(self.source)
        if each is not None:
            self.grid.go_to(*first_cell(self.source, each, self.month))
        self._laying = False
        self._show_filter()

    def show_counts(self) -> None:
        """Say what still lacks up to the month."""
        if self.view is not None:
            blanks = counting.blanks(self.view, self.bar.economic, self.month)
            early = counting.preliminary(self.view, self.month)
            self.bar.show_counts(counting.words(self.month, len(blanks), len(early)), bool(blanks))

    def selected_early(self) -> list[Place]:
        """The 快报 in the selected block."""
        return selected_early(self.grid, self.source, self.view) if self.view else []

    def _show_filter(self, *_: object) -> None:
        self.bar.show_filter(*self.grid.shown_count())

    def _show_all(self) -> None:
        self.grid.clear_filters()
        self._show_filter()

    # --- where the keyboard is

    def place(self) -> Place | None:
        """The entry the grid is on."""
        if not isinstance(self.source, MonthsSource):
            return None
        return self.source.place(self.grid.current_ref(), self.grid.current_name())

    def next_blank(self) -> Place | None:
        """The next place that still lacks its figure, after the one the grid is on."""
        found = counting.blanks(self.view, self.bar.economic, self.month) if self.view else []
        here = self.place()
        at = found.index(here) if here in found else -1
        return found[(at + 1) % len(found)] if found else None

    def go_to(self, place: Place) -> None:
        """Put the keyboard on an entry; everything is laid out where it is not laid out now."""
        laid = [each.ref for each in self.source.found()] if self.source else []
        if not isinstance(self.source, MonthsSource) or place[:2] not in laid or self.source.layout.monthly:
            self.bar.lay_all()
            self.lay(None)
        assert isinstance(self.source, MonthsSource)
        self.grid.go_to(*self.source.ref_of(place))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_chosen(self, ref: object) -> None:
        """A row is a bearer; 全区 stands for the first one of the indicator."""
        if self._laying or not isinstance(ref, tuple) or self.source is None:
            return
        laid: list[Ref] = [each.ref for each in self.source.found()]
        wanted = ref if ref in laid else next((each for each in laid if each[0] == ref[0]), None)
        if wanted is not None:
            self.chosen.emit(wanted)

    def _moved(self, words: str) -> None:
        """Another cell, or more of them: follow to what stands in the column."""
        self.told.emit(words)
        if self._laying or self.view is None:
            return
        if isinstance(self.source, MonthsSource) and self.source.layout.kind == DEPARTMENT:
            self._row_chosen((self.grid.current_name(), self.source.layout.choice))
        if place := self.place():
            self.month_chosen.emit(place.month)

    def _bar_changed(self) -> None:
        if self.view is None:
            return
        layout = self.bar.layout_wanted()
        if self.mode == Mode.ENTRY and isinstance(self.source, MonthsSource) and self.source.layout == layout:
            self.source.basis = self.bar.basis
        else:
            self.lay(self._begin(layout))
        self.show_counts()
        self.laid.emit()

    def _begin(self, layout: Layout) -> Borne | None:
        """The bearer that is looked at, or another where it is not laid out any more, which is told."""
        assert self.view is not None
        found = borne(self.view)
        at = {INDICATOR: 0, DEPARTMENT: 1}.get(layout.kind)
        here = next((each for each in found if each.ref == self.bar.ref), None)
        if at is None or (here is not None and here.ref[at] == layout.choice):
            return here
        other = next((each for each in found if each.ref[at] == layout.choice), here)
        if other is not None:
            self.chosen.emit(other.ref)
        return other
