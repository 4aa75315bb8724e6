"""年度考核报告: cover, contents, six parts with tables and charts, and as annexes all sheets and the awards."""

from collections.abc import Callable, Iterator

from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import (
    annual_economy,
    annual_method,
    annual_money,
    annual_results,
    annual_work,
    awards,
    awards_outline,
    outlining,
    sheet,
    sheet_outline,
)
from kpi_desktop.reports.forms.blocks import RIGHT, Block, Cover, Document, Facts, PageBreak, Paragraph, Title
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, meta, title, yearly
from kpi_desktop.reports.forms.lines import Lookup
from kpi_desktop.reports.forms.story import Story

PARTS: tuple[Callable[[Story, ReportContext], None], ...] = (
    annual_method.tell,
    annual_results.tell,
    annual_economy.tell,
    annual_work.tell,
    annual_money.tell,
    annual_money.tell_next_steps,
)


def data(context: ReportContext, _choice: Choice = NOTHING) -> Data:
    """The whole report."""
    return _content(context, "svg")


def _content(context: ReportContext, pictures: str) -> Data:
    """All that the report says, its charts drawn as `pictures`."""
    heading = Heading("annual")
    lookup = Lookup.of(context.assessment)
    listed = sorted(context.assessment.departments(), key=lambda result: sheet.serial(context, result.code))
    return {
        "meta": meta(context, heading, landscape=False),
        "title": title(context, "annual"),
        "unit": context.unit,
        "short_title": yearly(context, "annual"),
        "number": heading.number(context),
        "office": context.office,
        "state": context.state_name,
        "day": figures.day(context.today),
        "blocks": _told(context, pictures),
        "sheets": [sheet.of_department(context, result.code, lookup) for result in listed],
        "awards": awards.data(context) if context.rewards.rules else None,
        "annexes": _annexes(context, len(listed)),
    }


def _told(context: ReportContext, pictures: str) -> list[Data]:
    story = Story(pictures)
    for tell in PARTS:
        tell(story, context)
    return story.blocks


def outline(context: ReportContext, _choice: Choice = NOTHING) -> Document:
    """The same as blocks; the list of contents is Word's own affair."""
    made = _content(context, "png")
    names = outlining.as_texts(made["annexes"])
    annexes = [f"附件：{at}. {name}" if at == 1 else f"{at}. {name}" for at, name in enumerate(names, 1)]
    cover = Cover(*(str(made[key]) for key in ("number", "unit", "short_title", "office", "day")))
    blocks: list[Block] = [
        cover,
        Title(str(made["title"])),
        Facts((("编号", str(made["number"])), ("状态", str(made["state"])))),
        *outlining.story_blocks(outlining.as_rows(made["blocks"])),
        *map(Paragraph, annexes),
        Paragraph(str(made["office"]), align=RIGHT),
        Paragraph(str(made["day"]), align=RIGHT),
    ]
    return outlining.document(made, [*blocks, *_annexed(made, names)], formal=True)


def _annexed(made: Data, names: list[str]) -> Iterator[Block]:
    """The annexes, each under its name; the sheets each under its department's."""
    for at, each in enumerate(outlining.as_rows(made["sheets"])):
        yield PageBreak(lying=True)
        if at == 0:
            yield Paragraph(f"附件1\u3000{names[0]}", 1)
        yield Paragraph(str(each["department"]), 2)
        yield from sheet_outline.blocks(each)
    if made["awards"]:
        yield PageBreak(lying=True)
        yield Paragraph(f"附件{len(names)}\u3000{names[-1]}", 1)
        yield from awards_outline.blocks(outlining.as_data(made["awards"]))


def _annexes(context: ReportContext, sheets: int) -> list[str]:
    found = [f"{yearly(context, 'sheet')}（{sheets}份）"] if sheets else []
    return [*found, yearly(context, "awards")] if context.rewards.rules else found
