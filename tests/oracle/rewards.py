"""Section 7: rewards and penalties in money, and the consequences beside them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from kpi_desktop.assessment.facts import AwardRule, Directive
from tests.oracle.arithmetic import ONE, ZERO, divide, exactly, read_list, read_number, read_pairs, round_to_unit
from tests.oracle.grades import bands_of
from tests.oracle.results import OracleAssessment, OracleDepartment, OracleGroup, OracleLine
from tests.oracle.scoring import task_of

COLOURS = {"blue": "蓝", "yellow": "黄", "red": "红"}
PENALTIES = ("low_score", "grade_penalty", "card_penalty", "unfinished")
Amounts = dict[str, Fraction]


@dataclass
class OracleItems:
    """A department's money: one amount a rule that is not 0, in the rules' order."""

    code: str
    items: list[tuple[str, Fraction]] = field(default_factory=list)
    rewards: Fraction = ZERO
    penalties: Fraction = ZERO
    net: Fraction = ZERO
    consequences: list[str] = field(default_factory=list)


@dataclass
class OracleRuleSums:
    """A rule's sums; `planned` and `undistributed` are None where the rule has no pool."""

    rule: str
    planned: Fraction | None
    distributed: Fraction
    undistributed: Fraction | None


@dataclass
class OracleRewards:
    """The whole summary."""

    departments: list[OracleItems]
    rules: list[OracleRuleSums]


@dataclass
class Payout:
    """One rule at work: its parameters and those in its scope."""

    assessment: OracleAssessment
    award: AwardRule
    parameters: dict[str, str]
    unit: Fraction
    groups: list[OracleGroup]
    members: list[OracleDepartment]

    def paid(self) -> list[OracleDepartment]:
        """Those in the scope whose rewards do not stop, better rank first, then by code."""
        found = [member for member in self.members if not member.rewards_stopped]
        return sorted(found, key=lambda member: (member.rank, member.code))

    def money(self, name: str) -> Fraction:
        """An amount among the parameters, 0 where it is not given."""
        return read_number(self.parameters.get(name, "0"))

    def whole(self, amount: Fraction) -> Fraction:
        """Half-up to the payout unit."""
        return round_to_unit(amount, self.unit)


def payout(assessment: OracleAssessment, award: AwardRule) -> Payout:
    """The rule with its scope."""
    groups = []
    for group in assessment.groups:
        if award.scope == "全部":
            inside = True
        elif award.scope == "一般":
            inside = not group.separate
        else:
            inside = group.name in award.scope.split("、")
        if inside:
            groups.append(group)
    names = [group.name for group in groups]
    members = [found for found in assessment.departments() if found.department.group in names]
    unit = exactly(assessment.facts.settings.payout_unit)
    return Payout(assessment, award, read_pairs(award.params), unit, groups, members)


def rewards(assessment: OracleAssessment) -> OracleRewards:
    """Section 7 for a whole year."""
    facts = assessment.facts
    amounts = [METHODS[award.method](payout(assessment, award)) for award in facts.awards]
    if facts.settings.penalties_within_rewards:
        cut_penalties(assessment, amounts)
    departments = [summary(assessment, department, amounts) for department in assessment.departments()]
    rules = []
    for award, given in zip(facts.awards, amounts, strict=True):
        planned = planned_of(payout(assessment, award))
        distributed = sum(given.values(), ZERO)
        rules.append(
            OracleRuleSums(award.name, planned, distributed, None if planned is None else planned - distributed)
        )
    return OracleRewards(departments, rules)


def planned_of(paying: Payout) -> Fraction | None:
    """The pool as entered, or the amounts of `placing` for every group in scope."""
    if paying.award.method in ("pool", "contribution"):
        return paying.money("总额")
    if paying.award.method == "placing":
        return sum(amounts_by_place(paying).values(), ZERO) * len(paying.groups)
    return None


def cut_penalties(assessment: OracleAssessment, amounts: list[Amounts]) -> None:
    """扣罚以奖励为限: in the rules' order, penalties that would exceed a department's rewards are cut."""
    awards = assessment.facts.awards
    for department in assessment.departments():
        left = ZERO
        for award, given in zip(awards, amounts, strict=True):
            if award.method not in PENALTIES:
                left += given.get(department.code, ZERO)
        for award, given in zip(awards, amounts, strict=True):
            if award.method in PENALTIES and department.code in given:
                kept = min(-given[department.code], left)
                given[department.code] = -kept
                left -= kept


