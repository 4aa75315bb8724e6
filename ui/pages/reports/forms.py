"""The forms there are, as the page and the search field need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kpi_desktop.reports.forms.form import Form


def forms() -> list[Form]:
    """All forms, in the order of their use."""
    from kpi_desktop.reports.catalogue import FORMS

    return list(FORMS.values())


def form_of(code: str) -> Form | None:
    """The form of that code, None where there is none."""
    return next((form for form in forms() if form.code == code), None)
