"""经济指标单独考核表: the separately assessed groups, contribution and performance side by side."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from kpi_desktop.assessment.facts import Target
from kpi_desktop.assessment.results import DepartmentResult, GroupResult, Line
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports import figures
from kpi_desktop.reports.charts import contribution as chart
from kpi_desktop.reports.charts.drawing import rendered
from kpi_desktop.reports.charts.printed import printed as printed_chart
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells, lines, standing
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    GROUP,
    RIGHT,
    SUM,
    Block,
    Cell,
    Document,
    Note,
    Paragraph,
    Picture,
    Row,
    Signatures,
    Table,
)
from kpi_desktop.reports.forms.contributions import Contributed, amount, bars, contributions
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading
from kpi_desktop.reports.forms.key_targets import KeyTarget
from kpi_desktop.reports.forms.listing import LANDSCAPE, Plan, document, laid, nothing, printed
from kpi_desktop.reports.forms.outlining import figure

HEADING = Heading("economic")
SIZE = 9.5
CHART_WIDTH = 240.0
CAPTION = "重点经济指标贡献份额（以各部门实绩合计为100%）"
DETAILS = (
    Plan("编码", 14.0, 24.0, align=CENTRE),
    Plan("指标", share=1.0),
    Plan("确保\n目标", 16.0, 26.0, align=RIGHT),
    Plan("力争\n目标", 14.0, 26.0, align=RIGHT),
    Plan("实绩", 18.0, 28.0, align=RIGHT),
    Plan("完成率", 16.0, 22.0, align=RIGHT),
    Plan("各部门\n合计", 18.0, 34.0, align=RIGHT),
    Plan("贡献\n份额", 15.0, 20.0, align=RIGHT),
    Plan("满分", 13.0, 18.0, align=RIGHT),
    Plan("得分", 13.0, 18.0, align=RIGHT),
    Plan("得分率", 16.0, 20.0, align=RIGHT),
)


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The chosen group; without a choice all groups that are assessed separately."""
    drawn = _bars(context, _groups(context, choice))
    made = printed(context, HEADING, outline(context, choice, pictures=False), most_kept=1)
    picture = printed_chart(lambda: chart.contribution_bars(drawn, CHART_WIDTH)) if drawn else None
    return {**made, "chart": picture, "caption": CAPTION}


def outline(context: ReportContext, choice: Choice = NOTHING, pictures: bool = True) -> Document:
    """The same for Word and Excel."""
    groups = _groups(context, choice)
    blocks: list[Block] = [Paragraph(_lead(context, groups))]
    for group in groups:
        blocks += _group_blocks(context, group)
    drawn = _bars(context, groups)
    if drawn and pictures:
        png = rendered(lambda: chart.contribution_bars(drawn, CHART_WIDTH), "png")
        blocks += [Picture(png, CHART_WIDTH, CAPTION), Paragraph(CAPTION, align=CENTRE)]
    blocks += [*map(Note, _notes(bool(drawn)) if groups else ()), Signatures(("编制", "审核", "审批"))]
    return document(context, HEADING, blocks, [("单位", context.office), ("计分单位", "分")])


def _bars(context: ReportContext, groups: Sequence[GroupResult]) -> tuple[chart.Contribution, ...]:
    """The key indicators that departments of the groups share in."""
    return bars(context, among=[result.code for group in groups for result in group.departments])


def _groups(context: ReportContext, choice: Choice) -> list[GroupResult]:
    """Refusal where the chosen group is not one of the year's."""
    with_departments = [group for group in context.assessment.groups if group.departments]
    if choice.group is None:
        return [group for group in with_departments if group.group.separate]
    found = [group for group in context.assessment.groups if group.group.name == choice.group]
    if not found:
        known = "、".join(group.group.name for group in context.assessment.groups)
        raise Refusal(f"没有“{choice.group}”这个考核分组。", f"现有分组：{known}。")
    return [group for group in found if group.departments]


def _lead(context: ReportContext, groups: Sequence[GroupResult]) -> str:
    if not groups:
        return f"{context.year}年度没有单独考核的分组，或组内没有参评部门。"
    told = []
    for group in groups:
        full = {_economic(result)[0] for result in group.departments}
        points = f"，经济指标{figures.fixed(next(iter(full)), context.decimals)}分" if len(full) == 1 else ""
        told.append(f"{standing.group_name(group)}{len(group.departments)}个部门{points}")
    return "；".join(told) + "。贡献份额为本部门实绩占各承担部门实绩合计的比例，与得分并列，供研判贡献和绩效。"


def _group_blocks(context: ReportContext, group: GroupResult) -> list[Block]:
    plans, rows = _results(context, group)
    details = tuple(_details(context, group)) or (nothing("没有经济指标", len(DETAILS)),)
    return [
        Paragraph(f"{group.group.name}得分和名次", 1),
        Table(laid(plans, rows, LANDSCAPE), rows, f"{group.group.name}名次"),
        Paragraph(f"{group.group.name}各项指标的贡献和得分", 1),
        Table(laid(DETAILS, details, LANDSCAPE, SIZE), details, f"{group.group.name}贡献和得分", SIZE),
    ]


def _economic(result: DepartmentResult) -> tuple[Decimal, Decimal]:
    """Full marks and score of a department's economic categories."""
    own = [each for each in result.categories if each.category.economic]
    return sum((each.full for each in own), Decimal(0)), sum((each.score for each in own), Decimal(0))


