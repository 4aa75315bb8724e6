"""The rest of a random year: adjustments, vetoes, bands, decisions, the reward scheme and its consequences."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from kpi_desktop.assessment.facts import (
    Adjustment,
    AwardRule,
    Consequence,
    Department,
    Facts,
    GradeBand,
    GradeDecision,
    Indicator,
)
from tests.oracle.random_rules import PLACES, blank_or, decimal

GRADES = ("优秀", "良好", "合格", "不合格")
METHODS = (
    "pool",
    "per_head",
    "contribution",
    "excess",
    "placing",
    "low_score",
    "grade_penalty",
    "card_penalty",
    "unfinished",
)
MONEY = ("100000", "1000000", "99999.995", "12345.67", "0", "333333", "1", "0.05", "777", "250", "50")
MINIMA = (
    ("90", "80", "60", "0"),
    ("60", "40", "20", "0"),
    ("30", "20", "10", "5"),
    ("70", "50", "30", "10"),
    ("3", "2", "1", "0"),
    ("100", "90", "85", "80"),
)


def add_money(random: Random, facts: Facts, calm: bool) -> Facts:
    """`facts` with everything that grades and money need."""
    bands = random_bands(random, facts)
    grades = sorted({band.name for band in bands})
    veto_grade = random.choice(grades) if grades and random.random() < 0.5 else None
    facts = replace(facts, bands=bands, settings=replace(facts.settings, veto_grade=veto_grade))
    if not calm or random.random() < 0.2:
        facts = replace(facts, adjustments=random_adjustments(random, facts))
    facts = replace(facts, decisions=random_decisions(random, facts))
    return replace(facts, awards=random_awards(random, facts), consequences=random_consequences(random, grades))


def random_bands(random: Random, facts: Facts) -> tuple[GradeBand, ...]:
    """Common bands, and bands of their own for some groups."""
    if random.random() < 0.04:
        return ()
    bands = band_set(random, None) if random.random() < 0.92 else []
    for group in facts.groups:
        if random.random() < 0.25 or not bands:
            bands += band_set(random, group.name)
    random.shuffle(bands)
    return tuple(bands)


def band_set(random: Random, group: str | None) -> list[GradeBand]:
    """2–4 bands with distinct minima."""
    number = random.randint(1, 4)
    names = sorted(random.sample(range(4), number))
    minima = random.choice(MINIMA)[:number]
    return [
        GradeBand(
            GRADES[name],
            group,
            Decimal(minimum),
            blank_or(random, decimal(random, "0.2", "0.3", "0.5", "0.25", "0.1", "0", "1", "0.333"), 0.4),
            random.choice((None, None, None, 1, 1, 2, 3, 0)),
            decimal(random, "1.5", "1.2", "1", "0.8", "0", "1"),
        )
        for name, minimum in zip(names, minima, strict=True)
    ]


def grades_of(facts: Facts, department: Department) -> list[str]:
    """Names of the bands that the department's group has."""
    own = [band.name for band in facts.bands if band.group == department.group]
    return own or [band.name for band in facts.bands if band.group is None]


def random_adjustments(random: Random, facts: Facts) -> tuple[Adjustment, ...]:
    """Bonus, deduction and veto entries."""
    entries = []
    for department in facts.departments:
        if not department.takes_part:
            continue
        for category in facts.categories:
            if category.kind in ("bonus", "deduction"):
                for _ in range(random.choice((0, 0, 0, 1, 2))):
                    points = decimal(random, "1", "0.5", "2", "0.25", "3", "0.1")
                    points = max(round(points, facts.settings.decimals), Decimal(1).scaleb(-facts.settings.decimals))
                    entries.append(Adjustment(department.code, category.name, points, "事由"))
            if category.kind == "veto":
                for _ in range(random.choice((0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2))):
                    entries.append(random_veto(random, facts, department, category.name))
    random.shuffle(entries)
    return tuple(entries)


def random_veto(random: Random, facts: Facts, department: Department, category: str) -> Adjustment:
    """A veto with any 处理 and 停发."""
    treatment = random.choice((None, "降一档", *grades_of(facts, department)))
    return Adjustment(department.code, category, Decimal(0), "事由", None, treatment, random.random() < 0.6)


def random_decisions(random: Random, facts: Facts) -> tuple[GradeDecision, ...]:
    """等次认定 for some departments, vetoed ones too."""
    decisions = []
    for department in facts.departments:
        grades = grades_of(facts, department)
        if department.takes_part and grades and random.random() < 0.12:
            decisions.append(GradeDecision(department.code, random.choice(grades), "会议决定"))
    return tuple(decisions)


def random_consequences(random: Random, grades: list[str]) -> tuple[Consequence, ...]:
    """后果 of grades and cards."""
    contents = ("通报表扬", "评优资格", "约谈", "通报批评")
    triggers = [f"等次:{grade}" for grade in grades] + ["督办:红", "督办:黄", "督办:蓝"]
    found = [Consequence(trigger, random.choice(contents)) for trigger in triggers if random.random() < 0.5]
    random.shuffle(found)
    return tuple(found)


