"""The bytes of attached files, by their SHA-256. They are written by `Operation.attach`."""

import sqlite3

from kpi_desktop.book.book import Book
from kpi_desktop.book.reading import connected


def content_of(source: Book | sqlite3.Connection, digest: str) -> bytes | None:
    """The bytes kept under `digest`; None where there are none."""
    with connected(source) as connection:
        found = connection.execute("SELECT content FROM attachment WHERE digest = ?", (digest,)).fetchone()
    return bytes(found[0]) if found else None


def sizes_of(source: Book | sqlite3.Connection) -> dict[str, int]:
    """The size in bytes of every attached file, by digest."""
    with connected(source) as connection:
        return dict(connection.execute("SELECT digest, length(content) FROM attachment").fetchall())
