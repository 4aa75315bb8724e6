"""The rows of a workbook in which something is wrong, as they stand there: so that a bad cell is seen in its place."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from kpi_desktop.exchange.draft import CellError, Report
from kpi_desktop.exchange.layout import find_columns, sheet_of
from kpi_desktop.exchange.reading import RawSheet, address, column_letter, read_workbook


class SeenCell(NamedTuple):
    """A cell as a person sees it: its address, what its column is called, what stands there."""

    place: str
    header: str
    text: str


def rows_around(path: Path, errors: Iterable[CellError]) -> Mapping[str, tuple[SeenCell, ...]]:
    """The row of each error, by the error's place. Refusal where the workbook cannot be read."""
    wanted: dict[str, dict[int, list[str]]] = {}
    for error in errors:
        title, _, cell = error.cell.rpartition("!")
        wanted.setdefault(title, {}).setdefault(address(cell)[0], []).append(error.cell)
    raw = read_workbook(path, lambda title: (sheet := sheet_of(title)) is not None and sheet.title in wanted)
    found: dict[str, tuple[SeenCell, ...]] = {}
    for each in raw.sheets:
        sheet = sheet_of(each.title)
        places = wanted.pop(sheet.title, {}) if sheet else {}
        headers = _headers(each) if places else {}
        for row in each.rows:
            if row.number in places:
                bad = {address(place.rpartition("!")[2])[1] for place in places[row.number]}
                seen = tuple(
                    SeenCell(
                        f"{sheet.title if sheet else each.title}!{column_letter(at)}{row.number}",
                        headers.get(at, column_letter(at)),
                        row.cells[at].text if at in row.cells else "",
                    )
                    for at in sorted(headers.keys() | row.cells.keys() | bad)
                )
                found |= dict.fromkeys(places[row.number], seen)
    return found


def _headers(raw: RawSheet) -> dict[int, str]:
    """What the columns of a sheet are called in its header row."""
    sheet = sheet_of(raw.title)
    layout = find_columns(raw, sheet, Report()) if sheet else None
    if layout is None:
        return {}
    row = next(row for row in raw.rows if row.number == layout.header)
    return {at: cell.text for at, cell in row.cells.items()}
