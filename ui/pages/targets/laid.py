"""What is laid on one department: its indicators, its tasks, and the milestones of the chosen task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.grid.entry import EntryGrid
from ui.look.tokens import GAP, SMALL
from ui.pages.targets.sources import (
    CATEGORY,
    TARGET_FIGURES,
    TASK_NAMES,
    UNIT,
    WIDTHS,
    LineSource,
    TaskSource,
)
from ui.pages.targets.strip import Strip
from ui.parts.card import Card, label
from ui.parts.controls import Segments
from ui.terms import listed

if TYPE_CHECKING:
    from ui.session import Session
    from ui.year import YearView

INDICATORS, TASKS = "indicators", "tasks"
TALL = 820
MOST_HELPED = 4


class LaidPart(QWidget):
    """`told` brings the totals of what is selected."""

    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.code, self.task = "", ""
        self._view: YearView | None = None
        self._tall = False
        self.targets, self.tasks = EntryGrid("targets"), EntryGrid("tasks")
        self.milestones = EntryGrid("milestones")
        for grid in (self.targets, self.tasks, self.milestones):
            grid.totals_told.connect(self.told)
        self.tasks.chosen.connect(self._task_chosen)
        self.kinds = Segments(self.tr("看什么"))
        self.kinds.chosen.connect(lambda _: self._arrange())
        column = self.column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._head_card())
        column.addWidget(self._targets_card(), 45)
        column.addWidget(self._tasks_row(), 55)

    # --- building

    def _head_card(self) -> Card:
        self.head_card = Card(" ")
        self.head_card.head.addWidget(self.kinds)
        self.strip = Strip()
        self.head_card.body.addWidget(self.strip)
        return self.head_card

    def _targets_card(self) -> Card:
        self.targets_card = Card(self.tr("指标"))
        self.targets_card.body.addWidget(self.targets, 1)
        return self.targets_card

    def _tasks_row(self) -> QWidget:
        self.tasks_row = QWidget()
        row = QHBoxLayout(self.tasks_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.tasks_card = Card(self.tr("任务"))
        self.tasks_card.body.addWidget(self.tasks, 1)
        self.milestones_card = Card(self.tr("节点"))
        self.milestones_card.body.addWidget(self.milestones, 1)
        self.partners = label("", SMALL, "quiet", wraps=True)
        self.partners.setContentsMargins(GAP, 6, GAP, 8)
        self.milestones_card.body.addWidget(self.partners)
        row.addWidget(self.tasks_card, 64)
        row.addWidget(self.milestones_card, 36)
        return self.tasks_row

    # --- showing

    def show_department(self, view: YearView, code: str) -> None:
        """Show what is laid on a department."""
        other, self.code, self._view = code != self.code, code, view
        department = view.departments.get(code)
        if department is None:
            return
        result = next((each for each in view.assessment.departments() if each.code == code), None)
        self.head_card.title.setText(department.name)
        self.head_card.remark.setText(self._remark(view, code))
        self.strip.show_department(view, result)
        self._show_kinds(view, code)
        none = self.tr("还没有指标可选，先在“考核方案”里登记指标和计分办法")
        self.targets_card.remark.setText("" if view.indicators else none)
        if other:
            self._set_sources(view, code)
        else:
            for grid in (self.targets, self.tasks, self.milestones):
                grid.show_rows()
        self._arrange()
        self._show_task()

    def _remark(self, view: YearView, code: str) -> str:
        department = view.departments[code]
        helped = [task for task in view.facts.tasks if code in task.partners]
        parts = [department.group or self.tr("不参评：不承担指标，不计分")]
        if helped:
            names = listed(task.code for task in helped[:MOST_HELPED])
            more = "…" if len(helped) > MOST_HELPED else ""
            parts.append(self.tr("协办 {count} 项（{names}{more}）").format(count=len(helped), names=names, more=more))
        if not view.facts.settings.scaled:
            parts.append(self.tr("不折算：分值须等于分组给的分值"))
        return " · ".join(parts)

    def _show_kinds(self, view: YearView, code: str) -> None:
        laid = sum(target.department == code for target in view.facts.targets)
        led = sum(task.lead == code for task in view.facts.tasks)
        chosen = self.kinds.value() or (INDICATORS if laid or not led else TASKS)
        items = [
            (self.tr("指标 {count}").format(count=laid), INDICATORS),
            (self.tr("任务 {count}").format(count=led), TASKS),
        ]
        self.kinds.show_items(items, chosen)
        self.targets_card.title.setText(items[0][0])
        self.tasks_card.title.setText(items[1][0])
        part = min(max(round(100 * (laid + 4) / (laid + led + 8)), 35), 65)
        self.column.setStretch(1, part)
        self.column.setStretch(2, 100 - part)

    def _set_sources(self, view: YearView, code: str) -> None:
        name = view.name(code)
        laid = f"{name}指标"
        names = ("indicator", CATEGORY, UNIT, *TARGET_FIGURES)
        session = self._session
        self.targets.set_source(
            LineSource(
                session,
                "target",
                names,
                laid,
                fixed={"department": code},
                widths=WIDTHS | {"indicator": 220},
                titles={"indicator": self.tr("指标")},
            )
        )
        self.tasks.set_source(
            TaskSource(
                session,
                "task",
                TASK_NAMES,
                f"{name}任务",
                fixed={"lead": code},
                widths=WIDTHS,
                frozen=2,
                needed=("standard", "due"),
            )
        )
        self.task = ""

    def _task_chosen(self, ref: object) -> None:
        self._show_task()

    def _show_task(self) -> None:
        """Show the milestones and partners of the task the grid is on; the first where it is on none."""
        view = self._view
        if view is None:
            return
        own = [task.code for task in view.facts.tasks if task.lead == self.code]
        ref = self.tasks.current_ref()
        typed = self.tasks.text(ref, "code") if ref is not None else ""
        code = typed if typed in own else self.task if self.task in own else next(iter(own), "")
        self.milestones_card.setVisible(bool(code))
        self._show_partners(view, code)
        if code and code != self.task:
            self._set_milestones(code)
        self.task = code

    def _set_milestones(self, code: str) -> None:
        from ui.grid.sources import TableSource

        self.milestones.set_source(
            TableSource(
                self._session,
                "milestone",
                ("title", "due", "weight", "done"),
                f"{code} 节点",
                fixed={"task": code},
                widths={"title": 118, "due": 88, "weight": 46, "done": 88},
            )
        )

    def _show_partners(self, view: YearView, code: str) -> None:
        task = view.tasks.get(code)
        if task is None:
            return
        self.milestones_card.title.setText(self.tr("{code} 的节点").format(code=code))
        self.milestones_card.remark.setText(task.title)
        partners = listed(view.name(partner) for partner in task.partners)
        words = self.tr("牵头 {lead}；协办 {partners}") if partners else self.tr("牵头 {lead}；没有协办部门")
        self.partners.setText(words.format(lead=view.name(task.lead), partners=partners))

    def go_to(self, kind: str, code: str, column: str = "", milestone: str = "") -> None:
        """Go to an indicator or a task of the department on screen: its `column`, or that of one of its milestones."""
        self.kinds.mark(kind)
        self._arrange()
        grid, name = (self.tasks, "code") if kind == TASKS else (self.targets, "indicator")
        source = grid.source
        ref = next((row.ref for row in source.rows() if row.cells[name].text == code), None) if source else None
        if ref is not None:
            grid.go_to(ref, column or name)
            grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if ref is not None and milestone:
            self._show_task()
            self._go_to_milestone(milestone, column)

    def _go_to_milestone(self, title: str, column: str) -> None:
        source = self.milestones.source
        ref = next((row.ref for row in source.rows() if row.cells["title"].text == title), None) if source else None
        if ref is not None:
            self.milestones.go_to(ref, column or "title")
            self.milestones.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, height: int) -> None:
        """Show both grids where there is room for both."""
        self._tall = height >= TALL
        self._arrange()

    def _arrange(self) -> None:
        department = self._view.departments.get(self.code) if self._view else None
        bears = department is None or department.takes_part
        kind = self.kinds.value() if bears else TASKS
        self.kinds.setVisible(bears and not self._tall)
        self.targets_card.setVisible(bears and (self._tall or kind == INDICATORS))
        self.tasks_row.setVisible(self._tall or kind == TASKS)
