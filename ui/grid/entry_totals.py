"""What is selected, in words for the status bar: how many cells, their sum and mean."""

from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication

from ui.grid.entry_model import EntryModel
from ui.grid.entry_selection import Selection
from ui.grid.filters import number

MOST = 200_000
"""Larger selections are counted, not summed: nobody waits for that on every key."""


def totals(model: EntryModel, selection: Selection) -> str:
    """`选中 3 × 2 格 计数 6 合计 15.3 平均 2.55`; empty for a single cell."""
    if selection.is_single or not model.order:
        return ""
    block = selection.block
    if selection.others:
        size = QCoreApplication.translate("Totals", "选中 {count} 块").format(count=len(selection.blocks))
    else:
        size = QCoreApplication.translate("Totals", "选中 {rows} × {columns} 格").format(
            rows=block.rows, columns=block.columns
        )
    if sum(block.rows * block.columns for block in selection.blocks) > MOST:
        return size
    texts = [text for place in selection.cells() if (text := model.text(*place))]
    figures = [value for text in texts if (value := number(text)) is not None]
    shares = bool(figures) and all(text.endswith("%") for text in texts if number(text) is not None)
    shown = _share if shares else _shown
    parts = [size, QCoreApplication.translate("Totals", "计数 {count}").format(count=len(texts))]
    if figures:
        sum_, mean = sum(figures, Decimal(0)), sum(figures, Decimal(0)) / len(figures)
        parts.append(QCoreApplication.translate("Totals", "合计 {sum}").format(sum=shown(sum_)))
        parts.append(
            QCoreApplication.translate("Totals", "平均 {mean}").format(
                mean=shown(mean.quantize(Decimal("0.0001") if shares else Decimal("0.01"), ROUND_HALF_UP))
            )
        )
        parts.append(QCoreApplication.translate("Totals", "最大 {high}").format(high=shown(max(figures))))
        parts.append(QCoreApplication.translate("Totals", "最小 {low}").format(low=shown(min(figures))))
    return "  ".join(parts)


def _shown(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _share(value: Decimal) -> str:
    return f"{_shown(value * 100)}%"
