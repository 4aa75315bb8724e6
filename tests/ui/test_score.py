"""考核评分: every figure opens how it came about, ties are decided here, two sheets stand side by side."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts, journal
from kpi_desktop.exchange.entering import Typed, enter
from kpi_desktop.office import assessing
from ui.pages.score.changes import LAST_CHANGE, TODAY, WEEK, before
from ui.pages.score.explain_parts import GainRow
from ui.year import YearView

TIED = ("D01", "D06")


def words(widget) -> str:
    told = "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
    return told.replace("<b>", "").replace("</b>", "")


@pytest.fixture
def page(window):
    window.desk.visit(("score", "department", "D01"))
    return window.pages["score"]


def column(page, title: str) -> dict[object, str]:
    at = [each.title for each in page.sheet.rows.columns].index(title)
    return {row.subject: row.cells[at].text for row in page.sheet.rows.rows if at < len(row.cells)}


def click(qtbot, table, subject) -> None:
    row = table.rows.find(subject)
    table.scrollTo(table.rows.index(row, 0))
    where = table.visualRect(table.rows.index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_group_assessed_separately_comes_first_with_contributions_beside_scores(page):
    """固定资产投资: 17.1 of 17.1 + 15.3 + … — the share on screen is the part of the sum of all bearers."""
    assert page.group == "经济组"
    window_year = page.view
    actuals = [r.line("E01").actual for r in window_year.assessment.departments() if r.line("E01")]
    own = window_year.assessment.department("D01").line("E01").actual
    shown = Decimal(column(page, "贡献")["E01"].rstrip("%"))
    assert abs(shown - Decimal(round(own / sum(actuals) * 1000)) / 10) <= Decimal("0.1")
    page.visit(("group", "综合组"))
    assert "贡献" not in [each.title for each in page.sheet.rows.columns]


def test_every_line_shows_its_next_point(page):
    """E01 of D01: 17.1 of 15–20 亿元; what is in the panel's sentence is in the column."""
    page.visit(("line", "D01", "E01"))
    assert column(page, "再得 1 分")["E01"].lstrip("+") in page.explain.sentence
    assert column(page, "再得 1 分")["K10"] == "–"


def test_a_line_says_who_entered_it_and_when(page):
    page.visit(("line", "D01", "E01"))
    at = journal.history(page.session.book, "actual", limit=1)[0].entry.at
    assert "1–12 月、目标" in words(page.explain)
    assert f"督查室 {at[:16].replace('T', ' ')}，导入 2020.xlsx" in words(page.explain)


def test_sums_open_their_derivations(page, qtbot):
    click(qtbot, page.sheet, ("category", "经济指标"))
    assert "E01 11.26 + E02 10.53" in words(page.explain)
    assert page.sheet.current_subject() == ("category", "经济指标")
    total = page.sheet_card.total.buttons[-1]
    qtbot.mouseClick(total, Qt.MouseButton.LeftButton)
    assert "62.03 + 16.58 + 13.58 − 0.50 = 91.69" in words(page.explain)
    qtbot.mouseClick(page.sheet_card.rank, Qt.MouseButton.LeftButton)
    assert "与科技创新局总分相同，经济得分也相同，并列" in words(page.explain)
    qtbot.mouseClick(page.sheet_card.grade, Qt.MouseButton.LeftButton)
    assert "会议认定前不能定稿" in words(page.explain)
    qtbot.mouseClick(page.sheet_card.economic, Qt.MouseButton.LeftButton)
    assert "65 ÷ 100 = 65%" in words(page.explain)


def test_the_cheapest_points_lead_to_their_lines(page, qtbot):
    qtbot.mouseClick(page.sheet_card.cheapest, Qt.MouseButton.LeftButton)
    rows = page.explain.findChildren(GainRow)
    assert [row.gain.line.code for row in rows] == ["E03", "E01", "E21"]
    qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert page.line == "E01" and page.sheet.current_subject() == "E01"


def test_a_tie_is_decided_in_place_with_its_basis(page, qtbot):
    assert [r.code for r in page.view.assessment.departments() if r.undecided] == list(TIED)
    qtbot.mouseClick(page.grades.undecided.button, Qt.MouseButton.LeftButton)
    form = page.decision.form
    assert form.text("department") == "D01" and form.text("grade") == "优秀"
    form.submit()
    assert form.problems["basis"].text()
    form.put("basis", "党工委会议纪要〔2021〕5号")
    form.put("day", "2021-01-20")
    form.submit()
    decided = facts.load(page.session.book, 2020).decisions
    assert any((d.department, d.grade, d.day) == ("D01", "优秀", date(2021, 1, 20)) for d in decided)
    results = {r.code: (r.grade, r.undecided) for r in page.view.assessment.departments()}
    assert results["D01"] == ("优秀", False) and results["D06"] == ("良好", False)
    assert not page.decision.isVisible() and not page.grades.undecided.isVisible()
    grade = page.ranking.table.rows.rows[page.ranking.table.rows.find("D01")].cells[-1]
    assert (grade.text, grade.tag, grade.tip) == ("优秀", "认定", "会议认定：党工委会议纪要〔2021〕5号")
    page.visit(("figure", "D01", "grade"))
    assert "党工委会议纪要〔2021〕5号" in words(page.explain) and "谁录入" in words(page.explain)


