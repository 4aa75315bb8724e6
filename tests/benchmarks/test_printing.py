"""Forms as PDF by the program, side by side with LibreOffice turning the program's own Word files into PDF.

The sheets: the program begins with the year's facts, LibreOffice with the .docx at hand. The annual report: both begin
with content that is ready, its charts drawn; what the drawing takes (once for either format) is printed beside. One
LibreOffice process does the whole batch, with a profile that was used before.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import typst

from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.reports.batch import context_of, produce_all
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.form import FORMS
from kpi_desktop.reports.typesetting import Typesetter, page_count, typesetter
from tests.benchmarks.office_documents import Converter
from tests.benchmarks.timing import interleaved
from tests.reports import sample

DEPARTMENTS, ROUNDS, AT_LEAST = 50, 5, 6
DAY = date(2021, 1, 22)


def fifty_departments() -> list[ReportContext]:
    """The made-up zone twice and half of it once more, each time under other names."""
    facts, found = sample.facts(), list[ReportContext]()
    for turn in range(3):
        left = DEPARTMENTS - turn * len(facts.departments)
        named = [replace(each, name=f"{each.name}{turn}") for each in facts.departments]
        taking = tuple(replace(each, takes_part=at < left) for at, each in enumerate(named))
        found.append(sample.context(replace(facts, departments=taking)))
    return found


def printed(contexts: list[ReportContext], kind: str, folder: Path, format: str = "pdf") -> list[Path]:
    """All prints of a form by the program, with compilers that have set nothing yet."""
    typesetter.cache_clear()
    every = [produce_all(each, folder / str(at), kind, format=format) for at, each in enumerate(contexts)]
    return [path for paths in every for path in paths]


def forget(folder: Path) -> None:
    """Typst remembers what it has set until ten other forms came by; so nothing of an earlier round is left."""
    other = typst.Compiler(root=str(folder))
    for _ in range(12):
        other.compile(input={"main.typ": b"."}, format="pdf")


def side_by_side(benchmark, name: str, own: Callable[[], list[bytes]], documents: list[Path], folder: Path) -> None:
    """Both in turn; the ratio asserted."""
    converter = Converter(folder)
    assert all(path.exists() for path in converter.convert(documents[:1]))  # its profile is made now
    contestants = {"program": own, "office": lambda: converter.convert(documents)}
    found = benchmark.pedantic(interleaved, args=(contestants, ROUNDS, lambda: forget(folder)), rounds=1)
    pages, ratio = sum(map(page_count, own())), found["office"] / found["program"]
    benchmark.extra_info.update(found, ratio=ratio, pages=pages)
    print(f"\n{name}: {len(documents)} prints, {pages} pages {found} office / program {ratio:.1f}")
    assert ratio >= AT_LEAST


def test_fifty_sheets_as_one_batch(benchmark, tmp_path: Path) -> None:
    contexts = fifty_departments()
    documents = printed(contexts, "sheet", tmp_path / "word", "docx")
    assert len(documents) == DEPARTMENTS

    def own() -> list[bytes]:
        return [path.read_bytes() for path in printed(contexts, "sheet", tmp_path / "own")]

    side_by_side(benchmark, "sheet", own, documents, tmp_path)


def test_the_annual_report_with_charts(benchmark, tmp_path: Path) -> None:
    with open_book(make_sample(tmp_path / "zone.kpi")) as book:
        context = context_of(book, 2020, DAY)
    documents = printed([context], "annual", tmp_path / "word", "docx")
    begun = time.perf_counter()
    data = FORMS["annual"].data(context)
    benchmark.extra_info["content"] = time.perf_counter() - begun

    def own() -> list[bytes]:
        return [Typesetter().pdf("annual", data, DAY)]

    side_by_side(benchmark, "annual", own, documents, tmp_path)
    print(f"content and charts beforehand: {benchmark.extra_info['content']:.2f} s")
