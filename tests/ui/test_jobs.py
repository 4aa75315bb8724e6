"""Work in the background: nothing that goes wrong there is lost."""

import sys

from ui.jobs import Jobs


def fail(_progress: object) -> None:
    raise ValueError("坏了")


def test_a_failure_goes_to_whoever_is_connected(qtbot, monkeypatch):
    crashes, told = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *error: crashes.append(error))
    jobs = Jobs()
    jobs.start(fail, "失败").failed.connect(told.append)
    qtbot.waitUntil(lambda: bool(told) and not jobs.words())
    assert str(told[0]) == "坏了"
    assert crashes == []
    jobs.close()


def test_a_failure_that_nobody_waits_for_is_a_crash(qtbot, monkeypatch):
    crashes = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: crashes.append(error))
    jobs = Jobs()
    jobs.start(fail, "失败")
    qtbot.waitUntil(lambda: bool(crashes) and not jobs.words())
    assert crashes[0][0] is ValueError
    jobs.close()
