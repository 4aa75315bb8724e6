"""How a form's blocks are laid out on worksheets: one a table, the texts of a formal form on one of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kpi_desktop.reports.excel_widths import UPRIGHT, shared, widths
from kpi_desktop.reports.forms import blocks

TEXT_NAME, COVER_NAME = "正文", "封面"
TEXT_WIDTH = 150.0
"""Millimetres of the one column of a worksheet that holds texts."""
_FORBIDDEN = re.compile(r"[\\/*?:\[\]\x00-\x1f]")
_NUMBERED = re.compile(r"表\d+")
LONGEST_NAME = 31
MOST_ROWS, MOST_SIGNS = 25, 1500
"""Rows of a table, and signs in it, up to which it is small: it takes no more than a page."""


@dataclass(slots=True)
class Leaf:
    """One worksheet: what stands over its table, the table (none on a page of texts), what stands under it.

    Small tables of a page of texts stand among these, in `over`. `tables`: the worksheets of the tables that left its
    text, by their places in `over`.
    """

    name: str
    table: blocks.Table | None = None
    over: list[blocks.Block] = field(default_factory=list)
    under: list[blocks.Block] = field(default_factory=list)
    tables: dict[int, "Leaf"] = field(default_factory=dict)

    @property
    def small(self) -> list[blocks.Table]:
        """The tables that stand among its texts."""
        return [block for block in self.over if isinstance(block, blocks.Table)]

    @property
    def widths(self) -> list[float]:
        """Of its columns, in millimetres."""
        if self.table:
            return widths(self.table)
        return (shared(self.small) if self.small else None) or [TEXT_WIDTH]


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
    body = all_blocks[:cut] if annexes else all_blocks
    stays = _stay([block for block in body if isinstance(block, blocks.Table)])
    for block in body:
        if isinstance(block, blocks.Cover):
            covers.append(Leaf(COVER_NAME, over=[block]))
            continue
        if isinstance(block, blocks.Table) and not stays:
            name = block.name or f"表{len(text.tables) + 1}"
            text.tables[len(text.over)] = Leaf(name, block, [_caption(text.over, name)])
        text.over.append(block)
    parted = _stacked([text, *text.tables.values()])
    homes = {id(table): leaf for leaf in parted for table in _tables(leaf)}
    text.tables = {at: homes[id(leaf.table)] for at, leaf in text.tables.items()}
    return [*covers, *parted, *(_together(annexes) if annexes else [])]


def _stay(tables: Sequence[blocks.Table]) -> bool:
    """Whether the tables of a text can stand in it, each on one page and all in the same columns, as wide as it."""
    if not tables or not all(map(_is_small, tables)):
        return False
    found = shared(tables)
    return found is not None and TEXT_WIDTH <= sum(found) <= UPRIGHT


def _is_small(table: blocks.Table) -> bool:
    signs = sum(len(cell.text) for row in table.rows for cell in row.cells)
    return len(table.rows) <= MOST_ROWS and signs <= MOST_SIGNS


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
    return _stacked(found)


def _stacked(found: Sequence[Leaf]) -> list[Leaf]:
    """Small tables after the first one under one another, where they share their columns and no new page begins."""
    kept: list[Leaf] = []
    for leaf in found:
        if len(kept) > 1 and _goes_under(leaf, kept[-1]):
            kept[-1] = _under(leaf, kept[-1])
        else:
            kept.append(leaf)
    return kept


def _goes_under(leaf: Leaf, above: Leaf) -> bool:
    tables = [*_tables(above), *_tables(leaf)]
    apart = any(isinstance(block, blocks.PageBreak | blocks.Title) for block in leaf.over)
    if apart or not all(map(_is_small, tables)):
        return False
    wide = shared(tables)
    return wide is not None and sum(wide) <= UPRIGHT


def _under(leaf: Leaf, above: Leaf) -> Leaf:
    return Leaf(_common_name(above.name, leaf.name), over=[*_whole(above), *_whole(leaf)])


def _common_name(one: str, other: str) -> str:
    """What a worksheet of several tables is called: 表2至表4, or by the name of each."""
    first, last = _NUMBERED.match(one), _NUMBERED.match(other)
    if first and last:
        return f"{first[0]}至{last[0]}"
    names = f"{one}、{other}"
    return names if len(names) <= LONGEST_NAME else one


def _tables(leaf: Leaf) -> list[blocks.Table]:
    return [leaf.table] if leaf.table else leaf.small


def _whole(leaf: Leaf) -> list[blocks.Block]:
    return [*leaf.over, *([leaf.table] if leaf.table else []), *leaf.under]


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
