"""How a share came about, as one formula with the line's own numbers: one function a rule."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from kpi_desktop.assessment.curves import Bases
from kpi_desktop.assessment.exact import half_up
from kpi_desktop.assessment.wording import figure

HELD = ("封顶", "扣完为止")
RATE_MEASURES = ("增幅", "占比")


class Formula(NamedTuple):
    """Where the value lies, in words, and the formula of the share up to its result."""

    where: str
    text: str


def exactly(value: Fraction, places: int) -> bool:
    """Whether `value` is what it shows at `places` decimals."""
    return Fraction(half_up(value.numerator * 10**places, value.denominator), 10**places) == value


def share_text(share: Fraction) -> str:
    """A share as a percentage at up to two decimals: `86.2%`."""
    return f"{number_text(share * 100, 2)}%"


def number_text(value: Fraction, places: int = 4) -> str:
    """A figure at up to `places` decimals, with a proper minus sign."""
    return figure(value, places).replace("-", "−")


def is_share(share: Fraction) -> str:
    """A share as the end of a formula: `= 86.2%`, or `≈ 86.15%` where it is rounded."""
    return f"{'=' if exactly(share, 4) else '≈'} {share_text(share)}"


def is_number(value: Fraction) -> str:
    """A figure as the end of a formula: `= 12.5`, or `≈ 0.3333` where it is rounded."""
    return f"{'=' if exactly(value, 4) else '≈'} {number_text(value)}"


def ratio_text(value: Fraction) -> str:
    """A ratio that was reported or set, as a percentage: exact at up to four decimals, else at two (a third)."""
    return share_text(value) if not exactly(value, 6) else f"{number_text(value * 100)}%"


def value_text(bases: Bases, value: Fraction, ratios: bool = False) -> str:
    """A value, a goal or a bound as this rule's measure shows it: a rate as a percentage, a place as 第 n 名.

    `ratios`: the indicator's values are ratios themselves (a rate of projects, a unit of %).
    """
    if bases.rule.by_place:
        return f"第 {figure(value)} 名"
    if bases.rule.measure in RATE_MEASURES:
        return share_text(value)
    return ratio_text(value) if ratios else number_text(value)


def formula(bases: Bases, value: Fraction, share: Fraction, ratios: bool = False) -> Formula:
    """The formula of `share` at `value` under the rule of `bases`; `ratios`: the values are read as percentages."""
    where, text = _FORMULAS[bases.rule.code](_Figures(bases, value, ratios))
    if text.endswith(HELD):
        return Formula(where, f"{text}，计 {share_text(share)}")
    return Formula(where, f"{text} {is_share(share)}" if text else share_text(share))


class _Figures:
    """The numbers of one line as its formula shows them."""

    def __init__(self, bases: Bases, value: Fraction, ratios: bool) -> None:
        self.bases, self.value, self.ratios = bases, value, ratios
        self.base, self.stretch = bases.base, bases.stretch
        self.x, self.t, self.s = map(self.shown, (value, bases.base, bases.stretch))

    def shown(self, value: Fraction) -> str:
        return value_text(self.bases, value, self.ratios)

    def share(self, name: str) -> Fraction:
        return self.bases.ratio(name)

    def cap(self) -> Fraction:
        return self.bases.number("封顶")

    def held(self, share: Fraction, text: str) -> str:
        """`text`, and that a cap or the floor of 0 holds it."""
        if share > self.cap():
            return f"{text} {is_share(share)}，封顶"
        return f"{text} {is_share(share)}，扣完为止" if share < 0 else text


Told = tuple[str, str]


def _completion(f: _Figures) -> Told:
    ratio = f.value / f.base
    text = f"{f.x} ÷ {f.t}"
    if ratio < f.bases.number("起评"):
        return f"完成率 {share_text(ratio)}，低于起评线 {share_text(f.bases.number('起评'))}", ""
    return f"完成率 {share_text(ratio)}", f.held(ratio, text)


def _tiered(f: _Figures) -> Told:
    first = f.share("确保得分率")
    if f.value < f.base:
        return f"{f.x} < {f.t}，未到确保", f"{share_text(first)} × {f.x} ÷ {f.t}"
    if f.value < f.stretch:
        where = f"{f.t} ≤ {f.x} < {f.s}，在确保与力争之间"
        rise = f"({f.x} − {f.t}) ÷ ({f.s} − {f.t})"
        return where, f"{share_text(first)} + {share_text(1 - first)} × {rise}"
    gain = f.share("超额加分率")
    where = f"{f.x} ≥ {f.s}，达到力争"
    if not gain:
        return where, ""
    share = 1 + gain * (f.value - f.stretch) / f.stretch
    return where, f.held(share, f"100% + {share_text(gain)} × ({f.x} − {f.s}) ÷ {f.s}")


def _around(f: _Figures, distance: Fraction, unit: str, lose: str, gain: str) -> Told:
    """`distance` in points or steps: below 0 it is short of the target."""
    rounding = f.bases.rule.values["取整"]
    if distance >= 0:
        rate = f.share(gain)
        count = distance if rounding == "不取" else Fraction(floor(distance))
        where = f"高于目标 {number_text(distance)} {unit}" if distance else "正好达到目标"
        return where, f.held(1 + rate * count, f"100% + {number_text(count)} × {share_text(rate)}") if rate else ""
    short = -distance
    count = {"进": Fraction(ceil(short)), "舍": Fraction(floor(short))}.get(rounding, short)
    whole = f"，{rounding}为 {count} {unit[0]}" if count != short else ""
    where = f"低于目标 {number_text(short)} {unit}{whole}"
    text = f"100% − {number_text(count)} × {share_text(f.share(lose))}"
    share = 1 - f.share(lose) * count
    return where, f"{text} {is_share(share)}，扣完为止" if share < 0 else text


def _growth(f: _Figures) -> Told:
    return _around(f, (f.value - f.base) * 100, "个百分点", "每点扣", "每点加")


def _shortfall(f: _Figures) -> Told:
    step, ratio = f.bases.number("步长"), f.value / f.base
    where, text = _around(f, (ratio - 1) / step, f"步（每步 {share_text(step)}）", "每步扣", "每步加")
    return f"完成率 {f.x} ÷ {f.t} {is_share(ratio)}，{where}", text


def _reverse(f: _Figures) -> Told:
    if f.value <= f.base:
        return f"{f.x} ≤ {f.t}，未超出控制目标", ""
    times = f.bases.number("倍率")
    share = 1 - times * (f.value - f.base) / f.base
    text = f"100% − {number_text(times)} × ({f.x} − {f.t}) ÷ {f.t}"
    return f"{f.x} > {f.t}，超出控制目标", f"{text} {is_share(share)}，扣完为止" if share < 0 else text


def _compared(f: _Figures) -> tuple[Fraction, Callable[[Fraction], str], str]:
    """c or x, how it is written, and how it came about where it was divided."""
    if f.bases.rule.divides_by_base:
        ratio = f.value / f.base
        return ratio, share_text, f"完成率 {f.x} ÷ {f.t} {is_share(ratio)}，"
    return f.value, f.shown, ""


def _bands(f: _Figures) -> Told:
    value, write, told = _compared(f)
    bounds = [bound for bound, _ in f.bases.rule.values["档"]]
    if f.bases.lower_better:
        held = next((bound for bound in bounds if value <= bound), None)
        return told + (
            f"{write(value)} 在“不高于 {write(held)}”一档" if held is not None else "高于最末一档，不得分"
        ), ""
    held = next((bound for bound in reversed(bounds) if bound <= value), None)
    return told + (f"{write(value)} 在“{write(held)} 以上”一档" if held is not None else "低于最低一档，不得分"), ""


def _pass(f: _Figures) -> Told:
    if f.bases.lower_better:
        return (f"{f.x} ≤ {f.t}，达标" if f.value <= f.base else f"{f.x} > {f.t}，未达标"), ""
    return (f"{f.x} ≥ {f.t}，达标" if f.value >= f.base else f"{f.x} < {f.t}，未达标"), ""


def _efficacy(f: _Figures) -> Told:
    first = f.share("基础")
    share = first + (1 - first) * (f.value - f.base) / (f.stretch - f.base)
    text = f"{share_text(first)} + {share_text(1 - first)} × ({f.x} − {f.t}) ÷ ({f.s} − {f.t})"
    where = f"不允许值 {f.t}，满意值 {f.s}"
    if share > 1:
        return where, f"{text} {is_share(share)}，封顶"
    return where, f"{text} {is_share(share)}，扣完为止" if share < 0 else text


def _rank(f: _Figures) -> Told:
    lose = f.share("每位扣")
    share = 1 - (f.value - 1) * lose
    text = f"100% − ({figure(f.value)} − 1) × {share_text(lose)}"
    return f.x, f"{text} {is_share(share)}，扣完为止" if share < 0 else text


def _curve(f: _Figures) -> Told:
    value, write, told = _compared(f)
    points = [(bound, share.of(f.bases.points)) for bound, share in f.bases.rule.values["点"]]
    if value <= points[0][0]:
        return f"{told}{write(value)} 不高于曲线起点 {write(points[0][0])}", ""
    for (left, low), (right, high) in pairwise(points):
        if value <= right:
            where = f"{told}{write(value)} 在 {write(left)} 与 {write(right)} 之间"
            part = f"({write(value)} − {write(left)}) ÷ ({write(right)} − {write(left)})"
            return where, f"{share_text(low)} + ({share_text(high)} − {share_text(low)}) × {part}"
    return f"{told}{write(value)} 高于曲线终点 {write(points[-1][0])}", ""


def _panel(f: _Figures) -> Told:
    return f"加权平均 {number_text(f.value)} 分", f"{number_text(f.value)} ÷ 100"


_FORMULAS: Mapping[str, Callable[[_Figures], Told]] = {
    "completion": _completion,
    "tiered": _tiered,
    "growth": _growth,
    "shortfall": _shortfall,
    "reverse": _reverse,
    "bands": _bands,
    "pass": _pass,
    "efficacy": _efficacy,
    "rank": _rank,
    "panel": _panel,
    "curve": _curve,
}
