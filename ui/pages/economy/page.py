"""经济指标: months typed or pasted, the line against the pace, what is needed, and the words for 月调度 and 季分析."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt

from ui.frame.entries import ARCHIVE, REPORTS, SCORE, TARGETS
from ui.gap_goals import is_there
from ui.pages.economy import counting
from ui.pages.economy.bar import Mode
from ui.pages.economy.board import Board
from ui.pages.economy.borne import Borne, borne, places
from ui.pages.economy.detail import Detail
from ui.pages.economy.entering import Edit, Place, confirm, write
from ui.pages.page import Page
from ui.parts.controls import Segments, button
from ui.parts.day import DayChooser
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.pages.economy.borne import Ref
    from ui.session import Session
    from ui.year import YearView

GRID_PART, DETAIL_PART = 54, 44


class EconomyPage(Page):
    """A mode (实绩录入, 月调度, 季分析) chooses the grid; the grid's row chooses what is below."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("经济指标"), jobs, session)
        self.hint = self.tr("直接输入即替换 · Enter 向下 · Ctrl+V 粘贴 Excel 区域 · Ctrl+D 向下填充 · Ctrl+Z 撤销")
        self.ref: Ref | None = None
        self.modes = Segments(self.tr("做什么"))
        items = (
            (self.tr("实绩录入"), Mode.ENTRY),
            (self.tr("月调度"), Mode.MONTH),
            (self.tr("季分析"), Mode.QUARTER),
        )
        self.modes.show_items(items, Mode.ENTRY)
        self.modes.chosen.connect(self._mode_chosen)
        self.day = DayChooser()
        self.day.chosen.connect(self.day_chosen)
        self.board = Board(session)
        self.board.chosen.connect(self._bearer_chosen)
        self.board.month_chosen.connect(self._follow_month)
        self.board.told.connect(self._selected)
        self.board.laid.connect(self._show_detail)
        self.board.bar.blank_wanted.connect(self._next_blank)
        self.detail = Detail()
        self.detail.written.connect(self._note_written)
        self.detail.month_chosen.connect(self._month_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        self.head.addWidget(self.modes)
        self.head.addWidget(self.day)
        self.head.addStretch(1)
        self.charts_button = button(self.tr("图表"), self._charts, "chart-bar")
        self.import_button = button(self.tr("导入月报"), self._import, "download-simple")
        self.print_button = button("", self._print, "printer")
        self.confirm_button = button("", self._confirm, "check", "primary")
        for each in (self.charts_button, self.import_button, self.print_button, self.confirm_button):
            self.head.addWidget(each)
        self.import_button.setVisible(is_there(ARCHIVE))
        self.empty = Empty("chart-line-up")
        self.empty.go.connect(self.go)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.board, GRID_PART)
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
        for each in (self.board, self.detail, self.print_button, self.confirm_button):
            each.setVisible(bool(found))
        self.empty.setVisible(not found)
        if not found:
            self._show_empty(view)
            return
        self.board.show_view(view, self.mode, self.chosen())
        self._show_detail()

    def _show_empty(self, view: YearView) -> None:
        words = self.tr("这里按月录入各部门承担的指标，对照序时进度，写分析和对策。先把指标落实到部门。")
        ways = [
            (self.tr("去落实目标"), "target", (TARGETS,)),
            (self.tr("导入工作簿"), "download-simple", (ARCHIVE, "import")),
        ]
        self.empty.show_words(self.tr("{year} 年还没有指标落实到部门").format(year=view.year), words, ways)

    def _show_detail(self) -> None:
        each = self.chosen()
        self.detail.setVisible(each is not None)
        if each is None or self.view is None:
            return
        bearers = [other for other in borne(self.view) if other.light.code == each.light.code]
        self.board.bar.ref = each.ref
        month = self._note_month(each)
        place = places(bearers, month or 12).get(each.ref)
        self.detail.show_borne(each, place, month, self.mode == Mode.QUARTER, self.board.why_closed)
        quarter = self.mode == Mode.QUARTER
        self.print_button.setText(self.tr("季分析专报") if quarter else self.tr("月调度表"))
        self._show_confirm()

    def _show_confirm(self) -> None:
        """核定 what is selected of the 快报, else all of them up to the month."""
        assert self.view is not None
        month, chosen = self.board.month, self.board.selected_early()
        found = chosen or counting.preliminary(self.view, month)
        if chosen:
            self.confirm_button.setText(self.tr("核定所选 {count} 个").format(count=len(chosen)))
        else:
            self.confirm_button.setText(self.tr("核定 {month} 月数").format(month=month) if month else self.tr("核定"))
        self.confirm_button.setEnabled(bool(found) and not self.board.why_closed)
        some = self.tr("把到 {month} 月的 {count} 个快报数改为核定").format(month=month, count=len(found))
        self.confirm_button.setToolTip(some if found else self.tr("没有待核定的快报数"))

    def chosen(self) -> Borne | None:
        """The bearer that is looked at; the first where none was chosen."""
        found = borne(self.view) if self.view else []
        return next((each for each in found if each.ref == self.ref), found[0] if found else None)

    def _note_month(self, each: Borne) -> int:
        """The month that is written about."""
        return self.board.month if self.mode != Mode.ENTRY else self.board.bar.note_month or each.month

    # --- what the user does

    def _mode_chosen(self, mode: object) -> None:
        self.detail.notes.settle()
        if self.view is not None:
            self.board.show_view(self.view, self.mode, self.chosen())
            self._show_detail()

    def _bearer_chosen(self, ref: Ref) -> None:
        if ref != self.ref:
            self.detail.notes.settle()
            self.ref = ref
            self.board.bar.note_month = 0
            self._show_detail()

    def _selected(self, words: str) -> None:
        self.hint_changed.emit(words or self.hint)
        if self.view is not None:
            self._show_confirm()

    def _follow_month(self, month: int) -> None:
        """Show what is said about the month that the grid is on, where it has a figure."""
        each = self.chosen()
        if each is not None and month != self._note_month(each) and each.counted(month) is not None:
            self._month_chosen(month)

    def _month_chosen(self, month: int) -> None:
        self.detail.notes.settle()
        if self.mode == Mode.ENTRY:
            self.board.bar.note_month = month
            self._show_detail()

    def _note_written(self, name: str, text: str) -> None:
        each = self.chosen()
        if each is None:
            return
        month = self._note_month(each)
        words = f"月调度 {each.indicator.name} {month} 月"
        entry = each.counted(month)
        department = entry.department if entry else each.light.department
        problems = write(self.session, [Edit(Place(each.light.code, department, month), name, text)], words)
        for reason in problems.values():
            self.refused.emit(self.tr("没有写入"), reason)

    def _next_blank(self) -> None:
        """Go to the next place that still lacks its figure."""
        place = self.board.next_blank()
        if place is None or self.view is None:
            return
        self.modes.mark(Mode.ENTRY)
        self.ref = (place.indicator, place.department)
        self.board.show_view(self.view, Mode.ENTRY, self.chosen())
        self.board.go_to(place)
        self._show_detail()

    def _confirm(self) -> None:
        assert self.view is not None
        month = self.board.month
        found = self.board.selected_early() or counting.preliminary(self.view, month)
        count = confirm(self.session, found, f"核定 {month} 月数")
        if count:
            self.told.emit(self.tr("已核定 {count} 个数").format(count=count), self.tr("Ctrl+Z 可撤销"))

    def _import(self) -> None:
        self.go.emit((ARCHIVE, "import"))

    def _charts(self) -> None:
        """The year's charts: key indicators by month against their pace."""
        self.go.emit((SCORE, "chart", "months"))

    def _print(self) -> None:
        self.go.emit((REPORTS, "special" if self.mode == Mode.QUARTER else "monthly"))

    # --- coming and going

    def visit(self, goal: tuple[str, ...]) -> None:
        """(indicator[, department[, month]]), (`month`,), (`quarter`,)."""
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
        self.detail.notes.settle()
        self.modes.mark(Mode.ENTRY)
        self.ref = found[0].ref
        self.board.bar.note_month = 0
        self.board.bar.lay_all(every=True)
        self.board.show_view(self.view, Mode.ENTRY, found[0])
        self.board.go_to(Place(*found[0].ref, int(goal[2]) if len(goal) > 2 else max(self.board.month, 1)))
        self._show_detail()

    def take_focus(self) -> None:
        self.board.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self.detail.set_narrow(narrow)
        self.board.bar.set_narrow(narrow)
        if self.view:
            self._show_detail()
