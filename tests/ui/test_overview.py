"""总览: every number leads to what it counts; the sample zone as of 24 November and 31 December 2020."""

from datetime import date

import pytest

from ui.grid.cells import GROUP
from ui.pages.overview import lights

NOVEMBER, YEAR_END = date(2020, 11, 24), date(2020, 12, 31)


@pytest.fixture
def page(window):
    window.desk.session.choose_day(NOVEMBER)
    window.desk.visit(("overview",))
    return window.pages["overview"]


def row(table, words):
    return next(each for each in table.rows.rows if each.cells[0].text == words)


def ledger(window):
    return [each.subject for each in window.pages["supervision"].table.rows.rows]


def test_lights_by_department_add_up(page):
    total = page.lights.rows.rows[-1]
    assert [cell.text for cell in total.cells[1:6]] == ["4", "3", "8", "26", "41"]
    assert row(page.lights, "环境保护局").cells[lights.WHY].text == "逾期 55 天"


def test_a_number_of_lights_leads_to_the_list_it_counts(page, window):
    found = row(page.lights, "规划建设局")
    for column, light in enumerate(lights.ORDER, 1):
        window.desk.visit(("overview",))
        page.lights.activated_on.emit(found.subject, column)
        assert len([each for each in ledger(window) if not each[1]]) == int(found.cells[column].text), light
    assert window.stack.currentWidget() is window.pages["supervision"]


def test_the_sum_leads_to_the_reds_of_the_whole_zone(page, window):
    page.lights.activated_on.emit(page.lights.rows.rows[-1].subject, 1)
    assert len(ledger(window)) == 4


def test_the_worst_reason_leads_to_its_task(page, window):
    page.lights.activated_on.emit(row(page.lights, "环境保护局").subject, lights.WHY)
    assert window.pages["supervision"].panel.item.subject == ("2019-K07", "")


def test_a_quiet_week_tells_what_comes_next(page):
    assert "11-23 至 11-29 没有；接下来 3 项" in page.due_card.remark.text()
    assert [each.cells[0].text for each in page.due.rows.rows] == ["11-30", "11-30", "11-30"]


def test_this_weeks_items_lead_to_their_story(page, window):
    window.desk.session.choose_day(YEAR_END)
    assert page.due_card.remark.text() == "12-28 至 01-03 · 8 项"
    first = page.due.rows.rows[0]
    page.due.activated_on.emit(first.subject, 0)
    assert window.pages["supervision"].panel.item.light.code == first.subject[1]


def test_who_has_not_reported_and_by_how_much(page, window):
    assert not page.missing.rows.rows
    assert page.missing_card.empty.text() == "该报的都报了。"
    window.desk.session.choose_day(YEAR_END)
    # 20 November to 31 December are 41 days, 31 are allowed; 6 November: 55
    assert row(page.missing, "规划建设局").cells[1].text == "K02 未报 10 天（月报）"
    assert row(page.missing, "环境保护局").cells[1].text == "2019-K07 未报 24 天（月报）"


def test_carried_work_is_told_by_age_the_oldest_first(page):
    ages = [each.cells[0].text for each in page.carried.rows.rows if each.kind == GROUP]
    assert ages == ["第3年　1 项　黄 1", "第2年　5 项　红 1　绿 1　灰 3"]
    assert page.carried_card.remark.text() == "6 项，3 项还没办结"


def test_the_days_directives_are_one_click_away(page, window):
    assert page.work.text() == "今天的督办 19"
    page.work.click()
    supervision = window.pages["supervision"]
    assert supervision.panel.stack.currentWidget() is supervision.panel.work
    assert supervision.filter == "proposed"


def test_the_navigation_says_how_many_are_red(page, window):
    badges = {item.text(): item.badge for item in window.navigation._group.buttons()}
    assert badges["督查"] == "4"
    assert badges["经济指标"] == ""
    window.desk.session.choose_day(YEAR_END)
    badges = {item.text(): item.badge for item in window.navigation._group.buttons()}
    assert (badges["督查"], badges["经济指标"]) == ("8", "1")


def test_gaps_lead_to_where_they_are_filled(page, window):
    page.show_gaps("unanswered")
    assert page.gap_panel.isVisible()
    page.gap_panel.list.activated_on.emit(0, 0)
    assert window.stack.currentWidget() is window.pages["supervision"]


def test_names_are_whole_in_a_middle_window(page):
    wide = page.economy.columnWidth(0)
    assert wide > 150
    assert page.standing.tables[0].columnWidth(1) > 70


def test_a_year_that_was_just_opened_says_what_belongs_on_its_cards(window, qtbot):
    from kpi_desktop.office.carrying import carry_over

    carry_over(window.desk.session.book, 2020)
    window.desk.session.choose_year(2021)
    window.desk.visit(("overview",))
    page = window.pages["overview"]
    qtbot.waitUntil(lambda: page.economy_card.empty.isVisible() and not page.economy.isVisible())
    assert page.standing.remark.text() == "还没有得分，都从 0 分起"
    window.desk.session.choose_year(2020)
    qtbot.waitUntil(lambda: page.economy.isVisible() and not page.economy_card.empty.isVisible())
    assert page.standing.remark.text() == "按已有数据计分"
