"""What every action of the page shares: the item it is about, a form in the panel, the office's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kpi_desktop.assessment.facts import Task
    from kpi_desktop.book.book import Book
    from kpi_desktop.book.operation import Changes
    from ui.pages.supervision.page import SupervisionPage
    from ui.parts.fields import Field
    from ui.year import YearView

Answers = dict[str, Any]
Link = "tuple[str, Callable[[], object]]"
"""Words and what a click on them does."""


class Asking(QObject):
    """Asks in the page's panel and acts on the year on screen."""

    def __init__(self, page: SupervisionPage) -> None:
        super().__init__(page)
        self.page = page

    @property
    def view(self) -> YearView:
        """The year on screen."""
        assert self.page.view is not None
        return self.page.view

    @property
    def open_year(self) -> bool:
        """Whether the year on screen can still be written to."""
        return self.page.view is not None and self.page.view.facts.state != "final"

    @property
    def today(self) -> str:
        """The day the page is judged on, as it is typed."""
        return str(self.view.day)

    def task(self) -> Task | None:
        """The chosen task, where it can be written to."""
        item = self.page.current()
        return item.task if item and self.open_year else None

    def done(self, action: Callable[[Book, int], Changes], failure: str, said: str = "") -> bool:
        """Act on the year on screen; whether it was done. A refusal is told under `failure`."""
        year = self.view.year
        changes = self.page.session.act(lambda book: action(book, year), failure)
        if changes is not None and said:
            self.page.told.emit(said, "")
        return changes is not None

    def ask(
        self,
        title: str,
        fields: Sequence[Field],
        verb: str,
        act: Callable[[Answers], object],
        note: str = "",
        extras: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Show a form in the panel."""
        self.page.open_panel()
        self.page.panel.show_form()
        self.page.panel.form.ask(title, fields, verb, act, note, extras)
