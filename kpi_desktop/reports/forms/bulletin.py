"""督查通报: the month's lights by department, late items, cards, what improved; a formal text."""

from collections.abc import Sequence

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.facts import Directive
from kpi_desktop.assessment.lights import GREEN, GREY, LIGHTS, RED, YELLOW, TargetLight, TaskLight
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.assessment.names import COLOURS
from kpi_desktop.assessment.wording import RATES
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells
from kpi_desktop.reports.forms.blocks import RIGHT, SUM, Cell, Document, Row
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.formal import Ending, Text, document, printed
from kpi_desktop.reports.forms.frame import Heading
from kpi_desktop.reports.forms.listing import Plan
from kpi_desktop.reports.forms.month_lights import Light, MonthLights, Turn, counted, month_lights
from kpi_desktop.reports.forms.work import again, in_order, judged_month, known

PLANS = (
    Plan("部\u3000门", share=1.0),
    *(Plan(f"任务\n{LIGHTS[light]}", 13.0, 15.0, align=RIGHT) for light in (RED, YELLOW, GREEN, GREY)),
    *(Plan(f"指标\n{LIGHTS[light]}", 13.0, 15.0, align=RIGHT) for light in (RED, YELLOW, GREEN)),
    Plan("当月\n督办单", 15.0, 17.0, align=RIGHT),
)


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The chosen month."""
    month = judged_month(context, choice)
    heading = _heading(month)
    return printed(context, heading, _title(context, month), "", _text(context, month), _ending(context))


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    month = judged_month(context, choice)
    heading = _heading(month)
    lines = (("编号", heading.number(context)), ("状态", context.state_name))
    return document(context, heading, _title(context, month), lines, _text(context, month), _ending(context))


def _heading(month: int) -> Heading:
    return Heading("bulletin", month, f"{month}月")


def _title(context: ReportContext, month: int) -> str:
    return f"{context.unit}{context.year}年{month}月督查通报"


def _ending(context: ReportContext) -> Ending:
    return Ending(context.office, figures.day(context.today))


def _text(context: ReportContext, month: int) -> Text:
    found = month_lights(context, month)
    text = Text("各部门、各单位：")
    text.say(f"现将{context.year}年{month}月督查情况通报如下。")
    text.section("总体情况")
    _overall(context, text, found)
    text.section("逾期和严重滞后事项")
    _late(context, text, found)
    text.section("督办情况")
    _cards(context, text, found)
    text.section("变化情况")
    _turns(context, text, found)
    text.section("下步要求")
    _next(context, text, found)
    return text


def _overall(context: ReportContext, text: Text, found: MonthLights) -> None:
    if not found.tasks and not found.targets:
        text.say("本年度还没有列入督查的任务和指标。")
        return
    tasks, targets = counted(found.tasks), counted(found.targets)
    said = f"截至{figures.day(found.day)}，列入督查的任务{len(found.tasks)}项，{_lit(tasks, '项')}"
    said += f"，现已销号、暂缓和终止{tasks[GREY]}项" if tasks[GREY] else ""
    text.say(f"{said}；分解到部门的指标目标{len(found.targets)}个，{_lit(targets, '个')}。", _compared(found))
    text.table(PLANS, _rows(context, found), "各部门亮灯")


def _lit(counts: dict[str, int], word: str) -> str:
    return "、".join(f"{LIGHTS[light]}灯{counts.get(light, 0)}{word}" for light in (RED, YELLOW, GREEN))


def _compared(found: MonthLights) -> str:
    """与上月末相比，红灯增加1、黄灯减少2; nothing in January."""
    if not found.tasks_before and not found.targets_before:
        return ""
    now = counted(found.tasks) + counted(found.targets)
    before = counted(found.tasks_before) + counted(found.targets_before)
    parts = [f"{LIGHTS[light]}灯{_step(now[light] - before[light])}" for light in (RED, YELLOW)]
    return f"与上月末相比，{'、'.join(parts)}。"


def _step(change: int) -> str:
    return "持平" if not change else f"增加{change}项" if change > 0 else f"减少{-change}项"


def _rows(context: ReportContext, found: MonthLights) -> list[Row]:
    codes = [each.task.lead for each in found.tasks] + [each.department for each in found.targets]
    rows = [_row(context, code, found) for code in in_order(context.facts, codes)]
    sums = [sum(int(row.cells[at].number or 0) for row in rows) for at in range(1, len(PLANS))]
    whole = Row((Cell("合 计"), *(cells.count(each, bold=True) for each in sums)), SUM, tuple(range(len(rows))))
    return [*rows, whole]


def _row(context: ReportContext, code: str, found: MonthLights) -> Row:
    tasks = counted([each for each in found.tasks if each.task.lead == code])
    targets = counted([each for each in found.targets if each.department == code])
    issued = sum(_bearer(context, each) == code for each in found.directives)
    numbers = [*(tasks[x] for x in (RED, YELLOW, GREEN, GREY)), *(targets[x] for x in (RED, YELLOW, GREEN)), issued]
    return Row((Cell(known(context).name(code)), *map(cells.count, numbers)))


def _bearer(context: ReportContext, directive: Directive) -> str:
    task = known(context).tasks.get(directive.task or "")
    return task.lead if task else directive.department or ""


def _name(context: ReportContext, each: Light) -> str:
    """化古城搬迁（结转第2年，规划建设局）, 土地收储（国土资源局）."""
    if isinstance(each, TaskLight):
        mark = again(each.task).strip("（）")
        who = known(context).name(each.task.lead)
        return f"{each.task.title}（{f'{mark}，' if mark else ''}{who}）"
    return f"{each.indicator.name}（{known(context).name(each.department)}）"


def _late(context: ReportContext, text: Text, found: MonthLights) -> None:
    if not found.red:
        text.say("本月末没有逾期和严重滞后的事项。")
        return
    text.say(f"本月末亮红灯的有{len(found.red)}项，请责任单位对照整改。")
    for at, each in enumerate(found.red, 1):
        text.say(f"{at}. {_name(context, each)}：{'；'.join(_reasons(context, each))}。")


def _reasons(context: ReportContext, each: Light) -> list[str]:
    """Why a light is red or yellow; a target's lag with its unit."""
    found = [cells.sentence(detail, context.year) for detail in each.details]
    if isinstance(each, TaskLight) or each.actual is None or each.pace is None or "behind" not in each.reasons[0]:
        return found
    lag = f"落后全年目标的{figures.percent(each.lag or 0, 1)}"
    told = f"截至{each.month}月底完成{_amount(each, each.actual)}，应达{_amount(each, each.pace)}，{lag}"
    return [told, *found[1:]]


