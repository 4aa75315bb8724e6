"""Sections 3 and 4: from a value, the ratings or the milestones to a share of full marks."""

import itertools
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from kpi_desktop.assessment.facts import Facts, Target, Task
from tests.oracle.actuals import actual_of, indicator_of
from tests.oracle.arithmetic import ONE, ZERO, blank_or_exactly, exactly, read_list, read_number, read_pairs

PLACES = ("实绩名次", "增幅名次", "增量名次", "完成率名次")
POINTS_PARAMETERS = ("确保得分率", "超额加分率", "每点扣", "每点加", "每步扣", "每步加", "每位扣", "基础")


@dataclass
class Outcome:
    """What the rule says of a line before any verdict: `x` is the value of the rule, `a` the actual."""

    status: str
    share: Fraction | None = None
    x: Fraction | None = None
    a: Fraction | None = None


@dataclass
class Judgement:
    """A target with everything its rule needs, read from the texts."""

    facts: Facts
    target: Target
    code: str
    parameters: dict[str, str]
    a: Fraction | None
    t: Fraction | None
    s: Fraction | None
    p: Fraction | None
    others: "list[Judgement] | None" = None

    @property
    def measure(self) -> str:
        """取值."""
        default = {"growth": "增幅", "rank": "实绩名次"}.get(self.code, "实绩")
        return self.parameters.get("取值", default)

    @property
    def by_completion(self) -> bool:
        """Whether the curve looks at c = x / T."""
        if self.code in ("completion", "shortfall"):
            return True
        if self.code == "bands":
            return self.parameters.get("自变量", "完成率") == "完成率"
        if self.code == "curve":
            return self.parameters.get("自变量", "数值") == "完成率"
        return False

    @property
    def lower_is_better(self) -> bool:
        """Direction of the value."""
        if self.code == "reverse":
            return True
        if self.code == "efficacy":
            return self.t is not None and self.s is not None and self.s < self.t
        return self.parameters.get("方向") == "低优"

    @property
    def goal(self) -> Fraction | None:
        """T, but S under `efficacy`; None for panels and places."""
        if self.code == "panel" or self.measure in PLACES:
            return None
        return self.s if self.code == "efficacy" else self.t

    def share(self, name: str, default: str) -> Fraction:
        """A parameter that is a share, also where it is written in points."""
        return self.share_text(self.parameters.get(name, default))

    def share_text(self, text: str) -> Fraction:
        """A share, or points ÷ the target's 分值."""
        if text.endswith("分"):
            return read_number(text[:-1]) / exactly(self.target.points)
        return read_number(text)

    def number(self, name: str, default: str) -> Fraction:
        """A parameter that is a plain number or a ratio."""
        return read_number(self.parameters.get(name, default))


def judgement(facts: Facts, target: Target) -> Judgement:
    """Everything that judging the target needs."""
    rule = indicator_of(facts, target.indicator).rule
    return Judgement(
        facts,
        target,
        rule.code,
        read_pairs(rule.params),
        actual_of(facts, target),
        blank_or_exactly(target.base),
        blank_or_exactly(target.stretch),
        blank_or_exactly(target.prior),
    )


def target_outcome(facts: Facts, target: Target) -> Outcome:
    """Status, share, value and actual of a target by its rule."""
    judged = judgement(facts, target)
    if judged.code == "panel":
        return panel_outcome(facts, target, judged.parameters.get("去极值", "是") == "是")
    return rule_outcome(judged)


def rule_outcome(judged: Judgement) -> Outcome:
    """Status, share and value by any rule but `panel`."""
    status = target_status(judged)
    if status != "ok":
        return Outcome(status, a=judged.a)
    x = value_of(judged)
    assert x is not None
    return Outcome("ok", max(share_of(judged, x), ZERO), x, judged.a)


# --- the status: the first that applies


def target_status(judged: Judgement) -> str:
    """`no_target`, `no_prior`, `bad_base`, `no_actual` in this order, else `ok`."""
    if uses_t(judged) and judged.t is None:
        return "no_target"
    if judged.code in ("tiered", "efficacy") and judged.s is None:
        return "no_target"
    if judged.measure in ("增幅", "增量", "增幅名次", "增量名次") and judged.p is None:
        return "no_prior"
    if has_bad_base(judged):
        return "bad_base"
    if judged.a is None:
        return "no_actual"
    return "ok"


def uses_t(judged: Judgement) -> bool:
    """Whether the rule or its value looks at T."""
    if judged.measure == "完成率名次":
        return True
    if judged.code in ("bands", "curve"):
        return judged.by_completion
    return judged.code in ("completion", "tiered", "growth", "shortfall", "reverse", "pass", "efficacy")


def has_bad_base(judged: Judgement) -> bool:
    """Whether a base that is there is no good."""
    t, s = judged.t, judged.s
    if t_divides(judged) and t is not None and t <= 0:
        return True
    if judged.code == "tiered" and s is not None and t is not None and (s <= 0 or s <= t):
        return True
    if judged.code == "efficacy" and s == t:
        return True
    if judged.measure in ("增幅", "增幅名次") and judged.p == 0:
        return True
    if judged.measure == "占比" and sum_is_bad(judged):
        return True
    return exactly(judged.target.points) == 0 and has_parameter_in_points(judged)


