"""Scoring: growth with the number of lines, and side by side with LibreOffice recalculating the same year."""

import math
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kpi_desktop.assessment.plan import prepare
from kpi_desktop.assessment.scoring import score, score_plan
from tests.benchmarks import formulas_workbook
from tests.benchmarks.timing import interleaved
from tests.benchmarks.years import large_year

SIZES = (3_000, 30_000, 300_000)
SYSTEM_PYTHON = "/usr/bin/python3"
PORT = "28713"
ROUNDS, IN_A_ROW = 7, 5


def test_growth(benchmark) -> None:
    plans = {size: prepare(large_year(size)) for size in SIZES}
    contestants = {f"{size}": (lambda plan=plan: score_plan(plan)) for size, plan in plans.items()}
    found = benchmark.pedantic(interleaved, args=(contestants, 7), rounds=1)
    exponent = math.log(found["300000"] / found["3000"]) / math.log(100)
    years = {size: large_year(size) for size in SIZES[:2]}
    whole = interleaved({f"{size}": (lambda facts=facts: score(facts)) for size, facts in years.items()}, 5)
    benchmark.extra_info.update(found, exponent=exponent)
    print(f"\nscoring {found} exponent {exponent:.3f}; with preparation {whole}")


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("soffice"), reason="needs LibreOffice")
def test_against_libreoffice(benchmark, tmp_path: Path) -> None:
    facts = large_year(3_000)
    workbook = tmp_path / "year.xlsx"
    formulas_workbook.write(facts, workbook)
    script = Path(__file__).with_name("office_process.py")
    with subprocess.Popen(
        [SYSTEM_PYTHON, script, workbook, PORT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as office:
        ready = office.stdout.readline().split()
        first = next(r for g in score(facts).groups for r in g.departments if r.code == facts.departments[0].code)
        assert abs(float(ready[1]) - float(first.total)) < 0.011, "the workbook computes another year"
        plan = prepare(facts)
        ours, theirs = [], []

        def ask() -> None:
            office.stdin.write("\n")
            office.stdin.flush()
            theirs.append(float(office.stdout.readline()))

        def turn() -> None:
            for _ in range(ROUNDS):
                for _ in range(IN_A_ROW):
                    begun = time.perf_counter()
                    score_plan(plan)
                    ours.append(time.perf_counter() - begun)
                for _ in range(IN_A_ROW):
                    ask()

        benchmark.pedantic(turn, rounds=1)
        office.stdin.close()
    ratio = statistics.median(theirs) / statistics.median(ours)
    benchmark.extra_info["ratio"] = ratio
    print(
        f"\nLibreOffice {statistics.median(theirs):.4f} s, scoring {statistics.median(ours):.4f} s: {ratio:.1f} times"
    )