def summary(assessment: OracleAssessment, department: OracleDepartment, amounts: list[Amounts]) -> OracleItems:
    """One department's row."""
    row = OracleItems(department.code)
    for award, given in zip(assessment.facts.awards, amounts, strict=True):
        amount = given.get(department.code, ZERO)
        if amount == 0:
            continue
        row.items.append((award.name, amount))
        if award.method in PENALTIES:
            row.penalties += amount
        else:
            row.rewards += amount
    row.net = row.rewards + row.penalties
    row.consequences = consequences_of(assessment, department)
    return row


def consequences_of(assessment: OracleAssessment, department: OracleDepartment) -> list[str]:
    """通报表扬, 约谈 … by grade (not while undecided) and by cards, as in their sheet."""
    triggers = []
    if department.grade is not None and not department.undecided:
        triggers.append(f"等次:{department.grade}")
    for directive in assessment.facts.directives:
        if bearer_of(assessment, directive) == department.code:
            triggers.append(f"督办:{COLOURS[directive.colour]}")
    return [found.content for found in assessment.facts.consequences if found.trigger in triggers]


def bearer_of(assessment: OracleAssessment, directive: Directive) -> str | None:
    """The task's lead, or the indicator's department."""
    if directive.task is not None:
        return task_of(assessment.facts, directive.task).lead
    return directive.department


# --- factors


def headcount(department: OracleDepartment) -> Fraction:
    """折算人数 where given, else 人数."""
    found = department.department
    return exactly(found.headcount if found.payout_headcount is None else found.payout_headcount)


def coefficient(assessment: OracleAssessment, department: OracleDepartment) -> Fraction:
    """等次系数; 0 for a department without a grade."""
    for band in bands_of(assessment.facts, str(department.department.group)):
        if band.name == department.grade:
            return exactly(band.coefficient)
    return ZERO


def product_of_factors(paying: Payout, department: OracleDepartment) -> Fraction:
    """The product of the factors named in 因素."""
    product = ONE
    for factor in paying.parameters.get("因素", "人数,等次系数").split(","):
        if factor.strip() == "人数":
            product *= headcount(department)
        if factor.strip() == "等次系数":
            product *= coefficient(paying.assessment, department)
        if factor.strip() == "得分":
            product *= department.total
    return product


# --- rules that pay


def pool(paying: Payout) -> Amounts:
    """总额分配."""
    members = paying.paid()
    weights = [product_of_factors(paying, member) for member in members]
    parts = divide(paying.money("总额"), paying.unit, weights)
    return {member.code: part for member, part in zip(members, parts, strict=True)}


def per_head(paying: Payout) -> Amounts:
    """人均标准."""
    amounts = {}
    for member in paying.paid():
        if "起付线" in paying.parameters and member.total < paying.money("起付线"):
            continue
        amounts[member.code] = paying.whole(paying.money("标准") * product_of_factors(paying, member))
    return amounts


def line_of(department: OracleDepartment, indicator: str) -> OracleLine | None:
    """The department's line of an indicator, if it bears it."""
    for line in department.lines:
        if line.kind == "target" and line.code == indicator:
            return line
    return None


def beyond_goal(line: OracleLine, goal: Fraction | None) -> Fraction | None:
    """How far x is beyond a goal in the better direction (below 0: short of it); None without a score or goal."""
    assert line.judged is not None
    if line.computed.status != "ok" or line.computed.x is None or goal is None:
        return None
    return goal - line.computed.x if line.judged.lower_is_better else line.computed.x - goal


def contribution_weight(paying: Payout, department: OracleDepartment, line: OracleLine) -> Fraction:
    """What one who reached the goal weighs in an indicator's part."""
    judged = line.judged
    assert judged is not None and judged.a is not None
    way = paying.parameters.get("按", "均分" if judged.lower_is_better else "实绩")
    if way == "均分":
        return ONE
    if way == "人数":
        return headcount(department)
    if way == "超额":
        beyond = beyond_goal(line, judged.goal)
        return max(beyond or ZERO, ZERO)
    if way == "增量":
        if judged.p is None:
            return ZERO
        return max(judged.p - judged.a if judged.lower_is_better else judged.a - judged.p, ZERO)
    return max(judged.a, ZERO)


