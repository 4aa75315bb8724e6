"""Why an amount is what it is: the figures a rule used for one department, and the sentences they make.

Money is in 元, exact. Each class is the ground of one kind of amount; `sentences` is what “为什么是这个数” shows.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import prod

from kpi_desktop.assessment.formulas import is_number
from kpi_desktop.assessment.wording import figure, money

Factors = tuple[tuple[str, Fraction], ...]


def product(factors: Factors) -> str:
    """`人数 24 × 等次系数 1.2`."""
    return " × ".join(f"{name} {figure(value)}" for name, value in factors)


def settled(exact: Fraction, amount: Fraction) -> str:
    """An amount, with the rounding to the payout unit where there was any."""
    return f"= {money(amount)}" if exact == amount else f"{is_number(exact)} 元，四舍五入为 {money(amount)}"


@dataclass(frozen=True, slots=True)
class Nothing:
    """Why a rule gives nothing, in one sentence."""

    reason: str

    def sentences(self) -> tuple[str, ...]:
        """The reason."""
        return (self.reason,)


STOPPED = Nothing("一票否决，奖励停发")
OUT_OF_SCOPE = Nothing("不在本办法的范围内")


@dataclass(frozen=True, slots=True)
class PoolShare:
    """A share of a pool: `weight` (the product of `factors`) of `whole`."""

    pool: Fraction
    factors: Factors
    weight: Fraction
    whole: Fraction
    amount: Fraction

    def sentences(self) -> tuple[str, ...]:
        """The weight, then the division."""
        weight = f"权重 = {product(self.factors)} {is_number(self.weight)}"
        if not self.whole:
            return (weight, "范围内各部门的权重都是 0，没有可分的依据")
        share = self.pool * self.weight / self.whole
        return (
            weight,
            f"总额 {money(self.pool)} × {figure(self.weight)} ÷ 权重合计 {figure(self.whole)} {is_number(share)} 元，"
            f"按最大余额取整，得 {money(self.amount)}",
        )


@dataclass(frozen=True, slots=True)
class HeadStandard:
    """A standard multiplied by factors."""

    standard: Fraction
    factors: Factors
    amount: Fraction

    def sentences(self) -> tuple[str, ...]:
        """The product."""
        exact = self.standard * prod(value for _, value in self.factors)
        return (f"标准 {money(self.standard)} × {product(self.factors)} {settled(exact, self.amount)}",)


@dataclass(frozen=True, slots=True)
class PartShare:
    """A share of one indicator's part of a contribution pool: `weight` of `whole`, measured `by` 实绩, 增量 …"""

    indicator: str
    part: Fraction
    by: str
    weight: Fraction
    whole: Fraction
    amount: Fraction

    def sentences(self) -> tuple[str, ...]:
        """The part and the division."""
        head = f"{self.indicator}：该项 {money(self.part)}"
        if not self.weight:
            return (f"{head}，已达到目标，但{self.by}不大于 0，不分",)
        if self.by == "均分":
            return (f"{head}，由 {figure(self.whole)} 个达到目标的部门均分，得 {money(self.amount)}",)
        return (
            f"{head} × {self.by} {figure(self.weight)} ÷ 达到目标的部门合计 {figure(self.whole)}，"
            f"按最大余额取整，得 {money(self.amount)}",
        )


@dataclass(frozen=True, slots=True)
class Excess:
    """`count` full units beyond a bound, told in `found`."""

    found: str
    count: int
    standard: Fraction
    cap: Fraction | None
    amount: Fraction

    def sentences(self) -> tuple[str, ...]:
        """How far beyond, how many units, the cap where it bites."""
        earned = self.standard * self.count
        product = f"{money(self.standard)} × {self.count}"
        if self.cap is None or earned <= self.cap:
            return (self.found, f"{product} {settled(earned, self.amount)}")
        return (self.found, f"{product} = {money(earned)}，超过上限，按上限计 {settled(self.cap, self.amount)}")


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in a group, alone or beside others equal in rank who share the amounts of `places`."""

    group: str
    places: tuple[int, ...]
    pot: Fraction
    moved_up_from: int | None
    amount: Fraction

    def sentences(self) -> tuple[str, ...]:
        """The place and its amount."""
        moved = f"（原第 {self.moved_up_from} 名，递补）" if self.moved_up_from else ""
        if len(self.places) == 1:
            return (f"{self.group}第 {self.places[0]} 名{moved}，名次奖 {money(self.amount)}",)
        filled = "、".join(map(str, self.places))
        return (
            f"{self.group}并列第 {self.places[0]} 名{moved}，{len(self.places)} 个部门共分第 {filled} 名的 "
            f"{money(self.pot)}，得 {money(self.amount)}",
        )


@dataclass(frozen=True, slots=True)
class LowScore:
    """A total below the pass line."""

    total: Decimal
    pass_line: Fraction
    standard: Fraction
    headcount: Fraction
    amount: Fraction

    def sentences(self) -> tuple[str, ...]:
        """The points that are missing, and what they cost."""
        missing = self.pass_line - Fraction(self.total)
        exact = self.standard * self.headcount * missing
        return (
            f"总分 {figure(self.total)} 低于及格线 {figure(self.pass_line)}，差 {figure(missing)} 分",
            f"扣罚 {money(self.standard)} × 人数 {figure(self.headcount)} × {figure(missing)} 分 "
            f"{settled(exact, -self.amount)}",
        )


@dataclass(frozen=True, slots=True)
class GradeCost:
    """A penalty for a grade."""

    grade: str
    each: Fraction
    headcount: Fraction
    amount: Fraction

    def sentences(self) -> tuple[str, ...]:
        """The grade and what it costs a head."""
        cost = settled(self.each * self.headcount, -self.amount)
        return (f"等次为{self.grade}，扣罚 {money(self.each)} × 人数 {figure(self.headcount)} {cost}",)


@dataclass(frozen=True, slots=True)
class Cards:
    """Penalties for yellow and red directives."""

    yellow: int
    red: int
    each_yellow: Fraction
    each_red: Fraction
    amount: Fraction

    def sentences(self) -> tuple[str, ...]:
        """The cards and what they cost."""
        parts = [
            f"{name} {count} 张 × {money(each)}"
            for name, count, each in (("黄牌", self.yellow, self.each_yellow), ("红牌", self.red, self.each_red))
            if count
        ]
        exact = self.yellow * self.each_yellow + self.red * self.each_red
        return (f"扣罚 {' + '.join(parts)} {settled(exact, -self.amount)}",)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Penalties for unfinished tasks, each by how often it was carried."""

    tasks: tuple[tuple[str, str, int], ...]
    standard: Fraction
    amount: Fraction

    def sentences(self) -> tuple[str, ...]:
        """Task by task, then the sum."""
        each = [f"{code} {title}未完成，结转 {times} 次，按 {1 + times} 份计" for code, title, times in self.tasks]
        shares = sum(1 + times for _, _, times in self.tasks)
        exact = self.standard * shares
        return (*each, f"扣罚 {money(self.standard)} × {shares} 份 {settled(exact, -self.amount)}")


@dataclass(frozen=True, slots=True)
class Cut:
    """A penalty cut because it would exceed what is left of the rewards."""

    before: Fraction
    after: Fraction

    def sentences(self) -> tuple[str, ...]:
        """Before and after."""
        return (f"扣罚以奖励为限：应扣 {money(-self.before)}，奖励只够扣 {money(-self.after)}",)
