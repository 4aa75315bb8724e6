"""Rewards and penalties of a year: every rule in turn, department by department, exactly (calculus, section 7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from kpi_desktop.assessment.awards import (
    CardPenaltyParams,
    ContributionParams,
    ExcessParams,
    GradePenaltyParams,
    LowScoreParams,
    PerHeadParams,
    PlacingParams,
    PoolParams,
    parse_award,
)
from kpi_desktop.assessment.facts import AwardRule, Department, Facts
from kpi_desktop.assessment.grounds import OUT_OF_SCOPE, Cut
from kpi_desktop.assessment.names import COLOURS, TRIGGER_DIRECTIVE, TRIGGER_GRADE
from kpi_desktop.assessment.paying import contribution, excess, per_head, pool
from kpi_desktop.assessment.payroll import Ground, Outcome, Payroll, payroll
from kpi_desktop.assessment.penalties import (
    card_penalty,
    cards_issued,
    cut_to,
    grade_penalty,
    low_score,
    unfinished,
)
from kpi_desktop.assessment.placings import placing
from kpi_desktop.assessment.results import Assessment, DepartmentResult
from kpi_desktop.assessment.text import half_width
from kpi_desktop.assessment.wording import decimal

PENALTY_METHODS = ("low_score", "grade_penalty", "card_penalty", "unfinished")


@dataclass(frozen=True, slots=True)
class Item:
    """What one rule gives to, or takes from (negative), one department."""

    rule: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class DepartmentRewards:
    """One department's amounts that are not 0, in the order of the rules; `penalties` is negative or 0."""

    department: Department
    items: tuple[Item, ...]
    rewards: Decimal
    penalties: Decimal
    net: Decimal
    consequences: tuple[str, ...]

    @property
    def code(self) -> str:
        """The department's code."""
        return self.department.code

    def amount(self, rule: str) -> Decimal:
        """What that rule comes to for this department; 0 where it gives nothing."""
        return next((item.amount for item in self.items if item.rule == rule), Decimal(0))


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """One rule's sums; `notes` say why money stayed undistributed. Only rules with a plan have `planned`."""

    rule: AwardRule
    planned: Decimal | None
    distributed: Decimal
    undistributed: Decimal | None
    notes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.rule.name


@dataclass(frozen=True, slots=True)
class Rewards:
    """The rewards of a year: departments that take part as in their sheet, rules as in theirs.

    `grounds` holds, by (department, rule), what each amount was made from.
    """

    departments: tuple[DepartmentRewards, ...]
    rules: tuple[RuleOutcome, ...]
    grounds: Mapping[tuple[str, str], tuple[Ground, ...]]

    @property
    def rewards(self) -> Decimal:
        """Sum of all rewards."""
        return sum((each.rewards for each in self.departments), Decimal(0))

    @property
    def penalties(self) -> Decimal:
        """Sum of all penalties, negative or 0."""
        return sum((each.penalties for each in self.departments), Decimal(0))

    @property
    def net(self) -> Decimal:
        """Sum of all net amounts: the same across departments and down the rules."""
        return self.rewards + self.penalties

    def department(self, code: str) -> DepartmentRewards:
        """The rewards of one department. KeyError where it takes no part."""
        for each in self.departments:
            if each.code == code:
                return each
        raise KeyError(code)

    def rule(self, name: str) -> RuleOutcome:
        """The outcome of one rule. KeyError where there is none."""
        for each in self.rules:
            if each.name == name:
                return each
        raise KeyError(name)


def rewards(assessment: Assessment) -> Rewards:
    """All rewards and penalties of an assessed year. AwardError on a rule that could not have been entered."""
    roll = payroll(assessment)
    outcomes = {rule.name: outcome(roll, rule) for rule in assessment.facts.awards}
    amounts, cuts = _amounts(assessment.facts, roll, outcomes)
    triggers = _triggers(assessment)
    results = {result.code: result for result in assessment.departments()}
    departments = tuple(
        _department(assessment.facts, roll, results[d.code], amounts.get(d.code, {}), triggers.get(d.code, set()))
        for d in assessment.facts.departments
        if d.code in results
    )
    rules = tuple(_rule(roll, rule, outcomes[rule.name], amounts) for rule in assessment.facts.awards)
    return Rewards(departments, rules, MappingProxyType(_grounds(outcomes, cuts)))


def why(rewards: Rewards, department: str, rule: str) -> tuple[str, ...]:
    """Why a rule comes to this amount for a department, in sentences with the real numbers."""
    found = rewards.grounds.get((department, rule), (OUT_OF_SCOPE,))
    return tuple(sentence for ground in found for sentence in ground.sentences())


