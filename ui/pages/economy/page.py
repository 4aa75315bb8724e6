"""经济指标: months typed or pasted, the line against the pace, what is needed, and the words for 月调度 and 季分析."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt

from kpi_desktop.assessment.pace import last_ended_month
from ui.frame.entries import ARCHIVE, REPORTS, TARGETS
from ui.gap_goals import is_there
from ui.grid.entry import EntryGrid
from ui.pages.economy import counting
from ui.pages.economy.bar import Bar, Mode
from ui.pages.economy.borne import Borne, borne, places
from ui.pages.economy.detail import Detail
from ui.pages.economy.entering import Edit, Place, confirm, write
from ui.pages.economy.following import first_cell, selected_early
from ui.pages.economy.review import ReviewSource
from ui.pages.economy.source import DEPARTMENT, INDICATOR, ZONE, Layout, MonthsSource
from ui.pages.page import Page
from ui.parts.card import Card
from ui.parts.controls import Segments, button
from ui.parts.day import DayChooser
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

GRID_PART, DETAIL_PART = 54, 44


class EconomyPage(Page):
    """A mode (实绩录入, 月调度, 季分析) chooses the grid; the grid's row chooses what is below."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("经济指标"), jobs, session)
        self.hint = self.tr("直接输入即替换 · Enter 向下 · Ctrl+V 粘贴 Excel 区域 · Ctrl+D 向下填充 · Ctrl+Z 撤销")
        self.ref: tuple[str, str] | None = None
        self._laying = False
        self.source: MonthsSource | ReviewSource | None = None
        self.modes = Segments(self.tr("做什么"))
        self.modes.show_items(
            [
                (self.tr("实绩录入"), Mode.ENTRY),
                (self.tr("月调度"), Mode.MONTH),
                (self.tr("季分析"), Mode.QUARTER),
            ],
            Mode.ENTRY,
        )
        self.modes.chosen.connect(self._mode_chosen)
        self.day = DayChooser()
        self.day.chosen.connect(self.day_chosen)
        self.bar = Bar()
        self.bar.changed.connect(self._bar_changed)
        self.bar.blank_wanted.connect(self._next_blank)
        self.grid = EntryGrid("economy")
        self.grid.chosen.connect(self._row_chosen)
        self.grid.totals_told.connect(self._moved)
        self.grid.header.filtered.connect(self._show_filter)
        self.bar.all_wanted.connect(self._show_all)
        self.detail = Detail()
        self.detail.written.connect(self._note_written)
        self.detail.month_chosen.connect(self._month_chosen)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.modes)
        self.head.addWidget(self.day)
        self.head.addStretch(1)
        self.import_button = button(self.tr("导入月报"), self._import, "download-simple")
        self.print_button = button(self.tr("月调度表"), self._print, "printer")
        self.confirm_button = button("", self._confirm, "check", "primary")
        for each in (self.import_button, self.print_button, self.confirm_button):
            self.head.addWidget(each)
        self.import_button.setVisible(is_there(ARCHIVE))
        self.empty = Empty("chart-line-up")
        self.empty.go.connect(self.go)
        self.card = Card()
        self.card.body.addWidget(self.bar)
        self.card.body.addWidget(self.grid, 1)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.card, GRID_PART)
        self.column.addWidget(self.detail, DETAIL_PART)

    # --- showing

    @property
    def mode(self) -> Mode:
        """What is done here."""
        value = self.modes.value()
        return value if isinstance(value, Mode) else Mode.ENTRY

    def show_view(self, view: YearView) -> None:
        self.day.show_day(QDate(view.year, view.day.month, view.day.day))
        found = borne(view)
        for each in (self.card, self.detail):
            each.setVisible(bool(found))
        self.empty.setVisible(not found)
        if not found:
            self._show_empty(view)
            return
        self.bar.show_view(view, found, self.mode)
        if self._is_laid():
            self.grid.show_rows()
        else:
            self._lay_grid()
        self._show_counts()
        self._show_detail()

    def _is_laid(self) -> bool:
        """Whether the grid shows what the bar asks for; another year may not have what was chosen."""
        if isinstance(self.source, ReviewSource):
            return self.source.month == self.bar.month
        return self.source is not None and self.source.layout == self.bar.layout_wanted()

    def _show_empty(self, view: YearView) -> None:
        words = self.tr("这里按月录入各部门承担的指标，对照序时进度，写分析和对策。先把指标落实到部门。")
        ways = [
            (self.tr("去落实目标"), "target", (TARGETS,)),
            (self.tr("导入工作簿"), "download-simple", (ARCHIVE, "import")),
        ]
        self.empty.show_words(self.tr("{year} 年还没有指标落实到部门").format(year=view.year), words, ways)

    def _lay_grid(self) -> None:
        """Lay out what the bar asks for."""
        if self.mode == Mode.ENTRY:
            self.source = MonthsSource(self.session, self.bar.layout_wanted(), self.bar.basis)
        else:
            quarter = self.mode == Mode.QUARTER
            self.source = ReviewSource(self.session, self.bar.month, quarter, self.bar.economic)
        self._laying = True
        self.grid.set_source(self.source)
        each = self.chosen()
        if each is not None:
            self.grid.go_to(*first_cell(self.source, each, self._month_told()))
        self._laying = False
        self._show_filter()

    def _show_filter(self, *_: object) -> None:
        self.bar.show_filter(*self.grid.shown_count())

    def _show_all(self) -> None:
        self.grid.clear_filters()
        self._show_filter()

    def _show_counts(self) -> None:
        assert self.view is not None
        month = self._month_told()
        blanks = counting.blanks(self.view, self.bar.economic, month)
        early = counting.preliminary(self.view, month)
        self.bar.show_counts(counting.words(month, len(blanks), len(early)), bool(blanks))
        self._show_confirm()

    def _show_confirm(self) -> None:
        """核定 what is selected of the 快报, else all of them up to the month."""
        assert self.view is not None
        month, chosen = self._month_told(), selected_early(self.grid, self.source, self.view)
        found = chosen or counting.preliminary(self.view, month)
        if chosen:
            self.confirm_button.setText(self.tr("核定所选 {count} 个").format(count=len(chosen)))
        else:
            self.confirm_button.setText(self.tr("核定 {month} 月数").format(month=month) if month else self.tr("核定"))
        self.confirm_button.setEnabled(bool(found))
        some = self.tr("把到 {month} 月的 {count} 个快报数改为核定").format(month=month, count=len(found))
        self.confirm_button.setToolTip(some if found else self.tr("没有待核定的快报数"))

    def _month_told(self) -> int:
        assert self.view is not None
        if self.mode != Mode.ENTRY:
            return self.bar.month
        return last_ended_month(self.view.year, self.view.day)

    def _show_detail(self) -> None:
        each = self.chosen()
        self.detail.setVisible(each is not None)
        if each is None or self.view is None:
            return
        bearers = [other for other in borne(self.view) if other.light.code == each.light.code]
        self.bar.ref = each.ref
        month = self._note_month(each)
        place = places(bearers, month or 12).get(each.ref)
        closed = self.source.why_closed if self.source else ""
        self.detail.show_borne(each, place, month, self.mode == Mode.QUARTER, closed)

    def chosen(self) -> Borne | None:
        """The bearer that is looked at; the first where none was chosen."""
        if self.view is None:
            return None
        found = borne(self.view)
        return next((each for each in found if each.ref == self.ref), found[0] if found else None)

    def _note_month(self, each: Borne) -> int:
        if self.mode != Mode.ENTRY:
            return self.bar.month
        return self.bar.note_month or each.month

    # --- what the user does

    def _mode_chosen(self, mode: object) -> None:
        self.detail.notes.settle()
        if self.view is not None:
            self.bar.show_view(self.view, borne(self.view), self.mode)
            self._lay_grid()
            self._show_counts()
            self._show_detail()

    def _bar_changed(self) -> None:
        if self.view is None:
            return
        layout = self.bar.layout_wanted()
        if isinstance(self.source, MonthsSource) and self.source.layout == layout and self.mode == Mode.ENTRY:
            self.source.basis = self.bar.basis
        else:
            self._follow(layout)
            self._lay_grid()
        self._show_counts()
        self._show_detail()

    def _follow(self, layout: Layout) -> None:
        """Look at something that is laid out."""
        assert self.view is not None
        at = 0 if layout.kind == INDICATOR else 1
        if layout.kind not in (INDICATOR, DEPARTMENT) or (self.ref and self.ref[at] == layout.choice):
            return
        self.ref = next((each.ref for each in borne(self.view) if each.ref[at] == layout.choice), self.ref)

    def _row_chosen(self, ref: object) -> None:
        """Look at the bearer of a row; on 全区 at the first one of the indicator."""
        if self._laying or not isinstance(ref, tuple) or ref == self.ref:
            return
        laid = [each.ref for each in self._laid()]
        wanted = ref if ref in laid else next((each for each in laid if each[0] == ref[0]), None)
        if wanted is not None and wanted != self.ref:
            self.detail.notes.settle()
            self.ref = wanted
            self.bar.note_month = 0
            self._show_detail()

    def _moved(self, words: str) -> None:
        """Another cell, or more of them: say what is selected, and follow to what stands in the column."""
        self.hint_changed.emit(words or self.hint)
        if self._laying or self.view is None:
            return
        self._show_confirm()
        self._follow_month()
        if isinstance(self.source, MonthsSource) and self.source.layout.kind == DEPARTMENT:
            ref = (self.grid.current_name(), self.source.layout.choice)
            if ref != self.ref:
                self._row_chosen(ref)

    def _follow_month(self) -> None:
        """Show what is said about the month that the grid is on, where it has a figure."""
        assert self.view is not None
        source, each = self.source, self.chosen()
        place = None
        if isinstance(source, MonthsSource):
            place = source.place(self.grid.current_ref(), self.grid.current_name())
        if place is None or each is None or place.month == self._note_month(each):
            return
        if each.counted(place.month) is not None:
            self._month_chosen(place.month)

    def _laid(self) -> list[Borne]:
        return self.source.found() if self.source else []

    def _month_chosen(self, month: int) -> None:
        self.detail.notes.settle()
        if self.mode == Mode.ENTRY:
            self.bar.note_month = month
            self._show_detail()

    def _note_written(self, name: str, text: str) -> None:
        each = self.chosen()
        if each is None:
            return
        month = self._note_month(each)
        words = self.tr("月调度 {name} {month} 月").format(name=each.indicator.name, month=month)
        entry = each.counted(month)
        department = entry.department if entry else each.light.department
        problems = write(self.session, [Edit(Place(each.light.code, department, month), name, text)], words)
        for reason in problems.values():
            self.refused.emit(self.tr("没有写入"), reason)

    def _next_blank(self) -> None:
        """Go to the next place that still lacks its figure."""
        if self.view is None:
            return
        found = counting.blanks(self.view, self.bar.economic, self._month_told())
        if not found:
            return
        at = next((at for at, place in enumerate(found) if place[:2] == self.ref), -1)
        wanted = found[(at + 1) % len(found)]
        if self.mode != Mode.ENTRY or self.bar.layout_wanted().kind == ZONE:
            self.modes.mark(Mode.ENTRY)
            self.bar.lay_all()
            self._lay_grid()
        assert isinstance(self.source, MonthsSource)
        ref, name = self.source.ref_of(wanted)
        self.ref = (wanted.indicator, wanted.department)
        self.grid.go_to(ref, name)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_detail()

    def _confirm(self) -> None:
        assert self.view is not None
        month = self._month_told()
        found = selected_early(self.grid, self.source, self.view) or counting.preliminary(self.view, month)
        words = self.tr("核定 {month} 月数").format(month=month)
        count = confirm(self.session, found, words)
        if count:
            self.told.emit(self.tr("已核定 {count} 个数").format(count=count), self.tr("Ctrl+Z 可撤销"))

    def _import(self) -> None:
        self.go.emit((ARCHIVE, "import"))

    def _print(self) -> None:
        self.go.emit((REPORTS, "special" if self.mode == Mode.QUARTER else "monthly"))

    # --- coming and going

    def visit(self, goal: tuple[str, ...]) -> None:
        """(indicator, department[, month]), (`month`,), (`quarter`,)."""
        if not goal or self.view is None:
            return
        if goal[0] in (Mode.MONTH.value, Mode.QUARTER.value):
            self.modes.mark(Mode(goal[0]))
            self._mode_chosen(None)
            return
        found = [each for each in borne(self.view) if goal[0] in each.ref and (len(goal) < 2 or goal[1] in each.ref)]
        if not found:
            self.told.emit(self.tr("这个指标不按月录入"), "")
            return
        self.modes.mark(Mode.ENTRY)
        self.bar.lay_all(every=True)
        self.ref = found[0].ref
        self._lay_grid()
        if len(goal) > 2:
            self.grid.go_to(self.ref, f"m{goal[2]}")
        self._show_detail()

    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self.detail.set_narrow(narrow)
        self.bar.set_narrow(narrow)
        self.print_button.setVisible(not narrow)
        if self.view:
            self._show_detail()
