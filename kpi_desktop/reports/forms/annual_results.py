"""The annual report, part two: results, group by group."""

from decimal import Decimal
from fractions import Fraction
from functools import partial

from kpi_desktop.assessment.results import DepartmentResult, GroupResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.charts import ranking as chart
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import standing
from kpi_desktop.reports.forms.adjusting import net
from kpi_desktop.reports.forms.lines import Cell
from kpi_desktop.reports.forms.ranking import average, category_names, grade_counts
from kpi_desktop.reports.forms.story import Column, Story

TALLEST = 165.0
"""Millimetres a chart may be high; more departments are split over charts by group."""


def tell(story: Story, context: ReportContext) -> None:
    """二、考核结果."""
    story.section("考核结果")
    groups = [group for group in context.assessment.groups if group.departments]
    if not groups:
        story.say("本年度没有参评部门，尚无考核结果。")
        return
    _overview(story, context, groups)
    for group in groups:
        story.part(group.group.name)
        story.say(*_group(context, group), f"各类得分见{story.next_table()}。")
        _table(story, context, group)


def _overview(story: Story, context: ReportContext, groups: list[GroupResult]) -> None:
    results = context.assessment.departments()
    mean = Fraction(sum((result.total for result in results), Decimal(0))) / len(results)
    counts = grade_counts(context)
    graded = f"评定等次为：{counts}。" if counts else ""
    charts = _charts(groups)
    names = "、".join(f"图{int(story.next_figure()[1:]) + at}" for at in range(len(charts)))
    story.say(
        f"{len(results)}个参评部门平均得分{figures.fixed(mean, context.decimals)}分。{graded}各部门得分构成见{names}。"
    )
    categories = tuple(category_names(context))
    for part in charts:
        shown = tuple(bars(context, group, categories) for group in part)
        about = "" if len(charts) == 1 else f"（{'、'.join(group.name for group in shown)}）"
        story.figure(f"各部门得分构成{about}（单位：分）", partial(chart.ranking_bars, shown, categories))


def _charts(groups: list[GroupResult]) -> list[list[GroupResult]]:
    """The groups by chart: as many on one as its height allows."""
    found: list[list[GroupResult]] = []
    room = 0.0
    for group in groups:
        need = chart.GAP + chart.ROW * len(group.departments)
        if not found or need > room:
            found.append([])
            room = TALLEST - chart.HEAD - chart.FOOT
        found[-1].append(group)
        room -= need
    return found


def bars(context: ReportContext, group: GroupResult, categories: tuple[str, ...]) -> chart.BarGroup:
    """A group's departments in rank order as bars, made of these categories."""
    found = []
    for result in group.departments:
        scores = {category.category.name: category.score for category in result.categories}
        parts = tuple(scores.get(name, Decimal(0)) for name in categories)
        less = f"（扣{figures.fixed(result.deduction, context.decimals)}）" if result.deduction else ""
        label = figures.fixed(result.total, context.decimals) + less
        found.append(chart.Bar(result.name, parts, result.bonus, result.deduction, result.total, label))
    return chart.BarGroup(group.group.name, tuple(found))


def _group(context: ReportContext, group: GroupResult) -> list[str]:
    found = [f"{len(group.departments)}个部门平均得分{average(context, group)}分。"]
    bands = list(dict.fromkeys(band.name for band in context.facts.bands))
    for name in bands:
        named = [result.name for result in group.departments if result.grade == name and not result.undecided]
        if named:
            found.append(f"{'、'.join(named)}评为{name}。")
    found += _ties(group)
    return found + [said.removeprefix(standing.VETO_MARK) for said in standing.group_remarks(context, group)]


def _ties(group: GroupResult) -> list[str]:
    ranks: dict[int, list[DepartmentResult]] = {}
    for result in group.departments:
        ranks.setdefault(result.rank, []).append(result)
    return [
        f"{'、'.join(result.name for result in tied)}总分及同分比较项均相同，并列第{rank}名。"
        for rank, tied in ranks.items()
        if len(tied) > 1
    ]


def _table(story: Story, context: ReportContext, group: GroupResult) -> None:
    names = [
        name
        for name in category_names(context)
        if any(category.category.name == name and category.full for r in group.departments for category in r.categories)
    ]
    columns = [Column("名次", align="center"), Column("部\u3000门", align="left"), *(Column(name) for name in names)]
    columns += [Column("加减分"), Column("总分", strong=True), Column("等次", align="center")]
    rows = [_row(context, result, names) for result in group.departments]
    story.table(f"{group.group.name}得分（单位：分）", columns, rows)


def _row(context: ReportContext, result: DepartmentResult, names: list[str]) -> list[Cell]:
    scores = {category.category.name: category for category in result.categories}
    cells: list[Cell] = [
        figures.fixed(found.score, context.decimals) if (found := scores.get(name)) and found.full else None
        for name in names
    ]
    changed = figures.signed(net(result), context.decimals) if result.bonus or result.deduction else None
    mark = standing.VETO_MARK if result.vetoed else ""
    total = figures.fixed(result.total, context.decimals)
    return [str(result.rank), result.name + mark, *cells, changed, total, standing.grade(result) or None]
