"""The annual report, parts five and six: rewards and penalties; where points were lost and what comes next."""

from decimal import Decimal
from fractions import Fraction

from kpi_desktop.assessment.results import Line
from kpi_desktop.assessment.rewards import DepartmentRewards
from kpi_desktop.reports import figures
from kpi_desktop.reports.capital import capital
from kpi_desktop.reports.charts import rewards as chart
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import awards
from kpi_desktop.reports.forms.annual_work import CLOSED
from kpi_desktop.reports.forms.frame import names
from kpi_desktop.reports.forms.lines import Cell, missing
from kpi_desktop.reports.forms.story import Column, Story

TEN_THOUSAND = Decimal(10_000)
MOST_LOSSES, MOST_STEPS, MOST_ROWS = 8, 10, 30


def tell(story: Story, context: ReportContext) -> None:
    """五、奖惩兑现."""
    story.section("奖惩兑现")
    found = context.rewards
    if not found.rules:
        story.say("本年度没有设置奖惩办法。")
    else:
        unit = context.facts.settings.payout_unit
        story.say(
            f"按照奖惩办法，奖励合计{figures.money(found.rewards, unit)}元，",
            f"扣罚合计{figures.money(-found.penalties, unit)}元，",
            f"净额{figures.money(found.net, unit)}元（{capital(found.net)}）。",
            _undistributed(context),
            f"各办法的计划与兑现见{story.next_table()}，各部门净额见{story.next_figure()}。",
        )
        _rules(story, context)
        _chart(story, context)
    story.say(*_consequences(context))


def _undistributed(context: ReportContext) -> str:
    left = sum((rule.undistributed or Decimal(0) for rule in context.rewards.rules), Decimal(0))
    planned = sum((rule.planned or Decimal(0) for rule in context.rewards.rules), Decimal(0))
    if not planned:
        return ""
    unit = context.facts.settings.payout_unit
    rest = f"未分配{figures.money(left, unit)}元" if left else "全部分配"
    return f"有总额的办法共计划{figures.money(planned, unit)}元，{rest}。"


def _rules(story: Story, context: ReportContext) -> None:
    columns = [
        Column("办\u3000法", align="left"),
        Column("标\u3000准", align="left"),
        Column("计划"),
        Column("兑现", strong=True),
        Column("未分配"),
    ]
    rows: list[list[Cell]] = []
    for at, outcome in enumerate(context.rewards.rules, 1):
        row = awards.rule_row(context, at, outcome)
        rows.append([_text(row[name]) for name in ("name", "standard", "planned", "distributed", "undistributed")])
    story.table("奖惩办法计划与兑现（单位：元）", columns, rows)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _chart(story: Story, context: ReportContext) -> None:
    every = pays_of(context)
    pays = every[:MOST_ROWS]
    if pays:
        more = f"（列前{MOST_ROWS}个）" if len(every) > MOST_ROWS else ""
        story.figure(f"各部门奖惩净额{more}（单位：万元）", lambda: chart.reward_bars(pays, "万元"))


def pays_of(context: ReportContext) -> tuple[chart.Pay, ...]:
    """Every department that is paid or penalised, the highest net first, in 万元."""
    moved = [each for each in context.rewards.departments if each.items]
    return tuple(_pay(each) for each in sorted(moved, key=lambda each: -each.net))


def _pay(each: DepartmentRewards) -> chart.Pay:
    label = figures.fixed(each.net / TEN_THOUSAND, 2)
    return chart.Pay(
        each.department.name, each.rewards / TEN_THOUSAND, each.penalties / TEN_THOUSAND, each.net / TEN_THOUSAND, label
    )


def _consequences(context: ReportContext) -> list[str]:
    found = []
    contents = dict.fromkeys(content for each in context.rewards.departments for content in each.consequences)
    for content in contents:
        who = "、".join(each.department.name for each in context.rewards.departments if content in each.consequences)
        found.append(f"{content}：{who}。")
    return found


def tell_next_steps(story: Story, context: ReportContext) -> None:
    """六、问题与下步措施."""
    story.section("问题与下步措施")
    story.part("失分较多的事项")
    _losses(story, context)
    story.part("下步措施")
    steps = _steps(context)
    if not steps:
        story.say("有关责任单位没有填报下步措施。")
    for who, text in steps[:MOST_STEPS]:
        story.point(who, text)


def _losses(story: Story, context: ReportContext) -> None:
    lines = [line for result in context.assessment.departments() for line in result.lines if line.full > line.score]
    lines.sort(key=lambda line: (line.score - line.full, line.spec.department, line.code))
    if not lines:
        story.say("没有失分事项。")
        return
    total = sum((line.full - line.score for line in lines), Decimal(0))
    story.say(
        f"各部门共有{len(lines)}处失分，合计失{figures.fixed(total, context.decimals)}分，"
        f"失分较多的{min(len(lines), MOST_LOSSES)}处见{story.next_table()}。"
    )
    columns = [
        Column("部\u3000门", align="left"),
        Column("事\u3000项", align="left"),
        Column("满分"),
        Column("得分"),
        Column("失分", strong=True),
        Column("得分率"),
    ]
    story.table("失分较多的事项（单位：分）", columns, [_loss(context, line) for line in lines[:MOST_LOSSES]])


def _loss(context: ReportContext, line: Line) -> list[Cell]:
    decimals = context.decimals
    lost = Fraction(line.full) - Fraction(line.score)
    return [
        names(context)[line.spec.department],
        f"{line.code} {line.title}",
        figures.fixed(line.full, decimals),
        figures.fixed(line.score, decimals),
        figures.fixed(lost, decimals),
        missing(line) or figures.percent(line.share or 0, 2),
    ]


def _steps(context: ReportContext) -> list[tuple[str, str]]:
    """What those responsible wrote as their next steps on unfinished tasks, the last report each."""
    known = names(context)
    last: dict[str, str] = {}
    for report in sorted(context.facts.progress, key=lambda each: each.day):
        if report.next_step:
            last[report.task] = " ".join(report.next_step.split())
    open_tasks = [task for task in context.facts.tasks if task.state not in CLOSED and task.code in last]
    return [
        (task.title, f"{known.get(task.lead, task.lead)}牵头：{last[task.code].rstrip('。')}。") for task in open_tasks
    ]
