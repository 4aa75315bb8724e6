"""沿用上年的部门: the departments of one year entered in another that is there already."""

from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.edit import Row, editing, looking


def copy_departments(book: Book, year: int, other: int) -> Changes:
    """Enter the departments of `other` that `year` lacks, with the groups they belong to, in one operation.

    Departments and groups that `year` has stay as they are. Refusal when there is nothing to bring, when `year` is
    定稿, and when the book lacks either year.
    """
    with looking(book, other) as theirs:
        departments, groups = theirs.rows("department"), {row["name"]: row for row in theirs.rows("group_")}
    with editing(book, year, f"沿用 {other} 年的部门") as edit:
        known = {row["code"] for row in edit.rows("department")}
        missing = [row for row in departments if row["code"] not in known]
        if not missing:
            raise Refusal(f"{other} 年的部门 {year} 年都有了，没有要沿用的。")
        there = {row["name"] for row in edit.rows("group_")}
        wanted = dict.fromkeys(row["group"] for row in missing if row["group"] and row["group"] not in there)
        for name in wanted:
            edit.insert("group_", _content(groups[name]))
        for row in missing:
            edit.insert("department", _content(row))
    return edit.changes


def _content(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in ("id", "edition_id", "place")}
