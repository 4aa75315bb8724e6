"""What the year-end check looks at: standards, replies, preliminary values, appeals, and explanations of blanks."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from kpi_desktop.assessment.facts import Appeal, Explanation, Facts

KINDS = {
    "no_result": "无结果",
    "no_line": "缺项",
    "no_report": "缺报",
    "no_due_date": "无期限",
    "no_standard": "无完成标准",
    "unanswered": "督办未回复",
    "unrated": "未评议",
    "appeal_open": "申诉未决",
    "undecided": "待定",
    "preliminary": "快报未核定",
    "unassigned": "未落实",
    "points": "分值不符",
}

RESULTS = (None, None, "采纳", "部分采纳", "不采纳")


def add_answers(random: Random, facts: Facts) -> Facts:
    """`facts` with some of the blanks filled that are filled at the end of a year, and some explained."""
    year_end = date(facts.settings.year, 12, 31)
    tasks = tuple(replace(one, standard="全部完成") if random.random() < 0.7 else one for one in facts.tasks)
    directives = tuple(
        replace(
            one,
            number=one.number if random.random() < 0.9 else None,
            replied=year_end - timedelta(days=random.randint(0, 60)) if random.random() < 0.4 else None,
            reply="已整改" if random.random() < 0.4 else None,
        )
        for one in facts.directives
    )
    actuals = tuple(replace(one, basis="preliminary") if random.random() < 0.08 else one for one in facts.actuals)
    codes = [one.code for one in facts.departments]
    appeals = tuple(
        Appeal(
            f"申{number}",
            random.choice(codes),
            None,
            "请复核",
            random.choice((None, None, "采纳", "部分采纳", "不采纳")),
        )
        for number in range(random.choice((0, 0, 1, 3)))
    )
    facts = replace(facts, tasks=tasks, directives=directives, actuals=actuals, appeals=appeals)
    return replace(facts, explanations=random_explanations(random, facts))


def random_explanations(random: Random, facts: Facts) -> tuple[Explanation, ...]:
    """Explanations of blanks that may or may not be there, for everybody or for one department."""
    subjects = [one.code for one in (*facts.indicators, *facts.tasks, *facts.departments)]
    subjects += [one.name for one in (*facts.categories, *facts.groups)]
    subjects += [one.number for one in (*facts.directives, *facts.appeals) if one.number]
    codes = [one.code for one in facts.departments]
    found: dict[tuple[str, str], Explanation] = {}
    for _ in range(random.choice((0, 5, 20, 40))):
        kind, subject = random.choice(list(KINDS)), random.choice(subjects)
        if random.random() < 0.3:
            subject = f"{random.choice(codes)}/{subject}"
        found[kind, subject] = Explanation(kind, subject, "已说明")
    return tuple(found.values())
