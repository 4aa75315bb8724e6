"""A new book for each test, copied from one that is made once; and one that holds the small zone."""

import pytest

from kpi_desktop.book.book import Book
from tests.book.conftest import book, empty_book, path
from tests.office.zone import YEAR, store

__all__ = ["book", "empty_book", "path"]


@pytest.fixture
def zone(book: Book) -> Book:
    """The small zone of 2020, in draft."""
    store(book, YEAR)
    return book
