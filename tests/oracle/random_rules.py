"""Random scoring rules as an office would type them, and targets and values that sit on their edges."""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import NamedTuple

from kpi_desktop.assessment.rules import Rule, parse_rule

MEASURES = ("实绩", "增幅", "增量", "占比")
PLACES = ("实绩名次", "增幅名次", "增量名次", "完成率名次")
RULE_CODES = (
    "completion",
    "tiered",
    "growth",
    "shortfall",
    "reverse",
    "bands",
    "pass",
    "efficacy",
    "rank",
    "panel",
    "curve",
)
SHARE_TEXTS = ("10%", "0.1", "1/8", "2%", "0", "5%", "1/3", "12.5%", "0.1分", "1分", "0.05分", "1/7分", "20%", "100%")
HIGH_SHARE_TEXTS = ("80%", "60%", "0.5", "2/3", "100%", "0", "3分", "0.75", "120%", "99.5%")
CAPS = ("100%", "120%", "1.5", "300%", "110%", "90%", "0", "1/2")


class Bases(NamedTuple):
    """T, S, P and the actual of one target."""

    base: Decimal | None
    stretch: Decimal | None
    prior: Decimal | None
    actual: Decimal | None


def random_rule(random: Random) -> Rule:
    """Any rule with any of its parameters given or left to its default."""
    code = random.choice(RULE_CODES)
    given = PARAMETERS[code](random)
    parts = [f"{name}={text}" for name, text in given.items()]
    random.shuffle(parts)
    text = ";".join(parts)
    if random.random() < 0.04:
        text = text.replace(";", "；").replace("=", "＝").replace("%", "％")
    return parse_rule(code, text)


def some(random: Random, name: str, *texts: str, chance: float = 0.55) -> dict[str, str]:
    """The parameter with one of the texts, or left out."""
    return {name: random.choice(texts)} if random.random() < chance else {}


def plain_measure(random: Random) -> dict[str, str]:
    """取值 that is no place."""
    return some(random, "取值", *MEASURES, chance=0.5)


def any_measure(random: Random) -> dict[str, str]:
    """取值, 方向 and 范围 of the rules that take them all."""
    return {
        **some(random, "取值", *MEASURES, *PLACES, chance=0.65),
        **some(random, "方向", "高优", "低优", chance=0.5),
        **some(random, "范围", "同组", "全部", chance=0.4),
    }


def completion(random: Random) -> dict[str, str]:
    """完成率."""
    return {**plain_measure(random), **some(random, "起评", "60%", "0.9", "1", "0"), **some(random, "封顶", *CAPS)}


def tiered(random: Random) -> dict[str, str]:
    """确保力争."""
    return {
        **plain_measure(random),
        **some(random, "确保得分率", *HIGH_SHARE_TEXTS),
        **some(random, "超额加分率", *SHARE_TEXTS),
        **some(random, "封顶", *CAPS),
    }


def growth(random: Random) -> dict[str, str]:
    """增长率."""
    return {
        **plain_measure(random),
        **some(random, "每点扣", *SHARE_TEXTS),
        **some(random, "每点加", *SHARE_TEXTS),
        **some(random, "封顶", *CAPS),
        **some(random, "取整", "进", "舍", "不取", chance=0.7),
    }


def shortfall(random: Random) -> dict[str, str]:
    """缺口扣分."""
    return {
        **plain_measure(random),
        **some(random, "步长", "1%", "5%", "0.1", "1/3", "2"),
        **some(random, "每步扣", *SHARE_TEXTS),
        **some(random, "每步加", *SHARE_TEXTS),
        **some(random, "封顶", *CAPS),
        **some(random, "取整", "进", "舍", "不取", chance=0.7),
    }


def reverse(random: Random) -> dict[str, str]:
    """逆向."""
    return {**plain_measure(random), **some(random, "倍率", "1", "2", "0.5", "1/3", "50%")}


def steps(random: Random, bounds: tuple[str, ...], least: int) -> str:
    """`界限:得分率` pairs; no bound twice."""
    number = random.randint(least, min(5, len(bounds)))
    chosen = random.sample(bounds, number)
    return ",".join(f"{bound}:{random.choice(SHARE_TEXTS + HIGH_SHARE_TEXTS)}" for bound in chosen)


def bounds_for(random: Random, given: dict[str, str], by_completion: bool) -> tuple[str, ...]:
    """Bounds of the size that the measure has."""
    measure = given.get("取值", "实绩")
    if measure in PLACES and not by_completion:
        return ("1", "2", "3", "4", "5.5")
    if by_completion:
        return ("95%", "0.9", "80%", "1", "120%", "1/2", "0", "2", "-1")
    if measure in ("增幅", "占比"):
        return ("8%", "0.1", "-5%", "0", "25%", "1/3", "1")
    return ("0", "3", "10", "75", "100", "-5", "7.5", "2/3")


