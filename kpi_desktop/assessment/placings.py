"""名次奖励: fixed amounts by rank in each group (calculus, section 7)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby

from kpi_desktop.assessment.awards import PlacingParams
from kpi_desktop.assessment.exact import largest_remainder
from kpi_desktop.assessment.facts import Group
from kpi_desktop.assessment.grounds import STOPPED, Nothing, Placed
from kpi_desktop.assessment.payroll import Earner, Ground, Outcome, Payroll
from kpi_desktop.assessment.wording import money


@dataclass(slots=True)
class _Handed:
    """What has been handed out so far."""

    units: dict[str, int] = field(default_factory=dict)
    grounds: dict[str, tuple[Ground, ...]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def placing(roll: Payroll, scope: str, params: PlacingParams) -> Outcome:
    """名次奖励: those equal in rank share the amounts of the places they fill."""
    groups = roll.scoped_groups(scope)
    handed = _Handed()
    for group in groups:
        _hand_out(roll, group, params, handed)
    planned = sum(params.amounts, Fraction(0)) * len(groups)
    return Outcome(handed.units, handed.grounds, planned, tuple(handed.notes))


def _hand_out(roll: Payroll, group: Group, params: PlacingParams, handed: _Handed) -> None:
    members = [earner for earner in roll.earners if earner.group == group.name]
    if params.move_up:
        stopped = [earner for earner in members if earner.result.rewards_stopped]
        handed.grounds.update((earner.code, (STOPPED,)) for earner in stopped)
        members = [earner for earner in members if not earner.result.rewards_stopped]
    first = 1
    for rank, equals in groupby(members, key=lambda earner: earner.result.rank):
        sharers = sorted(equals, key=lambda earner: earner.code)
        places = tuple(range(first, first + len(sharers)))
        _share(roll, group.name, places, sharers, params, rank if rank != first else None, handed)
        first += len(sharers)
    unfilled = sum(params.amounts[first - 1 :], Fraction(0))
    if unfilled:
        handed.notes.append(f"{group.name}第 {_span(first, len(params.amounts))} 名空缺，{money(unfilled)}未分配")


def _share(
    roll: Payroll,
    group: str,
    places: tuple[int, ...],
    sharers: Sequence[Earner],
    params: PlacingParams,
    moved_up_from: int | None,
    handed: _Handed,
) -> None:
    """Share the amounts of `places`; the part of one whose rewards stop stays with nobody."""
    pot = sum(params.amounts[places[0] - 1 : places[-1]], Fraction(0))
    units = roll.whole_units(pot)
    for earner, part in zip(sharers, largest_remainder(units, [1] * len(sharers)), strict=True):
        amount = roll.amount(part)
        if earner.result.rewards_stopped:
            handed.grounds[earner.code] = (STOPPED,)
            if part:
                handed.notes.append(f"{earner.result.name}奖励停发，{group}第 {places[0]} 名的 {money(amount)}未分配")
        elif not pot:
            handed.grounds[earner.code] = (Nothing(f"{group}第 {places[0]} 名，没有名次奖"),)
        else:
            handed.units[earner.code] = part
            handed.grounds[earner.code] = (Placed(group, places, pot, moved_up_from, amount),)
    if rest := pot - roll.amount(units):
        handed.notes.append(f"{group}第 {_span(places[0], places[-1])} 名不足一个兑现单位的 {money(rest)}未分配")


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}—{last}"
