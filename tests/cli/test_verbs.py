"""The verbs as a script calls them: JSON as the workbook's page gives it, errors in one line, exit status."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kpi_desktop import cli
from kpi_desktop.exchange.sample import SAMPLE, make_sample

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("sample") / "zone.kpi")


@pytest.fixture
def run(capsys):
    def run(*arguments: object) -> tuple[int, dict, list[str]]:
        status = cli.main([*map(str, arguments), "--json"])
        out, err = capsys.readouterr()
        assert out.count("\n") == (1 if out else 0)
        return status, json.loads(out) if out else {}, err.splitlines()

    return run


def test_score_gives_every_department_in_rank_order_with_lines_by_code(run, sample):
    status, answer, _ = run("score", sample, "--year", 2020)
    assert status == 0
    assert [group["group"] for group in answer["groups"]] == ["经济组", "综合组", "派驻单位"]
    for group in answer["groups"]:
        totals = [Decimal(department["total"]) for department in group["departments"]]
        assert totals == sorted(totals, reverse=True)
        for department in group["departments"]:
            codes = [line["code"] for line in department["lines"]]
            assert codes == sorted(codes)
            scores = sum(Decimal(line["score"]) for line in department["lines"])
            extra = Decimal(department["bonus"]) - Decimal(department["deduction"])
            assert Decimal(department["total"]) == max(scores + extra, Decimal(0))
            assert sum(Decimal(category["full"]) for category in department["categories"]) == 100


def test_the_open_tie_and_the_veto_of_the_sample_are_told(run, sample):
    _, answer, _ = run("score", sample, "--year", 2020)
    by_code = {d["code"]: d for group in answer["groups"] for d in group["departments"]}
    assert {code for code, each in by_code.items() if each["undecided"]} == {"D01", "D06"}
    assert {code for code, each in by_code.items() if each["veto"]} == {"D13"}
    assert by_code["D01"]["total"] == by_code["D06"]["total"] == "91.69"
    assert by_code["D07"]["economic_share"] == "0.764700000000000"


def test_rewards_agree_across_and_down(run, sample):
    _, answer, _ = run("rewards", sample, "--year", 2020)
    across = sum(Decimal(each["net"]) for each in answer["departments"])
    down = sum(Decimal(rule["distributed"]) for rule in answer["rules"])
    assert across == down
    for each in answer["departments"]:
        assert Decimal(each["net"]) == sum(Decimal(item["amount"]) for item in each["items"])
        assert Decimal(each["net"]) == Decimal(each["rewards"]) + Decimal(each["penalties"])
    assert [rule["undistributed"] for rule in answer["rules"] if rule["rule"] == "经济指标贡献奖励"] == ["100000"]


def test_check_and_lights_have_the_kinds_of_the_contract(run, sample):
    _, checked, _ = run("check", sample, "--year", 2020)
    assert not checked["ready"]
    assert {gap["kind"] for gap in checked["gaps"]} == {
        *("no_result", "no_report", "no_due_date", "no_standard", "unanswered", "unrated", "appeal_open"),
        *("undecided", "preliminary"),
    }
    _, lit, _ = run("lights", sample, "--year", 2020, "--date", "2020-11-24")
    assert {each["light"] for each in lit["tasks"]} == {"red", "yellow", "green", "grey"}
    assert all(not each["reasons"] for each in lit["tasks"] if each["light"] == "green")


def test_explain_tells_steps_and_the_next_point(run, sample):
    _, answer, _ = run("explain", sample, "--year", 2020, "--department", "D04", "--line", "E01")
    (line,) = answer["lines"]
    assert line["steps"][-1].startswith("得分:")
    assert line["next_point"] is None or Decimal(line["next_point"]) > 0


def test_carry_over_twice_carries_nothing_twice(run, sample, tmp_path):
    book = tmp_path / "copy.kpi"
    book.write_bytes(sample.read_bytes())
    _, again, _ = run("carry-over", book, "--from", 2019)
    assert again == {"from": 2019, "to": 2020, "carried": []}
    _, onward, _ = run("carry-over", book, "--from", 2020)
    codes = {each["from_code"]: each["times"] for each in onward["carried"]}
    assert codes["2019-K08"] == 3
    _, twice, _ = run("carry-over", book, "--from", 2020)
    assert twice["carried"] == []


def test_import_of_an_export_changes_nothing(run, sample, tmp_path):
    workbook = tmp_path / "out.xlsx"
    assert run("export", sample, workbook, "--year", 2020)[0] == 0
    before = sample.read_bytes()
    status, answer, errors = run("import", sample, workbook)
    assert (status, answer["new"], answer["changed"], answer["errors"], errors) == (0, 0, 0, [], [])
    assert sample.read_bytes() == before


def test_all_bad_cells_are_told_at_once_and_nothing_is_written(run, tmp_path):
    workbook = load_workbook(SAMPLE / "2020.xlsx")
    workbook["责任分解"]["D7"] = "七十五"
    workbook["部门"]["A3"] = None
    workbook.save(tmp_path / "bad.xlsx")
    status, answer, errors = run("import", tmp_path / "new.kpi", tmp_path / "bad.xlsx")
    cells = [error["cell"] for error in answer["errors"]]
    assert status == 1
    assert "责任分解!D7" in cells
    assert "部门!A3" in cells
    assert len(errors) == len(cells)
    assert not list(tmp_path.glob("new.kpi*"))


def test_a_year_that_is_not_ready_stays_where_it_is(run, sample, tmp_path):
    book = tmp_path / "copy.kpi"
    book.write_bytes(sample.read_bytes())
    status, answer, errors = run("year", book, 2020, "--to", "review")
    assert (status, answer["state"]) == (1, "assessing")
    assert answer["blocked_by"] and len(errors) == len(answer["blocked_by"])


def test_a_final_year_opens_a_revision_with_a_reason_only(run, sample, tmp_path):
    book = tmp_path / "copy.kpi"
    book.write_bytes(sample.read_bytes())
    assert run("year", book, 2019, "--to", "review")[0] == 1
    status, answer, _ = run("year", book, 2019, "--to", "review", "--reason", "更正税务局实绩")
    assert (status, answer) == (0, {"state": "review", "blocked_by": []})
    assert run("verify", book)[1] == {"ok": True, "findings": []}


def test_backup_and_restore(run, sample, tmp_path):
    book = tmp_path / "zone.kpi"
    book.write_bytes(sample.read_bytes())
    _, answer, _ = run("backup", book)
    assert Path(answer["file"]).exists()
    run("year", book, 2020, "--to", "running", "--reason", "试")
    assert run("restore", book, answer["file"])[0] == 0
    assert run("year", book, 2020, "--to", "assessing")[1]["state"] == "assessing"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("score", "none.kpi", "--year", 2020), 1),
        (("score",), 2),
        (("nothing",), 2),
        (("score", "x", "--year", "二"), 2),
        (("lights", "x", "--year", 2020, "--date", "2020-02-30"), 1),
        (("report", "x", "--year", 2020, "--kind", "没有", "--out", "y"), 2),
        (("report", "x", "--year", 2020, "--format", "txt", "--out", "y"), 2),
        (("year", "x", 2020, "--to", "没有"), 2),
    ],
)
def test_errors_are_one_line_each(arguments, status, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli.main([*map(str, arguments)]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


@pytest.mark.parametrize("day", ["2020-11-24", "2020/11/24", "2020年11月24日", "2020.11.24"])
def test_a_day_is_typed_as_in_a_cell(run, sample, day):
    assert run("lights", sample, "--year", 2020, "--date", day) == run(
        "lights", sample, "--year", 2020, "--date", "2020-11-24"
    )


def test_demo_answers_in_json_and_opens_no_window(run, tmp_path):
    place = tmp_path / "示例.kpi"
    assert run("demo", "--book", place) == (0, {"file": str(place)}, [])
    assert run("verify", place)[1] == {"ok": True, "findings": []}


def test_demo_without_a_display_does_the_main_job(tmp_path):
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "demo", "--book", tmp_path / "zone.kpi"],
        env={"PATH": "", "HOME": str(tmp_path), "KPI_DESKTOP_NO_SETUP": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "投资促进局" in done.stdout
    assert "奖惩兑现" in done.stdout
    (report,) = tmp_path.rglob("*.pdf")
    assert str(report) in done.stdout.replace("\n", "")
    assert report.read_bytes().startswith(b"%PDF")
