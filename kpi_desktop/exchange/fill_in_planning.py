"""A folder of forms that came back: what each brings, what is wrong, where the book has changed since they went out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange import fill_in
from kpi_desktop.exchange.draft import CellError
from kpi_desktop.exchange.entering import prepare
from kpi_desktop.exchange.fill_in import Slot
from kpi_desktop.exchange.fill_in_comparing import Comparison, compared
from kpi_desktop.exchange.fill_in_parts import YearRows
from kpi_desktop.exchange.fill_in_reading import ReturnedForm, read_form
from kpi_desktop.exchange.fill_in_typing import typed_of

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".ods")
Progress = Callable[[int, int, str], None]


class ProposalId(NamedTuple):
    """One cell of one form."""

    file: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Proposal:
    """A cell that was filled in. `sent`, `book` and `form`: what it held then, what the book has now, what came back.

    `row`: what the row is about, `header` the column; `place` where it stands in the form. `day` of a progress report.
    `is_conflict`: the book has changed since the form went out, to something else than the form says.
    """

    id: ProposalId
    department: str
    row: str
    header: str
    place: str
    sent: str
    book: str
    form: str
    is_conflict: bool = False
    day: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """One file of the folder. `refused`: why it is not taken at all; with `errors` it waits until they are corrected.

    `notes`: what is worth knowing, such as locked cells that were changed. `same`: filled in as the book has it.
    """

    name: str
    department: str = ""
    department_name: str = ""
    issued: str = ""
    refused: str = ""
    errors: tuple[CellError, ...] = ()
    notes: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    same: int = 0
    basis: str = ""

    @property
    def can_come_in(self) -> bool:
        """Whether it brings something that can be written."""
        return not self.refused and not self.errors and bool(self.proposals)

    @property
    def conflicts(self) -> tuple[Proposal, ...]:
        """The cells about which a person must decide."""
        return tuple(each for each in self.proposals if each.is_conflict)


@dataclass(frozen=True, slots=True)
class FolderPlan:
    """What a folder of forms would bring. `since`: the last journal entry that was known."""

    year: int
    files: tuple[Returned, ...]
    since: int

    @property
    def conflicts(self) -> tuple[Proposal, ...]:
        """Every conflict of the files that can come in."""
        return tuple(each for file in self.files if file.can_come_in for each in file.conflicts)


def plan_folder(book: Book, year: int, folder: Path, progress: Progress = lambda done, total, name: None) -> FolderPlan:
    """What the forms in `folder` would bring into `year`. Writes nothing; `progress` may raise to stop.

    Every workbook of the folder is named: one that is no form, or an old or another book's, with the reason. Refusal
    when there is no such folder, no such year, when the year is final, or when there is no workbook at all.
    """
    rows = YearRows(book, year)
    if rows.edition.state == "final":
        raise Refusal(f"{year} 年已定稿，不再收填报表。", "确需更正，请先退回该年度，程序会另开一次修订。")
    paths = _workbooks(folder)
    read: list[Returned | ReturnedForm] = []
    for at, path in enumerate(paths):
        progress(at, len(paths), path.name)
        read.append(_read(book, rows, path))
    progress(len(paths), len(paths), "")
    forms = _newest([each for each in read if isinstance(each, ReturnedForm)])
    files = tuple(each if isinstance(each, Returned) else _looked_at(book, rows, each, forms) for each in read)
    return FolderPlan(year, files, rows.sequence)


def _workbooks(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise Refusal(f"没有找到文件夹“{folder}”。", "请另选放填报表的文件夹。")
    found = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in SUFFIXES and path.is_file()]
    found = [path for path in found if not path.name.startswith(("~$", "."))]
    if not found:
        raise Refusal(f"“{folder.name}”里没有工作簿。", "请把部门交回的填报表（.xlsx）放进这个文件夹。")
    return found


def _read(book: Book, rows: YearRows, path: Path) -> Returned | ReturnedForm:
    try:
        form = read_form(path)
        _refuse_foreign(book, rows, form)
    except Refusal as refusal:
        return Returned(path.name, refused=str(refusal))
    return form


def _refuse_foreign(book: Book, rows: YearRows, form: ReturnedForm) -> None:
    """Refusal of forms of another book, of a state that this book does not have, and of another year."""
    info, name = form.info, form.path.name
    with book.reading() as connection:
        first, then = (journal.entry_at(connection, at) for at in (1, info.sequence))
    if first is None or first.hash != info.book:
        raise Refusal(f"“{name}”是别的台账发出的填报表。", "请打开发出它的那本台账再收，或重新导出填报表。")
    if then is None or then.hash != info.hash:
        raise Refusal(f"“{name}”发出之后，台账恢复到了更早的备份。", "请重新导出填报表，请部门重填。")
    if info.year != rows.edition.year:
        raise Refusal(f"“{name}”是 {info.year} 年的填报表。", f"请在上方换到 {info.year} 年再收。")
    if info.department not in rows.departments:
        raise Refusal(f"“{name}”是部门“{info.department}”的，{info.year} 年已没有这个部门。", "请核对部门编码。")


def _newest(forms: Iterable[ReturnedForm]) -> dict[str, ReturnedForm]:
    """The form of each department that was saved last."""
    found: dict[str, ReturnedForm] = {}
    for form in forms:
        other = found.get(form.info.department)
        if other is None or form.path.stat().st_mtime_ns > other.path.stat().st_mtime_ns:
            found[form.info.department] = form
    return found


def _looked_at(book: Book, rows: YearRows, form: ReturnedForm, newest: Mapping[str, ReturnedForm]) -> Returned:
    info = form.info
    told = Returned(form.path.name, info.department, info.name, info.issued, basis=info.basis)
    other = newest[info.department]
    if other is not form:
        why = f"“{form.path.name}”和后保存的“{other.path.name}”都是{info.name}的填报表。"
        return replace(told, refused=f"{why}请核对后只留一份。")
    found = compared(rows, form)
    proposals = tuple(_proposal(form, each) for each in found.changed)
    errors = [*form.errors, *found.errors]
    if not errors:
        errors += _judged(book, rows, told, proposals)
    notes = tuple(f"少了“{title}”这张表，没有收这一部分。" for title in form.missing)
    return replace(told, errors=tuple(errors), notes=(*notes, *found.notes), proposals=proposals, same=found.same)


def _proposal(form: ReturnedForm, each: Comparison) -> Proposal:
    return Proposal(
        ProposalId(form.path.name, each.slot),
        form.info.department,
        each.row,
        fill_in.header_of(each.slot.table, each.slot.column),
        each.place,
        each.sent,
        each.book,
        each.form,
        each.clash,
        each.day,
    )


def _judged(book: Book, rows: YearRows, file: Returned, proposals: tuple[Proposal, ...]) -> Iterator[CellError]:
    """What the checks of the import have against the cells of a form."""
    typed, fixed, of_row = typed_of(rows, file, proposals)
    prepared = prepare(book, rows.edition.year, typed, fixed)
    for (table, row, name), reason in prepared.problems.items():
        at = next((each for each in of_row[table, row] if each.id.slot.column.partition("@")[0] == name), None)
        at = at or of_row[table, row][0]
        yield CellError(at.place, f"“{at.form}” {reason}", at.form, reason)
    for row, lacking in prepared.waiting.items():
        table = next(known for known, number in of_row if number == row)
        at = of_row[table, row][0]
        headers = "、".join(fill_in.field_of(table, name).header for name in lacking)
        wrong = f"{at.row}还缺{headers}"
        yield CellError(at.place, f"{wrong}，请补上", at.form, wrong, "请补上")
