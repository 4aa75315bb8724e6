"""考核结果公示: names and grades, totals only where chosen."""

from dataclasses import replace

from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import publicity
from kpi_desktop.reports.forms.form import Choice
from kpi_desktop.reports.templates import Templates
from tests.reports import pages, sample
from tests.reports.test_ranking import tied

GRADES, TOTALS = Choice(subject=publicity.GRADES), Choice(subject=publicity.TOTALS)


def test_everybody_stands_under_the_grade(zone):
    blocks = publicity.data(zone, GRADES)["blocks"]
    points = {block["head"].split(". ")[1]: block["text"] for block in blocks if block["kind"] == "point"}
    assert points["较差（1个）。"] == "环境保护局。"
    heads = [block["head"] for block in blocks if block["kind"] == "point"]
    assert heads[0] == "1. 优秀（2个）。" and sum(int(head.split("（")[1].split("个")[0]) for head in heads) == 20


def test_grades_alone_tell_no_total_and_no_rank(zone):
    text = pages.whole_text(produce(zone, "publicity", GRADES))
    for result in zone.assessment.departments():
        assert result.name in text and f"{result.total:.2f}" not in text
    assert "名次" not in text


def test_within_a_grade_the_order_is_that_of_the_departments(zone):
    blocks = publicity.data(zone, GRADES)["blocks"]
    first = next(block["text"] for block in blocks if block["kind"] == "point" and "良好" in block["head"])
    assert first == "投资促进局、经济发展局、规划建设局、国土资源局、科技创新局。"


def test_totals_are_the_assessments(zone):
    text = pages.whole_text(produce(zone, "publicity", TOTALS))
    for result in zone.assessment.departments():
        assert f"{result.rank}{result.name}{result.total:.2f}" in text


def test_the_period_and_the_contact(zone):
    text = pages.whole_text(produce(zone, "publicity", GRADES))
    assert "公示期自2021年1月22日起至2021年1月29日止（5个工作日）" in text
    assert "联系人：" in text and "联系电话：" in text and "过程稿" in text


def test_the_offices_own_contact_stands_instead_of_the_lines(zone):
    own = replace(zone, templates=Templates(contact="联系人：王敏　联系电话：0871-68120000\n联系地址：科医路1号"))
    for blocks in (publicity.data(own, GRADES)["blocks"], publicity.data(own, TOTALS)["blocks"]):
        said = [block["text"] for block in blocks if block["kind"] == "paragraph"]
        assert said[-2:] == ["联系人：王敏　联系电话：0871-68120000", "联系地址：科医路1号"]
        assert not any("＿" in text for text in said)


def test_an_open_tie_is_marked(zone):
    text = pages.whole_text(produce(sample.context(tied(zone.facts)), "publicity", GRADES))
    assert "（待定，2个）" in text


def test_an_empty_year_and_one_department(zone):
    assert "没有可公示的考核结果" in pages.whole_text(produce(sample.empty(), "publicity", GRADES))
    text = pages.whole_text(produce(sample.context(sample.only(zone.facts, "01")), "publicity", TOTALS))
    assert "经济考核组（1个部门）" in text


def test_a_year_without_grades(zone):
    context = sample.context(replace(zone.facts, bands=(), decisions=()))
    assert "未定等次（7个）" in pages.whole_text(produce(context, "publicity", GRADES))
