"""奖惩 as a person uses it, on the sample zone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from kpi_desktop.book import facts
from ui.grid.cells import Cell


@pytest.fixture
def page(window):
    window.desk.visit(("awards",))
    return window.pages["awards"]


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows.rows]


def test_rules_read_themselves_back_with_their_sums(page):
    shown = texts(page.rules_card.table)
    assert [row[1] for row in shown][:2] == ["年度绩效奖励", "经济指标贡献奖励"]
    assert "按折算人数×等次系数×得分分配" in shown[0][3]
    assert "无人达到目标" in shown[1][3] and shown[1][7] == "100,000"
    assert shown[-1][1] == "合计"
    assert "计划 3,460,000 = 兑现 3,360,000 + 未分 100,000" in shown[-1][3]


def test_across_is_down_with_capital_figures(page):
    rewards = page.view.rewards
    group = page.view.assessment.groups[0]
    net = sum(rewards.department(result.code).net for result in group.departments)
    assert f"横加 = 竖加 = {net:,} 元" in page.agreement.words and "人民币" in page.agreement.words
    assert page.agreement.agree
    assert texts(page.table)[-1][-1] == f"{net:,}"


def test_a_department_shows_its_slip_and_why(page, window, qtbot):
    window.desk.visit(("awards", "department", "D04"))
    assert page.slip.isVisible() and page.slip.title.text() == "规划建设局"
    text = page.slip.text()
    assert "固定资产投资：该项 250,000 元 × 实绩 21.86 ÷ 达到目标的部门合计 75.61" in text
    assert "净额 602,362 元（人民币陆拾万贰仟叁佰陆拾贰元整）" in text
    page.slip.copy_text()
    assert QGuiApplication.clipboard().text() == text


def test_a_changed_parameter_is_saved_and_moves_the_money(page, window, qtbot):
    window.desk.visit(("awards", "rule", "低分扣罚"))
    assert page.editor.isVisible()
    page.editor.edits["标准"].setText("200")
    assert page.editor.sentence.text() == "低于80分的，每人每分扣200元"
    qtbot.mouseClick(page.editor.save, Qt.MouseButton.LeftButton)
    saved = {rule.name: rule.params for rule in facts.load(window.desk.session.book, 2020).awards}
    assert saved["低分扣罚"] == "标准=200;及格线=80"
    shown = {row[1]: row[5] for row in texts(page.rules_card.table)}
    assert shown["低分扣罚"] == "(77,072)"
    window.desk.session.undo()
    qtbot.waitUntil(lambda: {row[1]: row[5] for row in texts(page.rules_card.table)}["低分扣罚"] == "(38,536)")


def test_a_parameter_that_cannot_be_read_says_why_and_is_not_saved(page, window):
    window.desk.visit(("awards", "rule", "经济指标超额奖励"))
    page.editor.edits["指标"].setText("E22")
    assert "按名次计分" in page.editor.sentence.text()
    assert not page.editor.save.isEnabled()


def test_a_rule_is_added_moved_and_dropped(page, window, qtbot):
    page.add_rule()
    page.editor.method.setCurrentIndex(page.editor.method.findData("placing"))
    page.editor.name.setText("先进奖")
    page.editor.edits["1"].setText("5000")
    page.editor.save.click()
    assert [row[1] for row in texts(page.rules_card.table)][-2] == "先进奖"
    page.editor.moved.emit("先进奖", -1)
    assert [row[1] for row in texts(page.rules_card.table)][-3] == "先进奖"
    page.editor.drop.click()
    assert "先进奖" not in [row[1] for row in texts(page.rules_card.table)]


def test_year_beside_year(page, window):
    page.kinds._group.button(2).click()
    shown = {row[0]: row[1:] for row in texts(page.years.departments)}
    assert shown["规划建设局"] == ["602,362", "414,416", "+187,946"]
    by_rule = {row[0]: row[1:] for row in texts(page.years.rules)}
    assert by_rule["经济指标贡献奖励"] == ["400,000", "500,000", "−100,000"]


def test_escape_closes_fields_then_the_drawer(page, window):
    window.resize(1366, 768)
    assert not page.slip.isVisible() and not page.rules_card.isVisible()
    window.desk.visit(("awards", "department", "D04"))
    assert page.slip.isVisible()
    assert page.close_panel() and not page.slip.isVisible()
    window.desk.visit(("awards", "rule", "低分扣罚"))
    assert page.rules_card.isVisible() and page.editor.isVisible()
    assert page.close_panel() and not page.editor.isVisible()
    assert not page.close_panel()


def test_a_group_of_general_departments_shows_what_is_theirs(page, window):
    window.desk.visit(("awards", "group", "综合组"))
    heads = [column.title for column in page.table.rows.columns]
    assert "5 人均" in heads
    assert page.consequences.items
    assert all(isinstance(cell, Cell) for cell in page.table.rows.rows[0].cells)


def test_a_final_year_refuses_in_words(page, window, qtbot):
    window.desk.session.choose_year(2019)
    refused = []
    window.desk.session.refused.connect(lambda title, words: refused.append((title, words)))
    window.desk.visit(("awards", "rule", "低分扣罚"))
    page.editor.edits["标准"].setText("500")
    page.editor.save.click()
    assert refused and refused[0][0] == "没有保存办法" and "已定稿" in refused[0][1]


def test_an_amount_leads_to_its_own_derivation(page, window):
    place = [column.title for column in page.table.rows.columns].index("2 贡献")
    page.table.activated_on.emit("D04", place)
    assert [number for number, box in page.slip.boxes.items() if box.marked] == [2]


def test_a_slip_is_typeset_and_the_printer_asked_for(page, window, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "ui.pages.reports.printing.asked_printer", lambda document, parent, name: asked.append(document.pageCount())
    )
    window.desk.visit(("awards", "department", "D04"))
    page.slip.printed.emit()
    qtbot.waitUntil(lambda: asked == [1], timeout=20_000)


def test_an_empty_year_says_what_belongs_there(page, window, qtbot):
    from kpi_desktop.office.years import open_year

    window.desk.session.act(lambda book: open_year(book, 2021))
    window.desk.session.choose_year(2021)
    assert "还没有分组" in page.state.text()
    assert page.empty.isVisible() and page.empty.title.text() == "2021 年还没有奖惩办法"
    qtbot.mouseClick(button_of(page.empty, "写第一条办法"), Qt.MouseButton.LeftButton)
    assert page.editor.isVisible()
    window.desk.session.choose_year(2020)
    assert not page.empty.isVisible() and page.results_card.isVisible()


def button_of(widget, words):
    return next(each for each in widget.findChildren(QAbstractButton) if each.text() == words)
