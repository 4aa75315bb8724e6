"""A rule of the reward scheme in words, made from its parameters."""

from collections.abc import Mapping

from kpi_desktop.assessment.awards import (
    AwardParams,
    CardPenaltyParams,
    ContributionParams,
    ExcessParams,
    GradePenaltyParams,
    LowScoreParams,
    PerHeadParams,
    PlacingParams,
    PoolParams,
    parse_award,
)
from kpi_desktop.assessment.facts import AwardRule, Facts
from kpi_desktop.assessment.names import SCOPE_ALL, SCOPE_GENERAL
from kpi_desktop.reports.figures import percent, plain, round_money

_SHARED = {"实绩": "按实绩", "增量": "按增量", "超额": "按超额", "人数": "按人数", "均分": "均分"}


def standard(rule: AwardRule, facts: Facts) -> str:
    """What a rule pays or takes, in one sentence."""
    return _Words(facts).of(parse_award(rule.method, rule.params))


def scope(rule: AwardRule) -> str:
    """To whom it applies."""
    return {SCOPE_ALL: "各组", SCOPE_GENERAL: "一般组"}.get(rule.scope.strip(), rule.scope)


class _Words:
    """The sentences, with the names of the indicators."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._names: Mapping[str, str] = {indicator.code: indicator.name for indicator in facts.indicators}

    def of(self, params: AwardParams) -> str:
        """The sentence of one method's parameters."""
        match params:
            case PoolParams():
                return f"总额{round_money(params.total)}，按{self._factors(params.factors)}分配"
            case PerHeadParams():
                floor = f"，{plain(params.floor)}分起付" if params.floor is not None else ""
                return f"{round_money(params.standard)}×{self._factors(params.factors)}{floor}"
            case ContributionParams():
                return self._contribution(params)
            case ExcessParams():
                return self._excess(params)
            case PlacingParams():
                return self._placing(params)
            case _:
                return self._penalty(params)

    def _penalty(self, params: AwardParams) -> str:
        match params:
            case LowScoreParams():
                line = self._facts.settings.pass_line if params.pass_line is None else params.pass_line
                return f"低于{plain(line)}分的，每人每分扣{round_money(params.standard)}"
            case GradePenaltyParams():
                return f"等次为{params.grade}的，每人扣{round_money(params.amount)}"
            case CardPenaltyParams():
                cards = [("黄牌", params.yellow), ("红牌", params.red)]
                return "、".join(f"{name}每张扣{round_money(each)}" for name, each in cards if each)
        standard = getattr(params, "standard", 0)
        return f"未完成任务每项扣{round_money(standard)}×（1＋结转次数）"

    def _factors(self, factors: tuple[str, ...]) -> str:
        headcount = any(d.payout_headcount is not None for d in self._facts.departments)
        return "×".join("折算人数" if factor == "人数" and headcount else factor for factor in factors)

    def _contribution(self, params: ContributionParams) -> str:
        whole = sum(weight for _, weight in params.indicators)
        parts = [
            f"{self._names.get(code, code)}{percent(weight / whole) if whole else ''}"
            for code, weight in params.indicators
        ]
        by = f"，达到目标的部门{_SHARED[params.by]}分配" if params.by else "，达到目标的部门按实绩分配"
        return f"总额{round_money(params.total)}：{'、'.join(parts)}{by}".replace("均分分配", "均分")

    def _excess(self, params: ExcessParams) -> str:
        indicator = next((each for each in self._facts.indicators if each.code == params.indicator), None)
        unit = (indicator.unit or "") if indicator else ""
        rate = indicator is not None and indicator.rule.measure in ("增幅", "占比")
        goal = "力争目标" if indicator and indicator.rule.code in ("tiered", "efficacy") else "目标"
        each = f"{plain(params.unit * 100)}个百分点" if rate or "%" in unit else f"{plain(params.unit)}{unit}"
        cap = f"，最高{round_money(params.cap)}" if params.cap is not None else ""
        name = self._names.get(params.indicator, params.indicator)
        return f"{name}超{goal}每满{each}奖{round_money(params.standard)}{cap}"

    def _placing(self, params: PlacingParams) -> str:
        places = [f"第{at}名{round_money(amount)}" for at, amount in enumerate(params.amounts, 1) if amount]
        moved = "，停发的由后名递补" if params.move_up else ""
        return f"每组{'、'.join(places)}，同名次均分{moved}"
