"""The lists of the scheme that are typed as tables, each with what it comes to beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.book.titles import TITLES
from ui.grid.entry import EntryGrid
from ui.grid.entry_model import NEW
from ui.grid.sources import TableSource
from ui.grid.view import Table
from ui.look.tokens import ENTRY_ROW, GAP, HEADER_ROW, LEDGER_ROW, SMALL
from ui.pages.scheme import sides
from ui.parts.card import Card, label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ui.grid.cells import Column, Row
    from ui.session import Session
    from ui.year import YearView

HEAD, FOOT, SPARE = 46, 64, 3
"""The heights of a card's head and foot; rows that stay free below a list."""


class ListCard(Card):
    """A table of the year in a grid. `told` the totals of what is selected."""

    told = Signal(str)

    def __init__(
        self, session: Session, table: str, title: str, names: Sequence[str], words: str, widths: Mapping[str, int]
    ) -> None:
        super().__init__(title)
        self.remark.setText(words)
        self.remark.setToolTip(words)
        self.grid = EntryGrid(f"scheme-{table}")
        self.grid.set_source(TableSource(session, table, names, TITLES[table], widths=widths))
        self.grid.show_filter(False)
        self.grid.totals_told.connect(self.told)
        self.body.addWidget(self.grid, 1)

    def show_rows(self) -> None:
        """Read the list again; the card is as high as it needs."""
        self.grid.show_rows()
        rows = self.grid.shown_count()[1] + 1 + SPARE
        self.setMaximumHeight(HEAD + HEADER_ROW + rows * ENTRY_ROW + 4)

    def add(self) -> None:
        """Go to the row in which a new one is typed."""
        self.grid.go_to(NEW, "name")
        self.grid.setFocus()


class SideCard(Card):
    """What a list comes to, in a table; below it a sentence. `activated` brings the subject of a row."""

    activated = Signal(object)

    def __init__(
        self, title: str, columns: Sequence[Column], make: Callable[[YearView], list[Row]], words: str
    ) -> None:
        super().__init__(title)
        self._make = make
        self.table = Table(title, columns, LEDGER_ROW)
        self.table.activated_on.connect(lambda subject, _: self.activated.emit(subject))
        self.body.addWidget(self.table, 1)
        foot = label(words, SMALL, "quiet", wraps=True)
        foot.setContentsMargins(GAP, 6, GAP, 8)
        self.body.addWidget(foot)

    def show_view(self, view: YearView) -> None:
        """Show what a year comes to."""
        self.table.show_rows(self._make(view))
        self.setMaximumHeight(HEAD + self.table.content_height(LEDGER_ROW) + FOOT)


class ListTab(QWidget):
    """Grids at the left, one above the other; what they come to at the right."""

    told = Signal(str)
    went = Signal(object)

    def __init__(self, cards: Sequence[ListCard], side: SideCard) -> None:
        super().__init__()
        self.cards, self.side = tuple(cards), side
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        for card in cards:
            card.told.connect(self.told)
            column.addWidget(card, 1)
        column.addStretch()
        row.addLayout(column, 3)
        side.activated.connect(self.went)
        right = QVBoxLayout()
        right.addWidget(side, 1)
        right.addStretch()
        row.addLayout(right, 2)

    @property
    def grid(self) -> EntryGrid:
        """The first grid."""
        return self.cards[0].grid

    def show_view(self, view: YearView) -> None:
        """Show the lists of a year."""
        for card in self.cards:
            card.show_rows()
        self.side.show_view(view)


def groups_tab(session: Session) -> ListTab:
    """分组与类别."""
    translate = QCoreApplication.translate
    groups = ListCard(
        session,
        "group_",
        translate("Scheme", "考核分组"),
        ("name", "separate", "note"),
        translate("Scheme", "单独考核的分组自成一表，不在奖惩范围“一般”之内"),
        {"name": 150, "separate": 90, "note": 480},
    )
    categories = ListCard(
        session,
        "category",
        translate("Scheme", "考核类别"),
        ("name", "kind", "economic", "cap"),
        translate("Scheme", "计分类别要在“分值与指标”里给每组分值；上限只用于加分和扣分"),
        {"name": 200, "kind": 140, "economic": 140, "cap": 140},
    )
    words = translate("Scheme", "分组、类别被部门、指标、任务用到时不能删除；改名会连同用到它的地方一起检查。")
    return ListTab(
        (groups, categories), SideCard(translate("Scheme", "用在哪里"), sides.use_columns(), sides.use_rows, words)
    )


def grades_tab(session: Session) -> ListTab:
    """等次."""
    translate = QCoreApplication.translate
    bands = ListCard(
        session,
        "grade_band",
        translate("Scheme", "等次"),
        ("name", "group", "minimum", "room_share", "room", "coefficient"),
        translate("Scheme", "从高分往下写；分组空着的用于没有自己等次的各组；系数用于兑现"),
        {"name": 130, "group": 150, "minimum": 110, "room_share": 110, "room": 110, "coefficient": 110},
    )
    words = translate("Scheme", "名额取比例和名额中小的；并列而名额不够的记为待定，认定前不能定稿。")
    side = SideCard(translate("Scheme", "照此各组评出"), sides.grade_columns(), sides.grade_rows, words)
    return ListTab((bands,), side)


def raters_tab(session: Session) -> ListTab:
    """评议."""
    translate = QCoreApplication.translate
    classes = ListCard(
        session,
        "rater_class",
        translate("Scheme", "评委类别"),
        ("name", "weight"),
        translate("Scheme", "权重可写百分比；没有打分的类别，权重由其余类别按比例分担"),
        {"name": 420, "weight": 220},
    )
    words = translate("Scheme", "评议指标的评委打分在“考核评分”的“评议”里录入。")
    side = SideCard(translate("Scheme", "评议指标"), sides.panel_columns(), sides.panel_rows, words)
    return ListTab((classes,), side)


def consequences_tab(session: Session) -> ListTab:
    """后果."""
    translate = QCoreApplication.translate
    found = ListCard(
        session,
        "consequence",
        translate("Scheme", "后果"),
        ("trigger", "content"),
        translate("Scheme", "触发写“等次:不合格”或“督办:红”；内容写通报表扬、约谈、通报批评之类"),
        {"trigger": 220, "content": 500},
    )
    words = translate("Scheme", "不是钱的奖惩，和金额一起列在兑现表里；等次待定的先不列。")
    side = SideCard(translate("Scheme", "现在落到谁"), sides.consequence_columns(), sides.consequence_rows, words)
    return ListTab((found,), side)
