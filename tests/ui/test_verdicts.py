"""自评与核定 as a person uses it, on the sample zone."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts
from ui.pages.verdicts.lines import ASSESSED, DIFFERS, EVERY, UNCLAIMED, Ref, rows
from ui.year import YearView


@pytest.fixture
def page(window):
    window.desk.visit(("verdicts", "D02"))
    return window.pages["verdicts"]


def loaded(window):
    return facts.load(window.desk.session.book, 2020)


def verdict(window, department, code):
    found = loaded(window).verdicts
    return next((v for v in found if (v.department, v.subject) == (department, code)), None)


def own(window, department, code):
    found = loaded(window).self_scores
    return next((s for s in found if (s.department, s.subject) == (department, code)), None)


def line(page, department, code):
    return page.view.assessment.department(department).line(code)


def test_computed_own_and_assessed_stand_side_by_side(page):
    """实际利用外资 of 投资促进局: 55.85 % of 7.65 gives 4.27; it claims 60 %: 4.59, 0.32 more."""
    grid, ref = page.grid, Ref("D02", "E07")
    texts = {name: grid.text(ref, name) for name in ("full", "computed", "computed_score", "own", "own_score", "apart")}
    assert texts == {
        "full": "7.65",
        "computed": "55.85%",
        "computed_score": "4.27",
        "own": "60%",
        "own_score": "4.59",
        "apart": "≠ +0.32",
    }
    assert "剔除汇率因素" in grid.text(ref, "note")


def test_a_verdict_without_its_basis_is_not_saved_and_says_so(window, page):
    ref = Ref("D02", "E01")
    page.grid.go_to(ref, "verdict")
    page.grid.write([(ref, "verdict", "90%")], "填写")
    assert verdict(window, "D02", "E01") is None
    assert page.grid.problem(ref, "basis") == "核定要写依据，得分率还没有保存"
    cell = next(row for row in page.source.rows() if row.ref == ref).cells["verdict"]
    assert (cell.text, cell.tag) == ("90%", "未存")
    page.grid.write([(ref, "basis", "统计核查：两个项目不计入")], "填写")
    made = verdict(window, "D02", "E01")
    assert (made.share, made.basis) == (Decimal("0.9"), "统计核查：两个项目不计入")
    assert page.grid.problems() == {}
    assert (line(page, "D02", "E01").status, line(page, "D02", "E01").share) == ("assessed", Fraction(9, 10))


def test_the_score_of_a_verdict_is_rounded_full_times_share(window, page):
    """12.75 × 90 % = 11.475 → 11.48."""
    ref = Ref("D02", "E01")
    page.grid.write([(ref, "verdict", "90%"), (ref, "basis", "核查")], "粘贴")
    assert page.grid.text(ref, "verdict_score") == "11.48"
    assert page.grid.text(ref, "computed") == "95.88%"


def test_a_basis_alone_waits_for_its_share(window, page):
    ref = Ref("D02", "E01")
    page.grid.write([(ref, "basis", "会议纪要")], "填写")
    assert page.grid.problem(ref, "verdict") == "先填核定得分率，依据还没有保存"
    page.grid.write([(ref, "verdict", "1")], "填写")
    assert verdict(window, "D02", "E01").basis == "会议纪要"


def test_giving_up_the_basis_gives_up_the_verdict(window, page):
    ref = Ref("D02", "E01")
    page.grid.write([(ref, "verdict", "90%")], "填写")
    page.grid.go_to(ref, "basis")
    page.grid.escape()
    assert (page.grid.text(ref, "verdict"), page.grid.problems()) == ("", {})


def test_clearing_what_waits_asks_for_nothing_more(window, page):
    ref = Ref("D02", "E01")
    page.grid.write([(ref, "verdict", "90%")], "填写")
    page.grid.write([(ref, "verdict", "")], "清除")
    assert page.grid.problems() == {}


def test_a_share_that_may_be_a_percentage_is_asked_about(window, page):
    ref = Ref("D02", "E01")
    page.grid.write([(ref, "own", "85")], "填写")
    assert "85%" in page.grid.problem(ref, "own")
    page.grid.write([(ref, "own", "85%")], "填写")
    assert own(window, "D02", "E01").share == Decimal("0.85")


def test_a_verdict_has_an_upper_limit(window, page):
    ref = Ref("D02", "E01")
    page.grid.write([(ref, "verdict", "160%"), (ref, "basis", "核查")], "粘贴")
    assert page.grid.problem(ref, "verdict")
    assert verdict(window, "D02", "E01") is None
    assert page.grid.text(ref, "basis") == "核查"
    page.grid.write([(ref, "verdict", "150%")], "填写")
    assert verdict(window, "D02", "E01").share == Decimal("1.5")


def test_clearing_the_share_withdraws_a_verdict_and_undo_brings_it_back(window, page):
    window.desk.visit(("verdicts", "D12"))
    ref = Ref("D12", "K01")
    page.grid.go_to(ref, "verdict")
    page.grid.setFocus()
    QTest.keyClick(page.grid.view, Qt.Key.Key_Delete)
    assert verdict(window, "D12", "K01") is None
    window.desk.session.undo()
    assert verdict(window, "D12", "K01").share == Decimal("0.88")


def test_a_saved_verdict_keeps_its_basis(window, page):
    window.desk.visit(("verdicts", "D12"))
    ref = Ref("D12", "K01")
    page.grid.write([(ref, "basis", "")], "清除")
    assert page.grid.problem(ref, "basis")
    assert verdict(window, "D12", "K01").basis.startswith("申诉复核")


def test_a_block_from_excel_is_saved_as_one_step(window, page):
    page.grid.go_to(Ref("D02", "E01"), "own")
    QGuiApplication.clipboard().setText("96%\r\n103%\r\n")
    QTest.keyClick(page.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (own(window, "D02", "E01").share, own(window, "D02", "E02").share) == (Decimal("0.96"), Decimal("1.03"))
    window.desk.session.undo()
    assert own(window, "D02", "E01") is None
    assert own(window, "D02", "E02") is None


def test_filters_keep_what_they_say_and_rows_stay_under_the_cursor(window, page):
    window.desk.visit(("verdicts", "filter", UNCLAIMED))
    refs = [row.ref for row in page.source.rows()]
    claimed = {(each.department, each.subject) for each in page.view.facts.self_scores}
    assert refs
    assert not claimed & set(refs)
    assert page.chips.chips[UNCLAIMED].count == len(refs)
    page.grid.write([(refs[0], "own", "100%")], "填写")
    assert page.chips.chips[UNCLAIMED].count == len(refs) - 1
    assert [row.ref for row in page.source.rows()] == refs
    page.chips.chips[ASSESSED].click()
    assert len(page.source.rows()) == page.chips.chips[ASSESSED].count == 15


def test_the_counts_of_every_department_add_up(page):
    whole, *others = [row for row in rows(page.view, page.source.found) if row.subject is not None]
    figures = [[int(cell.text) if cell.text != "–" else 0 for cell in row.cells[1:]] for row in others]
    assert [int(cell.text) for cell in whole.cells[1:]] == [sum(column) for column in zip(*figures, strict=True)]
    assert page.chips.chips[DIFFERS].count == figures[0][1]


def test_a_partner_is_told_that_the_leads_verdict_counts(window, page):
    borrowed = next(ref for ref, each in page.source.found.items() if each.borrowed)
    window.desk.visit(("verdicts", borrowed.department, borrowed.code))
    cells = next(row for row in page.source.rows() if row.ref == borrowed).cells
    assert cells["verdict"].text == ""
    assert cells["basis"].shown == "随牵头部门的核定"


def test_how_the_line_was_computed_is_beside_it(window, page):
    page.grid.go_to(Ref("D02", "E07"))
    page.explain.show()
    page._explain(Ref("D02", "E07"))
    assert (page.explain.details.code, page.explain.details.score) == ("E07", "4.27")
    assert page.close_panel()
    assert not page.explain.isVisible()
    page.how.click()
    assert page.explain.isVisible()


def test_a_year_without_lines_says_what_belongs_here(window, page):
    bare = replace(
        page.view.facts, targets=(), tasks=(), actuals=(), milestones=(), progress=(), directives=(), ratings=()
    )
    bare = replace(bare, self_scores=(), verdicts=(), extensions=(), explanations=(), appeals=())
    page.take(YearView(bare, score(bare), page.view.day))
    assert page.empty.isVisible()
    assert page.source.kind == EVERY
