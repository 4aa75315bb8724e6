"""The verb `demo`: the sample zone, in the window, or without a display as tables and the printed year-end report."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kpi_desktop.cli.console import say, show_json

OPEN_WINDOW: Callable[[str | None], int] | None = None
BOOK_NAME, FOLDER_NAME = "高新区2020示例.kpi", "考核督查台"
NOTE = "示例数据：目标为公开发布的 2020 年目标，承担部门与实绩为虚构。"


def demo(
    book: Annotated[Path | None, typer.Option("--book", help="示例区台账放在哪里；不写则放在“文档”里")] = None,
    no_window: Annotated[bool, typer.Option("--no-window", help="只建立示例区，不打开窗口")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="只在标准输出打印一个 JSON 对象，不打开窗口")] = False,
) -> None:
    """建立示例区并打开窗口；没有显示器时打印排名、奖惩，并把年度考核报告存成 PDF。"""
    place = book or documents() / BOOK_NAME
    found = place.exists()
    if not found:
        _make(place)
    if as_json:
        show_json({"file": str(place)})
        return
    say(f"示例区台账已在：{place}" if found else f"已建立示例区台账：{place}")
    say(NOTE)
    if no_window:
        return
    if OPEN_WINDOW and has_display():
        raise typer.Exit(OPEN_WINDOW(str(place)))
    show_without_window(place)


def documents() -> Path:
    """The folder of the user's documents in which the sample and its report are put."""
    from platformdirs import user_documents_path

    return user_documents_path() / FOLDER_NAME


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def show_without_window(place: Path) -> None:
    """The main job without a window: ranking and rewards as tables, the year-end report as PDF beside the book."""
    from kpi_desktop.assessment.rewards import rewards
    from kpi_desktop.book.opening import open_book
    from kpi_desktop.cli.report import write_reports
    from kpi_desktop.cli.tables import show_ranking, show_rewards
    from kpi_desktop.exchange.sample import LAST_YEAR
    from kpi_desktop.office import assessing

    with open_book(place) as book:
        assessment = assessing.assess(book, LAST_YEAR)
    show_ranking(assessment)
    show_rewards(LAST_YEAR, rewards(assessment))
    out = place.resolve().parent / f"{LAST_YEAR}年度报表"
    say("没有显示器，不打开窗口；正在排版年度考核报告……")
    for file in write_reports(str(place), LAST_YEAR, out, kind="annual"):
        say(f"年度考核报告：{file}")


def _make(place: Path) -> None:
    from rich.console import Console
    from rich.progress import Progress

    from kpi_desktop.exchange.sample import make_sample

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("建立示例区", total=None)
        make_sample(place, lambda done, total, name: bar.update(task, completed=done, total=total, description=name))


def add_to(app: typer.Typer) -> None:
    """Offer the verb."""
    if not any(command.name == "demo" for command in app.registered_commands):
        app.command("demo")(demo)
