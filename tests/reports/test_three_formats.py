"""Every form as PDF, Word and Excel, parsed and compared cell by cell: all three carry the same figures."""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

from kpi_desktop.reports.catalogue import FORMS, Choice, departments_of, produce
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.excel_leaves import leaves
from kpi_desktop.reports.forms.blocks import Document, Facts, Note, Paragraph, Row, Signatures, Table, Title
from kpi_desktop.reports.word_groups import folded
from tests.reports import pages

D = Decimal
_WHITE = re.compile(r"\s+")
_MARKS = re.compile(r"[\s，。；：、（）［］①-⑳]+")
Made = Callable[[str, str], bytes]


def squeezed(text: str) -> str:
    return _WHITE.sub("", text)


def choice_of(zone: ReportContext, code: str) -> Choice:
    """The first of everything the form must be told."""
    form = FORMS[code]
    department = departments_of(zone)[0] if form.per_department else None
    subject = form.subjects(zone)[0][0] if form.per_subject else None
    return Choice(department=department, subject=subject)


@pytest.fixture(scope="module")
def outline(zone) -> Callable[[str], Document]:
    known: dict[str, Document] = {}
    return lambda code: known.setdefault(code, FORMS[code].outline(zone, choice_of(zone, code)))


@pytest.fixture(scope="module")
def made(zone) -> Made:
    known: dict[tuple[str, str], bytes] = {}

    def form(code: str, format: str) -> bytes:
        if (code, format) not in known:
            known[code, format] = produce(zone, code, choice_of(zone, code), format)
        return known[code, format]

    return form


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts_of(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def word_tables(content: bytes) -> list[list[list[str]]]:
    """The texts of every table of a document with borders, row by row, joined cells once; first those of its head."""
    found = []
    for table in docx.Document(BytesIO(content)).tables:
        if table._tbl.tblPr.find(qn("w:tblStyle")).get(qn("w:val")) == "FormTable":
            heads = [row._tr for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
            rows = [[word_text(cell) for cell in row._tr.tc_lst] for row in table.rows]
            found.append([word_head(heads), *rows[len(heads) :]])
    return found


def word_head(rows) -> list[str]:
    """The words over each column: of cells that several columns share, then its own."""
    spread = [[word_text(cell) for cell in row.tc_lst for _ in range(cell.grid_span)] for row in rows]
    return [squeezed("".join(words)) for words in zip(*spread, strict=True)]


def word_text(cell) -> str:
    parts = []
    for node in cell.iter(qn("w:t"), qn("w:br")):
        parts.append("\n" if node.tag == qn("w:br") else node.text or "")
    return "".join(parts)


@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
@pytest.mark.parametrize("code", FORMS)
def test_every_cell_stands_in_the_word_table(code, outline, made):
    own, read = [folded(table) for table in tables(outline(code))], word_tables(made(code, "docx"))
    assert len(own) == len(read)
    for table, rows in zip(own, read, strict=True):
        assert rows[0] == [squeezed(column.title) for column in table.columns if not table.headless]
        for row, cells in zip(table.rows, rows[1:], strict=True):
            assert cells[: len(row.cells)] == texts_of(row)
            assert not any(cells[len(row.cells) :])


@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
@pytest.mark.parametrize("code", FORMS)
def test_every_cell_stands_in_the_worksheet_and_figures_are_the_very_numbers(code, outline, made):
    formulas = load_workbook(BytesIO(made(code, "xlsx")))
    values = load_workbook(BytesIO(made(code, "xlsx")), data_only=True)
    for leaf in leaves(outline(code)):
        page, shown = formulas[leaf.name], values[leaf.name]
        below = 0
        for table in leaf.small:
            below = compare(table, page, shown, head_of(page, table, below))
        if leaf.table is not None:
            compare(leaf.table, page, shown, int(page.print_title_rows.strip("$").partition(":")[0]))


def test_every_table_of_a_form_stands_on_a_worksheet_once(outline):
    for code in FORMS:
        placed = [table for leaf in leaves(outline(code)) for table in (leaf.table, *leaf.small) if table]
        assert Counter(map(id, placed)) == Counter(map(id, tables(outline(code))))


def head_of(page, table: Table, below: int) -> int:
    """The row of the head of a table that stands among texts, below a row."""
    return next(at for at in range(below + 1, page.max_row + 1) if deep_head(page, table, at))


def deep_head(page, table: Table, first: int) -> int:
    """The rows that the head of a table takes from a row on, 0 where it does not stand there."""
    titles = [squeezed(column.title) for column in table.columns]
    upper, lower = ([squeezed(str(cell.value or "")) for cell in page[at][: len(titles)]] for at in (first, first + 1))
    if upper == titles:
        return 1
    for at, own in enumerate(lower):
        upper[at] = upper[at] or (upper[at - 1] if own else "")  # what several share stands over the first of them
    return 2 if [over + own for over, own in zip(upper, lower, strict=True)] == titles else 0


def compare(table: Table, page, shown, first: int) -> int:
    """Compare a table with its worksheet, its head from row `first` on; the last row of it."""
    deep = deep_head(page, table, first)
    assert deep
    for at, row in enumerate(table.rows, first + deep):
        place = 1
        for cell in row.cells:
            found = shown.cell(at, place)
            if cell.day is not None:
                assert found.value.date() == cell.day
            elif cell.number is None:
                assert squeezed(found.value or "") == squeezed(cell.text)
            else:
                assert D(str(found.value)) == cell.number
                assert page.cell(at, place).data_type in ("n", "f")
            place += cell.span
    return first + deep - 1 + len(table.rows)


@pytest.mark.parametrize("code", FORMS)
def test_a_number_is_the_one_its_text_says(code, outline):
    for table in tables(outline(code)):
        for cell in (cell for row in table.rows for cell in row.cells if cell.number is not None):
            text = cell.text.replace(",", "").replace("−", "-").replace("+", "")
            digits = re.search(r"-?\d+(?:\.(\d+))?", text)
            assert digits, cell
            scale = D(100) if "%" in text else D(1)
            half = D(1).scaleb(-len(digits[1] or "")) / 2
            assert abs(D(digits[0]) - cell.number * scale) <= half, cell


@pytest.mark.parametrize("code", FORMS)
def test_every_figure_stands_on_paper_as_often(code, outline, made):
    whole = paper(outline(code), made(code, "pdf"))
    cells = [cell for table in tables(outline(code)) for row in table.rows for cell in row.cells]
    figures = Counter(cell.text for cell in cells if cell.number is not None)
    assert not [text for text, times in figures.items() if whole.count(squeezed(text)) < times]


@pytest.mark.parametrize("code", FORMS)
def test_every_text_stands_on_paper(code, outline, made):
    """Piece by piece: on paper a mark may be drawn (struck through) and a remark laid out over several columns."""
    whole = paper(outline(code), made(code, "pdf")) + pages.whole_text(made(code, "pdf"))
    pieces = {piece for text in told(outline(code)) for piece in _MARKS.split(text) if piece}
    assert not [piece for piece in pieces if not stands(piece, whole)]


def paper(document: Document, pdf: bytes) -> str:
    """The text of all pages without what stands in their frame, so that a sentence runs on from page to page."""
    frame = [re.escape(squeezed(line)) for line in document.footer]
    frame += [r"—\d+—", r"过程稿\d{4}年\d+月\d+日制，未定稿，不作依据", "过程稿"]
    return re.sub("|".join(frame), "", pages.whole_text(pdf))


def stands(piece: str, whole: str) -> bool:
    """Whether `piece` is printed, perhaps from one page to the next with a picture between."""
    parts = ((piece[:at], piece[at:]) for at in range(4, len(piece) - 3))
    return piece in whole or any(one in whole and other in whole for one, other in parts)


@pytest.mark.parametrize("code", FORMS)
def test_everything_stands_in_the_word_text(code, outline, made):
    file = docx.Document(BytesIO(made(code, "docx")))
    whole = squeezed("".join(node.text or "" for node in file.element.body.iter(qn("w:t"))))
    assert not [text for text in told(outline(code)) if squeezed(text) not in whole]


def told(document: Document) -> list[str]:
    """Every text of a form: of its cells, its title, facts, paragraphs, remarks and signatures."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Table():
                found += [text for row in folded(block).rows for text in texts_of(row)]
            case Title() | Paragraph() | Note():
                found.append(block.text)
            case Facts():
                found += [value for _, value in block.pairs]
            case Signatures():
                found += block.labels
    return [text for text in found if text]


@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
@pytest.mark.parametrize("code", FORMS)
def test_the_state_of_the_book_is_the_same_in_all(code, zone, outline, made):
    draft = FORMS[code].states_results and not zone.final
    assert outline(code).draft == draft
    assert ("过程稿" in pages.page_texts(made(code, "pdf"))[-1]) == draft
    header = docx.Document(BytesIO(made(code, "docx"))).sections[0].header
    assert ("过程稿" in "".join(paragraph.text for paragraph in header.paragraphs)) == draft
    assert ("过程稿" in (load_workbook(BytesIO(made(code, "xlsx"))).worksheets[0].oddHeader.right.text or "")) == draft
