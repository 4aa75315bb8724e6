"""The cells of raters: who they are, what they gave, what does not count, what they still owe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from kpi_desktop.exchange import cells
from kpi_desktop.exchange.columns import field
from ui.grid.entry_cells import EntryCell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kpi_desktop.assessment.trimming import Rater

TABLE, SCORE = "rating", "score"
LEADS = ("rater", "rater_class", "rater_department")
DEPARTMENT = "d:"
"""Begins the name of a department's column."""


class RaterCells:
    """Makes the cells of rows from the rows of the book and how many ballots of each are dropped.

    `names`: of departments by code; `closed`: why nothing can be typed.
    """

    def __init__(
        self,
        departments: Sequence[str],
        names: Mapping[str, str],
        closed: str,
        found: Mapping[tuple[Rater, str], Mapping[str, Any]],
        out: Mapping[int, int],
    ) -> None:
        self._departments, self._names, self._closed = departments, names, closed
        self._found, self._out = found, out
        self._rating = {rater for rater, _ in found}
        self._own = QCoreApplication.translate("Panel", "不能评议自己的部门")

    def of(self, rater: Rater) -> dict[str, EntryCell]:
        """The cells of a rater; what is owed is marked once the first score is there."""
        rates, closed = rater in self._rating, self._closed
        token = "text" if rates else "secondary"
        own = rater.department or ""
        made = {
            "rater": EntryCell(rater.name, True, closed, token),
            "rater_class": EntryCell(rater.rater_class, True, closed, token),
            "rater_department": EntryCell(own, False, closed, token, shown=self._names.get(own, "")),
        }
        for code in self._departments:
            cell = self._score(self._found.get((rater, code)), rates)
            made[DEPARTMENT + code] = cell if code != own else EntryCell("", False, self._own, "pale", shown="–")
        return made

    def _score(self, row: Mapping[str, Any] | None, required: bool) -> EntryCell:
        translate = QCoreApplication.translate
        if row is None:
            return EntryCell("", required, self._closed)
        text = cells.shown(field(TABLE, SCORE), row[SCORE])
        gone, ballots = self._out.get(row["id"], 0), row["ballots"]
        tag = translate("Panel", "{count} 票").format(count=ballots) if ballots > 1 else ""
        tip = translate("Panel", "去极值：去掉 {count} 票").format(count=gone) if gone else ""
        struck = gone >= ballots
        return EntryCell(text, required, self._closed, "pale" if struck else "text", tip, tag, struck=struck)

    def waiting(self, texts: Mapping[str, str]) -> dict[str, EntryCell]:
        """The cells of one who is not saved yet."""
        translate = QCoreApplication.translate
        tip = translate("Panel", "这位评委还没有保存：填好姓名、类别，打第一个分就保存")
        own = texts.get("rater_department", "")
        made = {name: EntryCell(texts.get(name, ""), name != "rater_department", tip=tip) for name in LEADS}
        made["rater_department"] = made["rater_department"]._replace(shown=self._names.get(own, ""))
        first = next((name for name in LEADS if texts.get(name)), LEADS[0])
        made[first] = made[first]._replace(tag=translate("Panel", "未存"), dashed=True)
        for code in self._departments:
            locked = self._own if code == own else ""
            made[DEPARTMENT + code] = EntryCell(texts.get(DEPARTMENT + code, ""), not locked, locked, tip=tip)
        return made
