"""考核结果公示: names and grades, with totals and ranks where chosen, the period, whom to tell."""

from collections.abc import Sequence

from kpi_desktop.assessment.results import GroupResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import standing
from kpi_desktop.reports.forms.blocks import Block, Document, Facts, Paragraph, Title
from kpi_desktop.reports.forms.deadlines import said_working_days, working_days_after
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, meta, title
from kpi_desktop.reports.forms.lines import Cell
from kpi_desktop.reports.forms.outlining import document, story_blocks
from kpi_desktop.reports.forms.story import Column, Story

HEADING = Heading("publicity")
GRADES, TOTALS = "grades", "totals"
CONTACT = ("联系人：＿＿＿＿＿＿　联系电话：＿＿＿＿＿＿＿＿＿", "联系地址：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿")


def subjects(context: ReportContext) -> list[tuple[str, str]]:
    """What is made public: grades alone, or totals and ranks too."""
    return [(GRADES, "只列等次"), (TOTALS, "列名次、总分和等次")]


def labels(context: ReportContext) -> dict[str, str]:
    """What the file of each is called."""
    return dict(subjects(context))


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The public notice; grades alone without a choice."""
    return {
        "meta": meta(context, HEADING, landscape=False),
        "title": title(context, "publicity"),
        "number": HEADING.number(context),
        "blocks": _told(context, totals=choice.subject == TOTALS).blocks,
        "office": context.office,
        "day": figures.day(context.today),
    }


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same as blocks."""
    made = data(context, choice)
    told = made["blocks"]
    assert isinstance(told, list)
    blocks: list[Block] = [
        Title(str(made["title"])),
        Facts((("编号", str(made["number"])),)),
        *story_blocks(told),
        Paragraph(str(made["office"]), align="right"),
        Paragraph(str(made["day"]), align="right"),
    ]
    return document(made, blocks, formal=True)


def _told(context: ReportContext, totals: bool) -> Story:
    story = Story()
    groups = [group for group in context.assessment.groups if group.departments]
    if not groups:
        story.say(f"{context.year}年度没有参评部门，没有可公示的考核结果。")
        return story
    today, last = figures.day(context.today), figures.day(working_days_after(context.today))
    count = sum(len(group.departments) for group in groups)
    story.say(
        f"根据{context.year}年度考核办法，经对{count}个部门的年度工作进行考核，现将考核结果予以公示。",
        f"公示期自{today}起至{last}止（{said_working_days(context.today)}）。",
    )
    for group in groups:
        story.section(f"{group.group.name}（{len(group.departments)}个部门）")
        if totals:
            _table(story, context, group)
        else:
            _grades(story, group)
    story.section("意见反映")
    story.say(
        f"公示期间，对考核结果有异议的，可以来信、来电或者来访向{context.office}反映。"
        "反映情况应当实事求是，写明具体事项和依据，并署真实姓名和联系方式，以便核实。"
    )
    for line in context.templates.contact.splitlines() or CONTACT:
        story.say(line)
    return story


def _grades(story: Story, group: GroupResult) -> None:
    """A paragraph a grade, the best first; within it in the order of the departments, so that no rank is told."""
    by_grade: dict[str, list[tuple[str, str]]] = {}
    for result in group.departments:
        by_grade.setdefault(_grade(result.grade, result.undecided), []).append((result.code, result.name))
    for grade, found in by_grade.items():
        names = "、".join(name for _, name in sorted(found))
        story.point(f"{grade}（{len(found)}个）".replace("）（", "，"), f"{names}。")


def _grade(grade: str | None, undecided: bool) -> str:
    return f"{grade or ''}（待定）" if undecided and grade else grade or "未定等次"


def _table(story: Story, context: ReportContext, group: GroupResult) -> None:
    columns: Sequence[Column] = [
        Column("名次", align="center"),
        Column("部\u3000门", align="left"),
        Column("总分", strong=True),
        Column("等\u3000次", align="center"),
    ]
    rows: list[list[Cell]] = [
        [
            str(result.rank),
            result.name,
            figures.fixed(result.total, context.decimals),
            standing.grade(result) or None,
        ]
        for result in group.departments
    ]
    story.table(f"{group.group.name}考核结果（单位：分）", columns, rows)
