"""版式: the office's changes to its printed forms, kept with the year. They alter no figure."""

from collections.abc import Mapping
from io import BytesIO

from kpi_desktop.book.attachments import content_of
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.edit import editing, looking

TABLE, LOGO = "form_setting", "logo"
LARGEST_LOGO = 300 * 1024
LONGEST_TEXT = 500
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def settings(book: Book, year: int) -> dict[str, str]:
    """What was changed, by name; the logo as the digest of its picture."""
    with looking(book, year) as found:
        return {row["name"]: row["value"] for row in found.rows(TABLE)}


def logo(book: Book, year: int) -> bytes:
    """The logo's picture; empty without one."""
    digest = settings(book, year).get(LOGO)
    return (content_of(book, digest) or b"") if digest else b""


def adjust(book: Book, year: int, texts: Mapping[str, str], picture: bytes | None = None) -> Changes:
    """调整版式: set texts by name, a blank one back to the program's own; `picture` is the new logo, empty for none.

    Refusal on a text that is too long and a picture that is no PNG or JPEG, is too large or broken.
    """
    for text in texts.values():
        if len(text) > LONGEST_TEXT:
            raise Refusal(f"文字超过 {LONGEST_TEXT} 个字。", "请缩短后再保存。")
    if picture:
        _check(picture)
    with editing(book, year, "调整版式") as edit:
        wanted = {name: text.strip() for name, text in texts.items()}
        if picture is not None:
            wanted[LOGO] = edit.operation.attach(picture) if picture else ""
        for name, value in wanted.items():
            row = edit.find(TABLE, name=name)
            if row is None and value:
                edit.insert(TABLE, {"name": name, "value": value})
            elif row is not None and value:
                edit.update(TABLE, row, value=value)
            elif row is not None:
                edit.delete(TABLE, row)
    return edit.changes


def _check(picture: bytes) -> None:
    if not picture.startswith(_PICTURES):
        raise Refusal("单位标志不是 PNG 或 JPEG 图片。", "请另存成 PNG 后再选。")
    if len(picture) > LARGEST_LOGO:
        raise Refusal(f"单位标志超过 {LARGEST_LOGO // 1024} KB。", "请缩小图片后再选。")
    if not _readable(picture):
        raise Refusal("单位标志的图片已损坏，打不开。", "请重新另存成 PNG 后再选。")


def _readable(picture: bytes) -> bool:
    """Whether the picture can be drawn: one that cannot would stop every form."""
    from PIL import Image

    try:
        with Image.open(BytesIO(picture)) as opened:
            opened.load()
    except (OSError, SyntaxError, ValueError):
        return False
    return True
