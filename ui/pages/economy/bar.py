"""The bar over the grid: what is laid out, of which month, how typed values count, and what still lacks."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpi_desktop.assessment.pace import last_ended_month
from ui.look.tokens import GAP, SMALL
from ui.pages.economy.entering import CONFIRMED, PRELIMINARY
from ui.pages.economy.source import ALL, DEPARTMENT, INDICATOR, ZONE, Layout
from ui.parts.card import label
from ui.parts.controls import Chooser, Segments, button

if TYPE_CHECKING:
    from ui.pages.economy.borne import Borne
    from ui.year import YearView

QUARTER_ENDS = (3, 6, 9, 12)


class Mode(Enum):
    """What the page is used for."""

    ENTRY = "entry"
    MONTH = "month"
    QUARTER = "quarter"


class Bar(QWidget):
    """`changed` after anything was chosen; `blank_wanted` to go to the next blank, `all_wanted` to give up filters.

    `ref`: the bearer that is looked at; `note_month`: the month that was chosen to write about, 0 for the last one.
    """

    changed = Signal()
    blank_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note_month = 0
        self.ref: tuple[str, str] | None = None
        self._mode = Mode.ENTRY
        self._known = (Mode.ENTRY, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 8, GAP, 8)
        row.setSpacing(8)
        self.layouts = Segments(self.tr("怎样排"))
        self.layouts.show_items(
            [
                (self.tr("指标 × 月"), ALL),
                (self.tr("部门 × 月"), INDICATOR),
                (self.tr("月 × 指标"), DEPARTMENT),
                (self.tr("全区"), ZONE),
            ],
            ALL,
        )
        self.layouts.chosen.connect(self._layout_chosen)
        self.choice = Chooser(self.tr("哪一个"))
        self.choice.setMinimumWidth(190)
        self.choice.currentIndexChanged.connect(self._told)
        self.months = Chooser(self.tr("月份"))
        self.months.setMinimumWidth(96)
        self.months.currentIndexChanged.connect(self._told)
        self.scope = Segments(self.tr("哪些指标"))
        self.scope.show_items([(self.tr("经济指标"), True), (self.tr("全部指标"), False)], True)
        self.scope.chosen.connect(self._told)
        self.shown = Segments(self.tr("显示"))
        self.shown.show_items([(self.tr("录入数"), False), (self.tr("当月数"), True)], False)
        self.shown.chosen.connect(self._told)
        self.bases = Segments(self.tr("录入为"))
        self.bases.show_items([(self.tr("核定"), CONFIRMED), (self.tr("快报"), PRELIMINARY)], CONFIRMED)
        self.bases.chosen.connect(self._told)
        self.basis_words = label(self.tr("录入为"), SMALL, "quiet")
        self.counts = label("", SMALL)
        self.next_blank = button(self.tr("逐个跳到"), self.blank_wanted.emit, "arrow-right", "link")
        for each in (self.layouts, self.choice, self.months, self.scope, self.shown, self.basis_words, self.bases):
            row.addWidget(each)
        self.filtered = label("", SMALL, "quiet")
        self.show_all = button(self.tr("清除筛选"), self.all_wanted.emit, "funnel-simple", "link")
        self.show_filter(0, 0)
        row.addStretch(1)
        row.addWidget(self.filtered)
        row.addWidget(self.show_all)
        row.addWidget(self.counts)
        row.addWidget(self.next_blank)

    # --- what is chosen

    def layout_wanted(self) -> Layout:
        """What is to be laid out."""
        kind = str(self.layouts.value())
        choice = str(self.choice.currentData() or "") if kind in (INDICATOR, DEPARTMENT) else ""
        return Layout(kind, choice, self.economic, bool(self.shown.value()))

    @property
    def economic(self) -> bool:
        """Whether only indicators of economic categories are laid out."""
        return bool(self.scope.value())

    @property
    def basis(self) -> str:
        """What typed values are: 快报 or 核定."""
        return str(self.bases.value())

    @property
    def month(self) -> int:
        """The month that is reviewed."""
        return int(self.months.currentData() or 12)

    def lay_all(self, every: bool = False) -> None:
        """Lay out what was entered by indicators and bearers × months; `every`: those that are not economic too."""
        self.layouts.mark(ALL)
        self.shown.mark(False)
        if every:
            self.scope.mark(False)
        self._arrange()

    # --- showing

    def show_view(self, view: YearView, found: list[Borne], mode: Mode) -> None:
        """Offer what the year has."""
        self._view, self._found = view, found
        last = last_ended_month(view.year, view.day)
        other = (mode, view.year, last) != self._known
        self._mode, self._known = mode, (mode, view.year, last)
        if mode == Mode.QUARTER:
            names = (self.tr("一季度"), self.tr("二季度"), self.tr("三季度"), self.tr("四季度"))
            items = list(zip(names, QUARTER_ENDS, strict=True))
            usual = max(last // 3 * 3, 3)
        else:
            items = [(self.tr("{month} 月").format(month=month), month) for month in range(1, 13)]
            usual = max(last, 1)
        kept = self.months.currentData()
        values = [value for _, value in items]
        self.months.show_items(items, kept if kept in values and not other else usual)
        self._arrange()

    def show_counts(self, words: str, blanks: bool) -> None:
        """Say what still lacks."""
        self.counts.setText(words)
        self.next_blank.setVisible(blanks)

    def show_filter(self, shown: int, every: int) -> None:
        """Say how many rows pass the filter, where it hides some."""
        self.filtered.setText(self.tr("{shown} / {every} 行").format(shown=shown, every=every))
        self.filtered.setVisible(shown < every)
        self.show_all.setVisible(shown < every)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what can be left out in a narrow window."""
        self.choice.setMinimumWidth(150 if narrow else 190)

    def _layout_chosen(self, kind: object) -> None:
        self._arrange()
        if self.ref is not None and kind in (INDICATOR, DEPARTMENT):
            self.choice.blockSignals(True)
            self.choice.setCurrentIndex(max(self.choice.findData(self.ref[0 if kind == INDICATOR else 1]), 0))
            self.choice.blockSignals(False)
        self.changed.emit()

    def _told(self, *_: object) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        kind, entry = str(self.layouts.value()), self._mode == Mode.ENTRY
        self.layouts.setVisible(entry)
        self.months.setVisible(not entry)
        typed = entry and not self.shown.value()
        self.shown.setVisible(entry and kind != ZONE)
        self.bases.setVisible(typed)
        self.basis_words.setVisible(typed)
        self.choice.setVisible(entry and kind in (INDICATOR, DEPARTMENT))
        self.scope.setVisible(not entry or kind in (ALL, ZONE))
        if kind == INDICATOR:
            items = {each.light.code: each.indicator.name for each in self._found}
        else:
            items = {each.light.department: each.name for each in self._found}
        self.choice.show_items([(words, code) for code, words in items.items()], self.choice.currentData())
