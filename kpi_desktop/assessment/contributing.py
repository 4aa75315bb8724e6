"""Who brought how much of an indicator's total: parts that say something only where the amounts add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kpi_desktop.assessment import exact, months
from kpi_desktop.assessment.facts import WHOLE_ZONE, Indicator
from kpi_desktop.assessment.results import Assessment

UNITS = 1000
"""Shares are shown in thousandths that sum to the whole by largest remainder."""


@dataclass(frozen=True, slots=True)
class Contributed:
    """One indicator whose amounts add up: the total, and by department code its amount and share (0-1, exact)."""

    indicator: Indicator
    total: Fraction
    amounts: Mapping[str, Fraction]

    def share(self, department: str) -> Fraction | None:
        """A department's part, rounded so that all parts sum to 1; None where it has no amount."""
        codes = list(self.amounts)
        if department not in codes:
            return None
        parts = exact.largest_remainder(UNITS, list(self.amounts.values()))
        return Fraction(parts[codes.index(department)], UNITS)


def adds_up(indicator: Indicator) -> bool:
    """Whether amounts of several departments make a total: no rates, means or panels; what is fetched counts once."""
    unit = indicator.unit or ""
    rate = any(mark in unit for mark in "%％‰/") or unit.endswith("率") or months.source(indicator) is not None
    return bool(unit) and not rate and indicator.rule.code != "panel" and indicator.accumulation != "average"


def contributions(assessment: Assessment) -> dict[str, Contributed]:
    """By code every indicator with a total above 0; one reported for the whole zone, or with a loss, has no parts."""
    facts = assessment.facts
    borne = {result.code: {line.code: line for line in result.lines} for result in assessment.departments()}
    common = {actual.indicator for actual in facts.actuals if actual.department == WHOLE_ZONE}
    found: dict[str, Contributed] = {}
    for indicator in facts.indicators:
        if not adds_up(indicator) or indicator.code in common:
            continue
        lines = [(department, own.get(indicator.code)) for department, own in borne.items()]
        amounts = {department: line.actual for department, line in lines if line and line.actual is not None}
        total = sum(amounts.values(), Fraction(0))
        if total > 0 and min(amounts.values()) >= 0:
            found[indicator.code] = Contributed(indicator, total, amounts)
    return found
