"""Long names and titles in Word break into lines about even, after a whole part of a name where one is near."""

import pytest

from kpi_desktop.reports.word_titles import evenly
from tests.reports.stress import LONG_NAME


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("昆明高新区", 26.0, ["昆明高新区"]),
        ("昆明国家高新技术产业开发区管理委员会", 26.0, ["昆明国家高新技术产业开发区", "管理委员会"]),
        (LONG_NAME, 26.0, ["昆明国家高新技术产业开发区", "行政审批与政务服务", "和营商环境建设管理局"]),
        ("关于加快城乡人居环境提升“百日行动”的督办单", 22.0, ["关于加快城乡人居环境提升", "“百日行动”的督办单"]),
    ],
)
def test_lines_are_about_even_and_end_with_a_part_of_the_name(text, size, lines):
    assert evenly(text, 156.0, size).split("\n") == lines


def test_no_line_ends_between_a_number_and_what_it_counts_or_before_what_closes():
    for name in ("等15条道路及市容环境整治事项全部办理到位", "完善“两线三区”（含周边）环境整治并且办理到位"):
        for length in range(1, 16):
            text = f"{'路' * length}{name}"
            for line in evenly(text, 156.0, 22.0).split("\n")[1:]:
                assert line[0] not in "5条”）、，" and not text.partition(line)[0].endswith(("“", "（", "1"))
