"""What a rule makes of values: the curve, and beside it a table of the same points; any value can be tried."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.explain import BLANK_REASONS
from kpi_desktop.assessment.facts import Target
from kpi_desktop.assessment.trial import samples, tried_value
from kpi_desktop.assessment.wording import figure
from ui.grid.cells import Cell, Column, Row, number
from ui.grid.view import Table
from ui.look.tokens import BODY, SMALL
from ui.pages.scheme.figure_field import FigureField
from ui.pages.scheme.rule_curve import RuleCurve
from ui.pages.score.curve import Picture
from ui.parts.card import label
from ui.words import in_percent, percent, points

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Indicator
    from kpi_desktop.assessment.results import Line
    from kpi_desktop.assessment.trial import Sample

TABLE, ROW, TALLEST, FIELD = 270, 23, 30, 86
UNITS = {"增幅": "%", "占比": "%"}


class TrialView(QWidget):
    """`tried`: another value is to be tried."""

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples: tuple[Sample, ...] = ()
        self._rates = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.curve = RuleCurve()
        self.curve.pointed.connect(self.tried)
        self.blank = label("", BODY, "quiet", wraps=True)
        row.addWidget(self.curve, 1)
        row.addWidget(self.blank, 1)
        self._side = QWidget()
        self._side.setFixedWidth(TABLE)
        row.addWidget(self._side)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = QHBoxLayout()
        self.ask = label("", SMALL, "quiet")
        line.addWidget(self.ask, 1)
        self.value = FigureField(self.tr("试算的数"), FIELD)
        self.value.setFixedHeight(24)
        self.value.settled.connect(self._typed)
        line.addWidget(self.value)
        column.addLayout(line)
        self.table = Table(self.tr("试算点"), columns(""), ROW, TALLEST)
        self.table.activated_on.connect(lambda value, _: self.tried.emit(value))
        column.addWidget(self.table, 1)

    def show_line(self, indicator: Indicator, line: Line | None, value: Fraction | None, places: int) -> None:
        """Show a bearer's curve with `value` on it, or with what it reached where that is None."""
        shown = value if value is not None or line is None else tried_value(line)
        self.samples = samples(indicator, line, shown, places) if line else ()
        there = bool(self.samples)
        self.curve.setVisible(there)
        self._side.setVisible(there)
        self.blank.setVisible(not there)
        if not there:
            self.blank.setText(why_blank(line))
            return
        assert line is not None and line.spec.curve is not None
        self._rates = in_percent(indicator) and not indicator.rule.by_place
        own = next((each for each in self.samples if each.own), self.samples[-1])
        picture = Picture(line.spec.curve, own.value, self._name)
        self.curve.show_samples(picture, self.samples, self._step(indicator))
        self._show_table(indicator, line.spec.decimals)
        self.value.show_saved(self._name(own.value).replace(",", ""))

    def _step(self, indicator: Indicator) -> tuple[Fraction, str]:
        """What a slope is told for: one unit, or one percentage point."""
        if self._rates:
            return Fraction(1, 100), self.tr("每个百分点")
        unit = self.tr("位") if indicator.rule.by_place else indicator.unit or ""
        return Fraction(1), self.tr("每{unit}").format(unit=unit)

    def _show_table(self, indicator: Indicator, decimals: int) -> None:
        words, unit = asked(indicator)
        self.ask.setText(self.tr("{words} {unit}").format(words=words, unit=unit).strip())
        self.table.show_rows([self._row(each, decimals) for each in self.samples], columns(words))
        own = next((each.value for each in self.samples if each.own), None)
        if own is not None:
            self.table.blockSignals(True)
            self.table.go_to(own)
            self.table.blockSignals(False)

    def _row(self, sample: Sample, decimals: int) -> Row:
        share = (percent(sample.share, 2) or "").removesuffix("%")
        done = None if sample.completion is None else (percent(sample.completion) or "").removesuffix("%")
        cells = [
            number(self._name(sample.value).removesuffix("%"), bold=sample.own),
            number(done, token="secondary") if done else Cell("–", "number", "pale"),
            number(share, bold=sample.own),
            number(points(sample.score, decimals), bold=True),
        ]
        return Row(cells, sample.value)

    def _name(self, value: Fraction) -> str:
        return (percent(value, 2) or "") if self._rates else figure(value, 2)

    def _typed(self, text: str) -> None:
        try:
            value = reading.number(text.replace(",", ""))
        except ValueError as error:
            self.value.mark(str(error))
            return
        if self._rates and not text.rstrip().endswith(("%", "％")) and abs(value) > 2:
            value /= 100
        self.value.mark("")
        self.value.saved = self.value.text()
        self.tried.emit(value)


def columns(words: str) -> list[Column]:
    """若实绩为, 完成, 得分率, 得分."""
    translate = QCoreApplication.translate
    return [
        Column(words or translate("Scheme", "若实绩为"), 0, right=True, sortable=False),
        Column(translate("Scheme", "完成"), 60, right=True, unit="%", sortable=False),
        Column(translate("Scheme", "得分率"), 70, right=True, unit="%", sortable=False),
        Column(translate("Scheme", "得分"), 54, right=True, sortable=False),
    ]


def asked(indicator: Indicator) -> tuple[str, str]:
    """若增幅为, and the unit of what is asked."""
    translate = QCoreApplication.translate
    rule = indicator.rule
    if rule.code == "panel":
        return translate("Scheme", "若均分为"), translate("Scheme", "分")
    if rule.by_place:
        return translate("Scheme", "若名次为"), ""
    words = translate("Scheme", "若{what}为").format(what=rule.measure or translate("Scheme", "实绩"))
    return words, UNITS.get(rule.measure, indicator.unit or "")


def why_blank(line: Line | None) -> str:
    """Why there is no curve to draw."""
    if line is None:
        return QCoreApplication.translate("Scheme", "还没有部门承担，没有目标就画不出曲线。先到“目标任务”落实到部门。")
    if not isinstance(line.spec.subject, Target):
        return ""
    return BLANK_REASONS.get(line.spec.base_status, "")
