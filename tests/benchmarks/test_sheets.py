"""Fifty departments' sheets: one compiler used again and again, beside a new one for each sheet."""

import json
from collections.abc import Callable
from dataclasses import replace

import typst

from kpi_desktop.reports import fonts
from kpi_desktop.reports.forms import sheet
from kpi_desktop.reports.forms.form import Data
from kpi_desktop.reports.forms.lines import Lookup
from kpi_desktop.reports.typesetting import TEMPLATES, Typesetter
from tests.benchmarks.timing import interleaved
from tests.reports import sample

DEPARTMENTS, ROUNDS = 50, 3


def fifty_sheets() -> list[Data]:
    """The data of fifty different sheets: the zone's departments again under other names."""
    facts = sample.facts()
    found: list[Data] = []
    while len(found) < DEPARTMENTS:
        turn = len(found) // len(facts.departments)
        renamed = tuple(replace(each, name=f"{each.name}{turn}") for each in facts.departments)
        context = sample.context(replace(facts, departments=renamed))
        lookup = Lookup.of(context.assessment)
        found += [sheet.of_department(context, each.code, lookup) for each in renamed]
    return found[:DEPARTMENTS]


def reused(data: list[Data]) -> Callable[[], None]:
    """All with one compiler, as the program does; a new one a round, so that no round finds its pages made."""

    def run() -> None:
        typesetter = Typesetter()
        for each in data:
            typesetter.pdf("sheet", each, sample.TODAY)

    return run


def fresh(data: list[Data]) -> Callable[[], None]:
    """A compiler of its own for each."""
    families = json.dumps({**fonts.chosen(fonts.available_fonts()), "light_title": True}, ensure_ascii=False)
    source = b'#import "/sheet.typ": form\n#form(json(bytes(sys.inputs.data)))'

    def run() -> None:
        for each in data:
            inputs = {"data": json.dumps(each, ensure_ascii=False), "fonts": families}
            folders = [str(folder) for folder in fonts.font_folders()]
            typst.compile(source, root=str(TEMPLATES), font_paths=folders, sys_inputs=inputs)

    return run


def test_fifty_sheets(benchmark) -> None:
    data = fifty_sheets()
    contestants = {"reused": reused(data), "fresh": fresh(data)}
    found = benchmark.pedantic(interleaved, args=(contestants, ROUNDS), rounds=1)
    ratio = found["reused"] / found["fresh"]
    benchmark.extra_info.update(found, ratio=ratio)
    print(f"\nfifty sheets {found} reused / fresh {ratio:.2f}")
    assert ratio < 1
