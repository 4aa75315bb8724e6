"""考核结果告知书: one department's result, what it lost and why, how and until when to appeal, with a reply slip."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment.results import DepartmentResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import adjusting, lines, outlining, standing
from kpi_desktop.reports.forms.blocks import Block, Document, Facts, Paragraph, Row, Table, Title
from kpi_desktop.reports.forms.blocks import Cell as BlockCell
from kpi_desktop.reports.forms.blocks import Column as BlockColumn
from kpi_desktop.reports.forms.cells import dated
from kpi_desktop.reports.forms.deadlines import said_working_days, working_days_after
from kpi_desktop.reports.forms.form import Choice, Data
from kpi_desktop.reports.forms.frame import Heading, meta, yearly
from kpi_desktop.reports.forms.lines import Cell
from kpi_desktop.reports.forms.outlining import document, story_blocks
from kpi_desktop.reports.forms.sheet import serial
from kpi_desktop.reports.forms.story import Column, Story

MOST_LOSSES = 12
LONGEST_REASON = 160
SLIP_WORDS = "沿此线裁开，回执退{office}"
PAGE_WORDS = "本页由被考核单位填写，签字盖章后退{office}。"
BLANK = "\u3000" * 10
CHOICES = "□ 无异议\u3000\u3000□ 有异议，申诉材料另附"


class Loss(NamedTuple):
    """Points a department lost: on what, its full marks and score (None for a deduction), how many, why."""

    code: str
    title: str
    full: Decimal | None
    score: Decimal | None
    lost: Decimal
    reason: str


def data(context: ReportContext, choice: Choice) -> Data:
    """The notice to the chosen department. KeyError where it is not assessed."""
    result = context.assessment.department(choice.department or "")
    heading = Heading("notice", serial(context, result.code), result.name)
    return {
        "meta": meta(context, heading, landscape=False),
        "title": yearly(context, "notice"),
        "head": context.office,
        "number": heading.number(context),
        "to": f"{result.name}：",
        "blocks": _told(context, result).blocks,
        "office": context.office,
        "day": figures.day(context.today),
        "cut": SLIP_WORDS.format(office=context.office),
        "send": PAGE_WORDS.format(office=context.office),
        "slip": [list(pair) for pair in slip(context, result, heading)],
        "choices": CHOICES,
    }


def outline(context: ReportContext, choice: Choice) -> Document:
    """The same as blocks."""
    made = data(context, choice)
    told = made["blocks"]
    assert isinstance(told, list)
    blocks: list[Block] = [
        Paragraph(str(made["head"]), 1, "center"),
        Facts((("编号", str(made["number"])),)),
        Title(str(made["title"])),
        Paragraph(str(made["to"])),
        *story_blocks(told),
        Paragraph(str(made["office"]), align="right"),
        Paragraph(str(made["day"]), align="right"),
        Paragraph("回\u3000执", 1, "center"),
        _slip_table(outlining.as_lists(made["slip"])),
    ]
    return document(made, blocks, formal=True)


def _slip_table(pairs: Sequence[Sequence[object]]) -> Table:
    """The slip as print has it: two pairs beside each other, under them what the department writes in."""
    columns = tuple(BlockColumn(head, width) for head, width in (("项\u3000目", 26.0), ("内\u3000容", 52.0)) * 2)
    cells = [(BlockCell(str(label), bold=True), dated(BlockCell(str(words)))) for label, words in pairs]
    found = [Row((*one, *other)) for one, other in zip(cells[::2], cells[1::2], strict=True)]

    def wide(label: str, words: str, height: float = 0.0) -> Row:
        return Row((BlockCell(label, bold=True), BlockCell(words, span=3)), height=height)

    signed = f"主要负责人（签字、盖章）：{BLANK}年\u3000\u3000月\u3000\u3000日"
    found += [wide("意见", CHOICES), wide("申诉事项\n和理由", "", 18.0), wide("单位意见", signed, 11.0)]
    return Table(columns, tuple(found), "回执", headless=True)


def slip(context: ReportContext, result: DepartmentResult, heading: Heading) -> tuple[tuple[str, str], ...]:
    """What the reply slip says already."""
    return (
        ("告知书编号", heading.number(context)),
        ("被考核单位", result.name),
        ("考核结果", f"总分{figures.fixed(result.total, context.decimals)}，等次{standing.grade(result) or '—'}"),
        ("退回期限", figures.day(working_days_after(context.today))),
    )


def losses(context: ReportContext, result: DepartmentResult) -> list[Loss]:
    """Everything that cost points, the largest first; then in the order of the sheet."""
    found = [*_line_losses(context, result), *_deductions(context, result)]
    return sorted(found, key=lambda each: -each.lost)


def _line_losses(context: ReportContext, result: DepartmentResult) -> Iterator[Loss]:
    for category in result.categories:
        for line in category.lines:
            if line.full > line.score:
                reason = lines.missing(line) or lines.process(context.assessment, line)
                yield Loss(line.code, line.title, line.full, line.score, line.full - line.score, reason)
        if not category.lines and category.full:
            yield Loss("", category.category.name, category.full, Decimal(0), category.full, "没有可考核的事项")


def _deductions(context: ReportContext, result: DepartmentResult) -> Iterator[Loss]:
    counted = adjusting.capped_groups(context, result)
    for category in context.facts.categories:
        if category.kind == "deduction" and counted.get(category.name):
            rows = [row for row in adjusting.rows(context, result) if row["category"] == category.name]
            reason = "；".join(str(row["reason"]) for row in rows)
            yield Loss("", category.name, None, None, counted[category.name], reason)


def _told(context: ReportContext, result: DepartmentResult) -> Story:
    story = Story()
    story.say(f"依照{context.year}年度考核办法，经核定，现将你单位考核结果告知如下。")
    story.section("考核结果")
    _result(story, context, result)
    story.section("失分情况和原因")
    _losses(story, context, losses(context, result))
    story.section("申诉办法和期限")
    until, within = figures.day(working_days_after(context.today)), said_working_days(context.today, "内")
    story.say(
        f"对考核结果有异议的，请于{until}前（自告知之日起{within}）向{context.office}书面提出申诉，"
        "写明申诉事项和理由，附佐证材料，由主要负责人签字并加盖公章。",
        "收到申诉后组织复核，书面告知结论；逾期未提出的，视为无异议。",
    )
    story.say(f"请在{until}前将所附回执签字盖章后退回。逐项计分过程见本单位{context.year}年度部门考核计分表。")
    return story


def _result(story: Story, context: ReportContext, result: DepartmentResult) -> None:
    group, decimals = standing.group_of(context, result), context.decimals
    tied = "（并列）" if standing.equals(context, result) else ""
    grade = standing.grade(result)
    story.say(
        f"你单位列入{standing.group_name(group)}，总分{figures.fixed(result.total, decimals)}分，"
        f"在本组{len(group.departments)}个部门中列第{result.rank}名{tied}",
        f"，等次为{grade}。" if grade else "。",
        *(said.removeprefix(standing.VETO_MARK) for said in standing.remarks(context, result)),
        f"各类得分见{story.next_table()}。",
    )
    columns = [Column("类\u3000别", align="left"), Column("满分"), Column("得分", strong=True), Column("得分率")]
    rows: list[list[Cell]] = [
        [
            each.category.name,
            figures.fixed(each.full, decimals),
            figures.fixed(each.score, decimals),
            figures.percent(Fraction(each.score) / Fraction(each.full), 2) if each.full else None,
        ]
        for each in result.categories
    ]
    if result.bonus or result.deduction:
        rows.append(["加减分", None, figures.signed(adjusting.net(result), decimals), None])
    full = sum((each.full for each in result.categories), Decimal(0))
    rows.append(["总\u3000分", figures.fixed(full, decimals), figures.fixed(result.total, decimals), None])
    story.table("考核得分（单位：分）", columns, rows)


def _losses(story: Story, context: ReportContext, found: list[Loss]) -> None:
    if not found:
        story.say("你单位没有失分事项。")
        return
    decimals, total = context.decimals, sum((each.lost for each in found), Decimal(0))
    rest = found[MOST_LOSSES:]
    more = ""
    if rest:
        others = sum((each.lost for each in rest), Decimal(0))
        more = f"，其余{len(rest)}处合计{figures.fixed(others, decimals)}分，见计分表"
    story.say(
        f"你单位共有{len(found)}处失分，合计{figures.fixed(total, decimals)}分，"
        f"从多到少列入{story.next_table()}{more}。"
    )
    columns = [
        Column("事\u3000项", align="left"),
        Column("满分"),
        Column("得分"),
        Column("失分", strong=True),
        Column("原\u3000因", align="left"),
    ]
    story.table("失分情况（单位：分）", columns, [_row(each, decimals) for each in found[:MOST_LOSSES]])


def _row(each: Loss, decimals: int) -> list[Cell]:
    reason = each.reason if len(each.reason) <= LONGEST_REASON else f"{each.reason[:LONGEST_REASON]}…（见计分表）"
    return [
        f"{each.code} {each.title}".strip(),
        None if each.full is None else figures.fixed(each.full, decimals),
        None if each.score is None else figures.fixed(each.score, decimals),
        figures.fixed(each.lost, decimals),
        reason,
    ]
