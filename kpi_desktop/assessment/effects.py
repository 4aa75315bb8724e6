"""加减分: what the caps cut off, and what one entry does to the total, the rank and the grade."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kpi_desktop.assessment import exact
from kpi_desktop.assessment.facts import Adjustment, Category, Department, Facts
from kpi_desktop.assessment.names import ONE_LOWER
from kpi_desktop.assessment.ranking import band_by_score, bands_of
from kpi_desktop.assessment.results import Assessment, DepartmentResult
from kpi_desktop.assessment.rewards import rewards
from kpi_desktop.assessment.scoring import score


@dataclass(frozen=True, slots=True)
class Capped:
    """One category of a department: what was entered, what its directives deduct, what of both counts."""

    department: Department
    category: Category
    entered: Decimal
    directives: Decimal
    counted: Decimal

    @property
    def claimed(self) -> Decimal:
        """Entries and directives together."""
        return self.entered + self.directives

    @property
    def cut(self) -> Decimal:
        """What the cap cuts off."""
        return self.claimed - self.counted


def capped(assessment: Assessment) -> tuple[Capped, ...]:
    """Every category that adds to or takes from a department, departments and categories as in their sheets."""
    facts, decimals = assessment.facts, assessment.decimals
    results = {result.code: result for result in assessment.departments()}
    entered: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for entry in facts.adjustments:
        entered[entry.department, entry.category] += exact.rounded(entry.points, decimals)
    found = []
    for department in facts.departments:
        for category in facts.categories:
            own, cards = entered.get((department.code, category.name)), Decimal(0)
            if category.name == facts.settings.directive_category and department.code in results:
                cards = sum((e.points for e in results[department.code].deducted if e.counted), Decimal(0))
            if category.kind in ("bonus", "deduction") and department.code in results and (own or cards):
                found.append(_capped(department, category, own or Decimal(0), cards, decimals))
    return tuple(found)


def _capped(department: Department, category: Category, own: Decimal, cards: Decimal, decimals: int) -> Capped:
    counted = own + cards
    if category.cap is not None:
        counted = min(counted, exact.rounded(category.cap, decimals))
    return Capped(department, category, own, cards, counted)


@dataclass(frozen=True, slots=True)
class Moved:
    """Another department that an entry moves: its rank or its grade is not what it would be without it."""

    before: DepartmentResult
    after: DepartmentResult


@dataclass(frozen=True, slots=True)
class Effect:
    """A department without one entry and with it, its money both ways, and whom the entry moves beside it."""

    before: DepartmentResult
    after: DepartmentResult
    net_before: Decimal
    net_after: Decimal
    others: tuple[Moved, ...]


def effect(assessment: Assessment, place: int) -> Effect | None:
    """What the entry at `place` of 加减分 does; None where its department is not assessed."""
    facts = assessment.facts
    code = facts.adjustments[place].department
    known = {result.code: result for result in assessment.departments()}
    if code not in known:
        return None
    without = score(_without(facts, place))
    before = {result.code: result for result in without.departments()}
    others = tuple(_moved(before, known, code))
    nets = (rewards(each).department(code).net for each in (without, assessment))
    net_before, net_after = nets
    return Effect(before[code], known[code], net_before, net_after, others)


def _without(facts: Facts, place: int) -> Facts:
    return replace(facts, adjustments=(*facts.adjustments[:place], *facts.adjustments[place + 1 :]))


def _moved(before: dict[str, DepartmentResult], after: dict[str, DepartmentResult], code: str) -> Iterator[Moved]:
    for other, result in after.items():
        was = before[other]
        if other != code and (was.rank, was.grade, was.undecided) != (result.rank, result.grade, result.undecided):
            yield Moved(was, result)


def veto_words(assessment: Assessment, entry: Adjustment) -> tuple[str, ...]:
    """What a veto entry does, sentence by sentence: rank, grade, what its score alone earns, rewards."""
    facts = assessment.facts
    result = next((each for each in assessment.departments() if each.code == entry.department), None)
    if result is None:
        return ("该部门不参加考核，否决不起作用。",)
    group = next(each.group for each in assessment.groups if result in each.departments)
    bands = bands_of(facts, group)
    told = [f"保留第 {result.rank} 名，不占等次名额。"]
    if bands:
        earned = bands[band_by_score(bands, result.total)].name
        told.append(f"按得分 {result.total:f} 本可得“{earned}”；{_treated(facts, entry, [b.name for b in bands])}")
    if any(each.department == result.code for each in facts.decisions):
        told.append(f"已有等次认定，以认定的“{result.grade}”为准。")
    elif result.grade:
        told.append(f"现定等次“{result.grade}”。")
    told.append(_rewards_words(result, entry))
    return tuple(told)


def _treated(facts: Facts, entry: Adjustment, names: list[str]) -> str:
    if entry.treatment == ONE_LOWER:
        return "处理为降一档：比按得分应得的等次低一档。"
    if entry.treatment:
        return f"处理为定“{entry.treatment}”；按得分应得更低的，从其低。"
    fallback = facts.settings.veto_grade if facts.settings.veto_grade in names else names[-1]
    return f"没有写处理，按否决等次定“{fallback}”。"


def _rewards_words(result: DepartmentResult, entry: Adjustment) -> str:
    if entry.stops_rewards:
        return "停发奖励，扣罚照扣。"
    return "这一条不停发奖励；另有一条要停发，奖励仍停发。" if result.rewards_stopped else "不停发奖励。"
