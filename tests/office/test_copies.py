"""The backups of a book: which files they are, and how many automatic ones are kept."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office import copies
from kpi_desktop.office.copies import AT_RESTORE, BY_HAND, ON_CLOSING, back_up_automatically, copies_of
from kpi_desktop.office.maintenance import backup


@pytest.fixture
def book(tmp_path):
    with open_book(tmp_path / "台账.kpi", create=True) as opened:
        yield opened


def test_only_files_of_this_book_are_its_backups(book, tmp_path):
    safe = tmp_path / "safe"
    safe.mkdir()
    by_hand = backup(book, safe)
    automatic = back_up_automatically(book, safe)
    kept = tmp_path / "台账.kpi.before-restore-1"
    for path in (kept, tmp_path / "别的-备份-1.kpi", safe / "台账-备份-1.txt", safe / "台账.kpi"):
        path.write_bytes(b"x")
    os.utime(kept, (0, 0))
    found = copies_of(book.path, [safe, tmp_path / "nowhere"])
    assert {each.path: each.kind for each in found} == {by_hand: BY_HAND, automatic: ON_CLOSING, kept: AT_RESTORE}
    assert found[-1].path == kept
    assert found[-1].at == datetime.fromtimestamp(0)
    assert found[0].size == found[0].path.stat().st_size


def test_the_oldest_automatic_backups_go_and_no_others(book, tmp_path, monkeypatch):
    monkeypatch.setattr(copies, "MOST_AUTOMATIC", 3)
    safe = tmp_path / "safe"
    safe.mkdir()
    old = [safe / f"台账-自动备份-2020010{day}-000000.kpi" for day in range(1, 5)]
    others = [safe / "台账-备份-20200101-000000.kpi", safe / "别的-自动备份-20200101-000000.kpi"]
    for at, path in enumerate([*old, *others]):
        path.write_bytes(b"x")
        os.utime(path, (1000 + at, 1000 + at))
    made = back_up_automatically(book, safe)
    assert sorted(safe.iterdir()) == sorted([made, *old[2:], *others])


def test_a_folder_that_is_not_there_is_refused(book, tmp_path):
    with pytest.raises(Refusal):
        back_up_automatically(book, Path(tmp_path / "拔掉的盘"))
