"""Books with and without the small zone in them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi_desktop.book.book import Book
from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.importing import carry_out, import_workbook, plan_import
from tests.exchange.zone import Sheets, write, zone


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An empty book and one with the zone, made once."""
    folder = tmp_path_factory.mktemp("made")
    open_book(folder / "empty.kpi", create=True).close()
    import_workbook(folder / "zone.kpi", write(folder / "zone.xlsx", zone()))
    return {"empty": folder / "empty.kpi", "zone": folder / "zone.kpi"}


@pytest.fixture
def empty(tmp_path: Path, made: dict[str, Path]) -> Iterator[Book]:
    with open_book(shutil.copy(made["empty"], tmp_path / "empty.kpi"), author="李四") as book:
        yield book


@pytest.fixture
def book(tmp_path: Path, made: dict[str, Path]) -> Iterator[Book]:
    """A book that holds the zone."""
    with open_book(shutil.copy(made["zone"], tmp_path / "zone.kpi"), author="李四") as book:
        yield book


@pytest.fixture
def plan(tmp_path: Path):
    """Plan the import of some sheets, into no book by default."""

    def planned(sheets: Sheets, book: Book | None = None, name: str = "工作簿.xlsx"):
        return plan_import(book, write(tmp_path / name, sheets))

    return planned


@pytest.fixture
def bring(tmp_path: Path):
    """Import some sheets into a book; what was planned."""

    def brought(book: Book, sheets: Sheets, name: str = "工作簿.xlsx"):
        planned = plan_import(book, write(tmp_path / name, sheets))
        carry_out(book, planned)
        return planned

    return brought
