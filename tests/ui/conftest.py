"""The window on the sample zone, with settings of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from kpi_desktop.exchange.sample import make_sample
from ui.app import application
from ui.frame.window import Window
from ui.look.theme import Appearance


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("zone") / "高新区2020示例.kpi")


@pytest.fixture(scope="session")
def qapp_cls():
    from PySide6.QtWidgets import QApplication

    return QApplication


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))


@pytest.fixture
def window(qtbot, sample: Path, tmp_path: Path) -> Iterator[Window]:
    book = tmp_path / sample.name
    book.write_bytes(sample.read_bytes())
    shown = Window(Appearance(application()), book)
    shown.resize(1600, 900)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: shown.desk is not None and "overview" in shown.pages, timeout=10_000)
    yield shown
    shown.close()
