"""申诉复核: the list, a new appeal, and its decision with the basis and the effect on the score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.grid.listing import Listing
from ui.look.tokens import GAP
from ui.pages.appeals import listed
from ui.pages.appeals.panel import AppealPanel
from ui.pages.page import Page
from ui.parts.controls import button

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Appeal
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView


class AppealsPage(Page):
    """Appeals on the left, the chosen one or a form on the right."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("考核评分"), jobs, session)
        self.hint = self.tr("↑↓ 换一件，右侧处理 · Ctrl+Enter 保存 · Esc 收起")
        self._narrow = False
        self.new = button(self.tr("新申诉…"), self.ask_new, "plus", "primary")
        self.head.addStretch(1)
        self.head.addWidget(self.new)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._middle(), 1)
        self.panel = AppealPanel()
        self.panel.went.connect(self.go)
        self.panel.raised.connect(self._raise)
        self.panel.decided.connect(self._decide)
        self.panel.withdrawn.connect(self._withdraw)
        self.panel.close_button.clicked.connect(self.close_panel)
        row.addWidget(self.panel)
        self.column.addLayout(row, 1)

    def _middle(self) -> Listing:
        self.listing = Listing(self.tr("申诉"), listed.columns(False), "scales")
        self.card, self.table, self.empty = self.listing.card, self.listing.table, self.listing.empty
        self.table.chosen.connect(self._chosen)
        self.table.activated_on.connect(self._opened)
        return self.listing

    # --- showing

    def show_view(self, view: YearView) -> None:
        appeals = view.facts.appeals
        self.new.setEnabled(view.facts.state != "final")
        still = sum(not appeal.result for appeal in appeals)
        words = self.tr("共 {count} 件，{open} 件待处理")
        self.card.remark.setText(words.format(count=len(appeals), open=still))
        if not appeals:
            self._show_empty(view)
            return
        self.listing.show_list()
        self._lay_rows()
        self._settle()

    def _lay_rows(self) -> None:
        assert self.view is not None
        slim = self._narrow and self.panel.isVisibleTo(self)
        self.table.show_rows(listed.rows(self.view, slim), listed.columns(slim))

    def _show_empty(self, view: YearView) -> None:
        self.listing.show_empty()
        if not self.panel.asking:
            self.panel.hide()
        words = self.tr("复核阶段，部门对结果有异议的在这里登记：对哪一项、要什么、怎么处理、影响多少分。")
        if view.facts.state == "final":
            self.empty.show_words(self.tr("本年没有申诉"), self.tr("年度已定稿；更正后的新一版里可以再登记。"))
            return
        self.empty.show_words(self.tr("还没有申诉"), words, [(self.tr("登记申诉"), "plus", self.ask_new)])

    def _settle(self) -> None:
        """Show the chosen appeal beside the list; in a wide window else the first."""
        if self.panel.asking and self.panel.appeal is None:
            return
        appeal = self._appeal(self.table.current_subject())
        if appeal is None and not self._narrow:
            appeal = self._appeal(self.table.rows.rows[0].subject)
            self.table.go_to(self.table.rows.rows[0].subject)
        if appeal is None:
            self.panel.hide()
        elif not self._narrow or self.panel.isVisible():
            self._show_panel(appeal)

    def _show_panel(self, appeal: Appeal) -> None:
        assert self.view is not None
        before = self.panel.isVisibleTo(self)
        self.panel.show_appeal(self.view, appeal)
        self.panel.close_button.setVisible(self._narrow)
        self.panel.show()
        if not before:
            self._lay_rows()

    def _appeal(self, number: object) -> Appeal | None:
        appeals = self.view.facts.appeals if self.view else ()
        return next((appeal for appeal in appeals if appeal.number == number), None)

    # --- what the user does

    def _chosen(self, number: object) -> None:
        appeal = self._appeal(number)
        if appeal and self.panel.isVisible() and appeal != self.panel.appeal:
            self._show_panel(appeal)

    def _opened(self, number: object, column: int) -> None:
        if (appeal := self._appeal(number)) and not (self.panel.isVisible() and appeal == self.panel.appeal):
            self.table.go_to(number)
            self._show_panel(appeal)

    def ask_new(self) -> None:
        """Ask for a new appeal in the panel."""
        if self.view:
            self.panel.appeal = None
            self.panel.close_button.setVisible(True)
            self.panel.show()
            self.panel.ask_new(self.view)

    def _raise(self, answers: dict[str, Any]) -> None:
        from kpi_desktop.office.appeals import raise_appeal

        assert self.view is not None
        year, subject = self.view.year, answers["subject"] or None
        self.panel.close_form()
        changes = self.session.act(
            lambda book: raise_appeal(book, year, answers["department"], subject, answers["claim"], answers["raised"]),
            self.tr("申诉没有登记"),
        )
        if changes is None:
            self.panel.about.hide()
            self.panel.form.show()
            return
        self.go_to(self.view.facts.appeals[-1].number)

    def _decide(self, number: str, answers: dict[str, Any]) -> None:
        from kpi_desktop.office.appeals import decide

        assert self.view is not None
        year = self.view.year
        changes = self.session.act(
            lambda book: decide(
                book,
                year,
                number,
                answers["result"],
                answers["basis"],
                answers["decided"],
                answers["category"] or None,
                answers["points"],
            ),
            self.tr("处理没有保存"),
        )
        if changes is not None:
            self.go_to(number)

    def _withdraw(self, number: str) -> None:
        from kpi_desktop.office.appeals import withdraw_appeal

        assert self.view is not None
        year = self.view.year
        self.session.act(lambda book: withdraw_appeal(book, year, number), self.tr("申诉没有撤回"))

    def go_to(self, number: str) -> None:
        """Show an appeal in the list and beside it."""
        if self.table.go_to(number) and (appeal := self._appeal(number)):
            self._show_panel(appeal)

    def visit(self, goal: tuple[str, ...]) -> None:
        """(number,), or ("new",)."""
        if goal and goal[0] == "new":
            self.ask_new()
        elif goal:
            self.go_to(goal[0])

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        if narrow:
            self.panel.hide()
        if self.view:
            self.show_view(self.view)

    def close_panel(self) -> bool:
        if self.panel.asking and self.panel.appeal is not None:
            self.panel.close_form()
            return True
        if not self.panel.isVisible() or not (self._narrow or self.panel.asking):
            return False
        self.panel.close_form()
        self.panel.hide()
        if self.view:
            self.show_view(self.view)
        return True