def t_divides(judged: Judgement) -> bool:
    """Whether something is divided by T."""
    return judged.by_completion or judged.code in ("tiered", "reverse") or judged.measure == "完成率名次"


def sum_is_bad(judged: Judgement) -> bool:
    """Under 占比: somebody has a value, and the sum is not above 0."""
    values = actuals_of_bearers(judged)
    return len(values) > 0 and sum(values) <= 0


def has_parameter_in_points(judged: Judgement) -> bool:
    """Whether any share is written as `0.1分`."""
    for name in POINTS_PARAMETERS:
        if judged.parameters.get(name, "").endswith("分"):
            return True
    for name in ("档", "点"):
        if name in judged.parameters:
            for _, text in read_list(judged.parameters[name]):
                if text.endswith("分"):
                    return True
    return False


# --- the value x


def other_bearers(judged: Judgement) -> list[Judgement]:
    """The other targets of the indicator, looked for once."""
    if judged.others is None:
        judged.others = [
            judgement(judged.facts, target)
            for target in judged.facts.targets
            if target.indicator == judged.target.indicator and target.department != judged.target.department
        ]
    return judged.others


def actuals_of_bearers(judged: Judgement) -> list[Fraction]:
    """The actuals of all bearers that have one."""
    found = [judged.a] + [other.a for other in other_bearers(judged)]
    return [a for a in found if a is not None]


def group_of(facts: Facts, department: str) -> str | None:
    """The department's group."""
    for found in facts.departments:
        if found.code == department:
            return found.group
    raise KeyError(department)


def value_of(judged: Judgement) -> Fraction | None:
    """x: what the rule looks at."""
    if judged.measure == "占比":
        assert judged.a is not None
        return judged.a / sum(actuals_of_bearers(judged))
    if judged.measure in PLACES:
        return place_of(judged)
    return plain_value(judged, judged.measure)


def plain_value(judged: Judgement, measure: str) -> Fraction | None:
    """实绩, 增幅, 增量 or 完成率 of one target; None without the value."""
    a, t, p = judged.a, judged.t, judged.p
    if a is None:
        return None
    if measure == "增幅":
        return None if p is None or p == 0 else (a - p) / abs(p)
    if measure == "增量":
        return None if p is None else a - p
    if measure == "完成率":
        return None if t is None or t <= 0 else a / t
    return a


def place_of(judged: Judgement) -> Fraction:
    """1 + number of bearers that are strictly better."""
    measure = judged.measure.removesuffix("名次")
    own = plain_value(judged, measure)
    assert own is not None
    better = 0
    for other in other_bearers(judged):
        same_group = group_of(judged.facts, other.target.department) == group_of(judged.facts, judged.target.department)
        if judged.parameters.get("范围", "同组") == "同组" and not same_group:
            continue
        value = plain_value(other, measure)
        if value is not None and (value < own if judged.lower_is_better else value > own):
            better += 1
    return Fraction(1 + better)


# --- the share


def share_of(judged: Judgement, x: Fraction) -> Fraction:
    """The rule's share at x, before anything below 0 is cut off."""
    return SHARES[judged.code](judged, x)


def completion_share(judged: Judgement, x: Fraction) -> Fraction:
    """完成率."""
    assert judged.t is not None
    c = x / judged.t
    if c < judged.number("起评", "0"):
        return ZERO
    return min(c, judged.number("封顶", "100%"))


def tiered_share(judged: Judgement, x: Fraction) -> Fraction:
    """确保力争."""
    t, s = judged.t, judged.s
    assert t is not None and s is not None
    sure = judged.share("确保得分率", "80%")
    if x < t:
        return sure * x / t
    if x < s:
        return sure + (1 - sure) * (x - t) / (s - t)
    return min(1 + judged.share("超额加分率", "0") * (x - s) / s, judged.number("封顶", "100%"))


def growth_share(judged: Judgement, x: Fraction) -> Fraction:
    """增长率."""
    assert judged.t is not None
    d = (x - judged.t) * 100
    if d >= 0:
        over = counted_steps(judged, d, True, "不取")
        return min(1 + over * judged.share("每点加", "0"), judged.number("封顶", "100%"))
    under = counted_steps(judged, -d, False, "不取")
    return max(1 - under * judged.share("每点扣", "10%"), ZERO)


def shortfall_share(judged: Judgement, x: Fraction) -> Fraction:
    """缺口扣分."""
    assert judged.t is not None
    c = x / judged.t
    step = judged.number("步长", "1%")
    if c >= 1:
        over = counted_steps(judged, (c - 1) / step, True, "进")
        return min(1 + over * judged.share("每步加", "0"), judged.number("封顶", "100%"))
    under = counted_steps(judged, (1 - c) / step, False, "进")
    return max(1 - under * judged.share("每步扣", "2%"), ZERO)


