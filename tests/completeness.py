"""A run is good only when it is whole: no test skipped, no file of tests left out, no earlier check failed."""

import json
import sys
from pathlib import Path

import pytest

COVERAGE = Path(".coverage.json")


class Completeness:
    """A pytest plugin that turns a silent gap into a failed run."""

    def __init__(self, failed_checks: list[str], expected_files: set[str]) -> None:
        """`expected_files` are relative to the root; each must give a test."""
        self.problems = [f"failed before the tests: {name}" for name in failed_checks]
        self.expected_files = expected_files
        self.files: set[str] = set()
        self.began_with_coverage = COVERAGE.stat().st_mtime_ns if COVERAGE.exists() else 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the file of a test, and a test that did not run where it should."""
        self.files.add(report.nodeid.partition("::")[0])
        allowed = "windows_only" in report.keywords and sys.platform != "win32"
        if report.skipped and not allowed:
            kind = "xfailed" if hasattr(report, "wasxfail") else "skipped"
            self.problems.append(f"{kind}: {report.nodeid}")

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a run that passed but is not whole."""
        self.problems += [f"gave no test: {file}" for file in sorted(self.expected_files - self.files)]
        if self.problems and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Show the gaps, and the coverage in one line, above pytest's own last line."""
        if COVERAGE.exists() and COVERAGE.stat().st_mtime_ns != self.began_with_coverage:
            terminalreporter.write_line(coverage_line(json.loads(COVERAGE.read_text(encoding="utf-8"))))
        if self.problems:
            terminalreporter.section("NOT A WHOLE RUN", red=True, bold=True)
            for problem in self.problems:
                terminalreporter.write_line(problem, red=True)


def coverage_line(report: dict) -> str:
    """The total and the files least covered."""
    files = sorted((file["summary"]["percent_covered"], name) for name, file in report["files"].items())
    least = ", ".join(f"{name} {percent:.0f} %" for percent, name in files[:4])
    return f"coverage {report['totals']['percent_covered']:.0f} % (least: {least})"
