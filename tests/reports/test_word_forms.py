"""Every form as a Word file that Word opens without repair and that a list of headings and a screen reader follow."""

import posixpath
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from kpi_desktop.reports.catalogue import FORMS, departments_of, produce
from kpi_desktop.reports.forms.form import Choice
from kpi_desktop.reports.word_styles import TWIPS
from tests.reports import sample, stress, word_schema

pytestmark = pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def made_of(context, code: str) -> bytes | None:
    """The Word file of a form for the first of everything; None where the year has nothing to make it for."""
    form = FORMS[code]
    departments = departments_of(context) if form.per_department else []
    subjects = form.subjects(context) if form.per_subject else []
    if (form.per_department and not departments) or (form.per_subject and not subjects):
        return None
    choice = Choice(department=departments[0] if departments else None, subject=subjects[0][0] if subjects else None)
    return produce(context, code, choice, "docx")


@pytest.fixture(scope="module")
def files() -> dict[str, list[bytes]]:
    """Every form of the zone, of a final year with long texts, and of an empty year."""
    long = stress.forty_lines(stress.odd(stress.long_named(sample.facts()), "T03"))
    years = (sample.context(), sample.context(long, final=True), sample.empty())
    found = {code: [made_of(year, code) for year in years] for code in FORMS}
    return {code: [made for made in several if made is not None] for code, several in found.items()}


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def roots(content: bytes) -> dict[str, etree._Element]:
    """The parts that are Word's own, parsed."""
    return {
        name: etree.fromstring(part)
        for name, part in parts(content).items()
        if name.startswith("word/") and name.endswith(".xml")
    }


@pytest.mark.parametrize("code", FORMS)
def test_children_stand_in_the_order_that_word_insists_on(code, files):
    for content in files[code]:
        for name, root in roots(content).items():
            assert not list(word_schema.faults(root)), name


@pytest.mark.parametrize("code", FORMS)
def test_every_relationship_leads_somewhere_and_every_reference_has_one(code, files):
    for content in files[code]:
        package = parts(content)
        types = package["[Content_Types].xml"].decode()
        for name in (each for each in package if each.endswith(".rels")):
            folder = posixpath.dirname(posixpath.dirname(name))
            targets = {
                each.get("Id"): posixpath.normpath(posixpath.join("/" + folder, each.get("Target"))).lstrip("/")
                for each in etree.fromstring(package[name]).iter(RELATIONS)
            }
            assert set(targets.values()) <= set(package)
            source = posixpath.join(folder, posixpath.basename(name).removesuffix(".rels"))
            if source in package:
                used = {
                    value
                    for node in etree.fromstring(package[source]).iter()
                    for key, value in node.attrib.items()
                    if key.startswith(R)
                }
                assert used <= set(targets)
        for name in set(package) - {"[Content_Types].xml"}:
            assert f'"/{name}"' in types or f'Extension="{name.rpartition(".")[2]}"' in types


