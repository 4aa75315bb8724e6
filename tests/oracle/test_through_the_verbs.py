"""Whole random years from a typed workbook through the book to the verbs' JSON, against the oracle."""

from pathlib import Path
from secrets import randbelow

import pytest

from tests.oracle.random_years import random_year
from tests.oracle.verbs import differences_through_the_verbs

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them


def test_a_typed_workbook_comes_to_the_oracles_figures(tmp_path: Path) -> None:
    first = randbelow(2**32)
    found = {}
    for seed in (0, 1, first, first + 1, first + 2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        found[seed] = differences_through_the_verbs(random_year(seed), folder)[:5]
    assert not any(found.values()), found


def test_however_an_office_types_it_the_figures_are_the_same(tmp_path: Path) -> None:
    first = randbelow(2**32)
    found = {}
    for seed in (2, 3, first, first + 1, first + 2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        found[seed] = differences_through_the_verbs(random_year(seed), folder, dress=seed)[:5]
    assert not any(found.values()), found
