"""Which rules concern a department and why each comes to its amount, as the slip shows it on screen and in print."""

from kpi_desktop.assessment.awards import named_indicators, parse_award
from kpi_desktop.assessment.facts import AwardRule, Facts
from kpi_desktop.assessment.rewards import PENALTY_METHODS, Rewards, why


def reasons(facts: Facts, rewards: Rewards, department: str, rule: AwardRule) -> tuple[str, ...]:
    """Why a rule comes to its amount for a department: the sentences, with indicators by their names."""
    return tuple(named(facts, rule, sentence) for sentence in why(rewards, department, rule.name))


def named(facts: Facts, rule: AwardRule, sentence: str) -> str:
    """`sentence` about a rule with the codes of its indicators replaced by their names."""
    names = {indicator.code: indicator.name for indicator in facts.indicators}
    for code in named_indicators(parse_award(rule.method, rule.params)):
        sentence = sentence.replace(code, names.get(code, code), 1)
    return sentence


def applied(rewards: Rewards, department: str) -> list[tuple[int, AwardRule]]:
    """The rules that concern a department, numbered as in the scheme: those that pay in its scope, penalties it has."""
    own = rewards.department(department)
    return [
        (at, each.rule)
        for at, each in enumerate(rewards.rules, 1)
        if (department, each.name) in rewards.grounds
        and (own.amount(each.name) or each.rule.method not in PENALTY_METHODS)
    ]
