"""How the tables of a book are declared: names, kinds of columns, keys and references; nothing of SQLAlchemy's."""

from typing import NamedTuple

from kpi_desktop.book.columns import Kind

REFERRED = {
    "department": "code",
    "group_": "name",
    "category": "name",
    "indicator": "code",
    "task": "code",
    "rater_class": "name",
}
"""The column by which rows of other tables refer to a table."""


class Column(NamedTuple):
    """One column; `needed`: it is never NULL."""

    name: str
    kind: Kind
    needed: bool = False


class Table(NamedTuple):
    """One table. `key` is unique within an edition; `refers` maps a column to the table whose `REFERRED` it names."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    refers: tuple[tuple[str, str], ...] = ()


TABLES: dict[str, Table] = {
    "edition": Table(
        "edition",
        (
            Column("id", Kind.WHOLE),
            Column("year", Kind.WHOLE, needed=True),
            Column("revision", Kind.WHOLE, needed=True),
            Column("state", Kind.STRING, needed=True),
            Column("supersedes", Kind.WHOLE),
            Column("reason", Kind.TEXT),
            Column("result", Kind.TEXT),
        ),
    )
}
"""Every table that operations write, by name. An edition is one revision of an assessment year; `result` are the
figures as they were at 定稿, as JSON."""
_OWN = (
    Column("id", Kind.WHOLE),
    Column("edition_id", Kind.WHOLE, needed=True),
    Column("place", Kind.WHOLE, needed=True),
)


def needed(name: str, kind: Kind) -> Column:
    """A column that may not be blank."""
    return Column(name, kind, needed=True)


def column(name: str, kind: Kind) -> Column:
    """A column that may be blank."""
    return Column(name, kind)


def row_table(name: str, *parts: Column, key: tuple[str, ...] = (), refers: dict[str, str] | None = None) -> None:
    """Declare a table of rows of an edition, each with an id and a place in its sheet."""
    TABLES[name] = Table(name, _OWN + parts, key, tuple((refers or {}).items()))
