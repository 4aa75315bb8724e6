"""加减分 as a person uses it, on the sample zone."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts
from ui.pages.adjustments.caps import card_rows, rows
from ui.year import YearView


@pytest.fixture
def page(window):
    window.desk.visit(("adjustments",))
    return window.pages["adjustments"]


def entries(window):
    return facts.load(window.desk.session.book, 2020).adjustments


def texts(row):
    return [cell.text for cell in row.cells]


def shown(table):
    return [texts(row) for row in table.rows.rows]


def test_a_cap_shows_what_it_cuts_off(page):
    """社会事业局: 1.5 + 1 + 1 = 3.5, at most 2: 1.5 do not count."""
    found = {row.subject: texts(row) for row in rows(page.view, page._caps)}
    assert found["D11", "加分"][:8] == ["社会事业局", "加分", "3.50", "–", "3.50", "2", "1.50", "+2.00"]


def test_directives_stand_beside_entries_under_the_same_cap(page):
    """环境保护局: entries 1 + 0.5, directives 2: 3.5, at most 3."""
    found = {row.subject: texts(row) for row in rows(page.view, page._caps)}
    assert found["D13", "督查扣分"][2:8] == ["1.50", "2.00", "3.50", "3", "0.50", "−3.00"]
    cards = card_rows(page.view, page.view.assessment.department("D13"))
    assert [texts(row)[2] for row in cards].count("−1.00") == 2
    assert sum(Decimal(texts(row)[2].replace("−", "-")) for row in cards if texts(row)[2] != "不计") == -2


def test_what_is_cut_and_what_counts_adds_up(page):
    *each, total = rows(page.view, page._caps)
    net = sum(Decimal(texts(row)[7].replace("−", "-")) for row in each)
    assert Decimal(texts(total)[7].replace("−", "-")) == net
    whole = sum(result.bonus - result.deduction for result in page.view.assessment.departments())
    assert net == whole


def test_a_veto_is_told_in_words_with_what_it_costs(window, page):
    window.desk.visit(("adjustments", "D13", "一票否决"))
    assert shown(page.panel.table)[2] == ["等次", "合格", "不合格", "改变"]
    assert "停发奖励" in page.panel.words.text()
    assert "本可得“合格”" in page.panel.words.text()


def test_an_entry_beyond_the_cap_says_that_it_changes_nothing(window, page):
    """社会事业局 without 1.5 of 3.5 still reaches its cap of 2."""
    window.desk.visit(("adjustments", "D11"))
    assert "超限 1.50 分不计" in page.panel.words.text()
    assert "没有改变总分" in page.panel.words.text()
    window.desk.visit(("adjustments", "D04"))
    assert "没有改变总分" not in page.panel.words.text()


def test_whom_an_entry_moves_beside_its_department_is_told(window, page):
    """投资促进局 is first of 经济组 with its point and third without; the two before it then fall to second."""
    window.desk.visit(("adjustments", "D02"))
    assert shown(page.panel.table)[1] == ["名次", "3", "1", "升 2 位"]
    assert "经济发展局由第 1 名优秀变为第 2 名良好" in page.panel.words.text()


def test_a_new_entry_is_typed_in_the_last_row_and_scored_at_once(window, page):
    before = page.view.assessment.department("D03").total
    page.grid.view.go(len(page.grid.model.order) - 1, 0)
    page.grid.paste_text("财政局\t加分\t0.5\t财政绩效管理全省表扬\t云财绩〔2020〕3号\r\n")
    made = entries(window)[-1]
    assert (made.department, made.category, made.points) == ("D03", "加分", Decimal("0.5"))
    assert page.view.assessment.department("D03").total == before + Decimal("0.5")
    page.grid.go_to(page.source.ref_at(len(entries(window)) - 1))
    assert shown(page.panel.table)[0] == ["总分", f"{before}", f"{before + Decimal('0.5')}", "+0.50"]


def test_more_decimals_than_the_year_has_are_refused(window, page):
    ref = page.source.ref_at(0)
    page.grid.write([(ref, "points", "0.125")], "填写")
    assert page.grid.problem(ref, "points")
    assert entries(window)[0].points == 1


def test_only_a_veto_has_treatment_and_stops_rewards(window, page):
    row, veto = page.source.rows()[0], page.source.rows()[-1]
    assert row.cells["treatment"].locked == "只用于一票否决"
    assert not veto.cells["treatment"].locked
    assert veto.cells["points"].locked == "否决不记分值"
    page.grid.go_to(veto.ref, "treatment")
    page.grid.setFocus()
    page.grid.write([(veto.ref, "treatment", "降一档"), (veto.ref, "stops_rewards", "否")], "填写")
    assert (entries(window)[-1].treatment, entries(window)[-1].stops_rewards) == ("降一档", False)
    assert "处理为降一档" in page.panel.words.text()
    assert "不停发奖励。" in page.panel.words.text()


def test_a_veto_is_entered_whole(window, page):
    page.grid.view.go(len(page.grid.model.order) - 1, 0)
    page.grid.paste_text("D05\t一票否决\t\t重大信访事件\t会议纪要\t合格\t是\r\n")
    made = entries(window)[-1]
    assert (made.department, made.points, made.treatment, made.stops_rewards) == ("D05", 0, "合格", True)
    assert page.view.assessment.department("D05").vetoed


def test_deleted_and_brought_back(window, page):
    first = entries(window)[0]
    page.grid.go_to(page.source.ref_at(0))
    page.grid.setFocus()
    QTest.keyClick(page.grid.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert first not in entries(window)
    window.desk.session.undo()
    assert first in entries(window)


def test_a_block_from_the_clipboard_is_one_step(window, page):
    count = len(entries(window))
    page.grid.view.go(len(page.grid.model.order) - 1, 0)
    QGuiApplication.clipboard().setText("D01\t加分\t1\t甲\t一号\r\nD02\t督查扣分\t0.5\t乙\t二号\r\n")
    QTest.keyClick(page.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(entries(window)) == count + 2
    window.desk.session.undo()
    assert len(entries(window)) == count


def test_a_row_of_the_caps_leads_to_its_first_entry(page):
    page.table.go_to(("D11", "加分"))
    assert page.source.entry(page.grid.current_ref()).reason == "全省抗击新冠肺炎疫情先进集体"


def test_the_panel_can_be_put_away(page):
    assert page.close_panel()
    assert not page.panel.isVisible()
    page.how.click()
    assert page.panel.isVisible()


def test_a_year_without_departments_says_what_belongs_here(page):
    bare = replace(page.view.facts, departments=(), targets=(), tasks=(), actuals=(), adjustments=())
    page.take(YearView(bare, score(bare), page.view.day))
    assert page.empty.isVisible()
