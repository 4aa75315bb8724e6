"""部门 as a person uses it, on the sample zone."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts
from ui.pages.departments.sums import rows, why_not
from ui.year import YearView


@pytest.fixture
def page(window):
    window.desk.visit(("departments",))
    return window.pages["departments"]


def departments(window):
    return {each.code: each for each in facts.load(window.desk.session.book, 2020).departments}


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_people_are_summed_by_group(page):
    """经济组: 22 + 18 + 20 + 30 + 19 + 15 + 64 = 188; 国资公司 counts 26 for 64: 150."""
    texts = [[cell.text for cell in row.cells] for row in rows(page.view)]
    assert texts[0] == ["经济组", "7", "188", "150"]
    assert texts[-1][:3] == ["合计", "21", "650"]


def test_a_new_department_is_given_the_next_code(window, page):
    ref = page.source.new_ref()
    problems = page.source.save(
        [(ref, "name", "行政审批局"), (ref, "group", "综合组"), (ref, "headcount", "12")], "填写"
    )
    assert problems == {}
    made = departments(window)["D22"]
    assert (made.name, made.group, made.headcount, made.takes_part) == ("行政审批局", "综合组", 12, True)
    assert "22 个部门" in page.count.text()


def test_a_typed_headcount_moves_the_sums(window, page):
    ref = page.source.ref_of("D01")
    assert page.source.save([(ref, "headcount", "32")], "填写") == {}
    assert departments(window)["D01"].headcount == 32
    assert rows(page.view)[0].cells[2].text == "198"


def test_one_that_takes_part_needs_a_group(page):
    ref = page.source.ref_of("D01")
    problems = page.source.save([(ref, "group", "")], "填写")
    assert problems[ref, "group"]


def test_what_hangs_on_a_department_is_told_and_it_stays(window, page):
    window.desk.visit(("departments", "D04"))
    assert page.hanging_card.title.text() == "规划建设局"
    assert "责任分解 10 处" in why_not(page.view, "D04")
    told = []
    page.refused.connect(lambda title, reason: told.append((title, reason)))
    page.remove_button.click()
    assert told[0][0] == "没有删除规划建设局"
    assert "任务 4 处" in told[0][1]
    assert "D04" in departments(window)


def test_one_without_anything_goes_and_comes_back_by_undo(window, page):
    ref = page.source.new_ref()
    page.source.save([(ref, "name", "临时专班"), (ref, "group", "综合组"), (ref, "headcount", "3")], "填写")
    window.desk.visit(("departments", "D22"))
    assert "可以删除" in page.verdict.text()
    page.remove_button.click()
    assert "D22" not in departments(window)
    window.desk.session.undo()
    assert "D22" in departments(window)


def test_a_year_without_departments_says_what_belongs_here(window, page):
    bare = replace(page.view.facts, departments=(), targets=(), tasks=(), actuals=())
    page.take(YearView(bare, score(bare), page.view.day))
    assert "还没有部门" in words(page.empty)
    assert page.grid.isVisible()


def test_departments_are_pasted_from_excel(window, page):
    grid = page.grid
    grid.view.go(len(grid.model.order) - 1, 1)
    grid.paste_text("行政审批局\t内设机构\t综合组\t是\t12\r\n大数据局\t内设机构\t综合组\t是\t八\r\n")
    made = departments(window)
    assert (made["D22"].name, made["D22"].headcount) == ("行政审批局", 12)
    assert "大数据局" not in {each.name for each in made.values()}
    assert any("不是数字" in reason for reason in grid.problems().values())
