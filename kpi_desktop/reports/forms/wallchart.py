"""项目投资作战图: projects as cards by the stage they have reached, the four rates, the year's investment; A3."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.assessment.facts import Project
from kpi_desktop.assessment.projects import STAGES, ProjectRates, rates
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    GROUP,
    RIGHT,
    SUM,
    Block,
    Cell,
    Document,
    Facts,
    Note,
    Paragraph,
    Row,
    Table,
)
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, meta, title
from kpi_desktop.reports.forms.listing import Plan, document, laid, nothing, table_data
from kpi_desktop.reports.forms.wall_cards import Step, WallCard, cards
from kpi_desktop.reports.forms.work import in_order, judged_day, known

HEADING = Heading("wallchart")
ZONE = "全区"
WIDTH, SIDE = 390.0, 104.0
"""Millimetres between the margins of A3, and of the tables beside the cards."""
PLANS = (
    Plan("编码", 14.0, 24.0, align=CENTRE),
    Plan("项\u3000目", share=1.0),
    Plan("责任部门", share=0.5),
    *(Plan(f"{stage.name}\n{kind}", 22.0, 30.0, align=RIGHT) for stage in STAGES for kind in ("计划", "实际")),
    Plan("误期", 18.0, 30.0, align=CENTRE),
    Plan("总投资\n（亿元）", 18.0, 26.0, align=RIGHT),
    Plan("年计划\n（亿元）", 18.0, 26.0, align=RIGHT),
    Plan("年完成\n（亿元）", 18.0, 26.0, align=RIGHT),
)
RATE_PLANS = (Plan("部\u3000门", share=1.0), *(Plan(stage.rate_name, 15.0, 20.0, align=RIGHT) for stage in STAGES))
MONEY_PLANS = (
    Plan("部\u3000门", share=1.0),
    Plan("项目", 11.0, 14.0, align=RIGHT),
    Plan("总投资", 15.0, 22.0, align=RIGHT),
    Plan("年计划", 15.0, 22.0, align=RIGHT),
    Plan("年完成", 15.0, 22.0, align=RIGHT),
    Plan("完成率", 15.0, 20.0, align=RIGHT),
)
LATE_PLANS = (
    Plan("误期项目", share=1.0),
    Plan("应到", 11.0, 14.0, align=CENTRE),
    Plan("计划", 20.0, 34.0, align=RIGHT),
    Plan("误期", 15.0, 20.0, align=RIGHT),
)


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The chart as of the chosen day."""
    day = judged_day(context, choice)
    made = outline(context, choice)
    pairs = next(list(block.pairs) for block in made.blocks if isinstance(block, Facts))
    hung = cards(context.facts.projects, day)
    whole = rates(context.facts, day)[-1]
    return {
        "meta": meta(context, HEADING, "a3"),
        "title": title(context, "wallchart"),
        "left": pairs[:-3],
        "right": pairs[-3:],
        "lead": _lead(context, hung, day),
        "columns": [_column(context, hung, whole, at) for at in range(len(STAGES))],
        "rates": table_data(_rates_table(context, day), "wallchart-rates"),
        "late": table_data(_late_table(context, hung), "wallchart-late"),
        "money": table_data(_money_table(context), "wallchart-money"),
        "notes": [block.text for block in made.blocks if isinstance(block, Note)],
    }


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same as tables for Word and Excel: projects by stage, rates, investment."""
    day = judged_day(context, choice)
    hung = cards(context.facts.projects, day)
    rows = _rows(context, hung)
    blocks: list[Block] = [
        Paragraph(_lead(context, hung, day)),
        Table(laid(PLANS, rows, WIDTH, 9.5), rows, "项目", 9.5),
        Paragraph("四率", 1),
        _rates_table(context, day),
        Paragraph("年度投资（亿元）", 1),
        _money_table(context),
        Paragraph("误期项目", 1),
        _late_table(context, hung),
        *(Note(words) for words in _notes()),
    ]
    who = [("单位", context.office), ("截至", figures.day(day))]
    return document(context, HEADING, blocks, who, paper="a3")


def _notes() -> list[str]:
    return [
        "项目挂在已到达的最远阶段；虚框为尚未签约。◆误期：计划日期已过而未到达；迟：到达晚于计划。",
        "各率＝截至当日已到达的项目÷计划当日前应到达或已到达的项目；“—”为没有应到达的项目。",
        "年计划、年完成为本年最近一次填报的数，不随截止日变化。",
    ]


def _lead(context: ReportContext, hung: Sequence[WallCard], day: date) -> str:
    if not hung:
        return f"截至{figures.day(day)}，本年度没有重点项目。"
    stages = "、".join(f"{stage.name}{sum(c.reached == at for c in hung)}个" for at, stage in enumerate(STAGES, 1))
    before = sum(card.reached == 0 for card in hung)
    late = sum(card.overdue > 0 for card in hung)
    whole = _total([card.project.investment for card in hung])
    return (
        f"截至{figures.day(day)}，重点项目{len(hung)}个，总投资{figures.plain(whole)}亿元：未签约{before}个、{stages}；"
        + (f"误期{late}个。" if late else "没有误期的项目。")
    )


def _column(context: ReportContext, hung: Sequence[WallCard], whole: ProjectRates, at: int) -> Data:
    own = [card for card in hung if card.column == at]
    count = whole.counts[at]
    told = f"{count.reached}/{count.due}\u3000{figures.percent(count.rate, 1)}" if count.rate is not None else "—"
    return {
        "name": STAGES[at].name,
        "count": f"{sum(card.reached == at + 1 for card in own)}个",
        "rate_name": STAGES[at].rate_name,
        "rate": told,
        "cards": [_printed(context, card) for card in own],
    }


def _printed(context: ReportContext, card: WallCard) -> Data:
    project = card.project
    done, plan = project.year_done, project.year_plan
    share = min(fraction(done) / fraction(plan), fraction(1)) if done is not None and plan else None
    return {
        "code": project.code,
        "name": project.name,
        "department": known(context).name(project.department),
        "investment": "空" if project.investment is None else f"{figures.plain(project.investment)}亿元",
        "unsigned": card.reached == 0,
        "late": card.overdue > 0,
        "steps": [_step(context, step) for step in card.steps],
        "year": f"{_amount(done)} / {_amount(plan)}",
        "share": None if share is None else figures.percent(share, 0).replace("%", ""),
    }


def _step(context: ReportContext, step: Step) -> list[str]:
    return [step.stage.name, _day(context, step.planned), _day(context, step.reached), step.mark]


def _day(context: ReportContext, moment: date | None) -> str:
    if moment is None:
        return "—"
    return f"{moment.month:02d}-{moment.day:02d}" if moment.year == context.year else moment.isoformat()


def _amount(value: Exact | None) -> str:
    return "空" if value is None else figures.plain(value)


def _rows(context: ReportContext, hung: Sequence[WallCard]) -> tuple[Row, ...]:
    rows: list[Row] = []
    named = [(0, "尚未签约"), *((at, f"已{stage.name}") for at, stage in enumerate(STAGES, 1))]
    for reached, name in named:
        own = [card for card in hung if card.reached == reached]
        rows += [Row((Cell(f"{name}\u3000{len(own)}个"),), GROUP)] if own else []
        rows += [_row(context, card) for card in own]
    if not rows:
        return (nothing("没有重点项目", len(PLANS)),)
    items = [at for at, row in enumerate(rows) if row.kind != GROUP]
    sums = [_total([getattr(card.project, name) for card in hung]) for name in ("investment", "year_plan", "year_done")]
    cells_of_sum = [Cell(), Cell("合 计"), *[Cell()] * 10, *(cells.figure(each, bold=True) for each in sums)]
    return (*rows, Row(tuple(cells_of_sum), SUM, tuple(items)))


def _row(context: ReportContext, card: WallCard) -> Row:
    project, year = card.project, context.year
    dates = [
        cells.day(moment, year, cells.NOT_APPLICABLE) for step in card.steps for moment in (step.planned, step.reached)
    ]
    marks = "\n".join(f"{step.stage.name}{step.mark.replace('◆ ', '')}" for step in card.steps if step.mark)
    return Row(
        (
            Cell(project.code),
            Cell(project.name),
            Cell(known(context).name(project.department)),
            *dates,
            cells.text(marks),
            cells.figure(project.investment),
            cells.figure(project.year_plan),
            cells.figure(project.year_done),
        )
    )


def _rates_table(context: ReportContext, day: date) -> Table:
    rows = tuple(_rate_row(each) for each in rates(context.facts, day))
    return Table(laid(RATE_PLANS, rows, SIDE, 9.0), rows, "四率", 9.0)


def _rate_row(each: ProjectRates) -> Row:
    """A department's rates with the counts behind them, or those of all."""
    shown = []
    for count in each.counts:
        rate = cells.percent(count.rate, 1, cells.NOT_APPLICABLE, bold=each.department is None)
        told = f"{rate.text}\n{count.reached}/{count.due}" if count.rate is not None else rate.text
        shown.append(Cell(told, rate.number, rate.format, rate.bold))
    name = each.department.name if each.department else ZONE
    return Row((Cell(name, bold=each.department is None), *shown))


