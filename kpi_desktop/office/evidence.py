"""佐证: files that prove what was done, kept in the book itself under their SHA-256.

In the book and not in a folder beside it, because the book travels: one file on a USB stick, one file to back up, one
file to restore, and nobody can lose or change half of it. A file is kept once however often it is attached; what was
kept is never changed or removed, so the history of a closed year can always be opened. The price is the size of the
file; one attachment may have 100 MB.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple

from kpi_desktop.book.attachments import content_of
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import LARGEST_ATTACHMENT, Changes
from kpi_desktop.book.refusal import Refusal, why
from kpi_desktop.office.edit import YearRows, editing, looking, maybe, said


class Evidence(NamedTuple):
    """A file attached to `subject`: a task's code or `任务/节点`, an indicator's code, the number of a directive."""

    subject: str | None
    file: str
    digest: str
    note: str | None


def about(subject: str | None, code: str) -> bool:
    """Whether evidence on `subject` is about `code`: that itself, or a part of it, as `任务/节点`."""
    return subject is not None and (subject == code or subject.startswith(f"{code}/"))


def attach_evidence(book: Book, year: int, subject: str, path: Path, note: str | None = None) -> Changes:
    """Keep a copy of the file at `path` for `subject`.

    Refusal when it cannot be read, is empty, has more than 100 MB, or is attached to the subject already.
    """
    content = _read(path)
    named = said(subject, "佐证的对象")
    with editing(book, year, f"附佐证：{named} {path.name}") as edit:
        digest = edit.operation.attach(content)
        if edit.find("evidence", subject=named, digest=digest):
            raise Refusal(f"“{path.name}”的内容已经附在“{named}”上。")
        edit.insert("evidence", {"subject": named, "file": path.name, "digest": digest, "note": maybe(note)})
    return edit.changes


def detach_evidence(book: Book, year: int, digest: str, subject: str) -> Changes:
    """Take a file off `subject`. The bytes stay in the book, for the journal tells of them. Refusal when not there."""
    with editing(book, year, f"取下佐证：{subject}") as edit:
        row = edit.find("evidence", subject=subject, digest=digest)
        if row is None:
            raise Refusal(f"“{subject}”没有附这份佐证。")
        edit.delete("evidence", row)
    return edit.changes


def evidence_of(book: Book, year: int, subject: str | None = None) -> tuple[Evidence, ...]:
    """The evidence of a year, or only what is about `subject`, as in its sheet."""
    with looking(book, year) as rows:
        return evidence_in(rows, subject)


def evidence_in(rows: YearRows, subject: str | None = None) -> tuple[Evidence, ...]:
    """`evidence_of` for rows that are open already."""
    found = (Evidence(row["subject"], row["file"], row["digest"], row["note"]) for row in rows.rows("evidence"))
    return tuple(each for each in found if subject is None or about(each.subject, subject))


def evidence_bytes(book: Book, digest: str) -> bytes:
    """The bytes of a kept file. Refusal when the book has none of that digest, or when they are damaged."""
    content = content_of(book, digest)
    if content is None:
        raise Refusal("台账里没有这份文件。", "导出的工作簿只带目录，文件在原来的台账里。")
    if hashlib.sha256(content).hexdigest() != digest:
        raise Refusal("这份文件的内容与存入时不一致，台账可能已损坏。", "请“校验”台账，并从备份恢复。")
    return content


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_ATTACHMENT:
            raise Refusal("附件超过 100 MB。", "请压缩或拆分后再存。")
        content = path.read_bytes()
    except OSError as error:
        reason = why(error)
        raise Refusal(f"读不出“{path.name}”：{reason}。", "请检查文件是否还在、是否有权限。") from error
    if not content:
        raise Refusal(f"“{path.name}”是空文件（0 字节）。", "请换一份文件。")
    return content
