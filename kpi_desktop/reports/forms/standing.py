"""Rank, grade and what has to be said about them: decisions, vetoes, ties left open, blanks."""

from kpi_desktop.assessment.facts import Explanation
from kpi_desktop.assessment.results import DepartmentResult, GroupResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.lines import missing

UNDECIDED = "待定"
VETO_MARK = "※"
VETO = "一票否决"


def group_of(context: ReportContext, result: DepartmentResult) -> GroupResult:
    """The group a department was ranked in."""
    return next(group for group in context.assessment.groups if result in group.departments)


def group_name(group: GroupResult) -> str:
    """经济考核组（单独考核）."""
    return f"{group.group.name}（单独考核）" if group.group.separate else group.group.name


def grade(result: DepartmentResult) -> str:
    """The grade; marked 待定 while undecided, empty where the year has no grades."""
    if result.undecided:
        return f"{result.grade}（{UNDECIDED}）" if result.grade else UNDECIDED
    return result.grade or ""


def equals(context: ReportContext, result: DepartmentResult) -> list[str]:
    """Names of the departments that share its rank."""
    group = group_of(context, result)
    return [other.name for other in group.departments if other.rank == result.rank and other.code != result.code]


def remarks(context: ReportContext, result: DepartmentResult) -> list[str]:
    """Sentences about the standing of one department: veto, decision, tie left open."""
    found = []
    if result.vetoed:
        found.append(_veto(context, result))
    for decision in context.facts.decisions:
        if decision.department == result.code:
            day = f"，{figures.day(decision.day)}" if decision.day else ""
            found.append(f"等次由会议认定为{decision.grade}（{decision.basis}{day}）。")
    if result.undecided:
        others = "、".join(equals(context, result))
        beside = f"与{others}同分同名次，" if others else ""
        found.append(beside + _open(result))
    return found


def _open(result: DepartmentResult) -> str:
    return f"“{result.undecided_for}”名额不足，等次待会议认定。"


def group_remarks(context: ReportContext, group: GroupResult) -> list[str]:
    """The remarks on all departments of a group by name; a tie left open is told once for all in it."""
    found: list[str] = []
    for result in group.departments:
        if not result.undecided:
            mark = VETO_MARK if result.vetoed else ""
            found += [
                f"{mark if at == 0 else ''}{result.name}{said}" for at, said in enumerate(remarks(context, result))
            ]
            continue
        tied = [each for each in group.departments if each.undecided and each.rank == result.rank]
        if tied[0] is result:
            beside = "同分同名次，" if len(tied) > 1 else ""
            found.append("、".join(each.name for each in tied) + beside + _open(result))
    return found


def _veto(context: ReportContext, result: DepartmentResult) -> str:
    vetoes = {category.name for category in context.facts.categories if category.kind == "veto"}
    entries = [a for a in context.facts.adjustments if a.department == result.code and a.category in vetoes]
    names = [entry.reason if entry.category == VETO else entry.category for entry in entries]
    words = f"因{'、'.join(dict.fromkeys(names))}" if names else ""
    words = words if words.endswith(VETO) else words + VETO
    graded = f"，等次为{result.grade}" if result.grade else ""
    return words + graded + ("，奖励停发。" if result.rewards_stopped else "。")


def respread(context: ReportContext, result: DepartmentResult) -> list[str]:
    """The categories in which a department has no line and whose points were spread over its others."""
    if context.facts.settings.missing_category != "折算":
        return []
    return [category.category.name for category in result.categories if not category.full]


def blanks(context: ReportContext, result: DepartmentResult) -> list[str]:
    """Sentences about what has no score and counts 0: lines with full marks, then categories without a line."""
    found = []
    for line in result.lines:
        reason = missing(line)
        if reason and line.full_units:
            told = _explained(context, "no_result", f"{result.code}/{line.code}", line.code)
            found.append(f"{line.code} {line.title}：{reason}，计0分{told}。")
    for category in result.categories:
        if not category.lines and category.full:
            told = _explained(context, "no_line", f"{result.code}/{category.category.name}", category.category.name)
            found.append(f"{category.category.name}：没有可考核的事项，计0分{told}。")
    return found


def _explained(context: ReportContext, kind: str, *subjects: str) -> str:
    for entry in context.facts.explanations:
        if entry.kind == kind and entry.subject in subjects:
            return f"；已书面说明：{entry.text}{_signed(entry)}"
    return "，须补齐或书面说明"


def _signed(entry: Explanation) -> str:
    parts = [entry.author or "", figures.day(entry.day) if entry.day else ""]
    words = "，".join(part for part in parts if part)
    return f"（{words}）" if words else ""
