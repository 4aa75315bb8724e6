"""考核结果汇总表: every group in rank order with category scores, total and grade."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

from kpi_desktop.assessment.results import DepartmentResult, GroupResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import outlining, standing
from kpi_desktop.reports.forms.blocks import CENTRE, NOTE, RIGHT, Block, Column, Document, Note, Row, Signatures, Table
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, identity, meta, title
from kpi_desktop.reports.paper import column_width

PORTRAIT_WIDTH, LANDSCAPE_WIDTH, BESIDE_FIGURES = 176.0, 267.0, 60.0
"""Millimetres of a page that stands, of one that lies, and what rank, name and remark need; with more columns the table
lies down."""


def data(context: ReportContext, _choice: Choice = NOTHING) -> Data:
    """All groups of the year."""
    heading = Heading("ranking")
    names = category_names(context)
    figure_width = _figure_width(context)
    grade_width = column_width([result.grade or "" for result in context.assessment.departments()], 13.0, 26.0)
    needed = figure_width * (len(names) + 3) + grade_width + BESIDE_FIGURES
    return {
        "meta": meta(context, heading, landscape=needed > PORTRAIT_WIDTH),
        "title": title(context, "ranking"),
        "left": [["单位", context.office]],
        "right": identity(context, heading),
        "categories": names,
        "figure_width": figure_width,
        "grade_width": grade_width,
        "groups": [group_data(context, group, names) for group in context.assessment.groups if group.departments],
        "grades": grade_counts(context),
        "notes": _notes(context),
    }


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same as blocks."""
    made = data(context, choice)
    columns = _columns(made)
    rows: list[Row] = []
    for part in outlining.as_rows(made["groups"]):
        full = outlining.as_lists(part["full"])
        rows.append(outlining.group(f"{part['name']}\u3000{part['about']}", columns))
        rows.append(outlining.row(columns, ("", "满分", *full, "", "", "", "", ""), NOTE))
        rows += [outlining.row(columns, _cells(each)) for each in outlining.as_rows(part["rows"])]
    counts: list[Block] = [Note(f"等次：{made['grades']}")] if made["grades"] else []
    blocks = [Table(tuple(columns), tuple(rows), "汇总表"), *counts, *outlining.notes(made)]
    return outlining.document(made, [*outlining.opening(made), *blocks, Signatures(("编制", "审核", "审批"))])


def _columns(made: Data) -> list[Column]:
    width, grade = made["figure_width"], made["grade_width"]
    assert isinstance(width, float) and isinstance(grade, float)
    titles = [*outlining.as_texts(made["categories"]), "加分", "扣分", "总分"]
    figures_of = [Column(title, width, RIGHT) for title in titles]
    room = LANDSCAPE_WIDTH if outlining.as_data(made["meta"])["landscape"] else PORTRAIT_WIDTH
    name = max(room - 9.0 - 20.0 - grade - width * len(titles), 26.0)
    ends = [Column("等次", grade, CENTRE), Column("备注", 20.0)]
    return [Column("名次", 9.0, CENTRE), Column("部门", round(name, 2)), *figures_of, *ends]


def _cells(each: Data) -> list[object]:
    after = [each[key] for key in ("bonus", "deduction", "total", "grade", "remark")]
    return [each["rank"], each["name"], *outlining.as_lists(each["scores"]), *after]


def category_names(context: ReportContext) -> list[str]:
    """The scored categories that some group gives points, as in their sheet."""
    used = {category.category.name for result in context.assessment.departments() for category in result.categories}
    return [category.name for category in context.facts.categories if category.name in used]


def group_data(context: ReportContext, group: GroupResult, names: list[str]) -> Data:
    """One group: its heading, its full marks, its departments in rank order."""
    shares = {result.economic_share for result in group.departments}
    parts = [f"{len(group.departments)}个部门", f"平均{average(context, group)}分"]
    if len(shares) == 1:
        parts.append(f"经济指标占比{figures.percent(next(iter(shares)))}")
    return {
        "mark": f"ranking-{group.group.name}",
        "name": standing.group_name(group),
        "about": "\u3000".join(parts),
        "full": _full(context, group, names),
        "rows": [_row(context, result, names) for result in group.departments],
    }


def average(context: ReportContext, group: GroupResult) -> str:
    """The mean total of a group."""
    totals = sum((result.total for result in group.departments), Decimal(0))
    return figures.fixed(Fraction(totals) / len(group.departments), context.decimals)


def _full(context: ReportContext, group: GroupResult, names: list[str]) -> list[str | None]:
    points = {w.category: w.points for w in context.facts.weights if w.group == group.group.name}
    return [figures.plain(points[name]) if points.get(name) else None for name in names]


def _row(context: ReportContext, result: DepartmentResult, names: list[str]) -> Data:
    scores = {category.category.name: category for category in result.categories}
    cells = [
        figures.fixed(found.score, context.decimals) if (found := scores.get(name)) and found.full else None
        for name in names
    ]
    return {
        "rank": str(result.rank),
        "name": result.name + (standing.VETO_MARK if result.vetoed else ""),
        "scores": cells,
        "bonus": figures.fixed(result.bonus, context.decimals) if result.bonus else None,
        "deduction": figures.fixed(-result.deduction, context.decimals) if result.deduction else None,
        "total": figures.fixed(result.total, context.decimals),
        "grade": result.grade,
        "remark": "、".join(_remark(context, result)),
    }


def _remark(context: ReportContext, result: DepartmentResult) -> list[str]:
    found = ["一票否决"] if result.vetoed else []
    found += ["会议认定"] if any(each.department == result.code for each in context.facts.decisions) else []
    found += [standing.UNDECIDED] if result.undecided else []
    found += ["折算"] if standing.respread(context, result) else []
    found += ["并列"] if standing.equals(context, result) and not result.undecided else []
    count = len(standing.blanks(context, result))
    return [*found, f"空白{count}处"] if count else found


def grade_counts(context: ReportContext) -> str:
    """优秀6个，良好12个: how many departments have each grade, in the order of the bands."""
    counts = Counter(result.grade for result in context.assessment.departments())
    names = list(dict.fromkeys(band.name for band in context.facts.bands))
    return "，".join(f"{name}{counts[name]}个" for name in names if counts[name])


def _notes(context: ReportContext) -> list[str]:
    found = [said for group in context.assessment.groups for said in standing.group_remarks(context, group)]
    for result in context.assessment.departments():
        if lacking := standing.respread(context, result):
            found.append(f"{result.name}没有{'、'.join(lacking)}的事项，其分值折算到其他类别。")
    found.append(f"同分时比较{'、'.join(context.facts.settings.tie_break)}，仍相同的并列。计分单位为分，“—”为不适用。")
    return found


def _figure_width(context: ReportContext) -> float:
    return column_width([figures.fixed(-100, context.decimals)], 13.0, 22.0, inset=2.85)
