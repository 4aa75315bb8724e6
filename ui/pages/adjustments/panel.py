"""What the chosen entry does: the department without it and with it, whom it moves, a veto in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kpi_desktop.assessment.effects import Effect, effect, veto_words
from ui.grid.cells import Cell, Column, Row, dash, number
from ui.grid.view import Table
from ui.look.tokens import BODY, DRAWER_WIDTH, GAP, LEDGER_ROW, SMALL
from ui.pages.adjustments import caps
from ui.parts.card import Card, label
from ui.parts.controls import button, icon_button
from ui.terms import listed
from ui.words import amount, points, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.effects import Capped
    from kpi_desktop.assessment.facts import Adjustment
    from kpi_desktop.assessment.results import DepartmentResult
    from ui.year import YearView

MOST_NAMED = 4
"""So many departments that are moved are named."""


class EffectPanel(Card):
    """`went` brings the code of the department whose sheet shall be shown; `closed` that it was put away."""

    went = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self.setFixedWidth(DRAWER_WIDTH)
        self.department = ""
        self.close_button = icon_button("x", self.tr("收起 Esc"), self.closed.emit, 14)
        self.head.addWidget(self.close_button)
        self.table = Table(self.tr("这一条的影响"), self._columns(), LEDGER_ROW)
        self.body.addWidget(self.table)
        self.words = label("", BODY, wraps=True)
        self.words.setContentsMargins(GAP, 8, GAP, 8)
        self.body.addWidget(self.words)
        self.cards_title = label("", SMALL, "quiet")
        self.cards_title.setContentsMargins(GAP, 8, GAP, 6)
        self.body.addWidget(self.cards_title)
        self.cards = Table(self.tr("督办单扣分"), caps.card_columns(), LEDGER_ROW)
        self.body.addWidget(self.cards, 1)
        self.body.addStretch(0)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 6, GAP, GAP)
        row.addWidget(button(self.tr("看考核表"), lambda: self.went.emit(self.department), "arrow-right", "link"))
        row.addStretch(1)
        self.body.addLayout(row)

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("影响"), 84, sortable=False),
            Column(self.tr("没有这条"), right=True, sortable=False),
            Column(self.tr("有这条"), right=True, sortable=False),
            Column(self.tr("变化"), right=True, sortable=False),
        ]

    def show_entry(self, view: YearView, entry: Adjustment, place: int, own: Capped | None) -> None:
        """Show what the entry at `place` does; `own` is what its category comes to."""
        self.department = entry.department
        self.title.setText(view.name(entry.department))
        self.remark.setText(f"{entry.category} {entry.reason}")
        self.remark.setToolTip(entry.reason)
        found = effect(view.assessment, place)
        self.table.setVisible(found is not None)
        if found:
            self.table.show_rows(self._rows(view, found))
            self.table.setFixedHeight(self.table.content_height(LEDGER_ROW) + 2)
        self.words.setText("\n".join(self._sentences(view, entry, found, own)))
        self._show_cards(view, entry.department)

    def show_department(self, view: YearView, code: str) -> None:
        """Show a department on whose behalf nothing was entered."""
        self.department = code
        self.title.setText(view.name(code) or " ")
        self.remark.setText("")
        self.table.hide()
        self.words.setText(self.tr("选一条加减分，看它对总分、名次和等次的影响。"))
        self._show_cards(view, code)

    def _show_cards(self, view: YearView, code: str) -> None:
        result = next((each for each in view.assessment.departments() if each.code == code), None)
        rows = caps.card_rows(view, result) if result else []
        category = view.facts.settings.directive_category
        if rows:
            words = self.tr("督办单扣分 {count} 张，计入“{category}”").format(count=len(rows), category=category)
        elif category:
            words = self.tr("没有扣分的督办单")
        else:
            words = self.tr("没有设督查扣分类别，督办单不扣分")
        self.cards_title.setText(words)
        self.cards.show_rows(rows)
        self.cards.setVisible(bool(rows))

    def _rows(self, view: YearView, found: Effect) -> list[Row]:
        places, before, after = view.assessment.decimals, found.before, found.after
        apart = after.total - before.total
        moved = before.rank - after.rank
        paid = found.net_after - found.net_before
        return [
            self._row(
                self.tr("总分"),
                points(before.total, places),
                points(after.total, places),
                signed(apart, places) if apart else "",
            ),
            self._row(
                self.tr("名次"),
                str(before.rank),
                str(after.rank),
                self._places(moved) if moved else "",
            ),
            self._row(
                self.tr("等次"),
                self._grade(before.grade, before.undecided),
                self._grade(after.grade, after.undecided),
                self.tr("改变") if before.grade != after.grade else "",
            ),
            self._row(
                self.tr("兑现净额"),
                amount(found.net_before) or "",
                amount(found.net_after) or "",
                signed(paid, 0 if paid == int(paid) else 2) if paid else "",
            ),
        ]

    def _places(self, moved: int) -> str:
        return self.tr("升 {count} 位").format(count=moved) if moved > 0 else self.tr("降 {n} 位").format(n=-moved)

    def _grade(self, grade: str | None, undecided: bool) -> str:
        return self.tr("{grade} 待定").format(grade=grade or "–") if undecided else grade or "–"

    @staticmethod
    def _row(words: str, before: str, after: str, apart: str) -> Row:
        return Row(
            [
                Cell(words, token="secondary"),
                number(before, token="secondary"),
                number(after, bold=True),
                number(apart, token="accent") if apart else dash(),
            ],
            words,
        )

    def _sentences(self, view: YearView, entry: Adjustment, found: Effect | None, own: Capped | None) -> Sequence[str]:
        kind = next((each.kind for each in view.facts.categories if each.name == entry.category), "")
        told = list(veto_words(view.assessment, entry)) if kind == "veto" else []
        if found is None:
            return told or [self.tr("该部门不参加考核，加减分不起作用。")]
        if kind != "veto" and own is not None:
            told.append(self._cap_words(view, own))
        if found.others:
            names = listed(
                self.tr("{name}由{before}变为{after}").format(
                    name=each.after.name, before=self._standing(each.before), after=self._standing(each.after)
                )
                for each in found.others[:MOST_NAMED]
            )
            rest = self.tr("等 {count} 家").format(count=len(found.others)) if len(found.others) > MOST_NAMED else ""
            told.append(self.tr("同时变动：{names}{rest}。").format(names=names, rest=rest))
        elif kind != "veto" and found.before.total == found.after.total:
            told.append(self.tr("这一条没有改变总分。"))
        return told

    def _standing(self, result: DepartmentResult) -> str:
        return self.tr("第 {rank} 名{grade}").format(rank=result.rank, grade=result.grade or "")

    def _cap_words(self, view: YearView, own: Capped) -> str:
        places, cap = view.assessment.decimals, own.category.cap
        claimed = points(own.claimed, places)
        parts = self.tr("本部门“{category}”合计 {claimed} 分").format(category=own.category.name, claimed=claimed)
        if own.directives:
            cards = self.tr("（录入 {entered}，督办单 {cards}）")
            parts += cards.format(entered=points(own.entered, places), cards=points(own.directives, places))
        if cap is None:
            return parts + self.tr("，没有上限。")
        if own.cut:
            words = self.tr("，上限 {cap} 分，超限 {cut} 分不计。")
            return parts + words.format(cap=amount(cap), cut=points(own.cut, places))
        return parts + self.tr("，上限 {cap} 分，全部计入。").format(cap=amount(cap))
