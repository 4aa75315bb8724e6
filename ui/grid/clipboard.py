"""Blocks of cells as Excel and WPS put them on the clipboard: tab-separated, with quotes where a cell needs them."""

from collections.abc import Iterable, Sequence


def parsed(text: str) -> list[list[str]]:
    """The rows of a block. A cell that begins with a quote may hold tabs, line breaks and doubled quotes.

    The line break at the end that Excel adds makes no row; rows that are shorter stay so.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        cell, at = _quoted(text, at) if text[at : at + 1] == '"' else _plain(text, at)
        rows[-1].append(cell)
        if at >= len(text):
            break
        if text[at] == "\n":
            rows.append([])
        at += 1
        if at >= len(text) and text[-1] == "\n":
            rows.pop()
            break
    return rows


def _plain(text: str, at: int) -> tuple[str, int]:
    ends = [end for end in (text.find("\t", at), text.find("\n", at)) if end >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _quoted(text: str, at: int) -> tuple[str, int]:
    """A cell in quotes and where it ends; a quote that is never closed, or closed amid the cell, is a plain one."""
    parts = []
    start = at + 1
    while True:
        end = text.find('"', start)
        if end < 0:
            return _plain(text, at)
        parts.append(text[start:end])
        if text[end + 1 : end + 2] == '"':
            parts.append('"')
            start = end + 2
            continue
        if text[end + 1 : end + 2] not in ("", "\t", "\n"):
            return _plain(text, at)
        return "".join(parts), end + 1


def written(rows: Iterable[Sequence[str]]) -> str:
    """A block as it is put on the clipboard; `parsed` reads it back."""
    lines = ["\t".join(map(_cell, row)) for row in rows]
    return "\n".join(lines) + ("\n" if len(lines) > 1 and not lines[-1] else "")


def _cell(text: str) -> str:
    if any(sign in text for sign in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text