def counted_steps(judged: Judgement, steps: Fraction, over: bool, default: str) -> Fraction:
    """取整: what becomes of a part of a step."""
    rounding = judged.parameters.get("取整", default)
    if rounding == "不取":
        return steps
    if over or rounding == "舍":
        return Fraction(floor(steps))
    return Fraction(ceil(steps))


def reverse_share(judged: Judgement, x: Fraction) -> Fraction:
    """逆向."""
    assert judged.t is not None
    if x <= judged.t:
        return ONE
    return max(1 - judged.number("倍率", "1") * (x - judged.t) / judged.t, ZERO)


def curve_argument(judged: Judgement, x: Fraction) -> Fraction:
    """x, or c = x / T."""
    if judged.by_completion:
        assert judged.t is not None
        return x / judged.t
    return x


def bands_share(judged: Judgement, x: Fraction) -> Fraction:
    """分档. Places are always lower-better."""
    c = curve_argument(judged, x)
    bands = [(read_number(bound), judged.share_text(text)) for bound, text in read_list(judged.parameters["档"])]
    if judged.lower_is_better or judged.measure in PLACES:
        fitting = [(bound, share) for bound, share in bands if bound >= c]
        return min(fitting)[1] if fitting else ZERO
    fitting = [(bound, share) for bound, share in bands if bound <= c]
    return max(fitting)[1] if fitting else ZERO


def pass_share(judged: Judgement, x: Fraction) -> Fraction:
    """达标. Places are always lower-better."""
    assert judged.t is not None
    if judged.lower_is_better or judged.measure in PLACES:
        return ONE if x <= judged.t else ZERO
    return ONE if x >= judged.t else ZERO


def efficacy_share(judged: Judgement, x: Fraction) -> Fraction:
    """功效系数."""
    t, s = judged.t, judged.s
    assert t is not None and s is not None
    basis = judged.share("基础", "60%")
    share = basis + (1 - basis) * (x - t) / (s - t)
    return min(max(share, ZERO), ONE)


def rank_share(judged: Judgement, x: Fraction) -> Fraction:
    """排名."""
    return max(1 - (x - 1) * judged.share("每位扣", "5%"), ZERO)


def curve_share(judged: Judgement, x: Fraction) -> Fraction:
    """自定义曲线, clamped at its ends."""
    c = curve_argument(judged, x)
    points = sorted((read_number(at), judged.share_text(text)) for at, text in read_list(judged.parameters["点"]))
    if c <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in itertools.pairwise(points):
        if left <= c <= right:
            return low + (high - low) * (c - left) / (right - left)
    return points[-1][1]


SHARES = {
    "completion": completion_share,
    "tiered": tiered_share,
    "growth": growth_share,
    "shortfall": shortfall_share,
    "reverse": reverse_share,
    "bands": bands_share,
    "pass": pass_share,
    "efficacy": efficacy_share,
    "rank": rank_share,
    "curve": curve_share,
}


# --- section 4


def panel_outcome(facts: Facts, target: Target, drop_extremes: bool) -> Outcome:
    """评议: the weighted mean of the classes that rated ÷ 100."""
    weighted = ZERO
    weights = ZERO
    for rater_class in facts.rater_classes:
        ballots: list[Fraction] = []
        for rating in facts.ratings:
            same = rating.indicator == target.indicator and rating.department == target.department
            if same and rating.rater_class == rater_class.name:
                for _ in range(rating.ballots):
                    ballots.append(exactly(rating.score))
        if not ballots:
            continue
        if drop_extremes and len(ballots) >= 5:
            ballots.remove(max(ballots))
            ballots.remove(min(ballots))
        weighted += exactly(rater_class.weight) * sum(ballots, ZERO) / len(ballots)
        weights += exactly(rater_class.weight)
    if weights == 0:
        return Outcome("no_actual")
    mean = weighted / weights
    return Outcome("ok", mean / 100, None, mean)


# --- tasks


def task_outcome(facts: Facts, task: Task) -> Outcome:
    """A task's share: by milestones, by completion, else by the last percent reported."""
    late_share = exactly(facts.settings.late_share)
    milestones = [milestone for milestone in facts.milestones if milestone.task == task.code]
    if milestones:
        done = ZERO
        for milestone in milestones:
            if milestone.done is not None:
                late = milestone.due is not None and milestone.done > milestone.due
                done += exactly(milestone.weight) * (late_share if late else ONE)
        return Outcome("ok", done / sum(exactly(milestone.weight) for milestone in milestones))
    if task.state == "finished":
        late = task.due is not None and task.finished is not None and task.finished > task.due
        return Outcome("ok", late_share if late else ONE)
    last = None
    for report in facts.progress:
        if report.task == task.code and report.percent is not None and (last is None or report.day >= last.day):
            last = report
    if last is None or last.percent is None:
        return Outcome("no_actual")
    return Outcome("ok", exactly(last.percent))
