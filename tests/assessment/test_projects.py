"""Project rates on a day, by hand (calculus, section 8)."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.assessment.facts import Project
from kpi_desktop.assessment.projects import RATES, StageCount, project_rate, rate, rates, stage_reached
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import a_year, department, indicator, target

JUNE = date(2020, 6, 30)


def signing(code: str, planned: tuple[int, int] | None, reached: tuple[int, int] | None, of: str = "D1") -> Project:
    """A project with the month and day of its planned and its actual signing."""
    return Project(
        code,
        f"{code}项目",
        of,
        sign_planned=date(2020, *planned) if planned else None,
        signed=date(2020, *reached) if reached else None,
    )


PROJECTS = (
    signing("P1", (3, 31), (4, 15)),  # planned and reached, if late
    signing("P2", (6, 30), None),  # planned by that very day, not reached
    signing("P3", (9, 30), (6, 30)),  # reached early, on that very day
    signing("P4", (7, 1), None),  # not due yet
    signing("P5", None, (7, 1)),  # reached after the day
    signing("P6", (1, 1), (2, 2), "D2"),
    signing("P7", None, None, "D3"),
)


def test_reached_by_the_day_over_planned_or_reached_by_it():
    # D1: P1 and P3 of P1, P2, P3; all: with P6
    assert project_rate(PROJECTS, "签约率", "D1", JUNE) == (2, 3)
    assert project_rate(PROJECTS, "签约率", None, JUNE) == (3, 4)
    assert project_rate(PROJECTS, "签约率", "D3", JUNE) is None
    assert project_rate(PROJECTS, "投产率", None, JUNE) is None


def test_a_rate_by_its_data_source():
    year = a_year(department("D1"), PROJECTS)
    assert rate(year, "项目:签约率", "D1", JUNE) == Fraction(2, 3)
    assert rate(year, "签约率", "D9", JUNE) is None
    with pytest.raises(KeyError):
        rate(year, "项目:完成率", "D1", JUNE)


def test_rates_of_every_department_with_projects_and_of_all():
    year = a_year(department("D2"), department("D1"), department("D4"), PROJECTS)
    found = rates(year, JUNE)
    assert [each.department.code if each.department else None for each in found] == ["D2", "D1", None]
    assert [each.count("签约率") for each in found] == [StageCount(1, 1), StageCount(2, 3), StageCount(3, 4)]
    assert [each.projects for each in found] == [1, 5, 7]
    assert found[1].count("落地率").rate is None
    with pytest.raises(KeyError):
        found[0].count("完成率")


def test_the_furthest_stage_reached():
    project = Project("P", "厂房", "D1", signed=date(2020, 1, 1), begun=date(2020, 5, 1))
    assert stage_reached(project, date(2019, 12, 31)) is None
    assert stage_reached(project, date(2020, 4, 30)).name == "签约"
    assert stage_reached(project, date(2020, 5, 1)).name == "开工"


def test_an_indicator_fetches_its_departments_rate_on_31_december():
    # by 31 December D1: P1, P3, P5 of five due; D4 has nothing to rate
    year = a_year(
        department("D1"),
        department("D4"),
        indicator("E01", source="项目:签约率"),
        target("E01", "D1", 1),
        target("E01", "D4", 1),
        PROJECTS,
    )
    found = score(year)
    assert found.department("D1").line("E01").actual == Fraction(3, 5)
    assert found.department("D4").line("E01").status == "no_actual"


DATES = st.none() | st.dates(date(2019, 1, 1), date(2021, 12, 31))
PROJECT = st.builds(Project, st.just("P"), st.just("P"), st.sampled_from("ABC"), *[st.none()] * 3, *[DATES] * 8)


@given(st.lists(PROJECT), st.sampled_from(sorted(RATES)), st.dates(date(2019, 1, 1), date(2021, 12, 31)))
def test_all_together_is_the_sum_of_the_departments(projects, name, day):
    parts = [project_rate(projects, name, code, day) or (0, 0) for code in "ABC"]
    whole = project_rate(projects, name, None, day) or (0, 0)
    assert whole == (sum(reached for reached, _ in parts), sum(due for _, due in parts))
    assert whole[0] <= whole[1] <= len(projects)
