"""方案推演: a scheme changed on a copy of the facts, and two assessments side by side. Nothing here is stored.

A change is one cell of the scheme: the table and column of the book, the row's key, the value it shall have. So the
same changes are tried on facts here, kept under a name, and written into the book when they are adopted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.assessment.facts import AwardRule, Facts, Indicator, Weight
from kpi_desktop.assessment.plan import Plan, prepare, prepare_again
from kpi_desktop.assessment.results import Assessment, DepartmentResult
from kpi_desktop.assessment.rewards import DepartmentRewards, Rewards, rewards
from kpi_desktop.assessment.rules import RuleError, parse_rule
from kpi_desktop.assessment.scoring import score_plan

Key = tuple[str | None, ...]
Value = Exact | str | bool | tuple[str, ...] | None
DROPPED = "dropped"
"""The pseudo-column of an award rule that is to be left out."""


class SchemeError(ValueError):
    """A change that cannot be made; the message is a Chinese sentence for the user."""


class Change(NamedTuple):
    """One cell of the scheme: `table` and `name` as in the book, `key` of the row (of a setting: its field).

    Tables: weight (points), target (multiplier), indicator (rule, params), grade_band (minimum, room, room_share,
    coefficient), award_rule (method, scope, params, DROPPED; an unknown name is a new rule), setting (value).
    """

    table: str
    key: Key
    name: str
    value: Value

    @property
    def place(self) -> tuple[str, Key, str]:
        """Where it is: of two changes of one place the later counts."""
        return self.table, self.key, self.name


KEYS: Mapping[str, tuple[str, ...]] = {
    "weight": ("group", "category"),
    "target": ("indicator", "department"),
    "indicator": ("code",),
    "grade_band": ("name", "group"),
    "award_rule": ("name",),
}
"""The key columns of the tables a scheme consists of, beside the settings."""
FIELDS: Mapping[str, str] = {
    "weight": "weights",
    "target": "targets",
    "indicator": "indicators",
    "grade_band": "bands",
    "award_rule": "awards",
}
"""Where their rows are among the facts."""
Cells = dict[Key, dict[str, Any]]


def key_of(table: str, row: object) -> Key:
    """The key of a row of the facts."""
    return tuple(getattr(row, name) for name in KEYS[table])


def changed(facts: Facts, changes: Iterable[Change]) -> Facts:
    """The facts with the scheme changed. SchemeError on a row that is not there and on unreadable parameters."""
    by_table: dict[str, Cells] = {}
    for change in changes:
        by_table.setdefault(change.table, {}).setdefault(change.key, {})[change.name] = change.value
    found: dict[str, Any] = {}
    if "setting" in by_table:
        values = {str(key[0]): cells["value"] for key, cells in by_table.pop("setting").items()}
        found["settings"] = replace(facts.settings, **values)
    for table, cells in by_table.items():
        found[FIELDS[table]] = tuple(_rows(facts, table, cells))
    return replace(facts, **found)


def _rows(facts: Facts, table: str, cells: Cells) -> list[Any]:
    left = dict(cells)
    rows = [_row(row, left.pop(key_of(table, row), None)) for row in getattr(facts, FIELDS[table])]
    if table == "weight":
        rows += [Weight(str(group), str(category), **new) for (group, category), new in left.items()]
    elif table == "award_rule":
        rows += [AwardRule(str(key[0]), **new) for key, new in left.items() if not new.get(DROPPED) and "method" in new]
    elif left:
        raise SchemeError(f"方案里已没有{_spoken(table, next(iter(left)))}")
    return [row for row in rows if row is not None]


def _row(row: Any, cells: Mapping[str, Any] | None) -> Any:
    """The row with its cells changed; None for an award rule that is dropped."""
    if not cells:
        return row
    if cells.get(DROPPED):
        return None
    if isinstance(row, Indicator):
        return _with_rule(row, cells)
    return replace(row, **{name: value for name, value in cells.items() if name != DROPPED})


def _with_rule(indicator: Indicator, cells: Mapping[str, Any]) -> Indicator:
    code, params = cells.get("rule", indicator.rule.code), cells.get("params", indicator.rule.params)
    try:
        return replace(indicator, rule=parse_rule(code, params))
    except RuleError as error:
        raise SchemeError(f"{indicator.name}：{error}") from None


def _spoken(table: str, key: Key) -> str:
    words = {"target": "责任分解", "indicator": "指标", "grade_band": "等次"}
    return f"{words[table]}“{' · '.join(part for part in key if part)}”"


def lost(facts: Facts, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes whose row is no longer in the scheme (a scenario kept longer than what it changes)."""
    known = {table: {key_of(table, row) for row in getattr(facts, field)} for table, field in FIELDS.items()}
    return tuple(
        change for change in changes if change.table not in _OPEN_TABLES and change.key not in known[change.table]
    )


_OPEN_TABLES = ("setting", "weight", "award_rule")
"""A change there needs no row: it makes one."""
_BORROWED: Mapping[str, tuple[str, ...]] = {
    "weight": ("points",),
    "grade_band": ("minimum", "room", "room_share", "coefficient"),
}
_OWN_SETTINGS = ("year", "unit_name", "decimals", "directive_category")


