"""What the window may take: a page of the preview turned and drawn, the event loop while charts are drawn."""

import statistics
import time
from itertools import pairwise

from PySide6.QtCore import QSize, QTimer

from tests.ui.conftest import own_settings, qapp_cls, sample, window

__all__ = ["own_settings", "qapp_cls", "sample", "window"]
PAGE_LIMIT, GAP_LIMIT, TICK_MS = 0.05, 0.1, 5


def test_turning_a_page_of_the_preview(window, qtbot, benchmark):
    """Going on and drawing the page at the size of the view."""
    window.desk.visit(("reports", "annual"))
    preview = window.pages["reports"].preview
    qtbot.waitUntil(lambda: preview.document.pageCount() > 20 and not window.desk.jobs.words(), timeout=60_000)

    def turn() -> float:
        taken = []
        for at in range(20):
            begun = time.perf_counter()
            preview.go_to(at)
            points = preview.document.pagePointSize(at)
            high = preview.view.viewport().height()
            preview.document.render(at, QSize(round(high * points.width() / points.height()), high))
            taken.append(time.perf_counter() - begun)
        return statistics.median(taken)

    median = benchmark.pedantic(turn, rounds=1)
    print(f"\na page turned in {median * 1000:.1f} ms")
    assert median < PAGE_LIMIT


def test_the_event_loop_while_charts_are_drawn(window, qtbot, benchmark):
    """The longest gap between ticks of a timer while three charts are drawn in a worker."""
    window.desk.visit(("score", "chart", "ranking"))
    charts = window.pages["score"].charts
    qtbot.waitUntil(lambda: not charts.chart.image.isNull(), timeout=20_000)
    ticks: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))

    def is_drawn(before: object) -> bool:
        return charts.chart.image is not before and not charts.chart.words

    def draw() -> None:
        timer.start(TICK_MS)
        for kind in ("heat", "months", "bullets"):
            before = charts.chart.image
            charts.show_chart(kind)
            qtbot.waitUntil(
                lambda before=before: charts.chart.image is not before and not charts.chart.words, timeout=20_000
            )
        timer.stop()

    benchmark.pedantic(draw, rounds=1)
    longest = max(later - earlier for earlier, later in pairwise(ticks))
    print(f"\nlongest gap of the event loop {longest * 1000:.0f} ms in {len(ticks)} ticks")
    assert longest < GAP_LIMIT
