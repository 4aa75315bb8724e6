"""The methods of the reward and penalty scheme (奖惩办法) and the reading of their parameters (calculus, section 7).

Amounts are exact ratios of 元, scores are points, weights are bare numbers; a blank is None.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kpi_desktop.assessment import text as reading

FACTORS = ("人数", "等次系数", "得分")
SHARED_BY = ("实绩", "增量", "超额", "人数", "均分")
LONGEST_PARAMETERS = 2000
LAST_PLACE = 1000


class AwardError(ValueError):
    """A method's parameters cannot be read; the message is a Chinese sentence for the user."""


@dataclass(frozen=True, slots=True)
class PoolParams:
    """总额分配: `total` split by the product of `factors`, some of FACTORS."""

    total: Fraction
    factors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PerHeadParams:
    """人均标准: `standard` times the product of `factors`; nothing below `floor` (起付线), None without one."""

    standard: Fraction
    factors: tuple[str, ...] = FACTORS[:2]
    floor: Fraction | None = None


@dataclass(frozen=True, slots=True)
class ContributionParams:
    """贡献分配: `total` split over `indicators` (code, weight), in the order named.

    `by` is one of SHARED_BY; None where it was not given: 实绩, but 均分 for an indicator where lower is better.
    """

    total: Fraction
    indicators: tuple[tuple[str, Fraction], ...]
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ExcessParams:
    """超额奖励: `standard` for each full `unit` (above 0) of `indicator` beyond its goal, at most `cap`."""

    indicator: str
    unit: Fraction
    standard: Fraction
    cap: Fraction | None = None


@dataclass(frozen=True, slots=True)
class PlacingParams:
    """名次奖励: `amounts` of the first place, the second and so on (0 for a place not named); `move_up` is 递补."""

    amounts: tuple[Fraction, ...]
    move_up: bool = False


@dataclass(frozen=True, slots=True)
class LowScoreParams:
    """低分扣罚: `standard` a head and point below `pass_line`; None: the setting's."""

    standard: Fraction
    pass_line: Fraction | None = None


@dataclass(frozen=True, slots=True)
class GradePenaltyParams:
    """等次扣罚: `amount` a head for `grade`."""

    grade: str
    amount: Fraction


@dataclass(frozen=True, slots=True)
class CardPenaltyParams:
    """黄红牌扣罚: amounts for each yellow and each red directive."""

    yellow: Fraction = Fraction(0)
    red: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class UnfinishedParams:
    """未完成扣罚: `standard` for each unfinished task."""

    standard: Fraction


AwardParams = (
    PoolParams
    | PerHeadParams
    | ContributionParams
    | ExcessParams
    | PlacingParams
    | LowScoreParams
    | GradePenaltyParams
    | CardPenaltyParams
    | UnfinishedParams
)


def parse_award(method: str, params: str) -> AwardParams:
    """The parameters of an award rule, from their text `键=值;键=值`.

    `method` is pool, per_head, contribution, excess, placing, low_score, grade_penalty, card_penalty or unfinished.
    AwardError, with a Chinese sentence, on an unknown method or name, a missing one, or a bad value.
    """
    read = _METHODS.get(method)
    if read is None:
        raise AwardError(f"没有“{method}”这种奖惩办法")
    if len(params) > LONGEST_PARAMETERS:
        raise AwardError(f"参数太长(超过 {LONGEST_PARAMETERS} 字)")
    given = _Given(_pairs(params))
    result = read(given)
    given.must_be_used_up()
    return result


def named_indicators(params: AwardParams) -> tuple[str, ...]:
    """The codes of the indicators that `params` name, in order."""
    if isinstance(params, ContributionParams):
        return tuple(code for code, _ in params.indicators)
    return (params.indicator,) if isinstance(params, ExcessParams) else ()


class _Given:
    """The parameters as given; remembers which were asked for."""

    def __init__(self, pairs: dict[str, str]) -> None:
        self.pairs = pairs
        self.asked: list[str] = []

    def text(self, name: str) -> str | None:
        self.asked.append(name)
        return self.pairs.get(name)

    def needed(self, name: str) -> str:
        text = self.text(name)
        if text is None:
            raise AwardError(f"要写参数“{name}”")
        return text

    def amount(self, name: str) -> Fraction:
        return _amount(name, self.needed(name))

    def optional_amount(self, name: str) -> Fraction | None:
        text = self.text(name)
        return None if text is None else _amount(name, text)

    def choice(self, name: str, *choices: str) -> str | None:
        text = self.text(name)
        if text is not None and text not in choices:
            raise AwardError(f"{name}：“{text}”应为 {'、'.join(choices)} 之一")
        return text

    def must_be_used_up(self) -> None:
        for name in self.pairs:
            if name not in self.asked:
                raise AwardError(f"没有参数“{name}”，可用：{'、'.join(self.asked)}")


