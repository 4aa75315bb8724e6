"""What an office has changed about its forms: unit, letterhead, logo, who signs, words of its own at the end.

Kept in the book and laid over what a form prints: over the data for Typst and over the blocks for Word and Excel alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO

from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    RIGHT,
    Block,
    Document,
    Note,
    Paragraph,
    Picture,
    Signatures,
    Table,
    Title,
)

UNIT, LETTERHEAD, LOGO, SIGNATURES, CLOSING = "unit", "letterhead", "logo", "signatures", "closing"
CONTACT = "contact"
"""Whom a public notice names, a line each; the form prints lines to fill in without it."""
LETTERED = ("directive", "notice")
"""Forms under a red letterhead."""
SIGNED = (
    *("breakdown", "ledger", "monthly", "carryover", "blanks", "panel", "adjustments", "economic"),
    *("ranking", "awards"),
)
"""Forms whose line of signatures may be another."""
WORDED = (
    *SIGNED,
    *("wallchart", "ballot", "sheet", "appeal", "approval"),
    *("pledge", "bulletin", "special", "notice", "directive", "publicity", "annual"),
)
"""Forms that may end with words of the office's own: remarks under a table, last paragraphs of a text, one a line."""
LOGO_WIDTH, LOGO_HEIGHT, LOGO_WORDS = 60.0, 12.0, "单位标志"
"""Millimetres that a logo has at most."""


@dataclass(frozen=True, slots=True)
class Templates:
    """The office's changes; what is blank stays as the program has it. Signatures and closings by form."""

    unit: str = ""
    letterhead: str = ""
    logo: bytes = b""
    signatures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    closings: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, str], logo: bytes = b"") -> "Templates":
        """From what the book keeps: names (of a form's own behind a colon) and texts; a signature a line."""
        own = [(*name.partition(":")[::2], text) for name, text in kept.items()]
        return cls(
            kept.get(UNIT, ""),
            kept.get(LETTERHEAD, ""),
            logo,
            {form: tuple(text.split("\n")) for name, form, text in own if name == SIGNATURES and form},
            {form: text for name, form, text in own if name == CLOSING and form},
            kept.get(CONTACT, ""),
        )

    def data(self, form: str, data: dict[str, object]) -> dict[str, object]:
        """What Typst prints, changed."""
        meta = data["meta"]
        assert isinstance(meta, dict)
        added: dict[str, object] = {"logo": list(self.logo)} if self.logo else {}
        if self.letterhead and form in LETTERED:
            added["letterhead"] = self.letterhead
        return self._ended(form, self._signed(form, {**data, "meta": {**meta, **added}} if added else data))

    def _signed(self, form: str, data: dict[str, object]) -> dict[str, object]:
        labels = list(self.signatures.get(form, ()))
        if not labels or form not in SIGNED:
            return data
        if "parts" not in data:
            return {**data, SIGNATURES: labels}
        return {**data, "parts": [_relabelled(part, labels) for part in _list(data["parts"])]}

    def _ended(self, form: str, data: dict[str, object]) -> dict[str, object]:
        lines = self._closing(form)
        if not lines:
            return data
        name = next(name for name in ("closing", "parts", "notes", "blocks") if name in data)
        ends: Mapping[str, list[object]] = {
            "parts": [{"kind": "note", "text": line} for line in lines],
            "notes": [*lines],
            "closing": [*lines],
            "blocks": [{"kind": "paragraph", "text": line} for line in lines],
        }
        return {**data, name: [*_list(data[name]), *ends[name]]}

    def _closing(self, form: str) -> list[str]:
        """The words at the end, line by line."""
        words = self.closings.get(form, "") if form in WORDED else ""
        return [line for line in words.split("\n") if line]

    def document(self, form: str, made: Document, office: str) -> Document:
        """The blocks for Word and Excel, changed; `office` stands over a letter without a letterhead of its own."""
        blocks = list(made.blocks)
        if form in LETTERED:
            blocks = [Paragraph(self.letterhead or office, align=CENTRE), *_from_title(blocks)]
        elif self.logo and not made.formal:
            blocks.insert(0, Picture(self.logo, _logo_width(self.logo), LOGO_WORDS))
        labels = self.signatures.get(form, ())
        if labels and form in SIGNED:
            blocks = [Signatures(labels) if isinstance(block, Signatures) else block for block in blocks]
        at = _end_of_text(blocks) if made.formal else _end_of_notes(blocks)
        blocks[at:at] = [Paragraph(line) if made.formal else Note(line) for line in self._closing(form)]
        return replace(made, blocks=tuple(blocks))


def _logo_width(logo: bytes) -> float:
    """Millimetres that keep a picture, wide or tall, within what a logo has."""
    from PIL import Image

    with Image.open(BytesIO(logo)) as picture:
        return min(LOGO_WIDTH, LOGO_HEIGHT * picture.width / picture.height)


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def _relabelled(part: object, labels: Sequence[str]) -> object:
    return {**part, "labels": labels} if isinstance(part, dict) and part["kind"] == SIGNATURES else part


def _from_title(blocks: list[Block]) -> list[Block]:
    """The blocks without a letterhead before facts and title."""
    lead = next((at for at, block in enumerate(blocks) if not isinstance(block, Paragraph)), 0)
    has_title_below = any(isinstance(block, Title) for block in blocks[lead:])
    return blocks[lead:] if has_title_below else blocks


def _end_of_text(blocks: list[Block]) -> int:
    """Where a last paragraph belongs: before the office and day, or the signatures, or a slip at the end."""
    stops = (
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Signatures) or (isinstance(block, Paragraph) and block.align == RIGHT)
    )
    return next(stops, len(blocks))


def _end_of_notes(blocks: list[Block]) -> int:
    """Where a last remark belongs: before the signatures under the last table, else at the end."""
    last = max((at for at, block in enumerate(blocks) if isinstance(block, Table)), default=0)
    return next((at for at in range(last, len(blocks)) if isinstance(blocks[at], Signatures)), len(blocks))