def borrowed(facts: Facts, other: Facts) -> tuple[Change, ...]:
    """从去年方案套: the changes that give `facts` the weights, bands, parameters, awards and settings of `other`.

    Only rows that both have are changed; award rules are exchanged whole. Multipliers belong to targets and stay.
    """
    found: list[Change] = []
    for table, names in _BORROWED.items():
        theirs = {key_of(table, row): row for row in getattr(other, FIELDS[table])}
        for row in getattr(facts, FIELDS[table]):
            then = theirs.get(key_of(table, row))
            found += _differing(table, row, then, names) if then is not None else []
    found += _borrowed_rules(facts, other)
    found += _borrowed_awards(facts, other)
    for field in fields(facts.settings):
        now, then = getattr(facts.settings, field.name), getattr(other.settings, field.name)
        if now != then and field.name not in _OWN_SETTINGS:
            found.append(Change("setting", (field.name,), "value", then))
    return tuple(found)


def _differing(table: str, row: object, other: object, names: Iterable[str]) -> list[Change]:
    pairs = [(name, getattr(row, name), getattr(other, name)) for name in names]
    return [Change(table, key_of(table, row), name, then) for name, now, then in pairs if now != then]


def _borrowed_rules(facts: Facts, other: Facts) -> list[Change]:
    rules = {indicator.code: indicator.rule for indicator in other.indicators}
    found: list[Change] = []
    for indicator in facts.indicators:
        then = rules.get(indicator.code, indicator.rule)
        if (then.code, then.params) != (indicator.rule.code, indicator.rule.params):
            found.append(Change("indicator", (indicator.code,), "rule", then.code))
            found.append(Change("indicator", (indicator.code,), "params", then.params))
    return found


def _borrowed_awards(facts: Facts, other: Facts) -> list[Change]:
    ours, theirs = ({rule.name: rule for rule in each.awards} for each in (facts, other))
    found = [Change("award_rule", (name,), DROPPED, True) for name in ours if name not in theirs]
    for name, rule in theirs.items():
        now = ours.get(name)
        for column in ("method", "scope", "params"):
            if now is None or getattr(now, column) != getattr(rule, column):
                found.append(Change("award_rule", (name,), column, getattr(rule, column)))
    return found


# --- two assessments side by side


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scheme carried out: the facts, their assessment and the money."""

    facts: Facts
    assessment: Assessment
    rewards: Rewards


def carried_out(facts: Facts, today: Plan | None = None) -> Outcome:
    """Score `facts` and reckon the money. AwardError on an award rule that cannot be read.

    `today`: the plan of the facts that were changed, so that only what is other is prepared anew.
    """
    assessment = score_plan(prepare(facts) if today is None else prepare_again(today, facts))
    return Outcome(facts, assessment, rewards(assessment))


@dataclass(frozen=True, slots=True)
class Move:
    """One department before and after."""

    before: DepartmentResult
    after: DepartmentResult
    paid_before: DepartmentRewards
    paid_after: DepartmentRewards

    @property
    def code(self) -> str:
        """The department's code."""
        return self.after.code

    @property
    def places(self) -> int:
        """Places gained; negative: lost."""
        return self.before.rank - self.after.rank

    @property
    def points(self) -> Decimal:
        """What the total rose by."""
        return self.after.total - self.before.total

    @property
    def money(self) -> Decimal:
        """What the net amount rose by."""
        return self.paid_after.net - self.paid_before.net

    @property
    def regraded(self) -> bool:
        """Whether the grade, or its being undecided, is another."""
        now, then = self.before, self.after
        return (now.grade, now.undecided) != (then.grade, then.undecided)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two outcomes; `moves` group by group, in the rank order of the later one."""

    before: Outcome
    after: Outcome
    moves: tuple[Move, ...]

    def of_group(self, group: str) -> tuple[Move, ...]:
        """The moves of one group."""
        return tuple(move for move in self.moves if move.after.department.group == group)

    @property
    def moved(self) -> int:
        """Departments whose rank is another."""
        return sum(move.places != 0 for move in self.moves)

    @property
    def regraded(self) -> int:
        """Departments whose grade is another."""
        return sum(move.regraded for move in self.moves)

    @property
    def shifted(self) -> Decimal:
        """Money that some gain."""
        return sum((move.money for move in self.moves if move.money > 0), Decimal(0))

    def consequences(self, group: str) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
        """What is not money: (content, who gains it, who loses it), as in its sheet, only what changes."""
        moves, found = self.of_group(group), []
        for content in dict.fromkeys(each.content for each in self.before.facts.consequences):
            had = {move.after.name for move in moves if content in move.paid_before.consequences}
            has = {move.after.name for move in moves if content in move.paid_after.consequences}
            if had != has:
                found.append((content, tuple(sorted(has - had)), tuple(sorted(had - has))))
        return tuple(found)


def compare(before: Outcome, after: Outcome) -> Comparison:
    """Both outcomes, department by department. They must assess the same departments in the same groups."""
    then = {result.code: result for result in before.assessment.departments()}
    moves = (
        Move(then[result.code], result, before.rewards.department(result.code), after.rewards.department(result.code))
        for result in after.assessment.departments()
    )
    return Comparison(before, after, tuple(moves))


class EconomicShare(NamedTuple):
    """经济指标占比 of a group as its weights say, and the departments whose effective share is another."""

    group: str
    laid: Fraction
    apart: tuple[tuple[str, Fraction], ...]


def economic_shares(assessment: Assessment) -> tuple[EconomicShare, ...]:
    """The effective economic share of every group, as in their sheet."""
    economic = {category.name for category in assessment.facts.categories if category.economic}
    found = []
    for group in assessment.groups:
        own = [each for each in assessment.facts.weights if each.group == group.group.name]
        laid = sum((fraction(each.points) for each in own if each.category in economic), Fraction(0)) / 100
        apart = [(r.name, r.economic_share) for r in group.departments if r.economic_share != laid]
        found.append(EconomicShare(group.group.name, laid, tuple(apart)))
    return tuple(found)
