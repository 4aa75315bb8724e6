"""目标责任书: one department's commitment for the year: indicators, tasks, common clauses, both signatures."""

from collections.abc import Sequence
from decimal import Decimal

from kpi_desktop.assessment.facts import Indicator, Target, Task
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.assessment.results import CategoryResult, DepartmentResult, Line
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells
from kpi_desktop.reports.forms.blocks import CENTRE, RIGHT, SUM, Cell, Document, Row
from kpi_desktop.reports.forms.breakdown import amount
from kpi_desktop.reports.forms.clauses import clauses, principal
from kpi_desktop.reports.forms.form import Choice, Data
from kpi_desktop.reports.forms.formal import Ending, Text, document, printed
from kpi_desktop.reports.forms.frame import Heading
from kpi_desktop.reports.forms.listing import Plan
from kpi_desktop.reports.forms.sheet import serial
from kpi_desktop.reports.forms.work import again, known

RATE_WORDS = {"增幅": ("增长", "增幅", "增速"), "占比": ("占比", "比重")}
"""By measure: words by which a name says already that a rate is meant."""
PLANS = (
    Plan("编码", 14.0, 22.0, align=CENTRE),
    Plan("指\u3000标", share=1.0),
    Plan("单位", 15.0, 26.0, align=CENTRE),
    Plan("确保目标", 21.0, 30.0, align=RIGHT),
    Plan("力争目标", 21.0, 30.0, align=RIGHT),
    Plan("分值", 16.0, 20.0, align=RIGHT),
)


def data(context: ReportContext, choice: Choice) -> Data:
    """The pledge of the chosen department. KeyError where it is not assessed."""
    result = context.assessment.department(choice.department or "")
    heading = _heading(context, result)
    title = "\n".join(part for part in (context.unit, f"{context.year}年度目标责任书") if part)
    subtitle = f"（{result.name}\u3000{_number(context, result)}）"
    return printed(context, heading, title, subtitle, _text(context, result), _ending(context, result))


def outline(context: ReportContext, choice: Choice) -> Document:
    """The same for Word and Excel."""
    result = context.assessment.department(choice.department or "")
    lines = (("责任单位", result.name), ("编号", _number(context, result)), ("状态", context.state_name))
    title = f"{context.unit}{context.year}年度目标责任书"
    return document(context, _heading(context, result), title, lines, _text(context, result), _ending(context, result))


def _heading(context: ReportContext, result: DepartmentResult) -> Heading:
    return Heading("pledge", serial(context, result.code), result.name)


def _number(context: ReportContext, result: DepartmentResult) -> str:
    return f"责〔{context.year}〕{serial(context, result.code)}号"


def _ending(context: ReportContext, result: DepartmentResult) -> Ending:
    return Ending(sides=(("甲方", principal(context)), ("乙方", result.name)))


def _text(context: ReportContext, result: DepartmentResult) -> Text:
    text = Text()
    text.say(
        f"为确保完成{context.year}年度目标任务，压实部门责任，依照目标责任考核的有关规定，"
        f"{principal(context)}（甲方）与{result.name}（乙方）签订本责任书。"
    )
    text.section("目标任务")
    named = {indicator.code: indicator for indicator in context.facts.indicators}
    for category in result.categories:
        text.part(f"{category.category.name}（{figures.plain(category.full)}分）")
        _category(context, text, category, named)
    _unscored(context, text, result)
    if not result.categories:
        text.say("本年度尚未分解目标任务。")
    clauses(context, text, result)
    return text


def _category(context: ReportContext, text: Text, category: CategoryResult, named: dict[str, Indicator]) -> None:
    measured = [line for line in category.lines if line.kind == "target" and named[line.code].rule.code != "panel"]
    panels = [line for line in category.lines if line.kind == "target" and named[line.code].rule.code == "panel"]
    tasks = [line for line in category.lines if line.kind != "target"]
    if measured:
        rows = [_row(context, line, named[line.code]) for line in measured]
        rows += [_sum(context, measured, len(rows))] if len(rows) > 1 else []
        text.table(PLANS, rows, category.category.name)
    for at, line in enumerate(tasks, 1):
        if isinstance(line.spec.subject, Task):
            text.say(f"{at}. {_task_words(context, line, line.spec.subject)}")
    if panels:
        listed = "、".join(f"{line.title}（{figures.plain(line.full)}分）" for line in panels)
        text.say(f"{listed}，按评议办法计分。")
    if not category.lines:
        text.say("本类别没有分解指标和任务。")


def _row(context: ReportContext, line: Line, indicator: Indicator) -> Row:
    target = line.spec.subject
    assert isinstance(target, Target)
    return Row(
        (
            Cell(line.code),
            Cell(_name(line, indicator)),
            cells.text("%" if in_percent(indicator) else indicator.unit),
            amount(indicator, target.base, indicator.rule.uses_base),
            amount(indicator, target.stretch, indicator.rule.uses_stretch),
            cells.figure(line.full, context.decimals),
        )
    )


def _name(line: Line, indicator: Indicator) -> str:
    """The indicator's name; where a rate of it is the target and the name does not say so, with what the rate is."""
    measure = indicator.rule.measure
    said = any(word in line.title for word in RATE_WORDS.get(measure, ()))
    return line.title if said or measure not in RATE_WORDS else f"{line.title}（{measure}）"


def _sum(context: ReportContext, lines: Sequence[Line], count: int) -> Row:
    whole = sum((line.full for line in lines), Decimal(0))
    blank = (Cell(), Cell(), Cell())
    points = cells.figure(whole, context.decimals, bold=True)
    return Row((Cell(), Cell("合 计"), *blank, points), SUM, tuple(range(count)))


def _task_words(context: ReportContext, line: Line, task: Task) -> str:
    """城中村改造（结转第2年），12月31日前完成：全部拆除并通过验收（5.00分）。"""
    due = f"{figures.day_within(task.due, context.year)}前完成" if task.due else "完成期限另行确定"
    standard = f"：{task.standard.strip().rstrip('。；')}" if task.standard and task.standard.strip() else ""
    points = f"（{figures.fixed(line.full, context.decimals)}分）"
    if line.kind == "partner":
        return f"协助{known(context).name(task.lead)}办理{task.title}，{due}{points}。"
    return f"{task.title}{again(task)}，{due}{standard}{points}。"


def _unscored(context: ReportContext, text: Text, result: DepartmentResult) -> None:
    """What is supervised and carries no points; what was suspended or cancelled is not pledged."""
    scored = {line.code for category in result.categories for line in category.lines}
    rest = [task for task in context.facts.tasks if task.lead == result.code and task.code not in scored]
    rest = [task for task in rest if task.state not in ("suspended", "cancelled")]
    if not rest:
        return
    text.part("督查事项（不计分）")
    for at, task in enumerate(rest, 1):
        due = f"{figures.day_within(task.due, context.year)}前完成" if task.due else "完成期限另行确定"
        text.say(f"{at}. {task.title}{again(task)}，{due}。")
