"""A new book for each test, copied from one that is made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi_desktop.book.book import Book
from kpi_desktop.book.opening import open_book


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "空.kpi"
    open_book(path, create=True).close()
    return path


@pytest.fixture
def path(tmp_path: Path, empty_book: Path) -> Path:
    """The file of an empty book, in a folder of its own with a name that needs quoting."""
    folder = tmp_path / "考核 2025#1%"
    folder.mkdir()
    return Path(shutil.copy(empty_book, folder / "台账 一.kpi"))


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    with open_book(path, author="李四") as opened:
        yield opened
