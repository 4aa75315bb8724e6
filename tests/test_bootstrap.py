"""When the first start thinks it has something to do, and what it says when it cannot."""

import os
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from kpi_desktop import bootstrap

DECLARED = '[project]\ndependencies = ["tiny>=1"]\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project folder whose `.venv` was made for it by this Python."""
    monkeypatch.setattr(bootstrap, "PYPROJECT", str(tmp_path / "pyproject.toml"))
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(bootstrap, "STAMP", str(tmp_path / ".venv" / "stamp"))
    python = Path(bootstrap._python())
    python.parent.mkdir(parents=True)
    python.touch()
    (tmp_path / ".venv" / "pyvenv.cfg").write_text(f"home = {tmp_path}\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(DECLARED, encoding="utf-8")
    bootstrap._write_stamp(bootstrap._wanted(""))
    return tmp_path


def test_what_was_set_up_is_ready(folder):
    assert bootstrap.is_ready()


def test_the_test_set_is_asked_for_separately_and_includes_the_ordinary_one(folder):
    assert not bootstrap.is_ready("test")
    bootstrap._write_stamp(bootstrap._wanted("test"))
    assert bootstrap.is_ready("test")
    assert bootstrap.is_ready()


def test_a_new_dependency_is_not_ready_but_a_new_setting_of_a_tool_is(folder):
    (folder / "pyproject.toml").write_text(DECLARED + "\n[tool.ruff]\nline-length = 80\n", encoding="utf-8")
    assert bootstrap.is_ready()
    (folder / "pyproject.toml").write_text(DECLARED.replace("tiny", "other"), encoding="utf-8")
    assert not bootstrap.is_ready()


def test_another_python_version_is_not_ready(folder, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert not bootstrap.is_ready()


@pytest.mark.parametrize("lost", ["stamp", "pyvenv.cfg"])
def test_a_venv_that_lost_a_part_is_not_ready(folder, lost):
    (folder / ".venv" / lost).unlink()
    assert not bootstrap.is_ready()


def test_a_venv_copied_from_another_computer_is_not_ready(folder):
    (folder / ".venv" / "pyvenv.cfg").write_text("home = C:\\no\\such\\Python\n", encoding="utf-8")
    assert not bootstrap.is_ready()


def test_an_old_python_gets_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    with pytest.raises(SystemExit) as stop:
        bootstrap.ensure()
    assert stop.value.code == 1
    assert "需要 Python 3.11 或更新版本" in capsys.readouterr().err


def test_a_frozen_program_sets_nothing_up(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(bootstrap, "PYPROJECT", "no such file")
    assert bootstrap.ensure() is None


def test_without_rights_the_exact_command_is_printed(monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert not bootstrap._apt_install(["python3.11-venv"], "No module named ensurepip")
    assert "  sudo apt-get install python3.11-venv\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("WARNING: Retrying (Retry(total=4)) after connection broken", "HTTPS_PROXY"),
        ("ERROR: No matching distribution found for tiny>=1 (from versions: none)", "HTTPS_PROXY"),
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "磁盘空间不足"),
        ("ERROR: No matching distribution found for tiny>=9 (from versions: 1.0)", "Python 版本过新"),
    ],
)
def test_a_failed_download_says_what_to_do(printed, said):
    assert said in bootstrap._advice(printed)[0]


def test_every_dependency_is_declared_above_the_settings_of_tools():
    """The first start compares that part only."""
    text = (Path(bootstrap.ROOT) / "pyproject.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text.partition("\n[tool.")[0])["project"] == tomllib.loads(text)["project"]
