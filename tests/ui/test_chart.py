"""Charts on screen: drawn off the window's thread, which stays free; copied and saved they are the same figure."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QGuiApplication, QImage

from ui.jobs import Jobs
from ui.parts.chart import ChartView

ROOT = Path(__file__).parents[2]

PROGRAM = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
import ui.quick
from ui.app import application
from ui.frame.window import Window
from ui.look.theme import Appearance

app = application()
window = Window(Appearance(app), Path(sys.argv[1]))
window.show()
threads = set()

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "matplotlib":
            threads.add(threading.current_thread() is threading.main_thread())

sys.meta_path.insert(0, Watch())

def begin():
    if window.desk is None or "overview" not in window.pages:
        QTimer.singleShot(50, begin)
        return
    print("early", "matplotlib" in sys.modules)
    window.desk.visit(("score", "chart", "ranking"))
    window.pages["score"].charts.chart.drawn.connect(end)

def end():
    print("drawn", "matplotlib" in sys.modules, sorted(threads))
    window.close()
    app.quit()

QTimer.singleShot(50, begin)
app.exec()
"""


@pytest.fixture
def charts(window):
    window.desk.visit(("score", "chart", "ranking"))
    return window.pages["score"].charts


def drawn(qtbot, charts, kind: str) -> QImage:
    before = charts.chart.image
    charts.show_chart(kind)
    qtbot.waitUntil(lambda: charts.chart.image is not before and not charts.chart.words, timeout=20_000)
    return charts.chart.image


def test_matplotlib_comes_after_the_first_paint_and_in_another_thread(sample, tmp_path):
    copy = tmp_path / sample.name
    copy.write_bytes(sample.read_bytes())
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(copy), str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert run.stdout.splitlines() == ["early False", "drawn True [False]"]


@pytest.mark.parametrize("kind", ["ranking", "bullets", "months", "heat", "contribution", "rewards", "curve"])
def test_every_chart_is_drawn_at_the_size_it_is_shown_at(window, qtbot, charts, kind):
    window.pages["score"].visit(("line", "D01", "E01"))
    window.pages["score"].show_part("charts")
    image = drawn(qtbot, charts, kind)
    shown = image.width() / image.devicePixelRatio()
    assert abs(shown - charts.chart._width()) <= 2
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 3


def test_the_figure_is_made_outside_the_windows_thread(qtbot):
    jobs, seen = Jobs(), []
    view = ChartView(jobs)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()

    def make(width: float, format: str, dpi: float) -> bytes | None:
        seen.append((threading.current_thread() is threading.main_thread(), round(width), format, dpi))
        return None

    view.show_chart("空图", make)
    qtbot.waitUntil(lambda: bool(view.words) and "还没有" in view.words)
    assert seen[-1][0] is False and seen[-1][2:] == ("png", 96.0)
    jobs.close()


def test_copied_and_saved_it_is_the_same_figure(qtbot, charts, tmp_path):
    image = drawn(qtbot, charts, "ranking") if charts.chart.image.isNull() else charts.chart.image
    qtbot.waitUntil(lambda: not charts.chart.image.isNull(), timeout=20_000)
    image = charts.chart.image
    charts.copy.click()
    assert QGuiApplication.clipboard().image().size() == image.size()
    for name, magic in (("图.png", b"\x89PNG"), ("图.svg", b"<?xml"), ("图.pdf", b"%PDF")):
        path = tmp_path / name
        charts.chart.save_to(path)
        qtbot.waitUntil(lambda path=path: path.exists() and path.stat().st_size > 0, timeout=20_000)
        assert path.read_bytes().startswith(magic)
    printed = QImage(str(tmp_path / "图.png"))
    assert abs(printed.width() / printed.height() - image.width() / image.height()) < 0.01


def test_what_cannot_be_drawn_says_so(qtbot, caplog):
    jobs, told = Jobs(), []
    view = ChartView(jobs)
    qtbot.addWidget(view)
    view.failed.connect(told.append)
    view.show()

    def broken(width: float, format: str, dpi: float) -> bytes | None:
        raise ValueError("坏了")

    view.show_chart("坏图", broken)
    qtbot.waitUntil(lambda: told == ["坏了"])
    assert view.words == "没有画出“坏图”"
    jobs.close()


def picture() -> bytes:
    """A small PNG."""
    kept = QBuffer()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    image.save(kept, "PNG")
    return kept.data().data()


def test_another_chart_does_not_stay_while_the_one_asked_for_is_drawn(qtbot):
    """The first is there, the second takes long: what is being drawn is said."""
    jobs, free = Jobs(), threading.Event()
    view = ChartView(jobs)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.show_chart("甲图", lambda *_: picture())
    qtbot.waitUntil(lambda: not view.image.isNull())

    def slow(*_: object) -> bytes:
        free.wait(20)
        return picture()

    view.show_chart("乙图", slow)
    assert not view.image.isNull()
    qtbot.waitUntil(lambda: view.image.isNull() and view.words == "正在画“乙图”…")
    free.set()
    qtbot.waitUntil(lambda: not view.image.isNull() and not view.words)
    jobs.close()
