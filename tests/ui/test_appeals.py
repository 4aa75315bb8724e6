"""申诉复核 as a page: a claim, its decision, and the score that follows."""

from decimal import Decimal

import pytest

from kpi_desktop.book import facts
from kpi_desktop.office import assessing


@pytest.fixture
def page(window):
    window.desk.visit(("appeals",))
    return window.pages["appeals"]


def appeals(window):
    return facts.load(window.desk.session.book, 2020).appeals


def test_open_appeals_come_first(page):
    assert [row.subject for row in page.table.rows.rows] == ["〔2021〕申2号", "〔2021〕申1号"]
    assert page.card.remark.text() == "共 2 件，1 件待处理"


def test_a_new_appeal_names_a_line_of_the_department(window, page):
    page.ask_new()
    form = page.panel.form
    form.put("department", "D12")
    lines = [form.editors["subject"].itemData(at) for at in range(form.editors["subject"].count())]
    assert lines[0] == ""
    assert "K01" in lines
    form.put("subject", "K01")
    form.submit()
    assert form.problems["claim"].text()
    form.put("claim", "节点应按期认定")
    form.submit()
    made = appeals(window)[-1]
    assert (made.number, made.department, made.subject, made.claim) == ("〔2020〕申3号", "D12", "K01", "节点应按期认定")
    assert page.panel.appeal == made
    assert not page.panel.asking


def test_a_decision_is_an_adjustment_and_changes_the_total(window, page):
    book = window.desk.session.book
    before = assessing.assess(book, 2020).department("D07").total
    page.visit(("〔2021〕申2号",))
    page.panel.ask_decision()
    form = page.panel.form
    form.put("result", "部分采纳")
    form.put("basis", "核定数已补记")
    form.put("category", "加分")
    form.put("points", "0.50")
    form.submit()
    decided = next(each for each in appeals(window) if each.number == "〔2021〕申2号")
    assert (decided.result, decided.basis) == ("部分采纳", "核定数已补记")
    assert assessing.assess(book, 2020).department("D07").total == before + Decimal("0.50")
    assert "+0.50" in "".join(cell.text for row in page.table.rows.rows for cell in row.cells)
    assert not page.panel.decide.isVisible()
    window.desk.session.undo()
    assert assessing.assess(book, 2020).department("D07").total == before


def test_a_refused_decision_keeps_the_form_with_what_was_typed(window, page):
    page.visit(("〔2021〕申2号",))
    page.panel.ask_decision()
    page.panel.form.put("result", "不采纳")
    page.panel.form.put("basis", "无依据")
    page.panel.form.put("category", "加分")
    page.panel.form.put("points", "1")
    page.panel.form.submit()
    assert window.notice.isVisible()
    assert "不影响得分" in window.notice.words.text()
    assert page.panel.asking
    assert page.panel.form.text("basis") == "无依据"
    assert page.close_panel()
    assert not page.panel.asking


def test_taking_an_appeal_back_and_ways_from_it(window, page):
    went = []
    page.go.connect(went.append)
    page.visit(("〔2021〕申2号",))
    page.panel.score.click()
    page.panel.paper.click()
    assert went == [("score", "line", "D07", "E08"), ("reports", "appeal", "〔2021〕申2号")]
    window.desk.visit(("appeals", "〔2021〕申2号"))
    page.panel.withdraw.click()
    assert [each.number for each in appeals(window)] == ["〔2021〕申1号"]


def test_a_final_year_without_appeals_says_so(window, page):
    window.desk.session.choose_year(2019)
    assert page.empty.isVisible()
    assert page.empty.title.text() == "本年没有申诉"
    assert not page.new.isEnabled()
