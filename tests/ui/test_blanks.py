"""年终对表检查 as a page: every blank by department, filled by a jump or explained in place."""

from datetime import date

import pytest

from kpi_desktop.book import facts
from kpi_desktop.office import assessing
from ui.pages.blanks.found import EXPLAINED, OPEN, key_of


@pytest.fixture
def page(window):
    window.desk.visit(("blanks",))
    return window.pages["blanks"]


def told(page) -> list[str]:
    return [row.cells[0].text for row in page.table.rows.rows if row.subject is None]


def subjects(page) -> list[tuple]:
    return [row.subject for row in page.table.rows.rows if row.subject is not None]


def test_every_blank_of_the_check_is_listed_by_department(window, page):
    found = assessing.check(window.desk.session.book, 2020)
    assert sorted(subjects(page)) == sorted(map(key_of, found))
    assert page.card.remark.text() == "共 11 处空白，4 处已有说明，7 处待处理"
    assert told(page)[:3] == ["经济发展局　1 处", "投资促进局　1 处，1 处已说明", "规划建设局　2 处，1 处已说明"]
    assert {key: chip.count for key, chip in page.chips.chips.items()} == {
        "": 11,
        "no_result": 1,
        "no_report": 2,
        "no_due_date": 1,
        "no_standard": 1,
        "unanswered": 1,
        "unrated": 1,
        "appeal_open": 1,
        "undecided": 2,
        "preliminary": 1,
    }


def test_chips_and_states_filter(page):
    page.chips.chips["no_report"].click()
    assert [subject[1] for subject in subjects(page)] == ["K02", "2019-K07"]
    page._state_chosen(EXPLAINED)
    assert [subject[1] for subject in subjects(page)] == ["2019-K07"]
    page.chips.chips["undecided"].click()
    assert page.empty.isVisible()
    page._show_all()
    assert len(subjects(page)) == 11


def test_a_blank_is_explained_in_place_and_the_list_says_so(window, page, qtbot):
    page.visit(("no_report", "K02", "D04"))
    page._opened(("no_report", "K02", "D04"), 0)
    page.panel.ask_why()
    page.panel.form.submit()
    assert page.panel.form.problems["text"].text()
    page.panel.form.put("text", "征收停滞")
    page.panel.form.put("author", "张国梁")
    page.panel.form.put("day", "2021-01-08")
    page.panel.form.submit()
    explained = facts.load(window.desk.session.book, 2020).explanations[-1]
    assert (explained.kind, explained.subject, explained.text, explained.author, explained.day) == (
        "no_report",
        "K02",
        "征收停滞",
        "张国梁",
        date(2021, 1, 8),
    )
    assert page.panel.said.text() == "征收停滞"
    assert "5 处已有说明" in page.card.remark.text()
    assert "差 3 处" in window.topbar.lacking.text()
    page.panel.withdraw.click()
    assert "4 处已有说明" in page.card.remark.text()


def test_an_indicator_is_explained_for_one_department_or_for_all(window, page):
    key = next(subject for subject in subjects(page) if subject[0] == "preliminary")
    page._opened(key, 0)
    page.panel.ask_why()
    page.panel.form.put("text", "核定数二月公布")
    page.panel.form.put("author", "统计科")
    page.panel.form.submit()
    assert facts.load(window.desk.session.book, 2020).explanations[-1].subject == "D07/E08"


def test_a_blank_leads_to_where_it_is_filled_and_walking_goes_through_them(window, page, qtbot):
    went = []
    page.go.connect(went.append)
    page._state_chosen(OPEN)
    for _ in range(4):
        page.walk_on()
    assert len({goal for goal in went}) == 4
    assert went[1][1:] == ("task", "K02")
    assert window.stack.currentWidget() is not page
    page._opened(("appeal_open", "〔2021〕申2号", "D07"), 0)
    page.panel.fill.click()
    assert went[-1] == ("appeals", "〔2021〕申2号")


def test_a_year_without_blanks_says_so(window, page, monkeypatch):
    monkeypatch.setattr("ui.pages.blanks.page.blanks_of", lambda view: ())
    page.show_view(window.desk.session.view)
    assert page.empty.isVisible()
    assert page.empty.title.text() == "不留空白"


def test_in_a_narrow_window_the_panel_is_a_drawer(window, page):
    page.set_narrow(True)
    assert not page.panel.isVisible()
    page._opened(("no_report", "K02", "D04"), 0)
    assert page.panel.isVisible()
    assert page.close_panel()
    assert not page.panel.isVisible()


def test_a_blank_leads_to_its_very_cell(window, page):
    went = []
    page.go.connect(went.append)
    page._opened(("no_standard", "K26", "D12"), 0)
    page.panel.fill.click()
    laid = window.pages["targets"].laid
    assert (laid.tasks.text(laid.tasks.current_ref(), "code"), laid.tasks.current_name()) == ("K26", "standard")
    page._opened(("preliminary", "E08", "D07"), 0)
    page.panel.fill.click()
    assert went[-1] == ("economy", "E08", "D07", "12")


def test_a_carried_milestone_without_a_day_leads_to_its_cell(window, qtbot):
    from kpi_desktop.office.carrying import carry_over

    carry_over(window.desk.session.book, 2020)
    window.desk.session.choose_year(2021)
    window.desk.visit(("blanks",))
    page = window.pages["blanks"]
    qtbot.waitUntil(lambda: page.view is not None and page.view.year == 2021)
    key = next(subject for subject in subjects(page) if subject[1].endswith("/数据归集接入"))
    page._opened(key, 0)
    page.panel.fill.click()
    grid = window.pages["targets"].laid.milestones
    assert (grid.text(grid.current_ref(), "title"), grid.current_name()) == ("数据归集接入", "due")
