"""目标任务分解表: department by department the indicators with both targets and the tasks with standard, due, nodes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.facts import Department, Indicator, Target, Task
from kpi_desktop.assessment.months import in_percent, is_ratio
from kpi_desktop.assessment.names import RULE_NAMES, TASK_CADENCES, TASK_STATES
from kpi_desktop.assessment.results import DepartmentResult, Line
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells
from kpi_desktop.reports.forms.blocks import CENTRE, GROUP, RIGHT, SUM, Cell, Document, Note, Row, Signatures, Table
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading
from kpi_desktop.reports.forms.listing import LANDSCAPE, Plan, document, laid, nothing, printed
from kpi_desktop.reports.forms.work import again, known, milestone_words

HEADING = Heading("breakdown")
PLANS = (
    Plan("编码", 13.0, 24.0, align=CENTRE),
    Plan("指标（任务）", share=1.35),
    Plan("满分", 13.0, 18.0, align=RIGHT),
    Plan("确保目标", 18.0, 30.0, align=RIGHT),
    Plan("力争目标", 18.0, 30.0, align=RIGHT),
    Plan("完成标准\n（计分办法）", share=1.3),
    Plan("期限", 19.0, 28.0, align=RIGHT),
    Plan("节点\n（分季目标）", share=1.65),
    Plan("协办部门", share=0.65),
    Plan("责任人", 15.0, 22.0, align=CENTRE),
)


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The whole zone's targets and tasks."""
    return printed(context, HEADING, outline(context, choice))


