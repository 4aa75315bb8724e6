"""The economic targets as they stand at the end of a month: actual against pace, light, what was written on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kpi_desktop.assessment import months, pace
from kpi_desktop.assessment.facts import WHOLE_ZONE, Actual, Facts
from kpi_desktop.assessment.lights import GREEN, TargetLight, target_lights
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext

BEHIND = {"behind_pace", "far_behind_pace"}


@dataclass(frozen=True, slots=True)
class MonthTarget:
    """A target at a month's end, with its bearers: several where the zone reports one value for all of them."""

    found: TargetLight
    bearers: tuple[str, ...]
    alone: bool = True

    @property
    def name(self) -> str:
        """The indicator's name; with the department's where several have targets of their own."""
        return self.found.indicator.name if self.alone else f"{self.found.indicator.name}（{self.bearers[0]}）"

    @property
    def bearer(self) -> str:
        """Who carries it: 投资促进局, or 投资促进局等3个部门."""
        return self.bearers[0] if len(self.bearers) == 1 else f"{self.bearers[0]}等{len(self.bearers)}个部门"

    @property
    def behind(self) -> bool:
        """Whether its actual lags behind the pace by more than the yellow line."""
        return bool(BEHIND & set(self.found.reasons))

    @property
    def unreported(self) -> bool:
        """Whether its light is not green for want of a report alone."""
        return self.found.light != GREEN and not self.behind

    @property
    def done(self) -> Fraction | None:
        """The actual as a share of what the whole year asks for."""
        if self.found.actual is None or not self.found.due:
            return None
        return self.found.actual / self.found.due

    @property
    def due_by_now(self) -> Fraction | None:
        """The pace as a share of what the whole year asks for."""
        return self.found.pace / self.found.due if self.found.pace is not None and self.found.due else None

    def text(self, value: Fraction | None) -> str | None:
        """An amount of this target as it is printed: a rate as a percentage, else as its other amounts, 2 decimals."""
        if value is None:
            return None
        if self._rate:
            return figures.percent(value, 2)
        shown = (self.found.actual, self.found.pace, self.found.due)
        return figures.fixed(value, max(min(figures.places(each), 2) for each in shown if each is not None))

    def worded(self, value: Fraction) -> str:
        """The same with its unit."""
        return f"{self.text(value)}{'' if self._rate else self.found.indicator.unit or ''}"

    @property
    def _rate(self) -> bool:
        return any(mark in (self.found.indicator.unit or "") for mark in "%％")


def month_targets(context: ReportContext, month: int, key: bool = True) -> list[MonthTarget]:
    """The paced targets of key indicators (of the other economic ones with `key` False) at the end of `month`."""
    facts = context.facts
    economic = {category.name for category in facts.categories if category.economic}
    names = {result.code: result.name for result in context.assessment.departments()}
    common = {actual.indicator for actual in facts.actuals if actual.department == WHOLE_ZONE}
    by_indicator: dict[str, dict[object, list[TargetLight]]] = {indicator.code: {} for indicator in facts.indicators}
    for found in target_lights(facts, pace.month_end(context.year, month)):
        indicator = found.indicator
        wanted = indicator.key if key else not indicator.key and indicator.category in economic
        if wanted and pace.is_paced(indicator) and found.due is not None and found.department in names:
            same = (found.actual, found.due) if indicator.code in common else found.department
            by_indicator[indicator.code].setdefault(same, []).append(found)
    return [
        MonthTarget(lights[0], tuple(names[each.department] for each in lights), len(groups) == 1)
        for groups in by_indicator.values()
        for lights in groups.values()
    ]


def written(facts: Facts, each: MonthTarget, among: Sequence[int]) -> Actual | None:
    """The last entry of these months with an analysis or a countermeasure on the target."""
    places = (each.found.department, WHOLE_ZONE)
    told = [
        actual
        for actual in facts.actuals
        if actual.indicator == each.found.code
        and actual.department in places
        and actual.month in among
        and (actual.analysis or actual.countermeasure)
    ]
    return max(told, key=lambda actual: actual.month, default=None)


def course_until(facts: Facts, each: MonthTarget, month: int) -> dict[int, Fraction]:
    """The actual up to each reported month, until `month`."""
    values = months.reported(facts).get((each.found.code, each.found.department), {})
    found = {at: months.accumulate(each.found.indicator.accumulation, values, at) for at in values if at <= month}
    return {at: value for at, value in found.items() if value is not None}


def pace_of(each: MonthTarget) -> dict[int, Fraction]:
    """What is due by each month of the year."""
    found = {month: pace.pace(each.found.target, each.found.indicator, month) for month in range(1, 13)}
    return {month: value for month, value in found.items() if value is not None}
