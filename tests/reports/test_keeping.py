"""What is printed and kept at 定稿: everything of the year and of each department, as final, nothing of its course."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.reports.batch import context_of
from kpi_desktop.reports.catalogue import file_name
from kpi_desktop.reports.keeping import OF_THE_COURSE, final_context, kept_forms, kept_jobs

TODAY = date(2021, 1, 20)


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory):
    with open_book(make_sample(tmp_path_factory.mktemp("kept") / "zone.kpi")) as book:
        yield book


def test_every_department_and_every_appeal_has_its_own(zone):
    context = context_of(zone, 2020, TODAY)
    found = Counter(job.form for job in kept_jobs(final_context(context, context.facts, TODAY)))
    assert {form: found[form] for form in ("sheet", "notice", "pledge")} == {"sheet": 20, "notice": 20, "pledge": 20}
    assert found["appeal"] == 2
    assert all(found[form] == 1 for form in ("ranking", "awards", "annual", "ledger", "blanks", "carryover"))
    assert found["publicity"] == 2  # with the totals and without
    assert not set(OF_THE_COURSE) & found.keys()


def test_they_are_printed_as_final_and_named_apart(zone):
    context = context_of(zone, 2020, TODAY)
    final = final_context(context, context.facts, TODAY)
    assert (context.state, final.state, final.finalised) == ("assessing", "final", TODAY)
    names = [file_name(final, job.form, job.choice) for job in kept_jobs(final)]
    assert not [name for name in names if "过程稿" in name]
    assert len(set(names)) == len(names)


def test_they_come_one_by_one_and_say_where_they_are(zone):
    context = context_of(zone, 2020, TODAY)
    told: list[tuple[int, str]] = []
    printed = kept_forms(zone, 2020, TODAY, lambda done, total, name: told.append((done, name)))
    name, content = next(iter(printed(context.facts)))
    assert content.startswith(b"%PDF")
    assert told == [(0, name)]
    assert Path(name).suffix == ".pdf"
