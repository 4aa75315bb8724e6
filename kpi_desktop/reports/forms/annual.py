"""年度考核报告: cover, contents, six parts with tables and charts, and as annexes all sheets and the awards."""

from collections.abc import Callable

from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import (
    annual_economy,
    annual_method,
    annual_money,
    annual_results,
    annual_work,
    awards,
    sheet,
)
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
    heading = Heading("annual")
    story = Story()
    for tell in PARTS:
        tell(story, context)
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
        "blocks": story.blocks,
        "sheets": [sheet.of_department(context, result.code, lookup) for result in listed],
        "awards": awards.data(context) if context.rewards.rules else None,
        "annexes": _annexes(context, len(listed)),
    }


def _annexes(context: ReportContext, sheets: int) -> list[str]:
    found = [f"{yearly(context, 'sheet')}（{sheets}份）"] if sheets else []
    return [*found, yearly(context, "awards")] if context.rewards.rules else found
