"""The verb `report`: the printed forms into a folder."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kpi_desktop.cli.console import say, show_json


def report(
    book: Annotated[str, typer.Argument(metavar="BOOK", help="台账文件的路径,或数据库地址")],
    year: Annotated[int, typer.Option("--year", min=1900, max=2999, help="考核年度")],
    out: Annotated[Path, typer.Option("--out", help="放到哪个文件夹")],
    kind: Annotated[str | None, typer.Option("--kind", help="哪种报表;不写为全部")] = None,
    department: Annotated[str | None, typer.Option("--department", help="部门编码;不写为全部部门")] = None,
    form: Annotated[str, typer.Option("--format", help="pdf")] = "pdf",
    as_json: Annotated[bool, typer.Option("--json", help="只在标准输出打印一个 JSON 对象")] = False,
) -> None:
    """打印报表,存成文件。"""
    files = write_reports(book, year, out, kind, department, form)
    if as_json:
        show_json({"files": [str(file) for file in files]})
        return
    for file in files:
        say(str(file))


def write_reports(
    location: str, year: int, out: Path, kind: str | None = None, department: str | None = None, form: str = "pdf"
) -> list[Path]:
    """Write forms of a year into `out`, with a progress bar where standard error is a terminal; the files written."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from kpi_desktop.book.opening import open_book
    from kpi_desktop.reports.batch import context_of, produce_all

    with open_book(location) as book:
        context = context_of(book, year, date.today())
    from rich.console import Console

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

        return produce_all(context, out, kind=kind, department=department, format=form, progress=progress)


def add_to(app: typer.Typer) -> None:
    """Offer the verb."""
    if not any(command.name == "report" for command in app.registered_commands):
        app.command("report")(report)
