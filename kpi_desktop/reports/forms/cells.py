"""Cells of tables in blocks: figures with their exact numbers, days, lights; and sentences made fit for print."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpi_desktop.assessment.exact import Exact, rounded
from kpi_desktop.assessment.lights import LIGHTS
from kpi_desktop.reports import figures
from kpi_desktop.reports.forms.blocks import Cell
from kpi_desktop.reports.paper import wide

NOT_APPLICABLE, MISSING = Cell("—"), Cell("空")
"""A cell whose column does not apply to its row; one in which something is missing."""
LIGHT_MARKS = {"red": "◆", "yellow": "▲", "green": "●", "grey": "○"}
_SAID_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_QUOTED = re.compile(r"(“[^”]*”)")


def text(value: str | None, otherwise: Cell = NOT_APPLICABLE) -> Cell:
    """A text as it was typed; `otherwise` where there is none."""
    return Cell(value.strip()) if value and value.strip() else otherwise


def figure(value: Exact | None, decimals: int | None = None, otherwise: Cell = MISSING, bold: bool = False) -> Cell:
    """A figure at `decimals` places, or with those it needs."""
    if value is None:
        return otherwise
    count = figures.places(value) if decimals is None else decimals
    shape = "#,##0" + ("." + "0" * count if count else "")
    return Cell(figures.fixed(value, count), rounded(value, count), shape, bold)


def percent(value: Exact | None, decimals: int | None = None, otherwise: Cell = MISSING, bold: bool = False) -> Cell:
    """A ratio as a percentage; its number is the ratio, so that Excel shows the same."""
    if value is None:
        return otherwise
    shown = figures.percent(value, decimals)
    count = len(shown.rstrip("%").partition(".")[2])
    shape = "0" + ("." + "0" * count if count else "") + "%"
    return Cell(shown, rounded(value, count + 2), shape, bold)


def count(number: int, bold: bool = False) -> Cell:
    """How many; a 0 is printed as 0."""
    return Cell(f"{number:,}", Decimal(number), "#,##0", bold)


def day(moment: date | None, year: int, otherwise: Cell = MISSING) -> Cell:
    """6月30日, with its year where that is not `year`."""
    return otherwise if moment is None else Cell(figures.day_within(moment, year), day=moment)


def dated(cell: Cell, year: int | None = None) -> Cell:
    """A cell with the day where its text is one as the program prints it, of `year` where it names none."""
    said = _SAID_DAY.fullmatch(cell.text)
    within = (said[1] or year) if said else None
    if said is None or within is None:
        return cell
    try:
        moment = date(int(within), int(said[2]), int(said[3]))
    except ValueError:  # somebody typed a day that no calendar has
        return cell
    printed = figures.day(moment) if said[1] else figures.day_within(moment, moment.year)
    return replace(cell, day=moment) if printed == cell.text else cell


def light(code: str) -> Cell:
    """A light as a shape and a word: ◆ 红."""
    return Cell(light_words(code))


def light_words(code: str) -> str:
    """◆ 红: never by colour alone."""
    return f"{LIGHT_MARKS[code]} {LIGHTS[code]}"


def sentence(told: str, year: int) -> str:
    """A sentence of the calculus as it is printed: Chinese punctuation and days; what is in “” stays as typed."""
    parts = _QUOTED.split(told)
    return "".join(part if at % 2 else _sentence(part, year) for at, part in enumerate(parts))


def _sentence(told: str, year: int) -> str:
    days = _ISO_DAY.sub(lambda found: figures.day_within(date.fromisoformat(found[0]), year), told)
    return wide(days)
