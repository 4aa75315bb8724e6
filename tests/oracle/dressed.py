"""The same year as an office would hand it in: titles above, columns in any order, every way of typing a figure."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from random import Random

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kpi_desktop.assessment.facts import Facts
from tests.oracle.workbook import Content, sheets, typed

Typed = str | int | float | date | datetime | None
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
DAY_FORMATS = ("yyyy-mm-dd", "yyyy/m/d", 'yyyy"年"m"月"d"日"', "m/d/yy", "yyyy-mm-dd hh:mm:ss")
CODE_HEADERS = ("编码", "指标编码", "部门编码", "任务编码", "牵头部门", "对象")
MOST_DIGITS = 15


class Dresser:
    """Writes a year; `ignored` holds the addresses and titles that the import should report as unknown."""

    def __init__(self, facts: Facts, seed: int) -> None:
        self.facts = facts
        self.random = Random(seed)
        self.ignored: set[str] = set()

    def write(self, path: Path) -> None:
        """All sheets in any order, and some that nobody knows."""
        book = Workbook()
        book.remove(book.worksheets[0])
        found = list(sheets(self.facts).items())
        self.random.shuffle(found)
        for name, (columns, rows) in found:
            if not rows and self.random.random() < 0.5:
                continue
            self._sheet(book.create_sheet(name if self.random.random() < 0.9 else f" {name} "), columns.split(), rows)
        for name in ("填表说明", "Sheet1"):
            if self.random.random() < 0.3:
                book.create_sheet(name).append(["请按说明填写"])
                self.ignored.add(name)
        book.save(path)

    def _sheet(self, sheet: Worksheet, headers: list[str], rows: Sequence[Sequence[Content]]) -> None:
        title = sheet.title.strip()
        top = self._titles(sheet, len(headers))
        places: list[str | None] = [*headers]
        if self.random.random() < 0.3:
            places.append("备注栏")
        self.random.shuffle(places)
        for column, header in enumerate(places, 1):
            sheet.cell(top, column, self._header(header or ""))
            if header == "备注栏":
                self.ignored.add(f"{title}!{sheet.cell(top, column).coordinate}")
        at = top
        for row in rows:
            at += 1 if self.random.random() < 0.9 else 2
            values = dict(zip(headers, row, strict=True))
            for column, header in enumerate(places, 1):
                if header == "备注栏":
                    sheet.cell(at, column, self.random.choice((None, "见附件")))
                elif header is not None:
                    self._put(sheet, at, column, header, values)
            if self.random.random() < 0.05:
                sheet.row_dimensions[at].hidden = True

    def _titles(self, sheet: Worksheet, width: int) -> int:
        """Rows above the header; the number of the header's row."""
        above = self.random.choice((0, 0, 1, 2))
        if above:
            sheet.cell(1, 1, f"2020年度{sheet.title.strip()}表")
            if width > 1 and self.random.random() < 0.5:
                sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
        return above + 1

    def _header(self, header: str) -> str:
        return self.random.choice((header, header, f"{header}*", f" {header}", f"{header[:1]}\n{header[1:]}"))

    def _put(self, sheet: Worksheet, row: int, column: int, header: str, values: dict[str, Content]) -> None:
        content = values[header]
        text = typed(content)
        cell = sheet.cell(row, column)
        if text is None:
            cell.value = self.random.choice((None, None, None, "", " ", "\u3000"))
        elif isinstance(content, date):
            cell.value = self._day(content)
            if isinstance(cell.value, date):
                cell.number_format = self.random.choice(DAY_FORMATS)
        elif isinstance(content, int | Decimal) and not isinstance(content, bool):
            cell.value = self._number(content, text)
        elif isinstance(content, str) and text.endswith("%") and "=" not in text and ":" not in text:
            value, shown = self._share(text)
            cell.value = value
            if shown:
                cell.number_format = self.random.choice(("0%", "0.00%"))
        else:
            cell.value = self._text(header, text)

    def _choose(self, *ways: Callable[[], Typed]) -> Typed:
        return self.random.choice(ways)()

    def _wide(self, text: str) -> str:
        return text.translate(WIDE)

    def _day(self, day: date) -> Typed:
        return self._choose(
            lambda: day,
            lambda: datetime(day.year, day.month, day.day, 9, 30),
            lambda: day.isoformat(),
            lambda: f"{day.year}/{day.month}/{day.day}",
            lambda: f"{day.year}年{day.month}月{day.day}日",
            lambda: f"{day.year}.{day.month}.{day.day}",
            lambda: self._wide(f"{day.year}.{day.month:02}.{day.day:02}") + " ",
        )

    def _number(self, content: int | Decimal, text: str) -> Typed:
        fits = len(text.replace(".", "").replace("-", "").strip("0")) <= MOST_DIGITS
        as_number: Callable[[], Typed] = (lambda: float(content)) if fits else (lambda: text)
        return self._choose(
            as_number,
            as_number,
            lambda: text,
            lambda: f" {text}\u3000",
            lambda: self._wide(text),
            lambda: f"{Decimal(content):,f}",
        )

    def _share(self, text: str) -> tuple[Typed, bool]:
        """A percentage in any of its ways, and whether the cell shows a number as one."""
        ratio = Decimal(text[:-1]) / 100
        way = self.random.randrange(5)
        if way == 0:
            return float(ratio), True
        if way == 1 and ratio <= 1:
            return float(ratio), False
        if way == 2 and ratio <= 1:
            return f"{ratio:f}", False
        return (self._wide(text) if way == 3 else f" {text[:-1]} %"), False

    def _text(self, header: str, text: str) -> str:
        if header == "参数" and self.random.random() < 0.3:
            return text.replace(";", "；").replace("=", "＝").replace(",", "，").replace(":", "：")
        if header == "协办部门" and self.random.random() < 0.5:
            return text.replace("、", self.random.choice((",", "，", " 、 ")))
        if header in CODE_HEADERS and self.random.random() < 0.1:
            return self._wide(text)
        return self.random.choice((text, text, text, f"{text} ", f"\u3000{text}"))
