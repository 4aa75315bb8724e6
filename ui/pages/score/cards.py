"""The two cards on the left: the ranking, and grades with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.grid.view import Table
from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY, GAP, RANKING_ROW, SMALL
from ui.pages.score import grades, ranking
from ui.pages.score.heat import Heat
from ui.parts.card import Card, label

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import GroupResult
    from ui.year import YearView


TALLEST = 44


class RankingCard(Card):
    """`chosen` brings the code of the department the user went to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("排名"), parent)
        self._group: GroupResult | None = None
        self._decimals = 2
        self._shown: list[str] = []
        self.least = 0
        self.table = Table(self.tr("排名"), (), RANKING_ROW, TALLEST)
        self.table.chosen.connect(self.chosen)
        self.body.addWidget(self.table, 1)
        self.foot = label("", SMALL, "quiet")
        self.foot.setContentsMargins(GAP, 6, GAP, 6)
        self.body.addWidget(self.foot)

    def show_group(self, group: GroupResult, decimals: int) -> None:
        """Show a group's ranking."""
        self._group, self._decimals = group, decimals
        self._shown = ranking.kinds(group, self.width())
        self.table.show_rows(ranking.rows(group, self._shown, decimals), ranking.columns(self._shown))
        self.remark.setText(ranking.remark(group))
        self.foot.setText(ranking.footnote(group))
        self.foot.setVisible(bool(self.foot.text()))
        around = 86 if self.foot.text() else 54
        self.least = self.table.content_height(RANKING_ROW) + around
        self.setMaximumHeight(self.table.content_height(TALLEST) + around)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._group and ranking.kinds(self._group, self.width()) != self._shown:
            self.show_group(self._group, self._decimals)


class Undecided(QWidget):
    """Who competes for the last places of a band."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words = "", ""
        self.setFixedHeight(56)

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
        icons.draw(painter, "equals", QRectF(8, 0, 28, box.height()), colour("accent"), 18)
        pen.text(painter, QRectF(42, 7, box.width() - 50, 22), self._title, "text", BODY)
        pen.text(painter, QRectF(42, 29, box.width() - 50, 20), self._words, "secondary", SMALL)
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
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.setSpacing(8)
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
            widget.height() + 8
            for widget in (self.axis, self.counts, self.undecided)
            if not (widget is self.undecided and not grades.undecided_words(group)[0])
        )
        self.undecided.show_words(*grades.undecided_words(group))
