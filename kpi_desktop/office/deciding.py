"""等次认定: the meeting's decision on one department's grade, with its basis; it comes before every computed grade."""

from datetime import date

from kpi_desktop.assessment.ranking import bands_of
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.edit import YearEdit, editing, said

TABLE = "grade_decision"


def decide_grade(book: Book, year: int, department: str, grade: str, basis: str, day: date) -> Changes:
    """Record that `department` has the grade, on what basis and since when; an earlier decision is replaced.

    Room is not checked: a decision takes its place first (calculus, section 6). Refusal on a department that is not
    assessed, on a grade that its group does not have, and without a basis.
    """
    why = said(basis, "认定依据")
    with editing(book, year, f"等次认定：{department} {grade}", why) as edit:
        known = grades_for(edit, department)
        if grade not in known:
            raise Refusal(f"“{grade}”不是这个分组的等次。", f"可选：{'、'.join(known)}。" if known else "请先定等次。")
        decided = {"grade": grade, "basis": why, "day": day}
        before = edit.find(TABLE, department=department)
        if before is None:
            edit.insert(TABLE, {"department": department, **decided})
        else:
            edit.update(TABLE, before, **decided)
    return edit.changes


def withdraw_decision(book: Book, year: int, department: str) -> Changes:
    """Take a decision back: the department has the grade again that is computed. Refusal when there is none."""
    with editing(book, year, f"撤回等次认定：{department}") as edit:
        before = edit.find(TABLE, department=department)
        if before is None:
            raise Refusal(f"部门“{department}”没有等次认定。")
        edit.delete(TABLE, before)
    return edit.changes


def grades_for(edit: YearEdit, department: str) -> tuple[str, ...]:
    """The names of the bands that an assessed department can have, the highest first."""
    row = edit.department(department)
    facts = edit.facts()
    group = next((each for each in facts.groups if each.name == row["group"]), None)
    if group is None or not row["takes_part"]:
        raise Refusal(f"部门“{department}”不参加考核，没有等次。", "请核对部门编码。")
    return tuple(band.name for band in bands_of(facts, group))
