"""The head of the panel: what the item is, whose, by when, how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.lights import TargetLight, TaskLight
from kpi_desktop.assessment.names import TASK_STATES
from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import CARD, SMALL
from ui.terms import listed, term
from ui.words import amount, goal_words, percent

if TYPE_CHECKING:
    from ui.pages.supervision.items import Item
    from ui.year import YearView

TITLE, LINE = 30, 23
LABEL, SECOND = 46, 0.56


class About(QWidget):
    """Title, code and three lines of pairs; `reserve` keeps room on the title's right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.code, self.tag, self.light = "", "", "", "grey"
        self.pairs: list[tuple[str, str]] = []
        self.reserve = 0
        self.setFixedHeight(TITLE + 3 * LINE + 4)

    def show_item(self, view: YearView, item: Item) -> None:
        """Show `item`."""
        self.title, self.light = item.title, item.light.light
        self.code, self.tag = item.light.code, ""
        if isinstance(item.light, TaskLight):
            self._task(view, item.light)
        else:
            self._target(view, item.light)
        self.setToolTip("\n".join((self.title, *(f"{name} {words}" for name, words in self.pairs))))
        self.setAccessibleName(self.toolTip())
        self.update()

    def _task(self, view: YearView, light: TaskLight) -> None:
        task = light.task
        if task.times_carried:
            self.tag = self.tr("第{years}年").format(years=task.times_carried + 1)
        if task.carried_from and not self.reserve:
            self.code = self.tr("{code} ← {year} {old}").format(
                code=task.code, year=view.year - 1, old=task.carried_from
            )
        extended = sum(each.task == task.code for each in view.facts.extensions)
        due = str(task.due or self.tr("未定"))
        if extended:
            due = self.tr("{due}（延期{count}次）").format(due=due, count=extended)
        progress = percent(light.percent, 0) or self.tr("未报")
        if light.expected is not None:
            progress = self.tr("{share}，应达 {expected}").format(share=progress, expected=percent(light.expected, 0))
        if light.light == "grey":
            progress = self.tr("{share}，{state}").format(share=progress, state=term(TASK_STATES[task.state]))
        partners = listed(view.name(code) for code in task.partners) or "–"
        self.pairs = [
            (self.tr("牵头"), view.name(task.lead)),
            (self.tr("协办"), partners),
            (self.tr("现期限"), due),
            (self.tr("进度"), progress),
            (self.tr("依据"), task.basis or task.document or "–"),
            (self.tr("标准"), task.standard or self.tr("空")),
        ]

    def _target(self, view: YearView, light: TargetLight) -> None:
        indicator, target = light.indicator, light.target
        self.tag = self.tr("指标")
        unit = indicator.unit or ""
        actual = self.tr("{month} 月 {value} {unit}").format(month=light.month, value=amount(light.actual), unit=unit)
        self.pairs = [
            (self.tr("承担"), view.name(light.department)),
            (self.tr("类别"), indicator.category),
            (self.tr("确保"), goal_words(indicator, target.base) or "–"),
            (self.tr("力争"), goal_words(indicator, target.stretch) or "–"),
            (self.tr("实绩"), actual if light.month else self.tr("未报")),
            (self.tr("应达"), f"{amount(light.pace) or '–'} {unit}".strip()),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self.width()
        pen.light(painter, QPointF(6, TITLE / 2), self.light, 11)
        top = QRectF(0, 0, wide - self.reserve, TITLE)
        code_wide = pen.text(painter, top, self.code, "secondary", SMALL, align=pen.RIGHT)
        room = wide - self.reserve - 20 - code_wide - 10 - (pen.tag_width(self.tag) + 8 if self.tag else 0)
        used = pen.text(painter, QRectF(20, 0, room, TITLE), self.title, "text", CARD)
        if self.tag:
            pen.tag(painter, 20 + used + 8, TITLE / 2, self.tag)
        second = round(wide * SECOND)
        for at, (name, words) in enumerate(self.pairs):
            left = second if at % 2 else 0
            room = wide - second if at % 2 else second - 10
            top = TITLE + at // 2 * LINE
            told = max(LABEL, pen.text(painter, QRectF(left, top, room, LINE), name, "secondary", SMALL) + 8)
            box = QRectF(left + told, top, room - told, LINE)
            pen.text(painter, box, words, "text", SMALL + 1)
        painter.fillRect(QRectF(0, self.height() - 1, wide, 1), colour("line"))
        painter.end()
