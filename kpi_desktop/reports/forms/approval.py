"""销号(延期、暂缓、终止)审批表: one task, what is asked, what was done, evidence, opinions and signatures."""

from kpi_desktop.assessment.facts import Milestone
from kpi_desktop.assessment.names import TASK_STATES
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Row,
    Table,
    Title,
)
from kpi_desktop.reports.forms.cells import dated
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, footer, identity, meta
from kpi_desktop.reports.forms.listing import PORTRAIT
from kpi_desktop.reports.forms.request import ASKS, Request, asked, proof, requests
from kpi_desktop.reports.forms.work import again, judged_day, known, last_told, percents

MARKED, UNMARKED = "■", "□"
LINE = "\u3000" * 4
"""Room to write by hand."""
SIGNED = f"{LINE * 3}签字（盖章）：{LINE * 2}年\u3000\u3000月\u3000\u3000日"
OPINION_HEIGHT = 20.0
"""Millimetres of an opinion, with room to write."""
OPINIONS = ("责任单位意见", "督查室审核意见", "分管领导意见", "主要领导审批意见")
Field = tuple[str, str]


def subjects(context: ReportContext) -> list[tuple[str, str]]:
    """Every request there was or may be."""
    return [(request.subject, request.words) for request in requests(context)]


def labels(context: ReportContext) -> dict[str, str]:
    """K01销号, K01第1次延期."""
    return {request.subject: request.label for request in requests(context)}


def owners(context: ReportContext) -> dict[str, str]:
    """Whose task it is."""
    return {request.subject: request.task.lead for request in requests(context)}


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """One request. Refusal on one that is not there."""
    request = asked(context, choice.subject)
    heading = _heading(context, request)
    return {
        "meta": meta(context, heading, landscape=False),
        "title": _title(context, request),
        "left": [["单位", context.office]],
        "right": identity(context, heading),
        "rows": _rows(context, request),
        "opinions": [[label, _filled(context, request, label)] for label in OPINIONS],
        "closing": [],
    }


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    request = asked(context, choice.subject)
    heading = _heading(context, request)
    fields = [field for row in _rows(context, request) for field in row]
    columns = (Column("项\u3000目", 34.0, CENTRE), Column("内\u3000容", PORTRAIT - 34.0))
    rows = [Row((Cell(label, bold=True), dated(Cell(words)))) for label, words in fields]
    for label in OPINIONS:
        words = f"{_filled(context, request, label)}\n\n{SIGNED}"
        rows.append(Row((Cell(label, bold=True), Cell(words)), height=OPINION_HEIGHT))
    pairs = (("单位", context.office), *((str(label), str(value)) for label, value in identity(context, heading)))
    blocks: list[Block] = [
        Title(_title(context, request)),
        Facts(pairs),
        Table(columns, tuple(rows), f"{request.name}审批"),
    ]
    return Document(blocks, footer=tuple(footer(context, heading)))


def _heading(context: ReportContext, request: Request) -> Heading:
    serial = [task.code for task in context.facts.tasks].index(request.task.code) + 1
    return Heading("approval", serial, f"{request.task.code} {request.name}")


def _title(context: ReportContext, request: Request) -> str:
    return f"{context.unit}{context.year}年度督查事项{request.name}审批表"


def _rows(context: ReportContext, request: Request) -> list[list[Field]]:
    """The fields, one or two in a row."""
    task, about = request.task, known(context)
    boxes = "\u3000".join(f"{MARKED if ask == request.ask else UNMARKED}{name}" for ask, name in ASKS.items())
    origin = "，".join(part for part in (task.origin, task.document) if part)
    return [
        [("申请事项", boxes), ("目前状态", TASK_STATES[task.state])],
        [("督查事项", f"{task.code} {task.title}{again(task)}")],
        [("牵头部门", about.name(task.lead)), ("协办部门", about.names(task.partners) or "—")],
        [("责任人", task.owner or "—"), ("分管领导", task.leader or "—")],
        [("来源文号", origin or "—"), ("交办日期", figures.day(task.assigned) if task.assigned else "—")],
        [("立项依据", task.basis or "—")],
        [("完成标准", task.standard or "空")],
        [("办理期限", _due(request)), ("原定期限", _original(context, request))],
        [(f"申请{request.name}", _what(request))],
        [("完成情况", _done(context, request))],
        [("佐证材料", _evidence(context, request))],
    ]


