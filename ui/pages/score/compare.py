"""比较: two departments, or one department in two years, line beside line with the differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.grid.view import Table
from ui.look.tokens import BODY, GAP, SHEET_ROW, SMALL
from ui.pages.score import compared
from ui.pages.score.compared import Side
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, icon_button
from ui.year import YearView

if TYPE_CHECKING:
    from ui.session import Session

Choice = tuple[int, str]
"""A year and a department's code."""
TALLEST = 36


class CompareView(Card):
    """`went` brings (year, department, line's code) of a row that was clicked."""

    went = Signal(int, str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("逐项比较"), parent)
        self._session = session
        self._view: YearView | None = None
        self._others: dict[int, YearView] = {}
        self.narrow = False
        self.years = (self._chooser(self.tr("A 的年度"), 88), self._chooser(self.tr("B 的年度"), 88))
        self.departments = (self._chooser(self.tr("A 部门"), 150), self._chooser(self.tr("B 部门"), 150))
        self.head.insertStretch(1, 1)
        for at, words in enumerate(("A", "B")):
            self.head.addWidget(label(words, BODY))
            self.head.addWidget(self.years[at])
            self.head.addWidget(self.departments[at])
            if at == 0:
                self.head.addWidget(icon_button("arrows-left-right", self.tr("A、B 对调"), self.swap, 16))
        self.words = label("", SMALL, wraps=True)
        self.words.setContentsMargins(GAP, 0, GAP, 8)
        self.body.addWidget(self.words)
        self.table = Table(self.tr("逐项比较"), (), SHEET_ROW, TALLEST)
        self.table.activated_on.connect(self._act)
        self.body.addWidget(self.table, 1)

    def _chooser(self, name: str, wide: int) -> Chooser:
        made = Chooser(name)
        made.setMinimumWidth(wide)
        made.currentIndexChanged.connect(self._chosen)
        return made

    # --- showing

    def show_view(self, view: YearView, department: str) -> None:
        """Show the year on screen; A is `department`, B what it was compared with before, else the next in rank."""
        self._view, self._others = view, {}
        before = self.choices
        codes = {result.code for result in view.assessment.departments()}
        one = (view.year, department)
        other = before[1] if before[1][0] in self._session.years else (view.year, "")
        if other[0] == view.year and (other[1] not in codes or other == one):
            other = (view.year, self._beside(view, department))
        self.show_choices(one, other)

    def _beside(self, view: YearView, department: str) -> str:
        """The one ranked before `department` in its group; of the first the next."""
        for group in view.assessment.groups:
            codes = [result.code for result in group.departments]
            if department in codes:
                at = codes.index(department)
                return codes[at - 1] if at else codes[min(1, len(codes) - 1)]
        return department

    @property
    def choices(self) -> tuple[Choice, Choice]:
        """What is compared."""
        found = [
            (int(self.years[at].currentData() or 0), str(self.departments[at].currentData() or "")) for at in (0, 1)
        ]
        return found[0], found[1]

    def show_choices(self, one: Choice, other: Choice) -> None:
        """Compare these two."""
        for at, (year, code) in enumerate((one, other)):
            self.years[at].show_items([(str(each), each) for each in self._session.years], year)
            found = self._year(year)
            if found:
                results = [(result.name, result.code) for result in found.assessment.departments()]
                self.departments[at].show_items(results, code)
        self._show()

    def _chosen(self) -> None:
        self.show_choices(*self.choices)

    def swap(self) -> None:
        """A becomes B, and B becomes A."""
        one, other = self.choices
        self.show_choices(other, one)

    def _year(self, year: int) -> YearView | None:
        """The year on screen, or another of the book."""
        from kpi_desktop.office.assessing import assess

        view, book = self._view, self._session.book
        if view is None or year == view.year:
            return view
        if year not in self._others and book is not None and year in self._session.years:
            found = assess(book, year)
            self._others[year] = YearView(found.facts, found, view.day)
        return self._others.get(year)

    def _side(self, at: int) -> Side | None:
        year, code = self.choices[at]
        view = self._year(year)
        result = next((r for r in view.assessment.departments() if r.code == code), None) if view else None
        return Side(view, result) if view and result else None

    def _show(self) -> None:
        one, other = self._side(0), self._side(1)
        if one is None or other is None:
            self.words.setText(self.tr("还没有可以比较的部门"))
            self.table.show_rows([], compared.columns(self.narrow))
            return
        years = one.view.year != other.view.year
        names = [f"{side.view.year} {side.result.name}" if years else side.result.name for side in (one, other)]
        self.words.setText(compared.summary(one, other, (f"A {names[0]}", f"B {names[1]}")))
        self.table.show_rows(compared.rows(one, other), compared.columns(self.narrow))

    def _act(self, subject: object, column: int) -> None:
        if isinstance(subject, tuple):
            side, code = subject
            year, department = self.choices[0 if side == "A" else 1]
            self.went.emit(year, department, code)
