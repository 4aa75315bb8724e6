"""The first start for real, in a small project with one tiny dependency and no network."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
START = """
import sys
from kpi_desktop import bootstrap
bootstrap.ensure()
import tiny
print(tiny.WORD, *sys.argv[1:])
"""


@pytest.fixture
def project(tmp_path):
    """A folder with a space and Chinese in its name, the real bootstrap.py, and a program that needs `tiny`."""
    folder = tmp_path / "开发区 考核"
    (folder / "kpi_desktop").mkdir(parents=True)
    for name in ("__init__.py", "bootstrap.py"):
        shutil.copy(ROOT / "kpi_desktop" / name, folder / "kpi_desktop" / name)
    (folder / "start.py").write_text(START, encoding="utf-8")
    (folder / "pyproject.toml").write_text('[project]\ndependencies = ["tiny==1"]\n', encoding="utf-8")
    wheel("1", folder)
    return folder


def wheel(version: str, folder: Path) -> None:
    """Write tiny-`version`, a package with one word, where pip finds it."""
    information = f"tiny-{version}.dist-info"
    with zipfile.ZipFile(folder / f"tiny-{version}-py3-none-any.whl", "w") as archive:
        archive.writestr("tiny.py", f"WORD = 'tiny {version}'\n")
        archive.writestr(f"{information}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n")
        archive.writestr(f"{information}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{information}/RECORD", "")


def start(project: Path) -> subprocess.Popen:
    """The program, started from elsewhere, as on a machine with nothing but Python."""
    settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": project.as_uri(), "PIP_CONFIG_FILE": os.devnull}
    return subprocess.Popen(
        [sys.executable, str(project / "start.py"), "参数"],
        env={**os.environ, **settings, "KPI_DESKTOP_NO_SETUP": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def result(process: subprocess.Popen) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    output, errors = process.communicate(timeout=120)
    return process.returncode, output, errors


def test_the_first_start_sets_up_and_the_second_says_nothing(project):
    status, output, errors = result(start(project))
    assert (status, output) == (0, "tiny 1 参数\n"), errors
    assert "运行环境已就绪" in errors
    assert result(start(project)) == (0, "tiny 1 参数\n", "")


def test_two_starts_at_once_set_up_once(project):
    together = [start(project), start(project)]
    results = [result(process) for process in together]
    assert [(status, output) for status, output, _ in results] == [(0, "tiny 1 参数\n")] * 2
    assert sum("建立 .venv" in errors for _, _, errors in results) == 1


def test_a_killed_set_up_is_begun_again(project):
    killed = start(project)
    for line in killed.stderr:
        if "安装" in line:  # pip is about to work
            killed.kill()
    killed.communicate()
    (package,) = (project / ".venv").rglob("site-packages/pip/__init__.py")
    package.write_text("what a half-written file looks like", encoding="utf-8")
    status, output, errors = result(start(project))
    assert (status, output) == (0, "tiny 1 参数\n"), errors


def test_a_failed_update_leaves_the_old_environment_and_succeeds_later(project):
    assert result(start(project))[0] == 0
    (project / "pyproject.toml").write_text('[project]\ndependencies = ["tiny==2"]\n', encoding="utf-8")
    status, output, errors = result(start(project))
    assert (status, output) == (1, "")
    assert "No matching distribution found for tiny==2" in errors
    wheel("2", project)
    status, output, errors = result(start(project))
    assert (status, output) == (0, "tiny 2 参数\n")
    assert "建立 .venv" not in errors
