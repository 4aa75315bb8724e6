"""The two cards on the left: the ranking, and grades with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.grid.view import Table
from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY, GAP, RANKING_ROW, SMALL
from ui.pages.score import grades, ranking
from ui.pages.score.changes import LAST_CHANGE, changes_of, since_items
from ui.pages.score.heat import Heat
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, button
from ui.terms import clauses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kpi_desktop.assessment.results import GroupResult
    from ui.pages.score.changes import Before
    from ui.year import YearView


TALLEST = 44


class RankingCard(Card):
    """`chosen` brings the code of the department the user went to, `since_chosen` what to compare with."""

    chosen = Signal(object)
    since_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("排名"), parent)
        self._group: GroupResult | None = None
        self._decimals = 2
        self._shown: list[str] = []
        self.least = 0
        self._before: Before | None = None
        self._decided: Mapping[str, str] = ranking.UNDECIDED
        self.since = Chooser(self.tr("变动与何时相比"))
        self.since.show_items(since_items(), LAST_CHANGE)
        self.since.setMinimumWidth(122)
        self.since.currentIndexChanged.connect(lambda _: self.since_chosen.emit(self.since.currentData()))
        self.head.addWidget(self.since)
        self.remark.setMinimumWidth(1)  # it gives way before the chooser is cut
        self.table = Table(self.tr("排名"), (), RANKING_ROW, TALLEST)
        self.table.chosen.connect(self.chosen)
        self.body.addWidget(self.table, 1)
        self.foot = label("", SMALL, "quiet")
        self.foot.setContentsMargins(GAP, 6, GAP, 6)
        self.body.addWidget(self.foot)

    def show_group(self, group: GroupResult, decimals: int, decided: Mapping[str, str] | None = None) -> None:
        """Show a group's ranking; `decided`: by code on what basis a grade was decided, as before where not given."""
        self._group, self._decimals = group, decimals
        self._decided = self._decided if decided is None else decided
        before = self._before.results if self._before else {}
        changed = changes_of(group, before)
        self._shown = ranking.kinds(group, self.width(), bool(changed))
        shown = ranking.rows(group, self._shown, decimals, before, self._decided)
        self.table.show_rows(shown, ranking.columns(self._shown))
        self.remark.setText(ranking.remark(group))
        told = (ranking.footnote(group), self._change_words(bool(changed)))
        self.foot.setText(clauses(part for part in told if part))
        self.foot.setToolTip(self.foot.text())
        self.foot.setVisible(bool(self.foot.text()))
        around = 86 if self.foot.text() else 54
        self.least = self.table.content_height(RANKING_ROW) + around
        self.setMaximumHeight(self.table.content_height(TALLEST) + around)

    def show_before(self, before: Before | None) -> None:
        """Show how things changed since then; None: there is nothing to compare with."""
        self._before = before
        if self._group:
            self.show_group(self._group, self._decimals)

    @property
    def changed(self) -> bool:
        """Whether the group on screen was computed otherwise before."""
        return bool(self._group and self._before and changes_of(self._group, self._before.results))

    def _change_words(self, changed: bool) -> str:
        if self._before is None:
            return ""
        return self._before.words if changed else self.tr("{since}没有变动").format(since=self._before.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._group and ranking.kinds(self._group, self.width(), self.changed) != self._shown:
            self.show_group(self._group, self._decimals)


class Undecided(QWidget):
    """Who competes for the last places of a band. `wanted`: a meeting's decision is to be written down."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words = "", ""
        self.setFixedHeight(62)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 27, 8, 5)
        row.addStretch(1)
        self.button = button(self.tr("等次认定…"), self.wanted.emit)
        row.addWidget(self.button)

    def show_words(self, title: str, words: str) -> None:
        """Show it; nothing while nobody is undecided."""
        self._title, self._words = title, words
        self.setAccessibleName(f"{title} {words}")
        self.setToolTip(words)
        self.setVisible(bool(title))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        pen.frame(painter, box, "accent_fill", "accent_fill")
        icons.draw(painter, "equals", QRectF(6, 3, 24, 24), colour("accent"), 16)
        pen.text(painter, QRectF(34, 4, box.width() - 42, 22), self._title, "text", BODY)
        room = QRectF(12, 26, box.width() - 32 - self.button.width(), 34)
        pen.paragraph(painter, room, self._words, 2)
        painter.end()


class GradesCard(Card):
    """`chosen` brings the code of a department that was clicked."""

    chosen = Signal(str)
    _around = 0

    def fit(self, room: int) -> None:
        """Leave the heat map out where `room` is too low for it."""
        self.heat.setVisible(self._around + self.heat.minimumHeight() <= room)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("等次与名额"), parent)
        self.axis, self.counts, self.heat, self.undecided = grades.Axis(), grades.Counts(), Heat(), Undecided()
        self.axis.chosen.connect(self.chosen)
        self.heat.chosen.connect(self.chosen)
        column = QVBoxLayout()
        column.setContentsMargins(GAP, 0, GAP, 8)
        column.setSpacing(6)
        for widget in (self.axis, self.counts, self.heat, self.undecided):
            column.addWidget(widget, 1 if widget is self.heat else 0)
        column.addStretch(0)
        self.body.addLayout(column, 1)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_group(self, view: YearView, group: GroupResult, code: str, narrow: bool) -> None:
        """Show a group with the department `code` marked."""
        self.remark.setText(grades.rule_words(view.facts, group))
        found = grades.counts(view.facts, group)
        self.axis.show_group(view.facts, group, code, named=not narrow)
        self.axis.setVisible(bool(found))
        self.counts.show_counts(found, 2 if narrow else min(max(len(found), 1), 5))
        self.heat.show_group(group, code, narrow)
        self._around = 56 + sum(
            widget.height() + 6
            for widget in (self.axis, self.counts, self.undecided)
            if not (widget is self.undecided and not grades.undecided_words(group)[0])
        )
        self.undecided.show_words(*grades.undecided_words(group))
