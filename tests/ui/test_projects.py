"""项目作战图 as a person uses it, on the sample zone as of 24 November 2020."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kpi_desktop.book import facts, journal

NOVEMBER = date(2020, 11, 24)
SIGNED, LANDED, BEGUN, PRODUCED = range(4)


@pytest.fixture
def page(window):
    window.desk.session.choose_day(NOVEMBER)
    window.desk.visit(("projects",))
    return window.pages["projects"]


def names(page, column):
    return [each.card.project.name for each in page.wall.placed if each.card.column == column]


def card(page, code):
    return next(each.card for each in page.wall.placed if each.card.project.code == code)


def project(page, code):
    return next(each for each in facts.load(page.session.book, 2020).projects if each.code == code)


def test_every_project_hangs_in_the_stage_it_has_reached(page):
    assert [len(names(page, column)) for column in range(4)] == [4, 5, 5, 3]
    assert names(page, SIGNED)[0] == "碳化硅单晶材料产业化"  # not signed yet: planned for 31 October
    assert card(page, "X10").overdue == 14  # 落地 was planned for 10 November


def test_a_day_before_anything_was_reached_shows_the_wall_as_it_was(page):
    page.session.choose_day(date(2020, 6, 1))
    assert "实地科创园" in names(page, SIGNED)  # signed only on 22 June, planned for 30 June
    assert card(page, "X17").reached == 0
    assert card(page, "X17").overdue == 0


def test_the_four_rates_are_counted_over_what_was_due(page):
    rates = page.view.project_rates[-1]
    assert [(count.reached, count.due) for count in rates.counts] == [(16, 17), (13, 14), (8, 10), (3, 3)]
    assert page.rates.rates.accessibleName() == "签约率 94.1%，落地率 92.9%，开工率 80.0%，投产率 100.0%"


def test_investment_adds_up_by_department_and_in_all(page):
    rows = {row.cells[0].text: row for row in page.money.table.rows.rows}
    done = sum(each.year_done for each in facts.load(page.session.book, 2020).projects)
    assert rows["合计"].cells[3].text == f"{done:.2f}"
    assert rows["投资促进局"].cells[2].text == "13.10"


def test_what_is_late_is_listed_the_longest_first(page, qtbot):
    rows = page.late.table.rows.rows
    assert [row.cells[2].text for row in rows] == ["迟 24 天", "迟 24 天", "迟 14 天", "迟 9 天"]
    page.late.table.activated_on.emit(rows[2].subject, 0)
    assert page.wall.current == "X10"


def test_filters_keep_what_is_late_or_due_in_the_quarter(page):
    page.filters.chosen.emit("late")
    assert len(page.wall.placed) == 4
    page.filters.chosen.emit("quarter")
    assert all(
        any(
            s.reached is None and s.planned and date(2020, 10, 1) <= s.planned <= date(2020, 12, 31) for s in each.steps
        )
        for each in page.shown
    )
    page.filters.chosen.emit("every")
    assert len(page.wall.placed) == 17


def test_a_department_stands_out_and_the_rest_stays(page):
    page.visit(("department", "D02"))
    assert page.wall.highlighted == "D02"
    assert len(page.wall.placed) == 17
    assert page.departments.currentText() == "投资促进局 6"


def test_arrows_walk_the_wall_and_enter_opens_a_card(page, qtbot):
    page.take_focus()
    page.wall.go_to(page.wall.placed[0].card.project.code)
    QTest.keyClick(page.wall, Qt.Key.Key_Right)
    assert card(page, page.wall.current).column == LANDED
    QTest.keyClick(page.wall, Qt.Key.Key_Down)
    QTest.keyClick(page.wall, Qt.Key.Key_Return)
    assert page.form.isVisible()
    assert page.form.form.title == card(page, page.wall.current).project.name


def test_a_reached_date_is_entered_beside_the_wall(page):
    page.open_project("X10")
    form = page.form.form
    form.put("landed", "2020-11-20")
    form.put("year_done", "0.8")
    form.submit_button.click()
    assert (project(page, "X10").landed, project(page, "X10").year_done) == (date(2020, 11, 20), Decimal("0.8"))
    assert card(page, "X10").column == LANDED
    assert not page.form.isVisible()


def test_a_bad_date_stays_with_its_reason(page):
    page.open_project("X10")
    form = page.form.form
    form.put("landed", "下个月")
    form.submit()
    assert page.form.isVisible()
    assert "下个月" in form.problems["landed"].text()
    assert project(page, "X10").landed is None


def test_escape_brings_the_rates_back(page, window):
    page.open_project("X10")
    assert not page.side.isVisible()
    window.escape()
    assert page.side.isVisible()
    assert not page.form.isVisible()


def test_a_double_click_opens_the_card_under_the_mouse(page, qtbot):
    box = page.wall.placed[0].box
    QTest.mouseDClick(page.wall, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert page.form.form.title == page.wall.placed[0].card.project.name


def test_printing_asks_for_the_form(page, qtbot):
    with qtbot.waitSignal(page.go) as asked:
        page._print()
    assert asked.args == [("reports", "wallchart")]


def test_a_year_without_projects_says_what_to_do(page, window):
    from dataclasses import replace

    from ui.year import YearView

    view = page.view
    page.take(YearView(replace(view.facts, projects=()), view.assessment, view.day))
    assert page.empty.title.text() == "这一年还没有重点项目"
    assert page.empty.isVisible()
    assert not page.wall.placed
    page.wall.grab()


def test_dates_pasted_into_the_grid_move_the_cards(page, window):
    page.visit(("entry",))
    grid = page.entry.grid
    row = next(each for each in grid.source.rows() if each.cells["code"].text == "X10")
    grid.go_to(row.ref, "landed")
    grid.paste_text("2020-11-18")
    assert project(page, "X10").landed == date(2020, 11, 18)
    page.kinds.chosen.emit("wall")
    assert card(page, "X10").column == LANDED


def test_a_new_year_has_no_planned_investment_yet_and_says_so(window, qtbot):
    from kpi_desktop.office.carrying import carry_over

    carry_over(window.desk.session.book, 2020)
    window.desk.session.choose_year(2021)
    window.desk.visit(("projects",))
    page = window.pages["projects"]
    qtbot.waitUntil(lambda: page.view is not None and page.view.year == 2021)
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in page.money.table.rows.rows}
    assert rows["投资促进局"] == ["–", "空", "空"]
    assert rows["合计"] == ["–", "空", "空"]


def test_the_four_rates_of_every_department_and_of_all(window):
    window.desk.visit(("projects",))
    page = window.pages["projects"]
    page.rates.turn.click()
    assert page.rates.table.isVisible() and not page.rates.rates.isVisible()
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in page.rates.table.rows.rows}
    # six projects: 云南中药材产业园 is not landed; of three that were to begin 十一物流 has not
    assert rows["投资促进局"] == ["100.0", "83.3", "66.7", "–"]
    assert rows["全区"] == ["100.0", "93.8", "91.7", "80.0"]
    page.rates.table.activated_on.emit("D02", 0)
    assert page.department == "D02"
    page.rates.turn.click()
    assert page.rates.rates.isVisible() and not page.rates.table.isVisible()


def test_a_late_project_becomes_a_task(window, qtbot):
    window.desk.visit(("projects",))
    page = window.pages["projects"]
    page.late.table.go_to("X02")
    page.late.supervise.click()
    form = window.pages["supervision"].panel.form
    assert (form.text("title"), form.text("lead")) == ("云南圣科医药产业基地：投产", "D01")
    assert form.text("basis") == "重点项目 X02 应于 2020-12-15 投产，已迟 16 天"
    assert form.text("standard") == "完成投产"
    assert form.text("code") == "K36"  # the last one is K35
    form.submit()
    qtbot.waitUntil(lambda: window.pages["supervision"].panel.item.subject == ("K36", ""))


def pressed(wall, kind, place, held):
    left = Qt.MouseButton.LeftButton
    whole = wall.mapToGlobal(place)
    event = QMouseEvent(getattr(QEvent.Type, kind), place, whole, left, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(wall, event)


def dragged(wall, code, column):
    """Take a card by its middle and drop it on a column."""
    box = next(each.box for each in wall.placed if each.card.project.code == code)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    goal = QPointF(wall._left(column) + 30, box.center().y())
    pressed(wall, "MouseButtonPress", box.center(), left)
    pressed(wall, "MouseMove", goal, left)
    wall.grab()
    pressed(wall, "MouseButtonRelease", goal, none)


def test_a_card_dragged_into_its_next_column_has_reached_that_stage(window, qtbot):
    window.desk.visit(("projects",))
    page, session = window.pages["projects"], window.desk.session
    dragged(page.wall, "X10", 1)  # 云南中药材产业园: signed, to be landed by 11-10

    def landed():
        return next(each.landed for each in facts.load(session.book, 2020).projects if each.code == "X10")

    assert landed() == date(2020, 12, 31)
    qtbot.waitUntil(lambda: card(page, "X10").column == LANDED)
    session.undo()
    assert landed() is None
    qtbot.waitUntil(lambda: card(page, "X10").column == SIGNED)
    dragged(page.wall, "X10", 3)  # not from 签约 to 投产
    dragged(page.wall, "X02", 0)  # nor back
    assert landed() is None
    assert card(page, "X02").column == BEGUN


def test_the_keyboard_records_the_next_stage_too(window, qtbot):
    window.desk.visit(("projects",))
    page, session = window.pages["projects"], window.desk.session
    page.wall.go_to("X02")
    QTest.keyClick(page.wall, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: card(page, "X02").column == PRODUCED)
    assert card(page, "X02").project.produced == date(2020, 12, 31)
    before = journal.head(session.book)
    QTest.keyClick(page.wall, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)  # there is none after 投产
    assert journal.head(session.book) == before
