"""What the preview of returned forms shows: the files, the cells of one, its errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.grid.cells import LIGHT, NUMBER, TEXT, Cell, Column, Row
from ui.terms import phrases, term

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kpi_desktop.exchange.fill_in_planning import FolderPlan, Proposal, ProposalId, Returned

BOOK_COLUMN, FORM_COLUMN = 3, 4
MOST_NOTES = 3


def file_columns() -> list[Column]:
    """Columns of files."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Returned", "收不收"), 118),
        Column(translate("Returned", "部门"), 120),
        Column(translate("Returned", "文件")),
        Column(translate("Returned", "带来"), 58, right=True),
        Column(translate("Returned", "冲突"), 72, right=True),
        Column(translate("Returned", "发出"), 122),
    ]


def file_rows(plan: FolderPlan, decisions: Mapping[ProposalId, str], left_out: Collection[str]) -> list[Row]:
    """A row a file; the first cell says whether it comes in."""
    files = sorted(plan.files, key=_rank)
    return [_file_row(file, decisions, file.name in left_out) for file in files]


def _rank(file: Returned) -> int:
    """Files that need a person come first, those that bring nothing last."""
    if file.can_come_in:
        return 1 if file.conflicts else 3
    return 0 if file.errors else 2 if file.refused else 4


def _file_row(file: Returned, decisions: Mapping[ProposalId, str], left_out: bool) -> Row:
    open_ = sum(each.id not in decisions for each in file.conflicts)
    words, light = _fate(file, open_, left_out)
    clash = f"{open_} / {len(file.conflicts)}" if file.conflicts and file.can_come_in else "–"
    cells = [
        Cell(words, LIGHT, light=light, tip=file.refused or about(file)),
        Cell(file.department_name or "–", key=file.department),
        Cell(file.name, TEXT, "text", tip=file.name, key=file.name),
        Cell(str(len(file.proposals)) if not file.refused else "–", NUMBER, key=len(file.proposals)),
        Cell(clash, NUMBER, "red_text" if open_ and file.can_come_in else "secondary", key=open_),
        Cell(file.issued or "–", TEXT, "secondary", key=file.issued),
    ]
    return Row(cells, file.name)


def _fate(file: Returned, open_: int, left_out: bool) -> tuple[str, str]:
    """What becomes of a file, and its light."""
    translate = QCoreApplication.translate
    if file.refused:
        return translate("Returned", "不能收"), "red"
    if file.errors:
        return translate("Returned", "{count} 处错").format(count=len(file.errors)), "red"
    if not file.proposals:
        return translate("Returned", "没有新内容"), "grey"
    if left_out:
        return translate("Returned", "先不收"), "grey"
    return (translate("Returned", "待选定"), "yellow") if open_ else (translate("Returned", "收"), "green")


def about(file: Returned) -> str:
    """What is worth saying about a file."""
    translate = QCoreApplication.translate
    if file.refused:
        return file.refused
    if file.errors:
        return translate("Returned", "有 {count} 处要先改正，这一份暂不收；改好后点“重新读取”。").format(
            count=len(file.errors)
        )
    words = []
    if not file.proposals and not file.notes:
        words.append(translate("Returned", "部门没有填新内容。"))
    if file.conflicts:
        words.append(translate("Returned", "发出以后台账也改了这些内容，点“台账”或“填报表”一格选定用谁的。"))
    if file.same:
        words.append(translate("Returned", "{count} 处和台账相同。").format(count=file.same))
    words += file.notes[:MOST_NOTES]
    if len(file.notes) > MOST_NOTES:
        words.append(translate("Returned", "另有 {count} 条说明。").format(count=len(file.notes) - MOST_NOTES))
    return "".join(words) or translate("Returned", "和发出时相比，部门填了这些。")


def summary(plan: FolderPlan, open_: int) -> str:
    """The whole folder in one sentence."""
    translate = QCoreApplication.translate
    refused = sum(bool(file.refused) for file in plan.files)
    wrong = sum(bool(file.errors) for file in plan.files)
    parts = [translate("Returned", "{count} 个文件").format(count=len(plan.files))]
    if refused:
        parts.append(translate("Returned", "{count} 个不能收").format(count=refused))
    if wrong:
        parts.append(translate("Returned", "{count} 个有错").format(count=wrong))
    if open_:
        parts.append(translate("Returned", "{count} 处冲突待选定").format(count=open_))
    return phrases(parts)


def cell_columns() -> list[Column]:
    """Columns of what a form brings; conflicts show book and form side by side."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Returned", "事项")),
        Column(translate("Returned", "项目"), 92),
        Column(translate("Returned", "发出时"), 120),
        Column(translate("Returned", "台账"), 150),
        Column(translate("Returned", "填报表"), 170),
        Column(translate("Returned", "用谁的"), 92),
    ]


def cell_rows(file: Returned, decisions: Mapping[ProposalId, str]) -> list[Row]:
    """Conflicts first."""
    proposals = sorted(file.proposals, key=lambda each: not each.is_conflict)
    return [_cell_row(each, decisions.get(each.id, "")) for each in proposals]


def _cell_row(each: Proposal, decided: str) -> Row:
    translate = QCoreApplication.translate
    chosen = decided if each.is_conflict else "form"
    words = {
        "": (translate("Returned", "请选定"), "yellow"),
        "book": (translate("Returned", "台账"), "green"),
        "form": (translate("Returned", "填报表"), "green"),
    }
    whose, light = words[chosen]
    sides = {
        "book": (each.book, "accent_fill" if chosen == "book" else ""),
        "form": (each.form, "accent_fill" if chosen == "form" and each.is_conflict else ""),
    }
    cells = [
        Cell(each.row, tip=f"{each.row}\n{each.place}", key=each.row),
        Cell(term(each.header), TEXT, "secondary", key=each.header),
        _value(each.sent),
        _value(*sides["book"]),
        _value(*sides["form"]),
        Cell(whose, LIGHT, light=light) if each.is_conflict else Cell(whose, TEXT, "pale"),
    ]
    return Row(cells, each.id)


def _value(text: str, fill: str = "") -> Cell:
    shown = text.replace("\n", " ") or QCoreApplication.translate("Returned", "空")
    return Cell(shown, TEXT, "text" if text else "pale", tip=text, fill=fill, key=text)


def error_columns() -> list[Column]:
    """Columns of what is wrong with a form."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Returned", "位置"), 150),
        Column(translate("Returned", "读到"), 120),
        Column(translate("Returned", "问题")),
        Column(translate("Returned", "怎样改")),
    ]


def error_rows(file: Returned) -> list[Row]:
    """Every bad cell of a form."""
    return [
        Row(
            [
                Cell(error.cell, TEXT, "red_text"),
                Cell(error.read),
                Cell(error.wrong or error.message, tip=error.message),
                Cell(error.right, TEXT, "secondary", tip=error.right),
            ],
            at,
        )
        for at, error in enumerate(file.errors)
    ]
