"""The verb report: every format, one file or many, by what was chosen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kpi_desktop.exchange.sample import make_sample

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("zone") / "zone.kpi")


def report(book: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", "report", str(book), "--year", "2020", "--out", str(out), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120)


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx"])
def test_a_department_s_sheet_in_every_format(book, tmp_path, format):
    run = report(book, tmp_path, "--kind", "sheet", "--department", "D04", "--format", format, "--json")
    (file,) = json.loads(run.stdout)["files"]
    assert (run.returncode, run.stderr) == (0, "")
    assert Path(file).exists() and file.endswith(f"规划建设局（过程稿）.{format}")


def test_all_departments_in_one_file(book, tmp_path):
    run = report(book, tmp_path, "--kind", "sheet", "--merged", "--json")
    (file,) = json.loads(run.stdout)["files"]
    assert "（合订）" in file and [path.name for path in tmp_path.iterdir()] == [Path(file).name]


def test_a_month_is_chosen(book, tmp_path):
    run = report(book, tmp_path, "--kind", "monthly", "--month", "6")
    assert run.stdout.strip().endswith("-6月.pdf")


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (("--kind", "sheet", "--format", "doc"), 2, "doc"),
        (("--kind", "nonsense"), 2, "nonsense"),
        (("--kind", "directive", "--subject", "没有的"), 1, "没有“督办单”"),
        (("--kind", "ranking", "--format", "xlsx", "--merged"), 1, "只有 PDF 能合订"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_line(book, tmp_path, options, status, words):
    run = report(book, tmp_path, *options)
    assert run.returncode == status and words in run.stderr and run.stdout == ""
