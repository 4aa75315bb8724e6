"""图表: the charts of the year on screen, the same figures as in the reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.look.tokens import GAP
from ui.parts.card import Card
from ui.parts.chart import ChartView
from ui.parts.controls import Segments, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.jobs import Jobs
    from ui.year import YearView

RANKING, BULLETS, MONTHS, HEAT = "ranking", "bullets", "months", "heat"
CONTRIBUTION, REWARDS, CURVE = "contribution", "rewards", "curve"
Line = tuple[str, str]
"""A department and the code of one of its lines."""


class ChartsView(Card):
    """A chart with its chooser; `told` brings what was copied or saved, `failed` what was not."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.setAccessibleName(self.tr("图表"))
        self._view: YearView | None = None
        self._line: Line = ("", "")
        self.kinds = Segments(self.tr("哪张图"))
        self.kinds.show_items(self._items(), RANKING)
        self.kinds.chosen.connect(self.show_chart)
        self.head.insertWidget(0, self.kinds)
        self.title.hide()
        self.copy = button(self.tr("复制"), self._copy, "copy", hint=self.tr("复制成图片，粘到 Word、WPS、微信"))
        self.save = button(self.tr("存图…"), self._save, "floppy-disk", hint=self.tr("存成 PNG、SVG 或 PDF"))
        self.head.addWidget(self.copy)
        self.head.addWidget(self.save)
        self.chart = ChartView(jobs)
        self.chart.told.connect(self.told)
        self.chart.failed.connect(self.failed)
        column = QVBoxLayout()
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.addWidget(self.chart)
        self.body.addLayout(column, 1)

    def _items(self) -> list[tuple[str, object]]:
        return [
            (self.tr("得分构成"), RANKING),
            (self.tr("完成率"), BULLETS),
            (self.tr("逐月进度"), MONTHS),
            (self.tr("部门 × 月"), HEAT),
            (self.tr("贡献份额"), CONTRIBUTION),
            (self.tr("奖惩"), REWARDS),
            (self.tr("计分曲线"), CURVE),
        ]

    def _name(self) -> str:
        return next(words for words, kind in self._items() if kind == self.kinds.value())

    def show_view(self, view: YearView, line: Line) -> None:
        """Show the year; `line`: whose curve 计分曲线 shows."""
        self._view, self._line = view, drawable(view, line)
        self.show_chart(self.kinds.value())

    def show_chart(self, kind: object) -> None:
        """Show one of the charts."""
        view = self._view
        if view is None:
            return
        self.kinds.mark(kind)
        name = self._name()
        if kind == CURVE:
            result = next((r for r in view.assessment.departments() if r.code == self._line[0]), None)
            line = result.line(self._line[1]) if result else None
            self.remark.setText(f"{result.name} {line.code} {line.title}" if result and line else "")
        else:
            self.remark.setText(self.tr("与报表里的图相同"))
        self.chart.show_chart(name, made_of(view, str(kind), self._line))

    def _copy(self) -> None:
        self.chart.copy()

    def _save(self) -> None:
        kinds = self.tr("PNG 图片 (*.png);;SVG 矢量图 (*.svg);;PDF (*.pdf)")
        year = self._view.year if self._view else ""
        path, _ = QFileDialog.getSaveFileName(self, self.tr("存图"), f"{year}{self._name()}.png", kinds)
        if path:
            self.chart.save_to(Path(path))


def drawable(view: YearView, line: Line) -> Line:
    """The line itself where its rule has a curve, else the first of its department that has one."""
    result = next((each for each in view.assessment.departments() if each.code == line[0]), None)
    codes = [each.code for each in result.lines if each.spec.curve] if result else []
    return line if line[1] in codes or not codes else (line[0], codes[0])


def made_of(view: YearView, kind: str, line: Line) -> Callable[[float, str, float], bytes | None]:
    """What draws a chart of `view` at a width in millimetres, as a format, at a resolution; for a worker."""

    def make(width: float, format: str, dpi: float) -> bytes | None:
        from kpi_desktop.assessment.rewards import rewards
        from kpi_desktop.reports.charts.drawing import rendered
        from kpi_desktop.reports.context import ReportContext
        from kpi_desktop.reports.pictures import YEAR_CHARTS, line_curve

        paid = rewards(view.assessment)
        context = ReportContext(facts=view.facts, assessment=view.assessment, rewards=paid, today=view.day)
        if kind != CURVE:
            return YEAR_CHARTS[kind].bytes(context, width, format, dpi)
        results = {each.code: each for each in view.assessment.departments()}
        found = results[line[0]].line(line[1]) if line[0] in results else None
        draw = line_curve(context, found, width) if found else None
        return rendered(draw, format, dpi) if draw else None

    return make
