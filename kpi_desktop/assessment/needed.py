"""What the months that are left must bring to reach 确保 and 力争: exact, and compared with the last months' pace."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment import measures, months
from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.assessment.facts import Indicator, Target
from kpi_desktop.assessment.months import Months
from kpi_desktop.assessment.pace import ALONG_THE_YEAR, DECEMBER, is_paced

BASE, STRETCH = "base", "stretch"
RECENT = 3
"""The last so many months say how fast things go."""
REACHED, AS_BEFORE, FASTER, OPEN, MISSED = "reached", "as_before", "faster", "open", "missed"
"""What can be said: reached already; going on as in the last months is enough; it is not; nothing to compare with;
no month is left, or a total that must stay below its limit is above it."""
_PERIODS: Mapping[str, int] = {"month": 1, "quarter": 3, "year": DECEMBER}


class Needed(NamedTuple):
    """What one goal still needs. Amounts are in the indicator's unit.

    `goal`: base 确保 or stretch 力争; `amount`: the year's actual that meets it; `to_date`: the actual so far, None
    where nothing is reported; `rest`: how far it is from there, at most 0 where it is met; `left`: months (of an
    average: reports) that are still to come; `each`: what each of them must bring (累计, 合计), must be (平均), or by
    how much the level must move (期末) - with lower-better the most it may be; None where none is left or nothing can
    be said. `recent`: the same figure over the last three months. `quicker`: by what share `each` is harder than
    `recent`, only where `state` is `faster` and `recent` is above 0.
    """

    goal: str
    amount: Fraction
    to_date: Fraction | None
    rest: Fraction | None
    left: int
    each: Fraction | None
    recent: Fraction | None
    state: str
    quicker: Fraction | None = None


def amounts(indicator: Indicator, target: Target) -> dict[str, Fraction]:
    """The year's actual that meets 确保 and 力争, where each is given and judged by an amount.

    Rates of growth become amounts through the year before. Under 功效系数 the base is what must not be; only its
    stretch is a goal. Nothing for panels, project rates, places and 占比.
    """
    if not is_paced(indicator) or indicator.rule.by_place:
        return {}
    given: dict[str, Exact | None] = {BASE: target.base, STRETCH: target.stretch}
    if indicator.rule.code == "efficacy":
        del given[BASE]
    found = {goal: _amount(indicator.rule.measure, value, target.prior) for goal, value in given.items()}
    return {goal: amount for goal, amount in found.items() if amount is not None}


def _amount(measure: str, value: Exact | None, prior: Exact | None) -> Fraction | None:
    if value is None:
        return None
    if measure == "实绩":
        return fraction(value)
    if measure not in ("增幅", "增量") or prior is None:
        return None
    before = fraction(prior)
    return before + (abs(before) * fraction(value) if measure == "增幅" else fraction(value))


def needed(indicator: Indicator, target: Target, values: Months, until: int = DECEMBER) -> tuple[Needed, ...]:
    """What 确保 and 力争 of a target still need, from its months' `values` up to the month `until` (1-12, 0: none).

    The months to come are those after the last reported one. With lower-better the goal is a limit, and `each` the
    most that every month to come may bring.
    """
    known = {month: fraction(value) for month, value in values.items() if month <= until}
    lower = measures.lower_better(indicator, target)
    return tuple(_needed(indicator, lower, known, goal, amount) for goal, amount in amounts(indicator, target).items())


def _needed(indicator: Indicator, lower: bool, known: dict[int, Fraction], goal: str, amount: Fraction) -> Needed:
    way = indicator.accumulation
    month = max(known, default=0)
    to_date = months.accumulate(way, known)
    left = _reports_left(indicator.cadence, month) if way == "average" else DECEMBER - month
    each = _EACH[way](amount, known, left) if left else None
    recent = _recent(way, known)
    from_here = Fraction(0) if to_date is None and way in ALONG_THE_YEAR else to_date
    rest = None if from_here is None else (from_here - amount if lower else amount - from_here)
    state = _state(way, lower, rest if known else None, each, recent)
    quicker = _quicker(way, lower, each, recent) if state == FASTER else None
    return Needed(goal, amount, to_date, rest, left, each, recent, state, quicker)


def _reports_left(cadence: str, month: int) -> int:
    """How many months, quarters or years after the one of `month` end within the year."""
    length = _PERIODS[cadence]
    return DECEMBER // length - -(-month // length)


def _each_added(amount: Fraction, known: dict[int, Fraction], left: int) -> Fraction:
    """累计: the last value is the year to date, the rest is spread evenly."""
    return (amount - (known[max(known)] if known else 0)) / left


def _each_summed(amount: Fraction, known: dict[int, Fraction], left: int) -> Fraction:
    return (amount - sum(known.values())) / left


def _each_moved(amount: Fraction, known: dict[int, Fraction], left: int) -> Fraction | None:
    """期末: by how much the level must move a month; nothing can be said before it is known."""
    return (amount - known[max(known)]) / left if known else None


def _each_averaged(amount: Fraction, known: dict[int, Fraction], left: int) -> Fraction:
    """平均: what the reports to come must be for the mean of all."""
    return (amount * (len(known) + left) - sum(known.values())) / left


_EACH: Mapping[str, Callable[[Fraction, dict[int, Fraction], int], Fraction | None]] = {
    "cumulative": _each_added,
    "sum": _each_summed,
    "last": _each_moved,
    "average": _each_averaged,
}


def _recent(way: str, known: dict[int, Fraction]) -> Fraction | None:
    """What a month brought (平均: was; 期末: moved by) over the last three."""
    if not known:
        return None
    last = max(known)
    if way in ("sum", "average"):
        latest = [value for month, value in known.items() if month > last - RECENT]
        months_gone = min(RECENT, last) if way == "sum" else len(latest)
        return sum(latest, Fraction(0)) / months_gone
    before = max((month for month in known if month <= last - RECENT), default=0)
    if not before and way == "last":
        before = min(known)
    if before == last:
        return None
    start = known[before] if before else Fraction(0)
    return (known[last] - start) / (last - before)


def _state(way: str, lower: bool, rest: Fraction | None, each: Fraction | None, recent: Fraction | None) -> str:
    """`rest`: None where nothing is reported. A mean, and a total below its limit, are settled only at year's end."""
    if rest is None:
        return OPEN
    settled = each is None or way == "last" or (way in ALONG_THE_YEAR and not lower)
    if settled and rest <= 0:
        return REACHED
    if each is None or (lower and way in ALONG_THE_YEAR and each < 0):
        return MISSED
    if recent is None:
        return OPEN
    return AS_BEFORE if (recent <= each if lower else recent >= each) else FASTER


def _quicker(way: str, lower: bool, each: Fraction | None, recent: Fraction | None) -> Fraction | None:
    """By what share of `recent` the months to come must be better; None where it goes the wrong way or nowhere."""
    if each is None or recent is None:
        return None
    if lower and way == "last":
        each, recent, lower = -each, -recent, False
    if recent <= 0:
        return None
    return (recent - each) / recent if lower else (each - recent) / recent
