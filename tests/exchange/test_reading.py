"""Reading files: whatever stands in them, cells or a Refusal, never anything else."""

import random
import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange import package, reading
from kpi_desktop.exchange.cells import Cell
from kpi_desktop.exchange.formats import Look, day_of, look
from kpi_desktop.exchange.reading import address, column_letter, read_workbook
from tests.exchange.zone import write, zone

SHEET = "xl/worksheets/sheet1.xml"


def cells(path: Path, title: str = "表") -> dict[str, Cell]:
    (sheet,) = read_workbook(path, lambda each: each == title).sheets
    return {f"{column_letter(column)}{row.number}": cell for row in sheet.rows for column, cell in row.cells.items()}


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        read_workbook(path, lambda title: True)
    assert caught.value.cure
    return str(caught.value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "表.xlsx", {"表": [["甲", 1], [None, 2.5]]})


def with_sheet(path: Path, xml: str, part: str = SHEET) -> Path:
    """The workbook with one of its parts replaced."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = xml.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def sheet_xml(rows: str, after: str = "", before: str = "") -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


# --- What cells hold


def test_kinds_of_cells(tmp_path):
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "表"
    sheet.append(["文字", 1, 0.1 + 0.2, 1e-7, True, date(2020, 3, 31), "#N/A", "   ", 1234567890123456])
    sheet["J1"], sheet["J1"].number_format = 0.8, "0.00%"
    sheet["K1"], sheet["K1"].number_format = 43921, '[$-804]yyyy"年"m"月"d"日";@'
    sheet["L1"], sheet["L1"].number_format = 0.5, "h:mm"
    sheet["M1"], sheet["M1"].number_format = 75, '0.00"亩"'
    sheet["G1"].data_type = "e"
    workbook.save(tmp_path / "a.xlsx")
    found = cells(tmp_path / "a.xlsx")
    assert [found[f"{letter}1"].value for letter in "ABCDEF"] == [
        "文字",
        Decimal(1),
        Decimal("0.3"),
        Decimal("1E-7"),
        True,
        date(2020, 3, 31),
    ]
    assert found["G1"].trouble == "公式出错(#N/A)"
    assert "H1" not in found
    assert found["I1"].value == Decimal(1234567890123456)
    assert found["J1"] == Cell(Decimal("0.8"), percent=True)
    assert found["K1"].value == date(2020, 3, 31)
    assert found["L1"].trouble == "是一个时刻"
    assert found["M1"] == Cell(Decimal(75))


def test_formulas_with_a_value_and_without(path):
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="str"><f>"a"</f><v>a</v></c>'
        '<c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    found = cells(with_sheet(path, sheet_xml(rows)))
    assert found.keys() == {"A1", "B1", "C1", "E1", "F1"}
    assert found["A1"].value == 2
    assert found["B1"].trouble == found["C1"].trouble == "公式没有算出的值"
    assert found["E1"].value == "a"
    assert found["F1"].trouble == "公式出错(#DIV/0!)"


def test_cells_and_rows_without_addresses_count_on(path):
    rows = (
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c r='C2'><v>3</v></c><c><v>4</v></c></row>"
        "<row r='9'><c><v>5</v></c></row>"
    )
    assert {place: int(cell.value) for place, cell in cells(with_sheet(path, sheet_xml(rows))).items()} == {
        "A1": 1,
        "B1": 2,
        "C2": 3,
        "D2": 4,
        "A9": 5,
    }


def test_prefixes_rich_text_phonetics_and_escapes(path):
    strings = (
        '<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:si><x:r><x:t>考</x:t></x:r>'
        '<x:r><x:t xml:space="preserve">核 </x:t></x:r><x:rPh sb="0" eb="1"><x:t>kao</x:t></x:rPh></x:si></x:sst>'
    )
    with_sheet(path, strings, "xl/sharedStrings.xml")
    relations = "xl/_rels/workbook.xml.rels"
    with zipfile.ZipFile(path) as archive:
        known = archive.read(relations).decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    if "sharedStrings" not in known:
        known = known.replace(
            "</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
        )
    with_sheet(path, known, relations)
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a_x000D__x005F_x0041_</t></is></c></row>'
    )
    found = cells(with_sheet(path, sheet_xml(rows)))
    assert found["A1"].value == "考核 "
    assert found["B1"].value == "a\r_x0041_"


def test_merged_ranges_are_told(path):
    xml = sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row>', '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>'
    )
    (sheet,) = read_workbook(with_sheet(path, xml), lambda title: True).sheets
    assert sheet.merged == [("A1:B3", 1, 1, 3, 2)]


def test_a_false_dimension_hides_nothing(path):
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 6))
    for dimension in ("A1:A2", "A1:XFD1048576", "nonsense"):
        found = cells(with_sheet(path, sheet_xml(rows, before=f'<dimension ref="{dimension}"/>')))
        assert len(found) == 5


def test_a_far_cell_and_empty_rows_cost_nothing(path):
    rows = '<row r="1"><c r="XFD1"><v>1</v></c></row>' + "".join(
        f'<row r="{row}" s="1"><c r="A{row}" s="1"/></row>' for row in range(2, 30000)
    )
    found = cells(with_sheet(path, sheet_xml(rows + '<row r="1048576"><c r="A1048576"><v>2</v></c></row>')))
    assert found.keys() == {"XFD1", "A1048576"}


def test_days_count_from_1904_where_the_workbook_says_so(path):
    with zipfile.ZipFile(path) as archive:
        book = archive.read("xl/workbook.xml").decode()
    book = re.sub(r"<workbookPr[^>]*/>", '<workbookPr date1904="1"/>', book)
    assert "date1904" in book
    with_sheet(path, book, "xl/workbook.xml")
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
    styles = re.sub(
        r"<cellXfs.*?</cellXfs>", '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>', styles
    )
    with_sheet(path, styles, "xl/styles.xml")
    found = cells(
        with_sheet(path, sheet_xml('<row r="1"><c r="A1" s="1"><v>42459</v></c><c r="B1"><v>5</v></c></row>'))
    )
    assert found["A1"].value == date(2020, 3, 31)
    assert found["B1"].value == 5


@pytest.mark.parametrize("number", [14, 17, 22, 27, 31, 36, 50, 58])
def test_built_in_dates_the_chinese_ones_too(number):
    assert look(number, None) is Look.DATE


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("yyyy-mm-dd", Look.DATE),
        ('yyyy"年"m"月"', Look.DATE),
        ("[$-804]m月d日", Look.DATE),
        ("m/d/yy h:mm", Look.DATE),
        ("mmm", Look.DATE),
        ("h:mm:ss", Look.TIME),
        ("[h]:mm", Look.TIME),
        ("0.0%", Look.PERCENTAGE),
        ("0.0%;[Red]-0.0%", Look.PERCENTAGE),
        ("General", Look.NUMBER),
        ("G/通用格式", Look.NUMBER),
        ("#,##0.00", Look.NUMBER),
        ('0"亩(day)"', Look.NUMBER),
        (r"0\d", Look.NUMBER),
        ("_(* #,##0_);[Red]_(* (#,##0)", Look.NUMBER),
        ("@", Look.NUMBER),
    ],
)
def test_number_formats(code, seen):
    assert look(164, code) is seen


def test_serial_numbers_of_days():
    assert day_of(Decimal("43921.75"), False) == date(2020, 3, 31)
    assert day_of(Decimal(1), False) == date(1900, 1, 1)
    assert day_of(Decimal(61), False) == date(1900, 3, 1)
    assert day_of(Decimal(0), True) == date(1904, 1, 1)
    for serial in (Decimal("0.5"), Decimal(-5), Decimal(10**9)):
        with pytest.raises((ValueError, OverflowError)):
            day_of(serial, False)


def test_addresses():
    assert [address(text) for text in ("A1", "Z9", "AA10", "XFD1048576")] == [
        (1, 1),
        (9, 26),
        (10, 27),
        (1048576, 16384),
    ]
    assert [column_letter(column) for column in (1, 26, 27, 702, 703, 16384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    for text in ("", "A0", "1A", "XFE1", "A1048577", "a1", "$A$1"):
        with pytest.raises(ValueError, match="no address"):
            address(text)


def test_hidden_sheets_are_read_and_others_named(tmp_path):
    workbook = Workbook()
    workbook.active.title = "表"
    workbook.active.append([1])
    workbook.create_sheet("藏").sheet_state = "veryHidden"
    workbook.create_chartsheet("图")
    workbook.save(tmp_path / "a.xlsx")
    found = read_workbook(tmp_path / "a.xlsx", lambda title: title == "藏")
    assert [sheet.title for sheet in found.sheets] == ["藏"]
    assert found.others == ("表",)


# --- What is no workbook


def test_files_that_are_no_workbooks(tmp_path):
    def file(name: str, content: bytes) -> Path:
        (tmp_path / name).write_bytes(content)
        return tmp_path / name

    assert "找不到文件" in refused(tmp_path / "无.xlsx")
    assert "是文件夹" in refused(tmp_path)
    assert "是空文件" in refused(file("空.xlsx", b""))
    assert "不是 .xlsx 工作簿" in refused(file("表.xlsx", "编码,名称".encode()))
    old = bytes.fromhex("D0CF11E0A1B11AE1")
    assert "旧格式(.xls 或 .et)" in refused(file("旧.xlsx", old + bytes(600)))
    locked = refused(file("锁.xlsx", old + bytes(600) + "EncryptedPackage".encode("utf-16-le")))
    assert "设了打开密码" in locked
    assert "取消密码" in locked
    assert "已损坏" in refused(file("断.xlsx", b"PK\x03\x04" + bytes(50)))


def test_other_documents_in_zip_files(tmp_path):
    import docx

    docx.Document().save(str(tmp_path / "文.xlsx"))
    assert "不是 .xlsx 工作簿" in refused(tmp_path / "文.xlsx")
    with zipfile.ZipFile(tmp_path / "包.xlsx", "w") as archive:
        archive.writestr("a.txt", "a")
    assert "不是 .xlsx 工作簿" in refused(tmp_path / "包.xlsx")


def test_a_file_that_cannot_be_read(path, monkeypatch):
    def deny(*_):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(package, "ZipFile", deny)
    assert "打不开" in refused(path)
    monkeypatch.setattr(package, "ZipFile", lambda *_: (_ for _ in ()).throw(OSError(5, "Input/output error")))
    assert "读不了" in refused(path)


# --- Traps


def test_a_zip_bomb_is_not_unfolded(tmp_path):
    path = tmp_path / "弹.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(package.LARGEST_CONTENT // 2**22 + 1):
            part.write(bytes(2**22))
    assert path.stat().st_size < 2**20
    assert "展开后太大" in refused(path)


def test_too_many_parts(path, monkeypatch):
    monkeypatch.setattr(package, "MOST_PARTS", 3)
    assert "展开后太大" in refused(path)


def test_a_file_too_large(path, monkeypatch):
    monkeypatch.setattr(package, "LARGEST_FILE", 100)
    assert "太大" in refused(path)


def test_too_many_rows_and_cells(path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 10)
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 20))
    assert "数据太多" in refused(with_sheet(path, sheet_xml(rows)))
    monkeypatch.setattr(reading, "MOST_CELLS", 5)
    assert "数据太多" in refused(path)


def test_entities_are_not_unfolded(path):
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>' + sheet_xml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
    )
    assert "已损坏" in refused(with_sheet(path, bomb))


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="s"><v>99</v></c>',
        '<c r="A1" t="s"><v>-x</v></c>',
        '<c r="A1"><v>abc</v></c>',
        '<c r="A1"><v>1E999999999</v></c>',
        '<c r="A1"><v>NaN</v></c>',
        '<c r="A0"><v>1</v></c>',
        '<c r="A2"><v>1</v></c>',
        '<c r="A1" s="x"><v>1</v></c>',
        '<c r="A1" t="d"><v>someday</v></c>',
        '<c r="A1"><v>1</c>',
    ],
)
def test_nonsense_in_a_cell_is_damage(path, cell):
    assert "已损坏" in refused(with_sheet(path, sheet_xml(f'<row r="1">{cell}</row>')))


def test_damaged_files_give_refusals_or_cells(tmp_path):
    """Cut and changed at random: whatever openpyxl-made bytes become, only a Refusal may come out."""
    whole = write(tmp_path / "整.xlsx", zone()).read_bytes()
    chance = random.Random(20200331)
    path = tmp_path / "损.xlsx"
    outcomes = set()
    for _ in range(300):
        data = bytearray(whole)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        for _ in range(chance.choice((1, 1, 5, 50))):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            read_workbook(path, lambda title: True)
            outcomes.add("read")
        except Refusal as refusal:
            assert refusal.cure
            outcomes.add("refused")
    assert outcomes == {"read", "refused"}


def test_damaged_xml_gives_refusals_or_cells(tmp_path):
    """The same inside the parts, where no checksum helps."""
    whole = write(tmp_path / "整.xlsx", zone())
    with zipfile.ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    chance = random.Random(20201231)
    for _ in range(300):
        name = chance.choice(sorted(parts))
        data = bytearray(parts[name])
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(len(data))] = chance.choice(b'<>/"=rcvtn019AB ')
        path = tmp_path / "损.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            for each, content in parts.items():
                archive.writestr(each, bytes(data) if each == name else content)
        try:
            read_workbook(path, lambda title: True)
        except Refusal as refusal:
            assert refusal.cure
