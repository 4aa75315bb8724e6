"""How rank and grade came about: who stands before, what decides between equals, which band has room for whom."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kpi_desktop.assessment.explain import Step
from kpi_desktop.assessment.facts import Facts, GradeBand, GradeDecision
from kpi_desktop.assessment.ranking import band_by_score, bands_of, rank_key, room
from kpi_desktop.assessment.results import Assessment, DepartmentResult, GroupResult
from kpi_desktop.assessment.wording import figure

MOST_NAMES = 6


def rank_steps(assessment: Assessment, result: DepartmentResult) -> tuple[Step, ...]:
    """Those with more, those with as much and what told them apart, the place that follows."""
    group, key = group_of(assessment, result), rank_key(assessment.facts, result)
    others = [each for each in group.departments if each.code != result.code]
    higher = [each for each in others if each.total > result.total]
    equal = [each for each in others if each.total == result.total]
    steps = [Step("总分", f"{result.total:f}，{group.group.name} {len(group.departments)} 家同组排名")]
    if higher:
        told = _listed([f"{each.name} {each.total:f}" for each in higher])
        steps.append(Step("更高的", f"{len(higher)} 家：{told}"))
    steps += [Step("同分", _equal_text(assessment.facts, key, each)) for each in equal]
    before = sum(rank_key(assessment.facts, each) > key for each in others)
    steps.append(Step("名次", f"排在前面的 {before} 家，{before} + 1 = 第 {result.rank} 名"))
    return tuple(steps)


def _equal_text(facts: Facts, key: Sequence[Decimal], other: DepartmentResult) -> str:
    """Which of the 同分比较 told two with the same total apart."""
    theirs = rank_key(facts, other)
    names = "、".join(facts.settings.tie_break)
    for name, own, their in zip(facts.settings.tie_break, key[1:], theirs[1:], strict=True):
        if own != their:
            place = "本部门在前" if own > their else "本部门在后"
            return f"与{other.name}总分相同，比{name}：{own:f} 对 {their:f}，{place}"
    return f"与{other.name}总分相同，{names}也相同，并列" if names else f"与{other.name}总分相同，并列"


def grade_steps(assessment: Assessment, result: DepartmentResult) -> tuple[Step, ...]:
    """The bands, what the score alone earns, then decision, veto or room, whichever decided."""
    group, facts = group_of(assessment, result), assessment.facts
    bands = bands_of(facts, group.group)
    if not bands:
        return (Step("等次", "本组没有定等次"),)
    earned = band_by_score(bands, result.total)
    steps = [Step("等次线", "；".join(_band_text(facts, group, band) for band in bands))]
    steps.append(Step("按总分", _earned_text(bands, earned, result.total)))
    decision = next((each for each in facts.decisions if each.department == result.code), None)
    if result.vetoed:
        steps.append(Step("否决", _veto_text(facts, result)))
    if decision:
        steps.append(Step("认定", _decision_text(decision, result)))
    elif not result.vetoed:
        steps += _room_steps(facts, group, bands, earned, result)
    if result.undecided:
        steps.append(Step("待定", _undecided_text(group, result)))
    steps.append(Step("等次", f"“{result.grade}”" + ("，待会议认定" if result.undecided else "")))
    return tuple(steps)


def _band_text(facts: Facts, group: GroupResult, band: GradeBand) -> str:
    places = room(facts, band, len(group.departments))
    told = f"{band.name} ≥ {figure(band.minimum)}"
    return told if places is None else f"{told}（{places} 名）"


def _earned_text(bands: Sequence[GradeBand], earned: int, total: Decimal) -> str:
    band = bands[earned]
    if total >= band.minimum:
        return f"{total:f} ≥ {figure(band.minimum)}，够“{band.name}”"
    return f"{total:f} 不到 {figure(band.minimum)}，归最后一等“{band.name}”"


def _veto_text(facts: Facts, result: DepartmentResult) -> str:
    vetoes = {each.name for each in facts.categories if each.kind == "veto"}
    entries = [each for each in facts.adjustments if each.department == result.code and each.category in vetoes]
    default = facts.settings.veto_grade or "最后一等"
    told = "；".join(f"{each.reason}，处理：{each.treatment or default}" for each in entries)
    return f"一票否决：{told}。名次不变，不占名额" + ("，奖励停发" if result.rewards_stopped else "")


def _decision_text(decision: GradeDecision, result: DepartmentResult) -> str:
    day = f"{decision.day} " if decision.day else ""
    place = "不占名额" if result.vetoed else "先占名额"
    return f"{day}认定为“{decision.grade}”，{place}（依据：{decision.basis}）"


def _room_steps(
    facts: Facts, group: GroupResult, bands: Sequence[GradeBand], earned: int, result: DepartmentResult
) -> Iterator[Step]:
    """Why each band that the score would earn was not had."""
    for band in bands[earned:]:
        if band.name in (result.grade, result.undecided_for):
            return
        places = room(facts, band, len(group.departments))
        waiting = [each.name for each in group.departments if each.undecided_for == band.name]
        holders = [each.name for each in group.departments if each.grade == band.name and not each.vetoed]
        if waiting:
            told = f"余下的名额由并列的{'、'.join(waiting)}争，名额已关"
        else:
            told = f"{places} 个名额已满" + (f"：{_listed(holders)}" if holders else "")
        yield Step("名额", f"“{band.name}”{told}")


def _undecided_text(group: GroupResult, result: DepartmentResult) -> str:
    tied = [each.name for each in group.departments if each.rank == result.rank and each.undecided]
    return f"{'、'.join(tied)}并列第 {result.rank} 名，“{result.undecided_for}”余下的名额排不下；会议认定前不能定稿"


def _listed(names: Sequence[str]) -> str:
    more = f"等 {len(names)} 家" if len(names) > MOST_NAMES else ""
    return "、".join(names[:MOST_NAMES]) + more


def group_of(assessment: Assessment, result: DepartmentResult) -> GroupResult:
    """The group that a department is ranked in."""
    return next(group for group in assessment.groups if any(each.code == result.code for each in group.departments))
