"""A chart proper: drawn by matplotlib in a worker at the widget's size; shown, copied and saved it is the same figure.

Nothing of matplotlib is imported in this thread, and nothing is drawn in it: the window stays free.
"""

from __future__ import annotations

import gc
import logging
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.look import pen
from ui.look.tokens import BODY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.jobs import Job, Jobs, Progress

SCREEN_DPI = 96.0
"""What a figure's 9 points are on the screen: 12 pixels."""
INCH = 25.4
WIDEST, NARROWEST = 1440, 360
SETTLED_MS = 200
"""How long a size must last before it is drawn for: while a window is dragged nothing is."""
PRINT_DPI = 200.0
PATIENCE_MS = 300
"""How long another chart may stay while the one that is asked for is drawn."""

_log = logging.getLogger(__name__)


@cache
def prepare() -> None:
    """Import what draws, in a worker, and set apart what is there by then.

    What is never thrown away need not be searched for what can be: with matplotlib imported a search through everything
    would hold up every thread for a quarter of a second, again and again.
    """
    from kpi_desktop.assessment.resting import collector_resting

    with collector_resting():
        import kpi_desktop.reports.pictures  # noqa: F401 - imported here so that it is not while drawing

        gc.freeze()


class ChartView(QWidget):
    """`drawn`: a chart came on screen; `failed` brings why it did not, in words; `told` what was copied or saved."""

    drawn = Signal()
    failed = Signal(str)
    told = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._name = ""
        self._make: Callable[[float, str, float], bytes | None] | None = None
        self._job: Job | None = None
        self._stale = False
        self._words = self._shown = ""
        self.image = QImage()
        self._sheet = _Sheet(self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED_MS)
        self._timer.timeout.connect(self._draw)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._put_away)

    # --- what is shown

    def show_chart(self, name: str, make: Callable[[float, str, float], bytes | None]) -> None:
        """Draw what `make` gives for a width in millimetres, a format and a resolution; None: nothing to show.

        It is called in a worker. What was shown stays until the new chart is there; another chart not for long.
        """
        self._name, self._make = name, make
        self.setAccessibleName(name)
        self._sheet.setAccessibleName(name)
        if name != self._shown:
            self._patience.start()
        if self.isVisible():
            self._draw()
        else:
            self._stale = True

    @property
    def words(self) -> str:
        """What is said instead of a chart; empty while one is shown."""
        return self._words

    @property
    def ratio(self) -> float:
        """Pixels of the screen a logical pixel."""
        return self.devicePixelRatioF()

    def _width(self) -> int:
        bar = self._scroll.verticalScrollBar().sizeHint().width()  # a high chart has one: nothing is cut by it
        return max(min(self.width() - bar, WIDEST), NARROWEST)

    def _draw(self) -> None:
        make, wide, ratio = self._make, self._width(), self.ratio
        if make is None:
            return
        if self._job is not None and self._job.running:
            self._stale = True
            return
        self._stale = False

        def work(progress: Progress) -> QImage | None:
            prepare()
            found = make(wide / SCREEN_DPI * INCH, "png", SCREEN_DPI * ratio)
            if found is None:
                return None
            image = QImage.fromData(found, "PNG")
            image.setDevicePixelRatio(ratio)
            return image

        self._say(self.tr("正在画“{name}”…").format(name=self._name) if self.image.isNull() else "")
        self._job = self._jobs.start(work, self.tr("画图：{name}").format(name=self._name))
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._fail)

    def _show(self, image: Any) -> None:
        self._job = None
        if self._stale:
            self._draw()
            return
        self.image, self._shown = image or QImage(), self._name
        self._say("" if image else self.tr("这一年还没有“{name}”要用的数据").format(name=self._name))
        self._sheet.updateGeometry()
        self._sheet.setMinimumHeight(round(self.image.height() / self.image.devicePixelRatio()))
        self.drawn.emit()

    def _put_away(self) -> None:
        """What is shown is another chart than the one that is asked for: say what is being drawn."""
        if self._job is not None and self._shown != self._name:
            self.image = QImage()
            self._say(self.tr("正在画“{name}”…").format(name=self._name))

    def _fail(self, error: Any) -> None:
        self._job = None
        self.image = QImage()
        self._say(self.tr("没有画出“{name}”").format(name=self._name))
        _log.error("a chart was not drawn", exc_info=error)
        self.failed.emit(str(error))

    def _say(self, words: str) -> None:
        self._words = words
        self._sheet.update()

    # --- what is done with it

    def copy(self) -> None:
        """Put the figure on the clipboard as it is shown."""
        if not self.image.isNull():
            QGuiApplication.clipboard().setImage(self.image)
            self.told.emit(self.tr("已复制“{name}”").format(name=self._shown))

    def save_to(self, path: Path) -> None:
        """Save the figure as PNG, SVG or PDF, as the name ends; at the resolution of print."""
        make, wide = self._make, self._width()
        if make is None:
            return

        def work(progress: Progress) -> Path:
            format = path.suffix.lower().removeprefix(".")
            found = make(wide / SCREEN_DPI * INCH, format if format in ("svg", "pdf") else "png", PRINT_DPI)
            path.write_bytes(found or b"")
            return path

        job = self._jobs.start(work, self.tr("存图：{name}").format(name=path.name))
        job.finished.connect(lambda saved: self.told.emit(self.tr("已存为 {path}").format(path=saved)))
        job.failed.connect(lambda error: self.failed.emit(self.tr("没有存成：{why}").format(why=error)))

    # --- size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll.setGeometry(self.rect())
        if event.size().width() != event.oldSize().width():
            self._timer.start()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._draw()


class _Sheet(QWidget):
    """The picture on its own white ground, in both looks: it is the sheet that would be printed."""

    def __init__(self, view: ChartView) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def sizeHint(self) -> QSize:
        image = self._view.image
        return (image.size() / image.devicePixelRatio()) if not image.isNull() else QSize(NARROWEST, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        image = self._view.image
        if image.isNull():
            pen.text(painter, QRectF(self.rect()), self._view.words, "secondary", BODY, align=pen.CENTRE)
        else:
            left = max((self.width() - image.width() / image.devicePixelRatio()) / 2, 0)
            painter.drawImage(round(left), 0, image)
        painter.end()
