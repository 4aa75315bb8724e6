"""Reading a form that came back: whose it is, what every cell holds now, and what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange import fill_in
from kpi_desktop.exchange.cells import BLANK, Cell
from kpi_desktop.exchange.draft import CellError
from kpi_desktop.exchange.fill_in import FormInfo, Sent, Slot
from kpi_desktop.exchange.reading import RawBook, RawRow, RawSheet, column_letter, read_workbook

MARK_LOOKED_AT = 15
HEADER_ROWS = 3
"""Rows between the hidden one with the ids and the first that is filled in: title, note, header."""


class Filled(NamedTuple):
    """A cell as it came back, and where it stands: `实绩!F7`."""

    cell: Cell
    place: str


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A form as it came back. `errors` are of its shape; the cells themselves are not judged yet."""

    path: Path
    info: FormInfo
    sent: Mapping[Slot, Sent]
    filled: Mapping[Slot, Filled]
    errors: tuple[CellError, ...]
    missing: tuple[str, ...]


def read_form(path: Path) -> ReturnedForm:
    """The form at `path`. Refusal where it is no workbook, no form, or one of another version of the program."""
    raw = read_workbook(path, lambda title: True)
    info, sent = _read_info(path, raw)
    filled: dict[Slot, Filled] = {}
    errors: list[CellError] = []
    tables = set()
    for sheet in raw.sheets:
        if (marked := _marked(sheet)) is not None:
            table, mark = marked
            tables.add(table)
            _read_part(sheet, table, mark, info, sent, filled, errors)
    asked = dict.fromkeys(slot.table for slot in sent)
    missing = tuple(fill_in.PARTS[table] for table in asked if table not in tables)
    return ReturnedForm(path, info, sent, filled, tuple(errors), missing)


def _read_info(path: Path, raw: RawBook) -> tuple[FormInfo, dict[Slot, Sent]]:
    for sheet in raw.sheets:
        if sheet.rows and _text(sheet.rows[0], 1) == fill_in.INFO_MARK:
            break
    else:
        raise Refusal(f"“{path.name}”不是本程序发出的填报表。", "请填写发下去的那一份，不要另建文件。")
    if _text(sheet.rows[0], 2) != fill_in.VERSION:
        raise Refusal(f"“{path.name}”是别的版本的程序发出的填报表。", "请重新导出填报表，请部门重填。")
    known = {_text(row, 1): _text(row, 2) for row in sheet.rows[1:] if _text(row, 1) in FormInfo.__slots__}
    try:
        whole = {name: int(known[name]) for name in ("sequence", "year", "until")}
        info = FormInfo(**(known | whole))  # type: ignore[arg-type]
    except (KeyError, ValueError, TypeError):
        raise Refusal(f"“{path.name}”里隐藏的填报信息被改动，认不出来。", "请重新导出填报表，请部门重填。") from None
    return info, dict(_sent(sheet))


def _sent(sheet: RawSheet) -> Iterator[tuple[Slot, Sent]]:
    for row in sheet.rows:
        if _text(row, 1) == fill_in.CELL and _text(row, 2) in fill_in.PARTS:
            slot = Slot(_text(row, 2), _text(row, 3), _text(row, 4))
            yield slot, Sent(_text(row, 5), bool(_text(row, 6)))


def _text(row: RawRow, column: int) -> str:
    return row.cells.get(column, BLANK).text


def _marked(sheet: RawSheet) -> tuple[str, RawRow] | None:
    """The table that a sheet is about, and its row of ids, whatever the sheet is called now."""
    for row in sheet.rows[:MARK_LOOKED_AT]:
        text = _text(row, 1)
        if text.startswith(fill_in.PART_MARK) and text.removeprefix(fill_in.PART_MARK) in fill_in.PARTS:
            return text.removeprefix(fill_in.PART_MARK), row
    return None


def _read_part(
    sheet: RawSheet,
    table: str,
    mark: RawRow,
    info: FormInfo,
    sent: Mapping[Slot, Sent],
    filled: dict[Slot, Filled],
    errors: list[CellError],
) -> None:
    ids = {slot.column for slot in sent if slot.table == table}
    columns = {at: cell.text for at, cell in mark.cells.items() if cell.text in ids}
    codes = {slot.code for slot in sent if slot.table == table}
    seen: set[str] = set()
    for row in sheet.rows:
        if row.number <= mark.number + HEADER_ROWS:
            continue
        code = _text(row, 1)
        if code in codes and code not in seen:
            seen.add(code)
            for at, column in columns.items():
                place = f"{sheet.title}!{column_letter(at)}{row.number}"
                filled[Slot(table, code, column)] = Filled(row.cells.get(at, BLANK), place)
        elif any(at in row.cells for at in columns):
            first = next(at for at in columns if at in row.cells)
            errors.append(_stray(sheet, row, first, code, info, repeated=code in seen))
    errors += _merged(sheet, mark, columns)


def _stray(sheet: RawSheet, row: RawRow, column: int, code: str, info: FormInfo, *, repeated: bool) -> CellError:
    place = f"{sheet.title}!{column_letter(column)}{row.number}"
    if repeated:
        wrong, right = f"“{code}”这一行出现了两次", "请只留一行"
    elif code:
        wrong, right = f"“{code}”不在发给{info.name}的填报表里", "请删去这一行，各部门填自己的一份"
    else:
        wrong, right = "这一行不是表里原有的", "请把内容填到原有的行里，删去这一行"
    read = row.cells[column].read
    return CellError(place, f"“{read}” {wrong}，{right}", read, wrong, right)


def _merged(sheet: RawSheet, mark: RawRow, columns: Mapping[int, str]) -> Iterator[CellError]:
    """Merged ranges over cells to fill in: nobody knows which of them is meant."""
    for each in sheet.merged:
        covered = [at for at in columns if each.left <= at <= each.right]
        if covered and each.bottom > mark.number + HEADER_ROWS:
            place = f"{sheet.title}!{column_letter(covered[0])}{max(each.top, mark.number + HEADER_ROWS + 1)}"
            wrong, right = f"{each.text} 是合并单元格", "请取消合并，每一格都填上"
            yield CellError(place, f"{wrong}，{right}", "", wrong, right)
