"""Word's and Excel's files as packages: signs they may hold, and the same bytes whenever the same form is made."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
Change = Callable[[str, bytes], bytes]
"""What a part (its name, its content) is to hold instead."""


def writable(text: str) -> str:
    """`text` without the signs that XML cannot hold."""
    return _UNWRITABLE.sub("", text)


def settled(content: bytes, made: date, change: Change = lambda _, part: part) -> bytes:
    """The package with every part changed as `change` says, `made` as its day, and no clock's time in it."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for entry in source.infolist():
            part = _dated(change(entry.filename, source.read(entry)), made)
            package.writestr(zipfile.ZipInfo(entry.filename, _FIRST_DAY), part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _dated(part: bytes, made: date) -> bytes:
    return _MODIFIED.sub(rb"\g<1>" + f"{made.isoformat()}T00:00:00Z".encode() + rb"\g<2>", part)
