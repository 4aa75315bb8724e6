"""评议 as a person uses it, on the sample zone."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kpi_desktop.assessment.scoring import score
from kpi_desktop.assessment.trimming import Rater
from kpi_desktop.book import facts
from ui.grid.entry_model import NEW
from ui.pages.panel import results
from ui.pages.panel.page import COUNTED, NAMED
from ui.year import YearView

WHO = Rater("周启明", None, "主要领导")
PEER = Rater("马晓蕾", "D03", "部门互评")


@pytest.fixture
def page(window):
    window.desk.visit(("panel", "P01", "D04"))
    return window.pages["panel"]


def ratings(window, indicator="P01"):
    return [r for r in facts.load(window.desk.session.book, 2020).ratings if r.indicator == indicator]


def given(window, rater, department, indicator="P01"):
    found = [r for r in ratings(window, indicator) if (r.rater, r.department) == (rater, department)]
    return found[0].score if found else None


def cell(page, ref, name):
    return next(row for row in page.grid.source.rows() if row.ref == ref).cells[name]


def texts(row):
    return [cell.text for cell in row.cells]


def paste(page, text):
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(page.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_extremes_are_struck_through_class_by_class(page):
    """分管领导 gave 规划建设局 86.5, 86.5, 88.5, 87, 87: one 86.5 and 88.5 go, 87, 87, 86.5 stay."""
    page.grid.go_to(Rater("段文涛", None, "分管领导"))
    names = ("段文涛", "和立群", "赵静宜", "苏建华", "杨绍武")
    struck = [cell(page, Rater(name, None, "分管领导"), "d:D04").struck for name in names]
    assert struck == [True, False, True, False, False]
    assert not cell(page, WHO, "d:D04").struck


def test_class_means_and_the_weighted_mean_are_told(page):
    """(87 + 86.5) ÷ 2 = 86.75; (86.5 + 87 + 87) ÷ 3 = 86.83."""
    rows = [texts(row) for row in page.classes.rows.rows]
    assert rows[0] == ["主要领导", "40%", "2", "–", "86.75"]
    assert rows[1] == ["分管领导", "30%", "5", "86.5 / 88.5", "86.83"]
    assert page.words.text().startswith("加权均值 86.75 × 40% + 86.83 × 30% + ")
    assert "得分 6.00 × 87.35% → 5.24" in page.words.text()


def test_a_typed_score_is_saved_and_moves_the_result_at_once(window, page):
    """周启明 gives 88.5 for 86.5: 主要领导 (87 + 88.5) ÷ 2 = 87.75, one more × 40 % = 0.4 more."""
    before = next(Decimal(texts(row)[1]) for row in results.rows(page.view, "P01") if row.subject == "D04")
    page.grid.go_to(WHO, "d:D04")
    page.grid.setFocus()
    QTest.keyClicks(page.grid.view, "8")
    QTest.keyClicks(page.grid.editor, "8.5")
    QTest.keyClick(page.grid.editor, Qt.Key.Key_Return)
    assert given(window, "周启明", "D04") == Decimal("88.5")
    shown = {row.subject: texts(row) for row in page.table.rows.rows}
    assert Decimal(shown["D04"][1]) == before + Decimal("0.4")


def test_nobody_rates_the_own_department(window, page):
    own = cell(page, PEER, "d:D03")
    assert (own.locked, own.words) == ("不能评议自己的部门", "–")
    count = len(ratings(window))
    page.grid.go_to(PEER, "d:D03")
    paste(page, "100")
    assert len(ratings(window)) == count


def test_blanks_are_marked_and_counted(page):
    blank = cell(page, Rater("方静", "D18", "部门互评"), "d:D04")
    assert (blank.text, blank.required) == ("", True)
    words = dict(results.turnout_words(page.view, "P01"))
    assert words["主要领导 40% 2 人 38/38"] == ""
    assert words["部门互评 20% 8 人 133/144"] == "缺 11"


def test_a_whole_block_is_pasted_and_bad_cells_stay_red(window, page):
    page.grid.go_to(WHO, "d:D04")
    paste(page, "90\t九十\r\n91\t101\r\n")
    assert given(window, "周启明", "D04") == 90
    assert given(window, "段文涛", "D04") == 91
    assert page.grid.problem(WHO, "d:D05")
    assert page.grid.problem(Rater("段文涛", None, "分管领导"), "d:D05")
    window.desk.session.undo()
    assert given(window, "周启明", "D04") == Decimal("86.5")


def test_new_raters_are_pasted_with_all_their_scores(window, page):
    page.grid.go_to(NEW, "rater")
    paste(page, "张三\t主要领导\t\t80\t81\r\n李四\t部门互评\t投资促进局\t82\t83\t84\r\n")
    assert (given(window, "张三", "D01"), given(window, "张三", "D02")) == (80, 81)
    assert (given(window, "李四", "D01"), given(window, "李四", "D02"), given(window, "李四", "D03")) == (82, None, 84)
    peer = Rater("李四", "D02", "部门互评")
    assert page.grid.problem(peer, "d:D02") == "不能评议自己的部门"
    window.desk.session.undo()
    assert given(window, "张三", "D01") is None


def test_a_new_rater_waits_for_the_first_score(window, page):
    page.grid.write([(NEW, "rater", "王五"), (NEW, "rater_class", "分管领导")], "填写")
    row = page.grid.source.rows()[-1]
    assert (row.cells["rater"].text, row.cells["rater"].tag) == ("王五", "未存")
    page.grid.write([(row.ref, "d:D01", "88")], "填写")
    assert given(window, "王五", "D01") == 88
    saved = Rater("王五", None, "分管领导")
    assert page.grid.source.current_ref(row.ref) == saved
    page.grid.write([(saved, "d:D02", "89")], "填写")
    assert given(window, "王五", "D02") == 89


def test_an_unknown_class_is_refused_and_nothing_is_saved(window, page):
    ref = page.raters.new_ref()
    page.grid.write([(ref, "rater", "王五"), (ref, "rater_class", "群众"), (ref, "d:D01", "88")], "粘贴")
    assert given(window, "王五", "D01") is None
    assert page.grid.problem(ref, "rater_class")
    page.grid.write([(ref, "rater_class", "分管领导")], "填写")
    assert given(window, "王五", "D01") == 88


def test_a_renamed_rater_keeps_all_scores(window, page):
    page.grid.go_to(WHO, "rater")
    page.grid.write([(WHO, "rater", "周启铭")], "填写")
    assert given(window, "周启铭", "D04") == Decimal("86.5")
    assert given(window, "周启明", "D04") is None
    assert page.grid.current_ref() == Rater("周启铭", None, "主要领导")
    assert WHO not in [row.ref for row in page.grid.source.rows()]


def test_clearing_the_last_score_keeps_the_row(window, page):
    ref = page.raters.new_ref()
    page.grid.write([(ref, "rater", "王五"), (ref, "rater_class", "分管领导"), (ref, "d:D01", "88")], "填写")
    saved = Rater("王五", None, "分管领导")
    page.grid.write([(saved, "d:D01", "")], "清除")
    assert given(window, "王五", "D01") is None
    page.grid.write([(saved, "d:D01", "90")], "填写")
    assert given(window, "王五", "D01") == 90


def test_a_rater_is_removed_with_all_scores_of_this_indicator(window, page):
    page.grid.go_to(WHO, "rater")
    page.grid.setFocus()
    QTest.keyClick(page.grid.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert given(window, "周启明", "D04") is None
    assert given(window, "周启明", "D04", "P02") is not None
    assert WHO not in [row.ref for row in page.grid.source.rows()]


def test_anonymous_ballots_are_typed_by_count(window, page):
    page.ways.mark(COUNTED)
    page._lay_grid()
    count = sum(r.ballots for r in ratings(window) if r.rater is None)
    page.grid.go_to(NEW, "department")
    paste(page, "规划建设局\t服务对象\t95\t12\r\nD04\t服务对象\t60\t半\r\n")
    added = [(r.department, r.score, r.ballots) for r in ratings(window) if r.rater is None][-2:]
    assert added == [("D04", 95, 12), ("D04", 60, 1)]
    assert sum(r.ballots for r in ratings(window) if r.rater is None) == count + 13
    assert [name for _, name in page.grid.problems()] == ["ballots"]


def test_of_a_pile_of_equal_ballots_one_is_dropped(page):
    page.ways.mark(COUNTED)
    page._lay_grid()
    ids = [row["id"] for row in page.ballots.stored("rating")]
    mine = [(row.ref, row.cells) for row in page.ballots.rows() if row.cells["department"].text == "D04"]
    low = min(mine, key=lambda each: Decimal(each[1]["score"].text))[1]
    assert low["score"].struck or low["ballots"].tag == "去 1 票"
    assert all(ref in ids for ref, _ in mine)


def test_the_department_of_the_cell_is_explained(page):
    page.grid.go_to(WHO, "d:D01")
    assert page.one.title.text() == "经济发展局"
    page.table.go_to("D02")
    assert page.one.title.text() == "投资促进局"
    assert page.grid.current_name() == "d:D02"


def test_another_indicator_has_its_own_ratings(window, page):
    window.desk.visit(("panel", "P02"))
    assert page.raters.indicator == "P02"
    page.grid.write([(WHO, "d:D01", "77")], "填写")
    assert given(window, "周启明", "D01", "P02") == 77
    assert given(window, "周启明", "D01") != 77


def test_an_indicator_without_ratings_offers_the_raters_of_the_others(window, page):
    rows = [r for r in page.raters.stored("rating") if r["indicator"] == "P02"]
    from kpi_desktop.exchange.entering import remove

    page.session.act(lambda book: remove(book, 2020, "rating", [row["id"] for row in rows], "清空"))
    window.desk.visit(("panel", "P02"))
    assert WHO in [row.ref for row in page.grid.source.rows()]
    assert not cell(page, WHO, "d:D01").required
    assert "还没有人打分" in page.words.text()
    page.grid.write([(WHO, "d:D01", "90")], "填写")
    assert given(window, "周启明", "D01", "P02") == 90
    assert "未评的类别不计" in page.words.text()


def test_blank_ballots_are_printed_from_here(window, page):
    went = []
    page.go.connect(went.append)
    from PySide6.QtWidgets import QPushButton

    next(each for each in page.findChildren(QPushButton) if each.text() == "打印空白票").click()
    assert went[0] == ("reports", "ballot")


def test_a_year_without_panels_says_what_belongs_here(page):
    rules = {each.code for each in page.view.facts.indicators if each.rule.code == "panel"}
    bare = replace(
        page.view.facts,
        indicators=tuple(i for i in page.view.facts.indicators if i.code not in rules),
        targets=tuple(t for t in page.view.facts.targets if t.indicator not in rules),
        ratings=(),
    )
    page.take(YearView(bare, score(bare), page.view.day))
    assert page.empty.isVisible()
    assert page.ways.value() == NAMED