def test_a_decision_can_be_taken_back(page, qtbot):
    decided = next(d.department for d in page.view.facts.decisions)
    page.visit(("decide", decided))
    qtbot.waitUntil(lambda: "本组已认定 1 家" in words(page.decision))
    before_it = page.view.assessment.departments()
    page.decision.withdraw(decided)
    assert decided not in [d.department for d in page.view.facts.decisions]
    assert any(r.undecided for r in page.view.assessment.departments() if r.code == decided)
    page.session.undo()
    graded = [(r.code, r.grade) for r in before_it]
    qtbot.waitUntil(lambda: [(r.code, r.grade) for r in page.view.assessment.departments()] == graded)
    assert page.close_panel() and not page.decision.isVisible()


def change(page, value: str) -> None:
    row = next(e.row_id for e in journal.history(page.session.book, "actual", limit=9_999) if _is_e01(e.after))
    page.session.act(lambda book: enter(book, 2020, [Typed("actual", row, "value", value)], "改正实绩").changes)


def _is_e01(row) -> bool:
    return row and (row["indicator"], row["department"], row["month"]) == ("E01", "D01", 12)


def test_the_ranking_says_what_the_last_change_did(page, qtbot):
    """E01 of D01 from 17.1 to 20 亿元: 100 % of 12.74 instead of 11.26, so 1.48 more.

    In E22, the place by growth of E01, it goes from third to first: 100 % of 5.10 instead of 90 %, 0.51 more.
    """
    qtbot.waitUntil(lambda: not page.jobs.words())
    assert not page.ranking.changed
    change(page, "20")
    qtbot.waitUntil(lambda: page.ranking.changed, timeout=10_000)
    at = [each.title for each in page.ranking.table.rows.columns].index("变动")
    moved = {row.subject: row.cells[at] for row in page.ranking.table.rows.rows}
    assert moved["D01"].text == "+1.99" and moved["D01"].note == "↑1"
    assert "改正实绩" in page.ranking.foot.text()


def test_earlier_days_are_compared_with_too(page):
    book = page.session.book
    assert before(book, 2020, TODAY) is None and before(book, 2020, WEEK) is None
    change(page, "20")
    then = before(book, 2020, LAST_CHANGE)
    assert then and then.results["D01"].total == Decimal("91.69")
    assert assessing.assess(book, 2020).department("D01").total == Decimal("93.68")


def test_two_departments_side_by_side(page, qtbot):
    page.show_part("compare")
    page.compare.show_choices((2020, "D01"), (2020, "D02"))
    assert "A − B = −0.80：经济指标 +1.93，重点工作 −0.84，党的建设 −0.39，加减分 −1.50" in page.compare.words.text()
    row = page.compare.table.rows.rows[page.compare.table.rows.find(("A", "E01"))]
    assert [cell.text for cell in row.cells[1:]][:9] == [
        "17.1", "12.74", "11.26", "88.4%", "28.35", "12.75", "12.22", "95.9%", "−0.96"
    ]  # fmt: skip
    page.compare.swap()
    assert page.compare.choices == ((2020, "D02"), (2020, "D01"))
    click(qtbot, page.compare.table, ("A", "E01"))
    assert (page.department, page.line, page.stack.currentIndex()) == ("D02", "E01", 0)


def test_two_years_side_by_side(page, qtbot):
    page.show_part("compare")
    code = next(r.code for r in assessing.assess(page.session.book, 2019).departments())
    page.compare.show_choices((2020, code), (2019, code))
    assert "A 2020" in page.compare.words.text() and "B 2019" in page.compare.words.text()
    page.compare.swap()
    first = next(row.subject for row in page.compare.table.rows.rows if row.subject and row.subject[0] == "A")
    click(qtbot, page.compare.table, first)
    assert page.session.view.year == 2019 and page.department == code


def test_a_blank_leads_to_where_it_is_filled_and_a_line_to_its_verdict(page, qtbot):
    went = []
    page.go.connect(went.append)
    code = next(r.code for r in page.view.assessment.departments() if r.name == "国土资源局")
    page.visit(("department", code))
    assert page.sheet_card.blanks.isVisible()
    page.sheet_card.blanks.click()
    assert page.line == "P02" and "没有结果" in words(page.explain)
    page.explain.fill.click()
    page.visit(("line", "D01", "E01"))
    assert page.explain.fill.isHidden()
    page.explain.judge.click()
    assert went == [("panel", "P02", code), ("verdicts", "D01", "E01")]


def test_an_empty_year_says_what_belongs_here(page):
    bare = replace(page.view.facts, departments=(), targets=(), tasks=(), decisions=())
    page.take(YearView(bare, score(bare), page.view.day))
    assert page.stack.currentWidget() is page.empty and page.views.isHidden()
    assert "还没有参加考核的部门" in words(page.empty)
    page.visit(("department", "D01"))
    assert page.stack.currentWidget() is page.empty


def test_a_chart_is_asked_for_by_name(page, qtbot):
    told = []
    page.told.connect(lambda *what: told.append(what))
    page.visit(("chart", "heat"))
    assert page.charts.kinds.value() == "heat" and page.stack.currentWidget() is page.charts
    assert not told


def test_the_curve_is_that_of_the_chosen_line_or_of_the_first_that_has_one(page):
    page.visit(("line", "D01", "E03"))
    page.visit(("chart", "curve"))
    assert page.charts.remark.text() == "经济发展局 E03 金属材料产业主营业务收入"
    page.visit(("line", "D01", "K10"))
    page.visit(("chart", "curve"))
    assert page.charts.remark.text() == "经济发展局 E01 固定资产投资"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_small_windows_show_the_same(window, page, look):
    window.appearance.choose(look)
    window.resize(1366, 768)
    page.visit(("figure", "D01", "total"))
    assert page.explain.isVisible()
    assert page.close_panel() and not page.explain.isVisible()
    page.sheet_card.total_line.click()
    assert "91.69" in words(page.explain)
