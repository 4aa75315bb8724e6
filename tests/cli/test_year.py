"""The verb `year` to the end: 定稿 keeps the printed forms, a correction opens the second revision."""

import json
from pathlib import Path

import pytest

from kpi_desktop import cli
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.book.journal import history
from kpi_desktop.book.opening import open_book
from kpi_desktop.office.course import stored_forms
from kpi_desktop.office.supervision import evidence_bytes
from tests.office.test_freezing import DONE
from tests.office.zone import store


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A book whose 2020 lacks nothing and is in 复核."""
    return complete(tmp_path / "台账.kpi", "review")


def complete(path: Path, state: str) -> Path:
    """A book whose 2020 lacks nothing and is in `state`."""
    facts: Facts = DONE
    with open_book(path, create=True) as book:
        store(book, facts, state=state)
        with book.operation("参数") as op:
            op.insert("setting", {"edition_id": 1, "name": "缺项", "value": "折算"})
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict, list[str]]:
    """Exit status, JSON and the lines on standard error of `year`."""
    status = cli.main(["year", *arguments, "--json"])
    out, err = capsys.readouterr()
    return status, json.loads(out) if out else {}, err.splitlines()


def test_a_year_goes_through_every_state_on_the_way(tmp_path, capsys):
    book = complete(tmp_path / "台账.kpi", "draft")
    assert told(capsys, str(book), "2020", "--to", "final") == (0, {"state": "final", "blocked_by": []}, [])
    with open_book(book) as opened:
        actions = [event.entry.action for event in history(opened)]
    for state in ("执行", "考核", "复核", "定稿"):
        assert f"2020 年度转入{state}" in actions


def test_what_any_step_on_the_way_lacks_is_listed_and_nothing_moves(tmp_path, capsys):
    book = complete(tmp_path / "台账.kpi", "draft")
    with open_book(book) as opened, opened.operation("任务") as op:
        op.update("task", 1, {"standard": None})
        op.insert("appeal", {"edition_id": 1, "number": "S9", "department": "D1", "claim": "复核"})
    status, answer, errors = told(capsys, str(book), "2020", "--to", "定稿")
    assert (status, answer["state"]) == (1, "draft")
    assert any("没有完成标准" in each for each in answer["blocked_by"])
    assert any("S9 没有处理结果" in each for each in answer["blocked_by"])
    assert errors == answer["blocked_by"]


def test_a_refused_step_is_told_with_the_state_the_year_is_in(reviewed, capsys):
    status, answer, errors = told(capsys, str(reviewed), "2020", "--to", "running")
    assert (status, answer["state"]) == (1, "review")
    assert answer["blocked_by"] == errors
    assert "要写明原因" in errors[0]


def test_an_unknown_state_is_wrong_usage(reviewed, capsys):
    status, answer, errors = told(capsys, str(reviewed), "2020", "--to", "结束")
    assert (status, answer, len(errors)) == (2, {}, 1)


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
