"""A card on its way to another column of the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from kpi_desktop.reports.forms.wall_cards import WallCard

FAR = 12
"""Pixels from which on a press is a drag."""


class Drag:
    """A card that is held by the mouse: under way once it has been moved far enough not to be a click."""

    def __init__(self, card: WallCard | None = None, begun: QPointF | None = None) -> None:
        self.card = card
        self.at = self._begun = begun or QPointF()
        self.under_way = False

    def move_to(self, place: QPointF) -> None:
        """Follow the mouse."""
        self.at = place
        self.under_way = self.under_way or (place - self._begun).manhattanLength() > FAR