# --- the reward scheme


def random_awards(random: Random, facts: Facts) -> tuple[AwardRule, ...]:
    """0–9 rules of the scheme in any order."""
    awards = []
    for number in range(random.choice((0, 2, 4, 6, 9))):
        method = random.choice(METHODS)
        params = random_parameters(random, facts, method)
        if params is not None:
            awards.append(AwardRule(f"办法{number}", method, random_scope(random, facts), params))
    return tuple(awards)


def random_scope(random: Random, facts: Facts) -> str:
    """全部, 一般 or groups."""
    names = [group.name for group in facts.groups]
    groups = "、".join(random.sample(names, random.randint(1, len(names))))
    return random.choice(("全部", "全部", "一般", groups))


def factors(random: Random) -> str:
    """Some of the three factors."""
    names = ["人数", "等次系数", "得分"]
    return ",".join(random.sample(names, random.randint(1, 3)))


def nameable(facts: Facts) -> list[Indicator]:
    """Indicators that contribution and excess may name: no panels, none judged by place."""
    return [found for found in facts.indicators if found.rule.code != "panel" and found.rule.measure not in PLACES]


def joined(parts: list[str]) -> str:
    """`键=值;键=值`."""
    return ";".join(parts)


def random_parameters(random: Random, facts: Facts, method: str) -> str | None:
    """The parameters of a rule; None where there is nothing that it could name."""
    money = random.choice(MONEY)
    if method == "pool":
        return joined([f"总额={money}", f"因素={factors(random)}"])
    if method == "per_head":
        extra = [f"因素={factors(random)}"] if random.random() < 0.6 else []
        extra += [f"起付线={random.choice(('80', '30', '60.5', '0', '10', '20'))}"] if random.random() < 0.5 else []
        return joined([f"标准={money}", *extra])
    if method == "contribution":
        return contribution(random, facts, money)
    if method == "excess":
        return excess(random, facts, money)
    if method == "placing":
        return placing(random)
    return penalty(random, facts, method, money)


def has_one_direction(facts: Facts, indicator: Indicator) -> bool:
    """Whether lower is better for all bearers or for none; the text has no default of 按 for a mixture."""
    if indicator.rule.code != "efficacy":
        return True
    laid = [target for target in facts.targets if target.indicator == indicator.code]
    falling = {one.stretch < one.base for one in laid if one.stretch is not None and one.base is not None}
    return len(falling) <= 1


def contribution(random: Random, facts: Facts, money: str) -> str | None:
    """贡献分配 over up to four indicators."""
    indicators = nameable(facts)
    if not indicators:
        return None
    chosen = random.sample(indicators, min(len(indicators), random.randint(1, 4)))
    named = ",".join(f"{indicator.code}:{random.choice(('60', '40', '1', '33.3', '0'))}" for indicator in chosen)
    ways = ("实绩", "增量", "超额", "人数", "均分")
    way = random.choice((*ways, "")) if all(has_one_direction(facts, one) for one in chosen) else random.choice(ways)
    return joined([f"总额={money}", f"指标={named}", *([f"按={way}"] if way else [])])


def excess(random: Random, facts: Facts, money: str) -> str | None:
    """超额奖励 for one indicator."""
    indicators = nameable(facts)
    if not indicators:
        return None
    indicator = random.choice(indicators)
    rate = indicator.rule.measure in ("增幅", "占比")
    unit = random.choice(("1%", "0.5%", "0.001") if rate else ("1", "0.5", "0.1", "1/3"))
    cap = [f"上限={random.choice(('200000', '500.55', '3'))}"] if random.random() < 0.5 else []
    return joined([f"指标={indicator.code}", f"单位={unit}", f"标准={money}", *cap])


def placing(random: Random) -> str:
    """名次奖励 for the first places."""
    places = sorted(random.sample(range(1, 7), random.randint(1, 4)))
    amounts = [f"{place}={random.choice(MONEY)}" for place in places]
    return joined([*amounts, *random.choice(([], ["递补=是"], ["递补=否"]))])


def penalty(random: Random, facts: Facts, method: str, money: str) -> str | None:
    """The four rules that take."""
    if method == "low_score":
        line = [f"及格线={random.choice(('60', '80', '99.5'))}"] if random.random() < 0.5 else []
        return joined([f"标准={money}", *line])
    if method == "grade_penalty":
        grades = sorted({band.name for band in facts.bands})
        return joined([f"等次={random.choice(grades)}", f"金额={money}"]) if grades else None
    if method == "card_penalty":
        yellow, red = f"黄={money}", f"红={random.choice(MONEY)}"
        return joined(random.choice(([yellow, red], [yellow, red], [yellow], [red])))
    return joined([f"标准={money}"])