def _amount(each: TargetLight, value: Exact) -> str:
    if in_percent(each.indicator) and each.indicator.rule.measure not in RATES:
        return figures.percent(value, 2)
    return figures.short(value) + (each.indicator.unit or "")


def _cards(context: ReportContext, text: Text, found: MonthLights) -> None:
    if found.directives:
        issued = [each.colour for each in found.directives]
        colours = "、".join(f"{name}色{issued.count(code)}份" for code, name in COLOURS.items() if code in issued)
        text.say(f"本月发出督办单{len(issued)}份，其中{colours}。")
    else:
        text.say("本月没有发出督办单。")
    for at, each in enumerate(found.directives, 1):
        text.say(f"{at}. {_card(context, each)}")
    waiting = [each for each in context.facts.directives if _unanswered(each, found)]
    if waiting:
        listed = "、".join(f"{known(context).name(_bearer(context, each))}{each.number or ''}" for each in waiting)
        text.say(f"逾期未回复的督办单{len(waiting)}份：{listed}。")


def _card(context: ReportContext, directive: Directive) -> str:
    who = known(context).name(_bearer(context, directive))
    reason = (directive.reason or "").strip().rstrip("。；")
    return f"{directive.number or '未编号'}（{COLOURS[directive.colour]}色，{who}）：{_matter(context, directive)}" + (
        f"，{reason}。" if reason else "。"
    )


def _matter(context: ReportContext, directive: Directive) -> str:
    task = known(context).tasks.get(directive.task or "")
    if task:
        return task.title
    names = {indicator.code: indicator.name for indicator in context.facts.indicators}
    return names.get(directive.indicator or "", directive.indicator or "")


def _unanswered(directive: Directive, found: MonthLights) -> bool:
    """Whether its reply was due by the month's end and had not come by then."""
    if directive.reply_due is None or directive.reply_due > found.day:
        return False
    if directive.replied is None:
        return not (directive.reply or "").strip()
    return directive.replied > found.day


def _turns(context: ReportContext, text: Text, found: MonthLights) -> None:
    done, turned = found.finished, found.turned()
    better, worse = [each for each in turned if each.better], [each for each in turned if not each.better]
    if done:
        listed = "、".join(f"{task.title}（{known(context).name(task.lead)}）" for task in done)
        text.say(f"本月销号{len(done)}项：{listed}。")
    if better:
        text.say(f"比上月末好转的{len(better)}项：{_listed(context, better)}。")
    if worse:
        text.say(f"比上月末变差的{len(worse)}项：{_listed(context, worse)}。")
    if not done and not turned:
        text.say("与上月末相比，各事项亮灯没有变化，本月没有销号事项。")


def _listed(context: ReportContext, turns: Sequence[Turn]) -> str:
    return "；".join(
        f"{_name(context, each.found)}由{LIGHTS[each.before]}灯转{LIGHTS[each.found.light]}灯" for each in turns
    )


def _next(context: ReportContext, text: Text, found: MonthLights) -> None:
    said = []
    if found.red:
        said.append("红灯事项由责任单位主要负责人牵头，倒排工期，逐项报送整改措施和完成时限。")
    if any(each.light == YELLOW for each in found.all):
        said.append("黄灯事项由分管负责人督促，补齐节点和进度，防止转为红灯。")
    missing = found.unreported()
    if missing:
        codes = [each.task.lead if isinstance(each, TaskLight) else each.department for each in missing]
        names = known(context).names(in_order(context.facts, codes))
        said.append(f"有{len(missing)}项未按期报送进展或数据，请{names}立即补报。")
    said.append("各责任单位按周安排、月调度、季分析的要求如实报送进展，存在问题及时提请协调。")
    for at, sentence in enumerate(said, 1):
        text.say(f"{at}. {sentence}" if len(said) > 1 else sentence)
