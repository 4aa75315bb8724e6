"""Who signs a Word form: lines for names and days, boxes for opinions, the two sides of an agreement; never apart."""

from collections.abc import Sequence

from kpi_desktop.reports.word_blocks import Place, cell_markup, framed, paragraph, row_markup, run
from kpi_desktop.reports.word_fit import (
    CELL_SIDES,
    DAY_SIGNS,
    LONG_LABEL,
    OPINION,
    OPINION_HEIGHT,
    SIDE_BY_SIDE,
    SIGN,
    long_in_pairs,
    signers_beside,
)
from kpi_desktop.reports.word_styles import TWIPS, cell_code

OPINION_LABEL = 34.0
"""Millimetres of the labels beside opinions."""
SIDE_LINES = ("", "{label}", "（盖章）", "", "负责人（签字）：", "", "\u3000\u3000年\u3000\u3000月\u3000\u3000日")
"""What each side of an agreement leaves under it."""
_SIGNED_AT = "（签字）："


def signatures(labels: Sequence[str], place: Place) -> list[str]:
    """The markup of all signatures."""
    if place.formal:
        return [_sides(labels, place.room)]
    if labels and all(label.endswith(OPINION) for label in labels):
        return [_opinions(labels, place.room)]
    if max(map(len, labels), default=0) <= LONG_LABEL:
        return [_side_by_side(labels, place.room, signers_beside(labels, place.room))]
    if long_in_pairs(labels, place.room):
        return [_side_by_side(labels, place.room, 2, long=True)]
    last = len(labels) - 1
    return [
        paragraph("FormSign", _name(label) + run("\u3000") + _day(), at < last, outer=True)
        for at, label in enumerate(labels)
    ]


def _name(label: str, blank: int = 8) -> str:
    return run(f"{label}：") + run("\u3000" * blank, "FormLine")


def _day() -> str:
    parts = (("\u3000\u3000", "年"), ("\u3000", "月"), ("\u3000", "日"))
    return "".join(run(blank, "FormLine") + run(word) for blank, word in parts)


def _side_by_side(labels: Sequence[str], room: float, beside: int, long: bool = False) -> str:
    """So many signers beside each other, the rest under them; `long`: their labels leave less room for a name."""
    width = room / beside
    one_line = long or width >= SIDE_BY_SIDE / 3
    rows = []
    for first in range(0, len(labels), beside):
        keep = first + beside < len(labels)
        cells = [_signer(label, width, one_line, keep) for label in labels[first : first + beside]]
        cells += [paragraph("FormSign", "")] * (beside - len(cells))
        rows.append(row_markup([cell_markup(cell, round(width * TWIPS)) for cell in cells]))
    return framed("TableNormal", [round(width * TWIPS)] * beside, "".join(rows))


def _signer(label: str, width: float, one_line: bool, keep: bool) -> str:
    if one_line:
        name = min(6, max(3, int((width - CELL_SIDES * 2) / SIGN) - len(label) - 1 - DAY_SIGNS))
        return paragraph("FormSign", _name(label, name) + run("\u3000") + _day(), keep)
    blank = min(8, max(3, int((width - CELL_SIDES * 2) / SIGN) - len(label) - 1))
    return paragraph("FormSign", _name(label, blank), keep=True) + paragraph("FormSignDay", _day(), keep)


def _opinions(labels: Sequence[str], room: float) -> str:
    """A box for each opinion, with room to write and a line for name and day at its foot."""
    widths = [round(OPINION_LABEL * TWIPS), round((room - OPINION_LABEL) * TWIPS)]
    name, line = cell_code(10.5, "head"), cell_code(10.5, "right")
    rows = []
    for at, label in enumerate(labels):
        keep = at < len(labels) - 1
        signed = paragraph(line, run(_SIGNED_AT) + run("\u3000" * 6, "FormLine") + run("\u3000") + _day(), keep)
        cells = [
            cell_markup(paragraph(name, run(label), keep), widths[0]),
            cell_markup(signed, widths[1], stands="bottom"),
        ]
        rows.append(row_markup(cells, height=OPINION_HEIGHT))
    return framed("FormOpinions", widths, "".join(rows), "签署意见")


def _sides(labels: Sequence[str], room: float) -> str:
    """The sides of an agreement beside each other, each with room for its seal, its head's name and the day."""
    width = round(room * TWIPS / max(len(labels), 1))
    rows = []
    for at, line in enumerate(SIDE_LINES):
        keep = at < len(SIDE_LINES) - 1
        words = [run(line.format(label=label)) if line else "" for label in labels]
        style = "SignSide" if line else "SignGap"
        rows.append(row_markup([cell_markup(paragraph(style, each, keep), width, stands="top") for each in words]))
    return framed("TableNormal", [width] * len(labels), "".join(rows))
