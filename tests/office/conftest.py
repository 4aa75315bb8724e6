"""A new book for each test, copied from one that is made once."""

from tests.book.conftest import book, empty_book, path

__all__ = ["book", "empty_book", "path"]
