"""方案检查: what of a scheme must be put right before 执行, what is worth knowing, and what holds."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment.checklist import SCHEME_KINDS, few_bearers
from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.gaps import Gap, gaps
from kpi_desktop.assessment.plan import WHOLE
from kpi_desktop.assessment.results import Assessment, DepartmentResult
from kpi_desktop.assessment.scheme_check import BAD, GOOD, WARNING, objections
from kpi_desktop.assessment.wording import figure, percentage

SPREAD = "折算"
MOST_NAMED = 4
ONE = Fraction(1)


class Finding(NamedTuple):
    """One thing found: BAD, WARNING or GOOD, in words; `kind` says what helps, `subject` and `department` where."""

    level: str
    words: str
    kind: str = ""
    subject: str = ""
    department: str = ""


def findings(assessment: Assessment) -> tuple[Finding, ...]:
    """Blockers, then warnings, then what holds."""
    blockers, holds = tuple(_blockers(assessment)), tuple(_holds(assessment))
    return (*blockers, *_warnings(assessment), *holds)


def _blockers(assessment: Assessment) -> Iterator[Finding]:
    facts = assessment.facts
    found = [gap for gap in gaps(assessment, date(facts.settings.year, 12, 31)) if gap.kind in SCHEME_KINDS]
    for gap in found:
        if not gap.explained and gap.kind in ("unassigned", "points"):
            yield Finding(BAD, gap.message, gap.kind, gap.subject, gap.department or "")
    for kind, words in (("no_due_date", "没有期限"), ("no_standard", "没有完成标准")):
        yield from _tasks([gap for gap in found if gap.kind == kind and not gap.explained], words)
    for sentence in objections(facts):
        if "各类别分值合计" not in sentence:
            yield Finding(BAD, sentence, "award" if sentence.startswith("奖惩办法") else "weights")


def _tasks(found: list[Gap], words: str) -> Iterator[Finding]:
    if found:
        codes = _named([gap.subject for gap in found])
        told = f"{len(found)} 项任务或节点{words}：{codes}"
        yield Finding(BAD, told, found[0].kind, found[0].subject, found[0].department or "")


def _named(codes: list[str]) -> str:
    return "、".join(codes[:MOST_NAMED]) + (" 等" if len(codes) > MOST_NAMED else "")


def _warnings(assessment: Assessment) -> Iterator[Finding]:
    facts = assessment.facts
    for gap in few_bearers(facts):
        yield Finding(WARNING, gap.message, gap.kind, gap.subject)
    for result in assessment.departments():
        yield from _missing(facts, result)
    above = {
        indicator.code: highest for indicator in facts.indicators if (highest := best_share(facts, indicator.code)) > 1
    }
    if len(above) > 1:
        told = f"{len(above)} 项指标封顶超过 100%，得分可超过满分：{_named(list(above))}"
        yield Finding(WARNING, told, "caps")
    for code, share in above.items() if len(above) == 1 else ():
        yield Finding(WARNING, f"{code} 封顶 {percentage(share)}，得分可超过满分", "cap", code)


def best_share(facts: Facts, code: str) -> Fraction:
    """The most that a rule's parameters let an indicator earn, as a share of full marks; parameters in 分 left out."""
    rule = next(each.rule for each in facts.indicators if each.code == code)
    if rule.code in ("bands", "curve"):
        shares = (share for _, share in rule.values["档" if rule.code == "bands" else "点"])
        return max((share.value for share in shares if not share.in_points), default=ONE)
    gains = {"tiered": "超额加分率", "growth": "每点加", "shortfall": "每步加"}
    if rule.code in gains and not rule.values[gains[rule.code]].value:
        return ONE
    cap: Fraction = rule.values.get("封顶", ONE)
    return cap


def _missing(facts: Facts, result: DepartmentResult) -> Iterator[Finding]:
    """A department without a line in a category that its group gives points."""
    given = {each.category: each.points for each in facts.weights if each.group == result.department.group}
    for part in result.categories:
        points = given.get(part.category.name)
        if not points or any(line.spec.weight for line in part.lines):
            continue
        name, lost = part.category.name, figure(points)
        share = percentage(result.economic_share)
        if facts.settings.missing_category == SPREAD:
            told = f"{result.name}没有“{name}”项，{lost} 分折到其他类别，经济占比 {share}"
        else:
            told = f"{result.name}没有“{name}”项，{lost} 分失去；改为折算则分到其他类别"
        yield Finding(WARNING, told, "missing", result.code, result.code)


def _holds(assessment: Assessment) -> Iterator[Finding]:
    facts = assessment.facts
    sums = {
        group.name: sum((fraction(each.points) for each in facts.weights if each.group == group.name), Fraction(0))
        for group in facts.groups
    }
    taking_part = [department for department in facts.departments if department.takes_part]
    if sums and all(each == WHOLE for each in sums.values()):
        yield Finding(GOOD, f"{len(sums)} 个分组的分值合计都是 {WHOLE}")
    if taking_part and all(each.group for each in taking_part):
        yield Finding(GOOD, f"参评的 {len(taking_part)} 个部门都已分组")
    borne = {target.indicator for target in facts.targets}
    if facts.indicators and all(each.code in borne for each in facts.indicators):
        yield Finding(GOOD, f"{len(facts.indicators)} 项指标都有部门承担")
    results = assessment.departments()
    if results and all(sum(part.full for part in each.categories) == WHOLE for each in results):
        yield Finding(GOOD, f"{len(results)} 个部门的满分合计都是 {WHOLE}")


def indicator_hints(facts: Facts) -> Mapping[str, str]:
    """What is worth knowing about an indicator, in a few words, by code; nothing for the others."""
    borne = {target.indicator for target in facts.targets}
    found: dict[str, str] = {}
    for indicator in facts.indicators:
        best = best_share(facts, indicator.code)
        if best > ONE:
            found[indicator.code] = f"封顶 {percentage(best)}，可超满分"
        if indicator.code not in borne:
            found[indicator.code] = "没有落实到部门"
    for gap in few_bearers(facts):
        found[gap.subject] = gap.message.rpartition("，")[2]
    return found
