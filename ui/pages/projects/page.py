"""项目作战图: the wall as of any day, or the entry grid; rates, investment and what is late beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from kpi_desktop.reports.forms.wall_cards import WallCard
from kpi_desktop.reports.forms.wall_cards import cards as hang
from ui.frame.entries import PROJECTS, REPORTS, SUPERVISION
from ui.look.tokens import GAP, SMALL
from ui.pages.page import Page
from ui.pages.projects import cards
from ui.pages.projects.editing import ProjectForm, save_project
from ui.pages.projects.side import LateCard, MoneyCard, RatesCard
from ui.pages.projects.wall import Wall
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, Segments, button
from ui.parts.day import DayChooser
from ui.parts.empty import Empty
from ui.terms import clauses, term

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.pages.projects.entry import ProjectEntry
    from ui.session import Session
    from ui.year import YearView

WALL, ENTRY = "wall", "entry"
EVERY, LATE, QUARTER = "every", "late", "quarter"
SIDE_WIDE, SIDE_NARROW = 372, 300


class ProjectsPage(Page):
    """Wall and grid over the same projects."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("项目作战图"), jobs, session)
        self.hint = self.tr("方向键换一张卡 · Enter 改日期和投资 · Ctrl+→ 登记已到下一阶段 · Esc 收起")
        self.department, self.filter = "", EVERY
        self.shown: list[WallCard] = []
        self.kinds = Segments(self.tr("看什么"))
        self.kinds.show_items([(self.tr("作战图"), WALL), (self.tr("录入"), ENTRY)], WALL)
        self.kinds.chosen.connect(self._kind_chosen)
        self.filters = Segments(self.tr("筛选"))
        self.filters.chosen.connect(self._filter_chosen)
        self.departments = Chooser(self.tr("突出部门"))
        self.departments.setMinimumWidth(132)
        self.departments.currentIndexChanged.connect(self._department_chosen)
        self.day = DayChooser()
        self.day.chosen.connect(self.day_chosen)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        for each in (self.kinds, self.filters, self.departments, self.day):
            self.head.addWidget(each)
        self.whole = label("", SMALL, "quiet")
        self.head.addWidget(self.whole)
        self.head.addStretch(1)
        self.head.addWidget(button(self.tr("打印 A3"), self._print, "printer", "primary"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._wall_part())
        self.entry: ProjectEntry | None = None
        self.column.addWidget(self.stack, 1)

    def _wall_part(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._wall_card(), 1)
        self.side = QWidget()
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(GAP)
        self.rates, self.money, self.late = RatesCard(), MoneyCard(), LateCard()
        self.money.asked.connect(self._highlight)
        self.rates.asked.connect(self._highlight)
        self.late.asked.connect(self.wall.go_to)
        self.late.supervised.connect(self._supervise)
        side.addWidget(self.rates)
        side.addWidget(self.money, 5)
        side.addWidget(self.late, 4)
        side.addStretch(1)
        row.addWidget(self.side)
        self.form = ProjectForm(self.session)
        self.form.closed.connect(self.close_panel)
        self.form.hide()
        row.addWidget(self.form)
        return part

    def _wall_card(self) -> Card:
        card = Card()
        self.wall = Wall()
        self.wall.opened.connect(self.open_project)
        self.wall.chosen.connect(self._see)
        self.wall.reached.connect(self.record_reached)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.viewport().setAutoFillBackground(False)
        self.scroll.setWidget(self.wall)
        self.wall.setAutoFillBackground(False)
        holder = QWidget()
        self.hung = QStackedLayout(holder)
        self.hung.addWidget(self.scroll)
        self.empty = Empty("factory")
        self.empty.go.connect(self.go)
        self.hung.addWidget(self.empty)
        card.body.addWidget(holder, 1)
        words = self.tr("卡片挂在已到的阶段，虚框还没签约；红边已误期；竖线为今天应达；拖到下一列即登记已到")
        self.foot = label(words, SMALL, "quiet")
        self.foot.setContentsMargins(GAP, 6, GAP, 8)
        card.body.addWidget(self.foot)
        return card

    # --- showing

    def show_view(self, view: YearView) -> None:
        self.day.show_day(QDate(view.day.year, view.day.month, view.day.day))
        hung = hang(view.facts.projects, view.day)
        self._show_choices(view, hung)
        self.shown = [card for card in hung if self._keeps(view, card)]
        self.wall.show_cards(view, self.shown, self.department)
        self.rates.show_rates(view.project_rates, self.department)
        self.money.show_projects(view, self.department)
        self.late.show_cards(hung, view.facts.state != "final")
        total = sum((card.project.investment or 0 for card in hung), 0)
        self.whole.setText(self.tr("总投资 {amount} 亿元").format(amount=cards.two(total)))
        if self.entry and self.stack.currentWidget() is self.entry:
            self.entry.show_view(view)
        self._show_empty(bool(hung))

    def _show_empty(self, any_there: bool) -> None:
        """Say what belongs here, or that nothing fits the filter, where no card hangs."""
        self.hung.setCurrentWidget(self.scroll if self.shown else self.empty)
        if not self.shown and any_there:
            way = (self.tr("看全部"), "list-bullets", (PROJECTS, EVERY))
            self.empty.show_words(self.tr("没有这样的项目"), self.tr("这一天没有项目符合上面的筛选。"), [way])
        elif not self.shown:
            words = self.tr("逐行录入，或从工作簿导入“项目”表；有了日期，卡片自己挂到已到的阶段。")
            self.empty.show_words(
                self.tr("这一年还没有重点项目"), words, [(self.tr("去录入"), "plus", (PROJECTS, ENTRY))]
            )

    def _show_choices(self, view: YearView, hung: list[WallCard]) -> None:
        late = sum(bool(card.overdue) for card in hung)
        due = sum(self._due_in_quarter(view, card) for card in hung)
        items = [
            (self.tr("全部 {count}").format(count=len(hung)), EVERY),
            (self.tr("误期 {count}").format(count=late), LATE),
            (self.tr("本季应到 {count}").format(count=due), QUARTER),
        ]
        self.filters.show_items(items, self.filter)
        counts: dict[str, int] = {}
        for card in hung:
            counts[card.project.department] = counts.get(card.project.department, 0) + 1
        listed = [(f"{d.name} {counts[d.code]}", d.code) for d in view.facts.departments if d.code in counts]
        if self.department not in counts:
            self.department = ""
        self.departments.show_items([(self.tr("不突出部门"), ""), *listed], self.department)

    def _keeps(self, view: YearView, card: WallCard) -> bool:
        if self.filter == LATE:
            return bool(card.overdue)
        return self.filter != QUARTER or self._due_in_quarter(view, card)

    def _due_in_quarter(self, view: YearView, card: WallCard) -> bool:
        """Whether a stage that is not reached is planned in the quarter of the day."""
        quarter = (view.day.year, (view.day.month - 1) // 3)
        dates = [step.planned for step in card.steps if step.reached is None and step.planned]
        return any((each.year, (each.month - 1) // 3) == quarter for each in dates)

    # --- what the user does

    def _again(self) -> None:
        if self.view:
            self.show_view(self.view)

    def _kind_chosen(self, kind: object) -> None:
        for each in (self.filters, self.departments):
            each.setVisible(kind == WALL)
        if kind == WALL:
            self.stack.setCurrentIndex(0)
            return
        grid = self._grid()
        self.stack.setCurrentWidget(grid)
        if self.view:
            grid.show_view(self.view)
            grid.take_focus()

    def _grid(self) -> ProjectEntry:
        """The entry grid, made when it is first asked for."""
        if self.entry is None:
            from ui.pages.projects.entry import ProjectEntry

            self.entry = ProjectEntry(self.session)
            self.entry.told.connect(self.hint_changed)
            self.stack.addWidget(self.entry)
        return self.entry

    def _filter_chosen(self, kept: object) -> None:
        self.filter = str(kept)
        self._again()

    def _department_chosen(self, at: int) -> None:
        self._highlight(str(self.departments.itemData(at) or ""))

    def _highlight(self, code: str) -> None:
        self.department = code
        self._again()

    def _see(self, code: str) -> None:
        """Scroll to a card that was gone to; the form follows where it is open."""
        box = next((each.box for each in self.wall.placed if each.card.project.code == code), None)
        if box:
            centre = box.center()
            self.scroll.ensureVisible(round(centre.x()), round(centre.y()), 20, round(box.height() / 2) + 12)
        if self.form.isVisible():
            self.open_project(code)

    def open_project(self, code: str) -> None:
        """Edit the dates and the investment of a project beside the wall."""
        project = next((each for each in self.view.facts.projects if each.code == code), None) if self.view else None
        if project and self.view:
            self.wall.current = code
            self.form.show_project(self.view, project)
            self.side.hide()
            self.form.show()
            self.wall.update()

    def record_reached(self, code: str) -> None:
        """Record that a project reached its next stage on the day of the page; the last stage has none."""
        card = next((each for each in self.shown if each.project.code == code), None)
        if card is None or self.view is None or card.reached == len(card.steps):
            return
        stage, day = card.steps[card.reached].stage, self.view.day
        changes, problems = save_project(self.session, code, {stage.reached: str(day)})
        if problems:
            self.refused.emit(self.tr("没有登记"), clauses(problems.values()))
        elif changes:
            words = self.tr("{project} 已登记{stage}：{day}").format(
                project=card.project.name, stage=term(stage.name), day=day
            )
            self.told.emit(words, self.tr("日期不对的，双击卡片改；Ctrl+Z 撤销。"))

    def _supervise(self, told: tuple[str, ...]) -> None:
        self.go.emit((SUPERVISION, "new", *told))

    def _print(self) -> None:
        self.go.emit((REPORTS, "wallchart"))

    def visit(self, goal: tuple[str, ...]) -> None:
        """("project", code), ("department", code), ("every",) or ("entry",)."""
        what, *names = goal or ("",)
        if what == "project":
            self.filter = EVERY
            self._again()
            self.wall.go_to(names[0])
        elif what == "department":
            self._highlight(names[0])
        elif what == EVERY:
            self._filter_chosen(EVERY)
        elif what == ENTRY:
            self.kinds.mark(ENTRY)
            self._kind_chosen(ENTRY)

    def take_focus(self) -> None:
        self.wall.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        wide = SIDE_NARROW if narrow else SIDE_WIDE
        self.side.setFixedWidth(wide)
        self.form.setFixedWidth(wide)
        self.whole.setVisible(not narrow)

    def close_panel(self) -> bool:
        if not self.form.isVisible():
            return False
        self.form.hide()
        self.side.show()
        self.take_focus()
        return True
