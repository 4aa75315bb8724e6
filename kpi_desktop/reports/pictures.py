"""The charts of a year by name: what a report prints is what the window shows and the clipboard takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from matplotlib.figure import Figure

from kpi_desktop.assessment.facts import Target
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.assessment.results import Line
from kpi_desktop.reports import figures
from kpi_desktop.reports.charts import bullets, contribution, curve, heat, months, ranking, rewards
from kpi_desktop.reports.charts.drawing import PRINT_DPI, rendered
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import annual_economy, annual_money, annual_results
from kpi_desktop.reports.forms.contributions import bars
from kpi_desktop.reports.forms.key_targets import key_targets
from kpi_desktop.reports.forms.pace_map import heat_rows
from kpi_desktop.reports.forms.ranking import category_names

WIDTH = 180.0
Draw = Callable[[], Figure]


@dataclass(frozen=True, slots=True)
class YearChart:
    """One chart of a year: its name, and how it is drawn; `of` is None where the year has nothing to show."""

    code: str
    name: str
    of: Callable[[ReportContext, float], Draw | None]

    def bytes(
        self, context: ReportContext, width: float = WIDTH, format: str = "png", dpi: float = PRINT_DPI
    ) -> bytes | None:
        """The chart so many millimetres wide as png, svg or pdf; slow: never in the thread of the window."""
        draw = self.of(context, width)
        return None if draw is None else rendered(draw, format, dpi)


def _ranking(context: ReportContext, width: float) -> Draw | None:
    names = tuple(category_names(context))
    groups = tuple(
        annual_results.bars(context, group, names) for group in context.assessment.groups if group.departments
    )
    return (lambda: ranking.ranking_bars(groups, names, width)) if groups else None


def _bullets(context: ReportContext, width: float) -> Draw | None:
    drawn = annual_economy.bullets_of(key_targets(context))
    return (lambda: bullets.bullet_bars(drawn, width)) if drawn else None


def _months(context: ReportContext, width: float) -> Draw | None:
    drawn = tuple(course for _, course in annual_economy.year_courses(context, key_targets(context)))
    return (lambda: months.month_lines(drawn, width)) if drawn else None


def _heat(context: ReportContext, width: float) -> Draw | None:
    rows = heat_rows(context)
    return (lambda: heat.heat_map(rows, width)) if rows else None


def _contribution(context: ReportContext, width: float) -> Draw | None:
    drawn = bars(context)
    return (lambda: contribution.contribution_bars(drawn, width)) if drawn else None


def _rewards(context: ReportContext, width: float) -> Draw | None:
    pays = annual_money.pays_of(context)
    return (lambda: rewards.reward_bars(pays, "万元", width)) if pays else None


YEAR_CHARTS: Mapping[str, YearChart] = MappingProxyType(
    {
        chart.code: chart
        for chart in (
            YearChart("ranking", "各部门得分构成", _ranking),
            YearChart("bullets", "重点经济指标完成率", _bullets),
            YearChart("months", "重点经济指标逐月实绩与应达进度", _months),
            YearChart("heat", "各部门按月跟上进度的指标数", _heat),
            YearChart("contribution", "重点经济指标贡献份额", _contribution),
            YearChart("rewards", "各部门奖惩净额", _rewards),
        )
    }
)
"""The charts by code, in the order of the annual report."""


def line_curve(context: ReportContext, line: Line, width: float = 110.0) -> Draw | None:
    """The curve of a line's rule with the point it reached; None for tasks, panels and bases that give no curve."""
    target, made = line.spec.subject, line.spec.curve
    if made is None or not isinstance(target, Target):
        return None
    indicator = next(each for each in context.facts.indicators if each.code == line.code)
    rate = in_percent(indicator) and not indicator.rule.by_place
    reached = "尚无实绩"
    if line.value is not None and line.computed_share is not None:
        unit = "" if rate else "名" if indicator.rule.by_place else indicator.unit or ""
        value = figures.percent(line.value, 2) if rate else figures.plain(line.value)
        reached = f"{value}{unit}，得分率{figures.percent(line.computed_share, 2)}"
    axis = indicator.name if rate or not indicator.unit else f"{indicator.name}（{indicator.unit}）"
    picture = curve.CurvePicture(made, line.value, reached, axis, rate)
    return lambda: curve.curve_line(picture, width)
