"""What every source of the open book shares: its year, its rows, and how what came of typing is told."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.entering import Entered, Typed, enter, rows_of
from kpi_desktop.exchange.fields import Kind
from ui.grid.entry_cells import EntrySource

if TYPE_CHECKING:
    from kpi_desktop.book.book import Book
    from kpi_desktop.book.operation import Changes
    from ui.session import Session

Values = Mapping[str, Any]
RIGHT = (Kind.NUMBER, Kind.INTEGER, Kind.SHARE)
MOST_NAMED = 3
"""So many rows or columns are named in the journal; more are counted."""


class BookSource(EntrySource):
    """What both sources share: the session, its year, and how what came of typing is told."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def year(self) -> int:
        """The year on screen."""
        assert self.session.view is not None
        return self.session.view.year

    def stored(self, table: str) -> list[Any]:
        """The rows of a table of the year on screen."""
        return rows_of(self.session.book, self.year, table) if self.session.book and self.session.view else []

    def scope(self) -> Hashable:
        """The book and the year on screen."""
        return (self.session.path, self.session.view.year if self.session.view else None)

    @property
    def why_closed(self) -> str:
        """Why nothing of the year can be typed in; empty where it can."""
        view, book = self.session.view, self.session.book
        if view is None or book is None:
            return self.tr("没有打开台账")
        if view.facts.state == "final":
            return self.tr("{year} 年已定稿").format(year=view.year)
        return self.tr("台账以只读方式打开") if book.read_only else ""

    def enter(
        self,
        typed: Iterable[Typed],
        action: str,
        fixed: Mapping[int | str, Values],
        removed: Iterable[tuple[str, int]] = (),
    ) -> Entered | str:
        """Save what was typed; why all of it was refused, which is told as well."""
        found: list[Entered | str] = [self.tr("没有打开台账")]

        def write(book: Book) -> Changes:
            try:
                entered = enter(book, self.year, typed, action, fixed, removed)
            except Refusal as refusal:
                found[0] = str(refusal)
                raise
            found[0] = entered
            return entered.changes

        self.session.act(write, self.tr("没有保存"), later=True)
        return found[0]


def figure(value: object, places: int = 0) -> str:
    """A figure with its thousands apart and at least `places` decimals; empty for what is no decimal."""
    if isinstance(value, int):
        value = Decimal(value)
    if not isinstance(value, Decimal):
        return ""
    return f"{value:,.{max(decimals(value), places)}f}"


def decimals(value: object) -> int:
    """How many decimals a figure needs."""
    if not isinstance(value, Decimal):
        return 0
    text = f"{value:f}"
    return len(text.rstrip("0").partition(".")[2]) if "." in text else 0
