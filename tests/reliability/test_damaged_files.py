"""Damage of every kind: it is refused, it is found, or it has changed nothing that the book says."""

import random
import sqlite3
from pathlib import Path

import pytest

from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.maintenance import verify
from tests.book.conftest import empty_book, path
from tests.book.sample import contents, fill, finish

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them

__all__ = ["empty_book", "path"]


@pytest.fixture
def whole(path: Path) -> bytes:
    """A filled book with a history, as bytes."""
    with open_book(path) as book:
        finish(book, fill(book, 2024))
        edition = fill(book, 2025)
        for number in range(20):
            with book.operation(f"改 {number}") as operation:
                operation.update("edition", edition, {"reason": f"第 {number} 次"})
    return path.read_bytes()


def said(path: Path) -> dict | None:
    """What the book says; None where it cannot be read."""
    try:
        return contents(path)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def test_flipped_bits(path: Path, whole: bytes):
    before = said(path)
    chance = random.Random(2)
    for _ in range(120):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        found = verify(path).findings
        assert found or said(path) == before


def test_zeroed_and_garbled_pages(path: Path, whole: bytes):
    before = said(path)
    chance = random.Random(3)
    for page in chance.sample(range(len(whole) // 4096), 25):
        for content in (b"\x00" * 4096, chance.randbytes(4096)):
            path.write_bytes(whole[: page * 4096] + content + whole[(page + 1) * 4096 :])
            assert verify(path).findings or said(path) == before


@pytest.mark.parametrize("part", [0.0, 0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused_and_left_as_it_is(path: Path, whole: bytes, part: float):
    cut = whole[: int(len(whole) * part)]
    path.write_bytes(cut)
    with pytest.raises(Refusal):
        open_book(path)
    assert not verify(path).ok
    assert path.read_bytes() == cut


def test_garbage_at_the_end_changes_nothing(path: Path, whole: bytes):
    before = said(path)
    path.write_bytes(whole + b"garbage" * 1000)
    assert verify(path).findings or said(path) == before


def test_no_damage_is_a_crash(path: Path, whole: bytes):
    """Reading a damaged book ends in a value or in a refusal, never in an exception of the driver."""
    from kpi_desktop.book.facts import load

    chance = random.Random(4)
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(30):
            damaged[chance.randrange(100, len(whole))] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            with open_book(path, read_only=True) as book:
                load(book, 2025)
        except Refusal as refusal:
            assert refusal.message
