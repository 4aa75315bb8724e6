"""The parts of a workbook that its sheets build on: the list of sheets, the shared texts, the number formats."""

import re
from typing import NamedTuple

from kpi_desktop.exchange.formats import Look, look
from kpi_desktop.exchange.package import Package

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class SheetPart(NamedTuple):
    """A sheet by its title, and the part that holds it."""

    title: str
    part: str


class Contents(NamedTuple):
    """What the sheets of one workbook share."""

    sheets: tuple[SheetPart, ...]
    texts: list[str]
    looks: list[Look]
    since_1904: bool


def contents(package: Package) -> Contents | None:
    """The list of sheets with what they share; None where the package is no workbook (a text, a presentation)."""
    workbook = _part_of_kind(package, "", "officeDocument") or "xl/workbook.xml"
    if not package.has(workbook) or not workbook.endswith(".xml"):
        return None
    listed = _Workbook()
    package.parse(workbook, listed)
    if not listed.is_workbook:
        return None
    related = package.related(workbook)
    sheets = tuple(
        SheetPart(title, related[relation][1])
        for title, relation in listed.sheets
        if related[relation][0] == "worksheet"
    )
    texts, styles = _Texts(), _Styles()
    for kind, listener in (("sharedStrings", texts), ("styles", styles)):
        part = next((path for found, path in related.values() if found == kind), None)
        if part and package.has(part):
            package.parse(part, listener)
    return Contents(sheets, texts.found, styles.looks(), listed.since_1904)


def _part_of_kind(package: Package, part: str, kind: str) -> str | None:
    return next((path for found, path in package.related(part).values() if found == kind), None)


def unescaped(text: str) -> str:
    """`text` with `_x000D_` and the like made the signs that they stand for."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _Workbook:
    """Hears workbook.xml: titles and relation ids of the sheets, and the day that dates count from."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False
        self.is_workbook = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "workbook":
            self.is_workbook = True
        elif tag == "workbookPr":
            self.since_1904 = attributes.get("date1904") in ("1", "true")
        elif tag == "sheet":
            relation = next(value for name, value in attributes.items() if name.rpartition(":")[2] == "id")
            self.sheets.append((attributes["name"], relation))

    def text(self, data: str) -> None:
        pass

    def end(self, tag: str) -> None:
        pass


class _Texts:
    """Hears sharedStrings.xml; leaves out the phonetic readings that stand beside Chinese and Japanese text."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._inside = False
        self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._phonetic = True
        self._inside = tag == "t" and not self._phonetic

    def text(self, data: str) -> None:
        if self._inside:
            self._pieces.append(data)

    def end(self, tag: str) -> None:
        self._inside = False
        if tag == "rPh":
            self._phonetic = False
        elif tag == "si":
            self.found.append(unescaped("".join(self._pieces)))


class _Styles:
    """Hears styles.xml: how each cell style shows a number."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._in_cell_styles = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "numFmt" and "numFmtId" in attributes:
            self._codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            self._in_cell_styles = True
        elif tag == "xf" and self._in_cell_styles:
            self._formats.append(int(attributes.get("numFmtId", 0)))

    def text(self, data: str) -> None:
        pass

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._in_cell_styles = False

    def looks(self) -> list[Look]:
        """The look of each cell style, by its number."""
        return [look(number, self._codes.get(number)) for number in self._formats]
