"""Whatever a year holds: a form that comes back untouched brings nothing, one that is filled in just that."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from openpyxl import load_workbook

from kpi_desktop.book import facts
from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.collecting import bring_in
from kpi_desktop.exchange.fill_in import PARTS, Wish
from kpi_desktop.exchange.fill_in_planning import plan_folder
from kpi_desktop.exchange.fill_in_writing import export_forms
from kpi_desktop.office.rows import RowChanges, apply_rows
from tests.exchange.years import Rows, small_years

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them

EXAMPLES = settings(max_examples=15, suppress_health_check=list(HealthCheck), phases=[Phase.reuse, Phase.generate])


@pytest.fixture(scope="module")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.kpi"
    open_book(path, create=True).close()
    return path


def open_cells(path: Path):
    """Every cell to fill in: the sheet's title and the cell."""
    workbook = load_workbook(path)
    for title in PARTS.values():
        if title in workbook.sheetnames:
            for row in workbook[title].iter_rows(min_row=5):
                for cell in row:
                    if not cell.protection.locked:
                        yield workbook, title, cell


@EXAMPLES
@given(rows=small_years())
def test_an_untouched_form_of_any_year_brings_nothing(empty_book: Path, rows: Rows):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_book(shutil.copy(empty_book, folder / "one.kpi")) as book:
            apply_rows(book, 2020, [RowChanges(table, inserts) for table, inserts in rows.items()], "测试")
            known = facts.load(book, 2020)
            made = export_forms(book, 2020, [each.code for each in known.departments], Wish(), folder)
            if not made:
                return
            plan = plan_folder(book, 2020, folder)
            assert [(f.refused, f.errors, f.notes, f.proposals, f.same) for f in plan.files] == [
                ("", (), (), (), 0)
            ] * len(made)
            assert not bring_in(book, plan, {})
            assert facts.load(book, 2020) == known


@EXAMPLES
@given(rows=small_years())
def test_one_own_score_that_is_filled_in_is_the_only_thing_that_changes(empty_book: Path, rows: Rows):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_book(shutil.copy(empty_book, folder / "one.kpi")) as book:
            apply_rows(book, 2020, [RowChanges(table, inserts) for table, inserts in rows.items()], "测试")
            before = facts.load(book, 2020)
            made = export_forms(book, 2020, [each.code for each in before.departments], Wish(), folder)
            found = next((each for path in made for each in shares_of(path)), None)
            if found is None:
                return
            path, workbook, cell, code = found
            cell.value, cell.number_format = 2.125, "0.0%"
            workbook.save(path)
            bring_in(book, plan_folder(book, 2020, folder), {})
            after = facts.load(book, 2020)
            changed = [each for each in after.self_scores if each not in before.self_scores]
            assert [(each.subject, each.share * 1000) for each in changed] == [(code, 2125)]
            assert (after.actuals, after.progress) == (before.actuals, before.progress)
            assert after.tasks == before.tasks


def shares_of(path: Path):
    """The cells of own shares in a form, each with its file, workbook and the code of its row."""
    for workbook, title, cell in open_cells(path):
        sheet = workbook[title]
        if title == PARTS["self_score"] and sheet.cell(1, cell.column).value == "share":
            yield path, workbook, cell, sheet.cell(cell.row, 1).value
