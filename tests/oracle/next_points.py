"""A line's next point (section 3), by trying: what would the score be with so many hundredths more?"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil

from kpi_desktop.assessment.facts import Facts
from tests.oracle.actuals import indicator_of, source_kind
from tests.oracle.arithmetic import ZERO, read_list, read_number, round_to_unit, smallest
from tests.oracle.results import OracleLine
from tests.oracle.shares import Judgement, other_bearers, plain_value, rule_outcome

FURTHEST = 10**9
"""Hundredths beyond which nothing is tried."""


def has_further_values(line: OracleLine) -> bool:
    """Whether more of the actual can change the score: a target with a share and without a verdict."""
    return line.judged is not None and line.status == "ok"


def actual_with(line: OracleLine, hundredths: int) -> Fraction:
    """The actual (a panel's: the mean) better by so many hundredths."""
    judged, actual = line.judged, line.computed.a
    assert judged is not None and actual is not None
    return actual + Fraction(-hundredths if judged.lower_is_better else hundredths, 100)


def score_with(facts: Facts, line: OracleLine, hundredths: int) -> Fraction:
    """The line's score with the actual better by so many hundredths, all else unchanged; rates up to 1."""
    judged = line.judged
    assert judged is not None
    actual = actual_with(line, hundredths)
    if judged.code == "panel":
        share = actual / 100 if actual <= 100 else None
    else:
        if source_kind(indicator_of(facts, line.code)) == "project":
            actual = min(actual, Fraction(1))
        share = rule_outcome(replace(judged, a=actual)).share
    return ZERO if share is None else round_to_unit(line.full * share, smallest(facts.settings.decimals))


def is_a_point_more(facts: Facts, line: OracleLine, hundredths: int) -> bool:
    """Whether so many hundredths bring at least 1 more."""
    return score_with(facts, line, hundredths) >= line.score + 1


def next_point_problem(facts: Facts, line: OracleLine, further: Decimal | None) -> str | None:
    """What is wrong with the program's answer; None when nothing is."""
    if not has_further_values(line):
        return None if further is None else f"{further} for a line that no further value can change"
    limit = FURTHEST
    if further is not None:
        if further <= 0 or further * 100 != int(further * 100):
            return f"{further} is no number of hundredths"
        limit = int(further * 100)
        if not is_a_point_more(facts, line, limit):
            return f"{further} brings no point"
    for hundredths in sorted(worth_trying(line, limit)):
        if 0 < hundredths < limit and is_a_point_more(facts, line, hundredths):
            return f"{further} although {Fraction(hundredths, 100)} is enough"
    return None


def worth_trying(line: OracleLine, limit: int) -> set[int]:
    """The first hundredths, those just before the limit, powers, and those around everything the rule looks at."""
    tried = set(range(1, 25)) | {limit - 1, limit - 2, limit // 2, limit // 3, limit * 9 // 10}
    tried |= {2**power for power in range(30)} | {3**power for power in range(18)}
    assert line.judged is not None and line.computed.a is not None
    for edge in [Fraction(100)] if line.judged.code == "panel" else edges(line.judged):
        distance = ceil(abs(edge - line.computed.a) * 100)
        tried |= {distance - 1, distance, distance + 1, distance + 2}
    return tried


def edges(judged: Judgement) -> list[Fraction]:
    """Actuals at which the rule turns: T, S, bounds, whole steps, and the values of the other bearers."""
    found = list(edges_of_x(judged))
    if judged.p is not None and judged.measure == "增幅":
        found = [judged.p + abs(judged.p) * x for x in found]
    if judged.p is not None and judged.measure == "增量":
        found = [judged.p + x for x in found]
    others = other_bearers(judged)
    if judged.measure == "占比":
        rest = sum((other.a for other in others if other.a is not None), ZERO)
        found = [rest * x / (1 - x) for x in found if x != 1]
    measure = judged.measure.removesuffix("名次")
    for other in others:
        value = plain_value(other, measure)
        if value is not None and judged.measure.endswith("名次"):
            found.append(back_to_actual(judged, measure, value))
    return found


def back_to_actual(judged: Judgement, measure: str, value: Fraction) -> Fraction:
    """The actual at which a ranked value is as good as another's."""
    if measure == "增幅" and judged.p is not None:
        return judged.p + abs(judged.p) * value
    if measure == "增量" and judged.p is not None:
        return judged.p + value
    if measure == "完成率" and judged.t is not None:
        return judged.t * value
    return value


def edges_of_x(judged: Judgement) -> list[Fraction]:
    """Values of x at which the rule turns."""
    found = [base for base in (judged.t, judged.s) if base is not None]
    bounds = [ZERO]
    for name in ("档", "点"):
        if name in judged.parameters:
            bounds += [read_number(bound) for bound, _ in read_list(judged.parameters[name])]
    bounds += [judged.number("起评", "0"), judged.number("封顶", "100%")]
    found += bounds
    if judged.t is not None:
        found += [bound * judged.t for bound in bounds]
        step = judged.number("步长", "1%") * judged.t
        for count in range(-12, 13):
            found += [judged.t + count * step, judged.t + Fraction(count, 100)]
    return found
