"""Every line explains itself: raw data, measure, curve, share, full marks, score, as sentences with its own numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from kpi_desktop.assessment import measures, months, projects
from kpi_desktop.assessment.curves import Bases
from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts, Indicator, Milestone, Progress, Target, Task
from kpi_desktop.assessment.formulas import (
    Formula,
    formula,
    is_number,
    is_share,
    number_text,
    ratio_text,
    share_text,
    value_text,
)
from kpi_desktop.assessment.names import TASK_STATES
from kpi_desktop.assessment.panels import ClassMean, PanelResult, panel_results
from kpi_desktop.assessment.results import Assessment, CategoryResult, Line
from kpi_desktop.assessment.tasks import is_late, latest_percents, milestones_by_task
from kpi_desktop.assessment.wording import figure

BLANK_REASONS: Mapping[str, str] = {
    "no_target": "缺目标：这一计分办法要用的确保目标或力争目标没有填",
    "no_prior": "缺上年实绩：增幅、增量要与上年比较，请在责任分解中补填",
    "bad_base": "基数有误：除数为 0、目标不大于 0、力争不高于确保，或以分计的参数落在 0 分的指标上，请改正目标或参数",
    "no_actual": "没有实绩：还没有任何数据可以计分",
}


class Step(NamedTuple):
    """One step of a derivation: a short title and a sentence with the numbers."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What explaining any line of a year looks up, put in order once."""

    facts: Facts
    indicators: Mapping[str, Indicator]
    months: Mapping[tuple[str, str], months.Months]
    panels: Mapping[tuple[str, str], PanelResult]
    milestones: Mapping[str, list[Milestone]]
    latest: Mapping[str, Progress]
    own: Mapping[tuple[str, str], Fraction] = field(default_factory=dict)


@lru_cache(maxsize=4)
def _known(assessment: Assessment) -> _Known:
    facts = assessment.facts
    return _Known(
        facts,
        {indicator.code: indicator for indicator in facts.indicators},
        months.reported(facts),
        panel_results(facts),
        milestones_by_task(facts.milestones),
        latest_percents(facts.progress),
        {(each.department, each.subject): fraction(each.share) for each in facts.self_scores},
    )


def own_share(assessment: Assessment, line: Line) -> Fraction | None:
    """The department's own share (自评) of a line; None where it gave none."""
    return _known(assessment).own.get((line.spec.department, line.code))


def steps(assessment: Assessment, line: Line) -> tuple[Step, ...]:
    """How the line's score came about, step by step. A line without a score says what is missing."""
    known = _known(assessment)
    told = _target_steps(known, line) if isinstance(line.spec.subject, Target) else _task_steps(known, line)
    if line.spec.verdict:
        told.append(Step("核定", _verdict_text(line)))
    told.append(Step("满分", _full_text(assessment, line)))
    told.append(Step("得分", _score_text(line)))
    return tuple(told)


def brief(assessment: Assessment, line: Line) -> str:
    """The derivation in one sentence, as the printed sheet gives it."""
    known = _known(assessment)
    if line.computed_status == "ok":
        found = _target_brief(known, line) if isinstance(line.spec.subject, Target) else _task_formula(known, line)
        bare = found.text == share_text(line.computed_share or Fraction(0))
        text = f"{found.where}，得 {found.text}" if bare else found.text
    else:
        text = BLANK_REASONS[line.computed_status].partition("：")[0]
    return f"{text}；{_verdict_text(line)}" if line.spec.verdict else text


def _bases(indicator: Indicator, target: Target, lower: bool) -> Bases:
    zero = Fraction(0)
    base = fraction(target.base) if target.base is not None else zero
    stretch = fraction(target.stretch) if target.stretch is not None else zero
    return Bases(indicator.rule, base, stretch, fraction(target.points), lower or indicator.rule.by_place)


def _formula(known: _Known, line: Line) -> tuple[Bases, Formula]:
    indicator, target = known.indicators[line.code], line.spec.subject
    assert isinstance(target, Target) and line.value is not None and line.computed_share is not None
    bases = _bases(indicator, target, line.lower_better)
    return bases, formula(bases, line.value, line.computed_share, months.is_ratio(indicator))


