"""The verbs lights, check, carry-over and year say the same as the window."""

import json

import pytest

from kpi_desktop import cli
from ui.pages.blanks.found import blanks_of, key_of


@pytest.fixture
def verb(window, capsys):
    """A verb on the very book that the window shows: its JSON and its errors."""

    def run(*arguments: object) -> tuple[dict, list[str]]:
        capsys.readouterr()
        cli.main([str(arguments[0]), str(window.desk.session.path), *map(str, arguments[1:]), "--json"])
        out, err = capsys.readouterr()
        return json.loads(out), err.splitlines()

    return run


@pytest.mark.parametrize("day", ["2020-03-31", "2020-07-20", "2020-12-31"])
def test_lights(window, verb, day):
    from datetime import date

    window.desk.session.choose_day(date.fromisoformat(day))
    answer, _ = verb("lights", "--year", 2020, "--date", day)
    view = window.desk.session.view
    assert [(each["code"], each["light"], tuple(each["reasons"])) for each in answer["tasks"]] == [
        (each.code, each.light, each.reasons) for each in view.task_lights
    ]
    assert [(each["code"], each["department"], each["light"]) for each in answer["targets"]] == [
        (each.code, each.department, each.light) for each in view.target_lights
    ]


def test_check(window, verb):
    window.desk.visit(("blanks",))
    answer, _ = verb("check", "--year", 2020)
    page = window.pages["blanks"]
    assert [(g["kind"], g["subject"], g["department"] or "") for g in answer["gaps"]] == [
        key_of(gap) for gap in blanks_of(window.desk.session.view)
    ]
    said = sum(gap["explained"] for gap in answer["gaps"])
    assert page.card.remark.text().startswith(f"共 {len(answer['gaps'])} 处空白，{said} 处已有说明")
    listed = {row.subject for row in page.table.rows.rows if row.subject}
    assert listed == {(g["kind"], g["subject"], g["department"] or "") for g in answer["gaps"]}


def test_year(window, verb):
    answer, errors = verb("year", 2020, "--to", "review")
    blockers = window.desk.session.view.checklist.blockers
    assert (answer["state"], answer["blocked_by"]) == ("assessing", [gap.message for gap in blockers])
    assert errors == answer["blocked_by"]


def test_carry_over(window, verb, qtbot):
    window.desk.visit(("carry_over",))
    page = window.pages["carry_over"]
    expected = [(i.carried.code, i.task.code, i.task.title, i.times) for i in page.preview.items]
    answer, _ = verb("carry-over", "--from", 2020)
    assert [(c["code"], c["from_code"], c["title"], c["times"]) for c in answer["carried"]] == expected
    window.desk.session.refresh()
    assert [row.subject for row in page.table.rows.rows] == [code for code, *_ in expected]
    assert not page.carry.isEnabled()
