"""Codes that are proposed for new departments, indicators and tasks."""

import re
from collections import Counter
from collections.abc import Collection

_NUMBERED = re.compile(r"([^\W\d_]*)(\d+)")


def next_code(codes: Collection[str], taken: Collection[str] = (), prefix: str = "T") -> str:
    """The code after the last of `codes` that look like most of them (D01, D02 → D03), free of `codes` and `taken`.

    Codes of another form (2019-T01) are passed over. Without any that are numbered it begins with `prefix` and 01.
    """
    numbered = [found for code in codes if (found := _NUMBERED.fullmatch(code))]
    if numbered:
        prefix = Counter(found[1] for found in numbered).most_common(1)[0][0]
    own = [found for found in numbered if found[1] == prefix]
    number = max((int(found[2]) for found in own), default=0) + 1
    digits = max((len(found[2]) for found in own), default=2)
    while (code := f"{prefix}{number:0{digits}d}") in codes or code in taken:
        number += 1
    return code
