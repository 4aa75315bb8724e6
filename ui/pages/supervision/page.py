"""督查: the ledger of tasks and lagging targets with lights; an item's story and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QWidget

from ui.frame.entries import ARCHIVE, REPORTS, SUPERVISION
from ui.gap_goals import is_there
from ui.grid.view import Table
from ui.look.tokens import GAP, LEDGER_ROW
from ui.pages.page import Page
from ui.pages.supervision import filters, ledger
from ui.pages.supervision.acting import Acting
from ui.pages.supervision.calendar import Calendar
from ui.pages.supervision.items import Item, Subject, items
from ui.pages.supervision.legend import Legend
from ui.pages.supervision.panel import Panel
from ui.parts.card import Card
from ui.parts.chips import Chips, ChipSpec
from ui.parts.controls import Segments, button
from ui.parts.day import DayChooser
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from ui.grid.cells import Column
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

ROOM_FOR_ALL, ROOM_FOR_REASONS = 980, 850
ROOM_FOR_SEARCH, ROOM_TO_BRING = 1120, 1240


class SupervisionPage(Page):
    """Filter → item → its story and its actions, all in place."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("督查"), jobs, session)
        self.hint = self.tr("Enter 打开 · F2 填进展 · Ctrl+D 起草督办单 · Esc 收起")
        self.items: list[Item] = []
        self.filter, self.grouping, self.department, self.light = filters.ALL, ledger.PLAIN, "", ""
        self.shown: list[Item] = []
        self._narrow = False
        self.groupings = Segments(self.tr("分组"))
        self.groupings.show_items(
            [
                (self.tr("台账"), ledger.PLAIN),
                (self.tr("按部门"), ledger.BY_DEPARTMENT),
                (self.tr("按领导"), ledger.BY_LEADER),
                (self.tr("按亮灯"), ledger.BY_LIGHT),
                (self.tr("日历"), ledger.CALENDAR),
            ],
            ledger.PLAIN,
        )
        self.groupings.chosen.connect(self._grouping_chosen)
        self.day = DayChooser()
        self.day.chosen.connect(self.day_chosen)
        self.acting = Acting(self)
        self.panel = Panel(self.acting)
        self.panel.closed.connect(self.close_panel)
        self.panel.work.opened.connect(self._show_item_again)
        self.panel.work.answered.connect(self.acting.ask_reply)
        self.panel.work.all_wanted.connect(self.acting.issue_all)
        self._lay_out()
        self._add_keys()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.groupings)
        self.head.addWidget(self.day)
        self.head.addStretch(1)
        self.bring_button = button(self.tr("导入进展"), self._bring, "download-simple")
        self.head.addWidget(self.bring_button)
        self.bring_button.setVisible(is_there(ARCHIVE))
        self.head.addWidget(button(self.tr("打印台账"), self._print, "printer"))
        self.add_button = button(self.tr("新增事项"), self.acting.ask_new, "plus")
        self.head.addWidget(self.add_button)
        self.draft_button = button(self.tr("起草拟发"), self._work_list, "paper-plane-tilt", "primary")
        self.head.addWidget(self.draft_button)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._ledger_card(), 1)
        row.addWidget(self.panel)
        self.column.addLayout(row, 1)

    def _ledger_card(self) -> Card:
        self.card = Card()
        self.card.setAccessibleName(self.tr("督查台账"))
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 10, GAP, 10)
        specs = [
            ChipSpec(each.key, each.words, each.icon, f"card_{each.colour}" if each.colour else "")
            for each in filters.filters()
        ]
        self.chips = Chips(self.tr("筛选"), specs)
        self.chips.chosen.connect(self.choose_filter)
        row.addWidget(self.chips, 1)
        self.scope = button("", self._clear_scope, "x", "link")
        self.scope.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.scope.hide()
        row.addWidget(self.scope)
        self.needle = QLineEdit()
        self.needle.setPlaceholderText(self.tr("筛事项、编号、领导"))
        self.needle.setAccessibleName(self.needle.placeholderText())
        self.needle.setClearButtonEnabled(True)
        self.needle.setFixedWidth(180)
        self.needle.textChanged.connect(self._show_ledger)
        row.addWidget(self.needle)
        self.card.body.addLayout(row)
        self.table = Table(self.tr("督查台账"), ledger.columns(), LEDGER_ROW)
        self.table.chosen.connect(self._chosen)
        self.table.activated_on.connect(self._opened)
        holder = QWidget()
        self.stack = QStackedLayout(holder)
        self.stack.addWidget(self.table)
        self.empty = Empty("flag")
        self.empty.go.connect(self.go)
        self.stack.addWidget(self.empty)
        self.calendar = Calendar()
        self.calendar.opened.connect(self._show_item)
        self.stack.addWidget(self.calendar)
        self.card.body.addWidget(holder, 1)
        self.legend = Legend()
        self.card.body.addWidget(self.legend)
        return self.card

    def _add_keys(self) -> None:
        for keys, act in (("F2", self.acting.ask_progress), ("Ctrl+D", self.acting.draft_current)):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- showing

    def show_view(self, view: YearView) -> None:
        self.items = items(view)
        self.day.show_day(QDate(view.day.year, view.day.month, view.day.day))
        self.chips.show_counts(filters.counts(self.items))
        proposed = len(view.proposals)
        self.draft_button.setText(self.tr("起草拟发 {count} 张").format(count=proposed))
        self.draft_button.setEnabled(bool(proposed) and view.facts.state != "final")
        self.add_button.setEnabled(view.facts.state != "final")
        self._show_ledger()
        self.panel.show_view(view, self.items)
        if not self._narrow and self.panel.item is None and self.shown:
            self.table.go_to(self.shown[0].subject)
            self._show_item(self.shown[0].subject)

    def _show_ledger(self) -> None:
        if self.view is None:
            return
        self.shown = filters.kept(self.items, self.filter, self.needle.text(), self.department, self.light)
        room = self._room()
        grouping = ledger.PLAIN if self.grouping == ledger.CALENDAR else self.grouping
        rows = ledger.rows(self.view, self.shown, grouping, room)
        self.table.show_rows(rows, self._columns())
        if self.grouping == ledger.CALENDAR:
            self.calendar.show_items(self.view, self.shown)
        self.legend.show_items(self.shown)
        self._show_empty()
        self.chips.mark(self.filter)
        self._show_scope()

    def _show_empty(self) -> None:
        """Say what belongs here, or that nothing fits the filters, where there is no row."""
        found = self.calendar if self.grouping == ledger.CALENDAR else self.table
        self.stack.setCurrentWidget(found if self.shown else self.empty)
        if self.shown:
            return
        if self.items:
            everything = (self.tr("看全部"), "list-bullets", (SUPERVISION, "filter", filters.ALL))
            self.empty.show_words(self.tr("没有符合的事项"), self.tr("这一天没有事项符合上面的筛选。"), [everything])
            return
        words = self.tr("在这里立项，或从工作簿导入“任务”表；指标落后于进度时也会列进来。")
        ways = [(self.tr("新增事项"), "plus", (SUPERVISION, "new"))] if self.acting.open_year else []
        self.empty.show_words(self.tr("还没有督查事项"), words, ways)

    def _show_all(self) -> None:
        self.filter, self.department, self.light = filters.ALL, "", ""
        self.needle.clear()
        self._show_ledger()

    def _show_scope(self) -> None:
        assert self.view is not None
        words = filters.scope_words(self.view.name(self.department), self.light)
        self.scope.setText(words)
        self.scope.setAccessibleName(self.tr("只看 {scope}，点一下看全部").format(scope=words))
        self.scope.setVisible(bool(words))

    def _room(self) -> int:
        """How many columns the ledger has room for."""
        wide = self._ledger_wide()
        return 2 if wide >= ROOM_FOR_ALL else 1 if wide >= ROOM_FOR_REASONS else 0

    def _columns(self) -> list[Column]:
        return ledger.columns(self._room(), self._ledger_wide(), ledger.code_width(self.shown))

    def _ledger_wide(self) -> int:
        return self.width() - 2 * GAP - (self.panel.width() + GAP if self.panel.isVisibleTo(self) else 0)

    def current(self) -> Item | None:
        """The item that the panel is about."""
        return self.panel.item

    # --- what the user does

    def choose_filter(self, key: str) -> None:
        """Keep only what the chip `key` keeps."""
        self.filter = key
        self._show_ledger()

    def _clear_scope(self) -> None:
        self.department, self.light = "", ""
        self._show_ledger()

    def _grouping_chosen(self, grouping: object) -> None:
        self.grouping = str(grouping)
        self._show_ledger()

    def _chosen(self, subject: object) -> None:
        """Moving over rows tells their story where the panel is open anyhow."""
        if isinstance(subject, tuple) and self.panel.isVisible():
            self._show_item(subject)

    def _opened(self, subject: object, column: int) -> None:
        if isinstance(subject, tuple):
            self._show_item(subject)

    def _show_item(self, subject: Subject) -> None:
        item = next((each for each in self.items if each.subject == subject), None)
        if item is None or self.view is None:
            return
        opened = not self.panel.isVisibleTo(self)
        self.panel.show_item(self.view, item)
        self.panel.show()
        if opened:
            self._arrange()

    def _show_item_again(self, subject: object) -> None:
        """From the work of the day to one of its items."""
        if isinstance(subject, tuple):
            self.table.go_to(subject)
            self._show_item(subject)
            self.panel.show_story()

    def _bring(self) -> None:
        self.go.emit((ARCHIVE, "import"))

    def _print(self) -> None:
        self.go.emit((REPORTS, "ledger"))

    def _work_list(self) -> None:
        self.choose_filter(filters.PROPOSED)
        self.acting.ask_work()

    def print_directive(self, place: int) -> None:
        """Show a directive as it will print."""
        self.go.emit((REPORTS, "directive", str(place)))

    def open_panel(self) -> None:
        """Make room for the panel and show it."""
        self.panel.show()
        self._arrange()

    def visit(self, goal: tuple[str, ...]) -> None:
        """(task, code), (target, code, department), (filter, key), (list, department, light), (work,), (new,) …"""
        what, *names = goal or ("",)
        if what in ("task", "target"):
            subject = (names[0], names[1] if len(names) > 1 else "")
            self._show_all()
            if self.table.go_to(subject):
                self._show_item(subject)
        elif what == "filter":
            self._show_all()
            self.choose_filter(names[0])
        elif what == "new":
            self.acting.ask_new(*names)
        elif what == "work":
            self._work_list()
        elif what == "dates":
            self.groupings.mark(ledger.CALENDAR)
            self._grouping_chosen(ledger.CALENDAR)
        elif what == "list":
            self.needle.clear()
            self.filter, self.department, self.light = filters.ALL, names[0], names[1] if len(names) > 1 else ""
            self._show_ledger()

    def take_focus(self) -> None:
        shown = self.calendar.month if self.grouping == ledger.CALENDAR else self.table
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.panel.set_narrow(narrow)
        self.panel.setVisible(not narrow)
        if self.view:
            self.show_view(self.view)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self._ledger_wide()
        self.bring_button.setVisible(self.width() >= ROOM_TO_BRING and is_there(ARCHIVE))
        self.needle.setVisible(wide >= ROOM_FOR_SEARCH)
        if self.view and self.table.rows.columns != self._columns():
            self._show_ledger()

    def close_panel(self) -> bool:
        if self.panel.close_form():
            return True
        if not self._narrow or not self.panel.isVisible():
            return False
        self.panel.hide()
        self._arrange()
        self.take_focus()
        return True
