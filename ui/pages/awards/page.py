"""奖惩: the scheme's rules in order, what they come to for each department and why, year against year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.frame.entries import DEPARTMENTS, REPORTS, SCHEME, WHATIF
from ui.grid.view import Table
from ui.look.tokens import GAP, SMALL
from ui.pages.awards import results, rules
from ui.pages.awards.cards import RULE_ROW, TALLEST, AmountTable, RulesCard, YearsView
from ui.pages.awards.editor import RuleEditor
from ui.pages.awards.marks import Agreement, Consequences
from ui.pages.awards.slip import SlipPanel
from ui.pages.awards.years import MOST_YEARS
from ui.pages.page import Page
from ui.parts.card import Card, label
from ui.parts.controls import Segments, button
from ui.parts.empty import Empty
from ui.year import YearView

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import AwardRule
    from kpi_desktop.assessment.results import DepartmentResult, GroupResult
    from ui.jobs import Jobs
    from ui.parts.empty import Way
    from ui.session import Session

AMOUNTS, RULES, YEARS = "amounts", "rules", "years"
TALL = 760
"""The height of the page from which rules and departments fit one above the other, and bars into a slip."""


class AwardsPage(Page):
    """Rules above, departments below; a rule opens its fields, a department its slip."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("奖惩"), jobs, session)
        self.hint = self.tr("点办法改参数 · 点部门看兑现单 · Ctrl+C 复制所选行 · Esc 收起")
        self.group, self.department, self.rule = "", "", ""
        self._columns: list[int] = []
        self._narrow = False
        self.kinds = Segments(self.tr("看什么"))
        kinds = [(self.tr("兑现"), AMOUNTS), (self.tr("办法"), RULES), (self.tr("历年"), YEARS)]
        self.kinds.show_items(kinds, AMOUNTS)
        self.kinds.chosen.connect(self._kind_chosen)
        self.groups = Segments(self.tr("考核分组"))
        self.groups.chosen.connect(self._group_chosen)
        self.slip, self.editor = SlipPanel(), RuleEditor()
        self.slip.closed.connect(self.close_panel)
        self.slip.chosen.connect(self._department_chosen)
        self.slip.printed.connect(self._print_slip)
        self.editor.closed.connect(self.close_panel)
        self.editor.saved.connect(self._save)
        self.editor.dropped.connect(self._drop)
        self.editor.moved.connect(self._move)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.state = label("", SMALL, "quiet")
        self.head.addWidget(self.kinds)
        self.head.addWidget(self.state, 1)
        self.head.addWidget(button(self.tr("在推演中改"), self._to_whatif, "flask"))
        self.head.addWidget(button(self.tr("打印兑现汇总表"), self._print, "printer", "primary"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._amounts())
        self.years = YearsView()
        self.years.chosen.connect(lambda subject: self.visit(tuple(subject)))
        self.stack.addWidget(self.years)
        self.empty = Empty("trophy")
        self.empty.go.connect(self.go)
        self.stack.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.stack, 1)
        row.addWidget(self.slip)
        row.addWidget(self.editor)
        self.editor.hide()
        self.column.addLayout(row, 1)

    def _amounts(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.rules_card = RulesCard()
        self.rules_card.chosen.connect(self._rule_chosen)
        self.rules_card.added.connect(self.add_rule)
        column.addWidget(self.rules_card, 10)
        column.addWidget(self._results_card(), 13)
        column.addStretch(0)
        return inside

    def _results_card(self) -> Card:
        card = self.results_card = Card(self.tr("各部门兑现"))
        card.remark.setText(self.tr("列号即办法序号　（ ）为扣罚　– 为不适用　单位：元"))
        card.head.addWidget(self.groups)
        self.table = AmountTable(self.tr("各部门兑现"), (), RULE_ROW, TALLEST)
        self.table.resized.connect(self._show_amounts)
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.chosen.connect(self._department_chosen)
        self.table.activated_on.connect(self._department_opened)
        card.body.addWidget(self.table, 1)
        self.agreement, self.consequences = Agreement(), Consequences()
        card.body.addWidget(self.agreement)
        card.body.addWidget(self.consequences)
        return card

    # --- showing

    def show_view(self, view: YearView) -> None:
        groups = [group for group in view.assessment.groups if group.departments]
        names = [group.group.name for group in groups]
        self.group = self.group if self.group in names else (names[0] if names else "")
        self.groups.show_items([(f"{g.group.name} {len(g.departments)}", g.group.name) for g in groups], self.group)
        self.state.setText(self._state_words(view))
        self._show_tables()
        self._settle()
        if self.stack.currentWidget() is self.years:
            self._show_years()
        if self.editor.isVisible():
            self._show_editor()

    def _settle(self) -> None:
        """What the kind asks for; where there is nobody to reward, what belongs here and how it comes."""
        if self.kinds.value() == YEARS:
            self.stack.setCurrentWidget(self.years)
        elif self.view and not self.group and not self.view.facts.awards:
            self._show_empty(self.view)
        else:
            self.stack.setCurrentIndex(0)

    def _show_empty(self, view: YearView) -> None:
        self.stack.setCurrentWidget(self.empty)
        words = self.tr(
            "这里按顺序列奖惩办法，算出各部门奖多少、罚多少，钱从哪里来。先登记部门、分组和等次，再写第一条办法。"
        )
        ways: list[Way] = [
            (self.tr("写第一条办法"), "plus", self.add_rule),
            (self.tr("登记部门"), "buildings", (DEPARTMENTS,)),
            (self.tr("去定考核方案"), "sliders-horizontal", (SCHEME,)),
        ]
        self.empty.show_words(self.tr("{year} 年还没有奖惩办法").format(year=view.year), words, ways)

    def _state_words(self, view: YearView) -> str:
        if not self.group:
            return self.tr("还没有分组和参加考核的部门，先在“考核方案”里建立或导入工作簿")
        undecided = sum(result.undecided for result in view.assessment.departments())
        if undecided:
            return self.tr("过程稿：{count} 家等次待定，认定前会变").format(count=undecided)
        return "" if view.facts.state == "final" else self.tr("过程稿：定稿前会变")

    def _group_result(self) -> GroupResult | None:
        assert self.view is not None
        return next((g for g in self.view.assessment.groups if g.group.name == self.group), None)

    def _result(self) -> DepartmentResult | None:
        group = self._group_result()
        return next((r for r in group.departments if r.code == self.department), None) if group else None

    def _show_tables(self) -> None:
        assert self.view is not None
        self.rules_card.show_rules(self.view, self.group, self._narrow)
        self.rules_card.fit(self.height(), alone=self.height() < TALL or self.kinds.value() == RULES)
        self._show_amounts()
        group = self._group_result()
        self.agreement.setVisible(group is not None)
        self.consequences.setVisible(group is not None)
        if group is None:
            self.slip.hide()
            return
        self.agreement.show_words(*results.agreement(self.view, group))
        self.consequences.show_items(results.consequences(self.view, group))
        codes = [result.code for result in group.departments]
        self._show_slip(self.department if self.department in codes else codes[0])

    def _show_amounts(self) -> None:
        """The group's departments, with as many rules as there is room for."""
        group = self._group_result() if self.view else None
        if group is None or self.view is None:
            self.table.show_rows([])
            return
        self._columns, columns = results.layout(self.view, group, self.table.viewport().width())
        self.table.blockSignals(True)  # the row kept from before is not the user's choice
        self.table.show_rows(results.rows(self.view, group, self._columns), columns)
        self.table.blockSignals(False)

    def _show_slip(self, code: str) -> None:
        assert self.view is not None
        self.department = code
        group, result = self._group_result(), self._result()
        if group and result:
            self.table.go_to(code)
            self.slip.show_department(self.view, group, result, self.height() >= TALL)
            self.hint_changed.emit(self._chosen_words(result))

    def _chosen_words(self, result: DepartmentResult) -> str:
        assert self.view is not None
        own = self.view.rewards.department(result.code)
        words = self.tr("选中 {name}　奖励 {rewards}　扣罚 {penalties}　净额 {net} 元")
        amounts = (rules.shown(each, self.view) for each in (own.rewards, own.penalties, own.net))
        rewards, penalties, net = amounts
        return words.format(name=result.name, rewards=rewards, penalties=penalties, net=net)

    def _show_years(self) -> None:
        assert self.view is not None
        self.years.show_years([self.view, *self._earlier()])

    def _earlier(self) -> list[YearView]:
        """The years before the one on screen, latest first."""
        from kpi_desktop.office.assessing import assess

        book, view = self.session.book, self.view
        if book is None or view is None:
            return []
        before = [year for year in self.session.years if year < view.year][: MOST_YEARS - 1]
        found = [assess(book, year) for year in before]
        return [YearView(each.facts, each, view.day) for each in found]

    # --- what the user does

    def _kind_chosen(self, kind: object) -> None:
        self._settle()
        self.close_editor()
        self._arrange()
        self._arrange_panel()
        if self.view:
            self._show_tables()
        if kind == YEARS and self.view:
            self._show_years()

    def _arrange(self) -> None:
        """Rules and departments above each other where there is room, else each under its own word."""
        kind = self.kinds.value()
        tall = self.height() >= TALL
        self.rules_card.setVisible(kind == RULES or (kind == AMOUNTS and tall))
        self.results_card.setVisible(kind == AMOUNTS)

    def _arrange_panel(self) -> None:
        """The slip stands beside the departments in a wide window; in a narrow one it waits to be asked for."""
        wanted = self.kinds.value() == AMOUNTS and not self._narrow and self.editor.isHidden()
        self.slip.setVisible(wanted)

    def _group_chosen(self, name: object) -> None:
        self.group = str(name)
        self._show_tables()

    def _department_chosen(self, code: object) -> None:
        if isinstance(code, str) and code not in (rules.SUM, self.department):
            self._show_slip(code)

    def _department_opened(self, code: object, column: int) -> None:
        if isinstance(code, str) and code != rules.SUM:
            self.close_editor()
            self._show_slip(code)
            self.slip.show()
            place = column - results.FIXED
            if 0 <= place < len(self._columns):
                self.slip.show_rule(self._columns[place] + 1)

    def _rule_chosen(self, name: object) -> None:
        if isinstance(name, str) and name != rules.SUM:
            self.rule = name
            self._show_editor()

    def add_rule(self) -> None:
        """Offer the fields of a new rule."""
        self.rule = ""
        self._show_editor()
        self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_editor(self) -> None:
        assert self.view is not None
        found = next((rule for rule in self.view.facts.awards if rule.name == self.rule), None)
        self.editor.show_rule(self.view.facts, found)
        self.slip.hide()
        self.editor.show()

    def close_editor(self) -> None:
        """Put the fields away."""
        self.editor.hide()

    def _save(self, rule: AwardRule, replaces: str) -> None:
        from kpi_desktop.office.award_rules import save_rule

        year = self._year()
        self.rule = rule.name
        changes = self.session.act(lambda book: save_rule(book, year, rule, replaces or None), self.tr("没有保存办法"))
        if changes is None:
            self.rule = replaces
        elif changes:
            self.told.emit(self.tr("已保存“{name}”").format(name=rule.name), self.tr("各部门金额已按新办法重算"))

    def _drop(self, name: str) -> None:
        from kpi_desktop.office.award_rules import drop_rule

        year = self._year()
        self.close_panel()
        self.session.act(lambda book: drop_rule(book, year, name), self.tr("没有删除办法"))

    def _move(self, name: str, by: int) -> None:
        from kpi_desktop.office.award_rules import move_rule

        year = self._year()
        self.session.act(lambda book: move_rule(book, year, name, by), self.tr("没有调整顺序"))

    def _year(self) -> int:
        assert self.view is not None
        return self.view.year

    def _to_whatif(self) -> None:
        self.go.emit((WHATIF,))

    def _print(self) -> None:
        self.go.emit((REPORTS, "awards"))

    def _print_slip(self) -> None:
        from ui.pages.awards.printing import SlipPrint

        book = self.session.book
        if book and self.view and self.department:
            run = SlipPrint(self, book, self.view.year, self.department)
            run.failed.connect(lambda words: self.refused.emit(self.tr("没有打印兑现单"), words))
            run.start()

    def visit(self, goal: tuple[str, ...]) -> None:
        if len(goal) < 2 or self.view is None:
            return
        what, name = goal[:2]
        kind = RULES if what == "rule" and self.height() < TALL else AMOUNTS
        self.kinds.mark(kind)
        self._kind_chosen(kind)
        if what == "rule":
            self._rule_chosen(name)
        elif what == "group":
            self.groups.mark(name)
            self._group_chosen(name)
        elif what == "department":
            group = next((d.group for d in self.view.facts.departments if d.code == name and d.takes_part), None)
            if group:
                self.department = name
                self.groups.mark(group)
                self._group_chosen(group)
                self.slip.show()

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._arrange()
        self._arrange_panel()
        self.slip.close_button.setVisible(narrow)
        if self.view:
            self.show_view(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.view:
            self._show_tables()

    def close_panel(self) -> bool:
        if self.editor.isVisible():
            self.close_editor()
            self._arrange_panel()
            return True
        if self._narrow and self.slip.isVisible():
            self.slip.hide()
            return True
        return False
