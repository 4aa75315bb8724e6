"""The lines on which a worksheet is signed, with room for each name and day."""

from collections.abc import Sequence

from kpi_desktop.reports.excel_cells import TABLE_SIZE
from kpi_desktop.reports.paper import text_width

_ROOM_TO_SIGN, _SIGNED_BESIDE = (9, 6, 3), 200.0
"""Wide spaces between who signs and the day, the first that fit on one line; millimetres of a page called wide."""
DAY_TO_SIGN = "年　　月　　日"


def signed(labels: Sequence[str], room: float) -> list[str]:
    """Lines to sign on: all beside one another, on a wide page as many as fit, else under one another, days aligned."""
    found = [_line_to_sign(label, room) for label in labels]
    if text_width("　　".join(found), TABLE_SIZE) < room:
        return ["　　".join(found)]
    if room > _SIGNED_BESIDE:
        return filled(found, room)
    longest = max(text_width(label, TABLE_SIZE) for label in labels)
    lacks = [round((longest - text_width(label, TABLE_SIZE)) / text_width("　", TABLE_SIZE)) for label in labels]
    aligned = [_line_to_sign(f"{label}：{'　' * lack}", room, "") for label, lack in zip(labels, lacks, strict=True)]
    return aligned if all(text_width(line, TABLE_SIZE) < room for line in aligned) else found


def _line_to_sign(label: str, room: float, colon: str = "：") -> str:
    """Who signs with room for a name and the day, which goes onto a line of its own where the label is too long."""
    choices = [f"{label}{colon}{'　' * gap}{DAY_TO_SIGN}" for gap in _ROOM_TO_SIGN]
    apart = f"{label}{colon}\n{'　' * max(_ROOM_TO_SIGN)}{DAY_TO_SIGN}"
    return next((line for line in choices if text_width(line, TABLE_SIZE) < room), apart)


def filled(texts: Sequence[str], room: float) -> list[str]:
    """Lines with as many of the texts, each whole, beside one another as fit."""
    found: list[str] = []
    for text in texts:
        beside = f"{found[-1]}　　{text}" if found else text
        if found and text_width(beside, TABLE_SIZE) < room:
            found[-1] = beside
        else:
            found.append(text)
    return found
