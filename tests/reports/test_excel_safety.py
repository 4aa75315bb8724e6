"""What users type stays text on every worksheet of every form, and is no code in a footer; sums add up."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from html import unescape
from io import BytesIO
from itertools import cycle
from typing import Any

import pytest
from openpyxl import load_workbook

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.reports.catalogue import FORMS, produce
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.excel import workbook
from kpi_desktop.reports.forms.blocks import Document, Title
from kpi_desktop.reports.templates import SIGNED, WORDED, Templates
from tests.reports import sample
from tests.reports.test_three_formats import choice_of

pytestmark = pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again

SIGNS = ("=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠", " =", "　=", "&P&N&F")
TYPED = "1+1!A1|&B&Z"
"""What follows each sign."""
FREE = {
    *("name", "head", "leader", "title", "origin", "document", "basis", "owner", "standard", "source", "note"),
    *("narrative", "problem", "next_step", "analysis", "countermeasure", "reason", "reply", "claim", "content"),
    *("text", "author", "approver", "number"),
}
"""Fields that users fill with words of their own."""
REFERRED = {"Group", "Category", "RaterClass", "GradeBand"}
"""Facts whose names others refer to."""
_CODES = re.compile(r'(?:&L|&R|&"宋体,Regular"|&\d+ |&K[0-9A-F]{6}|&P|[^&])*')
_SUM = re.compile(r"=SUM\((.*)\)")


def poisoned(facts: Facts) -> Facts:
    """The facts with every free text beginning with one of the signs, each in its turn."""
    signs = cycle(SIGNS)

    def changed(fact: Any) -> Any:
        free = [each.name for each in fields(fact) if each.name in FREE and type(fact).__name__ not in REFERRED]
        texts = {name: getattr(fact, name) for name in free}
        return replace(fact, **{name: f"{next(signs)}{TYPED}{text}" for name, text in texts.items() if text})

    lists = {each.name: getattr(facts, each.name) for each in fields(facts)}
    touched = {name: tuple(map(changed, rows)) for name, rows in lists.items() if isinstance(rows, tuple)}
    return replace(facts, **touched, settings=replace(facts.settings, unit_name=f"={TYPED}"))


@pytest.fixture(scope="module")
def typed() -> ReportContext:
    """A zone in which somebody tries to smuggle formulas and codes into every text."""
    context, signs = sample.context(poisoned(sample.facts())), cycle(SIGNS)
    own = Templates(
        f"={TYPED}",
        f"＝{TYPED}",
        signatures={form: (f"@{TYPED}", f"+{TYPED}") for form in SIGNED},
        closings={form: "\n".join(f"{next(signs)}{TYPED}" for _ in SIGNS) for form in WORDED},
        contact=f"={TYPED}\n-{TYPED}",
    )
    return replace(context, templates=own)


def cells(content: bytes) -> Iterator[Any]:
    for page in load_workbook(BytesIO(content)):
        yield from (cell for row in page for cell in row if cell.value is not None)


def frames(content: bytes) -> Iterator[str]:
    """The headers and footers of all worksheets, as they stand in the file."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                found = re.findall(r"<odd(?:Header|Footer)>(.*?)</odd", package.read(name).decode(), re.DOTALL)
                yield from filter(None, map(unescape, found))


@pytest.mark.parametrize("code", FORMS)
def test_nothing_that_users_type_becomes_a_formula_or_a_code(typed, code):
    content = produce(typed, code, choice_of(typed, code), "xlsx")
    found = list(cells(content))
    formulas = [cell.value for cell in found if cell.data_type == "f"]
    assert all(re.fullmatch(r"=SUM\([A-Z0-9:,]+\)", formula) for formula in formulas)
    texts = [cell for cell in found if cell.data_type == "s" and str(cell.value).strip().startswith(SIGNS[:10])]
    assert texts and all(cell.quotePrefix for cell in texts)
    for frame in frames(content):
        assert _CODES.fullmatch(frame.replace("&&", "")) and len(frame) <= 255
        assert frame.count("&P") - frame.count("&&P") <= 1


@pytest.mark.parametrize("length", range(180, 210))
def test_a_footer_that_is_too_long_is_not_cut_inside_an_ampersand(length):
    (frame,) = frames(workbook(Document((Title("表"),), footer=("&" * length,)), date(2021, 1, 22)))
    left, right = re.split('&R(?=&")', frame)
    assert _CODES.fullmatch(left.replace("&&", "")) and right.endswith("— &P —") and len(frame) <= 255


SUMMED = ("breakdown", "pledge", "bulletin", "adjustments", "sheet", "economic", "awards")


@pytest.mark.parametrize("code", SUMMED)
def test_sums_add_up_to_the_values_that_stand_with_them(zone, code):
    content = produce(zone, code, choice_of(zone, code), "xlsx")
    values = load_workbook(BytesIO(content), data_only=True)
    formulas = [cell for cell in cells(content) if cell.data_type == "f"]
    assert formulas
    for cell in formulas:
        page = values[cell.parent.title]
        assert added_up(page, _SUM.fullmatch(cell.value)[1]) == Decimal(str(page[cell.coordinate].value))


def added_up(page: Any, parts: str) -> Decimal:
    """The sum of cells and ranges as a program computes it: texts and blanks do not count."""
    total = Decimal(0)
    for part in parts.split(","):
        first, _, last = part.partition(":")
        found = [each.value for row in page[f"{first}:{last or first}"] for each in row]
        total += sum(Decimal(str(value)) for value in found if isinstance(value, int | float))
    return total
