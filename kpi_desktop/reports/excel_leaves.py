"""How a form's blocks are laid out on worksheets: one a table, the texts of a formal form on one of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kpi_desktop.reports.forms import blocks

TEXT_NAME, COVER_NAME = "正文", "封面"
TEXT_WIDTH = 150.0
"""Millimetres of the one column of a worksheet that holds texts."""
_FORBIDDEN = re.compile(r"[\\/*?:\[\]\x00-\x1f]")
LONGEST_NAME = 31


@dataclass(slots=True)
class Leaf:
    """One worksheet: what stands over its table, the table (none on a page of texts), what stands under it.

    `tables`: the worksheets of the tables that left its text, by their places in `over`.
    """

    name: str
    table: blocks.Table | None = None
    over: list[blocks.Block] = field(default_factory=list)
    under: list[blocks.Block] = field(default_factory=list)
    tables: dict[int, "Leaf"] = field(default_factory=dict)


def leaves(document: blocks.Document) -> list[Leaf]:
    """The worksheets of a form, their names allowed and all different."""
    apart = document.formal or not _has_table(document.blocks)
    found = _apart(document.blocks) if apart else _together(document.blocks)
    taken: set[str] = set()
    for leaf in found:
        leaf.name = _free(leaf.name, taken)
    for leaf in found:
        for at, table in leaf.tables.items():
            leaf.over[at] = blocks.Note(f"（表格见工作表“{table.name}”）")
    return found


def _has_table(all_blocks: Sequence[blocks.Block]) -> bool:
    return any(isinstance(block, blocks.Table) for block in all_blocks)


def _apart(all_blocks: Sequence[blocks.Block]) -> list[Leaf]:
    """The cover, the texts, their tables under what stands over each, then the annexes."""
    cut = next((at for at, block in enumerate(all_blocks) if isinstance(block, blocks.PageBreak)), len(all_blocks))
    annexes = all_blocks[cut:] if _has_table(all_blocks[cut:]) else []
    text, covers = Leaf(TEXT_NAME), list[Leaf]()
    for block in all_blocks[:cut] if annexes else all_blocks:
        if isinstance(block, blocks.Cover):
            covers.append(Leaf(COVER_NAME, over=[block]))
            continue
        if isinstance(block, blocks.Table):
            name = block.name or f"表{len(text.tables) + 1}"
            text.tables[len(text.over)] = Leaf(name, block, [_caption(text.over, name)])
        text.over.append(block)
    return [*covers, text, *text.tables.values(), *(_together(annexes) if annexes else [])]


def _caption(before: Sequence[blocks.Block], name: str) -> blocks.Block:
    """What stands over a table that left its text: the caption or heading over it there, else its name."""
    last = before[-1] if before else None
    if isinstance(last, blocks.Paragraph) and (last.level or last.align == blocks.CENTRE):
        name = last.text
    return blocks.Paragraph(name, 1, blocks.CENTRE)


def _together(all_blocks: Sequence[blocks.Block]) -> list[Leaf]:
    """Tables with what stands around each: a title, a heading or a new page belongs to the table that follows."""
    found: list[Leaf] = []
    waiting: list[blocks.Block] = []
    for block in all_blocks:
        if isinstance(block, blocks.Table):
            found.append(Leaf(block.name or f"表{len(found) + 1}", block, waiting))
            waiting = []
        elif waiting or not found or _opens(block):
            waiting.append(block)
        else:
            found[-1].under.append(block)
    found[-1].under += waiting
    return found


def _opens(block: blocks.Block) -> bool:
    heading = isinstance(block, blocks.Paragraph) and block.level > 0
    return heading or isinstance(block, blocks.Title | blocks.Facts | blocks.PageBreak)


def _free(name: str, taken: set[str]) -> str:
    base = _FORBIDDEN.sub("", name).strip("' ")[:LONGEST_NAME] or "表"
    free, count = base, 1
    while free.casefold() in taken:
        count += 1
        free = f"{base[: LONGEST_NAME - 4]}（{count}）"
    taken.add(free.casefold())
    return free
