"""Writing a year as an exchange workbook that reads back as exactly the same year."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import edition_of
from kpi_desktop.book.files import beside, discard, flush
from kpi_desktop.book.refusal import Refusal, why
from kpi_desktop.exchange import writing
from kpi_desktop.exchange.checks.decimals import exceeds
from kpi_desktop.exchange.columns import SHEETS
from kpi_desktop.exchange.columns_scheme import RATES, SETTING_FIELDS
from kpi_desktop.exchange.fields import Field, Kind, Sheet
from kpi_desktop.exchange.importing import stored_settings
from kpi_desktop.exchange.writing import Content

Row = Mapping[str, Any]

SPARE_ROWS = 2000
"""Rows below the last one that offer their choices too."""
_WIDTHS = {Kind.CODE: 12, Kind.TEXT: 22, Kind.DATE: 12, Kind.FLAG: 9, Kind.SHARE: 11, Kind.CODES: 20, Kind.SETTING: 26}
_CHOICES_FIT = 250


def export_workbook(book: Book, year: int, path: Path) -> None:
    """Write the latest revision of `year` to `path`: every sheet, in order; importing it changes nothing.

    The file is there whole or not at all. Refusal when the book has no such year, or where it cannot be written.
    """
    with book.reading() as connection:
        edition = edition_of(connection, year)
        tables: dict[str, Sequence[Row]] = {
            sheet.table: book_facts.rows(connection, sheet.table, edition.id) for sheet in SHEETS
        }
        tables["setting"] = stored_settings(connection, edition)
    tables["setting"] = _settings_to_write(tables["setting"])
    tables["adjustment"] = _adjustments_to_write(tables["adjustment"], tables["category"])
    rates = _rate_indicators(tables["indicator"])
    contents = {sheet.title: _contents(sheet, tables[sheet.table], rates) for sheet in SHEETS}
    with replacing(path) as made, made.open("wb") as file:
        _write(file, contents)


def _contents(sheet: Sheet, rows: Sequence[Row], rates: frozenset[str]) -> list[list[Content | None]]:
    """What the cells of a sheet hold. All is known to be writable before a workbook is begun."""
    return [
        [writing.content_of(_shown_as(column, row, rates), row[column.name]) for column in sheet.fields] for row in rows
    ]


def _write(file: IO[bytes], contents: Mapping[str, list[list[Content | None]]]) -> None:
    workbook = Workbook(write_only=True)
    workbook.properties.creator = "考核督查台"
    for sheet in SHEETS:
        _write_sheet(workbook.create_sheet(sheet.title), sheet, contents[sheet.title])
    workbook.save(file)


def _write_sheet(page: writing.Page, sheet: Sheet, rows: list[list[Content | None]]) -> None:
    page.freeze_panes = "A2"
    for number, column in enumerate(sheet.fields, 1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = max(_WIDTHS.get(column.kind, 14), 2 * len(column.header) + 4)
        _offer_choices(page, column, f"{letter}2:{letter}{len(rows) + SPARE_ROWS}")
    page.append([writing.header_cell(page, column) for column in sheet.fields])
    for row in rows:
        page.append([writing.cell(page, content) for content in row])


def _offer_choices(page: writing.Page, column: Field, area: str) -> None:
    names = ("是", "否") if column.kind is Kind.FLAG else tuple(column.choices.values())
    listed = ",".join(names)
    if names and len(listed) <= _CHOICES_FIT:
        offer = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
        offer.add(area)
        page.data_validations.append(offer)


def _shown_as(column: Field, row: Row, rates: frozenset[str]) -> Field:
    """How a cell is written: a parameter as its own kind, a target that is a rate as a percentage."""
    if column.kind is Kind.SETTING:
        return SETTING_FIELDS[row["name"]]
    if column.name in ("base", "stretch") and row["indicator"] in rates:
        return writing.as_share(column)
    return column


def _rate_indicators(indicators: Sequence[Row]) -> frozenset[str]:
    """The indicators whose targets are rates."""
    return frozenset(row["code"] for row in indicators if parse_rule(row["rule"], row["params"]).measure in RATES)


def _settings_to_write(settings: Sequence[Row]) -> list[Row]:
    """The parameters that hold something.

    Left out are defaults that have more decimals than the year: entered, they would be refused.
    """
    decimals = next(row["value"] for row in settings if row["name"] == "分数小数位")
    return [
        row
        for row in settings
        if row["value"] not in (None, "", ())
        and not (SETTING_FIELDS[row["name"]].decimals and exceeds(row["value"], decimals))
    ]


def _adjustments_to_write(adjustments: Sequence[Row], categories: Sequence[Row]) -> list[Row]:
    """加减分 with 停发 left blank where the entry is no veto."""
    vetoes = {row["name"] for row in categories if row["kind"] == "veto"}
    return [row if row["category"] in vetoes else {**row, "stops_rewards": None} for row in adjustments]


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file to write beside `path`, which takes its name when all went well; nothing is left of it otherwise.

    Refusal where the folder cannot be written, or the file is open in another program.
    """
    made = beside(path, "export")
    try:
        yield made
        flush(made)
        os.replace(made, path)
    except PermissionError as error:
        raise Refusal(f"写不了“{path}”。", "请先在 Excel 或 WPS 里关闭它，或另选位置。") from error
    except OSError as error:
        raise Refusal(f"写不了“{path}”（{why(error)}）。", "请检查文件夹和磁盘空间，或另选位置。") from error
    finally:
        discard(made)
