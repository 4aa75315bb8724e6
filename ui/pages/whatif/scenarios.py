"""方案对比: the scenarios that were kept, what each moves, and up to four side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpi_desktop.assessment.awards import AwardError
from kpi_desktop.assessment.whatif import SchemeError, carried_out, changed, compare
from kpi_desktop.assessment.whatif_awards import count_of
from ui.grid.view import Table
from ui.look.tokens import BODY, GAP
from ui.pages.whatif import tables
from ui.pages.whatif.tables import Tried
from ui.parts.card import Card, label
from ui.parts.controls import button
from ui.terms import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.plan import Plan
    from kpi_desktop.assessment.whatif import Outcome
    from kpi_desktop.office.scenarios import Scenario

MOST = 4
ROW, TALLEST = 28, 34


class ScenariosCard(Card):
    """`opened`, `discarded` and `adopted` bring the name of a scenario."""

    opened = Signal(str)
    discarded = Signal(str)
    adopted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("方案对比"), parent)
        self._tried: list[Tried] = []
        self._shown: list[str] = []
        self._group = ""
        self._decimals = 2
        self.list = Table(self.tr("保存的方案"), tables.scenario_columns(), ROW)
        self.list.chosen.connect(self._listed)
        self.body.addWidget(self.list)
        self.empty = label("", BODY, "quiet", wraps=True)
        self.empty.setContentsMargins(GAP, 0, GAP, GAP)
        self.body.addWidget(self.empty)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 6, GAP, 6)
        row.setSpacing(8)
        self.buttons = [
            button(self.tr("打开为副本"), lambda: self.opened.emit(self.current()), "pencil-simple"),
            button(self.tr("加入或移出对比"), self._turn, "arrows-left-right"),
            button(self.tr("放弃"), lambda: self.discarded.emit(self.current()), "trash"),
        ]
        for each in self.buttons:
            row.addWidget(each)
        row.addStretch(1)
        self.adopt = button(self.tr("采用"), lambda: self.adopted.emit(self.current()), "check", "primary")
        row.addWidget(self.adopt)
        self.body.addLayout(row)
        self.table = Table(self.tr("方案对比"), (), ROW, TALLEST)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.body.addWidget(self.table, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._tried:
            self._show()

    def names(self) -> list[str]:
        """The names of all that were kept."""
        return [each.name for each in self._tried]

    def current(self) -> str:
        """The scenario the list stands on."""
        return str(self.list.current_subject() or "")

    def show_scenarios(self, kept: Sequence[Scenario], before: Outcome, today: Plan, group: str) -> None:
        """Carry out every scenario and show them; the latest four are compared at first."""
        found = [self._carried(before, today, each) for each in kept]
        known = self.names()
        self._tried = [each for each in found if each is not None]
        fresh = [name for name in self.names() if name not in known]
        self._shown = [name for name in [*self._shown, *fresh] if name in self.names()][-MOST:]
        self._group = group
        self._decimals = before.facts.settings.decimals
        broken = [each.name for each, tried in zip(kept, found, strict=False) if tried is None]
        self._show(broken)

    def _carried(self, before: Outcome, today: Plan, scenario: Scenario) -> Tried | None:
        """None where the scheme no longer has what the scenario changes."""
        try:
            outcome = carried_out(changed(before.facts, scenario.changes), today)
        except (SchemeError, AwardError):
            return None
        return Tried(scenario.name, count_of(scenario.changes), compare(before, outcome), scenario.note or "")

    def _show(self, broken: Sequence[str] = ()) -> None:
        self.list.show_rows(tables.scenario_rows(self._tried, self._shown, self._group))
        self.list.setFixedHeight(self.list.content_height(ROW) + 2)
        self.list.setVisible(bool(self._tried))
        shown = [each for each in self._tried if each.name in self._shown]
        rows = tables.compared_rows(shown, self._group, self._decimals)
        self.table.show_rows(rows, tables.compared_columns(shown, self.width() - 4))
        self.table.setVisible(bool(shown))
        for each in (*self.buttons, self.adopt):
            each.setVisible(bool(self._tried))
        if self._tried and not self.current():
            self.list.go_to(self._tried[0].name)
        self.remark.setText(self.tr("最多 {most} 个并排；都没有写进考核方案").format(most=MOST) if self._tried else "")
        words = self.tr("还没有保存的方案。在左边改好副本，起个名字点“保存副本”，这里就能把几个方案并排比。")
        gone = self.tr("“{names}”改的内容在现行方案里已没有，不能推演。").format(names=listed(broken))
        self.empty.setText(gone if broken else words)
        self.empty.setVisible(not self._tried or bool(broken))
        self._listed(self.current())

    def _listed(self, name: object) -> None:
        full = len(self._shown) >= MOST and name not in self._shown
        self.buttons[1].setEnabled(not full)

    def _turn(self) -> None:
        """Take the current scenario into the comparison, or out of it."""
        name = self.current()
        if name in self._shown:
            self._shown.remove(name)
        elif len(self._shown) < MOST:
            self._shown.append(name)
        self._show()

    def text(self) -> str:
        """The comparison as Excel and WPS paste it."""
        head = "\t".join(column.title for column in self.table.rows.columns)
        rows = ["\t".join(cell.text for cell in row.cells) for row in self.table.rows.rows]
        return "\n".join([head, *rows])
