"""What is other between two states of one year's facts, for those who take over what is the same.

Facts that follow a book keep the very same value where nothing changed, so values are told apart by identity: one that
is equal but another object counts as other, which costs time and nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.months import Months, Source, reported, source

Row = TypeVar("Row")


def other_rows(before: Sequence[Row], after: Sequence[Row]) -> list[Row]:
    """The rows that are in one of them only: what went and what came."""
    if before is after:
        return []
    if len(before) == len(after):
        apart = [pair for pair in zip(before, after, strict=True) if pair[0] is not pair[1]]
        gone, come = [a for a, _ in apart], [b for _, b in apart]
    else:
        gone, come = list(before), list(after)
    left, there = set(map(id, gone)), set(map(id, come))
    return [*(row for row in gone if id(row) not in there), *(row for row in come if id(row) not in left)]


def touched_indicators(before: Facts, after: Facts) -> set[str]:
    """The indicators that are other themselves, or their targets, verdicts or months' values, their own or fetched."""
    found = {row.code for row in other_rows(before.indicators, after.indicators)}
    found.update(row.indicator for row in other_rows(before.actuals, after.actuals))
    if before.targets is not after.targets:
        found |= _laid_otherwise(before, after)
    found.update(row.subject for row in other_rows(before.verdicts, after.verdicts))
    return found | {code for code, fetched in _fetched(after).items() if fetched in found}


def with_sources(facts: Facts, codes: Iterable[str]) -> Facts:
    """`facts` with only the targets and months' values of the indicators `codes`, and those they fetch from."""
    fetched = _fetched(facts)
    wanted = set(codes)
    wanted |= {fetched[code] for code in wanted if code in fetched}
    return replace(
        facts,
        targets=tuple(target for target in facts.targets if target.indicator in wanted),
        actuals=tuple(actual for actual in facts.actuals if actual.indicator in wanted),
    )


def reported_again(
    before: Facts, months: Mapping[tuple[str, str], Months], facts: Facts
) -> dict[tuple[str, str], Months]:
    """`months.reported(facts)`, taking over from the `months` of almost the same facts, `before`."""
    touched = touched_indicators(before, facts)
    anew = reported(with_sources(facts, touched)) if touched else {}
    pairs = ((target.indicator, target.department) for target in facts.targets)
    return {pair: anew[pair] if pair[0] in touched else months[pair] for pair in pairs}


def _laid_otherwise(before: Facts, after: Facts) -> set[str]:
    """The indicators whose targets are not the very same in the same order."""
    then, now = _targets(before), _targets(after)
    return {code for code in then.keys() | now.keys() if then.get(code) != now.get(code)}


def _targets(facts: Facts) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for target in facts.targets:
        found[target.indicator].append(id(target))
    return dict(found)


def _fetched(facts: Facts) -> dict[str, str]:
    """The indicators that fetch another's months, and that other."""
    sources: dict[str, Source | None] = {each.code: source(each) for each in facts.indicators if each.source}
    return {code: found.name for code, found in sources.items() if found and found.kind == "indicator"}
