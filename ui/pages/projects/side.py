"""Beside the wall: the four rates, the year's investment against plan, and what is late."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.projects import STAGES
from ui.grid.cells import BAR, ITEM, LIGHT, NUMBER, TOTAL, Cell, Column, Row, number
from ui.grid.delegate import PAD
from ui.grid.view import Table
from ui.look import pen
from ui.look.tokens import BODY, GAP, SMALL
from ui.pages.projects import cards
from ui.parts.card import Card
from ui.parts.controls import button
from ui.terms import phrases, term
from ui.words import percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from kpi_desktop.assessment.facts import Project
    from kpi_desktop.assessment.projects import ProjectRates, StageCount
    from kpi_desktop.reports.forms.wall_cards import Step, WallCard
    from ui.year import YearView

RATE_ROW, ROW, TALLEST = 34, 28, 34
NAME = 58
MOST_HIGH = 290


class Rates(QWidget):
    """Four lines: the whole zone, and the highlighted department beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole: ProjectRates | None = None
        self._own: ProjectRates | None = None
        self.setFixedHeight(22 + RATE_ROW * len(STAGES) + 8)

    def show_rates(self, found: Sequence[ProjectRates], department: str) -> None:
        """Show all together, and `department` where it has projects."""
        self._whole = found[-1]
        self._own = next((each for each in found[:-1] if each.department and each.department.code == department), None)
        words = [f"{term(s.rate_name)} {cards.rate_words(c)}" for s, c in zip(STAGES, self._whole.counts, strict=True)]
        self.setAccessibleName(phrases(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._whole is None:
            return
        painter = QPainter(self)
        columns = [(self.tr("全区"), self._whole)]
        if self._own and self._own.department:
            columns.append((self._own.department.name, self._own))
        wide = (self.width() - 2 * GAP - NAME - 14 * (len(columns) - 1)) / len(columns)
        for at, (name, rates) in enumerate(columns):
            left = GAP + NAME + at * (wide + 14)
            token = "accent" if at else "secondary"
            pen.text(painter, QRectF(left, 0, wide, 20), name, token, SMALL, align=pen.RIGHT)
            for row, count in enumerate(rates.counts):
                self._rate(painter, QRectF(left, 22 + row * RATE_ROW, wide, RATE_ROW), count, bool(at))
        for row, stage in enumerate(STAGES):
            pen.text(painter, QRectF(GAP, 22 + row * RATE_ROW, NAME, 22), term(stage.rate_name), "text", BODY)
        painter.end()

    def _rate(self, painter: QPainter, box: QRectF, count: StageCount, own: bool) -> None:
        line = QRectF(box.left(), box.top(), box.width(), 22)
        if count.rate is None:
            pen.text(painter, line, self.tr("还没到期的"), "pale", SMALL, align=pen.RIGHT)
        else:
            words = percent(count.rate, 1) or ""
            wide = pen.text(painter, line, words, "text", BODY, True, pen.RIGHT)
            room = line.adjusted(0, 0, -wide - 8, 0)
            pen.text(painter, room, f"{count.reached} / {count.due}", "secondary", SMALL, align=pen.RIGHT)
        bar = QRectF(box.left(), box.top() + 23, box.width(), 6)
        pen.bar(painter, bar, float(count.rate or 0), token="accent" if own else "bar")


class RatesCard(Card):
    """四率: the whole zone with the highlighted department, or every department; `asked` brings one."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("四率"), parent)
        self.remark.setText(self.tr("到期应到的里实际到了多少"))
        self.rates = Rates()
        self.body.addWidget(self.rates)
        columns = [Column(self.tr("部门")), *(Column(term(stage.name), 52, right=True, unit="%") for stage in STAGES)]
        self.table = Table(self.tr("各部门四率"), columns, ROW)
        self.table.activated_on.connect(lambda code, _: code and self.asked.emit(code))
        self.table.hide()
        self.body.addWidget(self.table)
        self.turn = button("", self.turn_over, kind="link")
        self.head.addWidget(self.turn)
        self._say()

    def show_rates(self, found: Sequence[ProjectRates], department: str) -> None:
        """Show the rates of every department, all together last."""
        self.rates.show_rates(found, department)
        self.table.show_rows([_rates_row(each, self.tr("全区"), department) for each in found])
        self.table.setFixedHeight(self.table.content_height(ROW) + 4)

    def turn_over(self) -> None:
        """From the whole zone to every department, and back."""
        self.rates.setVisible(not self.rates.isVisibleTo(self))
        self.table.setVisible(not self.rates.isVisibleTo(self))
        self._say()

    def _say(self) -> None:
        words = self.tr("各部门") if self.rates.isVisibleTo(self) else self.tr("全区")
        self.turn.setText(self.tr("{words} ›").format(words=words))
        self.turn.setAccessibleName(self.tr("看{words}四率").format(words=words))


def _rates_row(each: ProjectRates, everybody: str, chosen: str) -> Row:
    """A department's four rates; its counts are the hints."""
    code = each.department.code if each.department else None
    name = each.department.name if each.department else everybody
    tips = [f"{count.reached} / {count.due}" for count in each.counts]
    cells = [
        Cell(
            cards.rate_words(count).removesuffix("%"),
            NUMBER,
            "pale" if count.rate is None else "text",
            key=count.rate,
            tip=tip,
        )
        for count, tip in zip(each.counts, tips, strict=True)
    ]
    return Row([Cell(name, token="accent" if code and code == chosen else "text"), *cells], code, _kind(code))


def _kind(code: str | None) -> str:
    return TOTAL if code is None else ITEM


class MoneyCard(Card):
    """年内投资: done against plan by department; `asked` brings a department."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("年内投资"), parent)
        translate = QCoreApplication.translate
        columns = [
            Column(translate("Money", "部门"), 88),
            Column(translate("Money", "完成比计划"), sortable=False),
            Column(translate("Money", "计划"), 60, right=True),
            Column(translate("Money", "完成"), 60, right=True),
        ]
        self.table = Table(self.tr("年内投资"), columns, ROW, TALLEST)
        self.table.activated_on.connect(lambda code, _: code and self.asked.emit(code))
        self.body.addWidget(self.table, 1)

    def show_projects(self, view: YearView, department: str) -> None:
        """Show the sums of every department that has projects, the one highlighted first among equals."""
        own: dict[str, list[Project]] = {}
        for project in view.facts.projects:
            own.setdefault(project.department, []).append(project)
        order = [each.code for each in view.facts.departments if each.code in own]
        gone = cards.year_gone(view)
        rows = [_money_row(view.name(code), own[code], gone, code, code == department) for code in order]
        rows.sort(key=lambda row: -float(row.cells[2].key or 0))
        rows.append(_money_row(self.tr("合计"), view.facts.projects, gone, None, False))
        self.table.show_rows(rows)
        self.setMinimumHeight(min(self.table.content_height(ROW) + 50, MOST_HIGH))
        self.setMaximumHeight(self.table.content_height(TALLEST) + 50)
        self.remark.setText(self.tr("亿元；竖线为今天应达 {share}").format(share=f"{gone * 100:.1f}%"))


def _sum(values: Sequence[object]) -> Fraction | None:
    """The sum of what is there; None where nothing is."""
    there = [fraction(value) for value in values if value is not None]  # type: ignore[arg-type]
    return sum(there, fraction(0)) if there else None


def _money_row(name: str, own: Sequence[Project], gone: float, code: str | None, strong: bool) -> Row:
    plan, done = _sum([each.year_plan for each in own]), _sum([each.year_done for each in own])
    share = done / plan if plan and done is not None else None
    cells = [
        Cell(name, token="accent" if strong else "text"),
        Cell(percent(share, 0) or "–", BAR, share=float(share or 0), tick=gone),
        number(None if plan is None else cards.two(plan), plan),
        number(None if done is None else cards.two(done), done, bold=True),
    ]
    return Row(cells, code, _kind(code))


class LateCard(Card):
    """误期的: the longest first; `asked` brings a project, `supervised` what a task on one begins with.

    That is its title, its lead, its basis and its standard.
    """

    asked = Signal(str)
    supervised = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("误期的"), parent)
        self.table = Table(
            self.tr("误期的"), [Column(""), Column("", self._stage_width()), Column("", 74, right=True)], ROW
        )
        self.table.horizontalHeader().hide()
        self.table.activated_on.connect(lambda code, _: code and self.asked.emit(code))
        self.body.addWidget(self.table, 1)
        self.supervise = button(self.tr("转督查事项…"), self._supervise, "flag")
        self.head.addWidget(self.supervise)
        self._late: list[tuple[Step, Project]] = []

    @staticmethod
    def _stage_width() -> int:
        words = QCoreApplication.translate("Late", "应{stage}")
        return max(ceil(max(pen.width(words.format(stage=term(stage.name))) for stage in STAGES)) + 2 * PAD, 58)

    def show_cards(self, found: Sequence[WallCard], open_year: bool) -> None:
        """Show the stages that should have been reached and were not."""
        translate = QCoreApplication.translate
        late = [(step, card.project) for card in found for step in card.steps if step.overdue]
        late.sort(key=lambda each: -each[0].late)
        self._late = late
        self.supervise.setVisible(open_year and bool(late))
        rows = [
            Row(
                [
                    Cell(project.name, LIGHT, light="red", tip=project.name),
                    Cell(translate("Late", "应{stage}").format(stage=term(step.stage.name)), token="secondary"),
                    Cell(translate("Late", "迟 {days} 天").format(days=step.late), NUMBER, "red_text", key=step.late),
                ],
                project.code,
            )
            for step, project in late
        ]
        self.table.show_rows(rows)
        self.setMaximumHeight(self.table.content_height(ROW) + 54 if rows else 46)
        words = self.tr("{count} 处，先看最久的") if rows else self.tr("没有误期的项目")
        self.remark.setText(words.format(count=len(rows)))

    def _supervise(self) -> None:
        """A task on the project that the list is on; on the one that is latest where it is on none."""
        chosen = self.table.current_subject()
        step, project = next((each for each in self._late if each[1].code == chosen), self._late[0])
        stage, planned = step.stage.name, step.planned
        title = f"{project.name}：{stage}"
        basis = f"重点项目 {project.code} 应于 {planned} {stage}，已迟 {step.late} 天"
        self.supervised.emit((title, project.department, basis, f"完成{stage}"))
