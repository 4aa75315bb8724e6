"""The common clauses of a pledge, with the year's own figures: reports, changes, supervision, results."""

from kpi_desktop.assessment.results import DepartmentResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.formal import Text
from kpi_desktop.reports.forms.standing import group_of

_BODIES = ("管委会", "委员会", "政府", "局", "公司", "厅", "中心", "办公室", "集团", "街道办事处")


def principal(context: ReportContext) -> str:
    """Who takes the pledge: the unit itself where its name is that of a body, else its 管委会."""
    unit = context.unit
    return unit if unit.endswith(_BODIES) else f"{unit}管委会"


def clauses(context: ReportContext, text: Text, result: DepartmentResult) -> None:
    """责任要求, 督查考核, 奖惩兑现, 附则."""
    text.section("责任要求")
    text.say(
        "1. 乙方主要负责人是第一责任人，应将目标任务分解到分管负责人、科室和个人，"
        "明确时间节点和工作措施，确保按期完成。"
    )
    text.say(f"2. {_reports(context, result)}")
    text.say("3. 目标任务一经确定，原则上不作调整；确需延期、暂缓或者终止的，由乙方提出书面申请，按程序审批后执行。")
    text.say("4. 任务完成后应附佐证材料申请销号；年末未完成的转入下一年度继续督查，保留原年度和原期限。")
    text.section("督查考核")
    for at, sentence in enumerate(_supervision(context, result), 1):
        text.say(f"{at}. {sentence}")
    text.section("奖惩兑现")
    text.say(_results(context, result))
    text.section("附则")
    text.say(
        f"本责任书自签订之日起生效，至{context.year}年12月31日止。责任期内乙方主要负责人变动的，由继任者继续履行。"
        "本责任书一式两份，甲乙双方各执一份。"
    )


def _reports(context: ReportContext, result: DepartmentResult) -> str:
    names = {"week": "周", "month": "月", "quarter": "季", "year": "年"}
    used = {task.cadence for task in context.facts.tasks if task.lead == result.code}
    borne = {target.indicator for target in context.facts.targets if target.department == result.code}
    used |= {indicator.cadence for indicator in context.facts.indicators if indicator.code in borne}
    listed = "、".join(f"按{name}" for code, name in names.items() if code in used) or "按月"
    return f"乙方应{listed}如实报送指标数据和任务进展，说明存在问题和下步措施，不得迟报、漏报、虚报。"


def _supervision(context: ReportContext, result: DepartmentResult) -> list[str]:
    settings = context.facts.settings
    found = [
        f"甲方督查机构按进度亮灯管理，对滞后事项依次发蓝色、黄色、红色督办单，乙方应按期书面回复。{_cards(context)}"
    ]
    late = figures.percent(settings.late_share)
    found.append(f"任务和节点逾期完成的，按应得分的{late}计；经济指标占比为{figures.percent(result.economic_share)}。")
    vetoes = [category.name for category in context.facts.categories if category.kind == "veto"]
    if vetoes:
        found.append(f"发生{'、'.join(vetoes)}情形的，按规定降低或者确定等次。")
    return found


def _cards(context: ReportContext) -> str:
    """黄色每次扣0.5分、红色每次扣1分; nothing where the year deducts nothing."""
    settings = context.facts.settings
    if not settings.directive_category:
        return ""
    named = (("蓝色", settings.blue_deduction), ("黄色", settings.yellow_deduction), ("红色", settings.red_deduction))
    costs = "、".join(f"{name}每次扣{figures.plain(points)}分" for name, points in named if points)
    highest = "，同一事项就高计" if settings.highest_only else ""
    return f"其中{costs}{highest}。" if costs else ""


def _results(context: ReportContext, result: DepartmentResult) -> str:
    group = group_of(context, result).group.name
    own = [band.name for band in context.facts.bands if band.group == group]
    names = own or [band.name for band in context.facts.bands if band.group is None]
    grades = f"考核结果在{group}内排名，分为{'、'.join(names)}等次" if names else f"考核结果在{group}内排名"
    paid = "，并按年度奖惩办法兑现" if context.facts.awards else ""
    return f"{grades}{paid}，作为评先评优和干部使用的依据。"
