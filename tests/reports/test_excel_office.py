"""Workbooks in LibreOffice: it computes the sums that stand in them, and prints every text whole."""

import os
import re
import subprocess
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kpi_desktop.reports.catalogue import Choice, produce
from kpi_desktop.reports.excel import workbook
from kpi_desktop.reports.forms.blocks import Cell, Column, Document, Note, Row, Table
from tests.reports import pages, sample, stress
from tests.reports.office import PROFILE, fonts_for

SUMMED = {
    "sheet": Choice(department="01"),
    "awards": Choice(),
    "adjustments": Choice(),
    "economic": Choice(),
    "bulletin": Choice(),
}
CROWDED = {"ledger": Choice(), "approval": Choice(subject="T02:finish"), "pledge": Choice(department="04")}
"""Forms that print the texts of the task of forty lines."""


def through_office(format: str, paths: list[Path], folder: Path) -> Path:
    """The folder of the files as LibreOffice writes them, all in one run."""
    out = folder / format
    command = ["soffice", PROFILE + (folder / "profile").as_uri(), "--headless", "--norestore", "--convert-to", format]
    subprocess.run(
        [*command, "--outdir", str(out), *map(str, paths)],
        check=True,
        capture_output=True,
        timeout=240,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts_for(folder))},
    )
    return out


@pytest.fixture(scope="module")
def crowded():
    """The zone with a task of forty lines and a very long name."""
    return sample.context(stress.long_named(stress.forty_lines(sample.facts())))


@pytest.fixture(scope="module")
def printed(crowded, zone, tmp_path_factory) -> dict[str, bytes]:
    """What LibreOffice prints of the workbooks, by form."""
    folder = tmp_path_factory.mktemp("print")
    paths = []
    for context, choices in ((crowded, CROWDED), (zone, SUMMED)):
        for code, choice in choices.items():
            paths.append(folder / f"{code}.xlsx")
            paths[-1].write_bytes(produce(context, code, choice, "xlsx"))
    out = through_office("pdf", paths, folder)
    return {path.stem: (out / f"{path.stem}.pdf").read_bytes() for path in paths}


def test_sums_that_stand_in_a_workbook_are_those_that_a_program_computes(zone, tmp_path):
    made = {code: produce(zone, code, choice, "xlsx") for code, choice in SUMMED.items()}
    paths = [tmp_path / f"{code}.xlsx" for code in made]
    for path in paths:
        load_workbook(BytesIO(made[path.stem])).save(path)  # loses the values that the formulas brought along
    out = through_office("xlsx", paths, tmp_path)
    for path in paths:
        own, brought = load_workbook(path), load_workbook(BytesIO(made[path.stem]), data_only=True)
        computed = load_workbook(out / path.name, data_only=True)
        sums = [cell for page in own for row in page for cell in row if cell.data_type == "f"]
        assert sums
        for cell in sums:
            one, other = (book[cell.parent.title][cell.coordinate].value for book in (brought, computed))
            assert abs(Decimal(str(one)) - Decimal(str(other))) < Decimal("1e-9"), (path.stem, cell.coordinate)


@pytest.mark.parametrize("code", CROWDED)
def test_every_one_of_forty_lines_is_printed(printed, code):
    text = pages.whole_text(printed[code])
    assert [at for at in range(1, 41) if f"第{at:02d}行" not in text] == []


def test_a_worksheet_made_small_for_one_page_keeps_its_last_line(tmp_path):
    paths = []
    for count, lines in product(range(40, 54), (1, 2, 3)):
        rows = [Row((Cell(f"第{at}行"),)) for at in range(count)]
        made = Document((Table((Column("事项", 150),), rows), Note("最后一行")), footer=("页脚",) * lines)
        paths.append(tmp_path / f"{count}-{lines}.xlsx")
        paths[-1].write_bytes(workbook(made, date(2021, 1, 22)))
    out = through_office("pdf", paths, tmp_path)
    printed = {path.stem: pages.whole_text((out / f"{path.stem}.pdf").read_bytes()) for path in paths}
    assert [name for name, text in printed.items() if "最后一行" not in text] == []


@pytest.mark.parametrize("code", [*SUMMED, *CROWDED])
def test_no_number_is_too_wide_for_its_column(printed, code):
    assert not re.search("##", pages.whole_text(printed[code]))


@pytest.mark.parametrize("code", ["sheet", "awards", "adjustments", "economic"])
def test_every_page_of_a_draft_says_so_once_and_has_the_head_of_its_table(printed, code):
    for text in pages.page_texts(printed[code]):
        assert text.count("过程稿") == 1
        assert re.search("编码|序号?|部门", text)


def test_the_report_of_shares_shows_its_chart(printed):
    found = pages.reader(printed["economic"])
    assert len({image.data for page in found.pages for image in page.images}) == 1
