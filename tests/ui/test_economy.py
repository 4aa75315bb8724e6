"""经济指标 as a person uses it: months typed, confirmed and reviewed on the sample zone."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kpi_desktop.book import facts
from kpi_desktop.book.journal import history
from ui.pages.economy import chart, needs
from ui.pages.economy.bar import Mode
from ui.pages.economy.borne import borne
from ui.pages.economy.detail import line_of
from ui.pages.economy.entering import PRELIMINARY, Edit, Place, confirm, write
from ui.pages.economy.source import DEPARTMENT, INDICATOR, ZONE

E01 = ("E01", "D04")


@pytest.fixture
def page(window):
    """The page on the sample zone, as on 24 November, with what is typed above the whole year."""
    window.desk.session.choose_day(date(2020, 11, 24))
    window.desk.visit(("economy", *E01))
    return window.pages["economy"]


def value(window, *place):
    loaded = facts.load(window.desk.session.book, 2020)
    return next((each for each in loaded.actuals if (each.indicator, each.department, each.month) == place), None)


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def of(page, ref=E01):
    return next(each for each in borne(page.view) if each.ref == ref)


def shown(page, ref=E01) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in needs.rows(of(page, ref))]


# --- what is said of an indicator


def test_the_months_left_need_what_is_left_of_the_goal(page):
    """规划建设局: 18.61 by October of 20 and 26; 11.59 in July. (20 − 18.61) / 2, (18.61 − 11.59) / 3."""
    assert shown(page) == [
        ["确保", "20", "1.39", "0.70", "2.34", "可达"],
        ["力争", "26", "7.39", "3.70", "2.34", "须提速 58%"],
    ]


def test_the_line_calls_the_last_month_against_its_pace(page):
    """Pace in October: 14.8 at the end of September, 20 at the end of the year: 14.8 + 5.2 / 3 = 16.53."""
    line = line_of(of(page))
    assert line.call == "10月 18.61，应达 16.53，快 2.08"
    assert line.month == 10
    assert line.base[12] == 20
    assert line.stretch[12] == 26
    assert {goal for _, goal, _ in line.goals} == {20, 26}


def test_lower_is_better_says_what_is_left_to_be_used(page):
    """火灾起数: at most 46, 43 by October, 33 in July."""
    assert shown(page, ("G04", "D20")) == [["确保", "46", "3", "1.5", "3.33", "须压降 55%"]]


def test_a_rate_that_would_have_to_be_above_100_is_out_of_reach(page):
    (row,) = shown(page, ("E25", "D10"))
    assert row[0] == "力争"
    assert row[-1] == "已不可能"


def test_the_place_and_last_year_stand_beside(page):
    assert "第 3 位（5 家）" in words(page.detail)
    assert "上年 17.6" in words(page.detail)


def test_a_click_in_the_chart_chooses_the_month_that_is_written_about(page, qtbot):
    view = page.detail.chart
    at = view.mapFromParent(view.rect().center()).y() or 10
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center().__class__(round(view._x(9)), abs(at)))
    assert "9 月分析" in words(page.detail)
    assert page.detail.notes.edits["analysis"].toPlainText().startswith("三季度道路项目")


def test_months_after_the_day_do_not_count(page, window):
    window.desk.session.choose_day(date(2020, 6, 30))
    assert of(page).month == 6
    assert needs.title(of(page)) == "剩余 6 个月每月需要"


# --- writing


def test_a_value_typed_as_preliminary_is_tagged_and_confirmed_again(window, page):
    session = window.desk.session
    assert write(session, [Edit(Place(*E01, 10), "value", "19.2")], "填写", PRELIMINARY) == {}
    assert value(window, *E01, 10).basis == "preliminary"
    assert value(window, *E01, 10).value == Decimal("19.2")
    assert page.confirm_button.isEnabled()
    assert "1 个快报待核定" in page.board.bar.counts.text()
    page.confirm_button.click()
    assert value(window, *E01, 10).basis == "confirmed"
    assert not page.confirm_button.isEnabled()


def test_a_bad_value_is_told_and_leaves_the_entry_as_it_was(window, page):
    before = value(window, *E01, 10)
    problems = write(window.desk.session, [Edit(Place(*E01, 10), "value", "八点二")], "填写", PRELIMINARY)
    assert "不是数字" in problems[Place(*E01, 10), "value"]
    assert value(window, *E01, 10) == before


def test_a_whole_block_is_one_step_and_undone_as_one(window, page):
    before = [value(window, *E01, month) for month in (8, 9, 10)]
    edits = [Edit(Place(*E01, month), "value", str(month)) for month in (8, 9, 10)]
    write(window.desk.session, edits, "粘贴实绩")
    assert [value(window, *E01, month).value for month in (8, 9, 10)] == [8, 9, 10]
    window.desk.session.undo()
    assert [value(window, *E01, month) for month in (8, 9, 10)] == before


def test_a_cleared_value_goes_and_the_month_is_blank(window, page):
    write(window.desk.session, [Edit(Place(*E01, 10), "value", "")], "清除")
    assert value(window, *E01, 10) is None
    assert "1 处空白" in page.board.bar.counts.text()
    page.board.bar.next_blank.click()
    assert page.ref == E01


def test_nothing_is_written_about_a_month_without_a_value(window, page):
    write(window.desk.session, [Edit(Place(*E01, 10), "value", "")], "清除")
    problems = write(window.desk.session, [Edit(Place(*E01, 10), "analysis", "未报")], "月调度")
    assert "先填数" in problems[Place(*E01, 10), "analysis"]


def test_confirming_confirmed_values_writes_nothing(window, page):
    before = history(window.desk.session.book, limit=1)[0].entry.sequence
    assert confirm(window.desk.session, [Place(*E01, 10)], "核定") == 0
    assert history(window.desk.session.book, limit=1)[0].entry.sequence == before


# --- words


def test_words_are_saved_when_the_field_is_left(window, page, qtbot):
    edit = page.detail.notes.edits["countermeasure"]
    window.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.setPlainText("12 月 10 日前入统 3.6 亿元")
    page.board.grid.setFocus()
    qtbot.waitUntil(lambda: value(window, *E01, 10).countermeasure == "12 月 10 日前入统 3.6 亿元")
    assert value(window, *E01, 10).value == Decimal("18.61")


def test_escape_takes_the_words_back(window, page):
    edit = page.detail.notes.edits["analysis"]
    kept = edit.toPlainText()
    edit.setPlainText("写错了")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.toPlainText() == kept


def test_words_follow_to_the_entry_of_the_whole_zone_where_that_counts(window, page):
    window.desk.visit(("economy", "E02", "D01"))
    page._note_written("analysis", "龙头企业检修")
    assert value(window, "E02", "D01", 10) is None
    assert value(window, "E02", "全区", 10).analysis == "龙头企业检修"


# --- layouts


@pytest.mark.parametrize("kind", [INDICATOR, DEPARTMENT, ZONE])
def test_every_layout_writes_the_same_entry(window, page, kind):
    page.board.bar.layouts.mark(kind)
    page.board.bar._layout_chosen(kind)
    place = Place("E01", "全区" if kind == ZONE else "D04", 10)
    ref, name = page.board.source.ref_of(place)
    assert page.board.source.place(ref, name) == place
    assert page.board.source.save([(ref, name, "21.5")], "填写") == {}
    assert value(window, *place).value == Decimal("21.5")


def test_values_of_the_whole_zone_are_pale_and_become_own_by_typing(window, page):
    window.desk.visit(("economy", "E02", "D01"))
    row = next(row for row in page.board.source.rows() if row.ref == ("E02", "D01"))
    assert (row.cells["m10"].text, row.cells["m10"].token) == ("404.39", "pale")
    page.board.source.save([(("E02", "D01"), "m10", "410")], "填写")
    assert value(window, "E02", "D01", 10).value == 410
    assert value(window, "E02", "全区", 10).value == Decimal("404.39")


def test_what_is_fetched_is_locked_and_says_from_where(page):
    row = next(row for row in page.board.source.rows() if row.ref == ("E22", "D04"))
    assert "E01" in row.cells["m10"].locked


def test_what_a_month_brought_can_be_looked_at_and_not_typed(page):
    page.board.bar.shown.mark(True)
    page.board.bar._told()
    row = next(row for row in page.board.source.rows() if row.ref == E01)
    assert row.cells["m10"].text == "2.79"
    assert row.cells["m10"].locked


def test_the_review_of_a_month_and_of_a_quarter(window, page):
    window.desk.visit(("economy", "month"))
    assert page.mode == Mode.MONTH
    row = next(row for row in page.board.source.rows() if row.ref == E01)
    assert [row.cells[name].text for name in ("brought", "actual", "pace", "against", "place")] == [
        "2.79",
        "18.61",
        "16.53",
        "+2.08",
        "3 / 5",
    ]
    window.desk.visit(("economy", "quarter"))
    row = next(row for row in page.board.source.rows() if row.ref == E01)
    assert row.cells["brought"].text == "6.41"
    page.board.source.save([(E01, "analysis", "三季度入统集中")], "填写")
    assert value(window, *E01, 9).analysis == "三季度入统集中"


def test_a_late_bearer_without_analysis_has_the_mark_of_what_is_required(window, page):
    window.desk.visit(("economy", "month"))
    row = next(row for row in page.board.source.rows() if row.ref == ("E01", "D07"))
    assert row.cells["analysis"].required
    assert not next(row for row in page.board.source.rows() if row.ref == E01).cells["analysis"].required


def test_a_year_without_indicators_says_what_belongs_here(window, qtbot):
    from dataclasses import replace

    from kpi_desktop.assessment.scoring import score
    from ui.year import YearView

    window.desk.visit(("economy",))
    page, view = window.pages["economy"], window.desk.session.view
    bare = replace(view.facts, targets=(), actuals=())
    page.take(YearView(bare, score(bare), view.day))
    assert "还没有指标落实到部门" in words(page.empty)
    assert not page.board.isVisible()


def test_the_chart_paints_every_kind_of_indicator(page, qtbot):
    for each in borne(page.view):
        view = chart.PaceChart()
        qtbot.addWidget(view)
        view.resize(600, 220)
        view.show_line(line_of(each))
        assert not view.grab().isNull()
    assert QGuiApplication.clipboard() is not None


# --- keys and clipboard, as a person uses them


def at(page, window, column="m10", ref=E01):
    """Put the grid on a cell, with the keyboard in it."""
    window.activateWindow()
    page.board.grid.go_to(ref, column)
    page.board.grid.setFocus()
    return page.board.grid.view


def typed(view, text, key=Qt.Key.Key_Return):
    """Keys go where the keyboard is: the first opens the editor, the rest go into it."""
    for each in text:
        QTest.keyClick(view.window().focusWidget(), each)
    QTest.keyClick(view.window().focusWidget(), key)


def test_a_figure_is_typed_and_enter_goes_down(window, page, qtbot):
    view = at(page, window)
    qtbot.waitUntil(view.hasFocus)
    typed(view, "19.5")
    assert value(window, *E01, 10).value == Decimal("19.5")
    assert page.board.grid.text(E01, "m10") == "19.5"
    assert (page.board.grid.current_ref(), page.board.grid.current_name()) == (("E01", "D06"), "m10")
    assert "科技创新局" in page.detail.line_card.title.text()


def test_a_block_from_excel_is_pasted_and_bad_cells_stay_red(window, page, qtbot):
    """规划建设局 and 科技创新局, September and October."""
    view = at(page, window, "m9")
    QGuiApplication.clipboard().setText("16\t19\r\n6.5\t七点三\r\n")
    before = history(window.desk.session.book, limit=1)[0].entry.sequence
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    saved = [value(window, "E01", department, month).value for department in ("D04", "D06") for month in (9, 10)]
    assert saved == [16, 19, Decimal("6.5"), Decimal("6.68")]
    assert "不是数字" in page.board.grid.problem(("E01", "D06"), "m10")
    assert page.board.grid.text(("E01", "D06"), "m10") == "七点三"
    assert history(window.desk.session.book, limit=1)[0].entry.sequence == before + 1
    window.desk.session.undo()
    assert [value(window, "E01", "D04", month).value for month in (9, 10)] == [Decimal("15.82"), Decimal("18.61")]


def test_delete_clears_a_month(window, page):
    view = at(page, window)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert value(window, *E01, 10) is None
    cell = next(row for row in page.board.source.rows() if row.ref == E01).cells["m10"]
    assert cell.required


def test_only_what_is_selected_is_confirmed(window, page):
    edits = [Edit(Place("E01", code, 10), "value", "9.9") for code in ("D04", "D06", "D07")]
    write(window.desk.session, edits, "填写", PRELIMINARY)
    view = at(page, window)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.confirm_button.text() == "核定所选 2 个"
    page.confirm_button.click()
    assert [value(window, "E01", code, 10).basis for code in ("D04", "D06", "D07")] == [
        "confirmed",
        "confirmed",
        "preliminary",
    ]


def test_typed_as_chosen_in_the_bar(window, page, qtbot):
    page.board.bar.bases.mark(PRELIMINARY)
    page.board.bar._told()
    view = at(page, window)
    qtbot.waitUntil(view.hasFocus)
    typed(view, "18.7")
    assert value(window, *E01, 10).basis == "preliminary"
    cell = next(row for row in page.board.source.rows() if row.ref == E01).cells["m10"]
    assert (cell.tag, cell.dashed) == ("快", True)


def test_a_locked_figure_says_why_it_cannot_be_typed(window, page, qtbot):
    window.desk.visit(("economy", "E22", "D04"))
    view = at(page, window, "m10", ("E22", "D04"))
    QTest.keyClicks(view, "5")
    assert "E01" in words(page.board.grid)


def test_the_column_of_a_department_chooses_what_is_looked_at(window, page):
    page.board.bar.layouts.mark(DEPARTMENT)
    page.board.bar._layout_chosen(DEPARTMENT)
    view = at(page, window, "E05", 10)
    assert "争取上级资金" in page.detail.line_card.title.text()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "基础设施投资" in page.detail.line_card.title.text()


def test_a_filter_tells_how_much_it_leaves_and_is_given_up(page):
    page.board.grid.filter_by("department", "规划")
    page.board._show_filter()
    assert page.board.bar.filtered.text().startswith("6 / ") or " / " in page.board.bar.filtered.text()
    assert page.board.bar.show_all.isVisible()
    page.board.bar.show_all.click()
    assert not page.board.bar.show_all.isVisible()


def test_the_selection_is_summed_in_the_status_bar(window, page):
    told = []
    page.hint_changed.connect(told.append)
    view = at(page, window)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "合计 25.29" in told[-1]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert told[-1] == page.hint


def test_the_words_follow_to_the_month_the_grid_is_on(window, page):
    view = at(page, window, "m10")
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert "9 月分析" in words(page.detail)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "10 月分析" in words(page.detail)


def test_a_final_year_can_be_read_and_not_written(window, page):
    window.desk.session.choose_year(2019)
    window.desk.visit(("economy",))
    row = page.board.source.rows()[0]
    assert "已定稿" in row.cells["m10"].locked
    assert page.detail.notes.edits["analysis"].isReadOnly()


def test_figures_of_one_row_stand_under_one_another_and_copy_whole(page):
    row = next(row for row in page.board.source.rows() if row.ref == E01)
    assert (row.cells["m2"].text, row.cells["m2"].words) == ("0.97", "0.97")
    row = next(row for row in page.board.source.rows() if row.ref == ("E01", "D01"))
    assert (row.cells["m7"].text, row.cells["m7"].words) == ("8.9", "8.90")


def test_the_whole_zone_shows_the_first_bearer_of_an_indicator(window, page):
    page.board.bar.layouts.mark(ZONE)
    page.board.bar._layout_chosen(ZONE)
    at(page, window, "m10", ("E02", "全区"))
    assert page.board.grid.text(("E02", "全区"), "m10") == "404.39"
    assert page.ref == ("E02", "D01")
    assert "用全区数" in words(page.detail)


def test_the_bar_of_a_row_fills_to_what_is_reached_with_a_tick_at_the_pace(page):
    """18.61 of 20, due by October 16.53."""
    cell = next(row for row in page.board.source.rows() if row.ref == E01).cells["done"]
    assert cell.text == "93"
    assert cell.share == pytest.approx(0.9305)
    assert cell.tick == pytest.approx(0.8267, abs=0.0001)


def test_rates_are_shown_and_typed_as_percentages(window, page, qtbot):
    window.desk.visit(("economy", "E25", "D13"))
    row = next(row for row in page.board.source.rows() if row.ref == ("E25", "D13"))
    assert (row.cells["m5"].text, row.cells["m5"].words) == ("87%", "87.0%")
    view = at(page, window, "m10", ("E25", "D13"))
    qtbot.waitUntil(view.hasFocus)
    typed(view, "88.5%")
    assert value(window, "E25", "D13", 10).value == Decimal("0.885")
    typed(at(page, window, "m9", ("E25", "D13")), "88.5")
    assert page.board.grid.problem(("E25", "D13"), "m9") == "“88.5”是 88.5% 吗？是就写“88.5%”"
    assert value(window, "E25", "D13", 9).value == Decimal("0.856")


def test_every_blank_is_visited_in_turn(window, page):
    gone = [Place("E01", "D04", 9), Place("E01", "D04", 10), Place("E05", "D03", 10)]
    write(window.desk.session, [Edit(place, "value", "") for place in gone], "清除")
    window.desk.visit(("economy", "month"))
    seen = []
    for _ in range(4):
        page.board.bar.next_blank.click()
        seen.append(page.board.place())
    assert seen == [*gone, gone[0]]
    assert page.mode == Mode.ENTRY
