"""The verb `year` to the end: 定稿 keeps the printed forms, a correction opens the second revision."""

import json
from pathlib import Path

import pytest

from kpi_desktop import cli
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.book.opening import open_book
from kpi_desktop.office.course import stored_forms
from kpi_desktop.office.supervision import evidence_bytes
from tests.office.test_freezing import DONE
from tests.office.zone import store


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A book whose 2020 lacks nothing and is in 复核."""
    path = tmp_path / "台账.kpi"
    facts: Facts = DONE
    with open_book(path, create=True) as book:
        store(book, facts, state="review")
        with book.operation("参数") as op:
            op.insert("setting", {"edition_id": 1, "name": "缺项", "value": "折算"})
    return path


def test_final_keeps_every_form_and_a_correction_is_the_second_revision(reviewed, capsys):
    assert cli.main(["year", str(reviewed), "2020", "--to", "定稿", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"state": "final", "blocked_by": []}
    with open_book(reviewed) as book:
        stored = stored_forms(book, 2020)
        names = [each.name for each in stored]
        assert "2020年度考核结果汇总表.pdf" in names
        assert sum("计分表" in name for name in names) == 2
        assert all(evidence_bytes(book, each.digest).startswith(b"%PDF") for each in stored)
    assert cli.main(["year", str(reviewed), "2020", "--to", "review", "--json"]) == 1
    assert "已定稿" in capsys.readouterr().err
    assert cli.main(["year", str(reviewed), "2020", "--to", "review", "--reason", "更正", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"state": "review", "blocked_by": []}
    assert cli.main(["verify", str(reviewed), "--json"]) == 0
