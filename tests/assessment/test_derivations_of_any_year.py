"""In any year every figure derives to what it is, and two sheets differ by what their parts differ."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings

from kpi_desktop.assessment.comparing import compare
from kpi_desktop.assessment.explain_sums import (
    BONUS,
    CATEGORY,
    DEDUCTION,
    ECONOMIC,
    GRADE,
    MORE,
    RANK,
    TOTAL,
    derivation,
)
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.scoring import score
from tests.oracle.random_years import whole_years

pytestmark = pytest.mark.no_cover  # thousands of turns over lines that other tests cover; tracing doubles them

few = settings(max_examples=40, deadline=None)


@few
@given(whole_years())
def test_every_figure_derives_to_what_it_is(facts: Facts):
    assessment = score(facts)
    for result in assessment.departments():
        for part in result.categories:
            found = derivation(assessment, result.code, CATEGORY, part.category.name)
            assert (Decimal(found.value), Decimal(found.whole)) == (part.score, part.full)
        figures = {TOTAL: result.total, BONUS: result.bonus, DEDUCTION: result.deduction}
        for kind, figure in figures.items():
            assert Decimal(derivation(assessment, result.code, kind).value) == figure
        assert derivation(assessment, result.code, TOTAL).steps[-1].text.endswith(f" {result.total:f}")
        assert derivation(assessment, result.code, RANK).steps[-1].text.endswith(f"第 {result.rank} 名")
        assert all(derivation(assessment, result.code, kind).steps for kind in (MORE, GRADE, ECONOMIC))


@few
@given(whole_years())
def test_the_rank_in_words_counts_those_before(facts: Facts):
    assessment = score(facts)
    for result in assessment.departments():
        told = derivation(assessment, result.code, RANK).steps[-1].text
        assert f"{result.rank - 1} + 1" in told


@few
@given(whole_years())
def test_sections_and_extras_make_up_the_difference_of_totals(facts: Facts):
    results = score(facts).departments()
    for one, other in pairwise(results):
        parts = sum((section.apart for section in compare(one, other)), Decimal(0))
        extras = (one.bonus - one.deduction) - (other.bonus - other.deduction)
        unfloored = all(
            sum((c.score for c in each.categories), Decimal(0)) + each.bonus >= each.deduction for each in (one, other)
        )
        assert not unfloored or parts + extras == one.total - other.total
        pairs = [pair for section in compare(one, other) for pair in section.pairs]
        assert [p.one.code for p in pairs if p.one] == [line.code for c in one.categories for line in c.lines]
        met = sorted(pair.other.code for pair in pairs if pair.other)
        assert set(met) >= {line.code for c in other.categories for line in c.lines} and len(met) == len(set(met))
