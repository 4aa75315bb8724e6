"""Bringing returned forms into the book: those that were chosen, as one operation."""

from collections.abc import Collection, Mapping
from typing import Any

from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.entering import Typed, prepare
from kpi_desktop.exchange.fill_in_parts import YearRows
from kpi_desktop.exchange.fill_in_planning import FolderPlan, Proposal, ProposalId, Returned
from kpi_desktop.exchange.fill_in_typing import typed_of
from kpi_desktop.office.rows import apply_rows

FORM, BOOK = "form", "book"
"""What a person decides about a conflict: what the form says, or what the book has."""
MOST_NAMES = 12


def bring_in(
    book: Book, plan: FolderPlan, decisions: Mapping[ProposalId, str], left_out: Collection[str] = ()
) -> Changes:
    """Write what the forms bring, but for the files `left_out`: one operation, one entry of the journal.

    Refusal, and nothing written, where a conflict is not decided, where somebody wrote to the book since the preview,
    and where what was chosen does not stand together.
    """
    files = [file for file in plan.files if file.can_come_in and file.name not in left_out]
    taken = {file.name: _taken(file, decisions) for file in files}
    rows = YearRows(book, plan.year)
    if rows.sequence != plan.since:
        raise Refusal("台账在预览之后又有改动，没有写入。", "请重新读取文件夹后再收。")
    typed: list[Typed] = []
    fixed: dict[int | str, Mapping[str, Any]] = {}
    for file in files:
        of_file = typed_of(rows, file, taken[file.name])
        typed += of_file[0]
        fixed |= of_file[1]
    action = f"收回填报表 {len(files)} 份"
    if not typed:
        return Changes(0, action)
    prepared = prepare(book, plan.year, typed, fixed)
    if prepared.problems or prepared.waiting:
        raise Refusal(f"没有写入：{_first_reason(prepared.problems, prepared.waiting)}", "请核对后重新读取文件夹。")
    return apply_rows(book, plan.year, prepared.planned, action, _names(files), since=plan.since)


def _taken(file: Returned, decisions: Mapping[ProposalId, str]) -> list[Proposal]:
    open_ = [each for each in file.conflicts if decisions.get(each.id) not in (FORM, BOOK)]
    if open_:
        raise Refusal(f"{file.department_name}还有 {len(open_)} 处冲突没有选定。", "请逐处选定用台账的还是用填报表的。")
    return [each for each in file.proposals if not each.is_conflict or decisions[each.id] == FORM]


def _first_reason(problems: Mapping[Any, str], waiting: Mapping[str, tuple[str, ...]]) -> str:
    return next(iter(problems.values()), "") or f"{next(iter(waiting))}还不完整。"


def _names(files: list[Returned]) -> str:
    names = "、".join(file.department_name for file in files[:MOST_NAMES])
    return names + (f"等 {len(files)} 个部门" if len(files) > MOST_NAMES else "")