def bands(random: Random) -> dict[str, str]:
    """分档."""
    given = {**any_measure(random), **some(random, "自变量", "完成率", "数值", chance=0.6)}
    given["档"] = steps(random, bounds_for(random, given, given.get("自变量", "完成率") == "完成率"), 1)
    return given


def passing(random: Random) -> dict[str, str]:
    """达标."""
    return any_measure(random)


def efficacy(random: Random) -> dict[str, str]:
    """功效系数."""
    return {**plain_measure(random), **some(random, "基础", *HIGH_SHARE_TEXTS)}


def rank(random: Random) -> dict[str, str]:
    """排名."""
    return {
        **some(random, "取值", *PLACES, chance=0.7),
        **some(random, "方向", "高优", "低优"),
        **some(random, "每位扣", *SHARE_TEXTS),
        **some(random, "范围", "同组", "全部"),
    }


def panel(random: Random) -> dict[str, str]:
    """评议."""
    return some(random, "去极值", "是", "否")


def curve(random: Random) -> dict[str, str]:
    """自定义曲线."""
    given = {**any_measure(random), **some(random, "自变量", "完成率", "数值", chance=0.6)}
    given["点"] = steps(random, bounds_for(random, given, given.get("自变量", "数值") == "完成率"), 2)
    return given


PARAMETERS: dict[str, Callable[[Random], dict[str, str]]] = {
    "completion": completion,
    "tiered": tiered,
    "growth": growth,
    "shortfall": shortfall,
    "reverse": reverse,
    "bands": bands,
    "pass": passing,
    "efficacy": efficacy,
    "rank": rank,
    "panel": panel,
    "curve": curve,
}


# --- targets and values


def decimal(random: Random, *texts: str) -> Decimal:
    """One of the numbers."""
    return Decimal(random.choice(texts))


def blank_or(random: Random, value: Decimal, chance: float = 0.04) -> Decimal | None:
    """The value, or now and then a blank."""
    return None if random.random() < chance else value


def random_bases(random: Random, rule: Rule, falling: bool) -> Bases:
    """T, S, P and a of a target for a rule; `falling` puts S below T (for `efficacy`)."""
    if random.random() < 0.05:
        return odd_bases(random)
    measure = rule.measure
    prior = decimal(random, "50", "100", "8", "3", "12.5", "50", "100", "20", "200", "-10", "0")
    if measure in PLACES:
        return place_bases(random, rule, prior)
    if measure == "增幅":
        base = decimal(random, "0.08", "0.1", "0.1", "0", "-0.05", "0.0833", "0.3")
        gap = decimal(random, "0.05", "0.02", "0.1")
        actual = prior + abs(prior) * (base + decimal(random, *RATE_STEPS))
    elif measure == "占比":
        base = decimal(random, "0.1", "0.25", "0.5", "0.333", "0", "0.2")
        gap = decimal(random, "0.05", "0.25")
        actual = decimal(random, "1", "2", "3", "1", "5", "10", "0", "-1")
    else:
        base = decimal(random, "1", "3", "7", "10", "75", "100", "0.1", "2.5", "10", "10", "20", "4", "50", "0", "-5")
        gap = abs(base) * decimal(random, "0.2", "0.5", "0.1", "1", "0.333", "0.01")
        actual = base * decimal(random, *FACTORS) + (prior if measure == "增量" else 0)
    if falling:
        gap = -gap
    stretch = base + gap * decimal(random, "1", "1", "1", "1", "1", "1", "1", "1", "0", "-1" if not falling else "1")
    return Bases(blank_or(random, base), blank_or(random, stretch), blank_or(random, prior), blank_or(random, actual))


RATE_STEPS = ("0", "0.01", "-0.01", "0.005", "-0.015", "0.05", "-0.05", "-0.2", "0.123", "0.0001", "-0.0001")
FACTORS = (
    "1", "1", "1.2", "0.9", "0.95", "0.999", "1.001", "1.5", "0.5", "0.3333", "0", "2", "0.8", "1.05", "-0.5", "1.1",
)  # fmt: skip


def place_bases(random: Random, rule: Rule, prior: Decimal) -> Bases:
    """T is a place under `pass`, a divisor under 完成率名次; values are few, so that places are shared."""
    texts = ("1", "2", "3", "2") if rule.code == "pass" else ("1", "2", "3", "10", "4", "0", "-2", "8")
    base = decimal(random, *texts)
    actual = decimal(random, "1", "2", "3", "4", "6", "8", "0", "-1", "2.5")
    return Bases(blank_or(random, base), None, blank_or(random, prior, 0.1), blank_or(random, actual, 0.1))


def odd_bases(random: Random) -> Bases:
    """Anything: zeros, negatives and blanks together."""
    numbers = ("0", "-1", "1", "0.5", "100", "-100", "0.0001", "12345678.91")
    return Bases(
        blank_or(random, decimal(random, *numbers), 0.25),
        blank_or(random, decimal(random, *numbers), 0.25),
        blank_or(random, decimal(random, *numbers), 0.25),
        blank_or(random, decimal(random, *numbers), 0.25),
    )
