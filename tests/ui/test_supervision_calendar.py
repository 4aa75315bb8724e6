"""督查's 日历 on the sample zone as of 24 November 2020: what falls on which day, and the way to the item."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from ui.grid.cells import GROUP
from ui.pages.supervision.dates import AHEAD, DUE, MILESTONE, REPLY
from ui.pages.supervision.month import month_after, week_around


@pytest.fixture
def page(window):
    window.desk.session.choose_day(date(2020, 11, 24))
    window.desk.visit(("supervision", "dates"))
    return window.pages["supervision"]


def things(page, month, day):
    return {(each.kind, each.subject[0], each.sign) for each in page.calendar.dated.get(date(2020, month, day), [])}


def listed(page):
    return [row.subject.subject[0] for row in page.calendar.week.rows.rows if row.kind != GROUP]


def test_due_dates_milestones_and_replies_stand_on_their_days(page):
    assert page.stack.currentWidget() is page.calendar
    # 海源路 is 已销号 in the book: its extended due date and its last milestone are grey
    assert things(page, 11, 26) == {(DUE, "K01", "grey"), (MILESTONE, "K01", "grey")}
    # 首期房屋拆除 of 马金铺, 9 days late; 首开区开工 of K02 is still ahead
    assert (MILESTONE, "2019-K08", "yellow") in things(page, 11, 15)
    assert (MILESTONE, "K02", AHEAD) in things(page, 12, 31)
    # 房屋征收清零, 24 days late
    assert (MILESTONE, "K02", "red") in things(page, 10, 31)
    # 22号, 24号 and 23号 are not answered yet
    replies = {(day, code) for day in (25, 27) for kind, code, _ in things(page, 11, day) if kind == REPLY}
    assert replies == {(25, "K18"), (27, "2019-K03")}
    assert (REPLY, "E07", "red") in things(page, 12, 1)


def test_what_is_done_is_said_and_stands_last(page):
    own = page.calendar.dated[date(2020, 6, 30)]
    assert [each.open for each in own] == sorted((each.open for each in own), reverse=True)
    finished = next(each for each in own if each.subject[0] == "K05")
    assert "办结" in finished.under
    late = next(each for each in page.calendar.dated[date(2020, 10, 31)] if each.subject[0] == "K02")
    assert "逾 24 天" in late.under


def test_months_are_turned_by_keys_and_the_day_leads_back(page):
    QTest.keyClick(page.calendar.month, Qt.Key.Key_PageDown)
    assert page.calendar.title.text() == "2020 年 12 月"
    QTest.keyClick(page.calendar.month, Qt.Key.Key_PageDown)
    assert page.calendar.title.text() == "2021 年 1 月"
    page.calendar.go_to_today()
    assert page.calendar.title.text() == "2020 年 11 月"
    assert page.calendar.month.current_day() == date(2020, 11, 24)


def test_the_week_of_the_chosen_day_is_listed_and_opens_the_story(page):
    assert page.calendar.week_title.text() == "11-23 至 11-29 这一周"
    assert listed(page)[:1] == ["K18"]  # the reply that is due on Wednesday
    row = next(row for row in page.calendar.week.rows.rows if row.subject and row.subject.kind == DUE)
    page.calendar.week.activated_on.emit(row.subject, 0)
    assert page.current().light.code == "K01"


def test_enter_and_a_click_on_a_line_open_the_story(page):
    page.calendar.month.go_to(date(2020, 11, 16))
    QTest.keyClick(page.calendar.month, Qt.Key.Key_Return)
    assert page.current().light.code == "K01"
    month = page.calendar.month
    box = month.visualRect(month.month.place(date(2020, 11, 25)))
    where = QPointF(box.left() + 20, box.top() + 24 + 4)
    assert month.subject_at(where) == ("K18", "")
    assert month.subject_at(QPointF(box.left() + 20, box.top() + 4)) is None


def test_the_filters_hold_in_the_calendar_too(page):
    page.choose_filter("carried")
    codes = {each.subject[0] for own in page.calendar.dated.values() for each in own}
    assert codes == {"2019-K02", "2019-K03", "2019-K04", "2019-K06", "2019-K07", "2019-K08"}


def test_a_day_tells_a_screen_reader_what_is_on_it(page):
    month = page.calendar.month.month
    told = month.data(month.place(date(2020, 11, 16)), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "11-16 周一 节点 沿街立面与绿化整治（海源路、昌源路、滇缅大道等5条道路及市容环境整治）"


def test_months_and_weeks_go_over_the_year():
    assert month_after(date(2020, 12, 1), 1) == date(2021, 1, 1)
    assert month_after(date(2020, 1, 1), -1) == date(2019, 12, 1)
    assert [week_around(date(2021, 1, 1))[at] for at in (0, -1)] == [date(2020, 12, 28), date(2021, 1, 3)]


def test_progress_is_brought_in_from_a_workbook(page, window):
    asked = []
    page.go.connect(asked.append)
    page.bring_button.click()
    assert asked[0] == ("archive", "import")
    assert window.stack.currentWidget() is window.pages["archive"]