def outcome(roll: Payroll, rule: AwardRule) -> Outcome:
    """What one rule comes to, before penalties are cut."""
    params = parse_award(rule.method, rule.params)
    match params:
        case PoolParams():
            return pool(roll, rule.scope, params)
        case PerHeadParams():
            return per_head(roll, rule.scope, params)
        case ContributionParams():
            return contribution(roll, rule.scope, params)
        case ExcessParams():
            return excess(roll, rule.scope, params)
        case PlacingParams():
            return placing(roll, rule.scope, params)
        case LowScoreParams():
            return low_score(roll, rule.scope, params)
        case GradePenaltyParams():
            return grade_penalty(roll, rule.scope, params)
        case CardPenaltyParams():
            return card_penalty(roll, rule.scope, params)
        case _:
            return unfinished(roll, rule.scope, params)


Amounts = dict[str, dict[str, int]]
"""Units by department, then by rule in the order of the rules' sheet."""


def _amounts(
    facts: Facts, roll: Payroll, outcomes: Mapping[str, Outcome]
) -> tuple[Amounts, dict[tuple[str, str], Cut]]:
    """What stays of every amount, and the penalties that were cut to the rewards."""
    amounts: Amounts = {
        earner.code: {name: found.units.get(earner.code, 0) for name, found in outcomes.items()}
        for earner in roll.earners
    }
    cuts: dict[tuple[str, str], Cut] = {}
    if not facts.settings.penalties_within_rewards:
        return amounts, cuts
    taking = [rule.name for rule in facts.awards if rule.method in PENALTY_METHODS]
    for department, by_rule in amounts.items():
        paid = sum(units for name, units in by_rule.items() if name not in taking)
        for name, units in cut_to(paid, {name: by_rule[name] for name in taking}).items():
            if units != by_rule[name]:
                cuts[department, name] = Cut(roll.amount(by_rule[name]), roll.amount(units))
            by_rule[name] = units
    return amounts, cuts


def _department(
    facts: Facts, roll: Payroll, result: DepartmentResult, by_rule: Mapping[str, int], triggers: set[str]
) -> DepartmentRewards:
    methods = {rule.name: rule.method for rule in facts.awards}
    taken = sum(units for name, units in by_rule.items() if methods[name] in PENALTY_METHODS)
    net = sum(by_rule.values())
    return DepartmentRewards(
        result.department,
        tuple(Item(name, _money(roll, units)) for name, units in by_rule.items() if units),
        _money(roll, net - taken),
        _money(roll, taken),
        _money(roll, net),
        tuple(each.content for each in facts.consequences if _spelt(each.trigger) in triggers),
    )


def _rule(roll: Payroll, rule: AwardRule, found: Outcome, amounts: Amounts) -> RuleOutcome:
    distributed = roll.amount(sum(by_rule[rule.name] for by_rule in amounts.values()))
    if found.planned is None:
        return RuleOutcome(rule, None, decimal(distributed), None, found.notes)
    left = found.planned - distributed
    return RuleOutcome(rule, decimal(found.planned), decimal(distributed), decimal(left), found.notes)


def _grounds(
    outcomes: Mapping[str, Outcome], cuts: Mapping[tuple[str, str], Cut]
) -> dict[tuple[str, str], tuple[Ground, ...]]:
    grounds: dict[tuple[str, str], tuple[Ground, ...]] = {
        (department, name): found for name, each in outcomes.items() for department, found in each.grounds.items()
    }
    for key, cut in cuts.items():
        grounds[key] = (*grounds[key], cut)
    return grounds


def _triggers(assessment: Assessment) -> dict[str, set[str]]:
    """What each department has set off: its grade unless undecided, and the colours of its cards."""
    found: dict[str, set[str]] = {}
    for result in assessment.departments():
        graded = result.grade is not None and not result.undecided
        found[result.code] = {_spelt(f"{TRIGGER_GRADE}:{result.grade}")} if graded else set()
    for department, colour in cards_issued(assessment.facts):
        found.setdefault(department, set()).add(f"{TRIGGER_DIRECTIVE}:{COLOURS[colour]}")
    return found


def _spelt(trigger: str) -> str:
    """A trigger without differences of width or spaces: `等次: 不合格` is `等次:不合格`."""
    kind, _, name = half_width(trigger).partition(":")
    return f"{kind.strip()}:{name.strip()}"


def _money(roll: Payroll, units: int) -> Decimal:
    return decimal(Fraction(roll.amount(units)))