def _due(request: Request) -> str:
    due = request.extension.old_due if request.extension else request.task.due
    return figures.day(due) if due else "未定"


def _original(context: ReportContext, request: Request) -> str:
    """The due date of the year the task comes from, else the one before its first extension."""
    task = request.task
    if task.original_due:
        return f"{figures.day(task.original_due)}（{task.original_year}年）"
    first = next((each.old_due for each in context.facts.extensions if each.task == task.code), None)
    return figures.day(first) if first else "—"


def _what(request: Request) -> str:
    task, extension = request.task, request.extension
    if request.ask == "extend":
        if extension:
            return f"由{_due(request)}延至{figures.day(extension.new_due)}。原因：{extension.reason}"
        return f"由{_due(request)}延至{LINE}年{LINE[:2]}月{LINE[:2]}日。原因："
    if request.ask == "finish":
        finished = figures.day(task.finished) if task.finished else f"{LINE}年{LINE[:2]}月{LINE[:2]}日"
        return f"已达到完成标准，完成日期{finished}{_late(request)}，申请销号。"
    stopped = task.state in ("suspended", "cancelled") and ASKS[request.ask] == TASK_STATES[task.state]
    return f"依据：{task.basis}" if stopped and task.basis else "依据和原因："


def _late(request: Request) -> str:
    task = request.task
    late = (task.finished - task.due).days if task.finished and task.due else 0
    return f"（超过期限{late}天）" if late > 0 else ""


def _done(context: ReportContext, request: Request) -> str:
    """Milestones one a line, then the last report."""
    code, day = request.task.code, judged_day(context, NOTHING)
    nodes = [_node(context, at, each) for at, each in enumerate(known(context).milestones.get(code, ()), 1)]
    report, percent = last_told(context.facts, day).get(code), percents(context.facts, day).get(code)
    told = []
    if report:
        done = f"，完成{figures.percent(percent.percent)}" if percent and percent.percent is not None else ""
        told.append(f"最近报告（{figures.day_within(report.day, context.year)}{done}）：{report.narrative or '—'}")
        told += [f"存在问题：{report.problem}"] if report.problem else []
        told += [f"下步措施：{report.next_step}"] if report.next_step else []
    return "\n".join([*nodes, *told]) or "没有报过进展。"


def _node(context: ReportContext, at: int, milestone: Milestone) -> str:
    due = f"应于{figures.day_within(milestone.due, context.year)}完成" if milestone.due else "未定期限"
    if milestone.done is None:
        return f"节点{at} {milestone.title}：{due}，未完成"
    late = (milestone.done - milestone.due).days if milestone.due else 0
    told = f"，迟{late}天" if late > 0 else ""
    return f"节点{at} {milestone.title}：{due}，{figures.day_within(milestone.done, context.year)}完成{told}"


def _evidence(context: ReportContext, request: Request) -> str:
    found = proof(context, request.task)
    listed = [f"{at}. {each.file}" + (f"（{each.note}）" if each.note else "") for at, each in enumerate(found, 1)]
    return "\n".join(listed) or ("无，须补齐后报批。" if request.ask == "finish" else "无")


def _filled(context: ReportContext, request: Request, label: str) -> str:
    """What of an opinion is known before anybody signs: the office's check, who approved a recorded extension."""
    if label == OPINIONS[1]:
        return _checked(context, request)
    extension = request.extension
    if label == OPINIONS[-1] and extension and extension.approver:
        return f"{extension.approver}批准" + (f"，{figures.day(extension.day)}" if extension.day else "")
    return ""


def _checked(context: ReportContext, request: Request) -> str:
    nodes = known(context).milestones.get(request.task.code, ())
    undone = sum(each.done is None for each in nodes)
    parts = [f"节点{len(nodes) - undone}/{len(nodes)}"] if nodes else ["未设节点"]
    parts.append(f"佐证{len(proof(context, request.task))}件")
    cards = sum(directive.task == request.task.code for directive in context.facts.directives)
    parts.append(f"督办{cards}次")
    told = f"经核：{'，'.join(parts)}。"
    return told + (f"尚有{undone}个节点未完成，不得销号。" if undone and request.ask == "finish" else "")
