"""恢复演练: what a restore would bring, told without touching the book or the backup."""

from decimal import Decimal
from pathlib import Path

import pytest

from kpi_desktop.book import journal
from kpi_desktop.book.files import digest
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.importing import import_workbook
from kpi_desktop.exchange.sample import SAMPLE
from kpi_desktop.office import assessing
from kpi_desktop.office.edit import editing
from kpi_desktop.office.maintenance import backup
from kpi_desktop.office.rehearsal import rehearse


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("rehearsal") / "zone.kpi"
    import_workbook(path, SAMPLE / "2019.xlsx")
    return path


@pytest.fixture
def book(made, tmp_path):
    path = tmp_path / "zone.kpi"
    path.write_bytes(made.read_bytes())
    with open_book(path) as opened:
        yield opened


def give_points(book) -> str:
    """A bonus of 0.5 for the first department that is assessed; its code."""
    result = next(iter(assessing.assess(book, 2019).departments()))
    with editing(book, 2019, "加分") as edit:
        bonus = next(row["name"] for row in edit.rows("category") if row["kind"] == "bonus")
        values = {"department": result.code, "category": bonus, "points": Decimal("0.5"), "stops_rewards": True}
        edit.insert("adjustment", {**values, "reason": "试", "basis": None, "treatment": None})
    return result.code


def test_a_backup_of_today_is_the_same_chain_with_the_same_totals(book, tmp_path):
    copy = backup(book, tmp_path / "备份.kpi")
    steps = []
    found = rehearse(book, copy, lambda done, total, what: steps.append(done))
    assert (found.findings, found.same_chain, found.behind) == ((), True, 0)
    assert [(year.year, year.backup_state, year.book_state, year.differing) for year in found.years] == [
        (2019, "draft", "draft", ())
    ]
    assert found.years[0].departments == len(assessing.assess(book, 2019).departments())
    assert steps == [0, 1, 2, 3, 4]


def test_what_a_restore_would_lose_is_counted_and_the_totals_stand_side_by_side(book, tmp_path):
    copy = backup(book, tmp_path / "备份.kpi")
    code = give_points(book)
    seals = digest(copy), digest(book.path)
    found = rehearse(book, copy)
    assert (found.same_chain, found.behind) == (True, 1)
    (pair,) = found.years[0].differing
    assert pair.code == code
    assert pair.book - pair.backup == Decimal("0.5")
    assert (digest(copy), digest(book.path)) == seals
    assert not list(tmp_path.glob("*.lock")) or journal.head(book)[0] == 2


def test_another_books_backup_is_another_chain(book, tmp_path):
    other = tmp_path / "other.kpi"
    import_workbook(other, SAMPLE / "2019.xlsx")
    with open_book(other) as opened:
        give_points(opened)
        copy = backup(opened, tmp_path / "别的.kpi")
    assert not rehearse(book, copy).same_chain


def test_a_damaged_backup_is_told_and_no_book_is_refused(book, tmp_path):
    copy = backup(book, tmp_path / "备份.kpi")
    content = bytearray(copy.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4000] = bytes(4000)
    copy.write_bytes(bytes(content))
    assert rehearse(book, copy).findings
    (tmp_path / "文.kpi").write_text("not a book", encoding="utf-8")
    with pytest.raises(Refusal):
        rehearse(book, tmp_path / "文.kpi")
    with pytest.raises(Refusal, match="没有找到备份文件"):
        rehearse(book, tmp_path / "无.kpi")
