"""What holds for every test: no screen, one time zone, no network, nobody's settings, nothing left running."""

import os
import socket
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = str(Path(__file__).parent.parent)
LOCAL = ("127.", "localhost", "::1")
PATIENCE = 1.0
"""Seconds that a thread gets to end after its test."""
STUCK: list[object] = []
"""Threads that would not end: destroying one would abort the run."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(TZ="Asia/Shanghai", LANG="C.UTF-8", LC_ALL="C.UTF-8")
os.environ["KPI_DESKTOP_NO_SETUP"] = "1"  # main.py started by a test stays in the interpreter of the tests
if hasattr(time, "tzset"):
    time.tzset()

WINDOW_TESTS = Path(__file__).parent / "ui"
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Benchmarks run only when they are asked for."""
    asked = any("benchmarks" in argument for argument in config.invocation_params.args)
    return True if collection_path.name == "benchmarks" and not asked else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what only Windows can run; tests of the window do not trace what has tests of its own."""
    for item in items:
        if item.path.is_relative_to(WINDOW_TESTS):
            item.add_marker(pytest.mark.no_cover)
    if sys.platform != "win32":
        for item in items:
            if item.get_closest_marker("windows_only"):
                item.add_marker(pytest.mark.skip(reason="needs Windows"))


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Trace nothing in a test without coverage: in a worker pytest-cov has begun twice and pauses one of them only."""
    if not item.get_closest_marker("no_cover"):
        return (yield)
    here, in_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(here)
        threading.settrace(in_threads)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let sockets reach this machine only."""
    plain = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOCAL):
            pytest.fail(f"a test reached for the network: {address}")
        plain(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        yield


@pytest.fixture(scope="session", autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings, data and logs of whoever runs the tests out of them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(variable, str(home))
        yield


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a thread or a timer running, and say where it was started."""
    started: list[tuple[weakref.ref, str]] = []
    with pytest.MonkeyPatch.context() as patch:
        for kind in runners():
            patch.setattr(kind, "start", recording(kind.start, started))
        yield
    left = [] if "PySide6.QtCore" not in sys.modules else left_in_qt()
    left += [f"{type(it()).__name__} started at {where}" for it, where in started if still_runs(it())]
    assert not left, "left running: " + "; ".join(left)


def runners() -> list[type]:
    """The classes whose `start` begins something; Qt's only when it is loaded."""
    if "PySide6.QtCore" not in sys.modules:
        return [threading.Thread]
    from PySide6.QtCore import QThread, QTimer

    return [threading.Thread, QThread, QTimer]


def recording(start: Callable, started: list) -> Callable:
    """`start` that notes the object, weakly, and the line of the project that called it."""

    def recorded(self, *arguments, **named):
        lines = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_stack(sys._getframe(1))]
        ours = [line for line in lines if line[0].startswith(ROOT)] or lines
        started.append((weakref.ref(self), "{}:{}".format(*ours[0])))
        return start(self, *arguments, **named)

    return recorded


def left_in_qt() -> list[str]:
    """What Qt's global thread pool still does, once Qt has deleted what it was told to delete."""
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [] if QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000)) else ["a task in the QThreadPool"]


def still_runs(it: object | None) -> bool:
    """Whether a thread goes on after some patience, or a timer ticks; both are told to stop, for the tests after."""
    if it is None:
        return False
    if isinstance(it, threading.Thread):
        it.join(PATIENCE)
        return it.is_alive()
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    if not isValid(it):
        return False
    if isinstance(it, QTimer):
        running = it.isActive()
        it.stop()
        return running
    if it.wait(int(PATIENCE * 1000)):
        return False
    it.requestInterruption()
    it.quit()
    STUCK.append(it)
    return True