def _target_brief(known: _Known, line: Line) -> Formula:
    indicator, target = known.indicators[line.code], line.spec.subject
    bases, found = _formula(known, line)
    if indicator.rule.measure == "增幅" and isinstance(target, Target) and target.prior is not None and line.actual:
        result = value_text(bases, line.value or Fraction(0))
        shown = _shown(indicator)
        rate = f"{shown(line.actual)} ÷ {shown(fraction(target.prior))} − 1 = {result}"
        return found._replace(where=f"{rate}，{found.where}", text=f"{rate}；{found.text}")
    return found


def _target_steps(known: _Known, line: Line) -> list[Step]:
    indicator = known.indicators[line.code]
    told = [Step("各月实绩" if indicator.rule.code != "panel" else "评议", _data_text(known, line, indicator))]
    if line.computed_status != "ok":
        return [*told, Step("无法计分", BLANK_REASONS[line.computed_status])]
    _, found = _formula(known, line)
    if indicator.rule.code != "panel":
        told.append(Step("取值", _value_text(known, line, indicator)))
    return [*told, Step("落在曲线", f"{indicator.rule.name}：{found.where}"), Step("得分率", found.text)]


def _data_text(known: _Known, line: Line, indicator: Indicator) -> str:
    key, unit = (line.code, line.spec.department), indicator.unit or ""
    if indicator.rule.code == "panel":
        return _panel_text(known.panels.get(key))
    source = months.source(indicator)
    if source and source.kind == "project":
        return _project_text(known, line, source.name)
    values = known.months.get(key, {})
    origin = f"取自指标 {source.name}；" if source else ""
    if not values or line.actual is None:
        return f"{origin}各月均未报"
    last = max(values)
    actual = _shown(indicator)(line.actual) + ("" if months.is_ratio(indicator) or not unit else f" {unit}")
    ways = {
        "cumulative": f"累计口径，取末月：{last} 月 {actual}",
        "last": f"期末口径，取末月：{last} 月 {actual}",
        "sum": f"合计口径，已报 {len(values)} 个月相加：{actual}",
        "average": f"平均口径，已报 {len(values)} 个月平均：{actual}",
    }
    return origin + ways[indicator.accumulation]


def _shown(indicator: Indicator) -> Callable[[Fraction], str]:
    """How actuals of this indicator are written: ratios as percentages, all else as figures."""
    return ratio_text if months.is_ratio(indicator) else number_text


def _project_text(known: _Known, line: Line, name: str) -> str:
    day = date(known.facts.settings.year, 12, 31)
    found = projects.project_rate(known.facts.projects, name, line.spec.department, day)
    if found is None:
        return f"项目{name}：没有到期的项目，无可计算"
    return f"项目{name}：已到 {found[0]} 个 ÷ 应到 {found[1]} 个 {is_share(Fraction(*found))}"


def _panel_text(result: PanelResult | None) -> str:
    if result is None:
        return "还没有评议票"
    weights = sum((each.weight for each in result.classes), Fraction(0))
    parts = [f"{_class_text(each)} × {share_text(each.weight / weights)}" for each in result.classes]
    return " + ".join(parts) + f" {is_number(result.mean)}"


def _class_text(each: ClassMean) -> str:
    trimmed = "，去最高最低各 1 票" if each.dropped else ""
    return f"{each.name} {number_text(each.mean)}({each.ballots} 票{trimmed})"


def _value_text(known: _Known, line: Line, indicator: Indicator) -> str:
    target, actual, value = line.spec.subject, line.actual, line.value
    assert isinstance(target, Target) and actual is not None and value is not None
    shown, measure = _shown(indicator), indicator.rule.measure
    a = shown(actual)
    prior = shown(fraction(target.prior)) if target.prior is not None else ""
    if measure == "增幅":
        below = f"|{prior}|" if prior.startswith("−") else prior
        return f"按增幅计：x = ({a} − {prior}) ÷ {below} {is_share(value)}"
    if measure == "增量":
        gained = f"= {ratio_text(value)}" if months.is_ratio(indicator) else is_number(value)
        return f"按增量计：x = {a} − {prior} {gained}"
    if measure == "占比":
        return f"按占比计：x = {a} ÷ 各承担部门合计 {shown(actual / value)} {is_share(value)}" if value else "占比 0"
    if indicator.rule.by_place:
        scope = "全区承担部门" if indicator.rule.whole_zone_scope else "同组承担部门"
        better = "低" if line.lower_better else "高"
        return f"按{measures.PLACED_BY[measure]}在{scope}中排位（{better}者在前）：x = 第 {figure(value)} 名"
    return f"按实绩计：x = a = {a}"


