"""Whatever a year holds: exported and imported again it is the same, to the last digit."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kpi_desktop.book import facts
from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.exporting import export_workbook
from kpi_desktop.exchange.importing import carry_out, plan_import
from kpi_desktop.office.rows import RowChanges, apply_rows
from tests.exchange.years import Rows, small_years

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them

EXAMPLES = settings(max_examples=40, suppress_health_check=list(HealthCheck), phases=[Phase.reuse, Phase.generate])


@pytest.fixture(scope="module")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.kpi"
    open_book(path, create=True).close()
    return path


@EXAMPLES
@given(rows=small_years())
def test_export_and_import_of_any_year(empty_book: Path, rows: Rows):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_book(shutil.copy(empty_book, folder / "one.kpi")) as book:
            apply_rows(book, 2020, [RowChanges(table, inserts) for table, inserts in rows.items()], "测试")
            export_workbook(book, 2020, folder / "out.xlsx")
            again = plan_import(book, folder / "out.xlsx")
            assert again.errors == ()
            assert again.ignored == ()
            assert [row.differences for sheet in again.sheets for row in sheet.rows] == []
            assert again.changes == ()
            known = facts.load(book, 2020)
        with open_book(shutil.copy(empty_book, folder / "two.kpi")) as other:
            carry_out(other, plan_import(None, folder / "out.xlsx"))
            assert facts.load(other, 2020) == known
            export_workbook(other, 2020, folder / "again.xlsx")
            assert plan_import(other, folder / "out.xlsx").changes == ()
