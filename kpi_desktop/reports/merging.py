"""Many prints in one PDF, with a bookmark for each."""

import io
from collections.abc import Iterable

from kpi_desktop.book.refusal import Refusal


def merge(prints: Iterable[tuple[str, bytes]]) -> bytes:
    """One PDF of all `prints` (name, PDF) in their order; each begins on a right-hand page of its own."""
    from pypdf import PdfReader, PdfWriter

    target = PdfWriter()
    for name, content in prints:
        if len(target.pages) % 2:
            before = target.pages[-1].mediabox
            target.add_blank_page(before.width, before.height)
        target.append(PdfReader(io.BytesIO(content)), outline_item=name, import_outline=False)
    written = io.BytesIO()
    target.write(written)
    return written.getvalue()


def check_merging(format: str, archive: bool) -> None:
    """Refusal where prints cannot be put into one file."""
    if format != "pdf":
        raise Refusal("只有 PDF 能合订成一个文件。", "请改存 PDF，或一份一个文件。")
    if archive:
        raise Refusal("合订本不能存成归档 PDF/A。", "请一份一个文件存归档 PDF。")
