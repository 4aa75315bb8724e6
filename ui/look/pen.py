"""What widgets and delegates paint with: text that elides, bold figures inside sentences, lights, tags, bars."""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from ui.look.fonts import font
from ui.look.theme import colour
from ui.look.tokens import BODY, RADIUS, SMALL, TINY

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
WRAP = Qt.TextFlag.TextWordWrap
LIGHT_TOKENS = {"red": "red", "yellow": "amber", "green": "green", "grey": "grey"}
_FIGURE = re.compile(r"[+\-−]?\d[\d,.]*%?")


@cache
def metrics(size: int = BODY, bold: bool = False) -> QFontMetricsF:
    """Metrics of the interface's font, kept: making them costs more than measuring a word."""
    return QFontMetricsF(font(size, bold))


def width(words: str, size: int = BODY, bold: bool = False) -> float:
    """How wide `words` are."""
    return metrics(size, bold).horizontalAdvance(words)


def text(
    painter: QPainter,
    box: QRectF,
    words: str,
    token: str = "text",
    size: int = BODY,
    bold: bool = False,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Paint `words` on one line inside `box`, with … where they do not fit; how wide they came out."""
    measure = metrics(size, bold)
    wide = measure.horizontalAdvance(words)
    if wide > box.width() + 0.5:
        words = measure.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        wide = measure.horizontalAdvance(words)
    painter.setFont(font(size, bold))
    painter.setPen(colour(token))
    painter.drawText(box, align | Qt.TextFlag.TextSingleLine, words)
    return wide


def paragraph(
    painter: QPainter, box: QRectF, words: str, lines: int, token: str = "secondary", size: int = SMALL
) -> None:
    """Paint `words` on up to `lines` lines from the top of `box`, with … where they do not fit."""
    painter.setFont(font(size))
    painter.setPen(colour(token))
    shown = _cut(words, round(box.width()), lines, size)
    painter.drawText(box, WRAP | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)


def _cut(words: str, wide: int, lines: int, size: int) -> str:
    """`words`, or as much of them as `lines` lines of a width hold, with … at the end."""
    measure = metrics(size)
    room = QRectF(0, 0, wide, 10_000)

    def fits(shown: str) -> bool:
        return measure.boundingRect(room, WRAP, shown).height() < measure.lineSpacing() * (lines + 0.5)

    if fits(words):
        return words
    short, long = 0, len(words)
    while long - short > 1:
        middle = (short + long) // 2
        short, long = (middle, long) if fits(words[:middle] + "…") else (short, middle)
    return words[:short].rstrip("\n，；") + "…"


def figures(painter: QPainter, box: QRectF, words: str, token: str = "text", size: int = BODY) -> None:
    """Paint a sentence on one line with its figures bold."""
    left, at = box.left(), 0
    for match in [*_FIGURE.finditer(words), None]:
        plain = words[at : match.start()] if match else words[at:]
        for part, bold in ((plain, False), (match.group() if match else "", True)):
            if part and left < box.right():
                room = QRectF(left, box.top(), box.right() - left, box.height())
                left += text(painter, room, part, token, size, bold)
        at = match.end() if match else at


def light(painter: QPainter, centre: QPointF, name: str, size: float = 9) -> None:
    """A light's shape: red diamond, amber triangle, green dot, grey ring."""
    half = size / 2
    token = colour(LIGHT_TOKENS[name])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token)
    if name == "red":
        around = ((0, -half - 1), (half + 1, 0), (0, half + 1), (-half - 1, 0))
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in around]))
    elif name == "yellow":
        around = ((0, -half - 0.5), (half + 1, half), (-half - 1, half))
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in around]))
    elif name == "green":
        painter.drawEllipse(centre, half, half)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(token, 1.6))
        painter.drawEllipse(centre, half - 1, half - 1)
    painter.restore()


def tag_width(words: str) -> float:
    """The width of a tag with `words`."""
    return width(words, TINY) + 10


def tag(painter: QPainter, left: float, middle: float, words: str, dashed: bool = False) -> float:
    """A small tag that begins at `left` around the height `middle`: dashed accent (待定) or quiet; its width."""
    box = QRectF(round(left) + 0.5, round(middle) - 8.5, round(tag_width(words)), 17)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if dashed:
        painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("chip"))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.restore()
    text(painter, box, words, "accent" if dashed else "secondary", TINY, align=CENTRE)
    return box.width()


CARD_WIDE, CARD_HIGH = 19, 17


def card_word(name: str) -> str:
    """What is written in a directive's card."""
    translate = QCoreApplication.translate
    return {"blue": translate("Card", "蓝"), "yellow": translate("Card", "黄"), "red": translate("Card", "红")}[name]


def card(painter: QPainter, left: float, middle: float, name: str, issued: bool = True) -> float:
    """A directive's small card: filled once issued, dashed while proposed; its width."""
    box = QRectF(round(left) + 0.5, round(middle) - 8.5, CARD_WIDE, CARD_HIGH)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if issued:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"card_{name}"))
    else:
        painter.setPen(QPen(colour(f"card_{name}_text"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    painter.restore()
    text(painter, box, card_word(name), "on_card" if issued else f"card_{name}_text", TINY, align=CENTRE)
    return CARD_WIDE + 1


def bar(
    painter: QPainter, box: QRectF, share: float, tick: float | None = None, token: str = "bar", track: str = "track"
) -> None:
    """A bar filled to `share` (0-1) of `box`, with a 2 px tick at `tick`."""
    painter.fillRect(box, colour(track))
    fill = QRectF(box.left(), box.top(), box.width() * min(max(share, 0.0), 1.0), box.height())
    painter.fillRect(fill, colour(token))
    if tick is not None:
        left = round(box.left() + box.width() * min(max(tick, 0.0), 1.0)) - 1
        painter.fillRect(QRectF(left, box.top() - 2, 2, box.height() + 4), colour("text"))


def frame(painter: QPainter, box: QRectF, fill: str = "surface", edge: str = "border", radius: float = RADIUS) -> None:
    """A filled box with a hairline around it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(edge), 1))
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()