def contribution(paying: Payout) -> Amounts:
    """贡献分配."""
    named = read_list(paying.parameters["指标"])
    parts = divide(paying.money("总额"), paying.unit, [read_number(weight) for _, weight in named])
    amounts: Amounts = {}
    for (indicator, _), part in zip(named, parts, strict=True):
        winners = []
        weights = []
        for member in paying.paid():
            line = line_of(member, indicator)
            if line is None or line.judged is None:
                continue
            beyond = beyond_goal(line, line.judged.goal)
            if beyond is not None and beyond >= 0:
                winners.append(member)
                weights.append(contribution_weight(paying, member, line))
        for member, amount in zip(winners, divide(part, paying.unit, weights), strict=True):
            amounts[member.code] = amounts.get(member.code, ZERO) + amount
    return amounts


def excess(paying: Payout) -> Amounts:
    """超额奖励."""
    amounts = {}
    for member in paying.paid():
        line = line_of(member, paying.parameters["指标"])
        if line is None or line.judged is None:
            continue
        judged = line.judged
        bound = judged.s if judged.code in ("tiered", "efficacy") else judged.t
        beyond = beyond_goal(line, bound)
        if beyond is None or beyond <= 0:
            continue
        amount = floor(beyond / paying.money("单位")) * paying.money("标准")
        if "上限" in paying.parameters:
            amount = min(amount, paying.money("上限"))
        amounts[member.code] = paying.whole(amount)
    return amounts


def amounts_by_place(paying: Payout) -> dict[int, Fraction]:
    """The fixed amounts of `placing` by place."""
    return {int(name): read_number(text) for name, text in paying.parameters.items() if name != "递补"}


def placing(paying: Payout) -> Amounts:
    """名次奖励."""
    by_place = amounts_by_place(paying)
    amounts: Amounts = {}
    for group in paying.groups:
        runners = list(group.departments)
        if paying.parameters.get("递补", "否") == "是":
            runners = [runner for runner in runners if not runner.rewards_stopped]
        for rank in {runner.rank for runner in runners}:
            equals = sorted((runner for runner in runners if runner.rank == rank), key=lambda runner: runner.code)
            first = 1 + len([runner for runner in runners if runner.rank < rank])
            shared = sum((by_place.get(first + step, ZERO) for step in range(len(equals))), ZERO)
            parts = divide(shared, paying.unit, [ONE for _ in equals])
            for runner, part in zip(equals, parts, strict=True):
                if not runner.rewards_stopped:
                    amounts[runner.code] = part
    return amounts


# --- rules that take


def low_score(paying: Payout) -> Amounts:
    """低分扣罚."""
    line = exactly(paying.assessment.facts.settings.pass_line)
    if "及格线" in paying.parameters:
        line = paying.money("及格线")
    amounts = {}
    for member in paying.members:
        if member.total < line:
            amounts[member.code] = paying.whole(-paying.money("标准") * headcount(member) * (line - member.total))
    return amounts


def grade_penalty(paying: Payout) -> Amounts:
    """等次扣罚, not while undecided."""
    amounts = {}
    for member in paying.members:
        if member.grade == paying.parameters["等次"] and not member.undecided:
            amounts[member.code] = paying.whole(-paying.money("金额") * headcount(member))
    return amounts


def card_penalty(paying: Payout) -> Amounts:
    """黄红牌扣罚."""
    amounts = {}
    for member in paying.members:
        amount = ZERO
        for directive in paying.assessment.facts.directives:
            if directive.colour != "blue" and bearer_of(paying.assessment, directive) == member.code:
                amount -= paying.money(COLOURS[directive.colour])
        amounts[member.code] = paying.whole(amount)
    return amounts


def unfinished(paying: Payout) -> Amounts:
    """未完成扣罚."""
    amounts = {}
    for member in paying.members:
        amount = ZERO
        for task in paying.assessment.facts.tasks:
            if task.lead == member.code and task.state in ("not_started", "in_progress", "submitted"):
                amount -= paying.money("标准") * (1 + task.times_carried)
        amounts[member.code] = paying.whole(amount)
    return amounts


METHODS: dict[str, Callable[[Payout], Amounts]] = {
    "pool": pool,
    "per_head": per_head,
    "contribution": contribution,
    "excess": excess,
    "placing": placing,
    "low_score": low_score,
    "grade_penalty": grade_penalty,
    "card_penalty": card_penalty,
    "unfinished": unfinished,
}
