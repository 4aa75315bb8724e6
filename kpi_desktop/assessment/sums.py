"""Sums of money over some departments, added up both ways: across the departments and down the rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.rewards import DepartmentRewards, Rewards
from kpi_desktop.assessment.wording import decimal


@dataclass(frozen=True, slots=True)
class Sums:
    """`rules`: each rule's sum in their order; `across` adds the departments' net amounts, `down` the rules' sums."""

    rules: tuple[Decimal, ...]
    rewards: Decimal
    penalties: Decimal
    across: Decimal
    down: Decimal

    @property
    def agree(self) -> bool:
        """Whether both ways come to the same, and rewards and penalties to their sum."""
        return self.across == self.down == self.rewards + self.penalties


def sums(rewards: Rewards, departments: Iterable[str]) -> Sums:
    """The sums over the departments with these codes."""
    codes = set(departments)
    own = [each for each in rewards.departments if each.code in codes]
    rules = tuple(_total(each.amount(rule.name) for each in own) for rule in rewards.rules)
    return Sums(
        rules,
        _total(each.rewards for each in own),
        _total(each.penalties for each in own),
        _total(each.net for each in own),
        _total(rules),
    )


def with_plan(rewards: Rewards) -> Sums | None:
    """Planned = distributed + undistributed over the rules that have a plan; None where none has.

    `rules` are the three sums in that order, `across` the plan, `down` the other two.
    """
    found = [rule for rule in rewards.rules if rule.planned is not None]
    if not found:
        return None
    planned = _total(rule.planned or Decimal(0) for rule in found)
    given = _total(rule.distributed for rule in found)
    left = _total(rule.undistributed or Decimal(0) for rule in found)
    return Sums((planned, given, left), given, left, planned, given + left)


def per_head(own: DepartmentRewards) -> Decimal | None:
    """人均净额: net ÷ headcount (折算人数 where given), to whole 分 for reading; None without people."""
    department = own.department
    counted = department.headcount if department.payout_headcount is None else department.payout_headcount
    people = fraction(counted)
    return decimal(fraction(own.net) / people) if people else None


def _total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
