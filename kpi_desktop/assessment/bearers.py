"""The bearers of an indicator side by side: what a month brought, who comes where, by the months up to one."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kpi_desktop.assessment import measures
from kpi_desktop.assessment.exact import Exact, fraction, ratio
from kpi_desktop.assessment.facts import Indicator, Target
from kpi_desktop.assessment.measures import Bearing, Ratio
from kpi_desktop.assessment.months import Months, accumulated

_BY: Mapping[str, str] = {"增幅": "增幅名次", "增量": "增量名次", "占比": "实绩名次"}


def brought(accumulation: str, values: Months, month: int) -> Fraction | None:
    """What `month` (1-12) alone brought: of 累计 the step from the month before, else its own value.

    None where it is not reported, and under 累计 where the month before is not.
    """
    if month not in values:
        return None
    value = fraction(values[month])
    if accumulation != "cumulative" or month == 1:
        return value
    return value - fraction(values[month - 1]) if month - 1 in values else None


def place_measure(indicator: Indicator) -> str:
    """By what bearers are compared: the place the rule looks at, else its value, else how much of 确保 is reached."""
    rule = indicator.rule
    return rule.measure if rule.by_place else _BY.get(rule.measure, "完成率名次")


def places(
    indicator: Indicator, targets: Sequence[Target], values: Sequence[Months], month: int
) -> tuple[int | None, ...]:
    """The place of each bearer among all of them by the actual up to `month`; None for one without a value to compare.

    1 + the number of those strictly better, as in the calculus, section 3; here always over all bearers.
    """
    if not targets:
        return ()
    bearings = [Bearing("", _ratio(target.prior), _ratio(target.base)) for target in targets]
    actuals = [accumulated(indicator.accumulation, each, month) for each in values]
    lower = measures.lower_better(indicator, targets[0])
    found = measures.values(place_measure(indicator), bearings, actuals, lower, True)
    return tuple(None if value is None else value[0] for value in found)


def _ratio(value: Exact | None) -> Ratio | None:
    return None if value is None else ratio(value)
