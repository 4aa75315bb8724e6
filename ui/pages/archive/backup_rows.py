"""What the page of backups shows: the copies, what a rehearsal found, what a verification found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.names import YEAR_STATES
from ui.grid.cells import GROUP, NUMBER, TEXT, Cell, Column, Row
from ui.terms import clauses

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kpi_desktop.book.verify import Finding
    from kpi_desktop.office.copies import CopyFile
    from kpi_desktop.office.rehearsal import Rehearsal, YearPair

MEGABYTE = 2**20
MOST_FINDINGS = 3


def copy_columns() -> list[Column]:
    """Columns of backups."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Backups", "时间"), 140),
        Column(translate("Backups", "来历"), 104),
        Column(translate("Backups", "大小"), 84, right=True),
        Column(translate("Backups", "文件")),
        Column(translate("Backups", "文件夹")),
    ]


def copy_rows(copies: Sequence[CopyFile], others: Sequence[Path]) -> list[Row]:
    """The copies of the book, and files that were chosen elsewhere; the subject is the path."""
    known = {each.path for each in copies}
    translate = QCoreApplication.translate
    kinds = {
        "by_hand": translate("Backups", "手动备份"),
        "on_closing": translate("Backups", "关闭时"),
        "at_restore": translate("Backups", "恢复前留存"),
    }
    rows = []
    for each in copies:
        at = each.at.strftime("%Y-%m-%d %H:%M:%S")
        rows.append(_copy_row(each.path, at, kinds[each.kind], f"{each.size / MEGABYTE:.1f} MB", each.size))
    elsewhere = translate("Backups", "另选的文件")
    return rows + [_copy_row(path, "", elsewhere, "", 0) for path in others if path not in known]


def _copy_row(path: Path, at: str, kind: str, size: str, key: int) -> Row:
    cells = [
        Cell(at, key=at),
        Cell(kind, TEXT, "secondary", key=kind),
        Cell(size, NUMBER, "secondary", key=key),
        Cell(path.name, tip=str(path), key=path.name),
        Cell(str(path.parent), TEXT, "pale", tip=str(path.parent), key=str(path.parent)),
    ]
    return Row(cells, str(path))


def finding_columns() -> list[Column]:
    """Columns of findings."""
    return [Column(QCoreApplication.translate("Backups", "发现"))]


def finding_rows(findings: Sequence[Finding]) -> list[Row]:
    """What a verification found."""
    return [Row([Cell(each.message, TEXT, "red_text", tip=each.message)], at) for at, each in enumerate(findings)]


def rehearsal_words(found: Rehearsal) -> str:
    """What a restore would bring, in sentences."""
    translate = QCoreApplication.translate
    if found.findings:
        first = clauses(each.message for each in found.findings[:MOST_FINDINGS])
        return translate("Backups", "这份备份有问题，恢复会被拒绝：{first}。请改用更早的备份。").format(first=first)
    parts = [translate("Backups", "能恢复：备份校验通过。")]
    if not found.same_chain:
        words = translate("Backups", "但它不是这本台账的早先状态（操作日志接不上），请确认没有选错。")
        parts.append(words)
    elif found.behind:
        words = translate("Backups", "它停在第 {number} 条操作（{at}），恢复会失去之后的 {count} 条操作。")
        parts.append(words.format(number=found.sequence, at=found.last_at, count=found.behind))
    else:
        parts.append(translate("Backups", "操作日志与现在的台账完全一致（{count} 条）。").format(count=found.sequence))
    differing = sum(len(year.differing) for year in found.years)
    if differing:
        parts.append(translate("Backups", "有 {count} 个部门的总分不同，见下表。").format(count=differing))
    else:
        parts.append(translate("Backups", "各年度各部门的总分都相同。"))
    return "".join(parts)


def total_columns() -> list[Column]:
    """Columns of totals side by side."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Backups", "年度和部门"), sortable=False),
        Column(translate("Backups", "备份"), 92, right=True, sortable=False),
        Column(translate("Backups", "现在"), 92, right=True, sortable=False),
    ]


def total_rows(found: Rehearsal) -> list[Row]:
    """Each year with its states, and the departments whose totals differ."""
    translate = QCoreApplication.translate
    rows = []
    for year in found.years:
        words = translate("Backups", "{year} 年 · {count} 个部门").format(year=year.year, count=year.departments)
        rows.append(Row([Cell(words), *_states(year)], ("year", year.year), GROUP))
        for each in year.differing:
            cells = [Cell(each.name, note=each.code), _total(each.backup), _total(each.book)]
            rows.append(Row(cells, (year.year, each.code)))
    return rows


def _states(year: YearPair) -> list[Cell]:
    none = QCoreApplication.translate("Backups", "没有")
    return [Cell(YEAR_STATES.get(state or "", none), NUMBER) for state in (year.backup_state, year.book_state)]


def _total(total: object) -> Cell:
    return Cell("–" if total is None else str(total), NUMBER)