def _results(context: ReportContext, group: GroupResult) -> tuple[tuple[Plan, ...], tuple[Row, ...]]:
    others = [
        each.name
        for each in context.facts.categories
        if not each.economic
        if any(own.category.name == each.name for result in group.departments for own in result.categories)
    ]
    heads = ["经济指标\n满分", "经济指标\n得分", "经济指标\n得分率", "经济指标\n名次", *others, "加减分", "总分"]
    middle = [Plan(head, 18.0, 26.0, align=CENTRE if head == "经济指标\n名次" else RIGHT) for head in heads]
    plans = (
        Plan("名次", 12.0, align=CENTRE),
        Plan("部门", share=1.0),
        *middle,
        Plan("等次", 16.0, 30.0, align=CENTRE),
    )
    return plans, tuple(_result(context, group, result, others) for result in group.departments)


def _result(context: ReportContext, group: GroupResult, result: DepartmentResult, others: list[str]) -> Row:
    decimals = context.decimals
    full, score = _economic(result)
    place = 1 + sum(_economic(other)[1] > score for other in group.departments)
    scores = {each.category.name: each for each in result.categories}
    kept = [
        cells.figure(own.score, decimals) if (own := scores.get(name)) and own.full else cells.NOT_APPLICABLE
        for name in others
    ]
    changed = figure(figures.signed(result.bonus - result.deduction, decimals))
    return Row(
        (
            Cell(str(result.rank)),
            Cell(result.name + (standing.VETO_MARK if result.vetoed else "")),
            cells.figure(full, decimals),
            cells.figure(score, decimals, bold=True),
            _rate(score, full),
            Cell(str(place)),
            *kept,
            changed if result.bonus or result.deduction else cells.NOT_APPLICABLE,
            cells.figure(result.total, decimals, bold=True),
            Cell(standing.grade(result) or "—"),
        )
    )


def _rate(score: Decimal, full: Decimal) -> Cell:
    return cells.percent(Fraction(score) / Fraction(full), 2) if full else cells.NOT_APPLICABLE


def _details(context: ReportContext, group: GroupResult) -> Iterator[Row]:
    lookup, known = lines.Lookup.of(context.assessment), contributions(context)
    place = 0
    for result in group.departments:
        own = [line for each in result.categories if each.category.economic for line in each.lines]
        full, score = _economic(result)
        words = f"{result.name}\u3000第{result.rank}名"
        yield Row((Cell(words, bold=True, span=len(DETAILS)),), GROUP)
        rows = [_detail(context, lookup, known, result, line) for line in own if isinstance(line.spec.subject, Target)]
        tasks = [_task(context, lookup, line) for line in own if not isinstance(line.spec.subject, Target)]
        yield from (*rows, *tasks)
        count = len(rows) + len(tasks)
        sums = (cells.figure(full, context.decimals), cells.figure(score, context.decimals), _rate(score, full))
        total = (Cell("小\u3000计", bold=True), *(Cell("") for _ in range(7)), *sums)
        yield Row(total, SUM, tuple(range(place + 1, place + 1 + count)))
        place += count + 2


def _detail(
    context: ReportContext,
    lookup: lines.Lookup,
    known: dict[str, Contributed],
    result: DepartmentResult,
    line: Line,
) -> Row:
    shown, target = lines.row(lookup, line), line.spec.subject
    assert isinstance(target, Target)
    ratio = KeyTarget(lookup.indicators[line.code], target, line, (result.name,)).ratio
    contributed = known.get(line.code)
    share = contributed.share(result.code) if contributed else None
    whole = Cell(amount(contributed.total, contributed.indicator)) if contributed else cells.NOT_APPLICABLE
    mark = "★" if lookup.indicators[line.code].key else ""
    return Row(
        (
            Cell(line.code),
            Cell(mark + str(shown["name"])),
            *(figure(shown[key]) for key in ("base", "stretch", "actual")),
            cells.percent(ratio, 1, cells.NOT_APPLICABLE),
            whole,
            cells.percent(share, 1, cells.NOT_APPLICABLE, bold=True),
            *_marks(shown, line),
        )
    )


def _task(context: ReportContext, lookup: lines.Lookup, line: Line) -> Row:
    shown = lines.row(lookup, line)
    nothing_here = (cells.NOT_APPLICABLE,) * 3
    return Row(
        (
            Cell(line.code),
            Cell(str(shown["name"])),
            *(figure(shown[key]) for key in ("base", "stretch", "actual")),
            *nothing_here,
            *_marks(shown, line),
        )
    )


def _marks(shown: dict[str, object], line: Line) -> tuple[Cell, Cell, Cell]:
    share = cells.percent(line.share, 2) if line.status in ("ok", "assessed") else cells.MISSING
    return figure(shown["full"]), figure(shown["score"], bold=True), share


def _notes(drawn: bool) -> list[str]:
    return [
        "★为重点经济指标。完成率以确保目标为100%，越低越好的指标按目标除以实绩计。",
        "贡献份额按本部门完成的绝对额计（考核增幅的指标也一样），以最大余数法取到0.1%，同一指标各部门合计100%；"
        "比率、均值、名次和全区合并报送的指标不计份额。",
        *(["图中各部门的份额由大到小排列，窄处只标份额。"] if drawn else []),
        "“—”为不适用，“空”为尚无数据；得分按计分办法由实绩算出，与贡献份额互不换算。",
    ]
