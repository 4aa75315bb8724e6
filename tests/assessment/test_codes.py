"""Proposed codes, by hand."""

import pytest

from kpi_desktop.assessment.codes import next_code


@pytest.mark.parametrize(
    ("codes", "proposed"),
    [
        (["D01", "D02"], "D03"),
        (["T09", "T10", "2019-T11", "2019-T12"], "T11"),
        (["E01", "E02", "G07"], "E03"),
        (["任务1", "任务3"], "任务4"),
        (["001", "002"], "003"),
        (["T99"], "T100"),
        ([], "T01"),
        (["甲", "乙"], "T01"),
    ],
)
def test_the_code_after_the_last_of_its_kind(codes, proposed):
    assert next_code(codes) == proposed


def test_a_code_that_is_taken_elsewhere_is_passed_over():
    assert next_code(["T01"], taken={"T02", "T03"}) == "T04"


def test_where_there_is_none_the_prefix_says_what_it_is():
    assert next_code([], prefix="D") == "D01"
