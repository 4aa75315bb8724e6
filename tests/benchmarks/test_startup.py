"""How long the window takes from the start of its process, against an empty PySide6 window on the same machine.

Runs of the contestants are interleaved, so that a busy moment hurts all of them alike; medians are compared.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROUNDS = 9
FRAME_LIMIT, FILLED_LIMIT = 1.5, 1.6

EMPTY = """
import sys, time
{imports}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)

def done():
    print(time.monotonic_ns(), flush=True)
    app.exit()

app = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
OURS = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from ui.app import application
from ui.frame.window import Window
from ui.look.theme import Appearance

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and getattr(watched, "view", watched) is not None:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False

def done():
    print(time.monotonic_ns(), flush=True)
    window.close()
    app.exit()

def opened():
    window.desk.session.changed.connect(lambda: window.pages["overview"].installEventFilter(painted))

app = application()
window = Window(Appearance(app), {book!r})
window.resize(1366, 768)
painted = Painted()
if {until!r} == "frame":
    window.installEventFilter(painted)
else:
    window.began.connect(opened)
window.show()
app.exec()
"""


def seconds(code: str, home: Path) -> float:
    """From before the process is made until it says that it is there."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),  # as installed: nobody compiles at every start
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(home),
        "APPDATA": str(home),
    }
    began = time.monotonic_ns()
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr
    return (int(run.stdout) - began) / 1e9


@pytest.fixture(scope="module")
def medians(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The median time of every contestant."""
    from kpi_desktop.exchange.sample import make_sample

    home = tmp_path_factory.mktemp("startup")
    book = str(make_sample(home / "sample.kpi"))
    contestants = {
        "empty": EMPTY.format(imports=""),
        "empty with sqlalchemy.orm": EMPTY.format(imports="import sqlalchemy.orm"),
        "frame": OURS.format(until="frame", book=book),
        "filled": OURS.format(until="filled", book=book),
    }
    for code in contestants.values():
        seconds(code, home)  # fill the caches of the disk and of the compiler
    runs = {name: [] for name in contestants}
    for _ in range(ROUNDS):
        for name, code in contestants.items():
            runs[name].append(seconds(code, home))
    return {name: statistics.median(times) for name, times in runs.items()}


def test_the_frame_is_painted_soon(medians, capsys):
    ratio = medians["frame"] / medians["empty"]
    with capsys.disabled():
        print(f"\nframe {medians['frame']:.3f} s ÷ empty window {medians['empty']:.3f} s = {ratio:.2f}")
    assert ratio <= FRAME_LIMIT


def test_the_overview_is_filled_soon(medians, capsys):
    base = medians["empty with sqlalchemy.orm"]
    ratio = medians["filled"] / base
    with capsys.disabled():
        print(f"\nfilled {medians['filled']:.3f} s ÷ empty window with sqlalchemy.orm {base:.3f} s = {ratio:.2f}")
    assert ratio <= FILLED_LIMIT
