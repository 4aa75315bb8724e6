"""The verb `report`: the printed forms into a folder."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kpi_desktop.cli.console import say, show_json

if TYPE_CHECKING:
    from kpi_desktop.reports.catalogue import Choice


FORMATS = ("pdf", "docx", "xlsx")


def report(
    book: Annotated[str, typer.Argument(metavar="BOOK", help="台账文件的路径，或数据库地址")],
    year: Annotated[int, typer.Option("--year", min=1900, max=2999, help="考核年度")],
    out: Annotated[Path, typer.Option("--out", help="放到哪个文件夹")],
    kind: Annotated[str | None, typer.Option("--kind", help="哪种报表；不写为全部")] = None,
    department: Annotated[str | None, typer.Option("--department", help="部门编码；不写为全部部门")] = None,
    form: Annotated[str, typer.Option("--format", help="pdf、docx 或 xlsx")] = "pdf",
    month: Annotated[int | None, typer.Option("--month", min=1, max=12, help="几月的；不写为最近一个月")] = None,
    day: Annotated[datetime | None, typer.Option("--day", formats=["%Y-%m-%d"], help="按哪一天判断")] = None,
    group: Annotated[str | None, typer.Option("--group", help="哪个分组")] = None,
    subject: Annotated[str | None, typer.Option("--subject", help="关于哪一件；不写为每一件")] = None,
    archive: Annotated[bool, typer.Option("--archive", help="存成归档用的 PDF/A-2b")] = False,
    merged: Annotated[bool, typer.Option("--merged", help="全部合订成一个 PDF")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="只在标准输出打印一个 JSON 对象")] = False,
) -> None:
    """打印报表，存成文件。"""
    from kpi_desktop.reports.catalogue import FORMS, Choice

    choice = Choice(None, group, month, day.date() if day else None, subject)
    if form not in FORMATS:
        raise typer.BadParameter(f"没有“{form}”这种格式，可用的有 {'、'.join(FORMATS)}", param_hint="--format")
    if kind is not None and kind not in FORMS:
        listed = "、".join(f"{each.code}({each.name})" for each in FORMS.values())
        raise typer.BadParameter(f"没有“{kind}”这种报表，可用的有 {listed}", param_hint="--kind")
    files = write_reports(book, year, out, kind, department, form, choice, archive, merged)
    if as_json:
        show_json({"files": [str(file) for file in files]})
        return
    for file in files:
        say(str(file))


def write_reports(
    location: str,
    year: int,
    out: Path,
    kind: str | None = None,
    department: str | None = None,
    form: str = "pdf",
    choice: "Choice | None" = None,
    archive: bool = False,
    merged: bool = False,
) -> list[Path]:
    """Write forms of a year into `out`, with a progress bar where standard error is a terminal; the files written."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from kpi_desktop.book.opening import open_book
    from kpi_desktop.reports.batch import context_of, produce_all
    from kpi_desktop.reports.forms.form import NOTHING

    with open_book(location) as book:
        context = context_of(book, year, date.today())
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task("排版", total=None)

        def progress(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name)

        wanted = choice or NOTHING
        return produce_all(context, out, kind, department, form, progress, None, wanted, archive, merged)


def add_to(app: typer.Typer) -> None:
    """Offer the verb."""
    if not any(command.name == "report" for command in app.registered_commands):
        app.command("report")(report)
