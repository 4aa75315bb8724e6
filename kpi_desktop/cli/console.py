"""Printing for people: plain tables, and errors of one line each on standard error."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

_WIDE = 120


def show_json(answer: dict[str, Any]) -> None:
    """One JSON object on standard output, and nothing else."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


def say(text: str) -> None:
    """A line for a person."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """One error, in one line, on standard error."""
    sys.stderr.write(" ".join(text.split()) + "\n")


def show_table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[int] = ()) -> None:
    """A table; the columns at the places in `numbers` are right-aligned."""
    table = Table(title=title, title_justify="left", header_style="bold")
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="right" if place in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(width=None if sys.stdout.isatty() else _WIDE, highlight=False, markup=False)
    console.print(table)
