"""From months to a year's actual (calculus, section 2)."""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from kpi_desktop.assessment.exact import Exact, ratio
from kpi_desktop.assessment.facts import WHOLE_ZONE, Facts, Indicator
from kpi_desktop.assessment.text import half_width
from kpi_desktop.assessment.wording import RATES, figure, percentage

Months = Mapping[int, Exact]
LAST_VALUE = ("cumulative", "last")


class Source(NamedTuple):
    """Where an indicator fetches its values from: `kind` indicator or project, `name` the code or the rate."""

    kind: str
    name: str


def source(indicator: Indicator) -> Source | None:
    """The fetching data source of `indicator` (`指标:E01`, `项目:签约率`); None where values are entered by hand."""
    text = half_width(indicator.source or "")
    for prefix, kind in (("指标:", "indicator"), ("项目:", "project")):
        if text.startswith(prefix) and text[len(prefix) :].strip():
            return Source(kind, text[len(prefix) :].strip())
    return None


def reported(facts: Facts) -> dict[tuple[str, str], Months]:
    """The months' values of every target, by (indicator, department), months ascending.

    A value for 全区 stands where a bearer has none of its own in that month. An indicator that fetches another's months
    has those of the same department, none where the department does not bear the other. Project rates have no months.
    """
    entered: defaultdict[tuple[str, str], dict[int, Exact]] = defaultdict(dict)
    for actual in sorted(facts.actuals, key=lambda actual: actual.month):
        entered[actual.indicator, actual.department][actual.month] = actual.value
    fetched = {
        indicator.code: found.name
        for indicator in facts.indicators
        if (found := source(indicator)) and found.kind == "indicator"
    }
    laid = {(target.indicator, target.department) for target in facts.targets}
    months: dict[tuple[str, str], Months] = {}
    for target in facts.targets:
        code = fetched.get(target.indicator, target.indicator)
        borne = (code, target.department) in laid
        months[target.indicator, target.department] = _with_zone(entered, code, target.department) if borne else {}
    return months


def _with_zone(entered: Mapping[tuple[str, str], Months], code: str, department: str) -> Months:
    own, zone = entered.get((code, department), {}), entered.get((code, WHOLE_ZONE))
    if not zone:
        return own
    return dict(sorted({**zone, **own}.items()))


def accumulated(accumulation: str, values: Months, until: int = 12) -> tuple[int, int] | None:
    """The actual from the months up to `until` (1-12) as a ratio; None where no month is reported."""
    reported = sorted(month for month in values if month <= until)
    if not reported:
        return None
    if accumulation in LAST_VALUE:
        return ratio(values[reported[-1]])
    pairs = [ratio(values[month]) for month in reported]
    scale = lcm(*(denominator for _, denominator in pairs))
    total = sum(numerator * (scale // denominator) for numerator, denominator in pairs)
    return (total, scale) if accumulation == "sum" else (total, scale * len(pairs))


def accumulate(accumulation: str, values: Months, until: int = 12) -> Fraction | None:
    """The actual from the months up to `until` (1-12) in the indicator's way; None where no month is reported."""
    pair = accumulated(accumulation, values, until)
    return Fraction(*pair) if pair else None


def in_percent(indicator: Indicator) -> bool:
    """Whether what the rule looks at is a ratio and read as a percentage."""
    return indicator.rule.measure in RATES or is_ratio(indicator)


def is_ratio(indicator: Indicator) -> bool:
    """Whether the months' values themselves are ratios and read as percentages: by their unit, or rates of projects."""
    found = source(indicator)
    unit = indicator.unit or ""
    return bool(found and found.kind == "project") or "%" in unit or "％" in unit or unit.endswith("率")


def with_unit(indicator: Indicator, value: Exact) -> str:
    """An actual of the indicator with its unit; a ratio as a percentage."""
    return percentage(value, 2) if is_ratio(indicator) else f"{figure(value)} {indicator.unit or ''}".rstrip()
