"""The frame of a form: its number, title, footer, watermark, and the line under the title."""

from collections.abc import Mapping
from dataclasses import dataclass

from kpi_desktop.reports import figures
from kpi_desktop.reports.context import SAMPLE_NOTE, ReportContext
from kpi_desktop.reports.forms.form import FORMS, Data, Form

WIDE_SPACE = "\u3000"
HASH_SHOWN = 32
"""Of the 64 hex digits of the chain head so many are printed."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What tells one print of a form from another: the form's code, the serial number, and whom it is about."""

    code: str
    serial: int = 1
    about: str = ""

    @property
    def form(self) -> Form:
        """The form's entry in the table."""
        return FORMS[self.code]

    def number(self, context: ReportContext) -> str:
        """KH-2020-计-02."""
        return f"KH-{context.year}-{self.form.mark}-{self.serial:02d}"


def yearly(context: ReportContext, code: str) -> str:
    """The year and the form's name: 2020年度考核结果汇总表."""
    return f"{context.year}年度{FORMS[code].name.removeprefix('年度')}"


def title(context: ReportContext, code: str) -> str:
    """The full title: unit, year, name."""
    return context.unit + yearly(context, code)


def meta(context: ReportContext, heading: Heading, paper: str = "a4", landscape: bool = True) -> Data:
    """Frame of a form: paper, watermark, footer."""
    draft = heading.form.states_results and not context.final
    return {
        "paper": paper,
        "landscape": landscape,
        "unit": context.unit,
        "draft": draft,
        "draft_note": f"过程稿{WIDE_SPACE}{figures.day(context.today)}制，未定稿，不作依据" if draft else "",
        "footer": footer(context, heading),
    }


def footer(context: ReportContext, heading: Heading) -> list[str]:
    """The lines on the inner side of the footer: form and number; on final forms the head of the audit chain."""
    parts = [yearly(context, heading.code), *filter(None, [heading.about]), heading.number(context)]
    if context.sample:
        parts.append(SAMPLE_NOTE)
    lines = [WIDE_SPACE.join(parts)]
    if context.final and context.chain_head:
        lines.append(_chain(context, *context.chain_head))
    return lines


def _chain(context: ReportContext, count: int, digest: str) -> str:
    shown = digest[:HASH_SHOWN]
    groups = " ".join(shown[at : at + 8] for at in range(0, len(shown), 8))
    words = f"日志链头 {groups}{WIDE_SPACE}第{count:,}条"
    return f"{words}{WIDE_SPACE}定稿{figures.day(context.finalised)}" if context.finalised else words


def identity(context: ReportContext, heading: Heading) -> list[list[object]]:
    """Label and value of number, day and state, for the line under the title."""
    return [
        ["编号", heading.number(context)],
        ["制表", figures.day(context.today)],
        ["状态", context.state_name],
    ]


def names(context: ReportContext) -> Mapping[str, str]:
    """Department names by code."""
    return {department.code: department.name for department in context.facts.departments}
