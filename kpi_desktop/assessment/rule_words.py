"""A scoring rule read back: one sentence made from its parameters, as it would stand in the office's document."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from kpi_desktop.assessment.rules import Rule, Share
from kpi_desktop.assessment.wording import figure, percentage

ONE = Fraction(1)
_MEASURES: Mapping[str, str] = {
    "增幅": "比上年的增幅",
    "增量": "比上年的增量",
    "占比": "占各承担部门合计的比重",
}


def rule_sentence(rule: Rule, rates: bool = False) -> str:
    """What the rule does with a value, with its own figures; `rates`: the values themselves are read in percent."""
    return f"{_looked_at(rule)}{_SENTENCES[rule.code](rule, rates)}。"


def _looked_at(rule: Rule) -> str:
    if rule.code == "panel":
        return ""
    if rule.by_place:
        where = "在全区承担部门中" if rule.whole_zone_scope else "在同组承担部门中"
        lower = "，数值低的在前" if rule.declared_lower else ""
        return f"看{rule.measure.removesuffix('名次')}{where}的名次{lower}："
    return f"看{_MEASURES[rule.measure]}：" if rule.measure in _MEASURES else ""


def _share(share: Share) -> str:
    return f"{figure(share.value)} 分" if share.in_points else percentage(share.value, 4)


def _ratio(value: Fraction) -> str:
    return percentage(value, 4)


def _beyond(rule: Rule, gain: str) -> str:
    """What becomes of what is beyond the goal: `gain` as words, empty where nothing is added."""
    cap: Fraction = rule.values["封顶"]
    if cap < ONE:
        return f"最多得 {_ratio(cap)}"
    if not gain or cap == ONE:
        return "超过目标不再加分"
    return f"{gain}，最多得 {_ratio(cap)}"


def _completion(rule: Rule, rates: bool) -> str:
    least: Fraction = rule.values["起评"]
    cap: Fraction = rule.values["封顶"]
    first = f"完成率不到 {_ratio(least)} 不得分，到了就" if least else ""
    beyond = "超过目标不再加分" if cap == ONE else f"最多得 {_ratio(cap)}" if cap < ONE else f"超额最多得 {_ratio(cap)}"
    return f"{first}按完成率得分；{beyond}"


def _tiered(rule: Rule, rates: bool) -> str:
    first: Share = rule.values["确保得分率"]
    more: Share = rule.values["超额加分率"]
    if first.in_points:
        below = f"不到确保数的，按完成率折算 {_share(first)}；到确保数得 {_share(first)}"
    else:
        below = f"不到确保数的，按完成率的 {_share(first)} 得分；到确保数得 {_share(first)}"
    gain = f"超过力争数的，每多 1% 加 {_share(more._replace(value=more.value / 100))}" if more.value else ""
    beyond = _beyond(rule, gain).replace("超过目标", "超过力争数")
    return f"{below}，由此到力争数按比例升到满分；{beyond}"


def _around(rule: Rule, step: str, lose: str, gain: str) -> str:
    less, more = rule.values[lose], rule.values[gain]
    rounding = {"进": "，不足的按足数扣", "舍": "，不足的不扣", "不取": ""}[rule.values["取整"]]
    below = f"每低{step}扣 {_share(less)}{rounding}，扣完为止" if less.value else "低于目标不扣分"
    added = f"每高{step}加 {_share(more)}" if more.value else ""
    return f"达到目标得满分；{below}；{_beyond(rule, added)}"


def _growth(rule: Rule, rates: bool) -> str:
    return _around(rule, " 1 个百分点", "每点扣", "每点加")


def _shortfall(rule: Rule, rates: bool) -> str:
    step: Fraction = rule.values["步长"]
    return _around(rule, f"目标的 {_ratio(step)} ", "每步扣", "每步加")


def _reverse(rule: Rule, rates: bool) -> str:
    rate: Fraction = rule.values["倍率"]
    return f"不超过目标得满分；每超过目标的 1% 扣 {_ratio(rate / 100)}，扣完为止"


def _bound(rule: Rule, value: Fraction, rates: bool) -> str:
    if rule.by_place:
        return f"第 {figure(value)} 名"
    in_percent = rates or rule.argument == "完成率" or rule.measure in ("增幅", "占比")
    return _ratio(value) if in_percent else figure(value)


def _bands(rule: Rule, rates: bool) -> str:
    name = "完成率" if rule.argument == "完成率" else "名次" if rule.by_place else "数值"
    lower = rule.declared_lower or rule.by_place
    steps: list[tuple[Fraction, Share]] = sorted(rule.values["档"], reverse=not lower)
    word = "不超过" if lower else "达到"
    told = "，".join(f"{word} {_bound(rule, bound, rates)} 得 {_share(share)}" for bound, share in steps)
    return f"{name}{told}；{'再高' if lower else '再低'}不得分"


def _pass(rule: Rule, rates: bool) -> str:
    lower = rule.declared_lower or rule.by_place
    return f"{'不超过' if lower else '达到'}目标得满分，否则不得分"


def _efficacy(rule: Rule, rates: bool) -> str:
    return f"到不允许值得 {_share(rule.values['基础'])}，到满意值得满分，中间和以下按同一比例升降，扣完为止"


def _rank(rule: Rule, rates: bool) -> str:
    return f"第 1 名得满分，每低 1 位扣 {_share(rule.values['每位扣'])}，扣完为止"


def _panel(rule: Rule, rates: bool) -> str:
    trimmed = "每类满 5 票时去掉一个最高分和一个最低分，" if rule.values["去极值"] else ""
    return f"{trimmed}各类评委的平均分按权重加权，100 分得满分"


def _curve(rule: Rule, rates: bool) -> str:
    points: tuple[tuple[Fraction, Share], ...] = rule.values["点"]
    name = "完成率" if rule.argument == "完成率" else "名次" if rule.by_place else "数值"
    told = "，".join(f"{_bound(rule, at, rates)} 得 {_share(share)}" for at, share in points)
    return f"{name} {told}；各点之间按直线算，两端以外不再变"


_SENTENCES: Mapping[str, Callable[[Rule, bool], str]] = {
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
