"""What a screen reader is told: forms are tagged, charts are said by their name, their words are not read out."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, NameObject

from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms.form import FORMS
from tests.reports import pages


def figures(pdf: bytes) -> list[DictionaryObject]:
    """The figures of the structure tree, in order."""

    def below(node: object) -> Iterator[DictionaryObject]:
        found = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(found, list):
            for each in found:
                yield from below(each)
        elif isinstance(found, dict):
            if found.get("/S") == "/Figure":
                yield found
            yield from below(found.get("/K"))

    return list(below(pages.reader(pdf).trailer["/Root"]["/StructTreeRoot"]))


def read_out(page: PageObject) -> str:
    """The text of a page without what is marked as an artifact."""
    content = ContentStream(page.get_contents(), page.pdf, "bytes")
    kept, inside = [], []
    for operands, operator in content.operations:
        if operator in (b"BDC", b"BMC"):
            inside.append(operands[0] == "/Artifact")
        elif operator == b"EMC":
            inside.pop()
        if operator not in (b"Tj", b"TJ") or not any(inside):
            kept.append((operands, operator))
    content.operations = kept
    page[NameObject("/Contents")] = content
    return pages.squeezed(page.extract_text())


@pytest.mark.parametrize("archive", [False, True])
def test_charts_are_said_by_their_captions_and_their_words_are_not_read(zone, archive):
    pdf = produce(zone, "special", archive=archive)
    root = pages.reader(pdf).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "zh-CN"
    captions = [str(each["/Alt"]) for each in figures(pdf)]
    assert len(captions) == 2 and all("重点经济指标" in each for each in captions)
    said = "".join(read_out(page) for page in PdfReader(BytesIO(pdf)).pages)
    shown = pages.whole_text(pdf)
    assert "应达进度（12月底）" in shown and "应达进度（12月底）" not in said
    assert all(pages.squeezed(each) in said for each in captions)


def test_the_contribution_chart_too(printed):
    assert [str(each["/Alt"]) for each in figures(printed("economic"))] == [
        "重点经济指标贡献份额（以各部门实绩合计为100%）"
    ]


@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
@pytest.mark.parametrize("code", ["breakdown", "sheet", "awards", "notice", "special"])
def test_the_archive_says_what_it_is_and_shows_the_same(zone, code):
    choice = "04" if FORMS[code].per_department else None
    plain, kept = (produce(zone, code, choice, archive=archive) for archive in (False, True))
    assert b"<pdfaid:part>2</pdfaid:part>" in kept and b"pdfaid" not in plain
    assert pages.page_texts(plain) == pages.page_texts(kept)
    assert [pages.pieces(plain, at) for at in range(len(pages.page_texts(plain)))] == [
        pages.pieces(kept, at) for at in range(len(pages.page_texts(kept)))
    ]