@pytest.mark.parametrize("code", FORMS)
def test_marks_and_drawings_are_told_apart_and_fields_point_at_marks(code, files):
    for content in files[code]:
        body = roots(content)["word/document.xml"]
        drawn = [each.get("id") for each in body.iter(DRAWN)]
        assert len(drawn) == len(set(drawn))
        assert all(each.get("descr") for each in body.iter(DRAWN))
        marks = [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]
        numbers = [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkStart")]
        assert len(set(marks)) == len(marks) and len(set(numbers)) == len(numbers)
        assert numbers == [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkEnd")]
        assert {each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")} <= set(marks)
        fields = [each.get(f"{W}fldCharType") for each in body.iter(f"{W}fldChar")]
        assert fields == ["begin", "separate", "end"] * (len(fields) // 3)


@pytest.mark.parametrize("code", FORMS)
def test_styles_that_are_used_are_there_and_come_from_others_that_are(code, files):
    for content in files[code]:
        found = roots(content)
        known = {each.get(f"{W}styleId") for each in found["word/styles.xml"].iter(f"{W}style")}
        names = [each.get(f"{W}val") for each in found["word/styles.xml"].iter(f"{W}name")]
        used = {
            each.get(f"{W}val")
            for root in found.values()
            for each in root.iter(*(f"{W}{tag}" for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")))
        }
        assert used <= known and len(names) == len(set(names))


@pytest.mark.parametrize("code", FORMS)
def test_columns_hold_their_widths_and_stay_on_the_paper(code, files):
    for content in files[code]:
        body = roots(content)["word/document.xml"][0]
        rooms = iter(room_of(each) for each in body.iter(f"{W}sectPr"))
        room = next(rooms)
        for element in body:
            if element.tag == f"{W}tbl":
                grid = [int(each.get(f"{W}w")) for each in element.find(f"{W}tblGrid")]
                assert element.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
                assert sum(grid) <= room + TWIPS
                for row in element.iter(f"{W}tr"):
                    assert [width for _, width in cells_of(row)] == spanned(row, grid)
                assert all(each[-1].tag == f"{W}p" for each in element.iter(f"{W}tc"))
            elif element.find(f"{W}pPr/{W}sectPr") is not None:
                room = next(rooms)


def cells_of(row) -> list[tuple[int, int]]:
    """Columns and width of every cell of a row."""
    found = []
    for cell in row.iter(f"{W}tc"):
        look = cell.find(f"{W}tcPr")
        span = look.find(f"{W}gridSpan")
        found.append((1 if span is None else int(span.get(f"{W}val")), int(look.find(f"{W}tcW").get(f"{W}w"))))
    return found


def spanned(row, grid: list[int]) -> list[int]:
    """The widths of a row's cells out of the columns that they take."""
    at, found = 0, []
    for span, _ in cells_of(row):
        found.append(sum(grid[at : at + span]))
        at += span
    assert at == len(grid)
    return found


def room_of(section) -> float:
    margins = section.find(f"{W}pgMar")
    return int(section.find(f"{W}pgSz").get(f"{W}w")) - sum(
        int(margins.get(f"{W}{side}")) for side in ("left", "right")
    )


@pytest.mark.parametrize("code", FORMS)
def test_a_form_says_its_title_office_and_language_and_begins_with_words(code, files):
    for content in files[code]:
        file = docx.Document(BytesIO(content))
        properties = file.core_properties
        assert properties.title and properties.language == "zh-CN"
        assert properties.author == sample.context().unit == properties.last_modified_by
        assert file.paragraphs[0].text and not list(file.element.body.iter(qn("w:txbxContent")))
        titles = [each.text.replace("\n", "") for each in file.paragraphs if each.style.style_id == "Title"]
        assert titles == [properties.title]


@pytest.mark.parametrize("code", ["bulletin", "pledge", "special", "annual", "notice", "publicity"])
def test_sections_of_a_text_are_real_headings(code, files):
    for content in files[code][:2]:
        file = docx.Document(BytesIO(content))
        headings = [each for each in file.paragraphs if each.style.style_id == "Heading1"]
        assert headings and all(each.text[1] in "、一二三四五六七八九十" for each in headings)
        assert {each.style.name for each in headings} == {"Heading 1"}


def test_the_report_has_a_cover_a_list_of_contents_and_annexes_that_lie(files):
    file = docx.Document(BytesIO(files["annual"][0]))
    assert [section.orientation for section in file.sections] == [0, 0, 1]
    assert file.paragraphs[1].style.name == "封面单位"
    listed = [each.text for each in file.paragraphs if each.style.style_id.startswith("TOC") and "\t" in each.text]
    headings = [each.text for each in file.paragraphs if each.style.style_id in ("Heading1", "Heading2", "AnnexHead1")]
    assert [each.partition("\t")[0] for each in listed] == headings
    second = file.sections[1]
    assert second._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert "PAGE" not in etree.tostring(file.sections[0].footer._element).decode()
    assert "PAGE" in etree.tostring(second.footer._element).decode()
    assert file.sections[2].footer.is_linked_to_previous


def test_run_in_headings_are_strong_and_lights_have_their_colours(files):
    file = docx.Document(BytesIO(files["annual"][0]))
    runs = [run for each in file.paragraphs for run in each.runs]
    strong = {run.text for run in runs if run.style.style_id == "Strong"}
    assert any(text.startswith("1. ") for text in strong)
    lights = roots(files["monthly"][0])["word/document.xml"].iter(f"{W}rStyle")
    assert {"LightYellow", "LightGreen"} <= {each.get(f"{W}val") for each in lights}


@pytest.mark.parametrize("code", ["monthly", "ranking", "sheet", "directive"])
def test_forms_of_one_page_are_one_page(code, files, tmp_path):
    from tests.reports import pages
    from tests.reports.office import converted

    path = tmp_path / "form.docx"
    path.write_bytes(files[code][0])
    assert len(pages.page_texts(converted(path, "pdf", tmp_path).read_bytes())) == 1