def _pairs(params: str) -> dict[str, str]:
    """`键=值;键=值`. Full-width signs are understood; names in the values (a grade) stay as they are written."""
    found: dict[str, str] = {}
    for part in re.split("[;；]", params):
        if not part.strip():
            continue
        key, sign, value = re.split("([=＝])", part, maxsplit=1) if re.search("[=＝]", part) else (part, "", "")
        key, value = reading.half_width(key), value.strip()
        if not sign or not key or not value:
            raise AwardError(f"“{part.strip()}”应写成“键=值”")
        if key in found:
            raise AwardError(f"“{key}”写了两次")
        found[key] = value
    return found


def _number(name: str, text: str) -> Fraction:
    try:
        value = reading.number(text)
    except ValueError as error:
        raise AwardError(f"{name}：{error}") from None
    if value < 0:
        raise AwardError(f"{name}：“{text}”不能是负数")
    return value


def _amount(name: str, text: str) -> Fraction:
    if reading.half_width(text).endswith("%"):
        raise AwardError(f"{name}：“{text}”应为一个数，不是百分比")
    value = _number(name, text)
    if "/" in reading.plain(value):
        raise AwardError(f"{name}：“{text}”除不尽，请写成小数")
    return value


def _list(text: str) -> list[str]:
    return [part.strip() for part in re.split("[,、]", reading.half_width(text))]


def _factors(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for factor in _list(text):
        if factor not in FACTORS:
            raise AwardError(f"因素：“{factor}”应为 {'、'.join(FACTORS)} 之一，之间用逗号")
        if factor in found:
            raise AwardError(f"因素：“{factor}”写了两次")
        found.append(factor)
    return tuple(found)


def _shares(text: str) -> tuple[tuple[str, Fraction], ...]:
    """`E01:60,E02:40`; all without weights: equal ones."""
    found: dict[str, Fraction] = {}
    parts = [part.partition(":") for part in _list(text)]
    weighted = any(sign for _, sign, _ in parts)
    for code, sign, weight in parts:
        code = code.strip()
        if not code or (weighted and not (sign and weight.strip())):
            raise AwardError("指标：应写成“编码:权重”，之间用逗号，如 E01:60,E02:40")
        if code in found:
            raise AwardError(f"指标：“{code}”写了两次")
        found[code] = _number("指标", weight.strip()) if weighted else Fraction(1)
    return tuple(found.items())


def _pool(given: _Given) -> PoolParams:
    return PoolParams(given.amount("总额"), _factors(given.needed("因素")))


def _per_head(given: _Given) -> PerHeadParams:
    factors = given.text("因素")
    return PerHeadParams(
        given.amount("标准"), _factors(factors) if factors else FACTORS[:2], given.optional_amount("起付线")
    )


def _contribution(given: _Given) -> ContributionParams:
    return ContributionParams(given.amount("总额"), _shares(given.needed("指标")), given.choice("按", *SHARED_BY))


def _excess(given: _Given) -> ExcessParams:
    indicators = _list(given.needed("指标"))
    if len(indicators) != 1:
        raise AwardError("指标：超额奖励只能写一个指标")
    unit = _number("单位", given.needed("单位"))
    if not unit:
        raise AwardError("单位：应大于 0")
    return ExcessParams(indicators[0], unit, given.amount("标准"), given.optional_amount("上限"))


def _placing(given: _Given) -> PlacingParams:
    move_up = given.choice("递补", "是", "否") == "是"
    amounts: dict[int, Fraction] = {}
    for name in given.pairs:
        if not re.fullmatch(r"[1-9]\d{0,3}", name, re.ASCII) or int(name) > LAST_PLACE:
            continue
        amounts[int(name)] = given.amount(name)
    if not amounts:
        raise AwardError("要写各名次的金额，如 1=100000;2=80000")
    return PlacingParams(tuple(amounts.get(place, Fraction(0)) for place in range(1, max(amounts) + 1)), move_up)


def _low_score(given: _Given) -> LowScoreParams:
    return LowScoreParams(given.amount("标准"), given.optional_amount("及格线"))


def _grade_penalty(given: _Given) -> GradePenaltyParams:
    return GradePenaltyParams(given.needed("等次"), given.amount("金额"))


def _card_penalty(given: _Given) -> CardPenaltyParams:
    yellow, red = given.optional_amount("黄"), given.optional_amount("红")
    if yellow is None and red is None:
        raise AwardError("要写参数“黄”或“红”")
    return CardPenaltyParams(yellow or Fraction(0), red or Fraction(0))


def _unfinished(given: _Given) -> UnfinishedParams:
    return UnfinishedParams(given.amount("标准"))


_METHODS: Mapping[str, Callable[[_Given], AwardParams]] = {
    "pool": _pool,
    "per_head": _per_head,
    "contribution": _contribution,
    "excess": _excess,
    "placing": _placing,
    "low_score": _low_score,
    "grade_penalty": _grade_penalty,
    "card_penalty": _card_penalty,
    "unfinished": _unfinished,
}