def _late_table(context: ReportContext, hung: Sequence[WallCard]) -> Table:
    """Every stage that should have been reached and was not, the longest late first."""
    found = [(step, card.project) for card in hung for step in card.steps if step.overdue]
    rows = tuple(
        Row(
            (
                Cell(project.name),
                Cell(step.stage.name),
                cells.day(step.planned, context.year),
                Cell(f"{step.late}天", Decimal(step.late), '0"天"'),
            )
        )
        for step, project in sorted(found, key=lambda each: -each[0].late)
    )
    rows = rows or (nothing("没有误期的项目", len(LATE_PLANS)),)
    return Table(laid(LATE_PLANS, rows, SIDE, 9.0), rows, "误期项目", 9.0)


def _money_table(context: ReportContext) -> Table:
    projects = context.facts.projects
    about = known(context)
    rows: list[Row] = []
    for code in in_order(context.facts, (project.department for project in projects)):
        own = [project for project in projects if project.department == code]
        rows.append(Row(_money(about.name(code), own)))
    if not rows:
        return Table(laid(MONEY_PLANS, (), SIDE, 9.0), (nothing("没有重点项目", len(MONEY_PLANS)),), "年度投资", 9.0)
    listed = (*rows, Row(_money("合 计", projects, bold=True), SUM, tuple(range(len(rows)))))
    return Table(laid(MONEY_PLANS, listed, SIDE, 9.0), listed, "年度投资", 9.0)


def _money(name: str, own: Sequence[Project], bold: bool = False) -> tuple[Cell, ...]:
    whole, plan, done = (_total([getattr(p, field) for p in own]) for field in ("investment", "year_plan", "year_done"))
    rate = fraction(done) / fraction(plan) if plan else None
    return (
        Cell(name, bold=bold),
        cells.count(len(own), bold),
        *(cells.figure(value, bold=bold) for value in (whole, plan, done)),
        cells.percent(rate, 1, cells.NOT_APPLICABLE, bold),
    )


def _total(values: Sequence[Exact | None]) -> Exact:
    """The sum of what is given, exactly."""
    return sum((fraction(value) for value in values if value is not None), fraction(0))