def outline(context: ReportContext, _choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    rows = _rows(context)
    table = Table(laid(PLANS, rows, LANDSCAPE, 9.5), rows, "目标任务分解", 9.5)
    notes = (
        Note("满分为折算到本组分值后的分数，单位为分；督查不计分、暂缓和终止的事项为“—”。"),
        Note("“—”为不适用，“空”为尚未填报。"),
    )
    blocks = (table, *notes, Signatures(("编制", "审核", "审批")))
    return document(context, HEADING, blocks, [("单位", context.office)])


def _rows(context: ReportContext) -> tuple[Row, ...]:
    rows: list[Row] = []
    results = {result.code: result for result in context.assessment.departments()}
    for department in context.facts.departments:
        own = list(_department(context, department, results.get(department.code)))
        if not own:
            continue
        rows.append(Row((Cell(_head(context, department, len(own))),), GROUP))
        begin = len(rows)
        rows += own
        if department.code in results:
            rows.append(_sum(own, begin, context.decimals))
    return tuple(rows) or (nothing("本年度还没有分解目标和任务", len(PLANS)),)


def _head(context: ReportContext, department: Department, count: int) -> str:
    tasks = sum(task.lead == department.code for task in context.facts.tasks)
    targets = sum(target.department == department.code for target in context.facts.targets)
    parts = [department.name, department.group or "不参加考核"]
    parts += [f"负责人：{department.head}"] if department.head else []
    parts += [f"分管领导：{department.leader}"] if department.leader else []
    counts = {"指标": targets, "任务": tasks, "协办": count - tasks - targets}
    return "\u3000".join([*parts, "，".join(f"{name}{each}项" for name, each in counts.items() if each)])


def _department(context: ReportContext, department: Department, result: DepartmentResult | None) -> Iterator[Row]:
    """Indicators, tasks it leads, tasks it has a part in that is scored."""
    lines = {line.code: line for line in result.lines} if result else {}
    indicators = {indicator.code: indicator for indicator in context.facts.indicators}
    for target in context.facts.targets:
        if target.department == department.code:
            yield _target(context, indicators[target.indicator], target, lines.get(target.indicator))
    for task in context.facts.tasks:
        line = lines.get(task.code)
        if task.lead == department.code:
            yield _task(context, task, line)
        elif line is not None and line.kind == "partner":
            yield _task(context, task, line, partner=True)


def _full(line: Line | None, decimals: int) -> Cell:
    return cells.NOT_APPLICABLE if line is None or not line.full_units else cells.figure(line.full, decimals)


def _target(context: ReportContext, indicator: Indicator, target: Target, line: Line | None) -> Row:
    named = indicator.name + (f"（{indicator.unit}）" if _in_units(indicator, target) else "")
    return Row(
        (
            Cell(indicator.code),
            Cell(named),
            _full(line, context.decimals),
            amount(indicator, target.base, indicator.rule.uses_base),
            amount(indicator, target.stretch, indicator.rule.uses_stretch),
            Cell(rule_words(indicator)),
            Cell("全年"),
            text_or_dash(quarters(indicator, target)),
            cells.NOT_APPLICABLE,
            cells.text(_head_of(context, target.department)),
        )
    )


def _in_units(indicator: Indicator, target: Target) -> bool:
    """Whether the figures of its row are amounts of its unit; ballots and places have none."""
    if not indicator.unit or in_percent(indicator) or indicator.rule.code == "panel":
        return False
    return not indicator.rule.by_place or any(each is not None for each in (target.base, target.q1, target.half))


def text_or_dash(words: str) -> Cell:
    """Words, or a dash where there are none."""
    return Cell(words) if words else cells.NOT_APPLICABLE


def amount(indicator: Indicator, value: Exact | None, needed: bool) -> Cell:
    """A target's figure in the indicator's kind; missing where its rule needs it."""
    if value is None:
        return cells.MISSING if needed else cells.NOT_APPLICABLE
    return cells.percent(value) if in_percent(indicator) else cells.figure(value)


def rule_words(indicator: Indicator) -> str:
    """完成率计分，按月报送: how an indicator is judged."""
    cadence = {"month": "按月报送", "quarter": "按季报送", "year": "按年报送"}[indicator.cadence]
    name = RULE_NAMES[indicator.rule.code]
    return f"{name}计分" if indicator.rule.code == "panel" else f"{name}计分，{cadence}"


def quarters(indicator: Indicator, target: Target) -> str:
    """一季度15，上半年32，前三季度52（亿元）: those that are given; amounts also where the goal is a rate of growth."""
    named = (("一季度", target.q1), ("上半年", target.half), ("前三季度", target.q3))
    shown = figures.percent if is_ratio(indicator) else figures.plain
    told = "，".join(f"{name}{shown(value)}" for name, value in named if value is not None)
    amounts = indicator.unit and in_percent(indicator) and not is_ratio(indicator)
    return f"{told}（{indicator.unit}）" if told and amounts else told


def _head_of(context: ReportContext, code: str) -> str | None:
    found = known(context).departments.get(code)
    return found.head if found else None


def _task(context: ReportContext, task: Task, line: Line | None, partner: bool = False) -> Row:
    state = f"（{TASK_STATES[task.state]}）" if task.state in ("suspended", "cancelled") else ""
    about = known(context)
    role, others = ("（协办）", f"牵头：{about.name(task.lead)}") if partner else ("", about.names(task.partners))
    nodes = milestone_words(about.milestones.get(task.code, ()), context.year)
    return Row(
        (
            Cell(task.code),
            Cell(f"{task.title}{role}{again(task)}{state}"),
            _full(line, context.decimals),
            cells.NOT_APPLICABLE,
            cells.NOT_APPLICABLE,
            cells.text(task.standard, cells.MISSING),
            cells.day(task.due, context.year),
            Cell(nodes) if nodes else Cell(f"无节点，按{TASK_CADENCES[task.cadence]}报进展"),
            text_or_dash(others),
            cells.text(task.owner),
        )
    )


def _sum(own: Sequence[Row], begin: int, decimals: int) -> Row:
    whole = sum((row.cells[2].number or Decimal(0) for row in own), Decimal(0))
    places = range(begin, begin + len(own))
    blank = [Cell() for _ in range(len(PLANS) - 3)]
    return Row((Cell(), Cell("小 计"), cells.figure(whole, decimals, bold=True), *blank), SUM, tuple(places))
