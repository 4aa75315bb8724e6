"""The test command, `python3 tests`: set-up, linters, types, import contracts, then every test.

Arguments go to pytest alone (`python3 tests -k score`); `python3 tests benchmarks` runs the benchmarks. Fails when
anything fails, and when a test was skipped or a file of tests gave none.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # in the place of tests/

from kpi_desktop import bootstrap

CHECKS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy", "--strict", "kpi_desktop"],
    "import contracts": ["-c", "from importlinter.cli import lint_imports_command as main; main(['--no-logo'])"],
}
TOOLS = {"pdftoppm": "poppler-utils", "lowriter": "libreoffice-writer", "localc": "libreoffice-calc"}
"""Programs that read what the program writes, by their Debian package."""
WHOLE = ["-n", "2", "--cov", "--cov-report=json:.coverage.json"]
BENCHMARKS = ["tests/benchmarks", "--benchmark-enable", "-p", "no:randomly"]


def main() -> int:
    """Run what the command line asks for; the exit status."""
    bootstrap.ensure("test")
    os.chdir(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    bootstrap.ensure_libraries(sys.executable, TOOLS)
    arguments = sys.argv[1:]
    if arguments == ["benchmarks"]:
        return run_pytest(BENCHMARKS)
    if arguments:
        return run_pytest(arguments)
    failed = [name for name, check in CHECKS.items() if not passes(name, check)]
    return run_pytest(WHOLE, failed, expected=test_files()) or len(failed)


def passes(name: str, arguments: list[str]) -> bool:
    """Run one check with this interpreter and say in a line how it went; what it printed only when it failed."""
    begin = time.monotonic()
    run = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL
    )
    print(f"{'FAILED' if run.returncode else 'passed':8}{name}, {time.monotonic() - begin:.1f} s", flush=True)
    if run.returncode:
        print(run.stdout + run.stderr, flush=True)
    return run.returncode == 0


def test_files() -> set[str]:
    """Every file of tests on disk, as pytest names it, without the benchmarks."""
    files = (path.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py"))
    return {file.as_posix() for file in files if "benchmarks" not in file.parts}


def run_pytest(arguments: list[str], failed: list[str] | None = None, expected: set[str] | None = None) -> int:
    """Run pytest here, told of the checks that `failed` and of the files `expected` to give tests; its exit status."""
    import pytest

    from tests.completeness import Completeness

    return int(pytest.main(arguments, plugins=[Completeness(failed or [], expected or set())]))


if __name__ == "__main__":
    sys.exit(main())
