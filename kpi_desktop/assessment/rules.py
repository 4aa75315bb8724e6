"""The scoring rules (计分办法) and the reading of their parameters (calculus, section 3)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from kpi_desktop.assessment import text as reading

MEASURES = ("实绩", "增幅", "增量", "占比")
PLACES = ("实绩名次", "增幅名次", "增量名次", "完成率名次")
LONGEST_PARAMETERS = 2000
HIGHEST_CAP = 3


class RuleError(ValueError):
    """A rule's parameters cannot be read; the message is a Chinese sentence for the user."""


class Share(NamedTuple):
    """A share of full marks: a ratio, or points (`0.1分`) to be divided by the target's 分值."""

    value: Fraction
    in_points: bool = False

    def of(self, points: Fraction) -> Fraction:
        """The ratio on a target of `points`. ZeroDivisionError for points on a target of 0."""
        return self.value / points if self.in_points else self.value


class Parameter(NamedTuple):
    """One parameter of a rule; `default` is the text of its default, None where it must be given."""

    name: str
    read: Callable[[str], Any]
    default: str | None
    hint: str
    choices: tuple[str, ...] = ()


class RuleDefinition(NamedTuple):
    """One scoring rule: its code, its name in the workbook, its parameters in order."""

    code: str
    name: str
    parameters: tuple[Parameter, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its parameters read, defaults filled in; `params` is the text as entered.

    `shares_in_points`: whether a parameter is written in points (`0.1分`).
    """

    code: str
    params: str
    values: Mapping[str, Any] = field(compare=False)
    shares_in_points: bool = field(default=False, compare=False)

    @property
    def name(self) -> str:
        """计分办法 as the user reads it."""
        return RULES[self.code].name

    @property
    def measure(self) -> str:
        """取值; empty for `panel`, which has none."""
        return str(self.values.get("取值", ""))

    @property
    def by_place(self) -> bool:
        """Whether the value is a place among the bearers."""
        return self.measure in PLACES

    @property
    def argument(self) -> str:
        """自变量: 完成率 (x / T) or 数值 (x itself)."""
        return str(self.values.get("自变量", "完成率" if self.code in ("completion", "shortfall") else "数值"))

    @property
    def whole_zone_scope(self) -> bool:
        """Whether places are counted over all bearers and not within the group."""
        return self.values.get("范围") == "全部"

    @property
    def declared_lower(self) -> bool:
        """Whether 方向 is 低优, or the rule itself is lower-better. (`efficacy` depends on S and T.)"""
        return self.code == "reverse" or self.values.get("方向") == "低优"

    @property
    def uses_stretch(self) -> bool:
        """Whether the rule itself looks at S."""
        return self.code in ("tiered", "efficacy")

    @property
    def uses_base(self) -> bool:
        """Whether the rule itself, or its value (完成率名次), looks at T."""
        if self.code in ("panel", "rank", "curve", "bands"):
            return self.divides_by_base or self.measure == "完成率名次"
        return True

    @property
    def divides_by_base(self) -> bool:
        """Whether x is divided by T on the way to the share."""
        if self.code in ("bands", "curve"):
            return self.argument == "完成率"
        return self.code in ("completion", "tiered", "shortfall", "reverse")


def _has_points(value: object) -> bool:
    if isinstance(value, Share):
        return value.in_points
    return isinstance(value, tuple) and any(share.in_points for _, share in value)


def _number(text: str) -> Fraction:
    try:
        return reading.number(text)
    except ValueError as error:
        raise RuleError(str(error)) from None


def _not_negative(text: str) -> Fraction:
    value = _number(text)
    if value < 0:
        raise RuleError(f"“{text}”不能是负数")
    return value


def _above_zero(text: str) -> Fraction:
    value = _number(text)
    if value <= 0:
        raise RuleError(f"“{text}”应大于 0")
    return value


def _cap(text: str) -> Fraction:
    value = _not_negative(text)
    if value > HIGHEST_CAP:
        raise RuleError(f"“{text}”超过 300%，如要封顶 120% 请写 120% 或 1.2")
    return value


def _share(text: str) -> Share:
    if text.endswith("分"):
        return Share(_not_negative(text[:-1].rstrip()), in_points=True)
    return Share(_not_negative(text))


def _steps(text: str) -> tuple[tuple[Fraction, Share], ...]:
    found: dict[Fraction, Share] = {}
    for part in text.split(","):
        bound, sign, share = (piece.strip() for piece in part.partition(":"))
        if not sign or not bound or not share:
            raise RuleError(f"“{part.strip()}”应写成“界限:得分率”，各档之间用逗号")
        at = _number(bound)
        if at in found:
            raise RuleError(f"“{bound}”写了两次")
        found[at] = _share(share)
    return tuple(sorted(found.items()))


def _curve_points(text: str) -> tuple[tuple[Fraction, Share], ...]:
    points = _steps(text)
    if len(points) < 2:
        raise RuleError("曲线至少要有两个点")
    return points


def _one_of(*choices: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in choices:
            raise RuleError(f"“{text}”应为 {'、'.join(choices)} 之一")
        return text

    return read


def _choice(name: str, default: str, *choices: str) -> Parameter:
    return Parameter(name, _one_of(*choices), default, "/".join(choices), choices)


def _flag(text: str) -> bool:
    return _one_of("是", "否")(text) == "是"


def _measure(default: str, *choices: str) -> Parameter:
    return _choice("取值", default, *choices)


_DIRECTION = _choice("方向", "高优", "高优", "低优")
_SCOPE = _choice("范围", "同组", "同组", "全部")
_CAP = Parameter("封顶", _cap, "100%", "百分比，至多 300%")


def _share_of(name: str, default: str) -> Parameter:
    return Parameter(name, _share, default, "百分比，或“0.1分”")


def _rule(code: str, name: str, meaning: str, *parameters: Parameter) -> RuleDefinition:
    return RuleDefinition(code, name, parameters, meaning)


def _every_measure(default: str) -> tuple[Parameter, ...]:
    return (_measure(default, *MEASURES, *PLACES), _DIRECTION, _SCOPE)


RULES: Mapping[str, RuleDefinition] = MappingProxyType(
    {
        rule.code: rule
        for rule in (
            _rule(
                "completion",
                "完成率",
                "按完成率得分，低于起评不得分",
                _measure("实绩", *MEASURES),
                Parameter("起评", _not_negative, "0", "百分比"),
                _CAP,
            ),
            _rule(
                "tiered",
                "确保力争",
                "达到确保目标得基本分，确保到力争之间按比例加到满分",
                _measure("实绩", *MEASURES),
                _share_of("确保得分率", "80%"),
                _share_of("超额加分率", "0"),
                _CAP,
            ),
            _rule(
                "growth",
                "增长率",
                "比目标每低一个百分点扣一份，每高一个百分点加一份",
                _measure("增幅", *MEASURES),
                _share_of("每点扣", "10%"),
                _share_of("每点加", "0"),
                _CAP,
                _choice("取整", "不取", "进", "舍", "不取"),
            ),
            _rule(
                "shortfall",
                "缺口扣分",
                "完成率每差一步扣一份",
                _measure("实绩", *MEASURES),
                Parameter("步长", _above_zero, "1%", "百分比，大于 0"),
                _share_of("每步扣", "2%"),
                _share_of("每步加", "0"),
                _CAP,
                _choice("取整", "进", "进", "舍", "不取"),
            ),
            _rule(
                "reverse",
                "逆向",
                "不超过目标得满分，每超一成按倍率扣分",
                _measure("实绩", *MEASURES),
                Parameter("倍率", _above_zero, "1", "大于 0 的数"),
            ),
            _rule(
                "bands",
                "分档",
                "落在哪一档就得哪一档的分",
                *_every_measure("实绩"),
                Parameter("档", _steps, None, "如 95%:100%,90%:90%"),
                _choice("自变量", "完成率", "完成率", "数值"),
            ),
            _rule("pass", "达标", "达到目标得满分，否则不得分", *_every_measure("实绩")),
            _rule(
                "efficacy",
                "功效系数",
                "从不允许值到满意值，由基础分升到满分",
                _measure("实绩", *MEASURES),
                _share_of("基础", "60%"),
            ),
            _rule(
                "rank",
                "排名",
                "第一名得满分，每低一位扣一份",
                _measure("实绩名次", *PLACES),
                _DIRECTION,
                _share_of("每位扣", "5%"),
                _SCOPE,
            ),
            _rule("panel", "评议", "评委打分的加权平均", Parameter("去极值", _flag, "是", "是/否", ("是", "否"))),
            _rule(
                "curve",
                "自定义曲线",
                "按给定各点连成的折线得分",
                *_every_measure("实绩"),
                Parameter("点", _curve_points, None, "如 0:0,75:0.8,100:1"),
                _choice("自变量", "数值", "完成率", "数值"),
            ),
        )
    }
)
RULE_CODES: Mapping[str, str] = MappingProxyType({rule.name: rule.code for rule in RULES.values()})


@lru_cache(maxsize=4096)
def parse_rule(code: str, params: str = "") -> Rule:
    """The rule `code` with the parameters of `params` (`键=值;键=值`) read and the defaults filled in.

    RuleError, with a Chinese sentence, on an unknown rule or name, a bad number, 步长 or 倍率 not above 0, a negative
    share, a cap above 300 %, a bound or point given twice, a curve of one point. (Calculus, section 3.)
    """
    definition = RULES.get(code)
    if definition is None:
        raise RuleError(f"没有“{code}”这种计分办法")
    if len(params) > LONGEST_PARAMETERS:
        raise RuleError(f"参数太长(超过 {LONGEST_PARAMETERS} 字)")
    try:
        given = dict(reading.pairs(params))
    except ValueError as error:
        raise RuleError(str(error)) from None
    known = {parameter.name for parameter in definition.parameters}
    for name in given:
        if name not in known:
            raise RuleError(f"“{definition.name}”没有参数“{name}”，可用：{'、'.join(sorted(known))}")
    values = {parameter.name: _read(parameter, given, definition) for parameter in definition.parameters}
    in_points = any(_has_points(value) for value in values.values())
    return Rule(code, params, MappingProxyType(values), in_points)


def _read(parameter: Parameter, given: Mapping[str, str], definition: RuleDefinition) -> Any:
    text = given.get(parameter.name, parameter.default)
    if text is None:
        raise RuleError(f"“{definition.name}”要写参数“{parameter.name}”，{parameter.hint}")
    try:
        return parameter.read(text)
    except RuleError as error:
        raise RuleError(f"{parameter.name}：{error}") from None