def _task_steps(known: _Known, line: Line) -> list[Step]:
    task = line.spec.subject
    assert isinstance(task, Task)
    told = [Step("事项", f"{TASK_STATES[task.state]}" + (f"，期限 {task.due}" if task.due else "，未定期限"))]
    if line.kind == "partner":
        told.append(Step("协办", "协办单位的得分率随牵头单位"))
    if line.computed_status != "ok":
        return [*told, Step("无法计分", "没有节点，也没有报过完成比例")]
    found = _task_formula(known, line)
    return [*told, Step("完成情况", found.where), Step("得分率", found.text)]


def _task_formula(known: _Known, line: Line) -> Formula:
    task, share = line.spec.subject, line.computed_share
    assert isinstance(task, Task) and share is not None
    milestones = known.milestones.get(task.code, [])
    late_share = share_text(fraction(known.facts.settings.late_share))
    if milestones:
        return _milestone_formula(milestones, late_share, share)
    if task.state == "finished":
        if task.due and task.finished and task.finished > task.due:
            where = f"{task.finished} 销号，逾期 {(task.finished - task.due).days} 天，按迟延得分率计"
            return Formula(where, f"100% × {late_share} {is_share(share)}")
        return Formula(f"{task.finished} 按期销号", share_text(share))
    report = known.latest[task.code]
    return Formula(f"无节点，{report.day} 报完成 {share_text(share)}", share_text(share))


def _milestone_formula(milestones: list[Milestone], late_share: str, share: Fraction) -> Formula:
    whole = sum((fraction(each.weight) for each in milestones), Fraction(0))
    done = [each for each in milestones if each.done]
    timely = sum((fraction(each.weight) for each in done if not is_late(each)), Fraction(0))
    late = sum((fraction(each.weight) for each in done if is_late(each)), Fraction(0))
    where = f"节点 {len(done)}/{len(milestones)}" + (f"，其中迟延 {sum(map(is_late, done))} 个" if late else "")
    top = f"({number_text(timely)} + {number_text(late)} × {late_share})" if late else number_text(timely)
    return Formula(where, f"{top} ÷ {number_text(whole)} {is_share(share)}")


def _verdict_text(line: Line) -> str:
    verdict = line.spec.verdict
    assert verdict is not None
    computed = line.computed_share
    instead = f"，代替计算的 {share_text(computed)}" if computed is not None else ""
    basis = f"（依据：{verdict.basis}）" if verdict.basis else ""
    return f"核定 {share_text(fraction(verdict.share))}{instead}{basis}"


def _section(assessment: Assessment, line: Line) -> CategoryResult | None:
    found = assessment.department(line.spec.department).categories
    return next((category for category in found if category.category.name == line.category), None)


def _weight_text(known: Facts, line: Line) -> str:
    subject = line.spec.subject
    points = f"分值 {figure(subject.points)}"
    if isinstance(subject, Target) and subject.multiplier != 1:
        return f"{points} × 系数 {figure(subject.multiplier)} {is_number(line.spec.weight)}"
    if line.kind == "partner":
        portion = share_text(fraction(known.settings.partner_points))
        return f"{points} × 协办 {portion} {is_number(line.spec.weight)}"
    return points


def _full_text(assessment: Assessment, line: Line) -> str:
    section, facts = _section(assessment, line), assessment.facts
    weight = _weight_text(facts, line)
    if not line.spec.weight:
        return f"{weight}，督查不计分，满分 0"
    if section is None:
        return f"本组的“{line.category}”没有分值，满分 0"
    if not facts.settings.scaled:
        return f"{weight}，不折算，满分 {line.full:f}"
    whole = sum((each.spec.weight for each in section.lines), Fraction(0))
    exact_full = fraction(section.full) * line.spec.weight / whole
    sign = "=" if exact_full == fraction(line.full) else "≈"
    share = f"{section.full:f} × {number_text(line.spec.weight)} ÷ {number_text(whole)}"
    return f"{weight}；折算 {share} {sign} {line.full:f}（各项合计恰为 {section.full:f}）"


def _score_text(line: Line) -> str:
    if line.share is None:
        return f"满分 {line.full:f}，没有结果，暂按 0 分计入总分，并列入年终对表检查"
    product = fraction(line.full) * line.share
    middle = "=" if product == fraction(line.score) else f"{is_number(product)} →"
    return f"{line.full:f} × {share_text(line.share)} {middle} {line.score:f}"
