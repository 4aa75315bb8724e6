"""Key economic indicators as rows: what was due, what was reached, who carries it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kpi_desktop.assessment import months, pace
from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.assessment.facts import Actual, Facts, Indicator, Target
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.assessment.results import Line
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext

NOT_BY_TARGET = ("panel",)


@dataclass(frozen=True, slots=True)
class KeyTarget:
    """A target of an indicator with its line and bearers; several where all figures are the same (全区)."""

    indicator: Indicator
    target: Target
    line: Line
    bearers: tuple[str, ...]
    alone: bool = True

    @property
    def name(self) -> str:
        """The indicator's name; with the department's where several have targets of their own."""
        return self.indicator.name if self.alone else f"{self.indicator.name}（{self.bearers[0]}）"

    @property
    def value(self) -> Fraction | None:
        """What the rule looks at; for a place the actual itself."""
        return self.line.actual if self.indicator.rule.by_place else self.line.value

    @property
    def goal(self) -> Fraction | None:
        """What has to be reached."""
        return self.line.goal

    @property
    def ratio(self) -> Fraction | None:
        """Value as a share of 确保; upside down where lower is better. None where that says nothing."""
        value, goal = self.value, self.goal
        if value is None or goal is None or goal <= 0:
            return None
        if self.line.lower_better:
            return goal / value if value > 0 else None
        return value / goal

    @property
    def stretch_ratio(self) -> Fraction | None:
        """力争 as a share of 确保, where the target has one."""
        stretch, goal = self.target.stretch, self.goal
        if stretch is None or goal is None or goal <= 0 or self.line.lower_better or fraction(stretch) <= goal:
            return None
        return fraction(stretch) / goal

    def text(self, value: Exact | None, decimals: int | None = None, unit: bool = True) -> str | None:
        """A figure of this target as it is printed, with its unit."""
        if value is None:
            return None
        if in_percent(self.indicator) and not self.indicator.rule.by_place:
            return figures.percent(value, decimals)
        shown = figures.plain(value) if decimals is None else figures.fixed(value, decimals)
        return shown + (self.indicator.unit or "" if unit else "")

    def distance(self) -> str:
        """How far the value is from the goal, in the unit or in percentage points."""
        value, goal = self.value, self.goal
        assert value is not None and goal is not None
        gap = abs(value - goal)
        if in_percent(self.indicator):
            return f"{figures.fixed(gap * 100, 2)}个百分点"
        return f"{figures.plain(gap)}{self.indicator.unit or ''}"


def key_targets(context: ReportContext, key: bool = True) -> list[KeyTarget]:
    """The targets of key indicators (of the other economic ones with `key` False), in the order of the indicators."""
    economic = {category.name for category in context.facts.categories if category.economic}
    return [
        found
        for indicator in context.facts.indicators
        if indicator.rule.code not in NOT_BY_TARGET and indicator.key == key
        if key or indicator.category in economic
        for found in _targets_of(context, indicator)
    ]


def _targets_of(context: ReportContext, indicator: Indicator) -> list[KeyTarget]:
    """The targets of one indicator; those whose figures are all the same, as under 全区, are one."""
    same: dict[tuple[object, ...], list[tuple[Line, Target, str]]] = {}
    for result in context.assessment.departments():
        line = result.line(indicator.code)
        if line and line.kind == "target" and isinstance(line.spec.subject, Target):
            target = line.spec.subject
            figures_of = (target.base, target.stretch, target.prior, line.actual, line.value)
            key = figures_of if line.actual is not None else (result.code,)
            same.setdefault(key, []).append((line, target, result.name))
    return [
        KeyTarget(indicator, lines[0][1], lines[0][0], tuple(name for _, _, name in lines), len(same) == 1)
        for lines in same.values()
    ]


def courses(facts: Facts) -> Mapping[tuple[str, str], months.Months]:
    """The months of every target."""
    return months.reported(facts)


def actual_by_month(each: KeyTarget, values: months.Months) -> dict[int, Fraction]:
    """The actual up to each reported month."""
    found = {month: months.accumulate(each.indicator.accumulation, values, month) for month in values}
    return {month: value for month, value in found.items() if value is not None}


def pace_by_month(each: KeyTarget) -> dict[int, Fraction]:
    """What was due by each month; empty where the target is not judged by pace."""
    found = {month: pace.pace(each.target, each.indicator, month) for month in range(1, 13)}
    return {month: value for month, value in found.items() if value is not None}


def last_words(facts: Facts, each: KeyTarget) -> Actual | None:
    """The last month's entry with an analysis or countermeasure."""
    told = [
        actual
        for actual in facts.actuals
        if actual.indicator == each.indicator.code
        and actual.department == each.target.department
        and (actual.analysis or actual.countermeasure)
    ]
    return max(told, key=lambda actual: actual.month, default=None)
