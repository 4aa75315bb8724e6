"""The zone's forms, produced once."""

from collections.abc import Callable

import pytest

from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.context import ReportContext
from tests.reports import sample


@pytest.fixture(scope="session")
def zone() -> ReportContext:
    """The made-up zone, in 考核."""
    return sample.context()


@pytest.fixture(scope="session")
def final_zone() -> ReportContext:
    """The same, 定稿."""
    return sample.context(final=True)


@pytest.fixture(scope="session")
def printed(zone: ReportContext) -> Callable[..., bytes]:
    """A form of the zone as PDF, made when it is first asked for."""
    made: dict[tuple[str, str | None], bytes] = {}

    def form(kind: str, department: str | None = None) -> bytes:
        if (kind, department) not in made:
            made[kind, department] = produce(zone, kind, department)
        return made[kind, department]

    return form
