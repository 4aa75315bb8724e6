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
from kpi_desktop.reports.forms.form import Data, Form, Heading, meta, title
from kpi_desktop.reports.forms.lines import Lookup
from kpi_desktop.reports.forms.story import Story

NAME, MARK = "考核报告", "报"
PARTS: tuple[Callable[[Story, ReportContext], None], ...] = (
    annual_method.tell,
    annual_results.tell,
    annual_economy.tell,
    annual_work.tell,
    annual_money.tell,
    annual_money.tell_next_steps,
)


def data(context: ReportContext, _department: str | None = None) -> Data:
    """The whole report."""
    heading = Heading(NAME, MARK, 1)
    story = Story()
    for tell in PARTS:
        tell(story, context)
    lookup = Lookup.of(context.assessment)
    listed = sorted(context.assessment.departments(), key=lambda result: sheet.serial(context, result.code))
    return {
        "meta": meta(context, heading, landscape=False),
        "title": title(context, NAME),
        "unit": context.unit,
        "short_title": f"{context.year}年度{NAME}",
        "number": heading.number(context),
        "office": context.office,
        "state": context.state_name,
        "day": figures.day(context.today),
        "blocks": story.blocks,
        "sheets": [sheet.data(context, result.code, lookup) for result in listed],
        "awards": awards.data(context) if context.rewards.rules else None,
        "annexes": _annexes(context, len(listed)),
    }


def _annexes(context: ReportContext, sheets: int) -> list[str]:
    found = [f"{context.year}年度{sheet.NAME}（{sheets}份）"] if sheets else []
    return [*found, f"{context.year}年度{awards.NAME}"] if context.rewards.rules else found


FORM = Form(
    code="annual",
    name=f"年度{NAME}",
    mark=MARK,
    purpose="全年考核情况，含目录、办法、结果、图表、督查结转、奖惩，附全部计分表",
    used_in=("review", "final"),
    paper="A4竖",
    build=data,
)
