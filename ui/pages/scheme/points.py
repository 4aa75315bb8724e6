"""分值与指标: points and indicators at the left, the chosen indicator's rule and the checks at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look.tokens import GAP
from ui.pages.scheme.checks import ChecksCard
from ui.pages.scheme.indicators import HINTED, IndicatorsCard
from ui.pages.scheme.rule import RuleCard
from ui.pages.scheme.weights import WeightsCard

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

LEFT, RIGHT = 55, 45
CHECKS_LOW, CHECKS_HIGH = 146, 220
TALL = 720


class PointsTab(QWidget):
    """`went` brings a goal, `grouped` the list to add to, `said` totals of what is selected, `told` what was saved."""

    went = Signal(object)
    grouped = Signal(str)
    said = Signal(str)
    told = Signal(str, str)

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self.code = ""
        self._view: YearView | None = None
        self.weights, self.indicators = WeightsCard(session), IndicatorsCard(session)
        self.rule, self.checks = RuleCard(session, jobs), ChecksCard(jobs)
        self.weights.grouped.connect(self.grouped)
        self.indicators.chosen.connect(self.choose)
        self.indicators.told.connect(self.said)
        self.rule.told.connect(self.told)
        self.rule.laid.connect(self._lay)
        self.checks.went.connect(self.went)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for cards, stretch in (((self.weights, self.indicators), LEFT), ((self.rule, self.checks), RIGHT)):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            column.addWidget(cards[0], 0 if cards[0] is self.weights else 1)
            column.addWidget(cards[1], 1 if cards[1] is self.indicators else 0)
            row.addLayout(column, stretch)

    def show_view(self, view: YearView) -> None:
        """Show the scheme of a year."""
        self._view = view
        if self.code not in view.indicators:
            self.code = next(iter(view.indicators), "")
        self.weights.show_view(view)
        self.indicators.show_view(view)
        self.rule.show_indicator(view, self.code)
        self.checks.show_view(view)

    def choose(self, code: str) -> None:
        """Show the rule of an indicator."""
        if self._view is not None and code in self._view.indicators and code != self.code:
            self.code = code
            self.rule.show_indicator(self._view, code)

    def go_to(self, code: str) -> None:
        """Go to an indicator."""
        if self.indicators.go_to(code):
            self.choose(code)

    def show_hinted(self) -> None:
        """Show the indicators there is something to say about, the first of them chosen."""
        self.indicators.show_kind(HINTED)
        rows = self.indicators.source.rows()
        if rows:
            self.go_to(rows[0].cells["code"].text)

    def _lay(self, code: str) -> None:
        from ui.frame.entries import TARGETS

        self.went.emit((TARGETS, "indicator", code))

    def arrange(self, height: int) -> None:
        """Give the checks the room there is."""
        self.checks.setMinimumHeight(CHECKS_HIGH if height >= TALL else CHECKS_LOW)
