"""What every form has: its entry in the catalogue, its number, title, footer and frame."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kpi_desktop.reports import figures
from kpi_desktop.reports.context import SAMPLE_NOTE, ReportContext

Data = dict[str, object]
WIDE_SPACE = "\u3000"
OPTIONS = ("department", "group", "month", "day")
HASH_SHOWN = 32
"""Of the 64 hex digits of the chain head so many are printed."""


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form.

    `mark` stands in its number. `used_in`: the states of the year in which it is used. `options`: which of OPTIONS it
    takes. `states_results`: it carries 过程稿 before 定稿. `build` makes its data; its template has the name of `code`.
    """

    code: str
    name: str
    mark: str
    purpose: str
    used_in: tuple[str, ...]
    paper: str
    build: Callable[[ReportContext, str | None], Data]
    options: tuple[str, ...] = ()
    states_results: bool = True
    formats: tuple[str, ...] = ("pdf",)

    @property
    def per_department(self) -> bool:
        """Whether it is made for one department at a time."""
        return "department" in self.options


@dataclass(frozen=True, slots=True)
class Heading:
    """What tells one print of a form from another: name, mark, serial number, and whom it is about."""

    name: str
    mark: str
    serial: int
    about: str = ""
    states_results: bool = True

    def number(self, context: ReportContext) -> str:
        """KH-2020-计-02."""
        return f"KH-{context.year}-{self.mark}-{self.serial:02d}"


def title(context: ReportContext, name: str) -> str:
    """The full title: unit, year, name."""
    return f"{context.unit}{context.year}年度{name}"


def meta(context: ReportContext, heading: Heading, paper: str = "a4", landscape: bool = True) -> Data:
    """Frame of a form: paper, watermark, footer."""
    draft = heading.states_results and not context.final
    return {
        "paper": paper,
        "landscape": landscape,
        "draft": draft,
        "draft_note": f"过程稿{WIDE_SPACE}{figures.day(context.today)}制，未定稿，不作依据" if draft else "",
        "footer": footer(context, heading),
    }


def footer(context: ReportContext, heading: Heading) -> list[str]:
    """The lines on the inner side of the footer: form and number; on final forms the head of the audit chain."""
    parts = [f"{context.year}年度{heading.name}", *filter(None, [heading.about]), heading.number(context)]
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
