"""恢复演练: a backup is opened as it would be after a restore and compared with the book; neither is touched."""

import shutil
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from kpi_desktop.assessment.results import Assessment
from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts, journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, years
from kpi_desktop.book.header import check_header
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.verify import Finding
from kpi_desktop.office.course import recomputed
from kpi_desktop.office.maintenance import verify

Progress = Callable[[int, int, str], None]


class TotalPair(NamedTuple):
    """A department whose total differs; None where it is not assessed there."""

    code: str
    name: str
    backup: Decimal | None
    book: Decimal | None


class YearPair(NamedTuple):
    """A year in the backup and in the book: the states (None: not there), departments compared, those that differ."""

    year: int
    backup_state: str | None
    book_state: str | None
    departments: int
    differing: tuple[TotalPair, ...]


class Rehearsal(NamedTuple):
    """What a restore of `source` would bring.

    `findings` of the verification: with any of them a restore is refused. `sequence` and `book_sequence`: the last
    entries of both journals; `same_chain`: whether the backup is an earlier state of this very book.
    """

    source: Path
    findings: tuple[Finding, ...]
    sequence: int
    last_at: str
    book_sequence: int
    same_chain: bool
    years: tuple[YearPair, ...]

    @property
    def behind(self) -> int:
        """How many operations of the book a restore would lose."""
        return max(self.book_sequence - self.sequence, 0) if self.same_chain else self.book_sequence


def rehearse(book: Book, source: Path, progress: Progress = lambda done, total, what: None) -> Rehearsal:
    """Open a copy of the backup `source`, verify it and compare its chain and totals with `book`.

    Refusal when `source` is not there or no book. `progress` may raise to stop.
    """
    if not source.is_file():
        raise Refusal(f"没有找到备份文件“{source}”。", "请检查路径。")
    progress(0, 4, "复制备份")
    with tempfile.TemporaryDirectory(prefix="kpi-rehearsal-") as folder:
        copy = Path(folder) / "rehearsal.kpi"
        shutil.copyfile(source, copy)
        check_header(copy)
        progress(1, 4, "校验备份")
        findings = verify(copy, [recomputed]).findings
        if findings:
            return Rehearsal(source, findings, 0, "", journal.head(book)[0], False, ())
        with open_book(copy) as opened:
            progress(2, 4, "比对操作日志")
            sequence, chain = _chain(book, opened)
            progress(3, 4, "比对各年度得分")
            pairs = _years(opened, book)
            last_at = _last_at(opened)
    progress(4, 4, "")
    return Rehearsal(source, (), sequence, last_at, journal.head(book)[0], chain, pairs)


def _chain(book: Book, backup: Book) -> tuple[int, bool]:
    """The last entry of the backup, and whether the book has the same one."""
    sequence, digest = journal.head(backup)
    with book.reading() as connection:
        same = journal.entry_at(connection, sequence)
    return sequence, same is not None and same.hash == digest


def _last_at(book: Book) -> str:
    with book.reading() as connection:
        entry = next(journal.entries(connection, newest_first=True, limit=1), None)
    return entry.at[:16].replace("T", " ") if entry else ""


def _years(backup: Book, book: Book) -> tuple[YearPair, ...]:
    there, here = _latest(backup), _latest(book)
    return tuple(
        _year(backup, book, there.get(year), here.get(year))
        for year in sorted(there.keys() | here.keys(), reverse=True)
    )


def _latest(book: Book) -> dict[int, EditionInfo]:
    return {edition.year: edition for edition in years(book)}


def _year(backup: Book, book: Book, there: EditionInfo | None, here: EditionInfo | None) -> YearPair:
    year = there.year if there else here.year if here else 0
    old, new = _totals(backup, there), _totals(book, here)
    differing = tuple(
        TotalPair(code, *_names_of(code, old, new), old.get(code, ("", None))[1], new.get(code, ("", None))[1])
        for code in {**old, **new}
        if old.get(code, ("", None))[1] != new.get(code, ("", None))[1]
    )
    states = (there.state if there else None, here.state if here else None)
    return YearPair(year, *states, len({**old, **new}), differing)


def _names_of(code: str, *totals: dict[str, tuple[str, Decimal]]) -> tuple[str]:
    return (next(each[code][0] for each in totals if code in each),)


def _totals(book: Book, edition: EditionInfo | None) -> dict[str, tuple[str, Decimal]]:
    """Name and total of each department."""
    if edition is None:
        return {}
    assessment: Assessment = score(facts.load(book, edition.year))
    return {result.code: (result.name, result.total) for result in assessment.departments()}
