"""The rules that take: 低分扣罚, 等次扣罚, 黄红牌扣罚, 未完成扣罚, and 扣罚以奖励为限 (calculus, section 7)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from kpi_desktop.assessment.awards import CardPenaltyParams, GradePenaltyParams, LowScoreParams, UnfinishedParams
from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts, Task
from kpi_desktop.assessment.grounds import Cards, GradeCost, LowScore, Nothing, Unfinished
from kpi_desktop.assessment.payroll import Earner, Ground, Outcome, Payroll

UNFINISHED_STATES = ("not_started", "in_progress", "submitted")


def low_score(roll: Payroll, scope: str, params: LowScoreParams) -> Outcome:
    """低分扣罚: a rate a head and point below the pass line."""
    pass_line = fraction(roll.facts.settings.pass_line) if params.pass_line is None else params.pass_line

    def penalty(earner: Earner) -> tuple[int, Ground]:
        missing = pass_line - fraction(earner.result.total)
        if missing <= 0:
            return 0, Nothing("总分不低于及格线，不扣")
        units = -roll.nearest_units(params.standard * earner.headcount * missing)
        ground = LowScore(earner.result.total, pass_line, params.standard, earner.headcount, roll.amount(units))
        return units, ground

    return _each(roll, scope, penalty)


def grade_penalty(roll: Payroll, scope: str, params: GradePenaltyParams) -> Outcome:
    """等次扣罚: an amount a head for a grade, not while undecided."""

    def penalty(earner: Earner) -> tuple[int, Ground]:
        if earner.result.grade != params.grade:
            return 0, Nothing(f"等次不是{params.grade}，不扣")
        if earner.result.undecided:
            return 0, Nothing("等次待定，暂不扣")
        units = -roll.nearest_units(params.amount * earner.headcount)
        return units, GradeCost(params.grade, params.amount, earner.headcount, roll.amount(units))

    return _each(roll, scope, penalty)


def card_penalty(roll: Payroll, scope: str, params: CardPenaltyParams) -> Outcome:
    """黄红牌扣罚: an amount for every yellow and every red directive."""
    cards = Counter(cards_issued(roll.facts))

    def penalty(earner: Earner) -> tuple[int, Ground]:
        yellow, red = cards[earner.code, "yellow"], cards[earner.code, "red"]
        if not yellow and not red:
            return 0, Nothing("没有黄牌和红牌")
        units = -roll.nearest_units(params.yellow * yellow + params.red * red)
        return units, Cards(yellow, red, params.yellow, params.red, roll.amount(units))

    return _each(roll, scope, penalty)


def unfinished(roll: Payroll, scope: str, params: UnfinishedParams) -> Outcome:
    """未完成扣罚: an amount for every task left undone, once more for every time it was carried."""
    undone: dict[str, list[Task]] = {}
    for task in roll.facts.tasks:
        if task.state in UNFINISHED_STATES:
            undone.setdefault(task.lead, []).append(task)

    def penalty(earner: Earner) -> tuple[int, Ground]:
        tasks = undone.get(earner.code, [])
        if not tasks:
            return 0, Nothing("没有未完成的任务")
        units = -roll.nearest_units(params.standard * sum(1 + task.times_carried for task in tasks))
        named = tuple((task.code, task.title, task.times_carried) for task in tasks)
        return units, Unfinished(named, params.standard, roll.amount(units))

    return _each(roll, scope, penalty)


def cards_issued(facts: Facts) -> Iterator[tuple[str, str]]:
    """Every directive as (department, colour): the task's lead, or the indicator's department."""
    leads = {task.code: task.lead for task in facts.tasks}
    for directive in facts.directives:
        department = leads.get(directive.task) if directive.task else directive.department
        if department:
            yield department, directive.colour


def cut_to(rewards: int, penalties: Mapping[str, int]) -> dict[str, int]:
    """`penalties` (rule to units, 0 or less) cut in their order so that together they do not exceed `rewards`."""
    left, kept = rewards, {}
    for rule, units in penalties.items():
        kept[rule] = max(units, -left)
        left += kept[rule]
    return kept


def _each(roll: Payroll, scope: str, penalty: Callable[[Earner], tuple[int, Ground]]) -> Outcome:
    units: dict[str, int] = {}
    grounds: dict[str, tuple[Ground, ...]] = {}
    for earner in roll.in_scope(scope):
        units[earner.code], ground = penalty(earner)
        grounds[earner.code] = (ground,)
    return Outcome(units, grounds)
