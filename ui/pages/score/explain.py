"""How a score came about: a panel beside the sheet, a drawer in a narrow window."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpi_desktop.assessment.cheapest import WANTED, cheapest_points
from kpi_desktop.assessment.explain import Step, own_share, steps
from kpi_desktop.assessment.explain_sums import GRADE, RANK, derivation
from kpi_desktop.assessment.facts import Target
from kpi_desktop.assessment.months import LAST_VALUE, in_percent, is_ratio
from kpi_desktop.assessment.next_points import next_point
from ui.look.tokens import DRAWER_WIDTH, GAP, SMALL, TINY
from ui.pages.score.curve import CurveView, Picture
from ui.pages.score.explain_parts import Gains, Head, NextCard
from ui.pages.score.months import MonthBars
from ui.pages.score.steps import StepRow, as_text
from ui.parts.card import Card, label
from ui.parts.controls import button, icon_button
from ui.terms import blank_word, clauses, phrases, said
from ui.words import amount, percent, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.next_points import NextPoint
    from kpi_desktop.assessment.results import DepartmentResult, Line
    from kpi_desktop.office.origins import Origin
    from ui.year import YearView

Goal = tuple[str, ...]
GAINS = "gains"
"""What `show_figure` takes besides the kinds of `explain_sums`: where further points come cheapest."""
MONTHS_STEP, CURVE_STEP = "各月实绩", "落在曲线"
"""Titles of the steps after which the pictures belong."""


class ExplainPanel(Card):
    """`stepped` brings -1 or 1: the line before or after; `closed` that it was put away.

    `line_wanted` brings the code of a line to go to, `decision_wanted` that a grade is to be decided, `went` a goal.
    """

    stepped = Signal(int)
    closed = Signal()
    line_wanted = Signal(str)
    decision_wanted = Signal()
    went = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("得分说明"))
        self.setFixedWidth(DRAWER_WIDTH)
        self.sentence = ""
        self._title = ""
        self._steps: tuple[Step, ...] = ()
        self._goals: tuple[Goal, Goal] = ((), ())
        self._tools()
        self.details = Head()
        self._wrapped(self.details)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(self._scroll, 1)
        self.next_card = NextCard()
        self._wrapped(self.next_card, 6)
        self.basis = label("", TINY, "quiet")
        self._wrapped(self.basis, 4)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 4, GAP, GAP)
        self.copy = button(self.tr("复制说明"), self.copy_text, "copy")
        row.addWidget(self.copy)
        row.addStretch(1)
        self.fill = button(self.tr("去补"), lambda: self.went.emit(self._goals[0]), "pencil-simple", "primary")
        self.judge = button(self.tr("改核定…"), lambda: self.went.emit(self._goals[1]), "pencil-simple")
        for each in (self.fill, self.judge):
            each.hide()
            row.addWidget(each)
        self.decide = button(self.tr("等次认定…"), self.decision_wanted.emit, "scales", "primary")
        self.decide.hide()
        row.addWidget(self.decide)
        self.body.addLayout(row)

    def _tools(self) -> None:
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(GAP, 6, 6, 0)
        row.setSpacing(2)
        self.place = label("", SMALL, "quiet")
        row.addWidget(self.place, 1)
        row.addWidget(icon_button("caret-up", self.tr("上一项"), self._before, 14))
        row.addWidget(icon_button("caret-down", self.tr("下一项"), self._after, 14))
        self.close_button = icon_button("x", self.tr("收起 Esc"), self.closed.emit, 14)
        row.addWidget(self.close_button)
        self.body.addWidget(self._bar)

    def _wrapped(self, widget: QWidget, above: int = 0) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(GAP, above, GAP, 0)
        row.addWidget(widget)
        self.body.addLayout(row)

    def _before(self) -> None:
        self.stepped.emit(-1)

    def _after(self) -> None:
        self.stepped.emit(1)

    def copy_text(self) -> None:
        """Put the explanation on the clipboard."""
        QGuiApplication.clipboard().setText(as_text(self._title, self._steps, self.sentence))

    def show_line(self, view: YearView, line: Line, place: int, count: int, entered: Sequence[Origin] = ()) -> None:
        """Explain `line`, the one at `place` of `count` of its department; `entered`: who entered its data."""
        decimals = view.assessment.decimals
        self.place.setText(self.tr("第 {place} / {count} 项").format(place=place, count=count))
        self.details.title, self.details.code = line.title, line.code
        self.details.score = blank_word() if line.share is None else points(line.score, decimals)
        self.details.full = self.tr("{full} 分").format(full=points(line.full, decimals))
        self.details.chips = self._chips(view, line)
        self.details.update()
        name = view.name(line.spec.department)
        score, full = self.details.score, self.details.full
        self._title = said(f"{name} {line.code} {line.title}", f"{score} / {full}")
        first, *rest = steps(view.assessment, line)
        self._steps = (first, *self._entered(entered), *rest)
        self.decide.hide()
        self.offer((), ())
        found = next_point(view.assessment, line)
        indicator = view.indicators.get(line.code)
        self._show_next(found, bool(indicator and is_ratio(indicator)))
        self._show_steps(view, line, found)
        self.basis.setText(self._basis(view, line))

    def offer(self, fill: Goal, judge: Goal) -> None:
        """Offer the ways to where a blank is filled, and to where the line's verdict is written; none for ()."""
        self._goals = (fill, judge)
        self.fill.setVisible(bool(fill))
        self.judge.setVisible(bool(judge) and not fill)

    def show_figure(
        self, view: YearView, result: DepartmentResult, figure: tuple[str, str], entered: Sequence[Origin] = ()
    ) -> None:
        """Explain a figure above the lines: a kind of `explain_sums` and a name."""
        self.offer((), ())
        if figure[0] == GAINS:
            self._show_gains(view, result)
            return
        found = derivation(view.assessment, result.code, *figure)
        self.place.setText(result.name)
        self.details.title, self.details.code = found.title, ""
        self.details.score = found.value
        self.details.full = self.tr("{full} 分").format(full=found.whole) if found.whole else ""
        self.details.chips = [result.department.group or ""]
        self.details.update()
        self._title = said(f"{result.name} {found.title}", found.value)
        self._steps = (*found.steps, *self._entered(entered))
        self.sentence = ""
        self.next_card.hide()
        self.decide.setVisible(figure[0] in (GRADE, RANK) and view.facts.state != "final")
        self._show_inside([StepRow(at, step) for at, step in enumerate(self._steps, 1)])
        self.basis.setText(self.tr("点表中任一项看它的由来"))

    def _show_gains(self, view: YearView, result: DepartmentResult) -> None:
        """The lines on which further points cost least, each a way to its line."""
        gains = cheapest_points(view.assessment, result.code)
        brought = sum((gain.points for gain in gains), Decimal(0))
        self.place.setText(result.name)
        self.details.title, self.details.code, self.details.full = self.tr("最省力的再得分"), "", ""
        self.details.score = f"+{points(brought, view.assessment.decimals)}"
        self.details.chips = [result.department.group or ""]
        self.details.update()
        self.next_card.hide()
        self.decide.hide()
        listed = Gains()
        listed.show_gains(gains, WANTED, view.assessment.decimals)
        listed.chosen.connect(self.line_wanted)
        words = self.tr("每一步取“再得 1 分”最省的一项：还差的量 ÷ 目标所需的量，越小越省。别的部门和加减分不变。")
        self._show_inside([listed, label(words, SMALL, "quiet", wraps=True)])
        self._title = self.tr("{name} 再得 {points} 分").format(name=result.name, points=brought)
        self._steps = tuple(
            Step(row.gain.line.title, phrases((row.needs, row.reaches, row.brings))) for row in listed.rows
        )
        self.sentence = ""
        self.basis.setText(self.tr("点一项看它的由来"))

    def _entered(self, entered: Sequence[Origin]) -> tuple[Step, ...]:
        """Who entered what, and when."""
        words = self.tr("{what}：{author} {at}，{action}")
        told = [
            words.format(what=each.what, author=each.author, at=each.at[:16].replace("T", " "), action=each.action)
            for each in entered
        ]
        return (Step(self.tr("谁录入"), clauses(told)),) if told else ()

    def _chips(self, view: YearView, line: Line) -> list[str]:
        subject = line.spec.subject
        if not isinstance(subject, Target):
            return [line.category, self.tr("协办") if line.kind == "partner" else self.tr("任务")]
        indicator = view.indicators[line.code]
        chips = [indicator.rule.name, line.category]
        if indicator.key:
            chips.append(self.tr("重点"))
        if subject.multiplier != 1:
            chips.append(self.tr("系数 {value}").format(value=amount(subject.multiplier)))
        return chips

    def _show_next(self, found: NextPoint | None, ratio: bool) -> None:
        self.next_card.setVisible(found is not None)
        self.sentence = found.sentence if found else ""
        if found:
            value = percent(found.value, 2) if ratio else amount(found.value, 4)
            score = found.score
            self.next_card.show_next(
                found.sentence, self.tr("到 {value} 得 {score} 分").format(value=value, score=score)
            )

    def _show_steps(self, view: YearView, line: Line, found: NextPoint | None) -> None:
        shown: list[QWidget] = []
        picture = None
        for at, step in enumerate(self._steps, 1):
            shown.append(StepRow(at, step))
            if step.title == MONTHS_STEP and (bars := self._months(view, line)):
                shown.append(bars)
            if step.title == CURVE_STEP and (picture := self._curve(view, line, found)):
                shown.append(picture)
        self._show_inside(shown, picture)

    def _show_inside(self, shown: Sequence[QWidget], picture: QWidget | None = None) -> None:
        """Show widgets one below the other; `picture` takes what height is left."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, 6, GAP, 0)
        column.setSpacing(3)
        for each in shown:
            column.addWidget(each, 1 if each is picture else 0)
        column.addStretch(0 if picture else 1)
        if old := self._scroll.takeWidget():
            old.deleteLater()  # it may be what was clicked
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)  # setWidget switches it on

    def _months(self, view: YearView, line: Line) -> MonthBars | None:
        values = view.reported.get((line.code, line.spec.department))
        if not values:
            return None
        bars = MonthBars()
        bars.show_months(values, view.indicators[line.code].accumulation in LAST_VALUE)
        return bars

    def _curve(self, view: YearView, line: Line, found: NextPoint | None) -> CurveView | None:
        curve, value = line.spec.curve, line.value
        if curve is None or value is None:
            return None
        indicator = view.indicators[line.code]
        rule, rates = indicator.rule, in_percent(indicator)

        def name(x: Fraction) -> str:
            return (percent(x, 2) if rates else amount(x)) or ""

        further, words = None, ""
        if found and rule.measure == "实绩":
            further = Fraction(found.value)
            words = self.tr("{value} → {score} 分").format(value=name(further), score=found.score)
        shown = CurveView()
        shown.show_picture(Picture(curve, value, name, further, words))
        return shown

    def _basis(self, view: YearView, line: Line) -> str:
        own = own_share(view.assessment, line)
        parts = [self.tr("自评 {share}").format(share=percent(own, 2)) if own is not None else self.tr("未自评")]
        parts.append(self.tr("已核定") if line.spec.verdict else self.tr("未另行核定"))
        indicator = view.indicators.get(line.code)
        if indicator and indicator.source:
            parts.append(indicator.source)
        return " · ".join(parts)
