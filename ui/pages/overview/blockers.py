"""What still blocks the next step: kinds that sum, each a link; and the list of them in a drawer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpi_desktop.assessment.checklist import FINDINGS
from kpi_desktop.assessment.names import GAPS
from ui.frame.entries import BLANKS
from ui.gap_goals import goal_of, is_there
from ui.grid.cells import PAIR, Cell, Column, Row
from ui.grid.view import Table
from ui.look import icons, pen
from ui.look.fonts import heading
from ui.look.theme import colour
from ui.look.tokens import BODY, CARD, DRAWER_WIDTH, GAP, SMALL
from ui.parts.card import Card, label
from ui.parts.controls import Clickable, button, icon_button
from ui.terms import term

if TYPE_CHECKING:
    from kpi_desktop.assessment.gaps import Gap
    from ui.year import YearView

WARNINGS = "warnings"
STRIP, TILE, LEAD = 66, 122, 196
ROW = 44


class Tile(Clickable):
    """One kind of gap: how many, what, whose."""

    def __init__(self, kind: str, gaps: Sequence[Gap], view: YearView) -> None:
        words = QCoreApplication.translate("Blockers", "另有提醒") if kind == WARNINGS else term(FINDINGS[kind])
        super().__init__(words)
        self.kind = kind
        self._count, self._words = str(len(gaps)), words
        departments = {gap.department for gap in gaps if gap.department}
        if len(departments) == 1:
            self._detail = view.name(next(iter(departments)))
        else:
            many = QCoreApplication.translate("Blockers", "{count} 家")
            self._detail = many.format(count=len(departments)) if departments else gaps[0].subject
        self.setAccessibleName(f"{self._words} {self._count}")
        self.setToolTip("\n".join(gap.message for gap in gaps[:12]))

    def sizeHint(self) -> QSize:
        return QSize(TILE, STRIP - 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.fillRect(box.adjusted(2, 0, -2, 0), colour("hover"))
        painter.fillRect(QRectF(0, 8, 1, box.height() - 16), colour("border"))
        left = 12 + pen.text(painter, QRectF(12, 2, 40, 28), self._count, "text", 19, bold=True)
        pen.text(painter, QRectF(left + 6, 6, box.width() - left - 26, 24), self._words, "text", BODY)
        pen.text(painter, QRectF(12, 29, box.width() - 30, 18), self._detail, "secondary", SMALL)
        icons.draw(painter, "caret-right", QRectF(box.right() - 18, 6, 12, 22), colour("accent"), 11)
        painter.end()


class Blockers(Card):
    """The strip over the page. `kind_chosen` a kind (empty: all), `walked` a goal."""

    kind_chosen = Signal(str)
    walked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedHeight(STRIP)
        self._view: YearView | None = None
        self._at = -1
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 7, GAP, 7)
        row.setSpacing(0)
        self.body.addLayout(row)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title_words = QLabel()
        self.title_words.setFont(heading(CARD))
        self.time = label("", SMALL, "quiet")
        words.addWidget(self.title_words)
        words.addWidget(self.time)
        row.addLayout(words)
        row.addSpacing(GAP)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(0)
        row.addLayout(self._tiles, 1)
        self.walk = button(self.tr("逐个跳到"), self._walk, "arrow-right")
        row.addWidget(self.walk)

    def show_view(self, view: YearView) -> None:
        """Show what `view` lacks."""
        self._view, self._at = view, -1
        self.title_words.setText(view.lacking or self.tr("{year} 年度已定稿").format(year=view.year))
        gone = (view.day - view.day.replace(month=1, day=1)).days + 1
        left = (view.day.replace(month=12, day=31) - view.day).days
        self.time.setText(self.tr("本年已过 {gone} 天，余 {left} 天").format(gone=gone, left=left))
        self.walk.setVisible(bool(view.gaps))
        self._fill()

    def _fill(self) -> None:
        while item := self._tiles.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        assert self._view is not None
        checklist = self._view.checklist
        found = {kind: [gap for gap in checklist.blockers if gap.kind == kind] for kind in FINDINGS}
        kinds = {kind: gaps for kind, gaps in (*found.items(), (WARNINGS, list(checklist.warnings))) if gaps}
        for kind, gaps in kinds.items():
            tile = Tile(kind, gaps, self._view)
            tile.clicked.connect(lambda _=False, kind=kind: self.kind_chosen.emit(kind))
            self._tiles.addWidget(tile, 1)
        if not checklist.blockers:
            self._tiles.addWidget(label(self.tr("没有挡住下一步的缺口。"), BODY, "quiet"), 1)

    def _walk(self) -> None:
        gaps = self._view.gaps if self._view else ()
        if self._view and gaps:
            for _ in gaps:
                self._at = (self._at + 1) % len(gaps)
                if goal := goal_of(self._view, gaps[self._at]):
                    self.walked.emit(goal)
                    return
            self.kind_chosen.emit("")


class GapPanel(Card):
    """A drawer with every gap of one kind, or of all."""

    went = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("缺口"), parent)
        self.setFixedWidth(DRAWER_WIDTH)
        self._view: YearView | None = None
        self._gaps: list[Gap] = []
        self.kind = ""
        self.close_button = icon_button("x", self.tr("收起 Esc"), self.hide)
        self.all = button(self.tr("对表检查"), self._all_asked, kind="link")
        self.all.setVisible(is_there(BLANKS))
        self.head.addWidget(self.all)
        self.head.addWidget(self.close_button)
        self.list = Table(self.tr("缺口"), (Column(""),), ROW, parent=self)
        self.list.horizontalHeader().hide()
        self.list.activated_on.connect(self._go)
        self.body.addWidget(self.list, 1)
        self.hide()

    def show_kind(self, view: YearView, kind: str) -> None:
        """Show the gaps of `kind`, all of them where it is empty."""
        self._view, self.kind = view, kind
        if kind == WARNINGS:
            self._gaps = list(view.checklist.warnings)
            self.title.setText(self.tr("提醒"))
        else:
            self._gaps = [gap for gap in view.checklist.blockers if kind in ("", gap.kind)]
            self.title.setText(term(FINDINGS[kind]) if kind else self.tr("缺口"))
        self.remark.setText(self.tr("{count} 处，点一行前往").format(count=len(self._gaps)))
        self.list.show_rows(
            [
                Row([Cell(self._words(gap), PAIR, under=self._under(gap), tip=gap.message)], at)
                for at, gap in enumerate(self._gaps)
            ]
        )
        self.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _all_asked(self) -> None:
        self.went.emit((BLANKS, self.kind) if self.kind in GAPS else (BLANKS,))

    def _words(self, gap: Gap) -> str:
        _, colon, rest = gap.message.partition("：")
        return rest if colon and gap.kind != "points" else gap.message

    def _under(self, gap: Gap) -> str:
        assert self._view is not None
        parts = [self._view.name(gap.department) if gap.department else "", gap.message.partition("：")[0]]
        return " · ".join(dict.fromkeys(part for part in parts if part and part != self._words(gap)))

    def _go(self, at: object, column: int) -> None:
        if isinstance(at, int) and self._view and (goal := goal_of(self._view, self._gaps[at])):
            self.went.emit(goal)
