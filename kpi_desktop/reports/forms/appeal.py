"""申诉复核表: one appeal: claim, facts checked, decision, its effect on the score, signatures."""

from decimal import Decimal

from kpi_desktop.assessment import explain
from kpi_desktop.assessment.facts import Adjustment, Appeal
from kpi_desktop.assessment.names import APPEAL_RESULTS
from kpi_desktop.assessment.results import DepartmentResult, Line
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells, lines, standing
from kpi_desktop.reports.forms.blocks import CENTRE, Block, Cell, Column, Document, Facts, Row, Signatures, Table, Title
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, identity, meta, names, title
from kpi_desktop.reports.forms.outlining import document

WHOLE = "考核结果（总分、名次、等次）"
SHORTEST = 40
"""Characters of a claim that its entry in the choice of subjects shows."""
OPINIONS = ("申诉部门意见", "核查人意见", "复核组意见", "审批意见")


def subjects(context: ReportContext) -> list[tuple[str, str]]:
    """Every appeal of the year by its number."""
    known = names(context)
    return [
        (each.number, f"{each.number} {known.get(each.department, each.department)}：{each.claim[:SHORTEST]}")
        for each in context.facts.appeals
    ]


def labels(context: ReportContext) -> dict[str, str]:
    """What the file of each is called: 〔2021〕申1号规划建设局."""
    known = names(context)
    return {each.number: each.number + known.get(each.department, each.department) for each in context.facts.appeals}


def owners(context: ReportContext) -> dict[str, str]:
    """Who raised each."""
    return {each.number: each.department for each in context.facts.appeals}


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The chosen appeal; the first of the year without a choice. KeyError on a number that is not there."""
    appeal = _chosen(context, choice)
    heading = Heading("appeal", context.facts.appeals.index(appeal) + 1, appeal.number)
    return {
        "meta": meta(context, heading, landscape=False),
        "title": title(context, "appeal"),
        "left": [["申诉编号", appeal.number, True]],
        "right": identity(context, heading),
        "about": [list(pair) for pair in _about(context, appeal)],
        "claim": appeal.claim,
        "checked": [list(pair) for pair in _checked(context, appeal)],
        "results": list(APPEAL_RESULTS),
        "result": appeal.result,
        "basis": appeal.basis or "",
        "decided": figures.day(appeal.decided) if appeal.decided else None,
        "effect": _effect(context, appeal),
        "opinions": list(OPINIONS),
        "department": names(context).get(appeal.department, appeal.department),
        "notes": ["核查事实由计分台账如实列出，未定稿前以更正后的计分为准；申诉影响以加减分记入，附于考核档案。"],
    }


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same as blocks."""
    made = data(context, choice)
    pairs: list[tuple[str, str]] = []
    for key in ("about", "checked"):
        found = made[key]
        assert isinstance(found, list)
        pairs += [(label, value) for label, value in found]
        pairs += [("申诉请求和理由", str(made["claim"]))] if key == "about" else []
    pairs += [
        ("复核结论", str(made["result"] or "（未处理）")),
        ("结论依据", str(made["basis"])),
        ("处理日期", str(made["decided"] or "")),
        ("对得分的影响", str(made["effect"])),
    ]
    columns = (Column("项目", 40.0, CENTRE), Column("内容", 136.0))
    rows = tuple(Row((Cell(label, bold=True), cells.dated(Cell(value)))) for label, value in pairs)
    left, right = made["left"], made["right"]
    assert isinstance(left, list) and isinstance(right, list)
    facts = tuple((str(pair[0]), str(pair[1])) for pair in [*left, *right])
    blocks: list[Block] = [
        Title(str(made["title"])),
        Facts(facts),
        Table(columns, rows, "申诉复核表"),
        Signatures(OPINIONS),
    ]
    return document(made, blocks)


def _chosen(context: ReportContext, choice: Choice) -> Appeal:
    for appeal in context.facts.appeals:
        if choice.subject in (None, appeal.number):
            return appeal
    raise KeyError(choice.subject)


def _result(context: ReportContext, appeal: Appeal) -> DepartmentResult | None:
    found = (each for each in context.assessment.departments() if each.code == appeal.department)
    return next(found, None)


def _line(context: ReportContext, appeal: Appeal) -> Line | None:
    result = _result(context, appeal)
    return result.line(appeal.subject) if result and appeal.subject else None


def _about(context: ReportContext, appeal: Appeal) -> tuple[tuple[str, str], ...]:
    line = _line(context, appeal)
    matter = f"{line.code} {line.title}" if line else appeal.subject or WHOLE
    raised = figures.day(appeal.raised) if appeal.raised else "—"
    known = {department.code: department for department in context.facts.departments}
    department = known.get(appeal.department)
    return (
        ("申诉部门", department.name if department else appeal.department),
        ("提出日期", raised),
        ("主要负责人", (department.head if department else None) or "—"),
        ("申诉事项", matter),
    )


def _checked(context: ReportContext, appeal: Appeal) -> tuple[tuple[str, str], ...]:
    """How the matter stands now: the line's own derivation, or the department's standing."""
    line, result = _line(context, appeal), _result(context, appeal)
    if line is not None:
        year = context.year
        told = [(step.title, cells.sentence(step.text, year)) for step in explain.steps(context.assessment, line)]
        score = "空" if lines.missing(line) else f"{figures.fixed(line.score, context.decimals)}分"
        return (*told, ("现计得分", f"满分{figures.fixed(line.full, context.decimals)}分，得分{score}"))
    if result is None:
        return (("核查事实", "该部门不参加考核。"),)
    group = standing.group_of(context, result)
    parts = [f"{each.category.name}{figures.fixed(each.score, context.decimals)}" for each in result.categories]
    return (
        ("各类得分", "，".join(parts)),
        ("加减分", f"加分{_points(context, result.bonus)}，扣分{_points(context, result.deduction)}"),
        ("总分", f"{_points(context, result.total)}分"),
        ("名次和等次", f"{group.group.name}第{result.rank}名，等次{standing.grade(result) or '—'}"),
    )


def _points(context: ReportContext, points: Decimal) -> str:
    return figures.fixed(points, context.decimals)


def effects(context: ReportContext, appeal: Appeal) -> list[Adjustment]:
    """The entries of bonus or deduction that the decision made."""
    begun = f"申诉 {appeal.number} "
    found = context.facts.adjustments
    return [each for each in found if each.department == appeal.department and each.reason.startswith(begun)]


def _effect(context: ReportContext, appeal: Appeal) -> str:
    if appeal.result is None:
        return "尚未处理，暂不影响得分。"
    if appeal.result == APPEAL_RESULTS[-1]:
        return "不采纳，得分、名次和等次不变。"
    kinds = {category.name: category.kind for category in context.facts.categories}
    listed = [
        f"{each.category}{'加' if kinds.get(each.category) == 'bonus' else '扣'}{figures.plain(each.points)}分"
        for each in effects(context, appeal)
    ]
    if not listed:
        return "按复核结论更正原始数据或核定，现计得分已按更正后的数据计算。"
    return f"{'、'.join(listed)}，已计入总分。"
