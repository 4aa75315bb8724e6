"""How a score came about: a panel beside the sheet, a drawer in a narrow window."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpi_desktop.assessment.explain import own_share, steps
from kpi_desktop.assessment.facts import Target
from kpi_desktop.assessment.months import LAST_VALUE, in_percent
from kpi_desktop.assessment.next_points import next_point
from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import CARD, DRAWER_WIDTH, GAP, SMALL, TINY
from ui.pages.score.curve import CurveView, Picture
from ui.pages.score.months import MonthBars
from ui.pages.score.steps import StepRow, as_text
from ui.parts.card import Card, label
from ui.parts.controls import button, icon_button
from ui.words import amount, percent, points

if TYPE_CHECKING:
    from kpi_desktop.assessment.explain import Step
    from kpi_desktop.assessment.next_points import NextPoint
    from kpi_desktop.assessment.results import Line
    from ui.year import YearView

MONTHS_STEP, CURVE_STEP = "各月实绩", "落在曲线"
"""Titles of the steps after which the pictures belong."""


class Head(QWidget):
    """Name, code, score of full marks, and chips."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.code, self.score, self.full = "", "", "", ""
        self.chips: list[str] = []
        self.setFixedHeight(62)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        full = f"/ {self.full}"
        right = pen.width(full, SMALL) + 6
        score_wide = pen.width(self.score, 22, True)
        pen.text(painter, QRectF(0, 8, box.width(), 24), full, "secondary", SMALL, align=pen.RIGHT)
        token = "accent" if self.score != "空" else "pale"
        pen.text(painter, QRectF(0, 0, box.width() - right, 34), self.score, token, 22, True, pen.RIGHT)
        room = QRectF(0, 4, box.width() - right - score_wide - 12, 28)
        code_wide = pen.width(self.code, SMALL) + 8
        room.setWidth(room.width() - code_wide)
        wide = pen.text(painter, room, self.title, "text", CARD)
        pen.text(painter, QRectF(min(wide, room.width()) + 8, 6, code_wide, 26), self.code, "pale", SMALL)
        left = 0.0
        for chip in self.chips:
            if left + pen.tag_width(chip) < box.width():
                left += pen.tag(painter, left, 46, chip) + 6
        painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), colour("line"))
        painter.end()


class NextCard(QWidget):
    """What is still missing for the next point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence, self._detail = "", ""
        self.setFixedHeight(56)

    def show_next(self, sentence: str, detail: str) -> None:
        """Show a sentence and what it comes to."""
        self._sentence, self._detail = sentence, detail
        self.setAccessibleName(f"{sentence} {detail}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        pen.frame(painter, box, "accent_fill", "accent_fill")
        icons.draw(painter, "crosshair", QRectF(8, 0, 28, box.height()), colour("accent"), 20)
        pen.text(painter, QRectF(42, 6, box.width() - 50, 24), self._sentence, "accent", 15)
        pen.text(painter, QRectF(42, 30, box.width() - 50, 18), self._detail, "text", SMALL)
        painter.end()


class ExplainPanel(Card):
    """`stepped` brings -1 or 1: the line before or after; `closed` that it was put away."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("得分说明"))
        self.setFixedWidth(DRAWER_WIDTH)
        self.sentence = ""
        self._title = ""
        self._steps: tuple[Step, ...] = ()
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

    def show_line(self, view: YearView, line: Line, place: int, count: int) -> None:
        """Explain `line`, the one at `place` of `count` of its department."""
        decimals = view.assessment.decimals
        self.place.setText(self.tr("第 {place} / {count} 项").format(place=place, count=count))
        self.details.title, self.details.code = line.title, line.code
        self.details.score = "空" if line.share is None else points(line.score, decimals)
        self.details.full = self.tr("{full} 分").format(full=points(line.full, decimals))
        self.details.chips = self._chips(view, line)
        self.details.update()
        name = view.name(line.spec.department)
        score, full = self.details.score, self.details.full
        self._title = f"{name} {line.code} {line.title}：{score} / {full}"
        self._steps = steps(view.assessment, line)
        found = next_point(view.assessment, line)
        self._show_next(line, found)
        self._show_steps(view, line, found)
        self.basis.setText(self._basis(view, line))

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

    def _show_next(self, line: Line, found: NextPoint | None) -> None:
        self.next_card.setVisible(found is not None)
        self.sentence = found.sentence if found else ""
        if found:
            value, score = amount(found.value, 4), found.score
            self.next_card.show_next(
                found.sentence, self.tr("到 {value} 得 {score} 分").format(value=value, score=score)
            )

    def _show_steps(self, view: YearView, line: Line, found: NextPoint | None) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, 6, GAP, 0)
        column.setSpacing(3)
        picture = None
        for at, step in enumerate(self._steps, 1):
            column.addWidget(StepRow(at, step))
            if step.title == MONTHS_STEP and (bars := self._months(view, line)):
                column.addWidget(bars)
            if step.title == CURVE_STEP and (picture := self._curve(view, line, found)):
                column.addWidget(picture, 1)
        column.addStretch(0 if picture else 1)
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
